"""One sentence of notes to ideas: what leads in is taken off, chunks are joined where they belong together, forms are tried in turn."""

import re
from collections.abc import Callable
from dataclasses import replace

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.answers import answered
from afterword.core.writing.notes.asked import asked, is_question
from afterword.core.writing.notes.attach import with_attachments
from afterword.core.writing.notes.chunk import Chunk, idea, trimmed
from afterword.core.writing.notes.clause import find_clause
from afterword.core.writing.notes.continued import carried_on, each_own
from afterword.core.writing.notes.counted import counted_team
from afterword.core.writing.notes.given import given, shown_later, talked
from afterword.core.writing.notes.grown import grown
from afterword.core.writing.notes.leads import Lead, without_label, without_lead
from afterword.core.writing.notes.leftover import leftover
from afterword.core.writing.notes.listed import listed_commas
from afterword.core.writing.notes.person import FINITE, is_reader
from afterword.core.writing.notes.phrases import (
    ADVERBS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    head_index,
    is_gerund,
    is_number,
    is_plural,
    loose_end,
    text_of,
)
from afterword.core.writing.notes.pointing import aimed_lower, pointing_back
from afterword.core.writing.notes.promised import promised
from afterword.core.writing.notes.quotations import as_quoted, unquoted, with_quote
from afterword.core.writing.notes.remains import heads, of_the_user, remains, remnant
from afterword.core.writing.notes.repair import repaired
from afterword.core.writing.notes.runon import REPORTS, thoughts
from afterword.core.writing.notes.scene import Scene
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.shared import shared
from afterword.core.writing.notes.split import chunks
from afterword.core.writing.notes.statements import stated
from afterword.core.writing.notes.steps import acts, at_time, looks_like_step, step
from afterword.core.writing.notes.things import dated, from_to, thing
from afterword.core.writing.notes.tokens import lowered, tokens
from afterword.core.writing.notes.topics import PERIODS
from afterword.core.writing.notes.wanted import liked, valued, wanted
from afterword.core.writing.words.lexicon import Tag, verb_as
from afterword.core.writing.words.tagger import Pos, can_be

_FORMS: tuple[Callable[[Chunk], Idea | None], ...] = (
    promised,
    asked,
    shared,
    liked,
    wanted,
    valued,
    given,
    talked,
    from_to,
    grown,
    counted_team,
    stated,
    thing,
)


def ideas_in(
    text: str, *, kind: PointKind | None, scene: Scene, raw: str, doubt: bool, before: Idea | None
) -> tuple[list[Idea], list[str]]:
    """The ideas of one clean sentence, and its thoughts that no form fitted.

    ``before`` is the idea last found, for "it" and "one" to point at.
    """
    lead = without_lead(as_quoted(without_label(text, scene)), scene)
    doubt = doubt and not re.match(
        r"(?:how|what|which|why|where|when) (?:\w+ )?(?:do|would|did|have|can|could|will|should|are) you\b",
        lead.text,
        re.I,
    )
    parts = dated(repaired(unquoted(lead.text), scene=scene, typed=kind is not None))
    chunk = Chunk(parts=(), scene=scene, raw=raw, kind=kind or lead.kind, doubt=doubt)
    told = chunk.kind is PointKind.NEXT_STEP
    found: list[Idea] = []
    steps: list[Idea] = []
    lost: list[str] = []
    for part in with_attachments(_pieces(parts, scene, told=told)):
        piece, chunk = _introduced(part, chunk, scene)
        if found and (both := _as_shared(found[-1], piece)):
            found[-1] = both
            continue
        if found and (with_answer := answered(found[-1], text_of(piece))):
            found[-1] = with_answer
            continue
        if found and (offer := shown_later(found[-1], text_of(piece))):
            found[-1] = offer
            continue
        if steps and (timed := at_time(steps[-1], text_of(piece))):
            steps[-1] = timed
            continue
        said_so = told or (kind is None and looks_like_step(text_of(piece)))
        follows = bool(steps) and not _another_matter(piece)
        if (said_so or follows) and (next_up := step(chunk.with_parts(piece))):
            steps.append(next_up)
            continue
        made = _idea(chunk.with_parts(_cut_at_count(piece)), lead, found[-1] if found else before)
        if made is None:
            lost.append(text_of(piece))
        if made is None or not _about_something(made) or (found and _told_already(found[-1], made)):
            continue
        if found and _continues(found[-1], made, piece):
            found[-1] = _joined(found[-1], piece)
        else:
            found.append(made)
    ideas = with_quote([*found, *_all_steps(steps)], lead.text, kind=kind, scene=scene, raw=raw)
    return ideas, [] if any(i.quote for i in ideas) else lost


def _pieces(parts: list[str], scene: Scene, *, told: bool) -> list[list[str]]:
    """The thoughts of a sentence: parted at commas, then where dictation runs on."""
    return [
        _without_report(trimmed(thought), scene)
        for chunk in chunks(parts, within=listed_commas(parts))
        for run in _at_then(trimmed(chunk), told=told)
        for thought in thoughts(run)
    ]


def _at_then(chunk: list[str], *, told: bool) -> list[list[str]]:
    """ "a panel next week, then a case study": steps in their order."""
    text = text_of(chunk)
    if len(acts(text)) < 2 or not (told or looks_like_step(text)):
        return [chunk]
    return [part for part in (trimmed(tokens(act)) for act in acts(text)) if part]


def _introduced(piece: list[str], chunk: Chunk, scene: Scene) -> tuple[list[str], Chunk]:
    """A later thought of a sentence without its own lead ("and the big problem is that …"), and the kind that gave it."""
    lead = without_lead(text_of(piece), scene)
    if lead.kind is None or chunk.kind is not None:
        return piece, chunk
    return tokens(lead.text), replace(chunk, kind=lead.kind)


def _another_matter(piece: list[str]) -> bool:
    """Whether a chunk beside a next step speaks of something else: a question, a wish, a fact."""
    return piece[0].lower() in REPORTS or (
        find_clause(piece) is not None and not looks_like_step(text_of(piece))
    )


_ME_TOO = re.compile(r"^(?:and )?(?:(?:so )?(?:did|do|am|was|have|can) i|me too|same here|like me|as (?:did|do) i|i (?:do|did|am) too|i do as well)$", re.I)  # fmt: skip
_I_TOO = re.compile(r"^I (?:play|run|row|sing|teach|speak|grew|went|studied|started|came|live|lived|worked|use|dance|swim|bake|ski|sail)(?: [\w'-]+){1,5}$")  # fmt: skip


def _as_shared(before: Idea, piece: list[str]) -> Idea | None:
    """ "she rows in Galway, so did I", "he is a cellist, I play the viola": a fact about the reader is shared."""
    if not before.clause.startswith("you ") or before.shape is Shape.WANT:
        return None
    text = text_of(piece)
    if _ME_TOO.match(text):
        spoken = f"{before.clause} too"
    elif _I_TOO.match(text):
        spoken = f"{before.clause} and {re.sub(r'^I play (?!the )', 'I play the ', text)}"
    else:
        return None
    return replace(before, shape=Shape.SHARED, kind=PointKind.CONNECTION, shared=spoken, clause="", want="")


def _without_report(piece: list[str], scene: Scene) -> list[str]:
    """A chunk without "she said that" at its front."""
    if not piece or not (
        {"said", "says", "told", "mentioned", "explained", "thinks"} & set(lowered(piece[:3]))
    ):
        return piece
    return tokens(without_lead(text_of(piece), scene).text)


def _cut_at_count(piece: list[str]) -> list[str]:
    """ "busy season 55 hours capped": a thumbed count behind its noun is cut off unless a verb explains it."""
    for index in range(1, len(piece)):
        before, after = piece[index - 1].lower(), piece[index + 1 :]
        if is_number(piece[index]) and "to" in lowered(after[:2]):
            return piece
        if not is_number(piece[index]) or before in PREPOSITIONS | DETERMINERS | ADVERBS | RELATIVES | {
            "form",
            "forms",
            "schedule",
            "and",
            "or",
            "asc",
            "ifrs",
            "phase",
            "top",
            "number",
            "section",
            "level",
            "day",
            "week",
            "wd",
            "page",
            "covid",
            "first",
            "last",
            "next",
            ",",
            "about",
        }:
            continue
        telegraphic = (
            before.isalpha()
            and (
                (index > 1 and Pos.NOUNS in can_be(before))
                or not verb_as(before, Tag.S, Tag.PAST, Tag.BASE, Tag.ING)
            )
            and before not in FINITE
        )
        if (
            telegraphic
            and (piece[index - 1].islower() or _two_counts(piece, index))
            and find_clause(piece) is None
            and len(after) > 0
            and after[0].lower() not in PERIODS
        ):
            return [*piece[:index], "and", *piece[index:]] if _two_counts(piece, index) else piece[:index]
    return piece


def _two_counts(piece: list[str], index: int) -> bool:
    """ "five pools two gyms", "five people in Hull eight in York": two counts side by side."""
    behind = piece[index + 1] if index + 1 < len(piece) else ""
    plural = behind.endswith("s") or behind.lower() in {"in", "at", "people", "staff"}
    return is_number(piece[0]) and plural and len(piece) < 9


_ORGS = word_set("org_words")
_OTHERS = {"new", "next", "other", "second", "third", "own", "old", "main", "central", "first"}


def _about_something(made: Idea) -> bool:
    """Not a bare length of time, not the meeting itself, and not the employer ("law firm, …")."""
    small = made.topic.lower()
    words = tokens(small.removeprefix("the "))
    head = words[head_index(words)] if words else ""
    if (
        made.shape is Shape.THING
        and len(words) < 5
        and head in _ORGS
        and not made.has_figure
        and not _OTHERS & set(words)
    ):
        return False
    if re.fullmatch(
        r"(?:the )?hiring (?:manager|team|committee)|(?:the )?(?:\S+ )?(?:things|points|topics|items|takeaways|onsite|minutes|hours?|min|days?)(?: long)?|(?:a|the|this|next|last) (?:year|month|week|day|quarter)|(?:the )?(?:phone|zoom|video|teams|line)",
        small,
    ):
        return False
    return not re.fullmatch(
        r"(?:the )?(?:\w+ )?(?:call|chat|meeting|interview|conversation|talk|zoom)(?: with you)?", small
    )


def _idea(chunk: Chunk, lead: Lead, before: Idea | None) -> Idea | None:
    parts = list(chunk.parts)
    if not parts:
        return None
    if lead.challenge and is_gerund(parts[0]) and not loose_end(parts):
        return idea(chunk, shape=Shape.THING, kind=PointKind.CHALLENGE, topic=parts, sure=2, plain=True)
    pointed = pointing_back(chunk, before) or aimed_lower(chunk, before)
    if pointed is not None:
        return pointed
    if _own_act(chunk):
        return None
    chunk = chunk.with_parts(parts := each_own(parts))
    if before is not None and (going_on := carried_on(parts, before, raw=chunk.raw)) != parts:
        return _of_the_same(_read_chunk(chunk.with_parts(going_on)), before)
    return _read_chunk(chunk)


def _of_the_same(made: Idea | None, before: Idea) -> Idea | None:
    """A thought that goes on about the one before is called what that was called."""
    if made is None or made.shape is not Shape.CLAUSE or before.focus not in made.clause:
        return made
    each = made.clause.startswith("each of ")
    return (
        made
        if each
        else replace(made, topic=before.focus, focus=before.focus, plural=is_plural(tokens(before.focus)))
    )


def _read_chunk(chunk: Chunk) -> Idea | None:
    """The idea of a whole thought, of its head, or of what is left of it."""
    parts = list(chunk.parts)
    told = _formed(chunk)
    if told is not None or is_question(chunk):
        return told
    shorter = (_formed(chunk.with_parts(head)) for head in heads(parts))
    told = next(filter(None, shorter), None) or remnant(chunk)
    return told or (None if of_the_user(parts) else leftover(chunk) or remains(chunk))


def _formed(chunk: Chunk) -> Idea | None:
    """The idea of the first form that fits; a question is nothing else."""
    for form in _FORMS:
        made = form(chunk)
        if made is not None and made.topic:
            return made
        if form is asked and is_question(chunk):
            return None
    return None


def _own_act(chunk: Chunk) -> bool:
    """ "told her about my project", "spoke with Bob", "promised him the slides": the user did it, not the reader."""
    small = chunk.small
    if len(small) < 2 or chunk.kind not in {None, PointKind.CULTURE, PointKind.NEXT_STEP}:
        return False
    if small[0] in {"told", "promised", "showed", "gave", "sent", "thanked", "explained", "asked", "assured"}:
        return (small[1] in {"her", "him", "them"} or is_reader(small[1], chunk.scene)) and promised(
            chunk
        ) is None
    return small[0] in {"met", "spoke", "forgot", "chatted"} and small[1] != "about" and chunk.kind is None


def _told_already(before: Idea, made: Idea) -> bool:
    """ "recs are late, nobody reviews them": the second names the same matter and says no more of it."""
    more = made.clause or made.want or made.question or made.gerund or made.shared or made.quote
    return not more and made.topic == before.topic


def _continues(before: Idea, made: Idea, piece: list[str]) -> bool:
    """ "the company tripled in three years, two new plants": the count belongs to the growth told before."""
    if (
        before.raw != made.raw
        or before.kind is not PointKind.GROWTH
        or not before.clause
        or made.shape is not Shape.THING
    ):
        return False
    return is_number(piece[0]) and len(piece) < 6 and not before.clause.count(",")


def _joined(before: Idea, piece: list[str]) -> Idea:
    return replace(before, clause=f"{before.clause}, with {text_of(piece)}", has_figure=True)


def _all_steps(steps: list[Idea]) -> list[Idea]:
    """All next steps of a sentence as one idea: a meeting with the CFO and a decision by 20 November."""
    if not steps:
        return []
    topics = [part for s in steps[:3] for part in _parted(s.topic, alone=len(steps) == 1)]
    listed = topics[0] if len(topics) == 1 else ", ".join(topics[:-1]) + " and " + topics[-1]
    return [replace(steps[0], topic=listed, focus=steps[0].topic, plural=len(topics) > 1 or steps[0].plural)]


def _parted(topic: str, *, alone: bool) -> list[str]:
    """ "a check and two references" beside another step is two of three."""
    halves = topic.split(" and ")
    whole = alone or len(halves) != 2 or not re.match(r"(?:an?|the|your|my|two|three|four|five) ", halves[1])
    return [topic] if whole else halves
