"""What happens next: meetings, references, presentations, decision dates."""

import re

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.person import shifted
from afterword.core.writing.notes.phrases import is_plural, plausible_noun_phrase, with_article
from afterword.core.writing.notes.tokens import lowered, tokens
from afterword.core.writing.words.articles import a_or_an

_LEAD = re.compile(
    r"^(?:(?:the )?next(?: step| steps| stage| up| round)?(?: is| are| =| :|:|=| -)|then|after that|(?:the )?process(?: is| =| :|:)|timeline(?: is| =| :|:)|(?:will|they will|i will|he will|she will) (?:have|be|do|meet))\s+",
    re.I,
)
_STEP_WORDS = re.compile(
    r"\b(decision|decide[sd]?|deciding|hear(?:ing)? (?:back|by|from)|let (?:me|us) know|references?|presentation|second round|third round|final round|next round|next step|next interview|panel|case study|written test|excel test|assessment|background check|offer by|offer stage|lunch interview|trial shift|second interview|third interview|background check then|board(?! (?:deck|pack|report|paper|book|slides))|meeting with|meet the|meet with|call with|site visit|follow-up (?:call|interview)|shadow day|trial day|take-home)\b",
    re.I,
)
_DATE_BITS = re.compile(
    r"\b(by|on|next|this|in|before|week|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}(?:st|nd|rd|th)?)\b",
    re.I,
)
_INDEFINITE = {
    "decision",
    "presentation",
    "panel",
    "meeting",
    "call",
    "test",
    "study",
    "assessment",
    "round",
    "interview",
    "check",
    "visit",
    "day",
    "conversation",
    "task",
    "exercise",
}


def looks_like_step(text: str) -> bool:
    """Whether a chunk of free text speaks of the hiring process."""
    if re.match(r"^(?:the )?next(?: step| steps| stage| up| round)?\s*(?:is|are|=|:)", text, re.I):
        return True
    return bool(_STEP_WORDS.search(text)) and bool(_DATE_BITS.search(text))


def step(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that names a next step, or None."""
    text = " ".join(chunk.parts)
    text = re.sub(
        r"^(?:(?:i|they|we|he|she) )?(?:will |to )?meet(?:ing)? (?:with )?(?=\w)",
        "a meeting with ",
        text,
        flags=re.I,
    )
    text = _LEAD.sub("", text).strip(" :=")
    text = re.sub(
        r"^(?:(?:he|she|they|you|i) )?(?:needs?|wants?|asked for|will need|has to have|must have|must send|to send)(?: me to (?:send|give|bring|do))? ",
        "",
        text,
        flags=re.I,
    )
    text = re.sub(
        r"\bdecide[sd]? (by|on|in|next|this)\b",
        r"a decision \1",
        re.sub(r"^(?:they|we|he|she|will|should|to)\s+(?=decide)", "", text),
        flags=re.I,
    )
    text = re.sub(
        r"^(?:i )?(?:will |should )?(?:hear(?:ing)?(?: back| from (?:them|her|him))?) (?=by|on|in|next|this)",
        "a reply ",
        text,
        flags=re.I,
    )
    text = re.sub(r"\s*\b(?:next|first)$", "", text)
    text = re.sub(
        r"^(?:(?:he|she|they) )?(?:will |would )?(?:lets?|letting) (?:me|us) know (?=by|on|in|next|this)",
        "a reply ",
        text,
        flags=re.I,
    )
    text = re.sub(r"^(?:i )?hears? (?=by|on|next|this)", "a reply ", text, flags=re.I)
    text = re.sub(
        r"\b(decision|presentation|board|panel|references|call|meeting) (?=\d{1,2}(?:st|nd|rd|th)? [A-Z]|[A-Z]\w+day\b)",
        r"\1 on ",
        text,
    )
    text = re.sub(r"\bon (\w+day) on (?=\d|[A-Z])", r"on \1, ", text)
    text = re.sub(
        r"(?<=[a-z])(?<! in)(?<! for)(?<! within)(?<! of)(?<! by)(?<! about) (?:\d+|one|two|three|four|five|six|seven|eight|nine) (?:days?|weeks?|hours?|minutes?)$",
        "",
        text,
    )
    parts = shifted(tokens(text), chunk.scene, own=True)
    if not parts or not plausible_noun_phrase(parts) or len(parts) > 12 or "offer" in lowered(parts):
        return None
    return idea(chunk, shape=Shape.STEP, kind=PointKind.NEXT_STEP, topic=_articled(parts), sure=2)


def _articled(parts: list[str]) -> list[str]:
    """A decision, a presentation; the board, the references."""
    head = with_article(parts)
    if head[0] == "the" and parts[0].lower() != "the" and not is_plural(parts):
        noun = next((p for p in lowered(parts) if p in _INDEFINITE), "")
        if noun and parts[0].lower() not in {"board", "final", "second", "third", "next"}:
            return [a_or_an(parts[0]), *parts]
    return head
