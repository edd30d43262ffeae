"""The openings of a debrief ("They are growing by…") and the note a typed continuation becomes.

What is kept is what the user typed, with as much of the opening as the words need to make sense alone:
"two plants" after "They are growing by…" is kept as "growing by two plants", while "close takes nine
days" after "The hard part is…" is kept as it stands.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from afterword.core.facts import PointKind

_FIRST = re.compile(r"[^\s,.;:!?]+:?")


@dataclass(frozen=True, slots=True)
class Stem:
    """One opening: what the button says, an example, and the rule of what is kept."""

    kind: PointKind
    stem: str
    hint: str
    keep: str
    unless: tuple[str, ...]
    only: tuple[str, ...]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("stems.toml").read_text(encoding="utf-8"))


@cache
def _small_words() -> frozenset[str]:
    """Words whose capital is the keyboard's doing, not theirs."""
    return frozenset(_data()["small_words"])


@cache
def stems() -> tuple[Stem, ...]:
    """The openings in the order the page shows them, one for every kind of point."""
    return tuple(
        Stem(
            kind=PointKind(row["kind"]),
            stem=row["stem"],
            hint=row["hint"],
            keep=row["keep"],
            unless=tuple(row["unless"]),
            only=tuple(row["only"]),
        )
        for row in _data()["stem"]
    )


def stem_for(kind: PointKind) -> Stem:
    """The opening of a kind."""
    return next(stem for stem in stems() if stem.kind is kind)


def note_from(kind: PointKind, typed: str) -> str:
    """The note to keep for what was typed after the opening of ``kind``; "" when nothing was typed."""
    words = " ".join(typed.split())
    stem = stem_for(kind)
    if not words or not stem.keep or _starts_with(words, stem.keep):
        return words
    first = _FIRST.match(words)
    if first is None or not _wanted(stem, first[0].lower()):
        return words
    return f"{stem.keep} {_lowered(words)}"


def typed_from(kind: PointKind, note: str) -> str:
    """What to show after the opening for a kept note, so that keeping it again changes nothing."""
    stem = stem_for(kind)
    if stem.keep and _starts_with(note, stem.keep):
        rest = note[len(stem.keep) :].strip()
        if note_from(kind, rest) == note:
            return rest
    return note


def _starts_with(words: str, opening: str) -> bool:
    head = words[: len(opening) + 1].lower()
    return head in (opening, f"{opening} ")


def _wanted(stem: Stem, first: str) -> bool:
    """Whether the words that begin with ``first`` need the opening to make sense."""
    if stem.only:
        return first in stem.only
    stands = first in stem.unless or ("-ing" in stem.unless and first.endswith("ing") and len(first) > 4)
    return not stands


def _lowered(words: str) -> str:
    """A capital that only the phone's keyboard put there goes; names and acronyms keep theirs."""
    first, _, rest = words.partition(" ")
    if first[:1].isupper() and first.lower() in _small_words():
        return f"{first.lower()} {rest}".strip()
    return words
