"""Any server that speaks the chat completions protocol: Ollama, llama.cpp, a hosted one.

The address is the user's own setting. No redirect is followed, no proxy of the environment is used, and an
answer is read only up to a size and a deadline, because whatever answers is not trusted.
"""

import json
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx

from afterword.core.errors import BadInput
from afterword.ports.language_model import ModelFailed, Prompt

DEADLINE = 60.0  # seconds for the whole exchange
LARGEST = 64 * 1024  # bytes of an answer
MOST_TOKENS = 700
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class OpenAICompatible:
    """A model at ``url`` (the part before ``/chat/completions``), asked at a low temperature."""

    def __init__(self, *, url: str, model: str, key: str = "", deadline: float = DEADLINE) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise BadInput(f"AFTERWORD_MODEL_URL is “{url}”; it must begin with http:// or https://.")
        if parts.scheme == "http" and parts.hostname not in LOOPBACK:
            raise BadInput(
                "A model on another machine is reached over https only, so that your words stay private."
            )
        self._address = url.rstrip("/") + "/chat/completions"
        self._model = model
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._deadline = deadline

    def answer(self, prompt: Prompt) -> str:
        """Ask once. Raises :class:`ModelFailed` with what went wrong."""
        asked = {
            "model": self._model,
            "temperature": 0.2,
            "max_tokens": MOST_TOKENS,
            "stream": False,
            "messages": [
                {"role": "system", "content": prompt.instruction},
                {"role": "user", "content": prompt.material},
            ],
        }
        try:
            return _text(self._post(asked))
        except httpx.TimeoutException as error:
            raise ModelFailed("The model did not answer in time.", permanent=False) from error
        except httpx.HTTPError as error:
            raise ModelFailed(f"The model could not be reached: {error}.", permanent=False) from error

    def _post(self, asked: dict[str, Any]) -> bytes:
        ends = time.monotonic() + self._deadline
        limits = httpx.Timeout(min(10.0, self._deadline), read=self._deadline)
        with (
            httpx.Client(timeout=limits, follow_redirects=False, trust_env=False) as client,
            client.stream("POST", self._address, json=asked, headers=self._headers) as answer,
        ):
            if answer.status_code != httpx.codes.OK:
                raise ModelFailed(
                    f"The model answered with status {answer.status_code}.",
                    permanent=answer.status_code < 500,
                )
            return b"".join(_within(answer.iter_bytes(), ends))


def _within(chunks: Iterator[bytes], ends: float) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > LARGEST:
            raise ModelFailed("The model's answer does not end.", permanent=False)
        if time.monotonic() > ends:
            raise ModelFailed("The model did not answer in time.", permanent=False)
        yield chunk


def _text(content: bytes) -> str:
    try:
        said = json.loads(content)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise ModelFailed("The model's answer is not of the expected form.") from error
    if not isinstance(said, str) or not said.strip():
        raise ModelFailed("The model's answer is empty.")
    return said
