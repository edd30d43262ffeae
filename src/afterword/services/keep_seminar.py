"""Seminars and conferences in view: typed in or read from a calendar file."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from afterword.core.errors import BadInput, NotFound
from afterword.core.facts import FactId, Origin, Seminar, Source
from afterword.core.findings import Finding
from afterword.core.reading.invitation import InterviewRead
from afterword.ports.ids import Ids
from afterword.ports.reading import FileReader
from afterword.store import records
from afterword.store.memory import remembered_facts

USUAL_LENGTH = timedelta(hours=1)
FROM, UNTIL = time(9), time(17)  # of an event that names days only


@dataclass(frozen=True, slots=True)
class SeminarGiven:
    """What the user says; ``start`` and ``end`` are wall times in ``zone``."""

    title: str
    start: datetime
    end: datetime | None
    zone: str
    place: str = ""
    url: str = ""


def keep_seminar(given: SeminarGiven, *, owner: str, ids: Ids) -> None:
    """Add a seminar. Raises :class:`BadInput` without a title or when it ends before it starts."""
    title = given.title.strip()
    if not title:
        raise BadInput("What is the event called?")
    zone = ZoneInfo(given.zone)
    start = given.start.replace(tzinfo=zone)
    end = given.end.replace(tzinfo=zone) if given.end else start + USUAL_LENGTH
    if end < start:
        raise BadInput("The event ends before it starts.")
    records.keep(
        owner,
        Seminar(FactId(ids.new()), title, start, end, given.zone, given.place.strip(), given.url.strip()),
    )


def import_seminars(
    name: str, content: bytes, *, zone: str, reader: FileReader, owner: str, ids: Ids
) -> tuple[int, tuple[Finding, ...]]:
    """Add the events of a calendar file that are not here yet; how many, and what could not be read.

    An event that names days only counts from 9:00 on the first to 17:00 on the last, in ``zone``.
    """
    reading = reader.read_invitation(content, mine=frozenset())
    _, facts = remembered_facts(owner)
    known = {(s.title.casefold(), s.start) for s in facts.seminars}
    added = 0
    with records.writing(owner):
        for event in reading.interviews:
            hours = _hours(event, zone)
            if hours is None:
                continue
            title = event.summary.strip() or "Event"
            if (title.casefold(), hours[0]) in known:
                continue
            source = Source(Origin.FILE, name)
            records.keep(
                owner,
                Seminar(
                    FactId(ids.new()), title, *hours, event.zone or zone, event.location or "",
                    event.link or "", source=source,
                ),
            )  # fmt: skip
            added += 1
    return added, tuple(one for one in reading.findings if one.code != "time.all_day")


def _hours(event: InterviewRead, zone: str) -> tuple[datetime, datetime] | None:
    """When an event begins and ends; None when the file leaves it open."""
    if event.start is None or event.end is None:
        return None
    if event.all_day:
        at = ZoneInfo(zone)
        return (
            datetime.combine(event.start.date(), FROM, tzinfo=at),
            datetime.combine(event.end.date(), UNTIL, tzinfo=at),
        )
    return (event.start, event.end) if event.start.tzinfo is not None else None


def set_seminar(
    seminar: str, *, attended: bool | None = None, cancelled: bool | None = None, owner: str
) -> None:
    """Mark a seminar as attended or called off. Raises :class:`NotFound`."""
    found = next((s for s in remembered_facts(owner)[1].seminars if s.id == seminar), None)
    if found is None:
        raise NotFound("There is no such event.")
    records.keep(
        owner,
        replace(
            found,
            attended=found.attended if attended is None else attended,
            cancelled=found.cancelled if cancelled is None else cancelled,
        ),
    )


def forget_seminar(seminar: str, *, owner: str) -> None:
    """Take a seminar away."""
    records.forget(owner, Seminar, seminar)
