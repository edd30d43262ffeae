"""Verified backups: one file each, reopened and compared with the database before it gets its name.

A backup is the whole database in one file with its manifest inside, named
``afterword-YYYYMMDD-HHMMSSZ-REASON.sqlite3``. A file of that name has been verified; while it is made it
has another name. Where the numbers of the retention come from: docs/explanation/safety-of-data.md.
"""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from afterword import __version__
from afterword.core.errors import BadInput, OutsideFailed
from afterword.store.failures import plainly
from afterword.store.files import partial_name, private_file, private_folder, sync_file, sync_folder
from afterword.store.manifest import OWN_TABLE, Manifest, as_json, differences, from_json, manifest_of
from afterword.store.sqlite import plain_connection, use_fixed_sqlite

FORMAT = 1
NAME = re.compile(r"afterword-(\d{8}-\d{6})Z-([a-z0-9_-]+)\.sqlite3")
STAMP = "%Y%m%d-%H%M%S"

#: How many distinct periods keep their newest backup, and how a period is told from an instant.
PERIODS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (24, lambda at: (at.date(), at.hour)),
    (14, lambda at: at.date()),
    (8, lambda at: at.isocalendar()[:2]),
    (12, lambda at: (at.year, at.month)),
)
MOST_RESTORES = 12  # backups made before a restore that are kept


class NotABackup(BadInput):
    """The file is no backup of Afterword."""


class DamagedBackup(BadInput):
    """The file is a backup, but not as it was when it was made."""


class BackupFailed(OutsideFailed):
    """A backup could not be made or did not pass its check."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file: when it was made (UTC), why, and its size in bytes."""

    path: Path
    at: datetime
    reason: str
    size: int


@dataclass(frozen=True, slots=True)
class Label:
    """What a backup says of itself: when, why, by which version, its migrations and its manifest."""

    at: datetime
    reason: str
    version: str
    migrations: tuple[str, ...]
    manifest: Manifest


def make_backup(database: Path, folder: Path, *, reason: str, now: datetime) -> Backup:
    """Copy the database as it is now, verify the copy, then give it its name; others may go on writing.

    Raises :class:`BackupFailed` or another OutsideFailed; nothing half-made stays behind.
    """
    if not database.is_file():
        raise BackupFailed(f"There is no database at {database} to back up.")
    with plainly(), _unfinished(private_folder(folder), now) as unfinished:
        label = _copy(database, unfinished, reason=reason, now=now)
        sync_file(unfinished)
        try:
            if verify(unfinished) != label:
                raise DamagedBackup("its manifest changed on the way to the disk")
        except BadInput as error:
            raise BackupFailed(f"The backup did not pass its check and was thrown away: {error}") from error
        path = _free_name(folder, label)
        os.replace(unfinished, path)
        sync_folder(folder)
        return Backup(path, label.at, reason, path.stat().st_size)


def copy_database(source: Any, target: Path) -> None:
    """Copy what a plain connection sees into a new private file with a rollback journal."""
    private_file(target)
    copy = use_fixed_sqlite().connect(str(target), isolation_level=None)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()


def verify(path: Path) -> Label:
    """Read the whole backup and compare it with its manifest.

    Raises :class:`NotABackup` or :class:`DamagedBackup` (both BadInput) with a sentence.
    """
    label = read_label(path)
    with _reading(path) as connection:
        problems = [text for (text,) in connection.execute("PRAGMA integrity_check(3)") if text != "ok"]
        problems = problems or differences(label.manifest, manifest_of(connection))
    if problems:
        raise DamagedBackup(f"{path.name} is damaged ({problems[0]}).")
    return label


def read_label(path: Path) -> Label:
    """What the backup says of itself. Raises :class:`NotABackup` or :class:`DamagedBackup`."""
    if not path.is_file():
        raise NotABackup(f"There is no file {path}.")
    with _reading(path) as connection:
        names = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        if OWN_TABLE not in names:
            raise NotABackup(f"{path.name} is no backup of Afterword.")
        text = connection.execute(f"SELECT label FROM {OWN_TABLE}").fetchone()  # noqa: S608 - a constant
        migrations = applied_migrations(connection)
    try:
        values = json.loads(text[0])
        if values["format"] > FORMAT:
            raise NotABackup(f"{path.name} was made by a newer Afterword ({values['version']}).")
        at = datetime.fromisoformat(values["at"])
        return Label(at, values["reason"], values["version"], migrations, from_json(values["tables"]))
    except (TypeError, KeyError, ValueError) as error:
        raise DamagedBackup(f"{path.name} is damaged (its manifest cannot be read).") from error


def backups_in(folder: Path) -> list[Backup]:
    """The backups of a folder by their names, newest first."""
    named = [(path, NAME.fullmatch(path.name)) for path in folder.glob("afterword-*.sqlite3")]
    found = [
        Backup(path, at, match[2], path.stat().st_size)
        for path, match in named
        if match and (at := _moment(match[1]))
    ]
    return sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True)


def _moment(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
    except ValueError:  # digits that are no date: not a name we gave
        return None


def newest_backup(folder: Path, *, now: datetime) -> Backup | None:
    """The newest backup by name, leaving out those dated after ``now`` (the clock was wrong then)."""
    return next((backup for backup in backups_in(folder) if backup.at <= now + timedelta(minutes=2)), None)


def last_verified(folder: Path) -> Backup | None:
    """The newest backup that passes its check today; reads whole files."""
    for backup in backups_in(folder):
        try:
            verify(backup.path)
        except BadInput:
            continue
        return backup
    return None


def prune(folder: Path, *, now: datetime) -> list[Path]:
    """Delete the backups the retention does not keep; the value names them. Foreign files stay.

    Kept: the newest before each migration and the twelve newest before a restore; of all others everything
    of the last 24 hours and the newest of each of 24 hours, 14 days, 8 weeks and 12 months that have one.
    """
    backups = backups_in(folder)
    before_migration = {b.reason: b.path for b in reversed(backups) if b.reason.startswith("migration")}
    before_restore = [b.path for b in backups if b.reason == "before-restore"]
    others = [b for b in backups if b.reason not in before_migration]
    keep = {*before_migration.values(), *before_restore[:MOST_RESTORES], *_by_period(others)}
    keep |= {b.path for b in others if b.at > now - timedelta(hours=24)}
    gone = [backup.path for backup in backups if backup.path not in keep]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def _by_period(backups: list[Backup]) -> Iterator[Path]:
    """The newest backup of each period that has one, as many of each length as are kept; newest first in."""
    for count, period in PERIODS:
        newest: dict[object, Path] = {}
        for backup in backups:
            newest.setdefault(period(backup.at), backup.path)
        yield from list(newest.values())[:count]


def applied_migrations(connection: Any) -> tuple[str, ...]:
    """Names of the store's migrations a database has been through, in order."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'django_migrations'").fetchone():
        return ()
    rows = connection.execute("SELECT name FROM django_migrations WHERE app = 'store' ORDER BY name")
    return tuple(name for (name,) in rows)


def _copy(database: Path, target: Path, *, reason: str, now: datetime) -> Label:
    """Copy one snapshot and write its manifest, taken from the original, into the copy."""
    with plain_connection(database) as source:
        source.execute("BEGIN")
        label = Label(
            now.astimezone(UTC).replace(microsecond=0), reason, __version__, applied_migrations(source),
            manifest_of(source),
        )  # fmt: skip
        copy_database(source, target)
        source.execute("ROLLBACK")
    values = {
        "format": FORMAT,
        "version": __version__,
        "at": label.at.isoformat(),
        "reason": reason,
        "tables": as_json(label.manifest),
    }
    with plain_connection(target) as copy:
        copy.execute(f"CREATE TABLE {OWN_TABLE} (label TEXT NOT NULL)")
        copy.execute(f"INSERT INTO {OWN_TABLE} VALUES (?)", (json.dumps(values),))  # noqa: S608 - a constant
    return label


@contextmanager
def _unfinished(folder: Path, now: datetime) -> Iterator[Path]:
    """A name for the file while it is made; whatever still has it at the end is deleted."""
    path = folder / partial_name(now)
    try:
        yield path
    finally:
        for leftover in (path, path.with_name(path.name + "-journal")):
            leftover.unlink(missing_ok=True)


@contextmanager
def _reading(path: Path) -> Iterator[Any]:
    """A read-only connection to a backup; what SQLite cannot read is a damaged file or no backup at all."""
    error_of_library = use_fixed_sqlite().DatabaseError
    try:
        with plain_connection(path, read_only=True) as connection:
            yield connection
    except error_of_library as error:
        if "not a database" in str(error):
            raise NotABackup(f"{path.name} is no backup of Afterword.") from error
        raise DamagedBackup(f"{path.name} is damaged ({error}).") from error


def _free_name(folder: Path, label: Label) -> Path:
    """The backup's name; a second one of the same second and reason is dated a second later."""
    at = label.at
    while (path := folder / f"afterword-{at.strftime(STAMP)}Z-{label.reason}.sqlite3").exists():
        at += timedelta(seconds=1)
    return path


def clear_unfinished(folder: Path) -> None:
    """Delete what a killed process left half-made in a folder it alone was using."""
    for path in folder.glob(".unfinished-*") if folder.is_dir() else ():
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
