"""A full disk is told in a sentence, takes nothing that was saved, and leaves nothing half-made."""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
from contextlib import closing

import pytest

from apart import failed, run, said

COUNT = """
opened()
from afterword.store import facts
print(len(facts.load_facts("0" * 31 + "1").people))
"""
BACK_UP = """
from afterword.services.back_up import back_up
from afterword.options import read_options
print(back_up(database=read_options().database, folder=read_options().backups, now=NOW).path)
"""


def database_of(home):
    return home / "afterword.sqlite3"


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


FILL = """
opened()
from afterword.store import records
number = 0
while number < 20000:
    number += 1
    records.keep("0" * 31 + "1", person(number, notes="word " * 400))
    print(number, flush=True)
"""


def limited_files():
    """Let no file grow past 600 kB: what a full disk looks like from inside, without being the superuser."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))


def people_in(home):
    with closing(sqlite3.connect(database_of(home))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {row[0] for row in connection.execute("SELECT id FROM store_person")}


def test_a_full_disk_is_told_in_a_sentence_and_takes_no_saved_person(home):
    done = run(home, FILL, preexec_fn=limited_files)
    *acknowledged, message = failed(done).splitlines()
    assert message.startswith("DiskFull: ")
    assert "safe" in message
    assert len(acknowledged) > 20
    assert people_in(home) == {f"{int(number):032x}" for number in acknowledged}


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 3 MB, where the one who runs the tests may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = shutil.which("mount") and os.geteuid() == 0
    if mounted:
        command = ["mount", "-t", "tmpfs", "-o", "size=3m,mode=0700", "tmpfs", str(place)]
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    if not mounted:
        pytest.skip("mounting a small disk takes the superuser's rights")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_disk_that_is_really_full_keeps_everything_and_goes_on_once_there_is_room(small_disk):
    home = small_disk / "home"
    *acknowledged, message = failed(run(home, FILL)).splitlines()
    assert message.startswith("DiskFull: ")
    backup = run(home, BACK_UP)
    assert failed(backup).startswith("DiskFull: ")
    assert list((home / "backups").iterdir()) == []
    subprocess.run(["mount", "-o", "remount,size=40m", str(small_disk)], check=True)
    assert int(said(run(home, COUNT))) == len(acknowledged)
    said(run(home, FILL.replace("20000", "3")))


@pytest.fixture
def large(home):
    """A workspace whose file is larger than what :func:`limited_files` allows, and its backup."""
    said(run(home, FILL.replace("20000", "400")))
    return home, said(run(home, BACK_UP))


@pytest.mark.parametrize(
    "act",
    [
        BACK_UP,
        """
from afterword.services.restore_workspace import restore_workspace
from afterword.options import read_options
o = read_options()
restore_workspace(next(o.backups.glob("*-manual*")), database=o.database, folder=o.backups, now=NOW)
""",
        """
opened()
from afterword.services.export_workspace import export_workspace
from afterword.options import read_options
export_workspace(read_options().home / "out", owner="0" * 31 + "1", now=NOW)
""",
    ],
    ids=["backup", "restore", "export"],
)
def test_what_does_not_fit_leaves_everything_as_it_was(large, act):
    home, backup = large
    before = people_in(home)
    assert failed(run(home, act, preexec_fn=limited_files)).startswith("DiskFull: ")
    assert people_in(home) == before
    left = {str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()}
    assert left - {"cookie.key", "serving.json"} == {
        "afterword.sqlite3", "opening.lock", "use.lock", backup.removeprefix(f"{home}/"),
    }  # fmt: skip
