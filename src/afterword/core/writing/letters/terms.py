"""Terms two texts share: neighbours that name one thing though each word alone is too common to tell."""

import itertools
import re
from functools import lru_cache

from afterword.core.writing.letters.told import listed
from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.phrases import DETERMINERS, PREPOSITIONS, is_number

_PLAIN = {"and", "but", "not", "was", "were", "are", "has", "had", "have", "from", "into", "how", "what", "you", "your", "new", "old", "all",
          "cut", "led", "ran", "set", "end", "day", "year", "month", "week", "time", "late", "last", "next", "big"}  # fmt: skip


def shared_terms(one: str, other: str) -> frozenset[str]:
    """Terms both texts name: "gift aid", "cost per ton"; plurals count as the word itself."""
    return _terms(one) & _terms(other)


@lru_cache(maxsize=2048)
def _terms(text: str) -> frozenset[str]:
    small = [folded(w).removesuffix("s") for w in re.findall(r"[A-Za-z]{2,}|\d\S*|[,.;:]", text)]
    rates = {" ".join(three) for three in zip(small, small[1:], small[2:], strict=False) if three[1] == "per"}
    pairs = {f"{a} {b}" for a, b in itertools.pairwise(small) if _names(a) and _names(b)}
    return frozenset(rates | pairs)


@lru_cache(maxsize=4096)
def _names(word: str) -> bool:
    """Whether a word can be half of a term."""
    common = DETERMINERS | PREPOSITIONS | _PLAIN | listed("untelling")
    return len(word) > 2 and word.isalpha() and not is_number(word) and not {word, f"{word}s"} & common
