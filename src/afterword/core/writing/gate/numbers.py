"""Numbers as values, so that "$6M", "$6 million" and "six million" are the same one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from afterword.core.findings import Span
from afterword.core.writing.gate.stems import fold
from afterword.core.writing.words.numerals import TENS, UNITS

_ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
        ],
        3,
    )
} | {"dozen": 12, "double": 2, "doubled": 2, "tripled": 3, "triple": 3}
_SCALES = {
    "hundred": Decimal(100), "thousand": Decimal(1000), "k": Decimal(1000), "m": Decimal(1_000_000),
    "mn": Decimal(1_000_000), "mm": Decimal(1_000_000), "million": Decimal(1_000_000), "b": Decimal(10**9),
    "bn": Decimal(10**9), "billion": Decimal(10**9),
}  # fmt: skip
_DIGITS = re.compile(
    r"(?<![\w.])[$€£]?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[ -]?(k|m|mn|mm|bn|b|hundred|thousand|million|billion)\b)?",
    re.IGNORECASE,
)
_MIXED = re.compile(r"(?<=[A-Za-z])(\d+(?:\.\d+)?)")
_SPELT = re.compile(
    r"\b(?:(?P<tens>" + "|".join(TENS) + r")(?:[ -](?P<unit>" + "|".join(UNITS) + r"))?|(?P<only>"
    + "|".join(sorted(UNITS, key=len, reverse=True)) + r"))"
    r"(?:[ -](?P<scale>hundred|thousand|million|billion))?\b",
    re.IGNORECASE,
)  # fmt: skip
_DOZEN = re.compile(r"\b(a dozen)\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(" + "|".join(_ORDINALS) + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value and where it stands; ``spelt`` when written in words."""

    value: Decimal
    span: Span
    text: str
    spelt: bool = False


def _digits(text: str) -> Iterator[Number]:
    for found in _DIGITS.finditer(text):
        scale = _SCALES.get((found.group(2) or "").lower(), Decimal(1))
        try:
            value = Decimal(found.group(1).replace(",", "")) * scale
        except InvalidOperation:
            continue
        yield Number(value.normalize(), Span(found.start(), found.end()), found.group().strip())
    for found in _MIXED.finditer(text):
        yield Number(Decimal(found.group(1)).normalize(), Span(found.start(), found.end()), found.group())


def _spelt(text: str) -> Iterator[Number]:
    for found in _SPELT.finditer(text):
        tens, unit, only = (found.group(name) for name in ("tens", "unit", "only"))
        value = UNITS[only.lower()] if only else TENS[tens.lower()] + (UNITS[unit.lower()] if unit else 0)
        scale = _SCALES.get((found.group("scale") or "").lower(), Decimal(1))
        yield Number(
            (Decimal(value) * scale).normalize(), Span(found.start(), found.end()), found.group(), spelt=True
        )


@lru_cache(maxsize=4_096)
def numbers(text: str) -> tuple[Number, ...]:
    """Every number of a text in the order it stands there; ordinals and "doubled" are not among them."""
    plain = fold(text)
    found = [*_digits(plain), *_spelt(plain)]
    found += [
        Number(Decimal(12), Span(m.start(), m.end()), m.group(), spelt=True) for m in _DOZEN.finditer(plain)
    ]
    return tuple(sorted(found, key=lambda number: (number.span.start, number.span.end)))


@lru_cache(maxsize=4_096)
def values(text: str) -> frozenset[Decimal]:
    """The values a text can vouch for, ordinals and "doubled" included."""
    found = {number.value for number in numbers(text)}
    found |= {Decimal(_ORDINALS[m.group(1).lower()]) for m in _ORDINAL.finditer(fold(text))}
    return frozenset(found)
