"""Which SQLite is in use, and the settings that keep acknowledged writes through a power cut.

SQLite 3.7.0 to 3.51.2 can corrupt a write-ahead log when two connections write at once (fixed in 3.51.3),
so Django is given the newer library that the pysqlite3 wheel carries. With an older one the rollback
journal is used instead. Source: docs/decisions.md, "SQLite".
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import quote

FIXED = (3, 51, 3)


def use_fixed_sqlite() -> ModuleType:
    """Make ``import sqlite3`` mean pysqlite3 where it is installed; call before Django opens a database."""
    try:
        import pysqlite3
        from pysqlite3 import dbapi2
    except ImportError:
        import sqlite3

        return sqlite3
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = dbapi2
    return pysqlite3  # type: ignore[no-any-return]


def sqlite_version() -> tuple[int, int, int]:
    """The version of the library in use, as three numbers."""
    import sqlite3

    major, minor, patch = (int(part) for part in sqlite3.sqlite_version.split(".")[:3])
    return major, minor, patch


def pragmas() -> str:
    """What every connection runs first: a journal that is safe with this library, and full synchronisation."""
    journal = "WAL" if sqlite_version() >= FIXED else "TRUNCATE"
    return (
        f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL; PRAGMA mmap_size=0; "
        "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF;"
    )


@contextmanager
def plain_connection(path: Path, *, read_only: bool = False) -> Iterator[Any]:
    """A connection without Django to an existing file, in autocommit; raises the library's own errors.

    ``read_only`` is for files nobody writes to: a write-ahead log cannot be read that way.
    """
    library = use_fixed_sqlite()
    address = f"file:{quote(str(path))}?mode={'ro' if read_only else 'rw'}"
    connection = library.connect(address, uri=True, timeout=20, isolation_level=None)
    try:
        connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
        yield connection
    finally:
        connection.close()
