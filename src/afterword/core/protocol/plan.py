"""The plan: every rule over all facts, what is to be done, what was dropped, and how the week stands."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from afterword.core.facts import Facts
from afterword.core.protocol.address import find_address
from afterword.core.protocol.feedback import feedback
from afterword.core.protocol.job_hunt import hunt_steps, week_of
from afterword.core.protocol.keep_in_touch import keep_in_touch
from afterword.core.protocol.ledger import Ledger, Story, open_ledger
from afterword.core.protocol.offer import helper_thanks, offer
from afterword.core.protocol.phone_call import phone_call
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.relationship import relationship
from afterword.core.protocol.steps import Act, Dropped, Plan, State, Step
from afterword.core.protocol.stops import spaced
from afterword.core.protocol.thank_you import thank_you

#: The rules that look at one opportunity at a time; another rule is another entry.
RULES: tuple[Callable[..., Iterator[Step | Dropped]], ...] = (
    thank_you,
    relationship,
    phone_call,
    feedback,
    offer,
)

_STATES = {
    state: rank for rank, state in enumerate((State.LATE, State.OPEN, State.LATER, State.DONE, State.CLOSED))
}
_LAST = datetime.max.replace(tzinfo=UTC)


def plan(facts: Facts, *, playbook: Playbook, now: datetime) -> Plan:
    """Derive the whole plan from the facts, the playbook and ``now`` (aware) alone.

    Steps come most urgent first; times are shown in each recipient's zone. Facts dated after ``now`` count
    as told: what they bring merely lies ahead.
    """
    ledger = open_ledger(facts, playbook=playbook, now=now)
    steps: dict[str, Step] = {}
    dropped: dict[str, Dropped] = {}
    for one in _derived(ledger):
        if isinstance(one, Dropped):
            dropped.setdefault(one.key, one)
        elif one.state is not State.DONE and one.key in ledger.skipped:
            dropped.setdefault(one.key, _skipped(one, ledger))
        else:
            steps.setdefault(one.key, one)
    this_week = week_of(ledger, facts)
    for one in hunt_steps(this_week, ledger=ledger):
        if isinstance(one, Dropped):
            dropped.setdefault(one.key, one)
        elif one.state is not State.DONE and one.key in ledger.skipped:
            dropped.setdefault(one.key, _skipped(one, ledger))
        else:
            steps.setdefault(one.key, one)
    return Plan(
        steps=tuple(sorted(steps.values(), key=_urgency)),
        dropped=tuple(sorted(dropped.values(), key=lambda one: one.key)),
        week=this_week,
    )


def _derived(ledger: Ledger) -> Iterator[Step | Dropped]:
    """What every rule says, opportunity by opportunity, then about people and the hunt."""
    for story in ledger.stories:
        yield from _of_story(story, ledger)
    for one in (*helper_thanks(ledger=ledger), *keep_in_touch(ledger=ledger)):
        yield spaced(one, ledger, None) if isinstance(one, Step) else one


def _of_story(story: Story, ledger: Ledger) -> Iterator[Step | Dropped]:
    written: list[Step] = []
    for rule in RULES:
        for one in rule(story, ledger=ledger):
            if isinstance(one, Step):
                one = spaced(one, ledger, story)
                if one.act is Act.WRITE:
                    written.append(one)
            yield one
    yield from find_address(written, story, ledger=ledger)


def _skipped(step: Step, ledger: Ledger) -> Dropped:
    """A step the user chose not to take."""
    reason = ledger.skipped[step.key].reason.strip().rstrip(".")
    return Dropped(
        key=step.key,
        rule=step.rule,
        reason=f"You chose to skip this step: {reason}." if reason else "You chose to skip this step.",
        person=step.person,
        interview=step.interview,
        opportunity=step.opportunity,
    )


def _urgency(step: Step) -> tuple[int, datetime, bool, str]:
    """Late before open before later; within each, what is due first; an address before the letter it is for."""
    when = step.due or step.target or step.opens or _LAST
    return _STATES[step.state], when, step.act is not Act.FIND_ADDRESS, step.key
