"""The backup of the day is made once a day, whoever asks and how often."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from afterword.services.back_up import back_up, newest
from afterword.services.back_up_daily import back_up_daily, due
from afterword.store.backup import BackupFailed, backups_in

NOON = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "afterword.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE notes (words TEXT); INSERT INTO notes VALUES ('first');")
    return path


@pytest.mark.parametrize(
    ("after", "expected"),
    [(timedelta(minutes=1), False), (timedelta(hours=23, minutes=59), False), (timedelta(hours=24), True)],
)
def test_it_is_due_when_the_newest_is_a_day_old(database, after, expected):
    folder = database.parent / "backups"
    assert due(folder, now=NOON)
    back_up(database=database, folder=folder, now=NOON)
    assert due(folder, now=NOON + after) == expected


def test_four_at_once_make_one(database):
    folder = database.parent / "backups"
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: back_up_daily(database=database, folder=folder, now=NOON), range(4)))
    assert [backup.path for backup in made if backup] == [backup.path for backup in backups_in(folder)]
    assert len(backups_in(folder)) == 1


def test_a_month_of_ticks_keeps_what_the_retention_says(database):
    folder = database.parent / "backups"
    for hour in range(0, 24 * 30, 6):
        back_up_daily(database=database, folder=folder, now=NOON + timedelta(hours=hour))
    assert len(backups_in(folder)) == 24 + 1
    assert newest(folder=folder, now=NOON + timedelta(days=30)).at == NOON + timedelta(days=29)


def test_before_the_first_start_there_is_nothing_to_do(tmp_path):
    gone = tmp_path / "afterword.sqlite3"
    assert back_up_daily(database=gone, folder=tmp_path / "backups", now=NOON) is None
    with pytest.raises(BackupFailed, match="nothing to back up"):
        back_up(database=gone, folder=tmp_path / "backups", now=NOON)
    assert list(tmp_path.iterdir()) == []


def test_a_clock_that_was_wrong_does_not_stop_the_daily_backup(database):
    folder = database.parent / "backups"
    back_up(database=database, folder=folder, now=NOON + timedelta(days=400))
    assert back_up_daily(database=database, folder=folder, now=NOON) is not None
    assert back_up_daily(database=database, folder=folder, now=NOON) is None
