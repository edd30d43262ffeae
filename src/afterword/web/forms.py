"""What forms of several screens share: choices in words, and fields that read times as people mean them."""

from datetime import date, datetime
from typing import Any

from django import forms

from afterword.core.errors import BadInput
from afterword.services.sensible_day import ODD_YEAR, sensible

RELATIONS = (
    ("hiring_manager", "Hiring manager"),
    ("peer", "Future colleague"),
    ("hr", "Human resources"),
    ("executive", "Executive"),
    ("coordinator", "Coordinator"),
    ("recruiter", "Recruiter (agency)"),
    ("network", "My network"),
    ("other", "Somebody else"),
)

TOUCHES = (
    ("wrote", "Wrote to them"),
    ("called", "Called them"),
    ("met", "Met them"),
    ("gave_card", "Gave them my card"),
)


class PlainForm(forms.Form):
    """A form whose fields carry no colon and whose errors are said beside the field."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]


class DayInput(forms.DateInput):
    """The browser's own date field."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day, in a year that can be meant."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=DayInput(), **kwargs)

    def validate(self, value: date | None) -> None:
        """Refuse a year nobody means."""
        super().validate(value)
        _sensible_or_refused(value)


def read_day(text: str, *, unreadable: str) -> date | None:
    """A day sent without a form; None when empty. Raises :class:`BadInput` with ``unreadable`` for what is no day."""
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError as error:
        raise BadInput(unreadable) from error
    if day and not sensible(day):
        raise BadInput(ODD_YEAR)
    return day


def _sensible_or_refused(day: date | None) -> None:
    if day and not sensible(day):
        raise forms.ValidationError(ODD_YEAR, code="year")


class WallTimeInput(forms.DateTimeInput):
    """The browser's own field for a date and a time of day."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class WallTimeField(forms.Field):
    """A date and time of day without a zone: the zone is asked for beside it."""

    widget = WallTimeInput
    default_error_messages = {"invalid": "Give a date and a time."}  # noqa: RUF012  (Django's own convention)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(widget=WallTimeInput(), **kwargs)  # type: ignore[arg-type]

    def to_python(self, value: object) -> datetime | None:
        """The wall time, naive; Django would otherwise lay its own zone over it."""
        if not value:
            return None
        try:
            return datetime.fromisoformat(str(value)).replace(tzinfo=None)
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error

    def validate(self, value: datetime | None) -> None:
        """Refuse a year nobody means."""
        super().validate(value)
        _sensible_or_refused(value)
