"""Questions of an interview: rows to values and back."""

from collections.abc import Sequence
from dataclasses import dataclass

from afterword.store import models, records


@dataclass(frozen=True, slots=True)
class KeptQuestion:
    """A question the user chose, its answer, and the point the answer became ("" before)."""

    id: str
    person: str
    text: str
    why: str
    kind: str
    answer: str
    point: str


def questions_of(owner: str, interview: str) -> tuple[KeptQuestion, ...]:
    """The questions of one interview in the order they were chosen."""
    rows = models.Question.objects.filter(owner=owner, interview=interview).order_by("position", "id")
    return tuple(
        KeptQuestion(*row)
        for row in rows.values_list("id", "person", "text", "why", "kind", "answer", "point")
    )


def add_questions(
    owner: str,
    interview: str,
    person: str,
    chosen: Sequence[tuple[str, str, str]],
    *,
    ids: Sequence[str],
    start: int,
) -> None:
    """Keep questions (text, why, kind) after the ``start`` already there."""
    with records.writing(owner):
        for place, (id_, (text, why, kind)) in enumerate(zip(ids, chosen, strict=True), start):
            models.Question.objects.create(
                owner=owner,
                id=id_,
                interview=interview,
                person=person,
                position=place,
                text=text,
                why=why,
                kind=kind,
            )


def set_answer(owner: str, question: str, *, answer: str, point: str) -> None:
    """Keep an answer and the point it became."""
    with records.writing(owner):
        models.Question.objects.filter(owner=owner, id=question).update(answer=answer, point=point)


def drop_question(owner: str, question: str) -> None:
    """Delete a question."""
    with records.writing(owner):
        models.Question.objects.filter(owner=owner, id=question).delete()
