"""Specific: a letter says at least one thing only somebody in the room could know."""

from collections.abc import Iterator
from itertools import pairwise

from afterword.core.facts import LetterKind
from afterword.core.findings import Finding, Severity
from afterword.core.writing.gate.numbers import values
from afterword.core.writing.gate.reading import Reading
from afterword.core.writing.gate.stems import Weight, claims, parts, stem, weight

_ASKED_OF = frozenset({LetterKind.THANK_YOU, LetterKind.FEEDBACK_REQUEST, LetterKind.CONNECTION_NOTE})


def check_specific(reading: Reading) -> Iterator[Finding]:
    """One telling word, pair of words or number of this person's notes, beyond the job's own record, is enough."""
    if reading.kind not in _ASKED_OF:
        return
    evidence = reading.evidence
    noted = _marks(" ; ".join((*evidence.notes, *evidence.restated)))
    if (noted & _marks(reading.body.core)) - _marks(" ; ".join((*evidence.interview, *evidence.opportunity))):
        return
    name = evidence.person.name if evidence.person else "this person"
    yield Finding(
        code="letter.not_specific",
        message=f"Nothing here comes from your conversation with {name}; it could have been sent to anybody.",
        severity=Severity.WARNING if evidence.restated else Severity.NOTE,
    )


def _marks(text: str) -> frozenset[object]:
    """What tells one conversation from another: telling words, neighbouring words, numbers above one."""
    said = [stem(word) for word in parts(text) if weight(word) is not Weight.STOP]
    telling = {stem(word) for word in claims(text)}
    return frozenset(telling | set(pairwise(said)) | {value for value in values(text) if value > 1})
