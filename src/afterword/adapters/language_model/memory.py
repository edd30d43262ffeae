"""A model in memory: gives the answers it was given, in order, and remembers what it was asked."""

from collections.abc import Iterable

from afterword.ports.language_model import ModelFailed, Prompt


class MemoryModel:
    """Answers from a list."""

    def __init__(self, answers: Iterable[str]) -> None:
        self._answers = list(answers)
        self.asked: list[Prompt] = []

    def answer(self, prompt: Prompt) -> str:
        """The next answer; :class:`ModelFailed` when there is none left."""
        self.asked.append(prompt)
        if not self._answers:
            raise ModelFailed("The model has nothing more to say.", permanent=False)
        return self._answers.pop(0)
