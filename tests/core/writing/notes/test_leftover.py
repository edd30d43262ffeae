"""What a piece is about when nothing else of it can be read: the noun phrase in front."""

import pytest

from afterword.core.writing.idea import Shape
from afterword.core.writing.notes.leftover import front_phrase
from afterword.core.writing.understand import understand
from core.writing.notes.cases import one_note


@pytest.mark.parametrize(
    ("piece", "front"),
    [
        ("lease book 310 stores", "lease book"),
        ("cost centers 600", "cost centers"),
        ("bank covenants 3.5x", "bank covenants"),
        ("month-end day nine", "month-end"),
        ("letters of credit 40 a month", "letters of credit"),
        ("deposits from schools mostly", "deposits from schools"),
        ("fixed asset register last tagged 2018", "fixed asset register"),
        ("subscriptions 45,000", "subscriptions"),
        ("stock count Sundays only", "stock count"),
    ],
)
def test_the_phrase_before_a_measure_a_time_or_a_verb_names_the_matter(piece: str, front: str) -> None:
    assert " ".join(front_phrase(piece.split())) == front


@pytest.mark.parametrize(
    "piece",
    [
        "closed 600 homes",  # a verb with its object
        "each its own bank",  # nobody's phrase
        "five in ten",  # a bare count
        "Quebec needs French slips",  # a verb behind a name
        "manager difficult",  # what is said of a person is not cut down to the person
        "it squeezes everything",
        "auditors",  # nothing stands behind it: the other forms had their turn
    ],
)
def test_a_piece_without_such_a_phrase_gives_nothing(piece: str) -> None:
    assert front_phrase(piece.split()) == []


@pytest.mark.parametrize(
    ("note", "topic"),
    [
        ("vendor master 14k", "the vendor master"),
        ("audit findings 7", "audit findings"),
        ("board pack 60 slides", "the board pack"),
    ],
)
def test_a_leftover_phrase_is_told_as_a_bare_topic(note: str, topic: str) -> None:
    (idea,) = understand(one_note(note)).ideas
    assert (idea.shape, idea.topic, idea.clause, idea.sure) == (Shape.THING, topic, "", 0)
