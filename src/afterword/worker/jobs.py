"""The jobs of the tick."""

from datetime import datetime
from functools import partial
from pathlib import Path

from afterword.services.back_up_daily import back_up_daily
from afterword.worker.tick import Job


def local_jobs(*, database: Path, backups: Path) -> tuple[Job, ...]:
    """What a workspace on one machine needs: its daily backup."""
    return (Job("daily backup", partial(_daily_backup, database=database, backups=backups)),)


def _daily_backup(now: datetime, *, database: Path, backups: Path) -> str:
    backup = back_up_daily(database=database, folder=backups, now=now)
    return f"made {backup.path.name}" if backup else ""
