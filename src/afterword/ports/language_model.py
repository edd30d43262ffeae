"""A language model the user has set up, asked for small changes to a letter that is already good."""

from dataclasses import dataclass
from typing import Protocol

from afterword.core.errors import OutsideFailed


class ModelFailed(OutsideFailed):
    """The model did not answer, or answered with something that is no text."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the model is told: how to work, and the material, which may hold instructions it must not follow."""

    instruction: str
    material: str


class LanguageModel(Protocol):
    """One model behind one address."""

    def answer(self, prompt: Prompt) -> str:
        """The model's text, at most some thousand characters. Raises :class:`ModelFailed`; never waits for ever."""
        ...
