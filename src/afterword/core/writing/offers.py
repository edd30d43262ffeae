"""What a call offers help with (rule C): a challenge this person described, and what of the profile answers it.

A point is weighed as for the letters (letters.worth), as one speaks to whoever decides; then work that waits to be
done comes before a question, and a question before news. Growth, head counts, dates and quotations are no challenge.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from afterword.core.facts import Case, Person, PointKind, Relation
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.kinds.choice import nameable, names_enough, told_as, typed_texts
from afterword.core.writing.letters.profile import Proof, proofs
from afterword.core.writing.letters.told import TESTS, dearer, is_own_step, is_work, kind_of
from afterword.core.writing.letters.worth import fits, my_duty, said_alike, same_work, value
from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.concepts import concepts_of, keys_in
from afterword.core.writing.notes.risk_person import a_career, a_custom, a_pastime, business_words
from afterword.core.writing.notes.sets import word_set

#: Short forms in the keys of the bank of subjects, as they are spoken.
_IN_FULL = {"recs": "reconciliations", "pos": "purchase orders"}
#: Kinds of point a solution can be offered for, and how much more readily than the letters would tell them.
_READINESS = {
    PointKind.CHALLENGE: 10, PointKind.PROJECT: 6, PointKind.QUESTION: -40, PointKind.GROWTH: -24,
    PointKind.TEAM: -16, PointKind.CULTURE: -16,
}  # fmt: skip
#: What a point gains when its subject is work, when a result answers it, when anything of the profile does, when it was
#: typed; what letters take off for a failing is given back, for that is where help is wanted.
_WORK, _ANSWERED, _TOUCHED, _TYPED, _FAILING = 6, 10, 4, 4, 5
#: What it loses when it asks for my past, tells of what is over or of a day, or names nothing by itself.
_MY_OWN, _OVER, _ASIDE, _BARE = 18, 10, 24, 8
#: What a wish loses that names no work and no figure but a form ("one page").
_VAGUE = 12
_NUMBERED = re.compile(r"\d|%|\bby (?:[A-Z]|the end)")
#: Words of a fact that can be told in one breath.
_SPEAKABLE = 16
#: What a person is about to do with their own premises or days, or what was read of them, is no problem to help with.
_OWN_PLANS = re.compile(
    r"you (?:are|will be) (?:(?:moving|leaving) (?:\w+ )?(?:floors?|offices?|buildings?|premises|house|home|desks?)|"
    r"leaving|travelling|traveling|away|off|going)\b|linkedin\b",
    re.IGNORECASE,
)
#: Matters of the application or of somebody's own household, in which no help is wanted.
_OWN_MATTERS = re.compile(
    r"\b(?:notice periods?|start dates?|availab\w+|references?|referees|relocat\w+|commut\w+|visas?|work permit)\b|"
    r"\b(?:his|her|your|my|their) (?:own |personal |private )*(?:tax(?:es)?|tax (?:notice|return|bill|letter|refund)s?|"
    r"mortgage|house|home|garden|car|pension|credit card|savings|landlord)\b(?! (?:team|clients?|department|ledger))",
    re.IGNORECASE,
)
_A_PERSON = re.compile(
    r"\bwants? (?:some(?:one|body)|a person|people|(?:[\w-]+ ){0,2}[\w-]+(?:er|or|ist|ant|man|woman)s? who)\b"
)
_PEOPLE_COUNTED = re.compile(
    r"^(?:the |your )?(?:team of )?[\w,]+ (?:people|staff|clerks|accountants|analysts|colleagues|juniors|seniors|ladies)\b",
    re.IGNORECASE,
)
_OF_THE_JOB = re.compile(
    r"\b(?:how|what|which|where|whether|who|when) (?:\w+ )?I(?: would|'d| could| will| do\b)"
)
_ASKING = re.compile(r"(?:how|what|which|whether|where|when|why|who|whom)\b")
#: A count of things, without a word of what is to be done about them.
_COUNT = re.compile(
    r"(?:the |your )?(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) \w+$"
)
_OCCASION = re.compile(r"\b(?:day|party|picnic|lunch|breakfast|retreat|outing|trip|barbecue|race|fair)\b")
#: The abbreviation of a system, a rule or a return.
_SHORT_NAME = re.compile(r"\b[A-Z]{3,}\b")
#: What somebody would rather not have is no work to help with.
_TASTE = re.compile(r"you would rather do without\b|you want (?:[\w-]+ )*ones?$")
_A_TEAM = re.compile(r"(?:the |your )?teams?\b", re.IGNORECASE)
#: A share or a count at the end says how much, not what.
_HOW_MUCH = re.compile(r"\d ?%$|\b(?!20\d\d$)\d[\d,.]*$")
_GONE = re.compile(r"\b(?:was|were|went|has been|have been|closed|opened|added|bought|won)\b")
_ON_A_DAY = re.compile(
    r"\bon (?:the \d+(?:st|nd|rd|th)|\w+days?)$|\b(?:ends?|expires?|lapses?|runs? out|matures?|(?:is|are) due)\b|"
    r"\b(?:happens?|meets?) (?:\w+ )?(?:in|on|by|at|every|each) |\b(?:is|are) (?:daily|weekly|monthly|quarterly|yearly|annual)$|"
    r"^you (?:do|make|run|have|ship|sell|bill|see|serve) (?:about |over |some )?\d[\d,.]* "
)


@dataclass(frozen=True, slots=True)
class Offer:
    """What help is offered with, and the result or strength that answers it, if any."""

    idea: Idea
    proof: Proof | None

    @property
    def is_news(self) -> bool:
        """Whether it only tells how they grow, and nothing of the profile answers it."""
        idea = self.idea
        return idea.kind is PointKind.GROWTH and not (idea.want or idea.question or self.proof)

    @property
    def slots(self) -> dict[str, str]:
        """How the idea is named aloud: a question as one, a fact in full when it is short and hurts nobody."""
        if asked := self.idea.question:
            return {"question": asked, "asked": asked if _ASKING.match(asked) else f"about {asked}"}
        short = not self.idea.face_risk and len(self.idea.clause.split()) <= _SPEAKABLE
        named = {"topic": self.idea.topic, "clause": self.idea.clause if short else ""}
        return named | told_as(self.idea, self.idea.topic) if names_enough(self.idea) else named


def offers(case: Case, person: Person, ideas: tuple[Idea, ...]) -> tuple[Offer, ...]:
    """What could be offered to this person, the best first. ``ideas``: theirs that may be used."""
    known = proofs(case.candidate)
    typed = typed_texts(case, person)
    usable = [i for i in nameable(ideas) if offerable(i) and _tells(i, case.opportunity.company.lower())]
    ranked = sorted(usable, key=lambda i: -_worth(i, known, typed=i.raw in typed))
    return tuple(Offer(idea, answer_to(idea, known)) for idea in ranked)


def from_unread(case: Case, person: Person, unread: tuple[str, ...]) -> Iterator[Offer]:
    """Offers for what could not be read whole but names a subject of finance work in two words or more."""
    known = proofs(case.candidate)
    for text in unread:
        for words in keys_in(text):
            spoken = " ".join(_IN_FULL.get(word, word) for word in words)
            if len(words) > 1 and spoken.endswith("s"):
                idea = Idea(
                    person.id, PointKind.CHALLENGE, text, topic=spoken, focus=spoken, plural=True,
                    concepts=concepts_of(spoken), sure=1,
                )  # fmt: skip
                yield Offer(idea, answer_to(idea, known))


def offerable(idea: Idea) -> bool:
    """Whether a solution can be offered for it; of their habits and news, only for what they want or what is work."""
    if (
        idea.kind not in _READINESS
        or my_duty(idea)
        or is_own_step(idea)
        or _OWN_PLANS.match(idea.clause)
        or _TASTE.match(idea.clause)
    ):
        return False
    if _OWN_MATTERS.search(f"{idea.raw if idea.question else ''} {idea.clause} {idea.topic} {idea.question}"):
        return False
    if (_A_PERSON.search(idea.clause) and not idea.concepts) or (
        _A_TEAM.match(idea.topic) and not idea.clause
    ):
        return False
    if idea.shape is Shape.YOU:
        return is_work(idea.topic) and not TESTS["tenure"](idea)
    work = bool(idea.want or idea.concepts or is_work(idea.topic) or _is_matter(idea))
    return work or idea.kind in {PointKind.CHALLENGE, PointKind.PROJECT, PointKind.QUESTION}


def _is_matter(idea: Idea) -> bool:
    """Whether a mere noun phrase names a thing of their business, and neither people, a custom nor a treat."""
    words = [folded(word) for word in idea.topic.split()]
    of_people = set(words) & (
        word_set("people_words") | {"staff", "team", "round", "test", "decision", "estate"}
    )
    small = f"{idea.topic} / {idea.raw}".lower()
    own = a_pastime(small) or a_career(small) or a_custom(idea.topic.lower())
    told = idea.shape is Shape.THING and not of_people and not own
    return told and (
        any(word in business_words() for word in words[1:]) or bool(_SHORT_NAME.search(idea.topic))
    )


def _tells(idea: Idea, company: str) -> bool:
    if company and company in idea.topic.lower():
        return False
    if idea.question or (idea.clause and not idea.face_risk):
        return True
    return names_enough(idea) and not (_HOW_MUCH.search(idea.topic) or _PEOPLE_COUNTED.match(idea.topic))


def _worth(idea: Idea, known: tuple[Proof, ...], *, typed: bool) -> int:
    similar = any(p.did and same_work(idea, p) for p in known)
    kind = PointKind.CHALLENGE if similar and dearer(idea) else _kind(idea, typed=typed)
    worth = value(idea, Relation.HIRING_MANAGER, known) + _READINESS[kind] + _TYPED * typed
    worth += _WORK * (is_work(idea.topic) or bool(idea.want and idea.concepts)) + _FAILING * idea.face_risk
    worth -= _VAGUE * (
        bool(idea.want) and not (idea.concepts or is_work(idea.topic) or _NUMBERED.search(idea.want))
    )
    worth += _ANSWERED * similar + _TOUCHED * (answer_to(idea, known) is not None)
    if idea.question:
        return worth - _MY_OWN * (not _OF_THE_JOB.search(idea.question))
    over = (_GONE.search(idea.clause), dearer(idea) and not similar, _HOW_MUCH.search(idea.topic))
    aside = (_ON_A_DAY.search(idea.clause), _OCCASION.search(idea.topic), _only_counted(idea))
    worth -= _OVER * sum(map(bool, over)) + _ASIDE * sum(map(bool, aside))
    return worth - _BARE * (not names_enough(idea)) - 6 * (idea.sure == 0)


def _only_counted(idea: Idea) -> bool:
    return not idea.clause and bool(_COUNT.match(idea.topic))


def _kind(idea: Idea, *, typed: bool) -> PointKind:
    """The kind of a point; of one from the free box only guessed, so what is work there is a challenge."""
    if idea.want and (idea.kind is PointKind.GROWTH or (not typed and _NUMBERED.search(idea.want))):
        return PointKind.PROJECT
    if not is_work(idea.topic):
        return PointKind.CHALLENGE if not typed and _is_matter(idea) else idea.kind
    kind = kind_of(idea)
    guessed = not typed and kind in {PointKind.TEAM, PointKind.CULTURE, PointKind.GROWTH}
    return PointKind.CHALLENGE if guessed else kind


def answer_to(idea: Idea, known: tuple[Proof, ...]) -> Proof | None:
    """The result for similar work, else a strength for it, else a result on its subject."""
    results = [p for p in known if p.did]
    strengths = [p for p in known if p.strength and _is_skill(p) and fits(idea, p)]
    similar = [p for p in results if same_work(idea, p)]
    near = [p for p in results if fits(idea, p)]
    best = similar or near or strengths
    return max(best, key=lambda p: (len(said_alike(idea, p)), -known.index(p)), default=None)


def _is_skill(proof: Proof) -> bool:
    """Whether a strength is a kind of work one has experience in, and no trait."""
    first = proof.strength.split()[0]
    return bool(proof.concepts) or is_work(proof.strength) or first.endswith("ing") or first[:1].isupper()
