"""A restore is all or nothing, holds back what was approved, and never runs beside the app."""

import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime

import pytest

from afterword.store.backup import verify
from afterword.store.restore import restore
from apart import failed, run, said, start

NOW = datetime(2026, 11, 14, 12, 0, tzinfo=UTC)

#: A workspace in mid-life: one letter in each state, and a login link.
LIVED = """
opened()
from afterword.store import models, records
owner = "0" * 31 + "1"
records.keep(owner, person(1))
for number, state in enumerate(("draft", "approved", "sent", "held")):
    models.Letter.objects.create(
        owner=owner, id=f"{number:032x}", person=f"{1:032x}", kind="thank_you", check_number=number, state=state,
        subject="Thank you", body=f"The {state} words", approved_hash="" if state == "draft" else "a" * 64,
        sent_at=NOW if state == "sent" else None, held_why="asked" if state == "held" else "", updated_at=NOW)
models.LoginLink.objects.create(digest="d" * 64, expires_at=NOW)
from afterword.services.back_up import back_up
from afterword.options import read_options
print(back_up(database=read_options().database, folder=read_options().backups, now=NOW).path)
"""
RESTORE = """
from afterword.options import read_options
from afterword.services.restore_workspace import restore_workspace
o = read_options()
done = restore_workspace(Path({file!r}), database=o.database, folder=o.backups, now=NOW + timedelta(days=2))
print(done.held, done.before.name if done.before else None)
"""


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """A workspace with letters and its backup, for copying."""
    home = tmp_path_factory.mktemp("made") / "home"
    said(run(home, LIVED))
    return home


@pytest.fixture
def home(tmp_path, made_once):
    """A workspace of the test's own, with its backup."""
    return shutil.copytree(made_once, tmp_path / "home")


def backup_of(home):
    return next((home / "backups").glob("*-manual.sqlite3"))


def restored(home, file):
    return run(home, RESTORE.format(file=str(file)))


def asked(home, question):
    with closing(sqlite3.connect(home / "afterword.sqlite3")) as connection:
        return connection.execute(question).fetchall()


def everything(home):
    """The bytes of the database and the names of all files: what "nothing changed" means."""
    names = sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())
    return (home / "afterword.sqlite3").read_bytes(), names


def change(home):
    with closing(sqlite3.connect(home / "afterword.sqlite3")) as connection, connection:
        connection.execute("UPDATE store_person SET name = 'Changed since'")
        connection.execute("UPDATE store_workspace SET epoch = 7")
        connection.execute("DELETE FROM store_letter")


def test_a_restore_brings_every_row_back_and_keeps_what_was_there(home):
    change(home)
    assert said(restored(home, backup_of(home))) == "1 afterword-20261114-120000Z-before-restore.sqlite3"
    assert asked(home, "SELECT name FROM store_person") == [("Ana Ruiz",)]
    kept = home / "backups" / "afterword-20261114-120000Z-before-restore.sqlite3"
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT name FROM store_person").fetchall() == [("Changed since",)]
    assert not list(home.glob(".unfinished*"))
    assert (home / "afterword.sqlite3").stat().st_mode & 0o777 == 0o600


def test_approved_letters_wait_and_all_others_stay_as_they_were(home):
    said(restored(home, backup_of(home)))
    why = "Restored from a backup of 2026-11-12 12:00 UTC; check your Sent folder before sending."
    assert asked(home, "SELECT body, state, held_why FROM store_letter ORDER BY check_number") == [
        ("The draft words", "draft", ""),
        ("The approved words", "held", why),
        ("The sent words", "sent", ""),
        ("The held words", "held", "asked"),
    ]


def test_the_epoch_moves_past_every_one_used_before_and_login_links_end(home):
    change(home)
    said(restored(home, backup_of(home)))
    assert asked(home, "SELECT epoch, restored_at FROM store_workspace") == [(8, "2026-11-14 12:00:00")]
    assert asked(home, "SELECT COUNT(*) FROM store_loginlink") == [(0,)]


def test_the_restored_workspace_opens_and_the_restore_can_be_undone(home):
    change(home)
    said(restored(home, backup_of(home)))
    names = """
opened()
from afterword.store import facts
print([one.name for one in facts.load_facts("0" * 31 + "1").people])
"""
    assert said(run(home, names)) == "['Ana Ruiz']"
    said(restored(home, next((home / "backups").glob("*before-restore*"))))
    assert said(run(home, names)) == "['Changed since']"


def test_a_restore_into_a_machine_without_a_workspace(home, tmp_path):
    fresh = tmp_path / "other" / "home"
    assert said(restored(fresh, backup_of(home))) == "1 None"
    assert asked(fresh, "SELECT name FROM store_person") == [("Ana Ruiz",)]
    assert fresh.stat().st_mode & 0o777 == 0o700


def test_a_damaged_workspace_is_replaced_and_its_file_kept(home):
    database = home / "afterword.sqlite3"
    database.write_bytes(b"\xff" * 5000)
    assert said(restored(home, backup_of(home))) == "1 before-restore-20261114-120000Z.sqlite3"
    assert (home / "before-restore-20261114-120000Z.sqlite3").read_bytes() == b"\xff" * 5000
    assert asked(home, "SELECT name FROM store_person") == [("Ana Ruiz",)]


def pages_of(home):
    return range((home / "afterword.sqlite3").stat().st_size // 4096)


def test_whichever_page_of_the_workspace_is_damaged_a_restore_brings_it_back(home, tmp_path):
    backup, whole = backup_of(home), (home / "afterword.sqlite3").read_bytes()
    moved_aside = 0
    for page in pages_of(home):
        place = tmp_path / str(page)
        place.mkdir()
        harmed = bytearray(whole)
        harmed[page * 4096 : page * 4096 + 200] = bytes(
            255 - byte for byte in harmed[page * 4096 : page * 4096 + 200]
        )
        database = place / "afterword.sqlite3"
        database.write_bytes(harmed)
        done = restore(backup, database=database, backups=place / "backups", now=NOW)
        assert asked(place, "SELECT name FROM store_person") == [("Ana Ruiz",)]
        assert asked(place, "PRAGMA integrity_check") == [("ok",)]
        if done.before.name.startswith("before-restore-"):
            moved_aside += 1
            assert done.before.read_bytes() == harmed
        else:
            verify(done.before)
    assert moved_aside > len(pages_of(home)) / 2


def test_the_log_of_a_damaged_workspace_never_meets_the_restored_one(home, tmp_path):
    database, log = home / "afterword.sqlite3", home / "afterword.sqlite3-wal"
    with closing(sqlite3.connect(database)) as writer:
        writer.execute("UPDATE store_person SET name = 'Only in the log'")
        writer.commit()
        kept_log = log.read_bytes()
    database.write_bytes(b"\xff" * 5000)
    log.write_bytes(kept_log)
    done = restore(backup_of(home), database=database, backups=home / "backups", now=NOW)
    assert asked(home, "SELECT name FROM store_person") == [("Ana Ruiz",)]
    assert done.before.with_name(done.before.name + "-wal").read_bytes() == kept_log


def test_nothing_is_restored_while_the_app_runs(home):
    app = start(home, "opened()\nprint('open', flush=True)\nsys.stdin.read()", stdin=subprocess.PIPE)
    assert app.stdout.readline() == "open\n"
    before = everything(home)
    message = failed(restored(home, backup_of(home)))
    assert message.startswith("InUse: Afterword is running on this workspace")
    assert everything(home) == before
    app.communicate("", timeout=60)
    said(restored(home, backup_of(home)))


def spoil_row(path):
    raw = path.read_bytes()
    place = raw.index(b"The approved words")
    path.write_bytes(raw[:place] + b"Xhe" + raw[place + 3 :])


def claim_newer(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        text = connection.execute("SELECT label FROM afterword_backup").fetchone()[0]
        connection.execute(
            "UPDATE afterword_backup SET label = ?", (text.replace('"format": 1', '"format": 2'),)
        )


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (spoil_row, "DamagedBackup"),
        (lambda path: path.write_bytes(path.read_bytes()[:20000]), "DamagedBackup"),
        (lambda path: path.write_bytes(b"holiday pictures"), "NotABackup"),
        (lambda path: path.write_bytes(b""), "NotABackup"),
        (lambda path: path.unlink(), "NotABackup"),
        (claim_newer, "newer Afterword"),
    ],
    ids=["a changed row", "cut off", "another file", "an empty file", "no file", "newer"],
)
def test_what_is_no_good_backup_changes_nothing(home, tmp_path, harm, says):
    file = shutil.copy(backup_of(home), tmp_path / "copy.sqlite3")
    harm(tmp_path / "copy.sqlite3")
    before = everything(home)
    message = failed(restored(home, file))
    assert says in message
    assert everything(home) == before


def test_a_backup_of_a_newer_workspace_is_refused(home):
    with closing(sqlite3.connect(home / "afterword.sqlite3")) as connection, connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_future', '2030-01-01')"
        )
    file = said(run(home, """
        from afterword.store.backup import make_backup
        from afterword.options import read_options
        print(make_backup(read_options().database, read_options().backups, reason="manual", now=NOW).path)
    """))  # fmt: skip
    before = everything(home)
    message = failed(restored(home, file))
    assert message.startswith("NewerDatabase: ")
    assert everything(home) == before


def test_a_restore_that_fails_at_its_last_moment_changes_nothing(home):
    change(home)
    message = failed(run(home, """
        from afterword.store import restore as module
        def full(new, database):
            raise OSError(28, "No space left on device", str(database))
        module.put_in_place = full
    """ + RESTORE.format(file=str(backup_of(home))).replace("\n", "\n        ")))  # fmt: skip
    assert message.startswith("DiskFull: ")
    assert asked(home, "SELECT name FROM store_person") == [("Changed since",)]
    assert not list(home.glob(".unfinished*"))
