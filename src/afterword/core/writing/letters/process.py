"""What a reader who runs the process told of it: the steps, the papers they need, their call, the notice period."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from afterword.core.facts import Relation
from afterword.core.writing.idea import Idea, Risk, Shape
from afterword.core.writing.letters.told import is_act, is_own_step, is_paper
from afterword.core.writing.letters.worth import as_step
from afterword.core.writing.notes.phrases import is_plural
from afterword.core.writing.notes.tokens import tokens

RUNS_IT = frozenset({Relation.HR, Relation.RECRUITER, Relation.COORDINATOR})
_ALL, _TWO = (
    27,
    9,
)  # words of all steps together to those who run the process; of one step beside another to others
_PART = re.compile(
    r",? and then |, then |,? and (?=(?:an?|the|your|my|HR's|offers?|feedback|reference|two weeks|calls|lunch)\b)|, (?!\d|probably|before|after|[A-Z])"
)
_ASKED_FOR = re.compile(
    r"\b(?:needs?|wants?|asked(?: me)? for|asks for|must send|to send)\b|\breferences please\b", re.I
)
_NEEDS = re.compile(r"(?:(?:he|she|they|you|also) )*(?:needs?|wants?|asked(?: me)? for) (?!me\b|to\b)", re.I)
_DUE = re.compile(r"\breferences (?:by|before)\b")
_CALL = re.compile(r"your (?:call|e-mail|briefing)\b")


@dataclass(frozen=True, slots=True)
class Process:
    """The process as one person told it. ``steps`` names the steps in one phrase, ``call`` the reader's own call or
    e-mail, ``papers`` what they need of the candidate; ``notice`` is a question whose clause is the answer."""

    steps: Idea | None = None
    call: Idea | None = None
    papers: Idea | None = None
    notice: Idea | None = None


def process_of(ideas: Sequence[Idea], reader: Relation) -> Process:
    """The process in the notes for one reader; an agency recruiter's own call is told apart from the client's steps."""
    found = [s for i in ideas if (s := as_step(i)).shape is Shape.STEP and i.risk is Risk.FREE]
    parts = [replace(s, topic=part) for s in found for part in _parts(s.topic)]
    papers = [p for p in parts if _is_paper(p)]
    steps = [p for p in parts if p not in papers and is_own_step(p)]
    calls = [p for p in steps if reader is Relation.RECRUITER and _CALL.match(p.topic)]
    return Process(
        steps=_joined([s for s in steps if s not in calls], reader),
        call=calls[0] if calls else None,
        papers=_papers(papers),
        notice=next(
            (i for i in ideas if i.shape is Shape.QUESTION and i.clause.startswith("my notice ")), None
        ),
    )


def of_terms(idea: Idea) -> bool:
    """Whether a question is about the candidate's terms, answered or left, and no subject to enjoy."""
    return idea.shape is Shape.QUESTION and bool(
        re.search(
            r"\b(?:notice|when I (?:can|could) (?:start|join)|when I qualify|start date|availability)\b",
            idea.question,
        )
    )


def _parts(topic: str) -> list[str]:
    return [part.strip() for part in _PART.split(topic) if part.strip()]


def _joined(steps: list[Idea], reader: Relation) -> Idea | None:
    """All steps for those who run the process, the first two short ones for anybody else."""
    told = [s.topic for s in steps][:4]
    if reader in RUNS_IT:
        while len(told) > 1 and sum(len(p.split()) for p in told) > _ALL:
            told.pop()
    else:
        told = [p for p in told if len(p.split()) <= _TWO][:2] or told[:1]
    if not told:
        return None
    listed = told[0] if len(told) == 1 else ", ".join(told[:-1]) + " and " + told[-1]
    return replace(steps[0], topic=listed, plural=len(told) > 1 or steps[0].plural)


def _is_paper(step: Idea) -> bool:
    """Whether a step is something to send: what they said they need, unless it is an act, or references by a day."""
    if _NEEDS.match(step.raw) and step.topic == _parts(step.topic)[0] and not is_act(step.topic):
        return step.raw.endswith(step.topic) or is_paper(step.topic)
    return is_paper(step.topic) and bool(_ASKED_FOR.search(step.raw) or _DUE.search(step.topic))


def _papers(papers: list[Idea]) -> Idea | None:
    """All they need as one: "my availability for next week and my approval in writing"."""
    if not papers:
        return None
    words = [_to_send(p.topic) for p in papers[:2]]
    many = len(words) > 1 or is_plural(tokens(words[0]))
    return replace(papers[0], shape=Shape.PROMISE, topic=" and ".join(words), plural=many)


def _to_send(words: str) -> str:
    """What they need, as it follows "I will send you": "my references", "two references by Thursday"."""
    words = re.sub(r"^the (?=proof|evidence|confirmation|copy)", "", words)
    return (
        words
        if re.match(r"(?:my|an?|the|two|three|\d|proof|evidence|confirmation)\b", words)
        else f"my {words}"
    )
