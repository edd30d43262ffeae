"""Whom the user names, found among the people on record or added: never twice, never merged by guess.

The same e-mail address is the same person. The same name alone is asked about.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from afterword.core.errors import BadInput
from afterword.core.facts import Person, PersonId, Relation, Source
from afterword.ports.ids import Ids

NEW = "new"  # the user's word that this is somebody else with the same name
_ADDRESS = re.compile(r"[^@\s<>,;:\"()\[\]]+@[^@\s<>,;:\"()\[\]]+\.[^@\s.<>,;:\"()\[\]]+")


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody as the user names them. ``known`` is the id of the person meant, "new", or "" (not told)."""

    name: str
    title: str = ""
    email: str = ""
    relation: Relation = Relation.OTHER
    known: str = ""


class SameName(BadInput):
    """Somebody of this name is on record; only the user knows whether it is the same person."""

    def __init__(self, met: Met, candidates: Sequence[Person]) -> None:
        super().__init__(f"You already know a {met.name}. Is this the same person?")
        self.met = met
        self.candidates = tuple(candidates)


class BadPerson(BadInput):
    """A name is missing or an address cannot be one; ``met`` tells whose."""

    def __init__(self, sentence: str, met: Met) -> None:
        super().__init__(sentence)
        self.met = met


@dataclass(frozen=True, slots=True)
class Placed:
    """Everybody in the order named, and the records to keep (new ones, and known ones that gained something)."""

    ids: tuple[PersonId, ...]
    keep: tuple[Person, ...]


def place_people(
    named: Iterable[Met], *, people: Iterable[Person], company: str, ids: Ids, source: Source | None = None
) -> Placed:
    """Find or add each person. Names are kept exactly as given.

    A known person only gains what was missing (address, title, company); nothing on record is overwritten.
    Raises :class:`SameName` and :class:`BadPerson`.
    """
    on_record = {person.id: person for person in people}
    found: list[PersonId] = []
    keep: dict[PersonId, Person] = {}
    for met in named:
        _check(met)
        known = _known(met, on_record.values())
        person = _enriched(known, met, company) if known else _made(met, company, ids, source or Source())
        if person is not known:
            keep[person.id] = on_record[person.id] = person
        if person.id not in found:
            found.append(person.id)
    return Placed(tuple(found), tuple(keep.values()))


def valid_address(email: str) -> bool:
    """Whether this can be an e-mail address; light, because only sending proves it."""
    return len(email) <= 254 and _ADDRESS.fullmatch(email) is not None


def _check(met: Met) -> None:
    if not met.name.strip():
        raise BadPerson("Each person needs a name; the letter to them begins with it.", met)
    if met.email.strip() and not valid_address(met.email.strip()):
        raise BadPerson(
            f"“{met.email}” cannot be an e-mail address. Check it, or leave it blank for now.", met
        )


def _known(met: Met, people: Iterable[Person]) -> Person | None:
    people = tuple(people)
    if met.known and met.known != NEW:
        chosen = next((person for person in people if person.id == met.known), None)
        if chosen is None:
            raise BadPerson("The person chosen is not on record any more.", met)
        return chosen
    email = met.email.strip().casefold()
    if email:
        for person in people:
            if person.email.casefold() == email:
                return person
    alike = [person for person in people if _same(person.name, met.name)]
    if alike and met.known != NEW:
        raise SameName(met, alike)
    return None


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _enriched(person: Person, met: Met, company: str) -> Person:
    """The person with what was missing filled in; the same object when nothing was."""
    gained: dict[str, object] = {
        name: value.strip()
        for name, value in (("email", met.email), ("title", met.title), ("company", _employer(met, company)))
        if value.strip() and not getattr(person, name)
    }
    if person.relation is Relation.OTHER and met.relation is not Relation.OTHER:
        gained["relation"] = met.relation
    return replace(person, **gained) if gained else person  # type: ignore[arg-type]


def _made(met: Met, company: str, ids: Ids, source: Source) -> Person:
    return Person(
        id=PersonId(ids.new()),
        name=met.name.strip(),
        relation=met.relation,
        title=met.title.strip(),
        company=_employer(met, company),
        email=met.email.strip(),
        source=source,
    )


def _employer(met: Met, company: str) -> str:
    """Whom the person works for: the employer met, except for a recruiter, who works for an agency."""
    return "" if met.relation is Relation.RECRUITER else company
