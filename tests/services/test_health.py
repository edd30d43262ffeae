"""The doctor finds what is wrong, says it in a sentence with what to do, and changes nothing."""

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from afterword.core.errors import OutsideFailed
from afterword.services.back_up import back_up
from afterword.services.check_health import check_health
from afterword.store import health
from apart import run, said

NOON = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    home = tmp_path_factory.mktemp("made") / "home"
    said(run(home, 'opened()\nfrom afterword.store import records\nrecords.keep("0" * 31 + "1", person(1))'))
    return home


@pytest.fixture
def home(tmp_path, made_once):
    return shutil.copytree(made_once, tmp_path / "home")


def examined(home, *, now=NOON, **engine):
    return check_health(database=home / "afterword.sqlite3", backups=home / "backups", now=now, **engine)


def codes(found):
    return [finding.code for finding in found.findings]


def change(home, statement):
    with closing(sqlite3.connect(home / "afterword.sqlite3")) as connection, connection:
        connection.execute(statement)


def test_a_fresh_workspace_is_well(home):
    found = examined(home, engine="none", engine_answers=lambda: None)
    assert found.well
    assert [check.name for check in found.checks] == [
        "sqlite.version",
        "disk.room",
        "database.whole",
        "database.journal",
        "database.schema",
        "database.references",
        "backup.newest",
        "files.private",
        "proof.engine",
    ]
    assert all(check.sentence.endswith(".") for check in found.checks)


def test_before_the_first_start_everything_is_well_and_nothing_is_made(tmp_path):
    assert examined(tmp_path / "nowhere" / "home").well
    assert list(tmp_path.iterdir()) == []


def test_the_answer_is_plain_json(home):
    change(home, "UPDATE django_migrations SET name = '9999_future'")
    answer = json.loads(json.dumps(examined(home).as_json()))
    assert answer["well"] is False
    (finding,) = answer["findings"]
    assert finding == {
        "code": "database.schema",
        "message": "The workspace was written by a newer Afterword.",
        "fixes": ["Use that version."],
    }


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("INSERT INTO store_interviewer VALUES ('{o}', 'gone', '{p}', 0)", "1 in interviewer.interview"),
        (
            "INSERT INTO store_debriefnote (owner, interview, person, text) VALUES ('{o}', 'i', 'p', '')",
            "1 in debriefnote.interview, 1 in debriefnote.person",
        ),
        ("UPDATE store_workspace SET revision = 9", "0"),
    ],
)
def test_rows_that_name_others_that_are_not_there_are_counted(home, statement, told):
    change(home, statement.format(o="0" * 31 + "1", p=f"{1:032x}"))
    (check,) = [check for check in examined(home).checks if check.name == "database.references"]
    assert check.value == told
    assert check.well == (told == "0")


def test_every_reference_of_the_tables_is_checked():
    from afterword.store import models

    targets = {"opportunity", "interview", "person", "contact", "recruiter", "point"}
    columns = {
        (table._meta.model_name, field.name)
        for table in vars(models).values()
        if isinstance(table, type) and hasattr(table, "_meta") and not table._meta.abstract
        for field in table._meta.concrete_fields
        if field.name in targets
    }
    assert columns == {(table, column) for table, column, _ in health.REFERENCES}


def test_a_damaged_database_is_a_finding_and_no_crash(home):
    (home / "afterword.sqlite3").write_bytes(b"\xff" * 9000)
    assert codes(examined(home)) == ["database.whole"]


def test_a_database_that_is_gone_is_a_finding_when_there_are_backups(home):
    backup = back_up(database=home / "afterword.sqlite3", folder=home / "backups", now=NOON)
    (home / "afterword.sqlite3").unlink()
    (finding,) = examined(home).findings
    assert finding.code == "database.whole"
    assert str(backup.path) in finding.fixes[0]


@pytest.mark.parametrize(("hours", "well"), [(1, True), (47, True), (49, False)])
def test_a_backup_older_than_two_days_is_a_finding(home, hours, well):
    back_up(database=home / "afterword.sqlite3", folder=home / "backups", now=NOON)
    assert examined(home, now=NOON + timedelta(hours=hours)).well == well


def test_two_days_without_any_backup_are_a_finding(home):
    assert codes(examined(home, now=NOON + timedelta(hours=49))) == ["backup.newest"]


def test_files_that_others_may_read_are_named(home):
    (home / "afterword.sqlite3").chmod(0o644)
    (finding,) = examined(home).findings
    assert finding.code == "files.private"
    assert "afterword.sqlite3" in finding.message


def test_little_room_is_a_finding(home, monkeypatch):
    monkeypatch.setattr(health, "free_bytes", lambda folder: 499 * 1024**2)
    assert codes(examined(home)) == ["disk.room"]


def test_an_old_library_is_a_finding(home, monkeypatch):
    monkeypatch.setattr(health, "sqlite_version", lambda: (3, 40, 1))
    assert codes(examined(home)) == ["sqlite.version", "database.journal"]


def no_engine():
    raise OutsideFailed("its data is missing")


def test_an_engine_that_does_not_answer_is_a_finding(home):
    (finding,) = examined(home, engine="harper", engine_answers=no_engine).findings
    assert finding.code == "proof.engine"
    assert "its data is missing" in finding.message
