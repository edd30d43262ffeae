"""Words as the gate compares them: folded, stemmed, and sorted into how much a word can claim.

The stemmer is deliberately small: it only has to bring the note's word and the letter's word together
("reconciliations" and "reconcile"), not to be right about English. Irregular forms are data.
"""

import re
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:['’.&/-][^\W_]+)*", re.UNICODE)
#: How many words and texts are remembered; a letter and its notes are looked at by many checks.
_WORDS_KEPT, _TEXTS_KEPT = 65_536, 4_096
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "})
_ENDINGS = (
    ("ications", "y"), ("ication", "y"), ("iliations", "il"), ("iliation", "il"), ("ational", ""),
    ("izations", "iz"), ("ization", "iz"), ("isations", "iz"), ("isation", "iz"), ("ising", "iz"),
    ("ised", "iz"), ("ise", "iz"), ("ations", ""), ("ation", ""), ("ements", ""), ("ement", ""),
    ("ments", ""), ("ment", ""), ("nesses", ""), ("ness", ""), ("ings", ""), ("ing", ""),
    ("ers", ""), ("er", ""), ("ors", ""), ("or", ""), ("edly", ""), ("ed", ""), ("ies", "y"),
    ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("es", ""), ("s", ""), ("ly", ""),
)  # fmt: skip


class Weight(StrEnum):
    """How much a word can claim."""

    STOP = "stop"  # grammar only
    FRAME = "frame"  # letters of this kind are made of it
    EVERYDAY = "everyday"  # colours a sentence and states no fact of the work
    ORDINARY = "ordinary"  # everyday office and finance
    RARE = "rare"  # everything else: the words that give a point away


def fold(text: str) -> str:
    """NFC with typewriter quotes, hyphens and spaces; same length as the NFC text."""
    return unicodedata.normalize("NFC", text).translate(_QUOTES)


@lru_cache(maxsize=_TEXTS_KEPT)
def bare(text: str) -> str:
    """Lower case without diacritics, for finding a name that lost its accents."""
    spread = unicodedata.normalize("NFKD", fold(text).replace("ß", "ss").replace("ø", "o").replace("Ø", "O"))
    spread = spread.replace("ł", "l").replace("Ł", "L").replace("æ", "ae").replace("Æ", "AE")
    return "".join(letter for letter in spread if not unicodedata.combining(letter)).lower()


def words(text: str) -> tuple[str, ...]:
    """The words of a text as written, hyphened compounds in one piece."""
    return tuple(_WORD.findall(fold(text)))


@lru_cache(maxsize=_TEXTS_KEPT)
def parts(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, hyphened compounds taken apart, possessives dropped."""
    plain = fold(text).lower().replace("'s", "").replace("-", " ").replace("/", " ")
    return tuple(word.strip(".&'") for word in _WORD.findall(plain))


def _read(name: str) -> list[str]:
    text = (files("afterword.core.writing.gate") / "words" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _irregular() -> dict[str, str]:
    pairs = (line.split("\t") for line in _read("irregular.tsv"))
    return dict(pairs)


@cache
def _lexicon(name: str) -> frozenset[str]:
    listed = frozenset(word for line in _read(name) for word in line.split())
    return listed if name == "stop.txt" else listed | frozenset(stem(word) for word in listed)


@lru_cache(maxsize=_WORDS_KEPT)
def stem(word: str) -> str:
    """The comparable core of one lower-case word."""
    known = _irregular().get(word)
    if known is not None:
        return known
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _tail(word[: -len(ending)] + instead)
    return _tail(word)


def _tail(root: str) -> str:
    """Drop a doubled consonant and a final e, and read y as i, so that forms of one verb agree."""
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "aeious":
        root = root[:-1]
    if len(root) > 3 and root.endswith("e"):
        root = root[:-1]
    return root[:-1] + "i" if len(root) > 3 and root.endswith("y") else root


@lru_cache(maxsize=_WORDS_KEPT)
def weight(word: str) -> Weight:
    """How much one lower-case word can claim."""
    if len(word) == 1 and not word.isdigit():
        return Weight.STOP
    if word in _lexicon("stop.txt"):
        return Weight.STOP
    for kind in (Weight.FRAME, Weight.EVERYDAY, Weight.ORDINARY):
        if word in _lexicon(f"{kind}.txt") or stem(word) in _lexicon(f"{kind}.txt"):
            return kind
    return Weight.RARE


@lru_cache(maxsize=_TEXTS_KEPT)
def content(text: str) -> tuple[str, ...]:
    """The words that carry content: neither grammar nor bare numbers."""
    return tuple(word for word in parts(text) if weight(word) is not Weight.STOP and not word[0].isdigit())


@lru_cache(maxsize=_TEXTS_KEPT)
def claims(text: str) -> tuple[str, ...]:
    """The content words that need a source: neither letter frame nor everyday comment."""
    return tuple(word for word in content(text) if weight(word) in (Weight.ORDINARY, Weight.RARE))


@lru_cache(maxsize=_TEXTS_KEPT)
def stems(text: str) -> frozenset[str]:
    """The stems of every content word of a text."""
    return frozenset(stem(word) for word in content(text))


@lru_cache(maxsize=_WORDS_KEPT)
def _same_family(one: str, other: str) -> bool:
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= 5 and max(len(one), len(other)) - shared <= 4


def grounded(word: str, known: frozenset[str]) -> bool:
    """Whether a word, or another of its family ("consolidated", "consolidation"), is among known stems."""
    core = stem(word)
    return core in known or any(_same_family(core, other) for other in known)
