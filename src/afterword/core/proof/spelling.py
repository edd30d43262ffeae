"""Whether a word an engine does not know is a misspelling, or a name, a term, an abbreviation."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from afterword.core.proof.dates import MONTHS
from afterword.core.proof.lexicon import ADJECTIVE, NOUN, PLURAL, lexicon
from afterword.core.proof.ranking import change
from afterword.core.proof.tokens import Kind, Token, sentence_start, straight

#: A capitalised word this near (see :func:`ranking.change`) to an expected one is that word misspelt.
NEAR, NEAR_LONG, LONG = 1.3, 2.0, 7
#: A sentence's first word may also be any word at least this common, misspelt.
COMMON_OPENER = 24
#: Each half of a word made of two nouns is so long, and so common (log2 of its count).
SHORTEST_HALF, COMMON_HALF = 4, 20
#: A common word no farther than this (see :func:`ranking.change`) is what was meant instead.
NEAR_WORD = 2.5
_FIRST, _SECOND = frozenset([NOUN, PLURAL, ADJECTIVE]), frozenset([NOUN, PLURAL])
_SHAPE = re.compile(r"\d|[&/@#_.+]|.\S*[A-Z]")
_PREFIX = re.compile(r"(?:un|mis|non|sub|multi|pre|over|under|inter|intra|super|post)-?([a-z]{5,})$")
_BEFORE_MONTH = frozenset(["in", "by", "since", "until", "till", "early", "late", "mid", "of", "last", "next", "on", "from", "through",
                           "during", "this", "before", "after"])  # fmt: skip
_MONTHS = frozenset(name.lower() for name in MONTHS)
#: Such a word follows a person's name.
_AFTER_NAME = frozenset(["and", "is", "was", "has", "had", "will", "would", "who", "also", "can", "could"])
_AFTER_DEAR_OR_KIND = frozenset(["mr", "ms", "mrs", "mx", "dr", "prof", "regards", "wishes", "hiring"])


@dataclass(frozen=True, slots=True)
class Words:
    """What is known to be right in one text: the numbers of tokens that are names, their spans, and safe words."""

    places: frozenset[int]
    spans: tuple[tuple[int, int], ...]
    safe: frozenset[str]

    def names_only(self, start: int, end: int) -> bool:
        """Whether ``start`` to ``end`` lies inside one name."""
        return any(first <= start and end <= last for first, last in self.spans)


def words_of(tokens: tuple[Token, ...], places: frozenset[int], safe: Iterable[str]) -> Words:
    """The known words of a text: ``places`` as found in it, and every other place the same name stands."""
    names = {tokens[at].low for at in places if not lexicon().known(tokens[at].low)}
    everywhere = places | {
        at for at, token in enumerate(tokens) if token.capital and bare(token.low) in names
    }
    spans = tuple((tokens[at].start, tokens[at].end) for at in sorted(everywhere))
    return Words(frozenset(everywhere), spans, frozenset(bare(straight(word).lower()) for word in safe))


def bare(word: str) -> str:
    """``word`` without a possessive ending."""
    return word.removesuffix("'s").removesuffix("'")


@cache
def _listed(name: str) -> frozenset[str]:
    lines = (files(__package__) / "data" / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def glossary() -> frozenset[str]:
    """The words of the trade, in lower case."""
    return _listed("glossary.txt")


def misspelt(word: str, at: int, fixes: tuple[str, ...], tokens: tuple[Token, ...], words: Words) -> bool:
    """Whether ``word``, the token ``at``, unknown to the engine, is a misspelling to be shown."""
    low = bare(straight(word).lower())
    if _SHAPE.search(word[1:] if word[:1].isupper() else word) or _SHAPE.match(word[:1]):
        return False
    if at in words.places or _allowed(low, words) or not word.isascii():
        return False
    if word[:1].isupper():
        return _capital_misspelt(low, at, fixes, tokens)
    return not _built_of_known_parts(low, words) and not _two_nouns(low, fixes)


def _allowed(low: str, words: Words) -> bool:
    known = glossary()
    return any(
        form in known or form in words.safe for form in (low, low.removesuffix("s"), low.removesuffix("es"))
    )


def _built_of_known_parts(low: str, words: Words) -> bool:
    if "-" in low:
        return all(
            part.isdigit() or len(part) == 1 or lexicon().known(part) or _allowed(part, words)
            for part in low.split("-")
        )
    prefixed = _PREFIX.match(low)
    return prefixed is not None and lexicon().band(prefixed.group(1)) >= COMMON_OPENER - 3


def _two_nouns(low: str, fixes: tuple[str, ...]) -> bool:
    """Whether ``low`` is two plain words written as one ("homeware", "stocktake") and no common word is near it."""
    if any(
        " " not in fix
        and change(low, fix.lower()) <= NEAR_WORD
        and lexicon().band(fix.lower()) >= COMMON_HALF
        for fix in fixes
    ):
        return False
    halves = ((low[:cut], low[cut:]) for cut in range(SHORTEST_HALF, len(low) - SHORTEST_HALF + 1))
    return any(
        min(lexicon().band(first), lexicon().band(second)) >= COMMON_HALF
        and lexicon().can_be(first) & _FIRST
        and lexicon().can_be(second) & _SECOND
        for first, second in halves
    )


def _capital_misspelt(low: str, at: int, fixes: tuple[str, ...], tokens: tuple[Token, ...]) -> bool:
    """A capitalised unknown word is a name unless it is very like a word expected there."""
    if any(_near(low, fix) and _expected(fix.lower(), at, tokens) for fix in fixes):
        return True
    opens = sentence_start(tokens, at)
    if not opens or not fixes or not _near(low, fixes[0]):
        return False
    return lexicon().band(fixes[0].lower()) >= COMMON_OPENER and not _reads_as_a_name(at, tokens)


def _near(low: str, fix: str) -> bool:
    return len(low) > 2 and change(low, fix.lower()) <= (NEAR_LONG if len(low) >= LONG else NEAR)


def _expected(fix: str, at: int, tokens: tuple[Token, ...]) -> bool:
    if sentence_start(tokens, at) and fix in _listed("openers.txt"):
        return len(fix) > 4 or _before_closing_or_title(at, tokens) or not _reads_as_a_name(at, tokens)
    if fix in _MONTHS and len(fix) < 7:
        return at > 0 and tokens[at - 1].low in _BEFORE_MONTH
    return fix in _listed("titles.txt") and len(fix) > 3


def _before_closing_or_title(at: int, tokens: tuple[Token, ...]) -> bool:
    """Whether "Dear" or "Kind" is to be expected at ``at``."""
    return at + 1 < len(tokens) and tokens[at + 1].low in _AFTER_DEAR_OR_KIND


def _reads_as_a_name(at: int, tokens: tuple[Token, ...]) -> bool:
    """Whether what follows the word ``at`` follows a person's name: a verb told of them, "and", another capital."""
    if tokens[at].low.endswith("'s"):
        return True
    if at + 1 >= len(tokens):
        return True
    after = tokens[at + 1]
    if after.kind is Kind.MARK:
        return after.text in {",", ".", "&"}
    if after.kind is not Kind.WORD:
        return after.kind is Kind.BREAK
    if after.capital and after.low != "i":
        return True
    tags = lexicon().can_be(after.low)
    return after.low in _AFTER_NAME or (bool(tags & {"D", "S"}) and not tags & {"L", "B", "N", "J"})
