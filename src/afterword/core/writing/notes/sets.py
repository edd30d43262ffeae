"""Closed lists of words the reading of notes relies on (sets.toml)."""

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    table = tomllib.loads(files(__package__).joinpath("sets.toml").read_text(encoding="utf-8"))
    return {name: str(words) for name, words in table.items()}


def word_set(name: str) -> frozenset[str]:
    """The words of one list; KeyError when there is no such list."""
    return frozenset(_table()[name].split())
