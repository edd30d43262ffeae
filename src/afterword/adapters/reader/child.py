"""The reader in a limited process of its own: what a hostile file costs ends with that process."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from typing import TypeVar

from afterword.adapters.reader import limits
from afterword.adapters.reader.codec import decode
from afterword.core.errors import BadInput
from afterword.core.facts import Candidate
from afterword.core.findings import Finding
from afterword.core.reading.invitation import InvitationReading
from afterword.core.reading.resume import ResumeReading
from afterword.core.reading.vcard import CardsReading
from afterword.ports.reading import UNREADABLE

Reading = TypeVar("Reading")


class _Unreadable(Exception):
    """Why the child process gave no answer, as the end of a sentence."""


class ChildReader:
    """A FileReader that starts one process per file.

    ``command`` replaces the program that is started (tests); ``wall_seconds`` is how long it may take.
    """

    def __init__(self, *, command: Sequence[str] = (), wall_seconds: float = limits.WALL_SECONDS) -> None:
        self._command = tuple(command) or (sys.executable, "-m", "afterword.adapters.reader.child_main")
        self._wall_seconds = wall_seconds

    def read_invitation(self, data: bytes, *, mine: frozenset[str] = frozenset()) -> InvitationReading:
        """See FileReader."""
        try:
            return self._read("invitation", InvitationReading, data, {"mine": sorted(mine)})
        except _Unreadable as why:
            return InvitationReading(findings=(_finding(why),))

    def read_vcard(self, data: bytes) -> CardsReading:
        """See FileReader."""
        try:
            return self._read("vcard", CardsReading, data, {})
        except _Unreadable as why:
            return CardsReading(findings=(_finding(why),))

    def read_resume(self, data: bytes) -> ResumeReading:
        """See FileReader."""
        try:
            return self._read("resume", ResumeReading, data, {})
        except _Unreadable as why:
            return ResumeReading(Candidate(), (_finding(why),))

    def _read(self, kind: str, of: type[Reading], data: bytes, options: dict[str, object]) -> Reading:
        code, answer = self._run(kind, json.dumps(options).encode() + b"\n" + data)
        if code not in {0, 3}:
            raise _Unreadable("it needs more time or memory than any such file should")
        try:
            held = json.loads(answer.decode("utf-8", "surrogatepass"))
            if code == 3:
                raise BadInput(str(held["error"]))
            return decode(of, held)
        except (ValueError, TypeError, KeyError) as error:
            raise _Unreadable("the reading broke off") from error

    def _run(self, kind: str, request: bytes) -> tuple[int, bytes]:
        """Exit code and answer. The answer goes to a file, whose size the system itself bounds."""
        with tempfile.TemporaryFile() as answer:
            try:
                done = subprocess.run(
                    [*self._command, kind],
                    input=request,
                    stdout=answer,
                    stderr=subprocess.DEVNULL,
                    timeout=self._wall_seconds,
                    check=False,
                    env={"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"},
                )
            except subprocess.TimeoutExpired as error:
                raise _Unreadable(f"it took longer than {self._wall_seconds:g} seconds") from error
            except OSError as error:
                raise _Unreadable(f"no process could be started for it ({error.strerror})") from error
            answer.seek(0)
            return done.returncode, answer.read(limits.ANSWER_BYTES + 1)


def _finding(why: Exception) -> Finding:
    return Finding(UNREADABLE, f"Afterword could not read this file: {why}.")
