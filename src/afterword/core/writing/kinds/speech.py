"""Days as they are said."""

from datetime import date

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip


def spoken_date(day: date, locale: str) -> str:
    """ "November 12" where American is spoken, else "12 November"."""
    month = _MONTHS[day.month - 1]
    american = locale.replace("_", "-").lower() in {"en-us", "en", ""}
    return f"{month} {day.day}" if american else f"{day.day} {month}"
