"""Words taken for another: where print knows the other beside both neighbours and this one not, this one is doubted.

``data/rivals.txt`` names words with those they are taken for; ``data/strangers.txt`` names words hardly ever meant in
such a letter, which stand for any common word one slip away.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from afterword.core.findings import Finding, Span
from afterword.core.proof.lexicon import lexicon, together
from afterword.core.proof.phrases import words_of_phrases
from afterword.core.proof.ranking import one_slip_away
from afterword.core.proof.tokens import Kind, Token

#: How much more often (log2, both neighbours together) the word meant must be met there: for a stranger, for a rival.
STRANGER, RIVAL = 20, 24
#: A word a stranger stands for is one of the stock phrases', or at least so common (log2 of its count).
COMMON = 28


@cache
def _rivals() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in _lines("rivals.txt"):
        word, *meant = line.split()
        table[word] = tuple(meant)
    return table


def rivals_of(word: str) -> tuple[str, ...]:
    """The words ``word`` is often taken for."""
    return _rivals().get(word, ())


@cache
def _strangers() -> frozenset[str]:
    return frozenset(word for line in _lines("strangers.txt") for word in line.split())


def _lines(name: str) -> list[str]:
    text = (files(__package__) / "data" / name).read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def rival_words(tokens: tuple[Token, ...]) -> Iterator[Finding]:
    """Every such word of ``tokens``, with the words that may be meant, the likeliest first."""
    for at, token in enumerate(tokens):
        if token.kind is not Kind.WORD or token.capital:
            continue
        meant = _meant(token.low, _word(tokens, at - 1), _word(tokens, at + 1))
        if meant:
            message = f"Is “{meant[0]}” meant? “{token.text}” is seldom met here."
            yield Finding("odd.rival", message, Span(token.start, token.end), meant[:3])


def _word(tokens: tuple[Token, ...], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) and tokens[at].kind is Kind.WORD else ""


def _meant(word: str, before: str, after: str) -> tuple[str, ...]:
    if not before or (word not in _rivals() and word not in _strangers()):
        return ()
    if together(before, word) or (after and together(word, after)):
        return ()
    rivals = _scored(_rivals().get(word, ()), before, after) if after else []
    found = [(score, fix) for score, fix in rivals if score >= RIVAL]
    if word in _strangers():
        strange = _scored(_stands_for(word), before, after, one=True)
        found += [(score, fix) for score, fix in strange if score >= STRANGER]
    return tuple(dict.fromkeys(fix for _, fix in sorted(found, reverse=True)))


def _scored(words: tuple[str, ...], before: str, after: str, *, one: bool = False) -> list[tuple[int, str]]:
    """Each word with how often it is met between the neighbours; ``one``: after the first of them is enough."""
    pairs = [(together(before, word), together(word, after) if after else 0, word) for word in words]
    return [(left + right, word) for left, right, word in pairs if left and (right or one)]


@cache
def _stands_for(word: str) -> tuple[str, ...]:
    known = lexicon()
    return tuple(
        fix
        for fix in one_slip_away(word)
        if fix.isalpha() and known.band(fix) - known.band(word) >= 2
        if fix in words_of_phrases() or known.band(fix) >= COMMON
    )
