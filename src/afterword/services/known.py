"""What forms offer to choose from: the candidate's own zone, open opportunities, people on record."""

from dataclasses import dataclass

from afterword.core.facts import Candidate, Opportunity, Person
from afterword.services.standing import open_opportunities
from afterword.store.memory import remembered_facts


@dataclass(frozen=True, slots=True)
class Known:
    """Records a form may refer to."""

    candidate: Candidate
    opportunities: tuple[Opportunity, ...]
    people: tuple[Person, ...]


def known(owner: str) -> Known:
    """The owner's open opportunities by company, and people by name."""
    _, facts = remembered_facts(owner)
    return Known(
        candidate=facts.candidate,
        opportunities=tuple(open_opportunities(facts)),
        people=tuple(sorted(facts.people, key=lambda person: (person.name.casefold(), person.id))),
    )
