"""Drafts in the JSON other programs rely on (docs/reference: the answer of ``draft``)."""

from typing import Any

from afterword.core.findings import Finding
from afterword.core.writing.letter import Drafts, Letter, Sentence


def drafts_json(drafts: Drafts) -> dict[str, Any]:
    """``{"drafts": […], "kept_out": […], "ask": […], "warnings": […]}``, plain values only."""
    return {
        "drafts": [_letter(letter) for letter in drafts.letters],
        "kept_out": [
            {"interviewer": k.interviewer, "text": k.text, "code": k.code, "why": k.why}
            for k in drafts.kept_out
        ],
        "ask": [{"interviewer": a.interviewer, "question": a.question} for a in drafts.ask],
        "warnings": [{"code": w.code, "message": w.message} for w in drafts.warnings],
    }


def _letter(letter: Letter) -> dict[str, Any]:
    return {
        "to": letter.to,
        "kind": letter.kind.value,
        "subject": letter.subject,
        "body": letter.body,
        "sentences": [_sentence(s) for s in letter.sentences],
        "findings": [_finding(f) for f in letter.findings],
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "move": sentence.move,
        "sources": [{"from": s.origin.value, "text": s.text} for s in sentence.sources],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    found: dict[str, Any] = {"code": finding.code, "message": finding.message, "fixes": list(finding.fixes)}
    if finding.span:
        found |= {"start": finding.span.start, "end": finding.span.end}
    return found
