"""A backup is whole, verified before it has its name, and kept as long as the retention says."""

import sqlite3
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.store.backup import (
    BackupFailed,
    DamagedBackup,
    NotABackup,
    backups_in,
    last_verified,
    make_backup,
    newest_backup,
    prune,
    verify,
)

NOON = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path):
    """A small database with a log that has not been brought into the file yet."""
    path = tmp_path / "afterword.sqlite3"
    connection = sqlite3.connect(path)
    connection.executescript(
        "PRAGMA journal_mode = WAL; CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT);"
        "INSERT INTO notes (words) VALUES ('first'), ('second');"
    )
    yield path
    connection.close()


def test_a_backup_holds_what_was_committed_up_to_now(database, tmp_path):
    backup = make_backup(database, tmp_path / "backups", reason="manual", now=NOON)
    assert backup.path.name == "afterword-20261112-120000Z-manual.sqlite3"
    with sqlite3.connect(backup.path) as copy:
        assert copy.execute("SELECT words FROM notes ORDER BY id").fetchall() == [("first",), ("second",)]
    label = verify(backup.path)
    assert (label.at, label.reason, label.manifest["notes"].rows) == (NOON, "manual", 2)


def test_a_backup_is_one_file_that_only_its_owner_may_read(database, tmp_path):
    folder = tmp_path / "backups"
    backup = make_backup(database, folder, reason="manual", now=NOON)
    assert list(folder.iterdir()) == [backup.path]
    assert backup.path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_writer_goes_on_while_a_backup_is_made(database, tmp_path):
    writer = sqlite3.connect(database)
    writer.execute("INSERT INTO notes (words) VALUES ('not committed yet')")
    backup = make_backup(database, tmp_path / "backups", reason="manual", now=NOON)
    writer.commit()
    assert verify(backup.path).manifest["notes"].rows == 2


def test_two_backups_of_one_second_are_two_files(database, tmp_path):
    paths = {make_backup(database, tmp_path / "b", reason="manual", now=NOON).path for _ in range(3)}
    assert len(paths) == 3


def test_any_changed_byte_of_content_is_noticed(database, tmp_path):
    path = make_backup(database, tmp_path / "backups", reason="manual", now=NOON).path
    whole = path.read_bytes()
    place = whole.index(b"second")
    path.write_bytes(whole[:place] + b"sEcond" + whole[place + 6 :])
    with pytest.raises(DamagedBackup, match="notes"):
        verify(path)


@pytest.mark.parametrize("keep", [0.99, 0.5, 0.1])
def test_a_cut_off_file_is_noticed(database, tmp_path, keep):
    path = make_backup(database, tmp_path / "backups", reason="manual", now=NOON).path
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * keep)])
    with pytest.raises((DamagedBackup, NotABackup)):
        verify(path)


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + b"\0" * 500])
def test_other_files_are_no_backups(tmp_path, content):
    path = tmp_path / "file.sqlite3"
    path.write_bytes(content)
    with pytest.raises((NotABackup, DamagedBackup)):
        verify(path)


def test_a_database_is_no_backup(database):
    with pytest.raises(NotABackup, match="no backup"):
        verify(database)


def test_without_a_database_there_is_no_backup(tmp_path):
    with pytest.raises(BackupFailed, match="no database"):
        make_backup(tmp_path / "none.sqlite3", tmp_path / "backups", reason="manual", now=NOON)


def test_the_last_verified_backup_is_one_that_still_passes(database, tmp_path):
    folder = tmp_path / "backups"
    good = make_backup(database, folder, reason="daily", now=NOON)
    bad = make_backup(database, folder, reason="daily", now=NOON + timedelta(hours=1))
    bad.path.write_bytes(bad.path.read_bytes()[:4000])
    assert newest_backup(folder, now=NOON + timedelta(hours=2)).path == bad.path
    assert last_verified(folder).path == good.path
    assert last_verified(tmp_path / "nowhere") is None


def test_a_backup_from_the_future_does_not_count_as_the_newest(database, tmp_path):
    make_backup(database, tmp_path / "b", reason="daily", now=NOON + timedelta(days=30))
    assert newest_backup(tmp_path / "b", now=NOON) is None


def stand_ins(folder, moments, reason="daily"):
    folder.mkdir(exist_ok=True)
    for at in moments:
        (folder / f"afterword-{at:%Y%m%d-%H%M%S}Z-{reason}.sqlite3").touch()


def test_two_years_of_daily_backups_shrink_to_days_weeks_and_months(tmp_path):
    stand_ins(tmp_path, [NOON - timedelta(days=day) for day in range(730)])
    prune(tmp_path, now=NOON)
    kept = [backup.at for backup in backups_in(tmp_path)]
    assert kept[:24] == [
        NOON - timedelta(days=day) for day in range(24)
    ]  # the newest of 24 hours that have one
    assert min(kept) == datetime(2025, 12, 31, 12, 0, tzinfo=UTC)  # the newest of the twelfth month back
    assert len(kept) == 24 + 4 + 10  # and of 4 further weeks and 10 further months


def test_a_week_of_hourly_backups_keeps_every_hour_of_a_day_and_one_of_each_day_before(tmp_path):
    stand_ins(tmp_path, [NOON - timedelta(hours=hour) for hour in range(24 * 7)])
    prune(tmp_path, now=NOON)
    kept = {backup.at for backup in backups_in(tmp_path)}
    assert {NOON - timedelta(hours=hour) for hour in range(24)} <= kept
    assert {at.date() for at in kept} == {(NOON - timedelta(days=day)).date() for day in range(8)}
    assert len(kept) == 24 + 7 - 1  # noon to noon covers two days; the day before's newest is among the hours


def test_the_newest_before_each_migration_and_restore_and_foreign_files_stay(tmp_path):
    years_ago = NOON - timedelta(days=2000)
    stand_ins(tmp_path, [years_ago], reason="migration-0002_more")
    stand_ins(
        tmp_path, [NOON - timedelta(minutes=minute) for minute in range(30)], reason="migration-0003_less"
    )
    stand_ins(tmp_path, [years_ago - timedelta(days=day) for day in range(20)], reason="before-restore")
    stand_ins(tmp_path, [NOON - timedelta(days=day) for day in range(100)])
    for name in ("my own copy.sqlite3", "afterword-99999999-999999Z-daily.sqlite3"):
        (tmp_path / name).touch()
    prune(tmp_path, now=NOON)
    names = {path.name for path in tmp_path.iterdir()}
    reasons = Counter(backup.reason for backup in backups_in(tmp_path))
    assert reasons == {
        "migration-0002_more": 1,
        "migration-0003_less": 1,
        "before-restore": 12,
        "daily": reasons["daily"],
    }
    assert {"my own copy.sqlite3", "afterword-99999999-999999Z-daily.sqlite3"} <= names


@given(hours=st.lists(st.integers(0, 24 * 800), max_size=60, unique=True))
def test_pruning_keeps_the_newest_keeps_today_and_done_twice_changes_nothing(tmp_path_factory, hours):
    folder = tmp_path_factory.mktemp("backups")
    stand_ins(folder, [NOON - timedelta(hours=hour) for hour in hours])
    prune(folder, now=NOON)
    kept = [backup.at for backup in backups_in(folder)]
    assert {NOON - timedelta(hours=hour) for hour in hours if hour < 24} <= set(kept)
    assert not hours or kept[0] == NOON - timedelta(hours=min(hours))
    assert prune(folder, now=NOON) == []
