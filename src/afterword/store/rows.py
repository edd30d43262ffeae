"""All rows of one owner as plain values and back: what an export holds and an import puts in.

Left out are the owner itself (an import gives its own), one-time login links, and the counters that belong
to one copy of a workspace: revision, epoch and when it was restored.
"""

import base64
import binascii
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.db import models as dj

from afterword.core.errors import BadInput, Refused
from afterword.store import facts, models
from afterword.store.failures import plainly
from afterword.store.manifest import Manifest, differences, table_sum

#: The tables by the name they have in an export, in the order a reader meets the things.
TABLES: dict[str, type[dj.Model]] = {
    "workspace": models.Workspace,
    "people": models.Person,
    "opportunities": models.Opportunity,
    "interviews": models.Interview,
    "interviewers": models.Interviewer,
    "debrief_notes": models.DebriefNote,
    "points": models.Point,
    "happenings": models.Happening,
    "letters": models.Letter,
    "questions": models.Question,
    "points_of_connection": models.PointOfConnection,
    "seminars": models.Seminar,
    "incoming": models.Incoming,
}
LEFT_OUT = frozenset(
    {"owner", "pk", "revision", "people_revision", "history_revision", "epoch", "restored_at"}
)
HELD = "Imported from an export; check your Sent folder before sending."

Tables = dict[str, list[dict[str, Any]]]


def fields_of(table: type[dj.Model]) -> dict[str, Any]:
    """The columns an export holds of a table, by name."""
    own = LEFT_OUT if table is models.Workspace else frozenset({"owner", "pk"})
    return {field.name: field for field in table._meta.concrete_fields if field.name not in own}


def rows_of(owner: str) -> Tables:
    """Every row of the owner as plain JSON values, read in one transaction."""
    with transaction.atomic():
        return {name: list(_rows(table, owner)) for name, table in TABLES.items()}


def sums_of(tables: Tables, *, like: Tables | None = None) -> Manifest:
    """The manifest of rows in the shape of :func:`rows_of`.

    ``like`` narrows it to the tables and columns of other rows, those of an older export.
    """
    model = tables if like is None else like
    sums = {}
    for name, rows in model.items():
        columns = sorted(rows[0]) if rows else []
        sums[name] = table_sum(columns, ([row.get(one) for one in columns] for row in tables.get(name, ())))
    return sums


def put_rows(owner: str, tables: Tables, *, expected: Manifest) -> int:
    """Fill a blank workspace; the value is how many approved letters were put on hold.

    The rows are read back and compared with ``expected`` before anything is kept. Raises :class:`Refused`
    when the workspace is not blank and :class:`BadInput` when the rows are not what they should be.
    """
    try:
        with plainly(), transaction.atomic():
            refuse_unless_blank(owner)
            for name, table in TABLES.items():
                _fill(table, owner, tables.get(name, []))
            facts.load_facts(owner)
            problems = differences(expected, sums_of(rows_of(owner), like=tables))
            if problems:
                raise BadInput(
                    f"What was read is not what was exported ({problems[0]}). Nothing was imported."
                )
            return _hold_back(owner)
    except (ValueError, TypeError, KeyError, ValidationError, DatabaseError) as error:
        raise BadInput(
            f"The export holds a row that cannot be used ({_first_line(error)}). Nothing was imported."
        ) from error


def refuse_unless_blank(owner: str) -> None:
    """Raise :class:`Refused` when the owner has any row or a name in the profile."""
    for name, table in TABLES.items():
        if table is not models.Workspace and table._default_manager.filter(owner=owner).exists():
            raise Refused(
                f"This workspace already has {name.replace('_', ' ')}; an import fills a blank one only. "
                "Nothing was imported."
            )
    workspace = models.Workspace.objects.filter(owner=owner).first()
    if workspace is not None and workspace.profile.get("name"):
        raise Refused(
            "This workspace already has a profile; an import fills a blank one only. Nothing was imported."
        )


def _rows(table: type[dj.Model], owner: str) -> Iterator[dict[str, Any]]:
    names = fields_of(table)
    ordered = table._default_manager.filter(owner=owner).order_by("pk")
    for values in ordered.values_list(*names):
        yield {name: plain(value) for name, value in zip(names, values, strict=True)}


def _fill(table: type[dj.Model], owner: str, rows: list[dict[str, Any]]) -> None:
    if table is models.Workspace:
        for row in rows[:1]:
            models.Workspace.objects.update_or_create(owner=owner, defaults=_values(table, row))
        return
    table._default_manager.bulk_create(
        [table(owner=owner, **_values(table, row)) for row in rows], batch_size=200
    )


def _values(table: type[dj.Model], row: Mapping[str, Any]) -> dict[str, Any]:
    """A row's values as its columns hold them; a column the export does not know keeps its default."""
    known = fields_of(table)
    foreign = sorted(row.keys() - known.keys())
    if foreign:
        raise BadInput(
            f"The export knows “{foreign[0]}”, which this Afterword does not. Nothing was imported."
        )
    return {name: unplain(known[name], value) for name, value in row.items()}


def plain(value: object) -> object:
    """A column's value as JSON holds it: instants in UTC, bytes as base64."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    return value


def unplain(field: Any, value: Any) -> Any:
    """The column's value from JSON. Raises ValidationError, ValueError or TypeError."""
    if isinstance(field, dj.BinaryField):
        try:
            return base64.b64decode(value, validate=True)
        except binascii.Error as error:
            raise ValueError(f"{field.name} is not base64") from error
    if isinstance(field, dj.JSONField):
        return value
    if isinstance(field, dj.CharField | dj.TextField) and not isinstance(value, str):
        raise ValueError(f"{field.name} is no text")
    if isinstance(field, dj.DateTimeField) and value is not None:
        return _aware(value)
    return field.to_python(value)


def _aware(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(f"the time {value} lacks its offset")
    return moment


def _hold_back(owner: str) -> int:
    """An export may be older than what was sent since: approved letters wait, and the epoch moves on."""
    models.Workspace.objects.filter(owner=owner).update(
        epoch=dj.F("epoch") + 1, revision=dj.F("revision") + 1
    )
    approved = models.Letter.objects.filter(owner=owner, state="approved")
    return int(approved.update(state="held", held_why=HELD))


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
