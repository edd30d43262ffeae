"""Stock phrases of such letters: one word of them mistyped into another word, or left out, is seen by the rest of the phrase.

``data/phrases/*.txt`` hold one phrase a line:

``word``  ``a|b``    what stands there; another known word one slip away from it, in the phrase, is that word mistyped
``(a|b)``            what must stand there, and is not doubted itself
``word!``            the phrase without this word is flagged too
``word*``            another preposition in its place is flagged
``-a|b``             last in the line: words that may rightly stand where they look like slips
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from afterword.core.findings import Finding, Span
from afterword.core.proof.distance import letters_apart
from afterword.core.proof.lexicon import PLURAL, lexicon, together
from afterword.core.proof.ranking import change
from afterword.core.proof.tokens import Kind, Token

PREPOSITIONS = frozenset(["in", "on", "at", "of", "for", "to", "with", "from", "about", "by", "into"])
#: Each of these may rightly stand where another does: "our team" is no slip of "your team".
FREE = frozenset(
    ["my", "our", "your", "her", "his", "their", "its", "the", "this", "these", "those", "that", "a", "an", "last", "past", "some",
     "same", "any", "many", "most", "more", "much", "here", "there", "where", "when", "then", "what", "who", "how", "now", "none", "one",
     "will", "would", "can", "could", "may", "might", "has", "had", "was", "were", "he", "she", "we", "they", "i", "every", "very",
     "new", "few", "next", "first", "best", "large", "long", "late", "great", "good", "both", "each", "all", "also", "well"]
)  # fmt: skip
#: A word this long may be two letters off, unless so many letters at its beginning are right: that is a word of the family.
LONG, FAMILY = 8, 5
#: Shorter words are not doubted: "to" and "in" are a slip away from everything.
SHORTEST = 3
#: How much more often (log2, both neighbours together) the meant word must be met there than one that is met there too.
CLEARLY = 8
#: A word of the same kind that is met so often (log2) after the word before it is none mistyped.
PLAIN, CONTENT = 25, frozenset("BSDPGNLJ")


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a phrase and the words that belong there, the usual first."""

    words: tuple[str, ...]
    doubted: bool
    needed: bool = False
    preposition: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of slots; ``missing`` is the slot left out, so that the row as it stands is a slip (-1: none)."""

    slots: tuple[Slot, ...]
    allowed: frozenset[str] = frozenset()
    missing: int = -1
    left_out: str = ""


def phrase_of(line: str) -> Phrase:
    """One line of a phrase file. Raises ValueError for a line with fewer than two words."""
    allowed: frozenset[str] = frozenset()
    slots: list[Slot] = []
    for word in line.split():
        if word.startswith("-"):
            allowed = frozenset(word[1:].split("|"))
            continue
        bare = word.strip("()!*")
        words = tuple(bare.split("|"))
        slots.append(Slot(words, not word.startswith("("), "!" in word, "*" in word))
    if len(slots) < 2:
        raise ValueError(f"a phrase has two words or more: {line!r}")
    if slots[0].needed:
        raise ValueError(f"nothing tells that its first word is missing: {line!r}")
    return Phrase(tuple(slots), allowed)


def gaps_of(phrase: Phrase) -> Iterator[Phrase]:
    """The phrase without each word that must not be missing."""
    for at, slot in enumerate(phrase.slots):
        if slot.needed:
            rest = phrase.slots[:at] + phrase.slots[at + 1 :]
            yield Phrase(rest, missing=at, left_out=slot.words[0])


def phrase_lines() -> Iterator[str]:
    """Every phrase as it is written down."""
    folder = files(__package__) / "data" / "phrases"
    for name in sorted(item.name for item in folder.iterdir() if item.name.endswith(".txt")):
        for line in (folder / name).read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield line


@cache
def words_of_phrases() -> frozenset[str]:
    """Every word that stands in a stock phrase."""
    return frozenset(word for line in phrase_lines() for slot in phrase_of(line).slots for word in slot.words)


@cache
def _by_word() -> dict[str, tuple[tuple[Phrase, int], ...]]:
    """Word -> phrases to try where it is met, and its place in them; two rare words of each phrase lead to it."""
    table: dict[str, list[tuple[Phrase, int]]] = {}
    for line in phrase_lines():
        phrase = phrase_of(line)
        for one in (phrase, *gaps_of(phrase)):
            anchors = sorted(range(len(one.slots)), key=lambda at, one=one: _met(one.slots[at]))  # type: ignore[misc]
            for at in anchors[: 1 if one.missing >= 0 else 2]:
                for word in one.slots[at].words:
                    table.setdefault(word, []).append((one, at))
    return {word: tuple(found) for word, found in table.items()}


def _met(slot: Slot) -> int:
    return max(lexicon().band(word) for word in slot.words) + len(slot.words)


def phrase_slips(text: str, tokens: tuple[Token, ...]) -> Iterator[Finding]:
    """Every slip in a stock phrase of ``text``, each once."""
    seen: set[tuple[int, int]] = set()
    for at, token in enumerate(tokens):
        for phrase, place in _by_word().get(token.low, ()):
            begin = at - place
            if begin < 0 or begin + len(phrase.slots) > len(tokens):
                continue
            finding = _slip(phrase, text, tokens[begin : begin + len(phrase.slots)], tokens, begin)
            if finding is not None and finding.span is not None:
                key = (finding.span.start, finding.span.end)
                if key not in seen:
                    seen.add(key)
                    yield finding


def _slip(
    phrase: Phrase, text: str, here: tuple[Token, ...], tokens: tuple[Token, ...], begin: int
) -> Finding | None:
    off = [at for at, slot in enumerate(phrase.slots) if here[at].low not in slot.words]
    if phrase.missing >= 0:
        return None if off else _left_out(phrase, text, here)
    if len(off) != 1 or here[off[0]].kind is not Kind.WORD:
        return None
    at = off[0]
    fixes = _meant(phrase, at, tokens, begin)
    if not fixes:
        return None
    token = here[at]
    cased = tuple(fix[:1].upper() + fix[1:] if token.capital else fix for fix in fixes)
    words = " ".join(fixes[0] if n == at else one.low for n, one in enumerate(here))
    return Finding("phrase.slip", f"The phrase is “{words}”.", Span(token.start, token.end), cased)


def _meant(phrase: Phrase, at: int, tokens: tuple[Token, ...], begin: int) -> tuple[str, ...]:
    """The words of the slot ``at`` for which the one standing there was mistyped, nearest first."""
    slot, token = phrase.slots[at], tokens[begin + at]
    word = token.low
    if word in phrase.allowed:
        return ()
    if slot.preposition and word in PREPOSITIONS:
        return slot.words[:3]
    if not slot.doubted or not lexicon().known(word) or (token.capital and at > 0):
        return ()
    if any(same_word(word, meant) or {word, meant} <= FREE for meant in slot.words):
        return ()
    near = [m for m in slot.words if mistyped(word, m) and not _as_good(m, begin + at, tokens)]
    if at == 0:
        near = [m for m in near if _opens(m, begin, tokens)]
    return tuple(sorted(near, key=lambda meant: change(word, meant)))[:3]


def mistyped(word: str, meant: str) -> bool:
    """Whether ``word`` can be ``meant`` with a slip of the hand."""
    if len(meant) < SHORTEST or len(word) < 2:
        return False
    apart = letters_apart(word, meant)
    if apart == 2:
        return len(meant) >= LONG and word[:2] == meant[:2] and word[:FAMILY] != meant[:FAMILY]
    return apart == 1


def same_word(word: str, other: str) -> bool:
    """Whether both are forms of one word."""
    words = lexicon()
    verbs = words.verbs.get(word), words.verbs.get(other)
    if verbs[0] is not None and verbs[0] == verbs[1]:
        return True
    if word.startswith(other) and word[len(other) :] in {"r", "er", "st", "est", "ly", "y"}:
        return True
    return words.form(word, PLURAL) == other or words.form(other, PLURAL) == word


def _as_good(meant: str, at: int, tokens: tuple[Token, ...]) -> bool:
    """Whether the word ``at`` sits as well among its neighbours as ``meant`` would: both its pairs are often met."""
    word = tokens[at].low
    before = tokens[at - 1].low if at else ""
    after = tokens[at + 1].low if at + 1 < len(tokens) and tokens[at + 1].kind is Kind.WORD else ""
    pairs = [(before, word), (word, after)] if after else [(before, word)]
    met = [together(*pair) for pair in pairs]
    wanted = together(before, meant) + (together(meant, after) if after else 0)
    if met[0] >= PLAIN and lexicon().can_be(word) & lexicon().can_be(meant) & CONTENT:
        return True
    return min(met) > 0 and wanted - sum(met) < CLEARLY


def _opens(meant: str, at: int, tokens: tuple[Token, ...]) -> bool:
    """Whether ``meant``, the first word of a phrase, fits what stands before it: nothing before the phrase tells of it."""
    if at and tokens[at - 1].kind is Kind.WORD:
        return bool(together(tokens[at - 1].low, meant))
    return not (at + 1 < len(tokens) and together(tokens[at].low, tokens[at + 1].low))


def _left_out(phrase: Phrase, text: str, here: tuple[Token, ...]) -> Finding:
    at = phrase.missing
    if at < len(here):
        token, fix = here[at], f"{phrase.left_out} {text[here[at].start : here[at].end]}"
    else:
        token = here[-1]
        fix = f"{text[token.start : token.end]} {phrase.left_out}"
    message = f"The word “{phrase.left_out}” seems to be missing."
    return Finding("phrase.missing", message, Span(token.start, token.end), (fix,))
