"""What is remembered is saved line by line, and nothing is saved twice."""

import pytest

from afterword.core.errors import BadInput, NotFound
from afterword.core.facts import PointKind
from afterword.services.keep_debrief import Line, drop_line, keep_free_text, keep_line
from afterword.services.keep_interview import add_interview
from afterword.store.facts import load_debriefs, load_interview
from services.interviews import given

ONE, TWO = "a" * 32, "b" * 32


@pytest.fixture
def met(workspace, ids):
    """Owner, interview, and its two people."""
    interview = add_interview(given(), owner=workspace, ids=ids)
    luis, priya = load_interview(workspace, interview).interviewers
    return {"owner": workspace, "interview": interview}, luis, priya


def points(at, person):
    debriefs = load_debriefs(at["owner"], at["interview"])
    return [(p.kind.value, p.text, p.mention) for d in debriefs if d.interviewer == person for p in d.points]


def test_the_same_line_again_changes_the_point_and_adds_none(met):
    at, luis, _ = met
    assert keep_line(Line(ONE, PointKind.GROWTH, "two pl"), **at, person=luis) is True
    assert keep_line(Line(ONE, PointKind.GROWTH, "two plants"), **at, person=luis) is False
    assert keep_line(Line(ONE, PointKind.GROWTH, "two plants"), **at, person=luis) is False
    assert points(at, luis) == [("growth", "growing by two plants", True)]


def test_points_keep_the_order_they_were_typed_in(met):
    at, luis, _ = met
    for line in (Line(TWO, PointKind.TEAM, "is five"), Line(ONE, PointKind.TEAM, "sits in Albany")):
        keep_line(line, **at, person=luis)
    keep_line(Line(TWO, PointKind.TEAM, "is six"), **at, person=luis)
    assert [text for _, text, _ in points(at, luis)] == ["the team is six", "the team sits in Albany"]


def test_clearing_a_line_takes_the_point_away_and_typing_on_brings_it_back(met):
    at, luis, _ = met
    for typed in ("two plants", "  ", "three plants"):
        keep_line(Line(ONE, PointKind.GROWTH, typed), **at, person=luis)
    assert points(at, luis) == [("growth", "growing by three plants", True)]


def test_do_not_mention_is_kept(met):
    at, luis, _ = met
    keep_line(Line(ONE, PointKind.CHALLENGE, "audit findings", mention=False), **at, person=luis)
    assert points(at, luis) == [("challenge", "audit findings", False)]


def test_what_is_personal_is_never_for_mentioning(met):
    at, luis, _ = met
    keep_line(Line(ONE, PointKind.PERSONAL, "his daughter is ill", mention=True), **at, person=luis)
    assert points(at, luis) == [("personal", "his daughter is ill", False)]


def test_each_person_has_their_own_points(met):
    at, luis, priya = met
    keep_line(Line(ONE, PointKind.TEAM, "is five"), **at, person=luis)
    with pytest.raises(BadInput):
        keep_line(Line(ONE, PointKind.TEAM, "is six"), **at, person=priya)
    drop_line(ONE, **at, person=priya)
    assert (points(at, luis), points(at, priya)) == ([("team", "the team is five", True)], [])


def test_taking_a_line_away_twice_is_fine(met):
    at, luis, _ = met
    keep_line(Line(ONE, PointKind.TEAM, "is five"), **at, person=luis)
    drop_line(ONE, **at, person=luis)
    drop_line(ONE, **at, person=luis)
    assert points(at, luis) == []


def test_the_free_box_is_kept_as_typed(met):
    at, luis, _ = met
    keep_free_text("first\r\nsecond", **at, person=luis)
    keep_free_text("first\nsecond and more ", **at, person=luis)
    kept = next(d for d in load_debriefs(at["owner"], at["interview"]) if d.interviewer == luis)
    assert kept.free_text == "first\nsecond and more "


@pytest.mark.parametrize(("id_", "typed"), [("", "x"), ("short", "x"), ("z" * 32, "x"), (ONE, "x" * 2_001)])
def test_a_line_that_cannot_be_kept_is_refused(met, id_, typed):
    at, luis, _ = met
    with pytest.raises(BadInput):
        keep_line(Line(id_, PointKind.TEAM, typed), **at, person=luis)


def test_notes_too_long_to_be_notes_are_refused(met):
    at, luis, _ = met
    with pytest.raises(BadInput):
        keep_free_text("x" * 20_001, **at, person=luis)


def test_somebody_who_took_no_part_has_no_debrief(met):
    at, _, _ = met
    with pytest.raises(NotFound):
        keep_line(Line(ONE, PointKind.TEAM, "x"), **at, person="e" * 32)
    with pytest.raises(NotFound):
        keep_free_text("x", **at, person="e" * 32)


def test_another_owner_reaches_no_debrief(met):
    at, luis, _ = met
    with pytest.raises(NotFound):
        keep_free_text("x", owner="2" * 32, interview=at["interview"], person=luis)
