"""What is left of a thought that no form fits: its head without the tail, else the noun phrase it may be named by.

A thought is never told half: a tail goes only where what stands before it holds by itself ("500 credit notes are on
hold because …"), and a name goes alone, as what was talked about.
"""

from collections.abc import Iterator

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.clause import find_clause, noun_subject
from afterword.core.writing.notes.concepts import concepts_of
from afterword.core.writing.notes.person import FINITE, is_reader, shifted
from afterword.core.writing.notes.phrases import (
    ADVERBS,
    PREPOSITIONS,
    RELATIVES,
    is_number,
    plausible_noun_phrase,
    text_of,
    with_article,
)
from afterword.core.writing.notes.reader import acted
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import lowered
from afterword.core.writing.notes.topics import best_topic, object_of
from afterword.core.writing.words.lexicon import Tag, trade_words, verb_as
from afterword.core.writing.words.tagger import Pos, can_be

#: Joints whose tail may go: what stands before them holds without it.
_TAILS = {"because", "although", "though", "while", "so", "but", "which", "whereas"}
#: Nobody and nothing by name: a phrase that holds one of these points elsewhere.
_NO_TOPIC = {"i", "he", "she", "they", "we", "it", "you", "nobody", "someone", "everyone", "me", "us", "my", "our"}  # fmt: skip


def heads(parts: list[str]) -> Iterator[list[str]]:
    """The thought without its tail, the longest first."""
    small = lowered(parts)
    for index in range(len(parts) - 1, 1, -1):
        if small[index] in _TAILS and small[index - 1] not in _TAILS | {"not", "just", "and"}:
            yield parts[: index - 1] if parts[index - 1] == "," else parts[:index]


#: What a phrase that is left alone must have stood before: a joint, or the verb of a clause.
_AFTER_TOPIC = PREPOSITIONS | RELATIVES | FINITE | {"and", "but", "or", "not", "to", "("}


def remnant(chunk: Chunk) -> Idea | None:
    """When no form fits: the longest noun phrase at the start of the chunk, as a bare topic."""
    parts = list(chunk.parts)
    if verb_as(parts[0], Tag.PAST, Tag.S) and not plausible_noun_phrase(parts[:1]):
        return None
    if parts[0].lower() in FINITE | _STATES:
        return None
    clause = find_clause(parts)
    last = len(clause.subject) if clause else len(parts) - 1
    for end in range(last, 0, -1):
        front = parts[:end]
        if parts[end].lower() not in _AFTER_TOPIC:
            continue
        if plausible_noun_phrase(front) and not any(
            p.lower() in _NO_TOPIC or p.lower() in chunk.scene.names for p in front
        ):
            return idea(chunk, shape=Shape.THING, kind=PointKind.CHALLENGE, topic=with_article(front), sure=0)
    return None


def of_the_user(parts: list[str]) -> bool:
    """Whether a thought that no form fits speaks of the user: what is left of it is theirs, not the reader's."""
    return bool({"i", "me", "my", "mine", "myself", "we", "us", "our"} & set(lowered(parts)))


def remains(chunk: Chunk) -> Idea | None:
    """The bare topic of a thought, or None when no noun phrase of it can stand alone."""
    for topic in _names(chunk):
        if not _of_somebody(topic, chunk) and _of_work(topic):
            made = idea(chunk, shape=Shape.THING, kind=PointKind.CHALLENGE, topic=topic, sure=0)
            if made is not None:
                return made
    return None


def _names(chunk: Chunk) -> Iterator[list[str]]:
    parts = list(chunk.parts)
    if behind := _behind_first_verb(parts, chunk):
        yield behind
        return
    if not _begins_with_verb(parts):
        yield from _of_clause(parts, chunk)
    if verb_as(parts[0], Tag.ING):
        yield _of_doing(parts)


def _of_doing(parts: list[str]) -> list[str]:
    """ "scanning them before the audit in February": what is done, else what it is done for."""
    small = lowered(parts)
    at = next((i for i, w in enumerate(small) if i and w in _FOR), 0)
    return object_of(parts[1:], verb=parts[0]) or (object_of(parts[at + 1 :], verb=parts[0]) if at else [])


_FOR = {"before", "after", "for", "ahead"}


def _of_somebody(topic: list[str], chunk: Chunk) -> bool:
    return not topic or any(w in _NO_TOPIC or w in chunk.scene.names for w in lowered(topic))


def _behind_first_verb(parts: list[str], chunk: Chunk) -> list[str]:
    """ "never opens attachments", "she does not believe in long meetings": what the verb is about."""
    spoken = is_reader(parts[0], chunk.scene) or parts[0].lower() in {"they", "we"}
    words = parts[1:] if spoken else parts
    while len(words) > 1 and words[0].lower() in ADVERBS - {"all", "both", "only", "not"}:
        words = words[1:]
    if len(words) < 2:
        return []
    verbal = _begins_with_verb(words) or (spoken and verb_as(words[0], Tag.BASE) is not None)
    if not verbal:
        return []
    verb, rest = acted(words[0], words[1:])
    rest = shifted(rest, chunk.scene) or []
    while rest and rest[0].lower() in _LEANS_ON:
        rest = rest[1:]
    return object_of(rest, verb=verb) if rest and not is_number(rest[0]) else []


def _of_work(topic: list[str]) -> bool:
    """Whether a phrase names a matter of the work: a word of the trade, a subject, or a compound of plain nouns."""
    compound = len(topic) > 1 and all(can_be(w) & _NOUNS and w not in _PEOPLE for w in lowered(topic[-2:]))
    return compound or bool(concepts_of(text_of(topic))) or any(w in trade_words() for w in lowered(topic))


_NOUNS = {Pos.NOUN, Pos.NOUNS}
_PEOPLE = word_set("people_words") | word_set("somebody")


_LEANS_ON = {"in", "on", "about", "for", "of", "with", "to", "into"}
_STATES = {
    "asked",
    "said",
    "told",
    "wants",
    "wanted",
    "loved",
    "liked",
    "got",
    "went",
    "kept",
    "made",
    "came",
}


def _begins_with_verb(parts: list[str]) -> bool:
    first = parts[0].lower()
    finite = first in FINITE | _STATES or verb_as(first, Tag.PAST, Tag.S) is not None
    return finite and not plausible_noun_phrase(parts[:1])


def _of_clause(parts: list[str], chunk: Chunk) -> Iterator[list[str]]:
    """ "the council wants it online by May": the subject of a clause that cannot be told, or what its verb is done to."""
    clause = find_clause(parts)
    if clause is None:
        return
    subject = noun_subject(clause, chunk.scene)
    verb, rest = acted(clause.verb, list(clause.rest))
    rest = shifted(rest, chunk.scene) or []
    if subject is None:
        yield object_of(rest, verb=verb)
        return
    yield best_topic(subject, rest, verb=verb)
    yield subject
