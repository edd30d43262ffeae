"""Deleting for good: rows, the space they took in the file and in its log.

``secure_delete`` overwrites what is deleted and VACUUM writes the file anew without it. Backups made before
still hold it; the caller lists them and asks.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import Q

from afterword.core.errors import NotFound
from afterword.store import models
from afterword.store.failures import plainly
from afterword.store.records import Changes, writing
from afterword.store.rows import TABLES, plain

#: Tables whose rows belong to an interview, and to a person.
OF_INTERVIEW = (
    models.Interviewer,
    models.DebriefNote,
    models.Point,
    models.Question,
    models.Happening,
    models.Letter,
)
OF_PERSON = (*OF_INTERVIEW, models.PointOfConnection)


def erase_opportunity(owner: str, opportunity: str) -> int:
    """Delete an opportunity with its interviews and all that was said and written there; people stay.

    The value is the number of rows. Raises :class:`NotFound`.
    """
    with writing(owner, Changes.ALL):
        doomed = _rows_of_opportunity(owner, opportunity)
        gone = _delete(models.Opportunity.objects.filter(owner=owner, id=opportunity))
        if not gone:
            raise NotFound("There is no such opportunity.")
        gone += sum(_delete(rows) for rows in doomed)
    return gone


def count_opportunity(owner: str, opportunity: str) -> dict[str, int]:
    """How many rows of each table go with an opportunity; tables without any are left out."""
    return _counted(_rows_of_opportunity(owner, opportunity))


def erase_person(owner: str, person: str) -> int:
    """Delete a person and all that is kept about and by them; the interviews themselves stay.

    The value is the number of rows. Raises :class:`NotFound`.
    """
    with writing(owner, Changes.ALL):
        found = models.Person.objects.filter(owner=owner, id=person)
        words = [word for row in found.values_list("name", "email") for word in row if word]
        gone = _delete(found)
        if not gone:
            raise NotFound("There is no such person.")
        gone += sum(_delete(rows) for rows in (*_rows_of_person(owner, person), _files(owner, words)))
        models.Opportunity.objects.filter(owner=owner, contact=person).update(contact="")
        models.Opportunity.objects.filter(owner=owner, recruiter=person).update(recruiter="")
    return gone


def count_person(owner: str, person: str) -> dict[str, int]:
    """How many rows of each table go with a person; tables without any are left out."""
    found = models.Person.objects.filter(owner=owner, id=person)
    words = [word for row in found.values_list("name", "email") for word in row if word]
    return _counted([*_rows_of_person(owner, person), _files(owner, words)])


def erase_all(owner: str) -> int:
    """Delete every row of the owner, the profile included; the value is their number."""
    with writing(owner, Changes.ALL):
        gone = sum(_delete(_of(table, owner)) for name, table in TABLES.items() if name != "workspace")
        models.Workspace.objects.filter(owner=owner).update(profile={}, aims={}, preferences={})
        models.LoginLink.objects.all().delete()
    return gone


def scrub() -> bool:
    """Write the file anew and empty its log; False when another reader kept the log from being emptied."""
    with plainly(), connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy = cursor.fetchone()[0]
    return not busy


def mentions(owner: str, words: Iterable[str]) -> dict[str, int]:
    """How many rows of each table still hold one of the words in any column, letter case aside."""
    wanted = [word.casefold() for word in words if len(word) > 2]
    found = {}
    for name, table in TABLES.items():
        rows = _of(table, owner).values_list()
        count = sum(1 for row in rows.iterator(500) if _holds(row, wanted))
        if count:
            found[name] = count
    return found


def _holds(row: Iterable[Any], wanted: list[str]) -> bool:
    for value in row:
        text = (
            bytes(value).decode("utf-8", "replace")
            if isinstance(value, bytes | memoryview)
            else str(plain(value))
        )
        if any(word in text.casefold() for word in wanted):
            return True
    return False


def _rows_of_opportunity(owner: str, opportunity: str) -> list[Any]:
    """Everything that belongs to an opportunity, table by table: one query set for each, in no way overlapping."""
    interviews = models.Interview.objects.filter(owner=owner, opportunity=opportunity)
    ids = list(interviews.values_list("id", flat=True))
    uids = [uid for uid in interviews.values_list("uid", flat=True) if uid]
    there: dict[Any, Q] = {
        **{table: Q(interview__in=ids) for table in OF_INTERVIEW},
        models.Interview: Q(opportunity=opportunity),
    }
    for table in (models.Happening, models.Letter):
        there[table] |= Q(opportunity=opportunity)
    return [
        *(_of(table, owner).filter(where) for table, where in there.items()),
        _files(owner, [*ids, *uids]),
    ]


def _rows_of_person(owner: str, person: str) -> list[Any]:
    return [_of(table, owner).filter(person=person) for table in OF_PERSON]


def _counted(rows: Iterable[Any]) -> dict[str, int]:
    names = {table: name for name, table in TABLES.items()}
    counts = ((names[one.model], one.count()) for one in rows)
    return {name: count for name, count in counts if count}


def _files(owner: str, words: Iterable[str]) -> Any:
    """The files the user gave that hold one of the words, in their bytes or in what was understood."""
    wanted = [word.casefold() for word in words]
    rows = models.Incoming.objects.filter(owner=owner).values_list("id", "name", "content", "reading")
    hit = [id_ for id_, *values in rows.iterator(50) if _holds(values, wanted)]
    return models.Incoming.objects.filter(Q(id__in=hit), owner=owner)


def _of(table: Any, owner: str) -> Any:
    return table.objects.filter(owner=owner)


def _delete(rows: Any) -> int:
    return int(rows.delete()[0])
