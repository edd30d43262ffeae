"""A body taken apart: greeting, sentences with their places, close, signature."""

import pytest

from afterword.core.facts import LetterKind
from afterword.core.writing.gate.body import Piece, read_body, sentences_of

LETTER = (
    "Dear Dr. Okafor,\n\nThank you for Tuesday. I met Mr. Lund, too.\nIt was at 3 p.m. and I liked it!\n\n"
    "Kind regards,\nAna Ruiz"
)


def test_a_letter_has_greeting_sentences_close_and_signature() -> None:
    """Each with the characters it was read from."""
    body = read_body(LETTER, kind=LetterKind.THANK_YOU, signer="Ana Ruiz")
    assert body.address == "Dr. Okafor"
    assert [piece.text for piece in body.sentences] == [
        "Thank you for Tuesday.",
        "I met Mr. Lund, too.",
        "It was at 3 p.m. and I liked it!",
    ]
    assert body.close == Piece("Kind regards,", LETTER.index("Kind"))
    assert body.signature == Piece("Ana Ruiz", LETTER.index("Ana"))
    for piece in body.sentences:
        assert LETTER[piece.span.start : piece.span.end] == piece.text


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("One. Two. Three.", ["One.", "Two.", "Three."]),
        ("It cost $1.5 million. It did.", ["It cost $1.5 million.", "It did."]),
        ("We use ASC 606. 40 contracts wait.", ["We use ASC 606.", "40 contracts wait."]),
        ("Was it J. Smith? Yes.", ["Was it J. Smith?", "Yes."]),
        ('He said "Wait." I did.', ['He said "Wait."', "I did."]),
        ("Costs, e.g. freight, rise.", ["Costs, e.g. freight, rise."]),
        ("No stop at the end", ["No stop at the end"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(paragraph: str, expected: list[str]) -> None:
    """Abbreviations, initials and decimals do not end one."""
    assert [piece.text for piece in sentences_of(Piece(paragraph, 0))] == expected


def test_a_connection_note_greets_and_signs_within_its_line() -> None:
    """One paragraph, no close."""
    text = "Hi Bo, it was good to meet you. I would like to stay in touch. Ana Ruiz"
    body = read_body(text, kind=LetterKind.CONNECTION_NOTE, signer="Ana Ruiz")
    assert body.address == "Bo"
    assert [piece.text for piece in body.sentences] == [
        "it was good to meet you.",
        "I would like to stay in touch.",
    ]
    assert body.signature == Piece("Ana Ruiz", text.index("Ana"))


def test_a_letter_without_greeting_or_name_is_sentences_only() -> None:
    """Nothing is taken for what it is not."""
    body = read_body("Thank you for Tuesday.", kind=LetterKind.THANK_YOU)
    assert (body.greeting, body.close, body.signature) == (None, None, None)
    assert len(body.sentences) == 1
