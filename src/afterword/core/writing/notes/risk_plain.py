"""Notes in the plainest spelling, only for finding marks: no apostrophes, one form of "not", short forms and typos mended.

What comes out is never written into a letter; it only decides what stays out of one.
"""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import OSA

from afterword.core.writing.notes.clean import folded
from afterword.core.writing.words.lexicon import known

_NOT = re.compile(
    r"\b(do|does|did|is|was|has|have|had|would|should|could|must|are|were|need|ca|wo|ai)\s?n[' ]?t\b|"
    r"\b(do|does|did|is|was|has|have|had|would|should|could|must|are|were|need|can) not\b"
)
_MARKS = re.compile(r"\s*([,:;()!?.\"]|(?<=\s)-+(?=\s)|->|=)\s*")
#: Brackets kept through cutting a note into sentences (risk_reach).
OPEN, CLOSE = "\u0002", "\u0003"
_BRACKETS = str.maketrans({OPEN: " ( ", CLOSE: " ) "})
#: Letters a word needs before one of them may be wrong, and before two may.
_ONE_WRONG, _TWO_WRONG = 4, 9


def plain(text: str) -> str:
    """Small letters, marks standing alone, "do not" as "dont", no hyphens inside words, shorthand and typos mended."""
    small = folded(text).translate(_BRACKETS)
    small = _NOT.sub(lambda m: (m[1] or m[2]) + ("t" if (m[1] or m[2]) == "can" else "nt"), small)
    small = re.sub(r"(?<=\w)'(?=\w)|\b(\w)\.(?=\w\.)", r"\1", small)
    small = re.sub(r"(?<=\w)-+(?=\w)", " ", small)
    small = re.sub(r"\b([a-z])\1{2,}", r"\1", re.sub(r"([a-z])\1{2,}", r"\1\1", small))
    parts = _MARKS.sub(r" \1 ", small).replace("'", " ").split()
    return " ".join(_mended(part) for part in parts)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    if word in _shorthand():
        return _shorthand()[word]
    if len(word) < _ONE_WRONG or not word.isalpha() or known(word) or word in _vocabulary():
        return word
    wrong = 2 if len(word) >= _TWO_WRONG else 1
    near = process.extractOne(
        word, [w for w in _words() if w[0] == word[0]], scorer=OSA.distance, score_cutoff=wrong
    )
    return str(near[0]) if near else word


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, str]]:
    """The word lists of risk_marks.toml."""
    return tomllib.loads(files(__package__).joinpath("risk_marks.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _shorthand() -> dict[str, str]:
    return table()["shorthand"]


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    """What a typo in a mark may stand for, in the order of the file."""
    return tuple(dict.fromkeys(w for w in table()["words"]["mended"].split() if len(w) >= _ONE_WRONG))


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    return frozenset(_words()) | frozenset(table()["words"]["left"].split())
