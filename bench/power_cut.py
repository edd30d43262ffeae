"""Cuts the power, in simulation, at every write of a database, and looks at what the disk is left with.

A run of inserts is recorded once: each write, truncation and synchronisation of each file, and each moment a
commit was acknowledged. Then for every point of that record a disk is made up as it may look after a cut
there: what was synchronised is whole, each later write is missing, torn or there, by chance. Needs apsw.
"""

import random
import sqlite3
import tempfile
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

INSERTS = 24
MISSING, TORN = 0.45, 0.15  # chances of a write that was not synchronised


class Event(NamedTuple):
    """One thing the database did: ``what`` is write, truncate, sync or ack."""

    what: str
    file: str = ""
    at: int = 0
    data: bytes = b""


@dataclass(slots=True)
class Tally:
    """What came of all cuts with one pair of settings."""

    cuts: int = 0
    corrupt: int = 0
    losing: int = 0
    lost: int = field(default=0)


def record(journal: str, synchronous: str, folder: Path) -> list[Event]:
    """Insert rows through a file system that writes down what it is told."""
    import apsw

    path = folder / "a.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            f"PRAGMA journal_mode = {journal}; CREATE TABLE t (i INTEGER PRIMARY KEY, x)"
        )
    events = [Event("write", path.name, data=path.read_bytes()), Event("sync", path.name)]

    class Recording(apsw.VFSFile):
        def __init__(self, name: Any, flags: Any) -> None:
            super().__init__("", name, flags)
            self.file = Path(name if isinstance(name, str) else name.filename()).name

        def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - apsw's names
            super().xWrite(data, offset)
            events.append(Event("write", self.file, offset, bytes(data)))

        def xTruncate(self, size: int) -> None:  # noqa: N802 - apsw's names
            super().xTruncate(size)
            events.append(Event("truncate", self.file, size))

        def xSync(self, flags: int) -> None:  # noqa: N802 - apsw's names
            super().xSync(flags)
            events.append(Event("sync", self.file))

    class Recorder(apsw.VFS):
        def __init__(self) -> None:
            super().__init__("recorder", "")

        def xOpen(self, name: Any, flags: Any) -> Recording:  # noqa: N802 - apsw's names
            return Recording(name, flags)

    recorder = Recorder()
    watched = apsw.Connection(str(path), vfs="recorder")
    watched.execute(f"PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = {journal}").fetchall()
    watched.execute(f"PRAGMA synchronous = {synchronous}; PRAGMA wal_autocheckpoint = 8").fetchall()
    for number in range(1, INSERTS + 1):
        watched.execute("INSERT INTO t VALUES (?, ?)", (number, "y" * 300))
        events.append(Event("ack", at=number))
    seen = list(events)  # closing tidies up, which is no part of it
    watched.close()
    recorder.unregister()
    return seen


def disk_after(events: list[Event], chance: random.Random) -> dict[str, bytes]:
    """What each file may hold when the power goes after the last event."""
    whole: dict[str, bytearray] = defaultdict(bytearray)
    pending: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.what == "sync":
            for one in pending.pop(event.file, []):
                apply(whole[event.file], one)
        elif event.what != "ack":
            pending[event.file].append(event)
    for file, left in pending.items():
        for one in left:
            fate = chance.random()
            if fate < MISSING:
                continue
            torn = fate < MISSING + TORN and one.what == "write"
            apply(
                whole[file], one._replace(data=one.data[: chance.randrange(len(one.data))]) if torn else one
            )
    return {file: bytes(content) for file, content in whole.items()}


def apply(content: bytearray, event: Event) -> None:
    """Carry out one write or truncation."""
    if event.what == "truncate":
        del content[event.at :]
        return
    content.extend(b"\0" * (event.at - len(content)))
    content[event.at : event.at + len(event.data)] = event.data


def judge(disk: dict[str, bytes], acknowledged: int, room: Path) -> tuple[bool, int]:
    """Open what is left: is it whole, and how many acknowledged rows are missing?"""
    for file, content in disk.items():
        room.joinpath(file).write_bytes(content)
    try:
        with closing(sqlite3.connect(room / "a.db")) as connection:
            whole = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            found = {number for (number,) in connection.execute("SELECT i FROM t")}
    except sqlite3.DatabaseError:
        return False, acknowledged
    return whole, len(set(range(1, acknowledged + 1)) - found)


def cut_everywhere(journal: str, synchronous: str, *, seeds: int) -> Tally:
    """Cut at every point, several times each."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        events = record(journal, synchronous, Path(folder))
    for point in range(2, len(events) + 1):
        acknowledged = sum(event.what == "ack" for event in events[:point])
        for seed in range(seeds):
            with tempfile.TemporaryDirectory() as room:
                disk = disk_after(events[:point], random.Random(point * 1000 + seed))
                whole, lost = judge(disk, acknowledged, Path(room))
            tally.cuts += 1
            tally.corrupt += not whole
            tally.losing += lost > 0
            tally.lost += lost
    return tally
