"""Words an American engine does not know and that are right all the same."""

import pytest

from afterword.core.proof.check import proofread
from afterword.core.proof.dialects import british
from afterword.core.proof.flags import FlagKind, RawFlag


@pytest.mark.parametrize(
    ("word", "fixes", "right"),
    [
        ("labour", ("labor",), True),
        ("centres", ("centers",), True),
        ("empathise", ("empathize",), True),
        ("judgement", ("judgment",), True),
        ("skilfully", ("skillfully",), True),
        ("wil", ("will",), False),
        ("expence", ("expense",), False),
        ("acount", ("account",), False),
    ],
)
def test_a_british_spelling_is_told_from_a_slip(word: str, fixes: tuple[str, ...], right: bool) -> None:
    assert british(word, fixes) is right


def doubted(text: str, word: str, *fixes: str) -> bool:
    """Whether ``word`` of ``text`` is shown as misspelt when an engine flags it."""
    start = text.index(word)
    flag = RawFlag(start, start + len(word), "SPELLING", "Possible misspelling.", fixes, FlagKind.SPELLING)
    return any(finding.code == "spelling" for finding in proofread(text, flags=(flag,)))


@pytest.mark.parametrize(
    ("text", "word", "fixes", "shown"),
    [
        ("We count the applebarrels at night.", "applebarrels", ("apple barrels",), False),
        ("I kept the books of a breadshop.", "breadshop", ("bread shop",), False),
        ("I would be greatfull for a reply.", "greatfull", ("grateful", "great full"), True),
        ("I am glad.\n\nCon stima,\nGiulia Sato", "stima", ("stigma",), False),
        ("I am glad.\n\nKind regrads,\nGiulia Sato", "regrads", ("regards",), True),
    ],
)
def test_two_nouns_as_one_and_a_foreign_closing_pass(
    text: str, word: str, fixes: tuple[str, ...], shown: bool
) -> None:
    assert doubted(text, word, *fixes) is shown
