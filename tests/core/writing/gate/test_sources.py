"""Sources stay true after the user's edit: kept where still carried, dropped where not, none for a new claim."""

import pytest

from afterword.core.facts import LetterKind, PersonId
from afterword.core.writing.gate.check import Checked, check_letter
from afterword.core.writing.letter import Sentence, SentenceSource, SourceFrom
from core.writing.gate.test_checks import grain

TICKETS = SentenceSource(SourceFrom.POINT, "new scale tickets system in spring")
SHRINK = SentenceSource(SourceFrom.POINT, "asked how I would explain shrink to a farmer")
HALVED = SentenceSource(SourceFrom.PROFILE, "Cut count adjustments by half at three elevators")
HOLLIS = SentenceSource(SourceFrom.PROFILE, "Hollis Feed (cost accountant, 2019-2026)")
BEFORE = (
    Sentence(
        "I enjoyed your question about how I would explain shrink to a farmer, and the new scale tickets.",
        "refer",
        (SHRINK, TICKETS),
    ),
    Sentence("At Hollis Feed I cut count adjustments by half at three elevators.", "tie", (HALVED, HOLLIS)),
    Sentence("I hope we can talk further.", "next"),
)


def edited(*sentences: str) -> Checked:
    """The gate over the letter after the user changed its sentences."""
    body = f"Dear Gordon,\n\n{' '.join(sentences)}\n\nBest regards,\nTeodora Vasquez"
    return check_letter(
        grain(), to=PersonId("a"), kind=LetterKind.THANK_YOU, subject="Thanks", body=body, sentences=BEFORE
    )


def unsourced(got: Checked) -> list[str]:
    """The sentences shown as the user's own."""
    return [s.text for s in got.sentences if not s.sources and s.move == "own"]


def test_an_unchanged_sentence_keeps_its_move_and_sources() -> None:
    """Word for word."""
    assert edited(*(s.text for s in BEFORE)).sentences == BEFORE


def test_a_shortened_sentence_keeps_only_what_it_still_carries() -> None:
    """The tickets are cut; the question about shrink stays."""
    (got,) = edited("I enjoyed your question about how I would explain shrink to a farmer.").sentences
    assert got.sources == (SHRINK,)
    assert got.move == "refer"


def test_a_rewording_keeps_its_sources() -> None:
    """Same facts, other words around them."""
    got = edited(
        BEFORE[0].text, "I cut count adjustments by half at three elevators when I was at Hollis Feed."
    )
    assert got.sentences[1].sources == (HALVED, HOLLIS)


@pytest.mark.parametrize(
    "sentence",
    [
        "At Hollis Feed I cut count adjustments by half at 17 elevators.",  # another number
        "At Hollis Feed I cut count adjustments by half at three elevators in Nebraska.",  # a new name
        "At Hollis Feed I cut count adjustments and negotiated pensions for unionised drivers.",  # another claim
    ],
)
def test_a_sentence_with_a_new_claim_becomes_the_users_own(sentence: str) -> None:
    """No sources, and a note that says so, at the sentence's place."""
    got = edited(BEFORE[0].text, sentence)
    assert got.sentences[1].sources == ()
    found = [f for f in got.findings if f.code == "sentence.unsourced"]
    assert len(found) == 1
    assert found[0].span is not None


def test_a_courtesy_needs_no_source() -> None:
    """Nothing is claimed, so nothing is noted."""
    got = edited(BEFORE[0].text, "Thank you again for your time.")
    assert "sentence.unsourced" not in {f.code for f in got.findings}


def test_a_sentence_nobody_wrote_before_finds_its_sources() -> None:
    """The user adds something the notes do hold."""
    got = edited(BEFORE[0].text, "The moisture in the bins sounds like a good first task.")
    assert got.sentences[1].sources == (
        SentenceSource(SourceFrom.POINT, "moisture shrink makes the bin counts differ from the books"),
    )


def test_a_pasted_letter_is_traced_without_any_history() -> None:
    """A model's answer, or a letter written elsewhere."""
    body = "Dear Gordon,\n\nThe new scale tickets caught my eye. I once flew a zeppelin over Bavaria.\n\nBest,\nTeodora Vasquez"
    got = check_letter(grain(), to=PersonId("a"), kind=LetterKind.THANK_YOU, subject="Thanks", body=body)
    assert got.sentences[0].sources == (TICKETS,)
    assert unsourced(got) == ["I once flew a zeppelin over Bavaria."]
