"""The facts of one owner, sorted and indexed once, so that each rule reads what it needs at once.

The order the facts came in leaves no trace: everything is sorted by instant, then id.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from afterword.core.facts import (
    Call,
    Candidate,
    Decision,
    Facts,
    Happening,
    Interview,
    InterviewId,
    InterviewStatus,
    LetterSent,
    Opportunity,
    OpportunityId,
    Outcome,
    Override,
    Person,
    PersonId,
    Promise,
    Reply,
    ReplyClass,
    Skipped,
    Touch,
)
from afterword.core.protocol import wording
from afterword.core.protocol.bounces import Bounce, bounces_of, by_person
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.standing import Ending, ending_of
from afterword.core.protocol.workdays import country_of, first_zone, local_day, utc

H = TypeVar("H", LetterSent, Reply, Call, Decision, Promise, Touch, Override, Skipped)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a recipient is: their zone, and the country whose working days they keep ("" = unknown)."""

    zone: ZoneInfo
    country: str


@dataclass(frozen=True, slots=True)
class Story:
    """One opportunity and all that happened on it, each kind sorted by instant, then id.

    ``held`` are the interviews that stand (neither cancelled nor missed), by end; some may lie ahead.
    ``ending`` is what closed it, if anything did.
    """

    opportunity: Opportunity
    interviews: tuple[Interview, ...]
    held: tuple[Interview, ...]
    letters: tuple[LetterSent, ...]
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
    """The offer that was accepted last: it ends the hunt and the other opportunities."""

    at: datetime
    opportunity: Opportunity
    title: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything the rules read. Maps hold nothing for people and opportunities nothing happened to."""

    candidate: Candidate
    playbook: Playbook
    now: datetime  # UTC
    people: dict[PersonId, Person]
    stories: tuple[Story, ...]  # by opportunity id
    contacts: dict[PersonId, tuple[datetime, ...]]  # letters to and calls with each person, UTC, sorted
    letters: dict[PersonId, tuple[LetterSent, ...]]  # all letters, by recipient
    calls: dict[PersonId, tuple[Call, ...]]
    touches: dict[PersonId, tuple[Touch, ...]]
    answers: dict[PersonId, tuple[Reply, ...]]  # what each person sent, automatic ones excluded
    bounces: dict[PersonId, tuple[Bounce, ...]]
    skipped: dict[str, Skipped]
    acceptance: Acceptance | None

    def person(self, who: PersonId) -> Person:
        """The person on record; one without a name stands in for an id nobody is known by."""
        return self.people.get(who) or Person(id=who, name="this person")

    def name(self, who: PersonId | None) -> str:
        """How a reason names somebody."""
        return self.person(who).name if who is not None else "the employer"

    def place(self, who: PersonId | None, story: Story | None = None, said_in: str = "") -> Place:
        """Where somebody is: their own zone, else the interview's, else the candidate's."""
        person = self.people.get(who) if who is not None else None
        own = person.zone if person else ""
        zone = first_zone(own, said_in, self.candidate.zone)
        told = person.country if person else ""
        if not told and story is not None and not own:
            told = story.opportunity.country
        return Place(zone=zone, country=told or country_of(zone.key))

    def day(self, moment: datetime, place: Place) -> str:
        """The local day of an instant, in words; with its year where that is not the present one."""
        when = local_day(moment, place.zone)
        return wording.day(when) if when.year == self.now.year else f"{wording.day(when)} {when.year}"

    @property
    def hunt_over(self) -> bool:
        """Whether an offer is accepted and no later application has begun a new hunt."""
        accepted = self.acceptance
        if accepted is None:
            return False
        day_of = accepted.at.date()
        return all(
            story.opportunity.applied_on is None or story.opportunity.applied_on <= day_of
            for story in self.stories
        )

    def ended_by_acceptance(self, story: Story) -> bool:
        """Whether an offer accepted elsewhere ends this opportunity (an application made later begins anew)."""
        accepted = self.acceptance
        if accepted is None or accepted.opportunity.id == story.opportunity.id:
            return False
        applied = story.opportunity.applied_on
        return applied is None or applied <= accepted.at.date()


def open_ledger(facts: Facts, *, playbook: Playbook, now: datetime) -> Ledger:
    """Index the facts of one owner."""
    people = {person.id: person for person in sorted(facts.people, key=lambda person: person.id)}
    kinds = _by_kind(facts.history)
    stories = _stories(facts, kinds)
    letters, calls, replies = kinds[LetterSent], kinds[Call], kinds[Reply]
    return Ledger(
        candidate=facts.candidate,
        playbook=playbook,
        now=utc(now),
        people=people,
        stories=stories,
        contacts=_moments(letters + calls),
        letters=_grouped(letters, "to"),
        calls=_grouped(calls, "to"),
        touches=_grouped(kinds[Touch], "person"),
        answers=_grouped([one for one in replies if one.klass not in NOT_WORD], "sender"),
        bounces=by_person(bounce for story in stories for bounce in bounces_of(story.letters, story.replies)),
        skipped={one.step: one for one in reversed(kinds[Skipped])},
        acceptance=_acceptance(stories),
    )


#: What a machine sent is not word (rule C).
NOT_WORD = frozenset({ReplyClass.AUTO_REPLY, ReplyClass.BOUNCE})


def _by_kind(history: Iterable[Happening]) -> dict[type, list[Any]]:
    """The history by kind, each sorted by instant, then id."""
    kinds: dict[type, list[Any]] = defaultdict(list)
    for one in sorted(history, key=lambda one: (utc(one.at), one.id)):
        kinds[type(one)].append(one)
    return kinds


def _grouped(items: Iterable[H], field: str) -> dict[Any, tuple[H, ...]]:
    """Items by the value of one of their fields; those without a value are left out."""
    groups: dict[Any, list[H]] = defaultdict(list)
    for one in items:
        key = getattr(one, field)
        if key is not None:
            groups[key].append(one)
    return {key: tuple(group) for key, group in groups.items()}


def _moments(items: list[Any]) -> dict[PersonId, tuple[datetime, ...]]:
    groups: dict[PersonId, list[datetime]] = defaultdict(list)
    for one in items:
        groups[one.to].append(utc(one.at))
    return {who: tuple(sorted(moments)) for who, moments in groups.items()}


def _stories(facts: Facts, kinds: dict[type, list[Any]]) -> tuple[Story, ...]:
    interviews: dict[OpportunityId, list[Interview]] = defaultdict(list)
    for interview in sorted(facts.interviews, key=lambda one: (utc(one.end), one.id)):
        interviews[interview.opportunity].append(interview)
    letters = _letters(facts, kinds[LetterSent])
    replies = _grouped(kinds[Reply], "opportunity")
    calls = _grouped(kinds[Call], "opportunity")
    decisions = _grouped(kinds[Decision], "opportunity")
    promises = _grouped(kinds[Promise], "opportunity")
    overrides = _grouped(kinds[Override], "opportunity")
    stories = []
    for opportunity in sorted(facts.opportunities, key=lambda one: one.id):
        own, its = tuple(interviews.get(opportunity.id, ())), opportunity.id
        said, came, sent = decisions.get(its, ()), replies.get(its, ()), tuple(letters.get(its, ()))
        stories.append(
            Story(
                opportunity=opportunity,
                interviews=own,
                held=tuple(one for one in own if one.status is InterviewStatus.PLANNED),
                letters=sent,
                replies=came,
                calls=calls.get(its, ()),
                decisions=said,
                promises=promises.get(its, ()),
                overrides=overrides.get(its, ()),
                ending=ending_of(decisions=said, replies=came, letters=sent),
            )
        )
    return tuple(stories)


def _letters(facts: Facts, letters: list[LetterSent]) -> dict[OpportunityId, list[LetterSent]]:
    """Letters by opportunity; one that names none belongs to every opportunity its recipient has a part in."""
    parts: dict[PersonId, set[OpportunityId]] | None = None
    of_interview: dict[InterviewId, OpportunityId] = {one.id: one.opportunity for one in facts.interviews}
    groups: dict[OpportunityId, list[LetterSent]] = defaultdict(list)
    for letter in letters:
        named = letter.opportunity or of_interview.get(letter.interview or InterviewId(""))
        if named is not None:
            groups[named].append(letter)
            continue
        parts = parts if parts is not None else _parts(facts)
        for its in parts.get(letter.to, ()):
            groups[its].append(letter)
    return groups


def _parts(facts: Facts) -> dict[PersonId, set[OpportunityId]]:
    """Who has a part in which opportunities: interviewers, contacts, recruiters."""
    parts: dict[PersonId, set[OpportunityId]] = defaultdict(set)
    for interview in facts.interviews:
        for who in interview.interviewers:
            parts[who].add(interview.opportunity)
    for opportunity in facts.opportunities:
        for named in (opportunity.contact, opportunity.recruiter):
            if named is not None:
                parts[named].add(opportunity.id)
    return parts


def _acceptance(stories: Iterable[Story]) -> Acceptance | None:
    """The offer accepted last, if any."""
    accepted = [
        Acceptance(at=story.ending.at, opportunity=story.opportunity, title=story.title)
        for story in stories
        if story.ending is not None and story.ending.outcome is Outcome.ACCEPTED
    ]
    return max(accepted, key=lambda one: (one.at, one.opportunity.id), default=None)
