"""Dictation cut into thoughts: where a new subject and its verb begin without a stop between.

"She spends Fridays chasing them she walks in the Beacons", "asked how I would do it I said lockbox", "they closed 600
homes and the big problem is that …": each holds more than one thought, and none may be said as one.
"""

from afterword.core.writing.notes.finite import finite_place
from afterword.core.writing.notes.person import FINITE
from afterword.core.writing.notes.phrases import is_number
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import lowered
from afterword.core.writing.words.tagger import Pos, can_be, tagged

_SUBJECTS = {"he", "she", "they", "we", "i", "it", "there"}
_JOINERS = {"and", "but", "so", "then", "also", "plus", "anyway", "ok", "okay"}
_HANGS_ON = word_set("relatives") | word_set("prepositions") | {
    "that", "whenever", "wherever", "whatever", "until", "unless", "said", "says", "say", "told", "thinks", "think",
    "hopes", "hope", "knows", "know", "feels", "feel", "believes", "wishes", "thing", "one", "day", "time", "way", "moment",
    "and", "but", "so", "then", "or", "than", "both", "have", "had", "do", "did", "would", "could", "can", "should",
    "are", "is", "was", "were", "will", "may", "might", "must", "me", "am", "does", "has", "ever", "cannot",
}  # fmt: skip
REPORTS = word_set("report_starts")
_COMPLEMENTS = {
    Pos.DETERMINER, Pos.POSSESSIVE, Pos.NUMBER, Pos.NOUN, Pos.NOUNS, Pos.NAME, Pos.ADJECTIVE, Pos.PRONOUN, Pos.TO,
    Pos.WHEN, Pos.WHO, Pos.PREDETERMINER, Pos.PARTICIPLE, Pos.ING, Pos.ADVERB,
}  # fmt: skip
_ALONE = word_set("intransitive_verbs")
_QUESTION = {"how", "what", "which", "why", "when", "where", "whether", "if", "who", "whom", "whose"}
_TOLD = {"told", "promised", "asked", "assured", "showed", "tell", "tells"}
_OWN_SPEECH = {
    "said",
    "told",
    "answered",
    "explained",
    "mentioned",
    "replied",
    "gave",
    "talked",
    "described",
    "showed",
}
_FINITE_TAGS = {Pos.PRESENT, Pos.PRESENT_S, Pos.PAST, Pos.MODAL}
_NOUN_TAGS = {Pos.NOUN, Pos.NOUNS, Pos.NAME}
_STRANDED = word_set("person_prepositions") - {"in", "on", "over", "off", "around"}
_ADVERBS = word_set("adverbs")


#: Verbs that share the subject before them in a short thought ("you manage five people and want a deputy").
_SHARED_VERBS = {"wants", "wanted", "loves", "hates", "likes", "values", "needs", "hopes", "offers", "thinks"}
_RESTARTS = {"wants", "asked", "asks", "loves", "hates", "needs"}
_BEGAN = {"started", "began", "joined", "came", "moved"}
_LONG = 12
_TIMES = {
    "last",
    "next",
    "this",
    "every",
    "each",
    "ago",
    "yesterday",
    "today",
    "twice",
    "once",
    "back",
    "now",
}


def thoughts(parts: list[str]) -> list[list[str]]:
    """The thoughts of one chunk of tokens, in order; joints between them are left out."""
    found: list[list[str]] = []
    rest = list(parts)
    while (cut := _next_cut(rest)) is not None:
        end = cut
        while end > 0 and rest[end - 1].lower() in _JOINERS:
            end -= 1
        found.append(rest[:end])
        rest = rest[cut:]
    found.append(rest)
    return [piece for piece in found if piece]


def _next_cut(parts: list[str]) -> int | None:
    quoted = False
    for index, part in enumerate(parts):
        quoted ^= part == '"'
        if index > 1 and not quoted and _begins(parts, index):
            return index
    return None


def _begins(parts: list[str], index: int) -> bool:
    small = lowered(parts)
    joined = small[index - 1] in _JOINERS
    if small[index] in _JOINERS:
        return False
    if small[index + 1 : index + 2] in (["want"], ["wants"]) and is_number(
        small[index + 2] if index + 2 < len(small) else ""
    ):
        return False
    if joined and small[index] in {"everyone", "everybody"}:
        return _has_verb(parts[: index - 1]) and finite_place(tuple(parts[index:])) is not None
    if small[index] in _SUBJECTS:
        return _new_subject(parts, index, joined=joined)
    if not joined and small[index] in _RESTARTS | _BEGAN and _restarts(parts, index):
        return True
    if not joined and _counted_subject(parts, index):
        return True
    if joined and small[index] in REPORTS:
        return small[index] not in _SHARED_VERBS or len(parts) > _LONG
    return joined and _new_clause(parts, index)


def _restarts(parts: list[str], index: int) -> bool:
    """ "takes 25 days wants 18": a verb that cannot agree with the word before it begins a thought of its own."""
    small, tags = lowered(parts), tagged(tuple(parts[:index]))
    if small[index - 1] in _HANGS_ON | _SUBJECTS | {"who", "that", "which"} or not _has_verb(parts[:index]):
        return False
    if small[index] in _BEGAN:
        return small[index - 1] in _PERIODS | {"there", "here"}
    return tags[-1] in {Pos.NOUNS, Pos.NUMBER, Pos.ADVERB, Pos.PRONOUN} or small[index] == "asked"


def _counted_subject(parts: list[str], index: int) -> bool:
    """ "clyde general manager seventy members became …": a count with its noun and a verb that is nothing else."""
    small = lowered(parts)
    if (
        not is_number(parts[index])
        or small[index - 1] in _HANGS_ON | _ADVERBS | {","}
        or is_number(small[index - 1])
    ):
        return False
    verb = index + 2
    plural = Pos.NOUNS in can_be(small[index + 1]) if verb < len(parts) else False
    return plural and small[verb] in _SURE and Pos.NOUN in can_be(small[index - 1]) | {Pos.NOUN}


#: Verbs that are nothing else, for things that are counted.
_SURE = {
    "became",
    "are",
    "were",
    "have",
    "had",
    "grew",
    "went",
    "joined",
    "left",
    "will",
    "come",
    "came",
    "take",
    "need",
}
_PERIODS = word_set("periods")


def _new_subject(parts: list[str], index: int, *, joined: bool) -> bool:
    small = lowered(parts)
    verb = index + 1
    while verb < len(parts) and small[verb] in _ADVERBS:
        verb += 1
    if verb >= len(parts):
        return False
    tags = tagged(tuple(parts[index:]))
    finite = tags[verb - index] in _FINITE_TAGS | {Pos.BASE} or small[verb] in FINITE
    if not finite:
        return False
    if small[index] == "i" and small[verb] in _OWN_SPEECH and (joined or small[index - 1] not in _HANGS_ON):
        return True
    told = index > 1 and small[index - 1] in {"her", "him", "them", "you", "me"} and small[index - 2] in _TOLD
    if told and not joined:
        return False
    if joined:
        return index - 2 >= 0 and not _still_asked(small, index)
    if small[index - 1] in _HANGS_ON or small[index] in {"it", "there"} or _asks(parts[:index]):
        return False
    return _complete(
        parts, verb, tags[verb - index :], described=tagged(tuple(parts[:index]))[-1] in _NOUN_TAGS
    )


def _asks(before: list[str]) -> bool:
    """ "how long I take", "which of the two she likes": a question word just before still waits for its verb."""
    tags = tagged(tuple(before))
    for word, tag in list(zip(lowered(before), tags, strict=True))[:-5:-1]:
        if word in _QUESTION:
            return True
        if tag in _FINITE_TAGS:
            return False
    return False


def _still_asked(small: list[str], index: int) -> bool:
    """ "asked what broke and how I fixed it": the second question belongs to the first."""
    return small[index] == "i" and small[index - 2] in {"how", "what", "why"}


def _complete(parts: list[str], verb: int, tags: tuple[Pos, ...], *, described: bool) -> bool:
    """Whether a clause without a joint stands by itself; ``described``: it may only describe the noun before it.

    "the report I would kill" and "a deputy she can trust" lack their object, "a journal I was proud of" hangs.
    """
    small = lowered(parts)
    at = 0
    while (
        at + 1 < len(tags)
        and small[verb + at] in FINITE
        and (
            tags[at + 1] in {Pos.BASE, Pos.PARTICIPLE, Pos.ADVERB, Pos.ING} or _after_modal(small, verb + at)
        )
    ):
        at += 1
    follows = tags[at + 1] if at + 1 < len(tags) else None
    if not described:
        return follows is not None or small[verb + at] in _ALONE
    if follows is None or small[-1] in _STRANDED or small[verb + at + 1] in _TIMES:
        return False
    if follows is Pos.ING and small[verb + at] in {
        "saw",
        "see",
        "sees",
        "heard",
        "hear",
        "watched",
        "found",
        "left",
        "kept",
    }:
        return False
    return follows in _COMPLEMENTS or small[verb + at] in _ALONE


def _after_modal(small: list[str], index: int) -> bool:
    """ "cannot trace": what follows a modal is a verb, whatever else it may be."""
    modal = small[index] in {"can", "cannot", "could", "will", "would", "should", "must", "may", "might"}
    return modal and Pos.BASE in can_be(small[index + 1])


#: Where the verb of a bare noun stands ("and inventory is the reason"), and verbs that are nothing else.
_NEAR = 3
_KEEPS = {
    "keep",
    "keeps",
    "wants",
    "want",
    "gets",
    "get",
    "takes",
    "take",
    "goes",
    "go",
    "makes",
    "needs",
    "says",
}


def _new_clause(parts: list[str], index: int) -> bool:
    """A subject of its own, not much longer than a few words, and a verb, behind "and" or "but"."""
    rest = parts[index : index + 9]
    place = finite_place(tuple(rest))
    tag = tagged(tuple(rest))[0]
    sure = (
        place is not None
        and place < _NEAR
        and (rest[place].lower() in FINITE or rest[place].lower() in _KEEPS)
    )
    starts = tag in {Pos.DETERMINER, Pos.POSSESSIVE, Pos.NOUNS, Pos.PRONOUN} or (tag is Pos.NOUN and sure)
    before = parts[: index - 1]
    described = sure and len(before) >= _NEAR + 1 and Pos.PREPOSITION in tagged(tuple(before))
    return place is not None and place < 7 and starts and (_has_verb(before) or described)


def _has_verb(parts: list[str]) -> bool:
    if parts[0].lower() in REPORTS | _SUBJECTS and len(parts) > 1:
        return True
    tags = tagged(tuple(parts))
    return any(tag in _FINITE_TAGS for tag in tags) or any(p.lower() in FINITE for p in parts)
