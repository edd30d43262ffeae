"""Opening the store: new, old, newer, damaged, gone, shared, full and read-only workspaces."""

import ctypes
import os
import shutil
import sqlite3
import subprocess
import sys

import pytest

from apart import environment, failed, program, run, said, start

KEEP_ONE = """
opened()
from afterword.store import records
records.keep("0" * 31 + "1", person(1))
"""
COUNT = """
opened()
from afterword.store import facts
print(len(facts.load_facts("0" * 31 + "1").people))
"""


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """A workspace that holds one person, for copying."""
    home = tmp_path_factory.mktemp("made") / "home"
    said(run(home, KEEP_ONE))
    return home


@pytest.fixture
def kept(home, made_once):
    """A workspace of the test's own that holds one person."""
    shutil.copytree(made_once, home)
    return home


def database_of(home):
    return home / "afterword.sqlite3"


def test_the_first_start_makes_a_private_workspace_and_the_second_finds_it(home):
    assert said(run(home, "print(opened().created)")) == "True"
    assert said(run(home, "print(opened().created)")) == "False"
    assert home.stat().st_mode & 0o777 == 0o700
    assert {path.name: oct(path.stat().st_mode & 0o777) for path in home.iterdir() if path.is_file()} == {
        "afterword.sqlite3": "0o600",
        "cookie.key": "0o600",
        "opening.lock": "0o600",
        "use.lock": "0o600",
    }


def test_what_was_kept_is_there_at_the_next_start(kept):
    assert said(run(kept, COUNT)) == "1"


def test_five_starts_at_once_make_one_workspace(home):
    starts = [start(home, "print(opened().created)") for _ in range(5)]
    answers = sorted(process.communicate(timeout=60)[0].strip() for process in starts)
    assert answers == ["False", "False", "False", "False", "True"]


def test_two_processes_use_a_workspace_together(kept):
    first = start(kept, "opened()\nprint('open', flush=True)\nsys.stdin.read()", stdin=subprocess.PIPE)
    assert first.stdout.readline() == "open\n"
    assert said(run(kept, COUNT)) == "1"
    first.communicate("", timeout=60)


def test_a_newer_workspace_is_refused_and_left_as_it_is(kept):
    with sqlite3.connect(database_of(kept)) as connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_future', '2030-01-01')"
        )
    connection.close()
    before = database_of(kept).read_bytes()
    message = failed(run(kept, COUNT))
    assert message.startswith("NewerDatabase: ")
    assert "newer Afterword" in message
    assert "9999_future" in message
    assert database_of(kept).read_bytes() == before


FORGET_MIGRATIONS = "DELETE FROM django_migrations; DROP TABLE django_migrations;"


def test_a_failing_migration_leaves_the_workspace_as_it_was_behind_a_backup(kept):
    """Its tables are there but it claims to have been through no migration, so making them again fails."""
    with sqlite3.connect(database_of(kept)) as connection:
        connection.executescript(FORGET_MIGRATIONS)
    connection.close()
    message = failed(run(kept, COUNT))
    assert message.startswith("MigrationFailed: ")
    (backup,) = (kept / "backups").iterdir()
    assert str(database_of(kept)) in message
    assert str(backup) in message
    with sqlite3.connect(database_of(kept)) as connection:
        assert connection.execute("SELECT name FROM store_person").fetchall() == [("Ana Ruiz",)]
    connection.close()
    assert sorted(path.name for path in kept.iterdir()) == [
        "afterword.sqlite3", "backups", "cookie.key", "opening.lock", "use.lock",
    ]  # fmt: skip


def test_a_workspace_of_an_older_version_is_migrated_behind_a_backup(kept):
    with sqlite3.connect(database_of(kept)) as connection:
        connection.executescript(
            "DELETE FROM django_migrations; CREATE TABLE kept AS SELECT * FROM store_person;"
            + "".join(
                f"DROP TABLE {name};"
                for (name,) in connection.execute(
                    "SELECT name FROM sqlite_master WHERE name LIKE 'store\\_%' ESCAPE '\\' AND type = 'table'"
                )
            )
        )
    connection.close()
    answer = said(run(kept, "o = opened()\nprint(o.migrated[0], o.backup.name)"))
    first, backup = answer.split()
    assert first.startswith("0001")
    assert "-migration-" in backup
    with sqlite3.connect(kept / "backups" / backup) as connection:
        assert connection.execute("SELECT name FROM kept").fetchall() == [("Ana Ruiz",)]
    connection.close()


def flip(path, place):
    content = bytearray(path.read_bytes())
    content[place : place + 64] = bytes(255 - byte for byte in content[place : place + 64])
    path.write_bytes(content)


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: flip(path, 0),
        lambda path: flip(path, 4096 + 8),
        lambda path: path.write_bytes(path.read_bytes()[:9000]),
        lambda path: path.write_bytes(b"not a database at all " * 300),
    ],
    ids=["head", "a page", "cut off", "something else"],
)
def test_a_damaged_workspace_is_left_as_it_is_and_the_newest_backup_is_named(kept, harm):
    backup = said(run(kept, """
        from afterword.services.back_up import back_up
        from afterword.options import read_options
        o = read_options()
        print(back_up(database=o.database, folder=o.backups, now=NOW).path)
    """))  # fmt: skip
    harm(database_of(kept))
    before = database_of(kept).read_bytes()
    message = failed(run(kept, COUNT))
    assert message.startswith("DamagedDatabase: ")
    assert backup in message
    assert database_of(kept).read_bytes() == before


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")])
def test_a_workspace_that_is_gone_is_not_made_anew_while_there_are_backups(kept, harm):
    said(run(kept, """
        from afterword.services.back_up import back_up
        from afterword.options import read_options
        back_up(database=read_options().database, folder=read_options().backups, now=NOW)
    """))  # fmt: skip
    harm(database_of(kept))
    message = failed(run(kept, COUNT))
    assert message.startswith("MissingDatabase: ")
    assert "-manual.sqlite3" in message
    shutil.rmtree(kept / "backups")
    database_of(kept).unlink(missing_ok=True)
    assert said(run(kept, COUNT)) == "0"


def test_what_a_killed_start_left_half_made_is_cleared_away(home):
    home.mkdir()
    (home / ".unfinished-20261112-1").write_bytes(b"half")
    (home / ".unfinished-20261112-2").mkdir()
    said(run(home, COUNT))
    assert not list(home.glob(".unfinished*"))


def without_overriding_modes():
    """Give up the right to write where modes forbid it, which the superuser has (Linux: PR_CAPBSET_DROP)."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in (1, 2):
            libc.prctl(24, capability, 0, 0, 0)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="gives up a right the Linux way")
@pytest.mark.parametrize("file_mode", [0o600, 0o400])
def test_a_read_only_folder_is_told_in_a_sentence(kept, file_mode):
    for path in kept.iterdir():
        path.chmod(file_mode)
    kept.chmod(0o500)
    try:
        done = run(kept, KEEP_ONE, preexec_fn=without_overriding_modes)
        message = failed(done)
    finally:
        kept.chmod(0o700)
        for path in kept.iterdir():
            path.chmod(0o600)
    assert message.startswith("ReadOnly: ")
    assert "Traceback" not in done.stderr
    assert said(run(kept, COUNT)) == "1"


def test_little_room_is_said_at_the_start(kept):
    answer = said(run(kept, """
        from afterword.store import setup
        setup.free_bytes = lambda folder: 120 * 1024 * 1024
        print(opened().warnings[0].message)
    """))  # fmt: skip
    assert answer.startswith("Only 120 MB are free")


def test_the_program_in_this_test_uses_the_folder_it_is_given(home):
    command = program("from afterword.options import read_options\nprint(read_options().home)")
    done = subprocess.run(command, env=environment(home), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(home)
