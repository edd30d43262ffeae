"""What a file said, as forms to confirm: filled in where it was sure, blank where the user must say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from afterword.core.errors import BadInput
from afterword.core.facts import Opportunity, Relation
from afterword.services.keep_interview import InterviewGiven
from afterword.services.place_people import BadPerson, Met, SameName
from afterword.services.show_incoming import IncomingShown, Offered, PersonNamed, Sort
from afterword.web.interviews.forms import OpportunityChoice, WhenForm
from afterword.web.interviews.people import PeopleRows, PersonForm
from afterword.web.words import clock, day

NOT_PEOPLE = frozenset({"room", "group"})


class TickForm(PersonForm):
    """Somebody the file names: ticked when they really interviewed."""

    take = forms.BooleanField(required=False)

    def __init__(self, *args: Any, named: PersonNamed, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.named = named
        self.fields["take"].label = named.name or named.email
        if named.alike:
            self.ask(named.name, named.alike)

    @property
    def folded(self) -> bool:
        """Whether the details stay folded away: a name is there and nothing is wrong with it."""
        guessed = self.named.guessed and not self.named.perhaps_me
        return bool(self.named.name) and not (self.errors or self.named.alike or guessed)

    def ticked(self) -> bool:
        """Whether the user says this person interviewed; call it on a valid form."""
        return bool(self.cleaned_data.get("take"))


@dataclass(slots=True)
class Confirm:
    """The form of one event: when, what for, who of those named, who else; bound when ``data`` is given."""

    offered: Offered
    when: WhenForm
    which: OpportunityChoice
    ticks: list[TickForm]
    extra: PeopleRows
    occurrences: tuple[tuple[str, str], ...]
    picked: str
    said: str
    problem: str = ""

    @property
    def wrong(self) -> bool:
        """Whether anything was refused."""
        rows = [*self.ticks, *self.extra.forms]
        return bool(self.problem or self.when.errors or self.which.errors or any(row.errors for row in rows))

    @property
    def extra_open(self) -> bool:
        """Whether the rows for people the file does not name are unfolded."""
        return not self.ticks or any(
            row.is_bound and (row.errors or not row.blank) for row in self.extra.forms
        )

    def is_valid(self) -> bool:
        """Whether everything sent can be read."""
        if self.occurrences and not self.picked:
            self.problem = "This one repeats. Which day was your interview?"
            return False
        checked = [self.when.is_valid(), self.which.is_valid(), self.extra.is_valid()]
        return all([*checked, *[tick.is_valid() for tick in self.ticks]])

    def met(self) -> tuple[Met, ...]:
        """Those ticked, then those added by hand."""
        return (*(tick.met() for tick in self.ticks if tick.ticked()), *self.extra.met())

    def given(self) -> InterviewGiven:
        """What to keep; call it on a valid form."""
        return self.when.given(people=self.met(), **self.which.cleaned_data)

    def explain(self, problem: BadInput) -> None:
        """Show a refusal at the person it is about, else above the form."""
        row = None
        if isinstance(problem, SameName | BadPerson):
            row = next((t for t in self.ticks if t.ticked() and t.met() == problem.met), None)
        if row is None:
            if not self.extra.explain(problem):
                self.problem = str(problem)
        elif isinstance(problem, SameName):
            row.ask(problem.met.name, problem.candidates)
            row.add_error("known", str(problem))
        else:
            row.add_error("name" if not row.met().name.strip() else "email", str(problem))


def confirm_form(shown: IncomingShown, offered: Offered, data: Mapping[str, Any] | None = None) -> Confirm:
    """The form of one event of a file."""
    ids = f"e{offered.number}_%s"
    home = shown.candidate.zone
    picked = str(data.get("occurrence", "")) if data else ""
    when = WhenForm(
        _on_day(offered, picked, data, home),
        auto_id=ids,
        initial=_when(offered, home),
        home=home,
        likely=(offered.zone, *offered.zone_suggestions),
        ask_zone=not offered.zone or not offered.zone_certain,
        last_day=offered.last_day,
    )
    which = OpportunityChoice(
        data, auto_id=ids, known=shown.opportunities, initial=_which(offered, shown.opportunities)
    )
    mine = shown.candidate.email.casefold()
    named = [
        one
        for one in offered.people
        if one.role not in NOT_PEOPLE and not (mine and one.email.casefold() == mine)
    ]
    ticks = [
        TickForm(data, named=one, prefix=f"p{place}", auto_id=ids, initial=_tick(one, offered))
        for place, one in enumerate(named)
    ]
    extra = PeopleRows(data, prefix="extra", auto_id=ids, blank=int(data is None or "more" in data))
    return Confirm(offered, when, which, ticks, extra, _occurrences(offered, home), picked, _said(offered))


def recurrence_id(offered: Offered, picked: str) -> str:
    """The RECURRENCE-ID (RFC 5545) of the occurrence picked, "" when none of those listed was."""
    for moment in offered.occurrences:
        if moment.isoformat() == picked:
            return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}" if moment.tzinfo else f"{moment:%Y%m%dT%H%M%S}"
    return ""


def _when(offered: Offered, home: str) -> dict[str, Any]:
    """Day, hours and zone as the file has them; an instant in UTC is shown on the user's own clock."""
    known = offered.known if offered.sort is Sort.MOVED else None
    held: dict[str, Any] = {
        "round": known.round if known else "",
        "format": known.format if known else _format(offered),
        "link": offered.link or (known.link if known else ""),
        "location": offered.location if offered.location != offered.link else "",
    }  # fmt: skip
    start, end = offered.start, offered.end
    if start is None:
        return held
    zone = home if offered.zone == "UTC" and home else offered.zone
    if offered.all_day:
        return held | {"day": start.date(), "zone": zone if offered.zone_certain else ""}
    start, end = _shown(start, zone), _shown(end, zone) if end else None
    same_day = end is not None and end.date() == start.date()
    held |= {"day": start.date(), "start": start.time(), "zone": zone if offered.zone_certain else ""}
    return held | {"end": end.time() if end and same_day else None}


def _format(offered: Offered) -> str:
    """How they meet, where the file tells: a video meeting by its link, a call by its title or place."""
    if offered.link:
        return "video"
    return "phone" if re.search(r"\bphone\b", f"{offered.summary} {offered.location}", re.IGNORECASE) else ""


def _shown(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)) if zone and moment.tzinfo else moment


def _which(offered: Offered, known: tuple[Opportunity, ...]) -> dict[str, Any]:
    """The open opportunity at the guessed company, else the guesses to confirm."""
    company = offered.company.casefold()
    match = [one for one in known if company and one.company.casefold() == company]
    return {
        "opportunity": match[0].id if len(match) == 1 else "",
        "company": offered.company,
        "role": offered.role,
    }


def _tick(named: PersonNamed, offered: Offered) -> dict[str, Any]:
    """Likely interviewers are ticked; in a moved interview those who are on it already."""
    record = named.on_record
    likely = named.likely
    if offered.sort is Sort.MOVED and offered.known:
        likely = bool(record and record.id in offered.known.interviewers)
    return {
        "take": likely,
        "name": named.name,
        "email": named.email,
        "title": named.title or (record.title if record else ""),
        "relation": (record.relation if record else Relation.OTHER).value,
    }


def _occurrences(offered: Offered, home: str) -> tuple[tuple[str, str], ...]:
    """The dates of a recurring event to choose from."""
    if not offered.recurring:
        return ()
    zone = offered.zone or home
    return tuple(
        (moment.isoformat(), f"{day(_shown(moment, zone))} {moment.year}, {clock(_shown(moment, zone))}")
        for moment in offered.occurrences
    )


def _on_day(
    offered: Offered, picked: str, data: Mapping[str, Any] | None, home: str
) -> Mapping[str, Any] | None:
    """What was sent, with the day of the occurrence picked in place of the day field."""
    for moment in offered.occurrences:
        if data is not None and moment.isoformat() == picked:
            there = _shown(moment, home if offered.zone == "UTC" else offered.zone)
            return {**{name: data[name] for name in data}, "day": there.date().isoformat()}
    return data


def _said(offered: Offered) -> str:
    """How the file puts its time where the form must ask."""
    if offered.zone == "UTC":
        return "The file gives the time in UTC; it is shown on your own clock here."
    if not offered.zone_certain and offered.start and not offered.all_day:
        name = f" and calls the zone “{offered.zone_said}”" if offered.zone_said else " and names no zone"
        return f"The file says {clock(offered.start)}{name}. Which clock is that?"
    return ""
