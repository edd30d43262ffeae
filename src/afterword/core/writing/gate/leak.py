"""Leaks: nothing that was kept out, and nothing noted for somebody else, may stand in this letter."""

import itertools
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from afterword.core.findings import Finding, Severity
from afterword.core.writing.gate.body import Piece
from afterword.core.writing.gate.evidence import Evidence, Forbidden
from afterword.core.writing.gate.numbers import numbers, values
from afterword.core.writing.gate.reading import Reading
from afterword.core.writing.gate.stems import Weight, content, grounded, parts, stem, weight

_ENOUGH = 3  # this many telling words of one forbidden text in one sentence are no accident
_RUN = 4  # as many words in a row are a quotation
_SMALL = Decimal(12)  # a number up to twelve proves nothing by itself


def check_leaks(reading: Reading) -> Iterator[Finding]:
    """Each sentence, and the subject, against every forbidden text; at most one finding per sentence and text."""
    for piece in (*reading.sentences, Piece(reading.subject, -1)):
        for forbidden in reading.evidence.forbidden:
            found = _leak(piece, forbidden, reading.evidence)
            if found is not None:
                yield found
                break


def _leak(piece: Piece, forbidden: Forbidden, evidence: Evidence) -> Finding | None:
    shared = _shared_words(piece.text, forbidden, evidence)
    figure = _shared_number(piece.text, forbidden, evidence)
    run = _shared_run(piece.text, forbidden, evidence)
    rare = [word for word in shared if weight(word) is Weight.RARE]
    if not (figure or rare or run or len(shared) >= _ENOUGH or _shared_pair(piece.text, forbidden, evidence)):
        return None
    clear = bool(figure or run) or len(shared) >= _ENOUGH or _has_name(forbidden, rare)
    words = ", ".join(dict.fromkeys(figure or rare or shared)) or run or forbidden.text
    return Finding(
        code="leak.blocked" if forbidden.person is None else "leak.other_person",
        message=f"This must not go out: {words}. {forbidden.why}",
        span=None if piece.start < 0 else piece.span,
        severity=Severity.STOP
        if forbidden.strict and (clear or forbidden.person is None)
        else Severity.WARNING,
    )


def _shared_run(sentence: str, forbidden: Forbidden, evidence: Evidence) -> str:
    """Four words or more in the order of the forbidden text, two of them content, that no allowed text has."""
    said, theirs = parts(sentence), " ".join(parts(forbidden.text))
    for at in range(len(said) - _RUN + 1):
        run = " ".join(said[at : at + _RUN])
        if f" {run} " in f" {theirs} " and len(content(run)) >= 2 and not _is_allowed(run, evidence):
            return run
    return ""


def _is_allowed(run: str, evidence: Evidence) -> bool:
    return any(f" {run} " in f" {' '.join(parts(text))} " for text in evidence.allowed)


def _shared_words(sentence: str, forbidden: Forbidden, evidence: Evidence) -> list[str]:
    """Words of the forbidden text that this letter may not use on its own account either."""
    theirs = frozenset(stem(word) for word in _telling(forbidden.text))
    shared = (word for word in _telling(sentence) if stem(word) in theirs)
    return [word for word in shared if not grounded(word, evidence.known)]


def _telling(text: str) -> tuple[str, ...]:
    """Content words that letters are not made of; an everyday word tells too when it was meant to stay private."""
    return tuple(word for word in content(text) if weight(word) is not Weight.FRAME)


def _shared_number(sentence: str, forbidden: Forbidden, evidence: Evidence) -> list[str]:
    theirs = values(forbidden.text)
    return [
        number.text
        for number in numbers(sentence)
        if number.value in theirs and number.value > _SMALL and number.value not in evidence.figures
    ]


def _shared_pair(sentence: str, forbidden: Forbidden, evidence: Evidence) -> bool:
    """Two neighbouring words of something kept out, one of them telling, that no allowed text has together."""
    if forbidden.person is not None:
        return False
    shared = _pairs(forbidden.text) & _pairs(sentence)
    return bool(shared) and bool(shared.difference(*(_pairs(text) for text in evidence.allowed)))


@lru_cache(maxsize=4_096)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    said = parts(text)
    return frozenset(
        (stem(one), stem(two))
        for one, two in itertools.pairwise(said)
        if Weight.STOP not in (weight(one), weight(two)) and {weight(one), weight(two)} != {Weight.FRAME}
    )


def _has_name(forbidden: Forbidden, rare: list[str]) -> bool:
    written = forbidden.text.split()
    inner = {part for word in written[1:] if word[:1].isupper() for part in parts(word)}
    return any(word in inner for word in rare)
