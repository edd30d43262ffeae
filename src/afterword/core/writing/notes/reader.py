"""What is said of the reader: the fact told to them, and what to call it."""

from dataclasses import replace

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.clause import Clause, agrees_with_you, spoken_clause
from afterword.core.writing.notes.objects import points_nowhere
from afterword.core.writing.notes.occasions import occasion
from afterword.core.writing.notes.person import FINITE, shifted
from afterword.core.writing.notes.phrases import (
    ADVERBS,
    PREPOSITIONS,
    is_number,
    plausible_noun_phrase,
    with_article,
)
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import lowered
from afterword.core.writing.notes.topics import object_of, stands, telling
from afterword.core.writing.notes.wholeness import whole
from afterword.core.writing.words.lexicon import Tag, known, verb_as
from afterword.core.writing.words.tagger import Pos, can_be

_SAID_OF_READER = {
    "a",
    "an",
    "the",
    "proud",
    "from",
    "in",
    "at",
    "with",
    "on",
    "new",
    "my",
    "also",
    "responsible",
}


_NOTHING = word_set("want_nothing")
_COMPANY_PAST = word_set("company_past")


def about_reader(chunk: Chunk, clause: Clause) -> Idea | None:
    """What is said of the reader; None when it cannot be told to them."""
    described = (
        clause.verb.lower() in {"is", "was", "are", "were"}
        and clause.rest[:1]
        and clause.rest[0].lower() not in _SAID_OF_READER
        and not verb_as(clause.rest[0], Tag.ING)
    )
    if described:
        return None
    if clause.base in {"say", "ask"}:
        return None
    if clause.base in {"want", "need"} and _wants_nothing(lowered(list(clause.rest))):
        return None
    if lowered(list(clause.rest)) in (["that"], ["it"], ["this"], ["me"], ["them"], ["so"]):
        return None
    clause = replace(clause, rest=tuple(occasion(clause.verb, list(clause.rest))))
    spoken = spoken_clause(clause, chunk.scene, subject=["you"])
    if spoken is None or len(spoken) > 22 or len(spoken) < 3:
        return None
    rest = shifted(whole(list(clause.rest), verb=clause.verb), chunk.scene, own=True)
    if rest is None:
        return None
    topic = reader_topic(clause, agrees_with_you(_one_thought(rest)))
    return (
        idea(chunk, shape=Shape.YOU, kind=PointKind.CULTURE, topic=topic, clause=spoken, sure=3, plain=True)
        if topic
        else None
    )


def _wants_nothing(rest: list[str]) -> bool:
    """ "wants weekly", "wants one and soon", "wants day six": what is wanted stands elsewhere."""
    if rest[:1] == ["one"] and (len(rest) == 1 or rest[1] in {"and", "or", "but", "not"}):
        return True
    if points_nowhere(rest):
        return True
    day = len(rest) <= 3 and rest[:1] in (["day"], ["working"]) and is_number(rest[-1])
    return day or (len(rest) == 1 and rest[0] in _NOTHING)


def _one_thought(rest: list[str]) -> list[str]:
    """What follows a verb up to where a second verb or a reason begins."""
    for index in range(1, len(rest)):
        small = rest[index].lower()
        if small in {"but", "because", "so", "although", "while"} or (
            small == "and" and _starts_verb(rest[index + 1 :])
        ):
            return rest[: index - 1] if rest[index - 1] == "," else rest[:index]
    return rest


def _starts_verb(rest: list[str]) -> bool:
    if not rest:
        return False
    verb = verb_as(rest[0], Tag.BASE)
    return (
        rest[0] == "you"
        or verb_as(rest[0], Tag.S, Tag.PAST) is not None
        or (verb is not None and not verb.nounlike)
    )


def reader_topic(clause: Clause, rest: list[str]) -> list[str] | None:
    """What to call a fact about the reader: its object, or the verb as a gerund."""
    if clause.verb.lower() in {"go", "goes", "went"} and rest[:1] == ["live"]:
        return ["the", "go-live", *rest[1:]]
    if clause.verb.lower() in {"has", "have", "had"} and len(rest) > 1 and verb_as(rest[0], Tag.PARTICIPLE):
        return _perfect_topic(rest)
    if (done := acted(clause.verb, rest)) != (clause.verb, rest):
        leaning = lowered(done[1][:1]) in (["in"], ["on"], ["about"], ["for"], ["with"])
        thing = object_of(done[1][1:] if leaning else done[1], verb=done[0])
        return thing or (None if {"not", "never"} & set(lowered(rest[:2])) else _gerund(*done))
    if clause.verb.lower() in {"was", "is"} and names_somebody(lowered(rest)):
        named = [p for p in rest if p.lower() not in {"there", "here", "yourself"}]
        return ["your", "time" if clause.verb.lower() == "was" else "work", "as", *named]
    if clause.verb.lower() in FINITE:
        if rest and rest[0].lower() in {"at", "in", "with"}:
            return ["your", "time", *rest]
        return with_article(rest) if plausible_noun_phrase(rest) else None
    rest = _one_thought(rest)
    if rest[:1] == ["me"] and len(rest) > 1:
        return with_article(rest[1:]) if plausible_noun_phrase(rest[1:]) else None
    verb = verb_as(clause.verb, Tag.S, Tag.PAST, Tag.BASE)
    counted = bool(rest) and (is_number(rest[0]) or rest[0].lower() == "yourself")
    if rest and plausible_noun_phrase(rest) and not counted and stands(with_article(rest)):
        return with_article(rest)
    thing = object_of(rest, verb=clause.verb)
    if thing and telling(thing):
        return thing
    pointing = {"it", "them", "that", "this", "him", "her"} & set(lowered(rest))
    doing = verb.ing if verb else _unlisted_ing(clause.verb)
    return [doing, *rest] if doing and rest and not pointing else None


#: What people do for themselves; no letter tells it back.
_PRIVATE_ACTS = {"pray", "weep", "worship", "flirt", "gossip", "gamble", "vape"}


def _unlisted_ing(verb: str) -> str:
    """The -ing form of a verb the table does not hold ("borrow" -> "borrowing"), when it is a word."""
    base = verb.lower() if Pos.BASE in can_be(verb.lower()) and verb.lower() not in _PRIVATE_ACTS else ""
    forms = (f"{base}ing", f"{base.removesuffix('e')}ing", f"{base}{base[-1:]}ing")
    return next((form for form in forms if base and known(form)), "")


def names_somebody(rest: list[str]) -> bool:
    """ "a milk hauler in college", "an engineer by training": a word for somebody by what they do."""
    end = next((i for i, w in enumerate(rest) if i and w in PREPOSITIONS | ADVERBS | _PLACES), len(rest))
    if rest[:1] not in (["a"], ["an"]) or end < _ARTICLE_AND_NOUN:
        return False
    noun = rest[end - 1]
    doing = noun.endswith(_DOERS) and Pos.NOUN in can_be(noun) and Pos.ADJECTIVE not in can_be(noun)
    return noun in _JOBS or (doing and noun not in _NO_JOBS)


_ARTICLE_AND_NOUN = 2
_DOERS = ("er", "or", "ist", "eer", "ant", "ian", "tee")
_PLACES = {"there", "here", "himself", "herself", "yourself", "first", "originally"}
_JOBS = word_set("jobs")
_NO_JOBS = word_set("no_jobs")
#: Verbs before the verb that says what is done.
_HELPING = {"do", "does", "did", "can", "cannot", "could", "will", "would", "should", "must", "may", "might"}


def acted(verb: str, rest: list[str]) -> tuple[str, list[str]]:
    """The verb that says what is done, and what follows it: "do", "not believe in meetings" -> "believe", "in meetings"."""
    if verb.lower() not in _HELPING and lowered(rest[:1]) != ["to"]:
        return verb, rest
    used = verb.lower() in {"used", "has", "have", "had", "need", "needs"} and lowered(rest[:1]) == ["to"]
    if verb.lower() not in _HELPING and not used:
        return verb, rest
    behind = rest[1:] if used else rest
    while len(behind) > 1 and (behind[0].lower() in ADVERBS | {"not", "rather"}):
        behind = behind[1:]
    if verb.lower() in {"do", "does", "did"} and behind is rest:
        return verb, rest
    done = verb_as(behind[0], Tag.BASE) if behind else None
    return (behind[0], behind[1:]) if done is not None and done.base != "be" else (verb, rest)


def _gerund(verb: str, rest: list[str]) -> list[str] | None:
    """ "close", "in five days" -> closing in five days."""
    found = verb_as(verb, Tag.BASE)
    pointing = {"it", "them", "that", "this", "him", "her"} & set(lowered(rest))
    return [found.ing, *rest] if found and rest and not pointing else None


def _perfect_topic(rest: list[str]) -> list[str] | None:
    """ "have grown from eight to 45" -> the company's growth; "have tripled the stores" -> the stores."""
    verb = verb_as(rest[0], Tag.PARTICIPLE)
    if verb is None or verb.base == "be":
        return None
    thing = object_of(rest[1:], verb=rest[0])
    if not thing and verb.base in _COMPANY_PAST:
        return ["the", "company's", "growth"]
    return thing or [verb.ing, *rest[1:]]
