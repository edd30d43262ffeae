"""Is everything well with the data? Looked at from outside Django, so that it also answers when it is not."""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from afterword.store.backup import applied_migrations, last_verified
from afterword.store.files import LITTLE_ROOM, free_bytes
from afterword.store.manifest import tables_of
from afterword.store.schema import known_migrations
from afterword.store.sqlite import FIXED, plain_connection, sqlite_version, use_fixed_sqlite

OLDEST_BACKUP = timedelta(hours=48)

#: Every column that names a row of another table of the same owner; "" names none.
REFERENCES: tuple[tuple[str, str, str], ...] = (
    ("opportunity", "contact", "person"),
    ("opportunity", "recruiter", "person"),
    ("interview", "opportunity", "opportunity"),
    ("interviewer", "interview", "interview"),
    ("interviewer", "person", "person"),
    ("debriefnote", "interview", "interview"),
    ("debriefnote", "person", "person"),
    ("point", "interview", "interview"),
    ("point", "person", "person"),
    ("happening", "opportunity", "opportunity"),
    ("happening", "interview", "interview"),
    ("happening", "person", "person"),
    ("letter", "opportunity", "opportunity"),
    ("letter", "interview", "interview"),
    ("letter", "person", "person"),
    ("question", "interview", "interview"),
    ("question", "person", "person"),
    ("question", "point", "point"),
    ("pointofconnection", "person", "person"),
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: a stable name, whether it is well, what was found, and what to do if it is not."""

    name: str
    well: bool
    value: str
    sentence: str
    fix: str = ""


def examine(*, database: Path, backups: Path, now: datetime) -> list[Check]:
    """Every check of the store, in the order to read them. Changes nothing."""
    use_fixed_sqlite()
    checks = [_library(), _room(database.parent)]
    if not database.is_file():
        return [*checks, _absent(database, backups)]
    started = None
    try:
        with plain_connection(database) as connection:
            checks += _inside(connection)
            started = _started(connection)
    except use_fixed_sqlite().DatabaseError as error:
        checks.append(_damaged(str(error)))
    return [*checks, _backup(backups, now=now, started=started), _modes(database, backups)]


def orphans(connection: Any) -> dict[str, int]:
    """References to rows that are not there, counted per column ("letter.person")."""
    there = set(tables_of(connection))
    found = {}
    for table, column, target in REFERENCES:
        if {f"store_{table}", f"store_{target}"} <= there:
            query = (
                f"SELECT COUNT(*) FROM store_{table} t WHERE t.\"{column}\" <> '' AND NOT EXISTS "  # noqa: S608
                f'(SELECT 1 FROM store_{target} o WHERE o.owner = t.owner AND o.id = t."{column}")'
            )
            count = connection.execute(query).fetchone()[0]
            if count:
                found[f"{table}.{column}"] = count
    return found


def _inside(connection: Any) -> Iterator[Check]:
    yield _whole(connection)
    yield _journal(connection)
    yield _schema(connection)
    lost = orphans(connection)
    told = ", ".join(f"{count} in {column}" for column, count in lost.items())
    yield Check(
        "database.references",
        not lost,
        told or "0",
        f"Some rows name others that are not there: {told}."
        if lost
        else "Every row that names another finds it.",
        "Make an export and report this; nothing needs to be undone." if lost else "",
    )


def _whole(connection: Any) -> Check:
    problems = [text for (text,) in connection.execute("PRAGMA integrity_check(3)") if text != "ok"]
    return _damaged("; ".join(problems)) if problems else Check(
        "database.whole", True, "ok", "The database file is whole."
    )  # fmt: skip


def _damaged(problem: str) -> Check:
    return Check(
        "database.whole",
        False,
        problem,
        f"The database file is damaged ({problem}).",
        "Stop Afterword and restore the newest verified backup: afterword restore FILE.",
    )


def _journal(connection: Any) -> Check:
    mode = str(connection.execute("PRAGMA journal_mode").fetchone()[0])
    risky = mode == "wal" and sqlite_version() < FIXED
    return Check(
        "database.journal",
        not risky,
        mode,
        f"The journal is “{mode}”" + (", which this SQLite can corrupt." if risky else "."),
        "Install pysqlite3 0.6.1 or newer." if risky else "",
    )


def _schema(connection: Any) -> Check:
    applied, known = set(applied_migrations(connection)), set(known_migrations())
    newest = max(applied, default="none")
    if applied - known:
        said, fix = "The workspace was written by a newer Afterword.", "Use that version."
    elif known - applied:
        said, fix = "The workspace is of an older version; the next start brings it up to date.", ""
    else:
        said, fix = "The workspace is of this version.", ""
    return Check("database.schema", not applied - known, newest, said, fix)


def _library() -> Check:
    version = ".".join(map(str, sqlite_version()))
    fixed = sqlite_version() >= FIXED
    return Check(
        "sqlite.version",
        fixed,
        version,
        f"SQLite {version} is in use"
        + ("." if fixed else ", which can corrupt a write-ahead log; it is not used."),
        "" if fixed else "Install pysqlite3 0.6.1 or newer for SQLite 3.51.3 or newer.",
    )


def _room(home: Path) -> Check:
    folder = home
    while not folder.exists():
        folder = folder.parent
    free = free_bytes(folder)
    enough = free >= LITTLE_ROOM
    return Check(
        "disk.room",
        enough,
        f"{free // 1024**2} MB",
        f"{free // 1024**2} MB are free on the disk of {home}.",
        "" if enough else "Make room; below 500 MB a full disk is near.",
    )


def _absent(database: Path, backups: Path) -> Check:
    backup = last_verified(backups)
    if backup is None:
        return Check("database.whole", True, "none", f"There is no workspace at {database} yet.")
    return Check(
        "database.whole",
        False,
        "gone",
        f"The database {database} is gone, but there are backups.",
        f"Restore the newest verified one: afterword restore {backup.path}",
    )


def _started(connection: Any) -> datetime | None:
    if "store_workspace" not in tables_of(connection):
        return None
    text = connection.execute("SELECT MIN(created_at) FROM store_workspace").fetchone()[0]
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None


def _backup(backups: Path, *, now: datetime, started: datetime | None) -> Check:
    backup = last_verified(backups)
    if backup is None:
        late = started is not None and now - started > OLDEST_BACKUP
        return Check(
            "backup.newest",
            not late,
            "none",
            "There is no verified backup yet.",
            "Make one now: afterword backup." if late else "One is made within a day of the first start.",
        )
    late = now - backup.at > OLDEST_BACKUP
    return Check(
        "backup.newest",
        not late,
        backup.at.isoformat(),
        f"The newest verified backup is of {backup.at:%Y-%m-%d %H:%M} UTC: {backup.path}.",
        "Make one now: afterword backup." if late else "",
    )


def _modes(database: Path, backups: Path) -> Check:
    files = [*database.parent.glob(f"{database.name}*"), database.parent / "cookie.key"]
    files += backups.glob("*.sqlite3") if backups.is_dir() else []
    open_to_others = sorted(
        path.name for path in files if path.is_file() and stat.S_IMODE(path.stat().st_mode) & 0o077
    )
    told = ", ".join(open_to_others)
    return Check(
        "files.private",
        not open_to_others,
        told or "0600",
        f"Others on this machine may read: {told}." if told else "Only you may read the files.",
        f"chmod 600 the named files in {database.parent}." if told else "",
    )
