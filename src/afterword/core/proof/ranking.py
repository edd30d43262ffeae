"""Fixes for a misspelt word in a good order: how the slip could have happened, how common the word is, what stands beside it."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from afterword.core.proof.dates import MONTHS, WEEKDAYS
from afterword.core.proof.lexicon import lexicon, together

#: Weights, fitted by ``bench/proof.py`` on generated slips; a band is log2 of a count.
COMMON, BESIDE, CHANGE, PLACE = 0.3, 0.1, 2.2, 0.25
#: A candidate of our own must be at least this common.
COMMON_ENOUGH = 20
#: Where nothing nearer than this is offered, common words of the same first letter are tried too.
FAR, COMMON_WORD = 1.4, 23
#: What is gained by a day or month behind a word that calls for one.
CALENDAR = 3.0
_CALLS = frozenset(
    {"on", "by", "next", "last", "this", "until", "till", "since", "every", "before", "after", "from", "in"}
)
_CALENDAR = frozenset(name.lower() for name in (*WEEKDAYS, *MONTHS))
_VOWELS = frozenset("aeiouy")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def ranked(word: str, fixes: Sequence[str], *, before: str, after: str, most: int = 3) -> tuple[str, ...]:
    """At most ``most`` fixes for ``word``, best first, from the engine's ``fixes`` and words one slip away.

    ``before`` and ``after`` are the neighbouring words in lower case, "" where there is none.
    """
    low = word.lower()
    own = (fix for fix in one_slip_away(low) if lexicon().band(fix) >= COMMON_ENOUGH)
    places = {fix: place for place, fix in reversed(list(enumerate(fixes)))}
    past = _irregular_past(low)
    for fix in own:
        places.setdefault(fix, len(fixes) + 2)
    if all(change(low, fix.lower()) > FAR for fix in places):
        for fix in _common_words(low[:1], len(low)):
            places.setdefault(fix, len(fixes) + 4)
    scored = sorted(places, key=lambda fix: (-_score(low, fix, places[fix], before, after), places[fix], fix))
    return tuple(dict.fromkeys(_cased(fix, word) for fix in (*past, *scored)))[:most]


def _irregular_past(word: str) -> tuple[str, ...]:
    """The past of an irregular verb that was given the regular ending: "teached", "choosed"."""
    if not word.endswith("ed"):
        return ()
    pasts = (lexicon().form(base, "D") for base in (word[:-2], word[:-1], word[:-3]))
    return tuple(past for past in pasts if past and not past.endswith("ed"))[:1]


def _score(word: str, fix: str, place: int, before: str, after: str) -> float:
    low = fix.lower()
    parts = low.split()
    band = min((lexicon().band(part) for part in parts), default=0) - 6 * (len(parts) - 1)
    beside = together(before, parts[0]) + together(parts[-1], after) if parts else 0
    capital = 3.0 if fix[:1].isupper() and not word[:1].isupper() else 0.0
    named = CALENDAR if low in _CALENDAR and before in _CALLS else 0.0
    return (
        named + COMMON * band + BESIDE * beside - CHANGE * change(word, low) - PLACE * min(place, 8) - capital
    )


def _cased(fix: str, word: str) -> str:
    if len(word) > 1 and word.isupper():
        return fix.upper()
    return fix[:1].upper() + fix[1:] if word[:1].isupper() else fix


@cache
def _common_words(first: str, length: int) -> tuple[str, ...]:
    bands = lexicon().bands
    return tuple(
        word
        for word, band in bands.items()
        if band >= COMMON_WORD and word[0] == first and abs(len(word) - length) <= 2 and len(word) > 2
    )


def one_slip_away(word: str) -> Iterator[str]:
    """Every listed word one letter more, less, other or swapped away from ``word``, or split by a space."""
    bands = lexicon().bands
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {left + right[1:] for left, right in splits if right}
    found |= {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    found |= {left + letter + right[1:] for left, right in splits if right for letter in _LETTERS}
    found |= {left + letter + right for left, right in splits for letter in _LETTERS}
    yield from sorted(fix for fix in found if fix in bands and fix != word)


@lru_cache(maxsize=20_000)
def change(word: str, fix: str) -> float:
    """How far ``fix`` is from ``word``: letters added, dropped, changed, swapped, each at the price of its likelihood."""
    wide = len(fix) + 1
    last: list[float] = []
    row = [0.0]
    for at in range(1, wide):
        row.append(row[-1] + _dropped(fix, at - 1))
    for i, letter in enumerate(word):
        older, last, row = last, row, [row[0] + _added(word, i)]
        for j, wanted in enumerate(fix):
            cost = min(
                last[j] + _swapped_for(letter, wanted),
                last[j + 1] + _added(word, i),
                row[j] + _dropped(fix, j),
            )
            if i and j and word[i - 1] == wanted and letter == fix[j - 1]:
                cost = min(cost, older[j - 1] + 0.7)
            row.append(cost)
    return row[-1] + (0.6 if word[:1] != fix[:1] else 0.0)


def _added(word: str, at: int) -> float:
    """The price of having typed ``word[at]`` too much."""
    return 0.5 if at and word[at - 1] == word[at] else 0.9


def _dropped(fix: str, at: int) -> float:
    """The price of having left out ``fix[at]``."""
    if at and fix[at - 1] == fix[at]:
        return 0.5
    return 0.8 if fix[at] in _VOWELS or fix[at] in "h'" else 0.9


def _swapped_for(letter: str, wanted: str) -> float:
    """The price of having typed ``letter`` for ``wanted``."""
    if letter == wanted:
        return 0.0
    if letter in _VOWELS and wanted in _VOWELS:
        return 0.7
    return 0.85 if _neighbours(letter, wanted) or {letter, wanted} in _ALIKE else 1.1


_ALIKE = ({"c", "s"}, {"c", "k"}, {"s", "z"}, {"g", "j"}, {"f", "v"}, {"m", "n"}, {"t", "d"})


def _neighbours(one: str, other: str) -> bool:
    return any(one in row and other in row and abs(row.index(one) - row.index(other)) == 1 for row in _ROWS)
