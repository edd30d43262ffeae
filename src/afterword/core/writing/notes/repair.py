"""Words put right: short forms written out, typos mended towards known words, capitals and small numbers restored."""

import re

from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.joints import hyphened, in_words
from afterword.core.writing.notes.scene import Scene
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.shorthand import spelled
from afterword.core.writing.notes.spelling import mended, recognised, vowelled, with_letter
from afterword.core.writing.notes.tokens import is_word, joined, tokens
from afterword.core.writing.words.lexicon import (
    CasedSort,
    Tag,
    cased,
    everyday,
    known,
    short_forms,
    verb_as,
)

_DATEISH = {"mon", "sat", "sun", "mar", "may", "march", "august", "april", "june"}
_DATE_CUES = word_set("date_cues")
_AFTER_NUMBER = {
    "k": "thousand",
    "h": "hour",
    "hr": "hours",
    "min": "minutes",
    "m": "million",
    "mo": "months",
    "mil": "million",
    "d": "days",
    "y": "years",
}
_ONLY_AFTER_NUMBER = {"mo", "min", "k", "mil"}
_KEEP = {"me", "hr", "wo"}
_PLACE_CUES = word_set("place_cues")
_PRODUCT_CUES = word_set("product_cues")
_PLACES_TOO = word_set("places_that_are_words")


def repaired(text: str, *, scene: Scene, typed: bool = False) -> list[str]:
    """The tokens of one clean fragment, written out and mended.

    Words of the record win over everything; capitalised words that are not known stay as they are (they may be
    names); a typo is mended only when one known word is clearly meant. ``typed``: the fragment is a point.
    """
    parts = tokens(spelled(text))
    parts = _written_out(_once(parts))
    parts = [_mended(parts, index, scene, typed=typed) for index in range(len(parts))]
    parts = [_capitals(parts, index, scene) for index in range(len(parts))]
    return in_words(hyphened(_organisations(parts, scene)))


def _once(parts: list[str]) -> list[str]:
    """A word said twice running counts once ("deductions deductions")."""
    return [p for i, p in enumerate(parts) if not i or p.lower() != parts[i - 1].lower() or not p.isalpha()]


def _organisations(parts: list[str], scene: Scene) -> list[str]:
    """Names of two words and more as the record writes them ("texas state" -> "Texas State")."""
    text = joined(parts)
    for name in scene.organisations:
        if " " in name:
            text = re.sub(rf"\b{re.escape(name)}\b", lambda _, name=name: name, text, flags=re.I)  # type: ignore[misc]
    return tokens(text)


def _written_out(parts: list[str]) -> list[str]:
    found: list[str] = []
    for index, part in enumerate(parts):
        before = parts[index - 1].lower() if index else ""
        after = parts[index + 1].lower() if index + 1 < len(parts) else ""
        after_that = parts[index + 2].lower() if index + 2 < len(parts) else ""
        found.extend(_long_form(part, before, after, after_that).split())
    return found


def _long_form(part: str, before: str, after: str, after_that: str) -> str:
    small = part.lower()
    counted = bool(re.fullmatch(r"[$€£]?\d[\d.,]*", before))
    if small == "hr" and before in {"an", "a", "half", "per", "each", "every", "the"}:
        return "hour" if before != "the" or after not in {"team", "lady", "person", "manager"} else part
    if small == "pm" and not before[:1].isdigit() and part == small:
        return "project manager"
    if small == "subs" and before in {str(n) for n in range(51)} and after not in {"a", "per", "every"}:
        return "subsidiaries"
    if counted and small in _AFTER_NUMBER:
        return _AFTER_NUMBER[small]
    if small in _DATEISH:
        return _date_word(part, before, after)
    if small == "id" or (small.endswith("'d") and len(small) > 2):
        return _would_or_had(
            small,
            after
            if after not in {"ever", "never", "already", "also", "last", "just", "once"}
            else after_that,
        )
    if small in _KEEP or small in _ONLY_AFTER_NUMBER:
        return part
    if small.endswith("'s") and small[:-2] in _SUBJECTS and after in {"been", "got", "had", "grown", "gone"}:
        return f"{small[:-2]} has"
    if "'" in small and (spelled := _contraction(small)):
        return spelled
    long = short_forms().get(small)
    return part if long is None or part.isupper() else long


def _would_or_had(small: str, after: str) -> str:
    """ "i'd drop" is "I would drop"; "i'd taught" is "I had taught"."""
    stem = "I" if small in {"id", "i'd"} else small[:-2]
    had = after == "better" or (
        verb_as(after, Tag.PARTICIPLE, Tag.PAST) is not None and verb_as(after, Tag.BASE) is None
    )
    return f"{stem} {'had' if had else 'would'}"


def _date_word(part: str, before: str, after: str) -> str:
    last = not after or after in {",", ".", ")"}
    near = (
        before in _DATE_CUES
        or (last and bool(before) and small_date(part))
        or bool(re.match(r"\d{1,2}(st|nd|rd|th)?$|20\d\d$", before))
        or bool(re.match(r"\d{1,2}(st|nd|rd|th)?$", after))
    )
    if not near:
        return part
    return short_forms().get(part.lower()) or part.capitalize()


def small_date(part: str) -> bool:
    """Whether a word at the end of a note can only be a date there."""
    return part.lower() in {"may", "march", "mar", "mon", "sat", "april", "august", "june"}


_CONTRACTIONS = {"n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am"}
_SUBJECTS = {"he", "she", "it", "that", "there", "what", "who", "how", "where"}


def _contraction(small: str) -> str:
    if small in {"won't", "can't", "shan't"}:
        return {"won't": "will not", "can't": "cannot", "shan't": "shall not"}[small]
    for ending, long in _CONTRACTIONS.items():
        if small.endswith(ending) and len(small) > len(ending):
            stem = small[: -len(ending)]
            return ("I" if stem == "i" else stem) + long
    if small.endswith("'s") and small[:-2] in _SUBJECTS:
        return small[:-2] + " is"
    return "let us" if small == "let's" else ""


def _mended(parts: list[str], index: int, scene: Scene, *, typed: bool) -> str:
    part = parts[index]
    small = part.lower()
    begins = not index and part == small.capitalize()
    if not small.isalpha() or len(small) < 4 or not (part == small or begins):
        return part
    plain = folded(small)
    in_record = (
        plain in scene.own_words or plain in scene.proper or plain in scene.names or plain in scene.others
    )
    if in_record or recognised(small):
        return part
    if len(small) == 4 and not begins:
        return ("" if typed else vowelled(small) or with_letter(small)) or part
    before = " ".join(parts[max(0, index - 2) : index]).lower()
    return mended(small, before=before, typed=typed or begins) or part


def _capitals(parts: list[str], index: int, scene: Scene) -> str:
    part = parts[index]
    if not is_word(part):
        return part
    small, before = part.lower(), parts[index - 1].lower() if index else ""
    after = parts[index + 1].lower() if index + 1 < len(parts) else ""
    if small == "i":
        return "I"
    if part == "A" and index and parts[index - 1].lower() not in _LETTERED and after.isalpha():
        return "a"
    proper = scene.proper.get(folded(part))
    if proper and (part != small or not (everyday(small) or known(small))):
        return proper
    form, sort = cased().get(small, ("", None))
    if sort is None and part == small and _unknown_place(small, before):
        return part.capitalize()
    if sort is None:
        return _plural_short(part) or _decapitalised(part, index)
    if part == form:
        return part
    product = sort is CasedSort.PRODUCTS and (
        after in _PRODUCT_BEHIND or bool(_DIGIT.match(after)) or _moved_to_product(parts, index)
    )
    return form if product or _wears_capitals(part, before, sort) else _decapitalised(part, index)


_DIGIT = re.compile(r"\d{2,3}$")
#: What is done with a product: "epic migration", "sage go-live".
_PRODUCT_BEHIND = word_set("product_behind")


def _moved_to_product(parts: list[str], index: int) -> bool:
    """ "sage to netsuite": what moves to a product is one."""
    if [p.lower() for p in parts[index + 1 : index + 2]] != ["to"] or index + 2 >= len(parts):
        return False
    return cased().get(parts[index + 2].lower(), ("", None))[1] is CasedSort.PRODUCTS


def _plural_short(part: str) -> str:
    """ "cfos", "spvs": more than one of a short form."""
    small = part.lower()
    found = cased().get(small[:-1]) if small.endswith("s") and part == small and not known(small) else None
    return found[0] + "s" if found and found[1] is CasedSort.SHORT and not everyday(small[:-1]) else ""


def _unknown_place(small: str, before: str) -> bool:
    """ "in chorley", "from dartmoor": a word no table knows behind a preposition of place is a place."""
    if before not in {"in", "from", "near"} or len(small) < 5 or not small.isalpha():
        return False
    return not recognised(small)


_ALWAYS_PRODUCTS = {"excel", "sap", "oracle", "workday", "concur"}


def _wears_capitals(part: str, before: str, sort: CasedSort) -> bool:
    small = part.lower()
    if sort is CasedSort.DATES:
        return small not in _DATEISH or part != small
    if sort is CasedSort.SHORT:
        return not everyday(small) or small == "ar"
    if (
        not everyday(small)
        or small in _ALWAYS_PRODUCTS
        or (sort is CasedSort.PLACES and small not in _PLACES_TOO)
    ):
        return True
    cues = _PLACE_CUES if sort is CasedSort.PLACES else _PRODUCT_CUES
    return part != small or before in cues or small.endswith("ish")


_STRESSED = {
    "THE",
    "ALL",
    "NOT",
    "NO",
    "SO",
    "VERY",
    "ONE",
    "TWO",
    "NOW",
    "ANY",
    "BIG",
    "OLD",
    "NEW",
    "EVERY",
    "ONLY",
    "REALLY",
    "ME",
    "MY",
    "BUT",
    "AND",
}


#: What is named by a letter behind it, and three letters that are shouted rather than short for something.
_LETTERED = {
    "plan",
    "schedule",
    "series",
    "class",
    "tier",
    "type",
    "grade",
    "team",
    "form",
    "part",
    "option",
    "section",
    "appendix",
}
_SHOUTED = {
    "hat",
    "why",
    "who",
    "how",
    "now",
    "not",
    "and",
    "the",
    "you",
    "big",
    "new",
    "old",
    "bad",
    "day",
    "pay",
    "two",
    "six",
    "ten",
    "own",
    "too",
    "yes",
    "for",
    "but",
}


def _decapitalised(part: str, index: int) -> str:
    """An ordinary word that only began a note, or was shouted, in small letters."""
    small = part.lower()
    if (
        part.isupper()
        and len(part) > 2
        and known(small)
        and everyday(small)
        and (len(part) > 3 or small in _SHOUTED)
    ):
        return small
    if part in _STRESSED:
        return small
    if index == 0 and part[:1].isupper() and part[1:].islower() and known(small):
        return small
    if index == 0 and part == "A":
        return small
    return part
