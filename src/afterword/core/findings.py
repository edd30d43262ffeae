"""Findings: what is to be said about a text or about user data, beside the result, never instead of it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding asks of the user."""

    NOTE = "note"  # good to know
    WARNING = "warning"  # look at it before going on
    STOP = "stop"  # nothing may leave while it stands


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` (end excluded) of the text the finding is about."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a user can act on: a stable code, where, a sentence, and fixes, best first."""

    code: str
    message: str
    span: Span | None = None
    fixes: tuple[str, ...] = ()
    severity: Severity = Severity.WARNING
