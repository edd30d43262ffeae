"""What every check is given: the letter taken apart, and what it may rest on."""

from dataclasses import dataclass

from afterword.core.facts import LetterKind, PersonId
from afterword.core.writing.gate.body import Body, Piece
from afterword.core.writing.gate.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Reading:
    """One letter under examination. ``text`` is the body in NFC; every span counts its characters.

    ``others`` are the bodies of letters to other people that go out beside this one.
    """

    kind: LetterKind
    subject: str
    text: str
    body: Body
    evidence: Evidence
    others: tuple[tuple[PersonId, str], ...] = ()

    @property
    def sentences(self) -> tuple[Piece, ...]:
        """The sentences between greeting and close."""
        return self.body.sentences
