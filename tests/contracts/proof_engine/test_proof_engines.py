"""What every proofreading engine behind the port does, the twin in memory included."""

import threading
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from afterword.adapters.proof.memory import MemoryEngine
from afterword.adapters.proof.process import EngineProcess
from afterword.core.proof.flags import FlagKind
from afterword.ports.proof import ProofEngine
from afterword.services.proof_text import proof_text

#: name -> the module it needs
ENGINES = {"memory": "", "lingotweaker": "lt_py", "harper": "harper"}


@pytest.fixture(scope="module", params=list(ENGINES))
def engine(request: pytest.FixtureRequest) -> Iterator[ProofEngine]:
    module = ENGINES[request.param]
    if module and find_spec(module) is None:
        pytest.skip(f"{request.param} is not installed")
    made: ProofEngine = EngineProcess(request.param) if module else MemoryEngine()
    yield made
    made.close()


def spelling(engine: ProofEngine, text: str, *, dialect: str = "en-US") -> list[str]:
    """The words flagged as misspelt."""
    flags = engine.flags(text, dialect=dialect)
    return [text[flag.start : flag.end] for flag in flags if flag.kind is FlagKind.SPELLING]


def test_a_misspelt_word_is_flagged_with_its_fix(engine: ProofEngine) -> None:
    text = "I hope to recieve your answer soon."
    (flag,) = [flag for flag in engine.flags(text, dialect="en-US") if flag.kind is FlagKind.SPELLING]
    assert text[flag.start : flag.end] == "recieve"
    assert flag.fixes[0] == "receive"


@pytest.mark.parametrize(
    "before", ["", "🙂🙂 ", "Zoë’s café — ", "שלום עולם. ", "𝒜𝓃𝓃: ", "e\u0301te\u0301 ", "\r\n\r\n"]
)
def test_places_count_characters_whatever_stands_before(engine: ProofEngine, before: str) -> None:
    text = f"{before}I hope to recieve it.\n\nPlease seperate them."
    assert [word for word in spelling(engine, text) if word.isascii()][-2:] == ["recieve", "seperate"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "🙂", "Thank you for your time."])
def test_nothing_wrong_is_nothing_flagged_as_misspelt(engine: ProofEngine, text: str) -> None:
    assert spelling(engine, text) == []


def test_flags_come_in_order_and_lie_in_the_text(engine: ProofEngine) -> None:
    text = "Teh teh recieve seperate.\n\n" * 20
    flags = engine.flags(text, dialect="en-US")
    assert [flag.start for flag in flags] == sorted(flag.start for flag in flags)
    assert all(0 <= flag.start < flag.end <= len(text) for flag in flags)
    assert engine.flags(text, dialect="en-US") == flags


@pytest.mark.parametrize("dialect", ["en-GB", "xx-XX", ""])
def test_any_dialect_is_answered(engine: ProofEngine, dialect: str) -> None:
    assert "recieve" in spelling(engine, "I recieve it.", dialect=dialect)


def test_closed_engines_start_again(engine: ProofEngine) -> None:
    engine.close()
    assert spelling(engine, "I recieve it.") == ["recieve"]


def test_two_threads_get_their_own_answers(engine: ProofEngine) -> None:
    answers: dict[str, list[str]] = {}

    def ask(word: str) -> None:
        answers[word] = spelling(engine, f"I hope to {word} it.")

    threads = [threading.Thread(target=ask, args=(word,)) for word in ("recieve", "seperate") * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {"recieve": ["recieve"], "seperate": ["seperate"]}


def test_a_whole_letter_is_proofread_with_it(engine: ProofEngine) -> None:
    letter = (
        "Dear Ms. Okonkwo,\n\nI hope to recieve news and look forward to hearing form you.\n\nBest,\nNgozi"
    )
    found = proof_text(letter, engine=engine)
    assert found.engine_missing == ""
    assert [letter[f.span.start : f.span.end] for f in found.findings if f.span] == ["recieve", "form"]
