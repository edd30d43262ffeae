"""Which opportunities are open and how the closed ones ended, for screens that list or offer them."""

from collections import defaultdict
from collections.abc import Iterator

from afterword.core.facts import Decision, Facts, LetterSent, Opportunity, OpportunityId, Reply
from afterword.core.protocol.standing import Ending, ending_of


def endings(facts: Facts) -> dict[OpportunityId, Ending]:
    """How each closed opportunity ended; an open one is not in it."""
    decisions: dict[OpportunityId, list[Decision]] = defaultdict(list)
    replies: dict[OpportunityId, list[Reply]] = defaultdict(list)
    letters: dict[OpportunityId, list[LetterSent]] = defaultdict(list)
    for happening in facts.history:
        if isinstance(happening, Decision):
            decisions[happening.opportunity].append(happening)
        elif isinstance(happening, Reply):
            replies[happening.opportunity].append(happening)
        elif isinstance(happening, LetterSent) and happening.opportunity:
            letters[happening.opportunity].append(happening)
    found = {
        one: ending_of(decisions=decisions[one], replies=replies[one], letters=letters[one])
        for one in {*decisions, *replies, *letters}
    }
    return {one: ending for one, ending in found.items() if ending}


def open_opportunities(facts: Facts) -> Iterator[Opportunity]:
    """Opportunities that are not closed, by company and role."""
    closed = endings(facts)
    left = [opportunity for opportunity in facts.opportunities if opportunity.id not in closed]
    yield from sorted(left, key=lambda one: (one.company.casefold(), one.role.casefold(), one.id))
