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


@pytest.mark.parametrize(
    ("note", "want"),
    [
        ("board pack 80 slides, wants 12", "to bring the board pack from 80 slides to 12"),
        ("the close is on day 11. wants 6", "to bring the close from day 11 to day six"),
        ("billing lag 14 days. wants 3 by may", "to bring the billing lag from 14 days to three by May"),
        ("dso 61, wants 48", "to bring DSO from 61 to 48"),
        ("10-Q takes 25 days wants 18", "to bring the 10-Q from 25 days to 18"),
        ("capex approvals take 6 weeks, wants 2", "to bring CAPEX approvals from six weeks to two"),
        ("18 payrolls, wants 4", "to go from 18 payrolls to four"),
        ("too many accounts, wants them down to 60 accounts", "to get down to 60 accounts"),
    ],
)
def test_a_bare_number_that_is_wanted_takes_its_measure_from_before(note: str, want: str) -> None:
    assert want in [idea.want for idea in understand(one_note(note)).ideas]
