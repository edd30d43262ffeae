"""Dates written in numbers alone: "2026-12-14", "12/4", "Fri 4/12/26", "14.12."."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from afterword.core.reading.dates.days import calendar_day, day_ahead
from afterword.core.reading.dates.mention import WEEKDAY, Mention, Today, blocked, made, weekday_number

#: Countries that write the month first.
_MONTH_FIRST = frozenset({"US", "PH", "FM", "PW", "MH", "PR", "GU"})
#: Clocks of the Americas north of Brazil, as hours from UTC.
_AMERICAN = (-10, -4)

_ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_NUMERIC = re.compile(
    rf"(?:\b(?P<on>{WEEKDAY}),?\s+(?:the\s+)?)?(?<![\d/.\-])(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})"
    r"(?:(?P=mark)(?P<year>20\d\d|\d\d)?)?(?![\d/])"
)


def month_comes_first(country: str, offset: timedelta | None) -> bool | None:
    """Whether 4/12 is in April, by country (ISO 3166-1 alpha-2), else by clocks so far from UTC; None = either."""
    if country:
        return country in _MONTH_FIRST
    hours = (offset or timedelta()).total_seconds() / 3600
    if _AMERICAN[0] <= hours <= _AMERICAN[1]:
        return True
    return False if hours > 0 else None


def numerals(text: str, today: Today) -> Iterator[Mention]:
    """Every date a lower-case text writes in numbers."""
    for found in _ISO.finditer(text):
        day = calendar_day(int(found[1]), int(found[2]), int(found[3]))
        ahead = day is not None and day >= today.date
        yield from made(found, day, "the day named") if day and ahead else blocked(found)
    for found in _NUMERIC.finditer(text):
        if _is_date(found):
            yield from _numeric(found, today)


def _is_date(found: re.Match[str]) -> bool:
    """4-12 and 4.12 are ranges and sums without more; 24/7 is a way of speaking."""
    mark = found["mark"]
    whole = found[0].count(mark) == 2
    return (whole or mark == "/") and not (mark == "-" and not found["year"]) and found[0] != "24/7"


def _numeric(found: re.Match[str], today: Today) -> Iterator[Mention]:
    month_first, day_first = _readings(found, today)
    if found["mark"] == ".":  # 14.12. is written day first wherever it is written
        days = [day_first] if day_first else []
    else:
        days = sorted({day for day in (month_first, day_first) if day and day >= today.date})
    if found["on"]:
        fitting = [day for day in days if day.weekday() == weekday_number(found["on"])]
        days = fitting or days
    if len(days) == 2:
        yield from _either(found, days, month_first if today.month_first else day_first, today)
    elif days and days[0] >= today.date:
        yield from made(found, days[0], "the day named")
    else:
        yield from blocked(found)


def _either(found: re.Match[str], days: list[date], usual: date | None, today: Today) -> Iterator[Mention]:
    if usual is None or today.month_first is None:
        reading = "day and month may be either way round; the later is taken"
        yield from made(found, days[1], reading, earliest=days[0], ambiguous=True)
        return
    earliest = days[0] if usual == days[1] else None
    if today.country:
        yield from made(found, usual, "the day named")
    else:
        order = "month first" if today.month_first else "day first"
        reading = f"{order}, as is usual where the clocks show this time; else the other way round"
        yield from made(found, usual, reading, earliest=earliest, ambiguous=True)


def _readings(found: re.Match[str], today: Today) -> tuple[date | None, date | None]:
    """The date with the month first, and with the day first."""
    first, second, said = int(found["first"]), int(found["second"]), found["year"]
    if said:
        year = int(said) + (2000 if len(said) == 2 else 0)
        return calendar_day(year, first, second), calendar_day(year, second, first)
    return day_ahead(first, second, today=today.date), day_ahead(second, first, today=today.date)
