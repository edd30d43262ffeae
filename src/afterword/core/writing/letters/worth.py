"""How good a point is to tell, what answers it, and whether two points are the same matter."""

import re
from dataclasses import replace
from functools import lru_cache

from afterword.core.facts import PointKind, Relation
from afterword.core.writing.idea import Idea, Risk, Shape
from afterword.core.writing.letters.profile import Proof
from afterword.core.writing.letters.role import is_own_work
from afterword.core.writing.letters.terms import shared_terms
from afterword.core.writing.letters.told import dearer, holds, is_work, kind_of, listed, subject_of
from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.concepts import akin, main_subject, related
from afterword.core.writing.notes.tokens import tokens

_LEADS: dict[Relation, tuple[PointKind, ...]] = {
    Relation.HIRING_MANAGER: (PointKind.CHALLENGE, PointKind.PROJECT, PointKind.GROWTH, PointKind.QUESTION, PointKind.CULTURE, PointKind.TEAM),
    Relation.PEER: (PointKind.PROJECT, PointKind.CHALLENGE, PointKind.CULTURE, PointKind.TEAM, PointKind.QUESTION, PointKind.GROWTH),
    Relation.HR: (PointKind.NEXT_STEP, PointKind.CULTURE, PointKind.TEAM, PointKind.GROWTH, PointKind.QUESTION, PointKind.PROJECT),
    Relation.RECRUITER: (PointKind.NEXT_STEP, PointKind.CULTURE, PointKind.PROJECT, PointKind.CHALLENGE, PointKind.TEAM, PointKind.GROWTH),
    Relation.EXECUTIVE: (PointKind.GROWTH, PointKind.QUESTION, PointKind.CHALLENGE, PointKind.PROJECT, PointKind.CULTURE, PointKind.TEAM),
    Relation.COORDINATOR: (PointKind.NEXT_STEP, PointKind.CULTURE, PointKind.TEAM, PointKind.PROJECT, PointKind.CHALLENGE, PointKind.GROWTH),
}  # fmt: skip
#: Readers to whom a result that answers nothing is not told.
NO_BOAST = {Relation.PEER, Relation.HR, Relation.COORDINATOR}


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
    score += _for_me(idea, kind, reader)
    score -= 5 * idea.face_risk + 14 * (idea.risk is Risk.TOPIC_ONLY)
    score -= 14 * bool(_HEADCOUNT.match(idea.topic) and not idea.clause)
    score -= 6 * idea.clause.startswith(("you use ", "you are using ", "you have "))
    score -= 7 * (
        not idea.concepts
        and not is_own_work(idea)
        and not idea.has_figure
        and not re.search(r"[A-Z]", idea.topic)
    )
    score -= 12 * (idea.face_risk and len(idea.topic.split()) < 2 and not is_work(idea.topic))
    score -= 5 * bool(idea.clause and len(idea.clause.split()) < 5)
    score -= 6 * (idea.shape is Shape.THING and len(idea.topic.split()) < 3 and not idea.quote)
    score -= 8 * (idea.shape is Shape.THING and len(idea.topic.split()) < 2 and not idea.quote)
    score += 6 * (reader in _RUNS_THE_PROCESS and holds("perk", idea))
    score += 5 * quotable(idea) - 12 * dearer(idea)
    return score + min(3, len(idea.topic.split()))


def _for_me(idea: Idea, kind: PointKind, reader: Relation) -> int:
    """What a point gains by concerning the candidate: asked about, the role's own work, a project with a date; what a habit loses."""
    if reader in NO_BOAST or reader in _RUNS_THE_PROCESS:
        return 14 * is_own_work(idea)
    asked = idea.shape is Shape.QUESTION and bool(re.search(r"\b(?:I|my)\b", idea.question))
    dated = kind is PointKind.PROJECT and bool(_DATED.search(idea.clause or idea.topic))
    habit = kind in {PointKind.CULTURE, PointKind.TEAM} and bool(_HABIT.search(idea.clause or idea.topic))
    return 6 * asked + 14 * is_own_work(idea) + 4 * dated - 8 * (habit and not idea.want)


_HABIT = re.compile(
    r"\b(?:every (?:day|morning|week|month|\w+day)|\w+days|daily|at \d{1,2}(?::\d\d)? ?(?:[ap]m)?)\b", re.I
)


def quotable(idea: Idea) -> bool:
    """Whether their own words are worth giving back: neither a single term nor a speech, and nothing unsafe."""
    return 3 <= len(idea.quote.split()) <= 11 and not idea.face_risk and idea.risk is Risk.FREE


_RUNS_THE_PROCESS = {Relation.HR, Relation.RECRUITER, Relation.COORDINATOR}
_DATED = re.compile(
    r"\b(?:by|in|on|this|next) (?:\d|q[1-4]|the (?:spring|summer|autumn|fall|winter)|(?:Jan|Febr|March|April|May|June|July|August|Sept|Oct|Nov|Dec|\w+day\b)\w*|spring|summer|autumn|winter|month|year|quarter)"
)
_HEADCOUNT = re.compile(
    r"^(?:the |a |your )?(?:team of|[\d,\w-]+ (?:people|analysts|accountants|clerks|staff|years|trucks|drivers|employees|nurses|aides|members|dentists|clients|part-time\w*))\b",
    re.I,
)


def _answered_by(idea: Idea, known: tuple[Proof, ...], reader: Relation) -> int:
    results = [p for p in known if p.did]
    if idea.shape is Shape.STEP or not known:
        return 0
    strong = max(
        (3 + 5 * bool(said_alike(idea, p)) for p in known if p.strength and fits(idea, p)), default=0
    )
    if not results:
        return strong
    weight = {Relation.PEER: 4, Relation.HR: 2, Relation.COORDINATOR: 2}.get(reader, 9)
    same = max(len(said_alike(idea, p)) for p in results)
    if same and idea.shape is Shape.QUESTION:
        itself = any(asks_for(idea, p) for p in results)
        figure = any(w.isdigit() for p in results for w in said_alike(idea, p))
        return weight + 6 + 2 * same + 8 * (figure or itself)
    if any(same_work(idea, p) for p in results):
        return weight + 2 + same + 14 * (same > 0 and reader not in NO_BOAST)
    if any(fits(idea, p) for p in results):
        return weight // 2 + strong
    return strong + (weight // 3 if any(akin(idea.concepts, p.concepts) for p in results) else 0)


def worth_adding(idea: Idea, reader: Relation) -> bool:
    """Whether a point is good enough to stand second: a weak second point is worse than none."""
    if dearer(idea) or (_HEADCOUNT.match(idea.topic) and not idea.clause):
        return False
    if (
        idea.quote
        or idea.shape in {Shape.QUESTION, Shape.WANT, Shape.GIVEN}
        or kind_of(idea) is PointKind.GROWTH
    ):
        return True
    if reader in NO_BOAST and kind_of(idea) in {PointKind.CULTURE, PointKind.TEAM, PointKind.CONNECTION}:
        return bool(idea.clause) or len(idea.topic.split()) > 1
    if idea.face_risk or idea.shape is Shape.THING:
        return is_work(idea.topic) and len(idea.topic.split()) > 2
    return subject_of(idea) is not None


def fits(idea: Idea, proof: Proof) -> bool:
    """Whether a result or strength answers an idea: on the same subject, or in telling words they have in common."""
    return related(idea.concepts, proof.concepts) or bool(said_alike(idea, proof))


@lru_cache(maxsize=1024)
def same_work(idea: Idea, proof: Proof) -> bool:
    """Whether a result may be called similar: a telling word in common that is no commonplace, or the same chief subject."""
    if _specific(said_alike(idea, proof)) or (
        idea.shape is Shape.QUESTION and proof.did and asks_for(idea, proof)
    ):
        return True
    mine = main_subject(proof.source)
    theirs = main_subject(idea.topic, idea.clause, idea.want, idea.question)
    return mine is not None and theirs is not None and mine.name == theirs.name


def _specific(shared: frozenset[str]) -> bool:
    """Whether the words two texts share are more than one word of every second note."""
    return len(shared) > 1 or bool(shared - {_stem(word) for word in listed("commonplace")})


@lru_cache(maxsize=1024)
def said_alike(idea: Idea, proof: Proof) -> frozenset[str]:
    """Telling words and figures an idea shares with a result; words any two results may share tell nothing."""
    said = f"{idea.topic} {idea.clause} {idea.question} {idea.want}"
    return frozenset(_telling_stems(said) & _telling_stems(proof.source)) | shared_terms(said, proof.source)


def asks_for(idea: Idea, proof: Proof) -> bool:
    """Whether a question asks for nothing but the result: "the four corrections", "how I got mine out by May"."""
    if "mine" in idea.question.split():
        return True
    asked = _telling_stems(idea.question)
    return bool(asked) and len(idea.question.split()) < 5 and asked <= _telling_stems(proof.source)


def _telling_stems(text: str) -> set[str]:
    figures = re.sub(r"(?<=\d),(?=\d{3})|[$£€]", "", text)
    return {_stem(part) for w in tokens(figures) for part in w.split("-") if _telling(part)}


def _stem(word: str) -> str:
    return re.sub(r"(?:ations?|ials?|ied|ies|ing|ed|es|s)$", "", folded(word))[:7]


def _telling(word: str) -> bool:
    plain = word.lower()
    if plain.isalpha() and len(plain) == 4:
        return plain in listed("telling")
    return (word.isdigit() and len(word) > 2) or (
        len(plain) > 4 and plain.isalpha() and plain not in listed("untelling")
    )


def alike(one: Idea, other: Idea) -> bool:
    """Whether two ideas are about the same matter."""
    mine, theirs = _matter(one), _matter(other)
    return bool(mine & theirs) and len(mine & theirs) * 2 >= min(len(mine), len(theirs))


@lru_cache(maxsize=1024)
def _matter(idea: Idea) -> frozenset[str]:
    said = f"{idea.topic} {idea.clause} {idea.question} {idea.want}"
    return frozenset(folded(w).rstrip("s") for w in tokens(said) if len(w) > 3 and w.lower() not in _LITTLE)


_LITTLE = {"would", "that", "with", "your", "team", "have", "from", "what", "which", "they", "their", "want", "into", "this", "when", "about"}  # fmt: skip


def lesson(idea: Idea) -> Idea | None:
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


def as_question(idea: Idea) -> Idea:
    """A fact that they asked something, told as what they asked: "you asked about the $145,000" is a question."""
    match = re.match(
        r"you (?:also )?asked (?:me )?(?:about )?(?=how |what |which |why |whether |the |my )(.+)$",
        idea.clause,
    )
    if not match or idea.face_risk or idea.shape is Shape.QUESTION:
        return idea
    return replace(idea, shape=Shape.QUESTION, kind=PointKind.QUESTION, question=match[1], clause="")


def as_step(idea: Idea) -> Idea:
    """What happens next, noted as a mere thing ("an offer by the 20th"), told as the step it is."""
    thing = idea.kind is PointKind.NEXT_STEP and idea.shape is Shape.THING and len(idea.topic.split()) > 2
    dated = re.search(r"\d|day\b|week|month|(?:before|after|by|in|on) [A-Z]", idea.topic)
    return replace(idea, shape=Shape.STEP) if thing and dated and not idea.face_risk else idea


def tellable(idea: Idea) -> bool:
    """Whether a point stands in the body: not what thanks are for, harsh words, hours, a lone noun, a share without verb."""
    bare_share = idea.shape is Shape.WANT and re.search(r"\bat \d+ ?%$", idea.want)
    harsh = listed("harsh") & set(re.findall(r"[a-z]+", idea.clause.lower()))
    habit = kind_of(idea) in {PointKind.TEAM, PointKind.CULTURE} and _HOURS.search(idea.clause)
    lone = idea.shape is Shape.THING and re.fullmatch(r"an? [\w-]+", idea.topic) and not idea.quote
    return idea.shape is not Shape.GIVEN and not (
        bare_share or harsh or habit or lone or _CALENDAR.search(idea.clause)
    )


_CALENDAR = re.compile(r"\b(?:meets? (?:on|at|every)|go(?:es)? out on (?:the )?\d)", re.I)
_HOURS = re.compile(
    r"\b(?:busy season|overtime|hours a (?:week|day)|week-?ends?|late nights?|early starts?|\d ?[ap]m)\b",
    re.I,
)


def my_duty(idea: Idea) -> bool:
    """Whether a wish is for something the candidate has to do or send, which is no point to speak of."""
    return idea.shape in {Shape.WANT, Shape.CLAUSE, Shape.YOU, Shape.THING} and bool(
        re.search(r"\b(?:my|me|mine)\b", f"{idea.want or idea.clause or idea.topic}", re.I)
    )
