"""What happens next: meetings, references, presentations, decision dates, each named with its time behind it."""

import re
import tomllib
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.person import is_reader, shifted
from afterword.core.writing.notes.phrases import (
    is_number,
    is_plural,
    plausible_noun_phrase,
    text_of,
    with_article,
)
from afterword.core.writing.notes.tokens import lowered, tokens
from afterword.core.writing.notes.when import parted
from afterword.core.writing.words.articles import a_or_an

_LEAD = re.compile(
    r"^(?:(?:the )?next(?: step| steps| stage| up| round)?(?: is| are| =| :|:|=| -)|then|after that|(?:the )?process(?: is| =| :|:)|timeline(?: is| =| :|:)|(?:will|they will|i will|he will|she will) (?:have|be|do)\b)\s+",
    re.I,
)
_ASKED_FOR = re.compile(
    r"^(?:(?:they|he|she|you|hr|the client|client|also|will) )*(?:needs?|wants?|asked(?: me)? for|asks for|would like|to bring|bring(?: along)?|must bring|prepare|has to have|must have|to send|send|(?:I )?must send|I (?:have|need) to send)(?: (?:to see|me to (?:send|give|bring|do|prepare)))? ",
    re.I,
)
_DATE_BITS = re.compile(
    r"\b(by|on|next|this|in|before|within|week|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|august|september|october|november|december|thanksgiving|christmas|easter|tomorrow|\d{1,2}(?:st|nd|rd|th)?)\b",
    re.I,
)
_LIKELY = ", probably"
_SOMEONE = re.compile(r"(?:some(?:one|body)|people|a person|to)\b", re.I)
_DOER = re.compile(r"(?:you|he|she|they|we|I) ")
_AFTERTHOUGHT = re.compile(
    r"\s*\b(?:next|first|please|promised|if (?:all (?:is )?(?:ok|good|well)|yes|ok|hired|chosen)|fingers crossed)$"
)
#: How long a test takes is no time of a step.
_LENGTH = re.compile(
    r",?(?:^|(?<!\bin)(?<!\bof)(?<!\bwithin)(?<!\bafter)(?<!\bby)(?<!\bnext)(?<!\babout) )(?:about )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an|an) ?(?:min|mins|minutes|hours?|hrs?|days?|weeks?|months?)(?: max| long)?(?=$|,)|,? \d{1,2} ?- ?\d{1,2}(?=$|,)",
    re.I,
)
_LONGEST = 18  # words of a step with its time
_INDEFINITE = {
    "decision", "presentation", "panel", "meeting", "call", "test", "study", "assessment", "round", "interview", "check",
    "visit", "day", "conversation", "task", "exercise", "reply", "talk", "chat", "screen", "offer", "case",
}  # fmt: skip
#: Whom a step is with, where a note names nobody else ("panel next week, then CFO").
_OFFICERS = {
    "cfo",
    "ceo",
    "coo",
    "controller",
    "owner",
    "founder",
    "finance director",
    "managing director",
    "board",
    "treasurer",
}
_THE = {"board", "final", "last", "next", "second", "third"}


#: "start on 11 January", "can start 2 Feb if yes": when the user would begin; "start of the year" is none.
_STARTS = re.compile(
    r"(?:(?:I|would|could|can|will|to|job|they want me to|wants me to) )*(?:starts?|starting)(?: date)?(?: is)?(?: (?:on|in|by|next|early|mid|late|around|after|the|week|of))* "
    r"(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? ?\w*|week|month|\w+day|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2}(?:st|nd|rd|th)?)?)(?: if (?:yes|ok|all (?:ok|good|well)|hired|chosen|I get it))?",
    re.I,
)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("steps.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _acts() -> tuple[tuple["re.Pattern[str]", str], ...]:
    return tuple((re.compile(act["find"], re.I), act["name"]) for act in _table()["act"])


def looks_like_step(text: str) -> bool:
    """Whether a chunk of free text speaks of the hiring process."""
    if re.match(r"^(?:the )?next(?: step| steps| stage| up| round)?\s*(?:is|are|=|:)", text, re.I):
        return True
    if re.search(_table()["plain"], text, re.I) or _STARTS.fullmatch(text):
        return True
    return bool(re.search(_table()["dated"], text, re.I)) and bool(_DATE_BITS.search(text))


def step(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that names a next step, or None."""
    what, when = parted(_told(chunk))
    words = re.sub(rf"\b(with|from|by) (?={_table()['titles']})", r"\1 the ", what, flags=re.I).split(" ")
    if len(words) > 1 and is_reader(words[0], chunk.scene):
        words = ["you", *words[1:]]
    bare = _AFTERTHOUGHT.sub("", " ".join(words))
    wanted = _ASKED_FOR.sub("", bare)
    act = _named(bare) or _named(wanted)
    named = act or wanted
    if named.lower().removeprefix("the ") in _OFFICERS:
        named = act = f"a meeting with the {named.removeprefix('the ')}"
    parts = shifted(tokens(named.removesuffix(_LIKELY)), chunk.scene, own=True)
    if (
        not parts
        or _SOMEONE.match(named)
        or not (act or (plausible_noun_phrase(parts) and not _DOER.match(named)))
    ):
        return None
    if len(parts) < 2 and not when and not is_plural(parts) and named.lower() not in _INDEFINITE:
        return None
    topic = text_of(_articled(parts)).replace(" '", "'") + _LIKELY * named.endswith(_LIKELY)
    made = idea(chunk, shape=Shape.STEP, kind=PointKind.NEXT_STEP, topic=_articled(parts), sure=2, plain=True)
    topic = f"{topic} {when}".strip()
    return replace(made, topic=topic) if made and len(topic.split()) <= _LONGEST else None


def _told(chunk: Chunk) -> str:
    """The words of a chunk without what leads in and how long a test takes."""
    spoken = re.sub(r"(?<=[a-z]) n (?=[a-z\d])", " and ", " ".join(chunk.parts))
    spoken = re.sub(r"\b(call|chat|meeting|talk|interview) with (?:me|us)\b", r"\1", spoken)
    return _LENGTH.sub("", _LEAD.sub("", spoken)).strip(" :=,")


def acts(text: str) -> list[str]:
    """The acts of a note on the process, in their order: "a panel next week, then a case study"."""
    joint = rf"\bthen\b|(?<=\w) (?=meet (?:the|with)\b)|\band (?={_table()['next_act']})"
    return [part for part in re.split(joint, text) if part.strip()]


def at_time(before: Idea, text: str) -> Idea | None:
    """A step with its time, where the note tells it behind a comma: "then an offer, Monday 16"; how long it takes is left."""
    if _LENGTH.fullmatch(text):
        return before
    rest, when = parted(text)
    if rest or not when:
        return None
    dated = re.search(r"day$", before.topic) and when.startswith("on ")
    told = f"{before.topic}, {when.removeprefix('on ')}" if dated else f"{before.topic} {when}"
    return replace(before, topic=told)


def _named(text: str) -> str:
    """An act of the process as a noun phrase: "the trustees meet" -> "the trustees' meeting"; "" for other words."""
    for pattern, name in _acts():
        if found := pattern.fullmatch(text):
            told = {k: v or "" for k, v in found.groupdict().items()}
            if who := told.get("who"):
                told["who"] = _possessive(who)
            return name.format(**told)
    return ""


def _possessive(who: str) -> str:
    definite = who if re.match(r"(?:the|their|a) ", who, re.I) or who[:2].isupper() else f"the {who}"
    return f"{definite}'" if definite.endswith("s") else f"{definite}'s"


def _articled(parts: list[str]) -> list[str]:
    """A decision, a presentation; the board, the final interview; two references."""
    small = lowered(parts)
    at = small.index("and") if "and" in small[1:-1] else 0
    if at and (small[at + 1] in {"a", "an", "the", "my"} or is_number(small[at + 1])):
        return [*_articled(parts[:at]), *parts[at:]]
    if (
        re.fullmatch(r"\d+|two|three|four|five", small[0])
        or small[0] in {"your", "my", "the", "a", "an"}
        or small[0].endswith("'s")
    ):
        return parts
    head = with_article(parts)
    noun = next((p for p in small if p in _INDEFINITE), "")
    if not noun or is_plural(parts) or head[0].lower() in {"a", "an"} or "feedback" in small:
        return parts if "feedback" in small else head
    return ["the", *parts] if small[0] in _THE else [a_or_an(parts[0]), *parts]
