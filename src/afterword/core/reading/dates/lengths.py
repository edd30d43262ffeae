"""Lengths of time ("within five business days", "in the next week or two") and days named from today ("tomorrow")."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from afterword.core.reading.dates.days import after_months, after_working_days
from afterword.core.reading.dates.mention import COUNT, DASH, Mention, Today, count, made

#: What the text itself was said about or at: a length counted from there begins today.
_HERE = (
    r"(?:now|today|receiving|your (?:final |last )?interview|our (?:call|chat|conversation|discussion|interview|meeting|talk)"
    r"|(?:the|this|today's) (?:interview|call|meeting|conversation|date of (?:this|your) (?:letter|interview|e-?mail)))\b"
)
_UNIT = r"business[\s-]days?|working[\s-]days?|work[\s-]?days?|week[\s-]?days?|calendar days?|days?|weeks?|wks?|months?|hours?|hrs?|fortnights?"
#: "two", "2-3" or "a couple of", with a unit; what it is counted from is not part of it.
LENGTH = rf"(?:(?P<first>{COUNT})(?:{DASH}))?(?P<count>{COUNT})(?:\s+(?:more|full|short))?[\s-]*(?P<unit>{_UNIT})\b(?:'s?)?(?P<rest>\s+or\s+(?:so|two|three)|\s+to\s+ten\s+days)?"
#: A length of time that starts somewhere else than today, unless it starts at what the text was said about.
_ELSEWHERE = rf"\s+(?:(?:before|prior to)\s+(?!(?:you|we|i|they|he|she|it|there|hearing|anyone|everyone)\b)|ago|into|(?:an?|per|each|every|in the) (?:year|month|week)\b|(?:of )?(?:paid )?(?:holidays?|leave|vacation|experience|training|notice|pto)\b|(?:of|after|from|following)\s+(?!(?:{_HERE}|tomorrow|this|these|next|working|work|review|consideration|deliberation)\b))"
_LENGTH = re.compile(rf"\b{LENGTH}(?!{_ELSEWHERE})(?:\s+(?:of|after|from|following)\s+{_HERE})?")
_COMING = re.compile(
    rf"\b(?:the\s+)?(?:next|coming|following)\s+(?P<count>{COUNT}\s+)?(?P<unit>business days|working days|days?|weeks?|fortnight|hours|months)\b(?P<two>\s+or\s+two|\s+or\s+three)?"
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


def lengths(text: str, today: Today) -> Iterator[Mention]:
    """Every length of time, or day counted from today, in a lower-case text."""
    for pattern, reader in ((_LENGTH, _length), (_COMING, _coming_length)):
        for found in pattern.finditer(text):
            yield from reader(found, today)
    for pattern, days, reading in _SOON:
        for found in pattern.finditer(text):
            yield Mention(found.start(), found.end(), today.date + timedelta(days=days), reading)


def length_of(found: re.Match[str]) -> tuple[int, str]:
    """How many of which unit a :data:`LENGTH` comes to at most; 0 where that is nothing to count with."""
    number, unit = count(found["count"]), found["unit"]
    rest = found["rest"] or ""
    if rest.endswith("ten days"):
        number, unit = 10, "days"
    elif rest.endswith(("two", "three")):
        number = 2 if rest.endswith("two") else 3
    return (number if 0 < number <= 200 else 0), unit


def after(day: date, number: int, unit: str, *, country: str) -> date:
    """The day so many units later; ``unit`` as it was written ("business days", "wks", "hours")."""
    if unit.startswith(("business", "working", "work", "weekday", "week-day", "week day")):
        return after_working_days(day, number, country=country)
    if unit.startswith("mon"):
        return after_months(day, min(number, 24))
    if unit.startswith(("hour", "hr")):
        return day + timedelta(days=-(-number // 24))
    days = {"c": 1, "d": 1, "w": 7, "f": 14}[unit[0]]
    return day + timedelta(days=days * number)


def _length(found: re.Match[str], today: Today) -> Iterator[Mention]:
    number, unit = length_of(found)
    if not number:
        return
    first = count(found["first"] or "")
    if found["rest"] and not found["rest"].endswith("so"):
        first = 7 if found["rest"].endswith("ten days") else count(found["count"])
    earliest = after(today.date, first, unit, country=today.country) if 0 < first < number else None
    last = after(today.date, number, unit, country=today.country)
    yield from made(
        found, last, "counted from the day it was said", earliest=earliest, point=False, counted=True
    )


def _coming_length(found: re.Match[str], today: Today) -> Iterator[Mention]:
    said, unit, two = (found["count"] or "").strip(), found["unit"], found["two"]
    if unit.startswith("month") or (unit in {"day", "week"} and not said and not two):
        return
    number = count(said) if said else {"fortnight": 1, "weeks": 2}.get(unit, 3)
    if two:
        number = 2 if two.endswith("two") else 3
    if number:
        last = after(today.date, number, unit, country=today.country)
        yield from made(found, last, "counted from the day it was said", point=False, counted=True)
