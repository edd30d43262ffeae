"""Notes that point at the idea before: "wants one by March", "wants it per lane", "wants to get to six"."""

import re

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.joints import in_words
from afterword.core.writing.notes.phrases import (
    PREPOSITIONS,
    is_gerund,
    is_number,
    loose_end,
    plausible_noun_phrase,
    text_of,
)
from afterword.core.writing.notes.tokens import tokens
from afterword.core.writing.words.lexicon import Tag, verb_as
from afterword.core.writing.words.numerals import words_between

_POINTING = re.compile(
    r"^(?:(?:he|she|they|\w+) )?(?:wants?|would like|hoping for|needs?|looking for)(?: to (?:get to|have|be at))? (?P<what>one|it|them|this|that|fewer|less)(?: (?P<tail>.+))?$",
    re.I,
)


def pointing_back(chunk: Chunk, before: Idea | None) -> Idea | None:
    """ "wants one by March", "wants it per lane": what "one" and "it" stand for is the idea before."""
    match = _POINTING.match(text_of(list(chunk.parts)))
    if match is None or before is None or not before.topic:
        return None
    what, tail = match["what"].lower(), match["tail"] or ""
    tail_words = tokens(tail)
    if tail_words and (
        loose_end(tail_words) or tail_words[0].lower() not in PREPOSITIONS | {"next", "this", "per"}
    ):
        return None
    counted = _counted(before)
    if what == "one" and counted:
        spoken = ["from", *counted, "to", "one", *tail_words]
        return idea(
            chunk,
            shape=Shape.WANT,
            kind=before.kind,
            topic=["the", "move", *spoken],
            focus=["the", "move", "to", "one"],
            clause=["you", "want", "to", "go", *spoken],
            want=text_of(["to", "go", *spoken]),
            sure=3,
        )
    if what in {"it", "them", "this", "that"} and _stands_for(before, chunk, tail_words):
        named = [*tokens(before.focus), *tail_words]
        return idea(
            chunk, shape=Shape.WANT, kind=before.kind, topic=named, focus=tokens(before.focus),
            clause=["you", "want", *named], want=text_of(named), sure=3,
        )  # fmt: skip
    return None


def _stands_for(before: Idea, chunk: Chunk, tail: list[str]) -> bool:
    """Whether "it" in this chunk can only mean the idea before: same sentence, and something said of it."""
    return bool(tail and before.focus) and before.raw == chunk.raw and not verb_as(tail[0], Tag.BASE)


_LOWER = re.compile(r"^(?:(?:he|she|they|\w+) )?(?:wants?|would like|hoping|aiming)(?: (?:it|this|that|them))?(?: to)? (?:get|be|go|come|bring it|cut it|cut|down|at)?(?: down)? ?(?:to|under|below|at) (?P<m>\S+)(?P<tail>(?: (?:days?|weeks?|months?|hours?))?(?: (?:by|in|this|next|before) .+)?)$", re.I)  # fmt: skip


_DOWN_TO = re.compile(
    r"^(?:(?:he|she|they|\w+) )?wants? (?:it|them|that|those|these) (?:brought |cut |got )?down to (?P<what>\S+ \S.*)$",
    re.I,
)


def _down_to(chunk: Chunk) -> Idea | None:
    """ "wants them down to 60 accounts": the aim says by itself of what."""
    match = _DOWN_TO.match(text_of(list(chunk.parts)))
    what = match["what"].split() if match else []
    if not what or not is_number(what[0]) or not plausible_noun_phrase(what):
        return None
    want = ["to", "get", "down", "to", *what]
    return idea(
        chunk, shape=Shape.WANT, kind=PointKind.PROJECT, topic=["getting", *want[2:]], clause=["you", "want", *want],
        want=text_of(want), sure=2, plain=True,
    )  # fmt: skip


def aimed_lower(chunk: Chunk, before: Idea | None) -> Idea | None:
    """ "31 bank accounts, wants to get to 12"; "close takes ten days … wants to get to six"."""
    text = text_of(list(chunk.parts))
    match = _LOWER.match(text) or _BARE.match(text)
    if match is None or before is None or not is_number(match["m"]) or not before.topic:
        return _down_to(chunk)
    if not _counted(before) and (brought := _brought(chunk, before, match)):
        return brought
    tail = match["tail"].split()
    counted = _counted(before)
    if counted:
        spoken = ["from", *counted, "to", match["m"], *tail]
        return idea(
            chunk,
            shape=Shape.WANT,
            kind=PointKind.PROJECT,
            topic=["the", "move", *spoken],
            clause=["you", "want", "to", "go", *spoken],
            want=text_of(["to", "go", *spoken]),
            sure=3,
        )
    lasting = re.search(r"\b(?:takes?|is|are) \S+ (days|weeks|months|hours)\b", before.clause)
    if lasting and before.focus:
        unit = [] if tail and tail[0] in {"days", "weeks", "months", "hours"} else [lasting[1]]
        spoken = [*tokens(before.focus), "to", match["m"], *unit, *tail]
        return idea(
            chunk,
            shape=Shape.WANT,
            kind=PointKind.PROJECT,
            topic=["getting", *spoken],
            focus=tokens(before.focus),
            clause=["you", "want", "to", "get", *spoken],
            want=text_of(["to", "get", *spoken]),
            sure=3,
            plain=True,
        )
    return None


_UNITS = {
    "pp": "pages", "pgs": "pages", "pg": "pages", "pages": "pages", "page": "pages", "slides": "slides", "tabs": "tabs", "steps": "steps",
    "lines": "lines", "d": "days", "days": "days", "wks": "weeks", "weeks": "weeks", "hrs": "hours", "hours": "hours", "months": "months",
    "mths": "months", "mins": "minutes", "minutes": "minutes", "reports": "reports", "fields": "fields", "sheets": "sheets",
}  # fmt: skip
_NUMBERS = "|".join(words_between(2, 12))
_BARE = re.compile(
    rf"^(?:(?:he|she|they|\w+) )?(?:wants?|would like|hopes? for|aims? for)(?: (?:it|this|that|them))?(?: (?:down to|to be|to|at|under|below|only|by))? (?P<m>\d+(?:[.,]\d+)*%?|one|{_NUMBERS})"
    r"(?: (?:pages?|slides|tabs|steps|lines|days?|weeks?|hours?|months|minutes))?(?P<tail>(?: (?:by|in|this|next|before) .+)?)$",
    re.I,
)
_MEASURE = re.compile(
    rf"(?:\bday (?P<day>\d{{1,2}})\b|(?P<n>\d+(?:[.,]\d+)*|\b(?:{_NUMBERS})) ?(?P<unit>{'|'.join(_UNITS)}|pct\b|percent\b|%)(?![a-z]))",
    re.I,
)


def _brought(chunk: Chunk, before: Idea, match: "re.Match[str]") -> Idea | None:
    """ "board pack 74 pages, wants 10": what was measured is to be brought there."""
    told = before.raw if before.raw != chunk.raw else re.split(r"\bwants?\b", chunk.raw, maxsplit=1)[0]
    focus = tokens(before.focus)
    found = list(_MEASURE.finditer(told))
    bare = (
        re.search(rf"\b{re.escape(focus[-1])} (?:is |at |of )?(\d+(?:[.,]\d+)*)\s*(?:[,.;]|$)", told, re.I)
        if focus
        else None
    )
    if not focus or not (found or bare):
        return None
    move = (
        _from_to(found[-1], match["m"])
        if found
        else in_words(["from", bare[1] if bare else "", "to", match["m"]])
    )
    spoken = [*focus, *move, *match["tail"].split()]
    return to_bring(chunk, focus, spoken, kind=PointKind.PROJECT)


def to_bring(chunk: Chunk, what: list[str], spoken: list[str], *, kind: PointKind) -> Idea | None:
    """The wish to bring a thing from one figure to another; ``spoken`` is the thing with its figures."""
    return idea(
        chunk,
        shape=Shape.WANT,
        kind=kind,
        topic=["bringing", *spoken],
        focus=what,
        clause=["you", "want", "to", "bring", *spoken],
        want=text_of(["to", "bring", *spoken]),
        sure=3,
        plain=True,
    )


def _from_to(measure: "re.Match[str]", aim: str) -> list[str]:
    if measure["day"]:
        return in_words(["from", "day", measure["day"], "to", "day", aim])
    if measure["unit"].lower() in {"pct", "percent", "%"}:
        return ["from", f"{measure['n']}%", "to", f"{aim.rstrip('%')}%"]
    return in_words(["from", measure["n"], _UNITS[measure["unit"].lower()], "to", aim])


def _counted(before: Idea) -> list[str]:
    """The counted things of an idea: "using three inboxes for invoices" -> three inboxes for invoices."""
    words = tokens(before.topic)
    while words and not is_number(words[0]):
        if not (words[0].lower() == "the" or is_gerund(words[0])):
            return []
        words = words[1:]
    return words if len(words) > 1 else []
