"""Points that have no sentence of their own are named by a noun phrase, or not at all."""

import itertools
import re
from dataclasses import replace

import pytest
from tests.core.writing.notes.test_sentences import one_note

from afterword.core.facts import PointKind
from afterword.core.writing.draft import draft_letters
from afterword.core.writing.idea import Idea, Notes, Shape
from afterword.core.writing.letters.naming import is_task, name_of, names
from afterword.core.writing.understand import understand
from core.writing.notes.cases import told_cases

NAMED = [
    ("challenge", "travel claims for 80 auditors come in on paper", "the travel claims for 80 auditors"),
    ("challenge", "six warehouses on four stock systems", "the six warehouses on four stock systems"),
    ("project", "an ERP upgrade in May", "the ERP upgrade in May"),
    ("culture", "Thursday demos where everyone shows one thing", "Thursday demos"),
]
UNNAMED = [
    ("question", "asked how I keep calm at year-end"),
    ("culture", "hates surprises"),
    ("culture", "the coffee is terrible"),
    ("team", "six clerks"),
    ("challenge", "lenders want the covenant report by the 5th"),
    ("next_step", "decision by 20 May"),
]


def _ideas(kind: str, note: str) -> tuple[Idea, ...]:
    return understand(one_note(note, kind=kind)).ideas


@pytest.mark.parametrize(("kind", "note", "name"), NAMED)
def test_a_point_is_named_by_its_noun_phrase(kind: str, note: str, name: str) -> None:
    assert [name_of(i) for i in _ideas(kind, note)] == [name]


@pytest.mark.parametrize(("kind", "note"), UNNAMED)
def test_a_point_without_a_sure_name_stays_unnamed(kind: str, note: str) -> None:
    assert not any(name_of(i) for i in _ideas(kind, note))


def test_only_a_piece_of_work_is_something_to_help_with() -> None:
    work = _ideas("challenge", "bank reconciliations for nine entities are late")[0]
    assert is_task(work)
    assert not is_task(replace(work, kind=PointKind.TEAM))


def test_several_names_make_one_phrase() -> None:
    one, two = (
        Idea("p", PointKind.PROJECT, t, shape=Shape.THING, topic=t) for t in ("a new portal", "the leases")
    )
    assert names([one]) == "the new portal"
    assert names([one, two]) == "the new portal and the leases"
    assert names([one, two, two]) == "the new portal, the leases and the leases"


def test_what_is_named_stands_in_the_notes_of_that_person() -> None:
    seen = 0
    for told, notes in itertools.product(told_cases(), Notes):
        ideas = understand(told.case, notes=notes)
        for letter in draft_letters(told.case, notes=notes).letters:
            for idea in ideas.of(letter.to):
                name = name_of(idea)
                if name and re.search(rf"\b{re.escape(name)}\b", letter.body):
                    raws = {s.text for sentence in letter.sentences for s in sentence.sources}
                    assert idea.raw in raws
                    seen += 1
    assert seen > 10
