"""Our own cases (golden/notes/cases.txt) and one-note cases, as the writer sees them."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from afterword.core.facts import (
    Candidate,
    Case,
    Debrief,
    Employment,
    Interview,
    InterviewId,
    Opportunity,
    OpportunityId,
    Person,
    PersonId,
    Point,
    PointId,
    PointKind,
    Relation,
)

GOLDEN = Path(__file__).resolve().parents[3] / "golden" / "notes"


@dataclass
class Told:
    """One case of the file: the case, and per interviewer what a letter must name (any) and must never hold."""

    id: str
    locale: str
    lines: list[tuple[str, str]] = field(default_factory=list)

    @property
    def case(self) -> Case:
        return _case(self)

    def wanted(self, tag: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for line_tag, rest in self.lines:
            if line_tag == tag:
                match = re.match(r"(i\d) (.*)", rest)
                who, patterns = (match[1], match[2]) if match else ("i1", rest)
                found.setdefault(who, []).extend(p.strip() for p in patterns.split("; "))
        return found


@lru_cache(maxsize=1)
def told_cases() -> tuple[Told, ...]:
    """All cases of cases.txt."""
    found: list[Told] = []
    for line in (GOLDEN / "cases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        tag, rest = line.split(" ", 1)
        if tag == "CASE":
            found.append(Told(*rest.split()))
        else:
            found[-1].lines.append((tag, rest))
    return tuple(found)


def _fields(told: Told, tag: str) -> list[list[str]]:
    return [[f.strip() for f in rest.split(" | ")] for t, rest in told.lines if t == tag]


def _case(told: Told) -> Case:
    name, strengths, achievements, employers = _fields(told, "C")[0]
    company, role, day, form = _fields(told, "O")[0]
    people = tuple(
        Person(PersonId(i), n, Relation(relation), title, email=email)
        for i, n, title, relation, email in _fields(told, "I")
    )
    end = datetime.fromisoformat(day).replace(hour=17, tzinfo=UTC)
    candidate = Candidate(
        name=name,
        locale=told.locale,
        strengths=tuple(s.strip() for s in strengths.split(";")),
        achievements=tuple(a.strip() for a in achievements.split(";")),
        employers=tuple(Employment(re.sub(r"\s*\(.*\)$", "", e.strip())) for e in employers.split(";")),
    )
    interview = Interview(
        InterviewId("iv"),
        OpportunityId("o"),
        end - timedelta(hours=1),
        end,
        "UTC",
        tuple(p.id for p in people),
        format=form,
    )
    texts = [rest for tag, rest in told.lines if tag == "F"]
    debriefs = tuple(
        Debrief(InterviewId("iv"), p.id, tuple(_points(told, p.id)), texts[n] if n < len(texts) else "")
        for n, p in enumerate(people)
    )
    return Case(candidate, Opportunity(OpportunityId("o"), company, role), interview, people, debriefs)


def _points(told: Told, who: str) -> list[Point]:
    found = []
    for number, (tag, rest) in enumerate(told.lines):
        if tag in {"P", "!P"}:
            head, text = rest.split(": ", 1)
            kind, _, whose = head.partition("@")
            if (whose or "i1") == who:
                found.append(Point(PointId(str(number)), PointKind(kind), text, mention=tag == "P"))
    return found


def one_note(note: str, *, kind: str = "-", name: str = "Dana Whitfield", **person: Any) -> Case:
    """A case with one interviewer and one note: a typed point, or free text when ``kind`` is "-"."""
    who, end = PersonId("p"), datetime(2026, 11, 12, 17, tzinfo=UTC)
    points = () if kind == "-" else (Point(PointId("1"), PointKind(kind), note),)
    return Case(
        Candidate(
            name="Robin Ashe",
            strengths=("reconciliations",),
            achievements=("Cut the close from nine days to six",),
            employers=(Employment("Rowan Dairy"),),
        ),
        Opportunity(OpportunityId("o"), "Fenwick Paper", "Staff Accountant"),
        Interview(InterviewId("i"), OpportunityId("o"), end - timedelta(hours=1), end, "UTC", (who,)),
        (Person(who, name, Relation.HIRING_MANAGER, **person),),
        (Debrief(InterviewId("i"), who, points, note if kind == "-" else ""),),
    )
