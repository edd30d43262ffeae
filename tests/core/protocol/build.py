"""A small builder of facts for the tests of the protocol: one line per fact, local times as text.

``w = World()``; ``w.person("luis")``; ``w.interview("luis", end="2026-11-12 16:00")``; ``w.facts``.
Texts without a zone are read in the world's zone.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from afterword.core.facts import (
    Call,
    CallResult,
    Candidate,
    Decision,
    FactId,
    Facts,
    Interview,
    InterviewId,
    LetterKind,
    LetterSent,
    Opportunity,
    OpportunityId,
    Outcome,
    Override,
    Party,
    Person,
    PersonId,
    Promise,
    Relation,
    Reply,
    ReplyClass,
    Seminar,
    Skipped,
    Touch,
    TouchKind,
)
from afterword.core.protocol import default_playbook, plan
from afterword.core.protocol.steps import Dropped, Plan, Step

NEW_YORK = "America/New_York"


def at(text: str, zone: str = NEW_YORK) -> datetime:
    """A local time as an instant: "2026-11-12 16:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def on(text: str | None) -> date | None:
    """A day, or none."""
    return date.fromisoformat(text) if text else None


def local(moment: datetime | None, zone: str | None = None) -> str:
    """An instant as a person reads it, in its own offset or in a zone: "Thu 2026-11-12 16:00"."""
    if moment is None:
        return ""
    shown = moment.astimezone(ZoneInfo(zone)) if zone else moment
    return shown.strftime("%a %Y-%m-%d %H:%M")


class World:
    """Facts under construction, with one opportunity "o" unless others are named."""

    def __init__(self, zone: str = NEW_YORK) -> None:
        self.zone = zone
        self.facts = Facts(candidate=Candidate(name="Odile Marsh", zone=zone))
        self._numbers = count(1)

    def _id(self) -> FactId:
        return FactId(f"f{next(self._numbers):03d}")

    def _moment(self, text: str | datetime) -> datetime:
        return text if isinstance(text, datetime) else at(text, self.zone)

    def _add(self, field: str, one: Any) -> Any:
        self.facts = replace(self.facts, **{field: (*getattr(self.facts, field), one)})
        return one

    def _happened(self, one: Any) -> Any:
        return self._add("history", one)

    def person(self, who: str, relation: Relation = Relation.HIRING_MANAGER, **more: Any) -> Person:
        """Somebody with an address; ``who`` is id and name at once."""
        more = {"email": f"{who}@fenwick.example", "name": who.title(), **more}
        person: Person = self._add("people", Person(id=PersonId(who), relation=relation, **more))
        return person

    def opportunity(self, its: str = "o", **more: Any) -> Opportunity:
        """A role at an employer."""
        more = {"company": f"Fenwick {its.upper()}", "role": "Accountant", **more}
        one: Opportunity = self._add("opportunities", Opportunity(id=OpportunityId(its), **more))
        return one

    def interview(self, *who: str, end: str, its: str = "i1", of: str = "o", **more: Any) -> Interview:
        """An interview of one hour that ends at a local time; its opportunity is made if it is not there."""
        if of not in {one.id for one in self.facts.opportunities}:
            self.opportunity(of)
        zone = more.pop("zone", self.zone)
        ends = at(end, zone)
        start = more.pop("start", None)
        starts = (
            at(start, zone)
            if start
            else (ends.astimezone(UTC) - timedelta(hours=1)).astimezone(ZoneInfo(zone))
        )
        one: Interview = self._add(
            "interviews",
            Interview(
                id=InterviewId(its),
                opportunity=OpportunityId(of),
                start=starts,
                end=ends,
                zone=zone,
                interviewers=tuple(PersonId(name) for name in who),
                **more,
            ),
        )
        return one

    def sent(
        self,
        when: str,
        to: str,
        kind: LetterKind = LetterKind.THANK_YOU,
        of: str | None = "o",
        its: str | None = None,
    ) -> LetterSent:
        """A letter that was logged."""
        one: LetterSent = self._happened(
            LetterSent(
                self._id(), self._moment(when), kind, PersonId(to),
                OpportunityId(of) if of else None, InterviewId(its) if its else None,
            )
        )  # fmt: skip
        return one

    def reply(
        self, when: str, klass: ReplyClass, sender: str | None = None, of: str = "o",
        returns: str | None = None, text: str = "",
    ) -> Reply:  # fmt: skip
        """A message that came back."""
        who = PersonId(sender) if sender else None
        one: Reply = self._happened(
            Reply(self._id(), self._moment(when), OpportunityId(of), klass, who, on(returns), text)
        )
        return one

    def call(self, when: str, to: str, result: CallResult, back: str | None = None, of: str = "o") -> Call:
        """A status call that was made."""
        one: Call = self._happened(
            Call(self._id(), self._moment(when), OpportunityId(of), PersonId(to), result, on(back))
        )
        return one

    def outcome(self, when: str, outcome: Outcome, of: str = "o") -> Decision:
        """An outcome that was recorded."""
        one: Decision = self._happened(Decision(self._id(), self._moment(when), OpportunityId(of), outcome))
        return one

    def promise(
        self, when: str, due: str | None, by: Party = Party.EMPLOYER, of: str = "o", kept: bool = False
    ) -> Promise:
        """What one side said it would do."""
        one: Promise = self._happened(
            Promise(self._id(), self._moment(when), OpportunityId(of), by, "send word", on(due), kept)
        )
        return one

    def touch(self, when: str, who: str, kind: TouchKind = TouchKind.WROTE) -> Touch:
        """A contact with somebody in the network."""
        one: Touch = self._happened(Touch(self._id(), self._moment(when), PersonId(who), kind))
        return one

    def override(self, when: str, who: str, of: str = "o") -> Override:
        """A typed reason for going past a limit."""
        one: Override = self._happened(
            Override(self._id(), self._moment(when), OpportunityId(of), PersonId(who), "they asked me to")
        )
        return one

    def skip(self, when: str, step: str) -> Skipped:
        """A step the user chose not to take."""
        one: Skipped = self._happened(Skipped(self._id(), self._moment(when), step, "I would rather not"))
        return one

    def seminar(self, title: str, start: str, hours: int = 2, **more: Any) -> Seminar:
        """A gathering in view."""
        begins = self._moment(start)
        one: Seminar = self._add(
            "seminars",
            Seminar(self._id(), title, begins, begins + timedelta(hours=hours), self.zone, **more),
        )
        return one

    def plan(self, now: str | datetime) -> Plan:
        """The plan of these facts by the default playbook."""
        return plan(self.facts, playbook=default_playbook(), now=self._moment(now))

    def step(self, key: str, now: str | datetime) -> Step:
        """The step of a key; fails where there is none."""
        return next(one for one in self.plan(now).steps if one.key == key)

    def dropped(self, key: str, now: str | datetime) -> Dropped:
        """What was dropped under a key; fails where nothing was."""
        return next(one for one in self.plan(now).dropped if one.key == key)

    def keys(self, now: str | datetime, prefix: str = "") -> list[str]:
        """The keys of the steps, the week's aims left out."""
        found = (one.key for one in self.plan(now).steps)
        return sorted(key for key in found if key.startswith(prefix) and not key.startswith("job_hunt"))
