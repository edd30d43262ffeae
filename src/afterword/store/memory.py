"""The facts last read, kept in this process until the owner's rows change; only what changed is read anew.

Every write moves a counter of the workspace. A write of this process also leaves a note of which rows it touched
under which number, once it has committed. Facts that are some numbers behind are brought up to date from the notes,
row by row; where a note is missing, because another process wrote, the whole part is read.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any, Generic, TypeVar
from weakref import WeakValueDictionary

from django.db import connection

from afterword.core.facts import Facts
from afterword.store import facts
from afterword.store.facts import Revision, SeenParts

T = TypeVar("T")

_OWNERS = 16  # whose facts are kept: those seen last
_NOTES = 256  # of one owner; whoever is further behind reads the whole part


class PerOwner(Generic[T]):
    """One value for each of the owners seen last; any thread may ask."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._values: OrderedDict[str, T] = OrderedDict()

    def get(self, owner: str) -> T | None:
        """The owner's value, if it is still kept."""
        with self._lock:
            if owner in self._values:
                self._values.move_to_end(owner)
            return self._values.get(owner)

    def put(self, owner: str, value: T) -> None:
        """Keep a value in place of the owner's last; whoever was not seen for longest is forgotten."""
        with self._lock:
            self._values[owner] = value
            self._values.move_to_end(owner)
            while len(self._values) > _OWNERS:
                self._values.popitem(last=False)

    def clear(self) -> None:
        """Forget everybody's."""
        with self._lock:
            self._values.clear()


class Turns:
    """Locks for work that two threads had better do one after the other, since the second then finds it done.

    A lock lives as long as somebody holds it or waits for it.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._turns: WeakValueDictionary[str, Lock] = WeakValueDictionary()

    def of(self, owner: str) -> Lock:
        """The owner's lock."""
        with self._lock:
            return self._turns.setdefault(owner, Lock())


@dataclass(frozen=True, slots=True)
class Note:
    """Which rows a committed write touched: a field of Facts (or "profile") and ids."""

    part: str
    ids: tuple[str, ...]


Notes = dict[tuple[str, int], Note]  # by counter and number, oldest first

_kept: PerOwner[tuple[Revision, Facts]] = PerOwner()
_seen: PerOwner[SeenParts] = PerOwner()
_notes: PerOwner[Notes] = PerOwner()
_noting = Lock()
_reading = Turns()


def remembered_facts(owner: str) -> tuple[Revision, Facts]:
    """The owner's facts and the revision they belong to; one query when nothing has changed.

    What is read inside a transaction may yet be rolled back, so it is not kept. Whoever asks while another thread
    reads waits for that; only one in a transaction does not, since the other may be waiting for its end.
    """
    if connection.in_atomic_block:
        return _read(owner)
    with _reading.of(owner):
        fresh = _read(owner)
        _kept.put(owner, fresh)
    return fresh


def _read(owner: str) -> tuple[Revision, Facts]:
    revision = facts.revision(owner)
    kept = _kept.get(owner)
    if kept and kept[0] == revision:
        return kept
    return (revision, _fresh(owner, revision, kept))


def note(owner: str, counter: str, number: int, touched: Note) -> None:
    """Remember which rows the write touched that moved a counter to a number; call it once that has committed."""
    with _noting:
        notes = {**(_notes.get(owner) or {}), (counter, number): touched}
        while len(notes) > _NOTES:
            del notes[next(iter(notes))]
        _notes.put(owner, notes)


def forget_facts() -> None:
    """Read everything anew next time (after a restore; between tests)."""
    _kept.clear()
    _seen.clear()
    _notes.clear()


# ---------------------------------------------------------------- what is behind


def _fresh(owner: str, revision: Revision, kept: tuple[Revision, Facts] | None) -> Facts:
    """The facts of a revision, from those of an earlier one where that is known to be enough."""
    seen = _seen.get(owner) or {}
    _seen.put(owner, seen)
    if kept is None:
        return facts.load_facts(owner, seen)
    before, known = kept
    touched: dict[str, set[str]] = defaultdict(set)
    notes = _notes.get(owner) or {}
    for counter, was, now in zip(facts.COUNTERS, before, revision, strict=True):
        found = _between(notes, counter, was, now)
        if found is not None:
            for one in found:
                touched[one.part].update(one.ids)
        elif counter == facts.COUNTERS[0]:
            return _recognised(known, facts.load_facts(owner, seen))
        else:
            part = facts.COUNTED[counter]
            whole: dict[str, Any] = {part: facts.read_part(owner, part, seen=seen)}
            known = _recognised(known, replace(known, **whole))
    return _renewed(owner, known, touched)


def _recognised(known: Facts, read: Facts) -> Facts:
    """The facts as read, each that has not changed being the object it was; all times in rows are in UTC."""
    parts: dict[str, Any] = {}
    for part in facts.ORDER:
        if getattr(known, part) is not getattr(read, part):
            before = {row.id: row for row in getattr(known, part)}
            pairs = ((before.get(row.id), row) for row in getattr(read, part))
            parts[part] = tuple(old if old is row or old == row else row for old, row in pairs)
    return replace(read, **parts)


def _between(notes: Notes, counter: str, was: int, now: int) -> list[Note] | None:
    """The notes of every write between two numbers; None where one is missing."""
    if now < was or now - was > _NOTES:
        return None
    found = [notes.get((counter, number)) for number in range(was + 1, now + 1)]
    return None if None in found else [one for one in found if one is not None]


def _renewed(owner: str, known: Facts, touched: dict[str, set[str]]) -> Facts:
    """The facts with the touched rows read anew; all others stay the same objects."""
    parts: dict[str, Any] = {}
    for part, ids in touched.items():
        if part == "profile":
            candidate, aims = facts.load_profile(owner)
            parts |= {"candidate": candidate, "aims": aims}
        else:
            parts[part] = _put(part, getattr(known, part), facts.read_part(owner, part, ids), ids)
    return replace(known, **parts)


def _put(part: str, rows: tuple[Any, ...], read: Collection[Any], ids: Collection[str]) -> tuple[Any, ...]:
    """Rows with some of them as they were read just now, in the order the part is read in."""
    merged = [*(row for row in rows if row.id not in ids), *read]
    return tuple(sorted(merged, key=facts.ORDER[part]))
