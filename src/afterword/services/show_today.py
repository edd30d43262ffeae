"""Today: whom do I owe a word, by when, and why."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from afterword.core.facts import Facts, Interview, InterviewId, Opportunity, OpportunityId, Person, PersonId
from afterword.core.protocol import plan
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.steps import Plan
from afterword.store.facts import Revision
from afterword.store.memory import remembered_facts

STANDS_FOR = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Standing:
    """When the plan last derived for an owner was derived, and until when it stands if no fact changes."""

    revision: Revision
    since: datetime
    until: datetime


_STANDING: dict[str, Standing] = {}


@dataclass(frozen=True, slots=True)
class Today:
    """The plan, and the records its steps speak of."""

    plan: Plan
    facts: Facts
    people: dict[PersonId, Person]
    opportunities: dict[OpportunityId, Opportunity]
    interviews: dict[InterviewId, Interview]


def show_today(*, owner: str, playbook: Playbook, now: datetime) -> Today:
    """The plan of ``owner`` at ``now``, derived from the facts as they stand.

    A plan derived some minutes ago is shown again while the facts are the same and no step has opened, come
    due or closed since.
    """
    revision, _ = remembered_facts(owner)
    minute = now.replace(second=0, microsecond=0)
    standing = _STANDING.get(owner)
    if standing and standing.revision == revision and standing.since <= minute < standing.until:
        return _today(owner, revision, playbook, standing.since)
    today = _today(owner, revision, playbook, minute)
    _STANDING[owner] = Standing(revision, minute, _until(today.plan, minute))
    return today


def _until(plan: Plan, since: datetime) -> datetime:
    """The first moment at which a plan may look otherwise, at most :data:`STANDS_FOR` later."""
    moments = (
        when for step in plan.steps for when in (step.opens, step.due, step.closes) if when and when > since
    )
    return min(min(moments, default=since + STANDS_FOR), since + STANDS_FOR)


@lru_cache(maxsize=4)
def _today(owner: str, revision: Revision, playbook: Playbook, minute: datetime) -> Today:
    """One derivation per revision and minute; ``revision`` is in the key so that a change is seen at once."""
    _, facts = remembered_facts(owner)
    return Today(
        plan=plan(facts, playbook=playbook, now=minute),
        facts=facts,
        people={person.id: person for person in facts.people},
        opportunities={opportunity.id: opportunity for opportunity in facts.opportunities},
        interviews={interview.id: interview for interview in facts.interviews},
    )


def remembered_zone(owner: str) -> str:
    """The IANA zone of the candidate."""
    return remembered_facts(owner)[1].candidate.zone
