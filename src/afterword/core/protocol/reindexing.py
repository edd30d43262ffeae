"""From a ledger and a few changed facts to the next ledger: only what they touch is indexed anew.

A changed fact touches the opportunity it belongs to and the person it names. Their facts alone are indexed, by the
same function as all facts are, and take their places in the earlier ledger. Facts that are the same objects are
unchanged.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from afterword.core.facts import (
    Call,
    Facts,
    Happening,
    Interview,
    LetterSent,
    Opportunity,
    OpportunityId,
    Person,
    PersonId,
    Reply,
    Skipped,
    Touch,
)
from afterword.core.protocol.indexing import acceptance_of, bounces_in, by_id, open_ledger, skips_in
from afterword.core.protocol.ledger import Ledger
from afterword.core.protocol.present import Present

V = TypeVar("V")
Fact = Person | Opportunity | Interview | Happening


def reopen(earlier: Ledger, before: Facts, facts: Facts, *, now: datetime) -> Ledger:
    """The ledger of facts by the same playbook, given the one of the facts before."""
    gone, new = _differing(before, facts)
    if not gone and not new and before.candidate is facts.candidate:
        return replace(earlier, now=Present(now))
    changed = [*gone, *new]
    if any(type(one) is LetterSent and one.opportunity is None for one in (*gone, *facts.history)):
        return open_ledger(facts, playbook=earlier.playbook, now=now)  # such a letter may belong anywhere
    its, who = set(map(_opportunity, changed)), set(map(_person, changed))
    part = open_ledger(_about(facts, earlier, its, who, gone, new), playbook=earlier.playbook, now=now)
    kept = (story for story in earlier.stories if story.opportunity.id not in its)
    stories = tuple(sorted((*kept, *part.stories), key=lambda story: story.opportunity.id))
    return Ledger(
        candidate=facts.candidate,
        playbook=earlier.playbook,
        now=part.now,
        people=earlier.people if before.people is facts.people else by_id(facts.people),
        stories=stories,
        letters=_merged(earlier.letters, part.letters, who),
        calls=_merged(earlier.calls, part.calls, who),
        touches=_merged(earlier.touches, part.touches, who),
        answers=_merged(earlier.answers, part.answers, who),
        bounces=bounces_in(stories),
        skipped=skips_in(facts.history) if Skipped in map(type, changed) else earlier.skipped,
        acceptance=acceptance_of(stories),
    )


def _differing(before: Facts, after: Facts) -> tuple[list[Fact], list[Fact]]:
    """The facts that only the earlier hold, and those that only the later do."""
    gone: list[Fact] = []
    new: list[Fact] = []
    for old, now in (
        (before.people, after.people),
        (before.opportunities, after.opportunities),
        (before.interviews, after.interviews),
        (before.history, after.history),
    ):
        if old is not now:
            gone += _without(old, now)
            new += _without(now, old)
    return gone, new


def _without(facts: Sequence[Fact], others: Sequence[Fact]) -> Iterator[Fact]:
    known = set(map(id, others))
    return (one for one in facts if id(one) not in known)


def _about(
    facts: Facts,
    earlier: Ledger,
    its: set[OpportunityId | None],
    who: set[PersonId | None],
    gone: Iterable[Fact],
    new: Iterable[Fact],
) -> Facts:
    """The facts of some opportunities, and all messages to and from some people."""
    groups: list[Iterable[Happening]] = []
    for story in earlier.stories:
        if story.opportunity.id in its:
            groups += (
                story.letters,
                story.replies,
                story.calls,
                story.decisions,
                story.promises,
                story.overrides,
            )
    for person in who:
        if person is not None:
            groups += (group.get(person, ()) for group in (earlier.letters, earlier.calls))
            groups += (group.get(person, ()) for group in (earlier.touches, earlier.answers))
    history = {id(one): one for group in groups for one in group}
    history |= {id(one): one for one in new if not isinstance(one, Person | Opportunity | Interview)}
    for one in gone:
        history.pop(id(one), None)
    return Facts(
        candidate=facts.candidate,
        opportunities=tuple(one for one in facts.opportunities if one.id in its),
        interviews=tuple(one for one in facts.interviews if one.opportunity in its),
        history=tuple(history.values()),
    )


def _opportunity(fact: Fact) -> OpportunityId | None:
    """The opportunity a fact belongs to."""
    if isinstance(fact, Opportunity):
        return fact.id
    return None if isinstance(fact, Person | Touch | Skipped) else fact.opportunity


def _person(fact: Fact) -> PersonId | None:
    """Whom a message was to or from; nobody else's messages are changed by it."""
    if isinstance(fact, LetterSent | Call):
        return fact.to
    if isinstance(fact, Touch):
        return fact.person
    return fact.sender if isinstance(fact, Reply) else None


def _merged(
    earlier: Mapping[PersonId, V], part: Mapping[PersonId, V], who: Iterable[PersonId | None]
) -> dict[PersonId, V]:
    """Everybody's messages, those of some people as the part has them."""
    merged = dict(earlier)
    for person in who:
        if person is not None:
            merged.pop(person, None)
            if person in part:
                merged[person] = part[person]
    return merged
