"""What keeping every acknowledged write costs, and whether it holds: kills, power cuts, backups, restores."""

import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from bench.power_cut import cut_everywhere

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WRITES = 2000
KILLS = 100
PEOPLE = 10_000

WRITER = """
import sys
from datetime import UTC, datetime
from afterword.store.setup import LOCAL_OWNER, open_store
open_store(now=datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
from afterword.core import facts as f
from afterword.store import records
number = int(sys.argv[1])
while True:
    number += 1
    records.keep(LOCAL_OWNER, f.Person(f.PersonId(f"{number:032x}"), "Ana Ruiz", notes="word " * (number % 300)))
    print(number, flush=True)
"""


def main() -> int:
    """Print each figure beside what was promised; the result is 1 when a promise was not kept."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["AFTERWORD_HOME"] = home
        kept = [commits(), *backups(Path(home))]
    with tempfile.TemporaryDirectory() as home:
        kept.append(kills(Path(home)))
    kept.append(power_cuts())
    return 0 if all(kept) else 1


def said(what: str, figure: str, promised: str, kept: bool) -> bool:
    """Print one line of the table; the value is whether the promise was kept."""
    print(f"{what:<44}{figure:<34}{promised}{'' if kept else '  NOT KEPT'}", flush=True)
    return kept


def commits() -> bool:
    """The wait for one acknowledged write through the store."""
    from afterword.store.setup import LOCAL_OWNER, open_store

    open_store(now=NOW)
    from afterword.core import facts as f
    from afterword.store import records

    taken = []
    for number in range(WRITES):
        person = f.Person(f.PersonId(f"{number:032x}"), "Ana Ruiz", notes="word " * (number % 300))
        begun = time.perf_counter()
        records.keep(LOCAL_OWNER, person)
        taken.append(1000 * (time.perf_counter() - begun))
    cuts = statistics.quantiles(taken, n=100)
    return said(
        f"one saved person ({WRITES} times)",
        f"median {cuts[49]:.2f} ms, p99 {cuts[98]:.2f} ms",
        "p99 < 20 ms",
        cuts[98] < 20,
    )


def timed(act: Callable[[], object]) -> float:
    """Seconds an act takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def backups(home: Path) -> list[bool]:
    """Backup and restore of a workspace far larger than usual."""
    from afterword.store import models
    from afterword.store.backup import backups_in, make_backup, verify
    from afterword.store.restore import restore
    from afterword.store.setup import LOCAL_OWNER

    models.Person.objects.bulk_create(
        models.Person(owner=LOCAL_OWNER, id=f"f{number:031x}", name="Ana Ruiz", notes="word " * 400)
        for number in range(PEOPLE)
    )
    database, folder = home / "afterword.sqlite3", home / "backups"
    making = timed(lambda: make_backup(database, folder, reason="manual", now=NOW))
    (backup,) = backups_in(folder)
    checking = timed(lambda: verify(backup.path))
    fresh = home / "fresh"
    restoring = timed(
        lambda: restore(backup.path, database=fresh / database.name, backups=fresh / "backups", now=NOW)
    )
    size = f"{backup.size / 1e6:.0f} MB"
    return [
        said(f"a verified backup of {size}", f"{making:.2f} s", "< 10 s", making < 10),
        said(f"checking a backup of {size}", f"{checking:.2f} s", "< 5 s", checking < 5),
        said(f"restoring {size}", f"{restoring:.2f} s", "< 60 s", restoring < 60),
    ]


def kills(home: Path) -> bool:
    """Kill a writer at random moments; count acknowledged people who are missing afterwards."""
    chance, acknowledged, whole = random.Random(8048), set(), True
    for life in range(KILLS):
        command = [sys.executable, "-c", WRITER, str(life * 100_000)]
        place = {**os.environ, "AFTERWORD_HOME": str(home)}
        with subprocess.Popen(command, env=place, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            acknowledged |= {int(writer.stdout.readline()) for _ in range(chance.randrange(1, 80))}
            writer.kill()
            acknowledged |= {int(line) for line in writer.stdout if line.endswith("\n")}
        with closing(sqlite3.connect(home / "afterword.sqlite3")) as connection:
            whole = whole and connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            found = {int(id_, 16) for (id_,) in connection.execute("SELECT id FROM store_person")}
    lost = len(acknowledged - found)
    figure = f"{len(acknowledged)} acknowledged, {lost} lost"
    return said(f"killed {KILLS} times while writing", figure, "0 lost, file whole", whole and not lost)


def power_cuts() -> bool:
    """Our settings, and those of a common recipe to show that a loss would be seen."""
    if find_spec("apsw") is None:
        print("power cuts: left out, because apsw is not installed")
        return True
    kept = True
    for journal, synchronous, ours in (
        ("WAL", "FULL", True),
        ("TRUNCATE", "FULL", True),
        ("WAL", "NORMAL", False),
    ):
        tally = cut_everywhere(journal, synchronous, seeds=3)
        figure = f"{tally.corrupt} corrupt, {tally.lost} lost ({tally.losing} cuts)"
        promised = "0 corrupt, 0 lost" if ours else "loses, as it should here"
        good = not (tally.corrupt or tally.lost) if ours else tally.lost > 0
        kept &= said(f"power cut {tally.cuts} times, {journal} / {synchronous}", figure, promised, good)
    return kept


if __name__ == "__main__":
    sys.exit(main())
