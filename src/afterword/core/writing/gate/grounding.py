"""Grounding: every number, name and weekday in a letter occurs in the notes, the profile or the record."""

import re
from collections.abc import Iterator
from decimal import Decimal

from afterword.core.findings import Finding, Span
from afterword.core.writing.gate.body import Piece
from afterword.core.writing.gate.days import day_met, weekday
from afterword.core.writing.gate.evidence import Evidence
from afterword.core.writing.gate.numbers import Number, numbers, values
from afterword.core.writing.gate.reading import Reading
from afterword.core.writing.gate.stems import Weight, content, grounded, parts, weight
from afterword.core.writing.words.lexicon import known

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_ALWAYS = frozenset(
    (*_WEEKDAYS, *_MONTHS, "i", "i'm", "i'd", "i'll", "i've", "hr", "it", "ceo", "cfo", "zoom", "teams", "linkedin", "thanksgiving", "christmas",
     "easter", "english", "new", "ps", "dr", "prof", "mr", "ms", "mrs", "mx")
)  # fmt: skip
_CAPITAL = re.compile(r"(?<![\w'’])[^\W\d_a-zß-öø-ÿ][\w'’&.-]*", re.UNICODE)
_DAY = re.compile(r"\b(" + "|".join(_WEEKDAYS) + r")s?\b", re.IGNORECASE)
_LOOSE = re.compile(r"\b(?:two minutes|one or two|two or three|a couple)\b", re.IGNORECASE)
_SHARE_LIMIT = 0.35


def check_numbers(reading: Reading) -> Iterator[Finding]:
    """A number nobody noted is the worst kind of invention. "One" and "two minutes" are idiom, not figures."""
    loose = [Span(m.start(), m.end()) for m in _LOOSE.finditer(reading.text)]
    for number in numbers(reading.text):
        if _idiom(number, loose) or number.value in reading.evidence.figures:
            continue
        yield Finding(
            code="grounding.number",
            message=f"“{number.text}” is in none of your notes, your profile or the interview record.",
            span=number.span,
        )


def _idiom(number: Number, loose: list[Span]) -> bool:
    if number.spelt and number.value <= Decimal(1):
        return True
    return any(span.start <= number.span.start < span.end for span in loose)


def check_names(reading: Reading) -> Iterator[Finding]:
    """Every capitalised word inside a sentence is a name, so it must be on record."""
    for piece in reading.sentences:
        for found in _CAPITAL.finditer(piece.text):
            word = found.group().rstrip(".'’-")
            if _is_known_name(word, reading.evidence) or _opens(piece.text, found.start(), word):
                continue
            start = piece.start + found.start()
            yield Finding(
                code="grounding.name",
                message=f"“{word}” is in none of your notes, your profile or the interview record.",
                span=Span(start, start + len(word)),
            )


def _is_known_name(word: str, evidence: Evidence) -> bool:
    """Whether a name is on record: each of its parts, or the whole as written ("US", which is no word but "us")."""
    if word.isupper() and any(word in text.split() for text in evidence.allowed):
        return True
    named = parts(word)
    return all(
        part in _ALWAYS
        or len(part) == 1
        or bool(values(part))
        or grounded(part, evidence.known)
        or (len(named) > 1 and weight(part) is Weight.STOP)
        for part in named
    )


def _opens(sentence: str, at: int, word: str) -> bool:
    """A capital that only begins a sentence or a quotation tells nothing, as long as the word is an English one."""
    before = sentence[:at].rstrip()
    if before and before[-1] not in "\"“‘'(:":
        return False
    shouted = len(word) > 1 and word[1:] != word[1:].lower()
    return not shouted and all(known(part) for part in parts(word))


def check_content(reading: Reading) -> Iterator[Finding]:
    """A sentence whose words mostly come from nowhere says something nobody noted."""
    for piece in reading.sentences:
        strange = ungrounded(piece.text, reading.evidence)
        said = content(piece.text)
        if len(strange) >= 2 and len(strange) > _SHARE_LIMIT * len(said):
            words = ", ".join(dict.fromkeys(strange))
            yield Finding(
                code="grounding.content",
                message=f"Nothing in your notes or profile speaks of this: {words}.",
                span=piece.span,
            )


def ungrounded(sentence: str, evidence: Evidence) -> tuple[str, ...]:
    """The content words of a sentence that are neither letter frame nor known from any allowed text."""
    return tuple(
        word
        for word in content(sentence)
        if weight(word) in (Weight.ORDINARY, Weight.RARE)
        and word not in _ALWAYS
        and not grounded(word, evidence.known)
    )


def check_days(reading: Reading) -> Iterator[Finding]:
    """The weekday of the meeting is checked against the record; a wrong one shows a careless letter."""
    met = weekday(day_met(reading.evidence.case))
    for piece in reading.sentences:
        for found in _DAY.finditer(piece.text):
            if not grounded(found.group(1).lower(), reading.evidence.known):
                yield Finding(
                    code="grounding.day",
                    message=f"You met on {met}; no note mentions {found.group(1)}.",
                    span=_within(piece, found.start(1), found.end(1)),
                    fixes=(met,),
                )


def _within(piece: Piece, start: int, end: int) -> Span:
    return Span(piece.start + start, piece.start + end)
