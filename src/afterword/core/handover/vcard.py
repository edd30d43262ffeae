"""People as address cards: vCard 4.0 (RFC 6350) and 3.0 (RFC 2426), and the candidate's business card."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from afterword.core.facts import Candidate, Person
from afterword.core.handover.folding import content, escaped


class Version(StrEnum):
    """The versions in use: phones and scanners read 3.0, newer programs 4.0."""

    THREE = "3.0"
    FOUR = "4.0"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the parts a card asks for; a guess where only the whole is known."""

    family: str
    given: str
    suffix: str = ""


def people_cards(people: Iterable[Person], *, version: Version = Version.FOUR) -> str:
    """The text of one file with a card for each person."""
    return "".join(person_card(person, version=version) for person in people)


def person_card(person: Person, *, version: Version = Version.FOUR) -> str:
    """Somebody the candidate met."""
    return _card(
        name=person.name,
        version=version,
        uid=person.id,
        organisation=person.company,
        title=person.title,
        email=person.email,
        phone=person.phone,
        note=person.notes,
        zone=person.zone,
    )


def business_card(candidate: Candidate, *, version: Version = Version.THREE) -> str:
    """The candidate's own card, to give away; what is empty is left out."""
    return _card(
        name=candidate.name,
        version=version,
        title=candidate.headline,
        email=candidate.email,
        phone=candidate.phone,
        link=candidate.link,
    )


def short_card(candidate: Candidate) -> str:
    """The business card for a QR code: version 3.0 with name, phone, address and link alone, unfolded.

    Fewer characters make larger squares, which phones read from further away.
    """
    plain = (("TEL", candidate.phone), ("EMAIL", candidate.email), ("URL", candidate.link))
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{_structured(name_parts(candidate.name))}"]
    lines += [f"FN:{escaped(candidate.name)}", *(f"{tag}:{escaped(value)}" for tag, value in plain if value)]
    return "\r\n".join([*lines, "END:VCARD"]) + "\r\n"


def name_parts(name: str) -> Name:
    """A whole name in parts: what follows a comma is a suffix ("Dana Whitfield, CPA"), the last word the family."""
    whole, _, suffix = name.partition(",")
    *given, family = whole.split() or [""]
    return Name(family, " ".join(given), suffix.strip()) if given else Name("", family, suffix.strip())


def _card(
    *,
    name: str,
    version: Version,
    uid: str = "",
    organisation: str = "",
    title: str = "",
    email: str = "",
    phone: str = "",
    link: str = "",
    note: str = "",
    zone: str = "",
) -> str:
    values = (
        ("FN", escaped(name)),
        ("N", _structured(name_parts(name))),
        ("UID", _uid(uid)),
        ("ORG", escaped(organisation)),
        ("TITLE", escaped(title)),
        ("EMAIL", escaped(email)),
        (_phone_tag(version), escaped(phone)),
        ("URL", escaped(link)),
        ("TZ", escaped(zone)),
        ("NOTE", escaped(note)),
    )
    return content(_framed(version, values))


def _framed(version: Version, values: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    for tag, value in values:
        if value or tag in ("FN", "N"):
            yield f"{tag}:{value}"
    yield "END:VCARD"


def _phone_tag(version: Version) -> str:
    return "TEL;VALUE=text" if version is Version.FOUR else "TEL"


def _structured(name: Name) -> str:
    return ";".join((escaped(name.family), escaped(name.given), "", "", escaped(name.suffix)))


def _uid(text: str) -> str:
    """An id of 32 digits as a UUID is written; anything else as it is."""
    if len(text) != 32:
        return escaped(text)
    return "urn:uuid:" + "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
