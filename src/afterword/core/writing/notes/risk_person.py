"""Statements about a person: what passes, and what is too personal for a letter (risk_person.toml).

A list of forbidden words is never complete, so the rule is the other way round. What is said of the reader or of
somebody else passes only when it speaks of work, of a career, of what they want or gave, or of something harmless that
the two share. Everything else said of a person stays out and is listed.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea
from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.words.lexicon import Tag, forms_of, trade_words, verb_as

#: Kinds whose points may be statements about people; the others are about the business.
_OF_PEOPLE = frozenset({None, PointKind.CULTURE, PointKind.TEAM, PointKind.CONNECTION})
_WORD = re.compile(r"[^\W\d_][\w'&-]*")
_PARTED = re.compile(
    r"(\s*[,;]\s+(?!(?:and |so |as )?(?:me too|i do too|i did too|so do i|so did i|same here|like me|as do i|just like me)\b)|\s+(?:but|and) (?=(?:he|she|they|who|has|is|was|had|very|quite|a bit)\b))"
)
_LEADING = re.compile(
    r"^(?:(?:and|but|also|so|then|plus|well|oh|btw|by the way|apparently|anyway|actually|honestly|fyi|lol) )+|"
    r"^(?:he|she|they|who)(?: also| then| just)? (?:said|says|told me|mentioned|joked|admitted|explained|added)(?: that)? "
    r"(?=[a-z])|"
    r"^(?:the )?(?:ceo|cfo|coo|cto|fd|vp|md|controller|founder|owner|boss|manager|director|partner|hr|peer|recruiter) ?[:,-] ?"
)
_TRAILING = re.compile(
    r"[\s,.!-]+(?:lol|haha|she said|he said|they said|she says|he says|told me|i think|i guess)$"
)
_ASKED = re.compile(r"^\W*(?:he |she |they |who |also |then |and |they've )*(?:asked?|asks|question|q)\b")
_PRONOUN = re.compile(r"^(?:he|she|hes|shes|he's|she's|hed|shed|he'd|she'd|who|whos|who's)\b")
_OWN = re.compile(r"^(?:i|im|i'm|ive|i've|my|me)\b")
_ASKED_OF_ME = re.compile(
    r"\b(?:if|whether|do|did|when|how (?:much|often|long)) (?:i'?m|i am|i was|i'?ve|i have|i|my) (?:got |do |ever |often |still |really )*"
    r"(?:drink|smoke|vape|pray|vote|date|sleep|exercise|party|cry|gamble|own (?:a|my)|rent|married|single|planning|pregnant|religious|"
    r"gay|straight|healthy|well|sick|ill|ok|in a union|in the union|seeing|dating|in debt|a citizen|kids|children|back|health|knees?|heart|weight)\b"
)
_MINE = re.compile(
    r"\b(?:about|is|was|if|whether|why|how|what|whats|what's|for) (?:is |are )?my ((?:[^\W\d_][\w'-]* ?){1,4})"
)
_PLACED = re.compile(r"\b(?:in|from|at) [^\W\d_]{4,}")
_REPORT = re.compile(
    r"\b(?:told|said|says|mentioned|joked|admitted|call|anytime|any time|she|he|they|me|us|it|so|too|also|i|you|him|her)\b",
    re.I,
)
_SAYS_SOMETHING = re.compile(r"\d|[^\W\d_]{3,}")
_SHORT = re.compile(r"^(he|she|who)'?s(?= )")
_SUBJECT = re.compile(r"^(?:(?:the|a|his|her|their|my) )?(?:[^\W\d_][\w'&-]* ){1,2}?(?=[^\W\d_])")
#: People together: they make a statement one about work, unless it goes into something intimate.
_GROUPS = frozenset(
    {"team", "teams", "staff", "people", "peers", "colleague", "colleagues", "members", "everyone"}
)
#: A chunk that begins with one of these has its subject left out, and the subject is a person.
_OWN_VERBS = frozenset(
    {
        "need",
        "have",
        "know",
        "live",
        "feel",
        "love",
        "hate",
        "miss",
        "drink",
        "smoke",
        "going",
        "seeing",
        "having",
        "living",
        "dating",
        "drinking",
        "expecting",
        "feeling",
    }
)
#: What nobody says of a person: "too many", "they move fast", "me too".
_OTHERWISE = re.compile(
    r"^(?:(?:made|based|held|kept|sold|bought|paid|due|owed|grown|brewed|baked|printed|built|caught) (?:in|by|from|of|to|at|on|for|through)\b|too (?:many|much|few|late|long|big|small)\b|they\w*\b|we\b|it\w*\b|me too|i do too|i (?:met|spoke|talked|saw)\b)"
)
_POSSESSED = re.compile(r"\b(?:his|her|hers|my|himself|herself|myself)\b")


@dataclass(frozen=True, slots=True)
class _Lists:
    work: frozenset[str]
    safe: frozenset[str]
    people: frozenset[str]
    vague: frozenset[str]
    traits: frozenset[str]
    weak: frozenset[str]
    private_verbs: frozenset[str]
    pastimes: frozenset[str]
    asked_of_me: frozenset[str]
    business: frozenset[str]
    trade: frozenset[str]
    leave: frozenset[str]
    patterns: dict[str, "re.Pattern[str]"]


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    table = tomllib.loads(files(__package__).joinpath("risk_person.toml").read_text(encoding="utf-8"))
    words = {name: frozenset(text.split()) for name, text in table["words"].items()}
    return _Lists(
        work=(trade_words() - words["not_work"]) | words["work"],
        safe=words["safe"],
        people=words["people"],
        vague=words["vague"],
        traits=words["traits"],
        weak=words["weak"],
        private_verbs=words["private_verbs"],
        pastimes=words["pastimes"],
        asked_of_me=words["asked_of_me"],
        business=words["business"],
        trade=words["trade"],
        leave=words["leave"],
        patterns={name: re.compile("|".join(entry)) for name, entry in table["patterns"].items()},
    )


@lru_cache(maxsize=1)
def business_words() -> frozenset[str]:
    """Words, folded, by one of which a note is about work: the trade's, those of running a business, its customers."""
    lists = _lists()
    return (lists.work | trade_words() | lists.business) - lists.people


@lru_cache(maxsize=1)
def trade_nouns() -> frozenset[str]:
    """Words, folded, that speak of business wherever they stand."""
    lists = _lists()
    return (lists.work | trade_words() | lists.trade) - lists.people - lists.weak - _GROUPS - lists.leave


def a_career(text: str) -> bool:
    """Whether lower-case words tell of somebody's way at work: years there, what they started as or built."""
    return bool(_lists().patterns["career"].search(text))


def a_pastime(text: str) -> bool:
    """Whether lower-case words tell of a harmless pastime or taste, which a reader who told of it likes to find again."""
    return bool(_lists().patterns["pastime"].search(text))


def a_custom(text: str) -> bool:
    """Whether lower-case words tell of a custom of the place: what they do together, or on a day of the week."""
    return bool(_lists().patterns["custom"].search(text))


def without_private(
    text: str,
    *,
    kind: PointKind | None,
    names: tuple[str, ...] = (),
    own: frozenset[str] = frozenset(),
    record: str = "",
) -> tuple[str, tuple[str, ...]]:
    """A sentence without what it says of a person's private side, and those parts as they were typed.

    ``names``: folded name words of the reader; ``own``: folded words of the user's profile, which may be shared;
    ``record``: words of the record, which are the trade's.
    """
    parts = _PARTED.split(text)
    kept, out, gap = "", [], ""
    for index, part in enumerate(parts):
        if index % 2:
            gap = part
        elif part.strip() and is_private(part, kind=kind, names=names, own=own, record=record):
            out.append(part.strip())
        else:
            kept = f"{kept}{gap}{part}" if kept else part
    if out and kept and not _SAYS_SOMETHING.search(_REPORT.sub(" ", kept)):
        return "", (text.strip(),)
    return kept, tuple(out)


@lru_cache(maxsize=4096)
def is_private(
    text: str,
    *,
    kind: PointKind | None = None,
    names: tuple[str, ...] = (),
    own: frozenset[str] = frozenset(),
    record: str = "",
) -> bool:
    """Whether one part of a note says something of a person that has no place in a letter."""
    lists = _lists()
    spoken, named = _spoken(text, names)
    bare = lists.patterns["free"].sub(" work ", spoken)
    words = [folded(w).removesuffix("'s") for w in _WORD.findall(bare)]
    about = _of_a_person(bare, words, named)
    work = _of_work(words) or _of_record(bare, record)
    asked = bool(_ASKED.search(spoken))
    if _found("always", bare, record) or (not asked and _found("manner", bare, record)):
        return True
    busy = work and any(w in lists.work and w not in _GROUPS for w in words)
    if _found("intimate", bare, record) and (not busy or about or bool(_POSSESSED.search(bare))):
        return True
    if asked:
        return (bool(_ASKED_OF_ME.search(spoken)) and not work) or _asked_too_much(bare, words, own)
    if kind not in _OF_PEOPLE or not about or work or '"' in spoken:
        return False
    if kind is None and a_pastime(bare):
        return False
    return not _passes(bare, words, shared=kind is PointKind.CONNECTION, own=own)


def _of_work(words: list[str]) -> bool:
    """Whether the words speak of work: beside a verb of private life only words that speak of little else count."""
    lists = _lists()
    private = any(w in lists.private_verbs for w in words[:3])
    return any(
        bool({w, w.removesuffix("s")} & lists.work)
        and w not in lists.people
        and not (private and w in lists.weak)
        for w in words
    )


_TOGETHER = re.compile(
    r"\b(?:(?:team|staff|works|company|office|department) (?:[a-z]+s?|(?:choir|band|quiz|picnic|league|orchestra))|they all|(?:to|in|at|around) the office|as me|like me|both|mine|me too|same|as well|with the team|meetings?|(?:mon|tues|wednes|thurs|fri)days|cash|p&l|regions?|orders?|lead times?|suppliers?|vendors?|customers?|payments?|stock|stage|sales|revenue|costs?|costing|duty|vat|tax|ledgers?|invoic\w+|margins?|inventory|clients?|audits?|accounts|budgets?|funds?|grants?|memberships?|clubs? (?:income|fees)|ifrs|gaap|accruals?|polic\w+|vouchers?)\b",
    re.I,
)


_OF_THE_FIRM = re.compile(r"(?:they|we) (?!all\b|both\b|drink|smoke|party\b)\w+", re.I)


def only_a_pastime(idea: Idea) -> bool:
    """Whether an idea from the free box tells of a private pastime: not a harmless one, nor shared, nor the trade's."""
    told = idea.kind is PointKind.PERSONAL and (not idea.clause or idea.clause.startswith("you "))
    if not told or _OF_THE_FIRM.match(idea.raw) or _TOGETHER.search(idea.raw):
        return False
    small = idea.raw.lower()
    return not (a_pastime(small) or a_career(small) or a_custom(small))


def _spoken(text: str, names: tuple[str, ...]) -> tuple[str, bool]:
    """The words in small letters without what only leads in or out; and whether the reader's name led them."""
    small = _TRAILING.sub("", " ".join(text.lower().split()))
    small = _LEADING.sub("", _LEADING.sub("", small.strip(" .!-:(")))
    named = False
    while (word := _WORD.match(small)) and folded(word[0]) in names:
        small, named = small[word.end() :].lstrip(" ,:.-"), True
    small = _SHORT.sub(r"\1 is", _LEADING.sub("", small))
    return small, named


def _found(which: str, text: str, record: str) -> bool:
    """Whether a pattern is found whose words are not the record's own."""
    own = record.lower()
    return any(m[0].strip() not in own for m in _lists().patterns[which].finditer(text))


def _of_record(text: str, record: str) -> bool:
    own = {w for w in _WORD.findall(record.lower()) if len(w) > 4}
    return any(w in own for w in _WORD.findall(text))


def _of_a_person(text: str, words: list[str], named: bool) -> bool:
    """Whether the subject is a person: a pronoun, the reader's name, "the boss", a verb without subject, a manner."""
    if not words or _OTHERWISE.match(text):
        return False
    if _PRONOUN.match(text) or _OWN.match(text):
        return True
    lists = _lists()
    if not any(forms_of(w) for w in words) and len(words) <= _FEW_WORDS and set(words) & lists.people:
        return bool(set(words) & (lists.traits | lists.vague))
    head = [w for w in words[:4] if w not in {"the", "a", "an", "his", "her", "their", "my", "every", "each"}]
    if any(w in lists.people for w in head[:2]) or words[0] in lists.vague:
        return True
    if any(w in lists.traits for w in words) and len(words) <= _FEW_WORDS:
        return True
    if words[0] in _OWN_VERBS or (words[0] in {"her", "his"} and not _of_work(words[1:2])):
        return True
    if words[0] in lists.pastimes | lists.private_verbs and len(words) > 1:
        return True
    verb = verb_as(words[0], Tag.S, Tag.PAST)
    if verb is None or verb.base in word_set("company_past") or words[0] == "sold":
        return False
    return (not verb.nounlike or named) and len(words) > 1


#: A chunk of no more words than this that holds a word for a manner is about somebody's manner.
_FEW_WORDS = 4


def _asked_too_much(text: str, words: list[str], own: frozenset[str]) -> bool:
    """Whether a question goes to something of the user's that is neither work, nor in their profile, nor harmless."""
    of_me = _MINE.search(text)
    if of_me is None:
        return False
    lists = _lists()
    named = {folded(w).removesuffix("'s") for w in of_me[1].split()}
    harmless = lists.asked_of_me | (lists.work - lists.weak) | lists.safe | own
    return not {form for w in named for form in (w, w.removesuffix("s"))} & harmless


def _passes(text: str, words: list[str], *, shared: bool, own: frozenset[str]) -> bool:
    """Whether a statement about a person that names no work tells of a career, a wish, a gift, or something shared."""
    patterns, lists = _lists().patterns, _lists()
    said = (text, _SUBJECT.sub("", text, count=1))
    private = any(w in lists.private_verbs for w in words[:2])
    if not private and any(patterns[name].search(text) for name in ("career", "custom")):
        return True
    if any(patterns["wanting"].search(t) for t in said):
        return True
    said_so = bool(patterns["shared"].search(text))
    both = shared or said_so
    if shared and said_so:
        return True
    if both and any({w, w.removesuffix("s")} & lists.safe or (w in own and len(w) > 3) for w in words):
        return True
    return bool(both and _PLACED.search(text))
