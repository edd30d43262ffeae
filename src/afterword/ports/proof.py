"""The general proofreading engine: given a text, its raw flags. Our own policy judges them (core/proof)."""

from typing import Protocol

from afterword.core.errors import OutsideFailed
from afterword.core.proof.flags import RawFlag


class EngineMissing(OutsideFailed):
    """The engine is not installed, did not start, broke, or did not answer in time."""


class ProofEngine(Protocol):
    """One engine, shared by every request of a server process; safe to call from several threads."""

    def flags(self, text: str, *, dialect: str) -> tuple[RawFlag, ...]:
        """What the engine says about ``text``, by position; offsets count characters.

        ``dialect`` is "en-US", "en-GB" or another the engine knows; an unknown one is read as "en-US".
        Raises EngineMissing; never anything else.
        """
        ...

    def close(self) -> None:
        """Give back what the engine holds; the next call starts it again."""
        ...
