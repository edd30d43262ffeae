"""Sources stay true: after an edit, each sentence keeps only what it still carries; a new claim is the user's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from afterword.core.findings import Finding, Severity, Span
from afterword.core.writing.gate.body import Piece
from afterword.core.writing.gate.evidence import Evidence
from afterword.core.writing.gate.grounding import ungrounded
from afterword.core.writing.gate.numbers import values
from afterword.core.writing.gate.reading import Reading
from afterword.core.writing.gate.stems import Weight, claims, content, stem, stems, weight
from afterword.core.writing.letter import Sentence, SentenceSource, SourceFrom

_ALIKE = 55.0  # of 100: an edited sentence, not another one
_NEW_SHARE = 0.2
OWN = "own"  # the move of a sentence the user wrote


@dataclass(frozen=True, slots=True)
class Sourced:
    """The sentences of the body with their sources, and what is to be said about them."""

    sentences: tuple[Sentence, ...]
    findings: tuple[Finding, ...]


def trace(reading: Reading, before: tuple[Sentence, ...]) -> Sourced:
    """Give each sentence of the body its sources, starting from those it had before the edit."""
    sentences, findings = [], []
    for piece in reading.sentences:
        kept = next((s for s in before if s.text == piece.text), None)
        sentence = kept or _retraced(piece, before, reading.evidence)
        sentences.append(sentence)
        if kept is None and not sentence.sources and _says_something(piece.text, reading.evidence):
            findings.append(_unsourced(piece.span))
    return Sourced(tuple(sentences), tuple(findings))


def _unsourced(span: Span) -> Finding:
    return Finding(
        code="sentence.unsourced",
        message="Nothing in your notes or profile says this; it stands as your own words.",
        span=span,
        severity=Severity.NOTE,
    )


def _retraced(piece: Piece, before: tuple[Sentence, ...], evidence: Evidence) -> Sentence:
    """A changed or new sentence: what it still carries of its old sources and what else the record holds."""
    parent = max(before, key=lambda s: fuzz.ratio(s.text, piece.text), default=None)
    related = parent if parent and fuzz.ratio(parent.text, piece.text) >= _ALIKE else None
    move = related.move if related else OWN
    if _new_claim(piece.text, related, evidence):
        return Sentence(piece.text, OWN)
    found = list(_found(piece.text, evidence))
    if (related or not found) and _adds_much(piece.text, related, evidence):
        return Sentence(piece.text, OWN)
    old = [source for source in (related.sources if related else ()) if carries(piece.text, source)]
    return Sentence(piece.text, move, tuple(dict.fromkeys((*old, *_adding(piece.text, old, found)))))


def _adding(text: str, old: list[SentenceSource], found: list[SentenceSource]) -> Iterator[SentenceSource]:
    """Of the records found, those that account for a word or number no source before them does."""
    open_marks = _marks(text)
    for source in old:
        open_marks -= _marks(source.text)
    for source in found:
        if open_marks & _marks(source.text):
            open_marks -= _marks(source.text)
            yield source


def _marks(text: str) -> frozenset[object]:
    return frozenset(stem(word) for word in claims(text)) | frozenset(values(text))


def _strange(text: str, related: Sentence | None, evidence: Evidence) -> list[str]:
    had = stems(related.text) if related else frozenset()
    return [word for word in ungrounded(text, evidence) if stem(word) not in had]


def _new_claim(text: str, related: Sentence | None, evidence: Evidence) -> bool:
    """A number or a name that neither the record nor the sentence before the edit had."""
    figures = (
        values(text) - evidence.figures - values("one") - (values(related.text) if related else frozenset())
    )
    return bool(figures) or any(
        re.search(rf"(?<=\w ){re.escape(word[0].upper())}(?i:{re.escape(word[1:])})\b", text)
        for word in _strange(text, related, evidence)
    )


def _adds_much(text: str, related: Sentence | None, evidence: Evidence) -> bool:
    """Several words that neither the record nor the sentence before the edit had."""
    strange = _strange(text, related, evidence)
    return len(strange) >= 2 and len(strange) > _NEW_SHARE * len(content(text))


def _says_something(text: str, evidence: Evidence) -> bool:
    """Whether a sentence without sources claims anything; courtesies and weekdays do not."""
    return len(claims(text)) >= 2 or bool(values(text) - values("one")) or bool(ungrounded(text, evidence))


def carries(text: str, source: SentenceSource) -> bool:
    """Whether a sentence still says something of a source: a telling word, a name or a number of it."""
    said, has = {stem(w) for w in claims(text)}, {stem(w) for w in claims(source.text)}
    if said & has or (values(text) & values(source.text)) - values("one"):
        return True
    return source.origin in (SourceFrom.INTERVIEW, SourceFrom.OPPORTUNITY) and bool(
        stems(text) & stems(source.text)
    )


def _found(text: str, evidence: Evidence) -> Iterator[SentenceSource]:
    """Records a sentence visibly rests on: two telling words, a rare one, or a large number in common."""
    said = {stem(word): weight(word) for word in claims(text)}
    for source in evidence.sources:
        shared = said.keys() & {stem(word) for word in claims(source.text)}
        rare = any(said[word] is Weight.RARE for word in shared)
        large = any(value > 12 for value in values(text) & values(source.text))
        if rare or large or len(shared) >= 2:
            yield source
