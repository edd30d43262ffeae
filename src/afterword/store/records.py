"""The writes. Each public function is one transaction that either happens whole or not at all.

Every change of what the plan is derived from moves a revision of the workspace, so that it is derived anew.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, fields
from datetime import datetime
from enum import Enum
from typing import Any

from django.db import models as dj
from django.db import transaction
from django.db.models import F

from afterword.core import facts as f
from afterword.core.errors import NotFound
from afterword.store import memory, models
from afterword.store.failures import plainly


class Changes(Enum):
    """What a write changes of the facts: the part, and the counter that moves."""

    NOTHING = ("", "")  # drafts, points, preferences: the plan is not derived from them
    PEOPLE = ("people", "people_revision")
    HISTORY = ("history", "history_revision")
    PROFILE = ("profile", "revision")  # the candidate and the week's aims
    OPPORTUNITIES = ("opportunities", "revision")
    INTERVIEWS = ("interviews", "revision")
    CONNECTIONS = ("connections", "revision")
    SEMINARS = ("seminars", "revision")
    ALL = ("", "revision")


@contextmanager
def writing(
    owner: str, changes: Changes = Changes.NOTHING, *, only: Collection[str] | None = None
) -> Iterator[None]:
    """One transaction on one owner's rows; the counter of what it changes moves when it commits.

    ``only`` names the records of the part that it touches, so that the others need not be read again.
    A full disk, a read-only folder and a damaged file are raised as OutsideFailed, with nothing written.
    """
    part, counter = changes.value
    with plainly(), transaction.atomic():
        if counter:
            workspace = models.Workspace.objects.filter(owner=owner)
            workspace.update(**{counter: F(counter) + 1})
            if only is not None:
                number = workspace.values_list(counter, flat=True).first() or 0
                touched = memory.Note(part, tuple(only))
                transaction.on_commit(lambda: memory.note(owner, counter, number, touched))
        yield


def open_workspace(owner: str, *, now: datetime) -> None:
    """Make sure the owner has a workspace."""
    models.Workspace.objects.get_or_create(owner=owner, defaults={"created_at": now})


def keep_profile(owner: str, candidate: f.Candidate, *, zone_told: bool = True) -> None:
    """Put the candidate's profile in place of the one before; a zone that nobody told is left open."""
    profile = asdict(candidate)
    if not zone_told:
        del profile["zone"]
    with writing(owner, Changes.PROFILE, only=()):
        models.Workspace.objects.filter(owner=owner).update(profile=profile)


def keep_aims(owner: str, aims: f.WeeklyAims) -> None:
    """Put the week's aims in place of those before."""
    with writing(owner, Changes.PROFILE, only=()):
        models.Workspace.objects.filter(owner=owner).update(aims=asdict(aims))


def keep_preference(owner: str, name: str, value: object) -> None:
    """Set one preference."""
    with writing(owner):
        workspace = models.Workspace.objects.select_for_update().get(owner=owner)
        workspace.preferences[name] = value
        workspace.save(update_fields=["preferences"])


def preference(owner: str, name: str, default: Any = None) -> Any:
    """One preference, or ``default``."""
    row = models.Workspace.objects.filter(owner=owner).values_list("preferences", flat=True).first()
    return (row or {}).get(name, default)


_TABLES: dict[type, tuple[type[models.Owned], Changes]] = {
    f.Person: (models.Person, Changes.PEOPLE),
    f.Opportunity: (models.Opportunity, Changes.OPPORTUNITIES),
    f.PointOfConnection: (models.PointOfConnection, Changes.CONNECTIONS),
    f.Seminar: (models.Seminar, Changes.SEMINARS),
}

Kept = f.Person | f.Opportunity | f.PointOfConnection | f.Seminar


def keep(owner: str, record: Kept) -> None:
    """Add the record, or put it in place of the one with its id."""
    table, changes = _TABLES[type(record)]
    with writing(owner, changes, only=[record.id]):
        _put(table, owner, record.id, columns(record))


def keep_interview(
    owner: str, interview: f.Interview, *, invitation: Mapping[str, object] | None = None
) -> None:
    """Add or replace an interview and who took part.

    ``invitation`` holds uid, recurrence_id, sequence and stamp of the calendar object it came from.
    """
    values = columns(interview)
    people = values.pop("interviewers")
    with writing(owner, Changes.INTERVIEWS, only=[interview.id]):
        _put(models.Interview, owner, interview.id, {**values, **(invitation or {})})
        kept = models.Interviewer.objects.filter(owner=owner, interview=interview.id)
        kept.exclude(person__in=people).delete()
        for place, person in enumerate(people):
            models.Interviewer.objects.update_or_create(
                owner=owner, interview=interview.id, person=person, defaults={"position": place}
            )


def invited(owner: str, uid: str, recurrence_id: str) -> models.Interview | None:
    """The interview an earlier version of the same invitation became."""
    return (
        models.Interview.objects.filter(owner=owner, uid=uid, recurrence_id=recurrence_id).first()
        if uid
        else None
    )


def set_interview(owner: str, interview: str, **values: object) -> None:
    """Change columns of one interview. Raises :class:`NotFound`."""
    with writing(owner, Changes.INTERVIEWS, only=[interview]):
        _update(models.Interview, owner, interview, values)


def keep_free_text(owner: str, interview: str, person: str, text: str) -> None:
    """Save the free box of one debrief as it stands."""
    with writing(owner):
        models.DebriefNote.objects.update_or_create(
            owner=owner, interview=interview, person=person, defaults={"text": text}
        )


def keep_point(owner: str, interview: str, person: str, point: f.Point) -> None:
    """Add a point, or change the one with its id; its place among the others stays."""
    with writing(owner):
        values = columns(point)
        there = models.Point.objects.filter(owner=owner, id=point.id)
        if there.update(**values):
            return
        place = models.Point.objects.filter(owner=owner, interview=interview, person=person).count()
        models.Point.objects.create(
            owner=owner, id=point.id, interview=interview, person=person, position=place, **values
        )


def drop_point(owner: str, point: str) -> None:
    """Take one point away."""
    with writing(owner):
        models.Point.objects.filter(owner=owner, id=point).delete()


def log(owner: str, happening: f.Happening) -> None:
    """Record one thing that happened. The same id twice changes nothing (law 4)."""
    with writing(owner, Changes.HISTORY, only=[happening.id]):
        models.Happening.objects.get_or_create(
            owner=owner, id=happening.id, defaults=happening_columns(happening)
        )


def retract(owner: str, happening: str, *, why: str, now: datetime) -> None:
    """Take a recorded happening back; the row stays, with the reason. Raises :class:`NotFound`."""
    with writing(owner, Changes.HISTORY, only=[happening]):
        _update(models.Happening, owner, happening, {"retracted_at": now, "retracted_why": why})


def keep_promise_kept(owner: str, promise: str) -> None:
    """Mark a promise as kept."""
    with writing(owner, Changes.HISTORY, only=[promise]):
        _update(models.Happening, owner, promise, {"flag": True})


def forget(owner: str, record: type, id_: str) -> None:
    """Delete one record of a kind in the table above."""
    table, changes = _TABLES[record]
    with writing(owner, changes, only=[id_]):
        table._default_manager.filter(owner=owner, id=id_).delete()


def happening_columns(happening: f.Happening) -> dict[str, Any]:
    """The columns of the history table for one happening."""
    return {"at": happening.at, **_COLUMNS[type(happening)](happening)}


_COLUMNS: dict[type, Any] = {
    f.LetterSent: lambda h: {
        "what": "letter_sent", "kind": h.kind.value, "person": h.to, "opportunity": h.opportunity or "",
        "interview": h.interview or "",
    },
    f.Reply: lambda h: {
        "what": "reply", "kind": h.klass.value, "person": h.sender or "", "opportunity": h.opportunity,
        "due": h.returns, "text": h.text,
    },
    f.Call: lambda h: {
        "what": "call", "kind": h.result.value, "person": h.to, "opportunity": h.opportunity, "due": h.check_back,
        "text": h.note,
    },
    f.Decision: lambda h: {
        "what": "decision", "kind": h.outcome.value, "opportunity": h.opportunity, "text": h.note,
    },
    f.Promise: lambda h: {
        "what": "promise", "kind": h.by.value, "opportunity": h.opportunity, "due": h.due, "text": h.text,
        "flag": h.kept,
    },
    f.Touch: lambda h: {"what": "touch", "kind": h.kind.value, "person": h.person, "text": h.note},
    f.Override: lambda h: {
        "what": "override", "opportunity": h.opportunity, "person": h.person, "text": h.reason,
    },
    f.Skipped: lambda h: {"what": "skipped", "text": f"{h.step}\n{h.reason}"},
}  # fmt: skip


def columns(record: Any) -> dict[str, Any]:
    """A record's fields as column values: enums as their words, ids as text, the source spread out."""
    values: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, f.Source):
            values |= {
                "source_origin": value.origin.value,
                "source_reference": value.reference,
                "source_confirmed": value.confirmed,
            }
        elif field.name != "id":
            values[field.name] = _plain(value)
    return values


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value


def _put(table: type[dj.Model], owner: str, id_: str, values: dict[str, Any]) -> None:
    """Insert or update one row; None stands for an empty reference where the column has no null."""
    named = {
        name: "" if value is None and not table._meta.get_field(name).null else value
        for name, value in values.items()
    }
    if not table._default_manager.filter(owner=owner, id=id_).update(**named):
        table._default_manager.create(owner=owner, id=id_, **named)


def _update(table: type[dj.Model], owner: str, id_: str, values: Mapping[str, Any]) -> None:
    if not table._default_manager.filter(owner=owner, id=id_).update(**values):
        raise NotFound(f"There is no such {table._meta.verbose_name}.")
