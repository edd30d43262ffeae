"""Times and names in words, for templates and messages."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def zone_of(name: str) -> ZoneInfo:
    """The IANA zone of this name, UTC when it is unknown."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def day(moment: date | datetime) -> str:
    """“Thursday 12 November”."""
    return f"{moment:%A} {moment.day} {moment:%B}"


def clock(moment: datetime, *, us: bool = True) -> str:
    """“4:30 PM” or “16:30”."""
    return f"{moment:%I:%M %p}".lstrip("0") if us else f"{moment:%H:%M}"


def stretch(first: datetime, last: datetime) -> str:
    """“Thursday 12 November, 4:30 PM to 6:00 PM”; the last day is named where it is another."""
    until = clock(last) if last.date() == first.date() else f"{day(last)}, {clock(last)}"
    return f"{day(first)}, {clock(first)} to {until}"


def place(zone: str) -> str:
    """“New York” for “America/New_York”."""
    return zone.rpartition("/")[2].replace("_", " ")


def relative(moment: datetime, now: datetime) -> str:
    """How far off, in the unit a person would use: “in 3 hours”, “2 days ago”, “now”."""
    distance = moment - now
    ahead = distance >= timedelta(0)
    amount = _amount(abs(distance))
    if not amount:
        return "now"
    return f"in {amount}" if ahead else f"{amount} ago"


def _amount(distance: timedelta) -> str:
    minutes = int(distance.total_seconds() // 60)
    if minutes < 2:
        return ""
    if minutes < 90:
        return f"{minutes} minutes"
    if minutes < 36 * 60:
        return f"{round(minutes / 60)} hours"
    return f"{round(minutes / 60 / 24)} days"
