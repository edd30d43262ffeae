"""Rows of a query as records, where a row that was seen before is the record it was then.

What costs time in reading thousands of rows is not the database but turning texts into times and rows into records.
Most rows are the same as at the last reading; they are known again as the database hands them over.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet
from django.db.models.sql.constants import MULTI

Row = tuple[Any, ...]


@dataclass(slots=True)
class Seen:
    """What one reading left for the next: records by their rows as the database hands them over.

    It is put in place whole, so that threads may read at once.
    """

    records: dict[Row, Any] = field(default_factory=dict)


AT_ONCE = 2_000  # rows


def records_of(
    found: "QuerySet[Any]",
    columns: tuple[str, ...],
    make: Callable[..., Any],
    *,
    seen: Seen,
    beside: Callable[[Row], Row] | None = None,
) -> Iterator[Any]:
    """``make(*row)`` of every row, from ``seen`` where it is there; ``seen`` holds the records of this reading when it has ended.

    ``beside`` tells what else of other tables belongs to a row as handed over; it is given to ``make`` behind the row.
    """
    before, now = seen.records, dict[Row, Any]()
    compiler = found.values_list(*columns).query.get_compiler(found.db or DEFAULT_DB_ALIAS)
    chunks = compiler.execute_sql(MULTI, chunked_fetch=True, chunk_size=AT_ONCE) or ()
    converters = compiler.get_converters([one[0] for one in compiler.select])
    for chunk in chunks:
        keys = [(*row, *beside(row)) if beside else tuple(row) for row in chunk]
        new = [key for key in keys if key not in before]
        for key, row in zip(
            new, compiler.apply_converters([list(key) for key in new], converters), strict=True
        ):
            now[key] = make(*row)
        for key in keys:
            if key not in now:
                now[key] = before[key]
            yield now[key]
    seen.records = now
