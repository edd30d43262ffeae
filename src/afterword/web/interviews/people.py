"""Rows of a form that name people: as many as are filled in, one blank below, and the question who is meant."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from afterword.core.errors import BadInput
from afterword.core.facts import Person, Relation
from afterword.services.place_people import NEW, BadPerson, Met, SameName

RELATIONS = (
    (Relation.HIRING_MANAGER, "Hiring manager"),
    (Relation.PEER, "Would-be colleague"),
    (Relation.HR, "HR"),
    (Relation.EXECUTIVE, "Executive"),
    (Relation.RECRUITER, "Recruiter (agency)"),
    (Relation.COORDINATOR, "Coordinator"),
    (Relation.NETWORK, "Somebody I know"),
    (Relation.OTHER, "I am not sure"),
)
MOST = 30


class PersonForm(forms.Form):
    """One person: only the name is needed."""

    name = forms.CharField(
        label="Name", required=False, max_length=200, widget=forms.TextInput({"autocomplete": "off"})
    )
    title = forms.CharField(label="Title", required=False, max_length=200)
    email = forms.CharField(
        label="E-mail", required=False, max_length=254, widget=forms.EmailInput({"inputmode": "email"})
    )
    relation = forms.ChoiceField(
        label="They are",
        required=False,
        initial=Relation.OTHER.value,
        choices=[(r.value, words) for r, words in RELATIONS],
    )
    known = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)

    def met(self) -> Met:
        """The person as the user names them; call it on a valid form."""
        held = self.cleaned_data
        return Met(
            name=held["name"],
            title=held["title"],
            email=held["email"],
            relation=Relation(held["relation"] or Relation.OTHER),
            known=held["known"],
        )

    @property
    def blank(self) -> bool:
        """Whether nothing was typed; a relation alone names nobody."""
        return not any(self.cleaned_data.get(name, "").strip() for name in ("name", "title", "email"))

    def ask(self, name: str, candidates: Iterable[Person]) -> None:
        """Let the user say whether this is one of the people on record."""
        choices = [(one.id, f"Yes: {_described(one)}") for one in candidates]
        field = self.fields["known"]
        field.label = f"Is this the {name.strip()} you know?"
        field.widget = forms.RadioSelect(choices=[*choices, (NEW, "No, somebody else of that name")])


class PeopleRows:
    """The rows of one form, bound when ``data`` is given."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        blank: int = 1,
        prefix: str = "person",
        auto_id: str = "id_%s",
    ) -> None:
        count = 0
        if data is not None:
            while count < MOST and f"{prefix}-{count}-name" in data:
                count += 1
        self.forms = [
            PersonForm(data, prefix=f"{prefix}-{number}", auto_id=auto_id) for number in range(count)
        ]
        spare = range(count, min(MOST, max(count + blank, 1)))
        self.forms += [PersonForm(prefix=f"{prefix}-{number}", auto_id=auto_id) for number in spare]

    def is_valid(self) -> bool:
        """Whether every row that was sent can be read."""
        wrong = [form for form in self.forms if form.is_bound and not form.is_valid()]
        return not wrong

    def filled(self) -> list[PersonForm]:
        """The rows somebody is named in."""
        return [form for form in self.forms if form.is_bound and not form.blank]

    def met(self) -> tuple[Met, ...]:
        """Everybody named; call it after :meth:`is_valid`."""
        return tuple(form.met() for form in self.filled())

    def explain(self, problem: BadInput) -> bool:
        """Show a refusal at the row it is about; False when it is about none of them."""
        if not isinstance(problem, SameName | BadPerson):
            return False
        row = next((form for form in self.filled() if form.met() == problem.met), None)
        if row is None:
            return False
        if isinstance(problem, SameName):
            row.ask(problem.met.name, problem.candidates)
            row.add_error("known", str(problem))
        else:
            row.add_error(
                "email" if "@" in str(problem) or problem.met.name.strip() else "name", str(problem)
            )
        return True


def _described(person: Person) -> str:
    return ", ".join(part for part in (person.name, person.title, person.company, person.email) if part)
