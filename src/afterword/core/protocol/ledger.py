"""The facts of one owner as the rules read them: one story per opportunity, and everybody's messages.

Every group is sorted by instant, then id, so that the order the facts came in leaves no trace.
"""

from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from afterword.core.facts import (
    Call,
    Candidate,
    Decision,
    Interview,
    LetterKind,
    LetterSent,
    Opportunity,
    OpportunityId,
    Override,
    Person,
    PersonId,
    Promise,
    Relation,
    Reply,
    Skipped,
    Touch,
)
from afterword.core.protocol import wording
from afterword.core.protocol.bounces import Bounce
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.present import Present
from afterword.core.protocol.standing import Ending
from afterword.core.protocol.workdays import country_of, first_zone, local_day, utc


@dataclass(frozen=True, slots=True)
class Place:
    """Where a recipient is: their zone, and the country whose working days they keep ("" = unknown)."""

    zone: ZoneInfo
    country: str


@lru_cache(maxsize=1 << 12)
def _place(own: str, said_in: str, home: str, told: str, of_employer: str) -> Place:
    """The zone that is known best; the country that was told, else the one the zone lies in."""
    zone = first_zone(own, said_in, home)
    country = told or ("" if own else of_employer) or country_of(zone.key)
    return Place(zone=zone, country=country)


@lru_cache(maxsize=1 << 10)
def _stranger(who: PersonId) -> Person:
    """Stands in for an id nobody is known by."""
    return Person(id=who, name="this person")


@lru_cache(maxsize=1 << 15)
def _day(moment: datetime, zone: ZoneInfo, year: int) -> str:
    """The local day of an instant; with its year where that is another than the present one."""
    when = local_day(moment, zone)
    return wording.day(when) if when.year == year else f"{wording.day(when)} {when.year}"


@dataclass(frozen=True, slots=True)
class Story:
    """One opportunity and all that happened on it, each kind sorted by instant, then id.

    ``held`` are the interviews that stand (neither cancelled nor missed), by end; some may lie ahead.
    ``sent`` are the letters by their kind. ``ending`` is what closed it, if anything did.
    """

    opportunity: Opportunity
    interviews: tuple[Interview, ...]
    held: tuple[Interview, ...]
    letters: tuple[LetterSent, ...]
    sent: dict[LetterKind, list[LetterSent]]
    replies: tuple[Reply, ...]
    calls: tuple[Call, ...]
    decisions: tuple[Decision, ...]
    promises: tuple[Promise, ...]
    overrides: tuple[Override, ...]
    ending: Ending | None

    @property
    def title(self) -> str:
        """The role at the employer, as a reason names it."""
        role, company = self.opportunity.role, self.opportunity.company
        return f"{role} at {company}" if role and company else role or company or "this opportunity"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The offer that was accepted last (UTC): it ends the hunt and the other opportunities.

    ``hunt_over`` is False once a later application has begun a new hunt.
    """

    at: datetime
    opportunity: Opportunity
    title: str
    hunt_over: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything the rules read. Maps hold nothing for people and opportunities nothing happened to."""

    candidate: Candidate
    playbook: Playbook
    now: Present
    people: dict[PersonId, Person]
    stories: tuple[Story, ...]  # by opportunity id
    letters: dict[PersonId, tuple[LetterSent, ...]]  # all letters, by recipient
    calls: dict[PersonId, tuple[Call, ...]]
    touches: dict[PersonId, tuple[Touch, ...]]
    answers: dict[PersonId, tuple[Reply, ...]]  # what each person sent, automatic ones excluded
    bounces: dict[PersonId, tuple[Bounce, ...]]  # by whose address failed
    skipped: dict[str, Skipped]
    acceptance: Acceptance | None
    # Worked out once: where people are, and who answers for an opportunity.
    places: dict[tuple[PersonId | None, str, str], Place] = field(default_factory=dict)
    callees: dict[tuple[OpportunityId, tuple[Relation, ...]], PersonId | None] = field(default_factory=dict)

    @property
    def hunt_over(self) -> bool:
        """Whether an accepted offer has ended the hunt."""
        return self.acceptance is not None and self.acceptance.hunt_over

    def person(self, who: PersonId) -> Person:
        """The person on record; one without a name stands in for an id nobody is known by."""
        return self.people.get(who) or _stranger(who)

    def name(self, who: PersonId | None) -> str:
        """How a reason names somebody."""
        if who is None:
            return "the employer"
        person = self.people.get(who)
        return person.name if person is not None else _stranger(who).name

    def place(self, who: PersonId | None, story: Story | None = None, said_in: str = "") -> Place:
        """Where somebody is: their own zone, else the interview's, else the candidate's."""
        key = (who, said_in, story.opportunity.country if story else "")
        place = self.places.get(key)
        if place is None:
            person = self.people.get(who) if who is not None else None
            own, told = (person.zone, person.country) if person else ("", "")
            place = self.places[key] = _place(own, said_in, self.candidate.zone, told, key[2])
        return place

    def day(self, moment: datetime, place: Place) -> str:
        """The local day of an instant, in words; with its year where that is not the present one."""
        return _day(moment, place.zone, self.now.year)

    def last_message(self, who: PersonId) -> datetime | None:
        """When somebody last got a letter or a call, in UTC."""
        letters, calls = self.letters.get(who), self.calls.get(who)
        if not calls:
            return utc(letters[-1].at) if letters else None
        called = utc(calls[-1].at)
        return max(called, utc(letters[-1].at)) if letters else called

    def ended_by_acceptance(self, story: Story) -> bool:
        """Whether an offer accepted elsewhere ends this opportunity (an application made later begins anew)."""
        accepted = self.acceptance
        if accepted is None or accepted.opportunity.id == story.opportunity.id:
            return False
        applied = story.opportunity.applied_on
        return applied is None or applied <= accepted.at.date()
