"""Months, quarters and years, their parts, and the days counted in them ("the first Monday in September")."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from afterword.core.reading.dates.days import after_working_days, before_working_days, coming, month_end
from afterword.core.reading.dates.mention import (
    MONTH,
    PART,
    WEEKDAY,
    Mention,
    Today,
    made,
    month_meant,
    part_of,
    weekday_number,
)

_WHICH = r"(?:the |this |next |this coming |the following |the next |the same )?"
_MONTH_PART = re.compile(
    rf"\b(?:{PART}\s*)(?P<of>(?P<month>{MONTH})(?!\s*\d)|{_WHICH}month\b|(?:the |in the )?new year\b)(?:,?\s+(?P<year>20\d\d))?"
)
_MONTH_END = re.compile(r"\bmonth'?s?[\s-]end\b|\beom\b|\bthe month is (?:out|over|through|up)\b")
_MONTH_ALONE = re.compile(
    rf"\b(?:in|during|by|sometime in|within|over)\s+(?P<of>(?P<month>{MONTH})(?!\s*(?:\d|day\b)))|\b(?P<rel>(?:next|this|this coming) month)\b"
)
_QUARTER = re.compile(
    r"(?<!fiscal )\b(?:q(?P<number>[1-4])\b(?:\s+(?:of\s+)?(?P<year>20\d\d))?|(?P<nth>first|second|third|fourth) quarter\b|(?P<which>this|the next|next|the current|the following|the|in the)?\s*quarter(?P<end>(?:'s)?[\s-]end)?\b(?!\w|ly))"
)
_QUARTER_PART = re.compile(rf"\b{PART}\s*$")
_YEAR_END = re.compile(
    r"\b(?:end|close) of (?:the |this )?(?:calendar )?year\b|\b(?:later )?this year\b|\bbefore the year is out\b"
)
_NTH_DAY = re.compile(
    rf"\b(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last|final)\s+(?P<day>{WEEKDAY}|(?:business |working )?day)\s+(?:of|in)\s+"
    rf"(?:(?P<month>{MONTH})|(?P<rel>(?:the|this|next|the next|the following) month)|the (?P<year>(?:new )?year))"
)
_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def months(text: str, today: Today) -> Iterator[Mention]:
    """Every month, quarter or year, part of one, or day counted in one, that a lower-case text names."""
    for pattern, reader in _READERS:
        for found in pattern.finditer(text):
            yield from reader(found, today)


def _month_part(found: re.Match[str], today: Today) -> Iterator[Mention]:
    part, of = part_of(found["part"]), found["of"]
    if "new year" in of:
        if part == "early":
            day = date(today.date.year + 1, 1, 10)
            yield from made(found, day, "early in the year is by 10 January", point=False)
        return
    first = month_meant(found["month"], of, today)
    if first is None:
        return
    if found["year"] and found["month"]:
        first = first.replace(year=int(found["year"]))
    day = _part_of_month(first, part)
    if day < today.date and of == "month":
        day = _part_of_month(month_end(first.year, first.month) + timedelta(days=1), part)
    if day >= today.date:
        yield from made(found, day, _PARTS.get(part, "the month's last day"), point=False)


_PARTS = {"early": "early in the month is by its 10th", "middle": "the middle of the month is its 15th"}


def _part_of_month(first: date, part: str) -> date:
    days = {"early": first.replace(day=10), "middle": first.replace(day=15)}
    return days.get(part, month_end(first.year, first.month))


def _end_of_month(found: re.Match[str], today: Today) -> Iterator[Mention]:
    end = month_end(today.date.year, today.date.month)
    yield from made(found, end, "the month's last day", point=False)


def _month_alone(found: re.Match[str], today: Today) -> Iterator[Mention]:
    first = month_meant(found["month"], found["rel"] or "", today)
    if first is not None:
        yield from made(found, month_end(first.year, first.month), "by the month's last day", point=False)


def _quarter(found: re.Match[str], today: Today) -> Iterator[Mention]:
    """A quarter, or its end, is its last day; its beginning and middle are too vague to be a date."""
    lead = _QUARTER_PART.search(found.string, max(0, found.start() - 25), found.start())
    which = found["which"] or ""
    named = found["number"] or found["nth"] or found["end"] or lead or which not in {"", "the", "in the"}
    if not named or (lead and part_of(lead["part"]) != "late"):
        return
    running = (today.date.month - 1) // 3 + 1
    ahead = 1 if "next" in which or "following" in which else 0
    nth = _PLACES.get(found["nth"] or "")
    quarter = int(found["number"] or nth or running + ahead)
    year = int(found["year"] or today.date.year)
    day = month_end(year, quarter * 3)
    if day < today.date and not found["year"]:
        day = month_end(year + 1, quarter * 3)
    if day >= today.date:
        start = lead.start() if lead else found.start()
        yield Mention(start, found.end(), day, "the quarter's last day", point=False)


def _year_end(found: re.Match[str], today: Today) -> Iterator[Mention]:
    yield from made(found, date(today.date.year, 12, 31), "the year's last day", point=False)


def _nth_day(found: re.Match[str], today: Today) -> Iterator[Mention]:
    """ "The last Friday in August", "the first working day of the new year"."""
    first = month_meant(found["month"], found["rel"] or ("january" if found["year"] else ""), today)
    if found["year"] == "year" and found["nth"] in {"last", "final"}:
        first = date(today.date.year, 12, 1)
    place = _PLACES.get(found["nth"])
    for start in (first, first and month_end(first.year, first.month) + timedelta(days=1)):
        day = _counted(start, place, found["day"], country=today.country) if start else None
        if day and day >= today.date:
            yield from made(found, day, f"{day:%A} {day.day} {day:%B}, counted in its month")
            return
        if found["rel"] != "the month":
            return


def _counted(first: date, place: int | None, what: str, *, country: str) -> date:
    """The ``place``-th such day of the month that begins on ``first``; None counts the last."""
    end, before = month_end(first.year, first.month), first - timedelta(days=1)
    if what == "day":
        return end if place is None else before + timedelta(days=place)
    if what.endswith(" day"):
        if place is None:
            return before_working_days(end + timedelta(days=1), 1, country=country)
        return after_working_days(before, place, country=country)
    weekday = weekday_number(what)
    if place is None:
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    return coming(weekday, after=before) + timedelta(weeks=place - 1)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Today], Iterator[Mention]]], ...] = (
    (_MONTH_PART, _month_part),
    (_MONTH_END, _end_of_month),
    (_MONTH_ALONE, _month_alone),
    (_QUARTER, _quarter),
    (_YEAR_END, _year_end),
    (_NTH_DAY, _nth_day),
)
