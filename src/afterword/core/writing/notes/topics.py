"""What a fact is called: the noun phrase that names it best, and whether a phrase may name anything at all.

A topic stands after "about" in a letter and in speech, so it must be one whole noun phrase; when it cannot be, the
fact goes unnamed rather than half named.
"""

from afterword.core.writing.notes.finite import PLURAL_MODIFIERS, finite_place
from afterword.core.writing.notes.person import FINITE
from afterword.core.writing.notes.phrases import (
    ADVERBS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    head_index,
    is_number,
    plausible_noun_phrase,
    with_article,
)
from afterword.core.writing.notes.scraps import is_scrap
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import is_word, lowered
from afterword.core.writing.words.lexicon import Tag, trade_words, verb_as
from afterword.core.writing.words.tagger import Pos, can_be, tagged

_NO_START = word_set("no_topic_start")
_END_FINE = word_set("topic_end_fine")
_LARGE = {"thousand", "million", "billion", "hundred", "dozen"}
_NOUN_LIKE = {Pos.NOUN, Pos.NOUNS, Pos.NAME, Pos.ING, Pos.PRESENT_S}
_PARTICLES = {"up", "in", "out", "off", "down", "over"}
_NAMING = {"of", "for", "in", "from", "between", "on", "with", "to", "across"}
PERIODS = word_set("periods")
_TIMES = {"time", "monday", "mondays", "tuesday", "tuesdays", "wednesday", "wednesdays", "thursday", "thursdays",
          "friday", "fridays", "saturday", "saturdays", "sunday", "sundays", "ages"}  # fmt: skip
_CUTS = {"because", "so", "although", "while", "but", "whenever", "unless", "since", "if", "when", "until"}
_PEOPLE = word_set("people_words")
#: Words that name a matter of business alone.
_PLAIN_TOPICS = word_set("plain_topics")
_POINTERS = {
    "their",
    "them",
    "they",
    "its",
    "it",
    "his",
    "her",
    "he",
    "she",
    "theirs",
    "i",
    "we",
    "us",
    "our",
}


def stands(topic: list[str]) -> bool:
    """Whether a phrase can name a matter: one noun phrase, no verb loose in it, nothing hanging at either end."""
    small = lowered(topic)
    return (
        any(_is_content(p) for p in topic)
        and small[0] not in _NO_START
        and small[-1] not in _LOOSE_ENDS
        and not (
            small[0] == "the"
            and small[1:2]
            and small[1] in _NO_START - {"only", "even", "half", "very", "then"}
        )
        and _whole_end(topic, small)
        and not _second_phrase(topic, small)
        and finite_place(tuple(topic)) is None
        and not is_scrap(topic)
        and not _odd(topic, small)
    )


def _odd(topic: list[str], small: list[str]) -> bool:
    """Whether a phrase only looks whole: a bare count, a count behind its noun, a pronoun with nobody to point at."""
    if {"yourself", "yourselves", "themselves", "itself", "myself"} & set(small):
        return True
    after_article = small[1] if small[0] in {"a", "an", "the"} and len(small) > 1 else ""
    if after_article and len(small) > 2 and _hangs(small[1], small[2]):
        return True
    if after_article in {"you", "ex", "me", "us"} or (len(small) == 2 and is_number(after_article)):
        return True
    if {"it", "he", "she", "him", "his", "her"} & set(small) or _loose_me(small):
        return True
    if len(small) > 2 and small[1] == "by" and verb_as(small[0], Tag.S):
        return True
    if (
        small[1:2]
        and small[0] == "the"
        and len(small) == 2
        and small[1].endswith("ly")
        and Pos.ADVERB in can_be(small[1])
    ):
        return True
    if any(small[i : i + 2] == ["to", "be"] for i in range(1, len(small))) or _verb_with_object(topic, small):
        return True
    return any(_count_behind(topic, small, index) for index in range(1, len(topic) - 1))


def _hangs(first: str, second: str) -> bool:
    """ "the expiring in 2027", "the 300 a month": a participle or a count whose noun stands elsewhere."""
    if is_number(first):
        return second in {"a", "an", "per", "each", "every"}
    return first in _HAPPENING and second in {"in", "on", "by", "from", "at"}


_HAPPENING = {
    "expiring",
    "maturing",
    "ending",
    "coming",
    "going",
    "waiting",
    "sitting",
    "leaving",
    "hanging",
    "falling",
    "rising",
    "growing",
    "shrinking",
    "arriving",
}


def _verb_with_object(topic: list[str], small: list[str]) -> bool:
    """A present verb with its object behind a noun: "the upgrades mid-month break the schedule"."""
    tags = tagged(tuple(topic))
    if any(_plural_before_noun(small, tags, index) for index in range(len(topic) - 1)):
        return True
    for index in range(2, len(topic) - 1):
        if small[index] in RELATIVES or tags[index] in {Pos.WHO, Pos.WHICH}:
            return False
        verbal = tags[index] in {Pos.PRESENT, Pos.PRESENT_S} or (
            Pos.BASE in can_be(small[index])
            and tags[index] is not Pos.PREPOSITION
            and small[index - 1] not in {"to", "of"}
        )
        if verbal and small[index + 1] in {"the", "an", "their", "its", "your"}:
            return True
    return False


def _plural_before_noun(small: list[str], tags: tuple[Pos, ...], index: int) -> bool:
    """ "offers study leave": a verb that looks like a plural, at the front and right before another noun."""
    if index or tags[0] is not Pos.NOUNS or tags[1] not in {Pos.NOUN, Pos.NOUNS}:
        return False
    return Pos.PRESENT_S in can_be(small[0]) and small[0] not in PLURAL_MODIFIERS | LEDGER_NOUNS


def _loose_me(small: list[str]) -> bool:
    return any(
        w in {"me", "us"} and (not i or small[i - 1] not in PREPOSITIONS | {"the"})
        for i, w in enumerate(small)
    )


def _count_behind(topic: list[str], small: list[str], index: int) -> bool:
    """ "hybrid three days", "team 8 in Hull": a count thumbed behind the word it should stand before."""
    before = small[index - 1]
    if not is_number(topic[index]) or topic[index - 1] != before or not before.isalpha():
        return False
    if before in PREPOSITIONS | DETERMINERS | ADVERBS | _BEFORE_NUMBER | _BEFORE_COUNT:
        return False
    return before in _HOLDS_PEOPLE or tagged(tuple(topic))[index - 1] is Pos.ADJECTIVE


def _whole_end(topic: list[str], small: list[str]) -> bool:
    last = small[-1]
    if last in _HANGING or last in _PEOPLE_LOOSE:
        return False
    if last in _END_FINE or not is_word(topic[-1]) or topic[-1][:1].isupper():
        return True
    if last in _LARGE:
        return len(topic) > 3 and small[-3] in PREPOSITIONS and is_number(topic[-2])
    if last in ADVERBS and last not in {"once", "twice", "today", "now"}:
        return False
    if is_number(topic[-1]):
        return len(topic) > 1 and (topic[-2][:1].isupper() or small[-2] in _BEFORE_NUMBER)
    can = can_be(last)
    relative = bool({"you", "they", "i", "we"} & set(small[1:-1]))
    if not can and last.endswith(("ised", "ized", "ysed", "yzed")):
        return False
    return not can or relative or bool(can & _NOUN_LIKE) or _participle_behind(topic, small)


_BEFORE_COUNT = {"and", "or", "than", "next", "last", "first", "other", "top", "same"}
_HOLDS_PEOPLE = {"team", "staff", "hybrid", "remote"}
_LOOSE_ENDS = {
    "and",
    "or",
    "but",
    "the",
    "a",
    "an",
    "of",
    "by",
    "with",
    "for",
    "to",
    "from",
    "at",
    "who",
    "which",
}
_HANGING = {"up", "down", "off", "over", "in", "on", "about", "through", "around", "before", "after", "like", "inside",
            "outside", "behind", "out", "twice", "again", "here", "there", "back", "away", "yet", "each", "thing", "stuff", "wants", "asks", "says", "ones", "half", "last", "next", "hates", "loves", "likes", "lol", "ha", "haha"}  # fmt: skip
_PEOPLE_LOOSE = {"guy", "guys", "lady", "chap", "bloke", "girl", "dude", "gal", "fella", "woman", "man"}
_BEFORE_NUMBER = {"to", "of", "by", "phase", "part", "day", "form", "level", "section", "schedule", "top", "under",
                  "below", "above", "since", "in", "from", "at", "about", "number", "before", "over", "until", "round", "stage", "step", "year", "week", "tier", "big"}  # fmt: skip


#: Plurals that look like verbs and do stand before nouns in the trade.
LEDGER_NOUNS = {"reserves", "reports", "orders", "leases", "loans", "returns", "contracts", "deposits", "grants", "funds",
                 "projects", "purchases", "receipts", "transfers", "trades", "prices", "costs", "estimates", "forecasts"}  # fmt: skip
_LEFT_OVER = {"planned", "left", "needed", "involved", "scheduled", "remaining", "affected", "combined"}


def _participle_behind(topic: list[str], small: list[str]) -> bool:
    """ "the two stores planned", "the bank accounts left": a participle behind a plural noun ends a phrase well."""
    tags = tagged(tuple(topic))
    return len(topic) > 2 and small[-1] in _LEFT_OVER and tags[-2] is Pos.NOUNS


def _second_phrase(topic: list[str], small: list[str]) -> bool:
    """Whether a second noun phrase or a verb follows without a joint ("the 20 minutes ones", "the only the page")."""
    tags = tagged(tuple(topic))
    return any(
        _starts_again(small, index)
        or _verb_joined(small, tags[index], index)
        or _set_beside(small, tags, index)
        for index in range(1, len(small))
    )


def _set_beside(small: list[str], tags: tuple[Pos, ...], index: int) -> bool:
    """ "accruals and cutoff the hard bits": what the thing is said to be, right behind it."""
    if small[index] != "the" or tags[index - 1] not in {Pos.NOUN, Pos.NOUNS, Pos.NAME}:
        return False
    verb = verb_as(small[-1], Tag.S, Tag.PAST, Tag.BASE)
    if verb is not None and (verb.personal or not verb.nounlike):
        return False
    verbal = {
        Pos.PRESENT,
        Pos.PRESENT_S,
        Pos.PAST,
        Pos.MODAL,
        Pos.BASE,
        Pos.ING,
        Pos.PREPOSITION,
        Pos.PRONOUN,
        Pos.PARTICIPLE,
    }
    return not verbal & set(tags[index:]) and not verbal & {*tags[: index - 1]} - {Pos.PREPOSITION}


def _starts_again(small: list[str], index: int) -> bool:
    before = small[index - 1]
    if small[index] == "no" and index > 1:
        return before not in PREPOSITIONS | {"and", "or"}
    if small[index] not in {"the", "a", "an", "my", "your", "our", "their", "its"}:
        return False
    often = before in _HOW_OFTEN and index > 1
    return often or before in DETERMINERS - {"all", "both"} or (before in {"half", "only"} and index == 2)


#: Behind these a second phrase says what the first always is.
_HOW_OFTEN = {"always", "never", "often", "usually", "mostly", "still", "mainly", "sometimes", "basically"}


def _verb_joined(small: list[str], tag: Pos, index: int) -> bool:
    joined = small[index - 1] in {"and", "or", "but"}
    return joined and (
        tag in {Pos.PRESENT, Pos.MODAL, Pos.PRONOUN} or small[index] in {"never", "not", "then"}
    )


def best_topic(subject: list[str], rest: list[str], *, verb: str) -> list[str]:
    """What to call the fact of a clause: its subject when that says enough, else what its verb is done to."""
    core = subject[1:] if subject[0].lower() in {"half", "only"} and len(subject) > 2 else subject
    if _content(core) > 1 and core[-1].lower() not in _PEOPLE and stands(core):
        return core
    thing = object_of(rest, verb=verb)
    if thing and (telling(thing) or core[-1].lower() in _PEOPLE):
        return thing
    return core if stands(core) else thing


def object_of(rest: list[str], *, verb: str) -> list[str]:
    """The noun phrase right behind a verb, without what is said about when, why or by whom; [] when there is none."""
    if verb.lower() in FINITE or (rest and rest[0].lower() in PREPOSITIONS - _PARTICLES):
        return []
    if len(rest) > 1 and rest[0].lower() in _PARTICLES and (rest[1][:1].isupper() or is_number(rest[1])):
        return []
    if len(rest) > 1 and rest[0].lower() == "in" and rest[1].lower() not in DETERMINERS:
        return []
    phrase = _cut(rest[1:] if rest and rest[0].lower() in _PARTICLES else rest)
    if phrase and phrase[0].lower() in (_TIMES | PERIODS) - {"time"}:
        return []
    if phrase and phrase[0].lower() in {"its", "their", "his", "her", "your"}:
        phrase = phrase[2:] if lowered(phrase[1:2]) == ["own"] else phrase[1:]
    while phrase and not _nameable(phrase):
        phrase = phrase[: _last_joint(phrase)]
    return with_article(phrase) if phrase and phrase[-1].lower() not in PERIODS else []


def _nameable(phrase: list[str]) -> bool:
    return (
        plausible_noun_phrase(phrase)
        and stands(with_article(phrase))
        and not set(lowered(phrase)) & _POINTERS
    )


def _cut(rest: list[str]) -> list[str]:
    small = lowered(rest)
    for index, word in enumerate(small):
        time = word in {"every", "each", "twice", "once", "weekly", "monthly", "quarterly", "daily"} and index
        aside = word in PREPOSITIONS - _NAMING and index
        aside = aside or (word in {"for", "on", "in"} and _tells_time(small[index + 1 :]))
        if word in _CUTS or word in {",", ";"} or time or aside or (word in RELATIVES and index):
            return rest[:index]
        if word in {"yourself", "yourselves", "himself", "herself", "themselves", "myself", "together"}:
            return rest[:index]
        joined = word in {"and", "or"} and index + 1 < len(rest)
        if joined and (small[index + 1] in ADVERBS | _POINTERS or verb_as(small[index + 1], Tag.S, Tag.PAST)):
            return rest[:index]
    return rest


def _tells_time(after: list[str]) -> bool:
    words = after[1:2] if after[:1] and after[0] in {"a", "the", "one"} else after[:1]
    return any(w in PERIODS or w in _TIMES for w in words)


def _last_joint(phrase: list[str]) -> int:
    small = lowered(phrase)
    return max(
        (i for i in range(1, len(phrase)) if small[i] in PREPOSITIONS | {"and", "or", "to"}), default=0
    )


def telling(phrase: list[str]) -> bool:
    """Whether a phrase says by itself what it is about: a word of the trade or a name, or two words of content."""
    words = [p for p in phrase if _is_content(p)]
    head = phrase[head_index(phrase)].lower() if phrase else ""
    if not words or (head in _PEOPLE and len(words) < 3):
        return False
    return len(words) > 1 or any(p[:1].isupper() or p.lower() in trade_words() | _PLAIN_TOPICS for p in words)


def _content(phrase: list[str]) -> int:
    return sum(_is_content(p) for p in phrase)


def _is_content(part: str) -> bool:
    return (
        part.lower() not in {"and", "or", "but", "who"}
        and is_word(part)
        and part.lower() not in DETERMINERS | PREPOSITIONS | ADVERBS
        and not is_number(part)
    )
