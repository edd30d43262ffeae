"""Noun phrases: where they end, whether they are plural, which article they need, whether they can stand at all."""

import re

from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.finite import finite_place
from afterword.core.writing.notes.person import FINITE
from afterword.core.writing.notes.relative import relative_place
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import is_word, joined, lowered
from afterword.core.writing.words.lexicon import (
    Tag,
    cased,
    forms_of,
    known,
    seldom,
    trade_words,
    verb_as,
)
from afterword.core.writing.words.tagger import Pos, can_be

DETERMINERS = word_set("determiners")
PREPOSITIONS = word_set("prepositions")
ADVERBS = word_set("adverbs")
RELATIVES = word_set("relatives")
_MASS = word_set("mass_nouns")
_STUDIES = {"economics", "logistics", "analytics", "statistics", "politics", "physics", "electronics", "ethics", "mathematics", "mechanics", "graphics", "athletics", "plastics", "robotics", "arithmetics"}  # fmt: skip
_APPROXIMATELY = {"about", "around", "nearly", "almost", "roughly", "over", "under"}
_SINGULAR_S = ("ss", "us", "is", "ysis", "ics", "ness")
_ADJECTIVAL_ING = word_set("adjectival_ing")
_BARE_ADJECTIVES = word_set("bare_adjectives")
_NO_ARTICLE_HEADS = word_set("no_article_heads")
_FUNCTIONS = word_set("function_names") - {"hr", "it"}
_COUNTED_ING = {
    "meeting",
    "building",
    "filing",
    "closing",
    "opening",
    "listing",
    "hearing",
    "setting",
    "offering",
    "rating",
    "reading",
}
_NUMBER = re.compile(r"[$€£]?\d[\d,.]*(?:[kKmMbB]|%|bn|m)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|half|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|million|billion")  # fmt: skip
_BAD_ENDS = DETERMINERS - {"that", "this", "all", "both", "one", "each", "more", "most", "some", "much", "enough", "less", "many", "few"} | (PREPOSITIONS - {"up", "out", "off", "over", "in", "on", "about", "through", "around", "before", "after", "like", "inside", "outside", "behind"}) | {"and", "or", "but", "very", "so", "is", "are", "was", "were", "be", "not", "who", "which", "if", "when", "while", "=", ":", "than", "instead"}  # fmt: skip


def is_number(token: str) -> bool:
    """Whether a token is a number in digits or words."""
    return bool(_NUMBER.fullmatch(token.lower()))


def is_gerund(token: str) -> bool:
    """Whether a token is the -ing form of a verb we know."""
    return verb_as(token, Tag.ING) is not None


def plural_noun(token: str) -> bool:
    """Whether a single word looks like a plural noun."""
    small = token.lower()
    if small in {
        "people",
        "staff",
        "children",
        "men",
        "women",
        "criteria",
        "data",
        "feet",
        "ppl",
        "bordereaux",
    }:
        return small != "data"
    if (
        token.isupper()
        or not small.endswith("s")
        or len(small) < 4
        or (small.endswith(_SINGULAR_S) and not _many(small))
        or "'" in small
    ):
        return token[:-1].isupper() and token.endswith("s") and len(token) > 2
    verb = verb_as(small, Tag.S)
    return verb is None or verb.nounlike


def _many(small: str) -> bool:
    """ "clinics", "topics", "metrics": one of them is a noun, unlike with "logistics"."""
    return small.endswith("ics") and Pos.NOUN in can_be(small[:-1]) and small not in _STUDIES


def head_index(parts: list[str]) -> int:
    """Where the head noun of a phrase stands: the last word before a preposition, relative or participle."""
    described = relative_place(tuple(parts))
    for index, part in enumerate(parts):
        small = part.lower()
        ends = small in PREPOSITIONS or small in RELATIVES or index == described
        if index and (ends or not is_word(part) or _modifier(parts, index)):
            return index - 1
    return len(parts) - 1


def _modifier(parts: list[str], index: int) -> bool:
    """A participle after its noun ("forms reviewed by"), or a time word after it ("audit next week")."""
    small = parts[index].lower()
    after = parts[index + 1].lower() if index + 1 < len(parts) else ""
    if small in {
        "next",
        "last",
        "this",
        "every",
        "each",
        "today",
        "tomorrow",
        "now",
        "twice",
        "once",
        "weekly",
        "monthly",
    }:
        return index > 0 and (not after or small not in {"weekly", "monthly"})
    return (
        verb_as(small, Tag.PARTICIPLE) is not None
        and after in PREPOSITIONS
        and verb_as(small, Tag.BASE) is None
    )


def is_plural(parts: list[str]) -> bool:
    """Whether a noun phrase takes a plural verb."""
    if not parts or is_gerund(parts[0]):
        return False
    if parts[0].lower() in {"each", "every", "a", "an", "this", "that", "one"}:
        return False
    head = head_index(parts)
    if "and" in lowered(parts[: head + 1]) or _lists(parts):
        return True
    return plural_noun(parts[head])


def _lists(parts: list[str]) -> bool:
    """ "hardware, software and support": commas and an "and" before anything hangs on the phrase."""
    end = next((i for i, p in enumerate(parts) if p.lower() in PREPOSITIONS), len(parts))
    return "," in parts[:end] and "and" in lowered(parts[parts.index(",") : end])


def proper(token: str) -> bool:
    """Whether a token is written as a name or a short form."""
    return token[:1].isupper() and token not in {"I", "A"}


def with_article(parts: list[str]) -> list[str]:
    """A noun phrase with "the" before it where English asks for one."""
    if not parts or parts[0].lower() in {"how", "why", "where", "when", "whether", "who", "lots"}:
        return parts
    first = parts[0]
    if first.lower() in DETERMINERS | _THINGS or first == '"' or first.lower().endswith("'s"):
        return parts
    head = head_index(parts)
    if _lists(parts) or (head == 0 and (first.lower() in _FUNCTIONS or first in {"IT", "HR"})):
        return parts
    if is_number(first):
        return parts if first.endswith("%") or head == 0 else ["the", *parts]
    meal = first.lower() in {"lunch", "dinner", "breakfast"} and head > 0
    bare_head = {first.lower() if not meal else "", parts[head].lower()} & _NO_ARTICLE_HEADS
    if bare_head or (head and parts[head].lower() == "tax"):
        return parts
    if (
        is_gerund(first)
        and head != 0
        and not plural_noun(parts[head])
        and first.lower() not in _ADJECTIVAL_ING
    ):
        return parts
    bare = head == len(parts) - 1
    if plural_noun(parts[head]) or (
        is_gerund(parts[head]) and bare and parts[head].lower() not in _COUNTED_ING
    ):
        return parts
    if parts[head].lower() in _MASS and (
        bare or parts[head].lower() in {"people", "staff", "everyone", "month-end", "year-end"}
    ):
        return parts
    if _proper_name(parts, head) and (proper(first) or first[:1].isdigit()):
        return parts
    return ["the", *parts]


#: Words that stand without an article whatever hangs on them ("everything on one system").
_THINGS = {"half", "everything", "something", "nothing", "anything"}


def joint_article(parts: list[str]) -> list[str]:
    """Two things joined take the article of the first: "development team and finance" -> "the development team …"."""
    small = lowered(parts)
    if "and" not in small[1:-1]:
        return with_article(parts)
    at = small.index("and", 1)
    whole = with_article(parts)
    return whole if whole != parts else [*with_article(parts[:at]), *parts[at:]]


def _proper_name(parts: list[str], head: int) -> bool:
    word = parts[head]
    if word.upper() in {
        "CFO",
        "CEO",
        "COO",
        "CTO",
        "CIO",
        "ERP",
        "CRM",
        "IPO",
        "P&L",
        "UAT",
        "RFP",
        "JV",
        "LBO",
        "AGM",
    }:
        return False
    if word in {"10-Q", "10-K", "8-K", "10-Ks", "10-Qs"}:
        return False
    return proper(word) or any(c.isdigit() for c in word)


def plausible_noun_phrase(parts: list[str]) -> bool:
    """Whether tokens can stand as a noun phrase: no finite verb outside a relative clause, no loose end."""
    if len(parts) > 2 and parts[0].lower() in _APPROXIMATELY and is_number(parts[1]):
        parts = parts[1:]
    if not parts or len(parts) > 14 or not any(is_word(p) for p in parts):
        return False
    small = lowered(parts)
    if small[0] in PREPOSITIONS | FINITE | {"and", "or", "but", "not", ":", "="} or small[-1] in _BAD_ENDS:
        return False
    if small[0] in ADVERBS - {"all", "both", "only"} or (":" in parts or "=" in parts):
        return False
    hangs = len(parts) > 1 and _hanging_participle(small)
    return not hangs and not _loose_verb(parts) and finite_place(tuple(parts)) is None and _has_noun(parts)


def _hanging_participle(small: list[str]) -> bool:
    """ "screened by spreadsheet", "sold into 44 states": what is described stands elsewhere."""
    verb = verb_as(small[0], Tag.PARTICIPLE)
    listed = verb is not None and verb_as(small[0], Tag.BASE) is None
    shaped = Pos.PARTICIPLE in can_be(small[0]) and not can_be(small[0]) & {Pos.NOUN, Pos.BASE}
    return (listed or shaped or (small[0].endswith("lled") and not known(small[0]))) and small[
        1
    ] in PREPOSITIONS


def _loose_verb(parts: list[str]) -> bool:
    relative, described = False, relative_place(tuple(parts))
    for index, part in enumerate(parts):
        small = part.lower()
        pointed = small in RELATIVES | {"you", "they", "we", "i"} or index == described
        relative = relative or (index > 0 and pointed)
        if not relative and part != "May" and (small in FINITE or _finite_only(small)):
            return True
    return False


def _finite_only(small: str) -> bool:
    """A form that is always a finite verb: an unambiguous -s form, or a past that is no participle."""
    for verb, tag in forms_of(small):
        noun = small in trade_words() or Pos.NOUNS in can_be(small)
        if tag is Tag.S and not verb.nounlike and not noun:
            return True
        if tag is Tag.PAST and verb.past != verb.participle and verb.past != verb.base:
            return True
    return False


def _has_noun(parts: list[str]) -> bool:
    place = head_index(parts)
    head = parts[place]
    small = head.lower()
    if place == 0 and small in _BARE_ADJECTIVES:
        return False
    if (
        small in ADVERBS
        or small in PREPOSITIONS
        or small in _PRONOUNS
        or (small in DETERMINERS and len(parts) < 2)
    ):
        return False
    if is_number(head) and not (
        len(parts) > 1 and (parts[0].lower() in {"number", "form", "top", "my"} or proper(parts[-2]))
    ):
        return False
    return len(head) > 1 or head.isdigit() or (head.isupper() and len(parts) > 1)


_PRONOUNS = word_set("pronouns")


_SAYING = {"say", "said", "saying", "tell", "told", "telling"}


def loose_end(parts: list[str]) -> bool:
    """Whether a phrase breaks off or starts in the air."""
    if parts and parts[-1].lower() == "no" and _SAYING & set(lowered(parts)):
        return False
    return (
        not parts
        or parts[-1].lower() in _BAD_ENDS
        or (not is_word(parts[-1]) and parts[-1] not in {'"', ")", "%"})
    )


def unknown_words(parts: list[str], own: frozenset[str]) -> int:
    """How many small-letter words are in no table: typos that could not be mended, or private short forms."""
    return sum(_unknown(p, own) for p in parts)


def _unknown(part: str, own: frozenset[str]) -> bool:
    small = part.lower()
    if part != small or not small.isalpha() or len(small) < 2:
        return False
    return not (known(small) or small in cased() or forms_of(small) or folded(small) in own or seldom(small))


def strange_short(parts: list[str], own: frozenset[str]) -> bool:
    """Whether a short form stands among the words that nobody can write out ("bkg", "ppv"): it is not repeated."""
    return any(
        _unknown(p, own) and not can_be(p) and (len(p) < 5 or not set(p) & set("aeiouy")) for p in parts
    )


def text_of(parts: list[str]) -> str:
    """The text of a phrase."""
    return joined(parts)
