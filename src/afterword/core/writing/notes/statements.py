"""Facts told in the interview: clauses with a subject, verbs without one, and clipped notes that lost their verb."""

import re

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.clause import (
    STAND_ALONE,
    Clause,
    agrees_with_you,
    find_clause,
    noun_subject,
    spoken_clause,
    whole,
)
from afterword.core.writing.notes.person import FINITE, is_reader, shifted
from afterword.core.writing.notes.phrases import (
    is_gerund,
    is_number,
    is_plural,
    loose_end,
    plausible_noun_phrase,
    text_of,
    with_article,
)
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import lowered
from afterword.core.writing.words.lexicon import Tag, Verb, verb_as

COMPANY_VERBS = word_set("company_verbs")
_COMPANY_PAST = word_set("company_past")
PERIODS = word_set("periods")
_PROCESSES = word_set("processes")
_PLACE_HELD = r"here|there|with the [a-z]+|in (?:the |this )?(?:role|seat|job|post|firm|company)|at \S+"
_TENURE = re.compile(
    rf"^(?:(?:has|have|had) )?(?P<been>been )?(?:(?P<at>{_PLACE_HELD}) )?(?:for )?(?:about |over |nearly |almost )?"
    rf"(?:(?P<n>[\w.]+) (?P<unit>years?|months?)|since (?P<since>\d{{4}}))(?: (?P<where>{_PLACE_HELD}))?$",
    re.I,
)


def stated(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that states something, or None."""
    parts = list(chunk.parts)
    if not parts:
        return None
    return (
        _tenure(chunk)
        or _aim(chunk)
        or _clipped(chunk)
        or _unhelped(chunk)
        or _subjectless(chunk, parts)
        or _with_subject(chunk, parts)
    )


def _tenure(chunk: Chunk) -> Idea | None:
    """ "11 years there", "been in the role 4 months", "there since 2009": how long the reader has been there."""
    words = list(chunk.parts)
    if words and is_reader(words[0], chunk.scene):
        words = words[1:]
    match = _TENURE.match(" ".join(words))
    place = (match["where"] or match["at"] or "") if match else ""
    if match is None or not (place or match["been"]) or (match["n"] and not is_number(match["n"])):
        return None
    where = (
        ["in", "the", "role"]
        if place.startswith("in") and place.endswith(("role", "seat", "job", "post"))
        else ["with", chunk.scene.company]
    )
    time = ["since", match["since"]] if match["since"] else ["for", match["n"], match["unit"]]
    topic = (
        ["your", "time", *where]
        if match["since"]
        else ["your", match["n"], match["unit"], *(where if where[0] == "in" else ["with", "the", "company"])]
    )
    return idea(
        chunk,
        shape=Shape.YOU,
        kind=PointKind.TEAM,
        topic=topic,
        clause=["you", "have", "been", *where, *time],
        sure=3,
        plain=True,
    )


_AIM = re.compile(
    r"^(?P<what>[\w&' -]+?) (?:is |at |of )?(?P<n>[$€£]?\d\S*)(?: (?:and )?(?:they |he |she )?wants?(?: (?:it|to be|to get to))?(?: (?:at|to|under|below))?) (?P<m>[$€£]?\d\S*)$",
    re.I,
)


def _aim(chunk: Chunk) -> Idea | None:
    """ "DSO 58 want 45": the aim is to bring it there."""
    match = _AIM.match(" ".join(chunk.parts))
    if match is None or not plausible_noun_phrase(match["what"].split()):
        return None
    what = with_article(match["what"].split())
    move = [*what, "from", match["n"], "to", match["m"]]
    return idea(
        chunk,
        shape=Shape.WANT,
        kind=PointKind.CHALLENGE,
        topic=["bringing", *move],
        focus=what,
        clause=["you", "want", "to", "bring", *move],
        want=text_of(["to", "bring", *move]),
        sure=3,
        plain=True,
    )


def _clipped(chunk: Chunk) -> Idea | None:
    """ "close 9 days", "forecast two weeks because of 19 tabs": the process takes that long."""
    parts = list(chunk.parts)
    for index in range(1, len(parts) - 1):
        if (
            is_number(parts[index])
            and parts[index + 1].lower() in PERIODS
            and parts[index - 1].lower() in _PROCESSES
        ):
            subject = parts[:index]
            if not plausible_noun_phrase(subject):
                return None
            verb = "take" if is_plural(subject) else "takes"
            rest = [*parts[index:]]
            return _from_clause(chunk, Clause(tuple(subject), (), verb, tuple(rest)))
    return None


def _unhelped(chunk: Chunk) -> Idea | None:
    """A clause whose "is" was left out: "restricted funds tracked in six spreadsheets", "documents all from 2019"."""
    parts = list(chunk.parts)
    for index in range(1, len(parts)):
        if not _lost_verb(parts, index):
            continue
        subject = parts[:index]
        adverbs: list[str] = []
        while len(subject) > 1 and subject[-1].lower() in {
            "still",
            "now",
            "all",
            "mostly",
            "only",
            "just",
            "always",
            "often",
            "never",
        }:
            adverbs.insert(0, subject.pop())
        if (
            find_clause(subject)
            or not plausible_noun_phrase(subject)
            or subject[0].lower() in {"they", "we", "he", "she", "i"}
            or (is_gerund(subject[0]) and len(subject) == 1)
        ):
            return None
        return _from_clause(
            chunk,
            Clause(tuple(subject), (), "are" if is_plural(subject) else "is", (*adverbs, *parts[index:])),
        )
    return None


_PREDICATES = {
    "incomplete",
    "late",
    "messy",
    "broken",
    "manual",
    "slow",
    "outdated",
    "missing",
    "huge",
    "high",
    "low",
    "wrong",
    "unfinished",
    "open",
    "overdue",
    "unclear",
    "new",
}


def _lost_verb(parts: list[str], index: int) -> bool:
    """Whether "is" is missing before this word."""
    small = parts[index].lower()
    before = parts[index - 1].lower()
    after = parts[index + 1].lower() if index + 1 < len(parts) else ""
    if small == "still" and after in {"by", "on", "in", "with"}:
        return True
    if small in _PREDICATES and not after and not verb_as(before, Tag.S, Tag.PAST, Tag.BASE):
        return True
    if before == "all" and small in {"from", "in", "on", "by"} and index > 1:
        return True
    if is_number(small) and after == "years" and parts[index + 2 : index + 3] == ["old"]:
        return True
    verb = verb_as(small, Tag.PARTICIPLE)
    if (
        verb is None
        or verb_as(small, Tag.BASE)
        or verb.base in STAND_ALONE
        or before
        in {"is", "are", "was", "were", "be", "been", "has", "have", "had", "not", "get", "gets", "being"}
    ):
        return False
    return not after or after in {
        "by",
        "in",
        "on",
        "once",
        "every",
        "at",
        "weekly",
        "monthly",
        "quarterly",
        "twice",
        "manually",
        "from",
        "for",
    }


def _subjectless(chunk: Chunk, parts: list[str]) -> Idea | None:
    """A note that begins with its verb: "teaches at a law school", "tripled in three years", "moving to Sage"."""
    first = parts[0].lower()
    if len(parts) < 2:
        return None
    if (gerund := verb_as(first, Tag.ING)) and _verbal(parts):
        return _in_progress(chunk, parts, gerund.base)
    verb = verb_as(first, Tag.S, Tag.PAST)
    if verb is None or not _reads_as_verb(verb, parts):
        return None
    if verb_as(first, Tag.PAST) and not verb_as(first, Tag.S) and verb.base in _COMPANY_PAST:
        return _from_clause(chunk, Clause(("the", "company"), (), first, tuple(parts[1:])))
    if verb.base in {"be", "have", "do"}:
        return (
            _about_reader(chunk, Clause(("you",), (), first, tuple(parts[1:])))
            if chunk.kind in {PointKind.CONNECTION, PointKind.CULTURE, PointKind.PERSONAL, PointKind.TEAM}
            else None
        )
    if (
        verb_as(first, Tag.PAST)
        and not verb_as(first, Tag.S)
        and verb.past == verb.participle
        and len(parts) > 1
        and parts[1].lower() == "by"
    ):
        return None
    return _about_reader(chunk, Clause(("you",), (), first, tuple(parts[1:])))


def _reads_as_verb(verb: Verb, parts: list[str]) -> bool:
    """Whether the first word of a chunk is its verb and not a noun that looks like one."""
    first = parts[0].lower()
    if verb_as(first, Tag.PAST) and verb.past == verb.base:
        return parts[1].lower() in {"the", "a", "an", "their", "his", "her", "all"} or is_number(parts[1])
    if verb_as(first, Tag.PAST):
        later = find_clause(parts)
        return later is None or later.verb.lower() not in FINITE or "when" in lowered(parts)
    if not verb.nounlike or first in _VERB_FIRST:
        return find_clause(parts) is None or first in _VERB_FIRST
    return _after_verb(parts[1])


_VERB_FIRST = {
    "runs",
    "uses",
    "trades",
    "keys",
    "leads",
    "works",
    "plays",
    "covers",
    "handles",
    "hosts",
    "shares",
    "likes",
    "bakes",
    "sings",
    "coaches",
    "mentors",
    "chairs",
    "owns",
    "audits",
    "loves",
    "helps",
    "looks",
}


def _after_verb(word: str) -> bool:
    small = word.lower()
    return small in {
        "a",
        "an",
        "the",
        "every",
        "all",
        "to",
        "in",
        "at",
        "on",
        "with",
        "for",
        "from",
        "his",
        "her",
        "their",
        "my",
        "about",
        "up",
        "out",
        "through",
        "into",
        "both",
    } or is_number(word)


_AFTER_ING = word_set("after_ing")
_WORK_VERBS = word_set("work_verbs")


def _verbal(parts: list[str]) -> bool:
    """Whether a chunk that begins with an -ing form tells of something being done, not of a thing."""
    verb = verb_as(parts[0], Tag.ING)
    if parts[1].lower() in _AFTER_ING or is_number(parts[1]):
        return True
    return verb is not None and verb.base in COMPANY_VERBS | _WORK_VERBS


def _in_progress(chunk: Chunk, parts: list[str], base: str) -> Idea | None:
    rest = shifted(parts, chunk.scene)
    if not rest or loose_end(rest) or len(rest) > 20:
        return None
    move = _move(rest)
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


def _move(rest: list[str]) -> list[str] | None:
    """ "moving to Sage in May", "going from seven banks to three" -> "the move …"."""
    first = rest[0].lower()
    if (
        first in {"moving", "switching", "migrating", "changing", "going"}
        and len(rest) > 2
        and rest[1].lower() in {"to", "from"}
    ) and rest[2].lower() not in {"a", "be"}:
        return ["the", "move", *rest[1:]]
    return None


_SAID_OF_READER = {
    "a",
    "an",
    "the",
    "proud",
    "from",
    "in",
    "at",
    "with",
    "on",
    "new",
    "my",
    "also",
    "responsible",
}


def _about_reader(chunk: Chunk, clause: Clause) -> Idea | None:
    described = (
        clause.verb.lower() in {"is", "was", "are", "were"}
        and clause.rest[:1]
        and clause.rest[0].lower() not in _SAID_OF_READER
        and not verb_as(clause.rest[0], Tag.ING)
    )
    if described:
        return None
    spoken = spoken_clause(clause, chunk.scene, subject=["you"])
    if spoken is None or len(spoken) > 22 or len(spoken) < 3:
        return None
    rest = shifted(whole(list(clause.rest)), chunk.scene, own=True)
    if rest is None:
        return None
    topic = _reader_topic(clause, agrees_with_you(rest))
    return (
        idea(chunk, shape=Shape.YOU, kind=PointKind.CULTURE, topic=topic, clause=spoken, sure=3, plain=True)
        if topic
        else None
    )


def _one_thought(rest: list[str]) -> list[str]:
    """What follows a verb up to where a second verb or a reason begins."""
    for index in range(1, len(rest)):
        small = rest[index].lower()
        if small in {"but", "because", "so", "although", "while"} or (
            small == "and" and _starts_verb(rest[index + 1 :])
        ):
            return rest[: index - 1] if rest[index - 1] == "," else rest[:index]
    return rest


def _starts_verb(rest: list[str]) -> bool:
    if not rest:
        return False
    verb = verb_as(rest[0], Tag.BASE)
    return rest[0] == "you" or verb_as(rest[0], Tag.S) is not None or (verb is not None and not verb.nounlike)


def _reader_topic(clause: Clause, rest: list[str]) -> list[str] | None:
    """What to call a fact about the reader: its object, or the verb as a gerund."""
    if clause.verb.lower() in {"go", "goes", "went"} and rest[:1] == ["live"]:
        return ["the", "go-live", *rest[1:]]
    if clause.verb.lower() in FINITE:
        if rest and rest[0].lower() in {"at", "in", "with"}:
            return ["your", "time", *rest]
        return with_article(rest) if plausible_noun_phrase(rest) else None
    rest = _one_thought(rest)
    verb = verb_as(clause.verb, Tag.S, Tag.PAST, Tag.BASE)
    counted = bool(rest) and (is_number(rest[0]) or rest[0].lower() == "yourself")
    if rest and plausible_noun_phrase(rest) and not counted:
        return with_article(rest)
    return [verb.ing, *rest] if verb and rest else None


def _with_subject(chunk: Chunk, parts: list[str]) -> Idea | None:
    clause = find_clause(parts)
    if clause is None:
        return None
    clause = _without_emphasis(clause)
    first = clause.subject[0].lower()
    if len(clause.subject) == 1 and is_reader(first, chunk.scene):
        return _about_reader(chunk, clause)
    if len(clause.subject) == 1 and first in {"they", "we"}:
        return _their_side(chunk, clause) if first == "they" else None
    if first in {"i", "it", "this", "that", "you"} and len(clause.subject) == 1:
        return None
    if first == "there":
        return _existence(chunk, clause)
    if clause.subject[0].lower() in {"they", "he", "she", "i", "we"}:
        return None
    return _from_clause(chunk, clause)


def _without_emphasis(clause: Clause) -> Clause:
    """ "they do close in ten days" -> "they close in ten days"."""
    if clause.verb.lower() in {"do", "does", "did"} and clause.rest and verb_as(clause.rest[0], Tag.BASE):
        return Clause(clause.subject, clause.adverbs, clause.rest[0], clause.rest[1:])
    return clause


def _existence(chunk: Chunk, clause: Clause) -> Idea | None:
    rest = shifted(whole(list(clause.rest)), chunk.scene)
    if clause.verb.lower() not in FINITE or not rest or loose_end(rest) or not plausible_noun_phrase(rest):
        return None
    return idea(
        chunk,
        shape=Shape.CLAUSE,
        kind=_kind_of(chunk),
        topic=with_article(rest),
        clause=["there", clause.verb.lower(), *rest],
        sure=2,
    )


def _their_side(chunk: Chunk, clause: Clause) -> Idea | None:
    subject = (
        ["the", "company"]
        if chunk.kind is PointKind.GROWTH or clause.base in COMPANY_VERBS & _COMPANY_PAST
        else ["you"]
    )
    verb = (
        {"are": "is", "have": "has", "were": "was", "do": "does"}.get(clause.verb.lower(), clause.verb)
        if subject != ["you"]
        else clause.verb
    )
    if (
        clause.verb.lower() in {"are", "were"}
        and len(clause.rest) == 1
        and not verb_as(clause.rest[0], Tag.ING)
    ):
        return None
    spoken = spoken_clause(Clause((), clause.adverbs, verb, clause.rest), chunk.scene, subject=subject)
    rest = shifted(whole(list(clause.rest)), chunk.scene)
    if spoken is None or rest is None or len(spoken) > 22:
        return None
    topic = _reader_topic(clause, rest)
    if clause.verb.lower() == "are" and rest and verb_as(rest[0], Tag.ING):
        topic = _move(rest) or rest
    return (
        idea(chunk, shape=Shape.CLAUSE, kind=_kind_of(chunk), topic=topic, clause=spoken, sure=3, plain=True)
        if topic
        else None
    )


def _kind_of(chunk: Chunk) -> PointKind:
    return chunk.kind or PointKind.CHALLENGE


def _from_clause(chunk: Chunk, clause: Clause) -> Idea | None:
    if clause.subject[0].lower() in _NOBODY:
        return _nobody(chunk, clause)
    subject = noun_subject(clause, chunk.scene)
    if subject is None:
        return None
    spoken = spoken_clause(clause, chunk.scene, subject=subject)
    rest = shifted(whole(list(clause.rest)), chunk.scene)
    if rest is None:
        return None
    topic = _clause_topic(subject, clause, rest)
    if topic == subject and _names_people(subject) and rest and plausible_noun_phrase(rest):
        topic = with_article(rest)
    grown = clause.base in _COMPANY_PAST and (
        verb_as(clause.verb, Tag.PAST) is not None or clause.verb.lower().endswith("s")
    )
    kind = PointKind.GROWTH if grown else PointKind.CHALLENGE
    too_long = spoken is not None and len(spoken) > 24
    return idea(
        chunk,
        shape=Shape.CLAUSE if spoken and not too_long else Shape.THING,
        kind=kind,
        topic=topic,
        focus=subject,
        clause=None if too_long else spoken,
        sure=3 if spoken else 1,
    )


def _names_people(subject: list[str]) -> bool:
    return subject[-1].lower() in _PEOPLE


_PEOPLE = {
    "managers",
    "heads",
    "people",
    "staff",
    "customers",
    "clerks",
    "sales",
    "teams",
    "directors",
    "engineers",
    "buyers",
    "clients",
    "users",
    "owners",
    "departments",
    "branches",
    "stores",
    "trustees",
    "operations",
    "team",
    "everyone",
    "board",
    "auditors",
}
_NOBODY = {"nobody", "no-one", "noone", "none"}


def _nobody(chunk: Chunk, clause: Clause) -> Idea | None:
    """ "nobody reads the audit reports": only what it is about."""
    rest = shifted(whole(list(clause.rest)), chunk.scene)
    if not rest or not plausible_noun_phrase(rest) or verb_as(rest[0], Tag.BASE):
        return None
    return idea(
        chunk, shape=Shape.THING, kind=PointKind.CHALLENGE, topic=with_article(rest), sure=2, failing=True
    )


def _clause_topic(subject: list[str], clause: Clause, rest: list[str]) -> list[str]:
    """A noun phrase for a fact: "the close takes nine days" -> "the nine-day close", "X is live" -> "X"."""
    small = [p.lower() for p in rest]
    if (
        clause.base == "take"
        and len(rest) > 1
        and is_number(rest[0])
        and small[1] in PERIODS
        and subject[0] == "the"
    ):
        unit = small[1].removesuffix("s")
        return ["the", f"{rest[0]}-{unit}", *subject[1:]]
    if clause.base == "go" and small[:1] == ["live"]:
        front = subject if subject[0] == "the" else ["the", *subject]
        return [*front, "go-live", *rest[1:]] if len(rest) < 5 else [*front, "go-live"]
    if text_of(subject).lower() == "the company" and clause.base in _COMPANY_PAST:
        return ["the", "company's", "growth"]
    return subject
