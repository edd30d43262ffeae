"""Weekdays and dates of a letter: whether they fit each other, and the day of the interview."""

import re
from collections.abc import Iterator
from datetime import date

from afterword.core.findings import Finding, Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:)"
_YEAR = r"(?:,?\s+(?P<year>20\d\d))?"
_DATED = (
    re.compile(rf"\b{_DAY},?\s+(?:the\s+)?{_MONTH}\s+(?:the\s+)?{_NUMBER}{_YEAR}"),
    re.compile(rf"\b{_DAY},?\s+(?:the\s+)?{_NUMBER}\s+(?:of\s+)?{_MONTH}{_YEAR}"),
)
_MET = re.compile(
    r"\b(?:met|spoke|talked|sat down|interviewed|meeting|speaking|talking|chatting|interview|conversation|discussion|call|"
    r"visit|time|meet|speak|talk|chat)\b(?P<between>[^.!?\n;]{0,50}?)\bon\s+(?:this\s+past\s+|this\s+)?"
    + _DAY
    + r"\b"
)
#: Words that make the day one to come, or another one.
_NOT_THE_INTERVIEW = re.compile(
    r"(?i)\b(?:next|will|shall|could|can|would (?!like to thank)|forward|hope|second|another|follow-?up|again|available|if|"
    r"until|before|after|by|tomorrow|schedule|scheduled|promised|free|opening|opens|suggested|start|starts|call on|'ll|another)\b"
)
_INTERVIEW_DATE = re.compile(
    r"\b(?:met|spoke|talked|interviewed|meeting|speaking|talking|interview|conversation|discussion)\b"
    rf"(?P<between>[^.!?\n;]{{0,50}}?)\bon\s+(?:{_DAY.replace('weekday', 'unused')},?\s+)?(?:the\s+)?(?:{_MONTH}\s+{_NUMBER}{_YEAR})"
)


def date_findings(text: str, dates: tuple[date, ...]) -> Iterator[Finding]:
    """Weekdays that do not fit their date, and days given for the interview on which it was not.

    ``dates``: the days of the interviews; without them only dates that name their year can be checked.
    """
    dated: list[tuple[int, int]] = []
    for pattern in _DATED:
        for match in pattern.finditer(text):
            dated.append(match.span())
            yield from _weekday_of_date(match, dates)
    if dates:
        yield from _days_of_interview(text, dates, dated)
        yield from _dates_of_interview(text, dates)


def _weekday_of_date(match: re.Match[str], dates: tuple[date, ...]) -> Iterator[Finding]:
    meant = _date(match, dates)
    said = match.group("weekday") + "day"
    if meant is not None and WEEKDAYS[meant.weekday()] != said:
        right = WEEKDAYS[meant.weekday()]
        begin = match.start("weekday")
        yield Finding(
            "date.weekday",
            f"{meant.day} {match.group('month')} {meant.year} is a {right}.",
            Span(begin, begin + len(said)),
            (right,),
        )


def _date(match: re.Match[str], dates: tuple[date, ...]) -> date | None:
    """The date meant; without a year, the one nearest to an interview."""
    month = _MONTHS.index(match.group("month")[:3].lower()) + 1
    day, year = int(match.group("day")), match.group("year")
    years = [int(year)] if year else [near.year + step for near in dates[:1] for step in (-1, 0, 1)]
    meant = [found for found in (_real(year_, month, day) for year_ in years) if found is not None]
    return min(meant, key=lambda found: abs((found - dates[0]).days) if dates else 0, default=None)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _days_of_interview(text: str, dates: tuple[date, ...], dated: list[tuple[int, int]]) -> Iterator[Finding]:
    right = [WEEKDAYS[day.weekday()] for day in dates]
    for match in _MET.finditer(text):
        said = match.group("weekday") + "day"
        begin = match.start("weekday")
        if said in right or any(first <= begin < last for first, last in dated):
            continue
        if _NOT_THE_INTERVIEW.search(_sentence_before(text, begin)):
            continue
        yield Finding(
            "date.interview",
            f"The interview was on {right[0]}, {_words(dates[0])}.",
            Span(begin, begin + len(said)),
            (right[0],),
        )


def _dates_of_interview(text: str, dates: tuple[date, ...]) -> Iterator[Finding]:
    for match in _INTERVIEW_DATE.finditer(text):
        meant = _date(match, dates)
        begin, end = match.start("month"), match.end("day")
        if meant is None or meant in dates or _NOT_THE_INTERVIEW.search(_sentence_before(text, begin)):
            continue
        right = f"{dates[0]:%B} {dates[0].day}"
        yield Finding(
            "date.interview", f"The interview was on {_words(dates[0])}.", Span(begin, end), (right,)
        )


def _sentence_before(text: str, at: int) -> str:
    begin = max(text.rfind(stop, 0, at) for stop in (". ", "\n", "! ", "? "))
    return text[begin + 1 : at]


def _words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
