"""The gate: every check over one letter, whoever wrote it — the rules, the user, or a model."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from afterword.core.facts import Case, LetterKind, PersonId
from afterword.core.findings import Finding, Severity, Span
from afterword.core.writing.gate import (
    claim,
    distinct,
    grounding,
    joints,
    leak,
    people,
    phrases,
    proof,
    size,
    sources,
    specific,
    splices,
    tone,
)
from afterword.core.writing.gate.body import Body, Piece, read_body, sentences_of
from afterword.core.writing.gate.evidence import gather, unsigned
from afterword.core.writing.gate.reading import Reading
from afterword.core.writing.letter import KeptOut, Letter, Sentence

Check = Callable[[Reading], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    leak.check_leaks,
    proof.check_placeholders,
    people.check_greeting,
    people.check_misspelt,
    people.check_company,
    people.check_signature,
    people.check_honorifics,
    people.check_third_person,
    grounding.check_numbers,
    grounding.check_names,
    grounding.check_days,
    grounding.check_content,
    claim.check_claims_of_me,
    claim.check_claims_of_them,
    specific.check_specific,
    distinct.check_distinct,
    distinct.check_history,
    phrases.check_phrases,
    tone.check_superlatives,
    tone.check_exclamation,
    tone.check_emoji,
    tone.check_shouting,
    size.check_length,
    size.check_sentences,
    size.check_reading_ease,
    size.check_subject,
    proof.check_doubled,
    proof.check_articles,
    proof.check_spacing,
    splices.check_splices,
    joints.check_joints,
    joints.check_dates,
)
#: The checks that also hold for what is said on the telephone.
SPOKEN: tuple[Check, ...] = (
    leak.check_leaks,
    proof.check_placeholders,
    people.check_misspelt,
    grounding.check_numbers,
    grounding.check_names,
    claim.check_claims_of_me,
    phrases.check_phrases,
    proof.check_doubled,
    proof.check_articles,
    proof.check_spacing,
    splices.check_splices,
    joints.check_joints,
)
_GRAVITY = {Severity.STOP: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class Checked:
    """The sentences with the sources they still carry, and the findings, gravest first."""

    sentences: tuple[Sentence, ...]
    findings: tuple[Finding, ...]

    @property
    def stopped(self) -> bool:
        """Whether a leak, a placeholder or a wrong name keeps the letter from going out."""
        return any(finding.severity is Severity.STOP for finding in self.findings)


def check_letter(
    case: Case,
    *,
    to: PersonId,
    kind: LetterKind,
    subject: str,
    body: str,
    kept_out: tuple[KeptOut, ...] = (),
    others: tuple[tuple[PersonId, str], ...] = (),
    sentences: tuple[Sentence, ...] = (),
) -> Checked:
    """Examine one letter. Spans count characters of ``body`` as given.

    ``others`` are the bodies of letters going out beside this one; ``sentences`` what the writer said of the
    sentences before any edit. Never raises, whatever the text.
    """
    plain = unicodedata.normalize("NFC", body)
    reading = Reading(
        kind=kind,
        subject=unicodedata.normalize("NFC", subject),
        text=plain,
        body=read_body(plain, kind=kind, signer=unsigned(case.candidate.name)),
        evidence=gather(case, to=to, kept_out=kept_out),
        others=tuple(other for other in others if other[0] != to),
    )
    traced = sources.trace(reading, sentences)
    found = [finding for check in CHECKS for finding in check(reading)] + list(traced.findings)
    placed = found if plain == body else _placed(found, body)
    order = sorted(dict.fromkeys(placed), key=_rank)
    return Checked(traced.sentences, tuple(order))


def examined(case: Case, letters: tuple[Letter, ...], *, kept_out: tuple[KeptOut, ...]) -> tuple[Letter, ...]:
    """The letters of one case with what the gate finds in each, the others beside it. Nothing else changes."""
    bodies = tuple((letter.to, letter.body) for letter in letters)
    return tuple(replace(letter, findings=_found(case, letter, kept_out, bodies)) for letter in letters)


def _found(
    case: Case, letter: Letter, kept_out: tuple[KeptOut, ...], bodies: tuple[tuple[PersonId, str], ...]
) -> tuple[Finding, ...]:
    """The writer's own findings first; what it already said of specificity is not said twice."""
    got = check_letter(
        case,
        to=letter.to,
        kind=letter.kind,
        subject=letter.subject,
        body=letter.body,
        kept_out=kept_out,
        others=bodies,
        sentences=letter.sentences,
    )
    said = any(finding.code == "letter.low_specificity" for finding in letter.findings)
    new = (f for f in got.findings if not (said and f.code == "letter.not_specific"))
    return tuple(dict.fromkeys((*letter.findings, *new)))


def check_spoken(
    case: Case, *, to: PersonId, text: str, kept_out: tuple[KeptOut, ...] = ()
) -> tuple[Finding, ...]:
    """Examine words that are said, not written: no leak, nothing invented, no phrase nobody would say."""
    plain = unicodedata.normalize("NFC", text)
    reading = Reading(
        kind=LetterKind.STATUS_CHECK,
        subject="",
        text=plain,
        body=Body(None, sentences_of(Piece(plain, 0)), None, None),
        evidence=gather(case, to=to, kept_out=kept_out),
    )
    return tuple(finding for check in SPOKEN for finding in check(reading))


def _rank(finding: Finding) -> tuple[int, int, str]:
    return _GRAVITY[finding.severity], finding.span.start if finding.span else -1, finding.code


def _placed(findings: list[Finding], body: str) -> list[Finding]:
    """Move spans from the composed text back to the characters as typed."""
    starts = _starts(body)
    return [
        replace(f, span=Span(starts[f.span.start], starts[f.span.end])) if f.span else f for f in findings
    ]


def _starts(body: str) -> list[int]:
    """For each position of the composed text, the position in the text as typed."""
    starts, begin = [], 0
    for at in range(1, len(body) + 1):
        if at == len(body) or not unicodedata.combining(body[at]):
            starts += [begin] * len(unicodedata.normalize("NFC", body[begin:at]))
            begin = at
    return [*starts, len(body)]
