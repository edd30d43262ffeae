"""What a letter is put together from, and what the letters of one case must not use twice."""

from dataclasses import dataclass, field

from afterword.core.writing.idea import Idea
from afterword.core.writing.letter import Sentence
from afterword.core.writing.letters.frames import Frame
from afterword.core.writing.letters.profile import Proof


@dataclass(slots=True)
class Used:
    """What letters of the same case have taken already: frames, openings, closes, subjects, orders, names of points."""

    frames: set[str] = field(default_factory=set)
    openings: set[str] = field(default_factory=set)
    closes: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    orders: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def copied(self) -> "Used":
        """An independent copy, for an attempt that may be thrown away."""
        return Used(
            set(self.frames),
            set(self.openings),
            set(self.closes),
            set(self.subjects),
            set(self.orders),
            set(self.names),
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence on its way: the frame it came from, the ideas and the proofs in it, whether it begins a paragraph."""

    sentence: Sentence
    frame: Frame
    ideas: tuple[Idea, ...]
    proofs: tuple[Proof, ...]
    breaks: bool


@dataclass(frozen=True, slots=True)
class Matter:
    """What a sentence is to be made of; ``named`` are points told by their names alone."""

    idea: Idea | None = None
    second: Idea | None = None
    proof: Proof | None = None
    beside: Proof | None = None
    named: tuple[Idea, ...] = ()
    place: str = ""
