"""Days counted from another day of the same text: "the day after", "within a week of the 15th", "before then".

The other reading modules read each date by itself. These words have no date of their own: they hang on the
date said just before them, or on the one they are said of.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from afterword.core.reading.dates.days import FRIDAY, before_working_days, coming, in_week_of
from afterword.core.reading.dates.lengths import LENGTH, after, length_of
from afterword.core.reading.dates.mention import DASH, WEEKDAY, Mention, Today, weekday_number

Day: TypeAlias = date
Shift: TypeAlias = Callable[[re.Match[str], Day, Today], Day | None]

#: How far back, in characters, the date may stand that such words hang on.
_REACH = 200
_BACK = r"(?:that|this|then|it)\b"
_END = (
    r"(?=\s*(?:[.,;:!?)-]|$|(?:and|but|or|with|at|to|about|either|once|when|in|we|you|they|i|she|he|hr)\b))"
)

_BESIDE = re.compile(r"[\s,]*(?:(?:on|of|by|the)\s+)*")
_TO = re.compile(rf",?{DASH}(?:(?:on|by|the|maybe|possibly|perhaps)\s+)*")
_DAY_AFTER = re.compile(
    rf"\b(?:the (?:next|following)(?: (?:business|working))? day|(?:the |one |a )day (?:after(?: that|wards)?|later)|next day){_END}"
)
_WEEKDAY_AFTER = re.compile(
    rf"\b(?:the|that) (?:(?:next|following) (?P<weekday>{WEEKDAY})|(?P<weekday2>{WEEKDAY}) (?:after(?:wards)?|following)(?: {_BACK})?{_END}|(?<=that )(?P<weekday3>{WEEKDAY}))(?: (?:morning|afternoon|evening))?"
)
_LENGTH_AFTER = re.compile(
    rf"\b{LENGTH}\s+(?:(?:after|of|from|following|past)\s+{_BACK}|(?:later|afterwards?|thereafter|after){_END})"
)
_BEFORE = re.compile(
    r"\b(?P<well>well |long |way )?(?:before|ahead of|prior to) (?:(?:that|then|this)\b|(?:i|we|she|he|they) (?:go|leave|break|close|head|fly|travel)\b)"
)
_THAT_DAY = re.compile(
    r"\b(?:that|the)(?: very)? same (?:day|afternoon|evening|night)\b|\bthat (?:day|afternoon|evening|night|morning)\b|\bby then\b"
)
_THAT_WEEK = re.compile(r"\b(?:(?:later|the end of|end of|the end) )?that(?: same)? week\b")
_WEEK_AFTER = re.compile(
    rf"\b(?:the (?:next|following) week|(?:the )?week (?:after(?:wards)?|following)(?: {_BACK})?){_END}"
)
_THEN_LENGTH = re.compile(rf"\b{LENGTH}\b")
_THEN = re.compile(
    r"\bthen\b|\bafter which\b|\bfrom there\b|\b(?:once|when|after) (?:s?he|they|that|this|it)\b"
)
_ONCE = re.compile(r"\b(?:after|once|following|when)\b[^.;]*$")

#: "two days after the final interview, which is on …"
_EVENT = r"(?:[a-z' -]{0,40}?(?:interview|meeting|round|panel|call|date|close|deadline|session|day)s?(?:,? (?:which|that) (?:is|are|ends?|closes|takes place|happens|will be)| closes| ends|,)?(?: on| scheduled for)?\s+(?:the\s+)?)?"
_OF_NEXT = re.compile(
    rf"\b(?:{LENGTH}|(?P<day>(?:the )?day)|the (?P<weekday>{WEEKDAY})|(?P<week>the week))\s+(?P<side>before|prior to|after|from|of|following|past)\s+(?:the\s+)?{_EVENT}$"
)


def counted(said: str, today: Today, mentions: list[Mention]) -> list[Mention]:
    """The mentions of a lower-case text, in order, with those that hang on another put in."""
    found = _joined_to_next(said, today, _ranges(said, _with_time_of_day(said, mentions)))
    for mention in sorted(_hanging(said, today, found), key=lambda one: one.start):
        longer = any(_overlap(one, mention) and one.end > mention.end for one in found)
        if longer:
            continue
        found = [one for one in found if not _overlap(one, mention)]
        found = sorted([*found, mention], key=lambda one: one.start)
    return [one for one in found if one.date >= today.date]


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _with_time_of_day(said: str, mentions: list[Mention]) -> list[Mention]:
    """ "The 3rd EOD" and "close of business Friday" name one day, not today and another."""
    return [one for one in mentions if not (one.reading == "today" and _beside(said, one, mentions))]


def _beside(said: str, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether another date stands right before or right after."""
    return any(
        _BESIDE.fullmatch(said[min(one.end, mention.end) : max(one.start, mention.start)])
        for one in mentions
        if one is not mention
    )


def _ranges(said: str, mentions: list[Mention]) -> list[Mention]:
    """Two dates with nothing but "to" or "or" between them are one range, which counts at its upper end."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if last and not mention.counted and last.date < mention.date and _is_range(said, last, mention):
            joined[-1] = replace(mention, start=last.start, earliest=last.earliest or last.date)
        else:
            joined.append(mention)
    return joined


def _is_range(said: str, first: Mention, last: Mention) -> bool:
    """Whether two dates are the ends of one stretch; "and" needs a "between" before them."""
    words = said[first.end : last.start]
    between = said[: first.start].rstrip().endswith("between")
    return _TO.fullmatch(words) is not None and (between or " and " not in words)


def _joined_to_next(said: str, today: Today, mentions: list[Mention]) -> list[Mention]:
    """ "Three days after the 15th" is one mention, not two; nor is its length counted from today."""
    joined: list[Mention] = []
    for mention in mentions:
        lead = _OF_NEXT.search(said, max(0, mention.start - 60), mention.start)
        day = _from_next(lead, mention, today) if lead else None
        if lead is None or day is None or not mention.point:
            joined.append(mention)
            continue
        joined = [one for one in joined if one.end <= lead.start()]
        reading = f"counted from {mention.date:%A} {mention.date.day} {mention.date:%B}"
        joined.append(replace(mention, start=lead.start(), date=day, earliest=None, reading=reading))
    return joined


def _from_next(lead: re.Match[str], mention: Mention, today: Today) -> Day | None:
    back = lead["side"] in {"before", "prior to"}
    if lead["weekday"]:
        weekday = weekday_number(lead["weekday"])
        return coming(weekday, after=mention.date - timedelta(days=8 if back else 0))
    if lead["week"]:
        return in_week_of(mention.date, FRIDAY) + timedelta(days=-7 if back else 7)
    if lead["day"]:
        return mention.date + timedelta(days=-1 if back else 1)
    if back:
        return _before(mention.date, lead, country=today.country)
    number, unit = length_of(lead)
    return after(mention.date, number, unit, country=today.country) if number else None


def _before(day: Day, lead: re.Match[str], *, country: str) -> Day | None:
    number, unit = length_of(lead)
    if not number or unit.startswith(("mon", "hour", "hr")):
        return None
    if unit.startswith(("business", "working", "work")):
        return before_working_days(day, number, country=country)
    return day - (after(day, number, unit, country="") - day)


@dataclass(frozen=True, slots=True)
class _Hanging:
    """Words that hang on an earlier date, and the day they make of it (None = no day)."""

    words: re.Pattern[str]
    shift: Shift
    reading: str


def _hanging(said: str, today: Today, mentions: list[Mention]) -> Iterator[Mention]:
    known = list(mentions)
    matches = ((one.start(), kind, one) for kind in _KINDS for one in kind.words.finditer(said))
    for start, kind, found in sorted(matches, key=lambda one: (one[0], -one[2].end())):
        anchor = _anchor(known, start)
        if kind is _THEN_KIND and not (anchor and _follows(said, anchor, start)):
            continue
        day = kind.shift(found, _from(anchor, kind), today) if anchor else None
        if day is not None:
            hung = Mention(start, found.end(), day, kind.reading)
            known.append(hung)
            yield hung
        elif kind.words not in _READABLE_ALONE:
            yield Mention(start, found.end(), date.min, "no day to count from")


def _from(anchor: Mention, kind: _Hanging) -> Day:
    """The day counted from: the first of a range for "before then", else the last."""
    return anchor.earliest or anchor.date if kind.words is _BEFORE else anchor.date


def _anchor(known: list[Mention], start: int) -> Mention | None:
    """The date said last before ``start``, if it stands near enough."""
    before = [one for one in known if one.end <= start <= one.end + _REACH]
    return max(before, key=lambda one: one.end, default=None)


def _follows(said: str, anchor: Mention, start: int) -> bool:
    """Whether a length of time begins when the earlier date has come: "after Thursday … two days"."""
    begin = max(said.rfind(stop, 0, anchor.start) for stop in ".;!?\n") + 1
    between = said[anchor.end : start]
    if re.search(r"[.;!?\n]", between):
        return bool(re.search(rf"[.;!?\n]\s*(?:{_THEN.pattern})[^.;!?\n]*$", between))
    return bool(_THEN.search(between) or _ONCE.search(said[begin : anchor.start]))


def _weekday(found: re.Match[str], anchor: Day, today: Today) -> Day:
    return coming(weekday_number(found["weekday"] or found["weekday2"] or found["weekday3"]), after=anchor)


def _length(found: re.Match[str], anchor: Day, today: Today) -> Day | None:
    number, unit = length_of(found)
    return after(anchor, number, unit, country=today.country) if number else None


def _earlier(found: re.Match[str], anchor: Day, today: Today) -> Day | None:
    return None if found["well"] else anchor - timedelta(days=1)


def _next_day(found: re.Match[str], anchor: Day, today: Today) -> Day:
    if "business" in found[0] or "working" in found[0]:
        return after(anchor, 1, "business days", country=today.country)
    return anchor + timedelta(days=1)


_THEN_KIND = _Hanging(_THEN_LENGTH, _length, "counted from the day named before")
_KINDS = (
    _Hanging(_DAY_AFTER, _next_day, "the day after the one named before"),
    _Hanging(_WEEKDAY_AFTER, _weekday, "the first such day after the one named before"),
    _Hanging(_LENGTH_AFTER, _length, "counted from the day named before"),
    _Hanging(_BEFORE, _earlier, "the day before the one named before"),
    _Hanging(_THAT_DAY, lambda found, anchor, today: anchor, "the day named before"),
    _Hanging(_THAT_WEEK, lambda found, anchor, today: in_week_of(anchor, FRIDAY), "Friday of that week"),
    _Hanging(
        _WEEK_AFTER,
        lambda found, anchor, today: in_week_of(anchor, FRIDAY) + timedelta(days=7),
        "Friday of the week after the day named before",
    ),
    _THEN_KIND,
)
#: Without an earlier date these still mean what they mean by themselves.
_READABLE_ALONE = frozenset({_WEEKDAY_AFTER, _WEEK_AFTER, _THAT_DAY, _THAT_WEEK, _DAY_AFTER, _THEN_LENGTH})
