"""What somebody wants, asks for or has, with the article English puts before it."""

from afterword.core.writing.notes.phrases import (
    PREPOSITIONS,
    head_index,
    is_gerund,
    is_number,
    plausible_noun_phrase,
    with_article,
)
from afterword.core.writing.notes.relative import relative_place
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.words.articles import a_or_an
from afterword.core.writing.words.lexicon import Tag, verb_as
from afterword.core.writing.words.numerals import words_between
from afterword.core.writing.words.tagger import Pos, can_be

_PEOPLE_WANTED = word_set("people_wanted")
_MADE = word_set("things_made")
_FRESH = word_set("fresh_adjectives")
_MASS = word_set("mass_nouns")
_COUNTS = {*words_between(2, 9), "all", "both"}


def as_object(parts: list[str]) -> list[str]:
    """What is wanted with its article: somebody for a job or something new takes "a", a known matter "the"."""
    first = parts[0].lower()
    if first in _MASS and (len(parts) == 1 or parts[1].lower() in PREPOSITIONS):
        return parts
    if first == "to" or (is_gerund(first) and not plausible_noun_phrase(parts)):
        return parts
    counted = is_number(parts[0]) or first in _COUNTS
    if "and" in parts[1:-1] and not counted:
        at = parts.index("and", 1)
        return [*as_object(parts[:at]), *parts[at:]]
    articled = with_article(parts)
    if articled[0] != "the" or first == "the" or counted:
        return parts if counted else articled
    head = parts[head_index(parts)].lower()
    described = relative_place(tuple(parts)) is not None
    fresh = head in _PEOPLE_WANTED or head in _MADE or first in _FRESH or described
    return [a_or_an(parts[0]), *parts] if fresh else articled


def a_new(parts: list[str]) -> list[str]:
    """What was opened or bought, new to the reader: "Brazil office last year" -> "a Brazil office last year"."""
    end = next((i for i, p in enumerate(parts) if i and p.lower() in _WHEN | PREPOSITIONS), len(parts))
    front = parts[:end]
    if (
        is_number(parts[0])
        or not plausible_noun_phrase(front)
        or with_article(front)[0] != "the"
        or parts[0] == "the"
    ):
        return parts
    return [a_or_an(parts[0]), *parts]


_WHEN = {"last", "this", "next", "ago", "recently"}


def points_nowhere(small: list[str]) -> bool:
    """ "someone who can explain why they matter": they stand for something said before, not here."""
    asked = next((i for i, w in enumerate(small) if i and w in {"why", "how", "what", "where"}), None)
    somebody = small[:1] in (["someone"], ["somebody"], ["anyone"])
    return somebody and asked is not None and bool({"they", "them", "it"} & set(small[asked:]))


def made(want: str) -> bool:
    """Whether what is wanted is a piece of work (a form, a review), not a way of working."""
    words = want.split(" ")
    return words[0] in {"a", "an"} and any(w in _MADE for w in words[1:4])


def done_to(parts: list[str]) -> tuple[list[str], str, list[str]] | None:
    """ "the reserves policy rewritten by May": the thing, its participle, and the rest; None when nothing is done to it.

    Only a participle that is nothing else, and only behind a whole noun phrase, is read so.
    """
    for index in range(1, len(parts)):
        if not _participle(parts[index]):
            continue
        front, rest = parts[:index], parts[index + 1 :]
        somebody = parts[head_index(front)].lower() in _PEOPLE_WANTED
        if plausible_noun_phrase(front) and not somebody and not (rest and _names(rest[0])):
            return with_article(front), parts[index], rest
        return None
    return None


def doing(participle: str) -> str:
    """The -ing form that belongs to a participle ("rewritten" -> "rewriting", "defended" -> "defending")."""
    verb = verb_as(participle, Tag.PARTICIPLE)
    if verb is not None:
        return verb.ing
    return f"{participle[:-3]}ying" if participle.endswith("ied") else f"{participle[:-2]}ing"


def _participle(word: str) -> bool:
    small = word.lower()
    can = can_be(small)
    if Pos.PARTICIPLE not in can or can & {Pos.NOUN, Pos.BASE}:
        return False
    return small.endswith("ed") or verb_as(small, Tag.PARTICIPLE) is not None


def _names(word: str) -> bool:
    """Whether a word opens a noun phrase of its own, so that the participle before it describes it."""
    can = can_be(word.lower())
    return bool(can & {Pos.NOUN, Pos.NOUNS}) and not can & {Pos.ADVERB, Pos.PREPOSITION, Pos.ADJECTIVE}
