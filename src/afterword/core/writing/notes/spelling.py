"""Typos mended towards known words, and typos that cannot be mended told from names and words of a craft.

A word is mended only when no list knows it, in any variety of English, and one known word is clearly meant: a word of the
trade or a very common one a single slip away, or the same word without its vowels. What was typed as a point was typed
with care, so there only words of the trade are mended.
"""

import re
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.words.lexicon import (
    EVERYDAY,
    Tag,
    cased,
    everyday,
    forms_of,
    known,
    ranks,
    repair_targets,
    seldom,
    trade_words,
    verb_as,
    verb_forms,
)
from afterword.core.writing.words.tagger import can_be

#: A typo is mended only towards words as common as this, or words of the trade.
_VERY_COMMON = 6000
#: The parts of a compound are words at least this common.
_PLAIN = 4000
#: Shorter words are short forms or names, not typos.
_SHORTEST = 5
#: A word this long may hold two slips.
_LONG = 9
_ENDINGS = (
    "s", "es", "ed", "d", "ing", "er", "ers", "or", "ors", "ly", "ness", "less", "able", "ment", "ments",
)  # fmt: skip
#: Endings before which a silent e goes and a last letter doubles.
_DROPS_E = {"es", "ed", "d", "ing", "er", "ers", "or", "ors", "able"}
_PREFIXES = ("re", "un", "pre", "non", "mis", "over", "under", "sub", "multi", "inter", "intra", "auto", "bio", "micro", "tele", "semi")  # fmt: skip
_BRITISH = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"re(?=s?$)", "er"), (r"our(?=s$|ed$|ing$|ite$|able$|$)", "or"), (r"is(?=e$|es$|ed$|ing$|ation$|ations$|er$)", "iz"),
        (r"ys(?=e$|es$|ed$|ing$)", "yz"), (r"ogue(?=s?$)", "og"), (r"ll(?=ed$|ing$|er$|ers$|or$|ors$|ery$)", "l"),
        (r"mme(?=s?$)", "m"), (r"(?<=^def|^off|^lic)ence(?=s?$)|(?<=^pret)ence(?=s?$)", "ense"), (r"ae", "e"), (r"grey", "gray"),
    )
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1")
_VOWELS = re.compile(r"(?<=.)[aeiouy](?=.)")


def recognised(word: str) -> bool:
    """Whether a lower-case word is in any list, or built from one that is; such a word is no typo."""
    listed = known(word) or word in cased() or bool(forms_of(word)) or bool(can_be(word)) or seldom(word)
    return listed or derived(word)


def derived(word: str) -> bool:
    """Whether a word is built from a known one ("installers" from "install")."""
    if any(known(pattern.sub(american, word)) for pattern, american in _BRITISH if pattern.search(word)):
        return True
    prefixed = any(word.startswith(p) and len(word) > len(p) + 3 and known(word[len(p) :]) for p in _PREFIXES)
    return prefixed or _compound(word) or any(_ends_in(word, ending) for ending in _ENDINGS)


def _ends_in(word: str, ending: str) -> bool:
    """Whether a word is a known one with this ending, spelt as English joins them."""
    stem = word.removesuffix(ending)
    if stem == word or len(stem) < (4 if ending == "s" else 5):
        return False
    if (ending == "ly" and stem.endswith("ic")) or (ending == "s" and re.search(r"[^aeiou]y$", stem)):
        return False
    if (ending == "d" and stem[-1] != "e") or (ending in {"ing", "ed"} and re.search(r"[^eoy]e$", stem)):
        return False
    if ending not in _DROPS_E:
        return known(stem) or seldom(stem)
    undoubled = stem[:-1] if re.search(r"[aeiou]([^aeiouwxy])\1$", stem) else ""
    doubles = not undoubled and verb_as(stem + stem[-1] + ending, Tag.PAST, Tag.ING) is not None
    left = known(stem) and not doubles
    return left or seldom(stem) or known(stem + "e") or bool(undoubled and known(undoubled))


def _compound(word: str) -> bool:
    """ "railcar", "codeshare": two everyday words written as one are no typo."""
    return any(
        ranks().get(word[:at], EVERYDAY) < _PLAIN and ranks().get(word[at:], EVERYDAY) < _PLAIN
        for at in range(3, len(word) - 2)
    )


#: Words no typo is taken for: a wrong guess would say something ugly.
_NEVER_MEANT = word_set("never_meant")


def mended(word: str, *, before: str = "", typed: bool = False) -> str:
    """The word that an unrecognised lower-case word stands for, "" when none is certain. ``before``: the two words before."""
    if before in {"as a", "as an"} and word.endswith(("er", "or", "ist")):
        return ""
    found = _respelt(word) or _nearest_name(word)
    if not found:
        found = _nearest_term(word) if typed else _nearest(word) or vowelled(word) or _undoubled(word)
    if not found and word[-1] == "s" and len(word) > _SHORTEST + 1:
        found = mended(word[:-1], before=before, typed=typed)
    if found in _NEVER_MEANT:
        return ""
    plural = word[-1] == "s" and found[-1:] not in {"s", ""} and found.islower()
    return found + "s" if plural and recognised(found + "s") else found


def _respelt(word: str) -> str:
    """ "royaltys", "automateing": a known word with an ending joined wrongly."""
    if word.endswith("ys") and known(word[:-2] + "ies"):
        return word[:-2] + "ies"
    joined = word[:-4] + "ing"
    return joined if re.search(r"[^eoy]eing$", word) and recognised(joined) else ""


def looks_misspelt(word: str) -> bool:
    """Whether an unrecognised word is near a common one, so that it is rather a typo than a name."""
    if len(word) < _SHORTEST or not word.isalpha():
        return False
    limit = 1 if len(word) < 7 else 2
    near = [w for w in _targets_of(word, limit) if _common(w, EVERYDAY)]
    return process.extractOne(word, near, scorer=OSA.distance, score_cutoff=limit) is not None


def _nearest_name(word: str) -> str:
    """The product or place a typo stands for when one letter is wrong or missing in a long name ("tableu")."""
    if len(word) < _SHORTEST:
        return ""
    near = sorted(
        w
        for w in cased()
        if len(w) > 5 and w[:2] == word[:2] and not everyday(w) and OSA.distance(w, word, score_cutoff=1) <= 1
    )
    return cased()[near[0]][0] if len(near) == 1 else ""


def _nearest_term(word: str) -> str:
    """The one word of the trade a single slip away."""
    terms = [w for w in _targets_of(word, 1) if w in trade_words() or w in verb_forms()]
    hits = process.extract(word, terms, scorer=OSA.distance, score_cutoff=1, limit=4)
    slips = [w for w, _, _ in hits if w in trade_words() or _is_slip(word, w)]
    return min(slips, key=lambda w: (not _is_slip(word, w), w[-1] != word[-1], w), default="")


@lru_cache(maxsize=4096)
def _nearest(word: str) -> str:
    """The one everyday or trade word a typo stands for, "" when none is near enough."""
    limit = 1 if len(word) < _LONG else 2
    common = _VERY_COMMON if len(word) > _SHORTEST else _VERY_COMMON // 2
    hits = process.extract(word, _targets_of(word, limit), scorer=OSA.distance, score_cutoff=limit, limit=6)
    if len(word) < 6:
        hits = [hit for hit in hits if len(hit[0]) > len(word) or sorted(hit[0]) == sorted(word)]
    if not hits:
        return ""
    best = min(score for _, score, _ in hits)
    nearest = sorted(
        (w for w, score, _ in hits if score == best),
        key=lambda w: (not _is_slip(word, w), w[-1] != word[-1], *_commonness(w)),
    )
    slip = best == 1 and len(word) > _SHORTEST and _is_slip(word, nearest[0])
    sure = slip or _common(nearest[0], common)
    alone = best == 1 or len(nearest) == 1 or word[-2:] == nearest[0][-2:]
    return nearest[0] if sure and alone else ""


def _targets_of(word: str, limit: int) -> list[str]:
    """The words a typo may stand for: about as long, and beginning alike."""
    return [
        w
        for w in repair_targets()
        if abs(len(w) - len(word)) <= limit and (w[0] == word[0] or (w[:2] == word[1::-1] and len(word) > 1))
    ]


def _is_slip(word: str, meant: str) -> bool:
    """Whether two words differ by a letter dropped, doubled or swapped; another letter is another word ("moulder")."""
    return len(word) != len(meant) or sorted(word) == sorted(meant)


def _common(word: str, rank: int) -> bool:
    return word in trade_words() or ranks().get(word, EVERYDAY * 2) < rank


def _commonness(word: str) -> tuple[int, str]:
    return (0 if word in trade_words() else ranks().get(word, 99999), word)


def with_letter(word: str) -> str:
    """The only very common word that has one letter more, inside or at the end ("stil", "stok")."""
    longer = [w for w in repair_targets() if len(w) == len(word) + 1 and w[0] == word[0] and _within(word, w)]
    common = [w for w in longer if ranks().get(w, EVERYDAY) < _PLAIN // 2 or w in trade_words()]
    return common[0] if len(common) == 1 else ""


def _single(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=1)
def _singles() -> dict[str, tuple[str, ...]]:
    """Words without their doubled letters -> the words themselves, for those that have some."""
    found: dict[str, list[str]] = {}
    for word in repair_targets():
        if len(word) > _SHORTEST and _DOUBLED.search(word):
            found.setdefault(_single(word), []).append(word)
    return {single: tuple(words) for single, words in found.items()}


def _undoubled(word: str) -> str:
    """The only word that has the same letters but doubles others of them ("comision")."""
    single = _single(word)
    meant = _singles().get(single, ())
    if not meant and len(word) > _SHORTEST + 1:
        bones = _VOWELS.sub("", single)
        meant = tuple(
            w
            for short, words in _singles().items()
            if short[0] == single[0] and _VOWELS.sub("", short) == bones and _within(single, short)
            for w in words
            if _common(w, _VERY_COMMON)
        )
    return meant[0] if len(meant) == 1 else ""


@lru_cache(maxsize=1)
def _skeletons() -> dict[str, tuple[str, ...]]:
    """Consonants -> the common and trade words that have them in this order."""
    found: dict[str, list[str]] = {}
    for word in repair_targets():
        if _common(word, EVERYDAY) and len(word) > _SHORTEST - 1:
            found.setdefault(_VOWELS.sub("", word), []).append(word)
    return {bones: tuple(words) for bones, words in found.items()}


def vowelled(word: str) -> str:
    """The only word that differs from this one by vowels left out ("ownr", "adjstmnts"), "" when there are more or none."""
    bones = _VOWELS.sub("", word)
    meant = [w for w in _skeletons().get(bones, ()) if len(w) > len(word) and _within(word, w)]
    terms = [w for w in meant if w in trade_words()]
    chosen = terms if len(terms) == 1 else meant
    return chosen[0] if len(chosen) == 1 and len(bones) > 2 else ""


def _within(word: str, whole: str) -> bool:
    letters = iter(whole)
    return all(letter in letters for letter in word)
