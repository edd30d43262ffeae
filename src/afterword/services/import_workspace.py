"""Fill a blank workspace from an export, and prove that all of it arrived."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from afterword.core.errors import BadInput
from afterword.services.export_workspace import FORMAT, VERSION
from afterword.store.failures import plainly
from afterword.store.manifest import from_json
from afterword.store.rows import TABLES, Tables, put_rows

DATA, MANIFEST = "data.json", "manifest.json"


@dataclass(frozen=True, slots=True)
class Imported:
    """How many rows came in, and how many approved letters were put on hold."""

    rows: int
    held: int


def import_workspace(folder: Path, *, owner: str) -> Imported:
    """Put an export in, all or nothing; equal to what was exported by its manifest.

    Raises :class:`BadInput` (no export, changed since, from a newer version) or Refused (the workspace is
    not blank); nothing has changed then.
    """
    with plainly():
        manifest = _object(folder, MANIFEST)
        data = _object(folder, DATA, digest=_digest(manifest))
    _refuse_foreign(manifest)
    _refuse_foreign(data)
    tables = _tables(data)
    try:
        expected = from_json(manifest["tables"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput(f"{folder / MANIFEST} cannot be understood. Nothing was imported.") from error
    held = put_rows(owner, tables, expected=expected)
    return Imported(sum(len(rows) for rows in tables.values()), held)


def _object(folder: Path, name: str, *, digest: str = "") -> dict[str, Any]:
    """One JSON object of the export, compared with its digest where one is given."""
    path = folder / name
    if not path.is_file():
        raise BadInput(f"{folder} is no export of Afterword: it has no {name}.")
    raw = path.read_bytes()
    if digest and hashlib.sha256(raw).hexdigest() != digest:
        raise BadInput(f"{path} has changed since it was exported. Nothing was imported.")
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{path} is no JSON. Nothing was imported.") from error
    if not isinstance(value, dict):
        raise BadInput(f"{path} is no export of Afterword. Nothing was imported.")
    return value


def _digest(manifest: dict[str, Any]) -> str:
    try:
        return str(manifest["files"][DATA]["sha256"])
    except (KeyError, TypeError) as error:
        raise BadInput(f"The {MANIFEST} does not name {DATA}. Nothing was imported.") from error


def _refuse_foreign(value: dict[str, Any]) -> None:
    if value.get("format") != FORMAT or not isinstance(value.get("version"), int):
        raise BadInput("The folder is no export of Afterword. Nothing was imported.")
    if value["version"] > VERSION:
        raise BadInput("The export was made by a newer Afterword. Nothing was imported.")


def _tables(data: dict[str, Any]) -> Tables:
    tables = data.get("tables")
    rows = list(tables.values()) if isinstance(tables, dict) else [None]
    if not all(isinstance(one, list) and all(isinstance(row, dict) for row in one) for one in rows):
        raise BadInput(f"{DATA} holds no tables. Nothing was imported.")
    assert isinstance(tables, dict)
    foreign = sorted(tables.keys() - TABLES.keys())
    if foreign:
        raise BadInput(
            f"The export holds “{foreign[0]}”, which this Afterword does not know. Nothing was imported."
        )
    return tables
