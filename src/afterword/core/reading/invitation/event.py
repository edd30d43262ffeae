"""One VEVENT as an interview: every property read for itself, every fault named."""

from dataclasses import dataclass, replace
from datetime import datetime

from afterword.core.findings import Finding
from afterword.core.reading.contentline import Property
from afterword.core.reading.invitation.blocks import Block
from afterword.core.reading.invitation.company import guess_company, houses
from afterword.core.reading.invitation.event_findings import findings_of, unreadable
from afterword.core.reading.invitation.limits import MAX_LINE, MAX_TEXT
from afterword.core.reading.invitation.lines import Properties, properties
from afterword.core.reading.invitation.links import conference_link
from afterword.core.reading.invitation.named import with_named
from afterword.core.reading.invitation.people import (
    alone_with_unknown,
    read_people,
    suggested_name,
    without_the_user,
)
from afterword.core.reading.invitation.plain import plain_text
from afterword.core.reading.invitation.roles import guess_role
from afterword.core.reading.invitation.times import Clock, Times, read_times
from afterword.core.reading.invitation.values import InterviewRead, PersonRead, instant
from afterword.core.reading.invitation.zones import said_in


@dataclass(frozen=True, slots=True)
class EventRead:
    """One event: the interview (None when nothing of it can be used), findings, unreadable text, its rules."""

    interview: InterviewRead | None
    findings: tuple[Finding, ...]
    unreadable: tuple[str, ...]
    properties: Properties


def read_event(block: Block, *, number: int, method: str, clock: Clock, mine: frozenset[str]) -> EventRead:
    """Read one event; ``number`` (from 1) names it in findings when it has no title."""
    held = properties(block)
    words = _words(held)
    times = read_times(held, clock=replace(clock, hints=(*clock.hints, *said_in(words.all))))
    label = f"event {number}" + (f" “{words.summary[:60]}”" if words.summary else "")
    people = read_people(held, mine=mine)
    if times.start is None and not (words.summary or people):
        return EventRead(None, (unreadable(label, times),), (block.text[:MAX_TEXT],), held)
    everyone = _everyone(people, words, mine=mine)
    interview = replace(
        _timed(times),
        uid=held.text("UID")[:MAX_LINE],
        recurrence_id=_recurrence_id(held, clock),
        method=method,
        sequence=_whole(held.first("SEQUENCE")),
        dtstamp=_stamp(held, clock),
        status="CANCELLED" if method == "CANCEL" else held.text("STATUS").upper()[:20],
        summary=words.summary,
        description=words.description,
        link=conference_link(held),
        location=plain_text(held.text("LOCATION")[:MAX_LINE]),
        people=everyone,
        recurring=bool(held.first("RRULE") or held.first("RDATE")),
        company=guess_company(words.summary, words.description, everyone),
        role=guess_role(words.summary, words.description),
    )
    alone = alone_with_unknown(interview.people, mine=mine)
    if alone:
        interview = replace(interview, people=without_the_user(interview.people))
    findings = findings_of(
        interview, label=label, complete=block.complete, held=held, times=times, alone=alone
    )
    return EventRead(interview, findings, held.broken, held)


@dataclass(frozen=True, slots=True)
class _Words:
    """Title and description of an event as plain text."""

    summary: str
    description: str

    @property
    def all(self) -> str:
        """Both, the title first."""
        return f"{self.summary}\n{self.description}"


def _words(held: Properties) -> _Words:
    summary = plain_text(held.text("SUMMARY")[:MAX_LINE]).replace("\n", " ")
    description = held.text("DESCRIPTION") or held.text("X-ALT-DESC")
    return _Words(summary, plain_text(description[: 3 * MAX_TEXT])[:MAX_TEXT])


def _timed(times: Times) -> InterviewRead:
    """An interview of which nothing but its times is known yet."""
    start = times.start
    if start is None:
        return InterviewRead()
    return InterviewRead(
        start=start.time,
        end=times.end,
        end_guessed=times.end_guessed,
        all_day=times.all_day,
        zone=start.zone,
        zone_certain=start.certain,
        zone_said=start.said,
        zone_suggestions=start.suggestions,
    )


def _everyone(
    people: tuple[PersonRead, ...], words: _Words, *, mine: frozenset[str]
) -> tuple[PersonRead, ...]:
    """The guests, with titles, and whom only the description names."""
    companies = houses(words.all, people)
    own = tuple(name for address in mine if (name := suggested_name(address)))
    return with_named(people, words.description, summary=words.summary, houses=companies, own=own)


def _whole(held: Property | None) -> int:
    said = held.raw.strip() if held else ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 12 else 0


def _stamp(held: Properties, clock: Clock) -> datetime | None:
    said = held.first("DTSTAMP") or held.first("LAST-MODIFIED")
    read = clock.read(said) if said else None
    return read.time if read and read.time.tzinfo else None


def _recurrence_id(held: Properties, clock: Clock) -> str:
    """Which occurrence is meant, as an instant where it can be told, so that two zones' spellings agree."""
    said = held.first("RECURRENCE-ID")
    if said is None:
        return ""
    read = clock.read(said)
    if read is None or read.time.tzinfo is None:
        return said.raw.strip()[:60]
    return instant(read.time)
