"""Tables of words: general English, the trade's own, words with capitals, short forms, and verb forms.

The files beside this module hold the words; each is read once. ``english.txt`` is ordered from most to least
frequent (derived from the frequency list of pyspellchecker, MIT licence), so a word's line is its rank; ``rare.txt`` is
a selection from SCOWL (LICENSES.txt), ``crafts.txt`` our own.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

#: Ranks below this are words people write every day; typos are repaired towards them.
EVERYDAY = 16000
#: Ranks below this keep their small letters unless something speaks for a name.
PLAIN_WORD = 14000


def table(name: str) -> tuple[str, ...]:
    """The lines of a word file, without comments and blank lines."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("# "))


@lru_cache(maxsize=1)
def ranks() -> dict[str, int]:
    """General English words and their rank by frequency, 0 the most frequent."""
    return {word: rank for rank, word in enumerate(table("english.txt"))}


@lru_cache(maxsize=1)
def trade_words() -> frozenset[str]:
    """The words of finance work, lower case."""
    return frozenset(word for line in table("finance.txt") for word in line.split())


def known(word: str) -> bool:
    """Whether a lower-case word is an English or a trade word."""
    return word in ranks() or word in trade_words() or word in verb_forms()


@lru_cache(maxsize=1)
def _rare() -> str:
    """All seldom words as one text with a break around each; searched, for a set of them would cost more than it saves."""
    crafts = (word for line in table("crafts.txt") for word in line.split())
    return "\n".join(["", *table("rare.txt"), *crafts, ""])


@lru_cache(maxsize=8192)
def seldom(word: str) -> bool:
    """Whether a lower-case word is real though no table of everyday English or finance holds it ("ullage")."""
    return f"\n{word}\n" in _rare()


def everyday(word: str) -> bool:
    """Whether a lower-case word is so common that it is no name by itself."""
    return ranks().get(word, EVERYDAY) < PLAIN_WORD


@lru_cache(maxsize=1)
def repair_targets() -> tuple[str, ...]:
    """The words a typo may stand for, sorted."""
    common = {word for word, rank in ranks().items() if rank < EVERYDAY and len(word) > 3}
    return tuple(sorted(common | {w for w in trade_words() | verb_forms().keys() if len(w) > 3}))


class CasedSort(StrEnum):
    """What kind of word carries capitals of its own."""

    PRODUCTS = "products"
    SHORT = "short forms"
    DATES = "months and days"
    PLACES = "places and peoples"


@lru_cache(maxsize=1)
def cased() -> dict[str, tuple[str, CasedSort]]:
    """Lower-case form -> (proper form, sort) of words with capitals of their own."""
    found: dict[str, tuple[str, CasedSort]] = {}
    sort = CasedSort.PRODUCTS
    for line in files(__package__).joinpath("cased.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# -- "):
            sort = CasedSort(line.removeprefix("# -- "))
        elif not line.startswith("#"):
            for word in line.split():
                found.setdefault(word.lower(), (word, sort))
    return found


@lru_cache(maxsize=1)
def short_forms() -> dict[str, str]:
    """Texting and misspelt forms -> what they stand for."""
    return dict(_pair(line) for line in table("texting.tsv"))


def _pair(line: str) -> tuple[str, str]:
    left, _, right = line.partition("\t")
    return left, right.strip()


class Tag(StrEnum):
    """The form a verb stands in."""

    BASE = "base"
    S = "s"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: its forms, whether it is as often a noun, whether its subject is a person."""

    base: str
    s: str
    past: str
    participle: str
    ing: str
    nounlike: bool
    personal: bool


def _s_form(base: str) -> str:
    if base == "have":
        return "has"
    if base.endswith(("s", "x", "z", "ch", "sh")) or base in {"go", "do"}:
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


_NO_DOUBLING = ("en", "er", "on", "in", "it", "et", "ew", "or", "op", "ow", "ay", "ey", "oy", "al", "el")
_DOUBLED = {
    "admit",
    "begin",
    "commit",
    "control",
    "cut",
    "defer",
    "refer",
    "prefer",
    "forget",
    "occur",
    "run",
    "swim",
}


def _doubles(base: str) -> bool:
    if base in _DOUBLED or base in {
        "transfer",
        "set",
        "get",
        "let",
        "put",
        "hit",
        "sit",
        "quit",
        "split",
        "win",
        "bid",
    }:
        return True
    if len(base) < 3 or base[-1] in "aeiouwxy" or base[-2] not in "aeiou" or base[-3] in "aeiou":
        return False
    return not (len(base) > 4 and base.endswith(_NO_DOUBLING)) and sum(c in "aeiou" for c in base) == 1


def _stem(base: str) -> str:
    return base + base[-1] if _doubles(base) else base


def _past_form(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return _stem(base) + "ed"


def _ing_form(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _stem(base) + "ing"


@lru_cache(maxsize=1)
def verbs() -> dict[str, Verb]:
    """Base form -> verb."""
    found = {}
    for line in table("verbs.tsv"):
        base, past, participle, *marks = line.split("\t")
        mark = marks[0] if marks else ""
        regular = past == "-"
        found[base] = Verb(
            base=base,
            s="is" if base == "be" else _s_form(base),
            past=_past_form(base) if regular else past,
            participle=_past_form(base) if regular else participle,
            ing=_ing_form(base),
            nounlike="n" in mark,
            personal="p" in mark,
        )
    return found


@lru_cache(maxsize=1)
def verb_forms() -> dict[str, tuple[tuple[Verb, Tag], ...]]:
    """Any inflected form -> the verbs and tags it may be."""
    found: dict[str, list[tuple[Verb, Tag]]] = {}
    for verb in verbs().values():
        pairs = (
            (verb.base, Tag.BASE),
            (verb.s, Tag.S),
            (verb.past, Tag.PAST),
            (verb.participle, Tag.PARTICIPLE),
            (verb.ing, Tag.ING),
        )
        for form, tag in pairs:
            found.setdefault(form, []).append((verb, tag))
    for form in ("am", "are", "were"):
        found.setdefault(form, []).append((verbs()["be"], Tag.PAST if form == "were" else Tag.S))
    return {form: tuple(pairs) for form, pairs in found.items()}


def forms_of(word: str) -> tuple[tuple[Verb, Tag], ...]:
    """The verbs and tags a word may be, () when it is no verb we know."""
    return verb_forms().get(word.lower(), ())


def verb_as(word: str, *tags: Tag) -> Verb | None:
    """The verb ``word`` is when it may stand in one of ``tags``, else None."""
    return next((verb for verb, tag in forms_of(word) if tag in tags), None)
