"""What a general proofreading engine says, before our own policy looks at it."""

from dataclasses import dataclass
from enum import StrEnum


class FlagKind(StrEnum):
    """The two kinds of flag that are judged differently."""

    SPELLING = "spelling"
    GRAMMAR = "grammar"


@dataclass(frozen=True, slots=True)
class RawFlag:
    """One flag of an engine. ``start`` and ``end`` count characters, whatever the engine counts.

    ``rule`` and ``category`` are the engine's own names, prefixed with nothing; ``fixes`` are in its order.
    """

    start: int
    end: int
    rule: str
    message: str
    fixes: tuple[str, ...] = ()
    kind: FlagKind = FlagKind.GRAMMAR
    category: str = ""
