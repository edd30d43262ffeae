"""The rules of one time zone as a calendar file itself defines them (VTIMEZONE).

Every file keeps its own zones: senders use one name ("Customized Time Zone") for different rules.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from afterword.core.reading.contentline import Property, read_line
from afterword.core.reading.invitation.blocks import Block
from afterword.core.reading.invitation.limits import MAX_ONSETS, MAX_PARTS, MAX_PROPERTIES

_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?")
_WALL = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?Z?")
_WEEKDAY = re.compile(r"([+-]?\d{0,2})(MO|TU|WE|TH|FR|SA|SU)")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class _Yearly:
    """A change that comes back every year: the nth weekday of a month, or a day of it."""

    month: int
    weekday: int | None
    nth: int
    days: tuple[int, ...]
    until: int  # year

    def on(self, year: int) -> date | None:
        """The day of a year on which the clocks change by this rule; None once it has run out."""
        if year > self.until:
            return None
        length = ((date(year + self.month // 12, self.month % 12 + 1, 1)) - timedelta(days=1)).day
        wanted = [day for day in self.days or range(1, length + 1) if 1 <= day <= length]
        if self.weekday is not None:
            wanted = [day for day in wanted if date(year, self.month, day).weekday() == self.weekday]
        place = self.nth - 1 if self.nth > 0 else self.nth
        return date(year, self.month, wanted[place]) if -len(wanted) <= place < len(wanted) else None


@dataclass(frozen=True, slots=True)
class _Observance:
    """Standard or summer time: its offset, and when it begins."""

    before: timedelta
    offset: timedelta
    first: datetime
    dates: tuple[datetime, ...]
    yearly: _Yearly | None

    def beginnings(self, year: int) -> Iterator[datetime]:
        """Every beginning of this year and the one before, and the last ones before those."""
        yield self.first
        yield from self.dates
        if self.yearly:
            for each in sorted({year, year - 1, min(year, self.yearly.until)}):
                if each >= self.first.year and (day := self.yearly.on(each)):
                    yield max(self.first, datetime.combine(day, self.first.time()))


@dataclass(frozen=True, slots=True, eq=False)
class Observances:
    """One time zone's definition; ``place`` is the IANA name it claims for itself, if any."""

    name: str
    place: str
    parts: tuple[_Observance, ...]

    def offset(self, wall: datetime) -> timedelta:
        """How far ahead of UTC the clock stands at this wall time."""
        changes = _changes(self, wall.year)
        place = bisect_right(changes, wall, key=lambda change: change[0])
        if place:
            return changes[place - 1][1]
        return min(self.parts, key=lambda part: part.first).before


@lru_cache(maxsize=256)
def _changes(rules: Observances, year: int) -> list[tuple[datetime, timedelta]]:
    """The changes of the clocks that matter in a year, in order, each with the offset it brings."""
    return sorted((start, part.offset) for part in rules.parts for start in part.beginnings(year))


def observances(block: Block) -> Observances | None:
    """A VTIMEZONE block as rules; None when it names nothing or none of its parts can be read."""
    held = [found for line in block.lines[:MAX_PROPERTIES] if (found := read_line(line))]
    outer, parts = _parted(held)
    readable = tuple(part for lines in parts[:MAX_PARTS] if (part := _observance(lines)))
    name = outer.get("TZID", "")
    if not (name and readable):
        return None
    return Observances(name, outer.get("X-LIC-LOCATION", ""), readable)


def _parted(held: list[Property]) -> tuple[dict[str, str], list[list[Property]]]:
    outer: dict[str, str] = {}
    parts: list[list[Property]] = []
    inside = False
    for found in held:
        if found.name == "BEGIN":
            parts.append([])
            inside = True
        elif found.name == "END":
            inside = False
        elif inside:
            parts[-1].append(found)
        else:
            outer.setdefault(found.name, found.text.strip())
    return outer, parts


def _observance(lines: list[Property]) -> _Observance | None:
    values = {held.name: held.raw.strip() for held in reversed(lines)}
    before, offset = _offset(values.get("TZOFFSETFROM", "")), _offset(values.get("TZOFFSETTO", ""))
    first = _wall(values.get("DTSTART", ""))
    if offset is None or first is None:
        return None
    dates = sorted(_dates(lines))
    yearly = _yearly(values.get("RRULE", ""))
    return _Observance(offset if before is None else before, offset, first, tuple(dates[:MAX_ONSETS]), yearly)


def _dates(lines: list[Property]) -> Iterator[datetime]:
    for held in lines:
        if held.name == "RDATE":
            for said in held.raw.split(",")[:MAX_ONSETS]:
                if found := _wall(said.strip()):
                    yield found


def _offset(said: str) -> timedelta | None:
    found = _OFFSET.fullmatch(said)
    if found is None:
        return None
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    if ahead >= timedelta(hours=24):
        return None
    return -ahead if found[1] == "-" else ahead


def _wall(said: str) -> datetime | None:
    found = _WALL.fullmatch(said)
    try:
        return datetime(*(int(part or 0) for part in found.groups())) if found else None  # type: ignore[arg-type]  # noqa: DTZ001
    except ValueError:
        return None


def _yearly(rule: str) -> _Yearly | None:
    """The rule as a yearly change; anything but a plain yearly rule counts as no rule."""
    said = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    try:
        month = int(said.get("BYMONTH", ""))
        days = tuple(int(day) for day in said.get("BYMONTHDAY", "").split(",") if day)
        until = int(said.get("UNTIL", "9999")[:4])
    except ValueError:
        return None
    weekday = _WEEKDAY.fullmatch(said.get("BYDAY", ""))
    if said.get("FREQ") != "YEARLY" or not 1 <= month <= 12 or not (weekday or days):
        return None
    nth = int(weekday[1]) if weekday and weekday[1].strip("+-") else 1
    return _Yearly(month, _DAYS.index(weekday[2]) if weekday else None, nth or 1, days, until)
