"""Thoughts that go on about the one before: the subject they share with it is supplied, "it" and "each" are named.

"The fee model is a workbook, council wants it online by May", "invoices come by post, cannot be matched", "three
acquisitions, each kept its own customer numbers": each has half of its meaning in the thought before. Only a thought
of the same sentence is looked at; across a full stop nothing tells what "it" points at.
"""

from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.person import FINITE
from afterword.core.writing.notes.phrases import (
    DETERMINERS,
    PREPOSITIONS,
    head_index,
    is_gerund,
    is_number,
    is_plural,
)
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import lowered, tokens
from afterword.core.writing.words.lexicon import Tag, verb_as
from afterword.core.writing.words.tagger import Pos, can_be

_OF_A_THING = {Shape.CLAUSE, Shape.THING, Shape.WANT, Shape.YOU}
_LONGEST_NAME = 5
_MODALS = {"cannot", "can", "could", "must", "will", "should", "may", "might"}
_BE = {"is": False, "was": False, "are": True, "were": True}
_HAVE = {"has": False, "have": True}
_IDIOMS = {
    "do",
    "does",
    "did",
    "make",
    "makes",
    "made",
    "get",
    "gets",
    "got",
    "take",
    "takes",
    "of",
    "like",
    "about",
    "as",
}
#: Words before a verb that say how often it happens, and verbs that are said of things ("never ties to the ledger").
HOW_OFTEN = {"never", "always", "still", "usually", "often", "sometimes", "rarely"}
OF_THINGS = word_set("verbs_of_things")
_PEOPLE = word_set("people_words") | word_set("somebody")


def carried_on(parts: list[str], before: Idea | None, *, raw: str) -> list[str]:
    """The tokens of a thought with what it shares with the one before put in; unchanged when it stands by itself."""
    name = _name(before, raw) if before is not None else []
    if not name or before is None or len(parts) < 2:
        return parts
    small = [part if part == "IT" else part.lower() for part in parts]
    if small[0] == "each":
        doing = small[1] in {"with", "its", "their", "own"} or verb_as(small[1], Tag.S, Tag.PAST) is not None
        return _each(parts, name) if doing and is_plural(name) else parts
    if small[0] == "it":
        doing = verb_as(small[1], Tag.S, Tag.PAST) is not None and small[1] not in FINITE
        return [*name, *parts[1:]] if doing and not is_plural(name) else parts
    if _lacks_subject(small, before, plural=is_plural(name)):
        return [*name, *parts]
    return _named_inside(parts, small, name)


def each_own(parts: list[str]) -> list[str]:
    """ "nine ships each with its own budget": they each have their own; a count thumbed behind it goes."""
    small = lowered(parts)
    at = small.index("each") if "each" in small[1:] and "," not in parts else 0
    rest = parts[at + 1 :]
    while rest and rest[0].lower() in {"with", "its", "their", "own"}:
        rest = rest[1:]
    if not at or len(rest) == len(parts) - at - 1 or "own" not in small[at:] or not is_plural(parts[:at]):
        return parts
    end = next((i for i, p in enumerate(rest) if i and is_number(p)), len(rest))
    return [*parts[:at], "each", "have", "their", "own", *rest[:end]] if rest else parts


def _name(before: Idea, raw: str) -> list[str]:
    """What the thought before is about, in a few words; [] when it is no thing or stands in another sentence."""
    topic = tokens(before.topic)
    name = topic[: head_index(topic) + 1] if "of" not in topic else topic
    if before.raw != raw or before.shape not in _OF_A_THING or not name or len(name) > _LONGEST_NAME:
        return []
    if is_gerund(name[0]) or {"you", "your", "I", "my"} & set(name) or lowered(name)[-1] in _PEOPLE:
        return []
    return name


def _each(parts: list[str], name: list[str]) -> list[str]:
    """ "each kept its own list", "each its own bank account", "each own terms": each of the things told before."""
    rest = parts[1:]
    small = lowered(rest)
    if small[0] == "with":
        rest, small = rest[1:], small[1:]
    of_all = ["each", "of", *(name if name[0].lower() in DETERMINERS else ["the", *name])]
    if small[:1] == ["own"]:
        return [*of_all, "has", "its", *rest]
    return [*of_all, "has", *rest] if small[:1] in (["its"], ["their"]) else [*of_all, *rest]


def _lacks_subject(small: list[str], before: Idea, *, plural: bool) -> bool:
    """Whether a thought begins with a verb that is done to what was told before ("cannot be matched", "is rebuilt …")."""
    first = small[0]
    behind = [w for w in small[1:4] if w not in {"not", "never", "also", "still", "now", "only", "all"}]
    if first in _MODALS:
        return behind[:1] == ["be"] and len(behind) > 1 and Pos.PARTICIPLE in can_be(behind[1])
    of_thing = verb_as(small[1], Tag.S)
    if first in HOW_OFTEN and of_thing is not None and of_thing.base in OF_THINGS:
        return not plural and before.shape in {Shape.CLAUSE, Shape.THING}
    if before.shape is not Shape.CLAUSE or before.clause.startswith(("you ", "the company ", "there ")):
        return False
    if _HAVE.get(first) is plural:
        return bool(behind) and (is_number(behind[0]) or behind[0] in {"no", "to", "been"})
    return _BE.get(first) is plural and bool(behind) and Pos.PARTICIPLE in can_be(behind[0])


def _named_inside(parts: list[str], small: list[str], name: list[str]) -> list[str]:
    """ "auditors want it documented": the thing done something to is the one told before."""
    pointing = "them" if is_plural(name) else "it"
    at = small.index(pointing) if pointing in small[1:] else 0
    if at == 0 or small.count(pointing) > 1 or small[at - 1] in _IDIOMS or _told_of(small, at):
        return parts
    verbal = verb_as(small[at - 1], Tag.S, Tag.BASE, Tag.PAST, Tag.ING) is not None
    return [*parts[:at], *name, *parts[at + 1 :]] if verbal or small[at - 1] in PREPOSITIONS else parts


def _told_of(small: list[str], at: int) -> bool:
    """ "said it takes a day": the pronoun has a verb of its own."""
    after = small[at + 1] if at + 1 < len(small) else ""
    return after in FINITE or (verb_as(after, Tag.S) is not None and Pos.NOUNS not in can_be(after))
