"""Distinct: no two people, and no person twice, get the same letter. Neighbours compare.

Three consecutive words are the measure: the share of trigrams two bodies have in common (Jaccard).
Letters by a practised hand to one panel stay under 0.04.
"""

from collections.abc import Iterator

from afterword.core.facts import EarlierLetter
from afterword.core.findings import Finding, Severity
from afterword.core.writing.gate.body import Body, Piece, read_body
from afterword.core.writing.gate.evidence import unsigned
from afterword.core.writing.gate.reading import Reading
from afterword.core.writing.gate.stems import words

_TOO_ALIKE = 0.15
_RATHER_ALIKE = 0.10
_SAME_OPENING = 5  # first words
_COUNTS_AS_SENTENCE = 6  # words


def check_distinct(reading: Reading) -> Iterator[Finding]:
    """Against the letters to others that go out beside this one."""
    names = {person.id: person.name for person in reading.evidence.case.interviewers}
    for to, text in reading.others:
        other = read_body(text, kind=reading.kind, signer=unsigned(reading.evidence.case.candidate.name))
        whose = f"the one to {names.get(to, 'somebody else')}"
        yield from _likeness(reading.body, other, "distinct", whose)
        yield from _same_ends(reading.body, other, whose)


def check_history(reading: Reading) -> Iterator[Finding]:
    """Against letters already sent to this person, and to others at the same company."""
    for earlier in reading.evidence.case.earlier:
        if _concerns(earlier, reading):
            other = read_body(
                earlier.body, kind=earlier.kind, signer=unsigned(reading.evidence.case.candidate.name)
            )
            yield from _likeness(reading.body, other, "history", "one you sent before")


def _concerns(earlier: EarlierLetter, reading: Reading) -> bool:
    person = reading.evidence.person
    same_person = person is not None and earlier.to == person.id
    return same_person or earlier.company in ("", reading.evidence.case.opportunity.company)


def trigrams(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of three words in a text, in lower case."""
    said = [word.lower() for word in words(text)]
    return frozenset(tuple(said[at : at + 3]) for at in range(len(said) - 2))


def likeness(one: str, other: str) -> float:
    """The share of trigrams two texts have in common, 0 to 1."""
    left, right = trigrams(one), trigrams(other)
    return len(left & right) / len(left | right) if left | right else 0.0


def _likeness(mine: Body, other: Body, code: str, whose: str) -> Iterator[Finding]:
    share = likeness(mine.core, other.core)
    if share >= _TOO_ALIKE:
        yield Finding(f"{code}.too_alike", f"This letter is nearly {whose}. Say something of its own.")
    elif share >= _RATHER_ALIKE:
        yield Finding(
            f"{code}.rather_alike", f"This letter sounds much like {whose}.", severity=Severity.NOTE
        )
    theirs = {_plain(piece) for piece in other.sentences}
    for piece in mine.sentences:
        if len(piece.text.split()) >= _COUNTS_AS_SENTENCE and _plain(piece) in theirs:
            yield Finding(f"{code}.sentence", f"This sentence also stands in {whose}.", span=piece.span)


def _same_ends(mine: Body, other: Body, whose: str) -> Iterator[Finding]:
    if not mine.sentences or not other.sentences:
        return
    first, last = mine.sentences[0], mine.sentences[-1]
    if _head(first) == _head(other.sentences[0]):
        yield Finding("distinct.opener", f"It opens like {whose}.", span=first.span)
    if len(mine.sentences) > 1 and _plain(last) == _plain(other.sentences[-1]):
        yield Finding("distinct.closer", f"It ends like {whose}.", span=last.span)


def _head(piece: Piece) -> list[str]:
    return [word.lower() for word in words(piece.text)[:_SAME_OPENING]]


def _plain(piece: Piece) -> str:
    return " ".join(words(piece.text)).lower()
