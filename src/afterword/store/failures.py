"""What a failing disk or database means to the user, in one table.

Whatever is translated here was rolled back: a write that was acknowledged before stays.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from afterword.core.errors import OutsideFailed


class DiskFull(OutsideFailed):
    """There is no room left for a write."""


class ReadOnly(OutsideFailed):
    """The data folder cannot be written to."""


class DamagedDatabase(OutsideFailed):
    """SQLite cannot read the database file."""


class Busy(OutsideFailed):
    """Another program kept the database locked for too long; trying again can help."""


#: Words of SQLite's messages, the failure they stand for, and its sentence.
BY_WORDS: tuple[tuple[str, type[OutsideFailed], str], ...] = (
    ("disk is full", DiskFull, "The disk is full. The last change was not saved; everything saved before it is safe."),
    ("disk i/o error", DiskFull, "The disk did not take the last change (it may be full). What was saved before is safe."),
    ("readonly", ReadOnly, "The data folder cannot be written to. Nothing was changed."),
    ("unable to open", ReadOnly, "The database in the data folder cannot be opened. Nothing was changed."),
    ("locked", Busy, "The database was busy for too long, so the last change was not saved. Please try again."),
    ("malformed", DamagedDatabase, "The database file is damaged. Nothing was changed; `afterword doctor` tells more."),
    ("not a database", DamagedDatabase, "The database file is damaged. Nothing was changed; `afterword doctor` tells more."),
)  # fmt: skip

BY_NUMBER: dict[int, tuple[type[OutsideFailed], str]] = {
    errno.ENOSPC: (DiskFull, "The disk is full"),
    errno.EDQUOT: (DiskFull, "Your share of the disk is used up"),
    errno.EFBIG: (DiskFull, "The file would grow past what is allowed here"),
    errno.EROFS: (ReadOnly, "The folder cannot be written to"),
    errno.EACCES: (ReadOnly, "You may not write there"),
    errno.EPERM: (ReadOnly, "You may not write there"),
}


def translated(error: Exception) -> OutsideFailed | None:
    """The anticipated failure behind an error of SQLite, Django or the file system; None when it is none."""
    if isinstance(error, OSError):
        kind, words = BY_NUMBER.get(error.errno or 0, (OutsideFailed, error.strerror or str(error)))
        return kind(f"{words}: {error.filename or 'the data folder'}. Nothing that was saved before is lost.")
    text = str(error).lower()
    return next(
        (kind(sentence, permanent=kind is not Busy) for words, kind, sentence in BY_WORDS if words in text),
        None,
    )


@contextmanager
def plainly() -> Iterator[None]:
    """Raise anticipated failures of disk and database as :class:`OutsideFailed`; let the rest through."""
    try:
        yield
    except Exception as error:
        if not (isinstance(error, OSError) or _of_database(error)):
            raise
        known = translated(error)
        if known is None:
            raise
        raise known from error


def _of_database(error: Exception) -> bool:
    """Whether a database library raised it (sqlite3, pysqlite3 and Django share the names of DB-API 2)."""
    return any(kind.__name__ == "DatabaseError" for kind in type(error).__mro__)
