"""Who a calendar event names, and who of them is likely to have interviewed. The user has the last word."""

import re
import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from urllib.parse import unquote

from afterword.core.reading.contentline import Property
from afterword.core.reading.invitation.limits import MAX_LINE, MAX_PEOPLE
from afterword.core.reading.invitation.lines import Properties
from afterword.core.reading.invitation.names import names_in
from afterword.core.reading.invitation.values import PersonRead, PersonRole

_EMAIL = re.compile(r"[^\s<>@:;,\"'()]{1,64}@[^\s<>@:;,\"'()]{1,255}")
_SUFFIX = re.compile(
    r"(?:jr|sr|i{2,3}|iv|cpa|cfa|cma|cfe|mba|ph\.?d|acca|aca|inc|llc|esq|md)\b", re.IGNORECASE
)
#: Why nobody is asked to thank themselves; other readings look for it.
YOUR_OWN = "your own address"
_ROOM = re.compile(
    r"\b(?:conf(?:erence)?\.?|meeting|board|huddle|interview)\s?room\b|\bconf\.? rm\b", re.IGNORECASE
)
_GROUP = re.compile(
    r"\b(?:team|group|department|recruiting|recruitment|staff|committee|human resources|hr)\b", re.IGNORECASE
)
_NOTETAKER = re.compile(r"note[ -]?taker\b|\bmeeting notes\b", re.IGNORECASE)
_ROOMS = frozenset({"ROOM", "RESOURCE"})


@dataclass(slots=True)
class _Entry:
    """One address while the event's lines are gathered."""

    email: str
    name: str = ""
    organizer: bool = False
    attendee: bool = False
    kinds: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    answers: set[str] = field(default_factory=set)
    delegated: bool = False


@cache
def addresses(kind: str) -> frozenset[str]:
    """One list of addresses.toml."""
    text = files("afterword.core.reading.invitation").joinpath("addresses.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)[kind])


def read_people(event: Properties, *, mine: frozenset[str]) -> tuple[PersonRead, ...]:
    """Organizer first, then guests in order, each address once. ``mine`` are the user's own addresses."""
    entries: dict[str, _Entry] = {}
    for held in (*event.all("ORGANIZER"), *event.all("ATTENDEE")):
        _gather(held, entries)
    own = frozenset(_mailbox(address) for address in mine)
    return tuple(_person(entry, own=own) for entry in list(entries.values())[:MAX_PEOPLE])


def alone_with_unknown(people: tuple[PersonRead, ...], *, mine: frozenset[str]) -> bool:
    """Whether the only guest may well be the user, whose addresses were not told."""
    guests = [person for person in people if person.role in {PersonRole.ATTENDEE, PersonRole.OPTIONAL}]
    return not mine and len(guests) == 1 and len(people) > 1


def without_the_user(people: tuple[PersonRead, ...]) -> tuple[PersonRead, ...]:
    """The people when the only guest may well be the user and the text names who interviews: then that guest does not."""
    if not any(one.role is PersonRole.NAMED and one.likely_interviewer for one in people):
        return people
    guests = {PersonRole.ATTENDEE, PersonRole.OPTIONAL}
    return tuple(
        replace(one, likely_interviewer=False, why="the only guest, so this may be you")
        if one.role in guests
        else one
        for one in people
    )


def email_of(held: Property) -> str:
    """The address of a person's line, also without mailto: or only as a parameter; "" when it has none."""
    for said in (held.parameters.get("EMAIL", ""), unquote(held.raw), held.parameters.get("CN", "")):
        said = re.sub(r"^\s*(?:mailto|smtp|sip):", "", said, flags=re.IGNORECASE)
        if found := _EMAIL.search(said):
            return found[0].rstrip(".").lower()[:MAX_LINE]
    rest = re.sub(r"^\s*(?:mailto|smtp|sip):", "", held.raw, flags=re.IGNORECASE).strip()
    return rest.lower()[:MAX_LINE] if re.fullmatch(r"\S+@\S+\.\S+", rest) else ""


def name_of(said: str) -> str:
    """A display name for a letter: "Doe, Jane" turned, quotes and directory paths off; "" for an address."""
    name = " ".join(said.replace('"', " ").split()).strip("' ")[:MAX_LINE]
    name = re.sub(r"^CN=", "", name, flags=re.IGNORECASE).split("/")[0]
    name = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", name).strip()
    if (
        "@" in name
        or not re.search(r"[^\W\d_]", name)
        or re.fullmatch(r"(?:null|none|unknown)(?:\s\w+)?", name, re.I)
    ):
        return ""
    last, comma, first = name.partition(", ")
    if comma and "," not in first and not _SUFFIX.match(first):
        return f"{first} {last}"
    return name


def suggested_name(email: str) -> str:
    """A name as an address spells it ("dana.wu@…" → "Dana Wu"); "" where it does not tell."""
    parts = re.split(r"[._-]", email.partition("@")[0])
    if (
        len(parts) in {2, 3}
        and all(part.isalpha() for part in parts)
        and min(len(parts[0]), len(parts[-1])) > 1
    ):
        return " ".join(part.capitalize() for part in parts)
    return ""


def on_domain(email: str, kind: str) -> bool:
    """Whether an address is on one of the listed domains or below it."""
    domain = email.partition("@")[2]
    listed = addresses(kind)
    return any(domain == name or domain.endswith("." + name) for name in listed)


def _gather(held: Property, entries: dict[str, _Entry]) -> None:
    email = email_of(held)
    name = name_of(held.parameters.get("CN", ""))
    if not (email or name):
        return
    entry = entries.setdefault(email or name.casefold(), _Entry(email))
    entry.name = entry.name or name
    entry.organizer |= held.name == "ORGANIZER"
    entry.attendee |= held.name == "ATTENDEE"
    parameters = held.parameters
    entry.kinds.add(parameters.get("CUTYPE", "").upper())
    entry.roles.add(parameters.get("ROLE", "").upper().replace("_", "-"))
    entry.answers.add(parameters.get("PARTSTAT", "").upper())
    entry.delegated |= "DELEGATED-TO" in parameters


def _person(entry: _Entry, *, own: frozenset[str]) -> PersonRead:
    role = _role(entry)
    against = _against(entry, role, own)
    person = PersonRead(entry.name, entry.email, role, not against, against or _for(entry, role))
    return person if person.name else replace(person, suggested_name=suggested_name(entry.email))


def _role(entry: _Entry) -> PersonRole:
    if entry.kinds & _ROOMS or on_domain(entry.email, "rooms") or _ROOM.search(entry.name):
        return PersonRole.ROOM
    if "GROUP" in entry.kinds:
        return PersonRole.GROUP
    if entry.organizer:
        return PersonRole.ORGANIZER
    if _GROUP.search(entry.name) and not any(names_in(entry.name)):
        return PersonRole.GROUP
    optional = entry.roles & {"OPT-PARTICIPANT", "NON-PARTICIPANT"}
    return PersonRole.OPTIONAL if optional and "CHAIR" not in entry.roles else PersonRole.ATTENDEE


def _against(entry: _Entry, role: PersonRole, own: frozenset[str]) -> str:
    """Why somebody is not taken for an interviewer; "" when nothing speaks against it."""
    plain = entry.email.partition("@")[0].partition("+")[0]
    reasons: tuple[tuple[object, str], ...] = (
        (bool(entry.email) and _mailbox(entry.email) in own, YOUR_OWN),
        (role is PersonRole.ROOM, "a room or resource"),
        (role is PersonRole.GROUP, "a group of people"),
        (on_domain(entry.email, "notetakers") or _NOTETAKER.search(entry.name), "a program that takes notes"),
        (is_nobody(entry.email), "an address nobody reads"),
        (on_domain(entry.email, "systems"), "a scheduling system"),
        (plain in addresses("shared"), "a shared address; ask who writes from it"),
        (entry.answers >= {"DECLINED"} and "ACCEPTED" not in entry.answers, "declined the invitation"),
        (entry.delegated, "sends somebody else"),
        ("NON-PARTICIPANT" in entry.roles, "for information only"),
    )
    return next((why for applies, why in reasons if applies), "")


def _mailbox(email: str) -> str:
    """The mailbox an address leads to: no tag behind a plus, and no dots where the host passes over them."""
    local, at, domain = email.casefold().strip().partition("@")
    local = local.partition("+")[0]
    return (local.replace(".", "") if domain in addresses("dotless") else local) + at + domain


def is_nobody(email: str) -> bool:
    """Whether nobody reads what comes to an address."""
    local = email.partition("@")[0].partition("+")[0]
    squashed = re.sub(r"[._-]", "", local)
    return local in addresses("nobody") or squashed.startswith(("noreply", "donotreply"))


def _for(entry: _Entry, role: PersonRole) -> str:
    if role is PersonRole.ORGANIZER:
        return (
            "organized it and is among the guests" if entry.attendee else "organized it; may be a coordinator"
        )
    if "CHAIR" in entry.roles:
        return "leads the meeting"
    return "an optional guest" if role is PersonRole.OPTIONAL else "a guest"
