"""How a command answers: JSON for programs, plain words for people, and many cases without losing one."""

import json
import sys
import textwrap
import traceback
from collections.abc import Callable, Iterable
from typing import TypeVar

from afterword.cli.exits import Exit
from afterword.core.errors import AfterwordError
from afterword.core.findings import Finding

WIDTH = 88

T = TypeVar("T")
A = TypeVar("A")
Thing = dict[str, object]


def print_json(value: object) -> None:
    """One JSON value, indented, with letters as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_line(value: object) -> None:
    """One JSON value on a line of its own."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def each(
    things: Iterable[tuple[str, object]], work: Callable[[object], object]
) -> tuple[dict[str, object], Exit]:
    """The answer to every thing by its id; one that fails answers ``{"error"}`` and costs the others nothing."""
    answers: dict[str, object] = {}
    code = Exit.FINE
    for key, thing in things:
        answers[key], failed = attempt(work, thing)
        code = Exit.BAD_INPUT if failed else code
    return answers, code


def answer_lines(given: Iterable[str], work: Callable[[Thing], dict[str, object]]) -> Exit:
    """Answer each JSON line ``{"id", "text", …}`` in order, each as soon as it is known, with its id."""
    code = Exit.FINE
    for number, line in enumerate(given, start=1):
        if not line.strip():
            continue
        thing, problem = read_line(line, number=number)
        answer, failed = ({"error": problem}, True) if problem else attempt(work, thing)
        code = Exit.BAD_INPUT if failed else code
        print_line({"id": thing["id"], **answer})
    return code


def read_line(line: str, *, number: int) -> tuple[Thing, str]:
    """One JSON line as an object that has an id, with "" or the sentence that says why it cannot be used."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return {"id": number}, f"Line {number} is not JSON."
    if not isinstance(value, dict):
        return {"id": number}, f"Line {number} is no JSON object."
    thing = {"id": number, **value}
    fits = isinstance(thing.get("text"), str)
    return thing, "" if fits else f'Line {number} has no "text".'


def attempt(work: Callable[[T], A], thing: T) -> tuple[A | dict[str, object], bool]:
    """The answer and False, or ``{"error": sentence}`` and True."""
    try:
        return work(thing), False
    except AfterwordError as error:
        return {"error": str(error)}, True
    except Exception as error:  # noqa: BLE001 - a fault met in one of many must not lose the others' answers
        traceback.print_exc(file=sys.stderr)
        return {"error": f"A fault in Afterword stopped this one: {type(error).__name__}: {error}"}, True


def paragraph(text: str, *, indent: str = "") -> str:
    """A text folded to a calm width."""
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent)


def print_findings(findings: Iterable[Finding], *, indent: str = "  ") -> None:
    """Findings as a list a person can act on."""
    for finding in findings:
        fixes = f" → {' | '.join(finding.fixes)}" if finding.fixes else ""
        print(f"{indent}{finding.message}{fixes}  [{finding.code}]")
