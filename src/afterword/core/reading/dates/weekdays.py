"""Weekdays: "Friday", "next Monday", "Tuesday of next week", "a week from Thursday"."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from afterword.core.reading.dates.days import MONDAY, coming, in_week_of
from afterword.core.reading.dates.mention import (
    COUNT,
    DASH,
    WEEKDAY,
    Mention,
    Today,
    count,
    made,
    weekday_number,
)
from afterword.core.reading.dates.weeks import this_monday

_OF_WEEK = r"(?:(?:of |the )?(?:next|this|the following)|of the following) week"
#: "and" joins the ends of a stretch only after "between", which is seen where all dates are known.
_TO = DASH.replace("|and", "")
_WEEKDAY = re.compile(
    rf"\b(?:(?P<how>next|this coming|this|coming|the following|following)\s+)?(?P<weekday>{WEEKDAY})"
    r"(?:,(?=\s+(?:of\s+)?(?:next|this|the following)\s+week)|\s+(?:morning|afternoon|evening|night))?"
    rf"(?:\s+(?:(?P<week>{_OF_WEEK})|(?P<later>week\b(?!\s+(?:of|after))|after next)))?"
    rf"(?:,?{_TO}(?:on\s+|by\s+)?(?:next\s+)?(?P<weekday2>{WEEKDAY})(?:\s+(?P<week2>{_OF_WEEK}))?)?"
)
_FROM_DAY = re.compile(
    rf"\b(?P<count>{COUNT})\s+weeks?\s+(?:from|on|after)\s+(?:(?P<next>next)\s+)?(?P<weekday>{WEEKDAY}|today|tomorrow|now)"
)


def weekdays(text: str, today: Today) -> Iterator[Mention]:
    """Every weekday a lower-case text names."""
    for pattern, reader in _READERS:
        for found in pattern.finditer(text):
            yield from reader(found, today)


def _weekday(found: re.Match[str], today: Today) -> Iterator[Mention]:
    first = _on(found["weekday"], found["how"], today)
    week = found["week"] or found["week2"]
    last_word = found["weekday2"] or found["weekday"]
    if week:
        monday = this_monday(today) if "this" in week else in_week_of(today.date, MONDAY) + timedelta(days=7)
        day = monday + timedelta(days=weekday_number(last_word))
        yield from made(found, day, f"{day:%A} of {'this' if 'this' in week else 'next'} week")
    elif found["later"]:
        yield from made(found, first + timedelta(days=7), f"a week after {first:%A}")
    elif found["weekday2"]:
        last = coming(weekday_number(last_word), after=first)
        yield from made(found, last, "the last of the days named", earliest=first)
    else:
        yield from _single(found, first, today)


def _on(word: str, how: str | None, today: Today) -> date:
    return coming(weekday_number(word), after=today.date - timedelta(days=1 if how == "this" else 0))


def _single(found: re.Match[str], day: date, today: Today) -> Iterator[Mention]:
    later = day + timedelta(days=7)
    if found["how"] in {"next", "the following", "following"}:
        yield from made(
            found,
            later,
            f"“next {day:%A}” may be the coming one or the one after; the later is taken",
            earliest=day,
            ambiguous=True,
        )
    elif today.date.weekday() == day.weekday() and found["how"] is None:
        yield from made(
            found,
            day,
            f"said on a {day:%A}: today or in a week; the later is taken",
            earliest=today.date,
            ambiguous=True,
        )
    else:
        yield from made(found, day, f"the coming {day:%A}")


def _from_day(found: re.Match[str], today: Today) -> Iterator[Mention]:
    said = found["weekday"]
    if said in {"today", "now"}:
        start = today.date
    elif said == "tomorrow":
        start = today.date + timedelta(days=1)
    else:
        start = coming(weekday_number(said), after=today.date)
        start += timedelta(days=7 if found["next"] else 0)
    yield from made(found, start + timedelta(weeks=count(found["count"])), f"counted from {start:%A}")


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Today], Iterator[Mention]]], ...] = (
    (_WEEKDAY, _weekday),
    (_FROM_DAY, _from_day),
)
