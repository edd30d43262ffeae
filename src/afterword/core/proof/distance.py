"""How many letters apart two words are, and what they are without their accents."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=20_000)
def letters_apart(one: str, other: str) -> int:
    """Letters added, dropped, changed, or two neighbours swapped, to turn ``one`` into ``other``."""
    if abs(len(one) - len(other)) > 3:
        return abs(len(one) - len(other))
    older: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        row = [i + 1]
        for j, wanted in enumerate(other):
            cost = min(last[j] + (letter != wanted), last[j + 1] + 1, row[j] + 1)
            if i and j and one[i - 1] == wanted and letter == other[j - 1]:
                cost = min(cost, older[j - 1] + 1)
            row.append(cost)
        older, last = last, row
    return last[-1]


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """``word`` without accents: García as Garcia, Bjørn as Bjorn, Wałęsa as Walesa; composed or not."""
    parts = unicodedata.normalize("NFD", word.translate(_LETTERS))
    return "".join(part for part in parts if not unicodedata.combining(part))


_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "ı": "i"}
)
