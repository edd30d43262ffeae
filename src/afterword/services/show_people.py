"""People: the list with who is due a word, and one person with everything shared and said."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from afterword.core.facts import (
    NOT_TO_RAISE,
    Facts,
    Interview,
    InterviewStatus,
    LetterSent,
    Opportunity,
    OpportunityId,
    Person,
    PersonId,
    PointOfConnection,
    Relation,
    Touch,
)  # fmt: skip
from afterword.core.reading.address_pattern import LikelyAddress, likely_address
from afterword.services.keep_connection import to_tick
from afterword.store.facts import load_history, load_person
from afterword.store.memory import remembered_facts

PAGE = 50

#: The filters of the list, by the word in its address.
CIRCLES: dict[str, frozenset[Relation]] = {
    "all": frozenset(Relation),
    "interviewers": frozenset(
        {Relation.HIRING_MANAGER, Relation.PEER, Relation.HR, Relation.EXECUTIVE, Relation.COORDINATOR}
    ),
    "recruiters": frozenset({Relation.RECRUITER}),
    "network": frozenset({Relation.NETWORK, Relation.OTHER}),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One row: the person, the last contact and the next date, if a rhythm or a date is set."""

    person: Person
    last: datetime | None
    next: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """One page of the list."""

    rows: tuple[Listed, ...]
    total: int
    page: int
    pages: int


def show_people(
    *, circle: str = "all", search: str = "", page: int = 1, owner: str, now: datetime
) -> PeoplePage:
    """People of a circle whose name, company or title holds ``search``; those due a word first, then by name."""
    _, facts = remembered_facts(owner)
    met = {person for interview in facts.interviews for person in interview.interviewers}
    word = search.casefold().strip()
    found = [
        p
        for p in facts.people
        if _in_circle(p, circle, met) and word in f"{p.name}\n{p.company}\n{p.title}".casefold()
    ]
    last = last_contacts(facts, now)
    rows = sorted((_listed(p, last.get(p.id), now) for p in found), key=_order)
    pages = max(1, -(-len(rows) // PAGE))
    page = min(max(page, 1), pages)
    return PeoplePage(tuple(rows[(page - 1) * PAGE : page * PAGE]), len(rows), page, pages)


def _in_circle(person: Person, circle: str, met: Collection[PersonId]) -> bool:
    """Whether a person belongs to a circle; somebody of no told relation who interviews is an interviewer."""
    if person.relation is Relation.OTHER and person.id in met:
        return circle not in ("recruiters", "network")
    return person.relation in CIRCLES.get(circle, CIRCLES["all"])


def last_contacts(facts: Facts, now: datetime) -> dict[PersonId, datetime]:
    """The last touch, letter or interview with each person; an interview counts once it is over."""
    last: dict[PersonId, datetime] = {}
    for who, at in _contacts(facts, now):
        if who not in last or at > last[who]:
            last[who] = at
    return last


def _contacts(facts: Facts, now: datetime) -> Iterable[tuple[PersonId, datetime]]:
    for happening in facts.history:
        if isinstance(happening, Touch):
            yield happening.person, happening.at
        elif isinstance(happening, LetterSent):
            yield happening.to, happening.at
    for interview in facts.interviews:
        if interview.end <= now and interview.status is InterviewStatus.PLANNED:
            yield from ((person, interview.end) for person in interview.interviewers)


def _listed(person: Person, last: datetime | None, now: datetime) -> Listed:
    due = person.next_touch
    if due is None and person.cadence_days:
        due = (last.date() if last else now.date()) + timedelta(days=person.cadence_days if last else 0)
    return Listed(person, last, due, bool(due and due <= now.date() and not person.do_not_contact))


def _order(row: Listed) -> tuple[bool, date, str, str]:
    return (
        not row.overdue,
        row.next if row.overdue and row.next else date.max,
        row.person.name.casefold(),
        row.person.id,
    )


@dataclass(frozen=True, slots=True)
class Shared:
    """A point of connection, and whether it may be raised."""

    connection: PointOfConnection
    raise_it: bool


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person. ``likely`` is a guess at the address of somebody who has none on record."""

    person: Person
    listed: Listed
    shared: tuple[Shared, ...]
    to_tick: tuple[tuple[str, str, str], ...]
    touches: tuple[Touch, ...]
    letters: tuple[LetterSent, ...]
    met: tuple[tuple[Interview, Opportunity], ...]
    likely: LikelyAddress | None


def show_person(person: str, *, owner: str, now: datetime) -> PersonPage:
    """Everything about one person. Raises :class:`NotFound`."""
    who = load_person(owner, person)
    _, facts = remembered_facts(owner)
    history = load_history(owner, person=person)
    shared = tuple(
        Shared(c, c.source.origin not in NOT_TO_RAISE) for c in facts.connections if c.person == who.id
    )
    known = {s.connection.text.casefold() for s in shared}
    opportunities = {o.id: o for o in facts.opportunities}
    return PersonPage(
        person=who,
        listed=_listed(who, last_contacts(facts, now).get(who.id), now),
        shared=shared,
        to_tick=tuple(entry for entry in to_tick(facts.candidate) if entry[1].casefold() not in known),
        touches=tuple(h for h in reversed(history) if isinstance(h, Touch)),
        letters=tuple(h for h in reversed(history) if isinstance(h, LetterSent)),
        met=tuple(_met(facts.interviews, opportunities, who.id)),
        likely=None if who.email or who.do_not_contact else likely_address(who, _colleagues(who, facts)),
    )


def _colleagues(who: Person, facts: Facts) -> Iterable[Person]:
    """People of the same company, and those who interviewed together with ``who``."""
    beside = {one for talk in facts.interviews if who.id in talk.interviewers for one in talk.interviewers}
    company = who.company.casefold().strip()
    return (
        one
        for one in facts.people
        if one.id in beside or (company and one.company.casefold().strip() == company)
    )


def _met(
    interviews: Iterable[Interview], opportunities: dict[OpportunityId, Opportunity], person: PersonId
) -> Iterable[tuple[Interview, Opportunity]]:
    for interview in sorted(interviews, key=lambda i: i.start, reverse=True):
        if person in interview.interviewers and interview.opportunity in opportunities:
            yield interview, opportunities[interview.opportunity]
