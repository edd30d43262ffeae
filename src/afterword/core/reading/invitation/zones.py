"""Which time zone an event's time was said in, and how sure that is. In doubt it is asked, never assumed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from afterword.core.reading.invitation.observances import Observances
from afterword.core.reading.loose import zone_named

#: Names the zone database knows but that people mean loosely: "EST" is written all summer.
_LOOSE = frozenset({"EST", "MST", "HST", "CET", "MET", "EET", "WET"})
_BRACKETED = re.compile(
    r"\(?\s*(?:UTC|GMT)\s*(?P<offset>[+-]\d\d?(?:[:.]?\d\d)?)?\s*\)\s*(?P<name>.+)", re.IGNORECASE
)
_SAID = re.compile(
    r"\d\s*(?:[ap]\.?m\b\.?)?\s*[(,]?\s*([ECMP][SD]?T|GMT|BST|CES?T|AE[SD]T|IST|SGT)\b"
    r"|\b((?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))? Time)\b"
    r"|\b((?:America|Europe|Asia|Africa|Australia|Pacific|Atlantic)/[A-Z][A-Za-z_]+)",
    re.IGNORECASE,
)
_MOST_HINTS = 3
_PLAIN_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d\d?)[:.]?(\d\d)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ZoneReading:
    """A wall time with its zone: aware when the zone could be told, as written when not.

    ``zone`` is an IANA name or ""; ``fault`` says in a sentence why it is to be asked or looked at.
    """

    time: datetime
    zone: str = ""
    certain: bool = False
    said: str = ""
    suggestions: tuple[str, ...] = ()
    fault: str = ""


def said_in(text: str) -> tuple[str, ...]:
    """Zones a text names: "3:00 PM (EST)", "Eastern Time", "America/New_York". They are hints, never taken."""
    found = (next(part for part in one.groups() if part) for one in _SAID.finditer(text))
    return tuple(dict.fromkeys(found))[:_MOST_HINTS]


def place(wall: datetime, *, said: str, defined: Mapping[str, Observances]) -> ZoneReading:
    """Put a wall time into the zone called ``said``; ``defined`` are the file's own definitions."""
    rules = defined.get(said)
    if iana := _iana(said):
        return _named(wall, said=said, zone=iana, rules=rules)
    if rules is not None:
        return _ruled(wall, said=said, rules=rules)
    if plain := _PLAIN_OFFSET.fullmatch(said.strip()):
        return _fixed(wall, said=said, offset=_span(plain))
    meant = tuple(_meant(said))
    if len(meant) == 1:
        return ZoneReading(
            wall.replace(tzinfo=ZoneInfo(meant[0])),
            meant[0],
            False,
            said,
            meant,
            f"The file calls its time zone “{said}” and does not define it; it is read as {meant[0]}.",
        )
    return ZoneReading(
        wall, "", False, said, meant, f"The file calls its time zone “{said}” and does not define it."
    )


def floating(wall: datetime, *, hints: tuple[str, ...]) -> ZoneReading:
    """A time without any zone; ``hints`` are zones the file names elsewhere, offered and not assumed."""
    return ZoneReading(wall, "", False, "", _hinted(hints), "The file gives the time without a time zone.")


def universal(wall: datetime, *, said: str, hints: tuple[str, ...]) -> ZoneReading:
    """A time in UTC: the instant is sure; a zone said beside it names it, else the calendar's own is offered."""
    if said and (named := _iana(said)):
        time = wall.replace(tzinfo=UTC).astimezone(ZoneInfo(named))
        return ZoneReading(time, named, True, said)
    return ZoneReading(wall.replace(tzinfo=UTC), "UTC", True, "UTC", _hinted(hints))


def _hinted(hints: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(iana for hint in hints for iana in (_iana(hint), *_meant(hint)) if iana))


def _iana(said: str) -> str:
    """The IANA name meant by an IANA, Windows or vendor-prefixed name; "" for any other.

    Outlook numbers a second zone of one name ("W. Europe Standard Time 1"); some programs change the case.
    """
    name = re.sub(r"\s+\d+$", "", said.strip().strip('"').strip("/"))
    if name in _LOOSE:
        return ""
    if windows := WINDOWS_TO_OLSON.get(name):
        return windows
    parts = name.split("/")
    for start in range(max(0, len(parts) - 3), len(parts)):
        candidate = "/".join(parts[start:])
        whole = "/" in candidate or candidate == name or candidate.upper() == "UTC"
        if whole and (found := _spelt(candidate)):
            return found
    return ""


def _spelt(name: str) -> str:
    """The zone database's own spelling of a name, "" when it has none."""
    if name.upper() in {"UTC", "Z"}:
        return "UTC"
    if not re.fullmatch(r"[A-Za-z][\w+/-]{1,60}", name):
        return ""
    return name if zone_named(name) else _spellings().get(name.casefold(), "")


@cache
def _spellings() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


def _named(wall: datetime, *, said: str, zone: str, rules: Observances | None) -> ZoneReading:
    time = wall.replace(tzinfo=ZoneInfo(zone))
    if rules is not None and rules.offset(wall) != time.utcoffset():
        return ZoneReading(
            time,
            zone,
            False,
            said,
            (zone,),
            f"The file's own rules for “{said}” disagree with the clocks of {zone}; the name was followed.",
        )
    return ZoneReading(time, zone, True, said)


def _ruled(wall: datetime, *, said: str, rules: Observances) -> ZoneReading:
    """A zone only the file defines: its rules give the instant, a zone that keeps the same time its name."""
    offset = rules.offset(wall)
    claimed = [_iana(rules.place), *_meant(said)]
    zone = next((name for name in claimed if name and _agrees(ZoneInfo(name), wall, offset)), "")
    if not zone:
        alike = _alike(rules, wall.year)
        zone = alike if alike and _agrees(ZoneInfo(alike), wall, offset) else ""
    if not zone:
        return _fixed(wall, said=said, offset=offset)
    return ZoneReading(wall.replace(tzinfo=ZoneInfo(zone)), zone, True, said)


def _fixed(wall: datetime, *, said: str, offset: timedelta) -> ZoneReading:
    hours, rest = divmod(offset, timedelta(hours=1))
    zone = f"Etc/GMT{-hours:+d}" if hours and not rest else "UTC" if not rest else ""
    where: tzinfo = zone_named(zone) or timezone(offset)
    zone = zone if zone_named(zone) else ""
    return ZoneReading(wall.replace(tzinfo=where), zone, True, said)


def _agrees(zone: ZoneInfo, wall: datetime, offset: timedelta) -> bool:
    return wall.replace(tzinfo=zone).utcoffset() == offset


@lru_cache(maxsize=64)
def _alike(rules: Observances, year: int) -> str:
    """The best known zone whose clocks stood as the rules say at noon on the first of every month; else ""."""
    walls = [(wall := datetime(year, month, 1, 12), rules.offset(wall)) for month in range(1, 13)]  # noqa: DTZ001
    return next((name for name in _usual() if all(_agrees(ZoneInfo(name), *each) for each in walls)), "")


@cache
def _usual() -> tuple[str, ...]:
    """Zones to name a file's own rules by, the best known first."""
    known = (
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix",
        "Europe/London", "Europe/Berlin", "Asia/Kolkata",
    )  # fmt: skip
    return (*known, *dict.fromkeys(WINDOWS_TO_OLSON.values()))


@cache
def _display_names() -> dict[str, tuple[str, ...]]:
    text = files("afterword.core.reading.invitation").joinpath("zone_names.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {_folded(name): tuple(zones.split()) for name, zones in rows}


def _folded(name: str) -> str:
    name = re.sub(r"\b(?:standard|daylight|summer)?\s*time\b", " ", name.casefold())
    return " ".join(re.sub(r"[^a-z0-9]+", " ", name).split())


def _meant(said: str) -> Iterator[str]:
    """What a display name may mean: "(UTC-05:00) Eastern Time (US & Canada)", "US-Eastern", "Eastern"."""
    name = said.strip().strip('"')
    bracketed = _BRACKETED.match(name)
    words = bracketed["name"] if bracketed else name
    known = _display_names().get(_folded(words), ())
    offset = _PLAIN_OFFSET.fullmatch(bracketed["offset"]) if bracketed and bracketed["offset"] else None
    if offset is None:
        yield from known
        return
    span = _span(offset)
    fitting = [zone for zone in known if _standard(zone) == span]
    yield from fitting or (zone for zone in _usual() if _standard(zone) == span)


def _standard(zone: str) -> timedelta | None:
    """The zone's offset outside summer time."""
    winter, summer = (datetime(2026, month, 1, tzinfo=ZoneInfo(zone)) for month in (1, 7))
    return min(offset for time in (winter, summer) if (offset := time.utcoffset()) is not None)


def _span(found: re.Match[str]) -> timedelta:
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return -ahead if found[1] == "-" else ahead
