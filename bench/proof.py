"""The proofreader with each engine, side by side: what is found, what is wrongly flagged, how long a letter takes.

    python -m bench.proof

Data: tests/golden/proof/slips.tsv (one slip a sentence), misspellings.txt (put into clean sentences), tests/golden/clean
(letters without a fault; also with generated slips of the hand). Memory is that of the engine's process.
"""

import re
import statistics
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from afterword.adapters.proof.process import EngineProcess
from afterword.core.findings import Finding
from afterword.core.proof.lexicon import lexicon
from afterword.ports.proof import ProofEngine
from afterword.services.proof_text import proof_text

GOLDEN = Path(__file__).parent.parent / "tests" / "golden"
ENGINES = {"own checks alone": "", "lingotweaker": "lt_py", "harper": "harper"}
#: The letters timed have so many words.
WORDS = (85, 125)
_NEIGHBOURS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuiopaqsdfghjklxcvbnmz", strict=True))


def clean_letters() -> list[str]:
    """Every letter without a fault."""
    return [part.strip() for file in sorted((GOLDEN / "clean").glob("*.txt")) for part in file.read_text("utf-8").split("\n===\n")]  # fmt: skip


def slips() -> list[tuple[str, str]]:
    """Sentences with one slip, and as they should be."""
    rows = (line.split("\t") for line in (GOLDEN / "proof" / "slips.tsv").read_text("utf-8").splitlines())
    return [(wrong, right) for _, wrong, right in rows]


def misspelt() -> Iterator[tuple[str, int, str]]:
    """A sentence with one misspelt word, where that stands, and the word meant."""
    lines = (GOLDEN / "proof" / "misspellings.txt").read_text("utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            wrong, right = line.split()
            before = "" if right in {"Hello", "Thank", "Sincerely", "Regards"} or (right.endswith("ly") and right[0].isupper()) else "We spoke about "  # fmt: skip
            yield f"{before}{wrong} the new plan for the team.", len(before), right
    for number, letter in enumerate(clean_letters()):
        words = [m for m in re.finditer(r"\b[a-z]{5,}\b", letter) if lexicon().band(m.group()) >= 20]
        for match in words[number % 5 :: 7]:
            wrong = _slipped(match.group(), number + match.start())
            if not lexicon().known(wrong):
                yield letter[: match.start()] + wrong + letter[match.end() :], match.start(), match.group()


def _slipped(word: str, turn: int) -> str:
    """``word`` with a letter dropped, doubled, swapped with the next, or its neighbour on the keyboard."""
    at = 1 + turn % (len(word) - 2)
    kind = turn // 3 % 4
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + _NEIGHBOURS[word[at]] + word[at + 1 :]


def found_in(text: str, engine: ProofEngine | None) -> list[Finding]:
    """The findings about places of ``text``."""
    return [finding for finding in proof_text(text, engine=engine, dialect="en-US").findings if finding.span]


def mends(finding: Finding, wrong: str, right: str) -> bool:
    """Whether one of its first three fixes makes ``right`` of ``wrong``."""
    assert finding.span is not None
    return any(
        wrong[: finding.span.start] + fix + wrong[finding.span.end :] == right for fix in finding.fixes[:3]
    )


def percent(part: int, whole: int) -> str:
    """``part`` of ``whole`` in percent, one decimal."""
    return f"{100 * part / max(whole, 1):5.1f} %"


def judged(engine: ProofEngine | None) -> Iterator[str]:
    """One line for each measure."""
    rows = slips()
    answers = [(found_in(wrong, engine), wrong, right) for wrong, right in rows]
    yield f"slips found            {percent(sum(bool(found) for found, _, _ in answers), len(rows))}  (promised 75)"
    mended = sum(any(mends(one, wrong, right) for one in found) for found, wrong, right in answers)
    yield f"slips mended in three  {percent(mended, len(rows))}  (promised 68)"
    flagged = sum(bool(found_in(right, engine)) for _, right in rows)
    yield f"mended but flagged     {percent(flagged, len(rows))}  (at most 2)"
    wrong_words = list(misspelt())
    there = first = 0
    for text, at, right in wrong_words:
        hits = [one for one in found_in(text, engine) if one.span and one.span.start <= at < one.span.end]
        there += bool(hits)
        first += bool(hits) and hits[0].fixes[:1] == (right,)
    yield f"misspellings found     {percent(there, len(wrong_words))}  of {len(wrong_words)} (promised 98)"
    yield f"right fix first        {percent(first, len(wrong_words))}  (promised 78)"
    letters = clean_letters()
    alarms = sum(len(found_in(letter, engine)) for letter in letters)
    words = sum(len(letter.split()) for letter in letters)
    yield f"false alarms           {1000 * alarms / words:5.2f} per 1,000 words of {words} (at most 1.5; these letters are known)"


def timed(engine: ProofEngine | None) -> Iterator[str]:
    """Start, and the time of a letter of about a hundred words never seen before, warm."""
    begin = time.perf_counter()
    found_in("Thank you for your time.", engine)
    yield f"start                  {time.perf_counter() - begin:5.2f} s"
    taken = []
    for letter in (one for one in clean_letters() if WORDS[0] <= len(one.split()) <= WORDS[1]):
        begin = time.perf_counter()
        found_in(letter, engine)
        taken.append((time.perf_counter() - begin) * 1000)
    taken.sort()
    yield f"a letter, warm         p50 {statistics.median(taken):.0f} ms, p95 {taken[int(0.95 * len(taken))]:.0f} ms of {len(taken)} letters of {WORDS[0]} to {WORDS[1]} words (promised p95 120)"


def memory(engine: EngineProcess) -> str:
    """The resident memory of the engine's process."""
    assert engine.process_id is not None
    status = Path(f"/proc/{engine.process_id}/status").read_text("utf-8")
    kilobytes = int(re.findall(r"VmRSS:\s+(\d+)", status)[0])
    return f"memory                 {kilobytes / 1024:.0f} MB in a process of its own"


def main() -> None:
    """Every engine that is installed."""
    for name, module in ENGINES.items():
        print(f"-- {name}")
        if module and find_spec(module) is None:
            print("not installed\n")
            continue
        engine = EngineProcess(name) if module else None
        for line in (*timed(engine), *judged(engine)):
            print(line, flush=True)
        if engine is not None:
            print(memory(engine))
            engine.close()
        print()


if __name__ == "__main__":
    main()
