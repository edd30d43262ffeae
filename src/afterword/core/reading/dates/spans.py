"""Months and their parts, lengths of time, and days named from today ("tomorrow")."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from afterword.core.reading.dates.days import after_months, after_working_days, month_end
from afterword.core.reading.dates.mention import (
    COUNT,
    DASH,
    MONTH,
    PART,
    Mention,
    Today,
    count,
    made,
    month_meant,
    part_of,
)

_LENGTH = re.compile(
    rf"\b(?:(?P<first>{COUNT})(?:{DASH}))?(?P<count>{COUNT})[\s-]*(?P<unit>business[\s-]days?|working[\s-]days?|work[\s-]?days?|week[\s-]?days?|days?|weeks?|wks?|months?|hours?|hrs?|fortnights?)\b(?:'s?)?(?!\s+(?:before|prior|(?:of|after|from|following)\s+(?:that|then|it|the last|the final|all|closing|each|every|both|interviews)))(?P<rest>\s+or\s+(?:so|two|three)|\s+to\s+ten\s+days)?"
)
_COMING = re.compile(
    rf"\b(?:the\s+)?(?:next|coming|following)\s+(?P<count>{COUNT}\s+)?(?P<unit>business days|working days|days|weeks|fortnight|hours|months)\b"
)
_MONTH_PART = re.compile(
    rf"\b(?:{PART}\s*)(?P<of>(?P<month>{MONTH})(?!\s*\d)|(?:the |this |next |this coming |the following )?month\b|(?:the |this )?quarter\b|(?:the |this )?year\b|q[1-4]\b|(?:the |in the )?new year\b)(?:,?\s+(?P<year>20\d\d))?"
)
_MONTH_END = re.compile(r"\bmonth'?s?[\s-]end\b|\beom\b|\bquarter[\s-]end\b")
_MONTH_ALONE = re.compile(
    rf"\b(?:in|during|by|sometime in|within|over)\s+(?P<of>(?P<month>{MONTH})(?!\s*\d))|\b(?P<rel>(?:next|this|this coming) month)\b"
)


_SOON = (
    (re.compile(r"\bwithin the fortnight\b"), 14, "two weeks from the day it was said"),
    (re.compile(r"\b(?:a|one) week and a half\b"), 11, "a week and a half from the day it was said"),
    (re.compile(r"\b(?:the )?day after tomorrow\b"), 2, "the day after tomorrow"),
    (
        re.compile(r"\b(?:by )?this time next week\b|\bwithin the week\b"),
        7,
        "a week from the day it was said",
    ),
    (re.compile(r"\btomorrow\b(?:\s+(?:morning|afternoon|evening|night))?"), 1, "tomorrow"),
    (
        re.compile(
            r"\b(?:later )?(?:today|tonight)\b|\bthis (?:morning|afternoon|evening)\b|\b(?:eod|cob|end of (?:the )?(?:business )?day|close of (?:play|business|the day))\b"
        ),
        0,
        "today",
    ),
)


def spans(text: str, today: Today) -> Iterator[Mention]:
    """Every month, length of time or day counted from today in a lower-case text."""
    for pattern, reader in _READERS:
        for found in pattern.finditer(text):
            yield from reader(found, today)
    for pattern, days, reading in _SOON:
        for found in pattern.finditer(text):
            yield Mention(found.start(), found.end(), today.date + timedelta(days=days), reading)


def _month_part(found: re.Match[str], today: Today) -> Iterator[Mention]:
    part, of = part_of(found["part"]), found["of"]
    if "quarter" in of or of.startswith("q") or of.endswith("year"):
        yield from _long_part(found, part, of, today)
        return
    first = month_meant(found["month"], of, today)
    if first is None:
        return
    if found["year"] and found["month"]:
        first = first.replace(year=int(found["year"]))
    end = month_end(first.year, first.month)
    day = {"early": first.replace(day=10), "middle": first.replace(day=15)}.get(part, end)
    if day >= today.date:
        reading = {
            "early": "early in the month is by its 10th",
            "middle": "the middle of the month is its 15th",
        }
        yield from made(found, day, reading.get(part, "the month's last day"), point=False)


def _long_part(found: re.Match[str], part: str, of: str, today: Today) -> Iterator[Mention]:
    """The end of a quarter or of the year, and the first days of the next year."""
    year = today.date.year
    if "new year" in of:
        if part == "early":
            yield from made(found, date(year + 1, 1, 10), "early in the year is by 10 January", point=False)
        return
    if part != "late":
        return
    quarter = (
        4 if of.endswith("year") else int(of[1]) if of.startswith("q") else (today.date.month - 1) // 3 + 1
    )
    end = month_end(year, quarter * 3)
    day = end if end >= today.date else month_end(year + 1, quarter * 3)
    yield from made(found, day, "the last day of it", point=False)


def _end_of_month(found: re.Match[str], today: Today) -> Iterator[Mention]:
    months = 3 - (today.date.month - 1) % 3 - 1 if found[0].startswith("quarter") else 0
    yield from made(
        found, month_end(today.date.year, today.date.month + months), "the month's last day", point=False
    )


def _month_alone(found: re.Match[str], today: Today) -> Iterator[Mention]:
    first = month_meant(found["month"], found["rel"] or "", today)
    if first is not None:
        yield from made(found, month_end(first.year, first.month), "by the month's last day", point=False)


def _length(found: re.Match[str], today: Today) -> Iterator[Mention]:
    number, unit = count(found["count"]), found["unit"]
    first = count(found["first"]) if found["first"] else 0
    rest = found["rest"] or ""
    if rest.endswith("ten days"):
        number, unit, first = 10, "days", 7
    elif rest.endswith(("two", "three")):
        first, number = number, 2 if rest.endswith("two") else 3
    if not 0 < number <= 200:
        return
    last = _after(today, number, unit)
    earliest = _after(today, first, unit) if 0 < first < number else None
    yield from made(found, last, "counted from the day it was said", earliest=earliest, point=False)


def _after(today: Today, number: int, unit: str) -> date:
    if unit.startswith(("business", "working", "work", "weekday", "week-day", "week day")):
        return after_working_days(today.date, number, country=today.country)
    if unit.startswith("mon"):
        return after_months(today.date, min(number, 24))
    if unit.startswith(("hour", "hr")):
        return today.date + timedelta(days=-(-number // 24))
    days = {"d": 1, "w": 7, "f": 14}[unit[0]]
    return today.date + timedelta(days=days * number)


def _coming_length(found: re.Match[str], today: Today) -> Iterator[Mention]:
    said = (found["count"] or "").strip()
    number = (
        count(said) if said else 1 if found["unit"] == "fortnight" else 2 if found["unit"] == "weeks" else 3
    )
    if found["unit"] == "months" or not number:
        return
    yield from made(
        found, _after(today, number, found["unit"]), "counted from the day it was said", point=False
    )


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Today], Iterator[Mention]]], ...] = (
    (_MONTH_PART, _month_part),
    (_MONTH_END, _end_of_month),
    (_MONTH_ALONE, _month_alone),
    (_LENGTH, _length),
    (_COMING, _coming_length),
)
