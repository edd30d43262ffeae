"""Notes spoken into a phone: the marks that were said are marks, and the words of the trade stay words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.core.writing.notes.dictated import in_figures, undictated
from afterword.core.writing.understand import understand
from core.writing.notes.cases import one_note


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("close takes nine days comma mostly accruals period", "close takes nine days, mostly accruals."),
        ("they want it by May full stop team of six", "they want it by May. team of six"),
        ("how would you test it question mark", "how would you test it? "),
        ("two sites new line she rows period", "two sites\nshe rows."),
        ("he said quote count it twice unquote", 'he said "count it twice"'),
        (
            "um the deposit matching period new line next is a call",
            "um the deposit matching.\nnext is a call",
        ),
        ("um accruals colon all by hand", "um accruals: all by hand"),
        ("she worked in tax dash audit before that period", "she worked in tax - audit before that."),
        ("new paragraph they bill monthly comma not weekly", "they bill monthly, not weekly"),
        ("voice note: sixty vendors", "sixty vendors"),
    ],
)
def test_a_spoken_mark_is_a_mark(said: str, written: str) -> None:
    assert undictated(said) == written


@pytest.mark.parametrize(
    "typed",
    [
        "comma separated files from the bank",
        "the trial period ends in May",
        "asked about my notice period",
        "um she asked about my notice period",
        "prior period adjustments, period end costs",
        "there is a question mark over the lease",
        "work came to a full stop in March",
        "the vendor sent a quote",
        "a dash to the deadline every month",
        "the colon in the account number",
    ],
)
def test_a_word_of_the_trade_is_no_mark(typed: str) -> None:
    assert undictated(typed) == typed


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("nine hundred drivers", "900 drivers"),
        ("four hundred and twenty vendors", "420 vendors"),
        ("two million lines", "2 million lines"),
        ("two million three hundred thousand rows", "2.3 million rows"),
        ("ninety thousand dollars", "$90,000"),
        ("in twenty nineteen", "in 2019"),
        ("in twenty twenty six", "in 2026"),
        ("forty two stores", "42 stores"),
        ("two and three", "two and three"),
        ("two three weeks", "two three weeks"),
        ("twenty to thirty", "twenty to thirty"),
        ("a hundred", "a hundred"),
    ],
)
def test_a_spoken_sum_is_a_figure(words: str, figures: str) -> None:
    assert in_figures(words) == figures


def test_a_dictated_note_gives_every_thought() -> None:
    """One breath with three thoughts in it: a fact, a question, a step."""
    note = (
        "um so she runs payroll for nine hundred drivers period uh she asked how I test a load question mark "
        "new line next step is a call with the controller on Thursday period"
    )
    ideas = understand(one_note(note)).ideas
    assert [(i.question or i.clause or i.topic) for i in ideas] == [
        "you run payroll for 900 drivers",
        "how I test a load",
        "a call with the controller on Thursday",
    ]


ORDINARY = ["close", "vendors", "the", "accrual", "she", "wants", "nine", "leases"]
MARKS = ["period", "comma", "dash", "full stop", "question mark", "new line", "um"]


@given(st.lists(st.sampled_from(ORDINARY)))
def test_a_note_without_spoken_marks_is_left_alone(words: list[str]) -> None:
    assert undictated(" ".join(words)) == " ".join(words)


@given(st.lists(st.sampled_from(ORDINARY + MARKS)))
def test_no_word_between_marks_is_lost(words: list[str]) -> None:
    kept = re.findall(r"\w+", undictated(" ".join(words)))
    assert [w for w in kept if w in ORDINARY] == [w for w in words if w in ORDINARY]
