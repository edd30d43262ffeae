"""Scraps that look like noun phrases and name nothing: one's own errands, chatter, a correction glued to its slip.

A note to oneself ("send by Thursday", "family so skip", "remote ok three days") has the shape of a thing once an
article stands before it; said to the reader it is nonsense, so it is known here by its words and dropped.
"""

from afterword.core.writing.notes.phrases import is_number
from afterword.core.writing.words.lexicon import CasedSort, cased
from afterword.core.writing.words.tagger import Pos, can_be

_CHATTER = {"ok", "okay", "skip", "tbc", "tbd", "tba", "nvm", "idk", "scratch"}
_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow"}
_ERRANDS = {"send", "bring", "ask", "tell", "thank", "remember", "mention", "say", "skip", "chase", "ring", "call",
            "email", "text", "phone", "reply", "prep", "submit"}  # fmt: skip
_LEDGERS = {"ledger", "ledgers", "system", "systems", "erp", "payroll", "accounts", "books", "software"}
#: First words of what is nobody's work: the way there, the start date, an answer awaited.
_NO_MATTER = {"same", "v", "vs", "ask", "due", "starting", "parking", "cycling", "commuting", "walking", "answer", "reply",
              "ring", "follow-up", "offer", "offers", "dress", "start"}  # fmt: skip
_VERBAL = {Pos.BASE, Pos.PRESENT, Pos.PRESENT_S}
_YEARS = range(1990, 2100)


def is_scrap(topic: list[str]) -> bool:
    """Whether a phrase is a scrap: an errand, chatter, a comparison by name, a pointer, or a word said twice."""
    small = [part.lower() for part in topic]
    bare = small[1:] if small[0] == "the" else small
    return (
        not bare
        or bool(_CHATTER & set(small))
        or "so" in small[1:]
        or small.count('"') % 2 == 1
        or bare == ["mine"]
        or bare[0] in _NO_MATTER
        or bare == ["next", "door"]
        or _errand(bare)
        or _this_or_that(bare)
        or _names_set_apart(topic, small)
        or said_twice(topic)
        or slashed(bare)
        or _behind_noun(topic)
    )


def _errand(bare: list[str]) -> bool:
    """ "send references by Friday", "call Thursday", "audit X first": something to do, not a thing."""
    can = can_be(bare[0])
    if can and can <= _VERBAL | {Pos.MODAL}:
        return len(bare) > 1 or bare[0] in _ERRANDS
    behind = bare[1] if len(bare) > 1 else ""
    if bare[0] in _ERRANDS and (behind in _DAYS | {"by", "before"} or _DAYS & set(bare[2:])):
        return bare[0] not in {"call", "text", "phone"} or behind in _DAYS | {"by", "before"}
    return bool(can & _VERBAL) and len(bare) > 1 and bare[-1] in {"first", "asap", "please"}


def _this_or_that(bare: list[str]) -> bool:
    """ "sell or scrap hulls", "build or buy": two verbs to choose from."""
    return (
        len(bare) > 2
        and bare[1] == "or"
        and Pos.BASE in can_be(bare[0])
        and Pos.BASE in can_be(bare[2])
        and Pos.NOUNS not in can_be(bare[0])
    )


def _names_set_apart(topic: list[str], small: list[str]) -> bool:
    """ "Xero v QuickBooks", "ledger SAP to S4": two names with a joint that leaves out what happens between them."""
    for index in range(1, len(topic) - 1):
        named = topic[index - 1][:1].isupper() and topic[index + 1][:1].isupper()
        if named and small[index] in {"v", "vs", "versus"}:
            return True
        moved = {"from", "move", "migration", "switch", "change", "upgrade"} & set(small[:index])
        if named and small[index] == "to" and not moved and small[index - 1] not in _DAYS:
            return True
    loose = len(topic) > 2 and topic[-1].isdecimal() and int(topic[-1]) in _YEARS
    return loose and any(c.isdigit() for c in topic[-2]) and not is_number(topic[-2])


def said_twice(words: list[str]) -> bool:
    """ "investors get updates investors": the last word repeats the first, as a correction glued on does."""
    small = [word.lower() for word in words]
    first = small[1] if small[0] in {"the", "your"} and len(small) > 1 else small[0]
    return len(small) > 3 and small[-1] == first and first.isalpha() and _noun(small[-2])


def _noun(word: str) -> bool:
    can = can_be(word)
    return bool(can & {Pos.NOUN, Pos.NOUNS}) and Pos.ADJECTIVE not in can


def _behind_noun(topic: list[str]) -> bool:
    """ "the ledger SAP": a product thumbed behind the noun it should stand before."""
    found = cased().get(topic[-1].lower())
    if found is None or found[1] is not CasedSort.PRODUCTS or len(topic) < 2:
        return False
    return topic[-2].islower() and topic[-2] in _LEDGERS


def slashed(bare: list[str]) -> bool:
    """ "min/max": two words with a stroke between are a label, not a thing."""
    return any("/" in word and word.replace("/", "").isalpha() and word != "and/or" for word in bare)
