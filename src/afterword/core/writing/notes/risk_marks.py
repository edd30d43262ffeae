"""Marks: words that say of a fact that it is confidential, hearsay or from social media (risk_marks.toml).

A mark is found wherever it stands; :mod:`risk_reach` tells how far it reaches.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, cast

from afterword.core.writing.notes.risk_plain import plain, table

CONFIDENTIAL = "risk.confidential"


class Direction(StrEnum):
    """Where the fact stands when its mark is a sentence of its own."""

    BACK = "back"
    AHEAD = "ahead"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class _Rule:
    code: str
    why: str
    direction: Direction
    found: "re.Pattern[str]"
    free: "re.Pattern[str] | None"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark found in a piece of text; ``content``: the words of the piece that say something beside it."""

    code: str
    why: str
    direction: Direction
    words: str
    content: tuple[str, ...]


#: A piece with a mark and no more words of its own than this may speak of its neighbour.
FEW = 2
_POINTING = re.compile(r"\b(?:that|this|it|thats|its|those|these|above|previous|which)\b")


#: An order of silence that says itself what about.
_OF_THEIRS = re.compile(
    r"\b(?:mention|raise|discuss|bring up|talk about|ask about|refer to|name) (?:his|her|their|my) (?:own |late |ex )?"
    r"(?:party|politics|religion|faith|church|temple|wife|husband|partner|kids?|children|daughters?|sons?|family|mother|father|"
    r"illness|health|operation|op|leg|back|age|divorce|marriage|wedding|baby|drinking|weight|looks|accent|ex)\b"
)


def speaks_of_neighbour(text: str, mark: Mark) -> bool:
    """Whether a text with a mark says too little itself to be what is marked.

    Two words of its own are a fact ("runway shrinking, he whispered") unless the text points ("keep that strictly
    within the building"); so is what is theirs ("don't mention his party"). Hearsay and feeds with a word of their
    own are told of that word.
    """
    spelt = plain(text)
    if _OF_THEIRS.search(spelt):
        return False
    own = len(mark.content) + len(re.findall(r"\b\d[\d.,]*", spelt))
    if own < FEW:
        return own == 0 or mark.code == CONFIDENTIAL or bool(_POINTING.search(spelt))
    return own == FEW and mark.code == CONFIDENTIAL and bool(_POINTING.search(spelt))


@lru_cache(maxsize=4096)
def mark_in(text: str, *, names: tuple[str, ...] = ()) -> Mark | None:
    """The first mark in a clean text, or None. ``names``: folded name words that say nothing by themselves."""
    spelt = plain(text)
    for rule in _rules():
        if rule.free:
            spelt_here = rule.free.sub(" . ", spelt)
            if spelt_here != spelt and not rule.found.search(spelt_here):
                continue
        match = rule.found.search(spelt)
        if match:
            return Mark(rule.code, rule.why, rule.direction, match[0], content_of(spelt, names=names))
    return None


@lru_cache(maxsize=4096)
def content_of(text: str, *, names: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The words of a text that say something: no marks, no small words, no figures, no names of the reader."""
    rest = plain(text)
    for rule in _rules():
        rest = rule.found.sub(" ", rest)
    empty = _of_confidence()
    return tuple(w for w in re.findall(r"[^\W\d_]{3,}", rest) if w not in empty and w not in names)


@lru_cache(maxsize=1)
def _of_confidence() -> frozenset[str]:
    return frozenset(table()["words"]["of_confidence"].split())


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    entries = cast("list[dict[str, Any]]", table()["mark"])
    return tuple(
        _Rule(
            entry["code"],
            entry["why"],
            Direction(entry["direction"]),
            _compiled(entry["patterns"]),
            _compiled(entry["free"]) if entry.get("free") else None,
        )
        for entry in entries
    )


def examples() -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """(code, good, bad) of every rule: texts that hold the mark, and texts of the trade that hold none."""
    entries = cast("list[dict[str, Any]]", table()["mark"])
    return [(e["code"], tuple(e["good"]), tuple(e["bad"])) for e in entries]


def _compiled(patterns: list[str]) -> "re.Pattern[str]":
    return re.compile("|".join(f"(?:{_expanded(p)})" for p in patterns))


def _expanded(pattern: str) -> str:
    classes = table()["class"]
    for _ in range(2):
        pattern = re.sub(r"<(\w+)>", lambda m: f"(?:{classes[m[1]]})", pattern)
    return pattern
