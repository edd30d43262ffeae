"""Keeping an interview: who, when, where, for which opportunity — people and opportunity with it, in one go."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from afterword.core.errors import BadInput, NotFound
from afterword.core.facts import (
    Interview,
    InterviewId,
    InterviewStatus,
    Opportunity,
    OpportunityId,
    Person,
    PersonId,
    Source,
)
from afterword.core.reading.walltime import known_zone
from afterword.ports.ids import Ids
from afterword.services.keep_opportunity import place_opportunity
from afterword.services.page_id import page_id
from afterword.services.place_people import Met, place_people
from afterword.services.standing import open_opportunities
from afterword.store import facts, records
from afterword.store.memory import remembered_facts

LONGEST = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class InterviewGiven:
    """What the user confirms of an interview.

    ``start`` and ``end`` are aware; ``zone`` is the IANA zone they are said in. ``opportunity`` is the id of
    one on record, or "" for the one with ``company`` and ``role`` (a new one when none open has both).
    """

    start: datetime
    end: datetime
    zone: str
    opportunity: str = ""
    company: str = ""
    role: str = ""
    people: tuple[Met, ...] = ()
    end_guessed: bool = False
    all_day: bool = False
    round: str = ""
    format: str = ""
    location: str = ""
    link: str = ""
    source: Source = field(default=Source())


@dataclass(frozen=True, slots=True)
class Invited:
    """Which calendar object an interview comes from (RFC 5545: UID, RECURRENCE-ID, SEQUENCE, DTSTAMP)."""

    uid: str
    recurrence_id: str = ""
    sequence: int = 0
    stamp: str = ""


def add_interview(
    given: InterviewGiven, *, owner: str, ids: Ids, interview: str = "", invited: Invited | None = None
) -> InterviewId:
    """Keep a new interview with its people and opportunity in one transaction.

    ``interview`` is a fresh id the page made: the same page sent twice keeps one interview. Raises
    :class:`BadInput` and its kin :class:`SameName` and :class:`BadPerson`.
    """
    if interview and _on_record(owner, interview):
        return InterviewId(interview)
    prepared = prepare_interview(given, owner=owner, ids=ids, interview=interview)
    with records.writing(owner):
        if not _on_record(owner, prepared.interview.id):  # a double click may have come in between
            keep_prepared(prepared, owner=owner, invited=invited)
    return prepared.interview.id


@dataclass(frozen=True, slots=True)
class Prepared:
    """An interview with everything that is kept beside it, checked and not yet written."""

    interview: Interview
    opportunity: Opportunity
    people: tuple[Person, ...]


def prepare_interview(given: InterviewGiven, *, owner: str, ids: Ids, interview: str = "") -> Prepared:
    """Check what the user confirms, and find or make its opportunity and people; writes nothing."""
    _check(given)
    opportunity = _opportunity(given, owner=owner, ids=ids)
    _, known = remembered_facts(owner)
    placed = place_people(
        given.people, people=known.people, company=opportunity.company, ids=ids, source=given.source
    )
    kept = Interview(
        id=InterviewId(page_id(interview, ids)),
        opportunity=opportunity.id,
        start=given.start,
        end=given.end,
        zone=given.zone,
        interviewers=placed.ids,
        round=given.round.strip(),
        format=given.format.strip(),
        end_guessed=given.end_guessed,
        all_day=given.all_day,
        location=given.location.strip(),
        link=web_link(given.link),
        source=given.source,
    )
    return Prepared(kept, opportunity, placed.keep)


def keep_prepared(prepared: Prepared, *, owner: str, invited: Invited | None = None) -> None:
    """Write it all in one transaction."""
    with records.writing(owner):
        for person in prepared.people:
            records.keep(owner, person)
        records.keep(owner, prepared.opportunity)
        records.keep_interview(owner, prepared.interview, invitation=_columns(invited))


def change_interview(given: InterviewGiven, *, owner: str, interview: str) -> None:
    """Change when, where and what of an interview; who took part stays. Raises :class:`NotFound`."""
    _check(given)
    before = facts.load_interview(owner, interview)
    moved = (given.start, given.end) != (before.start, before.end)
    records.keep_interview(
        owner,
        replace(
            before,
            start=given.start,
            end=given.end,
            zone=given.zone,
            opportunity=OpportunityId(given.opportunity or before.opportunity),
            end_guessed=given.end_guessed,
            all_day=before.all_day and not moved,
            round=given.round.strip(),
            format=given.format.strip(),
            location=given.location.strip(),
            link=web_link(given.link),
        ),
    )


def add_interviewer(met: Met, *, owner: str, ids: Ids, interview: str) -> None:
    """One more person who took part. Raises :class:`SameName`, :class:`BadPerson`, :class:`NotFound`."""
    before = facts.load_interview(owner, interview)
    company = facts.load_opportunity(owner, before.opportunity).company
    placed = place_people([met], people=remembered_facts(owner)[1].people, company=company, ids=ids)
    with records.writing(owner):
        for person in placed.keep:
            records.keep(owner, person)
        people = dict.fromkeys((*before.interviewers, *placed.ids))
        records.keep_interview(owner, replace(before, interviewers=tuple(people)))


def remove_interviewer(person: str, *, owner: str, interview: str) -> None:
    """The person did not take part after all; the person and what was noted stay on record."""
    before = facts.load_interview(owner, interview)
    left = tuple(one for one in before.interviewers if one != PersonId(person))
    records.keep_interview(owner, replace(before, interviewers=left))


def mark_interview(status: InterviewStatus, *, owner: str, interview: str) -> None:
    """Say that an interview stands, was cancelled, or did not take place. Raises :class:`NotFound`."""
    records.set_interview(owner, interview, status=status.value)


def web_link(text: str) -> str:
    """The link when a browser may follow it (http or https), else ""; nothing else is ever made clickable."""
    text = text.strip()
    return text if text.lower().startswith(("https://", "http://")) and not set(text) & set(' "<>\\') else ""


def _check(given: InterviewGiven) -> None:
    known_zone(given.zone)
    length = given.end.astimezone(UTC) - given.start.astimezone(UTC)
    if length <= timedelta(0):
        raise BadInput("The interview must end after it starts.")
    if length > LONGEST:
        raise BadInput("That interview would last longer than a week. Please check the dates.")


def _opportunity(given: InterviewGiven, *, owner: str, ids: Ids) -> Opportunity:
    if given.opportunity:
        return facts.load_opportunity(owner, given.opportunity)
    _, known = remembered_facts(owner)
    return place_opportunity(
        company=given.company,
        role=given.role,
        opportunities=open_opportunities(known),
        ids=ids,
        source=given.source,
    )


def _on_record(owner: str, interview: str) -> bool:
    try:
        facts.load_interview(owner, interview)
    except NotFound:
        return False
    return True


def _columns(invited: Invited | None) -> dict[str, object] | None:
    if invited is None:
        return None
    return {
        "uid": invited.uid,
        "recurrence_id": invited.recurrence_id,
        "sequence": invited.sequence,
        "stamp": invited.stamp,
    }
