"""Zones, working days and hours: when a person can decently be written to or called.

Windows are real time: every sum is done in UTC and shown in the recipient's zone, so that a clock
change never moves a limit. Holidays are national ones (``holidays`` package); dates that follow the
moon are its estimates. Days and times of day are local to the zone given.
"""

import importlib
import importlib.util
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)


def utc(moment: datetime) -> datetime:
    """The same instant in UTC; instants are compared and added to only in this form."""
    return moment if moment.tzinfo is UTC else moment.astimezone(UTC)


# ---------------------------------------------------------------- zones and countries


@cache
def _known_zone(name: str) -> ZoneInfo | None:
    """The zone of an IANA name, or None where there is no such zone."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


@cache
def first_zone(*names: str) -> ZoneInfo:
    """The first of the names that is an IANA zone; UTC where none is."""
    return next((zone for name in names if (zone := _known_zone(name))), ZoneInfo("UTC"))


@cache
def _countries() -> dict[str, str]:
    """Zone -> ISO 3166-1 alpha-2 code."""
    text = resources.files(__package__).joinpath("zones.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


def country_of(zone: str) -> str:
    """The country whose working days a zone follows; "" where the zone names none (UTC, Etc/GMT+5)."""
    return _countries().get(zone, "")


# ---------------------------------------------------------------- working days


@cache
def _calendar(country: str) -> Any:
    """The holiday calendar of a country, or None where there is none.

    Its module is loaded alone: the package's own way loads every country of the world.
    """
    registry: Any = importlib.import_module("holidays.registry")
    module = next((name for name, codes in registry.COUNTRIES.items() if country in codes[1:]), "")
    if not module:
        return None
    entity = registry.COUNTRIES[module][0]
    folder = importlib.import_module("holidays").__path__[0]
    spec = importlib.util.spec_from_file_location(
        f"afterword_holidays_{module}", f"{folder}/countries/{module}.py"
    )
    if spec is None or spec.loader is None:
        return None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return getattr(loaded, entity)()


@lru_cache(maxsize=1 << 16)
def is_working_day(day: date, country: str) -> bool:
    """Neither weekend nor national holiday; an unknown country works Monday to Friday.

    Beyond the years whose holidays are known, weekends alone count.
    """
    calendar = _calendar(country) if country else None
    if calendar is None:
        return day.weekday() < 5
    if not calendar.start_year <= day.year <= calendar.end_year:
        return day.weekday() not in calendar.weekend
    return bool(calendar.is_working_day(day))


@lru_cache(maxsize=1 << 16)
def working_day(day: date, country: str) -> date:
    """The first working day on or after a day."""
    while not is_working_day(day, country):
        day += DAY
    return day


@lru_cache(maxsize=1 << 16)
def working_days_after(day: date, count: int, country: str) -> date:
    """The ``count``-th working day after a day, which itself does not count."""
    for _ in range(count):
        day = working_day(day + DAY, country)
    return day


# ---------------------------------------------------------------- moments


@lru_cache(maxsize=1 << 16)
def at_local(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """A local time of day as an instant in UTC (a time the clocks skip counts as the later one)."""
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """The calendar day an instant falls on in a zone."""
    return moment.astimezone(zone).date()


@lru_cache(maxsize=1 << 14)
def into_hours(moment: datetime, zone: ZoneInfo, country: str, start: time, end: time) -> datetime:
    """The first instant, not before ``moment``, between two local times of a working day; in UTC."""
    local = moment.astimezone(zone)
    day = local.date()
    if is_working_day(day, country):
        if local.time() < start:
            return at_local(day, start, zone)
        if local.time() <= end:
            return utc(moment)
    return at_local(working_day(day + DAY, country), start, zone)


@lru_cache(maxsize=1 << 14)
def last_polite(earliest: datetime, wished: datetime, zone: ZoneInfo, start: time, end: time) -> datetime:
    """The latest instant up to ``wished`` between two local times of any day; in UTC.

    Where no such instant lies after ``earliest``, ``wished`` itself: the limit beats politeness.
    """
    local = wished.astimezone(zone)
    if start <= local.time() <= end:
        return utc(wished)
    day = local.date() if local.time() > end else local.date() - DAY
    polite = at_local(day, end, zone)
    return polite if polite >= earliest else utc(wished)


@lru_cache(maxsize=1 << 14)
def best_slot(
    opens: datetime,
    due: datetime,
    zone: ZoneInfo,
    country: str,
    days: tuple[int, ...],
    slots: tuple[tuple[time, time], ...],
) -> datetime:
    """The first instant between ``opens`` and ``due`` that lies in a preferred slot of a preferred working day.

    Where there is none, ``opens`` itself. In UTC.
    """
    day = local_day(opens, zone)
    while at_local(day, time(0), zone) <= due:
        if day.weekday() in days and is_working_day(day, country):
            for start, end in slots:
                moment = max(opens, at_local(day, start, zone))
                if moment <= min(due, at_local(day, end, zone)):
                    return utc(moment)
        day += DAY
    return utc(opens)
