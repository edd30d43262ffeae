"""Scraps of notes that have the shape of a thing and name none."""

import pytest

from afterword.core.writing.notes.scraps import is_scrap, said_twice
from afterword.core.writing.understand import understand
from core.writing.notes.cases import one_note

SCRAPS = (
    "the send by Thursday", "send references by Friday", "the family so skip", "remote ok three days", "the mine",
    "the same LLM", "sell or scrap hulls", "Xero v QuickBooks", "SAP to S4", "the ledger SAP", "the audit X first",
    "the min/max", "investors get updates investors",
)  # fmt: skip
THINGS = (
    "the audit of the warehouse", "the move from SAP to S4", "budget versus actuals", "the call report",
    "the returns from three stores", "the mine in Nevada", "AP in NetSuite", "the first close", "the review by Friday",
    "the checks and balances", "the 24/7 line",
)  # fmt: skip


@pytest.mark.parametrize("phrase", SCRAPS)
def test_an_errand_or_chatter_is_a_scrap(phrase: str) -> None:
    assert is_scrap(phrase.split())


@pytest.mark.parametrize("phrase", THINGS)
def test_a_thing_of_the_work_is_none(phrase: str) -> None:
    assert not is_scrap(phrase.split())


def test_a_word_said_twice_is_a_correction_only_right_behind_a_noun() -> None:
    assert said_twice(["investors", "get", "updates", "investors"])
    assert not said_twice(["plants", "supply", "other", "plants"])


@pytest.mark.parametrize(
    "note",
    [
        "remote ok 3 days",
        "hiring mgr is away till 23rd",
        "q: sell or scrap old hulls?",
    ],
)
def test_a_scrap_gives_no_idea(note: str) -> None:
    assert understand(one_note(note)).ideas == ()


@pytest.mark.parametrize(
    ("note", "clause"),
    [
        ("they go over 10bn in 2 yrs so new reports", "you go over 10 billion in two years"),
        ("trucks leave on saturdays", "trucks leave on Saturdays"),
    ],
)
def test_what_is_said_ends_where_its_verb_does(note: str, clause: str) -> None:
    assert [idea.clause for idea in understand(one_note(note, kind="challenge")).ideas] == [clause]


def test_leave_is_counted_in_front() -> None:
    (idea,) = understand(one_note("paid parental leave 16 weeks", kind="culture")).ideas
    assert idea.topic == "16 weeks of paid parental leave"
