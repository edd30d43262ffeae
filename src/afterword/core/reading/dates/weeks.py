"""Weeks as people speak of them; a working week ends on Friday, and early in it is Wednesday."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from afterword.core.reading.dates.days import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    WEDNESDAY,
    coming,
    in_week_of,
    month_end,
)
from afterword.core.reading.dates.mention import (
    DAY,
    MONTH,
    PART,
    WEEKDAY,
    Mention,
    Today,
    day_number,
    made,
    month_meant,
    month_number,
    part_of,
)

_WEEK = re.compile(
    rf"\b(?:{PART}\s*)?(?:the\s+)?(?P<which>this coming|this|next|the following|following|coming|current|the)\s+(?:working\s+|business\s+|work\s*)?week(?P<own>'s end|end)?\b(?P<then>\s+after next)?(?!\s*(?:of|commencing|beginning|starting|from|on|after)\b)"
)
_MIDWEEK = re.compile(r"\bmid-?week\b(?! (?:of|next|in))")
_WEEK_END = re.compile(r"\bend of week\b|\beow\b|\bweek'?s end\b|\bthe week is (?:out|over|through|up)\b")
_WEEK_AFTER = re.compile(
    rf"\b(?:{PART}\s*)?(?:the\s+)?week after(?: next)?\b(?!\s+(?:the\s)?[a-z]*(?:giving|mas|day))"
)
_WEEK_OF = re.compile(
    rf"\b(?:{PART}\s*)?(?:the\s+)?(?:week (?:of|commencing|beginning|starting|from)|w/?c)\s+(?:the\s+|on\s+)?(?:{WEEKDAY},?\s+)?(?:the\s+)?(?:(?P<month>{MONTH})\s*(?:the\s+)?(?P<day>{DAY})|(?P<day2>{DAY})(?:\s+(?:of\s+)?(?P<month2>{MONTH}))?)"
)
_NTH_WEEK = re.compile(
    rf"\b(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th)\s+(?:full\s+)?week\s+(?:of|in)\s+(?:(?P<month>{MONTH})|(?P<rel>next|this) month|the (?P<year>new) year)"
)
_NUMBERED = re.compile(
    rf"\b(?:{PART}\s*(?:the\s+)?)?(?:(?:calendar week|cw|kw)\s*(?P<week>\d{{1,2}})|week (?:no\.? ?|number )?(?P<bare>[1-5]\d))\b"
)
_WEEKEND = re.compile(
    r"\b(?P<how>over|after|before|by|on|at|this|during)\s+(?:the|this)?\s*(?:coming\s+)?weekend\b"
)


def weeks(text: str, today: Today) -> Iterator[Mention]:
    """Every week, or part of one, that a lower-case text names."""
    for pattern, reader in _READERS:
        for found in pattern.finditer(text):
            yield from reader(found, today)


def _of_week(monday: date, part: str) -> date:
    return monday + timedelta(days=WEDNESDAY if part in {"early", "middle"} else FRIDAY)


def this_monday(today: Today) -> date:
    """The Monday of the running working week; on a weekend the coming one."""
    ahead = 7 if today.date.weekday() >= SATURDAY else 0
    return in_week_of(today.date, MONDAY) + timedelta(days=ahead)


def _week(found: re.Match[str], today: Today) -> Iterator[Mention]:
    part = part_of(found["part"])
    which = found["which"]
    if which == "the" and not (found["part"] or found["own"] or found["then"]):
        return
    if found["own"] == "end" and which != "the":
        return
    monday = this_monday(today)
    if which in {"next", "the following", "following"} or found["then"]:
        yield from _next_week(found, today, part)
        return
    day = _of_week(monday, part)
    if day < today.date:
        day = monday + timedelta(days=FRIDAY)
    yield from made(found, day, f"{_named_part(part)} of this week; a week ends on Friday", point=False)


def _next_week(found: re.Match[str], today: Today, part: str) -> Iterator[Mention]:
    monday = in_week_of(today.date, MONDAY) + timedelta(days=7)
    if found["then"]:
        monday += timedelta(days=7)
    day = _of_week(monday, part)
    if today.date.weekday() == SUNDAY:
        yield from made(
            found,
            day + timedelta(days=7),
            "said on a Sunday, “next week” may be either; the later is taken",
            earliest=day,
            ambiguous=True,
            point=False,
        )
    else:
        yield from made(found, day, f"{_named_part(part)} of next week; a week ends on Friday", point=False)


def _named_part(part: str) -> str:
    return {"early": "Wednesday", "middle": "Wednesday", "late": "Friday", "": "Friday"}[part]


def _end_of_week(found: re.Match[str], today: Today) -> Iterator[Mention]:
    yield from made(found, this_monday(today) + timedelta(days=FRIDAY), "Friday of this week", point=False)


def _midweek(found: re.Match[str], today: Today) -> Iterator[Mention]:
    wednesday = coming(WEDNESDAY, after=today.date - timedelta(days=1))
    yield from made(found, wednesday, "Wednesday", point=False)


def _week_after(found: re.Match[str], today: Today) -> Iterator[Mention]:
    if not found[0].endswith("next"):
        return
    monday = in_week_of(today.date, MONDAY) + timedelta(days=14)
    yield from made(
        found,
        _of_week(monday, part_of(found["part"])),
        "the week after next; a week ends on Friday",
        point=False,
    )


def _week_of(found: re.Match[str], today: Today) -> Iterator[Mention]:
    wanted = day_number(found["day"] or found["day2"])
    month = found["month"] or found["month2"]
    for ahead in range(13 if month else 3):
        end = month_end(today.date.year, today.date.month + ahead)
        if (month and end.month != month_number(month)) or wanted > end.day:
            continue
        day = end.replace(day=wanted)
        meant = _of_week(in_week_of(day, MONDAY), part_of(found["part"]))
        if meant >= today.date and ahead <= 7:
            yield from made(found, meant, f"{meant:%A} of that week", point=False)
            return


def _nth_week(found: re.Match[str], today: Today) -> Iterator[Mention]:
    """A month's first week holds its first Wednesday."""
    first = month_meant(found["month"], found["rel"] or ("january" if found["year"] else ""), today)
    if first is None:
        return
    place = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}.get(
        found["nth"]
    )
    if place is None:
        end = month_end(first.year, first.month)
        day = end - timedelta(days=(end.weekday() - FRIDAY) % 7)
    else:
        whole = first if first.weekday() <= WEDNESDAY else first + timedelta(days=6)
        day = in_week_of(whole, FRIDAY) + timedelta(weeks=place)
    if day >= today.date:
        yield from made(found, day, "Friday of that week of the month", point=False)


def _numbered(found: re.Match[str], today: Today) -> Iterator[Mention]:
    """A week by its number in the year (ISO 8601), as is usual in much of Europe."""
    for year in (today.date.year, today.date.year + 1):
        try:
            monday = date.fromisocalendar(year, int(found["week"] or found["bare"]), MONDAY + 1)
        except ValueError:
            continue
        day = _of_week(monday, part_of(found["part"]))
        if day >= today.date:
            yield from made(found, day, f"{day:%A} of that week of the year", point=False)
            return


def _weekend(found: re.Match[str], today: Today) -> Iterator[Mention]:
    sunday = in_week_of(today.date, SUNDAY)
    shift = {"after": 1, "before": -2}.get(found["how"], 0)
    day = sunday + timedelta(days=shift)
    if day >= today.date:
        yield from made(found, day, f"{day:%A}, counted from the weekend", point=False)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Today], Iterator[Mention]]], ...] = (
    (_WEEK, _week),
    (_MIDWEEK, _midweek),
    (_WEEK_END, _end_of_week),
    (_WEEK_AFTER, _week_after),
    (_WEEK_OF, _week_of),
    (_NTH_WEEK, _nth_week),
    (_WEEKEND, _weekend),
    (_NUMBERED, _numbered),
)
