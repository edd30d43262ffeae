"""Points of connection: what the candidate and a person share, with where it was found.

Facebook and Twitter/X are kept but never raised (rule R).
"""

from dataclasses import dataclass

from afterword.core.errors import BadInput
from afterword.core.facts import Candidate, FactId, Origin, PointOfConnection, PointOfConnectionKind, Source
from afterword.ports.ids import Ids
from afterword.store import facts, records


@dataclass(frozen=True, slots=True)
class ConnectionGiven:
    """What the user says they share, since when, and where they know it from."""

    kind: str
    text: str
    years: str = ""
    origin: str = Origin.TYPED.value
    reference: str = ""


def keep_connection(given: ConnectionGiven, *, person: str, owner: str, ids: Ids) -> None:
    """Add a point of connection. Raises :class:`BadInput` when a part is missing or unknown."""
    text = " ".join(given.text.split())
    if not text:
        raise BadInput("What do you share? A school, an employer, a certificate, a place …")
    try:
        kind, origin = PointOfConnectionKind(given.kind), Origin(given.origin)
    except ValueError as error:
        raise BadInput("Choose what kind of connection it is and where you know it from.") from error
    who = facts.load_person(owner, person)
    source = Source(origin, given.reference.strip(), confirmed=True)
    records.keep(owner, PointOfConnection(FactId(ids.new()), who.id, kind, text, given.years.strip(), source))


def forget_connection(connection: str, *, owner: str) -> None:
    """Take a point of connection away."""
    records.forget(owner, PointOfConnection, connection)


def to_tick(candidate: Candidate) -> tuple[tuple[str, str, str], ...]:
    """What of the candidate's own record another person might share: (kind, words, years)."""
    kinds = PointOfConnectionKind
    return (
        *((kinds.SCHOOL.value, s.name, _years(s.start, s.end)) for s in candidate.schools if s.name),
        *(
            (kinds.EMPLOYER.value, e.organisation, _years(e.start, e.end))
            for e in candidate.employers
            if e.organisation
        ),
        *((kinds.CERTIFICATE.value, c, "") for c in candidate.certificates),
        *((kinds.ASSOCIATION.value, a, "") for a in candidate.associations),
    )


def _years(start: str, end: str) -> str:
    return f"{start}–{end}".strip("–") if start or end else ""
