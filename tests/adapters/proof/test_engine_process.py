"""The engine's process when it is missing, breaks, hangs, or has nothing to do."""

import sys
import threading

import pytest

from afterword.adapters.proof.memory import MemoryEngine
from afterword.adapters.proof.process import EngineProcess
from afterword.core.findings import Severity
from afterword.ports.proof import EngineMissing
from afterword.services.proof_text import proof_text

LETTER = "I look forward to hearing form you."


def answering(code: str) -> tuple[str, ...]:
    """A stand-in for the engine's process: ``code`` runs for each ``line`` asked."""
    return (sys.executable, "-c", f"import sys\nfor line in sys.stdin:\n    {code}\n    sys.stdout.flush()")


WELL = answering("""print('{"rows": [[0, 1, "R", "m", ["f"], "grammar", "C"]]}')""")
MISSING = answering("""print('{"error": "ImportError: no engine", "missing": true}')""")
FAILING = answering("""print('{"error": "ValueError: bad day", "missing": false}')""")
ENDING = answering("sys.exit(3)")
TALKING = answering("print('no json')")
HANGING = answering("__import__('threading').Event().wait()")


def made(command: tuple[str, ...], *, idle_after: float = 60.0) -> EngineProcess:
    return EngineProcess(command=command, idle_after=idle_after, start_within=0.4, answer_within=0.2)


def well(*, idle_after: float = 60.0) -> EngineProcess:
    return EngineProcess(command=WELL, idle_after=idle_after)


@pytest.mark.parametrize(
    "command",
    [MISSING, FAILING, ENDING, TALKING, HANGING, ("/nowhere/engine",)],
    ids=["missing", "failing", "ending", "talking", "hanging", "no such program"],
)
def test_whatever_is_wrong_with_it_our_own_checks_go_on_and_say_so(command: tuple[str, ...]) -> None:
    engine = made(command)
    for _ in range(5):
        found = proof_text(LETTER, engine=engine)
        assert [f.code for f in found.findings][1:] == ["proof.engine_missing"]
        assert found.findings[1].severity is Severity.NOTE
        assert found.engine_missing
    engine.close()
    assert not engine.running


def test_an_engine_that_is_not_installed_is_not_asked_again() -> None:
    engine = made(MISSING)
    with pytest.raises(EngineMissing, match="not installed"):
        engine.flags("text", dialect="en-US")
    assert not engine.running
    with pytest.raises(EngineMissing, match="not installed"):
        engine.flags("text", dialect="en-US")
    assert not engine.running


def test_after_several_failures_it_is_left_alone_until_closed() -> None:
    engine = made(FAILING)
    for _ in range(3):
        with pytest.raises(EngineMissing, match="bad day"):
            engine.flags("text", dialect="en-US")
    with pytest.raises(EngineMissing, match="left alone"):
        engine.flags("text", dialect="en-US")
    engine.close()
    with pytest.raises(EngineMissing, match="bad day"):
        engine.flags("text", dialect="en-US")
    engine.close()


def test_it_starts_when_first_asked_and_once() -> None:
    engine = well()
    assert not engine.running
    assert engine.flags("text", dialect="en-US")[0].rule == "R"
    assert engine.running
    engine.flags("text", dialect="en-US")
    engine.close()
    assert not engine.running


def test_it_gives_its_memory_back_when_idle_and_comes_again() -> None:
    engine = well(idle_after=0.01)
    engine.flags("text", dialect="en-US")
    for timer in [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]:
        timer.join(timeout=10)
    assert not engine.running
    assert engine.flags("text", dialect="en-US")
    engine.close()


def test_an_empty_text_does_not_start_it() -> None:
    engine = well()
    assert engine.flags(" \n", dialect="en-US") == ()
    assert not engine.running


def test_no_engine_at_all_is_said_too() -> None:
    assert proof_text(LETTER, engine=None).findings[-1].code == "proof.engine_missing"
    assert proof_text(LETTER, engine=MemoryEngine(missing=True)).findings[-1].code == "proof.engine_missing"
