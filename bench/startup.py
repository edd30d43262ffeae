"""How long a person waits for the command line to begin with, through the launcher, as they would start it."""

import os
import resource
import signal
import socket
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CASE = str(ROOT / "docs" / "examples" / "case.json")
NOW = "2026-11-13T09:00:00-05:00"
RUNS = 5
STARTS = 3  # of the server

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


def seconds(words: tuple[str, ...], *, home: str) -> tuple[list[float], float]:
    """The wall time of several starts, and the computing time of one, in seconds.

    The first start is left out because it fills the disk's cache.
    """
    here = {**os.environ, "AFTERWORD_HOME": home}
    taken = []
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for _ in range(RUNS + 1):
        begun = time.perf_counter()
        subprocess.run([ROOT / "afterword", *words], env=here, capture_output=True, check=True)
        taken.append(time.perf_counter() - begun)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    computing = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return taken[1:], computing / (RUNS + 1)


def seconds_to_serve(*, home: str) -> list[float]:
    """The wall time from the command to the login link of a server that can be asked for pages."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    here = {**os.environ, "AFTERWORD_HOME": home, "AFTERWORD_BROWSER": "no"}
    taken = []
    for _ in range(STARTS + 1):
        begun = time.perf_counter()
        with subprocess.Popen(
            [ROOT / "afterword", "--port", port], env=here, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            for line in process.stdout:
                if "/login/" in line:
                    taken.append(time.perf_counter() - begun)
                    process.send_signal(signal.SIGINT)
                    break
            process.wait(20)
    if len(taken) <= STARTS:
        raise RuntimeError("the server ended without a link")
    return taken[1:]


def report(name: str, taken: list[float], promised: float, *, computing: float | None = None) -> None:
    """One line: median, worst, what of it was computing (the rest is waiting for a busy machine), promise."""
    kept = "" if max(taken) < promised else "  NOT KEPT"
    own = f"{computing:>7.3f} s" if computing is not None else " " * 9
    print(f"{name:<28}{statistics.median(taken):>7.3f} s{max(taken):>7.3f} s{own}{promised:>8.1f} s{kept}")


def main() -> None:
    """Print median and worst of each start beside what was promised."""
    print(f"{'start':<28}{'median':>9}{'worst':>9}{'computing':>9}{'promised':>10}")
    with tempfile.TemporaryDirectory() as home:
        for words, promised in PROMISED:
            name = " ".join(word for word in words if not word.startswith("/"))[:26]
            taken, computing = seconds(words, home=home)
            report(name, taken, promised, computing=computing)
        report("serve, until its link", seconds_to_serve(home=home), 3.0)


if __name__ == "__main__":
    main()
