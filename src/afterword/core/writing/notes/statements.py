"""Facts told in the interview: clauses with a subject, verbs without one, and clipped notes that lost their verb."""

import re

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.clause import (
    Clause,
    find_clause,
)
from afterword.core.writing.notes.person import is_reader
from afterword.core.writing.notes.phrases import (
    PREPOSITIONS,
    is_gerund,
    is_number,
    is_plural,
    plausible_noun_phrase,
    with_article,
)
from afterword.core.writing.notes.pointing import to_bring
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.subjectless import lost_verb, subjectless
from afterword.core.writing.notes.subjects import from_clause, with_subject
from afterword.core.writing.notes.topics import PERIODS
from afterword.core.writing.notes.wholeness import whole
from afterword.core.writing.words.lexicon import Tag, verb_as
from afterword.core.writing.words.tagger import Pos, can_be

_PROCESSES = word_set("processes")
_PLACE_HELD = r"here|there|with the [a-z]+|in (?:the |this )?(?:role|seat|job|post|firm|company)|at \S+"
_TENURE = re.compile(
    rf"^(?:(?:has|have|had) )?(?P<been>been )?(?:(?P<at>{_PLACE_HELD}) )?(?:for )?(?:about |over |nearly |almost )?"
    rf"(?:(?P<n>[\w.]+) (?P<unit>years?|months?)|since (?P<since>\d{{4}}))(?: (?P<where>{_PLACE_HELD}))?$",
    re.I,
)


def stated(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that states something, or None."""
    parts = list(chunk.parts)
    if not parts:
        return None
    return (
        _tenure(chunk)
        or _aim(chunk)
        or _clipped(chunk)
        or _unhelped(chunk)
        or subjectless(chunk, parts)
        or with_subject(chunk, parts)
    )


def _tenure(chunk: Chunk) -> Idea | None:
    """ "11 years there", "been in the role 4 months", "there since 2009": how long the reader has been there."""
    words = list(chunk.parts)
    if words and is_reader(words[0], chunk.scene):
        words = words[1:]
    match = _TENURE.match(" ".join(whole(words)))
    place = (match["where"] or match["at"] or "") if match else ""
    if match is None or not (place or match["been"]) or (match["n"] and not is_number(match["n"])):
        return None
    where = (
        ["in", "the", "role"]
        if place.startswith("in") and place.endswith(("role", "seat", "job", "post"))
        else ["with", chunk.scene.company]
    )
    time = ["since", match["since"]] if match["since"] else ["for", match["n"], match["unit"]]
    topic = (
        ["your", "time", *where]
        if match["since"]
        else ["your", match["n"], match["unit"], *(where if where[0] == "in" else ["with", "the", "company"])]
    )
    return idea(
        chunk,
        shape=Shape.YOU,
        kind=PointKind.TEAM,
        topic=topic,
        clause=["you", "have", "been", *where, *time],
        sure=3,
        plain=True,
    )


_GONE = re.compile(
    r"\b(?:until last|last (?:year|month|week|quarter|spring|summer|autumn|fall|winter)|ago|before the)\b"
)
#: What is named so is over: "her first job also at a mall landlord".
_ONCE = re.compile(r"\b(?:first|last|old|former|previous) (?:job|boss|role|post|employer|manager)\b")
_AIM = re.compile(
    r"^(?P<what>[\w&' -]+?) (?:is |at |of )?(?P<n>[$€£]?\d\S*(?: (?:days|weeks|hours))?)(?: (?:and )?(?:they |he |she )?wants?(?: (?:it|to be|to get to))?(?: (?:at|to|under|below))?) (?P<m>[$€£]?\d\S*)$",
    re.I,
)


def _aim(chunk: Chunk) -> Idea | None:
    """ "DSO 58 want 45": the aim is to bring it there."""
    match = _AIM.match(" ".join(chunk.parts))
    if match is None or not plausible_noun_phrase(match["what"].split()):
        return None
    what = with_article(match["what"].split())
    move = [*what, "from", *match["n"].split(), "to", match["m"]]
    return to_bring(chunk, what, move, kind=PointKind.CHALLENGE)


def _clipped(chunk: Chunk) -> Idea | None:
    """ "close 9 days", "forecast two weeks because of 19 tabs": the process takes that long."""
    parts = list(chunk.parts)
    for index in range(1, len(parts) - 1):
        if (
            is_number(parts[index])
            and parts[index + 1].lower() in PERIODS
            and parts[index - 1].lower() in _PROCESSES
        ):
            subject = parts[:index]
            if not plausible_noun_phrase(subject):
                return None
            verb = "take" if is_plural(subject) else "takes"
            rest = [*parts[index:]]
            return from_clause(chunk, Clause(tuple(subject), (), verb, tuple(rest)))
    return None


def _loose_count(subject: list[str]) -> bool:
    """ "busy season 58 hours": a count thumbed behind its noun makes no subject."""
    return any(is_number(subject[i]) and subject[i - 1].islower() and subject[i - 1].isalpha() and can_be(subject[i - 1].lower()) & {Pos.NOUN, Pos.NOUNS} and subject[i - 1].lower() not in PREPOSITIONS for i in range(1, len(subject)))  # fmt: skip


def _unhelped(chunk: Chunk) -> Idea | None:
    """A clause whose "is" was left out: "restricted funds tracked in six spreadsheets", "documents all from 2019"."""
    parts = list(chunk.parts)
    for index in range(1, len(parts)):
        if not lost_verb(parts, index):
            continue
        subject = parts[:index]
        adverbs: list[str] = []
        while len(subject) > 1 and subject[-1].lower() in {
            "still",
            "now",
            "all",
            "mostly",
            "only",
            "just",
            "always",
            "often",
            "never",
        }:
            adverbs.insert(0, subject.pop())
        if (
            find_clause(subject)
            or {"is", "are", "was", "were"} & {p.lower() for p in parts[index:]}
            or _loose_count(subject)
            or (len(subject) > 1 and verb_as(subject[0], Tag.PAST) and is_number(subject[1]))
            or not plausible_noun_phrase(subject)
            or subject[0].lower() in {"they", "we", "he", "she", "i"}
            or (is_gerund(subject[0]) and len(subject) == 1)
        ):
            return None
        past = bool(_GONE.search(" ".join(parts[index:]).lower()) or _ONCE.search(" ".join(subject).lower()))
        verb = ("were" if past else "are") if is_plural(subject) else ("was" if past else "is")
        return from_clause(chunk, Clause(tuple(subject), (), verb, (*adverbs, *parts[index:])))
    return None
