"""Days in English, whatever the machine's language."""

from datetime import date
from zoneinfo import ZoneInfo

from afterword.core.facts import Case

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_met(case: Case) -> date:
    """The day of the interview where it was held; where the zone is no known one, the day as it was written."""
    meeting = case.interview
    try:
        return meeting.end.astimezone(ZoneInfo(meeting.zone)).date()
    except (KeyError, ValueError, OSError):
        return meeting.end.date()


def weekday(day: date) -> str:
    """The name of a day's weekday."""
    return _WEEKDAYS[day.weekday()]


def month(day: date) -> str:
    """The name of a day's month."""
    return _MONTHS[day.month - 1]


def spoken_date(day: date, locale: str) -> str:
    """ "November 12" where American is spoken, else "12 November"."""
    american = locale.replace("_", "-").lower() in {"en-us", "en", ""}
    return f"{month(day)} {day.day}" if american else f"{day.day} {month(day)}"
