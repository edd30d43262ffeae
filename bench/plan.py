"""How long the plan takes, and how it grows: 3 interviews of 2 people and 20 history items per opportunity.

Run as ``python bench/plan.py``. The first plan of a process also loads the holidays; it is shown apart. *Warm* is a
plan derived from nothing, *again* one with the last plan at hand: a day later, and after one more call. The times are
the processor's, so that other programs on the machine count for less.
"""

import gc
import itertools
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

from afterword.core.facts import (
    Call,
    CallResult,
    Candidate,
    Decision,
    FactId,
    Facts,
    Happening,
    Interview,
    InterviewId,
    LetterKind,
    LetterSent,
    Opportunity,
    OpportunityId,
    Outcome,
    Party,
    Person,
    PersonId,
    Promise,
    Relation,
    Reply,
    ReplyClass,
    Touch,
    TouchKind,
)
from afterword.core.protocol import default_playbook, derive, plan

NOW = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
ZONES = ("America/New_York", "US/Eastern", "America/Los_Angeles", "Europe/Berlin", "Europe/London")
OUTCOMES = (None, None, None, Outcome.REJECTION, Outcome.WITHDRAWN, Outcome.NEXT_ROUND)


def workspace(count: int) -> Facts:
    """A workspace of ``count`` opportunities, the same on every run."""
    people: list[Person] = []
    opportunities: list[Opportunity] = []
    interviews: list[Interview] = []
    history: list[Happening] = []
    for number in range(count):
        its = OpportunityId(f"o{number}")
        zone = ZONES[number % len(ZONES)]
        pair = tuple(PersonId(f"p{number}-{which}") for which in range(2))
        for who, relation in zip(pair, (Relation.HIRING_MANAGER, Relation.PEER), strict=True):
            people.append(
                Person(
                    id=who, name=f"Person {who}", relation=relation, email=f"{who}@work.example", zone=zone
                )
            )
        opportunities.append(Opportunity(id=its, company=f"Company {number}", role="Accountant"))
        first = NOW - timedelta(days=number % 40 + 20, hours=number % 7)
        for which in range(3):
            end = first + timedelta(days=10 * which)
            interviews.append(
                Interview(
                    id=InterviewId(f"i{number}-{which}"), opportunity=its, interviewers=pair, zone=zone,
                    start=end - timedelta(hours=1), end=end,
                )
            )  # fmt: skip
        history += _history(number, its, pair, first)
    return Facts(
        candidate=Candidate(name="Ada Bench", zone="America/New_York"),
        people=tuple(people),
        opportunities=tuple(opportunities),
        interviews=tuple(interviews),
        history=tuple(history),
    )


def _history(number: int, its: OpportunityId, pair: tuple[PersonId, ...], first: datetime) -> list[Happening]:
    """Twenty items of one opportunity."""
    numbers = itertools.count()

    def fact() -> FactId:
        return FactId(f"f{number}-{next(numbers)}")

    items: list[Happening] = [
        LetterSent(
            fact(),
            first + timedelta(days=10 * which, hours=20),
            LetterKind.THANK_YOU,
            who,
            its,
            InterviewId(f"i{number}-{which}"),
        )
        for which in range(3 if number % 2 else 2)
        for who in pair
    ]
    items.append(Promise(fact(), first, its, Party.EMPLOYER, "decide", date(2026, 11, 20)))
    items.append(Promise(fact(), first, its, Party.CANDIDATE, "send references", date(2026, 11, 21)))
    items.append(Reply(fact(), first + timedelta(days=1), its, ReplyClass.ACK, pair[0]))
    items.append(
        Reply(fact(), first + timedelta(days=11), its, ReplyClass.AUTO_REPLY, pair[0], date(2026, 11, 23))
    )
    items.append(Call(fact(), first + timedelta(days=28), its, pair[0], CallResult.NOT_YET))
    outcome = OUTCOMES[number % len(OUTCOMES)]
    if outcome is not None:
        items.append(Decision(fact(), first + timedelta(days=30), its, outcome))
    while len(items) < 20:
        items.append(Touch(fact(), first + timedelta(hours=len(items)), pair[1], TouchKind.WROTE))
    return items


def best(act: Callable[[], object], *, times: int) -> float:
    """The shortest of several runs, in milliseconds."""
    runs = []
    for _ in range(times):
        gc.collect()
        start = time.process_time()
        act()
        runs.append(1000 * (time.process_time() - start))
    return min(runs)


def main() -> None:
    """Print one row per size."""
    playbook = default_playbook()
    start = time.perf_counter()
    plan(workspace(10), playbook=playbook, now=NOW)
    print(f"first plan of the process: {1000 * (time.perf_counter() - start):.0f} ms (loads the holidays)")
    columns = (
        "opportunities",
        "history",
        "steps",
        "cold",
        "warm",
        "again: day",
        "again: call",
        "µs each, warm",
    )
    print(" ".join(f"{name:>13}" for name in columns))
    for count in (100, 300, 1000, 3000):
        facts = workspace(count)
        gc.collect()
        start = time.process_time()
        steps = len(plan(facts, playbook=playbook, now=NOW).steps)
        cold = 1000 * (time.process_time() - start)
        known = derive(facts, playbook=playbook, now=NOW)
        called = Call(FactId("new"), NOW, OpportunityId("o3"), PersonId("p3-0"), CallResult.NOT_YET)
        more = replace(facts, history=(*facts.history, called))
        warm, day, call = (
            best(act, times=7)
            for act in (
                partial(plan, facts, playbook=playbook, now=NOW),
                partial(derive, facts, playbook=playbook, now=NOW + timedelta(days=1), earlier=known),
                partial(derive, more, playbook=playbook, now=NOW, earlier=known),
            )
        )
        figures = (cold, warm, day, call, 1000 * warm / count)
        row = (*map(str, (count, len(facts.history), steps)), *(f"{figure:.1f}" for figure in figures))
        print(" ".join(f"{value:>13}" for value in row))


if __name__ == "__main__":
    main()
