"""Who answers for an opportunity: whom to call, whom to ask for feedback, whom to tell of a withdrawal."""

from collections.abc import Sequence

from afterword.core.facts import PersonId, Relation
from afterword.core.protocol.ledger import Ledger, Story
from afterword.core.reading.title import asked_after, recruiter_asked_after

#: Who knows the decision, best first.
DECIDERS = (Relation.HIRING_MANAGER, Relation.EXECUTIVE, Relation.RECRUITER)


def callee(story: Story, ledger: Ledger, *, order: tuple[Relation, ...] = DECIDERS) -> PersonId | None:
    """The named contact, else the first relation of ``order`` among the interviewers, else the opportunity's
    recruiter, else the interviewer most likely to know.

    What a person is is what the user said, else what the title suggests; of two alike, the one met last comes
    first, then the one added first. People marked "do not contact" are passed over, unless nobody else is left.
    """
    key = (story.opportunity.id, order)
    if key not in ledger.callees:
        ledger.callees[key] = _callee(story, ledger, order)
    return ledger.callees[key]


def _callee(story: Story, ledger: Ledger, order: Sequence[Relation]) -> PersonId | None:
    named = story.opportunity.contact
    if named is not None and not ledger.person(named).do_not_contact:
        return named
    ranks = [(asked_after(ledger.person(who), order, ago=ago), who) for who, ago in _met(story).items()]
    recruiter = story.opportunity.recruiter
    if recruiter is not None:
        ranks.append((recruiter_asked_after(ledger.person(recruiter), order), recruiter))
    if not ranks:
        return named
    (avoid, *_), best = min(ranks)
    return named if avoid and named is not None else best


def _met(story: Story) -> dict[PersonId, int]:
    """The interviewers, with how many interviews ago each was met last."""
    met: dict[PersonId, int] = {}
    for ago, interview in enumerate(reversed(story.held)):
        for who in interview.interviewers:
            met.setdefault(who, ago)
    return met
