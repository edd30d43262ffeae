"""What the reader and the user have in common."""

import re

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.person import is_reader, second_person_verb, shifted
from afterword.core.writing.notes.phrases import (
    is_gerund,
    loose_end,
    plausible_noun_phrase,
    text_of,
    with_article,
)
from afterword.core.writing.words.lexicon import Tag, verb_as

_BOTH = re.compile(
    r"^(?:(?:and|so|turns out|it turns out|found out)\s+)?(?:that\s+)?(?:we (?P<be>are|were|have)? ?(?:both|all)|(?:we )?both(?: of us)?|us both)\s+(?P<rest>.+)$",
    re.I,
)
_TOO = re.compile(
    r"^(?P<clause>.+?),?\s+(?:too|as well|like me|like i do|like i did|same as me|the same as me|as i did|as i do)$",
    re.I,
)
_ALSO = re.compile(r"^(?P<who>\w[\w'-]*) (?P<be>is|was|has|had)? ?also (?P<rest>.+)$", re.I)
_SAME = re.compile(
    r"^(?:(?:we (?:have|had|went to|share|shared)|went to|has|had|from|at|of|shares?|both at|is from|grew up in) )?(?:the )?same (?P<rest>.+?)(?:(?: as me| as i did| as mine)(?: in)?(?: '?\d\d(?:\d\d)?)?)?$",
    re.I,
)
_FELLOW = re.compile(
    r"^(?:(?P<who>\w[\w'-]*) )?(?:is |was )?(?:a )?(?:fellow|another|another fellow) (?P<rest>.+?)(?: too)?$",
    re.I,
)


def shared(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that names something in common, or None."""
    text = text_of(list(chunk.parts))
    if where := _common_employer(chunk, text):
        return _both(chunk, f"worked at {where}", None)
    if match := _SAME_PLACE.match(text):
        return _same_place(chunk, match)
    if match := _BOTH.match(text):
        return _both(chunk, match["rest"], match["be"])
    if match := _ALSO.match(text):
        return _too(chunk, f"{match['who']} {match['be'] + ' ' if match['be'] else ''}{match['rest']}")
    if match := _TOO.match(text):
        return _too(
            chunk, re.sub(r"(?:,? (?:too|as well|like me|like i do))+$", "", match["clause"], flags=re.I)
        )
    if match := _AND_I.match(text):
        return _and_i(chunk, match)
    if match := _FELLOW.match(text):
        return _named(chunk, match["rest"], "fellow")
    if match := _SAME.match(text):
        return _named(chunk, match["rest"], "same")
    return None


_WORKED_AT = re.compile(
    r"^(?:(?P<who>\w[\w'-]*) )?(?:also |once |is |was |an )*(?:ex[ -]+|formerly (?:at|of|with) |used to (?:work|be) (?:at|for) |(?:worked|began|interned) (?:at|for) |(?:was|started(?: out)?|trained) (?:at|for|with) |came from |comes from )"
    r"(?P<where>.+?)(?: too| as well| once| before| originally|,? (?:in|from|until|for|back) .+)?$|^(?:(?P<who_else>he|she) )?(?:is |was )?(?:an? )?(?P<alum>.+?) alum(?:na|nus)?$",
    re.I,
)


def _common_employer(chunk: Chunk, text: str) -> str:
    """The employer of the profile the reader is said to have worked for too, "" when it is none of them."""
    match = _WORKED_AT.match(text)
    who = (match["who"] or match["who_else"] or "") if match else ""
    if match is None or (who and not is_reader(who, chunk.scene)):
        return ""
    said = (match["where"] or match["alum"]).removeprefix("the ").lower().split()
    if not said:
        return ""
    for name in chunk.scene.organisations:
        words = name.lower().split()
        known = words == said or (
            words[: len(said)] == said and len(said[0]) >= _NAMING and len(words) - len(said) < 2
        )
        if known and name != chunk.scene.company and not _SCHOOL.search(name):
            return name
    return ""


#: Letters a single word of a firm's name needs to stand for the firm.
_NAMING = 5
_SCHOOL = re.compile(r"\b(?:university|college|school|institute|academy|state|polytechnic)\b", re.I)
_AND_I = re.compile(
    r"^(?P<clause>(?P<who>\w[\w'-]*) .+?),? and (?:so (?:did|do|am|was|have|can) i|i (?P<mine>(?:do|did|am|have|was)(?: too)?$|[a-z]+ .+|use (?:it|that)))$",
    re.I,
)


def _and_i(chunk: Chunk, match: "re.Match[str]") -> Idea | None:
    """ "she rows in Galway, and so did I"; "he plays the cello and I play the viola"."""
    if not is_reader(match["who"], chunk.scene):
        return None
    mine = match["mine"] or ""
    if not mine or re.fullmatch(r"(?:do|did|am|have|was)(?: too)?", mine, re.I):
        return _too(chunk, match["clause"])
    theirs = shifted(match["clause"].split(" "), chunk.scene)
    if not theirs or theirs[0] != "you" or loose_end(theirs) or len(theirs) > 12:
        return None
    words = [*theirs, "and", "I", *mine.split(" ")]
    topic = _shared_topic(theirs[1:])
    return idea(
        chunk,
        shape=Shape.SHARED,
        kind=PointKind.CONNECTION,
        topic=topic,
        shared=text_of(words),
        sure=3,
        plain=True,
    )


_SAME_PLACE = re.compile(
    r"^(?:(?:he|she|we) )?(?P<verb>lives?|works?|worked|lived|went|grew up|studied|trained|started) (?P<rest>(?:in|at|to|on) the same [\w' -]+?)(?: as (?:me|i did|i do|mine))?$",
    re.I,
)


def _same_place(chunk: Chunk, match: "re.Match[str]") -> Idea | None:
    """ "lives in the same town as me": we live in the same town."""
    verb = verb_as(match["verb"], Tag.S)
    rest = match["rest"].split(" ")
    topic = rest[1:]
    words = ["we", verb.base if verb else match["verb"].lower(), *rest]
    return idea(
        chunk,
        shape=Shape.SHARED,
        kind=PointKind.CONNECTION,
        topic=topic,
        shared=text_of(words),
        sure=3,
        plain=True,
    )


def _both(chunk: Chunk, rest: str, be: str | None) -> Idea | None:
    parts = shifted(rest.split(" "), chunk.scene, own=True)
    if not parts or loose_end(parts) or len(parts) > 16:
        return None
    first = parts[0].lower()
    verb = verb_as(first, Tag.BASE, Tag.PAST)
    if (
        be
        or first in {"are", "were", "have", "had", "did", "do", "went", "know", "will"}
        or (verb and first not in {"cost", "back"})
        or (first.endswith("ed") and len(first) > 4)
    ):
        words = ["we", be.lower(), "both", *parts] if be else ["we", "both", *parts]
    elif (
        first
        in {
            "from",
            "in",
            "at",
            "into",
            "big",
            "alumni",
            "fans",
            "members",
            "runners",
            "parents",
            "ex",
            "former",
            "once",
            "huge",
            "keen",
        }
        or first.endswith("s")
        or parts[0][:1].isupper()
    ):
        words = ["we", "are", "both", *parts]
    else:
        return None
    if not verb and parts[0] in {"CPA", "MBA", "CMA", "EA", "CIA", "CFA", "FCA", "FCCA"}:
        words = [*words[: -len(parts)], f"{parts[0]}s", *parts[1:]]
    if be and be.lower() in {"are", "were"} and verb and verb_as(first, Tag.BASE) and not verb.nounlike:
        return None
    topic = _shared_topic(parts)
    return idea(
        chunk,
        shape=Shape.SHARED,
        kind=PointKind.CONNECTION,
        topic=topic,
        shared=text_of(words),
        sure=3,
        plain=True,
    )


def _shared_topic(parts: list[str]) -> list[str]:
    verb = verb_as(parts[0].lower(), Tag.BASE, Tag.PAST, Tag.ING)
    if verb and verb.base != "be":
        return [verb.ing, *parts[1:]]
    if parts[0].lower() in {"from", "at", "in"} and plausible_noun_phrase(parts[1:]):
        return parts[1:]
    return parts


def _too(chunk: Chunk, clause: str) -> Idea | None:
    words = clause.split(" ")
    if is_reader(words[0], chunk.scene):
        words = words[1:]
    elif (
        words[0].lower()
        not in {
            "from",
            "is",
            "was",
            "has",
            "went",
            "grew",
            "likes",
            "loves",
            "plays",
            "runs",
            "worked",
            "studied",
            "started",
            "did",
            "speaks",
        }
        and verb_as(words[0], Tag.S, Tag.PAST) is None
    ):
        return None
    parts = shifted(words, chunk.scene, own=False)
    if not parts or loose_end(parts) or len(parts) > 14:
        return None
    verb = verb_as(parts[0], Tag.S, Tag.PAST, Tag.BASE)
    if parts[0].lower() == "from":
        spoken = ["are", *parts]
    elif verb or parts[0].lower() in {"is", "was", "has", "had"}:
        spoken = [second_person_verb(parts[0]), *parts[1:]]
    else:
        return None
    place = parts[parts.index("from") + 1 :] if "from" in parts else []
    topic = place if place and plausible_noun_phrase(place) else _shared_topic(_after_be(parts))
    return idea(
        chunk,
        shape=Shape.SHARED,
        kind=PointKind.CONNECTION,
        topic=topic,
        shared=text_of(["you", *spoken, "too"]),
        sure=3,
        plain=True,
    )


def _after_be(parts: list[str]) -> list[str]:
    return parts[1:] if parts[0].lower() in {"is", "was", "are", "were", "has"} and len(parts) > 1 else parts


def _named(chunk: Chunk, rest: str, lead: str) -> Idea | None:
    """ "same school: UCLA", "fellow marathon runner"."""
    rest = rest.replace(" :", ",").replace(":", ",").strip(" ,")
    parts = shifted(rest.split(" "), chunk.scene, own=False)
    if not parts or not plausible_noun_phrase([p.rstrip(",") for p in parts]) or is_gerund(parts[0]):
        return None
    if lead == "fellow":
        return idea(
            chunk,
            shape=Shape.SHARED,
            kind=PointKind.CONNECTION,
            topic=with_article(parts),
            shared=text_of(["you", "are", "a", "fellow", *parts]),
            sure=1,
        )
    topic = ["the", "same", *parts]
    return idea(
        chunk,
        shape=Shape.SHARED,
        kind=PointKind.CONNECTION,
        topic=topic,
        shared=text_of(["we", "share", *topic]),
        sure=2,
        plain=True,
    )
