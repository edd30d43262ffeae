"""Keeping an opportunity: adding one role at one employer, changing it, finding the one meant."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from afterword.core.errors import BadInput, NotFound
from afterword.core.facts import Opportunity, OpportunityId, PersonId, Source
from afterword.ports.ids import Ids
from afterword.services.page_id import page_id
from afterword.store import facts, records


@dataclass(frozen=True, slots=True)
class OpportunityGiven:
    """What the user says of an opportunity. ``contact`` and ``recruiter`` are ids of people, "" = nobody."""

    company: str
    role: str
    industry: str = ""
    contact: str = ""
    recruiter: str = ""
    applied_on: date | None = None
    call_unwelcome: bool = False


def keep_opportunity(
    given: OpportunityGiven, *, owner: str, ids: Ids, opportunity: str = ""
) -> OpportunityId:
    """Add an opportunity, or change the one named.

    A page that adds one names a fresh id in ``opportunity``, so that sending it twice keeps it once. Raises :class:`BadInput` without company or role, and :class:`NotFound` for a person not on record.
    """
    company, role = given.company.strip(), given.role.strip()
    if not company:
        raise BadInput("Which company is it? The letters name it.")
    if not role:
        raise BadInput("Which role is it? The letters name it.")
    for person in (given.contact, given.recruiter):
        if person:
            facts.load_person(owner, person)
    kept = replace(
        _on_record(owner, opportunity)
        or Opportunity(OpportunityId(page_id(opportunity, ids)), company, role),
        company=company,
        role=role,
        industry=given.industry.strip(),
        contact=PersonId(given.contact) if given.contact else None,
        recruiter=PersonId(given.recruiter) if given.recruiter else None,
        applied_on=given.applied_on,
        call_unwelcome=given.call_unwelcome,
    )
    records.keep(owner, kept)
    return kept.id


def _on_record(owner: str, opportunity: str) -> Opportunity | None:
    try:
        return facts.load_opportunity(owner, opportunity)
    except NotFound:
        return None


def place_opportunity(
    *, company: str, role: str, opportunities: Iterable[Opportunity], ids: Ids, source: Source | None = None
) -> Opportunity:
    """The opportunity with this company and role, or a new one (not yet kept). Raises :class:`BadInput`."""
    company, role = company.strip(), role.strip()
    if not company or not role:
        raise BadInput("Please give the company and the role; the letters name both.")
    for known in opportunities:
        if (known.company.casefold(), known.role.casefold()) == (company.casefold(), role.casefold()):
            return known
    return Opportunity(OpportunityId(ids.new()), company, role, source=source or Source())
