"""Against a real server process that answers well, badly, or not at all."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from afterword.adapters.language_model.openai_compatible import OpenAICompatible
from afterword.core.errors import BadInput
from afterword.ports.language_model import ModelFailed, Prompt

SERVER = Path(__file__).with_name("model_server.py")
PROMPT = Prompt("Copy-edit.", json.dumps({"letter": "Dear Ana,\n\nThank you.", "facts": []}))

Start = Callable[..., OpenAICompatible]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a server in a manner; gives a model that asks it."""
    running: list[subprocess.Popen[str]] = []

    def begin(*manner: str, deadline: float = 5.0, key: str = "") -> OpenAICompatible:
        process = subprocess.Popen([sys.executable, str(SERVER), *manner], stdout=subprocess.PIPE, text=True)
        running.append(process)
        assert process.stdout
        port = process.stdout.readline().strip()
        return OpenAICompatible(url=f"http://127.0.0.1:{port}/v1", model="small", key=key, deadline=deadline)

    yield begin
    for process in running:
        process.kill()
        process.wait()
        assert process.stdout
        process.stdout.close()


def test_the_answer_is_the_models_text(start: Start) -> None:
    assert start("echo").answer(PROMPT) == "Dear Ana,\n\nThank you."


def test_it_is_asked_with_the_prompt_the_model_and_the_key_and_nothing_else(start: Start) -> None:
    said = json.loads(start("asked", key="s3cret").answer(PROMPT))
    assert said["key"] == "Bearer s3cret"
    assert said["body"]["model"] == "small"
    assert [m["content"] for m in said["body"]["messages"]] == [PROMPT.instruction, PROMPT.material]
    assert set(said["body"]) == {"model", "temperature", "max_tokens", "stream", "messages"}


@pytest.mark.parametrize("manner", ["error", "redirect", "nonsense", "binary", "empty", "endless", "hang_up"])
def test_a_bad_answer_is_a_failure_in_words(start: Start, manner: str) -> None:
    with pytest.raises(ModelFailed, match="model"):
        start(manner).answer(PROMPT)


@pytest.mark.parametrize("manner", ["silence", "drip"])
def test_a_model_that_never_answers_is_left_after_the_deadline(start: Start, manner: str) -> None:
    model = start(manner, deadline=1.0)
    begun = time.monotonic()
    with pytest.raises(ModelFailed, match="in time"):
        model.answer(PROMPT)
    assert time.monotonic() - begun < 10


def test_nobody_at_the_address_is_a_failure_in_words() -> None:
    with pytest.raises(ModelFailed, match="could not be reached"):
        OpenAICompatible(url="http://127.0.0.1:9/v1", model="m").answer(PROMPT)


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/v1", "127.0.0.1:11434", "", "http://models.example/v1"])
def test_an_address_that_cannot_be_used_or_is_not_private_is_refused(url: str) -> None:
    with pytest.raises(BadInput):
        OpenAICompatible(url=url, model="m")
