"""Interviews, gatherings and steps as a calendar file (RFC 5545).

Times are written in UTC, which every program reads alike without a zone table; the zone they were said in
travels in X-AFTERWORD-ZONE.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from afterword.core.facts import Interview, InterviewStatus, Opportunity, Person, Seminar
from afterword.core.handover.folding import content, escaped

DOMAIN = "afterword.invalid"  # reserved by RFC 2606, so that no such host can ever exist


class Standing(StrEnum):
    """The STATUS of a calendar entry."""

    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line in a calendar. ``start`` and ``end`` are aware; ``busy`` False leaves the time free.

    ``all_day`` writes days instead of times, as they are in ``zone``. ``uid`` is unique and stays the same
    when the entry is written again.
    """

    uid: str
    start: datetime
    end: datetime
    summary: str
    zone: str = "UTC"
    description: str = ""
    location: str = ""
    url: str = ""
    all_day: bool = False
    busy: bool = True
    standing: Standing = Standing.CONFIRMED
    sequence: int = 0


def calendar(entries: Iterable[Entry], *, stamp: datetime, name: str = "Afterword") -> str:
    """The text of a calendar file; ``stamp`` is the moment it is written (DTSTAMP)."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Afterword//Afterword//EN", "CALSCALE:GREGORIAN"]
    lines = [*head, "METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(name)}"]
    for entry in entries:
        lines += _event(entry, stamp=stamp)
    return content([*lines, "END:VCALENDAR"])


def interview_entry(
    interview: Interview, opportunity: Opportunity, people: Iterable[Person], *, sequence: int = 0
) -> Entry:
    """An interview as a calendar entry; ``people`` are those who took part."""
    names = ", ".join(person.name for person in people)
    told = [names and f"With {names}", interview.round, interview.format]
    return Entry(
        uid=f"{interview.id}@{DOMAIN}",
        start=interview.start,
        end=interview.end,
        summary=f"Interview: {opportunity.role}, {opportunity.company}".rstrip(", "),
        zone=interview.zone,
        description="\n".join(line for line in told if line),
        location=interview.location,
        url=interview.link,
        all_day=interview.all_day,
        standing=Standing.CONFIRMED if interview.status is InterviewStatus.PLANNED else Standing.CANCELLED,
        sequence=sequence,
    )


def seminar_entry(seminar: Seminar) -> Entry:
    """A seminar or conference as a calendar entry."""
    return Entry(
        uid=f"{seminar.id}@{DOMAIN}",
        start=seminar.start,
        end=seminar.end,
        summary=seminar.title,
        zone=seminar.zone,
        location=seminar.place,
        url=seminar.url,
        standing=Standing.CANCELLED if seminar.cancelled else Standing.CONFIRMED,
    )


def step_entry(*, key: str, at: datetime, zone: str, summary: str, reason: str) -> Entry:
    """Something to do at a time, as a quarter of an hour that leaves the time free."""
    return Entry(
        uid=f"{key}@{DOMAIN}",
        start=at,
        end=at + timedelta(minutes=15),
        summary=summary,
        zone=zone,
        description=reason,
        busy=False,
    )


def _event(entry: Entry, *, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(entry.uid)}"
    yield f"DTSTAMP:{_instant(stamp)}"
    yield from _span(entry)
    yield f"SUMMARY:{escaped(entry.summary)}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"STATUS:{entry.standing}"
    yield f"TRANSP:{'OPAQUE' if entry.busy else 'TRANSPARENT'}"
    for name, value in (("DESCRIPTION", entry.description), ("LOCATION", entry.location)):
        if value:
            yield f"{name}:{escaped(value)}"
    if entry.url:
        yield f"URL:{''.join(entry.url.split())}"
    yield f"X-AFTERWORD-ZONE:{escaped(entry.zone)}"
    yield "END:VEVENT"


def _span(entry: Entry) -> Iterator[str]:
    """Start and end; the end of a whole day is the day after its last (RFC 5545 §3.6.1)."""
    if not entry.all_day:
        yield f"DTSTART:{_instant(entry.start)}"
        yield f"DTEND:{_instant(entry.end)}"
        return
    zone = ZoneInfo(entry.zone)
    last = max(entry.start, entry.end - timedelta(microseconds=1))
    yield f"DTSTART;VALUE=DATE:{entry.start.astimezone(zone):%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last.astimezone(zone) + timedelta(days=1):%Y%m%d}"


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
