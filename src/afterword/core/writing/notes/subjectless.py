"""Notes that begin with their verb: who does it is understood, the reader or the company."""

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.clause import (
    STAND_ALONE,
    Clause,
    find_clause,
)
from afterword.core.writing.notes.finite import PLURAL_MODIFIERS, finite_place, own_subject
from afterword.core.writing.notes.habitual import habit
from afterword.core.writing.notes.objects import a_new
from afterword.core.writing.notes.person import FINITE, shifted
from afterword.core.writing.notes.phrases import (
    ADVERBS,
    PREPOSITIONS,
    is_number,
    loose_end,
    plural_noun,
)
from afterword.core.writing.notes.reader import about_reader, names_somebody
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.subjects import (
    COMPANY_PAST,
    COMPANY_VERBS,
    from_clause,
    move_in,
)
from afterword.core.writing.notes.tokens import lowered
from afterword.core.writing.notes.topics import LEDGER_NOUNS
from afterword.core.writing.words.lexicon import Tag, Verb, verb_as
from afterword.core.writing.words.tagger import Pos, can_be

_PREDICATES = {
    "incomplete", "late", "messy", "broken", "manual", "slow", "outdated", "missing", "huge", "high", "low",
    "wrong", "unfinished", "open", "overdue", "unclear", "new",
}  # fmt: skip


#: Deals a company is about to make: "buys a rival in May" is told as going on.
_DEALS = {"acquire", "buy", "merge", "launch"}
_PROGRESS = word_set("progress_verbs")


def lost_verb(parts: list[str], index: int) -> bool:
    """Whether "is" is missing before this word."""
    small = parts[index].lower()
    before = parts[index - 1].lower()
    after = parts[index + 1].lower() if index + 1 < len(parts) else ""
    if _state(parts, index, small, after) or _placed(small, before, after, index):
        return True
    if small in _PREDICATES and not after and not verb_as(before, Tag.S, Tag.PAST, Tag.BASE):
        return True
    if small in {"run", "set", "cut", "put", "split", "kept"} and after == "by":
        return True
    if small in {"set", "cut", "split"} and after in {"in", "at", "each", "every", "once"}:
        return True
    if small in {"paid", "billed", "booked", "invoiced"} and is_number(after):
        return True
    return _passive(small, before, after)


def _state(parts: list[str], index: int, small: str, after: str) -> bool:
    """ "due on Friday", "out of date", "up 30%", "doubling in May", "40 years old"."""
    told = parts[index - 1] == "," or any(verb_as(p, Tag.S, Tag.PAST) for p in parts[:index])
    if small == "due":
        return after in _DUE or is_number(after)
    if small == "out":
        return parts[index + 1 : index + 3] == ["of", "date"] or after == "by"
    if small == "new":
        return after in {"since", "this"} and not told
    if small in {"up", "down"}:
        return not told and (is_number(after) or after == "from")
    if small in _PROGRESS:
        return index > 0 and (after in _DURING or is_number(after))
    return is_number(small) and after == "years" and parts[index + 2 : index + 3] == ["old"]


def _placed(small: str, before: str, after: str, index: int) -> bool:
    """ "still by hand", "finally in Snowflake", "documents all from 2019"."""
    if small in {"still", "finally", "now", "already", "also"} and after in {"by", "on", "in", "with", "at"}:
        return True
    if small in {"mostly", "mainly"}:
        several = plural_noun(before) and plural_noun(after) and Pos.BASE not in can_be(after)
        return several or after in {"from", "in", "by", "on"}
    return before == "all" and small in {"from", "in", "on", "by"} and index > 1


#: Verbs that nothing is done by ("the team met in May", "prices held").
_NO_OBJECT = word_set("no_object_verbs") - {
    "hold",
    "lead",
    "run",
    "show",
    "pay",
    "sell",
    "ship",
    "count",
    "level",
    "balance",
    "close",
}


def _passive(small: str, before: str, after: str) -> bool:
    verb = verb_as(small, Tag.PARTICIPLE)
    if small == "left" or (small == "closed" and not after) or (verb is not None and verb.base in _NO_OBJECT):
        return False
    if verb is None and Pos.PARTICIPLE in can_be(small) and not can_be(small) & {Pos.BASE, Pos.NOUN}:
        behind = after in _AFTER_PASSIVE or (
            not after and before in {"never", "rarely", "already", "still", "mostly"}
        )
        return small.endswith("ed") and before not in _HELPING and behind
    if verb is None or verb_as(small, Tag.BASE) or verb.base in STAND_ALONE or before in _HELPING:
        return False
    return not after or after in _AFTER_PASSIVE


_DUE = {
    "on", "by", "in", "at", "within", "next", "every", "today", "tomorrow", "soon", "now", "after", "before",
}  # fmt: skip
_DURING = {"in", "with", "by", "to", "next", "this", "at", "over", "on", "fast"}
_HELPING = {"is", "are", "was", "were", "be", "been", "has", "have", "had", "not", "get", "gets", "being"}
_AFTER_PASSIVE = {
    "as", "each", "until", "separately", "together", "daily", "by", "in", "on", "once", "every", "at", "weekly",
    "monthly", "quarterly", "yearly", "annually", "nightly", "hourly", "twice", "manually", "from", "for",
}  # fmt: skip


def subjectless(chunk: Chunk, parts: list[str]) -> Idea | None:
    """A note that begins with its verb: "teaches at a law school", "tripled in three years", "moving to Sage"."""
    first = parts[0].lower()
    if lowered(parts) in _GROWING:
        return _in_growth(chunk)
    if len(parts) < 2 or _describes(parts) or "myself" in lowered(parts):
        return None
    if told := habit(chunk, parts):
        return told
    if (gerund := verb_as(first, Tag.ING)) and _verbal(parts):
        return _in_progress(chunk, parts, gerund.base)
    verb = verb_as(first, Tag.S, Tag.PAST)
    if verb is not None and (_done_to(verb, parts) or (first == "paid" and _LEAVE & set(chunk.small[1:4]))):
        return None
    if first in {"is", "are"} and (doing := verb_as(parts[1], Tag.ING)) and len(parts) > 2:
        return _in_progress(chunk, parts[1:], doing.base)
    helped = first in {"did", "has", "had"} and parts[1].lower() in {"a", "an"}
    if verb is None or (own_subject(parts) and not helped) or not _reads_as_verb(verb, parts):
        return None
    if verb_as(first, Tag.S) and verb.base in _DEALS:
        return _in_progress(chunk, [verb.ing, *parts[1:]], verb.base)
    return _done_by(chunk, verb, parts)


def _done_by(chunk: Chunk, verb: Verb, parts: list[str]) -> Idea | None:
    """What the company or the reader did or does, told with its verb first."""
    first, rest = parts[0].lower(), tuple(parts[1:])
    past = verb_as(first, Tag.PAST) is not None and verb_as(first, Tag.S) is None
    if past and verb.base in COMPANY_PAST and rest[0].lower() != "up":
        return from_clause(chunk, Clause(("the", "company"), (), first, tuple(a_new(parts[1:]))))
    if verb.base in {"be", "have", "do"}:
        told = chunk.kind in _OF_PEOPLE or (chunk.kind is None and _of_a_person(first, lowered(list(rest))))
        return about_reader(chunk, Clause(("you",), (), first, rest)) if told else None
    if past and verb.past == verb.participle and rest[0].lower() == "by":
        return None
    return about_reader(chunk, Clause(("you",), (), first, rest))


def _of_a_person(verb: str, rest: list[str]) -> bool:
    """ "was a chef before accounting", "has six direct reports": only somebody is or has this, and it is the reader."""
    if verb in {"does", "did"}:
        return verb == "does" or rest[0] in {"a", "an", "her", "his"}
    if verb in {"has", "had"}:
        done = verb_as(rest[0], Tag.PARTICIPLE)
        if done is not None and len(rest) > 1 and rest[1] not in _AFTER_PASSIVE:
            return done.base not in COMPANY_PAST | {"be", "have"}
        return rest[0] in {"a", "an", "his", "her"} or is_number(rest[0])
    if verb not in {"is", "was"} or rest[0] not in {"a", "an"}:
        return False
    return names_somebody(rest)


_OF_PEOPLE = {PointKind.CONNECTION, PointKind.CULTURE, PointKind.PERSONAL, PointKind.TEAM}
_GROWING = (
    ["growing"],
    ["growing", "fast"],
    ["growing", "quickly"],
    ["growing", "a", "lot"],
    ["expanding"],
    ["expanding", "fast"],
)


def _in_growth(chunk: Chunk) -> Idea | None:
    """ "growing": said of nobody, it is said of the company."""
    return idea(
        chunk,
        shape=Shape.CLAUSE,
        kind=PointKind.GROWTH,
        topic=["the", "company's", "growth"],
        clause=["the", "company", "is", *lowered(list(chunk.parts))],
        sure=2,
    )


_ADJECTIVAL_ED = word_set("adjectival_ed")
#: Verbs whose object is thumbed without an article ("built dashboards"); any other past form describes its noun.
_BARE_DOERS = word_set("bare_doers")


def _describes(parts: list[str]) -> bool:
    """ "deferred revenue waterfall", "shared service centre", "building drive": the first word describes a noun."""
    first, after = parts[0].lower(), can_be(parts[1].lower())
    noun = parts[1].islower() and bool(after & {Pos.NOUN, Pos.NOUNS}) and parts[1].lower() not in _NO_NOUN
    past = verb_as(first, Tag.PAST)
    done = past is not None and past.past == past.participle and verb_as(first, Tag.S) is None
    if first in _ADJECTIVAL_ED or (
        past is not None and done and past.base not in _BARE_DOERS and not past.personal
    ):
        return noun
    if verb_as(first, Tag.ING):
        return noun and Pos.NOUN in after and first in _ADJECTIVAL_ING
    return parts[1].lower() in {"half", "council", "councils"} and Pos.NOUNS in can_be(first)


_ADJECTIVAL_ING = {
    "building", "parking", "training", "planning", "opening", "closing", "reporting", "running",
}  # fmt: skip
_NO_NOUN = {"up", "in", "out", "off", "down", "over", "all", "by", "on", "to", "for", "two", "three", "four"}
_ALONE = word_set("intransitive_verbs")


def _done_to(verb: Verb, parts: list[str]) -> bool:
    """ "updated on Fridays", "costed monthly": a participle whose noun stands elsewhere; "talked football": both of us."""
    first = parts[0].lower()
    if verb_as(first, Tag.S) or not verb_as(first, Tag.PAST):
        return False
    if verb.base in {"talk", "discuss", "chat"}:
        return True
    known_alone = first in _ALONE or verb.base in STAND_ALONE or verb.personal
    passive = verb.past == verb.participle and not known_alone
    return passive and (parts[1].lower() in _AFTER_PASSIVE or parts[1].lower() in {"on", "at", "in"})


def _reads_as_verb(verb: Verb, parts: list[str]) -> bool:
    """Whether the first word of a chunk is its verb and not a noun that looks like one."""
    first = parts[0].lower()
    if verb_as(first, Tag.PAST) and verb.past == verb.base:
        object_at = 2 if parts[1].lower() in {"up", "out"} and len(parts) >= _CLAUSE else 1
        return parts[object_at].lower() in {"the", "a", "an", "their", "his", "her", "all"} or is_number(
            parts[1]
        )
    if verb_as(first, Tag.PAST):
        later = find_clause(parts)
        return later is None or later.verb.lower() not in FINITE or "when" in lowered(parts)
    if first == "offers" and parts[1].lower() in {
        "before",
        "after",
        "by",
        "on",
        "in",
        "for",
        "to",
        "from",
        "at",
    }:
        return False
    if _all_of_them(parts):
        return False
    if not verb.nounlike or first in _VERB_FIRST:
        return find_clause(parts) is None or first in _VERB_FIRST
    infinitive = parts[1].lower() == "to" and len(parts) > 2 and Pos.BASE in can_be(parts[2].lower())
    if parts[1].lower() in _DIRECTIONS and first not in _ALONE and not infinitive:
        return False
    return _does_to_things(parts) or (_after_verb(parts[1]) and not parts[1].endswith("%"))


def _all_of_them(parts: list[str]) -> bool:
    """ "deposits all sit in one account": behind a plural and "all", a word that may be a verb is one."""
    if len(parts) < _CLAUSE or parts[1].lower() not in {"all", "both"}:
        return False
    verb, behind = verb_as(parts[2], Tag.BASE), parts[3].lower()
    acts = verb is not None and (not verb.nounlike or verb.base in _OF_THINGS)
    return acts and (behind in PREPOSITIONS | ADVERBS | {"due", "late", "early"} or is_number(behind))


#: What several things do together, though the words are nouns as well.
_OF_THINGS = {"fall", "end", "start", "land", "run", "close", "stop", "change", "match", "sit", "come", "go"}


_CLAUSE = 4


def _does_to_things(parts: list[str]) -> bool:
    """ "tests payroll files in Python", "drafts client memos": before a noun and a plural a word in -s is a verb.

    A plural hardly ever describes a noun; those that do ("returns", "orders") are left as they are.
    """
    first = parts[0].lower()
    end = next((i for i, p in enumerate(parts) if i and p.lower() in PREPOSITIONS | _SELF), len(parts))
    if first in PLURAL_MODIFIERS | LEDGER_NOUNS or end not in _OBJECT_ENDS or is_number(parts[1]):
        return False
    small = lowered(parts[1:end])
    nouns = all(can_be(word) & {Pos.NOUN, Pos.ADJECTIVE, Pos.NOUNS} for word in small)
    verbal = Pos.NOUNS in can_be(small[0]) or any(word in FINITE | ADVERBS for word in small)
    return (
        nouns and not verbal and plural_noun(small[-1]) and small[-1] not in FINITE and not own_subject(parts)
    )


_SELF = {"himself", "herself", "themselves", "yourself"}
#: Where the object of such a verb may end: two or three words behind it.
_OBJECT_ENDS = {3, 4}


_VERB_FIRST = {
    "offers", "bikes", "walks", "rows", "swims", "sails", "files", "teaches", "reports", "lives", "started",
    "travels", "volunteers", "knits", "hikes", "runs", "uses", "trades", "keys", "leads", "works", "plays",
    "covers", "handles", "hosts", "shares", "likes", "bakes", "sings", "coaches", "mentors", "chairs",
    "owns", "audits", "loves", "helps", "looks",
}  # fmt: skip


#: Behind a word that may be a plural noun these begin no object ("deposits to the factory", "claims about freight").
_DIRECTIONS = {"to", "into", "through", "about", "up", "out"}


_OBJECT_STARTS = {
    "a", "an", "the", "every", "all", "to", "his", "her", "their", "my", "about", "up", "out", "through", "into", "both",
}  # fmt: skip


def _after_verb(word: str) -> bool:
    return word.lower() in _OBJECT_STARTS or is_number(word)


_LEAVE = {"leave", "holiday", "holidays", "vacation", "overtime"}
_AFTER_ING = word_set("after_ing")
_WORK_VERBS = word_set("work_verbs")
#: "the hiring manager", "the buying team": the -ing form says what they do, nobody is doing it.
_TITLES = {
    "manager",
    "mgr",
    "managers",
    "team",
    "lead",
    "partner",
    "director",
    "committee",
    "process",
    "panel",
}


#: What people do in their own time; said of the company it is a joke.
_OWN_TIME = {"park", "cycle", "walk", "commute", "live", "study", "learn"}


def _verbal(parts: list[str]) -> bool:
    """Whether a chunk that begins with an -ing form tells of something being done, not of a thing."""
    verb = verb_as(parts[0], Tag.ING)
    if parts[1].lower() in _TITLES or (verb is not None and verb.base in _OWN_TIME):
        return False
    place = finite_place(tuple(parts))
    told = place is not None and Pos.NOUNS not in can_be(parts[place].lower()) and place > 1
    if told and (parts[place or 0].lower() in FINITE or Pos.PRESENT_S in can_be(parts[place or 0].lower())):
        return False
    if parts[1].lower() in _AFTER_ING or is_number(parts[1]):
        return True
    return verb is not None and verb.base in COMPANY_VERBS | _WORK_VERBS


def _in_progress(chunk: Chunk, parts: list[str], base: str) -> Idea | None:
    rest = shifted(parts, chunk.scene)
    if not rest or loose_end(rest) or len(rest) > 20:
        return None
    move = move_in(rest)
    topic = move or rest
    kind = (
        PointKind.GROWTH
        if base in {"grow", "expand", "triple", "double", "open", "hire", "acquire"}
        else PointKind.PROJECT
    )
    clause = (
        ["the", "company", "is", *rest]
        if kind is PointKind.GROWTH and base != "hire"
        else ["you", "are", *rest]
    )
    return idea(chunk, shape=Shape.CLAUSE, kind=kind, topic=topic, clause=clause, sure=3, plain=True)
