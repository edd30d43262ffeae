"""A failing of the reader's own shop keeps its topic and loses its figure; sizes and plans keep theirs."""

import re

import pytest

from afterword.core.writing.idea import Idea, Risk
from afterword.core.writing.notes.face import without_figures
from afterword.core.writing.understand import understand
from core.writing.notes.cases import GOLDEN, one_note


def rows(name: str) -> list[tuple[str, ...]]:
    text = (GOLDEN / name).read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")]


def told(kind: str, note: str) -> list[str]:
    ideas = (i for i in understand(one_note(note, kind=kind)).ideas if i.risk is not Risk.BLOCKED)
    return [_words(idea) for idea in ideas]


def _words(idea: Idea) -> str:
    return " | ".join((idea.topic, idea.focus, idea.clause, idea.want, idea.gerund))


@pytest.mark.parametrize(("kind", "note", "hidden"), rows("face.tsv"))
def test_a_failing_is_not_written(kind: str, note: str, hidden: str) -> None:
    barred = re.compile("|".join(rf"\b{re.escape(word)}" for word in hidden.split("|")), re.IGNORECASE)
    assert [words for words in told(kind, note) if barred.search(words)] == []


@pytest.mark.parametrize(("kind", "note", "figure"), rows("figures.tsv"))
def test_a_size_or_a_plan_keeps_its_figure(kind: str, note: str, figure: str) -> None:
    assert any(figure.lower() in words.lower() for words in told(kind, note))


@pytest.mark.parametrize(
    ("topic", "named"),
    [
        ("a hole in the accruals", "the accruals"),
        ("forecast errors", "the forecast"),
        ("the 12 audit findings last year", "the audit"),
        ("the control deficiency in access rights", "access rights"),
        ("spreadsheets with broken links", "spreadsheets"),
        ("the messy ledgers", "the ledgers"),
        ("a backlog", ""),
        ("400 people", ""),
    ],
)
def test_the_failing_gives_way_to_what_it_is_of(topic: str, named: str) -> None:
    assert " ".join(without_figures(topic.split())) == named
