"""One place in a text that names a date, and the small vocabulary all such places are written in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from afterword.core.reading.dates.days import month_end

Day: TypeAlias = date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
COUNTS = {
    "a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20,
    "thirty": 30, "couple": 2, "a couple": 2, "a couple of": 2, "couple of": 2, "few": 3, "a few": 3,
    "another few": 3, "another couple of": 2, "several": 5, "another two": 2, "another three": 3,
}  # fmt: skip

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "fifteenth": 15, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DAY = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?|{'|'.join(ORDINALS)})\b"
YEAR = r"(?:,?\s+|,)(?P<year>20\d\d)\b"
COUNT = (
    r"(?:\d{1,3}|another (?:few|couple of|two|three)|(?:a )?couple(?: of)?|(?:a )?few|an?|one|another|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|several)"
)
DASH = r"\s*(?:-|to|through|till|until|or|and)\s*"

PART = (
    r"(?P<part>early(?: on| part)?(?: in| of)?|mid(?:dle)?(?: of|-)?|late(?:r)?(?: part)?(?: in| of)?|(?:(?:by |at |towards? )?(?:the )?)?(?:very )?end(?: of)?|"
    r"(?:the )?(?:beginning|start|top)(?: of)?|(?:the )?(?:first|second|latter|back|last) (?:half|part|days)(?: of)?)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters ``start`` to ``end`` name ``date``; ``reading`` says how that was understood.

    ``earliest`` is the other end of a range or the other reading. ``point`` is False for stretches of time
    ("next week"), where "before" moves nothing. ``bare`` mentions count only where a date is expected;
    ``counted`` ones are a length of time from the day the text was said.
    """

    start: int
    end: int
    date: Day
    reading: str
    earliest: Day | None = None
    ambiguous: bool = False
    point: bool = True
    bare: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """The day on which a sentence was said, and the country whose customs count ("" = unknown).

    ``month_first`` says how 4/12 is written there: True for April, False for December, None when either may be.
    """

    date: Day
    country: str = ""
    month_first: bool | None = None


def month_number(word: str) -> int:
    """1 to 12 of a month's name or its beginning."""
    return MONTHS.index(word[:3]) + 1


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 of a weekday's name or its beginning."""
    return WEEKDAYS.index(word[:3])


def day_number(word: str) -> int:
    """The day of the month of "20", "20th", "02", "first"."""
    found = re.match(r"\d+", word)
    return int(found[0]) if found else ORDINALS.get(word, 0)


def count(word: str) -> int:
    """How many "3", "two", "a couple of" are."""
    word = " ".join(word.split())
    return int(word) if word.isdecimal() else COUNTS.get(word, 0)


def made(
    found: re.Match[str], day: date, reading: str, *, earliest: date | None = None, **more: bool
) -> Iterator[Mention]:
    """The mention a match makes; ``more`` sets its remaining fields."""
    yield Mention(found.start(), found.end(), day, reading, earliest=earliest, **more)


def blocked(found: re.Match[str]) -> Iterator[Mention]:
    """A date that is none to wait for; it keeps its words from being read as another."""
    yield Mention(found.start(), found.end(), date.min, "no date")


def part_of(said: str | None) -> str:
    """early, middle, late, or "" for the whole."""
    said = said or ""
    if said.startswith("early") or "beginning" in said or "start" in said or "top" in said:
        return "early"
    if said.startswith("mid") or "first half" in said:
        return "middle"
    return "late" if said else ""


def month_meant(month: str | None, relation: str, today: Today) -> date | None:
    """The first day of the month meant; None when a named month lies too far ahead to be meant."""
    if not month and "january" not in relation:
        ahead = 1 if "next" in relation or "following" in relation else 0
        end = month_end(today.date.year, today.date.month + ahead)
        return end.replace(day=1)
    number = month_number(month or "january")
    for ahead in range(8):
        end = month_end(today.date.year, today.date.month + ahead)
        if end.month == number:
            return end.replace(day=1)
    return None
