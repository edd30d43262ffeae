"""Claim shape: what the letter says of its writer rests on the profile, what it says they said on their notes."""

import re
from collections.abc import Iterator

from afterword.core.findings import Finding, Span
from afterword.core.writing.gate.body import Piece
from afterword.core.writing.gate.reading import Reading
from afterword.core.writing.gate.stems import claims, grounded

_OF_ME = re.compile(
    r"\b(?:I(?:'ve|’ve| have)?(?: also| once| recently| personally| regularly)? "
    r"(?:led|built|cut|reduced|managed|ran|run|closed|cleared|found|saved|wrote|written|designed|implemented|migrated|"
    r"trained|hired|supervised|prepared|prepare|reviewed|review|audited|reconciled|reconcile|grew|grown|increased|"
    r"achieved|won|earned|hold|held|speak|owned|own|oversaw|overseen|automated|launched|created|developed|processed|"
    r"process|delivered|recovered|negotiated|introduced|set up|moved|opened|rebuilt|halved|doubled|tripled|raised|"
    r"specialise|specialize|maintained|maintain|completed|coordinated|handled|handle|kept|took|brought|taught|worked|"
    r"never missed|passed)\b"
    r"|(?i:my) (?:\w+ ){0,2}(?:experience|background|years|work|time|degree|certification|training) (?:in|with|at|as|on|of)\b)",
)
_OF_THEM = re.compile(
    r"\b(?:you(?: and your team)?|your team|your colleagues?)(?: also| had| both)? "
    r"(?:said|mentioned|told me|described|explained|asked|noted|pointed out|emphasi[sz]ed|stressed|shared)\b"
    r"|\byour (?:point|question|remark|comment|description|account|story|explanation|observation)s? "
    r"(?:about|that|of|on|how|was|is)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;:.!?](?:\s|$)| (?:and|so|because|since|while|but) I\b")


def check_claims_of_me(reading: Reading) -> Iterator[Finding]:
    """ "I led …" needs the profile (or a note of having said so) behind it."""
    mine = reading.evidence.own | reading.evidence.noted | reading.evidence.record
    for piece, at, clause in _clauses(reading, _OF_ME):
        if _unsupported(clause, mine):
            yield Finding(
                code="claim.about_me",
                message="Your profile does not say this. Add it there, or take it out.",
                span=Span(piece.start + at, piece.start + at + len(clause)),
            )


def check_claims_of_them(reading: Reading) -> Iterator[Finding]:
    """ "You said …" needs a note of this person's words behind it."""
    theirs = reading.evidence.noted | reading.evidence.own
    for piece, at, clause in _clauses(reading, _OF_THEM):
        if _unsupported(clause, theirs | reading.evidence.record) or not reading.evidence.restated:
            yield Finding(
                code="claim.about_you",
                message="No note of yours has this person saying so. Take it out, or note it first.",
                span=Span(piece.start + at, piece.start + at + len(clause)),
            )


def _clauses(reading: Reading, pattern: re.Pattern[str]) -> Iterator[tuple[Piece, int, str]]:
    for piece in reading.sentences:
        for found in pattern.finditer(piece.text):
            stop = _CLAUSE_END.search(piece.text, found.end())
            yield piece, found.start(), piece.text[found.start() : stop.start() if stop else len(piece.text)]


def _unsupported(clause: str, known: frozenset[str]) -> bool:
    """More of the clause's telling words come from nowhere than from the record (one alone is let pass)."""
    telling = claims(clause)
    strange = [word for word in telling if not grounded(word, known)]
    return bool(strange) and len(strange) > len(telling) - len(strange)
