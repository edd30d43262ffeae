"""How long the page Today takes with a long hunt behind it: 2,000 opportunities and 10,000 people.

Asked in every situation a user meets: again within the same minute, in a new minute and on the next day (what
has opened or come due is derived anew), right after something was written, here or by another process, after the
start, when the facts have been read in the background, and while they still are, as when somebody asks at once.
Each is a whole request through every middleware, in this process; what is written beforehand is not counted. Both the time that passed and the processor's are shown, because only the latter is the same on a busy machine.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import Any

from afterword.options import pass_on, read_options

NOW = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
OPPORTUNITIES, PEOPLE, RUNS = 2_000, 10_000, 40
PROMISED_MS = 150.0


def fill(owner: str) -> None:
    """Rows for a hunt of two years: most opportunities are closed, thirty are alive."""
    from afterword.store import models

    n = "{:032x}".format
    models.Person.objects.bulk_create(
        models.Person(
            owner=owner, id=n(i), name=f"Person {i}", email=f"p{i}@work.example", company=f"Company {i % 2000}",
            relation=("hiring_manager", "peer", "network", "network", "recruiter")[i % 5],
            cadence_days=45 if i % 100 == 2 else None,
        )
        for i in range(PEOPLE)
    )  # fmt: skip
    models.Opportunity.objects.bulk_create(
        models.Opportunity(owner=owner, id=n(100_000 + i), company=f"Company {i}", role="Accountant")
        for i in range(OPPORTUNITIES)
    )
    interviews, parts, history = [], [], []
    for i in range(OPPORTUNITIES):
        start = NOW - timedelta(days=1 + i % 700, hours=2)
        interviews.append(
            models.Interview(
                owner=owner, id=n(200_000 + i), opportunity=n(100_000 + i), start=start,
                end=start + timedelta(hours=1), zone="America/New_York",
            )
        )  # fmt: skip
        for k in (0, 1):
            person = n((i * 5 + k) % PEOPLE)
            parts.append(models.Interviewer(owner=owner, interview=n(200_000 + i), person=person, position=k))
            history.append(
                models.Happening(
                    owner=owner, id=n(300_000 + 2 * i + k), what="letter_sent", at=start + timedelta(hours=5),
                    opportunity=n(100_000 + i), interview=n(200_000 + i), person=person, kind="thank_you",
                )
            )  # fmt: skip
        if i % 700 > 10:
            history.append(
                models.Happening(
                    owner=owner, id=n(400_000 + i), what="decision", at=start + timedelta(days=8),
                    opportunity=n(100_000 + i), kind="rejection",
                )
            )  # fmt: skip
    models.Interview.objects.bulk_create(interviews)
    models.Interviewer.objects.bulk_create(parts)
    models.Happening.objects.bulk_create(history)


def main() -> None:
    """Fill a workspace, ask for Today, print the milliseconds."""
    with tempfile.TemporaryDirectory() as home:
        options = read_options({}, home=home)
        pass_on(options)
        from afterword.store.setup import open_store

        owner = open_store(now=NOW).owner
        fill(owner)
        measure(owner)


def measure(owner: str) -> None:
    """One row of figures per situation."""
    from afterword.adapters.clock import FixedClock

    clock = FixedClock(NOW)
    client = browser(owner, clock)
    print(f"{OPPORTUNITIES} opportunities, {PEOPLE} people; promised p95 {PROMISED_MS:.0f} ms")
    print(f"{'asked':<24}{'median ms':>10}{'p95 ms':>10}{'cpu p95':>10}")
    for before in (again, *situations(owner, clock), *starts()):
        taken, worked = timed(client, before)
        kept = "" if taken[1] < PROMISED_MS else "  NOT KEPT"
        name = before.__name__.replace("_", " ")
        print(f"{name:<24}{taken[0]:>10.1f}{taken[1]:>10.1f}{worked[1]:>10.1f}{kept}")


def browser(owner: str, clock: Any) -> Any:
    """A client that is signed in and has seen Today once, in a house with this clock."""
    from dataclasses import replace

    from django.conf import settings
    from django.test import Client

    from afterword import wiring

    house = replace(wiring.wire(read_options()), clock=clock)
    wiring.wired = lambda: house  # type: ignore[assignment]
    client = Client(headers={"host": f"127.0.0.1:{house.options.port}"})
    session = client.session
    session["owner"] = owner
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
    assert client.get("/").status_code == 200
    return client


def situations(owner: str, clock: Any) -> tuple[Callable[[int], None], ...]:
    """What may have happened since Today was last asked for; each takes the number of the run."""
    from dataclasses import replace

    from afterword.core.facts import Decision, FactId, OpportunityId, Outcome, PersonId, Touch, TouchKind
    from afterword.store import facts, records

    def minutes_later(_: int) -> None:
        clock.set(clock.now() + timedelta(minutes=1))

    def a_day_later(_: int) -> None:
        clock.set(clock.now() + timedelta(days=1))

    def logged(run: int) -> None:
        person = PersonId(f"{5 * run:032x}")
        records.log(owner, Touch(FactId(f"{900_000 + run:032x}"), clock.now(), person, TouchKind.WROTE))

    def person_kept(run: int) -> None:
        person = facts.load_person(owner, f"{5 * run:032x}")
        records.keep(owner, replace(person, notes=f"Met at the conference, {run}."))

    def interview_moved(run: int) -> None:
        records.set_interview(owner, f"{200_000 + run:032x}", end=clock.now() + timedelta(days=2))

    def offer_accepted(run: int) -> None:
        its = OpportunityId(f"{100_000 + run:032x}")
        outcome = Outcome.WITHDRAWN if run % 2 else Outcome.ACCEPTED
        records.log(owner, Decision(FactId(f"{950_000 + run:032x}"), clock.now(), its, outcome))

    def written_elsewhere(_: int) -> None:
        with records.writing(owner, records.Changes.HISTORY):
            """No note is left of which rows, as when another process writes."""

    return (
        minutes_later, a_day_later, logged, person_kept, interview_moved, offer_accepted, written_elsewhere,
    )  # fmt: skip


def starts() -> tuple[Callable[[int], None], ...]:
    """The start of the program, well before the page is asked for and at the very moment."""
    from afterword.store import memory
    from afterword.worker.warm import warm_today

    looking: list[Thread] = []

    def started(_: int) -> None:
        memory.forget_facts()
        warm_today()

    def started_just_now(_: int) -> None:
        """Asked before the look in the background is through: the page waits for it."""
        for one in looking:
            one.join()
        memory.forget_facts()
        looking[:] = [Thread(target=warm_today)]
        looking[0].start()

    return (started, started_just_now)


def again(_: int) -> None:
    """Nothing happens before Today is asked for once more."""


Spread = tuple[float, float]  # median and 95th percentile, in milliseconds


def timed(client: Any, before: Callable[[int], None]) -> tuple[Spread, Spread]:
    """The time that passed and that of the processor, over many requests."""
    taken, worked = [], []
    for run in range(RUNS):
        before(run)
        begun, busy = time.perf_counter(), time.process_time()
        assert client.get("/").status_code == 200
        worked.append((time.process_time() - busy) * 1000)
        taken.append((time.perf_counter() - begun) * 1000)
    return spread(taken), spread(worked)


def spread(runs: list[float]) -> Spread:
    """Median and 95th percentile."""
    return statistics.median(runs), statistics.quantiles(runs, n=20)[-1]


if __name__ == "__main__":
    main()
