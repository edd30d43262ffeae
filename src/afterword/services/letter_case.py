"""The case a letter or a call is written from: the interview it concerns, with the person it goes to in it."""

from collections.abc import Iterable
from dataclasses import replace

from afterword.core.errors import BadInput
from afterword.core.facts import (
    Case,
    Interview,
    InterviewId,
    InterviewStatus,
    OpportunityId,
    Person,
    PersonId,
)
from afterword.store.facts import load_case, load_person


def case_for(
    owner: str, *, interviews: Iterable[Interview], opportunity: OpportunityId, interview: InterviewId | None,
    person: PersonId | None,
) -> Case:  # fmt: skip
    """The case of ``interview``, or of the last one held for the opportunity (best with that person in it)."""
    chosen = interview or _last_interview(interviews, opportunity, person)
    case = load_case(owner, chosen)
    if person and person not in {p.id for p in case.interviewers}:
        case = with_person(case, load_person(owner, person))
    return case


def with_person(case: Case, person: Person) -> Case:
    """The case with somebody who was not in the interview, such as the recruiter."""
    return replace(case, interviewers=(*case.interviewers, person))


def _last_interview(
    interviews: Iterable[Interview], opportunity: OpportunityId, person: PersonId | None
) -> InterviewId:
    held = [i for i in interviews if i.opportunity == opportunity and i.status is InterviewStatus.PLANNED]
    if not held:
        raise BadInput("There is no interview to write about yet. Add the interview first.")
    return max(held, key=lambda i: (person in i.interviewers, i.end, i.id)).id
