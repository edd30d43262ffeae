"""How long a person waits for the command line to begin with, through the launcher, as they would start it."""

import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CASE = str(ROOT / "docs" / "examples" / "case.json")
NOW = "2026-11-13T09:00:00-05:00"
RUNS = 7

#: What is started, and the seconds it may take.
PROMISED: tuple[tuple[tuple[str, ...], float], ...] = (
    (("--version",), 0.5),
    (("--help",), 0.5),
    (("plan", "--help"), 1.5),
    (("plan", CASE, "--now", NOW, "--json"), 1.5),
    (("draft", CASE, "--json"), 1.5),
    (("call", CASE, "--json"), 1.5),
    (("read", "date", "we decide by the 20th", "--now", NOW, "--json"), 1.5),
    (("today", "--now", NOW, "--json"), 3.0),
)


def seconds(words: tuple[str, ...], *, home: str) -> list[float]:
    """The wall time of several starts, in seconds; the first is left out because it fills the disk's cache."""
    here = {**os.environ, "AFTERWORD_HOME": home}
    taken = []
    for _ in range(RUNS + 1):
        begun = time.perf_counter()
        subprocess.run([ROOT / "afterword", *words], env=here, capture_output=True, check=True)
        taken.append(time.perf_counter() - begun)
    return taken[1:]


def main() -> None:
    """Print median and worst of each start beside what was promised."""
    print(f"{'start':<28}{'median':>9}{'worst':>9}{'promised':>10}")
    with tempfile.TemporaryDirectory() as home:
        for words, promised in PROMISED:
            taken = seconds(words, home=home)
            name = " ".join(word for word in words if not word.startswith("/"))[:26]
            kept = "" if max(taken) < promised else "  NOT KEPT"
            print(f"{name:<28}{statistics.median(taken):>7.3f} s{max(taken):>7.3f} s{promised:>8.1f} s{kept}")


if __name__ == "__main__":
    main()
