"""The candidate's profile, by hand or from a JSON Resume."""

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from afterword.core.errors import BadInput, Refused
from afterword.core.facts import Candidate
from afterword.core.findings import Finding
from afterword.core.reading.loose import zone_named
from afterword.core.reading.workline import employment, school
from afterword.ports.reading import FileReader
from afterword.services.place_people import valid_address
from afterword.store import records
from afterword.store.facts import told_zone
from afterword.store.memory import remembered_facts

LOCALES = ("en-US", "en-GB")


@dataclass(frozen=True, slots=True)
class ProfileGiven:
    """The form: lists hold one entry a line, jobs and schools as people write them on a résumé."""

    name: str
    headline: str = ""
    email: str = ""
    phone: str = ""
    link: str = ""
    zone: str = "UTC"
    locale: str = "en-US"
    strengths: str = ""
    achievements: str = ""
    employers: str = ""
    schools: str = ""
    certificates: str = ""
    associations: str = ""


def show_profile(*, owner: str) -> Candidate:
    """The profile as it stands."""
    return remembered_facts(owner)[1].candidate


def keep_profile(given: ProfileGiven, *, owner: str) -> None:
    """Keep the form. Raises :class:`BadInput` for a missing name, a bad address or an unknown zone."""
    if not given.name.strip():
        raise BadInput("What is your name? Letters are signed with it.")
    if given.email.strip() and not valid_address(given.email.strip()):
        raise BadInput(f"“{given.email.strip()}” is not an e-mail address.")
    try:
        ZoneInfo(given.zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise BadInput(f"“{given.zone}” is not a time zone; choose one such as America/New_York.") from error
    records.keep_profile(
        owner,
        Candidate(
            name=" ".join(given.name.split()), headline=given.headline.strip(), email=given.email.strip(),
            phone=given.phone.strip(), link=given.link.strip(), zone=given.zone,
            locale=given.locale if given.locale in LOCALES else LOCALES[0], strengths=_lines(given.strengths),
            achievements=_lines(given.achievements),
            employers=tuple(employment(line) for line in _lines(given.employers)),
            schools=tuple(school(line) for line in _lines(given.schools)),
            certificates=_lines(given.certificates), associations=_lines(given.associations),
        ),
    )  # fmt: skip


def keep_first_zone(zone: str, *, owner: str) -> bool:
    """Take the time zone this computer says as the user's, while they have told none; whether it was taken.

    What is no zone, or none of a place ("UTC", "Etc/GMT"), is passed over: nobody typed it, and nobody lives there.
    """
    known = show_profile(owner=owner)
    of_a_place = "/" in zone and not zone.startswith("Etc/") and zone_named(zone) is not None
    if told_zone(owner) or not of_a_place:
        return False
    records.keep_profile(owner, replace(known, zone=zone))
    return True


def keep_own_address(email: str, *, name: str = "", owner: str) -> None:
    """The user says which address is theirs; a name told before stays.

    Raises :class:`BadInput` for a bad address and :class:`Refused` when the profile has one.
    """
    address = email.strip()
    if not valid_address(address):
        raise BadInput(f"“{address}” is not an e-mail address.")
    known = show_profile(owner=owner)
    if known.email:
        raise Refused(f"Your profile says {known.email}. If that has changed, change it there.")
    told = replace(known, email=address, name=known.name or " ".join(name.split()))
    records.keep_profile(owner, told, zone_told=told_zone(owner))


def import_resume(content: bytes, *, owner: str, reader: FileReader) -> tuple[Finding, ...]:
    """Put a JSON Resume in place of the profile; zone and locale stay. Raises :class:`BadInput` for a bad file."""
    reading = reader.read_resume(content)
    before = show_profile(owner=owner)
    values = {name: getattr(reading.candidate, name) for name in Candidate.__slots__}
    values |= {"zone": before.zone, "locale": before.locale}
    records.keep_profile(owner, Candidate(**values), zone_told=told_zone(owner))
    return reading.findings


def as_lines(entries: tuple[str, ...]) -> str:
    """A list for a text box."""
    return "\n".join(entries)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
