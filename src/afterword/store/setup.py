"""Opening the store: a database that is whole, up to date and ours, or a sentence that says why not.

A damaged database is left as it is and never made anew; one from a newer Afterword is refused; before the
schema changes there is a verified backup, and the change happens on a copy that takes the old one's place
only when it is complete.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from afterword.core.errors import OutsideFailed, Refused
from afterword.core.findings import Finding, Severity
from afterword.store.backup import (
    Backup,
    applied_migrations,
    backups_in,
    clear_unfinished,
    copy_database,
    last_verified,
    make_backup,
    prune,
)
from afterword.store.failures import DamagedDatabase, plainly
from afterword.store.files import LITTLE_ROOM, free_bytes, log_of, partial_name, put_in_place
from afterword.store.lock import FileLock, opening
from afterword.store.restore import close_log
from afterword.store.schema import NewerDatabase, known_migrations, refuse_newer
from afterword.store.sqlite import plain_connection, use_fixed_sqlite

LOCAL_OWNER = "0" * 31 + "1"  # the one person of a local workspace

__all__ = [
    "LOCAL_OWNER",
    "DamagedDatabase",
    "MigrationFailed",
    "MissingDatabase",
    "NewerDatabase",
    "OpenedStore",
    "make_ready",
    "open_store",
]


class MissingDatabase(OutsideFailed):
    """There are backups but no database, so a new one would hide a loss."""


class MigrationFailed(OutsideFailed):
    """The schema could not be brought up to date; the database is as it was."""


@dataclass(frozen=True, slots=True)
class OpenedStore:
    """A store ready for use: whose, whether it is new, what was migrated behind which backup, and warnings."""

    owner: str
    created: bool = False
    migrated: tuple[str, ...] = ()
    backup: Path | None = None
    warnings: tuple[Finding, ...] = ()


_USED: dict[Path, FileLock] = {}  # workspaces this process has open, until it ends


def open_store(*, now: datetime) -> OpenedStore:
    """Open the workspace of the options for this process, for as long as it lives.

    Raises :class:`DamagedDatabase`, :class:`MissingDatabase`, :class:`NewerDatabase`,
    :class:`MigrationFailed`, Refused or another OutsideFailed; the data is then as it was.
    """
    make_ready()
    database = database_file()
    with plainly():
        opened = _open(database, now=now)
        from afterword.store import records

        records.open_workspace(LOCAL_OWNER, now=now)
    return opened


def make_ready() -> None:
    """Set Django up once in this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afterword.project.settings")  # noqa: TID251
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def database_file() -> Path:
    """The file the default connection opens."""
    from django.conf import settings

    return Path(str(settings.DATABASES["default"]["NAME"]))


def backup_folder(database: Path) -> Path:
    """Where the backups of a database are kept."""
    return database.parent / "backups"


def pending_migrations(database: Path) -> tuple[str, ...]:
    """Names of migrations the database lacks. Raises :class:`NewerDatabase` when it knows more than we do."""
    with plain_connection(database) as connection:
        applied = applied_migrations(connection)
    refuse_newer(applied, what="This workspace")
    return tuple(name for name in known_migrations() if name not in applied)


def migrate() -> None:
    """Bring the schema of the default connection up to date."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def _open(database: Path, *, now: datetime) -> OpenedStore:
    home = database.parent
    if home in _USED:
        return OpenedStore(LOCAL_OWNER, warnings=tuple(_warnings(home)))
    with opening(home) as use:
        alone = use.alone()
        opened = _prepare(database, now=now) if alone else _join(database)
        use.share()
        _USED[home] = use
    return opened


def _join(database: Path) -> OpenedStore:
    """Use what another process has open; it was checked when that process opened it."""
    if pending_migrations(database):
        raise Refused(
            "An older Afterword is running on this workspace. Stop it, then start again. Nothing was changed."
        )
    return OpenedStore(LOCAL_OWNER, warnings=tuple(_warnings(database.parent)))


def _prepare(database: Path, *, now: datetime) -> OpenedStore:
    """Check, make or update the database while nobody else has it."""
    home, backups = database.parent, backup_folder(database)
    clear_unfinished(home)
    clear_unfinished(backups)
    warnings = tuple(_warnings(home))
    if not database.exists() or not database.stat().st_size:
        _refuse_to_hide_a_loss(database, backups)
        _create(database, now=now)
        return OpenedStore(LOCAL_OWNER, created=True, warnings=warnings)
    check_whole(database, backups)
    database.chmod(0o600)
    pending = pending_migrations(database)
    if not pending:
        return OpenedStore(LOCAL_OWNER, warnings=warnings)
    backup = _migrate_behind_backup(database, backups, pending, now=now)
    return OpenedStore(LOCAL_OWNER, migrated=pending, backup=backup.path, warnings=warnings)


def check_whole(database: Path, backups: Path) -> None:
    """Raise :class:`DamagedDatabase` naming the newest verified backup when SQLite finds a fault.

    After an unclean end, which leaves a log behind, the whole file is checked, else its structure.
    """
    unclean = log_of(database).exists() and log_of(database).stat().st_size
    check = "integrity_check(1)" if unclean else "quick_check(1)"
    try:
        with plain_connection(database) as connection:
            problem = connection.execute(f"PRAGMA {check}").fetchone()[0]
    except use_fixed_sqlite().DatabaseError as error:
        problem = str(error)
        if "malformed" not in problem and "not a database" not in problem:
            raise
    if problem != "ok":
        raise DamagedDatabase(
            f"The database {database} is damaged ({problem}). It was left as it is. {_way_back(backups)}"
        )


def _way_back(backups: Path) -> str:
    backup = last_verified(backups)
    if backup is None:
        return "There is no verified backup; keep the file, SQLite's .recover may still read most of it."
    made = f"{backup.at:%Y-%m-%d %H:%M} UTC"
    return f"The newest verified backup is of {made}: afterword restore {backup.path}"


def _refuse_to_hide_a_loss(database: Path, backups: Path) -> None:
    if backups_in(backups):
        raise MissingDatabase(
            f"The database {database} is gone or empty, but there are backups. {_way_back(backups)} "
            "To start anew instead, move the backups folder away."
        )


def _create(database: Path, *, now: datetime) -> None:
    """Make a new database beside its place, then put it there in one step."""
    fresh = database.parent / partial_name(now)
    with _connected_to(fresh):
        migrate()
    fresh.chmod(0o600)
    close_log(fresh)
    put_in_place(fresh, database)


def _migrate_behind_backup(
    database: Path, backups: Path, pending: tuple[str, ...], *, now: datetime
) -> Backup:
    """Back the database up, migrate a copy of it, and put the copy in its place."""
    backup = make_backup(database, backups, reason=f"migration-{pending[-1].lower()}", now=now)
    prune(backups, now=now)
    fresh = database.parent / partial_name(now)
    try:
        with plain_connection(database) as source:
            copy_database(source, fresh)
        with _connected_to(fresh):
            migrate()
        close_log(fresh)
        check_whole(fresh, backups)
        close_log(database)
        put_in_place(fresh, database)
    except Exception as error:
        clear_unfinished(database.parent)
        raise MigrationFailed(
            f"The workspace could not be brought up to date ({error}). It was left as it was: {database}. "
            f"A verified copy is {backup.path}."
        ) from error
    return backup


@contextmanager
def _connected_to(file: Path) -> Iterator[None]:
    """Let Django's default connection mean another file for the block."""
    from django.db import connection

    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(file)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def _warnings(home: Path) -> Iterator[Finding]:
    free = free_bytes(home)
    if free < LITTLE_ROOM:
        yield Finding(
            code="store.little_room",
            message=f"Only {free // 1024**2} MB are free on the disk of {home}; make room before it is full.",
            severity=Severity.WARNING,
        )
