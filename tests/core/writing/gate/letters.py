"""Cases and letters for the gate's tests, read from the tables beside this file."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from afterword.core.facts import (
    Candidate,
    Case,
    Debrief,
    EarlierLetter,
    Employment,
    FactId,
    Interview,
    InterviewId,
    LetterKind,
    Opportunity,
    OpportunityId,
    Outcome,
    Party,
    Person,
    PersonId,
    Point,
    PointId,
    PointKind,
    Promise,
    Relation,
    School,
)


@dataclass(frozen=True)
class Written:
    """A letter of the table, and the bodies of its neighbours."""

    name: str
    case: Case
    to: PersonId
    kind: LetterKind
    subject: str
    body: str
    others: tuple[tuple[PersonId, str], ...]


def build(told: dict[str, Any]) -> Case:
    """A case from one table entry: candidate, company, role, met, people with notes, promise, earlier."""
    met = datetime.fromisoformat(told["met"])
    people = tuple(
        Person(
            PersonId(p["id"]),
            p["name"],
            Relation(p["relation"]),
            title=p.get("title", ""),
            greeting=p.get("greeting", ""),
        )
        for p in told["people"]
    )
    return Case(
        candidate=candidate(told["candidate"], told.get("locale", "en-US")),
        opportunity=Opportunity(OpportunityId("o"), told["company"], told["role"]),
        interview=Interview(
            InterviewId("v"), OpportunityId("o"), met, met, zone_of(met), tuple(p.id for p in people)
        ),
        interviewers=people,
        debriefs=tuple(debrief(p) for p in told["people"]),
        promise=promise(told.get("promise"), met),
        outcome=Outcome(told.get("outcome", "not_yet")),
        earlier=tuple(
            EarlierLetter(
                PersonId(e["to"]), LetterKind(e["kind"]), e["body"], e.get("company", told["company"])
            )
            for e in told.get("earlier", ())
        ),
    )


def zone_of(moment: datetime) -> str:
    """A zone with the offset the table wrote; Etc/GMT+5 is five hours west of Greenwich."""
    offset = moment.utcoffset()
    hours = 0 if offset is None else round(offset.total_seconds() / 3600)
    return f"Etc/GMT{-hours:+d}" if hours else "UTC"


def candidate(told: dict[str, Any], locale: str) -> Candidate:
    """The candidate of a table entry."""
    return Candidate(
        name=told["name"],
        headline=told.get("headline", ""),
        phone=told.get("phone", ""),
        locale=locale,
        strengths=tuple(told.get("strengths", ())),
        achievements=tuple(told.get("achievements", ())),
        employers=tuple(Employment(text.split(" (")[0], text=text) for text in told.get("employers", ())),
        schools=tuple(School(text, text=text) for text in told.get("schools", ())),
        certificates=tuple(told.get("certificates", ())),
    )


def debrief(told: dict[str, Any]) -> Debrief:
    """What was noted of one person; a note is [kind, words] or [kind, words, "no"] for "do not mention"."""
    points = tuple(
        Point(PointId(f"{told['id']}{at}"), PointKind(note[0]), note[1], mention=len(note) < 3)
        for at, note in enumerate(told.get("notes", ()))
    )
    return Debrief(InterviewId("v"), PersonId(told["id"]), points, told.get("free_text", ""))


def promise(told: dict[str, Any] | None, at: datetime) -> Promise | None:
    """The employer's promise of a table entry, if it has one."""
    if told is None:
        return None
    due = date.fromisoformat(told["due"]) if "due" in told else None
    return Promise(FactId("p"), at, OpportunityId("o"), Party.EMPLOYER, told["text"], due)


def good_letters() -> list[Written]:
    """Every letter of good_letters.toml."""
    table = tomllib.loads((Path(__file__).parent / "good_letters.toml").read_text(encoding="utf-8"))
    found = []
    for told in table["case"]:
        case = build(told)
        thanks = tuple((PersonId(e["to"]), e["body"].strip()) for e in told["letter"] if "kind" not in e)
        for entry in told["letter"]:
            kind = LetterKind(entry.get("kind", "thank_you"))
            others = thanks if kind is LetterKind.THANK_YOU else ()
            name = f"{told['id']}-{entry['to']}-{kind}"
            found.append(
                Written(
                    name, case, PersonId(entry["to"]), kind, entry["subject"], entry["body"].strip(), others
                )
            )
    return found
