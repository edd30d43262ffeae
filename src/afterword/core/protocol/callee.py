"""Who answers for an opportunity: whom to call, whom to ask for feedback, whom to tell of a withdrawal."""

from collections.abc import Sequence

from afterword.core.facts import PersonId, Relation
from afterword.core.protocol.ledger import Ledger, Story

#: Who knows the decision, best first.
DECIDERS = (Relation.HIRING_MANAGER, Relation.EXECUTIVE, Relation.RECRUITER)


def callee(story: Story, ledger: Ledger, *, order: Sequence[Relation] = DECIDERS) -> PersonId | None:
    """The named contact, else the first relation of ``order`` among the interviewers, else the opportunity's
    recruiter, else the first interviewer by name.

    Somebody met later comes before somebody met earlier. People marked "do not contact" are passed over,
    unless nobody else is left.
    """
    met = _met(story, ledger)
    named = story.opportunity.contact
    candidates: list[PersonId] = [named] if named is not None else []
    for relation in order:
        candidates += [who for who in met if ledger.person(who).relation is relation]
    if story.opportunity.recruiter is not None:
        candidates.append(story.opportunity.recruiter)
    candidates += sorted(met, key=lambda who: (ledger.person(who).name, who))
    free = [who for who in candidates if not ledger.person(who).do_not_contact]
    return next(iter(free or candidates), None)


def _met(story: Story, ledger: Ledger) -> list[PersonId]:
    """The interviewers of the interviews that stand: the last interview first, then by name."""
    people: dict[PersonId, None] = {}
    for interview in reversed(story.held):
        for who in sorted(interview.interviewers, key=lambda one: (ledger.person(one).name, one)):
            people.setdefault(who)
    return list(people)
