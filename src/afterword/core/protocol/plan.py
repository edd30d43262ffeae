"""The plan: every rule over all facts, what is to be done, what was dropped, and how the week stands."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from operator import attrgetter

from afterword.core.facts import Facts
from afterword.core.protocol.address import find_address
from afterword.core.protocol.answers import Answer, changes, people_of, stands
from afterword.core.protocol.feedback import feedback
from afterword.core.protocol.indexing import open_ledger
from afterword.core.protocol.job_hunt import hunt_steps, week_of
from afterword.core.protocol.keep_in_touch import keep_in_touch
from afterword.core.protocol.ledger import Ledger, Story
from afterword.core.protocol.offer import helper_thanks, offer
from afterword.core.protocol.phone_call import phone_call
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.present import Held, Present
from afterword.core.protocol.reindexing import reopen
from afterword.core.protocol.relationship import relationship
from afterword.core.protocol.steps import Act, Dropped, Plan, State, Step, Week
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
_key = attrgetter("key")
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Derived:
    """A plan, the time in which nothing in it changes by itself, and what it was derived from."""

    plan: Plan
    held: Held
    facts: Facts
    ledger: Ledger
    answers: tuple[Answer, ...]


def plan(facts: Facts, *, playbook: Playbook, now: datetime) -> Plan:
    """Derive the whole plan from the facts, the playbook and ``now`` (aware) alone.

    Steps come most urgent first; times are shown in each recipient's zone. Facts dated after ``now`` count
    as told: what they bring merely lies ahead.
    """
    with _uncollected():
        ledger = open_ledger(facts, playbook=playbook, now=now)
        this_week = week_of(ledger, facts)
        of_stories = chain.from_iterable(_of_story(story, ledger) for story in ledger.stories)
        return _arranged(chain(of_stories, _of_people(this_week, ledger)), this_week, ledger)


def derive(facts: Facts, *, playbook: Playbook, now: datetime, earlier: Derived | None = None) -> Derived:
    """The same plan as :func:`plan`, by way of an earlier derivation: ``earlier`` saves work and changes nothing.

    Whatever an earlier derivation says about an opportunity is said again where neither a fact it rests on has
    changed nor a moment has come at which a rule could answer otherwise. Facts that have not changed must be
    the same objects to be known again.
    """
    if earlier is not None and _same(earlier, facts, playbook) and Present(now).lies_in(earlier.held):
        return earlier
    with _uncollected():
        ledger = _ledger(facts, playbook, now, earlier)
        answers = tuple(_answers(ledger, earlier))
        ledger.now.begin()
        this_week = week_of(ledger, facts)
        of_people = list(_of_people(this_week, ledger))
        held = ledger.now.held()
        of_stories = chain.from_iterable(answer.found for answer in answers)
        return Derived(
            plan=_arranged(chain(of_stories, of_people), this_week, ledger),
            held=Held(held.since, min([held.until, *(one.held.until for one in answers)])),
            facts=facts,
            ledger=ledger,
            answers=answers,
        )


def _same(earlier: Derived, facts: Facts, playbook: Playbook) -> bool:
    return earlier.facts is facts and earlier.ledger.playbook is playbook


def _ledger(facts: Facts, playbook: Playbook, now: datetime, earlier: Derived | None) -> Ledger:
    """The facts indexed, with the help of the index there was."""
    if earlier is not None and earlier.ledger.playbook is playbook:
        return reopen(earlier.ledger, earlier.facts, facts, now=now)
    return open_ledger(facts, playbook=playbook, now=now)


def _answers(ledger: Ledger, earlier: Derived | None) -> Iterator[Answer]:
    """What the rules say about each opportunity."""
    if earlier is None:
        yield from (_answer(story, ledger) for story in ledger.stories)
        return
    known = {one.story.opportunity.id: one for one in earlier.answers}
    changed = changes(earlier.ledger, ledger)
    for story in ledger.stories:
        answer = known.get(story.opportunity.id)
        if answer and ledger.now.lies_in(answer.held) and stands(answer, story, changed):
            yield answer
        else:
            yield _answer(story, ledger)


def _answer(story: Story, ledger: Ledger) -> Answer:
    """Ask every rule about one opportunity, and note until when it would answer the same."""
    ledger.now.begin()
    found = tuple(_of_story(story, ledger))
    return Answer(story=story, people=people_of(story), held=ledger.now.held(), found=found)


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


def _arranged(found: Iterable[Step | Dropped], this_week: Week, ledger: Ledger) -> Plan:
    """One step per key and one reason per step that is not offered, in the order they are shown."""
    steps: dict[str, Step] = {}
    dropped: dict[str, Dropped] = {}
    skipped = ledger.skipped
    for one in found:
        if isinstance(one, Dropped):
            dropped.setdefault(one.key, one)
        elif skipped and one.key in skipped and one.state is not State.DONE:
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
    for step in steps.values():
        groups[step.state].append(step)
    for state, group in groups.items():
        yield from sorted(group, key=_key if state in _SETTLED else _urgency)


def _of_people(this_week: Week, ledger: Ledger) -> Iterator[Step | Dropped]:
    """Thanks to those who helped, whose turn it is to hear from the candidate, and the week's hunt."""
    for one in (*helper_thanks(ledger=ledger), *keep_in_touch(ledger=ledger)):
        yield spaced(one, ledger, None) if isinstance(one, Step) else one
    yield from hunt_steps(this_week, ledger=ledger)


def _of_story(story: Story, ledger: Ledger) -> list[Step | Dropped]:
    """The rules about one opportunity; what waits to be written may need an address first."""
    found: list[Step | Dropped] = []
    waiting: list[Step] = []
    done = State.DONE
    for rule in RULES:
        for one in rule(story, ledger=ledger):
            if type(one) is Step and one.state is not done:
                one = spaced(one, ledger, story)
                if one.key not in ledger.skipped:
                    waiting.append(one)
            found.append(one)
    found += find_address(waiting, story, ledger=ledger)
    return found


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
