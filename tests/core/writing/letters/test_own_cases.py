"""Full cases of varied people and trades, from typed points, from free text, and from both."""

import re

import pytest

from afterword.core.writing.draft import draft_letters
from afterword.core.writing.idea import Notes
from afterword.core.writing.letter import Letter
from afterword.core.writing.letters.likeness import likeness
from core.writing.notes.cases import Told, told_cases

EVERY = [pytest.param(told, notes, id=f"{told.id}-{notes.value}") for told in told_cases() for notes in Notes]


def core(letter: Letter) -> str:
    return " ".join(s.text for s in letter.sentences)


@pytest.mark.parametrize(("told", "notes"), EVERY)
def test_each_letter_names_what_was_said_and_holds_nothing_barred(told: Told, notes: Notes) -> None:
    must, never = told.wanted("M"), told.wanted("N")
    for letter in draft_letters(told.case, notes=notes).letters:
        text = f"{letter.subject}\n{letter.body}"
        named = [p for p in must.get(letter.to, []) if re.search(p, text, re.I)]
        assert named or letter.to not in must, letter.body
        for pattern in never.get(letter.to, []):
            assert not re.search(pattern, text, 0 if pattern.startswith("\\b") else re.I), (
                pattern,
                letter.body,
            )


@pytest.mark.parametrize(("told", "notes"), EVERY)
def test_each_letter_has_the_size_and_the_parts_of_a_letter(told: Told, notes: Notes) -> None:
    case = told.case
    for letter in draft_letters(case, notes=notes).letters:
        assert 45 <= len(letter.body.split()) <= 150, letter.body
        assert len(letter.sentences) <= 8
        assert 3 <= len(letter.subject.split()) <= 8 or letter.subject.startswith("Thank")
        assert case.opportunity.company in letter.body
        assert case.opportunity.role in letter.body
        assert not re.search(r"\b(he|she|his|her|him)\b", letter.body), letter.body
        assert letter.body.splitlines()[-1] == case.candidate.name.split(",")[0]


@pytest.mark.parametrize(("told", "notes"), EVERY)
def test_every_sentence_carries_its_sources(told: Told, notes: Notes) -> None:
    for letter in draft_letters(told.case, notes=notes).letters:
        for sentence in letter.sentences:
            assert sentence.sources, sentence


@pytest.mark.parametrize(("told", "notes"), [p for p in EVERY if len(p.values[0].case.interviewers) > 1])
def test_letters_to_a_panel_share_no_opener_no_close_and_no_sentence(told: Told, notes: Notes) -> None:
    letters = draft_letters(told.case, notes=notes).letters
    for index, one in enumerate(letters):
        for other in letters[:index]:
            assert not {s.text for s in one.sentences} & {s.text for s in other.sentences}
            assert (
                one.sentences[0].text.split()[:4] != other.sentences[0].text.split()[:4] or len(letters) > 3
            )
            assert one.body.splitlines()[-2] != other.body.splitlines()[-2]
            assert one.subject != other.subject
            assert likeness(core(one), core(other)) < 0.15


def test_the_same_case_gives_the_same_bytes() -> None:
    for told in told_cases():
        assert draft_letters(told.case) == draft_letters(told.case)
