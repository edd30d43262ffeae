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

#: Tables whose rows belong to an interview, to a person, and to an opportunity.
OF_INTERVIEW = (
    models.Interviewer,
    models.DebriefNote,
    models.Point,
    models.Question,
    models.Happening,
    models.Letter,
)
OF_PERSON = (*OF_INTERVIEW, models.PointOfConnection)
OF_OPPORTUNITY = (models.Interview, models.Happening, models.Letter)


def erase_opportunity(owner: str, opportunity: str) -> int:
    """Delete an opportunity with its interviews and all that was said and written there; people stay.

    The value is the number of rows. Raises :class:`NotFound`.
    """
    interviews = models.Interview.objects.filter(owner=owner, opportunity=opportunity)
    with writing(owner, Changes.ALL):
        ids = list(interviews.values_list("id", flat=True))
        uids = [uid for uid in interviews.values_list("uid", flat=True) if uid]
        gone = _delete(models.Opportunity.objects.filter(owner=owner, id=opportunity))
        if not gone:
            raise NotFound("There is no such opportunity.")
        gone += sum(_delete(_of(table, owner).filter(interview__in=ids)) for table in OF_INTERVIEW)
        gone += sum(_delete(_of(table, owner).filter(opportunity=opportunity)) for table in OF_OPPORTUNITY)
        gone += _erase_files(owner, [*ids, *uids])
    return gone


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
        gone += sum(_delete(_of(table, owner).filter(person=person)) for table in OF_PERSON)
        models.Opportunity.objects.filter(owner=owner, contact=person).update(contact="")
        models.Opportunity.objects.filter(owner=owner, recruiter=person).update(recruiter="")
        gone += _erase_files(owner, words)
    return gone


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


def _erase_files(owner: str, words: Iterable[str]) -> int:
    """Delete the files the user gave that hold one of the words, in their bytes or in what was understood."""
    wanted = [word.casefold() for word in words]
    rows = models.Incoming.objects.filter(owner=owner).values_list("id", "name", "content", "reading")
    hit = [id_ for id_, *values in rows.iterator(50) if _holds(values, wanted)]
    return _delete(models.Incoming.objects.filter(Q(id__in=hit), owner=owner))


def _of(table: Any, owner: str) -> Any:
    return table.objects.filter(owner=owner)


def _delete(rows: Any) -> int:
    return int(rows.delete()[0])
