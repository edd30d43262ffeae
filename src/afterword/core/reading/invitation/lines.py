"""The properties of one event: names, parameters, values; broken lines mended or reported, none fatal."""

import re
from dataclasses import dataclass

from afterword.core.reading.contentline import Property, read_line
from afterword.core.reading.invitation.blocks import Block
from afterword.core.reading.invitation.limits import MAX_PROPERTIES

_NAME = re.compile(r"\s*([A-Za-z][A-Za-z0-9-]*)\s*[;:]")
#: Some programs put a group before the name, as in vCards ("item1.ATTENDEE"); it says nothing.
_GROUP = re.compile(r"\s*item\d{1,4}\.(?=[A-Za-z])", re.IGNORECASE)

#: Property names of an event (RFC 5545, 7986, 9073); any other line belongs to the text before it.
_KNOWN = frozenset(
    [
        "ACTION", "ATTACH", "ATTENDEE", "CALENDAR-ADDRESS", "CATEGORIES", "CLASS", "COLOR", "COMMENT",
        "COMPLETED", "CONCEPT", "CONFERENCE", "CONTACT", "CREATED", "DESCRIPTION", "DTEND", "DTSTAMP",
        "DTSTART", "DUE", "DURATION", "EXDATE", "EXRULE", "GEO", "IMAGE", "LAST-MODIFIED", "LINK",
        "LOCATION", "LOCATION-TYPE", "METHOD", "NAME", "ORGANIZER", "PARTICIPANT-TYPE", "PERCENT-COMPLETE",
        "PRIORITY", "PRODID", "RDATE", "RECURRENCE-ID", "REFID", "RELATED-TO", "REQUEST-STATUS",
        "RESOURCES", "RRULE", "SEQUENCE", "SOURCE", "STATUS", "STRUCTURED-DATA", "STYLED-DESCRIPTION",
        "SUMMARY", "TRANSP", "TZID", "UID", "URL", "VERSION", "CALSCALE", "REFRESH-INTERVAL", "TRIGGER",
    ]
)  # fmt: skip

#: The texts that senders break without folding, so that a line that is no property may be part of them.
_TEXTS = frozenset({"DESCRIPTION", "COMMENT", "X-ALT-DESC"})


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
    lines, mended = _joined(
        [_GROUP.sub("", line, count=1) if _GROUP.match(line) else line for line in block.lines]
    )
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


def _joined(lines: list[str]) -> tuple[list[str], bool]:
    """Lines with their continuations; only a text may go on, and only empty lines may be lost."""
    joined: list[list[str]] = []
    for line in lines:
        if joined and _goes_on(joined[-1]):
            joined[-1][-1] = joined[-1][-1].rstrip()[:-1] + line
            continue
        name = _NAME.match(line)
        starts = name is not None and (name[1].upper() in _KNOWN or name[1].upper().startswith("X-"))
        if starts or (line.strip() and not (joined and _is_text(joined[-1][0]))):
            joined.append([line])
        elif joined and _is_text(joined[-1][0]):
            joined[-1].append(line)
    mended = any("".join(parts[1:]).strip() for parts in joined if len(parts) > 1)
    return ["\\n".join(parts) for parts in joined], mended


def _goes_on(parts: list[str]) -> bool:
    """Whether a quoted-printable line ends in "=", which breaks it softly (vCalendar 1.0, RFC 2045)."""
    return parts[-1].rstrip().endswith("=") and "QUOTED-PRINTABLE" in parts[0].partition(":")[0].upper()


def _is_text(line: str) -> bool:
    name = _NAME.match(line)
    return name is not None and name[1].upper() in _TEXTS
