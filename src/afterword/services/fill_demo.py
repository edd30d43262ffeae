"""Filling the sample workspace: a believable fortnight of a job hunt in accounting, with dates around now."""

import tomllib
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from afterword.core import facts as f
from afterword.core.reading.workline import employment, school
from afterword.ports.ids import Ids
from afterword.store import records

Entry = dict[str, Any]


def fill_demo(*, owner: str, ids: Ids, now: datetime) -> None:
    """Write the sample into a blank workspace, in one transaction."""
    data = tomllib.loads(files(__package__).joinpath("demo.toml").read_text(encoding="utf-8"))
    sample = _Sample(data, ids=ids, now=now)
    with records.writing(owner):
        records.keep_profile(owner, sample.candidate)
        kept: list[records.Kept] = [
            *sample.people(), *sample.opportunities(), *sample.seminars(), *sample.connections(),
        ]  # fmt: skip
        for record in kept:
            records.keep(owner, record)
        for interview in sample.interviews():
            records.keep_interview(owner, interview)
        for interview_id, person, point in sample.points():
            records.keep_point(owner, interview_id, person, point)
        for happening in sample.history():
            records.log(owner, happening)


class _Sample:
    """The sample file read against a moment: names become ids, counted days become instants."""

    def __init__(self, data: dict[str, Any], *, ids: Ids, now: datetime) -> None:
        about = data["candidate"]
        self._data = data
        self._ids = ids
        self._keys: dict[str, str] = {}
        self._zone = ZoneInfo(about["zone"])
        self._today = now.astimezone(self._zone).date()
        self.candidate = f.Candidate(
            name=about["name"],
            headline=about["headline"],
            email=about["email"],
            phone=about["phone"],
            link=about["link"],
            zone=about["zone"],
            locale=about["locale"],
            strengths=tuple(about["strengths"]),
            achievements=tuple(about["achievements"]),
            employers=tuple(employment(line) for line in about["employers"]),
            schools=tuple(school(line) for line in about["schools"]),
            certificates=tuple(about["certificates"]),
            associations=tuple(about["associations"]),
        )

    def people(self) -> list[f.Person]:
        return [
            f.Person(
                f.PersonId(self._id(e["key"])), e["name"], f.Relation(e["relation"]), e["title"], e["company"],
                email=e.get("email", ""), phone=e.get("phone", ""), zone=e.get("zone", ""),
                cadence_days=e.get("cadence_days"),
            )
            for e in self._data["person"]
        ]  # fmt: skip

    def opportunities(self) -> list[f.Opportunity]:
        return [
            f.Opportunity(
                f.OpportunityId(self._id(e["key"])), e["company"], e["role"], contact=self._person(e.get("contact")),
                recruiter=self._person(e.get("recruiter")), applied_on=self._day(e["applied"]),
            )
            for e in self._data["opportunity"]
        ]  # fmt: skip

    def interviews(self) -> list[f.Interview]:
        return [
            f.Interview(
                f.InterviewId(self._id(e["key"])), f.OpportunityId(self._id(e["opportunity"])),
                self._at(e["day"], e["from"]), self._at(e["day"], e["to"]), self._zone.key,
                tuple(f.PersonId(self._id(p)) for p in e["people"]), e["round"], e["format"],
                location=e.get("location", ""), link=e.get("link", ""),
            )
            for e in self._data["interview"]
        ]  # fmt: skip

    def points(self) -> list[tuple[str, str, f.Point]]:
        return [
            (
                self._id(e["interview"]), self._id(e["person"]),
                f.Point(f.PointId(self._ids.new()), f.PointKind(e["kind"]), e["text"]),
            )
            for e in self._data["point"]
        ]  # fmt: skip

    def seminars(self) -> list[f.Seminar]:
        return [
            f.Seminar(
                self._fact(), e["title"], self._at(e["day"], e["from"]), self._at(e["day"], e["to"]), self._zone.key,
                e["place"],
            )
            for e in self._data["seminar"]
        ]  # fmt: skip

    def connections(self) -> list[f.PointOfConnection]:
        return [
            f.PointOfConnection(
                self._fact(), f.PersonId(self._id(e["person"])), f.PointOfConnectionKind(e["kind"]), e["text"],
                e["years"], f.Source(f.Origin(e["origin"])),
            )
            for e in self._data["connection"]
        ]  # fmt: skip

    def history(self) -> list[f.Happening]:
        makers: dict[str, Callable[[Entry], f.Happening]] = {
            "sent": self._sent,
            "promise": self._promise,
            "decision": self._decision,
            "touch": self._touch,
        }
        return [make(entry) for name, make in makers.items() for entry in self._data[name]]

    def _sent(self, e: Entry) -> f.Happening:
        return f.LetterSent(
            self._fact(), self._at(e["day"], e["at"]), f.LetterKind(e["kind"]), f.PersonId(self._id(e["person"])),
            f.OpportunityId(self._id(e["opportunity"])), f.InterviewId(self._id(e["interview"])),
        )  # fmt: skip

    def _promise(self, e: Entry) -> f.Happening:
        return f.Promise(
            self._fact(), self._at(e["day"], e["at"]), f.OpportunityId(self._id(e["opportunity"])),
            f.Party(e["by"]), e["text"], self._working_day(e["due"]),
        )  # fmt: skip

    def _decision(self, e: Entry) -> f.Happening:
        return f.Decision(
            self._fact(), self._at(e["day"], e["at"]), f.OpportunityId(self._id(e["opportunity"])),
            f.Outcome(e["outcome"]), e["note"],
        )  # fmt: skip

    def _touch(self, e: Entry) -> f.Happening:
        return f.Touch(
            self._fact(), self._at(e["day"], e["at"]), f.PersonId(self._id(e["person"])), f.TouchKind(e["kind"]),
            e["note"],
        )  # fmt: skip

    def _id(self, key: str) -> str:
        return self._keys.setdefault(key, self._ids.new())

    def _person(self, key: str | None) -> f.PersonId | None:
        return f.PersonId(self._id(key)) if key else None

    def _fact(self) -> f.FactId:
        return f.FactId(self._ids.new())

    def _day(self, days: int) -> date:
        return self._today + timedelta(days=days)

    def _at(self, days: int, clock: str) -> datetime:
        """A wall time on a counted day; weekends move to the Friday before or the Monday after."""
        return datetime.combine(self._working_day(days), time.fromisoformat(clock), self._zone)

    def _working_day(self, days: int) -> date:
        day = self._day(days)
        while day.weekday() > 4:
            day += timedelta(days=1 if days > 0 else -1)
        return day
