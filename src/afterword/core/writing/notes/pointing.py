"""Notes that point at the idea before: "wants one by March", "wants it per lane", "wants to get to six"."""

import re

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.phrases import PREPOSITIONS, is_gerund, is_number, loose_end, text_of
from afterword.core.writing.notes.tokens import tokens
from afterword.core.writing.words.lexicon import Tag, verb_as

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


def aimed_lower(chunk: Chunk, before: Idea | None) -> Idea | None:
    """ "31 bank accounts, wants to get to 12"; "close takes ten days … wants to get to six"."""
    match = _LOWER.match(text_of(list(chunk.parts)))
    if match is None or before is None or not is_number(match["m"]) or not before.topic:
        return None
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


def _counted(before: Idea) -> list[str]:
    """The counted things of an idea: "using three inboxes for invoices" -> three inboxes for invoices."""
    words = tokens(before.topic)
    while words and not is_number(words[0]):
        if not (words[0].lower() == "the" or is_gerund(words[0])):
            return []
        words = words[1:]
    return words if len(words) > 1 else []
