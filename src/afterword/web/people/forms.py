"""Forms about one person."""

from django import forms

from afterword.core.facts import Person, Relation
from afterword.services.keep_person import PersonGiven
from afterword.web.forms import RELATIONS, TOUCHES, DayField, PlainForm, WallTimeField
from afterword.web.long_select import LongSelect
from afterword.web.zones import offer_zones

SOURCES = (
    ("typed", "We talked about it"),
    ("linkedin", "LinkedIn"),
    ("resume", "A résumé or biography"),
    ("page", "A professional page"),
    ("message", "A message"),
    ("vcard", "Their card"),
    ("facebook", "Facebook or Instagram (never raised)"),
    ("twitter", "Twitter/X (never raised)"),
)

SHARED = (
    ("school", "School"),
    ("employer", "Employer"),
    ("certificate", "Certificate"),
    ("association", "Association"),
    ("place", "Place"),
    ("person", "Somebody we both know"),
    ("other", "Something else"),
)


class PersonForm(PlainForm):
    """A person as the user knows them."""

    name = forms.CharField(
        label="Name", max_length=200, help_text="Exactly as they write it, accents included."
    )
    relation = forms.ChoiceField(label="Who they are", choices=RELATIONS)
    title = forms.CharField(label="Title", max_length=200, required=False)
    company = forms.CharField(label="Company", max_length=200, required=False)
    greeting = forms.CharField(
        label="How you greet them",
        max_length=120,
        required=False,
        help_text="After “Dear”. Empty: the first name.",
    )
    email = forms.CharField(label="E-mail", max_length=254, required=False)
    phone = forms.CharField(label="Phone", max_length=60, required=False)
    zone = forms.ChoiceField(label="Their time zone", required=False, widget=LongSelect)
    country = forms.CharField(
        label="Country",
        max_length=2,
        required=False,
        help_text="Two letters, for holidays. Empty: from the zone.",
    )
    cadence_days = forms.IntegerField(
        label="Keep in touch every … days",
        min_value=1,
        max_value=730,
        required=False,
        help_text="Empty: no rhythm.",
    )
    next_touch = DayField(label="Next word on", required=False)
    notes = forms.CharField(
        label="Notes", required=False, max_length=5000, widget=forms.Textarea({"rows": 3})
    )
    do_not_contact = forms.BooleanField(label="Do not contact", required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        offer_zones(self.fields["zone"], self.initial.get("zone", ""), blank="Not told")

    def given(self) -> PersonGiven:
        """What was typed, for the service."""
        values = dict(self.cleaned_data)
        return PersonGiven(**{**values, "relation": Relation(values["relation"])})


def first_values(person: Person) -> dict[str, object]:
    """The form filled with what is known."""
    return {name: getattr(person, name) for name in PersonForm.base_fields}


class TouchForm(PlainForm):
    """One contact."""

    kind = forms.ChoiceField(label="How", choices=TOUCHES)
    at = WallTimeField(label="When", required=False, help_text="Empty: just now.")
    note = forms.CharField(label="About", max_length=1000, required=False)


class ConnectionForm(PlainForm):
    """Something shared."""

    kind = forms.ChoiceField(label="What you share", choices=SHARED)
    text = forms.CharField(label="In words", max_length=300)
    years = forms.CharField(
        label="Which years", max_length=40, required=False, help_text="Only if you know them."
    )
    origin = forms.ChoiceField(label="Where you know it from", choices=SOURCES)
    reference = forms.CharField(label="Page or file", max_length=300, required=False)
