"""Today: whom do I owe a word, by when, and why."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from afterword.core.facts import Facts, Interview, InterviewId, Opportunity, OpportunityId, Person, PersonId
from afterword.core.protocol import plan
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.steps import Plan
from afterword.store.facts import Revision
from afterword.store.memory import remembered_facts


@dataclass(frozen=True, slots=True)
class Today:
    """The plan, and the records its steps speak of."""

    plan: Plan
    facts: Facts
    people: dict[PersonId, Person]
    opportunities: dict[OpportunityId, Opportunity]
    interviews: dict[InterviewId, Interview]


def show_today(*, owner: str, playbook: Playbook, now: datetime) -> Today:
    """The plan of ``owner`` at ``now``, to the minute, derived from the facts as they stand."""
    revision, _ = remembered_facts(owner)
    return _today(owner, revision, playbook, now.replace(second=0, microsecond=0))


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
