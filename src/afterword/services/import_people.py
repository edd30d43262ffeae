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


@dataclass(frozen=True, slots=True)
class PeopleImported:
    """How many were added, who was there already (by address, or by name without one), and what to look at."""

    added: int
    known: tuple[str, ...]
    findings: tuple[Finding, ...]


def import_people(name: str, content: bytes, *, reader: FileReader, owner: str, ids: Ids) -> PeopleImported:
    """Add the people of one file to the network, each with the file as source."""
    reading = reader.read_vcard(content)
    _, facts = remembered_facts(owner)
    seen = {key for person in facts.people for key in _keys(person.name, person.email)}
    added, known = 0, []
    with records.writing(owner):
        for card in reading.cards:
            email = card.emails[0] if card.emails else ""
            keys = _keys(card.name, email)
            if keys & seen:
                known.append(card.name)
                continue
            seen |= keys
            records.keep(owner, _person(card, email, name, ids))
            added += 1
    return PeopleImported(added, tuple(known), reading.findings)


def _keys(name: str, email: str) -> set[str]:
    return {email.casefold()} if email else {" ".join(name.casefold().split())}


def _person(card: CardRead, email: str, file: str, ids: Ids) -> Person:
    """One card as a person; without a name, by what it has, so that the user finds and names them."""
    return Person(
        PersonId(ids.new()),
        card.name or email or next(iter(card.phones), "Nameless"),
        Relation.RECRUITER if _RECRUITS.search(card.title) else Relation.NETWORK,
        card.title,
        card.company,
        email=email,
        phone=card.phones[0] if card.phones else "",
        notes=card.notes,
        source=Source(Origin.VCARD, file),
    )
