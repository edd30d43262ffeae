"""Further points of a letter that are only named: "the disputes and the customer numbers".

A point that has no sentence of its own may still be named where the letter gives thanks or closes. A name is the noun
phrase of the point, with its article and without what hangs on it; a point that has none that is sure stays unnamed.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.letters.told import TESTS, dearer, is_work, listed, slots_of
from afterword.core.writing.notes.finite import finite_place
from afterword.core.writing.notes.tokens import tokens
from afterword.core.writing.words.tagger import Pos, tagged

_LONGEST = 9  # words of one name
_NAMED = {Shape.CLAUSE, Shape.YOU, Shape.WANT, Shape.THING}
_PEOPLE = {PointKind.CULTURE, PointKind.TEAM, PointKind.CONNECTION}
_HANGING = re.compile(r",? (?:where|who|which|that|when|while|because|since|so|but|if|until|as)\b.*$")
_LOOSE = re.compile(r" (?:each|every|not|out|half|due|in from|standing)\b.*$")
_NO_NAME = re.compile(
    r"^(?:the )?(?:no|not|none|past|all|everyone|everybody|nobody|someone|something|anything|what|which|how|who|why|when|where|whether"
    r"|if|more|less|most|very|too|just|only|it|that|this|these|those|other|others|own|same|first|second|third|rejection|\w+ years? (?:at|on|with|in))\b|\byoursel(?:f|ves)\b|\b(?:I|me|my|mine|we|us|our)\b",
)
_ENDS = {Pos.NOUN, Pos.NOUNS, Pos.NAME, Pos.NUMBER, Pos.ING}
_PAST_OF_THEIRS = re.compile(
    r"you (?:also )?(?:\w+ed|were|did|had|came|went|began|taught|drove|ran|grew|rose|have been|would|hate)\b"
)
_COUNTED = re.compile(r"(?:the |your )?(?:\d|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b)")
_WANTING = re.compile(r"\b(?:wants?|needs?|asks?|asked|expects?|hopes?|complains?|complained)\b")
_HEADS = re.compile(
    r"(?:the |your )?(?:[\d,]+|two|three|four|five|six|seven|eight|nine|ten) (?:[\w-]+ )?"
    r"(?:people|analysts?|clerks?|accountants?|reports|staff|seniors?|juniors?|employees|colleagues|vacancy|vacancies|seats?|women|men|ladies)$"
)


@lru_cache(maxsize=1024)
def name_of(idea: Idea) -> str:
    """The noun phrase a point is named by after "about", "" when none is sure enough."""
    if (
        idea.kind is PointKind.PERSONAL
        or idea.shape not in _NAMED
        or idea.quote
        or dearer(idea)
        or TESTS["rather"](idea)
    ):
        return ""
    if idea.kind in _PEOPLE and not (TESTS["pleasant"](idea) and idea.kind is not PointKind.CONNECTION):
        return ""
    if idea.shape is Shape.YOU and _PAST_OF_THEIRS.match(idea.clause):
        return ""
    if idea.face_risk and not (idea.concepts or is_work(idea.topic)):
        return ""
    if idea.shape is Shape.CLAUSE and _WANTING.search(idea.clause):
        return ""
    full = slots_of(idea)["the_topic"]
    name = _LOOSE.sub("", _HANGING.sub("", full))
    if idea.shape is Shape.WANT and name != full:
        return ""
    return name if _is_name(name) else ""


def _is_name(name: str) -> bool:
    name = re.sub(r"\bMay$", "June", name)  # the month is no verb
    words = tuple(tokens(name))
    bare = name.removeprefix("the ").removeprefix("your ").lower()
    if not name or len(words) > _LONGEST or _NO_NAME.search(name) or _HEADS.match(name):
        return False
    if listed("slang") & set(bare.split()):
        return False
    if bare in listed("unnamed") or bare.split()[-1] in listed("unnamed_last"):
        return False
    return (
        finite_place(tuple(tokens(bare))) is None
        and not re.match(r"\w+ing\b", name)
        and tagged(words)[-1] in _ENDS
    )


def is_task(idea: Idea) -> bool:
    """Whether a named point is a piece of work one can help with."""
    return idea.kind not in _PEOPLE and is_work(name_of(idea))


def is_of_work(idea: Idea) -> bool:
    """Whether a point concerns work, or a custom that a newcomer would join, rather than somebody's own life."""
    people = idea.kind in _PEOPLE or idea.kind is PointKind.PERSONAL
    return (
        not people
        or bool(idea.concepts)
        or is_work(idea.topic)
        or TESTS["perk"](idea)
        or TESTS["treat"](idea)
    )


def suits_names(marks: frozenset[str], named: Sequence[Idea]) -> bool:
    """Whether the conditions of a sentence hold for the points named in it."""
    return not (
        ("tasks" in marks and not all(is_task(i) for i in named))
        or ("working" in marks and not all(i.kind not in _PEOPLE or is_work(i.topic) for i in named))
        or ("uncounted_names" in marks and any(_COUNTED.match(name_of(i)) for i in named))
    )


def names(ideas: Sequence[Idea]) -> str:
    """Several points as one phrase: "the disputes and the customer numbers"."""
    told = [name_of(i) for i in ideas]
    return " and ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else "".join(told)
