"""Which opportunity, interview or person is meant by a few words on the command line."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TypeVar

from afterword.cli.asking import choose
from afterword.core.errors import NotFound
from afterword.core.facts import Facts, Interview, InterviewStatus, Opportunity, Person

T = TypeVar("T")


def opportunity_meant(words: str, *, facts: Facts) -> Opportunity:
    """The opportunity whose id, company or role holds these words; asked about when several do."""
    return one_meant(
        words,
        facts.opportunities,
        name=lambda known: f"{known.role} at {known.company}",
        what="opportunity",
    )


def interview_meant(words: str, *, facts: Facts, now: datetime) -> Interview:
    """The interview meant; without words, the latest that has ended (``now`` decides)."""
    companies = {known.id: f"{known.company} {known.role}" for known in facts.opportunities}
    stands = [known for known in facts.interviews if known.status is InterviewStatus.PLANNED]
    held = sorted((known for known in stands if known.end <= now), key=lambda known: known.end)
    if not words and held:
        return held[-1]
    return one_meant(
        words,
        stands,
        name=lambda known: (
            f"{companies.get(known.opportunity, '')} {known.start:%Y-%m-%d %H:%M} {known.round}".strip()
        ),
        what="interview",
    )


def person_meant(words: str, *, facts: Facts) -> Person:
    """The person whose id, name or address holds these words; asked about when several do."""
    return one_meant(
        words, facts.people, name=lambda known: f"{known.name} {known.email}".strip(), what="person"
    )


def one_meant(words: str, known: Iterable[T], *, name: Callable[[T], str], what: str) -> T:
    """The record of that id, or the one whose name holds every word. Raises NotFound when there is none."""
    records = tuple(known)
    exact = [record for record in records if getattr(record, "id", None) == words]
    wanted = words.casefold().split()
    found: Sequence[T] = exact or [
        record for record in records if all(word in name(record).casefold() for word in wanted)
    ]
    if not found:
        raise NotFound(f"There is no {what} “{words}”." if words else f"There is no {what} yet.")
    if len(found) == 1:
        return found[0]
    return choose(f"Several fit. Which {what}?", [(name(record), record) for record in found])
