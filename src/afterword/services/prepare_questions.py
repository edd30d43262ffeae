"""Questions to ask before an interview, chosen for each person, with room for the answers (rule R)."""

from collections.abc import Mapping
from dataclasses import dataclass

from afterword.core.facts import Interview, Opportunity, Person, Point, PointId, PointKind
from afterword.core.writing.questions import questions_for
from afterword.ports.ids import Ids
from afterword.store import questions as store
from afterword.store import records
from afterword.store.facts import load_case


@dataclass(frozen=True, slots=True)
class QuestionsForPerson:
    """What to ask one person: kept questions with their answers, and further suggestions (text, why, kind)."""

    person: Person
    kept: tuple[store.KeptQuestion, ...]
    suggested: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """The sheet of one interview."""

    interview: Interview
    opportunity: Opportunity
    people: tuple[QuestionsForPerson, ...]


def show_questions(interview: str, *, owner: str) -> QuestionSheet:
    """Kept questions and suggestions for everyone in the interview."""
    case = load_case(owner, interview)
    kept = store.questions_of(owner, interview)
    return QuestionSheet(
        interview=case.interview,
        opportunity=case.opportunity,
        people=tuple(
            QuestionsForPerson(
                person=person,
                kept=tuple(q for q in kept if q.person == person.id),
                suggested=tuple(
                    (q.text, q.why, q.becomes.value)
                    for q in questions_for(
                        person, interview=case.interview, opportunity=case.opportunity,
                        connections=tuple(c for c in case.connections if c.person == person.id),
                    )
                    if q.text not in {k.text for k in kept if k.person == person.id}
                ),
            )
            for person in case.interviewers
        ),
    )  # fmt: skip


def choose_questions(
    interview: str, *, person: str, texts: list[str], own: str = "", owner: str, ids: Ids
) -> None:
    """Keep the ticked suggestions and the user's own question for one person."""
    sheet = show_questions(interview, owner=owner)
    for entry in sheet.people:
        if entry.person.id != person:
            continue
        chosen = [q for q in entry.suggested if q[0] in texts]
        if own.strip():
            chosen.append((own.strip(), "Your own question.", PointKind.CULTURE.value))
        store.add_questions(
            owner, interview, person, chosen, ids=[ids.new() for _ in chosen], start=len(entry.kept)
        )


def answer_questions(interview: str, *, answers: Mapping[str, str], owner: str, ids: Ids) -> None:
    """Keep what they answered; each answer becomes a point of the debrief, and follows when it is changed."""
    for question in store.questions_of(owner, interview):
        answer = answers.get(question.id)
        if answer is None or answer.strip() == question.answer:
            continue
        point = question.point or ids.new()
        store.set_answer(owner, question.id, answer=answer.strip(), point=point)
        if answer.strip():
            kept = Point(PointId(point), PointKind(question.kind), answer.strip())
            records.keep_point(owner, interview, question.person, kept)
        else:
            records.drop_point(owner, point)


def drop_question(question: str, *, owner: str) -> None:
    """Take a question off the sheet; the point its answer became stays in the debrief."""
    store.drop_question(owner, question)
