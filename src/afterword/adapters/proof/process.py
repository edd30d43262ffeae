"""An engine in a process of its own: started when first asked, shared by every thread, ended when idle.

The engine holds some 430 MB; ending its process is the only way to give them back.
"""

import atexit
import json
import select
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import afterword
from afterword.core.proof.flags import FlagKind, RawFlag
from afterword.ports.proof import EngineMissing

#: Seconds the first answer may take: the engine reads its data.
START_WITHIN = 40.0
#: Seconds an answer may take, and so much more for every 10,000 characters.
ANSWER_WITHIN, ANSWER_MORE = 8.0, 8.0
#: Seconds without a question after which the process ends.
IDLE_AFTER = 600.0
#: So many failures in a row and it is left alone until ``close``.
GIVE_UP_AFTER = 3

#: The child finds this package where this process found it, however that was started.
_RUN = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); "
    "from afterword.adapters.proof.engine_process import main; main()"
)
_ROOT = str(Path(afterword.__file__).parent.parent)


class EngineProcess:
    """A :class:`afterword.ports.proof.ProofEngine` over ``engine_process``."""

    def __init__(
        self,
        engine: str = "lingotweaker",
        *,
        idle_after: float = IDLE_AFTER,
        start_within: float = START_WITHIN,
        answer_within: float = ANSWER_WITHIN,
        command: tuple[str, ...] = (),
    ) -> None:
        self._command = command or (sys.executable, "-c", _RUN, _ROOT, engine)
        self._idle_after, self._start_within, self._answer_within = idle_after, start_within, answer_within
        self._lock = threading.RLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._idle: threading.Timer | None = None
        self._known_dialects: set[str] = set()
        self._failures = 0
        self._missing = ""
        atexit.register(self._end)

    @property
    def running(self) -> bool:
        """Whether the process is there now."""
        return self._process is not None and self._process.poll() is None

    @property
    def process_id(self) -> int | None:
        """The number of the process, None while there is none."""
        return self._process.pid if self._process is not None else None

    def flags(self, text: str, *, dialect: str) -> tuple[RawFlag, ...]:
        """See the port. Raises EngineMissing."""
        if not text.strip():
            return ()
        with self._lock:
            self._refuse_when_hopeless()
            self._stop_timer()
            try:
                answer = self._ask(text, dialect)
            except (OSError, ValueError, EngineMissing) as error:
                self._failures += 1
                self._end()
                raise EngineMissing(
                    f"The proofreading engine did not answer: {error}", permanent=False
                ) from error
            self._start_timer()
        return self._read(answer)

    def close(self) -> None:
        """End the process and forget earlier failures."""
        with self._lock:
            self._stop_timer()
            self._end()
            self._failures, self._missing = 0, ""

    def _refuse_when_hopeless(self) -> None:
        if self._missing:
            raise EngineMissing(self._missing)
        if self._failures >= GIVE_UP_AFTER:
            raise EngineMissing("The proofreading engine failed several times and is left alone.")

    def _ask(self, text: str, dialect: str) -> dict[str, Any]:
        if not self.running:
            self._begin()
        assert self._process is not None
        assert self._process.stdin is not None
        wait = self._answer_within + ANSWER_MORE * len(text) / 10_000
        if dialect not in self._known_dialects:
            wait += self._start_within
        self._process.stdin.write(json.dumps({"text": text, "dialect": dialect}).encode() + b"\n")
        self._process.stdin.flush()
        line = self._line(wait)
        self._known_dialects.add(dialect)
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _line(self, wait: float) -> bytes:
        """One line of the answer, or EngineMissing after ``wait`` seconds of silence."""
        assert self._process is not None
        assert self._process.stdout is not None
        stream, found = self._process.stdout.fileno(), b""
        while not found.endswith(b"\n"):
            ready, _, _ = select.select([stream], [], [], wait)
            if not ready:
                raise EngineMissing(f"no answer within {wait:.0f} seconds", permanent=False)
            piece = self._process.stdout.read1(1 << 16)  # type: ignore[attr-defined]
            if not piece:
                raise EngineMissing("it ended by itself", permanent=False)
            found += piece
        return found

    def _read(self, answer: dict[str, Any]) -> tuple[RawFlag, ...]:
        if "rows" in answer:
            self._failures = 0
            return tuple(_flag(row) for row in answer["rows"])
        if answer.get("missing"):
            self._missing = f"The proofreading engine is not installed: {answer['error']}"
            self._end()
            raise EngineMissing(self._missing)
        self._failures += 1
        raise EngineMissing(f"The proofreading engine failed: {answer['error']}", permanent=False)

    def _begin(self) -> None:
        self._known_dialects.clear()
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()

    def _start_timer(self) -> None:
        self._idle = threading.Timer(self._idle_after, self._rest)
        self._idle.daemon = True
        self._idle.start()

    def _stop_timer(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _rest(self) -> None:
        """End the process unless a question came in meanwhile."""
        mine = threading.current_thread()
        with self._lock:
            if self._idle is mine:
                self._idle = None
                self._end()


def _flag(row: list[Any]) -> RawFlag:
    start, end, rule, message, fixes, kind, category = row
    return RawFlag(start, end, rule, message, tuple(fixes), FlagKind(kind), category)
