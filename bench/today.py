"""How long the page Today takes with a long hunt behind it: 2,000 opportunities and 10,000 people.

Three ways of asking: again within the same minute, in a new minute (the plan is derived anew), and right after
something was written (the rows are read anew too). Each is a whole request through every middleware, in this process.
"""

import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

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
        measure(owner, options.home)


def measure(owner: str, home: Path) -> None:
    """Three rows of figures."""
    from dataclasses import replace

    from django.test import Client

    from afterword import wiring
    from afterword.adapters.clock import FixedClock
    from afterword.core.facts import FactId, PersonId, Touch, TouchKind
    from afterword.store import records

    clock = FixedClock(NOW)
    house = replace(wiring.wire(read_options()), clock=clock)
    wiring.wired = lambda: house  # type: ignore[assignment]
    client = Client(headers={"host": f"127.0.0.1:{house.options.port}"})
    session = client.session
    session["owner"] = owner
    session.save()
    from django.conf import settings

    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    assert client.get("/").status_code == 200

    def later(run: int) -> None:
        clock.set(NOW + timedelta(minutes=run + 1))

    def after_writing(run: int) -> None:
        fact = Touch(FactId(f"{900_000 + run:032x}"), clock.now(), PersonId("0" * 32), TouchKind.WROTE)
        records.log(owner, fact)

    print(f"{OPPORTUNITIES} opportunities, {PEOPLE} people; promised p95 {PROMISED_MS:.0f} ms")
    print(f"{'asked':<24}{'median ms':>10}{'p95 ms':>10}")
    for name, before in (
        ("same minute", lambda run: None),
        ("new minute", later),
        ("after a change", after_writing),
    ):
        taken = []
        for run in range(RUNS):
            before(run)
            begun = time.perf_counter()
            assert client.get("/").status_code == 200
            taken.append((time.perf_counter() - begun) * 1000)
        p95 = statistics.quantiles(taken, n=20)[-1]
        print(
            f"{name:<24}{statistics.median(taken):>10.1f}{p95:>10.1f}{'' if p95 < PROMISED_MS else '  NOT KEPT'}"
        )


if __name__ == "__main__":
    main()
