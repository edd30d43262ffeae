"""The template's way to :mod:`afterword.web.words`."""

from datetime import date, datetime

from django import template

from afterword.web import words

register = template.Library()


@register.filter
def day(moment: date | datetime | None) -> str:
    """“Thursday 12 November”."""
    return words.day(moment) if moment else ""


@register.filter
def moment(value: datetime | None, zone: str = "") -> str:
    """“Thursday 12 November, 4:30 PM” in ``zone`` (or the zone the value carries)."""
    if value is None:
        return ""
    local = value.astimezone(words.zone_of(zone)) if zone else value
    return f"{words.day(local)}, {words.clock(local)}"


@register.filter
def until(start: datetime, end: datetime) -> str:
    """“Thursday 12 November, 4:30 PM to 6:00 PM”, with the last day where it is another."""
    return words.stretch(start, end)


@register.filter
def at(value: datetime, zone: str) -> datetime:
    """The moment on clocks in ``zone``."""
    return value.astimezone(words.zone_of(zone))


@register.filter
def relative(value: datetime | None, now: datetime) -> str:
    """“in 3 hours”."""
    return words.relative(value, now) if value else ""


@register.filter
def place(zone: str) -> str:
    """“New York” for “America/New_York”."""
    return words.place(zone)


@register.filter
def get(mapping: dict[object, object], key: object) -> object:
    """The value of a key that is known only in the template."""
    return mapping.get(key) if mapping else None
