"""Splices: a note pasted into a frame ("thank you for telling me about close takes nine days")."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from afterword.core.findings import Finding, Span
from afterword.core.writing.gate.reading import Reading
from afterword.core.writing.gate.stems import fold


@dataclass(frozen=True, slots=True)
class Splice:
    """One entry of splices.toml; ``bad`` must be caught and ``good`` must not."""

    pattern: re.Pattern[str]
    bad: str
    good: str


@cache
def splices() -> tuple[Splice, ...]:
    """Every entry of the table."""
    text = (files("afterword.core.writing.gate") / "splices.toml").read_text(encoding="utf-8")
    return tuple(
        Splice(re.compile(entry["pattern"], re.IGNORECASE), entry["bad"], entry["good"])
        for entry in tomllib.loads(text)["splice"]
    )


def check_splices(reading: Reading) -> Iterator[Finding]:
    """At most one finding per sentence, at the joint."""
    for piece in reading.sentences:
        plain = fold(piece.text)
        found = next((m for splice in splices() if (m := splice.pattern.search(plain))), None)
        if found:
            span = Span(piece.start + found.start(), piece.start + found.end())
            yield Finding("proof.splice", f"“{found.group().strip()}” does not hold together.", span)
