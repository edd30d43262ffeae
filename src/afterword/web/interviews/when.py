"""When a conversation is, in words: its own clock, the place when it is not the user's, and the user's clock."""

from datetime import datetime

from afterword.core.facts import Interview
from afterword.web.words import clock, day, place, stretch, zone_of


def when_words(interview: Interview, *, home: str) -> str:
    """“Thursday 12 November, 3:00 PM to 4:00 PM”, with “New York time” when ``home`` shows another clock."""
    if interview.all_day:
        start = interview.start.astimezone(zone_of(interview.zone))
        return f"{day(start)}, all day"
    return span_words(interview.start, interview.end, zone=interview.zone, home=home)


def span_words(start: datetime, end: datetime, *, zone: str, home: str) -> str:
    """A stretch of time, as :func:`when_words` tells it."""
    there = zone_of(zone)
    first, last = start.astimezone(there), end.astimezone(there)
    words = stretch(first, last)
    if zone == home:
        return words
    ours = start.astimezone(zone_of(home))
    if ours.utcoffset() == first.utcoffset():
        return f"{words}, {place(zone)} time"
    other_day = f"{day(ours)}, " if ours.date() != first.date() else ""
    return f"{words}, {place(zone)} time ({other_day}{clock(ours)} in {place(home)})"
