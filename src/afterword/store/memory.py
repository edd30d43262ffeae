"""The facts last read, kept in this process until the owner's rows change."""

from threading import Lock

from afterword.core.facts import Facts
from afterword.store import facts

_lock = Lock()
_kept: dict[str, tuple[int, Facts]] = {}


def remembered_facts(owner: str) -> tuple[int, Facts]:
    """The owner's facts and the revision they belong to; one query when nothing has changed."""
    revision = facts.revision(owner)
    with _lock:
        kept = _kept.get(owner)
    if kept and kept[0] == revision:
        return kept
    fresh = (revision, facts.load_facts(owner))
    with _lock:
        _kept[owner] = fresh
    return fresh


def forget_facts() -> None:
    """Read everything anew next time (after a restore; between tests)."""
    with _lock:
        _kept.clear()
