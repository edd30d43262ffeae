"""Size: brief enough to be read, long enough to say something, in sentences a busy person follows.

The limits come from what practised letter writers and large mail samples show: 75 to 100 words is typical,
45 and 150 the outer bounds; a subject of three to eight words; a reading grade of at most eleven.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from afterword.core.facts import LetterKind
from afterword.core.findings import Finding, Severity
from afterword.core.writing.gate.body import Piece
from afterword.core.writing.gate.reading import Reading
from afterword.core.writing.gate.stems import words


@dataclass(frozen=True, slots=True)
class Bounds:
    """Words of a whole body, greeting and signature included: hard limits, and where a note is due."""

    low: int
    high: int
    rather_low: int
    rather_high: int


_WORDS = {
    LetterKind.THANK_YOU: Bounds(45, 150, 50, 130),
    LetterKind.STATUS_CHECK: Bounds(35, 120, 40, 100),
    LetterKind.FEEDBACK_REQUEST: Bounds(40, 110, 50, 95),
    LetterKind.WITHDRAWAL: Bounds(30, 110, 35, 95),
    LetterKind.HELPER_THANKS: Bounds(30, 130, 35, 110),
}
_NOTE_LOW, _NOTE_FREE, _NOTE_HIGH = 60, 200, 300
_SENTENCES, _LONGEST, _MEAN, _GRADE = 8, 36, 22, 11.0
_VOWELS = re.compile(r"[aeiouyàáâäåæèéêëìíîïòóôöøùúûü]+", re.IGNORECASE)


def check_length(reading: Reading) -> Iterator[Finding]:
    """Words of a letter, characters of a connection note."""
    if reading.kind is LetterKind.CONNECTION_NOTE:
        yield from _note_length(len(reading.text.strip()))
        return
    bounds, count = _WORDS[reading.kind], len(reading.text.split())
    if count < bounds.low:
        yield Finding("size.short", f"{count} words; at least {bounds.low} are needed to say something.")
    elif count > bounds.high:
        yield Finding("size.long", f"{count} words; more than {bounds.high} will not be read.")
    elif not bounds.rather_low <= count <= bounds.rather_high:
        message = f"{count} words; {bounds.rather_low} to {bounds.rather_high} read best."
        yield Finding("size.unusual", message, severity=Severity.NOTE)


def _note_length(count: int) -> Iterator[Finding]:
    if count > _NOTE_HIGH:
        yield Finding("size.characters", f"{count} characters; the network takes at most {_NOTE_HIGH}.")
    elif count > _NOTE_FREE:
        message = f"{count} characters; accounts that do not pay may send {_NOTE_FREE}."
        yield Finding("size.characters", message, severity=Severity.NOTE)
    elif count < _NOTE_LOW:
        yield Finding("size.characters", f"{count} characters; say where you met and what about.")


def check_sentences(reading: Reading) -> Iterator[Finding]:
    """Not too many sentences, and none too long."""
    if len(reading.sentences) > _SENTENCES:
        yield Finding("size.sentences", f"{len(reading.sentences)} sentences; at most {_SENTENCES}.")
    for piece in reading.sentences:
        count = len(words(piece.text))
        if count > _LONGEST:
            yield Finding("size.sentence_long", f"{count} words in one sentence; cut it in two.", piece.span)


def check_reading_ease(reading: Reading) -> Iterator[Finding]:
    """Mean sentence length, and the Flesch-Kincaid grade."""
    if not reading.sentences:
        return
    lengths = [len(words(piece.text)) for piece in reading.sentences]
    mean = sum(lengths) / len(lengths)
    if mean > _MEAN:
        yield Finding(
            "size.mean", f"{mean:.0f} words a sentence; {_MEAN} is the most.", severity=Severity.NOTE
        )
    level = grade(reading.sentences)
    if level > _GRADE:
        yield Finding(
            "size.reading", f"Reads at grade {level:.0f}; simpler words help.", severity=Severity.NOTE
        )


def grade(sentences: tuple[Piece, ...]) -> float:
    """The Flesch-Kincaid grade: 0.39 words per sentence + 11.8 syllables per word - 15.59."""
    said = [word for piece in sentences for word in words(piece.text)]
    if not said:
        return 0.0
    return 0.39 * len(said) / len(sentences) + 11.8 * sum(map(_syllables, said)) / len(said) - 15.59


def _syllables(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    silent = word.lower().endswith("e") and not word.lower().endswith("le") and groups > 1
    return max(1, groups - int(silent))


def check_subject(reading: Reading) -> Iterator[Finding]:
    """A subject of three to eight words; a connection note has none."""
    count = len(reading.subject.split())
    if reading.kind is LetterKind.CONNECTION_NOTE:
        return
    if count == 0:
        yield Finding("size.subject", "The subject is empty.")
    elif not 2 <= count <= 10:
        yield Finding(
            "size.subject", f"{count} words in the subject; 3 to 8 read best.", severity=Severity.NOTE
        )
