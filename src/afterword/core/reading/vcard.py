"""vCards 2.1, 3.0 and 4.0 read into people; each card is read alone, so that a broken one costs only itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from afterword.core.findings import Finding, Severity
from afterword.core.reading.contentline import Property, read_line
from afterword.core.reading.decode import decode

MAX_BYTES = 10_000_000
MAX_CARDS = 10_000
MAX_LINES = 1_000  # of one card
MAX_LINE = 10_000  # characters kept of one value
_CARD = re.compile(
    r"^BEGIN:VCARD[ \t]*$(?P<inside>.*?)(?:^END:VCARD[ \t]*$|(?=^BEGIN:VCARD)|\Z)", re.I | re.M | re.S
)
_BINARY = re.compile(r"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]", re.IGNORECASE)
_NAME = re.compile(r"^(?:[A-Za-z0-9-]+\.)?([A-Za-z][A-Za-z0-9-]*)(?=[;:])")
_QUOTED = re.compile(r";(?:ENCODING=)?QUOTED-PRINTABLE[;:]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CardRead:
    """One person of a vCard; the first address and number are the preferred ones. Empty means not given."""

    name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    company: str = ""
    department: str = ""
    title: str = ""
    zone: str = ""
    links: tuple[str, ...] = ()
    notes: str = ""
    other: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardsReading:
    """All the people of a file, and what to look at."""

    cards: tuple[CardRead, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_vcard(data: bytes) -> CardsReading:
    """Read every card of a file. Never fails; pictures are passed over, organisations are not people."""
    if len(data) > MAX_BYTES:
        return CardsReading(findings=(Finding("vcard.too_large", "The file is larger than 10 MB."),))
    found = list(_CARD.finditer(decode(data).text.replace("\r\n", "\n").replace("\r", "\n")))
    findings: list[Finding] = []
    if not found:
        findings.append(Finding("vcard.none", "The file holds no vCard (BEGIN:VCARD)."))
    if len(found) > MAX_CARDS:
        findings.append(
            Finding("vcard.too_many", f"The file holds {len(found)} cards; the first {MAX_CARDS} were read.")
        )
    cards: list[CardRead] = []
    for number, card in enumerate(found[:MAX_CARDS], start=1):
        read, finding = _card(card["inside"], number)
        cards.extend([read] if read else [])
        findings.extend([finding] if finding else [])
    return CardsReading(tuple(cards), tuple(findings))


def _card(text: str, number: int) -> tuple[CardRead | None, Finding | None]:
    """One card, or none where it is nobody's, and what there is to say about it."""
    held, broken = _properties(text)
    if _is_organisation(held):
        message = f"Card “{_first(held, 'FN') or f'number {number}'}” is no person and was passed over."
        return None, Finding("vcard.not_a_person", message, severity=Severity.NOTE)
    card = _read(held)
    if not (card.name or card.emails or card.phones):
        return None, Finding("vcard.empty", f"Card {number} has no name, address or number and was left out.")
    if not card.name:
        where = (card.emails + card.phones)[0]
        return card, Finding("vcard.unnamed", f"Card {number} ({where}) has no name.")
    if broken:
        message = f"A line of card “{card.name}” could not be read: {broken[0][:40]}."
        return card, Finding("vcard.line", message)
    return card, None


def _is_organisation(held: list[Property]) -> bool:
    kind = _first(held, "KIND").casefold()
    return kind in {"org", "group", "location"} or _first(held, "X-ABSHOWAS").casefold() == "company"


def _read(held: list[Property]) -> CardRead:
    company, _, department = _unescaped_parts(_raw(held, "ORG"), at_most=2).partition("\n")
    return CardRead(
        name=_name(held),
        emails=_preferred(held, "EMAIL"),
        phones=_preferred(held, "TEL"),
        company=company.strip(),
        department=department.strip(),
        title=_first(held, "TITLE") or _first(held, "ROLE"),
        zone=_first(held, "TZ"),
        links=_preferred(held, "URL") + _preferred(held, "X-SOCIALPROFILE"),
        notes=_first(held, "NOTE"),
        other=tuple(f"{one.name}: {one.text[:200]}" for one in held if one.name not in _USED),
    )


#: What a card's own fields take; everything else is kept in ``other``.
_USED = frozenset(
    [
        "FN", "N", "EMAIL", "TEL", "ORG", "TITLE", "ROLE", "TZ", "URL", "X-SOCIALPROFILE", "NOTE", "VERSION", "KIND",
        "PRODID", "REV", "UID", "PROFILE", "X-ABSHOWAS",
    ]
)  # fmt: skip


def _properties(text: str) -> tuple[list[Property], list[str]]:
    held: list[Property] = []
    broken: list[str] = []
    for line in _lines(text):
        if not line.strip() or _BINARY.match(line):
            continue
        bare = _NAME.sub(r"\1", line)[:MAX_LINE]
        found = read_line(_with_encoding_named(bare))
        if found is None:
            broken.append(line)
        else:
            held.append(found)
    return held, broken


def _lines(text: str) -> Iterator[str]:
    """Unfolded lines; a quoted-printable line of 2.1 that ends in "=" goes on in the next."""
    gathered: list[str] = []
    for line in re.sub(r"\n[ \t]", "", text).split("\n", MAX_LINES)[:MAX_LINES]:
        goes_on = line.endswith("=") and _QUOTED.search(gathered[0] if gathered else line[:MAX_LINE])
        gathered.append(line[:-1] if goes_on else line)
        if not goes_on:
            yield "".join(gathered)
            gathered = []
    if gathered:
        yield "".join(gathered)


def _with_encoding_named(line: str) -> str:
    """2.1 writes bare parameters (TEL;CELL:, ;QUOTED-PRINTABLE:); give each the name it means."""
    head, colon, value = line.partition(":")
    if ";" not in head or '"' in head:
        return line
    name, *parameters = head.split(";")
    named = []
    for parameter in parameters:
        if "=" in parameter:
            named.append(parameter)
        elif parameter.strip():
            encoding = parameter.upper() in {"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"}
            named.append(f"ENCODING={parameter}" if encoding else f"TYPE={parameter}")
    return ";".join([name, *_joined_types(named)]) + colon + value


def _joined_types(parameters: list[str]) -> list[str]:
    types = [said.partition("=")[2] for said in parameters if said.upper().startswith("TYPE=")]
    rest = [said for said in parameters if not said.upper().startswith("TYPE=")]
    return [*rest, *([f"TYPE={','.join(types)}"] if types else [])]


def _raw(held: list[Property], name: str) -> str:
    return next((_decoded(one) for one in held if one.name == name and one.raw.strip()), "")


def _decoded(one: Property) -> str:
    """The value with its escapes still in place but its transfer encoding undone."""
    if one.parameters.get("ENCODING", "").upper() != "QUOTED-PRINTABLE":
        return one.raw
    return Property(one.name, one.parameters, one.raw.replace("\\", "\\\\")).text


def _first(held: list[Property], name: str) -> str:
    return next((one.text.strip() for one in held if one.name == name and one.text.strip()), "")


def _unescaped_parts(raw: str, *, at_most: int) -> str:
    """The first parts of a list separated by semicolons, one a line."""
    parts = re.split(r"(?<!\\);", raw)[:at_most]
    return "\n".join(re.sub(r"\\(.)", r"\1", part).strip() for part in parts)


def _name(held: list[Property]) -> str:
    """The formatted name; where it is empty or an address, given and family name (N)."""
    said = " ".join(_first(held, "FN").split())
    if said and "@" not in said:
        return said
    parts = (_unescaped_parts(_raw(held, "N"), at_most=3) + "\n\n").split("\n")
    return " ".join(part for part in (parts[1], parts[2], parts[0]) if part)


def _preferred(held: list[Property], name: str) -> tuple[str, ...]:
    """Values of this name without tel: and mailto:, the preferred first, each once."""
    found = [one for one in held if one.name == name and one.text.strip()]
    found.sort(
        key=lambda one: not ("PREF" in one.parameters or "pref" in one.parameters.get("TYPE", "").casefold())
    )
    plain = (re.sub(r"^(?:tel|mailto):", "", one.text.strip(), flags=re.IGNORECASE) for one in found)
    return tuple(dict.fromkeys(plain))
