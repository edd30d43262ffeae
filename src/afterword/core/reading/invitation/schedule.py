"""The day's plan in a description: "10:00 – Dana Wu, Controller", or the time on one line and the name below it."""

import re
from collections.abc import Iterator

from afterword.core.reading.invitation.names import Named, is_title, names_in

_CLOCK = r"(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d(?:\s*[ap]\.?m\b\.?)?|\s*[ap]\.?m\b\.?)"
_ZONE = r"(?:\s*\(?(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|Uhr)\)?)?"
_TO = r"\s*(?:-|–|—|to|until|bis)\s*"
_SLOT = rf"(?:\d{{1,2}}{_TO}{_CLOCK}|{_CLOCK}{_ZONE}(?:{_TO}(?:{_CLOCK}|\d{{1,2}}\b))?){_ZONE}"
_STARTS = re.compile(rf"^\W{{0,6}}{_SLOT}(?P<rest>.*)$", re.IGNORECASE)
_ENDS = re.compile(rf"^(?P<rest>.*?)[\s|,(–—-]+{_SLOT}\W{{0,4}}$", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-*•·–]|\d{1,2}[.)])?\s*(?:(?:with|w/)\s+)?", re.IGNORECASE)
#: Lines below a time that still belong to it.
_BELOW = 5
#: A longer line, in characters, is prose.
_LONGEST = 300


def scheduled(description: str) -> Iterator[tuple[str, list[Named]]]:
    """Each line of the plan that names somebody, with whom it names."""
    lines = description.split("\n")
    for place, line in enumerate(lines):
        found = _slot(line)
        if found is None:
            continue
        names = list(names_in(found["rest"].replace(" & ", ", ")))
        if names:
            yield line, names
        elif _STARTS.match(line):
            yield from _below(lines[place + 1 : place + 1 + _BELOW])


def _slot(line: str) -> re.Match[str] | None:
    """The line's time and what stands beside it (``rest``); None for a line without a time."""
    return (_STARTS.match(line) or _ENDS.match(line)) if len(line) <= _LONGEST else None


def _below(lines: list[str]) -> Iterator[tuple[str, list[Named]]]:
    """Names that begin the lines under a time, until an empty line or the next time."""
    for place, line in enumerate(lines):
        entry = _BULLET.sub("", line, count=1)
        if not entry.strip() or _slot(line):
            return
        names = list(names_in(entry.replace(" & ", ", ")))
        if not names or not entry.startswith(names[0].name.split()[0]):
            continue
        title = lines[place + 1].strip() if place + 1 < len(lines) else ""
        if len(names) == 1 and not names[0].title and is_title(title) and not list(names_in(title)):
            names = [Named(names[0].name, title, names[0].email)]
        yield line, names
