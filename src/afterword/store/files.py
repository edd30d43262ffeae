"""Files that only their owner may read, and that are on the disk when we say so."""

import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

LITTLE_ROOM = 500 * 1024 * 1024  # below this much free space a full disk is near


def private_folder(path: Path) -> Path:
    """The folder, made with access for its owner alone if it is not there."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def private_file(path: Path) -> Path:
    """A new empty file for its owner alone; raises FileExistsError when there is one."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    return path


def partial_name(now: datetime) -> str:
    """A name for something unfinished, of this process alone."""
    return f".unfinished-{now.astimezone(UTC):%Y%m%d%H%M%S%f}-{os.getpid()}"


def sync_file(path: Path) -> None:
    """Wait until the file's bytes are on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Wait until the folder's names are on the disk."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put_in_place(new: Path, database: Path) -> None:
    """Replace a closed database, whose log is gone, by another closed one, in one step."""
    sync_file(new)
    os.replace(new, database)
    sync_folder(database.parent)


def log_of(database: Path) -> Path:
    """The write-ahead log of a database."""
    return database.with_name(database.name + "-wal")


def remove_shared_memory(database: Path) -> None:
    """Delete the index of a log that is gone; SQLite makes it anew."""
    database.with_name(database.name + "-shm").unlink(missing_ok=True)


def free_bytes(path: Path) -> int:
    """Free space of the disk that holds a folder, for an ordinary user."""
    return shutil.disk_usage(path).free


def write_folder(target: Path, files: Mapping[str, bytes], *, now: datetime) -> None:
    """Write files (by their paths inside it) as a new folder, all or nothing; an empty folder is replaced.

    Raises OSError; nothing half-written stays behind.
    """
    room = target.parent / partial_name(now)
    room.mkdir(parents=True, mode=0o700)
    try:
        for name, data in sorted(files.items()):
            path = room / name
            path.parent.mkdir(exist_ok=True, mode=0o700)
            private_file(path).write_bytes(data)
            sync_file(path)
        for folder in {room, *((room / name).parent for name in files)}:
            sync_folder(folder)
        os.replace(room, target)
        sync_folder(target.parent)
    finally:
        shutil.rmtree(room, ignore_errors=True)
