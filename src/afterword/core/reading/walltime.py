"""A day and a time on a wall clock somewhere, as one instant."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from afterword.core.errors import BadInput
from afterword.core.reading.loose import zone_named

#: How long a conversation is taken to last when nothing tells.
USUAL_LENGTH = timedelta(hours=1)


class UnknownZone(BadInput):
    """The name is not an IANA time zone."""


class NoSuchTime(BadInput):
    """The clocks go forward over this time on this day: it does not exist."""


def wall_time(day: date, clock: time, zone: str) -> datetime:
    """The instant at which clocks in ``zone`` (an IANA name) show ``clock`` on ``day``.

    Of a time that comes twice, when clocks go back, the first is meant. Raises :class:`UnknownZone` and
    :class:`NoSuchTime`.
    """
    there = known_zone(zone)
    moment = datetime.combine(day, clock.replace(fold=0), there)
    if moment.astimezone(UTC).astimezone(there).replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise NoSuchTime(
            f"Clocks go forward on {day:%Y-%m-%d} and skip {clock:%H:%M}. Please check the time."
        )
    return moment


def known_zone(name: str) -> ZoneInfo:
    """The zone of an IANA name. Raises :class:`UnknownZone`."""
    found = zone_named(name)
    if found is None:
        raise UnknownZone(f"“{name}” is no time zone we know. Choose one from the list.")
    return found


def end_of(start: datetime, *, end: time | None, minutes: int | None) -> tuple[datetime, bool]:
    """When a conversation ends, and whether that is a guess (one hour) because neither was told.

    ``end`` is on the start's day in the start's zone. Raises :class:`BadInput` when it is not after the start.
    """
    if end is not None:
        zone = start.tzinfo
        finish = wall_time(start.date(), end, zone.key) if isinstance(zone, ZoneInfo) else _same(start, end)
        if finish.astimezone(UTC) <= start.astimezone(UTC):
            raise BadInput("The end must come after the start, on the same day.")
        return finish, False
    length = timedelta(minutes=minutes) if minutes else USUAL_LENGTH
    return (start.astimezone(UTC) + length).astimezone(start.tzinfo), minutes is None


def _same(start: datetime, end: time) -> datetime:
    return datetime.combine(start.date(), end, start.tzinfo)
