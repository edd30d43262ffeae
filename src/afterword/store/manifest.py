"""What a set of rows amounts to: per table, how many and a SHA-256 over all of them in any order.

Two databases with equal manifests hold equal rows. The digest of a table is the hash of the sorted hashes
of its rows; a row is hashed as JSON with the type of each value told apart.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

OWN_TABLE = "afterword_backup"  # holds the manifest inside a backup and is no part of it


@dataclass(frozen=True, slots=True)
class TableSum:
    """One table: its number of rows and the digest of all of them."""

    rows: int
    sha256: str


Manifest = dict[str, TableSum]


def table_sum(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> TableSum:
    """The sum of one table; ``columns`` names the values of each row in order."""
    digests = sorted(hashlib.sha256(_canonical(row)).digest() for row in rows)
    whole = hashlib.sha256(json.dumps(list(columns)).encode() if digests else b"")
    for digest in digests:
        whole.update(digest)
    return TableSum(len(digests), whole.hexdigest())


def manifest_of(connection: Any) -> Manifest:
    """The manifest of every table a plain SQLite connection shows."""
    sums: Manifest = {}
    for table in tables_of(connection):
        cursor = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - the name is the database's own
        sums[table] = table_sum([column[0] for column in cursor.description], cursor)
    return sums


def tables_of(connection: Any) -> list[str]:
    """Names of the tables that hold data."""
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    )
    return [name for (name,) in found if name != OWN_TABLE]


def as_json(manifest: Manifest) -> dict[str, dict[str, object]]:
    """The manifest as plain values."""
    return {table: asdict(total) for table, total in sorted(manifest.items())}


def from_json(values: Any) -> Manifest:
    """The manifest from plain values; raises KeyError, TypeError or ValueError when they are none."""
    return {str(table): TableSum(int(total["rows"]), str(total["sha256"])) for table, total in values.items()}


def differences(expected: Manifest, found: Manifest) -> list[str]:
    """Where two manifests differ, one sentence per table."""
    said = []
    for table in sorted(expected.keys() | found.keys()):
        one, other = expected.get(table), found.get(table)
        if one == other:
            continue
        counts = f"{one.rows if one else 'no'} rows expected, {other.rows if other else 'no'} found"
        said.append(
            f"{table}: {counts}" + (", contents differ" if one and other and one.rows == other.rows else "")
        )
    return said


def _canonical(row: Sequence[object]) -> bytes:
    told = [[type(value).__name__, _told(value)] for value in row]
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


def _told(value: object) -> object:
    if isinstance(value, bytes):
        return value.hex()
    return value.hex() if isinstance(value, float) else value
