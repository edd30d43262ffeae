"""What each letter of a case will speak of: the lead, a second point, the connection, the proof; no two leads alike."""

import itertools
import re
import zlib
from dataclasses import dataclass, replace

from afterword.core.facts import Case, Person, PointKind, Relation
from afterword.core.writing.idea import Idea, Risk, Shape, Understanding
from afterword.core.writing.letters.profile import Proof, proofs
from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.tokens import tokens

_LEADS: dict[Relation, tuple[PointKind, ...]] = {
    Relation.HIRING_MANAGER: (PointKind.CHALLENGE, PointKind.PROJECT, PointKind.GROWTH, PointKind.QUESTION, PointKind.CULTURE, PointKind.TEAM),
    Relation.PEER: (PointKind.PROJECT, PointKind.CHALLENGE, PointKind.CULTURE, PointKind.TEAM, PointKind.QUESTION, PointKind.GROWTH),
    Relation.HR: (PointKind.NEXT_STEP, PointKind.CULTURE, PointKind.TEAM, PointKind.GROWTH, PointKind.QUESTION, PointKind.PROJECT),
    Relation.RECRUITER: (PointKind.NEXT_STEP, PointKind.CULTURE, PointKind.PROJECT, PointKind.CHALLENGE, PointKind.TEAM, PointKind.GROWTH),
    Relation.EXECUTIVE: (PointKind.GROWTH, PointKind.QUESTION, PointKind.CHALLENGE, PointKind.PROJECT, PointKind.CULTURE, PointKind.TEAM),
    Relation.COORDINATOR: (PointKind.NEXT_STEP, PointKind.CULTURE, PointKind.TEAM, PointKind.PROJECT, PointKind.CHALLENGE, PointKind.GROWTH),
}  # fmt: skip
_SPOKEN_OF = {Shape.SHARED, Shape.LIKED}


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """What one letter says: ``refer`` ideas in order (lead first), a connection, a next step, a proof.

    ``answers`` is the place in ``refer`` of the point the proof answers, -1 when it answers none.
    """

    person: Person
    refer: tuple[Idea, ...] = ()
    connect: Idea | None = None
    step: Idea | None = None
    proof: Proof | None = None
    answers: int = -1


def seed(*parts: str) -> int:
    """A number that depends on the words alone, the same on every machine."""
    return zlib.crc32("\u0000".join(parts).encode())


def value(idea: Idea, reader: Relation) -> int:
    """How good a point is to lead with for this reader."""
    order = _LEADS.get(reader, _LEADS[Relation.HIRING_MANAGER])
    place = order.index(idea.kind) if idea.kind in order else len(order)
    score = 10 * idea.sure - 3 * place + (4 if idea.has_figure else 0)
    score += 3 if idea.clause or idea.question or idea.want or idea.gerund else 0
    score -= 8 if idea.face_risk else 0
    score -= 12 if idea.risk is Risk.TOPIC_ONLY else 0
    score -= (
        8
        if re.fullmatch(r"the \S+ [\w-]+", idea.topic) and idea.shape is Shape.THING and idea.has_figure
        else 0
    )
    score -= 8 if idea.clause.startswith(("you use ", "you are using ", "you have ")) else 0
    score -= 6 if not idea.concepts and not idea.has_figure and not re.search(r"[A-Z]", idea.topic) else 0
    score -= 6 if idea.clause and len(idea.clause.split()) < 5 else 0
    return score + min(3, len(idea.topic.split()))


def plans(case: Case, understood: Understanding) -> tuple[LetterPlan, ...]:
    """One plan per interviewer; leads are assigned together so that no two letters lead with the same matter."""
    ranked = [_ranked(understood.of(p.id), p.relation) for p in case.interviewers]
    leads = _assigned_leads(ranked)
    made = [
        _plan(person, lead, ideas, understood)
        for person, lead, ideas in zip(case.interviewers, leads, ranked, strict=True)
    ]
    return _with_proofs(case, made)


def _ranked(ideas: tuple[Idea, ...], reader: Relation) -> list[Idea]:
    usable = [i for i in _steps_joined(ideas) if i.shape not in _SPOKEN_OF and i.topic]
    return sorted(usable, key=lambda i: -value(i, reader))


def _steps_joined(ideas: tuple[Idea, ...]) -> list[Idea]:
    """All next steps told by one person as one idea, so that a letter names them once."""
    steps = [i for i in ideas if i.shape is Shape.STEP]
    if len(steps) < 2:
        return list(ideas)
    topics = [s.topic for s in steps][:3]
    one = replace(steps[0], topic=", ".join(topics[:-1]) + " and " + topics[-1], plural=True)
    return [*(i for i in ideas if i.shape is not Shape.STEP), one]


def _assigned_leads(ranked: list[list[Idea]]) -> list[Idea | None]:
    """Exact search over the best four leads of each person (five people at most, else in order)."""
    options: list[list[Idea | None]] = [[*r[:4]] or [None] for r in ranked]
    if len(options) > 5:
        return [o[0] for o in options]
    best = max(itertools.product(*options), key=lambda choice: _worth(choice, ranked))
    return list(best)


def _worth(choice: tuple[Idea | None, ...], ranked: list[list[Idea]]) -> int:
    total = 0
    for index, idea in enumerate(choice):
        if idea is not None:
            total += 100 - 12 * ranked[index].index(idea)
            total -= sum(60 for other in choice[:index] if other is not None and alike(idea, other))
    return total


def alike(one: Idea, other: Idea) -> bool:
    """Whether two ideas are about the same matter."""
    mine, theirs = _matter(one), _matter(other)
    return bool(mine & theirs) and len(mine & theirs) * 2 >= min(len(mine), len(theirs))


def _matter(idea: Idea) -> set[str]:
    return {folded(w).rstrip("s") for w in tokens(idea.focus or idea.topic) if len(w) > 3}


def _plan(person: Person, lead: Idea | None, ranked: list[Idea], understood: Understanding) -> LetterPlan:
    others = [i for i in ranked if i is not lead and i.kind is not PointKind.NEXT_STEP]
    refer = [lead] if lead else []
    second = _second(lead, others, person.relation)
    if second:
        refer.append(second)
    shared = [i for i in understood.of(person.id) if i.shape in _SPOKEN_OF]
    step = next((i for i in ranked if i.shape is Shape.STEP and i is not lead), None)
    return LetterPlan(person=person, refer=tuple(refer), connect=shared[0] if shared else None, step=step)


def _second(lead: Idea | None, others: list[Idea], reader: Relation) -> Idea | None:
    """A second point of another shape or kind, so that the letter does not say one thing twice."""
    if lead is None:
        return None
    fitting = [
        i for i in others if _matter(i) != _matter(lead) and i.topic != lead.topic and i.sure > 0 and i.raw
    ]
    if not fitting:
        return None
    return max(
        fitting,
        key=lambda i: (
            value(i, reader) + (6 if i.shape is not lead.shape else 0) + (4 if i.kind is not lead.kind else 0)
        ),
    )


def _with_proofs(case: Case, made: list[LetterPlan]) -> tuple[LetterPlan, ...]:
    """Proofs handed out once each: the person whose need a result answers best gets it."""
    available = list(proofs(case.candidate))
    order = sorted(range(len(made)), key=lambda i: (-_best_fit(made[i], available), i))
    for index in order:
        plan = made[index]
        if not available:
            break
        best = max(range(len(available)), key=lambda k: (_fit(plan, available[k]), -k))
        proof = available[best]
        if plan.person.relation is Relation.HR and _fit(plan, proof) <= 0 and len(made) > 1:
            continue
        made[index] = replace(plan, proof=proof, answers=_answered(plan, proof))
        available.pop(best)
    return tuple(made)


def _best_fit(plan: LetterPlan, available: list[Proof]) -> int:
    reader = {Relation.HIRING_MANAGER: 3, Relation.EXECUTIVE: 2}.get(plan.person.relation, 0)
    return max((_fit(plan, p) for p in available), default=0) + reader


def _fit(plan: LetterPlan, proof: Proof) -> int:
    shared = sum(
        len(set(i.concepts) & set(proof.concepts)) * (3 if n == 0 else 2) for n, i in enumerate(plan.refer)
    )
    weight = {Relation.PEER: -1, Relation.HR: -1, Relation.COORDINATOR: -1}.get(plan.person.relation, 5)
    return shared + (weight if proof.did else 0)


def _answered(plan: LetterPlan, proof: Proof) -> int:
    return next((n for n, i in enumerate(plan.refer) if set(i.concepts) & set(proof.concepts)), -1)
