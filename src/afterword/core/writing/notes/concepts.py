"""Which subjects of finance work a text touches (concepts.toml), so that a strength can answer a need."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"[\w&-]+")


@lru_cache(maxsize=1)
def _by_word() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(files(__package__).joinpath("concepts.toml").read_text(encoding="utf-8"))
    found: dict[str, list[str]] = {}
    for concept, words in table.items():
        for word in words:
            found.setdefault(word, []).append(concept)
    return {word: tuple(concepts) for word, concepts in found.items()}


def concepts_of(text: str) -> tuple[str, ...]:
    """The concepts a text touches, sorted."""
    words = _WORD.findall(text.lower())
    table = _by_word()
    return tuple(sorted({concept for word in words for concept in table.get(word, ())}))
