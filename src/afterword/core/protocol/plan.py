"""The plan: every rule over all facts, what is to be done, what was dropped, and how the week stands."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain

from afterword.core.facts import Facts
from afterword.core.protocol.address import find_address
from afterword.core.protocol.feedback import feedback
from afterword.core.protocol.indexing import open_ledger
from afterword.core.protocol.job_hunt import hunt_steps, week_of
from afterword.core.protocol.keep_in_touch import keep_in_touch
from afterword.core.protocol.ledger import Ledger, Story
from afterword.core.protocol.offer import helper_thanks, offer
from afterword.core.protocol.phone_call import phone_call
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.relationship import relationship
from afterword.core.protocol.steps import Act, Dropped, Plan, State, Step
from afterword.core.protocol.stops import spaced
from afterword.core.protocol.thank_you import thank_you
from afterword.core.protocol.workdays import utc

#: The rules that look at one opportunity at a time; another rule is another entry.
RULES: tuple[Callable[..., Iterator[Step | Dropped]], ...] = (
    thank_you,
    relationship,
    phone_call,
    feedback,
    offer,
)

_ORDER = (State.LATE, State.OPEN, State.LATER, State.DONE, State.CLOSED)
_SETTLED = (State.DONE, State.CLOSED)
_LAST = datetime.max.replace(tzinfo=UTC)


def plan(facts: Facts, *, playbook: Playbook, now: datetime) -> Plan:
    """Derive the whole plan from the facts, the playbook and ``now`` (aware) alone.

    Steps come most urgent first; times are shown in each recipient's zone. Facts dated after ``now`` count
    as told: what they bring merely lies ahead.
    """
    with _uncollected():
        return _plan(facts, playbook=playbook, now=now)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cyclic garbage meanwhile: a plan is thousands of small values and every one of them stays."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _plan(facts: Facts, *, playbook: Playbook, now: datetime) -> Plan:
    ledger = open_ledger(facts, playbook=playbook, now=now)
    steps: dict[str, Step] = {}
    dropped: dict[str, Dropped] = {}
    this_week = week_of(ledger, facts)
    for one in chain(_derived(ledger), hunt_steps(this_week, ledger=ledger)):
        if isinstance(one, Dropped):
            dropped.setdefault(one.key, one)
        elif one.key in ledger.skipped and one.state is not State.DONE:
            dropped.setdefault(one.key, _skipped(one, ledger))
        else:
            steps.setdefault(one.key, one)
    for key in dropped.keys() & steps.keys():
        if steps[key].state is not State.CLOSED:
            del dropped[key]
    return Plan(
        steps=tuple(_sorted(steps)),
        dropped=tuple(dropped[key] for key in sorted(dropped)),
        week=this_week,
    )


def _sorted(steps: dict[str, Step]) -> Iterator[Step]:
    """Late before open before later, what is due first; then what is done and closed, by key."""
    groups: dict[State, list[Step]] = {state: [] for state in _ORDER}
    for key in sorted(steps):
        groups[steps[key].state].append(steps[key])
    for state, group in groups.items():
        yield from group if state in _SETTLED else sorted(group, key=_urgency)


def _derived(ledger: Ledger) -> Iterator[Step | Dropped]:
    """What every rule says, opportunity by opportunity, then about people and the hunt."""
    for story in ledger.stories:
        yield from _of_story(story, ledger)
    for one in (*helper_thanks(ledger=ledger), *keep_in_touch(ledger=ledger)):
        yield spaced(one, ledger, None) if isinstance(one, Step) else one


def _of_story(story: Story, ledger: Ledger) -> Iterator[Step | Dropped]:
    """The rules about one opportunity; what waits to be written may need an address first."""
    waiting: list[Step] = []
    for rule in RULES:
        for one in rule(story, ledger=ledger):
            if isinstance(one, Step) and one.state is not State.DONE:
                one = spaced(one, ledger, story)
                if one.key not in ledger.skipped:
                    waiting.append(one)
            yield one
    yield from find_address(waiting, story, ledger=ledger)


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


def _urgency(step: Step) -> tuple[datetime, bool, str]:
    """What is due first; an address before the letter it is for."""
    when = step.due or step.target or step.opens or _LAST
    return utc(when), step.act is not Act.FIND_ADDRESS, step.key
