"""Everything a person has in Afterword, in open formats, into a folder of their own.

``data.json`` holds every row, ``interviews.ics`` the interviews and gatherings, ``people.vcf`` the people,
``letters/`` each letter as .eml, and ``manifest.json`` what all of it amounts to. The format is described
in docs/how-to/export-your-data.md.
"""

import base64
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from afterword import __version__
from afterword.core import facts as f
from afterword.core.errors import BadInput, Refused
from afterword.core.handover.eml import letter_message
from afterword.core.handover.ics import DOMAIN, Entry, calendar, interview_entry, seminar_entry
from afterword.core.handover.vcard import people_cards
from afterword.store.facts import load_facts
from afterword.store.failures import plainly
from afterword.store.files import write_folder
from afterword.store.manifest import as_json
from afterword.store.rows import Tables, rows_of, sums_of
from afterword.store.schema import known_migrations

FORMAT = "afterword-export"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Exported:
    """Where the export is, and how many files and rows it holds."""

    folder: Path
    files: int
    rows: int


def export_workspace(folder: Path, *, owner: str, now: datetime) -> Exported:
    """Write the export into a new or empty folder, all or nothing.

    Raises :class:`Refused` when the folder holds something, OutsideFailed when the disk does not take it.
    """
    folder = folder.absolute()
    with plainly():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Refused(f"{folder} is not empty. Name a new or an empty folder; nothing was written.")
        tables, facts = rows_of(owner), load_facts(owner)
        files = export_files(tables, facts, now=now)
        folder.parent.mkdir(parents=True, exist_ok=True)
        write_folder(folder, files, now=now)
    return Exported(folder, len(files), sum(len(rows) for rows in tables.values()))


def export_files(tables: Tables, facts: f.Facts, *, now: datetime) -> dict[str, bytes]:
    """The files of an export by their names inside its folder."""
    data = {
        "format": FORMAT,
        "version": VERSION,
        "made_by": __version__,
        "schema": known_migrations()[-1],
        "exported_at": now.isoformat(),
        "tables": tables,
    }
    files = {
        "data.json": _json(data),
        "interviews.ics": calendar(_entries(facts), stamp=now).encode(),
        "people.vcf": people_cards(facts.people).encode(),
        **dict(_letters(tables, facts)),
    }
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": now.isoformat(),
        "files": {name: _file_sum(content) for name, content in sorted(files.items())},
        "tables": as_json(sums_of(tables)),
    }
    return {**files, "manifest.json": _json(manifest)}


def _entries(facts: f.Facts) -> Iterator[Entry]:
    opportunities = {one.id: one for one in facts.opportunities}
    people = {one.id: one for one in facts.people}
    for interview in sorted(facts.interviews, key=lambda one: (one.start, one.id)):
        opportunity = opportunities.get(interview.opportunity) or f.Opportunity(interview.opportunity, "", "")
        met = [people[one] for one in interview.interviewers if one in people]
        yield interview_entry(interview, opportunity, met)
    yield from (seminar_entry(one) for one in sorted(facts.seminars, key=lambda one: (one.start, one.id)))


def _letters(tables: Tables, facts: f.Facts) -> Iterator[tuple[str, bytes]]:
    people = {str(one.id): one for one in facts.people}
    for row in tables["letters"]:
        person = people.get(row["person"]) or f.Person(f.PersonId(row["person"]), "")
        day = (row["sent_at"] or row["updated_at"])[:10]
        name = "-".join(filter(None, (day, row["kind"], _slug(person.name), row["id"][-12:])))
        yield f"letters/{name}.eml", _message(row, person, facts.candidate)


def _message(row: dict[str, Any], person: f.Person, candidate: f.Candidate) -> bytes:
    """The bytes that were approved; for a draft, or an approval since ended, a message to go on with."""
    if row["message"] and row["state"] in ("approved", "sent", "held"):
        return base64.b64decode(row["message"])
    given = {
        "from_name": _line(candidate.name),
        "to_name": _line(person.name),
        "subject": _line(row["subject"]),
        "body": row["body"],
        "message_id": f"{row['id']}@{DOMAIN}",
        "date": datetime.fromisoformat(row["updated_at"]),
        "unsent": row["state"] != "sent",
    }
    try:
        return letter_message(from_email=candidate.email, to_email=row["recipient"] or person.email, **given)
    except BadInput:  # an address that is none must not stand in the way of the words
        return letter_message(from_email="", to_email="", **given)


def _line(text: str) -> str:
    return " ".join(text.split())


def _slug(name: str) -> str:
    """A person's name as part of a file name: plain letters and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40]


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False) + "\n").encode()


def _file_sum(content: bytes) -> dict[str, object]:
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
