"""Cutting calendar text into its events and time zones, whatever else is wrong with it.

Each VEVENT is cut out and read alone, so that one broken line, one broken zone or a missing end costs
only itself. Reminders (VALARM) are dropped: nothing of theirs belongs to the meeting.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

#: Written so that a long run of line breaks costs one pass.
_FOLD = re.compile(r"(?:(?<!\n)\r\n|(?<![\r\n])\n)(?:\r?\n)*[ \t]")
_BREAK = re.compile(r"\r\n|\n|\r")
_EDGE = re.compile(r"\s*(BEGIN|END)\s*:\s*([A-Za-z0-9-]+)\s*", re.IGNORECASE)
_EDGE_STARTS = tuple("BbEe \t")


@dataclass(slots=True)
class Block:
    """The unfolded lines between BEGIN and END of one component; ``complete`` is False when END is missing."""

    name: str
    lines: list[str] = field(default_factory=list)
    complete: bool = True

    @property
    def text(self) -> str:
        """The component as text, to show what could not be read."""
        return "\n".join([f"BEGIN:{self.name}", *self.lines])


@dataclass(slots=True)
class CalendarText:
    """One VCALENDAR taken apart: its own lines, its time zones, its events."""

    lines: list[str] = field(default_factory=list)
    zones: list[Block] = field(default_factory=list)
    events: list[Block] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing at all was found."""
        return not (self.lines or self.zones or self.events)


def cut(text: str) -> tuple[CalendarText, ...]:
    """The calendars of a text, each with its events; events outside any calendar count as one more."""
    calendars = [CalendarText()]
    open_block: Block | None = None
    inside: list[str] = []
    for line in _lines(text):
        edge = _EDGE.fullmatch(line) if line[:1] in _EDGE_STARTS else None
        if edge is None:
            _keep(line, calendars[-1], open_block, inside)
        elif edge[1].upper() == "BEGIN":
            name = edge[2].upper()
            if name == "VCALENDAR":
                calendars.append(CalendarText())
                _closed(open_block)
                open_block, inside = None, []
            elif name in {"VEVENT", "VTIMEZONE"}:
                open_block, inside = _opened(name, open_block, calendars[-1]), []
            else:
                inside.append(name)
                _mark(open_block, line)
        else:
            open_block = _ended(edge[2].upper(), line, open_block, inside)
    _closed(open_block)
    return tuple(calendar for calendar in calendars if not calendar.empty)


def _lines(text: str) -> Iterator[str]:
    """Unfolded lines (RFC 5545, 3.1)."""
    return (line for line in _BREAK.split(_FOLD.sub("", text)))


def _keep(line: str, calendar: CalendarText, block: Block | None, inside: list[str]) -> None:
    if block is None:
        if line.strip() and not inside:
            calendar.lines.append(line)
    elif block.name == "VTIMEZONE" or not inside:
        block.lines.append(line)


def _mark(block: Block | None, line: str) -> None:
    """Only a time zone keeps the edges of its parts; they tell standard time from summer time."""
    if block is not None and block.name == "VTIMEZONE":
        block.lines.append(line.strip().upper())


def _opened(name: str, before: Block | None, calendar: CalendarText) -> Block:
    _closed(before)
    block = Block(name)
    (calendar.events if name == "VEVENT" else calendar.zones).append(block)
    return block


def _closed(block: Block | None) -> None:
    if block is not None:
        block.complete = False


def _ended(name: str, line: str, block: Block | None, inside: list[str]) -> Block | None:
    if block is not None and name in {block.name, "VCALENDAR"}:
        block.complete = name == block.name
        inside.clear()
        return None
    if name in inside:
        del inside[inside.index(name) :]
        _mark(block, line)
    return block
