"""Keeping a person: adding somebody, changing what is known, and when to be in touch next."""

from dataclasses import dataclass, replace
from datetime import date

from afterword.core.errors import BadInput
from afterword.core.facts import Person, PersonId, Relation
from afterword.ports.ids import Ids
from afterword.services.place_people import valid_address
from afterword.store import facts, records


@dataclass(frozen=True, slots=True)
class PersonGiven:
    """What the user says of a person; ``cadence_days`` None means no rhythm, ``zone`` "" means not told."""

    name: str
    relation: Relation = Relation.OTHER
    title: str = ""
    company: str = ""
    greeting: str = ""
    email: str = ""
    phone: str = ""
    zone: str = ""
    country: str = ""
    notes: str = ""
    cadence_days: int | None = None
    next_touch: date | None = None
    do_not_contact: bool = False


def keep_person(given: PersonGiven, *, owner: str, ids: Ids, person: str = "") -> PersonId:
    """Add a person, or change the one named. The name is kept exactly as typed.

    Raises :class:`BadInput` without a name or with an address that cannot be one.
    """
    name = " ".join(given.name.split())
    if not name:
        raise BadInput("What is their name? Write it as they do.")
    email = given.email.strip()
    if email and not valid_address(email):
        raise BadInput(f"“{email}” is not an e-mail address.")
    before = facts.load_person(owner, person) if person else Person(PersonId(ids.new()), name)
    kept = replace(
        before, name=name, relation=given.relation, title=given.title.strip(), company=given.company.strip(),
        greeting=given.greeting.strip(), email=email, phone=given.phone.strip(), zone=given.zone.strip(),
        country=given.country.strip().upper(), notes=given.notes.strip(), cadence_days=given.cadence_days,
        next_touch=given.next_touch, do_not_contact=given.do_not_contact,
    )  # fmt: skip
    records.keep(owner, kept)
    return kept.id
