"""What is said of a person passes when it speaks of work, a career, a wish or something shared; the rest stays out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Risk
from afterword.core.writing.notes.risk_person import is_private, without_private
from afterword.core.writing.understand import understand
from core.writing.notes.cases import GOLDEN, one_note


def lines(name: str) -> list[str]:
    text = (GOLDEN / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("remark", lines("private_remarks.txt"))
def test_a_private_remark_is_listed_and_gives_nothing_to_write(remark: str) -> None:
    read = understand(one_note(f"invoices come on paper. {remark}. decision next week"))
    told = [i.raw for i in read.ideas if i.risk is not Risk.BLOCKED]
    assert all(text in ("invoices come on paper", "decision next week") for text in told)
    assert read.kept_out


@pytest.mark.parametrize("remark", lines("harmless_remarks.txt"))
def test_a_harmless_remark_beside_others_is_no_risk(remark: str) -> None:
    read = understand(one_note(f"invoices come on paper. {remark}. decision next week"))
    assert not [k for k in read.kept_out if k.code.startswith("risk.")]


@pytest.mark.parametrize("remark", lines("plain_remarks.txt"))
def test_a_remark_about_work_or_something_shared_is_not_kept_out(remark: str) -> None:
    assert not without_private(remark, kind=None)[1]


@pytest.mark.parametrize(
    ("note", "kept", "out"),
    [
        (
            "she built the treasury desk, drives a porsche",
            "she built the treasury desk",
            ["drives a porsche"],
        ),
        ("he wants one page, quite shy", "he wants one page", ["quite shy"]),
        ("close takes nine days and he has a bad knee", "close takes nine days", ["he has a bad knee"]),
        ("he golfs, me too", "he golfs, me too", []),
        ("in recovery, told me", "", ["in recovery, told me"]),
    ],
)
def test_only_the_private_part_of_a_sentence_is_cut(note: str, kept: str, out: list[str]) -> None:
    assert without_private(note, kind=None) == (kept, tuple(out))


@pytest.mark.parametrize(
    ("note", "kind", "private"),
    [
        ("she climbs mountains", PointKind.CULTURE, True),
        ("she climbs mountains", PointKind.CONNECTION, False),
        ("she climbs mountains too", None, False),
        ("he teaches at a law school", None, False),
        ("asked about my age", PointKind.QUESTION, True),
        ("asked how I choose what to cut", PointKind.QUESTION, False),
        ("wedding deposits are booked by hand", PointKind.CHALLENGE, False),
        ("her wedding is in May", PointKind.CHALLENGE, True),
        ("they backdate invoices", PointKind.CHALLENGE, True),
        ('he said "no surprises"', None, False),
    ],
)
def test_the_kind_of_point_and_the_subject_decide(note: str, kind: PointKind | None, private: bool) -> None:
    assert is_private(note, kind=kind) is private


def test_a_place_in_the_profile_may_be_shared() -> None:
    assert is_private("she went to rutgers as well", own=frozenset())
    assert not is_private("she went to rutgers as well", own=frozenset({"rutgers"}))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_parted_without_a_word_added(text: str) -> None:
    kept, out = without_private(text, kind=None)
    assert all(part in text for part in out)
    assert len(kept) <= len(text)
