"""What is kept of a line typed after an opening."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.core.facts import PointKind
from afterword.core.reading.stems import note_from, stems, typed_from


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("growth", "two plants", "growing by two plants"),
        ("growth", "Two plants", "growing by two plants"),
        ("growth", "20% a year", "growing by 20% a year"),
        ("growth", "opening a plant in Erie", "opening a plant in Erie"),
        ("growth", "they doubled last year", "they doubled last year"),
        ("growth", "growing by two plants", "growing by two plants"),
        ("challenge", "close takes nine days", "close takes nine days"),
        ("project", "starts in March", "the project starts in March"),
        ("project", "NetSuite by summer", "NetSuite by summer"),
        ("team", "is five people", "the team is five people"),
        ("team", "team of three", "team of three"),
        ("culture", "people own their numbers", "they like it when people own their numbers"),
        ("culture", "wants one page instead of slides", "wants one page instead of slides"),
        ("question", "How I would cut the close", "asked how I would cut the close"),
        ("question", "asked about audits", "asked about audits"),
        ("connection", "started in audit", "we both started in audit"),
        ("connection", "she is from Buffalo too", "she is from Buffalo too"),
        ("next_step", "decision by 20 November", "decision by 20 November"),
        ("personal", "his daughter is ill", "his daughter is ill"),
        ("growth", "   ", ""),
        ("challenge", "  two   spaces ", "two spaces"),
    ],
)
def test_a_typed_line_is_kept_as_a_note_that_makes_sense_alone(kind, typed, kept):
    assert note_from(PointKind(kind), typed) == kept


def test_every_kind_of_point_has_one_opening():
    assert sorted(stem.kind for stem in stems()) == sorted(PointKind)


@given(st.sampled_from(list(PointKind)), st.text(max_size=60))
def test_showing_a_kept_note_and_keeping_it_again_changes_nothing(kind, typed):
    note = note_from(kind, typed)
    assert note_from(kind, typed_from(kind, note)) == note


@given(st.sampled_from(list(PointKind)), st.text(max_size=60))
def test_no_typed_word_is_lost(kind, typed):
    assert note_from(kind, typed).lower().endswith(" ".join(typed.split()).lower())
