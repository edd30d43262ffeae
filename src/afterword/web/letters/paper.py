"""A letter laid out for the page: its body cut into pieces, each with the sentence it belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from afterword.core.writing.gate.sources import OWN
from afterword.core.writing.letter import Sentence

FROM = {
    "point": "From your notes",
    "profile": "From your profile",
    "interview": "From the interview",
    "opportunity": "From the opportunity",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of the body; ``number`` counts sentences from 1, 0 for what stands between them."""

    text: str
    number: int = 0
    own: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """Where one sentence comes from, in words."""

    number: int
    text: str
    sources: tuple[tuple[str, str], ...]
    own: bool


def pieces(body: str, sentences: Sequence[Sentence]) -> Iterator[Piece]:
    """The body in order, every sentence found once; text no sentence claims is given as it is."""
    place = 0
    for number, sentence in enumerate(sentences, 1):
        start = body.find(sentence.text, place)
        if start < 0:
            continue
        if start > place:
            yield Piece(body[place:start])
        yield Piece(sentence.text, number, _own(sentence))
        place = start + len(sentence.text)
    if place < len(body):
        yield Piece(body[place:])


def traces(sentences: Sequence[Sentence]) -> tuple[Trace, ...]:
    """What the page shows under each sentence."""
    return tuple(
        Trace(number, s.text, tuple((FROM[x.origin.value], x.text) for x in s.sources), _own(s))
        for number, s in enumerate(sentences, 1)
    )


def _own(sentence: Sentence) -> bool:
    """Whether the user wrote it and no record carries it; a drafted sentence without sources claims nothing."""
    return sentence.move == OWN and not sentence.sources
