"""Killed at any moment (SIGKILL), no acknowledged write is lost and the next start finds a whole workspace."""

import random
import shutil
import sqlite3
import subprocess
from contextlib import closing

import pytest

from apart import run, said, start

OWNER = "0" * 31 + "1"

#: Writes of every shape without end; each line is printed once its transaction has been acknowledged.
WRITE = """
opened()
from afterword.store import models, records
owner = "0" * 31 + "1"
number = int({first})
while True:
    number += 1
    one = person(number, notes="word " * (number % 300))
    records.keep(owner, one)
    print("person", one.id, flush=True)
    touch = f.Touch(f.FactId(one.id), NOW, one.id, f.TouchKind.MET, "x" * (number % 2000))
    records.log(owner, touch)
    print("touch", one.id, flush=True)
    if number % 3 == 0:
        records.retract(owner, touch.id, why="typed twice", now=NOW)
        print("retracted", one.id, flush=True)
    if number % 5 == 0:
        interview = f.Interview(f.InterviewId(one.id), f.OpportunityId(""), NOW, NOW, "UTC", (one.id,))
        records.keep_interview(owner, interview)
        print("interview", one.id, flush=True)
"""

QUESTIONS = {
    "person": "SELECT id FROM store_person",
    "touch": "SELECT id FROM store_happening",
    "retracted": "SELECT id FROM store_happening WHERE retracted_at IS NOT NULL",
    "interview": "SELECT i.id FROM store_interview i JOIN store_interviewer p ON p.interview = i.id",
}


def kept_in(home):
    with closing(sqlite3.connect(home / "afterword.sqlite3")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return {
            (what, row[0]) for what, question in QUESTIONS.items() for row in connection.execute(question)
        }


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.mark.slow
def test_a_writer_killed_thirty_times_loses_nothing_it_acknowledged(home):
    chance = random.Random(20261112)
    acknowledged = set()
    for life in range(30):
        writer = start(home, WRITE.format(first=life * 10_000))
        for _ in range(chance.randrange(1, 60)):
            acknowledged.add(tuple(writer.stdout.readline().split()))
        writer.kill()
        acknowledged |= {
            tuple(line.split())
            for line in writer.stdout.read().splitlines(keepends=True)
            if line.endswith("\n")
        }
        writer.wait(60)
        writer.stdout.close()
        assert acknowledged <= kept_in(home)
    assert len(acknowledged) > 300


def killed_at(home, code, stop):
    """Run a program of :data:`STEP_BY_STEP` up to one of its stops and kill it there."""
    process = start(home, code, stdin=subprocess.PIPE)
    for number in range(stop):
        assert process.stdout.readline()
        if number < stop - 1:
            process.stdin.write("\n")
            process.stdin.flush()
    process.kill()
    process.communicate(timeout=60)


#: Tells when it is at each dangerous place; the test kills it there.
STEP_BY_STEP = """
import os
from afterword.store import {module} as module
for name in {names}:
    def slowed(*given, real=getattr(module, name), name=name, **more):
        print("before", name, flush=True)
        sys.stdin.readline()
        answer = real(*given, **more)
        print("after", name, flush=True)
        sys.stdin.readline()
        return answer
    setattr(module, name, slowed)
"""

FIRST_START = (
    STEP_BY_STEP.format(module="setup", names=["migrate", "close_log", "put_in_place"]) + "opened()\n"
)


@pytest.mark.parametrize("stops", range(1, 7))
def test_a_first_start_killed_anywhere_heals_at_the_next(home, stops):
    killed_at(home, FIRST_START, stops)
    said(run(home, "opened()"))
    assert not list(home.glob(".unfinished*"))
    with closing(sqlite3.connect(home / "afterword.sqlite3")) as connection:
        assert connection.execute("SELECT owner FROM store_workspace").fetchall() == [(OWNER,)]


BACKUP = """
opened()
from afterword.store import records
from afterword.services.back_up import back_up
from afterword.options import read_options
o = read_options()
"""
MAKE = "print(back_up(database=o.database, folder=o.backups, now=NOW + timedelta(hours={hours})).path)\n"


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """A workspace and its backup, for copying."""
    home = tmp_path_factory.mktemp("made") / "home"
    said(run(home, BACKUP + 'records.keep("0" * 31 + "1", person(1))\n' + MAKE.format(hours=0)))
    return home


@pytest.fixture
def backed_up(tmp_path, made_once):
    """A workspace of the test's own, with its backup."""
    home = shutil.copytree(made_once, tmp_path / "home")
    return home, next((home / "backups").iterdir())


@pytest.mark.parametrize("stops", range(1, 5))
def test_a_backup_killed_anywhere_leaves_the_last_one_and_nothing_that_looks_like_one(backed_up, stops):
    home, first = backed_up
    slowed = STEP_BY_STEP.format(module="backup", names=["sync_file", "verify"])
    killed_at(home, slowed + BACKUP + MAKE.format(hours=1), stops)
    assert list((home / "backups").glob("afterword-*")) == [first]
    said(run(home, "opened()"))
    assert list((home / "backups").iterdir()) == [first]


RESTORE = """
from pathlib import Path
from afterword.options import read_options
from afterword.store.restore import restore
restore(Path({file!r}), database=read_options().database, backups=read_options().backups, now=NOW)
"""


@pytest.mark.parametrize("stops", range(1, 9))
def test_a_restore_killed_anywhere_leaves_the_old_workspace_or_the_new_one_whole(backed_up, stops):
    home, backup = backed_up
    with closing(sqlite3.connect(home / "afterword.sqlite3")) as connection, connection:
        connection.execute("UPDATE store_person SET name = 'Changed since'")
    steps = ["_copy_out", "_keep_present", "_hold_back", "put_in_place"]
    killed_at(
        home, STEP_BY_STEP.format(module="restore", names=steps) + RESTORE.format(file=str(backup)), stops
    )
    said(run(home, "opened()"))
    with closing(sqlite3.connect(home / "afterword.sqlite3")) as connection:
        (name,) = connection.execute("SELECT name FROM store_person").fetchone()
    assert name == ("Ana Ruiz" if stops == 8 else "Changed since")
    assert not list(home.glob(".unfinished*"))
