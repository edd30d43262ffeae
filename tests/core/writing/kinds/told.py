"""The debriefs of cases.toml as cases, with what is expected of the call and the letters."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from afterword.core.facts import Case
from core.writing.gate.letters import build


@dataclass(frozen=True)
class Told:
    """One debrief: whom to call and when, what the solution is about, what may never be said."""

    name: str
    case: Case
    callee: str
    earliest: str
    about: tuple[str, ...]
    never: tuple[str, ...]


def told_cases() -> list[Told]:
    """Every entry of the table."""
    table = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
    return [
        Told(
            entry["id"],
            build(entry),
            entry["callee"],
            entry["earliest"],
            tuple(entry["about"]),
            tuple(entry["never"]),
        )
        for entry in table["case"]
    ]
