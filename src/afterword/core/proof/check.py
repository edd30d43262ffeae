"""The whole check of a text: the record first, then the genre's rules, then what is worth showing of an engine's flags."""

from collections.abc import Iterable, Sequence

from afterword.core.findings import Finding, Severity, Span
from afterword.core.proof.against import against_record
from afterword.core.proof.flags import RawFlag
from afterword.core.proof.genre import slips
from afterword.core.proof.marks import mark_slips
from afterword.core.proof.misfits import misfit_words
from afterword.core.proof.phrases import phrase_slips
from afterword.core.proof.policy import judged
from afterword.core.proof.record import NOTHING, Record
from afterword.core.proof.rivals import rival_words
from afterword.core.proof.spelling import Words, words_of
from afterword.core.proof.tokens import Token, tokens_of
from afterword.core.proof.zones import name_places

MOST_FIXES = 3


def proofread(
    text: str,
    *,
    flags: Sequence[RawFlag] = (),
    record: Record = NOTHING,
    own_words: frozenset[str] = frozenset(),
    dialect: str = "en",
) -> tuple[Finding, ...]:
    """Every finding about ``text`` by position, none overlapping another; offsets count characters.

    ``flags`` are an engine's, about this same text; ``own_words`` are those the user said are right;
    ``dialect`` is "en-US", "en-GB" or "en" for either. Only findings
    that are certain of the record (a name, the company, a placeholder) have the severity STOP.
    """
    tokens = tokens_of(text)
    words = known_words(text, tokens, record=record, own_words=own_words)
    held = against_record(text, tokens, record)
    rules = (finding for finding in slips(text, tokens) if _speaks(finding, words))
    hand = (*phrase_slips(text, tokens), *mark_slips(text, tokens))
    own = (finding for finding in hand if _speaks(finding, words))
    odd = (finding for finding in (*misfit_words(tokens), *rival_words(tokens)) if _speaks(finding, words))
    shown = judged(flags, text, tokens, words, dialect=dialect)
    return _without_overlaps(held, rules, own, odd, shown)


def known_words(text: str, tokens: tuple[Token, ...], *, record: Record, own_words: frozenset[str]) -> Words:
    """The names and words of ``text`` that are right as they stand."""
    return words_of(tokens, name_places(text, tokens), record.words | own_words)


def _speaks(finding: Finding, words: Words) -> bool:
    return finding.span is None or not words.names_only(finding.span.start, finding.span.end)


def _without_overlaps(*families: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of all families; where two overlap, the earlier family's stays and takes the other's fixes in."""
    kept: list[Finding] = []
    for family in families:
        for finding in sorted(family, key=_place):
            span = finding.span
            if span is None or not any(_overlap(span, other.span) for other in kept):
                kept.append(finding)
    return tuple(sorted(kept, key=_place))


def _place(finding: Finding) -> tuple[int, int, str]:
    span = finding.span or Span(0, 0)
    return (span.start, span.start - span.end, finding.code)


def _overlap(one: Span, other: Span | None) -> bool:
    return other is not None and one.start < other.end and other.start < one.end


def certain(finding: Finding) -> bool:
    """Whether a letter with this finding asks before it is approved."""
    return finding.severity is Severity.STOP
