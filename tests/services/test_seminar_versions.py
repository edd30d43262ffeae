"""Laws of versions: in whatever order files come, the latest stands, and what nobody changed stays the user's."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from afterword.core.facts import FactId, Seminar
from afterword.services.seminar_versions import EventRead, OnRecord, brought_up_to_date, trace_of

NOON = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)


def event(version: int, hour: int, place: str, *, cancelled: bool = False) -> EventRead:
    """One version of one event, ``hour`` hours after noon."""
    start = NOON + timedelta(hours=hour)
    trace = trace_of(
        "chapter.ics", uid="cpe-1", recurrence="", sequence=version, stamp=NOON, cancelled=cancelled,
        says=(start.isoformat(), "Leases", place, ""),
    )  # fmt: skip
    return EventRead("Leases", start, start + timedelta(hours=1), "UTC", place, "", cancelled, trace)


details = st.tuples(st.integers(0, 3), st.sampled_from(["Hall A", "Hall B"]), st.booleans())
calendars = st.lists(details, min_size=1, max_size=6).flatmap(
    lambda given: st.permutations([event(n, h, p, cancelled=off) for n, (h, p, off) in enumerate(given)])
)


def kept(files: list[EventRead], before: Seminar | None = None) -> Seminar | None:
    """What is on record after files were given one after another."""
    for read in files:
        if before is not None:
            _, before = brought_up_to_date(before, read)
        elif not read.cancelled:
            before = read.seminar(FactId("s"))
    return before


@given(calendars)
def test_the_latest_version_stands_in_whatever_order_files_come(files: list[EventRead]) -> None:
    """A cancellation of what is not on record yet is not remembered, so the first file given adds the event."""
    first = event(-1, 0, "Hall A")
    last = max(files, key=lambda read: read.trace.version)
    after = kept([replace(first, trace=replace(first.trace, version="")), *files])
    assert after is not None
    assert after.cancelled == last.cancelled
    if not last.cancelled:
        assert (after.start, after.place) == (last.start, last.place)


@given(calendars)
def test_the_same_files_again_change_nothing(files: list[EventRead]) -> None:
    in_order = sorted(files, key=lambda read: read.trace.version)
    once = kept(in_order)
    assert kept(in_order, once) == once


@given(calendars, st.integers(4, 9))
def test_a_corrected_hour_stays_while_the_files_do_not_change_theirs(
    files: list[EventRead], hour: int
) -> None:
    """Every file says noon; the user knows better."""
    same = [event(int(read.trace.version[:12]), 0, read.place) for read in files]
    added = kept([event(0, 0, "Hall A")])
    assert added is not None
    corrected = replace(added, start=NOON + timedelta(hours=hour))
    after = kept(same, corrected)
    assert after is not None
    assert after.start == corrected.start


def test_an_event_put_again_is_found_by_its_new_words_only() -> None:
    read = replace(event(1, 0, "Hall A"), trace=replace(event(1, 0, "Hall A").trace, uid=""))
    typed = Seminar(FactId("s"), "Leases", NOON, NOON + timedelta(hours=1), "UTC")
    here = OnRecord([typed])
    assert here.same(read) == (typed,)
    here.put(replace(typed, title="Tax"))
    assert here.same(read) == ()
