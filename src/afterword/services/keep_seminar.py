"""Seminars and conferences in view: typed in, corrected, attended, called off."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from afterword.core.errors import BadInput, NotFound
from afterword.core.facts import FactId, Seminar
from afterword.core.reading.walltime import USUAL_LENGTH, wall_time
from afterword.ports.ids import Ids
from afterword.store import records
from afterword.store.memory import remembered_facts


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
    """Add a seminar. Raises :class:`BadInput` without a title, at a time that does not exist, or when it ends
    before it starts.
    """
    title, start, end = _checked(given)
    records.keep(
        owner,
        Seminar(FactId(ids.new()), title, start, end, given.zone, given.place.strip(), given.url.strip()),
    )


def correct_seminar(seminar: str, given: SeminarGiven, *, owner: str) -> None:
    """Put what the user says now in place of what is kept. Raises as :func:`keep_seminar`, and :class:`NotFound`."""
    title, start, end = _checked(given)
    found = find_seminar(seminar, owner=owner)
    changed = replace(
        found,
        title=title,
        start=start,
        end=end,
        zone=given.zone,
        place=given.place.strip(),
        url=given.url.strip(),
    )
    records.keep(owner, changed)


def _checked(given: SeminarGiven) -> tuple[str, datetime, datetime]:
    """Title, start and end as they can be kept."""
    title = given.title.strip()
    if not title:
        raise BadInput("What is the event called?")
    start = wall_time(given.start.date(), given.start.time(), given.zone)
    end = (
        wall_time(given.end.date(), given.end.time(), given.zone)
        if given.end
        else (start.astimezone(UTC) + USUAL_LENGTH).astimezone(start.tzinfo)
    )
    if end < start:
        raise BadInput("The event ends before it starts.")
    return title, start, end


def find_seminar(seminar: str, *, owner: str) -> Seminar:
    """One seminar. Raises :class:`NotFound`."""
    found = next((s for s in remembered_facts(owner)[1].seminars if s.id == seminar), None)
    if found is None:
        raise NotFound("There is no such event.")
    return found


def set_seminar(
    seminar: str, *, attended: bool | None = None, cancelled: bool | None = None, owner: str
) -> None:
    """Mark a seminar as attended or called off. Raises :class:`NotFound`."""
    found = find_seminar(seminar, owner=owner)
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
