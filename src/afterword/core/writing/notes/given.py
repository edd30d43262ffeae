"""What the reader did for the user: showed, told, offered, explained, walked through."""

import re
from dataclasses import replace

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.clause import find_clause
from afterword.core.writing.notes.face import face_threatening
from afterword.core.writing.notes.person import is_reader, shifted
from afterword.core.writing.notes.phrases import (
    DETERMINERS,
    PREPOSITIONS,
    is_plural,
    loose_end,
    plausible_noun_phrase,
    text_of,
    with_article,
)
from afterword.core.writing.notes.tokens import tokens
from afterword.core.writing.notes.topics import object_of
from afterword.core.writing.words.articles import a_or_an
from afterword.core.writing.words.lexicon import Tag, verb_as
from afterword.core.writing.words.tagger import Pos, can_be

_DID = re.compile(
    r"^(?:(?P<who>\w[\w'-]*) )?(?:also |then |even |kindly |really )*(?P<verb>showed|walked|gave|introduced|took|sent|drew|lent|told|talked|invited|bought|made|let|offered|shared|explained|described|recommended|suggested|taught|drove|pitched|emailed)\s+(?P<rest>.+)$",
    re.I,
)
_NEEDS_ME = {
    "showed",
    "walked",
    "gave",
    "introduced",
    "took",
    "sent",
    "lent",
    "told",
    "talked",
    "invited",
    "bought",
    "made",
    "let",
    "taught",
    "drove",
    "pitched",
    "emailed",
}
_OPEN_ABOUT = re.compile(
    r"^(?:(?P<who>\w[\w'-]*) )?(?:was|is|were|had been|has been)?\s*(?:very |really |so |quite |pretty )?(?P<how>open|honest|frank|clear|generous|candid|helpful|kind|patient|encouraging|great|good|brilliant|excellent|interesting|fascinating|superb)\s+(?P<rest>(?:about|on|with|in)\b.+)$",
    re.I,
)
_OFFERED = re.compile(
    r"^(?P<what>(?:[\w-]+ ){0,3}(?:tour|lunch|ride|visit|coffee|walk|introduction|intro|seat|demo)) (?:was |is )?(?:offered|promised)(?: to me)?$",
    re.I,
)
_TALKED = re.compile(
    r"^(?:(?:we|he|she|they|i)\s+)?(?:is |was |are |were )?(?:also |then |even |both |had a (?:good |long |nice |great |quick )?)*(?:talked|talk|spoke|chatted|chat|discussed|discussion|conversation|went over|went through|covered|mentioned|mentions|bonded|got on(?: well)?|clicked|connected|laughed|geeked out|compared notes|joked|talking|raved|excited|worried|enthusiastic|curious)\s*(?:a lot |briefly |at length |for a while |a bit |mostly |together )*(?:about|on|over|re|of|that)?\s+(?P<rest>.+)$",
    re.I,
)


def given(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that reports a kindness of the reader, or None."""
    text = text_of(list(chunk.parts))
    if (match := _OFFERED.match(text)) and plausible_noun_phrase(match["what"].split(" ")):
        return _offered(chunk, match["what"].split(" "))
    if match := _OPEN_ABOUT.match(text):
        return _open_about(chunk, match)
    match = _DID.match(text)
    return (
        None if match is None or (match["who"] and not _reader(match["who"], chunk)) else _did(chunk, match)
    )


def _did(chunk: Chunk, match: "re.Match[str]") -> Idea | None:
    """What the reader showed, told or let the user do."""
    verb, rest = match["verb"].lower(), match["rest"]
    to_me = re.match(r"(?:me|us)\b\s*", rest, re.I)
    if (verb in _NEEDS_ME and not to_me) or (verb == "let" and " know " in f" {rest} "):
        return None
    if verb in {"shared", "recommended"} and not match["who"] and _bare_noun(rest.split(" ")[0]):
        return None
    parts = shifted(rest.split(" "), chunk.scene, own=True)
    base = verb_as(verb, Tag.PAST)
    parts = _first_question(parts or [])
    if verb == "let":
        return _allowed(chunk, parts)
    if not parts or loose_end(parts) or base is None or len(parts) > 18:
        return None
    if {p.lower() for p in parts} & {"it", "that"} and len(parts) < 4:
        return None
    if {p.lower() for p in parts[1:2]} & {"that", "he", "she", "they", "it"}:
        return None
    topic = _object(parts)
    if topic is None:
        return _explained(chunk, base.ing, parts)
    return idea(
        chunk,
        shape=Shape.GIVEN,
        kind=PointKind.PROJECT,
        topic=topic,
        gerund=text_of([base.ing, *parts]),
        sure=3,
    )


_TO_SHOW = re.compile(
    r"(?:(?:he|she|they) )?(?:also |even |kindly )*(?:offered to|will|would|is going to|said (?:he|she|they) would) show (?:me|it to me|me how|them to me|me some time)",
    re.I,
)


def shown_later(before: Idea, text: str) -> Idea | None:
    """ "tests journals in Python, offered to show me": the offer told together with what is to be shown."""
    if (
        before.shape is not Shape.YOU
        or before.kind is PointKind.PERSONAL
        or not before.clause.startswith("you ")
        or not _TO_SHOW.fullmatch(text)
    ):
        return None
    how = re.sub(r"\byourself\b ?", "", before.clause).strip()
    return replace(before, shape=Shape.GIVEN, clause="", gerund=f"offering to show me how {how}")


def _offered(chunk: Chunk, what: list[str]) -> Idea | None:
    """ "plant tour offered": the tour the user was offered."""
    an = what if what[0].lower() in DETERMINERS or is_plural(what) else [a_or_an(what[0]), *what]
    gerund = text_of(["offering", "me", *an])
    return idea(
        chunk, shape=Shape.GIVEN, kind=PointKind.CONNECTION, topic=with_article(what), gerund=gerund, sure=2
    )


#: What one lets oneself do, or asks to be told: no kindness of the reader's.
_OWN_DOING = {"know", "think", "see", "say", "check", "remember", "finish", "add", "note", "down", "go", "be"}


def _allowed(chunk: Chunk, parts: list[str]) -> Idea | None:
    """ "let me sit in on the pricing call", "let me try the new dashboard": the thing the user was let at."""
    rest = parts[1:]
    base = verb_as(rest[0], Tag.BASE) if rest else None
    if base is None or rest[0].lower() in _OWN_DOING or loose_end(parts) or len(parts) > _LONGEST:
        return None
    behind = rest[1:]
    while behind and behind[0].lower() in PREPOSITIONS | {"in", "out", "around"}:
        behind = behind[1:]
    thing = object_of(behind, verb=rest[0])
    telling = len(thing) > 2 and thing[-1].lower() not in {"call", "meeting"}
    topic = thing if telling else [base.ing, *rest[1:]]
    gerund = text_of(["letting", *parts])
    return idea(
        chunk,
        shape=Shape.GIVEN,
        kind=PointKind.PROJECT,
        topic=topic,
        gerund=gerund,
        sure=3,
        plain=not telling,
    )


_LONGEST = 14


def _bare_noun(word: str) -> bool:
    """Whether a word without an article can only be a noun ("shared service centre")."""
    can = can_be(word.lower())
    return word.islower() and bool(can & {Pos.NOUN, Pos.NOUNS}) and not can & {Pos.ADVERB, Pos.PREPOSITION}


def _first_question(parts: list[str]) -> list[str]:
    """ "how the team applies cash and why that has to change": the first of two."""
    for index in range(2, len(parts) - 1):
        if parts[index].lower() == "and" and parts[index + 1].lower() in {
            "how",
            "why",
            "what",
            "where",
            "that",
        }:
            return parts[:index]
    return parts


def _explained(chunk: Chunk, verb: str, parts: list[str]) -> Idea | None:
    """ "explained how the three-way match works": the clause is the topic, or only its subject when it names a failing."""
    rest = parts[1:] if parts[0].lower() in {"me", "us"} else parts
    if not rest or rest[0].lower() not in {"how", "why", "what", "where"} or len(rest) < 3:
        return None
    if face_threatening(text_of(rest), chunk.kind):
        clause = find_clause(rest[1:])
        subject = list(clause.subject) if clause else []
        return (
            idea(chunk, shape=Shape.THING, kind=PointKind.CHALLENGE, topic=with_article(subject), sure=1)
            if subject
            else None
        )
    return idea(
        chunk,
        shape=Shape.GIVEN,
        kind=PointKind.CHALLENGE,
        topic=rest,
        gerund=text_of([verb, *parts]),
        sure=3,
        plain=True,
    )


def _reader(who: str, chunk: Chunk) -> bool:
    return is_reader(who, chunk.scene) or who.lower() == "they"


def _object(parts: list[str]) -> list[str] | None:
    """What was shown or told: the noun phrase after "me", "me about", "me through"."""
    rest = list(parts[1:] if parts[0].lower() in {"me", "us"} and parts[1:2] == ["to"] else parts)
    if len(rest) > 2 and rest[0].lower() == "to" and verb_as(rest[1], Tag.BASE):
        rest = rest[2:]
    for lead in (
        {"me", "us"},
        {"about", "through", "around", "round", "to", "for", "on", "past", "over", "across"},
    ):
        if rest and rest[0].lower() in lead:
            rest = rest[1:]
    if rest and rest[0].lower() in {"how", "why", "what", "where"}:
        return None
    done = verb_as(rest[0], Tag.BASE) if len(rest) > 1 and parts[0].lower() == "me" else None
    if done is not None and not done.nounlike:
        rest = rest[2:] if rest[1].lower() in {"to", "in", "on", "at", "with", "into"} else rest[1:]
    return with_article(rest) if rest and plausible_noun_phrase(rest) else None


#: Said of a talk on a subject; nobody is thanked for being brilliant.
_PRAISE = {"great", "good", "brilliant", "excellent", "interesting", "fascinating", "superb"}


def _open_about(chunk: Chunk, match: "re.Match[str]") -> Idea | None:
    if (
        match["who"]
        and not _reader(match["who"], chunk)
        and match["who"].lower() not in {"very", "so", "really"}
    ):
        return None
    parts = shifted(match["rest"].split(" "), chunk.scene, own=True)
    if not parts or loose_end(parts):
        return None
    topic = with_article(parts[1:])
    if not plausible_noun_phrase(topic):
        return None
    if match["how"].lower() in _PRAISE:
        return idea(chunk, shape=Shape.THING, kind=PointKind.PROJECT, topic=topic, sure=2)
    return idea(
        chunk,
        shape=Shape.GIVEN,
        kind=PointKind.CONNECTION,
        topic=topic,
        gerund=f"being so {match['how'].lower()} {text_of([parts[0], *topic])}",
        sure=3,
    )


def talked(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that names what was talked about, or None."""
    words = list(chunk.parts)
    named = len(words) > 2 and is_reader(words[0], chunk.scene)
    match = _TALKED.match(text_of(words[1:] if named else words))
    if match is None:
        return None
    parts = shifted(tokens(match["rest"].split(",")[0]), chunk.scene, own=False)
    if not parts or not plausible_noun_phrase(parts):
        return None
    return idea(chunk, shape=Shape.THING, kind=PointKind.CONNECTION, topic=with_article(parts), sure=2)
