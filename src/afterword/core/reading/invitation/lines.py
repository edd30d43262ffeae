"""The properties of one event: names, parameters, values; broken lines mended or reported, none fatal."""

import quopri
import re
from collections.abc import Mapping
from dataclasses import dataclass

from icalendar.parser.content_line import Contentline

from afterword.core.reading.invitation.blocks import Block
from afterword.core.reading.invitation.limits import MAX_PROPERTIES

_NAME = re.compile(r"\s*([A-Za-z][A-Za-z0-9-]*)\s*[;:]")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)

#: Property names of an event (RFC 5545, 7986, 9073); any other line belongs to the text before it.
_KNOWN = frozenset(
    [
        "ACTION",
        "ATTACH",
        "ATTENDEE",
        "CALENDAR-ADDRESS",
        "CATEGORIES",
        "CLASS",
        "COLOR",
        "COMMENT",
        "COMPLETED",
        "CONCEPT",
        "CONFERENCE",
        "CONTACT",
        "CREATED",
        "DESCRIPTION",
        "DTEND",
        "DTSTAMP",
        "DTSTART",
        "DUE",
        "DURATION",
        "EXDATE",
        "EXRULE",
        "GEO",
        "IMAGE",
        "LAST-MODIFIED",
        "LINK",
        "LOCATION",
        "LOCATION-TYPE",
        "METHOD",
        "NAME",
        "ORGANIZER",
        "PARTICIPANT-TYPE",
        "PERCENT-COMPLETE",
        "PRIORITY",
        "PRODID",
        "RDATE",
        "RECURRENCE-ID",
        "REFID",
        "RELATED-TO",
        "REQUEST-STATUS",
        "RESOURCES",
        "RRULE",
        "SEQUENCE",
        "SOURCE",
        "STATUS",
        "STRUCTURED-DATA",
        "STYLED-DESCRIPTION",
        "SUMMARY",
        "TRANSP",
        "TZID",
        "UID",
        "URL",
        "VERSION",
        "CALSCALE",
        "REFRESH-INTERVAL",
        "TRIGGER",
    ]
)


@dataclass(frozen=True, slots=True)
class Property:
    """One property: name and parameter names in capitals, the value as written."""

    name: str
    parameters: Mapping[str, str]
    raw: str

    @property
    def text(self) -> str:
        r"""The value as text: quoted-printable decoded, ``\n`` a line break, other escapes undone."""
        raw = self.raw
        if self.parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
            raw = quopri.decodestring(raw.encode("utf-8", "replace")).decode("utf-8", "replace")
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], raw)


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of one component in order, and the lines that are none."""

    held: tuple[Property, ...]
    broken: tuple[str, ...] = ()
    mended: bool = False

    def all(self, name: str) -> tuple[Property, ...]:
        """Every property of this name."""
        return tuple(held for held in self.held if held.name == name)

    def first(self, name: str) -> Property | None:
        """The first property of this name that has a value, or None."""
        return next((held for held in self.held if held.name == name and held.raw.strip()), None)

    def text(self, name: str) -> str:
        """The first value of this name as text without outer white space, "" when there is none."""
        found = self.first(name)
        return found.text.strip() if found else ""


def properties(block: Block) -> Properties:
    """Read a component's lines. A line that starts no known property continues the text before it."""
    lines, mended = _joined(block.lines)
    held: list[Property] = []
    broken: list[str] = []
    for line in lines[:MAX_PROPERTIES]:
        if not line.strip():
            continue
        found = read_line(line)
        if found is None:
            broken.append(line)
        else:
            held.append(found)
    return Properties(tuple(held), (*broken, *lines[MAX_PROPERTIES:]), mended)


def read_line(line: str) -> Property | None:
    """One content line, or None when it is none."""
    try:
        name, parameters, raw = Contentline(line).raw_parts()  # type: ignore[no-untyped-call]
    except ValueError:
        return None
    plain = {
        str(key).upper(): ", ".join(value) if isinstance(value, list) else str(value)
        for key, value in parameters.items()
    }
    return Property(str(name).upper(), plain, str(raw))


def _joined(lines: list[str]) -> tuple[list[str], bool]:
    joined: list[list[str]] = []
    for line in lines:
        name = _NAME.match(line)
        starts = name is not None and (name[1].upper() in _KNOWN or name[1].upper().startswith("X-"))
        if starts or not joined:
            joined.append([line])
        else:
            joined[-1].append(line)
    mended = any(len(parts) > 1 and "".join(parts[1:]).strip() for parts in joined)
    return ["\\n".join(parts) for parts in joined], mended
