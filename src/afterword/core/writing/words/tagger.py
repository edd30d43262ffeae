"""The part of speech of each word of a phrase, named by a small statistical model and held to what the word can be.

The model is an averaged perceptron (tagging.tsv); classes.tsv lists what a known word can be at all, and the model
chooses among those. It reads from left to right, looks at two words either side, and gives the same answer for the
same words on every machine. It is right for about nineteen words in twenty, so it is a second opinion: the rules of
the notes propose a phrase, and this says whether a verb stands where none should.
"""

import re
from enum import StrEnum
from functools import lru_cache

from afterword.core.writing.words.lexicon import table


class Pos(StrEnum):
    """Parts of speech, as far as the tables tell them apart; the values are the codes of tagging.tsv."""

    NOUN = "n"
    NOUNS = "s"
    NAME = "p"
    BASE = "b"
    PRESENT = "v"
    PRESENT_S = "z"
    PAST = "d"
    PARTICIPLE = "x"
    ING = "g"
    ADJECTIVE = "a"
    MORE = "c"
    MOST = "u"
    ADVERB = "r"
    ADVERB_MORE = "q"
    PARTICLE = "o"
    PREPOSITION = "i"
    DETERMINER = "t"
    PREDETERMINER = "f"
    NUMBER = "m"
    JOINER = "j"
    TO = "l"
    MODAL = "h"
    PRONOUN = "e"
    POSSESSIVE = "y"
    WHICH = "w"
    WHO = "k"
    WHEN = "B"
    WHOSE = "W"
    THERE = "E"
    GENITIVE = "P"
    COMMA = ","
    COLON = ":"
    STOP = "."
    CURRENCY = "$"


_OF_CLASS = {
    "N": "n", "S": "s", "V": "bv", "Z": "z", "D": "d", "X": "xa", "G": "gn", "A": "acu", "R": "rqo",
}  # fmt: skip
_SCORE = re.compile(r"(\D)(-?\d+)")
_MARKS = {",": Pos.COMMA, ";": Pos.COLON, ":": Pos.COLON, "(": Pos.COLON, ")": Pos.COLON, '"': Pos.COLON}
_DIGITS = re.compile(r"[$€£]?\d")


@lru_cache(maxsize=1)
def _model() -> dict[str, str]:
    """Feature -> its scores, unread; reading all of them at once would cost more than most runs use."""
    return dict(_pair(line) for line in table("tagging.tsv"))


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    return dict(_pair(line) for line in table("classes.tsv"))


def _pair(line: str) -> tuple[str, str]:
    left, _, right = line.partition("\t")
    return left, right


@lru_cache(maxsize=16384)
def _scores(feature: str) -> tuple[tuple[str, int], ...]:
    return tuple((tag, int(weight)) for tag, weight in _SCORE.findall(_model().get(feature, "")))


@lru_cache(maxsize=8192)
def can_be(word: str) -> frozenset[Pos]:
    """The parts of speech a lower-case word can be, empty when the tables do not know it."""
    return frozenset(Pos(tag) for letter in _classes().get(word, "") for tag in _OF_CLASS[letter])


@lru_cache(maxsize=4096)
def tagged(words: tuple[str, ...]) -> tuple[Pos, ...]:
    """One part of speech for each word of a phrase."""
    context = ["-START-", "-START2-", *(_shape(word) for word in words), "-END-", "-END2-"]
    before, before_that = "<", "("
    found: list[Pos] = []
    for index, word in enumerate(words):
        tag = _certain(word) or _best(word, _features(context, index + 2, word, before, before_that))
        found.append(tag)
        before, before_that = tag.value, before
    return tuple(found)


def _shape(word: str) -> str:
    if "-" in word and word[0] != "-":
        return "!HYPHEN"
    if word.isdigit() and len(word) == 4:
        return "!YEAR"
    return "!DIGITS" if word[0].isdigit() else word.lower()


def _certain(word: str) -> Pos | None:
    if mark := _MARKS.get(word):
        return mark
    if _DIGITS.match(word) and not word[-1].isalpha():
        return Pos.NUMBER
    if word.isupper() and len(word) > 1:
        return Pos.NAME
    code = _model().get("=" + word.lower())
    return Pos(code) if code else None


def _features(context: list[str], at: int, word: str, before: str, before_that: str) -> tuple[str, ...]:
    return (
        "b",
        "s" + word[-3:],
        "p" + word[0],
        "a" + before,
        "c" + before_that,
        f"t{before} {before_that}",
        "w" + context[at],
        f"v{before} {context[at]}",
        "m" + context[at - 1],
        "n" + context[at - 1][-3:],
        "k" + context[at - 2],
        "x" + context[at + 1],
        "y" + context[at + 1][-3:],
        "z" + context[at + 2],
    )


def _best(word: str, features: tuple[str, ...]) -> Pos:
    totals: dict[str, int] = {}
    for feature in features:
        for tag, weight in _scores(feature):
            totals[tag] = totals.get(tag, 0) + weight
    allowed = can_be(word)
    if allowed:
        totals = {tag.value: totals.get(tag.value, 0) for tag in allowed}
    if not totals:
        return Pos.NOUN
    return Pos(max(totals, key=lambda tag: (totals[tag], tag)))
