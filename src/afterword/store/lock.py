"""Who uses a workspace: kernel locks on two small files, let go when a process ends, however it ends.

``use.lock`` is shared by every process that has the store open; restoring and changing the schema need
it alone. ``opening.lock`` is held while a process finds out which of the two it is.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from afterword.core.errors import Refused
from afterword.store.failures import plainly


class InUse(Refused):
    """Another process has the workspace open."""


class FileLock:
    """An advisory lock (flock) on one file, which is made if need be."""

    def __init__(self, path: Path) -> None:
        with plainly():
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def wait(self) -> None:
        """Take it alone, waiting for others to let go."""
        fcntl.flock(self._file, fcntl.LOCK_EX)

    def alone(self) -> bool:
        """Take it alone if nobody has it; tell whether that worked."""
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def share(self) -> None:
        """Take it together with others, or step down from having it alone."""
        fcntl.flock(self._file, fcntl.LOCK_SH)

    def close(self) -> None:
        """Let go."""
        os.close(self._file)


@contextmanager
def opening(home: Path) -> Iterator[FileLock]:
    """One process at a time decides how it uses the workspace; the value is its use lock, not yet taken.

    The use lock is closed when the block fails; otherwise it stays with the caller.
    """
    with plainly():
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
    gate = FileLock(home / "opening.lock")
    try:
        gate.wait()
        use = FileLock(home / "use.lock")
        try:
            yield use
        except BaseException:
            use.close()
            raise
    finally:
        gate.close()


@contextmanager
def nobody_else(home: Path, *, act: str) -> Iterator[None]:
    """Have the workspace alone for the block. Raises :class:`InUse` naming the ``act`` that has to wait."""
    with opening(home) as use:
        if not use.alone():
            raise InUse(
                f"Afterword is running on this workspace, so {act} has to wait. Stop it and try again. "
                "Nothing was changed."
            )
        yield
        use.close()


@contextmanager
def together(home: Path) -> Iterator[None]:
    """Use the workspace's files for the block together with others, so that nobody restores meanwhile."""
    with opening(home) as use:
        use.share()
    try:
        yield
    finally:
        use.close()
