"""What a point has to do with the very role: the work it will bring, a reader who began in it."""

import re
from dataclasses import replace

from afterword.core.facts import Opportunity, PointKind
from afterword.core.writing.idea import Idea, Risk, Shape
from afterword.core.writing.words.lexicon import Tag, verb_as

_BEGAN = re.compile(
    r"you (?:also )?(?:started|began|joined|came)\b.*\bas an? (?P<what>[\w -]+?)(?= in\b| \d|,|$)", re.I
)
_WORK = re.compile(
    r"(?:(?:the|this|a|an|every|each|all) )?(?:new |next )?(?P<who>[\w -]+?) (?P<verb>\w+) (?P<what>(?!by\b|to\b).+)$"
)
_STATES = {"be", "have", "get", "need", "want", "sit", "leave", "quit", "report", "earn"}
_PLAIN = {
    "manager",
    "senior",
    "lead",
    "head",
    "director",
    "officer",
    "assistant",
    "specialist",
    "and",
    "of",
    "the",
}


def with_role(idea: Idea, job: Opportunity) -> Idea:
    """The point as it concerns this role; most points are given back as they are.

    "The intern builds the tracker" to a future intern is work to look forward to; "you started there as an intern" is
    something in common.
    """
    if idea.risk is not Risk.FREE or idea.face_risk or not idea.clause:
        return idea
    return _began_alike(idea, job) or _own_work(idea, job) or idea


def _began_alike(idea: Idea, job: Opportunity) -> Idea | None:
    began = _BEGAN.match(idea.clause)
    if began is None or not _words(began["what"]) & _words(job.role):
        return None
    clause = re.sub(r"\bthere\b", f"at {job.company}", idea.clause)
    return replace(idea, shape=Shape.SHARED, kind=PointKind.CONNECTION, clause="", shared=clause)


def _own_work(idea: Idea, job: Opportunity) -> Idea | None:
    """ "the intern builds the weekly sales tracker" -> "building the weekly sales tracker"."""
    told = _WORK.match(idea.clause)
    if told is None or not _words(told["who"]) or not _words(told["who"]) <= _words(job.role):
        return None
    verb = verb_as(told["verb"].lower(), Tag.BASE if told["who"].endswith("s") else Tag.S)
    if verb is None or verb.base in _STATES:
        return None
    return replace(idea, shape=Shape.CLAUSE, kind=PointKind.PROJECT, gerund=f"{verb.ing} {told['what']}")


def _words(text: str) -> set[str]:
    return {w.lower().removesuffix("s") for w in re.findall(r"[A-Za-z]{4,}", text)} - _PLAIN


def is_own_work(idea: Idea) -> bool:
    """Whether a fact is about the work the role will bring."""
    return idea.shape is Shape.CLAUSE and bool(idea.gerund)
