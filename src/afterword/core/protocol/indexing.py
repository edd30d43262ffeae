"""From facts in any order to the ledger the rules read, in one pass over the history."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, TypeVar

from afterword.core.facts import (
    Call,
    Decision,
    Facts,
    Happening,
    Interview,
    InterviewId,
    InterviewStatus,
    LetterKind,
    LetterSent,
    OpportunityId,
    Outcome,
    Override,
    Person,
    PersonId,
    Promise,
    Reply,
    ReplyClass,
    Skipped,
    Touch,
)
from afterword.core.protocol.bounces import Bounce, bounces_of, by_person
from afterword.core.protocol.ledger import Acceptance, Ledger, Story
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.present import Present
from afterword.core.protocol.silence import NOT_WORD
from afterword.core.protocol.standing import ending_of
from afterword.core.protocol.workdays import utc

H = TypeVar("H", LetterSent, Reply, Call, Decision, Promise, Touch, Override, Skipped)


def open_ledger(facts: Facts, *, playbook: Playbook, now: datetime) -> Ledger:
    """Index the facts of one owner; ``now`` must be aware."""
    present = Present(now)
    kinds: dict[type, list[Any]] = defaultdict(list)
    for one in facts.history:
        kinds[type(one)].append(one)
    stories = _stories(facts, kinds)
    letters, calls = (_grouped(kinds[kind], attrgetter("to")) for kind in (LetterSent, Call))
    words = [one for one in kinds[Reply] if one.klass not in NOT_WORD]
    return Ledger(
        candidate=facts.candidate,
        playbook=playbook,
        now=present,
        people=by_id(facts.people),
        stories=stories,
        letters=letters,
        calls=calls,
        touches=_grouped(kinds[Touch], attrgetter("person")),
        answers=_grouped(words, attrgetter("sender")),
        bounces=bounces_in(stories),
        skipped=skips_in(kinds[Skipped]),
        acceptance=acceptance_of(stories),
    )


def _when(one: Any) -> tuple[datetime, str]:
    return utc(one.at), one.id


_AS_WRITTEN = attrgetter("at", "id")


def _in_order(items: Sequence[H]) -> tuple[H, ...]:
    """By instant, then id."""
    return tuple(sorted(items, key=_instant(items)))


def _instant(items: Iterable[H]) -> Callable[[H], Any]:
    """What to sort by: instants that are all in UTC compare as they are written, which is faster."""
    return _AS_WRITTEN if all(one.at.tzinfo is UTC for one in items) else _when


def _grouped(items: Sequence[H], key: Callable[[H], Any]) -> dict[Any, tuple[H, ...]]:
    """Items by a key, each group in order; those whose key is None are left out."""
    groups: dict[Any, list[H]] = defaultdict(list)
    for one in items:
        groups[key(one)].append(one)
    groups.pop(None, None)
    instant = _instant(items)
    for group in groups.values():
        if len(group) > 1:
            group.sort(key=instant)
    return {name: tuple(group) for name, group in groups.items()}


# ---------------------------------------------------------------- stories


def _stories(facts: Facts, kinds: dict[type, list[Any]]) -> tuple[Story, ...]:
    """One story per opportunity, by id."""
    its = attrgetter("opportunity")
    interviews: dict[OpportunityId, list[Interview]] = defaultdict(list)
    for interview in facts.interviews:
        interviews[interview.opportunity].append(interview)
    letters = _letters(facts, kinds[LetterSent])
    replies, calls = _grouped(kinds[Reply], its), _grouped(kinds[Call], its)
    decisions, promises = _grouped(kinds[Decision], its), _grouped(kinds[Promise], its)
    overrides = _grouped(kinds[Override], its)
    stories, planned, withdrew = [], InterviewStatus.PLANNED, LetterKind.WITHDRAWAL
    for opportunity in sorted(facts.opportunities, key=attrgetter("id")):
        key = opportunity.id
        own = tuple(sorted(interviews.get(key, ()), key=_by_end))
        said, came, wrote = decisions.get(key, ()), replies.get(key, ()), letters.get(key, ())
        sent = _by_kind(wrote)
        stories.append(
            Story(
                opportunity=opportunity,
                interviews=own,
                held=tuple([one for one in own if one.status is planned]),
                letters=wrote,
                sent=sent,
                replies=came,
                calls=calls.get(key, ()),
                decisions=said,
                promises=promises.get(key, ()),
                overrides=overrides.get(key, ()),
                ending=ending_of(decisions=said, replies=came, letters=sent.get(withdrew, ())),
            )
        )
    return tuple(stories)


def _by_kind(letters: Iterable[LetterSent]) -> dict[LetterKind, list[LetterSent]]:
    kinds: dict[LetterKind, list[LetterSent]] = {}
    for letter in letters:
        kinds.setdefault(letter.kind, []).append(letter)
    return kinds


def _by_end(interview: Interview) -> tuple[datetime, str]:
    return utc(interview.end), interview.id


def _letters(facts: Facts, letters: list[LetterSent]) -> dict[OpportunityId, tuple[LetterSent, ...]]:
    """Letters by opportunity; one that names none belongs to every opportunity its recipient has a part in."""
    named = [one for one in letters if one.opportunity is not None]
    if len(named) == len(letters):
        return _grouped(letters, attrgetter("opportunity"))
    of_interview: dict[InterviewId | None, OpportunityId] = {
        one.id: one.opportunity for one in facts.interviews
    }
    parts = _parts(facts)
    groups: dict[OpportunityId, list[LetterSent]] = defaultdict(list)
    for letter in letters:
        its = letter.opportunity or of_interview.get(letter.interview)
        for key in (its,) if its is not None else parts.get(letter.to, ()):
            groups[key].append(letter)
    return {key: _in_order(group) for key, group in groups.items()}


def _parts(facts: Facts) -> dict[PersonId, set[OpportunityId]]:
    """Who has a part in which opportunities: interviewers, contacts, recruiters."""
    parts: dict[PersonId, set[OpportunityId]] = defaultdict(set)
    for interview in facts.interviews:
        for who in interview.interviewers:
            parts[who].add(interview.opportunity)
    for opportunity in facts.opportunities:
        for named in (opportunity.contact, opportunity.recruiter):
            if named is not None:
                parts[named].add(opportunity.id)
    return parts


def bounces_in(stories: Iterable[Story]) -> dict[PersonId, tuple[Bounce, ...]]:
    """The bounces of all stories, by whose address failed."""
    return by_person(
        bounce
        for story in stories
        if any(one.klass is ReplyClass.BOUNCE for one in story.replies)
        for bounce in bounces_of(story.letters, story.replies)
    )


def skips_in(history: Iterable[Happening]) -> dict[str, Skipped]:
    """The steps the user chose not to take, by key; of two reasons the first counts."""
    skips = [one for one in history if isinstance(one, Skipped)]
    return {one.step: one for one in reversed(_in_order(skips))}


def by_id(people: Iterable[Person]) -> dict[PersonId, Person]:
    """Everybody, in the order of their ids."""
    return {person.id: person for person in sorted(people, key=attrgetter("id"))}


def acceptance_of(stories: Sequence[Story]) -> Acceptance | None:
    """The offer accepted last, if any."""
    accepted = [
        (story.ending.at, story.opportunity.id, story)
        for story in stories
        if story.ending is not None and story.ending.outcome is Outcome.ACCEPTED
    ]
    if not accepted:
        return None
    at, _, story = max(accepted, key=lambda one: one[:2])
    applied = (one.opportunity.applied_on for one in stories)
    return Acceptance(
        at=at,
        opportunity=story.opportunity,
        title=story.title,
        hunt_over=all(day is None or day <= at.date() for day in applied),
    )
