"""The forms of an opportunity: what it is, what came back, how it stands, who promised what."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django import forms

from afterword.core.facts import Opportunity, Outcome, Party, Person, Relation, ReplyClass
from afterword.core.reading.walltime import wall_time
from afterword.services.keep_opportunity import OpportunityGiven
from afterword.web.forms import DayField
from afterword.web.long_select import LongSelect
from afterword.web.words import zone_of

REPLIES = (
    (ReplyClass.ACK, "Thanks, or that they got it"),
    (ReplyClass.NOT_YET, "Not decided yet"),
    (ReplyClass.NEXT_ROUND, "They want to meet again"),
    (ReplyClass.OFFER, "An offer"),
    (ReplyClass.REJECTION, "They decided against it"),
    (ReplyClass.AUTO_REPLY, "Out of office, or another automatic answer"),
    (ReplyClass.BOUNCE, "It could not be delivered"),
    (ReplyClass.OTHER, "Something else"),
    (ReplyClass.UNSURE, "I cannot tell"),
)
OUTCOMES = (
    (Outcome.NEXT_ROUND, "They want to meet again"),
    (Outcome.OFFER, "They made an offer"),
    (Outcome.ACCEPTED, "I accepted the offer"),
    (Outcome.REJECTION, "They decided against it"),
    (Outcome.WITHDRAWN, "I withdrew"),
    (Outcome.NO_ANSWER, "No answer ever came; close it"),
    (Outcome.NOT_YET, "It is open again"),
)
SIDES = ((Party.EMPLOYER, "They did"), (Party.CANDIDATE, "I did"))
NOT_ON_RECORD = (
    ("colleague", "A colleague of theirs"),
    ("recruiter", "The recruiter"),
    ("system", "The applicant system"),
)


def _words(label: str, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=20_000,
        widget=forms.Textarea({"rows": 2, "data-grow": True}),
        **more,
    )


class HappenedForm(forms.Form):
    """When something happened; today, now, unless told otherwise."""

    day = DayField(label="When", required=False)
    clock = forms.TimeField(
        label="At", required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
        help_text="leave it blank if you do not know",
    )  # fmt: skip

    def __init__(self, *args: Any, now: datetime, home: str, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{type(self).__name__}_%s", **kwargs})
        self.now, self.home = now, home
        self.initial.setdefault("day", self.today)

    @property
    def today(self) -> date:
        """The user's day."""
        return self.now.astimezone(zone_of(self.home)).date()

    def at(self) -> datetime:
        """The instant meant; call it on a valid form. Raises :class:`BadInput` for a time the clocks skip."""
        day, clock = self.cleaned_data.get("day") or self.today, self.cleaned_data.get("clock")
        if clock is None and day == self.today:
            return self.now
        return wall_time(day, clock or time(12), str(zone_of(self.home)))


class ReplyForm(HappenedForm):
    """What came back."""

    field_order = ("klass", "sender", "text", "day", "clock", "returns")

    klass = forms.ChoiceField(
        label="What does it say?", choices=[("", "Choose …"), *((k.value, words) for k, words in REPLIES)]
    )
    sender = forms.ChoiceField(label="Who wrote or spoke?")
    returns = DayField(label="Back on", required=False, help_text="for an out-of-office answer")
    text = _words("Their words", help_text="if you want to keep them")

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["sender"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Choose …"), *((one.id, one.name) for one in people), *NOT_ON_RECORD]

    def person(self) -> str:
        """The id of the person who answered, or ""."""
        sender: str = self.cleaned_data["sender"]
        return "" if sender in dict(NOT_ON_RECORD) else sender

    def words(self) -> str:
        """What to keep of it; somebody who is not on record is named in it."""
        who, text = dict(NOT_ON_RECORD).get(self.cleaned_data["sender"]), self.cleaned_data["text"].strip()
        if who is None:
            return str(text)
        return f"{who}: {text}" if text else f"{who}."


class OutcomeForm(HappenedForm):
    """How it stands."""

    field_order = ("outcome", "note", "day", "clock")

    outcome = forms.ChoiceField(
        label="How does it stand?", choices=[("", "Choose …"), *((o.value, words) for o, words in OUTCOMES)]
    )
    note = _words("A note for yourself")


class FeedbackForm(HappenedForm):
    """What they answered to the request for feedback."""

    field_order = ("text", "day", "clock")

    text = forms.CharField(
        label="What did they say?", max_length=20_000, widget=forms.Textarea({"rows": 3, "data-grow": True})
    )


class PromiseForm(forms.Form):
    """What one side promised, by when."""

    by = forms.ChoiceField(label="Who promised?", choices=[(side.value, words) for side, words in SIDES])
    text = forms.CharField(
        label="What?", required=False, max_length=400,
        widget=forms.TextInput({"placeholder": "a decision · to send my references"}),
    )  # fmt: skip
    due = DayField(label="By", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "PromiseForm_%s", **kwargs})

    def clean(self) -> dict[str, Any]:
        """A promise needs something promised."""
        held = super().clean() or {}
        if held.get("by") == Party.CANDIDATE and not (held.get("text") or "").strip():
            self.add_error("text", "What did you promise?")
        if held.get("by") == Party.EMPLOYER and not ((held.get("text") or "").strip() or held.get("due")):
            self.add_error("text", "What did they promise, or by when?")
        return held


class OpportunityForm(forms.Form):
    """One role at one employer."""

    company = forms.CharField(label="Company", max_length=200)
    role = forms.CharField(label="Role", max_length=200)
    industry = forms.CharField(label="Industry", required=False, max_length=200)
    applied_on = DayField(label="Applied on", required=False, help_text="counts for your week")
    contact = forms.ChoiceField(
        label="Who decides?",
        required=False,
        widget=LongSelect,
        help_text="the one to call; hiring manager or recruiter",
    )
    recruiter = forms.ChoiceField(label="Through a recruiter?", required=False, widget=LongSelect)
    call_unwelcome = forms.BooleanField(
        label="They asked not to be called; ask by e-mail instead", required=False
    )

    def __init__(
        self, *args: Any, people: Iterable[Person] = (), recruiters: Iterable[Person] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("contact", people), ("recruiter", recruiters)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "Not told"), *((one.id, _named(one)) for one in choices)]

    def given(self) -> OpportunityGiven:
        """What to keep; call it on a valid form."""
        return OpportunityGiven(**self.cleaned_data)


def initial_of(opportunity: Opportunity) -> dict[str, Any]:
    """What an opportunity on record puts into :class:`OpportunityForm`."""
    return {name: getattr(opportunity, name) for name in OpportunityForm.base_fields}


def choose_people(
    people: Iterable[Person], opportunity: Opportunity | None, taking_part: Iterable[str]
) -> dict[str, list[Person]]:
    """Who may decide (everybody of this opportunity and company) and who may be the recruiter."""
    involved = set(taking_part)
    company = opportunity.company.casefold() if opportunity else ""
    named = {opportunity.contact, opportunity.recruiter} if opportunity else set()
    return {
        "people": [
            one
            for one in people
            if one.id in involved or one.id in named or (company and one.company.casefold() == company)
        ],
        "recruiters": [one for one in people if one.relation is Relation.RECRUITER or one.id in named],
    }


def _named(person: Person) -> str:
    return f"{person.name}, {person.title}" if person.title else person.name
