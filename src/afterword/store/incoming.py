"""Files the user gave, kept whole with what was understood, until each interview in them is settled."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from afterword.core.errors import NotFound
from afterword.store import models
from afterword.store.records import writing

LEFT = "left"  # what became of an interview that the user left out


@dataclass(frozen=True, slots=True)
class Received:
    """One file: what was understood of it, and what became of each interview in it.

    ``settled`` maps the number of an interview in the reading to the id of the interview it became, or to
    "left" where the user left it out.
    """

    id: str
    name: str
    reading: dict[str, Any]
    settled: dict[str, str]
    received_at: datetime


def receive(
    owner: str, *, id_: str, name: str, digest: str, content: bytes, reading: Mapping[str, Any], now: datetime
) -> str:
    """Keep a file; the id of the row that holds it, which is an older one when the same bytes came before."""
    row = models.Incoming(
        owner=owner, id=id_, name=name[:400], digest=digest, content=content, received_at=now,
        reading={"read": dict(reading), "settled": {}}, settled_at=None if reading.get("interviews") else now,
    )  # fmt: skip
    known = received_before(owner, digest)
    if known:
        return known
    try:
        with transaction.atomic(), writing(owner):
            row.save(force_insert=True)
    except IntegrityError:
        return received_before(owner, digest) or id_
    return id_


def received_before(owner: str, digest: str) -> str:
    """The id of the row with this content, or ""."""
    rows = models.Incoming.objects.filter(owner=owner, digest=digest)
    return rows.values_list("id", flat=True).first() or ""


def find_received(owner: str, id_: str, *, to_change: bool = False) -> Received:
    """One file. Raises :class:`NotFound`.

    ``to_change``, in a transaction only, keeps others from changing it until that ends.
    """
    row = _locked(owner, id_) if to_change else _found(models.Incoming.objects.all(), owner, id_)
    return Received(row.id, row.name, row.reading["read"], row.reading["settled"], row.received_at)


def settle(owner: str, id_: str, *, number: int, became: str, now: datetime) -> None:
    """Note what became of one interview of a file; the file is settled when all are."""
    with writing(owner):
        row = _locked(owner, id_)
        row.reading["settled"][str(number)] = became
        _save(row, now)


def settle_rest(owner: str, id_: str, *, became: str, now: datetime) -> None:
    """Note the same of every interview of a file that is not settled."""
    with writing(owner):
        row = _locked(owner, id_)
        for number in range(len(row.reading["read"].get("interviews", ()))):
            row.reading["settled"].setdefault(str(number), became)
        _save(row, now)


def forget(owner: str, id_: str) -> None:
    """Delete a file. Raises :class:`NotFound`."""
    with writing(owner):
        _locked(owner, id_).delete()


def _locked(owner: str, id_: str) -> models.Incoming:
    return _found(models.Incoming.objects.select_for_update(), owner, id_)


def _found(rows: QuerySet[models.Incoming], owner: str, id_: str) -> models.Incoming:
    row = rows.filter(owner=owner, id=id_).defer("content").first()
    if row is None:
        raise NotFound("There is no such file here.")
    return row


def _save(row: models.Incoming, now: datetime) -> None:
    if len(row.reading["settled"]) >= len(row.reading["read"].get("interviews", ())):
        row.settled_at = row.settled_at or now
    row.save(update_fields=["reading", "settled_at"])


def count_waiting(owner: str) -> int:
    """How many files have something still to confirm."""
    return models.Incoming.objects.filter(owner=owner, settled_at=None).count()


def waiting(owner: str, *, limit: int = 20) -> tuple[Received, ...]:
    """Files with something still to confirm, newest first."""
    rows = models.Incoming.objects.filter(owner=owner, settled_at=None).defer("content")
    return tuple(
        Received(row.id, row.name, row.reading["read"], row.reading["settled"], row.received_at)
        for row in rows.order_by("-received_at", "-id")[:limit]
    )
