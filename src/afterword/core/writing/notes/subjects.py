"""Notes with a subject of their own: about the reader, their side, the company, or nobody."""

import re

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.clause import (
    STAND_ALONE,
    Clause,
    find_clause,
    noun_subject,
    part_of,
    spoken_clause,
)
from afterword.core.writing.notes.finite import PLURAL_MODIFIERS
from afterword.core.writing.notes.nounphrase import sound
from afterword.core.writing.notes.person import FINITE, is_reader, shifted
from afterword.core.writing.notes.phrases import (
    ADVERBS,
    PREPOSITIONS,
    head_index,
    is_number,
    is_plural,
    loose_end,
    plausible_noun_phrase,
    text_of,
    with_article,
)
from afterword.core.writing.notes.reader import about_reader, acted, reader_topic
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import lowered
from afterword.core.writing.notes.topics import PERIODS, best_topic, object_of
from afterword.core.writing.notes.wholeness import whole
from afterword.core.writing.words.lexicon import Tag, verb_as
from afterword.core.writing.words.tagger import Pos, can_be

COMPANY_VERBS = word_set("company_verbs")
COMPANY_PAST = word_set("company_past")


def with_subject(chunk: Chunk, parts: list[str]) -> Idea | None:
    """The idea of a clause with a subject of its own, or None."""
    named = len(parts) > 1 and is_reader(parts[0], chunk.scene)
    clause = find_clause(["she", *parts[1:]] if named else parts)
    if clause is None:
        return None
    clause = _undergone(_without_emphasis(clause))
    first = clause.subject[0].lower()
    if len(clause.subject) == 1 and is_reader(first, chunk.scene):
        return about_reader(chunk, clause)
    if len(clause.subject) == 1 and first in {"they", "we"}:
        return _their_side(chunk, clause) if first == "they" else None
    if first in {"i", "it", "this", "that", "you"} and len(clause.subject) == 1:
        return None
    if first == "there":
        return _existence(chunk, clause)
    if clause.subject[0].lower() in {"they", "he", "she", "i", "we"}:
        return None
    return from_clause(chunk, clause)


def _undergone(clause: Clause) -> Clause:
    """ "cash tied up", "parts bought locally", "rents billed per cask": a participle without an object lost its "is"."""
    verb = verb_as(clause.verb, Tag.PAST)
    if verb is None or verb.past != verb.participle or verb.personal or verb.base in STAND_ALONE | _NO_OBJECT:
        return clause
    subject = list(clause.subject)
    somebody = subject[head_index(subject)].lower() in _PEOPLE or subject[0].lower() in _PERSONS
    if somebody or len(subject[0]) < _SHORTEST or _has_object(lowered(list(clause.rest))):
        return clause
    be = "are" if is_plural(subject) else "is"
    joint = ("but",) if clause.rest[:1] == ("not",) else ()
    return Clause(clause.subject, clause.adverbs, be, (clause.verb, *joint, *clause.rest))


def _has_object(rest: list[str]) -> bool:
    """Whether something the verb is done to stands right behind it, not only how, where or when."""
    if not rest or (rest[0] in {"a", "an"} and any(p in PERIODS for p in rest[1:3])):
        return False
    if rest[0] in _UP and len(rest) > 1:
        return rest[1] not in _NO_OBJECT_BEHIND | PREPOSITIONS
    return rest[0] not in _NO_OBJECT_BEHIND | PREPOSITIONS


_SHORTEST = 3
_PERSONS = {"she", "they", "you", "who", "there", "this", "that"}
_PEOPLE = word_set("people_words") | word_set("agents")
_NO_OBJECT = word_set("no_object_verbs")
_UP = {"up", "out", "off", "down", "in", "over"}
_NO_OBJECT_BEHIND = _UP | {
    "apart",
    "ahead",
    "together",
    "separately",
    "locally",
    "centrally",
    "daily",
    "weekly",
    "monthly",
    "yearly",
    "late",
    "early",
    "abroad",
    "twice",
    "once",
    "overnight",
    "by",
    "manually",
    "not",
    "but",
    "never",
    "already",
    "still",
    "yet",
}


def _without_emphasis(clause: Clause) -> Clause:
    """ "they do close in ten days" -> "they close in ten days"."""
    if clause.verb.lower() in {"do", "does", "did"} and clause.rest and verb_as(clause.rest[0], Tag.BASE):
        return Clause(clause.subject, clause.adverbs, clause.rest[0], clause.rest[1:])
    return clause


def _existence(chunk: Chunk, clause: Clause) -> Idea | None:
    rest = shifted(whole(list(clause.rest), verb=clause.verb), chunk.scene)
    if clause.verb.lower() not in FINITE or not rest or loose_end(rest) or not plausible_noun_phrase(rest):
        return None
    return idea(
        chunk,
        shape=Shape.CLAUSE,
        kind=_kind_of(chunk),
        topic=with_article(rest),
        clause=["there", clause.verb.lower(), *rest],
        sure=2,
    )


def _their_side(chunk: Chunk, clause: Clause) -> Idea | None:
    subject = (
        ["the", "company"]
        if chunk.kind is PointKind.GROWTH or clause.base in COMPANY_VERBS & COMPANY_PAST
        else ["you"]
    )
    verb = (
        {"are": "is", "have": "has", "were": "was", "do": "does"}.get(clause.verb.lower(), clause.verb)
        if subject != ["you"]
        else clause.verb
    )
    if subject != ["you"] and (base := verb_as(verb, Tag.BASE)) and not verb_as(verb, Tag.PAST):
        verb = base.s
    if (
        clause.verb.lower() in {"are", "were"}
        and len(clause.rest) == 1
        and not verb_as(clause.rest[0], Tag.ING)
    ):
        return None
    spoken = spoken_clause(Clause((), clause.adverbs, verb, clause.rest), chunk.scene, subject=subject)
    rest = shifted(whole(list(clause.rest), verb=clause.verb), chunk.scene)
    if spoken is None or rest is None or len(spoken) > 22:
        return None
    topic = reader_topic(clause, rest)
    if clause.verb.lower() == "are" and rest and verb_as(rest[0], Tag.ING):
        topic = move_in(rest) or rest
    return (
        idea(chunk, shape=Shape.CLAUSE, kind=_kind_of(chunk), topic=topic, clause=spoken, sure=3, plain=True)
        if topic
        else None
    )


def _kind_of(chunk: Chunk) -> PointKind:
    return chunk.kind or PointKind.CHALLENGE


def from_clause(chunk: Chunk, clause: Clause) -> Idea | None:
    """The idea of a clause whose subject is neither the reader nor their side."""
    if clause.subject[0].lower() in _NOBODY:
        return _nobody(chunk, clause)
    if len(clause.subject) == 1 and _CLOCK.fullmatch(clause.subject[0]):
        return None
    subject = noun_subject(clause, chunk.scene)
    if (
        subject is None
        or _disagree(subject, clause.verb.lower())
        or (chunk.kind is None and not sound(subject))
    ):
        return None
    spoken = spoken_clause(clause, chunk.scene, subject=subject)
    rest = shifted(whole(list(clause.rest), verb=clause.verb), chunk.scene)
    if rest is None:
        return None
    named = part_of(subject) or _several(subject) or subject
    topic = _clause_topic(named, clause, rest)
    if topic == ["everything"]:
        topic = _within(rest)
    elif topic == named:
        topic = _had(rest) or best_topic(named, rest, verb=clause.verb)
    grown = clause.base in COMPANY_PAST and (
        verb_as(clause.verb, Tag.PAST) is not None or clause.verb.lower().endswith("s")
    )
    kind = PointKind.GROWTH if grown else PointKind.CHALLENGE
    too_long = spoken is not None and len(spoken) > 24
    told = idea(
        chunk,
        shape=Shape.CLAUSE if spoken and not too_long else Shape.THING,
        kind=kind,
        topic=topic,
        focus=named,
        clause=None if too_long else spoken,
        sure=3 if spoken else 1,
    )
    return told or _named_by_object(chunk, clause, rest)


def _several(subject: list[str]) -> list[str]:
    """ "every crew" -> crews, "each invoice" -> invoices: what is said of each is a matter of them all."""
    named = subject[0].lower() in {"each", "every"} and 1 < len(subject) < _MANY_WORDS
    if not named or set(lowered(subject)) & PREPOSITIONS:
        return []
    noun = subject[-1]
    forms = (f"{noun}s", f"{noun}es", f"{noun[:-1]}ies")
    return next(([*subject[1:-1], form] for form in forms if Pos.NOUNS in can_be(form.lower())), [])


_MANY_WORDS = 5


def _within(rest: list[str]) -> list[str]:
    """ "everything is on Xero since last year": what everything is in names the matter."""
    at = next((i for i, p in enumerate(lowered(rest)) if p in PREPOSITIONS), None)
    held = rest[at + 1 :] if at is not None else []
    return held if lowered(held) == ["paper"] else object_of(held, verb="hold")


_OWN_AND_NOUN = 3


def _had(rest: list[str]) -> list[str]:
    """ "each of the clinics has its own bank account": the thing had, where those who have it are named in one word."""
    own = lowered(rest[:2]) in (["its", "own"], ["their", "own"])
    if not own or len(rest) < _OWN_AND_NOUN:
        return []
    return with_article(rest[2:]) if plausible_noun_phrase(rest[2:]) else []


def _named_by_object(chunk: Chunk, clause: Clause, rest: list[str]) -> Idea | None:
    """ "suppliers phone about late payments": when the subject says too little, what the verb is about names the fact."""
    verb, behind = acted(clause.verb, rest)
    while behind and behind[-1].lower() in ADVERBS | {"late", "early", "wrong", "again"}:
        behind = behind[:-1]
    joint = next((i for i, p in enumerate(lowered(behind[:2])) if p in PREPOSITIONS), None)
    spoken = [behind[joint + 1 :]] if joint is not None and lowered(behind)[joint] in _ABOUT else []
    for words in (behind, *spoken):
        if topic := object_of(words, verb=verb):
            return idea(chunk, shape=Shape.THING, kind=PointKind.CHALLENGE, topic=topic, sure=1)
    return None


_ABOUT = {"about", "for", "over", "on", "with", "without"}


def _disagree(subject: list[str], verb: str) -> bool:
    """ "POs is from 1998", "18 clinics is bought": a plural and a verb of one thing, so one of them is misread."""
    head = subject[head_index(subject)]
    joint = "and" in lowered(subject) or head.lower() in PLURAL_MODIFIERS
    return verb in {"is", "was", "has", "does"} and is_plural(subject) and not joint


_CLOCK = re.compile(r"\d{1,2}(?::\d\d)?[ap]m")
_NOBODY = {"nobody", "no-one", "noone", "none"}


def _nobody(chunk: Chunk, clause: Clause) -> Idea | None:
    """ "nobody reads the audit reports": only what it is about."""
    rest = shifted(whole(list(clause.rest), verb=clause.verb), chunk.scene)
    if rest and clause.verb.lower() in {"has", "had", "have"} and verb_as(rest[0], Tag.PARTICIPLE):
        rest = rest[2:] if lowered(rest[1:2]) in (["at"], ["into"], ["through"]) else rest[1:]
    if not rest or not plausible_noun_phrase(rest) or verb_as(rest[0], Tag.BASE):
        return None
    return idea(
        chunk, shape=Shape.THING, kind=PointKind.CHALLENGE, topic=with_article(rest), sure=2, failing=True
    )


def _clause_topic(subject: list[str], clause: Clause, rest: list[str]) -> list[str]:
    """A noun phrase for a fact: "the close takes nine days" -> "the nine-day close", "X is live" -> "X"."""
    small = [p.lower() for p in rest]
    if (
        clause.base == "take"
        and len(rest) > 1
        and is_number(rest[0])
        and small[1] in PERIODS
        and subject[0] == "the"
    ):
        unit = small[1].removesuffix("s")
        return ["the", f"{rest[0]}-{unit}", *subject[1:]]
    if clause.base == "go" and small[:1] == ["live"]:
        front = ["the", *(subject[1:] if subject[0] in {"the", "a", "an"} else subject)]
        return [*front, "go-live", *rest[1:]] if len(rest) < 5 else [*front, "go-live"]
    if text_of(subject).lower() == "the company" and clause.base in COMPANY_PAST:
        return ["the", "company's", "growth"]
    return subject


def move_in(rest: list[str]) -> list[str] | None:
    """ "moving to Sage in May", "going from seven banks to three" -> "the move …"."""
    first = rest[0].lower()
    if (
        first in {"moving", "switching", "migrating", "changing", "going"}
        and len(rest) > 2
        and rest[1].lower() in {"to", "from"}
    ) and rest[2].lower() not in {"a", "be"}:
        return ["the", "move", *rest[1:]]
    return None
