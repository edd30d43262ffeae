"""What a note says in a letter: several hundred notes with the words they become."""

import pytest

from afterword.core.writing.idea import Idea
from afterword.core.writing.understand import understand
from core.writing.notes.cases import GOLDEN, one_note


def rows() -> list[tuple[str, str, str, str]]:
    found = []
    for line in (GOLDEN / "sentences.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, note, form, says = line.split("\t")
            found.append((kind, note, form, says))
    return found


def spoken(idea: Idea) -> tuple[str, str]:
    """The form an idea is best told in, and its words."""
    for form in ("question", "want", "gerund", "shared", "clause"):
        if words := getattr(idea, form):
            return form, words
    return "topic", idea.topic


@pytest.mark.parametrize(("kind", "note", "form", "says"), rows())
def test_a_note_becomes_these_words(kind: str, note: str, form: str, says: str) -> None:
    understood = understand(one_note(note, kind=kind))
    if form == "kept out":
        assert [k.code for k in understood.kept_out][:1] == [says]
        assert understood.ideas == ()
    else:
        assert [spoken(i) for i in understood.ideas] == [(form, says)]


def test_the_table_holds_several_hundred_notes() -> None:
    assert len(rows()) > 400
