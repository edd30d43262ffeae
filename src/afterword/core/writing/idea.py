"""What the notes of a debrief say, one idea at a time, in forms that are safe to put into a sentence.

An :class:`Idea` is made by ``understand``; letters and call cards are written from its fields and never from
``raw``. What each field guarantees:

``raw``
    the fragment as the user typed it; only for showing where a sentence comes from.
``topic``
    a noun phrase that can stand after "about" ("the nine-day close", "angry vendors"), article included, without
    third-person pronouns, with names and products restored, and free of any figure the reader would not like to
    see in writing. Empty only when the idea is blocked, or is a quotation and nothing else. ``plural`` tells which verb it takes as a subject.
``clause``
    a finite clause in the second person that can stand after "that" ("the close takes nine days", "you want one
    inbox by March"), lower-case start, no full stop. "" when none can be made safely.
``want``
    what can stand after "you want" ("chefs to own their number", "to be coached"); "" unless they said so.
``question``
    what can stand after "your question about" ("how I handle angry vendors", "my Forms 5471"); "" unless they asked.
``gerund``
    what can stand after "thank you for" ("showing me the dispatch board"); "" unless they did something for the user.
``shared``
    a finite clause with "we" or "you" about something in common ("we both danced hula as children"); ""
    unless the idea is a connection.
``promise``
    what the user said they would do, as it can stand after "I will" ("send you the DSO template by Friday"); the
    reader is "you" in it. "" unless the shape is PROMISE, whose ``topic`` is the thing promised.
``quote``
    the reader's own words, exactly, without the quotation marks and under a dozen words ("cash is a team sport");
    "" when the note quotes nothing.
``focus``
    the shortest noun phrase that still names the matter ("the close" for "the nine-day close for three entities").

A blocked idea has none of these, only ``raw``, ``code`` and ``why``. A topic-only idea has ``topic`` and ``focus``
alone (hearsay, doubt, or a shape that could not be parsed).
"""

from dataclasses import dataclass
from enum import StrEnum

from afterword.core.facts import PersonId, PointKind
from afterword.core.writing.letter import KeptOut


class Notes(StrEnum):
    """Which part of the debrief to read."""

    POINTS = "points"
    TEXT = "text"
    BOTH = "both"


class Shape(StrEnum):
    """The grammatical form an idea was found in; it decides which sentences can carry it."""

    CLAUSE = "clause"  # a fact about the company, the team or the work
    YOU = "you"  # a fact about the reader: the clause begins with "you"
    WANT = "want"  # what the reader wants, values, looks for
    QUESTION = "question"  # what the reader asked
    GIVEN = "given"  # what the reader showed, told or offered the user
    LIKED = "liked"  # what the reader liked about something the user said
    SHARED = "shared"  # what the reader and the user have in common
    STEP = "step"  # what happens next
    PROMISE = "promise"  # what the user said they would do
    THING = "thing"  # a noun phrase


class Risk(StrEnum):
    """What may be done with an idea in writing."""

    FREE = "free"
    TOPIC_ONLY = "topic_only"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Idea:
    """One remembered thing, ready to be written about; the module's docstring tells what each field guarantees.

    ``has_figure``: the words hold a number. ``face_risk``: it names something the reader may not like to see in
    writing, so praise the work, never the failing. ``concepts``: sorted subjects of finance work it touches, for
    tying a strength to it. ``sure``: 0 (guess) to 3 (parsed whole), to choose by.
    """

    interviewer: PersonId
    kind: PointKind
    raw: str
    shape: Shape = Shape.THING
    topic: str = ""
    focus: str = ""
    plural: bool = False
    clause: str = ""
    want: str = ""
    question: str = ""
    gerund: str = ""
    shared: str = ""
    promise: str = ""
    quote: str = ""
    risk: Risk = Risk.FREE
    code: str = ""
    why: str = ""
    has_figure: bool = False
    face_risk: bool = False
    concepts: tuple[str, ...] = ()
    sure: int = 0


@dataclass(frozen=True, slots=True)
class Understanding:
    """All ideas of a case, in the order of the notes; ``called`` is what a person asked to be called, if noted."""

    ideas: tuple[Idea, ...] = ()
    kept_out: tuple[KeptOut, ...] = ()
    called: tuple[tuple[PersonId, str], ...] = ()

    def of(self, person: PersonId) -> tuple[Idea, ...]:
        """The usable ideas (not blocked) noted for this person."""
        return tuple(i for i in self.ideas if i.interviewer == person and i.risk is not Risk.BLOCKED)

    def name_noted(self, person: PersonId) -> str:
        """What this person asked to be called according to the notes, or ""."""
        return next((name for who, name in self.called if who == person), "")
