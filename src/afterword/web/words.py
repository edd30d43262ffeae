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
