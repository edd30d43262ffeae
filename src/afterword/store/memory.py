"""The facts last read, kept in this process until the owner's rows change; only the part that changed is read anew."""

from dataclasses import replace
from threading import Lock

from afterword.core.facts import Facts
from afterword.store import facts
from afterword.store.facts import Revision

_lock = Lock()
_kept: dict[str, tuple[Revision, Facts]] = {}


def remembered_facts(owner: str) -> tuple[Revision, Facts]:
    """The owner's facts and the revision they belong to; one query when nothing has changed."""
    revision = facts.revision(owner)
    with _lock:
        kept = _kept.get(owner)
    if kept and kept[0] == revision:
        return kept
    fresh = (revision, _fresh(owner, revision, kept))
    with _lock:
        _kept[owner] = fresh
    return fresh


def _fresh(owner: str, revision: Revision, kept: tuple[Revision, Facts] | None) -> Facts:
    if kept is None or kept[0].other != revision.other:
        return facts.load_facts(owner)
    before, known = kept
    if before.people != revision.people:
        known = replace(known, people=facts.all_people(owner))
    if before.history != revision.history:
        known = replace(known, history=facts.all_history(owner))
    return known


def forget_facts() -> None:
    """Read everything anew next time (after a restore; between tests)."""
    with _lock:
        _kept.clear()
