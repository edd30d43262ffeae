"""Capitalised words an engine does not know: a slip in an expected word is shown, a name never is."""

import pytest

from afterword.core.proof.check import proofread
from afterword.core.proof.flags import FlagKind, RawFlag
from afterword.core.proof.tokens import tokens_of


def with_unknown(text: str, word: str, *fixes: str) -> list[tuple[str, tuple[str, ...]]]:
    """The spelling findings of ``text`` when an engine does not know ``word``."""
    start = text.index(word)
    flag = RawFlag(start, start + len(word), "SPELL", "Unknown.", fixes, FlagKind.SPELLING)
    found = proofread(text, flags=[flag])
    return [(text[f.span.start : f.span.end], f.fixes) for f in found if f.span and f.code == "spelling"]


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("We met on Wendesday.", "Wendesday", "Wednesday"),
        ("It starts in Febuary.", "Febuary", "February"),
        ("Kidn regards,", "Kidn", "Kind"),
        ("Dera Ms. Ito,", "Dera", "Dear"),
        ("Thnak you for the tour.", "Thnak", "Thank"),
        ("Regardles, I am keen.", "Regardles", "Regardless"),
        ("Sincerley,\nAna Lee", "Sincerley", "Sincerely"),
        ("I applied for the Senoir Accountant role.", "Senoir", "Senior"),
    ],
)
def test_a_slip_in_an_expected_word_is_shown_with_its_fix(text: str, word: str, right: str) -> None:
    ((shown, fixes),) = with_unknown(text, word, right)
    assert (shown, fixes[0]) == (word, right)


@pytest.mark.parametrize(
    ("text", "word", "fix"),
    [
        ("Dear Xochitl,", "Xochitl", "Xochi"),
        ("Dear Ms. Hellen,", "Hellen", "Hello"),
        ("I met Thandeka on Friday.", "Thandeka", "Thanked"),
        ("Mrs. Szczepanik called.", "Szczepanik", "Specific"),
        ("Kjersti is kind.", "Kjersti", "Kirsty"),
        ("Please thank Wojciech and Ngaio for me.", "Ngaio", "Nagano"),
        ("Thank you for it.\n\nBest,\nMarz Augst", "Marz", "March"),
        ("Talk to Dagfinn about SOX.", "SOX", "Sox"),
    ],
)
def test_a_name_is_never_shown(text: str, word: str, fix: str) -> None:
    assert with_unknown(text, word, fix) == []


def test_a_word_of_the_trade_or_of_the_user_is_never_shown() -> None:
    assert with_unknown("I kept the subledger.", "subledger", "sub ledger") == []
    text = "We use Flurbix and flurbix."
    flag = RawFlag(text.index("flurbix"), len(text) - 1, "SPELL", "Unknown.", ("flub",), FlagKind.SPELLING)
    assert proofread(text, flags=[flag], own_words=frozenset({"Flurbix"})) == ()
    assert proofread(text, flags=[flag]) != ()


def test_british_spelling_passes_unless_american_is_asked_for() -> None:
    text = "We organise the programme."
    flags = [RawFlag(3, 11, "SPELL", "Unknown.", ("organize",), FlagKind.SPELLING)]
    assert proofread(text, flags=flags, dialect="en") == ()
    assert proofread(text, flags=flags, dialect="en-US") != ()


def test_a_wrapped_line_is_one_sentence_and_a_blank_line_ends_one() -> None:
    wrapped = "I wanted to thank you for the long and very useful talk\nabout the close."
    assert [token.text for token in tokens_of(wrapped)].count("\n") == 0
    assert [token.text for token in tokens_of("Dear Ana,\n\nthank you.")].count("\n") == 2
