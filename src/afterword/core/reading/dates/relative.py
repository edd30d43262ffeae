"""Dates counted from today: weekdays, weeks that end on Friday, parts of months, and lengths of time."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from afterword.core.reading.dates.days import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    WEDNESDAY,
    after_months,
    after_working_days,
    coming,
    in_week_of,
    month_end,
)
from afterword.core.reading.dates.mention import (
    COUNT,
    DASH,
    DAY,
    MONTH,
    WEEKDAY,
    Mention,
    Today,
    count,
    day_number,
    month_number,
    weekday_number,
)

_PART = (
    r"(?P<part>early(?: on)?(?: in)?|mid(?:dle)?(?: of|-)?|late(?:r)?(?: in)?|(?:(?:by |at |towards? )?(?:the )?)?(?:very )?end(?: of)?|"
    r"(?:the )?(?:beginning|start|top)(?: of)?|(?:the )?(?:first|second|latter|back) half(?: of)?)"
)
_WEEK = re.compile(
    rf"\b(?:{_PART}\s*)?(?:the\s+)?(?P<which>this coming|this|next|the following|following|coming|current|the)\s+(?:working\s+|business\s+|work\s*)?week(?P<own>'s end|end)?\b(?P<then>\s+after next)?(?!\s*(?:of|commencing|beginning|starting|from|on|after)\b)"
)
_MIDWEEK = re.compile(r"\bmid-?week\b(?! (?:of|next|in))")
_WEEK_END = re.compile(r"\bend of week\b|\beow\b|\bweek'?s end\b")
_WEEK_AFTER = re.compile(
    rf"\b(?:{_PART}\s*)?(?:the\s+)?week after(?: next)?\b(?!\s+(?:the\s)?[a-z]*(?:giving|mas|day))"
)
_WEEK_OF = re.compile(
    rf"\b(?:{_PART}\s*)?(?:the\s+)?week (?:of|commencing|beginning|starting|from)\s+(?:the\s+|on\s+)?(?:{WEEKDAY},?\s+)?(?:the\s+)?(?:(?P<month>{MONTH})\s*(?:the\s+)?(?P<day>{DAY})|(?P<day2>{DAY})(?:\s+(?:of\s+)?(?P<month2>{MONTH}))?)"
)
_NTH_WEEK = re.compile(
    rf"\b(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th)\s+(?:full\s+)?week\s+(?:of|in)\s+(?:(?P<month>{MONTH})|(?P<rel>next|this) month|the (?P<year>new) year)"
)
_WEEKDAY = re.compile(
    rf"\b(?:(?P<how>next|this coming|this|coming|the following|following)\s+)?(?P<weekday>{WEEKDAY})(?:\s*(?:,|morning|afternoon|evening|night))?(?:\s+(?:(?P<week>next|this|the following) week|(?:of|the) (?P<week2>next|this|the following) week|of the (?P<week3>following) week|(?P<uk>week)\b(?!\s+(?:of|after))))?"
    rf"(?:{DASH}(?:(?P<how2>next)\s+)?(?P<weekday2>{WEEKDAY}))?"
)
_FROM_DAY = re.compile(
    rf"\b(?P<count>{COUNT})\s+weeks?\s+(?:from|on|after)\s+(?:(?P<next>next)\s+)?(?P<weekday>{WEEKDAY}|today|tomorrow|now)"
)
_LENGTH = re.compile(
    rf"\b(?:(?P<first>{COUNT})(?:{DASH}))?(?P<count>{COUNT})[\s-]*(?P<unit>business[\s-]days?|working[\s-]days?|work[\s-]?days?|week[\s-]?days?|days?|weeks?|wks?|months?|hours?|hrs?|fortnights?)\b(?:'s?)?(?P<rest>\s+or\s+(?:so|two|three)|\s+to\s+ten\s+days)?"
)
_COMING = re.compile(
    rf"\b(?:the\s+)?(?:next|coming|following)\s+(?P<count>{COUNT}\s+)?(?P<unit>business days|working days|days|weeks|fortnight|hours|months)\b"
)
_MONTH_PART = re.compile(
    rf"\b(?:{_PART}\s*)(?P<of>(?P<month>{MONTH})(?!\s*\d)|(?:the |this |next |this coming |the following )?month\b|(?:the |this )?quarter\b|(?:the |this )?year\b|q[1-4]\b|(?:the |in the )?new year\b)(?:,?\s+(?P<year>20\d\d))?"
)
_MONTH_END = re.compile(r"\bmonth'?s?[\s-]end\b|\beom\b|\bquarter[\s-]end\b")
_MONTH_ALONE = re.compile(
    rf"\b(?:in|during|by|sometime in|within|over)\s+(?P<of>(?P<month>{MONTH})(?!\s*\d))|\b(?P<rel>(?:next|this|this coming) month)\b"
)
_SOON = (
    (re.compile(r"\b(?:the )?day after tomorrow\b"), 2, "the day after tomorrow"),
    (re.compile(r"\b(?:by )?this time next week\b"), 7, "a week from the day it was said"),
    (re.compile(r"\btomorrow\b(?:\s+(?:morning|afternoon|evening|night))?"), 1, "tomorrow"),
    (
        re.compile(
            r"\b(?:later )?(?:today|tonight)\b|\bthis (?:morning|afternoon|evening)\b|\b(?:eod|cob|end of (?:the )?(?:business )?day|close of (?:play|business|the day))\b"
        ),
        0,
        "today",
    ),
)
_WEEKEND = re.compile(
    r"\b(?P<how>over|after|before|by|on|at|this|during)\s+(?:the|this)?\s*(?:coming\s+)?weekend\b"
)


def relative(text: str, today: Today) -> Iterator[Mention]:
    """Every date a lower-case text counts from today."""
    for pattern, reader in _READERS:
        for found in pattern.finditer(text):
            yield from reader(found, today)
    for pattern, days, reading in _SOON:
        for found in pattern.finditer(text):
            yield Mention(found.start(), found.end(), today.date + timedelta(days=days), reading)


def _made(
    found: re.Match[str], day: date, reading: str, *, earliest: date | None = None, **more: bool
) -> Iterator[Mention]:
    yield Mention(found.start(), found.end(), day, reading, earliest=earliest, **more)


# ---------------------------------------------------------------- weeks


def _part(said: str | None) -> str:
    """early, middle, late, or "" for the whole."""
    said = said or ""
    if said.startswith("early") or "beginning" in said or "start" in said or "top" in said:
        return "early"
    if said.startswith("mid") or "first half" in said:
        return "middle"
    return "late" if said else ""


def _of_week(monday: date, part: str) -> date:
    return monday + timedelta(days=WEDNESDAY if part in {"early", "middle"} else FRIDAY)


def _this_monday(today: Today) -> date:
    """The Monday of the running working week; on a weekend the coming one."""
    ahead = 7 if today.date.weekday() >= SATURDAY else 0
    return in_week_of(today.date, MONDAY) + timedelta(days=ahead)


def _week(found: re.Match[str], today: Today) -> Iterator[Mention]:
    part = _part(found["part"])
    which = found["which"]
    if which == "the" and not found["part"] and not found["own"]:
        return
    if found["own"] == "end" and which != "the":
        return
    monday = _this_monday(today)
    if which in {"next", "the following", "following"}:
        yield from _next_week(found, today, part)
        return
    day = _of_week(monday, part)
    if day < today.date:
        day = monday + timedelta(days=FRIDAY)
    yield from _made(found, day, f"{_named_part(part)} of this week; a week ends on Friday", point=False)


def _next_week(found: re.Match[str], today: Today, part: str) -> Iterator[Mention]:
    monday = in_week_of(today.date, MONDAY) + timedelta(days=7)
    if found["then"]:
        monday += timedelta(days=7)
    day = _of_week(monday, part)
    if today.date.weekday() == SUNDAY:
        yield from _made(
            found,
            day + timedelta(days=7),
            "said on a Sunday, “next week” may be either; the later is taken",
            earliest=day,
            ambiguous=True,
            point=False,
        )
    else:
        yield from _made(found, day, f"{_named_part(part)} of next week; a week ends on Friday", point=False)


def _named_part(part: str) -> str:
    return {"early": "Wednesday", "middle": "Wednesday", "late": "Friday", "": "Friday"}[part]


def _end_of_week(found: re.Match[str], today: Today) -> Iterator[Mention]:
    yield from _made(found, _this_monday(today) + timedelta(days=FRIDAY), "Friday of this week", point=False)


def _midweek(found: re.Match[str], today: Today) -> Iterator[Mention]:
    wednesday = coming(WEDNESDAY, after=today.date - timedelta(days=1))
    yield from _made(found, wednesday, "Wednesday", point=False)


def _week_after(found: re.Match[str], today: Today) -> Iterator[Mention]:
    if not found[0].endswith("next"):
        return
    monday = in_week_of(today.date, MONDAY) + timedelta(days=14)
    yield from _made(
        found,
        _of_week(monday, _part(found["part"])),
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
        meant = _of_week(in_week_of(day, MONDAY), _part(found["part"]))
        if meant >= today.date and ahead <= 7:
            yield from _made(found, meant, f"{meant:%A} of that week", point=False)
            return


def _nth_week(found: re.Match[str], today: Today) -> Iterator[Mention]:
    first = _month_meant(found["month"], found["rel"] or ("january" if found["year"] else ""), today)
    if first is None:
        return
    place = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}.get(
        found["nth"]
    )
    if place is None:
        end = month_end(first.year, first.month)
        day = end - timedelta(days=(end.weekday() - FRIDAY) % 7)
    else:
        day = coming(MONDAY, after=first - timedelta(days=1)) + timedelta(weeks=place, days=FRIDAY)
    if day >= today.date:
        yield from _made(found, day, "Friday of that week of the month", point=False)


# ---------------------------------------------------------------- weekdays


def _weekday(found: re.Match[str], today: Today) -> Iterator[Mention]:
    first = _on(found["weekday"], found["how"], today)
    week = found["week"] or found["week2"] or found["week3"]
    last_word = found["weekday2"] or found["weekday"]
    if week:
        monday = _this_monday(today) if week == "this" else in_week_of(today.date, MONDAY) + timedelta(days=7)
        day = monday + timedelta(days=weekday_number(last_word))
        yield from _made(found, day, f"{day:%A} of {week.removeprefix('the ')} week")
    elif found["uk"]:
        yield from _made(found, first + timedelta(days=7), f"a week after {first:%A}")
    elif found["weekday2"]:
        last = coming(weekday_number(last_word), after=first)
        yield from _made(found, last, "the last of the days named", earliest=first)
    else:
        yield from _single(found, first, today)


def _on(word: str, how: str | None, today: Today) -> date:
    return coming(weekday_number(word), after=today.date - timedelta(days=1 if how == "this" else 0))


def _single(found: re.Match[str], day: date, today: Today) -> Iterator[Mention]:
    later = day + timedelta(days=7)
    if found["how"] in {"next", "the following", "following"}:
        yield from _made(
            found,
            later,
            f"“next {day:%A}” may be the coming one or the one after; the later is taken",
            earliest=day,
            ambiguous=True,
        )
    elif today.date.weekday() == day.weekday() and found["how"] is None:
        yield from _made(
            found,
            day,
            f"said on a {day:%A}: today or in a week; the later is taken",
            earliest=today.date,
            ambiguous=True,
        )
    else:
        yield from _made(found, day, f"the coming {day:%A}")


def _from_day(found: re.Match[str], today: Today) -> Iterator[Mention]:
    said = found["weekday"]
    if said in {"today", "now"}:
        start = today.date
    elif said == "tomorrow":
        start = today.date + timedelta(days=1)
    else:
        start = coming(weekday_number(said), after=today.date)
        start += timedelta(days=7 if found["next"] else 0)
    yield from _made(found, start + timedelta(weeks=count(found["count"])), f"counted from {start:%A}")


def _weekend(found: re.Match[str], today: Today) -> Iterator[Mention]:
    sunday = in_week_of(today.date, SUNDAY)
    shift = {"after": 1, "before": -2}.get(found["how"], 0)
    day = sunday + timedelta(days=shift)
    if day >= today.date:
        yield from _made(found, day, f"{day:%A}, counted from the weekend", point=False)


# ---------------------------------------------------------------- months


def _month_meant(month: str | None, relation: str, today: Today) -> date | None:
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


def _month_part(found: re.Match[str], today: Today) -> Iterator[Mention]:
    part, of = _part(found["part"]), found["of"]
    if "quarter" in of or of.startswith("q") or of.endswith("year"):
        yield from _long_part(found, part, of, today)
        return
    first = _month_meant(found["month"], of, today)
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
        yield from _made(found, day, reading.get(part, "the month's last day"), point=False)


def _long_part(found: re.Match[str], part: str, of: str, today: Today) -> Iterator[Mention]:
    """The end of a quarter or of the year, and the first days of the next year."""
    year = today.date.year
    if "new year" in of:
        if part == "early":
            yield from _made(found, date(year + 1, 1, 10), "early in the year is by 10 January", point=False)
        return
    if part != "late":
        return
    quarter = (
        4 if of.endswith("year") else int(of[1]) if of.startswith("q") else (today.date.month - 1) // 3 + 1
    )
    end = month_end(year, quarter * 3)
    day = end if end >= today.date else month_end(year + 1, quarter * 3)
    yield from _made(found, day, "the last day of it", point=False)


def _end_of_month(found: re.Match[str], today: Today) -> Iterator[Mention]:
    months = 3 - (today.date.month - 1) % 3 - 1 if found[0].startswith("quarter") else 0
    yield from _made(
        found, month_end(today.date.year, today.date.month + months), "the month's last day", point=False
    )


def _month_alone(found: re.Match[str], today: Today) -> Iterator[Mention]:
    first = _month_meant(found["month"], found["rel"] or "", today)
    if first is not None:
        yield from _made(found, month_end(first.year, first.month), "by the month's last day", point=False)


# ---------------------------------------------------------------- lengths


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
    yield from _made(found, last, "counted from the day it was said", earliest=earliest, point=False)


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
    yield from _made(
        found, _after(today, number, found["unit"]), "counted from the day it was said", point=False
    )


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Today], Iterator[Mention]]], ...] = (
    (_WEEK, _week),
    (_MIDWEEK, _midweek),
    (_WEEK_END, _end_of_week),
    (_WEEK_AFTER, _week_after),
    (_WEEK_OF, _week_of),
    (_NTH_WEEK, _nth_week),
    (_WEEKDAY, _weekday),
    (_FROM_DAY, _from_day),
    (_WEEKEND, _weekend),
    (_MONTH_PART, _month_part),
    (_MONTH_END, _end_of_month),
    (_MONTH_ALONE, _month_alone),
    (_LENGTH, _length),
    (_COMING, _coming_length),
)
