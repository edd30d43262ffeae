"""What each letter of a case will speak of: the lead, a second point, the connection, the proof; no two leads alike."""

import itertools
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from afterword.core.facts import Case, Person, PersonId, PointKind, Relation
from afterword.core.writing.idea import Idea, Risk, Shape, Understanding
from afterword.core.writing.letters.profile import Proof, proofs
from afterword.core.writing.letters.told import is_own_step, is_work, kind_of, subject_of
from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.concepts import akin, nearness, related
from afterword.core.writing.notes.tokens import tokens

_LEADS: dict[Relation, tuple[PointKind, ...]] = {
    Relation.HIRING_MANAGER: (PointKind.CHALLENGE, PointKind.PROJECT, PointKind.GROWTH, PointKind.QUESTION, PointKind.CULTURE, PointKind.TEAM),
    Relation.PEER: (PointKind.PROJECT, PointKind.CHALLENGE, PointKind.CULTURE, PointKind.TEAM, PointKind.QUESTION, PointKind.GROWTH),
    Relation.HR: (PointKind.NEXT_STEP, PointKind.CULTURE, PointKind.TEAM, PointKind.GROWTH, PointKind.QUESTION, PointKind.PROJECT),
    Relation.RECRUITER: (PointKind.NEXT_STEP, PointKind.CULTURE, PointKind.PROJECT, PointKind.CHALLENGE, PointKind.TEAM, PointKind.GROWTH),
    Relation.EXECUTIVE: (PointKind.GROWTH, PointKind.QUESTION, PointKind.CHALLENGE, PointKind.PROJECT, PointKind.CULTURE, PointKind.TEAM),
    Relation.COORDINATOR: (PointKind.NEXT_STEP, PointKind.CULTURE, PointKind.TEAM, PointKind.PROJECT, PointKind.CHALLENGE, PointKind.GROWTH),
}  # fmt: skip
_SPOKEN_OF = {Shape.SHARED, Shape.LIKED, Shape.PROMISE}


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """What one letter says: ``refer`` ideas in order (lead first), a connection, a next step, a promise, a proof.

    ``answers`` is the place in ``refer`` of the point that is answered, -1 for none: by ``beside``, a strength, where
    there is one, else by the proof, a result. ``strength`` answers a question they asked; ``extra`` stands in where
    nothing else can be said, and ``spare`` are proofs no letter uses, for one that would be too short.
    """

    person: Person
    refer: tuple[Idea, ...] = ()
    connect: Idea | None = None
    step: Idea | None = None
    promise: Idea | None = None
    proof: Proof | None = None
    beside: Proof | None = None
    answers: int = -1
    strength: Proof | None = None
    extra: Proof | None = None
    spare: tuple[Proof, ...] = ()


def value(idea: Idea, reader: Relation, known: tuple[Proof, ...] = ()) -> int:
    """How good a point is to lead with for this reader: what a result of the candidate answers comes first."""
    order = _LEADS.get(reader, _LEADS[Relation.HIRING_MANAGER])
    kind = kind_of(idea)
    place = order.index(kind) if kind in order else len(order)
    score = 6 * idea.sure - 2 * place + 2 * idea.has_figure
    score += _answered_by(idea, known, reader)
    score += 4 * bool(idea.clause or idea.question or idea.want or idea.gerund) + 3 * bool(idea.quote)
    score += 4 * (kind is PointKind.GROWTH) + 14 * (idea.shape is Shape.STEP and reader in _RUNS_THE_PROCESS)
    score += 3 * (subject_of(idea) is not None) + 3 * bool(_DATED.search(idea.clause))
    score -= 5 * idea.face_risk + 14 * (idea.risk is Risk.TOPIC_ONLY)
    score -= 14 * bool(_HEADCOUNT.match(idea.topic) and not idea.clause)
    score -= 6 * idea.clause.startswith(("you use ", "you are using ", "you have "))
    score -= 7 * (not idea.concepts and not idea.has_figure and not re.search(r"[A-Z]", idea.topic))
    score -= 12 * (idea.face_risk and len(idea.topic.split()) < 2 and not is_work(idea.topic))
    score -= 5 * bool(idea.clause and len(idea.clause.split()) < 5)
    score -= 6 * (idea.shape is Shape.THING and len(idea.topic.split()) < 3 and not idea.quote)
    return score + min(3, len(idea.topic.split()))


_RUNS_THE_PROCESS = {Relation.HR, Relation.RECRUITER, Relation.COORDINATOR}
_DATED = re.compile(
    r"\b(?:by|in|on|this|next) (?:\d|q[1-4]|the (?:spring|summer|autumn|fall|winter)|[A-Z]\w+|spring|summer|autumn|winter|month|year|quarter)"
)
_HEADCOUNT = re.compile(
    r"^(?:the |a |your )?(?:team of|[\d,\w-]+ (?:people|analysts|accountants|clerks|staff|years|trucks|drivers|employees|nurses|aides|members|dentists|clients|part-time\w*))\b",
    re.I,
)


def _answered_by(idea: Idea, known: tuple[Proof, ...], reader: Relation) -> int:
    results = [p for p in known if p.did]
    if idea.shape is Shape.STEP or not results:
        return 0
    weight = {Relation.PEER: 4, Relation.HR: 2, Relation.COORDINATOR: 2}.get(reader, 9)
    same = max(len(_said_alike(idea, p)) for p in results)
    if same and idea.shape is Shape.QUESTION:
        return weight + 6 + 2 * same
    if any(fits(idea, p) for p in results):
        return weight + same
    return weight // 3 if any(akin(idea.concepts, p.concepts) for p in results) else 0


def fits(idea: Idea, proof: Proof) -> bool:
    """Whether a result or strength answers an idea: on the same subject, or in telling words they have in common."""
    return related(idea.concepts, proof.concepts) or bool(_said_alike(idea, proof))


@lru_cache(maxsize=1024)
def _said_alike(idea: Idea, proof: Proof) -> frozenset[str]:
    """Telling words and figures an idea shares with a result; words any two results may share tell nothing."""
    said = {
        _stem(w) for w in tokens(f"{idea.topic} {idea.clause} {idea.question} {idea.want}") if _telling(w)
    }
    return frozenset(said & {_stem(w) for w in tokens(proof.source) if _telling(w)})


def _stem(word: str) -> str:
    return re.sub(r"(?:ations?|ing|ed|es|s)$", "", folded(word))[:7]


def _telling(word: str) -> bool:
    plain = word.lower()
    return (word.isdigit() and len(word) > 2) or (
        len(plain) > 4 and plain.isalpha() and plain not in _UNTELLING
    )


_UNTELLING = frozenset(
    [
        "would",
        "which",
        "about",
        "their",
        "there",
        "three",
        "seven",
        "eight",
        "months",
        "month",
        "weeks",
        "years",
        "quarter",
        "first",
        "every",
        "without",
        "within",
        "under",
        "after",
        "before",
        "where",
        "while",
        "still",
        "always",
        "people",
        "staff",
        "working",
        "number",
        "numbers",
        "finance",
        "financial",
        "accounting",
        "account",
        "accounts",
        "company",
        "manager",
        "managers",
        "system",
        "systems",
        "process",
        "reports",
        "report",
        "based",
        "being",
        "other",
        "these",
        "those",
        "could",
        "should",
        "takes",
        "taken",
        "built",
        "moved",
        "found",
        "opened",
        "ready",
        "again",
        "between",
        "across",
        "large",
        "small",
        "whole",
        "major",
        "second",
        "third",
        "fourth",
        "times",
        "since",
        "until",
        "around",
        "never",
        "today",
    ]
)


def plans(case: Case, understood: Understanding) -> tuple[LetterPlan, ...]:
    """One plan per interviewer; leads are assigned together so that no two letters lead with the same matter."""
    known = proofs(case.candidate)
    ranked = [_ranked(_sure(case, understood, p.id), p.relation, known) for p in case.interviewers]
    leads = _assigned_leads(ranked)
    made = [
        _plan(person, lead, ideas, understood, known)
        for person, lead, ideas in zip(case.interviewers, leads, ranked, strict=True)
    ]
    return _with_proofs(known, made)


def _sure(case: Case, understood: Understanding, person: PersonId) -> tuple[Idea, ...]:
    """The usable ideas; beside typed points the free text adds only what was understood whole and is about work."""
    ideas = understood.of(person)
    typed = {p.text for d in case.debriefs if d.interviewer == person for p in d.points}
    if not any(i.raw in typed for i in ideas):
        return ideas
    return tuple(i for i in ideas if i.raw in typed or i.shape in _ALWAYS or _is_sure(i))


_ALWAYS = {Shape.STEP, Shape.PROMISE, Shape.LIKED}


def _is_sure(idea: Idea) -> bool:
    whole = bool(idea.clause or idea.question or idea.want or idea.shared) or len(idea.topic.split()) > 2
    return idea.sure > 2 and whole and bool(idea.concepts) and idea.risk is Risk.FREE


def _ranked(ideas: tuple[Idea, ...], reader: Relation, known: tuple[Proof, ...]) -> list[Idea]:
    told = [i for i in _steps_joined(ideas) if i.shape not in _SPOKEN_OF and (i.topic or i.quote)]
    usable = [i for i in told if not _my_duty(i)]
    return sorted(usable, key=lambda i: -value(i, reader, known))


def _my_duty(idea: Idea) -> bool:
    """Whether a wish is for something the candidate has to do or send, which is no point to speak of."""
    return idea.shape in {Shape.WANT, Shape.CLAUSE, Shape.YOU, Shape.THING} and bool(
        re.search(r"\b(?:my|me|mine)\b", f"{idea.want or idea.clause or idea.topic}", re.I)
    )


def _steps_joined(ideas: tuple[Idea, ...]) -> list[Idea]:
    """All next steps told by one person as one idea, so that a letter names them once."""
    ideas = tuple(i for i in ideas if i.shape is not Shape.STEP or is_own_step(i))
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


@lru_cache(maxsize=1024)
def _matter(idea: Idea) -> frozenset[str]:
    said = f"{idea.topic} {idea.clause} {idea.question} {idea.want}"
    return frozenset(folded(w).rstrip("s") for w in tokens(said) if len(w) > 3 and w.lower() not in _LITTLE)


_LITTLE = {"would", "that", "with", "your", "team", "have", "from", "what", "which", "they", "their", "want", "into", "this", "when", "about"}  # fmt: skip


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
    shared = [_lesson(i) for i in refer if _lesson(i)] + [
        i for i in every if i.shape in _SPOKEN_OF and i.shape is not Shape.PROMISE and i.shared
    ]
    step = next((i for i in ranked if i.shape is Shape.STEP and i is not lead), None)
    promise = next((i for i in every if i.shape is Shape.PROMISE and i.promise), None)
    refer = [i for i in refer if not _lesson(i)] if len(refer) > 1 else refer
    return LetterPlan(
        person=person, refer=tuple(refer), connect=shared[0] if shared else None, step=step, promise=promise
    )


def _lesson(idea: Idea) -> Idea | None:
    """What they want to learn and the candidate knows, as something to share: "you want to learn SQL and I use it"."""
    match = re.search(r"\b(?:and|which|that|,) I (use|know|speak)\b", idea.raw)
    if not match or not idea.want.startswith("to learn "):
        return None
    return replace(
        idea,
        shape=Shape.SHARED,
        shared=f"you want {re.split(r',? (?:and|which|that) I ', idea.want)[0]} and I {match[1]} it",
        want="",
    )


def _next_best(told: list[Idea], left: list[Idea], reader: Relation, known: tuple[Proof, ...]) -> Idea | None:
    """The best further point: of another shape or kind, never about a matter already told."""
    fitting = [
        i for i in left
        if i.sure > 0 and i.raw and _worth_adding(i, reader) and not any(alike(i, t) for t in told)
    ]  # fmt: skip
    if not fitting:
        return None
    shapes, kinds = {t.shape for t in told}, {t.kind for t in told}
    return max(
        fitting,
        key=lambda i: value(i, reader, known) + 4 * (i.shape not in shapes) + 3 * (i.kind not in kinds),
    )


def _worth_adding(idea: Idea, reader: Relation) -> bool:
    """Whether a point is good enough to stand second: a weak second point is worse than none."""
    if _HEADCOUNT.match(idea.topic) and not idea.clause:
        return False
    if (
        idea.quote
        or idea.shape in {Shape.QUESTION, Shape.WANT, Shape.GIVEN}
        or kind_of(idea) is PointKind.GROWTH
    ):
        return True
    if reader in _NO_BOAST and kind_of(idea) in {PointKind.CULTURE, PointKind.TEAM, PointKind.CONNECTION}:
        return bool(idea.clause) or len(idea.topic.split()) > 1
    if idea.face_risk or idea.shape is Shape.THING:
        return is_work(idea.topic) and len(idea.topic.split()) > 2
    return subject_of(idea) is not None


_NO_BOAST = {Relation.PEER, Relation.HR, Relation.COORDINATOR}


def _with_proofs(known: tuple[Proof, ...], made: list[LetterPlan]) -> tuple[LetterPlan, ...]:
    """Proofs handed out once each: the person whose need a result answers best gets it."""
    available = list(known)
    order = sorted(range(len(made)), key=lambda i: (-_best_fit(made[i], available), i))
    for index in order:
        made[index], used = _proved(made[index], available)
        available = [p for p in available if p not in used]
    for index, plan in enumerate(made):
        if not (plan.proof or plan.beside or plan.extra) and _thin(plan):
            made[index], used = _filled_up(plan, available)
            available = [p for p in available if p not in used]
    return tuple(replace(plan, spare=_spare_for(plan, available)) for plan in made)


def _spare_for(plan: LetterPlan, available: list[Proof]) -> tuple[Proof, ...]:
    modest = plan.person.relation in _NO_BOAST
    return tuple(p for p in available if p.strength or not modest)


def _thin(plan: LetterPlan) -> bool:
    """Whether there is so little to tell that the letter would be too short for courtesy."""
    return len(plan.refer) + bool(plan.connect) + bool(plan.promise) + bool(plan.strength) < 2


def _filled_up(plan: LetterPlan, available: list[Proof]) -> tuple[LetterPlan, list[Proof]]:
    """A thin plan with a result nobody else got, else with a strength."""
    result = next((p for p in available if p.did), None)
    extra = None if result else next(iter(available), None)
    return replace(plan, proof=result, extra=extra), [p for p in (result, extra) if p]


def _proved(plan: LetterPlan, available: list[Proof]) -> tuple[LetterPlan, list[Proof]]:
    """The plan with what the candidate can put beside its points, and which proofs that took.

    A result that answers a point is best; a strength that answers one stands beside the result; a strength that answers
    nothing stays out, and a result that answers nothing is not told to colleagues and HR.
    """
    said = bool(plan.refer or plan.connect)
    modest = plan.person.relation in _NO_BOAST and said
    result = _best(plan, [p for p in available if p.did])
    strength = _best(plan, [p for p in available if p.strength])
    answers = _answered(plan, result) if result else -1
    beside = None
    if answers < 0:
        place = _answered(plan, strength) if strength else -1
        result = None if modest else result
        if place >= 0 and strength:
            answers, beside = place, strength
    left = [p for p in available if p.strength and p is not beside]
    question = _for_question(plan, left, answers)
    extra = next(iter(left), None) if not said else None
    made = replace(plan, proof=result, beside=beside, answers=answers, strength=question, extra=extra)
    return made, [p for p in (result, beside, question, extra) if p]


def _best(plan: LetterPlan, among: list[Proof]) -> Proof | None:
    return max(among, key=lambda p: (_fit(plan, p), -among.index(p)), default=None)


def _for_question(plan: LetterPlan, left: list[Proof], answers: int) -> Proof | None:
    for place, idea in enumerate(plan.refer[:2]):
        if idea.shape is Shape.QUESTION and place != answers and not idea.face_risk:
            return next((p for p in left if _answers_question(idea, p)), None)
    return None


def _answers_question(idea: Idea, strength: Proof) -> bool:
    """A tool or a standard answers only a question that names it; a kind of work any question on its subject."""
    return fits(idea, strength) and (strength.strength[:1].islower() or bool(_said_alike(idea, strength)))


def _best_fit(plan: LetterPlan, available: list[Proof]) -> int:
    reader = {Relation.HIRING_MANAGER: 14, Relation.EXECUTIVE: 12, Relation.RECRUITER: 4}.get(
        plan.person.relation, 0
    )
    return max((_fit(plan, p) for p in available), default=0) + reader


def _fit(plan: LetterPlan, proof: Proof) -> int:
    near = sum(
        (nearness(i.concepts, proof.concepts) + 3 * len(_said_alike(i, proof))) * (3 - n)
        for n, i in enumerate(plan.refer[:2])
    )
    weight = 0 if plan.person.relation in _NO_BOAST else 6
    return 2 * near + (weight if proof.did else 0)


def _answered(plan: LetterPlan, proof: Proof) -> int:
    """The place of the point a proof answers: the one with most words in common, else the first."""
    places = [n for n, i in enumerate(plan.refer[:2]) if i.shape is not Shape.STEP and fits(i, proof)]
    return min(places, key=lambda n: (-len(_said_alike(plan.refer[n], proof)), n), default=-1)
