"""The kind of an untyped note, by its words (kinds.toml)."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from afterword.core.facts import PointKind


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[PointKind, "re.Pattern[str]"], ...]:
    table = tomllib.loads(files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8"))
    return tuple((PointKind(kind), re.compile(pattern, re.I)) for kind, pattern in table.items())


def kind_of(text: str, *, default: PointKind) -> PointKind:
    """What a mended text is about; ``default`` when no list speaks."""
    return next((kind for kind, pattern in _patterns() if pattern.search(text)), default)
