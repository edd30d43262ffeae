"""The process that reads one file: its limits hold, and a process that fails loses nothing but itself."""

import sys
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from afterword.adapters.reader import limits
from afterword.adapters.reader.child import ChildReader
from afterword.adapters.reader.codec import decode, encode
from afterword.core.facts import Candidate, Relation
from afterword.core.findings import Finding, Severity, Span
from afterword.ports.reading import UNREADABLE
from invitations import calendar, event

SAMPLE = calendar(event())


def python(tmp_path: Path, body: str) -> ChildReader:
    """A reader whose child runs this program under the real limits, but with one second of processor time."""
    program = tmp_path / "child.py"
    program.write_text(
        f"import sys\nfrom afterword.adapters.reader import child_main\nchild_main.limits.CPU_SECONDS = 1\nchild_main._limit()\n{body}\n"
    )
    return ChildReader(command=(sys.executable, str(program)), wall_seconds=60)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("hoard = [bytearray(1 << 20) for _ in range(4000)]", "time or memory"),
        ("while True: pass", "time or memory"),
        ("sys.stdout.write('x' * 50_000_000)", "time or memory"),
        ("sys.exit(9)", "time or memory"),
        ("print('no json')", "broke off"),
        ("print('{}'.replace('{}', '[1]'))", "broke off"),
        ("""print('{"interviews": [{"uid": 5}], "findings": [], "unreadable": []}')""", "broke off"),
    ],
)
def test_a_child_that_fails_gives_one_finding(tmp_path: Path, body: str, why: str) -> None:
    reading = python(tmp_path, body).read_invitation(SAMPLE)
    assert reading.interviews == ()
    (finding,) = reading.findings
    assert finding.code == UNREADABLE
    assert why in finding.message


def test_a_child_that_hangs_is_ended() -> None:
    hanging = ChildReader(command=(sys.executable, "-c", "import time; time.sleep(60)"), wall_seconds=0.5)
    began = time.monotonic()
    for reading in (hanging.read_vcard(b""), hanging.read_resume(b"{}")):
        assert [finding.code for finding in reading.findings] == [UNREADABLE]
    assert time.monotonic() - began < 20


def test_a_program_that_cannot_be_started_is_a_finding() -> None:
    (finding,) = ChildReader(command=("/nowhere/python",)).read_invitation(SAMPLE).findings
    assert finding.code == UNREADABLE


@pytest.mark.parametrize(
    "act",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import os; os.system('true')",
        "import subprocess; subprocess.run(['true'])",
        "open('/tmp/afterword-never', 'w')",
    ],
)
def test_while_reading_nothing_may_be_opened_started_or_written(tmp_path: Path, act: str) -> None:
    body = (
        f"sys.addaudithook(child_main._refuse)\ntry:\n    {act}\nexcept PermissionError:\n    sys.exit(7)\n"
    )
    program = tmp_path / "act.py"
    program.write_text(f"import sys\nfrom afterword.adapters.reader import child_main\n{body}")
    reader = ChildReader(command=(sys.executable, str(program)))
    assert reader._run("invitation", b"")[0] == 7


def test_the_limits_are_those_promised() -> None:
    assert (limits.MEMORY_BYTES, limits.CPU_SECONDS, limits.WALL_SECONDS, limits.ANSWER_BYTES) == (
        512 * 2**20,
        5,
        10,
        5_000_000,
    )


@dataclass(frozen=True, slots=True)
class Everything:
    """One field of every kind that crosses the line between the processes."""

    text: str
    number: int
    flag: bool
    day: date | None
    at: datetime | None
    many: tuple[Finding, ...]
    relation: Relation
    candidate: Candidate


@pytest.mark.parametrize(
    "at",
    [
        None,
        datetime(2026, 11, 12, 10, tzinfo=UTC),
        datetime(2026, 11, 12, 10, tzinfo=ZoneInfo("Asia/Kolkata")),
        datetime(2026, 11, 12, 10),  # noqa: DTZ001
    ],
)
def test_every_value_comes_back_as_it_went(at: datetime | None) -> None:
    finding = Finding("a.b", "ü", span=Span(1, 2), fixes=("x", "y"), severity=Severity.NOTE)
    value = Everything(
        "\ud800", 3, True, date(2026, 11, 12), at, (finding, finding), Relation.PEER, Candidate("Ines")
    )
    assert decode(Everything, encode(value)) == value


@pytest.mark.parametrize(
    "wrong", [[], {"code": 1, "message": "m"}, {"code": "c", "message": "m", "severity": "dire"}, None, "x"]
)
def test_what_does_not_fit_is_refused(wrong: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        decode(Finding, wrong)
