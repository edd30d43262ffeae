"""Today: whom do I owe a word, by when, and why."""

from dataclasses import dataclass, replace
from datetime import datetime

from afterword.core.facts import Facts, Interview, InterviewId, Opportunity, OpportunityId, Person, PersonId
from afterword.core.protocol import Derived, Playbook, derive
from afterword.core.protocol.steps import Act, Plan, Step
from afterword.store.memory import PerOwner, Turns, remembered_facts


@dataclass(frozen=True, slots=True)
class Today:
    """The plan, and the records its steps speak of."""

    plan: Plan
    facts: Facts
    people: dict[PersonId, Person]
    opportunities: dict[OpportunityId, Opportunity]
    interviews: dict[InterviewId, Interview]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What was last shown to an owner, and the derivation it came from."""

    derived: Derived
    today: Today


_shown: PerOwner[_Shown] = PerOwner()
_deriving = Turns()


def show_today(*, owner: str, playbook: Playbook, now: datetime) -> Today:
    """The plan of ``owner`` at ``now``, derived from the facts as they stand.

    The last derivation is kept at hand, so that only what has changed since is worked out; whoever asks while it is
    worked out waits for it.
    """
    with _deriving.of(owner):
        return _derived(owner, playbook, now)


def _derived(owner: str, playbook: Playbook, now: datetime) -> Today:
    _, facts = remembered_facts(owner)
    before = _shown.get(owner)
    derived = derive(facts, playbook=playbook, now=now, earlier=before.derived if before else None)
    if before is None or before.today.facts is not facts:
        today = _today(derived)
    elif before.derived is derived:
        return before.today
    else:
        today = replace(before.today, plan=derived.plan)
    _shown.put(owner, _Shown(derived, today))
    return today


def _today(derived: Derived) -> Today:
    facts = derived.facts
    return Today(
        plan=derived.plan,
        facts=facts,
        people={person.id: person for person in facts.people},
        opportunities={opportunity.id: opportunity for opportunity in facts.opportunities},
        interviews={interview.id: interview for interview in facts.interviews},
    )


def after_its_address(step: Step) -> bool:
    """Sorts a step behind the search for an address that is due with it: nothing can leave before."""
    return step.act is not Act.FIND_ADDRESS


def remembered_zone(owner: str) -> str:
    """The IANA zone of the candidate."""
    return remembered_facts(owner)[1].candidate.zone
