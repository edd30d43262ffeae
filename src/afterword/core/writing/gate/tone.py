"""Tone that phrases alone do not show: superlatives, exclamation marks, emoji, shouting."""

import re
from collections.abc import Iterator

from afterword.core.findings import Finding, Severity, Span
from afterword.core.writing.gate.reading import Reading
from afterword.core.writing.gate.stems import parts

_SUPERLATIVE = re.compile(
    r"\b(?:best(?! (?:regards|wishes|practices?)\b)|greatest|finest|most (?:amazing|impressive|important|interesting|"
    r"exciting|talented|valuable|wonderful|inspiring|qualified|remarkable|welcoming|professional)|"
    r"strongest|smartest|nicest|kindest|perfect|flawless|unmatched|unparalleled|second to none)\b",
    re.IGNORECASE,
)
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2764\ufe0f]|(?<!\\w)[:;]-?[)D(](?!\\w)")
_SHOUT = re.compile(r"\b[A-Z]{5,}\b")


def check_superlatives(reading: Reading) -> Iterator[Finding]:
    """One superlative may be meant; two are flattery."""
    found = [m for piece in reading.sentences for m in _at(piece.text, piece.start, _SUPERLATIVE)]
    for start, end, word in found[1:]:
        yield Finding("tone.superlatives", f"“{word}”: one superlative is enough.", Span(start, end))


def _at(text: str, start: int, pattern: re.Pattern[str]) -> list[tuple[int, int, str]]:
    return [(start + m.start(), start + m.end(), m.group()) for m in pattern.finditer(text)]


def check_exclamation(reading: Reading) -> Iterator[Finding]:
    """At most one exclamation mark."""
    for found in list(re.finditer("!", reading.text))[1:]:
        span = Span(found.start(), found.end())
        yield Finding("tone.exclamation", "One exclamation mark is enough.", span, (".",))


def check_emoji(reading: Reading) -> Iterator[Finding]:
    """No emoji and no smileys."""
    for found in _EMOJI.finditer(reading.text):
        yield Finding("tone.emoji", "Leave out emoji.", Span(found.start(), found.end()), ("",))


def check_shouting(reading: Reading) -> Iterator[Finding]:
    """No words in capitals, abbreviations of the record and the notes excepted."""
    for found in _SHOUT.finditer(reading.text):
        if not set(parts(found.group())) & reading.evidence.known and not _abbreviation(
            found.group(), reading
        ):
            span = Span(found.start(), found.end())
            fixes = (found.group().capitalize(),)
            yield Finding("tone.shouting", "Capitals read as shouting.", span, fixes, Severity.NOTE)


def _abbreviation(word: str, reading: Reading) -> bool:
    texts = " ".join(source.text for source in reading.evidence.sources)
    return word in texts
