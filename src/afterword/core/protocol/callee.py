"""Who answers for an opportunity: whom to call, whom to ask for feedback, whom to tell of a withdrawal."""

from collections.abc import Sequence

from afterword.core.facts import PersonId, Relation
from afterword.core.protocol.ledger import Ledger, Story

#: Who knows the decision, best first.
DECIDERS = (Relation.HIRING_MANAGER, Relation.EXECUTIVE, Relation.RECRUITER)


def callee(story: Story, ledger: Ledger, *, order: Sequence[Relation] = DECIDERS) -> PersonId | None:
    """The named contact, else the first relation of ``order`` among the interviewers, else the opportunity's
    recruiter, else the first interviewer by name.

    Of two with the same relation, the one met last comes first, then the one added first. People marked
    "do not contact" are passed over, unless nobody else is left.
    """
    named = story.opportunity.contact
    if named is not None and not ledger.person(named).do_not_contact:
        return named
    ranks = [_rank(who, met, order, ledger) for who, met in _met(story).items()]
    recruiter = story.opportunity.recruiter
    if recruiter is not None:
        ranks.append((ledger.person(recruiter).do_not_contact, len(order), -1, "", recruiter))
    best = min(ranks, default=None)
    return best[-1] if best is not None and not (best[0] and named) else named


def _rank(
    who: PersonId, met: int, order: Sequence[Relation], ledger: Ledger
) -> tuple[bool, int, int, str, PersonId]:
    """How far down the list an interviewer is: the smaller, the sooner asked."""
    person = ledger.person(who)
    if person.relation in order:
        return person.do_not_contact, order.index(person.relation), met, "", who
    return person.do_not_contact, len(order), 0, person.name, who


def _met(story: Story) -> dict[PersonId, int]:
    """The interviewers, with how many interviews ago each was met last."""
    met: dict[PersonId, int] = {}
    for ago, interview in enumerate(reversed(story.held)):
        for who in interview.interviewers:
            met.setdefault(who, ago)
    return met
