"""Make a verified backup now, and let go of those the retention does not keep."""

from datetime import datetime
from pathlib import Path

from afterword.store.backup import Backup, BackupFailed, make_backup, newest_backup, prune
from afterword.store.lock import together


def back_up(*, database: Path, folder: Path, now: datetime, reason: str = "manual") -> Backup:
    """A new verified backup of the database in ``folder``; others may go on working meanwhile.

    Raises OutsideFailed with a sentence; what was there before is untouched then.
    """
    if not database.is_file():
        raise BackupFailed(f"There is no workspace at {database} yet, so there is nothing to back up.")
    with together(database.parent):
        backup = make_backup(database, folder, reason=reason, now=now)
        prune(folder, now=now)
    return backup


def newest(*, folder: Path, now: datetime) -> Backup | None:
    """The newest backup for showing its age; its file is not read."""
    return newest_backup(folder, now=now)
