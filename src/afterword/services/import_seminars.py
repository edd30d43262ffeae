"""Seminars and conferences read from a calendar file: new ones, moved ones, called-off ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from afterword.core.errors import BadInput, Refused
from afterword.core.facts import FactId, Seminar
from afterword.core.findings import Finding, Severity
from afterword.core.reading.invitation import ANSWERS, InterviewRead
from afterword.core.reading.walltime import USUAL_LENGTH
from afterword.ports.ids import Ids
from afterword.ports.reading import FileReader
from afterword.services.confirm_interview import leave_out
from afterword.services.seminar_versions import Change, EventRead, OnRecord, brought_up_to_date, trace_of
from afterword.services.sensible_day import ODD_YEAR, sensible
from afterword.services.show_incoming import Offered, Sort, offered_in
from afterword.store import facts, incoming, records

FROM, UNTIL = time(9), time(17)  # of an event that names days only
LONGEST_TITLE, LONGEST_PLACE, LONGEST_PAGE = 300, 300, 500  # what the form takes that corrects them
_ASKED_OF_INTERVIEWS = frozenset({"time.all_day", "zone.ask", "people.me"})


@dataclass(frozen=True, slots=True)
class SeminarsImported:
    """How many seminars a file added or changed in which way, and what there is to look at."""

    added: int
    moved: int
    changed: int
    called_off: int
    back_on: int
    findings: tuple[Finding, ...]


def import_seminars(
    name: str, content: bytes, *, zone: str, reader: FileReader, owner: str, ids: Ids
) -> SeminarsImported:
    """Take the events of a calendar file in. One that is here already, by its UID or else its title and start, is
    brought up to date instead of added; what the user corrected stays unless the file has changed it since.

    An event that names days only counts from 9:00 on the first to 17:00 on the last, in ``zone``. One that names
    no time zone, or none we know, is taken in the zone its name suggests, else in ``zone``, and a finding says so.
    One told in UTC is shown on the clocks of ``zone``.
    """
    reading = reader.read_invitation(content, mine=frozenset())
    findings = [one for one in reading.findings if one.code not in _ASKED_OF_INTERVIEWS]
    counted = dict.fromkeys(Change, 0)
    with records.writing(owner, records.Changes.SEMINARS, only=()):
        here = OnRecord(facts.read_part(owner, "seminars"))
        for event in reading.interviews:
            if event.method in ANSWERS:
                continue
            if event.start is not None and not sensible(event.start):
                findings.append(Finding("seminar.year", f"“{event.summary}” was left out. {ODD_YEAR}"))
                continue
            for change, after in _taken_in(_event(event, name=name, home=zone), here, owner=owner, ids=ids):
                counted[change] += 1
                if change in (Change.ADDED, Change.MOVED):
                    findings.extend(_assumed(event, after))
    if not any(counted.values()):
        findings = [one for one in findings if one.severity is not Severity.NOTE]
    return SeminarsImported(
        **{change.value: count for change, count in counted.items()}, findings=tuple(findings)
    )


def keep_as_seminar(file: str, number: int, *, zone: str, owner: str, ids: Ids, now: datetime) -> None:
    """Put an event of a file that was given as an invitation in view as a seminar, once, and settle it there.

    It is taken as :func:`import_seminars` takes it. Raises :class:`NotFound`, :class:`BadInput` for one without
    a time, and :class:`Refused` for one that is settled or is no new event.
    """
    with records.writing(owner, records.Changes.SEMINARS, only=()):
        event = offered_in(file, number, owner=owner)
        if event.became or event.sort is not Sort.NEW:
            raise Refused("This one is settled already, or the file only changes what is on record.")
        if event.start is None:
            raise BadInput("The file does not say when this is. Type the event in instead.")
        if not sensible(event.start):
            raise BadInput(ODD_YEAR)
        name = incoming.find_received(owner, file).name
        here = OnRecord(facts.read_part(owner, "seminars"))
        _taken_in(_event(event, name=name, home=zone), here, owner=owner, ids=ids)
        leave_out(file, number, owner=owner, now=now)


def _taken_in(read: EventRead, here: OnRecord, *, owner: str, ids: Ids) -> list[tuple[Change, Seminar]]:
    """Add an event, or bring up to date what is on record of it; the changes there are to tell."""
    told: list[tuple[Change, Seminar]] = []
    found = here.same(read)
    new = None if found or read.cancelled else read.seminar(FactId(ids.new()))
    if new:
        records.keep(owner, new)
        here.put(new)
        told.append((Change.ADDED, new))
    for before in found:
        change, after = brought_up_to_date(before, read)
        if after != before:
            records.keep(owner, after)
            here.put(after)
        if change:
            told.append((change, after))
    return told


def _event(event: InterviewRead | Offered, *, name: str, home: str) -> EventRead:
    """An event of a file, its times on the clocks of a zone."""
    if isinstance(event, InterviewRead):
        stamp, cancelled = event.dtstamp, event.status == "CANCELLED"
    else:
        stamp, cancelled = datetime.fromisoformat(event.stamp) if event.stamp else None, False
    start, end = _hours(event)
    title = (event.summary.strip() or "Event")[:LONGEST_TITLE]
    said = (f"{_told(start)} {_told(end)}", event.summary, event.location, event.link)
    zone = _zone(event, home)
    return EventRead(
        title, _at(start, zone), _at(end, zone), zone, event.location[:LONGEST_PLACE], event.link[:LONGEST_PAGE],
        cancelled,
        trace_of(
            name, uid=event.uid, recurrence=event.recurrence_id, sequence=event.sequence, stamp=stamp,
            cancelled=cancelled, says=said,
        ),
    )  # fmt: skip


def _hours(event: InterviewRead | Offered) -> tuple[datetime | None, datetime | None]:
    """When an event begins and ends as the file says it; whole days from 9:00 to 17:00."""
    if event.start is None:
        return None, None
    if not event.all_day:
        return event.start, event.end or event.start + USUAL_LENGTH
    last = event.last_day if isinstance(event, Offered) else event.end.date() if event.end else None
    return datetime.combine(event.start.date(), FROM), datetime.combine(last or event.start.date(), UNTIL)


def _zone(event: InterviewRead | Offered, home: str) -> str:
    """On whose clocks an event is shown; UTC names an instant, not a place."""
    named = "" if event.zone == "UTC" else event.zone
    return named or next(iter(event.zone_suggestions), "") or home


def _told(moment: datetime | None) -> str:
    """A time in one spelling, however the file's zone is spelt."""
    return moment.astimezone(UTC).isoformat() if moment and moment.tzinfo else f"{moment}"


def _at(moment: datetime | None, zone: str) -> datetime | None:
    """A time without a zone is one in ``zone``."""
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))


def _assumed(event: InterviewRead, kept: Seminar) -> Iterable[Finding]:
    """Says which zone was assumed, where the file left it open."""
    if not event.all_day and event.start is not None and event.start.tzinfo is None:
        message = (
            f"“{kept.title}” names no time zone we know; it was taken in that of"
            f" {kept.zone.rpartition('/')[2].replace('_', ' ')}. Correct it if that is wrong."
        )
        yield Finding("seminar.zone_assumed", message)
