"""One interview as its screen shows it: when, with whom, and what each person is still owed."""

from dataclasses import dataclass
from datetime import datetime

from afterword.core.facts import (
    Candidate,
    Debrief,
    Interview,
    LetterKind,
    LetterSent,
    Opportunity,
    Person,
    PersonId,
    Promise,
    Reply,
    ReplyClass,
)
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.steps import State
from afterword.services.keep_promise import PromiseHeard, promises_heard
from afterword.services.show_today import show_today
from afterword.store import facts, letters

_TO_DO = (State.OPEN, State.LATE)


@dataclass(frozen=True, slots=True)
class TookPart:
    """One interviewer: what was noted of them, and where their thank-you stands ("", draft, approved, sent …)."""

    person: Person
    points: int
    noted: bool
    letter: str = ""
    letter_id: str = ""
    step: str = ""  # key of the plan's step to thank them, while it is open


@dataclass(frozen=True, slots=True)
class InterviewShown:
    """An interview with everything its screen says. ``over`` tells whether it has ended at the moment asked.

    ``heard`` are decision dates in the notes that wait for a yes or a no; ``feedback`` is what employers answered to feedback requests, for the next interview to profit from.
    """

    interview: Interview
    opportunity: Opportunity
    candidate: Candidate
    people: tuple[TookPart, ...]
    over: bool
    heard: tuple[PromiseHeard, ...] = ()
    feedback: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class DebriefShown:
    """The capture of one interview: all interviewers in order, what is kept of each, promises on record."""

    interview: Interview
    opportunity: Opportunity
    candidate: Candidate
    people: tuple[Person, ...]
    debriefs: dict[PersonId, Debrief]
    promises: tuple[Promise, ...]


def show_interview(interview: str, *, owner: str, playbook: Playbook, now: datetime) -> InterviewShown:
    """An interview, for its screen. Raises :class:`NotFound`."""
    case = facts.load_case(owner, interview)
    steps = {
        step.person: step.key
        for step in show_today(owner=owner, playbook=playbook, now=now).plan.steps
        if step.interview == interview and step.letter is LetterKind.THANK_YOU and step.state in _TO_DO
    }
    written = {
        kept.letter.to: kept
        for kept in letters.letters_of(owner, interview=interview, kind=LetterKind.THANK_YOU.value)
    }
    debriefs = {debrief.interviewer: debrief for debrief in case.debriefs}
    people = []
    for person in case.interviewers:
        debrief = debriefs.get(person.id)
        letter = written.get(person.id)
        people.append(
            TookPart(
                person=person,
                points=len(debrief.points) if debrief else 0,
                noted=bool(debrief and (debrief.points or debrief.free_text.strip())),
                letter=letter.state if letter else "",
                letter_id=letter.id if letter else "",
                step=steps.get(person.id, ""),
            )
        )
    over = case.interview.end <= now
    promises = facts.load_history(owner, opportunity=case.opportunity.id, what="promise")
    return InterviewShown(
        interview=case.interview,
        opportunity=case.opportunity,
        candidate=case.candidate,
        people=tuple(people),
        over=over,
        heard=promises_heard(
            case.debriefs,
            interview=case.interview,
            owner=owner,
            known=promises,
            country=case.opportunity.country,
        ),
        feedback=() if over else feedback_answers(owner),
    )


def show_debrief(interview: str, *, owner: str) -> DebriefShown:
    """The capture of an interview. Raises :class:`NotFound`."""
    case = facts.load_case(owner, interview)
    history = facts.load_history(owner, opportunity=case.opportunity.id, what="promise")
    return DebriefShown(
        interview=case.interview,
        opportunity=case.opportunity,
        candidate=case.candidate,
        people=case.interviewers,
        debriefs={debrief.interviewer: debrief for debrief in case.debriefs},
        promises=tuple(one for one in history if isinstance(one, Promise)),
    )


def feedback_answers(owner: str, *, opportunity: str = "", limit: int = 5) -> tuple[Reply, ...]:
    """What came back on feedback requests, newest first.

    An answer is a reply in words that came after the request went and says nothing about the outcome.
    """
    where = {"opportunity": opportunity} if opportunity else {}
    asked: dict[str, datetime] = {}
    for happening in facts.load_history(
        owner, what="letter_sent", kind=LetterKind.FEEDBACK_REQUEST.value, **where
    ):
        if isinstance(happening, LetterSent):
            asked.setdefault(happening.opportunity or "", happening.at)
    found = [
        reply
        for reply in facts.load_history(owner, what="reply", opportunity__in=list(asked))
        if isinstance(reply, Reply)
        and reply.klass is ReplyClass.OTHER
        and reply.text
        and reply.at >= asked[reply.opportunity]
    ]
    return tuple(reversed(found))[:limit]
