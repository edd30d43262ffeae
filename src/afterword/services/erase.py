"""Delete one opportunity, one person or everything, for good, and say what older copies still hold."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from afterword.store import erase
from afterword.store.backup import Backup, backups_in
from afterword.store.facts import load_opportunity, load_person


@dataclass(frozen=True, slots=True)
class Erased:
    """What was deleted and what is left to decide.

    ``mentions`` counts rows per table whose words still name the one who was erased (another person's note,
    say); ``backups`` were made before and still hold it; ``log_emptied`` is False while another reader of the
    database keeps its log, which the next end of the program empties.
    """

    rows: int
    log_emptied: bool
    backups: tuple[Backup, ...]
    mentions: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Doomed:
    """What a deletion would take, for the question before it: rows per table, and the backups that keep theirs."""

    name: str
    rows: dict[str, int]
    backups: int


def opportunity_to_erase(opportunity: str, *, owner: str, backups: Path) -> Doomed:
    """What goes with an opportunity; nothing is deleted. Raises NotFound."""
    found = load_opportunity(owner, opportunity)
    name = f"{found.role} at {found.company}"
    return Doomed(name, erase.count_opportunity(owner, opportunity), len(backups_in(backups)))


def person_to_erase(person: str, *, owner: str, backups: Path) -> Doomed:
    """What goes with a person; nothing is deleted. Raises NotFound."""
    found = load_person(owner, person)
    return Doomed(found.name, erase.count_person(owner, person), len(backups_in(backups)))


def erase_opportunity(opportunity: str, *, owner: str, backups: Path) -> Erased:
    """Delete an opportunity and everything that belongs to it. Raises NotFound."""
    load_opportunity(owner, opportunity)
    return _erase(lambda: erase.erase_opportunity(owner, opportunity), backups, dict)


def erase_person(person: str, *, owner: str, backups: Path) -> Erased:
    """Delete a person and everything kept about them. Raises NotFound."""
    found = load_person(owner, person)
    return _erase(
        lambda: erase.erase_person(owner, person),
        backups,
        lambda: erase.mentions(owner, (found.name, found.email)),
    )


def erase_everything(*, owner: str, backups: Path) -> Erased:
    """Delete every row of the workspace, the profile included."""
    return _erase(lambda: erase.erase_all(owner), backups, dict)


def erase_backups(*, backups: Path) -> int:
    """Delete every backup in the folder; the value is their number. Only after the user has said yes."""
    found = backups_in(backups)
    for backup in found:
        backup.path.unlink(missing_ok=True)
    return len(found)


def _erase(act: Callable[[], int], backups: Path, left: Callable[[], dict[str, int]]) -> Erased:
    rows = act()
    emptied = erase.scrub()
    return Erased(rows, emptied, tuple(backups_in(backups)), left())
