"""The backup of the day: made when the newest one is a day old, by one process only."""

from datetime import datetime, timedelta
from pathlib import Path

from afterword.services.back_up import back_up
from afterword.store.backup import Backup, newest_backup
from afterword.store.files import private_folder
from afterword.store.lock import FileLock

EVERY = timedelta(hours=24)


def back_up_daily(*, database: Path, folder: Path, now: datetime) -> Backup | None:
    """Make the day's backup if it is due and nobody else is at it; None when there was nothing to do.

    Raises OutsideFailed as :func:`back_up` does.
    """
    if not database.is_file() or not due(folder, now=now):
        return None
    claim = FileLock(private_folder(folder) / "daily.lock")
    try:
        if not claim.alone() or not due(folder, now=now):
            return None
        return back_up(database=database, folder=folder, now=now, reason="daily")
    finally:
        claim.close()


def due(folder: Path, *, now: datetime) -> bool:
    """Whether the newest backup is a day old or there is none."""
    newest = newest_backup(folder, now=now)
    return newest is None or now - newest.at >= EVERY
