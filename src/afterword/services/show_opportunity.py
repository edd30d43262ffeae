"""One opportunity with all that happened on it, and the list of them with the next thing for each."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from afterword.core.facts import (
    Candidate,
    Happening,
    Interview,
    Opportunity,
    OpportunityId,
    Person,
    PersonId,
    Promise,
    Reply,
)
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.standing import Ending
from afterword.core.protocol.steps import Dropped, State, Step
from afterword.services.keep_promise import PromiseHeard, promises_heard
from afterword.services.show_interview import feedback_answers
from afterword.services.show_today import Today, after_its_address, show_today
from afterword.services.standing import endings
from afterword.store import facts, letters

PAGE = 50
_WAITING = (State.LATE, State.OPEN, State.LATER)


class Which(StrEnum):
    """Which opportunities a list holds."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Row:
    """One opportunity of the list: its next step, if any, and how it ended, if it did."""

    opportunity: Opportunity
    next: Step | None
    ending: Ending | None
    last_interview: Interview | None


@dataclass(frozen=True, slots=True)
class Rows:
    """One page of the list. ``counts`` says how many are open and closed in all."""

    rows: tuple[Row, ...]
    counts: dict[Which, int]
    page: int
    more: bool
    today: Today


@dataclass(frozen=True, slots=True)
class OpportunityShown:
    """An opportunity with its people, interviews and history, oldest first, and the plan's steps for it.

    ``heard`` are decision dates in the notes of the last interview that wait for a yes or a no;
    ``letters`` maps (interview or "", person, kind) of a letter to its id, for links.
    """

    opportunity: Opportunity
    candidate: Candidate
    people: dict[PersonId, Person]
    taking_part: tuple[PersonId, ...]
    interviews: tuple[Interview, ...]
    history: tuple[Happening, ...]
    promises: tuple[Promise, ...]
    feedback: tuple[Reply, ...]
    steps: tuple[Step, ...]
    dropped: tuple[Dropped, ...]
    ending: Ending | None
    today: Today
    letters: dict[tuple[str, str, str], str]
    heard: tuple[PromiseHeard, ...]


def list_opportunities(which: Which, *, owner: str, playbook: Playbook, now: datetime, page: int = 1) -> Rows:
    """A page of opportunities, those with the most pressing step first, then by company."""
    today = show_today(owner=owner, playbook=playbook, now=now)
    closed = endings(today.facts)
    next_step = _next_steps(today.plan.steps)
    latest = _latest_interviews(today.facts.interviews)
    rows = [
        Row(one, next_step.get(one.id), closed.get(one.id), latest.get(one.id))
        for one in today.facts.opportunities
    ]
    counts = {
        Which.OPEN: sum(row.ending is None for row in rows),
        Which.CLOSED: sum(row.ending is not None for row in rows),
    }
    wanted = [row for row in rows if (row.ending is None) == (which is Which.OPEN)]
    wanted.sort(key=_by_pressure if which is Which.OPEN else _by_ending)
    start = (page - 1) * PAGE
    return Rows(
        rows=tuple(wanted[start : start + PAGE]),
        counts=counts,
        page=page,
        more=len(wanted) > start + PAGE,
        today=today,
    )


def show_opportunity(opportunity: str, *, owner: str, playbook: Playbook, now: datetime) -> OpportunityShown:
    """An opportunity, for its screen. Raises :class:`NotFound`."""
    found = facts.load_opportunity(owner, opportunity)
    today = show_today(owner=owner, playbook=playbook, now=now)
    interviews = tuple(
        sorted(
            (one for one in today.facts.interviews if one.opportunity == found.id),
            key=lambda one: (one.start, one.id),
        )
    )
    history = facts.load_history(owner, opportunity=opportunity)
    live = [step for step in today.plan.steps if step.opportunity == found.id and step.state in _WAITING]
    return OpportunityShown(
        opportunity=found,
        candidate=today.facts.candidate,
        people=today.people,
        taking_part=_taking_part(found, interviews),
        interviews=interviews,
        history=history,
        promises=tuple(one for one in history if isinstance(one, Promise)),
        feedback=feedback_answers(owner, opportunity=opportunity),
        steps=tuple(sorted(live, key=_pressing)),
        dropped=tuple(one for one in today.plan.dropped if one.opportunity == found.id),
        ending=endings(today.facts).get(found.id),
        today=today,
        letters={
            (kept.interview, kept.letter.to, kept.letter.kind.value): kept.id
            for kept in letters.letters_of(owner, opportunity=opportunity)
        },
        heard=_heard(owner, found, [one for one in interviews if one.end <= now], history),
    )


def _heard(
    owner: str, opportunity: Opportunity, over: list[Interview], history: tuple[Happening, ...]
) -> tuple[PromiseHeard, ...]:
    if not over:
        return ()
    last = over[-1]
    return promises_heard(
        facts.load_debriefs(owner, last.id),
        interview=last,
        owner=owner,
        known=history,
        country=opportunity.country,
    )


def _taking_part(opportunity: Opportunity, interviews: tuple[Interview, ...]) -> tuple[PersonId, ...]:
    """Everybody this opportunity has to do with: contact and recruiter first, then interviewers."""
    named = [one for one in (opportunity.contact, opportunity.recruiter) if one]
    return tuple(dict.fromkeys([*named, *(person for one in interviews for person in one.interviewers)]))


def _next_steps(steps: tuple[Step, ...]) -> dict[OpportunityId, Step]:
    found: dict[OpportunityId, Step] = {}
    for step in steps:
        if step.opportunity is None or step.state not in _WAITING:
            continue
        known = found.get(step.opportunity)
        if known is None or _pressing(step) < _pressing(known):
            found[step.opportunity] = step
    return found


def _latest_interviews(interviews: tuple[Interview, ...]) -> dict[OpportunityId, Interview]:
    found: dict[OpportunityId, Interview] = {}
    for one in interviews:
        if one.opportunity not in found or one.start > found[one.opportunity].start:
            found[one.opportunity] = one
    return found


_Pressing = tuple[int, float, bool, str]


def _pressing(step: Step) -> _Pressing:
    when = step.due or step.opens or step.target
    moment = when.timestamp() if when else float("inf")
    return _WAITING.index(step.state), moment, after_its_address(step), step.key


def _by_pressure(row: Row) -> tuple[_Pressing, str, str]:
    pressing = _pressing(row.next) if row.next else (len(_WAITING), 0.0, True, "")
    return pressing, row.opportunity.company.casefold(), row.opportunity.id


def _by_ending(row: Row) -> tuple[float, str]:
    return -(row.ending.at.timestamp() if row.ending else 0.0), row.opportunity.id
