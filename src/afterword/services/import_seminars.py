"""Seminars and conferences read from a calendar file: new ones, moved ones, called-off ones."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from afterword.core.errors import BadInput
from afterword.core.facts import FactId, Origin, Seminar, Source
from afterword.core.findings import Finding
from afterword.core.reading.invitation import InterviewRead
from afterword.core.reading.walltime import USUAL_LENGTH
from afterword.ports.ids import Ids
from afterword.ports.reading import FileReader
from afterword.services.confirm_interview import leave_out
from afterword.services.show_incoming import Offered, offered_in
from afterword.store import records
from afterword.store.memory import remembered_facts

FROM, UNTIL = time(9), time(17)  # of an event that names days only
_PART = "\x1f"  # between the parts of a reference; taken out of the parts themselves
_ASKED_OF_INTERVIEWS = frozenset({"time.all_day", "zone.ask", "people.me"})


@dataclass(frozen=True, slots=True)
class SeminarsImported:
    """How many events of a file are new, moved or called off, and what there is to look at."""

    added: int
    moved: int
    called_off: int
    findings: tuple[Finding, ...]


def import_seminars(
    name: str, content: bytes, *, zone: str, reader: FileReader, owner: str, ids: Ids
) -> SeminarsImported:
    """Take the events of a calendar file in. One that is here already, by its UID or its title and start, is
    brought up to date instead of added.

    An event that names days only counts from 9:00 on the first to 17:00 on the last, in ``zone``. One that names
    no time zone, or none we know, is taken in the zone its name suggests, else in ``zone``, and a finding says so.
    """
    reading = reader.read_invitation(content, mine=frozenset())
    here = list(remembered_facts(owner)[1].seminars)
    counted = {"added": 0, "moved": 0, "called_off": 0}
    findings = [one for one in reading.findings if one.code not in _ASKED_OF_INTERVIEWS]
    with records.writing(owner):
        for event in reading.interviews:
            read = _seminar(event, name=name, zone=zone, ids=ids)
            if read is None:
                continue
            what, after = _brought_up_to_date(_same(read, here), read)
            if what:
                records.keep(owner, after)
                here = [*(one for one in here if one.id != after.id), after]
                counted[what] += 1
                findings.extend(_assumed(event, after))
    return SeminarsImported(**counted, findings=tuple(findings))


def keep_as_seminar(incoming: str, number: int, *, zone: str, owner: str, ids: Ids, now: datetime) -> None:
    """Put an event of a file that was given as an invitation in view as a seminar, and settle it there.

    Without a zone of its own it is taken in the one it suggests, else in ``zone``. Raises :class:`NotFound`, and
    :class:`BadInput` for one without a time.
    """
    event = offered_in(incoming, number, owner=owner)
    if event.start is None:
        raise BadInput("The file does not say when this is. Type the event in instead.")
    there = event.zone or next(iter(event.zone_suggestions), "") or zone
    last = event.last_day or event.start.date()
    end = datetime.combine(last, UNTIL) if event.all_day else event.end
    start, end = _hours(event.start, end or event.start + USUAL_LENGTH, all_day=event.all_day, zone=there)
    kept = Seminar(
        FactId(ids.new()), event.summary.strip() or "Event", start, end, there, event.location, event.link,
        source=Source(Origin.FILE, _reference(event, "invitation", event.stamp)),
    )  # fmt: skip
    with records.writing(owner):
        records.keep(owner, kept)
        leave_out(incoming, number, owner=owner, now=now)


def _seminar(event: InterviewRead, *, name: str, zone: str, ids: Ids) -> Seminar | None:
    """An event of a file as a seminar; None when it has no time."""
    there = event.zone or next(iter(event.zone_suggestions), "") or zone
    if event.start is None or event.end is None:
        return None
    hours = _hours(event.start, event.end, all_day=event.all_day, zone=there)
    stamp = event.dtstamp.isoformat() if event.dtstamp else ""
    source = Source(Origin.FILE, _reference(event, name, stamp))
    return Seminar(
        FactId(ids.new()), event.summary.strip() or "Event", *hours, there, event.location or "", event.link or "",
        cancelled=event.status == "CANCELLED", source=source,
    )  # fmt: skip


def _hours(start: datetime, end: datetime, *, all_day: bool, zone: str) -> tuple[datetime, datetime]:
    """When an event begins and ends, a time without a zone being one in ``zone``."""
    if all_day:
        start, end = datetime.combine(start.date(), FROM), datetime.combine(end.date(), UNTIL)
    at = ZoneInfo(zone)
    return (
        start if start.tzinfo else start.replace(tzinfo=at),
        end if end.tzinfo else end.replace(tzinfo=at),
    )


def _reference(event: InterviewRead | Offered, name: str, stamp: str) -> str:
    """Where a seminar was read: the file, which event of it (RFC 5546: UID and RECURRENCE-ID), which version."""
    if not event.uid:
        return name
    parts = (name, f"{event.uid} {event.recurrence_id}", f"{event.sequence:012} {stamp}")
    return _PART.join(part.replace(_PART, " ") for part in parts)


def _event_of(one: Seminar) -> str:
    return one.source.reference.partition(_PART)[2].partition(_PART)[0]


def _version_of(one: Seminar) -> str:
    return one.source.reference.rpartition(_PART)[2] if _event_of(one) else ""


def _same(read: Seminar, here: Iterable[Seminar]) -> Seminar | None:
    """The seminar on record that an event of a file is."""
    which = _event_of(read)
    by_name = None
    for one in here:
        if which and _event_of(one) == which:
            return one
        if (one.title.casefold(), one.start) == (read.title.casefold(), read.start):
            by_name = one
    return by_name


def _brought_up_to_date(before: Seminar | None, read: Seminar) -> tuple[str, Seminar]:
    """What the file changes ("added", "moved", "called_off" or "" for nothing), and the seminar after it.

    Only a later version moves one, so that an old file given again does not undo what the user corrected.
    """
    if before is None:
        return ("" if read.cancelled else "added"), read
    if before.attended or before.cancelled:
        return "", before
    if read.cancelled:
        return "called_off", replace(before, cancelled=True, source=read.source)
    same = (before.start, before.end) == (read.start, read.end)
    if same or _version_of(read) <= _version_of(before):
        return "", before
    return "moved", replace(read, id=before.id)


def _assumed(event: InterviewRead, kept: Seminar) -> Iterable[Finding]:
    """Says which zone was assumed, where the file left it open."""
    if not event.all_day and event.start is not None and event.start.tzinfo is None:
        message = (
            f"“{kept.title}” names no time zone we know; it was taken in that of"
            f" {kept.zone.rpartition('/')[2].replace('_', ' ')}. Correct it if that is wrong."
        )
        yield Finding("seminar.zone_assumed", message)
