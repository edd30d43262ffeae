"""What the reader wants, values or would rather not have; and what they liked in what the user said."""

import re

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.finite import finite_place
from afterword.core.writing.notes.objects import as_object, doing, done_to, made, points_nowhere
from afterword.core.writing.notes.person import is_reader, shifted
from afterword.core.writing.notes.phrases import (
    DETERMINERS,
    is_gerund,
    loose_end,
    plausible_noun_phrase,
    text_of,
    with_article,
)
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import lowered, tokens
from afterword.core.writing.words.lexicon import Tag, verb_as
from afterword.core.writing.words.tagger import Pos, can_be

_WHO = r"^(?:(?P<who>he|she|they|the team|the company|\w[\w'-]*) )?(?:is |are |was |also |really |clearly |just |does |all )*"
_WANT = re.compile(
    _WHO
    + r"(?:wants?|wanted|would like|would love|looking for|looks for|look for|needs?|needed|hoping for|hopes for|after)\s+(?P<rest>.+)$",
    re.I,
)
_VALUE = re.compile(
    _WHO
    + r"(?P<verb>values?|loves?|likes?|prefers?|appreciates?|respects?|admires?|believes? in|cares? about|(?:is |are )?big on|(?:is |are )?keen on|(?:is |are )?proud of|(?:is |are )?into|(?:is |are )?fond of|insists? on)\s+(?P<rest>.+)$",
    re.I,
)
_HATE = re.compile(
    _WHO
    + r"(?:hates?|dislikes?|can(?:no|')t stand|no fan of|not a fan of|allergic to|does not like|do not like)\s+(?P<rest>.+)$",
    re.I,
)
_LIKED = re.compile(
    _WHO
    + r"(?:liked|loved|enjoyed|laughed at|(?:was |were |seemed |looked |sounded |got )?(?:very |really |quite |so )?(?:impressed (?:by|with)|interested in|pleased with|taken with|happy with|excited (?:by|about)|intrigued by|curious about)|appreciated|praised|was pleased with|was taken with|lit up at|perked up at|smiled at|nodded at|loved hearing about|was happy with|loves|likes)\s+(?P<rest>(?:my|the|that i|our|how i|hearing)\b.+)$",
    re.I,
)
_FIRST_PERSON = re.compile(r"\b(my|our|i)\b", re.I)


def _reader_side(who: str | None, chunk: Chunk) -> bool:
    return (
        who is None
        or is_reader(who, chunk.scene)
        or who.lower() in {"they", "the team", "the company", "team"}
    )


def wanted(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that says what the reader wants, or None."""
    text = text_of(list(chunk.parts))
    match = _WANT.match(text)
    if match is None or not _reader_side(match["who"], chunk):
        return None
    words = tokens(match["rest"]) if ", not " in match["rest"] else match["rest"].split(" ")
    parts = shifted(_for_reader(_without_not(words)), chunk.scene)
    if not parts or loose_end(parts) or len(parts) > 20 or points_nowhere(lowered(parts)):
        return None
    parts, purpose = _with_purpose(_contrasted(parts))
    topic = (
        _wanted_topic(parts)
        if lowered(parts) != [parts[0].lower()] or parts[0].lower() not in _NOTHING
        else None
    )
    if re.fullmatch(r"\d+(?:st|nd|rd|th)", parts[0].lower()):
        return None
    if topic is None or (
        parts[0].lower() in {"me", "it", "them", "that", "this", "one", "us", "to"}
        and not _free_standing(parts)
    ):
        return None
    undergone = done_to(parts)
    want = _by_when(
        chunk, [*undergone[0], *parts[-1 - len(undergone[2]) :]] if undergone else as_object(parts)
    )
    return idea(
        chunk,
        shape=Shape.WANT,
        kind=PointKind.PROJECT if made(want) else PointKind.CULTURE,
        topic=topic,
        clause=["you", "want", *want.split(" "), *purpose],
        want=text_of([*want.split(" "), *purpose]),
        sure=3,
        plain=True,
    )


_NOTHING = word_set("want_nothing")


def _free_standing(parts: list[str]) -> bool:
    small = [p.lower() for p in parts]
    return (
        small[0] == "to"
        and len(small) > 1
        and verb_as(small[1], Tag.BASE) is not None
        and not {"it", "them", "this"} & set(small)
    ) or (
        small[0] == "one"
        and len(small) > 1
        and small[1] not in {"by", "in", "for", "soon", "before", "next", "and", "or", "not", "but"}
    )


def _wanted_topic(parts: list[str]) -> list[str] | None:
    """A noun phrase for what is wanted: "to be coached" -> "being coached", "chefs to own X" -> "chefs owning X"."""
    small = [p.lower() for p in parts]
    if small[0] == "to" and len(parts) > 1:
        verb = verb_as(small[1], Tag.BASE)
        return [verb.ing, *parts[2:]] if verb else None
    if undergone := done_to(parts):
        return [doing(undergone[1]), *undergone[0], *undergone[2]]
    for index in range(1, len(parts) - 1):
        verb = verb_as(small[index + 1], Tag.BASE) if small[index] == "to" else None
        if (
            verb
            and not (verb.nounlike and small[index + 2 : index + 3] and small[index + 2] not in DETERMINERS)
            and plausible_noun_phrase(parts[:index])
            and small[index - 1]
            not in {
                "how",
                "what",
                "able",
                "ready",
                "used",
                "cost",
                "costs",
                "time",
                "way",
                "ways",
                "right",
                "chance",
            }
        ):
            return [*as_object(parts[:index]), verb.ing, *parts[index + 2 :]]
    return as_object(parts) if plausible_noun_phrase(parts) else None


_IN_MONTH = re.compile(r" in (?=([A-Z][a-z]{2})[a-z]* ?(?:20\d\d)?$)")


def _by_when(chunk: Chunk, parts: list[str]) -> str:
    """The words of a want; a month thumbed behind it is when it is wanted by ("one calendar jan" -> "by January")."""
    want = text_of(parts)
    month = _IN_MONTH.search(want)
    thumbed = month is not None and not re.search(rf"\bin {month[1]}", chunk.raw, re.I)
    return _IN_MONTH.sub(" by ", want) if thumbed else want


def _with_purpose(parts: list[str]) -> tuple[list[str], list[str]]:
    """ "a call with operations so tax hears first": what is wanted, and what for when that is a whole clause."""
    small = lowered(parts)
    at = small.index("so") if "so" in small[2:-2] else 0
    if not at or not plausible_noun_phrase(parts[:at]):
        return parts, []
    tail = parts[at + 1 :]
    place = finite_place(tuple(tail[1:] if tail[0].lower() == "that" else tail))
    pointing = {"it", "they", "them", "this"} & set(lowered(tail))
    return parts[:at], parts[at:] if place is not None and not pointing and len(parts) < 16 else []


def _for_reader(words: list[str]) -> list[str]:
    """ "someone to back him up": who wants somebody is who is to be backed; "a list they will use": people will."""
    meant = {"him": "you"} | ({"they": "people"} if words[0].lower() in _A_THING else {})
    return [meant.get(w.lower(), w) for w in words]


def _contrasted(parts: list[str]) -> list[str]:
    """ "mistakes reported not hidden": the contrast gets its comma."""
    at = lowered(parts).index("not") if "not" in lowered(parts) else 0
    behind = can_be(parts[at + 1].lower()) if 1 < at < len(parts) - 1 else frozenset()
    contrast = Pos.PARTICIPLE in behind and parts[at - 1] != "," and done_to(parts[:at]) is not None
    return [*parts[:at], ",", *parts[at:]] if contrast else parts


_A_THING = {"a", "an", "one"}


def _without_not(words: list[str]) -> list[str]:
    """ "before January not during": a contrast that breaks off goes."""
    return words[:-2] if len(words) > 4 and words[-2].lower() == "not" and loose_end(words[-1:]) else words


def valued(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that says what the reader values or would rather do without, or None."""
    text = text_of(list(chunk.parts))
    hate, value = _HATE.match(text), _VALUE.match(text)
    match = hate or value
    if match is None or not _reader_side(match["who"], chunk):
        return None
    parts = shifted(match["rest"].split(" "), chunk.scene)
    if (
        not parts
        or loose_end(parts)
        or len(parts) > 18
        or not (plausible_noun_phrase(parts) or is_gerund(parts[0]))
    ):
        return None
    thing = parts if len(parts) == 1 else with_article(parts)
    clause = (
        ["you", "would", "rather", "do", "without", *thing]
        if hate
        else ["you", *_value_verb(match["verb"]), *thing]
    )
    return idea(
        chunk,
        shape=Shape.YOU,
        kind=PointKind.CULTURE,
        topic=thing,
        clause=clause,
        sure=3,
        plain=is_gerund(parts[0]),
    )


def _value_verb(found: str) -> list[str]:
    words = [w for w in found.lower().split() if w not in {"is", "are"}]
    if words[0] in {"big", "keen", "proud", "into", "fond"}:
        return ["are", *words]
    base = verb_as(words[0], Tag.S, Tag.BASE)
    return [base.base if base else words[0], *words[1:]]


def liked(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that says what the reader liked about the user's own story, or None."""
    text = text_of(list(chunk.parts))
    match = _LIKED.match(text)
    if match is None or not _reader_side(match["who"], chunk):
        return None
    rest = match["rest"]
    present = re.match(r".*\b(?:loves|likes)\s+(?:my|the|our|that|how)", text, re.I)
    if (present and not _FIRST_PERSON.search(rest)) or (
        rest.lower().startswith("the ") and not _about_a_story(rest)
    ):
        return None
    rest = re.sub(r"^hearing (?:about )?", "", rest)
    rest = re.sub(
        r"\bour ((?:\S+ )*\S+s) story\b",
        r"my story about \1",
        re.sub(r"\bour (\S+) story\b(?<!s story)", r"my \1 story", rest),
    )
    rest = re.sub(r"^my (.+?) (?:thing|stuff|bit|one)$", r"what I told you about \1", rest)
    rest = re.sub(r"^my ((?:\S+ )*\S+s) story$", r"my story about \1", rest)
    parts = shifted(rest.split(" "), chunk.scene, own=True)
    if not parts or loose_end(parts) or len(parts) > 18:
        return None
    return idea(
        chunk,
        shape=Shape.LIKED,
        kind=PointKind.CONNECTION,
        topic=parts,
        shared=f"you liked {text_of(parts)}",
        sure=3,
        plain=True,
    )


def _about_a_story(rest: str) -> bool:
    return bool(
        re.search(
            r"\b(story|result|example|idea|answer|project|anecdote|work|case|approach|dashboard|model|spreadsheet|tracker|checklist|presentation|numbers|background|portfolio|sample)\b",
            rest,
            re.I,
        )
    )
