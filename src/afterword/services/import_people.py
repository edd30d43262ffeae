"""People from a vCard file: those not on record are added, nobody on record is changed."""

import re
from dataclasses import dataclass

from afterword.core.facts import Origin, Person, PersonId, Relation, Source
from afterword.core.findings import Finding
from afterword.core.reading.vcard import CardRead
from afterword.ports.ids import Ids
from afterword.ports.reading import FileReader
from afterword.store import records
from afterword.store.memory import remembered_facts

#: Titles of people who find work for others; all others of a file belong to the network.
_RECRUITS = re.compile(
    r"\b(?:recruit(?:er|ment|ing)|head-?hunter|executive search|staffing)\b", re.IGNORECASE
)
_NAMELESS = "Nameless"


@dataclass(frozen=True, slots=True)
class PeopleImported:
    """How many were added, who was there already (by address, or by name without one), and what to look at."""

    added: int
    known: tuple[str, ...]
    findings: tuple[Finding, ...]


def import_people(name: str, content: bytes, *, reader: FileReader, owner: str, ids: Ids) -> PeopleImported:
    """Add the people of one file to the network, each with the file as source."""
    reading = reader.read_vcard(content)
    added, known = 0, []
    with records.writing(owner):
        _, facts = remembered_facts(owner)
        seen = {_key(person) for person in facts.people}
        for card in reading.cards:
            person = _person(card, name, ids)
            if _key(person) in seen:
                known.append(person.name)
                continue
            seen.add(_key(person))
            records.keep(owner, person)
            added += 1
    return PeopleImported(added, tuple(known), reading.findings)


def _key(person: Person) -> str:
    """What makes two the same here: the address, else the name, else (for the nameless) where they work as what."""
    if person.email:
        return person.email.casefold()
    parts = (person.name, person.title, person.company) if person.name == _NAMELESS else (person.name,)
    return " ".join(" ".join(parts).casefold().split())


def _person(card: CardRead, file: str, ids: Ids) -> Person:
    """One card as a person; without a name, by what it has, so that the user finds and names them."""
    email = card.emails[0] if card.emails else ""
    return Person(
        PersonId(ids.new()),
        card.name or email or next(iter(card.phones), _NAMELESS),
        Relation.RECRUITER if _RECRUITS.search(card.title) else Relation.NETWORK,
        card.title,
        card.company,
        email=email,
        phone=card.phones[0] if card.phones else "",
        notes=card.notes,
        source=Source(Origin.VCARD, file),
    )
