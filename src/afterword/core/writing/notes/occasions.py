"""What somebody runs, hosts or teaches, with the article its name was thumbed without: "teaches excel lunch weds"."""

from afterword.core.writing.notes.phrases import PREPOSITIONS, plausible_noun_phrase
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.words.articles import a_or_an
from afterword.core.writing.words.lexicon import Tag, verb_as
from afterword.core.writing.words.tagger import Pos, can_be

_HELD = word_set("occasions")
_KEPT = word_set("kept_papers")
_HOLDING = {"run", "host", "teach", "lead", "chair", "organise", "organize", "hold", "coach", "give"}
_KEEPING = {"send", "write", "edit", "keep", "maintain", "draft", "prepare", "run", "lead", "chair"}
_WHEN = {"every", "each", "twice", "once", "on", "weekly", "monthly"}
_WEEKDAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
_LONGEST = 5


def occasion(verb: str, rest: list[str]) -> list[str]:
    """What follows a verb, with "a" before an occasion held again and again, "the" before a paper kept.

    "run", "audit week every July" -> "an audit week every July"; whatever has its article stays as it is.
    """
    found = verb_as(verb, Tag.S, Tag.BASE)
    base = found.base if found else ""
    end = next((i for i, p in enumerate(rest) if p.lower() in PREPOSITIONS | _WHEN), len(rest))
    if base not in _HOLDING | _KEEPING or not 1 < end < _LONGEST or not _bare_compound(rest[:end]):
        return rest
    head = rest[end - 1].lower()
    if base in _HOLDING and head in _HELD:
        leads = base in {"lead", "chair"}
        return ["the" if leads else a_or_an(rest[0]), *rest[:end], *_every_week(rest[end:])]
    return ["the", *rest] if base in _KEEPING and head in _KEPT else rest


def _bare_compound(front: list[str]) -> bool:
    """Words that describe a noun, and the noun; no article, no count, no plural."""
    described = all(can_be(word.lower()) & {Pos.NOUN, Pos.ADJECTIVE} or word[:1].isupper() for word in front)
    return described and plausible_noun_phrase(front)


def _every_week(behind: list[str]) -> list[str]:
    """ "on Wednesday", said of what is held again and again, is "on Wednesdays"."""
    once = len(behind) > 1 and behind[0] == "on" and behind[1] in _WEEKDAYS
    return ["on", f"{behind[1]}s", *behind[2:]] if once else behind
