"""Whose act a note tells of: the reader's, or the user's own; what was corrected; what was promised."""

import pytest

from afterword.core.writing.idea import Shape
from afterword.core.writing.understand import understand
from core.writing.notes.cases import one_note


@pytest.mark.parametrize(
    ("note", "promise"),
    [
        ("i promised to send my dso template by friday", "send you my DSO template by Friday"),
        ("promised her i would share the deck", "share the deck with you"),
        ("told him i'd send the lockbox spec tomorrow", "send you the lockbox spec tomorrow"),
    ],
)
def test_a_promise_of_the_user_is_an_idea_of_its_own(note: str, promise: str) -> None:
    (idea,) = understand(one_note(note)).ideas
    assert (idea.shape, idea.promise) == (Shape.PROMISE, promise)


@pytest.mark.parametrize(
    "note",
    [
        "told her i have 3 yrs of netsuite",
        "i said lockbox file",
        "asked him about the commute",
        "promised me nothing i told him",
    ],
)
def test_what_the_user_did_is_never_told_to_the_reader(note: str) -> None:
    assert understand(one_note(note)).ideas == ()


def test_a_question_ends_where_the_answer_begins() -> None:
    (idea,) = understand(one_note("she asked how i would do it i said lockbox file she liked that")).ideas
    assert idea.question == "how I would do it"


@pytest.mark.parametrize(
    ("note", "clause"),
    [
        ("close takes 9 days. no wait 10 days", "the close takes 10 days"),
        ("close takes 12 - sorry i mean 11 days", "the close takes 11 days"),
        ("close takes nine days in Excel", "the close takes nine days in Excel"),
    ],
)
def test_a_correction_wins(note: str, clause: str) -> None:
    assert [i.clause for i in understand(one_note(note)).ideas] == [clause]


def test_the_user_named_in_the_third_person_is_i() -> None:
    questions = [
        i.question for i in understand(one_note("She asked Robin how she would staff nine counts")).ideas
    ]
    assert questions == ["how I would staff nine counts"]


def test_a_quotation_keeps_its_words() -> None:
    (idea,) = understand(one_note('she said "cash is a team sport"')).ideas
    assert idea.quote == "cash is a team sport"


@pytest.mark.parametrize(
    "words", ["walk the floor first", "a ledger nobody reads is a diary", "count it or it walks"]
)
def test_a_saying_that_states_nothing_of_them_stands_alone(words: str) -> None:
    (idea,) = understand(one_note(f'he said "{words}"', kind="culture")).ideas
    assert (idea.quote, idea.topic, idea.clause) == (words, "", "")


def test_what_blames_somebody_is_not_quoted() -> None:
    assert understand(one_note('"my boss never reads anything"', kind="culture")).ideas == ()


@pytest.mark.parametrize(
    ("note", "clause"),
    [
        (
            "every district manager keeps his own spreadsheet",
            "every district manager keeps their own spreadsheet",
        ),
        ("he told the board his forecast was late", ""),
    ],
)
def test_a_possessive_belongs_to_the_nearest_person(note: str, clause: str) -> None:
    said = [i.clause for i in understand(one_note(note)).ideas if i.clause]
    assert all("your own" not in c for c in said)
    if clause:
        assert said == [clause]


def test_what_cannot_be_read_is_said_so() -> None:
    understood = understand(one_note("bkg qpx on resin"))
    assert understood.ideas == ()
    assert [k.code for k in understood.kept_out] == ["note.unread"]
