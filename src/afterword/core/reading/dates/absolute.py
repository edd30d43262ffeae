"""Dates that name a day of the calendar: "December 2", "the 20th", "Friday the 4th", "Christmas"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from afterword.core.reading.dates.days import HORIZON, NAMED, calendar_day, day_ahead, month_end, named_day
from afterword.core.reading.dates.mention import (
    DASH,
    DAY,
    MONTH,
    ORDINALS,
    WEEKDAY,
    YEAR,
    Mention,
    Today,
    blocked,
    day_number,
    made,
    month_number,
    weekday_number,
)

#: A weekday said with the date belongs to it: "Friday, December 4".
_DISAGREE = "the weekday and the day of the month do not agree; the day is taken"
_ON = rf"(?:\b(?P<on>{WEEKDAY}),?\s+(?:the\s+)?)?"
_MONTH_DAY = re.compile(
    rf"{_ON}\b(?P<month>{MONTH})\s*(?:the\s+)?(?P<day>{DAY})(?:{DASH}(?:(?P<month2>{MONTH})\s*)?(?:the\s+)?(?P<day2>{DAY}))?(?!:)(?:{YEAR})?"
)
_DAY_MONTH = re.compile(
    rf"{_ON}(?<![\d/.])\b(?:the\s+)?(?P<day>{DAY})(?:(?:\s+(?:of\s+)?(?P<month2>{MONTH}))?{DASH}(?:the\s+)?(?P<day2>{DAY}))?\s*(?:of\s+)?(?P<month>{MONTH})(?:{YEAR})?"
)
_WEEKDAY_DAY = re.compile(
    rf"\b(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?(?P<day>{DAY})(?!\s*(?:[ap]\.?m\b|:|o'clock|{MONTH}))"
)
_ORDINAL = re.compile(
    rf"\b(?:the\s+)?(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)|(?:{'|'.join(ORDINALS)})(?=\s+of\s+(?:this|the|next)\s+month))\b(?P<month>\s+(?:of\s+)?(?:this|the|next|the\s+next|the\s+following)\s+month\b)?(?!\s+(?:of\s+)?(?:{MONTH}|floor|round|interview|stage|week|year|anniversary|street|avenue|quarter|candidate))"
)
_BARE = re.compile(
    r"\b(?:by|on|before|til|till|the)\s+(?P<day>3[01]|[12]\d|[1-9])\b(?!\s*(?:[ap]\.?m\b|:|%|/|-|\w*\s*(?:days?|wks?|weeks?|months?|hours?|people|candidates?)))"
)
_NAMED = re.compile(
    rf"(?:(?P<next>the day after|the (?:{WEEKDAY}) after|the week (?:after|following)|the week before|the week of|week of)\s+)?"
    r"\b(?P<name>"
    + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(NAMED, key=len, reverse=True))
    + r")\b"
)


def absolute(text: str, today: Today) -> Iterator[Mention]:
    """Every day of the calendar a lower-case text names."""
    for pattern in (_MONTH_DAY, _DAY_MONTH):
        for found in pattern.finditer(text):
            yield from _month_and_day(found, today)
    for found in _WEEKDAY_DAY.finditer(text):
        yield from _day_alone(found, today, weekday=weekday_number(found["weekday"]))
    for found in _ORDINAL.finditer(text):
        yield from _day_alone(
            found, today, months_on=int(bool(re.search(r"next|following", found["month"] or "")))
        )
    for found in _BARE.finditer(text):
        yield from _day_alone(found, today, bare=True)
    for found in _NAMED.finditer(text):
        yield from _named(found, today)


def _month_and_day(found: re.Match[str], today: Today) -> Iterator[Mention]:
    """ "December 2-4" counts at its upper end; so does "30 November to 2 December"."""
    groups = found.groupdict()
    day_first = found.re is _DAY_MONTH
    last_month = groups["month"] if day_first else groups["month2"] or groups["month"]
    first_month = (groups["month2"] or groups["month"]) if day_first else groups["month"]
    year = int(groups["year"]) if groups["year"] else None
    last_day = groups["day2"] or groups["day"]
    last = _when(month_number(last_month), day_number(last_day), year, today)
    if last is None or last < today.date:
        yield from blocked(found)
        return
    if groups["day2"]:
        first = calendar_day(last.year, month_number(first_month), day_number(groups["day"]))
        first = first if first and first <= last else None
        yield from made(found, last, "the last day of those named", earliest=first)
    elif groups["on"] and weekday_number(groups["on"]) != last.weekday():
        yield from made(found, last, _DISAGREE, ambiguous=True)
    else:
        yield from made(found, last, "the day named")


def _when(month: int, day: int, year: int | None, today: Today) -> date | None:
    return calendar_day(year, month, day) if year else day_ahead(month, day, today=today.date)


def _day_alone(
    found: re.Match[str], today: Today, *, weekday: int | None = None, bare: bool = False, months_on: int = 0
) -> Iterator[Mention]:
    """The next such day of a month, so many months on; a weekday said with it chooses the month."""
    wanted = day_number(found["day"])
    months = [
        month_end(today.date.year, today.date.month + ahead)
        for ahead in range(months_on, 6 if weekday is not None else 2)
    ]
    days = [
        end.replace(day=wanted)
        for end in months
        if wanted <= end.day and end.replace(day=wanted) >= today.date
    ]
    fitting = [day for day in days if weekday is None or day.weekday() == weekday]
    if fitting:
        yield from made(found, fitting[0], "the next such day of the month", bare=bare)
    elif days:
        yield from made(found, days[0], _DISAGREE, ambiguous=True)


def _named(found: re.Match[str], today: Today) -> Iterator[Mention]:
    name, relation = " ".join(found["name"].split()), found["next"] or ""
    day = named_day(name, today=today.date, country=today.country)
    vague = name.endswith("new year") and found.string[: found.start()].endswith(
        (" in ", "chinese ", "lunar ")
    )
    if vague or day > today.date + HORIZON:
        yield from blocked(found)
        return
    if relation.endswith("week before"):
        day = day - timedelta(days=day.weekday() + 3)
    elif "week of" in relation:
        day = day - timedelta(days=day.weekday() - 4)
    elif relation.startswith("the week"):
        day = day - timedelta(days=day.weekday() - 11)
    elif relation.startswith("the day after"):
        day += timedelta(days=1)
    elif relation:
        weekday = weekday_number(relation.removeprefix("the "))
        day += timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)
    reading = "counted from the day of that name" if relation else "the day of that name"
    yield from made(found, day, reading)
