"""How alike two letters are: shared word trigrams, shared sentences."""

import re

_WORD = re.compile(r"[\w'&-]+")


def trigrams(text: str) -> frozenset[tuple[str, str, str]]:
    """All runs of three words, small letters."""
    words = _WORD.findall(text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def likeness(one: str, other: str) -> float:
    """Jaccard similarity of trigrams, 0 to 1."""
    mine, theirs = trigrams(one), trigrams(other)
    return len(mine & theirs) / max(1, len(mine | theirs))
