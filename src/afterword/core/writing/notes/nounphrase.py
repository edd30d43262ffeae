"""Whether a phrase from the free box is one whole noun phrase, word by word; half of what is thumbed there is not.

The checks only refuse: a count in the middle, a word nobody knows, a verb behind a plural, an adjective left at the
end. What is refused goes unsaid, which costs a letter less than a phrase that does not hold together.
"""

import re

from afterword.core.writing.notes.finite import PLURAL_MODIFIERS
from afterword.core.writing.notes.phrases import (
    ADVERBS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    is_number,
)
from afterword.core.writing.notes.relative import relative_place
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.spelling import recognised
from afterword.core.writing.words.lexicon import CasedSort, cased, trade_words
from afterword.core.writing.words.tagger import Pos, can_be, tagged

_NOUNS = {Pos.NOUN, Pos.NOUNS, Pos.NAME}
_PRESENT = {Pos.BASE, Pos.PRESENT}
_PEOPLE = word_set("people_words")
_COUNTED_BY = word_set("counted_by")
_PERIODS = word_set("periods")
_LOOSE = {
    "too",
    "until",
    "till",
    "then",
    "but",
    "maybe",
    "yes",
    "no",
    "ok",
    "again",
    "twice",
    "so",
    "if",
    "total",
    "though",
}
_SPAN = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)-(?:day|week|month|year|hour)s?", re.I
)
_DAYS = re.compile(
    r"(?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:the )?(?:january|december)", re.I
)


def sound(topic: list[str]) -> bool:
    """Whether nothing in the phrase shows that it is two phrases, a clause, or a word misread."""
    end = _core_end(topic)
    small = [part.lower() for part in topic]
    if _DAYS.fullmatch(" ".join(topic)) or _loose_word(small[:end]) or _name_behind(topic):
        return False
    if any(_count_inside(topic, small, i) or _verb_behind(topic, small, i) for i in range(1, end)):
        return False
    if any(small[i] in _PARTICLES and small[i + 1] in _MEASURED for i in range(1, end - 1)):
        return False
    if any(
        _time_without_period(small, i) or _verb_between_plurals(topic, small, i) for i in range(1, end - 1)
    ):
        return False
    if counted_doers(topic, small) or _only_places(topic, small) or _described_last(topic, small):
        return False
    return not any(_strange(part) for part in topic)


#: "intercompany out by pennies", "stock down every month": what it is like stands behind the matter.
_PARTICLES = {"out", "off", "up", "down", "short", "over", "under", "late"}
_MEASURED = {"every", "each", "by", "since", "again", "always", "most"}


def _time_without_period(small: list[str], index: int) -> bool:
    """ "railcar inspections next audit": what comes next is another matter; "audits next week" is one."""
    loose = small[index] in {"next", "last"} and small[index - 1] not in PREPOSITIONS | DETERMINERS | {
        "and",
        "or",
    }
    return loose and small[index + 1] not in _PERIODS | _SEASONS and not small[index + 1][:1].isdigit()


_SEASONS = {"spring", "summer", "autumn", "fall", "winter", "season", "year", "month", "week", "quarter", "time", "january", "february",
            "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday",
            "wednesday", "thursday", "friday", "saturday", "sunday", "term", "half"}  # fmt: skip


def _verb_between_plurals(topic: list[str], small: list[str], index: int) -> bool:
    """ "vendor calls members": a word that may be a verb between a noun and a plural is one."""
    can, behind = can_be(small[index]), can_be(small[index + 1])
    doubtful = {Pos.NOUNS, Pos.PRESENT_S} <= can and small[index] not in PLURAL_MODIFIERS | _HEADING
    return (
        doubtful
        and topic[index + 1].islower()
        and bool(behind)
        and behind <= {Pos.NOUNS, Pos.PRESENT_S}
        and bool(can_be(small[index - 1]) & _NOUNS)
    )


def counted_doers(topic: list[str], small: list[str]) -> bool:
    """ "the 71 shops bank cash": behind a count of those who act, what may be a verb is one."""
    front = small[1:] if small[0] == "the" else small
    if len(front) < 4 or not is_number(front[0]) or front[1] not in _PEOPLE | _DOERS:
        return False
    return bool(can_be(front[2]) & _PRESENT) and bool(can_be(front[3]) & _NOUNS)


_DOERS = {"shops", "stores", "sites", "branches", "depots", "plants", "clinics", "hospitals", "hotels", "restaurants", "garages", "farms",
          "offices", "warehouses", "trucks", "drivers", "entities", "companies", "banks", "districts", "churches", "dealers"}  # fmt: skip


def _loose_word(small: list[str]) -> bool:
    """A word that belongs to no phrase; "the till receipts" and "new till system" are things of a shop."""
    return any(
        word in _LOOSE
        and not (word == "till" and index and index + 1 < len(small) and small[index - 1] in _BEFORE_TILL)
        for index, word in enumerate(small)
    )


_BEFORE_TILL = {"the", "a", "new", "old", "each", "every", "one", "your", "own"}


def _only_places(topic: list[str], small: list[str]) -> bool:
    """ "Lisbon three days", "Quebec every month", "French and English": where and how often, but no matter."""
    named = [
        cased().get(w, ("", None))[1] is CasedSort.PLACES and p[:1].isupper()
        for p, w in zip(topic, small, strict=True)
    ]
    rest = {w for w, place in zip(small, named, strict=True) if not place}
    return any(named) and all(
        w in _PERIODS or w in DETERMINERS | {"and", "or", "twice", "once"} or is_number(w) for w in rest
    )


def unadorned(topic: list[str]) -> list[str]:
    """A product without an article: "the Avalara" is Avalara, "the Kyriba rollout" keeps it."""
    if len(topic) < 2 or topic[0].lower() != "the" or not _product(topic[1]):
        return topic
    behind = topic[2].lower() if len(topic) > 2 else ""
    return topic[1:] if not behind or behind in PREPOSITIONS | {"and", "or"} else topic


def _core_end(topic: list[str]) -> int:
    """Where a describing clause begins; inside it there may be verbs and counts."""
    small = [part.lower() for part in topic]
    relative = next((i for i, w in enumerate(small) if i and w in RELATIVES), len(topic))
    place = relative_place(tuple(topic))
    acts = (i for i in range(1, len(small) - 1) if small[i] == "to" and Pos.BASE in can_be(small[i + 1]))
    relative = min(relative, next(acts, len(topic)))
    return min(relative, place if place is not None else len(topic))


def _count_inside(topic: list[str], small: list[str], index: int) -> bool:
    """ "union rates six locals", "boats built to order nine-month jobs": a count where a noun phrase has none."""
    before = small[index - 1]
    span = _SPAN.fullmatch(topic[index]) is not None
    if small[index] == "all":
        return before not in PREPOSITIONS | {"and", "or"}
    if not (is_number(topic[index]) or span) or topic[index][:1] in "$€£":
        return False
    if before in PREPOSITIONS | DETERMINERS | ADVERBS | _COUNTED_BY or not before.isalpha():
        return False
    if topic[index - 1][:1].isupper() and any(is_number(p) for p in topic[:index]):
        return True
    named = topic[index - 1][:1].isupper()
    adjective = bool(can_be(before)) and not can_be(before) & _NOUNS
    return not named and not adjective


def _name_behind(topic: list[str]) -> bool:
    """ "study support ACCA", "the season Easter": a name thumbed behind the noun it belongs before."""
    last, before = topic[-1], topic[-2] if len(topic) > 1 else ""
    named = last[:1].isupper() and last.isalpha() and last.lower() in cased()
    return (
        named
        and before.islower()
        and before not in PREPOSITIONS | DETERMINERS | {"and", "or"}
        and Pos.NOUN in can_be(before)
    )


def _verb_behind(topic: list[str], small: list[str], index: int) -> bool:
    """ "pupil numbers drop", "accountant drives": a word that can be a verb behind a plural, or behind a person."""
    word, before = small[index], small[index - 1]
    can, can_before = can_be(word), can_be(before)
    if topic[index] != word or topic[index - 1] != before:
        return False
    plural = Pos.NOUNS in can_before and before not in PLURAL_MODIFIERS | _HEADING
    if (
        plural
        and can & _PRESENT
        and Pos.NOUNS not in can
        and not can & {Pos.PREPOSITION, Pos.ADJECTIVE, Pos.ADVERB}
    ):
        return word not in trade_words() or index == len(small) - 1
    person = before in _PEOPLE and word not in trade_words()
    if Pos.PRESENT_S in can and person and Pos.NOUNS not in can_before:
        return Pos.NOUNS not in can
    return bool(can) and can <= _PRESENT | {Pos.MODAL} and before not in {"to", "and", "or"}


#: Plurals that do stand before another noun in the names of things.
_HEADING = {"reserves", "reports", "orders", "leases", "loans", "returns", "contracts", "deposits", "grants", "funds", "projects",
            "purchases", "receipts", "transfers", "trades", "prices", "costs", "trustees", "members", "drivers", "customers"}  # fmt: skip


def _described_last(topic: list[str], small: list[str]) -> bool:
    """ "operations heavy", "canteen good": an adjective behind its noun, nothing behind the adjective."""
    last, can = small[-1], can_be(small[-1])
    tags = tagged(tuple(topic))
    if len(topic) > 2 and tags[-1] is Pos.ADJECTIVE and tags[-2] is Pos.NOUNS and last not in trade_words():
        return last not in word_set("topic_end_fine")
    lone = bool(can) and can <= {Pos.ADJECTIVE, Pos.MORE, Pos.MOST, Pos.ADVERB, Pos.ADVERB_MORE}
    return (
        lone
        and topic[-1].islower()
        and last not in word_set("topic_end_fine") | trade_words() | {"now", "early"}
    )


def _strange(part: str) -> bool:
    """A word in small letters that no table knows: a typo, a name, a private short form."""
    small = part.lower()
    if part != small or not small.isalpha() or len(small) < 3:
        return False
    return not (recognised(small) or can_be(small) or small in cased())


def _product(part: str) -> bool:
    found = cased().get(part.lower())
    return found is not None and found[1] is CasedSort.PRODUCTS and part == found[0]
