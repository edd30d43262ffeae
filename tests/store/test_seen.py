"""Rows seen before are known again; only others are made into records."""

from datetime import UTC, datetime

import pytest

from afterword.core import facts as f
from afterword.store import models, records
from afterword.store.seen import Seen, records_of

NOW = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
TALKS = f.Seminar(f.FactId("s1"), "Leases", NOW, NOW, "UTC")
FORUM = f.Seminar(f.FactId("s2"), "Audit forum", NOW, NOW, "UTC")


@pytest.fixture
def kept(db: None, owner: str) -> str:
    """A workspace with two events; the value is its owner."""
    records.open_workspace(owner, now=NOW)
    for seminar in (TALKS, FORUM):
        records.keep(owner, seminar)
    return owner


def read(owner: str, seen: Seen, made: list[str], beside: str = "") -> list[tuple[object, ...]]:
    """The events as (id, title, start, what stands beside), noting in ``made`` which were made now."""

    def make(*row: object) -> tuple[object, ...]:
        made.append(str(row[0]))
        return row

    rows = models.Seminar.objects.filter(owner=owner).order_by("id")
    return list(records_of(rows, ("id", "title", "start"), make, seen=seen, beside=lambda _: (beside,)))


def test_a_second_reading_makes_only_what_changed(kept: str) -> None:
    seen, made = Seen(), list[str]()
    first = read(kept, seen, made)
    assert first == [("s1", "Leases", NOW, ""), ("s2", "Audit forum", NOW, "")]
    models.Seminar.objects.filter(id="s2").update(title="Tax forum")
    second = read(kept, seen, made)
    assert second == [("s1", "Leases", NOW, ""), ("s2", "Tax forum", NOW, "")]
    assert made == ["s1", "s2", "s2"]
    assert second[0] is first[0]


def test_what_stands_beside_a_row_is_part_of_it(kept: str) -> None:
    seen, made = Seen(), list[str]()
    read(kept, seen, made)
    assert [row[3] for row in read(kept, seen, made, beside="moved")] == ["moved", "moved"]


def test_rows_that_went_are_not_kept(kept: str) -> None:
    seen, made = Seen(), list[str]()
    read(kept, seen, made)
    records.forget(kept, f.Seminar, FORUM.id)
    read(kept, seen, made)
    assert len(seen.records) == 1


def test_nothing_asked_for_is_nothing_read(kept: str) -> None:
    nobody = models.Seminar.objects.filter(owner=kept, id__in=[])
    assert list(records_of(nobody, ("id", "title"), tuple, seen=Seen())) == []
