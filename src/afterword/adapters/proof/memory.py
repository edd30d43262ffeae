"""An engine that knows only the misspellings it was told: for tests and for looking at the screens without an engine."""

import re
from collections.abc import Mapping

from afterword.core.proof.flags import FlagKind, RawFlag
from afterword.ports.proof import EngineMissing

#: Enough to see every part of the proofreader at work.
SOME = {"recieve": ("receive",), "teh": ("the",), "acommodate": ("accommodate",), "seperate": ("separate",)}


class MemoryEngine:
    """Flags the words of ``misspellings`` (wrong word -> fixes); ``missing`` makes it fail as an absent engine does."""

    def __init__(
        self, misspellings: Mapping[str, tuple[str, ...]] | None = None, *, missing: bool = False
    ) -> None:
        self._misspellings = dict(SOME if misspellings is None else misspellings)
        self._missing = missing

    def flags(self, text: str, *, dialect: str) -> tuple[RawFlag, ...]:
        """See the port. Raises EngineMissing when made so."""
        if self._missing:
            raise EngineMissing("There is no proofreading engine here.")
        return tuple(
            RawFlag(
                *match.span(),
                "TWIN_SPELLING",
                "Possible misspelling.",
                self._misspellings[match.group()],
                FlagKind.SPELLING,
            )
            for match in re.finditer(r"[^\W\d_]+", text)
            if match.group() in self._misspellings
        )

    def close(self) -> None:
        """Nothing is held."""
