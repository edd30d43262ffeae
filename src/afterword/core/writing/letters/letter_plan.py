"""What one letter will say, before it is said."""

from dataclasses import dataclass

from afterword.core.facts import Person
from afterword.core.writing.idea import Idea
from afterword.core.writing.letters.profile import Proof


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """What one letter says: ``refer`` ideas in order (lead first), a connection, a next step, a promise, a proof.

    ``answers`` is the place in ``refer`` of the point that is answered, -1 for none: by ``beside``, a strength, where
    there is one, else by the proof, a result. ``strength`` answers a question they asked; ``extra`` stands in where
    nothing else can be said, and ``spare`` are proofs no letter uses, for one that would be too short. ``thanked_for`` is
    what the reader gave or showed, ``also`` are the points that can be named, best first, those of ``refer`` among them; ``paper`` something of the candidate's that they asked for, ``notice`` the candidate's notice period where they asked.
    """

    person: Person
    refer: tuple[Idea, ...] = ()
    connect: Idea | None = None
    step: Idea | None = None
    promise: Idea | None = None
    proof: Proof | None = None
    beside: Proof | None = None
    answers: int = -1
    strength: Proof | None = None
    extra: Proof | None = None
    spare: tuple[Proof, ...] = ()
    thanked_for: Idea | None = None
    paper: Idea | None = None
    notice: Idea | None = None
    also: tuple[Idea, ...] = ()
