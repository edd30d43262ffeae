"""A letter as a value: to whom, what it says, and where every sentence comes from."""

from dataclasses import dataclass
from enum import StrEnum

from afterword.core.facts import LetterKind, PersonId
from afterword.core.findings import Finding


class SourceFrom(StrEnum):
    """What kind of record a sentence rests on."""

    POINT = "point"
    PROFILE = "profile"
    INTERVIEW = "interview"
    OPPORTUNITY = "opportunity"


@dataclass(frozen=True, slots=True)
class SentenceSource:
    """The words of the record a sentence rests on."""

    origin: SourceFrom
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body, the move it makes (thank, refer, tie, connect, interest, …) and its sources."""

    text: str
    move: str
    sources: tuple[SentenceSource, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A draft to one person. ``body`` holds greeting, paragraphs, close and name, parted by blank lines."""

    to: PersonId
    kind: LetterKind
    subject: str
    body: str
    sentences: tuple[Sentence, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptOut:
    """A point that was not used, with a stable code and the reason in words."""

    interviewer: PersonId
    text: str
    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A short question that would let the letter be specific."""

    interviewer: PersonId
    question: str


@dataclass(frozen=True, slots=True)
class Drafts:
    """What the writer gives back for one case: letters, what stayed out, questions, warnings."""

    letters: tuple[Letter, ...] = ()
    kept_out: tuple[KeptOut, ...] = ()
    ask: tuple[Ask, ...] = ()
    warnings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class CallCard:
    """The one-screen script for a status call. Branch texts are spoken as written."""

    to: PersonId
    not_before: str  # ISO 8601 date, "" when nothing is known
    branches: dict[
        str, str
    ]  # open, ask, not_yet, moving_forward, someone_else, gatekeeper, wrong_moment, voicemail, close
    kept_out: tuple[KeptOut, ...] = ()
    warnings: tuple[Finding, ...] = ()
