"""When an event is: its start, its end or a marked guess of it, and the zone both were said in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from icalendar import vDuration

from afterword.core.reading.contentline import Property
from afterword.core.reading.invitation import zones
from afterword.core.reading.invitation.lines import Properties
from afterword.core.reading.invitation.observances import Observances
from afterword.core.reading.invitation.zones import ZoneReading
from afterword.core.reading.loose import END_OF_DAY
from afterword.core.reading.walltime import USUAL_LENGTH

_LONGEST = timedelta(days=31)
_TIME = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Clock:
    """How one file tells time: the zones it defines, and those it names elsewhere (hints)."""

    defined: Mapping[str, Observances]
    hints: tuple[str, ...] = ()

    def read(self, held: Property) -> ZoneReading | None:
        """One date-time property as a time in its zone; None when it cannot be read.

        A zone's name that holds a colon and no quotes ("(UTC-05:00) Eastern Time") has split the value early.
        """
        held = _rejoined(held)
        found = _TIME.fullmatch(held.raw.strip())
        if found is None:
            return None
        try:
            wall = _wall(found)
            if found[4] is None:
                return zones.floating(wall, hints=self.hints)
            if found[7] and found[7].upper() != "Z":
                return zones.place(wall, said=f"UTC{found[7]}", defined={})
            if found[7]:
                return zones.universal(wall, said=held.parameters.get("TZID", ""), hints=self.hints)
            if said := held.parameters.get("TZID", "").strip():
                return zones.place(wall, said=said, defined=self.defined)
            return zones.floating(wall, hints=self.hints)
        except (ValueError, OverflowError):
            return None


@dataclass(frozen=True, slots=True)
class Times:
    """Start and end of one event; ``faults`` are (property, sentence) pairs."""

    start: ZoneReading | None
    end: datetime | None = None
    end_guessed: bool = False
    all_day: bool = False
    faults: tuple[tuple[str, str], ...] = ()


def read_times(event: Properties, *, clock: Clock) -> Times:
    """Start and end of an event; a missing or impossible end becomes its length, else one marked hour."""
    said = event.first("DTSTART")
    if said is None:
        return Times(None, faults=(("DTSTART", "it has no start"),))
    start = clock.read(said)
    if start is None:
        return Times(None, faults=(("DTSTART", f"its start “{said.raw.strip()[:60]}” is no time"),))
    if is_day(said):
        return _whole_days(start, event, clock=clock)
    end, faults = _end(start.time, event, clock=clock)
    return Times(start, end or _later(start.time, USUAL_LENGTH), end is None, faults=faults)


def is_day(held: Property) -> bool:
    """Whether a property names a day without an hour."""
    found = _TIME.fullmatch(_rejoined(held).raw.strip())
    return found is not None and found[4] is None


def _rejoined(held: Property) -> Property:
    zone, colon, time = held.raw.strip().rpartition(":")
    if not colon or "TZID" not in held.parameters or not _TIME.fullmatch(time):
        return held
    return Property(held.name, {**held.parameters, "TZID": f"{held.parameters['TZID']}:{zone}"}, time)


def _wall(found: re.Match[str]) -> datetime:
    parts = [int(part or 0) for part in found.groups()[:6]]
    wall = datetime(*parts[:5], min(parts[5], 59))  # type: ignore[arg-type, call-arg]  # noqa: DTZ001
    if not 1900 < wall.year < 2200:
        raise ValueError("no interview was held then")
    return wall


def _whole_days(start: ZoneReading, event: Properties, *, clock: Clock) -> Times:
    said = event.first("DTEND")
    end = clock.read(said) if said else None
    length = _length(event)
    last = start.time
    if end and end.time > start.time:
        last = end.time - timedelta(days=1) if said and is_day(said) else end.time.replace(tzinfo=None)
    elif length and length >= timedelta(days=1):
        last = _later(start.time, length - timedelta(days=1))
    first = replace(
        start, time=datetime.combine(start.time.date(), time()), fault="The file names days only."
    )
    return Times(first, datetime.combine(last.date(), END_OF_DAY), end_guessed=True, all_day=True)


def _end(
    start: datetime, event: Properties, *, clock: Clock
) -> tuple[datetime | None, tuple[tuple[str, str], ...]]:
    said = event.first("DTEND")
    if said is None:
        length = _length(event)
        if length is not None:
            return _later(start, length), ()
        broken = event.first("DURATION")
        return None, (("DURATION", f"its length “{broken.raw.strip()[:60]}” is none"),) if broken else ()
    end = clock.read(said)
    if end is None:
        return None, (("DTEND", f"its end “{said.raw.strip()[:60]}” is no time"),)
    if (end.time.tzinfo is None) != (start.tzinfo is None):
        return None, (("DTEND", "its start and end are said in different zones"),)
    if end.time <= start:
        return None, (("DTEND", "it ends before it starts"),)
    return end.time if start.tzinfo is None else end.time.astimezone(start.tzinfo), ()


def _length(event: Properties) -> timedelta | None:
    said = event.first("DURATION")
    if said is None:
        return None
    try:
        length = vDuration.from_ical(said.raw.strip())  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError):
        return None
    return length if timedelta() < length <= _LONGEST else None


def _later(start: datetime, length: timedelta) -> datetime:
    """``start`` plus elapsed time, exact across a change of the clocks."""
    if start.tzinfo is None:
        return start + length
    return datetime.fromtimestamp(start.timestamp() + length.total_seconds(), tz=start.tzinfo)
