"""What a stretch of text speaks of: deciding, answering, something else, what has happened. The words are in ``words.toml``."""

import re
import tomllib
from functools import cache
from importlib.resources import files


def speaks(text: str, kind: str) -> bool:
    """Whether a lower-case text holds one of the phrases listed in ``words.toml`` under ``kind``."""
    return _phrases()[kind].search(text) is not None


def strength(text: str) -> int:
    """How plainly a text promises: 2 when it speaks of deciding, 1 of answering or of time asked for, else 0."""
    if speaks(text, "deciding"):
        return 2
    return int(any(speaks(text, kind) for kind in ("answering", "allowing", "told_me")))


def speaks_elsewhere(text: str, plainly: int) -> bool:
    """Whether a text that speaks ``plainly`` means the candidate's own answer, another matter, or what has happened."""
    if is_past(text) or speaks(text, "matter") or (speaks(text, "work") and not speaks(text, "hiring")):
        return True
    if speaks(text, "told_me"):
        return False
    return (plainly < 2 and speaks(text, "other")) or speaks(text, "asked")


def is_past(text: str) -> bool:
    """Whether a text tells what has happened, and nothing that is to come."""
    return speaks(text, "past") and not speaks(text, "coming")


@cache
def _phrases() -> dict[str, re.Pattern[str]]:
    text = files("afterword.core.reading.dates").joinpath("words.toml").read_text("utf-8")
    return {
        kind: re.compile("|".join(f"(?:{one})" for one in several))
        for kind, several in tomllib.loads(text).items()
    }
