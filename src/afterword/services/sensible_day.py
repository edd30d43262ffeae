"""Days a record may have: a slip of the keyboard, or a program's “never”, puts them into the year 26 or 9999."""

from datetime import date

FIRST_YEAR, LAST_YEAR = 1950, 2150
ODD_YEAR = "Is the year right?"


def sensible(day: date) -> bool:
    """Whether a day, or a moment, lies where careers do; the plan counts weeks on from it."""
    return FIRST_YEAR <= day.year <= LAST_YEAR
