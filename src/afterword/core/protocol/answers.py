"""What the rules said about one opportunity, and whether they would say the same again.

An answer rests on five things: the facts of its opportunity; what is on record of the people these facts name,
and the messages to and from them; what holds for every opportunity (playbook, the candidate's zone, an accepted
offer); the steps the user skipped; and the present. While none of them has changed it can be given again.
Facts are never changed in place, so the same objects are the same facts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import is_
from typing import Any, TypeVar, cast

from afterword.core.facts import PersonId
from afterword.core.protocol.bounces import Bounce
from afterword.core.protocol.ledger import Ledger, Story
from afterword.core.protocol.present import Held
from afterword.core.protocol.steps import Dropped, Step

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Answer:
    """The steps of one story, and when they hold if no fact changes; ``people`` are all whom the story names."""

    story: Story
    people: frozenset[PersonId]
    held: Held
    found: tuple[Step | Dropped, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two ledgers beside the stories themselves."""

    everything: bool
    people: frozenset[PersonId]
    skipped: frozenset[str]  # keys of steps


def changes(before: Ledger, after: Ledger) -> Changes:
    """What an answer from the earlier ledger may lack in the later one."""
    people = _differing(before.people, after.people, is_)
    people |= _differing(before.letters, after.letters, _same)
    people |= _differing(before.calls, after.calls, _same)
    people |= _differing(before.bounces, after.bounces, _same_bounces)
    return Changes(
        everything=(
            before.playbook is not after.playbook
            or before.candidate.zone != after.candidate.zone
            or before.acceptance != after.acceptance
        ),
        people=frozenset(people),
        skipped=frozenset(_differing(before.skipped, after.skipped, is_)),
    )


def stands(answer: Answer, story: Story, changed: Changes) -> bool:
    """Whether the facts an answer rests on are still the same; the present is not asked here."""
    return (
        not changed.everything
        and _same_story(answer.story, story)
        and changed.people.isdisjoint(answer.people)
        and (not changed.skipped or changed.skipped.isdisjoint(one.key for one in answer.found))
    )


def people_of(story: Story) -> frozenset[PersonId]:
    """Everybody a rule may ask about when it looks at a story."""
    opportunity = story.opportunity
    named: set[PersonId | None] = {opportunity.contact, opportunity.recruiter}
    named.update(*[interview.interviewers for interview in story.interviews])
    named.update([letter.to for letter in story.letters])
    named.update([reply.sender for reply in story.replies])
    named.update([call.to for call in story.calls])
    named.discard(None)
    return cast(frozenset[PersonId], frozenset(named))


def _same_story(before: Story, after: Story) -> bool:
    """Whether two stories are made of the same facts; ``held``, ``sent`` and ``ending`` follow from the others."""
    if before is after:
        return True
    return (
        before.opportunity is after.opportunity
        and _same(before.interviews, after.interviews)
        and _same(before.letters, after.letters)
        and _same(before.replies, after.replies)
        and _same(before.calls, after.calls)
        and _same(before.decisions, after.decisions)
        and _same(before.promises, after.promises)
        and _same(before.overrides, after.overrides)
    )


def _same(before: Sequence[object] | None, after: Sequence[object] | None) -> bool:
    """Whether two rows hold the very same facts."""
    if before is None or after is None:
        return before is after
    return len(before) == len(after) and all(map(is_, before, after))


def _same_bounces(before: Iterable[Bounce] | None, after: Iterable[Bounce] | None) -> bool:
    """As :func:`_same`; a bounce is a reply and a letter that were joined."""
    return _same(_joined(before), _joined(after))


def _joined(bounces: Iterable[Bounce] | None) -> list[object]:
    return [fact for one in bounces or () for fact in (one.reply, one.letter)]


def _differing(before: Mapping[K, V], after: Mapping[K, V], same: Callable[[Any, Any], bool]) -> set[K]:
    """The keys under which two maps do not hold the same."""
    if before is after:
        return set()
    gone = {key for key in before if key not in after}
    return gone | {key for key, value in after.items() if not same(before.get(key), value)}
