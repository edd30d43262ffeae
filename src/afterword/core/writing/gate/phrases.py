"""Clichés, pressure, apology, flattery and subjects to leave alone: phrases as data, each with a rewrite."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from afterword.core.findings import Finding, Severity, Span
from afterword.core.writing.gate.reading import Reading
from afterword.core.writing.gate.stems import fold


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of phrases.toml; ``bad`` must be caught and ``good`` must not, nor what follows ``unless_after``."""

    code: str
    pattern: re.Pattern[str]
    why: str
    fixes: tuple[str, ...]
    severity: Severity
    unless_after: re.Pattern[str] | None
    bad: str
    good: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every phrase of the table."""
    text = (files("afterword.core.writing.gate") / "phrases.toml").read_text(encoding="utf-8")
    return tuple(
        Phrase(
            code=entry["code"],
            pattern=re.compile(entry["pattern"].strip(), re.IGNORECASE),
            why=entry["why"],
            fixes=tuple(entry["fixes"]),
            severity=Severity(entry.get("severity", "warning")),
            unless_after=re.compile(entry["unless_after"], re.IGNORECASE)
            if "unless_after" in entry
            else None,
            bad=entry["bad"],
            good=entry["good"],
        )
        for entry in tomllib.loads(text)["phrase"]
    )


def check_phrases(reading: Reading) -> Iterator[Finding]:
    """One finding per phrase found, with its reason and rewrite; words the user's notes hold are left alone."""
    plain = fold(reading.text)
    for phrase in phrases():
        for found in phrase.pattern.finditer(plain):
            if found.group().lower() not in _own_words(reading) and not _excused(
                phrase, plain[: found.start()]
            ):
                span = Span(found.start(), found.end())
                message = f"“{found.group()}”: {phrase.why}"
                yield Finding(phrase.code, message, span, phrase.fixes, phrase.severity)


def _excused(phrase: Phrase, before: str) -> bool:
    """Whether words of the same sentence before a phrase make it harmless ("your question about a rude client")."""
    return phrase.unless_after is not None and bool(
        phrase.unless_after.search(re.split(r"[.!?]\s", before)[-1])
    )


def _own_words(reading: Reading) -> str:
    """The record's own names, which no phrase rule may touch ("Robust Metals", "Team Player Ltd")."""
    chosen = reading.evidence.case.opportunity
    return f"{chosen.company} {chosen.role}".lower()
