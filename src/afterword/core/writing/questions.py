"""Questions worth asking a person in an interview (rule R), chosen by who they are and what the role is.

The answers become points, and points become letters; each question says which kind of point its answer is.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from afterword.core.facts import (
    NOT_TO_RAISE,
    Interview,
    Opportunity,
    Person,
    PointKind,
    PointOfConnection,
    PointOfConnectionKind,
    Relation,
)

_EARLY = re.compile(r"\b(?:first|phone|screen\w*|initial|intro\w*|1st)\b", re.IGNORECASE)
_LATE = re.compile(r"\b(?:final|last|third|3rd|offer)\b", re.IGNORECASE)
_SHARED = {
    PointOfConnectionKind.SCHOOL: "I believe we both studied at {what}. How did your path lead from there to {company}?",
    PointOfConnectionKind.EMPLOYER: "I believe we both worked at {what}. What did you take with you from there?",
    PointOfConnectionKind.CERTIFICATE: "I believe we both hold the {what}. How has it served you here?",
    PointOfConnectionKind.ASSOCIATION: "I believe we are both members of {what}. Do you still go to its events?",
}
_SHARED_WHY = "You have this in common; asking about it is the easiest way to get talking."
_PER_KIND = 2


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked, one sentence on what it is good for, and the kind of point its answer becomes."""

    text: str
    why: str
    becomes: PointKind


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of questions.toml. ``field`` and ``round`` are "" when it fits any."""

    text: str
    why: str
    becomes: PointKind
    ask: frozenset[Relation]
    field: str
    round: str
    always: bool


def questions_for(
    person: Person,
    *,
    interview: Interview,
    opportunity: Opportunity,
    connections: Iterable[PointOfConnection] = (),
    count: int = 6,
) -> tuple[Question, ...]:
    """At most ``count`` questions for this person, best first, and of many kinds.

    First what the two have in common, from professional sources only; then the role's own field; then who they are.
    """
    filled = {"company": opportunity.company or "the company", "role": opportunity.role or "colleague"}
    shared = [_about(one, filled) for one in connections if one.person == person.id and _may_ask(one)]
    taken: Counter[PointKind] = Counter()
    chosen = shared[:1]
    for entry in _ranked(person, interview, opportunity):
        taken[entry.becomes] += 0 if entry.always else 1
        if entry.always or taken[entry.becomes] <= max(_PER_KIND, count // 3):
            chosen.append(Question(entry.text.format(**filled), entry.why, entry.becomes))
    return tuple(chosen[:count])


@cache
def entries() -> tuple[Entry, ...]:
    """Every question of the table."""
    return tuple(
        Entry(
            text=told["text"],
            why=told["why"],
            becomes=PointKind(told["becomes"]),
            ask=frozenset(Relation(relation) for relation in told["ask"]),
            field=told.get("field", ""),
            round=told.get("round", ""),
            always=told.get("always", False),
        )
        for told in _table()["question"]
    )


def field_of(role: str) -> str:
    """The field of finance a role belongs to, "" when its name does not tell."""
    said = role.lower()
    fields: dict[str, list[str]] = _table()["fields"]
    return next((name for name, marks in fields.items() if any(mark in said for mark in marks)), "")


def _ranked(person: Person, interview: Interview, opportunity: Opportunity) -> list[Entry]:
    """The fitting questions: first the always ones, then the field's own, the round's own, the rest, each in the table's order."""
    relation = Relation.OTHER if person.relation is Relation.NETWORK else person.relation
    field = field_of(opportunity.role)
    fitting = [
        entry
        for entry in entries()
        if relation in entry.ask and entry.field in ("", field) and _fits_round(entry, interview.round)
    ]
    return sorted(fitting, key=lambda entry: (not entry.always, not entry.field, not entry.round))


def _fits_round(entry: Entry, told: str) -> bool:
    if entry.round == "first":
        return not _LATE.search(told)
    return entry.round != "final" or not _EARLY.search(told)


def _may_ask(connection: PointOfConnection) -> bool:
    return (
        connection.kind in _SHARED
        and connection.source.origin not in NOT_TO_RAISE
        and bool(connection.text.strip())
    )


def _about(connection: PointOfConnection, filled: dict[str, str]) -> Question:
    text = _SHARED[connection.kind].format(what=connection.text.strip().rstrip("."), **filled)
    return Question(text, _SHARED_WHY, PointKind.CONNECTION)


@cache
def _table() -> dict[str, Any]:
    text = (files("afterword.core.writing") / "questions.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
