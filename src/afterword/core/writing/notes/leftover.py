"""The matter of a piece that no form fits: the noun phrase it begins with, told alone.

"loyalty points liability 2.4m", "board pack 74 pages", "comp plan changes every half": the verb or the measure
behind the noun is thumbed too short to be told, but what the note is about stands in front. The longest front is
taken that is one whole noun phrase; when none is, nothing is said.
"""

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.finite import finite_place
from afterword.core.writing.notes.nounphrase import counted_doers, sound
from afterword.core.writing.notes.person import FINITE
from afterword.core.writing.notes.phrases import (
    ADVERBS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    head_index,
    is_gerund,
    is_number,
    plausible_noun_phrase,
    plural_noun,
    with_article,
)
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import is_word, lowered
from afterword.core.writing.notes.topics import PERIODS, stands, telling
from afterword.core.writing.words.lexicon import Tag, verb_as
from afterword.core.writing.words.tagger import Pos, can_be, tagged

_NOUNS = {Pos.NOUN, Pos.NOUNS, Pos.NAME}
_VERBS = {Pos.PRESENT, Pos.PRESENT_S, Pos.PAST, Pos.BASE, Pos.MODAL}
_NOT_FIRST = (
    word_set("pronouns")
    | word_set("relatives")
    | word_set("report_starts")
    | {"both", "all", "most", "many", "some"}
)
_PEOPLE = word_set("people_words")
#: Joints inside a phrase that name it further; behind others the front ends.
_NAMING = {"of", "to", "from", "for", "between"}
_WHEN = PERIODS | {
    "monday", "mondays", "tuesday", "tuesdays", "wednesday", "wednesdays", "thursday", "thursdays", "friday", "fridays",
    "saturday", "saturdays", "sunday", "sundays", "daily", "weekly", "monthly", "quarterly", "yearly", "spring", "summer",
    "autumn", "winter", "next", "last", "this", "every", "each", "twice", "once", "early", "late", "soon", "maybe", "mostly",
}  # fmt: skip
#: A measure stands behind these ("close day 12"); they belong to it.
_COUNTERS = {"day", "days", "wd", "top", "under", "over", "about", "around", "nearly", "only", "age", "size"}
_TIMES = {"days", "weeks", "months", "years", "hours", "minutes", "times", "percent", "people"}
_OPENING = {
    "still",
    "now",
    "currently",
    "only",
    "mostly",
    "mainly",
    "about",
    "nearly",
    "almost",
    "already",
    "usually",
    "always",
    "nice",
    "also",
    "just",
}
_LONGEST = 7


def leftover(chunk: Chunk) -> Idea | None:
    """The matter of a chunk nothing else could be made of, as a bare topic; None when it has none that stands alone."""
    names = frozenset(chunk.scene.names)
    parts = _without_opening(list(chunk.parts))
    front = _people_counted(parts) or front_phrase(parts, names=names)
    if not front or names & set(lowered(front)):
        return None
    return idea(chunk, shape=Shape.THING, kind=PointKind.CHALLENGE, topic=with_article(front), sure=0)


def _without_opening(parts: list[str]) -> list[str]:
    """The piece without what only colours it ("still 40 tickets a week", "80% of sales in USD")."""
    while len(parts) > 2 and parts[0].lower() in _OPENING:
        parts = parts[1:]
    share = len(parts) > 3 and parts[0].endswith("%") and parts[1].lower() == "of"
    return parts[2:] if share else parts


def _people_counted(parts: list[str]) -> list[str]:
    """ "seasonal staff 1200", "new hires three": people are counted in front."""
    front = parts[:-1]
    if len(front) < 2 or not is_number(parts[-1]) or parts[-1][:1] in "$€£" or parts[-1].endswith("%"):
        return []
    head = front[-1].lower()
    people = (
        head in _PEOPLE
        and (plural_noun(head) or head == "staff")
        and Pos.ADJECTIVE in can_be(front[0].lower())
    )
    return [_grouped(parts[-1]), *front] if people and plausible_noun_phrase(front) else []


def _grouped(number: str) -> str:
    """ "1200" -> "1,200"."""
    return f"{int(number):,}" if number.isdecimal() and len(number) > 3 else number


def front_phrase(parts: list[str], *, names: frozenset[str] = frozenset()) -> list[str]:
    """The longest noun phrase a piece begins with that is followed by something else; [] when there is none."""
    if len(parts) < 2 or not _may_begin(parts, names):
        return []
    for end in range(min(len(parts) - 1, _LONGEST), 0, -1):
        if _stops(parts, end) and _whole(front := _trimmed(parts[:end]), parts[end:], names):
            return front
    return []


def _may_begin(parts: list[str], names: frozenset[str]) -> bool:
    """Not a pronoun, a bare count, a verb with its object, nor the reader."""
    first = parts[0].lower()
    if first in _NOT_FIRST | FINITE | PREPOSITIONS | ADVERBS or first in names:
        return False
    if is_number(first):
        return len(parts) > 2 and plural_noun(parts[1]) and parts[1].lower() not in PERIODS | _TIMES
    verbal = verb_as(first, Tag.S, Tag.PAST) is not None or Pos.PRESENT_S in can_be(first)
    behind = parts[1].lower()
    if not verbal or plural_noun(first) or (Pos.NOUN in can_be(first) and plural_noun(behind)):
        return True
    done_to = behind in DETERMINERS | PREPOSITIONS or is_number(behind) or plural_noun(behind)
    return _described(parts) or (
        Pos.NOUNS in can_be(first) and not done_to and verb_as(first, Tag.PAST) is None
    )


def _described(parts: list[str]) -> bool:
    """ "restricted funds", "accrued vacation": a participle before its noun begins a phrase."""
    can = can_be(parts[1].lower())
    return Pos.PARTICIPLE in can_be(parts[0].lower()) and bool(can & _NOUNS) and not can & _VERBS


def _stops(parts: list[str], end: int) -> bool:
    """Whether a phrase may end before this word: a count, a joint, a time, a verb, or an adjective behind its noun."""
    word = parts[end].lower()
    if (
        not is_word(word)
        or _measure(word)
        or word in PREPOSITIONS | ADVERBS | RELATIVES | FINITE | _WHEN | DETERMINERS
    ):
        return True
    if word in {
        "and",
        "or",
        "but",
        "not",
        "no",
        "so",
        "because",
        "without",
        "vs",
        "versus",
        "if",
        "when",
        "while",
    }:
        return True
    if finite_place(tuple(parts)) == end or counted_doers(parts[: end + 2], lowered(parts[: end + 2])):
        return True
    can, tag = can_be(word), tagged(tuple(parts))[end]
    if tag in _VERBS | {Pos.PARTICIPLE, Pos.ADVERB, Pos.ADJECTIVE, Pos.MORE}:
        return True
    named = parts[end][:1].isupper() and plural_noun(parts[end - 1]) and parts[end - 1].islower()
    return named or (not can & _NOUNS if can else word.endswith("ed"))


def _measure(word: str) -> bool:
    """A number, or one with its unit run on ("3.5x")."""
    return is_number(word) or word[:1].isdigit()


def _trimmed(front: list[str]) -> list[str]:
    while len(front) > 1 and (front[-1].lower() in _COUNTERS or front[-1].lower() in ADVERBS - {"now"}):
        front = front[:-1]
    return front


def _whole(front: list[str], rest: list[str], names: frozenset[str]) -> bool:
    """Whether a front is one noun phrase that names a matter of the work by itself."""
    small = lowered(front)
    if set(small) & (names | _WHEN) or not _ends_in_noun(front) or _joint_inside(small):
        return False
    if small[head_index(front)] in _PEOPLE and not _measure(rest[0]) and not is_number(front[0]):
        return False
    if (
        rest[0].lower() in _NAMING | {"in", "on", "at"}
        and len(front) > 2
        and verb_as(small[-1], Tag.S) is not None
    ):
        return False
    if len(front) > 1 and front[-2][:1].isupper() and Pos.PRESENT_S in can_be(small[-1]):
        return False
    alone = len(front) == 1 and Pos.NOUNS in can_be(small[0])
    if not alone and tagged((*front, *rest))[len(front) - 1] in {Pos.PRESENT_S, Pos.PRESENT}:
        return False
    if any(_measure(p) for p in front[1:]) or (is_gerund(front[0]) and len(front) == 1):
        return False
    topic = with_article(front)
    return plausible_noun_phrase(front) and stands(topic) and sound(topic) and telling(topic)


def _joint_inside(small: list[str]) -> bool:
    """Only joints that name the thing further may stand inside ("letters of credit", "deposits from schools")."""
    return any(word in PREPOSITIONS - _NAMING for word in small)


def _ends_in_noun(front: list[str]) -> bool:
    last = front[-1]
    can = can_be(last.lower())
    return last[:1].isupper() or not can or bool(can & (_NOUNS | {Pos.ING}))
