"""Which notes these letters come back to: typed points first, then what suits the reader."""

import re
from dataclasses import replace

from afterword.core.facts import Case, Outcome, Person, PointKind, Relation
from afterword.core.writing.gate.stems import Weight, claims, content, weight
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.letters.told import is_work
from afterword.core.writing.notes.concepts import concepts_of
from afterword.core.writing.notes.phrases import DETERMINERS
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.words.lexicon import Tag, trade_words, verb_as

#: What to come back to with each kind of reader, best first; other readers are spoken to about the work.
_WORK = (
    PointKind.CHALLENGE, PointKind.PROJECT, PointKind.GROWTH, PointKind.QUESTION, PointKind.TEAM,
    PointKind.CULTURE, PointKind.CONNECTION,
)  # fmt: skip
_PEOPLE = (
    PointKind.CONNECTION, PointKind.CULTURE, PointKind.TEAM, PointKind.PROJECT, PointKind.CHALLENGE,
    PointKind.QUESTION, PointKind.GROWTH,
)  # fmt: skip
_ORDERS = {Relation.PEER: _PEOPLE, Relation.HR: _PEOPLE}
#: Work that needs no "the work on" before it.
_WORK_ITSELF = frozenset(
    {
        "move",
        "switch",
        "change",
        "upgrade",
        "rollout",
        "migration",
        "go-live",
        "implementation",
        "integration",
        "cutover",
        "project",
        "audit",
        "audits",
        "launch",
        "rebuild",
        "redesign",
        "clean-up",
        "cleanup",
        "merger",
        "tender",
    }
)
#: Words of the trade that name nothing by themselves.
_GENERAL = frozenset(
    {
        "report",
        "reports",
        "system",
        "systems",
        "data",
        "process",
        "processes",
        "number",
        "numbers",
        "model",
        "models",
        "plan",
        "plans",
        "project",
        "projects",
        "team",
        "work",
        "account",
        "accounts",
        "statement",
        "statements",
        "figures",
        "revenue",
        "spreadsheet",
        "spreadsheets",
        "file",
        "files",
        "page",
        "pages",
        "app",
        "apps",
    }
)
#: Points that are work to be done.
_TO_DO = frozenset({PointKind.CHALLENGE, PointKind.PROJECT})
#: Kinds of point that say nothing good to come back to.
_LEFT_OUT = frozenset({PointKind.NEXT_STEP, PointKind.PERSONAL})
#: What was shown is the topic, not the showing.
_SHOWN_ME = re.compile(
    r"^(?:talking|walking|taking|guiding|running|leading|showing|telling) me (?:through|about|around|round|over) "
)
#: Verbs that tell of a wish and name no work.
_WISHING = frozenset(
    {
        "wanting", "needing", "wishing", "hoping", "liking", "knowing", "hearing", "seeing", "being", "having",
        "becoming", "getting", "staying", "remaining", "feeling", "thinking",
    }
)  # fmt: skip
_OF_THE_DECISION = re.compile(
    r"\b(?:reject|declin|chosen|chose\b|internal (?:candidate|hire|person)|not selected|unsuccessful|went with|"
    r"someone else|somebody else|other (?:candidate|person|one)|feedback|improve\b)",
    re.IGNORECASE,
)
#: After a refusal: the reason they gave, and what the candidate means to ask.
_OF_THE_REFUSAL = re.compile(
    r"\b(?:wanted|needed|looking for|would have liked|preferred|missing|lack\w*|not enough|too little) "
    r"(?:more|less|some(?:one|body))\b|"
    r"^(?:more|less|not enough|too (?:little|few|much|junior|senior)|(?:over|under)-?qualified)\b(?! than)|"
    r"\b(?:ask|want to know|get) (?:\w+ )?(?:for )?(?:what )?(?:one|1|a|any) (?:thing|tip|step|word|hint|pointer)s?\b",
    re.IGNORECASE,
)
_BEFORE_A_NAMED_VERB = frozenset({"to", "who", "that", "which", "how", "what", "when", "and", "or"})
_AFTER_A_VERB = frozenset({"the", "a", "an", "every", "each", "all", "their", "our", "your", "its", "this", "no"})  # fmt: skip
_HOW_OFTEN = frozenset(
    {"always", "never", "often", "usually", "sometimes", "mostly", "rarely", "wont", "dont"}
)
_LOOSE_ENDS = frozenset(
    {
        "in", "on", "at", "of", "for", "with", "by", "to", "from", "and", "or", "the", "a", "an", "last", "yet",
        "still", "now", "right", "only", "mostly", "often", "never", "always", "not", "inside", "outside", "online",
    }
)  # fmt: skip
#: Where a reason or a time begins that no topic needs.
_REASON = re.compile(r" (?:because|since|so|while|when|if|though|although|until|unless|as soon as)\b.*$")
#: What somebody is wanted to do: "budget holders to actually forecast" is named as the budget holders.
_TO_DO_IT = re.compile(r"(?<=\w)(?<!ing) to (?:\w+ly )?(?!the\b|a\b|\d)[a-z]+\b.*$")
_COUNTED = re.compile(r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) [A-Za-z]")
#: What names nothing by itself: a part of what was said before, a fraction.
_OF_BEFORE = re.compile(
    r"^(?:most|some|many|few|none|all|each|both|half|one|any) of (?:them|it|us|these|those)\b|\d/\d"
)


def ranked(ideas: tuple[Idea, ...], *, case: Case, reader: Person) -> tuple[Idea, ...]:
    """The ideas worth naming to this reader, best first."""
    company = case.opportunity.company.lower()
    usable = [i for i in nameable(ideas) if i.kind not in _LEFT_OUT and not _OF_THE_DECISION.search(i.raw)]
    if case.outcome is Outcome.REJECTION:
        usable = [i for i in usable if not _OF_THE_REFUSAL.search(i.raw)]
    usable = [i for i in usable if (not company or company not in i.topic.lower()) and names_enough(i)]
    typed = typed_texts(case, reader)
    return tuple(sorted(usable, key=lambda idea: (idea.raw not in typed, *_rank(idea, reader.relation))))


def told_as(idea: Idea, topic: str) -> dict[str, str]:
    """How a topic is come back to: as work to be done, or as news one has heard."""
    if idea.kind not in _TO_DO:
        return {"heard": topic}
    named = [w.lower() for w in topic.split() if w.lower() not in DETERMINERS]
    itself = bool(named) and (
        named[0] in _WORK_ITSELF or named[-1] in _WORK_ITSELF or named[0].endswith("ing")
    )
    return {"work": topic if itself else f"the work on {topic}"}


def names_enough(idea: Idea) -> bool:
    """Whether a topic says what it is about: a question, something shared, two words that are no people, or one of the trade."""
    if idea.question or idea.shared:
        return True
    named = [w.lower() for w in idea.topic.split() if w.lower() not in DETERMINERS]
    if (
        _OF_BEFORE.search(idea.topic)
        or set(named) <= word_set("people_words")
        or (named and named[0] in _WISHING)
    ):
        return False
    telling = bool(set(named) & trade_words()) or bool(concepts_of(idea.topic))
    return len(named) > 1 or (telling and not set(named) <= _GENERAL)


def typed_texts(case: Case, reader: Person) -> frozenset[str]:
    """The words of the points typed for this reader, as opposed to the free box."""
    return frozenset(p.text for d in case.debriefs if d.interviewer == reader.id for p in d.points)


def nameable(ideas: tuple[Idea, ...]) -> tuple[Idea, ...]:
    """The ideas whose topic names a thing; a topic that runs on into a sentence is cut back to its subject."""
    return tuple(tidied for idea in ideas if (tidied := _tidied(idea)) is not None)


def _tidied(idea: Idea) -> Idea | None:
    if idea.question:
        return idea
    named = _TO_DO_IT.sub("", idea.topic) if idea.shape is Shape.WANT else idea.topic
    said = _REASON.sub("", _SHOWN_ME.sub("", named)).replace(" yet ", " ").split()
    said = said[: next((n for n, word in enumerate(said) if n and word.lower() in _HOW_OFTEN), len(said))]
    verb = _verb_at([word.lower() for word in said])
    kept = said if verb is None else said[:verb]
    while kept and kept[-1].lower() in _LOOSE_ENDS:
        kept = kept[:-1]
    topic = " ".join(kept)
    if _COUNTED.match(topic) and idea.plural:
        topic = f"the {topic}"
    if not content(topic):
        return None
    return idea if topic == idea.topic else replace(idea, topic=topic, focus=topic)


def _verb_at(words: list[str]) -> int | None:
    """Where a finite verb stands among the words ("prices arrive late", "contractors dispute every invoice")."""
    for at in range(1, len(words)):
        verb = verb_as(words[at], Tag.BASE, Tag.S)
        if verb is None or words[at - 1] in _BEFORE_A_NAMED_VERB or weight(words[at - 1]) is Weight.STOP:
            continue
        if words[at + 1 : at + 2] == ["of"]:
            continue
        if words[at].endswith("s") and (at == len(words) - 1 or words[at - 1][:1].isdigit()):
            continue
        if not verb.nounlike or (at + 1 < len(words) and words[at + 1] in _AFTER_A_VERB):
            return at
    return None


def _rank(idea: Idea, reader: Relation) -> tuple[bool, int, int]:
    """Ideas that name something of this trade first, then by kind, a piece of work two places ahead, then the surest."""
    told = is_work(idea.topic) or bool(idea.question)
    named = bool(claims(idea.topic))
    order = _ORDERS.get(reader, _WORK)
    place = order.index(idea.kind) if idea.kind in order else len(order)
    return not (told or named), place + 2 * (not told), -idea.sure
