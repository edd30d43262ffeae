"""Putting a backup back: all or nothing, and nothing that was approved before may leave by itself after.

A restored workspace is an earlier one. It may say of a letter that it was approved and not sent although it
has been sent since; so every such letter is put on hold, and the epoch moves on, which ends every claim
made before.
"""

import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from afterword.store.backup import (
    STAMP,
    BackupFailed,
    DamagedBackup,
    Label,
    copy_database,
    make_backup,
    verify,
)
from afterword.store.failures import DamagedDatabase, plainly
from afterword.store.files import log_of, partial_name, private_folder, put_in_place, remove_shared_memory
from afterword.store.lock import nobody_else
from afterword.store.manifest import OWN_TABLE, differences, manifest_of
from afterword.store.schema import refuse_newer
from afterword.store.sqlite import plain_connection, use_fixed_sqlite

HELD = "Restored from a backup of {day}; check your Sent folder before sending."


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the backup's label, letters put on hold, and where the database before it is."""

    label: Label
    held: int
    before: Path | None


def restore(source: Path, *, database: Path, backups: Path, now: datetime) -> Restored:
    """Put the backup in place of the database.

    Raises BadInput (no backup, damaged), NewerDatabase, InUse or another OutsideFailed; in each case the
    database is as it was.
    """
    with plainly(), nobody_else(private_folder(database.parent), act="a restore"):
        label = verify(source)
        refuse_newer(label.migrations, what=f"The backup {source.name}")
        room = database.parent / partial_name(now)
        room.mkdir(mode=0o700)
        try:
            fresh = room / database.name
            _copy_out(source, fresh, label)
            before, epoch = _keep_present(database, backups, now=now)
            held = _hold_back(fresh, label, epoch=epoch, now=now)
            put_in_place(fresh, database)
        finally:
            shutil.rmtree(room, ignore_errors=True)
    return Restored(label, held, before)


def _copy_out(source: Path, fresh: Path, label: Label) -> None:
    """Copy the backup without its own table, and compare again what arrived."""
    with plain_connection(source, read_only=True) as connection:
        copy_database(connection, fresh)
    with plain_connection(fresh) as connection:
        connection.execute(f"DROP TABLE {OWN_TABLE}")
        problems = differences(label.manifest, manifest_of(connection))
    if problems:
        raise DamagedBackup(f"{source.name} could not be read whole ({problems[0]}).")


def _keep_present(database: Path, backups: Path, *, now: datetime) -> tuple[Path | None, int]:
    """Keep the present database: as a verified backup, or, when it is damaged, moved aside as it is.

    The second value is its epoch, 0 when it cannot be told.
    """
    if not database.is_file():
        return None, 0
    try:
        kept = make_backup(database, backups, reason="before-restore", now=now)
        epoch = close_log(database)
    except (BackupFailed, DamagedDatabase, use_fixed_sqlite().DatabaseError):
        return _move_aside(database, now=now), 0
    return kept.path, epoch


def close_log(database: Path) -> int:
    """Bring the write-ahead log into the file and remove it; the value is the highest epoch.

    Raises :class:`DamagedDatabase` when a log stays, for a log must never meet another database.
    """
    with plain_connection(database) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        epoch = _highest_epoch(connection)
    if log_of(database).exists() and log_of(database).stat().st_size:
        raise DamagedDatabase("The database's log could not be closed. Nothing was changed.")
    log_of(database).unlink(missing_ok=True)
    remove_shared_memory(database)
    return epoch


def _highest_epoch(connection: Any) -> int:
    if "store_workspace" not in _tables(connection):
        return 0
    found = connection.execute("SELECT MAX(epoch) FROM store_workspace").fetchone()
    return int(found[0] or 0)


def _move_aside(database: Path, *, now: datetime) -> Path:
    """Keep a damaged database and its log under another name, the log first (it must not meet the new file)."""
    aside = database.with_name(f"before-restore-{now.astimezone(UTC).strftime(STAMP)}Z.sqlite3")
    try:
        os.link(database, aside)
    except OSError:
        shutil.copy2(database, aside)
    if log_of(database).exists():
        os.replace(log_of(database), log_of(aside))
    remove_shared_memory(database)
    return aside


def _hold_back(fresh: Path, label: Label, *, epoch: int, now: datetime) -> int:
    """Move the epoch past every one used before, end login links, put approved letters on hold."""
    with plain_connection(fresh) as connection:
        if "store_workspace" not in _tables(connection):
            return 0
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE store_workspace SET epoch = MAX(epoch, ?) + 1, revision = revision + 1, restored_at = ?",
            (epoch, now.astimezone(UTC).replace(tzinfo=None).isoformat(" ")),
        )
        connection.execute("DELETE FROM store_loginlink")
        held = connection.execute(
            "UPDATE store_letter SET state = 'held', held_why = ? WHERE state = 'approved'",
            (HELD.format(day=f"{label.at:%Y-%m-%d %H:%M} UTC"),),
        ).rowcount
        connection.execute("COMMIT")
        return int(held)


def _tables(connection: Any) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
