"""Clauses that describe a noun without "that": "one list everybody believes", "a break I found", "payslips people understand".

Such a clause lacks its object: the noun before it is what the verb is done to. That tells it from a statement with a
subject of two nouns ("warehouse people hate month-end").
"""

from functools import lru_cache

from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.words.tagger import Pos, can_be, tagged

_SOMEONE = {
    "i",
    "you",
    "we",
    "they",
    "he",
    "she",
    "everybody",
    "everyone",
    "anybody",
    "anyone",
    "nobody",
    "people",
}
_ARTICLES = {"a", "an", "the", "my", "our", "your", "their", "his", "her"}
_BE = {"is", "are", "was", "were"}
_RATES = word_set("periods") | {
    "year",
    "month",
    "week",
    "day",
    "quarter",
    "term",
    "night",
    "hour",
    "shift",
    "time",
}
_NOUNS = {Pos.NOUN, Pos.NOUNS, Pos.NAME}
_VERBS = {Pos.PRESENT, Pos.PRESENT_S, Pos.PAST, Pos.BASE}
_OBJECTS = {Pos.DETERMINER, Pos.POSSESSIVE, Pos.PREDETERMINER, Pos.PRONOUN, Pos.NUMBER, *_NOUNS}
_HELPING = {Pos.MODAL, Pos.ADVERB, Pos.PREDETERMINER}
_LONGEST_SUBJECT = 4


@lru_cache(maxsize=4096)
def relative_place(words: tuple[str, ...]) -> int | None:
    """Where a describing clause without "that" begins, None when there is none."""
    tags = tagged(words)
    return next((i for i in range(1, len(words) - 1) if _opens(words, tags, i)), None)


def _opens(words: tuple[str, ...], tags: tuple[Pos, ...], index: int) -> bool:
    small = words[index].lower()
    if not _noun(words, tags, index - 1):
        return False
    if small in _SOMEONE:
        return _lacks_object(words, tags, index + 1)
    if small not in _SOMEONE and tags[index - 1] is Pos.ING and _no_noun_before(words, index - 1):
        return False
    if small in _ARTICLES and words[index + 1].lower() not in _RATES:
        end = _subject_end(words, tags, index + 1)
        return end > index + 1 and _lacks_object(words, tags, end)
    singular = words[0].lower() in {"a", "an", "one", "each", "every", "another"}
    if singular and tags[index] is Pos.NOUNS and tags[index + 1] is Pos.MODAL:
        return _lacks_object(words, tags, index + 1)
    return False


def _no_noun_before(words: tuple[str, ...], index: int) -> bool:
    """ "building a list", "you are building a list": a form in -ing that tells what is done names nothing."""
    return index == 0 or words[index - 1].lower() in _BE


def _noun(words: tuple[str, ...], tags: tuple[Pos, ...], index: int) -> bool:
    can = can_be(words[index].lower())
    return tags[index] in _NOUNS or bool(can & _NOUNS) or words[index].lower() in {"something", "someone"}


def _subject_end(words: tuple[str, ...], tags: tuple[Pos, ...], start: int) -> int:
    """Where the noun phrase of a subject ends: before the modal, else before its last word that can be a verb."""
    for index in range(start, min(len(words), start + _LONGEST_SUBJECT)):
        if index > start and (tags[index] in _VERBS | _HELPING or _verb_only(words[index])):
            return index
        if index > start and index == len(words) - 1 and can_be(words[index].lower()) & _VERBS:
            return index
        if tags[index] not in _NOUNS | {Pos.ADJECTIVE, Pos.NUMBER, Pos.ING}:
            break
    return start


def _verb_only(word: str) -> bool:
    can = can_be(word.lower())
    return bool(can) and not can & (_NOUNS | {Pos.ADJECTIVE})


def _lacks_object(words: tuple[str, ...], tags: tuple[Pos, ...], start: int) -> bool:
    """Whether a verb stands here and nothing it could be done to stands behind it."""
    index = start
    while index < len(words) and tags[index] in _HELPING:
        index += 1
    if index >= len(words) or not can_be(words[index].lower()) & (_VERBS | {Pos.PARTICIPLE}):
        return False
    follows = index + 1
    while follows < len(words) and tags[follows] in {Pos.ADVERB, Pos.PARTICLE}:
        follows += 1
    return follows >= len(words) or tags[follows] not in _OBJECTS
