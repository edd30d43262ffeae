"""What disk and database say becomes a sentence; what nobody foresaw stays what it is."""

import errno
import sqlite3

import pytest
from django.db import IntegrityError, OperationalError

from afterword.core.errors import BadInput, OutsideFailed
from afterword.store.failures import Busy, DamagedDatabase, DiskFull, ReadOnly, plainly


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OperationalError("database or disk is full"), DiskFull),
        (sqlite3.OperationalError("disk I/O error"), DiskFull),
        (OperationalError("attempt to write a readonly database"), ReadOnly),
        (OperationalError("unable to open database file"), ReadOnly),
        (OperationalError("database is locked"), Busy),
        (sqlite3.DatabaseError("database disk image is malformed"), DamagedDatabase),
        (sqlite3.DatabaseError("file is not a database"), DamagedDatabase),
        (OSError(errno.ENOSPC, "No space left on device", "/data/x"), DiskFull),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), DiskFull),
        (PermissionError(errno.EACCES, "Permission denied", "/data/x"), ReadOnly),
        (OSError(errno.EROFS, "Read-only file system"), ReadOnly),
        (OSError(errno.EIO, "Input/output error", "/data/x"), OutsideFailed),
    ],
)
def test_each_failure_has_its_sentence(error, kind):
    with pytest.raises(kind) as caught, plainly():
        raise error
    assert type(caught.value) is kind
    assert str(caught.value).endswith(".")
    assert caught.value.__cause__ is error


def test_only_a_busy_database_is_worth_trying_again_unchanged():
    with pytest.raises(OutsideFailed) as busy, plainly():
        raise OperationalError("database is locked")
    with pytest.raises(OutsideFailed) as full, plainly():
        raise OperationalError("database or disk is full")
    assert (busy.value.permanent, full.value.permanent) == (False, True)


@pytest.mark.parametrize(
    "error",
    [
        IntegrityError("UNIQUE constraint failed"),
        OperationalError("no such table: x"),
        BadInput("as it was"),
        ValueError("disk is full"),
    ],
)
def test_everything_else_passes_as_it_is(error):
    with pytest.raises(type(error)) as caught, plainly():
        raise error
    assert caught.value is error
