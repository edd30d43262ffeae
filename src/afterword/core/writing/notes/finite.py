"""Where the finite verb of a phrase stands: by agreement of number and by the part of speech of each word.

In English a plural noun hardly ever modifies another noun, so "drivers text photos" has a verb and "sales tax
returns" has none; a singular noun before a word in -s may go either way, and what follows decides.
"""

import re
from functools import lru_cache

from afterword.core.writing.notes.relative import relative_place
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.words.numerals import words_between
from afterword.core.writing.words.tagger import Pos, can_be, tagged

#: Plural words that do modify nouns ("sales ledger", "claims team").
PLURAL_MODIFIERS = word_set("plural_modifiers")
#: Nouns that look like verbs and do stand behind plurals ("vendors list", "drivers audit").
_EVENTS = word_set("event_nouns")
_PEOPLE = word_set("people_words")
_AGENTS = word_set("agents")
_RARE_VERBS = word_set("rare_verbs")
_SUBORDINATE = word_set("relatives") | {"whenever", "wherever", "whatever", "whoever", "until", "unless"}
_ONE = {"each", "every", "a", "an", "this", "that", "another", "neither", "either"}
_MANY = {*words_between(2, 12), "these", "those", "both", "few", "several", "many"}
#: Subjects that need no article ("team orders lunch on Fridays", "month-end lands on payroll weekend").
_NAMELESS = word_set("bare_subjects")
#: -s forms that are verbs before "in", "on", "to" even after a bare noun ("portal launches in January").
_LEANING = word_set("leaning_verbs")
#: What a place does with a number of things ("plant runs three shifts").
_DOES = {
    "runs", "serves", "covers", "handles", "employs", "makes", "ships", "owns", "holds", "processes", "sells",
    "has",
}  # fmt: skip
_MASS_SUBJECT = {"half", "most", "some", "none", "all", "everyone", "everybody", "nobody", "someone"}
_AFTER_PASSIVE = {
    "each", "every", "as", "weekly", "monthly", "daily", "quarterly", "twice", "once", "manually", "separately",
    "until",
}  # fmt: skip
_ALONE = word_set("stand_alone_pasts")
_COLLECTIVE = {
    "staff", "crew", "people", "faculty", "police", "management", "bordereaux", "criteria", "media",
}  # fmt: skip
_NUMBERED = {
    "phase", "stage", "step", "version", "class", "tier", "form", "unit", "line", "series", "round", "level",
}  # fmt: skip
_ARTICLES = {"the", "a", "an", "my", "our"}
_RATES = {"year", "month", "week", "day", "quarter", "term", "night", "season", "hour", "shift", "time"}
_SPEAKERS = {"i", "he", "she", "they", "we", "you"}
_NOUNS = {Pos.NOUN, Pos.NOUNS, Pos.NAME}
_OBJECT_STARTS = {Pos.DETERMINER, Pos.POSSESSIVE, Pos.PREDETERMINER, Pos.PRONOUN, Pos.NUMBER}
_AFTER_HELP = {Pos.TO, Pos.MODAL}


@lru_cache(maxsize=4096)
def finite_place(words: tuple[str, ...]) -> int | None:
    """The index of the main verb of a clause whose subject stands before it, None when the words are no clause."""
    tags = tagged(words)
    if not words or (words[0].lower() in _SUBORDINATE and words[0].lower() != "that"):
        return None
    for index in range(1, len(words)):
        if _opens_clause(words, tags, index):
            return None
        if _is_finite(words, tags, index):
            return index
    return None


def may_be_verb(parts: list[str], index: int) -> bool:
    """Whether the tagger sees a verb in a word that the lists hold for one, and its subject does not forbid it."""
    words = tuple(parts)
    tag = tagged(words)[index]
    word, before = parts[index].lower(), parts[index - 1].lower()
    if tag is Pos.PRESENT_S and Pos.NOUNS in can_be(word):
        return False
    if word in _EVENTS and not _people(before):
        return False
    if tag not in {Pos.PRESENT, Pos.PRESENT_S, Pos.BASE, Pos.PAST}:
        return False
    return _plural_subject(words, tagged(words), index) is not None


def own_subject(parts: list[str]) -> bool:
    """Whether the phrase has a subject and a verb of its own, so that its first word is no verb."""
    place = finite_place(tuple(parts))
    return place is not None and not {"and", "but", ",", "so", "then", "because"} & {
        p.lower() for p in parts[:place]
    }


def _opens_clause(words: tuple[str, ...], tags: tuple[Pos, ...], index: int) -> bool:
    if words[index].lower() in _SPEAKERS and tags[index - 1] in _NOUNS:
        return True
    if words[index].lower() == "since" and SINCE.match(" ".join(words[index + 1 : index + 2]).lower()):
        return False
    if relative_place(words) == index:
        return True
    if words[index].lower() in _ARTICLES and tags[index - 1] in _NOUNS and index > 1:
        return words[index + 1 : index + 2] != () and words[index + 1].lower() not in _RATES
    return words[index].lower() in _SUBORDINATE or tags[index] in {Pos.WHICH, Pos.WHO, Pos.WHEN, Pos.WHOSE}


def _is_finite(words: tuple[str, ...], tags: tuple[Pos, ...], index: int) -> bool:
    word, tag = words[index].lower(), tags[index]
    if not word[:1].isalpha() or words[index][:1].isupper():
        return False
    if tag is Pos.MODAL:
        return True
    before = tags[index - 1]
    if before in _AFTER_HELP or before in {Pos.DETERMINER, Pos.POSSESSIVE, Pos.PREPOSITION, Pos.GENITIVE}:
        return False
    if tag is Pos.PAST:
        counted = before is Pos.NUMBER and tags[index + 1 : index + 2] in ((Pos.NOUN,), (Pos.NOUNS,))
        subject = before in _NOUNS | {Pos.PRONOUN, Pos.ADVERB, Pos.NUMBER} and not counted
        return subject and not _passive(words, tags, index)
    if index == 1 and words[0].lower() in _DOES | _HOLDS and Pos.NOUN in can_be(word):
        return False
    plural = _plural_subject(words, tags, index)
    if plural is None or word == "accounts":
        return plural is not None and words[index + 1 : index + 2] == ("for",)
    if _surely(words, tags, index):
        return True
    return _plural_verb(words, tags, index) if plural else _singular_verb(words, tags, index)


def _passive(words: tuple[str, ...], tags: tuple[Pos, ...], index: int) -> bool:
    """ "journals posted by hand": a participle behind its noun, though its form could be a past."""
    follows = words[index + 1].lower() if index + 1 < len(words) else ""
    verb = words[index].lower()
    if verb in {"planned", "scheduled", "expected"}:
        return True
    if Pos.PARTICIPLE not in can_be(verb) or Pos.BASE in can_be(verb):
        return follows == "by"
    counted = (
        follows[:1].isdigit()
        and not _people(words[index - 1].lower())
        and verb in {"paid", "billed", "booked", "invoiced"}
    )
    return follows == "by" or counted or (follows in _AFTER_PASSIVE and verb not in _ALONE)


def _plural_subject(words: tuple[str, ...], tags: tuple[Pos, ...], index: int) -> bool | None:
    """Whether what stands before a word is a plural subject; None when it is no subject."""
    if _share_before(words, index):
        return tags[index - 1] is Pos.NOUNS and words[0].lower() not in _SINGLE
    head = _head_before(tags, index)
    if head is None:
        return None
    first = words[0].lower()
    if tags[head] is Pos.PRONOUN:
        return words[head].lower() in {"they", "we", "you", "i"}
    if tags[head] is Pos.NUMBER and head and words[head - 1].lower() in _NUMBERED:
        return False
    if (tags[head] is Pos.NUMBER and words[head].lower() != "one") or "and" in (
        w.lower() for w in words[:head]
    ):
        return True
    if first in _ONE:
        return False
    if words[head].lower() == "one":
        return False
    if _counted(words):
        several = tags[head] is Pos.NOUNS or Pos.NOUNS in can_be(words[head].lower())
        return True if several or _short_forms(words[head]) else None
    if words[head].lower() in _COLLECTIVE:
        return not words[index].lower().endswith("s")
    return tags[head] is Pos.NOUNS or (tags[head] is Pos.NAME and _short_forms(words[head]))


def _share_before(words: tuple[str, ...], index: int) -> bool:
    """ "a third of customers", "$400m of bonds", "half of the stock": what the share is of gives the number."""
    small = [word.lower() for word in words[:index]]
    at = small.index("of") if "of" in small[1:4] else 0
    return (
        bool(at)
        and at < index - 1
        and (small[at - 1] in _SHARES or small[at - 1][:1] in "$€£" or small[at - 1][-1] == "%")
    )


_SINGLE = {"each", "one", "neither", "either"}
_SHARES = {"fifth", "tenth", "half", "most", "part", "some", "quarter", "third", "all", "none", *_SINGLE}


def _short_forms(word: str) -> bool:
    """ "TPAs", "POs": several of a short form."""
    return len(word) > 2 and word[:-1].isupper() and word[-1] == "s"


def _counted(words: tuple[str, ...]) -> bool:
    first = words[1] if words[0].lower() == "the" else words[0]
    return first.lower() in _MANY or first[:1].isdigit()


def _head_before(tags: tuple[Pos, ...], index: int) -> int | None:
    """The head noun of what stands before a word: the last noun before its first preposition."""
    end = index
    while end > 0 and tags[end - 1] in {Pos.ADVERB, Pos.PREDETERMINER}:
        end -= 1
    listed = Pos.JOINER in tags[:end]
    joints = {Pos.PREPOSITION, Pos.TO} if listed else {Pos.PREPOSITION, Pos.TO, Pos.COMMA}
    joint = next((i for i in range(1, end) if tags[i] in joints), end)
    if joint < end and tags[end - 1] not in _NOUNS | {Pos.NUMBER}:
        return None
    rate = next((i for i in range(1, joint) if tags[i] is Pos.DETERMINER and tags[i - 1] in _NOUNS), joint)
    head = rate - 1
    return head if head >= 0 and tags[head] in _NOUNS | {Pos.PRONOUN, Pos.NUMBER} else None


def _plural_verb(words: tuple[str, ...], tags: tuple[Pos, ...], index: int) -> bool:
    """Whether a word behind a plural subject is its verb."""
    word, tag = words[index].lower(), tags[index]
    if _noun_there(words, tags, index):
        return False
    adjacent = _adjacent(words, tags, index)
    noun_too = Pos.NOUN in (can_be(word) or {Pos.NOUN})
    if tag is Pos.PRESENT or (tag is Pos.BASE and (adjacent or not noun_too)):
        return True
    can = can_be(word) or can_be(word.rsplit("-", 1)[-1])
    if Pos.BASE not in can or not adjacent or tag is Pos.PREPOSITION:
        return False
    return _verb_by_what_follows(words, tags, index)


def _adjacent(words: tuple[str, ...], tags: tuple[Pos, ...], index: int) -> bool:
    """Whether the plural stands right before the word."""
    before = words[index - 1]
    plural_name = before[:-1].isupper() and before[-1:] == "s"
    collective = before.lower() in _COLLECTIVE
    placed = index > 2 and tags[index - 1] is Pos.NAME and tags[index - 2] is Pos.PREPOSITION
    plural = tags[index - 1] is Pos.NOUNS or plural_name
    return plural or collective or placed or _joint_subject(words, tags, index)


def _how_often(after: tuple[str, ...]) -> bool:
    """ "prices change at 4am", "rates move daily": only something that happens has an hour or a rhythm behind it."""
    small = [word.lower() for word in after]
    return bool(small) and (small[0] in _RHYTHMS or (small[0] == "at" and small[-1][:1].isdigit()))


SINCE = re.compile(r"spring|summer|fall|winter|last|\d{4}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
_RHYTHMS = {"daily", "hourly", "weekly", "nightly", "overnight", "constantly", "often", "twice", "every"}


def _noun_there(words: tuple[str, ...], tags: tuple[Pos, ...], index: int) -> bool:
    """Whether a word that can be a verb is the head of a compound ("sales ledger", "port fees audit in May")."""
    word, before = words[index].lower(), words[index - 1].lower()
    follows = tags[index + 1] if index + 1 < len(tags) else None
    if tags[index - 1] is Pos.NOUNS and _how_often(words[index + 1 : index + 3]):
        return False
    if index == 1 and word in _RARE_VERBS | _DESCRIBING and _plural_follows(tags, index) and _may_act(before):
        return True
    if before in PLURAL_MODIFIERS and Pos.NOUN in can_be(word) and not _object_follows(tags, index):
        return True
    if follows is None and Pos.NOUN in can_be(word):
        return not (tags[index] is Pos.PRESENT and tags[index - 1] is Pos.NOUNS)
    if words[index + 1 : index + 2] and words[index + 1].lower() in {"what", "how", "whatever"}:
        return False
    if word in _EVENTS and not _plural_follows(tags, index):
        bare = follows in {Pos.NOUN, Pos.ING, Pos.NAME}
        return bare or (follows is Pos.PREPOSITION and not _people(before))
    if word in {"set", "cut", "split"} and follows is Pos.PREPOSITION and not _people(before):
        return True
    return word == "net" and words[index + 1 : index + 2] == ("of",)


def _may_act(word: str) -> bool:
    """Whether a word in -s may be the verb a note begins with ("tests journal entries"), not those who act."""
    return Pos.PRESENT_S in can_be(word) and word not in _AGENTS and not _people(word)


#: Nouns that are hardly ever verbs between a word in -s and a plural.
_DESCRIBING = {
    "journal", "grain", "partner", "store", "farm", "fire", "fuel", "grant", "project", "contract", "trade", "mail",
}  # fmt: skip


def _verb_by_what_follows(words: tuple[str, ...], tags: tuple[Pos, ...], index: int) -> bool:
    word, before = words[index].lower(), words[index - 1].lower()
    follows = tags[index + 1] if index + 1 < len(tags) else None
    if before in PLURAL_MODIFIERS or (word in _RARE_VERBS and before not in _COLLECTIVE | _PEOPLE):
        return False
    asked = index + 1 < len(words) and words[index + 1].lower() in {
        "what",
        "how",
        "whatever",
        "everything",
        "nothing",
    }
    if _object_follows(tags, index) or _plural_follows(tags, index) or asked:
        return True
    if follows is Pos.JOINER and index + 2 < len(words) and Pos.BASE in can_be(words[index + 2].lower()):
        return Pos.NOUN not in can_be(word)
    by_people = _people(before) and index + 1 < len(words) and words[index + 1].lower() in _WAYS
    return (word not in _EVENTS and follows in _AFTER_VERB) or by_people


#: How somebody does a thing: behind people and a word that may be either, these leave only the verb.
_WAYS = {"without", "through", "via", "off", "by", "straight", "directly", "twice", "late", "early"}
_AFTER_VERB = {Pos.PREPOSITION, Pos.ADVERB, Pos.ADJECTIVE, Pos.PARTICLE, Pos.TO}


def _joint_subject(words: tuple[str, ...], tags: tuple[Pos, ...], index: int) -> bool:
    """ "the plant manager and finance": two nouns joined, nothing hanging on them."""
    before = tags[:index]
    return "and" in (w.lower() for w in words[: index - 1]) and Pos.PREPOSITION not in before


def _people(plural: str) -> bool:
    return plural in _PEOPLE | _AGENTS or plural.endswith(
        ("ers", "ors", "ists", "ants", "yees", "stees", "ttees")
    )


def _object_follows(tags: tuple[Pos, ...], index: int) -> bool:
    return index + 1 < len(tags) and tags[index + 1] in _OBJECT_STARTS


def _plural_follows(tags: tuple[Pos, ...], index: int) -> bool:
    """A plural noun after the word, with at most modifiers between: what the verb is done to."""
    for tag in tags[index + 1 : index + 4]:
        if tag is Pos.NOUNS:
            return True
        if tag not in {Pos.ADJECTIVE, Pos.NOUN, Pos.PARTICIPLE}:
            return False
    return False


#: Behind a single word these are verbs, though the trade knows them as nouns ("audit covers inventory").
_HOLDS = {
    "covers", "includes", "uses", "needs", "owns", "handles", "posts", "signs", "holds", "keeps", "pays", "runs",
    "buys", "sells",
}  # fmt: skip


_FAR = 5


def _surely(words: tuple[str, ...], tags: tuple[Pos, ...], index: int) -> bool:
    """ "the count takes 40 people", "provost signs every requisition", "audit covers inventory": nothing but a verb."""
    word, follows = words[index].lower(), tags[index + 1 : index + 2]
    if word in {"take", "takes"} and (
        follows == (Pos.NUMBER,)
        or words[index + 1 : index + 2] in (("a",), ("an",), ("all",), ("about",), ("over",))
    ):
        return True
    if words[0].lower() in _SINGLE and _share_before(words, index) and Pos.PRESENT_S in can_be(word):
        return tags[index - 1] is Pos.NOUNS
    after = [w.lower() for w in words[index + 1 : index + 3]]
    held = len(after) == 2 and after[0] in {"every", "each", "the"} and after[1] not in _RATES
    alone = index < _FAR and tags[index - 1] is Pos.NOUN and set(tags[1:index]) <= {Pos.NOUN, Pos.ADJECTIVE}
    return alone and word in _HOLDS and (held or follows in ((Pos.NOUN,), (Pos.NOUNS,)))


def _singular_verb(words: tuple[str, ...], tags: tuple[Pos, ...], index: int) -> bool:
    word, tag = words[index].lower(), tags[index]
    can = can_be(word)
    if not word.endswith("s") or Pos.PRESENT_S not in (can or {tag}):
        return False
    if Pos.NOUNS not in can and tag is Pos.PRESENT_S:
        return True
    follows = tags[index + 1] if index + 1 < len(tags) else None
    if follows in {None, Pos.PRESENT, Pos.MODAL} and Pos.NOUNS in can:
        return False
    if word in PLURAL_MODIFIERS and follows in _NOUNS:
        return False
    next_word = words[index + 1].lower() if follows else ""
    if next_word in {"this", "next", "last", "every", "each", "a", "per"} and tag is not Pos.PRESENT_S:
        return False
    certain = follows in {
        Pos.NOUN,
        Pos.NOUNS,
        Pos.NAME,
        Pos.DETERMINER,
        Pos.POSSESSIVE,
        Pos.WHEN,
        Pos.PRONOUN,
    } or (
        next_word
        in _SUBORDINATE | {"only", "once", "twice", "late", "early", "because", "again", "up", "out"}
        and next_word not in {"that", "who", "which", "what", "how", "as", "where", "than"}
    )
    if next_word in {"everything", "nothing", "something", "anything", "it", "them", "everyone", "nobody"}:
        return True
    determined = (
        words[0].lower() in _ONE | {"the", "our", "your", "their", "half", "no"} | _MASS_SUBJECT | _NAMELESS
    )
    head = _head_before(tags, index)
    named = head is not None and (tags[head] is Pos.NAME or (tags[head] is Pos.NUMBER and head > 0))
    determined = determined or named
    if word in _DOES and follows is Pos.NUMBER and Pos.NOUNS in tags[index + 2 : index + 5]:
        return True
    if word in _LEANING and follows in {Pos.PREPOSITION, Pos.ADVERB, Pos.TO, Pos.PARTICLE}:
        return True
    return determined and (certain or tag is Pos.PRESENT_S)
