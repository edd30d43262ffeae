"""The tick does what is due by the clock, survives a failing job, and stops when asked."""

import itertools
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from afterword.adapters.clock import FixedClock
from afterword.store.backup import backups_in
from afterword.worker.jobs import local_jobs
from afterword.worker.tick import PERIOD, Job, Tick

NOON = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)


def tick(*jobs):
    return Tick(jobs, clock=FixedClock(NOON))


def test_each_job_is_given_the_moment_and_says_what_it_did():
    jobs = Job("one", lambda now: f"done at {now:%H:%M}"), Job("two", lambda now: "")
    assert tick(*jobs).once(NOON) == ["done at 12:00"]


def test_a_failing_job_does_not_keep_the_others_from_their_work(caplog):
    def fail(now):
        raise RuntimeError("no")

    assert tick(Job("bad", fail), Job("good", lambda now: "done")).once(NOON) == ["done"]
    assert "“bad” failed" in caplog.text


def test_a_failing_job_rests_longer_each_time_but_never_longer_than_an_hour():
    tried = []

    def fail(now):
        tried.append(now)
        raise OSError("disk full")

    worker = tick(Job("bad", fail))
    for second in range(0, 6 * 3600, 20):
        worker.once(NOON + timedelta(seconds=second))
    rests = [round((b - a).total_seconds() / 60) for a, b in itertools.pairwise(tried)]
    assert rests[:6] == [2, 4, 8, 16, 32, 60]
    assert set(rests[6:]) == {60}


def test_a_job_that_works_again_is_run_at_every_tick():
    answers = iter([OSError("once"), "well", "well"])

    def sometimes(now):
        answer = next(answers)
        if isinstance(answer, OSError):
            raise answer
        return answer

    worker = tick(Job("shaky", sometimes))
    moments = [
        NOON,
        NOON + timedelta(minutes=1),
        NOON + timedelta(minutes=3),
        NOON + timedelta(minutes=3, seconds=20),
    ]
    assert [worker.once(now) for now in moments] == [[], [], ["well"], ["well"]]


def test_a_clock_set_back_does_not_make_a_job_rest_for_years():
    runs = []

    def fail(now):
        runs.append(now)
        raise OSError

    worker = tick(Job("bad", fail))
    worker.once(NOON)
    worker.once(NOON - timedelta(days=3000))
    assert len(runs) == 2


@pytest.mark.parametrize("asked", [20.0, 3600.0])
def test_no_sleep_is_longer_than_twenty_seconds(asked, monkeypatch):
    slept = []
    worker = Tick((), clock=FixedClock(NOON), period=asked)

    def wait(self, timeout=None):
        slept.append(timeout)
        worker._stop.set()
        return True

    monkeypatch.setattr(worker._stop, "wait", wait.__get__(worker._stop))
    worker._run()
    assert slept == [PERIOD]


def test_the_thread_looks_at_once_and_ends_when_asked():
    looked = threading.Event()

    def look(now):
        looked.set()
        return ""

    worker = tick(Job("look", look))
    worker.start()
    assert looked.wait(10)
    assert worker.stop()


def test_a_worker_that_was_never_started_can_be_stopped():
    assert tick().stop()


def test_the_days_backup_is_made_once_a_day(tmp_path):
    database = tmp_path / "afterword.sqlite3"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE notes (words TEXT)")
    worker = tick(*local_jobs(database=database, backups=tmp_path / "backups"))
    said = [worker.once(NOON + timedelta(hours=hour)) for hour in (0, 1, 23, 24, 25)]
    assert said == [
        ["made afterword-20261112-120000Z-daily.sqlite3"], [], [], ["made afterword-20261113-120000Z-daily.sqlite3"], [],
    ]  # fmt: skip
    assert len(backups_in(tmp_path / "backups")) == 2
