"""The time zones a form offers: the user's own first, common ones by the names people use, then all others."""

from functools import cache
from zoneinfo import available_timezones

from django import forms

COMMON = {
    "America/New_York": "US Eastern (New York)",
    "America/Chicago": "US Central (Chicago)",
    "America/Denver": "US Mountain (Denver)",
    "America/Phoenix": "Arizona (Phoenix)",
    "America/Los_Angeles": "US Pacific (Los Angeles)",
    "America/Anchorage": "Alaska (Anchorage)",
    "Pacific/Honolulu": "Hawaii (Honolulu)",
    "America/Toronto": "Toronto",
    "America/Vancouver": "Vancouver",
    "America/Mexico_City": "Mexico City",
    "America/Sao_Paulo": "São Paulo",
    "Europe/London": "London",
    "Europe/Dublin": "Dublin",
    "Europe/Paris": "Paris",
    "Europe/Berlin": "Berlin",
    "Europe/Zurich": "Zurich",
    "Africa/Johannesburg": "Johannesburg",
    "Asia/Dubai": "Dubai",
    "Asia/Kolkata": "India (Kolkata)",
    "Asia/Singapore": "Singapore",
    "Asia/Hong_Kong": "Hong Kong",
    "Asia/Tokyo": "Tokyo",
    "Australia/Sydney": "Sydney",
    "UTC": "UTC",
}
_REGIONS = (
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)

Choices = list[tuple[str, str | list[tuple[str, str]]]]


def zone_choices(*likely: str, blank: str = "") -> Choices:
    """Choices for a select: ``likely`` zones in front, under a first line ``blank`` when it is given."""
    first = [zone for zone in dict.fromkeys(likely) if zone]
    choices: Choices = [("", blank)] if blank else []
    if first:
        choices.append(("Likely", [(zone, label(zone)) for zone in first]))
    choices.append(("Common", [(zone, name) for zone, name in COMMON.items() if zone not in first]))
    choices.append(("All", [pair for pair in _all() if pair[0] not in first and pair[0] not in COMMON]))
    return choices


def offer_zones(field: forms.Field, *likely: str, blank: str = "") -> None:
    """Give a field of a form these choices."""
    assert isinstance(field, forms.ChoiceField)
    field.choices = zone_choices(*likely, blank=blank)


def label(zone: str) -> str:
    """What people call a zone."""
    return COMMON.get(zone) or zone.replace("_", " ")


@cache
def _all() -> tuple[tuple[str, str], ...]:
    names = sorted(name for name in available_timezones() if name.split("/")[0] in _REGIONS)
    return tuple((name, name.replace("_", " ")) for name in names)
