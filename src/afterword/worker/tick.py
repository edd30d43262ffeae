"""The tick: every twenty seconds, look at the clock and do what is due.

What is due follows from the wall clock and from rows and files, never from how long a thread has slept, so a
laptop that was closed for a week catches up at the next tick. Nothing done here leaves the machine.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from afterword.ports.clock import Clock

PERIOD = 20.0  # seconds between looks at the clock
LONGEST_REST = timedelta(hours=1)

log = logging.getLogger("afterword.worker")


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do when it is due: ``run`` finds out by itself and says what it did, "" for nothing."""

    name: str
    run: Callable[[datetime], str]


class Tick:
    """A thread that runs its jobs beside the server. A job that fails rests for longer each time."""

    def __init__(self, jobs: Iterable[Job], *, clock: Clock, period: float = PERIOD) -> None:
        self._jobs = tuple(jobs)
        self._clock = clock
        self._period = min(period, PERIOD)
        self._stop = threading.Event()
        self._failures: dict[str, int] = {}
        self._rests_until: dict[str, datetime] = {}
        self._thread = threading.Thread(target=self._run, name="afterword-tick", daemon=True)

    def start(self) -> None:
        """Begin; the first look happens at once."""
        self._thread.start()

    def stop(self, *, patience: float = 10.0) -> bool:
        """Ask the thread to end after its present job; tell whether it did within ``patience`` seconds."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(patience)
        return not self._thread.is_alive()

    def once(self, now: datetime) -> list[str]:
        """Run every job that does not rest; the value says what was done."""
        return [said for job in self._jobs if not self._rests(job, now) and (said := self._try(job, now))]

    def _run(self) -> None:
        while not self._stop.is_set():
            self.once(self._clock.now())
            self._stop.wait(self._period)

    def _rests(self, job: Job, now: datetime) -> bool:
        """Whether it failed a short while ago; a clock that was set back does not make it rest longer."""
        until = self._rests_until.get(job.name)
        return until is not None and timedelta(0) < until - now <= LONGEST_REST

    def _try(self, job: Job, now: datetime) -> str:
        try:
            said = job.run(now)
        except Exception:  # the outermost loop: a failing job must not end the others
            failures = self._failures[job.name] = self._failures.get(job.name, 0) + 1
            self._rests_until[job.name] = now + min(LONGEST_REST, timedelta(minutes=2 ** min(failures, 6)))
            log.exception("The job “%s” failed; it is tried again later.", job.name)
            return ""
        self._failures.pop(job.name, None)
        if said:
            log.info("%s: %s", job.name, said)
        return said
