"""What the user said they would do: "I promised to send my DSO template by Friday", "told him I'd share the deck"."""

import re

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.person import shifted
from afterword.core.writing.notes.phrases import loose_end, plausible_noun_phrase, text_of, with_article
from afterword.core.writing.notes.tokens import tokens
from afterword.core.writing.notes.topics import stands

_ACTS = r"send|share|email|e-mail|forward|bring|write|call|put|draft|show|introduce|look|check|pass|provide|confirm|find|get|mail"
_PROMISED = re.compile(
    r"^(?:I (?:also )?(?:promised|agreed|offered|volunteered|will|should|am going to|am to|need to|have to|must)|(?:also )?(?:promised|need to|have to|must)"
    r"|(?:I )?(?:said|told (?:her|him|them|you|\w+)) (?:that )?I (?:would|will)|I owe (?:her|him|them|you))"
    rf"(?: (?:her|him|them|you))?(?: to| (?:that )?I (?:would|will))?(?: also)? (?P<act>{_ACTS})\b(?: (?P<whom>her|him|them|you|over))? ?(?P<what>(?!me\b|us\b).+)$",
    re.I,
)
#: "I promised the migration checklist": what is promised is sent.
_PROMISED_THING = re.compile(
    r"^I (?:also )?promised (?:(?:her|him|them|you) )?(?P<what>(?!to\b|that\b|I\b|not\b|me\b).+)$", re.I
)
_TO_WHOM = {"send", "e-mail", "forward", "show", "bring", "write", "mail"}
_TIME = re.compile(
    r"\s+(?P<time>(?:by|on|before|this|next|tomorrow|today|tonight|after|early|first thing)\b.*)$", re.I
)
_TO_READER = re.compile(r"\s+(?:to|for|over to) (?:her|him|them|you)\b", re.I)


def promised(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that tells a promise of the user, or None."""
    text = text_of(list(chunk.parts))
    match = _PROMISED.match(text) or _PROMISED_THING.match(text)
    if match is None:
        return None
    said = (match.groupdict().get("act") or "send").lower()
    act = {"mail": "send"}.get(said, said)
    what = _TO_READER.sub("", match["what"])
    time = _TIME.search(what)
    thing = shifted(tokens(what[: time.start()] if time else what), chunk.scene, own=True)
    if not thing or loose_end(thing) or not plausible_noun_phrase(thing) or not stands(with_article(thing)):
        return None
    thing = with_article(thing)
    whom = ["you"] if act in _TO_WHOM else []
    after = [] if whom else ["with", "you"] if act == "share" else []
    when = tokens(time["time"]) if time else []
    return idea(
        chunk,
        shape=Shape.PROMISE,
        kind=PointKind.NEXT_STEP,
        topic=thing,
        promise=text_of([act, *whom, *thing, *after, *when]),
        sure=3,
        plain=True,
    )
