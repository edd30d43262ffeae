"""What each letter of a case will speak of: the lead, a second point, the connection, the proof; no two leads alike."""

import itertools
from dataclasses import replace

from afterword.core.facts import Case, Person, PersonId, PointKind, Relation
from afterword.core.writing.idea import Idea, Risk, Shape, Understanding
from afterword.core.writing.letters.letter_plan import LetterPlan
from afterword.core.writing.letters.naming import is_of_work, name_of
from afterword.core.writing.letters.process import RUNS_IT, of_terms, process_of
from afterword.core.writing.letters.profile import Proof, proofs
from afterword.core.writing.letters.proving import with_proofs
from afterword.core.writing.letters.role import with_role
from afterword.core.writing.letters.told import is_work
from afterword.core.writing.letters.worth import (
    alike,
    as_question,
    as_step,
    lesson,
    my_duty,
    tellable,
    value,
    worth_adding,
)

_SPOKEN_OF = {Shape.SHARED, Shape.LIKED, Shape.PROMISE}


def plans(case: Case, understood: Understanding) -> tuple[LetterPlan, ...]:
    """One plan per interviewer; leads are assigned together so that no two letters lead with the same matter."""
    known = proofs(case.candidate)
    understood = replace(understood, ideas=tuple(with_role(i, case.opportunity) for i in understood.ideas))
    ranked = [_ranked(_sure(case, understood, p.id), p.relation, known) for p in case.interviewers]
    leads = _assigned_leads(ranked)
    made = [
        replace(
            _plan(person, lead, ideas, understood, known), also=_nameable(case, understood, person, known)
        )
        for person, lead, ideas in zip(case.interviewers, leads, ranked, strict=True)
    ]
    return with_proofs(known, made)


def _sure(case: Case, understood: Understanding, person: PersonId) -> tuple[Idea, ...]:
    """The usable ideas; beside typed points the free text adds only what was understood whole and is about work."""
    ideas = understood.of(person)
    typed = _typed(case, person)
    if not any(i.raw in typed for i in ideas):
        return ideas
    return tuple(i for i in ideas if i.raw in typed or i.shape in _ALWAYS or _is_sure(i))


def _typed(case: Case, person: PersonId) -> set[str]:
    return {p.text for d in case.debriefs if d.interviewer == person for p in d.points}


_ALWAYS = {Shape.STEP, Shape.PROMISE, Shape.LIKED}


def _is_sure(idea: Idea) -> bool:
    whole = bool(idea.question or idea.want or idea.shared) or (is_work(idea.topic) and len(idea.topic) > 12)
    return idea.sure > 2 and whole and bool(idea.concepts) and idea.risk is Risk.FREE


def _ranked(ideas: tuple[Idea, ...], reader: Relation, known: tuple[Proof, ...]) -> list[Idea]:
    told = [i for i in _steps_joined(ideas, reader) if i.shape not in _SPOKEN_OF and (i.topic or i.quote)]
    usable = [as_question(i) for i in told if not my_duty(i) and not of_terms(i) and tellable(i)]
    first = Shape.STEP if reader in RUNS_IT else None
    return sorted(usable, key=lambda i: (i.shape is not first, -value(i, reader, known)))


def _steps_joined(ideas: tuple[Idea, ...], reader: Relation) -> list[Idea]:
    """The ideas with the next steps of one person as one idea, so that a letter names them once."""
    steps = process_of(ideas, reader).steps
    return [*(i for i in ideas if as_step(i).shape is not Shape.STEP), *([steps] if steps else [])]


def _assigned_leads(ranked: list[list[Idea]]) -> list[Idea | None]:
    """Exact search over the best four leads of each person (five people at most, else in order)."""
    options: list[list[Idea | None]] = [[*r[:4]] or [None] for r in ranked]
    if len(options) > 5:
        return [o[0] for o in options]
    same = _same_matter(options)
    places = itertools.product(*(range(len(o)) for o in options))
    best = max(places, key=lambda chosen: _worth(chosen, same))
    return [option[at] for option, at in zip(options, best, strict=True)]


def _same_matter(options: list[list[Idea | None]]) -> frozenset[tuple[int, int, int, int]]:
    """Which options of two people are the same matter, as (person, option, other person, other option)."""
    return frozenset(
        (one, a, other, b)
        for one, other in itertools.combinations(range(len(options)), 2)
        for a, idea in enumerate(options[one])
        for b, second in enumerate(options[other])
        if idea is not None and second is not None and alike(idea, second)
    )


def _worth(chosen: tuple[int, ...], same: frozenset[tuple[int, int, int, int]]) -> int:
    total = -12 * sum(chosen)
    if same:
        pairs = itertools.combinations(enumerate(chosen), 2)
        total -= 60 * sum((*one, *other) in same for one, other in pairs)
    return total


def _plan(
    person: Person, lead: Idea | None, ranked: list[Idea], understood: Understanding, known: tuple[Proof, ...]
) -> LetterPlan:
    refer = [lead] if lead else []
    left = [
        i for i in ranked if i is not lead and i.kind is not PointKind.NEXT_STEP and i.shape is not Shape.STEP
    ]
    while lead and left and len(refer) < 3:
        best = _next_best(refer, left, person.relation, known)
        if best is None:
            break
        refer.append(best)
        left.remove(best)
    every = understood.of(person.id)
    shared = [lesson(i) for i in refer if lesson(i)] + [
        i for i in every if i.shape in _SPOKEN_OF and i.shape is not Shape.PROMISE and i.shared
    ]
    process = process_of(every, person.relation)
    step = next((i for i in ranked if i.shape is Shape.STEP and i is not lead), None)
    promise = next((i for i in every if i.shape is Shape.PROMISE and i.promise), None)
    refer = [i for i in refer if not lesson(i)]
    return LetterPlan(
        person=person,
        refer=tuple(refer),
        connect=shared[0] if shared else None,
        step=process.call or step,
        promise=promise,
        thanked_for=next((i for i in every if i.shape is Shape.GIVEN and i.gerund and not i.face_risk), None),
        paper=process.papers,
        notice=process.notice if person.relation in RUNS_IT else None,
    )


def _nameable(
    case: Case, understood: Understanding, person: Person, known: tuple[Proof, ...]
) -> tuple[Idea, ...]:
    """The points that can be named by a noun phrase, best first; a jotting about people only if it was typed as a point."""
    typed = _typed(case, person.id)
    fit = [
        i for i in _sure(case, understood, person.id)
        if name_of(i) and not my_duty(i) and as_step(i).shape is not Shape.STEP and (i.raw in typed or is_of_work(i))
    ]  # fmt: skip
    return tuple(sorted(fit, key=lambda i: -value(i, person.relation, known)))


def _next_best(told: list[Idea], left: list[Idea], reader: Relation, known: tuple[Proof, ...]) -> Idea | None:
    """The best further point: of another shape or kind, never about a matter already told."""
    fitting = [
        i for i in left
        if i.sure > 0 and i.raw and worth_adding(i, reader) and not any(alike(i, t) for t in told)
    ]  # fmt: skip
    if not fitting:
        return None
    shapes, kinds = {t.shape for t in told}, {t.kind for t in told}
    return max(
        fitting,
        key=lambda i: value(i, reader, known) + 4 * (i.shape not in shapes) + 3 * (i.kind not in kinds),
    )
