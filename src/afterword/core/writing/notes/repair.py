"""Words put right: short forms written out, typos mended towards known words, capitals and small numbers restored."""

import re
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.joints import hyphened, in_words
from afterword.core.writing.notes.scene import Scene
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.shorthand import spelled
from afterword.core.writing.notes.tokens import is_word, joined, tokens
from afterword.core.writing.words.lexicon import (
    EVERYDAY,
    CasedSort,
    Tag,
    cased,
    everyday,
    forms_of,
    known,
    ranks,
    repair_targets,
    short_forms,
    trade_words,
    verb_as,
)
from afterword.core.writing.words.tagger import can_be

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
#: A typo two letters away is mended only towards words as common as this.
_VERY_COMMON = 6000
#: The parts of a compound are words at least this common.
_PLAIN = 4000


def repaired(text: str, *, scene: Scene) -> list[str]:
    """The tokens of one clean fragment, written out and mended.

    Words of the record win over everything; capitalised words that are not known stay as they are (they may be
    names); a typo is mended only when one known word is clearly the nearest.
    """
    parts = tokens(spelled(text))
    parts = _written_out(_once(parts))
    parts = [_mended(part, scene) for part in parts]
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
            small, after if after not in {"ever", "never", "already", "also"} else after_that
        )
    if small in _KEEP or small in _ONLY_AFTER_NUMBER:
        return part
    if "'" in small and (spelled := _contraction(small)):
        return spelled
    long = short_forms().get(small)
    return part if long is None or part.isupper() else long


def _would_or_had(small: str, after: str) -> str:
    """ "i'd drop" is "I would drop"; "i'd taught" is "I had taught"."""
    stem = "I" if small in {"id", "i'd"} else small[:-2]
    had = after == "better" or (
        verb_as(after, Tag.PARTICIPLE) is not None and verb_as(after, Tag.BASE) is None
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


def _mended(part: str, scene: Scene) -> str:
    small = part.lower()
    if not small.isalpha() or len(small) < 5 or part != small:
        return part
    plain = folded(small)
    in_record = (
        plain in scene.own_words or plain in scene.proper or plain in scene.names or plain in scene.others
    )
    if in_record or known(small) or small in cased() or forms_of(small) or _derived(small):
        return part
    return _nearest_name(small) or _nearest(small) or part


_ENDINGS = (
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "er",
    "ers",
    "or",
    "ors",
    "ly",
    "ness",
    "less",
    "able",
    "ment",
    "ments",
)


_BRITISH = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"re(?=s?$)", "er"), (r"our(?=s$|ed$|ing$|ite$|able$|$)", "or"), (r"is(?=e$|es$|ed$|ing$|ation$|ations$|er$)", "iz"),
        (r"ys(?=e$|es$|ed$|ing$)", "yz"), (r"ogue(?=s?$)", "og"), (r"ll(?=ed$|ing$|er$|ers$|or$|ors$|ery$)", "l"),
        (r"mme(?=s?$)", "m"), (r"ence(?=s?$)", "ense"), (r"ae", "e"), (r"grey", "gray"),
    )
)  # fmt: skip


def _derived(word: str) -> bool:
    """Whether a word is built from a known one ("installers" from "install"), so that it is no typo."""
    if any(known(pattern.sub(american, word)) for pattern, american in _BRITISH if pattern.search(word)):
        return True
    if _compound(word):
        return True
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if ending == "ly" and stem.endswith("ic"):
            continue
        if stem == word or len(stem) < (4 if ending == "s" else 5):
            continue
        undoubled = stem[:-1] if stem[-1] == stem[-2] else stem
        if known(stem) or (ending not in {"s", "d"} and (known(stem + "e") or known(undoubled))):
            return True
    return False


def _compound(word: str) -> bool:
    """ "railcar", "codeshare": two everyday words written as one are no typo."""
    return any(
        ranks().get(word[:at], EVERYDAY) < _PLAIN and ranks().get(word[at:], EVERYDAY) < _PLAIN
        for at in range(3, len(word) - 2)
    )


def _nearest_name(word: str) -> str:
    """The product or place a typo stands for when one letter is wrong or missing in a long name ("tableu")."""
    if len(word) < 6:
        return ""
    near = sorted(
        w
        for w in cased()
        if len(w) > 5 and w[:2] == word[:2] and not everyday(w) and OSA.distance(w, word, score_cutoff=1) <= 1
    )
    return cased()[near[0]][0] if len(near) == 1 else ""


@lru_cache(maxsize=4096)
def _nearest(word: str) -> str:
    """The one everyday or trade word a typo stands for, "" when none is near enough."""
    limit = 1 if len(word) < 7 else 2
    common = _VERY_COMMON if len(word) > 5 else _VERY_COMMON // 2
    near = [
        w
        for w in repair_targets()
        if abs(len(w) - len(word)) <= limit and (w[0] == word[0] or w[1:3] == word[1:3])
    ]
    hits = process.extract(word, near, scorer=OSA.distance, score_cutoff=limit, limit=6)
    if len(word) < 6:
        hits = [hit for hit in hits if len(hit[0]) > len(word) or sorted(hit[0]) == sorted(word)]
    if not hits:
        return ""
    best = min(score for _, score, _ in hits)
    nearest = sorted(
        (w for w, score, _ in hits if score == best), key=lambda w: (w[-1] != word[-1], *_commonness(w))
    )
    near_enough = (best == 1 and len(word) > 5) or _commonness(nearest[0])[0] < common
    return (
        nearest[0] if near_enough and (best == 1 or len(nearest) == 1 or word[-2:] == nearest[0][-2:]) else ""
    )


def _commonness(word: str) -> tuple[int, str]:
    return (0 if word in trade_words() else ranks().get(word, 99999), word)


def _capitals(parts: list[str], index: int, scene: Scene) -> str:
    part = parts[index]
    if not is_word(part):
        return part
    small, before = part.lower(), parts[index - 1].lower() if index else ""
    after = parts[index + 1].lower() if index + 1 < len(parts) else ""
    if small == "i":
        return "I"
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
    product = sort is CasedSort.PRODUCTS and (after in _PRODUCT_BEHIND or bool(_DIGIT.match(after)))
    return form if product or _wears_capitals(part, before, sort) else _decapitalised(part, index)


_DIGIT = re.compile(r"\d{2,3}$")
#: What is done with a product: "epic migration", "sage go-live".
_PRODUCT_BEHIND = word_set("product_behind")


def _plural_short(part: str) -> str:
    """ "cfos", "spvs": more than one of a short form."""
    small = part.lower()
    found = cased().get(small[:-1]) if small.endswith("s") and part == small and not known(small) else None
    return found[0] + "s" if found and found[1] is CasedSort.SHORT and not everyday(small[:-1]) else ""


def _unknown_place(small: str, before: str) -> bool:
    """ "in chorley", "from dartmoor": a word no table knows behind a preposition of place is a place."""
    if before not in {"in", "from", "near"} or len(small) < 5 or not small.isalpha():
        return False
    return not (known(small) or forms_of(small) or _derived(small) or can_be(small))


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


def _decapitalised(part: str, index: int) -> str:
    """An ordinary word that only began a note, or was shouted, in small letters."""
    small = part.lower()
    if part.isupper() and len(part) > 3 and known(small) and everyday(small):
        return small
    if part in _STRESSED:
        return small
    if index == 0 and part[:1].isupper() and part[1:].islower() and known(small):
        return small
    if index == 0 and part == "A":
        return small
    return part
