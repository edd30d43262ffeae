"""Question reports: "asked how I handle angry vendors", "she wanted to know what you would cut first"."""

import re
from dataclasses import replace

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.person import is_reader, shifted
from afterword.core.writing.notes.phrases import (
    is_gerund,
    loose_end,
    plausible_noun_phrase,
    text_of,
    with_article,
)
from afterword.core.writing.notes.tokens import lowered, tokens
from afterword.core.writing.words.lexicon import Tag, verb_as

_WH = {"whom", "how", "what", "which", "why", "where", "when", "who", "whether", "if"}
_ASK = re.compile(
    r"^(?:(?P<who>\w[\w'-]*) )?(?:also |then |again |even |really |mostly |first |kept )*"
    r"(?:asked|asks|asking|ask|quizzed|questioned|pressed|probed|wondered|(?:wanted|wants|curious|keen|interested) to (?:know|hear|understand|see)"
    r"|(?:(?:was|is|were) )?(?:curious|wondering|keen to (?:know|hear|understand)|interested(?: to (?:know|hear))?)|q\b|question\b|questions\b|good question|big question|tricky question|had a question|has a question)"
    r"(?: me| us| a lot| lots| quite a bit| again| specifically| mainly| twice)*(?: a (?:good |great |tricky |hard |tough )?question)?\s*[:=,-]?\s*(?P<about>about|on|abt|around|re|regarding)?\s*(?P<rest>.+)$",
    re.I,
)
_YES_NO = re.compile(
    r"^(?P<aux>have|had|do|would|could|can|should|are|am|was|will|did) (?:i|you) (?P<rest>.+)$", re.I
)
_INVERTED = re.compile(
    r"^(?P<wh>(?:how|what|which|why|where|when|who)\b(?: (?!do\b|would\b|did\b|have\b|are\b|am\b|can\b|could\b|will\b|should\b|was\b)[\w-]+){0,3}?) (?P<aux>do|would|did|have|can|could|will|should|are|am|was) (?P<subject>you|i) (?P<rest>.+)$",
    re.I,
)


def is_question(chunk: Chunk) -> bool:
    """Whether a chunk reports a question, however it may be put; what was asked is never told as a fact."""
    match = re.match(
        r"^(?:(?:he|she|they|\w+) )?(?:also |then )?(?:asked|quizzed|pressed)\b",
        text_of(list(chunk.parts)),
        re.I,
    )
    return match is not None


def asked(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that reports a question, or None."""
    text = text_of(list(chunk.parts))
    match = _ASK.match(text)
    if (
        match
        and (who := match["who"])
        and not (is_reader(who, chunk.scene) or who.lower() in {"they", "we", "also", "had", "and", "then"})
    ):
        match = None
    if match and not _own_wish(text):
        return _from_rest(chunk, match["rest"].strip(), about=bool(match["about"]))
    if chunk.kind is PointKind.QUESTION or _INVERTED.match(text) or _YES_NO.match(text):
        return _from_rest(chunk, text, about=False)
    return None


_WISH = re.compile(r"\b(?:wants? to (?:know|hear|understand|see)|ask anything)\b", re.I)


def _own_wish(text: str) -> bool:
    """ "wants to know which lanes lose money": what they want for the work; nothing in it is asked of me."""
    return bool(_WISH.search(text)) and not re.search(r"\b(?:I|me|my|you|your)\b", text, re.I)


def _from_rest(chunk: Chunk, rest: str, *, about: bool) -> Idea | None:
    rest = re.sub(r'["?]', "", rest).strip(" ,.:-")
    rest = re.sub(r",? (?:yes|yep|yeah|nope|sure|of course|tricky|fair)$", "", rest, flags=re.I)
    rest = re.sub(
        r"^me (?=(?:how|what|which|why|where|when|if|whether|about|have|had|would|could|can|should|am|do) )",
        "",
        rest,
    )
    words = rest.split()
    if not words:
        return None
    if words[0].lower() in {"me", "for", "to"}:
        return _request(chunk, words)
    if words[0].lower() in _WH or _YES_NO.match(rest):
        return _wh_question(chunk, rest)
    if about or chunk.kind is PointKind.QUESTION or len(words) > 1:
        return _about(chunk, rest)
    return None


def _question(chunk: Chunk, words: list[str], *, sure: int, whole: bool = False) -> Idea | None:
    """The idea of a question; ``whole`` says that its words are no noun phrase, so that nothing is cut from its focus."""
    return idea(
        chunk,
        shape=Shape.QUESTION,
        kind=PointKind.QUESTION,
        topic=words,
        focus=words if whole else None,
        question=text_of(words),
        sure=sure,
        plain=True,
    )


def _own_figure(parts: list[str], chunk: Chunk) -> Idea | None:
    """ "asked about the $145,000": a figure of the user's own results may be named bare."""
    digits = re.sub(r"\D", "", parts[-1])
    bare = parts[1:] if parts[0].lower() == "the" else parts
    if match := _MOVED.fullmatch(" ".join(bare)):
        both = {re.sub(r"\D", "", number) for number in match.groups()}
        known = {*chunk.scene.figures} | {number for number in both if len(number) < _CERTAIN}
        return (
            _question(chunk, ["how", "I", "got", "from", *bare], sure=2, whole=True)
            if both <= known
            else None
        )
    sized = len(bare) == 2 and bare[-1].lower() in {"million", "thousand", "billion"}
    digits = re.sub(r"\D", "", bare[0]) if sized else digits
    if (len(parts) > 2 and not sized) or len(digits) < 2 or digits not in chunk.scene.figures:
        return None
    return _question(chunk, ["the", *(bare if sized else parts[-1:])], sure=2)


#: "the 22 to 5": a result of the user's own, told by its two figures.
_MOVED = re.compile(
    r"([$€£]?\d[\d.,]*%?) to ([$€£]?\d[\d.,]*%?|two|three|four|five|six|seven|eight|nine|one)"
)
_CERTAIN = 2


_STEP_THINGS = {"references", "reference", "transcripts", "transcript", "availability", "samples", "sample", "form",
                "slides", "portfolio", "copy", "copies", "letter", "letters", "dates", "certificate", "certificates"}  # fmt: skip


_STRANDED = {"from", "for", "with", "about", "of", "to", "at", "on", "in", "by"}


def _stranded(parts: list[str]) -> bool:
    """ "what deal I would have walked away from": English leaves the preposition there."""
    return parts[0].lower() in {"what", "which", "who"} and len(parts) > 4 and parts[-1].lower() in _STRANDED


def _wh_question(chunk: Chunk, rest: str) -> Idea | None:
    spoken = _reported(rest)
    parts = shifted(tokens(spoken), chunk.scene, own=True) if spoken else None
    if not parts or (loose_end(parts) and not _stranded(parts)) or len(parts) > 22 or _awkward(parts):
        return None
    question = text_of(parts)
    if question.startswith("if "):
        question = "whether " + question[3:]
    return _question(chunk, tokens(question), sure=3, whole=True)


def _awkward(parts: list[str]) -> bool:
    return any(p.lower() in {"he", "she", "him", "her", "his", "they", "it"} for p in parts[1:2]) or any(
        p in {"he", "she", "him", "her", "his"} for p in parts
    )


def _reported(rest: str) -> str:
    """A direct question turned to a report in the first person: "what would you drop" -> "what I would drop"."""
    if match := _YES_NO.match(rest):
        aux = {"do": "", "did": "", "are": "am "}.get(match["aux"].lower(), match["aux"].lower() + " ")
        tail = _mine(match["rest"])
        return f"whether I {aux}{_told(tail) if match['aux'].lower() == 'did' else tail}"
    match = _INVERTED.match(rest)
    if match:
        aux = match["aux"].lower()
        subject_verb = {"do": "I", "did": "I", "are": "I am", "am": "I am", "was": "I was"}.get(
            aux, f"I {aux}"
        )
        tail = _mine(match["rest"])
        return f"{match['wh']} {subject_verb} {_told(tail) if aux == 'did' else tail}"
    if re.match(r"(?:how|what|which|why|where|when|who)\b(?: \w+)?$", rest):
        return ""
    return re.sub(r"\b(i)\b", "I", re.sub(r"\byour\b", "my", re.sub(r"\byou (?=\w)", "I ", rest)))


def _told(tail: str) -> str:
    """ "ever tell sales no" behind "did I": "ever told sales no"."""
    words = tail.split(" ")
    for index, word in enumerate(words):
        if (verb := verb_as(word, Tag.BASE)) is not None:
            return " ".join([*words[:index], verb.past, *words[index + 1 :]])
    return tail


def _mine(tail: str) -> str:
    """The rest of a direct question as the candidate reports it."""
    tail = re.sub(r"\byour\b", "my", re.sub(r"\byourself\b", "myself", tail))
    return re.sub(r"\bour\b", "your", tail)


_AND_HOW = re.compile(r"(.+?) and ((?:how|which|what|why|when|where|whether) .+)")


def _joint(thing: Idea | None, question: Idea | None) -> Idea | None:
    """ "asked about SOX and which controls I would drop": both, or the one that can be told."""
    if thing is None or question is None:
        return question or thing
    both = f"{thing.question} and {question.question}"
    return replace(question, topic=both, focus=thing.focus, question=both)


def _about(chunk: Chunk, rest: str) -> Idea | None:
    rest = re.sub(r"^(?:about|on|around|re|regarding|for) ", "", rest)
    if rest.split()[0].lower() in _WH:
        return _wh_question(chunk, rest)
    rest = re.sub(r" (?:ever|so far|before|again|too|also|yes/no|y/n)$", "", rest)
    if both := _AND_HOW.fullmatch(rest):
        return _joint(_about(chunk, both[1]), _wh_question(chunk, both[2]))
    parts = shifted(tokens(rest), chunk.scene, own=True)
    if not parts or parts[0].lower() in {"me", "if", "what"}:
        return None
    if (figure := _own_figure(parts, chunk)) is not None:
        return figure
    gerund = is_gerund(parts[0]) and len(parts) > 1 and not loose_end(parts)
    if not (gerund or plausible_noun_phrase(parts)):
        return None
    topic = parts if gerund else with_article(parts)
    return _question(chunk, topic, sure=3)


def _request(chunk: Chunk, words: list[str]) -> Idea | None:
    """ "asked me to walk through a variance", "asked for references"."""
    if words[0].lower() == "me" and len(words) > 1:
        words = words[1:]
    if words[0].lower() == "for":
        parts = shifted(tokens(" ".join(words[1:])), chunk.scene, own=True)
        if not parts or not plausible_noun_phrase(parts):
            return None
        if not _STEP_THINGS & set(lowered(parts)):
            return _about(chunk, " ".join(words[1:]))
        return idea(chunk, shape=Shape.STEP, kind=PointKind.NEXT_STEP, topic=with_article(parts), sure=1)
    parts = shifted(tokens(" ".join(words)), chunk.scene, own=True)
    dangling = bool(parts) and loose_end(parts or []) and "I" not in (parts or [])
    if not parts or words[0].lower() != "to" or dangling or len(parts) > 16:
        return None
    phrase = text_of(parts)
    return idea(
        chunk,
        shape=Shape.GIVEN,
        kind=PointKind.QUESTION,
        topic=["being", "asked", *parts],
        gerund=f"asking me {phrase}",
        sure=2,
        plain=True,
    )
