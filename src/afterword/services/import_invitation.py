"""Taking in an invitation file: kept whole, read under limits, and shown for the user to confirm."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from afterword.core.errors import BadInput, Refused
from afterword.core.reading.invitation import to_json
from afterword.ports.ids import Ids
from afterword.ports.reading import FileReader
from afterword.store import incoming, records
from afterword.store.memory import remembered_facts

LARGEST = 10 * 1024 * 1024  # bytes of one file


@dataclass(frozen=True, slots=True)
class Imported:
    """Where a file is kept; ``again`` when the same bytes came before."""

    id: str
    name: str
    again: bool


def import_invitation(
    data: bytes,
    *,
    name: str,
    owner: str,
    reader: FileReader,
    ids: Ids,
    now: datetime,
    mine: frozenset[str] = frozenset(),
) -> Imported:
    """Keep an .ics or .eml file and what it says; nothing in it counts until the user confirms it.

    ``mine`` are addresses of the user's beside the one in the profile. The same file again is the same
    row. Raises :class:`BadInput` for a file that is blank or too large to be an invitation.
    """
    if not data.strip():
        raise BadInput(f"“{name}” is blank. Save the invitation again and drop that file.")
    if len(data) > LARGEST:
        raise BadInput(
            f"“{name}” is larger than {LARGEST // 1024 // 1024} MB; no invitation is. Is it the right file?"
        )
    digest = hashlib.sha256(data).hexdigest()
    known = incoming.received_before(owner, digest)
    if known:
        return Imported(known, name, again=True)
    reading = reader.read_invitation(data, mine=mine | own_addresses(owner))
    kept = incoming.receive(
        owner, id_=ids.new(), name=name, digest=digest, content=data, reading=to_json(reading), now=now
    )
    return Imported(kept, name, again=False)


def forget_file(file: str, *, owner: str) -> None:
    """Delete a file that was taken in. Raises :class:`Refused` when an interview on record came from it."""
    with records.writing(owner):
        received = incoming.find_received(owner, file, to_change=True)
        if any(became != incoming.LEFT for became in received.settled.values()):
            raise Refused(
                "An interview on record came from this file; delete its opportunity to delete both."
            )
        incoming.forget(owner, file)


def own_addresses(owner: str) -> frozenset[str]:
    """The user's own address, in the case-folded form files are compared in."""
    email = remembered_facts(owner)[1].candidate.email.strip().casefold()
    return frozenset({email}) if email else frozenset()
