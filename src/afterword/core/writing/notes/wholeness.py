"""What follows the verb of a clause, cut to one whole thought: no second verb, no loose number, no half reason."""

import re

from afterword.core.writing.notes.finite import finite_place
from afterword.core.writing.notes.person import FINITE
from afterword.core.writing.notes.phrases import ADVERBS, DETERMINERS, PREPOSITIONS, is_number
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import lowered
from afterword.core.writing.words.lexicon import Tag, verb_as
from afterword.core.writing.words.tagger import Pos, tagged

#: After these a clause may follow without "that" ("she said the close takes nine days").
_WITHOUT_THAT = {"say", "tell", "think", "know", "hope", "feel", "believe", "mean", "wish", "see", "hear", "make", "let",
                 "help", "find", "figure", "learn", "discover", "notice", "realise", "realize", "show", "agree", "claim", "promise", "ensure", "suspect", "guess", "bet", "want", "ask"}  # fmt: skip
_FINITE_TAGS = {Pos.PRESENT, Pos.PRESENT_S, Pos.PAST, Pos.MODAL}
_NOUNS = {Pos.NOUN, Pos.NOUNS}
_PERIODS = word_set("periods")
_REASONS = {"because", "so", "since", "as", "while", "although", "unless"}


def whole(rest: list[str], *, verb: str = "") -> list[str]:
    """What follows the verb, up to where a second thought begins without a joint; may come back shorter, never odd."""
    kept = _before_joint(_before_headcount(_to_date(_counts_joined(rest))))
    kept = _with_reason(kept)
    found = verb_as(verb, Tag.S, Tag.PAST, Tag.BASE)
    if found is None or found.base not in _WITHOUT_THAT:
        kept = _with_reason(_before_second_verb(kept))
    return _with_comma(_without_loose_number(kept))


def _counts_joined(rest: list[str]) -> list[str]:
    """ "22 homes 1,900 carers": two counts side by side are joined."""
    for index in range(2, len(rest) - 1):
        plural = rest[index - 1].endswith("s") and (rest[index + 1].endswith("s") or rest[index] == "one")
        if is_number(rest[0]) and is_number(rest[index]) and plural and rest[index - 1].isalpha():
            return [*rest[:index], "and", *rest[index:]]
    return rest


def _to_date(rest: list[str]) -> list[str]:
    """ "out on the 25th partners want the 20th": a noun behind a date begins another thought."""
    for index in range(1, len(rest) - 1):
        dated = re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)", rest[index])
        behind = rest[index + 1]
        if dated and rest[index - 1].lower() == "the" and behind.islower() and behind not in PREPOSITIONS | ADVERBS | {"and", "or", "each", "every", "but"}:  # fmt: skip
            return rest[: index + 1]
    return rest


def _before_headcount(rest: list[str]) -> list[str]:
    """ "AP 14 people Derby": a count of people thumbed behind what they do goes."""
    small = lowered(rest)
    for index in range(1, len(rest) - 1):
        loose = small[index - 1] not in PREPOSITIONS | DETERMINERS | ADVERBS | {
            "and",
            "or",
            ",",
            "to",
            "than",
        }
        counted = is_number(rest[index]) and small[index + 1] in {"people", "staff", "clerks", "folks"}
        if counted and loose and not verb_as(small[index - 1], Tag.S, Tag.PAST, Tag.BASE, Tag.ING):
            return rest[:index]
    return rest


def _before_joint(rest: list[str]) -> list[str]:
    small = lowered(rest)
    for index in range(1, len(small)):
        joint = small[index : index + 2] in (["and", "it"], ["and", "its"], ["and", "that"])
        follows = rest[index + 1] if index + 1 < len(rest) else ""
        more = small[index] == "and" and is_number(follows) and "more" in small
        if joint or more or small[index] in {"none", "nobody", "no-one"}:
            return rest[:index]
    return rest


def _with_reason(rest: list[str]) -> list[str]:
    """ "because 19 tabs" is "because of 19 tabs"; "so revolver up and down" says nothing whole and goes."""
    small = lowered(rest)
    for index in range(len(small) - 1):
        if small[index] not in _REASONS or (index and small[index - 1] in {"and", "just", "such"}):
            continue
        after = rest[index + 1 :]
        tags = tagged(tuple(after))
        if (
            any(tag in _FINITE_TAGS for tag in tags)
            or any(w.lower() in FINITE for w in after)
            or finite_place(tuple(after)) is not None
            or small[index + 1] == "of"
        ):
            return rest
        if small[index] == "because":
            return [*rest[: index + 1], "of", *after]
        described = tags[0] in {Pos.ADJECTIVE, Pos.ADVERB} and not (index and _NOUNS & set(tags))
        if small[index] == "so" and not described:
            return rest[:index]
    return rest


def _before_second_verb(rest: list[str]) -> list[str]:
    """ "there eight years started as temp": what the second verb says has no subject here."""
    place = finite_place(tuple(rest)) if rest and rest[0].lower() not in FINITE else None
    if (
        place is None
        or place < 2
        or any(p in {",", "and", "or", "but", "that"} for p in lowered(rest[:place]))
    ):
        return rest
    start = place
    while start > 0 and rest[start - 1].lower() in ADVERBS:
        start -= 1
    for index in range(start - 1, 0, -1):
        if rest[index].lower() in DETERMINERS and rest[index - 1].lower() not in PREPOSITIONS | DETERMINERS:
            return rest[:index]
    only = next((i for i in (start - 1, start - 2) if i > 0 and rest[i].lower() == "only"), start)
    return rest[:only]


def _without_loose_number(rest: list[str]) -> list[str]:
    """ "get a 60-page pack and read four": a count whose noun was left out goes with its verb."""
    small = lowered(rest)
    timed = any(w in _PERIODS for w in small)
    if (
        len(rest) > 3
        and is_number(rest[-1])
        and not rest[-1].endswith("%")
        and small[-3] in {"and", "but"}
        and not (timed and small[-3] == "and")
    ):
        verb = verb_as(small[-2], Tag.S, Tag.PAST, Tag.BASE)
        return rest[:-3] if verb is not None or small[-2].endswith("ed") else rest
    return rest


def _with_comma(rest: list[str]) -> list[str]:
    """A count thumbed behind its noun gets its comma: "by hand 1,100 a term" -> "by hand, 1,100 a term"."""
    for index in range(1, len(rest) - 1):
        before = rest[index - 1]
        if is_number(rest[index]) and rest[index + 1].lower() in {"a", "per"} and _ends_phrase(before):
            return [*rest[:index], ",", *rest[index:]]
    return rest


def _ends_phrase(word: str) -> bool:
    return word.lower() not in PREPOSITIONS | DETERMINERS | ADVERBS | {",", "and"} and not verb_as(
        word, Tag.S, Tag.PAST
    )
