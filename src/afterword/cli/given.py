"""What a command is given: files, standard input, case files, moments."""

import json
import sys
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from afterword.core.errors import BadInput
from afterword.core.reading.decode import decode

#: What stands for standard input, as in other commands.
STDIN = "-"

MOST_BYTES = 50_000_000


def file_bytes(name: str) -> bytes:
    """The content of a file or of standard input. Raises BadInput with the reason and the name."""
    if name == STDIN:
        return sys.stdin.buffer.read(MOST_BYTES)
    path = Path(name)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadInput(f"{name} is larger than {MOST_BYTES // 1_000_000} MB.")
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"{name} cannot be read: {error.strerror}.") from error


def file_text(name: str) -> str:
    """A text file or standard input, in UTF-8 with or without a mark at its start."""
    try:
        return file_bytes(name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{called(name)} is not text in UTF-8 (byte {error.start + 1}).") from error


def free_text(name: str) -> str:
    """What somebody wrote, in whatever encoding their program saved it."""
    return decode(file_bytes(name)).text


def json_value(name: str) -> object:
    """The JSON value a file holds. Raises BadInput naming line and column."""
    try:
        value: object = json.loads(file_text(name))
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise BadInput(f"{called(name)} is not JSON: {error.msg} ({where}).") from error
    except RecursionError as error:
        raise BadInput(f"{called(name)} is nested too deeply to be a case file.") from error
    return value


def cases(name: str) -> Iterator[tuple[str, object]]:
    """The ``id`` and ``input`` of every case in a file of many; a missing id is the case's number."""
    value = json_value(name)
    listed = value.get("cases") if isinstance(value, dict) else value
    if not isinstance(listed, list):
        raise BadInput(f'{called(name)} does not hold many cases: an object with a list "cases" is expected.')
    for number, case in enumerate(listed, start=1):
        given = case.get("id") if isinstance(case, dict) else None
        yield (str(number) if given is None else str(given)), case


def called(name: str) -> str:
    """How a sentence speaks of a file."""
    return "standard input" if name == STDIN else name


def moment(text: str, *, zone: str = "") -> datetime:
    """The moment ``--now`` names, or the clock's when it is empty.

    A time without an offset, and a date (09:00 that day), are taken in ``zone``, UTC when that is empty.
    """
    if not text:
        from afterword.wiring import wired

        return wired().clock.now()
    try:
        said = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"“{text}” is no ISO 8601 time, such as 2026-11-23T09:00:00-05:00.") from error
    if said.tzinfo is not None:
        return said
    if len(text) <= len("2026-11-23"):
        said = datetime.combine(said.date(), time(9))
    return said.replace(tzinfo=ZoneInfo(zone or "UTC"))
