"""What the plan is made of: steps with times and reasons, what was dropped, and how the week stands."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from afterword.core.facts import InterviewId, LetterKind, OpportunityId, PersonId


class Rule(StrEnum):
    """The rules of the protocol that bring steps (S only limits them)."""

    THANK_YOU = "thank_you"  # T
    RELATIONSHIP = "relationship"  # R
    JOB_HUNT = "job_hunt"  # H
    PHONE_CALL = "phone_call"  # C
    FEEDBACK = "feedback"  # F
    OFFER = "offer"  # O


class Act(StrEnum):
    """What the user does to complete a step."""

    WRITE = "write"  # a letter of ``Step.letter``
    CALL = "call"
    FIND_ADDRESS = "find_address"
    ASK_QUESTIONS = "ask_questions"  # choose questions before an interview
    KEEP_IN_TOUCH = "keep_in_touch"
    HUNT = "hunt"  # one of the week's aims
    KEEP_PROMISE = "keep_promise"  # something the candidate promised
    CONFIRM = "confirm"  # something only the user can decide: an offer to answer, a silence to close


class State(StrEnum):
    """Where a step stands at ``now``."""

    LATER = "later"
    OPEN = "open"
    LATE = "late"
    DONE = "done"
    CLOSED = "closed"


class Step(NamedTuple):
    """Something to do next. Times are aware, in the recipient's zone; None means the rule sets none.

    A tuple, like what is dropped, because the plan of a full workspace makes thousands of them.

    ``key`` is stable while the facts stand: the same cause gives the same key on any machine.
    ``check`` counts status checks (1 or 2), else 0.
    """

    key: str
    rule: Rule
    act: Act
    state: State
    reason: str
    person: PersonId | None = None
    interview: InterviewId | None = None
    opportunity: OpportunityId | None = None
    letter: LetterKind | None = None
    opens: datetime | None = None
    target: datetime | None = None
    due: datetime | None = None
    closes: datetime | None = None
    check: int = 0


class Dropped(NamedTuple):
    """A step the rules do not offer, and why, so that nothing is silent (law 6)."""

    key: str
    rule: Rule
    reason: str
    person: PersonId | None = None
    interview: InterviewId | None = None
    opportunity: OpportunityId | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """One aim of the week: how many are meant, how many are done, and the next concrete thing."""

    aim: str  # a field name of facts.WeeklyAims
    target: int
    done: int
    next_thing: str
    person: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """The hunt of the week that starts on ``monday`` (in the candidate's zone). Stopped once an offer is accepted."""

    monday: date
    progress: tuple[Progress, ...]
    stopped: str = ""  # the reason, when the hunt has ended


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole protocol for one owner at one moment, derived and never stored."""

    steps: tuple[Step, ...]
    dropped: tuple[Dropped, ...]
    week: Week
