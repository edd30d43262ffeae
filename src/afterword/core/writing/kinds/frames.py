"""The wordings of frames.toml."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import cast

from afterword.core.facts import LetterKind

_SLOT = re.compile(r"\{(\w+)\}")


def frames(kind: LetterKind, move: str) -> tuple[str, ...]:
    """The wordings of one move of one kind of letter."""
    return tuple(_table()[kind][move])


def moves(kind: LetterKind) -> tuple[str, ...]:
    """The moves frames.toml knows for a kind."""
    return tuple(_table()[kind])


def slots_of(frame: str) -> tuple[str, ...]:
    """The slots of a wording in the order they stand in it."""
    return tuple(_SLOT.findall(frame))


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    text = (files("afterword.core.writing.kinds") / "frames.toml").read_text(encoding="utf-8")
    return cast(dict[str, dict[str, list[str]]], tomllib.loads(text))
