"""Fragments of the free box: goals, aims, growth, counts, lists and steps thumbed without their verb."""

import pytest

from afterword.core.writing.understand import understand
from core.writing.notes.cases import one_note


@pytest.mark.parametrize(
    ("note", "want"),
    [
        ("goal: one dashboard for all stores", "one dashboard for all stores"),
        ("goal one price list by end 2028", "one price list by the end of 2028"),
        ("target is a 6 day close", "a six-day close"),
        ("aim automate bank recs by q3", "to automate bank reconciliations by Q3"),
        ("target clean audit by june", "a clean audit by June"),
        ("dream: paperless by easter", "to be paperless by Easter"),
        ("main objective for 2027 is one vendor list", "one vendor list"),
    ],
)
def test_a_goal_is_what_they_want(note: str, want: str) -> None:
    assert [idea.want for idea in understand(one_note(note)).ideas] == [want]


@pytest.mark.parametrize(
    "note", ["goals are set by the board", "target prices change weekly", "goal documented by dec"]
)
def test_a_goal_that_is_spoken_of_is_none(note: str) -> None:
    assert not any(idea.want for idea in understand(one_note(note)).ideas)
