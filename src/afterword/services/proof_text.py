"""Proofreading one text: known names are shielded from the engine, its flags judged, our own checks made.

A missing or broken engine leaves our own checks working, and says so in one finding.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from afterword.core.errors import BadInput
from afterword.core.findings import Finding, Severity
from afterword.core.proof.check import certain, proofread
from afterword.core.proof.flags import RawFlag
from afterword.core.proof.record import NOTHING, Record, record_of_names
from afterword.core.proof.shield import shielded
from afterword.ports.proof import EngineMissing, ProofEngine

#: The longest text read; more is refused in words.
LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class ProofResult:
    """The findings by position; ``engine_missing`` is the reason when the engine took no part."""

    findings: tuple[Finding, ...]
    engine_missing: str = ""

    @property
    def certain(self) -> tuple[Finding, ...]:
        """The findings a letter asks about before it is approved."""
        return tuple(finding for finding in self.findings if certain(finding))


def proof_text(
    text: str,
    *,
    engine: ProofEngine | None,
    record: Record = NOTHING,
    own_words: frozenset[str] = frozenset(),
    dialect: str = "en",
) -> ProofResult:
    """Proofread ``text``; ``engine`` None means our own checks alone. Raises BadInput for an overlong text."""
    if len(text) > LONGEST:
        raise BadInput(f"The text is longer than {LONGEST:,} characters; proofread it in parts.")
    flags, missing = _flags(text, engine, record, own_words, dialect)
    findings = proofread(text, flags=flags, record=record, own_words=own_words, dialect=dialect)
    if missing:
        note = Finding(
            "proof.engine_missing",
            f"Spelling and general grammar were not checked. {missing}",
            None,
            (),
            Severity.NOTE,
        )
        findings = (*findings, note)
    return ProofResult(findings, missing)


def _flags(
    text: str, engine: ProofEngine | None, record: Record, own_words: frozenset[str], dialect: str
) -> tuple[tuple[RawFlag, ...], str]:
    if engine is None:
        return (), "No proofreading engine is set up."
    shield = shielded(text, record=record, own_words=own_words)
    try:
        return shield.back(engine.flags(shield.text, dialect=dialect)), ""
    except EngineMissing as error:
        return (), str(error)


def as_json(findings: Iterable[Finding]) -> list[dict[str, object]]:
    """The findings as the command's answer shows them; a finding about no place has start and end 0."""
    return [
        {
            "start": finding.span.start if finding.span else 0,
            "end": finding.span.end if finding.span else 0,
            "code": finding.code,
            "message": finding.message,
            "fixes": list(finding.fixes),
        }
        for finding in findings
    ]


def proof_lines(
    lines: Iterable[str],
    *,
    engine: ProofEngine | None,
    own_words: frozenset[str] = frozenset(),
    dialect: str = "en",
) -> Iterator[str]:
    """JSON lines ``{"id", "text", "names"?: [...]}`` in; for each ``{"id", "findings"}`` or ``{"id", "error"}`` out."""
    for line in lines:
        if line.strip():
            yield json.dumps(_answer(line, engine, own_words, dialect), ensure_ascii=False)


def _answer(
    line: str, engine: ProofEngine | None, own_words: frozenset[str], dialect: str
) -> dict[str, object]:
    try:
        asked = json.loads(line)
    except json.JSONDecodeError as error:
        return {"id": None, "error": f"This line is not JSON: {error}"}
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return {"id": asked.get("id") if isinstance(asked, dict) else None, "error": "A line needs a “text”."}
    names = tuple(name for name in asked.get("names") or () if isinstance(name, str))
    record = record_of_names(names)
    try:
        result = proof_text(asked["text"], engine=engine, record=record, own_words=own_words, dialect=dialect)
    except BadInput as error:
        return {"id": asked.get("id"), "error": str(error)}
    return {"id": asked.get("id"), "findings": as_json(result.findings)}
