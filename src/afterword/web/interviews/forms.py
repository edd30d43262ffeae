"""The forms of an interview: when, where, what round — read into what the service takes."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django import forms

from afterword.core.errors import BadInput
from afterword.core.facts import Candidate, Interview, Opportunity
from afterword.core.reading.walltime import NoSuchTime, UnknownZone, end_of, wall_time
from afterword.services.keep_interview import InterviewGiven, web_link
from afterword.web.forms import DayField
from afterword.web.long_select import LongSelect
from afterword.web.words import zone_of
from afterword.web.zones import zone_choices

LENGTHS = (("", "Not sure (an hour)"), ("20", "20 minutes"), ("30", "30 minutes"), ("45", "45 minutes"),
           ("60", "1 hour"), ("90", "1½ hours"), ("120", "2 hours"), ("180", "3 hours"), ("240", "4 hours"))  # fmt: skip
FORMATS = (("", "—"), ("video", "Video"), ("phone", "Phone"), ("on site", "On site"))
NEW_OPPORTUNITY = ""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")  # "javascript:", but not "host:8080"


class WhenForm(forms.Form):
    """When and where. ``last_day`` lets the hours be left out, for an event of whole days. ``times`` is what :meth:`clean` made of day, clock and zone."""

    day = DayField(label="Day")
    start = forms.TimeField(label="Starts", widget=forms.TimeInput({"type": "time"}, format="%H:%M"))
    end = forms.TimeField(
        label="Ends", required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
        help_text="or choose a length",
    )  # fmt: skip
    minutes = forms.ChoiceField(label="Length", required=False, choices=LENGTHS)
    zone = forms.ChoiceField(
        label="Time zone",
        widget=LongSelect,
        error_messages={"required": "Please choose the time zone."},
    )
    round = forms.CharField(
        label="Round", required=False, max_length=100,
        widget=forms.TextInput({"placeholder": "first round, panel, final …"}),
    )  # fmt: skip
    format = forms.ChoiceField(label="How", required=False, choices=FORMATS)
    location = forms.CharField(label="Place", required=False, max_length=500)
    link = forms.CharField(label="Link", required=False, max_length=2000)

    def __init__(
        self,
        *args: Any,
        home: str,
        likely: Iterable[str] = (),
        ask_zone: bool = False,
        last_day: date | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.last_day = last_day
        if self.initial.get("end"):
            self.fields["end"].help_text = ""
        ask_zone = ask_zone or home == Candidate().zone
        self.fields["start"].required = last_day is None
        field = self.fields["zone"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = zone_choices(*likely, home, blank="Choose the time zone …" if ask_zone else "")
        if not ask_zone and not self.initial.get("zone"):
            self.initial["zone"] = home
        extra = self.initial.get("format")
        if extra and extra not in dict(FORMATS):
            _offer(self.fields["format"], extra)
        if self.is_bound and self.data.get(self.add_prefix("format"), "") not in dict(FORMATS):
            _offer(self.fields["format"], self.data[self.add_prefix("format")][:60])

    def clean_link(self) -> str:
        """A web address, with https:// put before a bare one."""
        text = str(self.cleaned_data["link"]).strip()
        if text and "://" not in text and not _SCHEME.match(text):
            text = f"https://{text}"
        if text and not web_link(text):
            raise forms.ValidationError("A link starts with https:// and holds no spaces.")
        return text

    def clean(self) -> dict[str, Any]:
        """Day, clock and zone as instants, with the refusal beside the field it is about."""
        held = super().clean() or {}
        self.times: tuple[datetime, datetime, bool] | None = None
        if not all(held.get(name) for name in ("day", "zone")):
            return held
        if held.get("start") is None:
            self.times = self._whole_days(held["day"], held["zone"]) if self.last_day else None
            return held
        try:
            start = wall_time(held["day"], held["start"], held["zone"])
        except UnknownZone as problem:
            self.add_error("zone", str(problem))
            return held
        except NoSuchTime as problem:
            self.add_error("start", str(problem))
            return held
        try:
            end, guessed = end_of(
                start, end=held.get("end"), minutes=int(held["minutes"]) if held.get("minutes") else None
            )
        except BadInput as problem:
            self.add_error("end", str(problem))
            return held
        self.times = (start, end, guessed)
        return held

    def _whole_days(self, day: date, zone: str) -> tuple[datetime, datetime, bool] | None:
        """From the first day to 17:00 of the last, for an event that names days only."""
        try:
            last = max(day, self.last_day or day)
            return wall_time(day, time(0), zone), wall_time(last, time(17), zone), True
        except BadInput as problem:
            self.add_error("zone", str(problem))
            return None

    def given(self, **more: Any) -> InterviewGiven:
        """What to keep; call it on a valid form."""
        assert self.times
        held = self.cleaned_data
        start, end, guessed = self.times
        values: dict[str, Any] = {
            "start": start, "end": end, "zone": held["zone"], "end_guessed": guessed, "round": held["round"],
            "all_day": held.get("start") is None, "format": held["format"], "location": held["location"], "link": held["link"],
        }  # fmt: skip
        return InterviewGiven(**(values | more))


class OpportunityChoice(forms.Form):
    """Which opportunity: one on record, or a company and a role."""

    opportunity = forms.ChoiceField(label="For which opportunity?", required=False, widget=LongSelect)
    company = forms.CharField(label="Company", required=False, max_length=200)
    role = forms.CharField(label="Role", required=False, max_length=200)

    def __init__(self, *args: Any, known: Iterable[Opportunity], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.id, f"{one.role} · {one.company}") for one in known]
        field = self.fields["opportunity"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(NEW_OPPORTUNITY, "A new one:"), *choices]
        self.any_known = bool(choices)

    def clean(self) -> dict[str, Any]:
        """A new one needs both its names."""
        held = super().clean() or {}
        if held.get("opportunity") == NEW_OPPORTUNITY:
            for name, question in (("company", "Which company is it?"), ("role", "Which role is it?")):
                if not (held.get(name) or "").strip():
                    self.add_error(name, question)
        return held


def initial_of(interview: Interview) -> dict[str, Any]:
    """What an interview on record puts into :class:`WhenForm`."""
    zone = zone_of(interview.zone)
    start, end = interview.start.astimezone(zone), interview.end.astimezone(zone)
    return {
        "day": start.date(), "start": _clock(start), "end": _clock(end) if end.date() == start.date() else None,
        "zone": interview.zone, "round": interview.round, "format": interview.format,
        "location": interview.location, "link": interview.link,
    }  # fmt: skip


def _clock(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)


def _offer(field: forms.Field, value: str) -> None:
    assert isinstance(field, forms.ChoiceField)
    field.choices = [*FORMATS, (value, value.capitalize())]
