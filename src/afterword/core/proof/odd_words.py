"""A word that is met beside neither of its neighbours, one slip from a word of such letters that is met beside both."""

from collections.abc import Iterator
from functools import cache

from afterword.core.findings import Finding, Span
from afterword.core.proof.lexicon import lexicon, together
from afterword.core.proof.phrases import same_word, words_of_phrases
from afterword.core.proof.ranking import one_slip_away
from afterword.core.proof.spelling import glossary
from afterword.core.proof.tokens import Kind, Token

#: The meant word is at least so much more common (log2), and each of its pairs is met so often (log2 of the count).
COMMONER, MET = 4, 20
#: Words shorter, or more common than this, are not what is meant.
SHORTEST, TOO_COMMON = 4, 31

#: Rare words seen to be right where another is more common.
SEEN_RIGHT = frozenset(
    [
        "whet",
        "lent",
        "flair",
        "farther",
        "till",
        "knot",
        "sole",
        "fill",
        "hash",
        "worded",
        "leaning",
        "theirs",
        "hears",
    ]
)


@cache
def _of_letters() -> frozenset[str]:
    """The words of the stock phrases, without those that stand everywhere."""
    return frozenset(w for w in words_of_phrases() if len(w) >= SHORTEST and lexicon().band(w) < TOO_COMMON)


def odd_words(tokens: tuple[Token, ...]) -> Iterator[Finding]:
    """Every such word between two words of ``tokens``, with the words that may be meant."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if not (before.kind is token.kind is after.kind is Kind.WORD) or token.capital:
            continue
        meant = _meant(token.low, before.low, after.low)
        if meant:
            message = f"Is “{meant[0]}” meant? “{token.text}” is seldom met here."
            yield Finding("odd.word", message, Span(token.start, token.end), meant[:3])


def _meant(word: str, before: str, after: str) -> tuple[str, ...]:
    known = lexicon()
    if (
        len(word) < SHORTEST - 1
        or not known.known(word)
        or word in glossary()
        or word in _of_letters() | SEEN_RIGHT
    ):
        return ()
    if together(before, word) or together(word, after):
        return ()
    found = [
        (together(before, fix) + together(fix, after), fix)
        for fix in one_slip_away(word)
        if fix in _of_letters()
        and known.band(fix) - known.band(word) >= COMMONER
        and not same_word(word, fix)
        if min(together(before, fix), together(fix, after)) >= MET
    ]
    return tuple(fix for _, fix in sorted(found, reverse=True))
