"""What a model is given of a letter, and which of its answers can be used."""

import json

import pytest

from afterword.core.facts import LetterKind, PersonId
from afterword.core.findings import Finding, Severity
from afterword.core.writing.letter import KeptOut, Letter, Sentence, SentenceSource, SourceFrom
from afterword.core.writing.polish import changes, faults, material, read_answer

BODY = "Dear Ana,\n\nThank you for Tuesday. The close is work I would enjoy.\n\nBest regards,\nJo Mills"


def letter(*sources: str) -> Letter:
    said = Sentence(
        "The close is work I would enjoy.",
        "refer",
        tuple(SentenceSource(SourceFrom.POINT, s) for s in sources),
    )
    return Letter(PersonId("a"), LetterKind.THANK_YOU, "Thank you", BODY, (said,))


def test_the_model_gets_the_letter_and_its_sources() -> None:
    told = json.loads(material(letter("close takes nine days"), ()))
    assert told == {"letter": BODY, "facts": ["close takes nine days"]}


@pytest.mark.parametrize(
    "source", ["her mother is ill", "Her mother is ill, and the close takes nine days", "mother is ill"]
)
def test_nothing_kept_out_reaches_the_model_even_inside_a_longer_note(source: str) -> None:
    hidden = KeptOut(PersonId("a"), "her mother is ill", "personal", "It is personal.")
    assert json.loads(material(letter(source), (hidden,)))["facts"] == []


@pytest.mark.parametrize(
    "answer",
    [BODY, f"```\n{BODY}\n```", f"```text\n{BODY}\n```", f"\n\n{BODY}\n", BODY.replace("\n", "\r\n")],
)
def test_an_answer_is_read_without_fences_and_blank_space(answer: str) -> None:
    assert read_answer(answer) == BODY


def test_a_changed_sentence_is_shown_word_by_word() -> None:
    [change] = changes(BODY, BODY.replace("work I would enjoy", "work I'd gladly do"))
    assert (change.before, change.after) == ("would enjoy.", "gladly do.") or change.after.endswith(
        "gladly do."
    )


@pytest.mark.parametrize(
    "after",
    [
        BODY.replace("Dear Ana", "Hi Ana"),
        BODY.replace("Jo Mills", "Jo"),
        BODY.replace("Best", "Kind"),
        "Dear Ana",
    ],
)
def test_an_answer_that_touches_greeting_close_or_name_is_dropped(after: str) -> None:
    assert faults(BODY, after, ())


def test_an_answer_with_an_invented_claim_is_dropped() -> None:
    unsourced = Finding("sentence.unsourced", "No note carries this.", severity=Severity.NOTE)
    number = Finding("grounding.number", "12 stands in no note.", severity=Severity.WARNING)
    assert faults(BODY, BODY, (unsourced,))
    assert faults(BODY, BODY, (number,))


def test_matters_of_taste_do_not_drop_an_answer() -> None:
    assert faults(BODY, BODY, (Finding("size.mean", "Long sentences.", severity=Severity.WARNING),)) == ()
