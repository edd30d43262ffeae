"""Which result or strength stands beside which points: the one that answers best, each in one letter only."""

import re
from dataclasses import replace

from afterword.core.facts import Person, PointKind, Relation
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.letters.letter_plan import LetterPlan
from afterword.core.writing.letters.profile import Proof, together
from afterword.core.writing.letters.told import kind_of
from afterword.core.writing.letters.worth import NO_BOAST, alike, asks_for, said_alike, same_work
from afterword.core.writing.notes.concepts import nearness


def with_proofs(known: tuple[Proof, ...], made: list[LetterPlan]) -> tuple[LetterPlan, ...]:
    """Proofs handed out once each: the person whose need a result answers best gets it."""
    available = list(known)
    order = sorted(
        range(len(made)),
        key=lambda i: (not _served_first(made[i], made, known), -_best_fit(made[i], available), i),
    )
    for index in order:
        made[index], used = _proved(made[index], available)
        available = [p for p in available if p not in used]
    for index, plan in enumerate(made):
        if not (plan.proof or plan.beside or plan.extra) and _thin(plan):
            made[index], used = _filled_up(plan, available)
            available = [p for p in available if p not in used]
    made = [replace(plan, spare=_spare_for(plan, available)) for plan in made]
    return tuple(_answered_first(plan, [o for o in made if o is not plan]) for plan in made)


def _served_first(plan: LetterPlan, made: list[LetterPlan], known: tuple[Proof, ...]) -> bool:
    """An executive is served first, unless the only result answers what somebody else leads with."""
    results = [p for p in known if p.did]
    wanted = any(
        same_work(o.refer[0], p) for o in made if o is not plan and o.refer for p in results
        if o.person.relation not in NO_BOAST
    )  # fmt: skip
    return bool(_LEADS_A_FIRM.search(plan.person.title)) and (len(results) > 1 or not wanted)


def _answered_first(plan: LetterPlan, others: list[LetterPlan]) -> LetterPlan:
    """The point that is answered told first, unless the first is good news or a question, or another letter leads with it."""
    if plan.answers != 1 or plan.beside or plan.refer[0].quote:
        return plan
    one, two, *rest = plan.refer
    if one.shape is Shape.STEP or kind_of(one) is PointKind.GROWTH:
        return plan
    if one.shape is Shape.QUESTION or any(o.refer and alike(two, o.refer[0]) for o in others):
        return plan
    return replace(plan, refer=(two, one, *rest), answers=0)


def _spare_for(plan: LetterPlan, available: list[Proof]) -> tuple[Proof, ...]:
    modest = plan.person.relation in NO_BOAST
    return tuple(p for p in available if p.strength or not modest)


def _thin(plan: LetterPlan) -> bool:
    """Whether there is so little to tell that the letter would be too short for courtesy."""
    return len(plan.refer) + bool(plan.connect) + bool(plan.promise) + bool(plan.strength) < 2


def _filled_up(plan: LetterPlan, available: list[Proof]) -> tuple[LetterPlan, list[Proof]]:
    """A thin plan with a result nobody else got, else with a strength."""
    told = bool(plan.refer or plan.connect or plan.thanked_for or plan.step)
    modest = plan.person.relation in NO_BOAST
    result = None if modest else next((p for p in available if p.did), None)
    extra = None if result or told or modest else together([p for p in available if p.strength])
    return replace(plan, proof=result, extra=extra), [p for p in (result, extra) if p]


def _proved(plan: LetterPlan, available: list[Proof]) -> tuple[LetterPlan, list[Proof]]:
    """The plan with what the candidate can put beside its points, and which proofs that took.

    A result that answers a point is best; a strength that answers one stands beside the result; a strength that answers
    nothing stays out, and a result that answers nothing is not told to colleagues and HR.
    """
    said = bool(plan.refer or plan.connect)
    modest = plan.person.relation in NO_BOAST and said
    result = _result(plan, [p for p in available if p.did])
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
    extra = next(iter(left), None) if not said and plan.person.relation not in NO_BOAST else None
    made = replace(plan, proof=result, beside=beside, answers=answers, strength=question, extra=extra)
    return made, [p for p in (result, beside, question, extra) if p]


def _result(plan: LetterPlan, results: list[Proof]) -> Proof | None:
    """The result that answers best; to an executive whom none answers, the one of the largest scale."""
    best = _best(plan, results)
    if best and leads_a_firm(plan.person) and _answered(plan, best) < 0:
        return max(results, key=lambda p: (_scale(p), -results.index(p)))
    return best


def leads_a_firm(person: Person) -> bool:
    """Whether a reader judges by results: an executive by relation or by title."""
    return person.relation is Relation.EXECUTIVE or bool(_LEADS_A_FIRM.search(person.title))


def _scale(proof: Proof) -> float:
    """The largest figure of a result, in units: "$6 million" is 6,000,000; 0 when it names none; years tell nothing."""
    found = [
        float(number.replace(",", "")) * _TIMES.get(unit[:1].lower(), 1)
        for number, unit in _FIGURE.findall(proof.source)
        if unit or not re.fullmatch(r"(?:19|20)\d\d", number)
    ]
    return max(found, default=0.0)


_TIMES = {"k": 1e3, "m": 1e6, "b": 1e9}
_FIGURE = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:[ -]?(k|m|mn|bn|b|million|billion)\b)?", re.I)
_LEADS_A_FIRM = re.compile(
    r"\b(?:CEO|CFO|COO|chief (?:executive|financial|finance|operating)\b.*|chair(?:man|woman|person)?|owner|founder)\b"
    r"|(?<!vice )(?<!vice-)\bpresident\b",
    re.I,
)


def _best(plan: LetterPlan, among: list[Proof]) -> Proof | None:
    return max(among, key=lambda p: (_fit(plan, p), -among.index(p)), default=None)


def _for_question(plan: LetterPlan, left: list[Proof], answers: int) -> Proof | None:
    for place, idea in enumerate(plan.refer[:2]):
        if idea.shape is Shape.QUESTION and place != answers and not idea.face_risk:
            return next((p for p in left if _answers_question(idea, p)), None)
    return None


def _strength_fits(idea: Idea, strength: Proof) -> bool:
    return _answers_question(idea, strength) if idea.shape is Shape.QUESTION else same_work(idea, strength)


def _answers_question(idea: Idea, strength: Proof) -> bool:
    """Whether a strength answers a question: only one that names it in some word."""
    return bool(said_alike(idea, strength))


def _best_fit(plan: LetterPlan, available: list[Proof]) -> int:
    reader = {Relation.HIRING_MANAGER: 14, Relation.EXECUTIVE: 12, Relation.RECRUITER: 4}.get(
        plan.person.relation, 0
    )
    told = [p for p in available if p.did] or available
    return max((_fit(plan, p) for p in told), default=0) + reader


def _fit(plan: LetterPlan, proof: Proof) -> int:
    near = sum(
        (nearness(i.concepts, proof.concepts) + 3 * len(said_alike(i, proof))) * (3 - n)
        for n, i in enumerate(plan.refer[:2])
    )
    weight = 0 if plan.person.relation in NO_BOAST else 6
    return 2 * near + (weight if proof.did else 0)


def _answered(plan: LetterPlan, proof: Proof) -> int:
    """The place of the point a proof answers: the one with most words in common, else the first."""
    answers = _strength_fits if proof.strength else same_work
    places = [n for n, i in enumerate(plan.refer[:2]) if i.shape is not Shape.STEP and answers(i, proof)]
    return min(
        places,
        key=lambda n: (not asks_for(plan.refer[n], proof), -len(said_alike(plan.refer[n], proof)), n),
        default=-1,
    )
