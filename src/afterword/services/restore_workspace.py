"""Put a backup in place of the workspace. Runs without the store open, since it replaces it."""

from datetime import datetime
from pathlib import Path

from afterword.store.restore import Restored, restore


def restore_workspace(source: Path, *, database: Path, folder: Path, now: datetime) -> Restored:
    """All or nothing; what was there is kept as a backup, and approved letters wait for the user's yes.

    Raises BadInput (no backup, damaged), Refused (Afterword is running) or OutsideFailed (newer, disk);
    nothing has changed then.
    """
    return restore(source.absolute(), database=database, backups=folder, now=now)
