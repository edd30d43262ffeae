"""Growth told by two figures."""

import pytest

from afterword.core.facts import PointKind
from afterword.core.writing.understand import understand
from core.writing.notes.cases import one_note


@pytest.mark.parametrize(
    ("note", "clause", "focus"),
    [
        ("80m to 130m in 3 yrs", "the company went from 80 million to 130 million in three years", "the company's growth"),
        ("bookings 20m to 35m since 2022", "bookings have gone from 20 million to 35 million since 2022", "the growth in bookings"),
        ("season tix from 5k to 12k in two seasons", "season tickets went from 5,000 to 12,000 in two seasons", "the growth in season tickets"),
        ("fleet up from 30 to 44 trucks", "the fleet has gone from 30 to 44 trucks", "the growth in the fleet"),
        ("stores 12 to 20 by 2029", "stores are to go from 12 to 20 by 2029", "the growth in stores"),
        ("sites 3 to 11 since covid", "sites have gone from three to 11 since COVID", "the growth in sites"),
    ],
)  # fmt: skip
def test_a_lower_figure_and_a_higher_one_are_growth(note: str, clause: str, focus: str) -> None:
    (idea,) = understand(one_note(note)).ideas
    assert (idea.kind, idea.clause, idea.focus) == (PointKind.GROWTH, clause, focus)


@pytest.mark.parametrize(
    ("note", "topics"),
    [
        ("orders 400 to 1,100 a week", ["orders"]),  # a range, not growth
        ("close 9 to 12 days", ["the close"]),  # how long it takes
        ("20 to 30 a day", []),
        ("losses from 2m to 5m", []),  # nothing to congratulate on
    ],
)
def test_a_range_or_a_loss_is_no_growth(note: str, topics: list[str]) -> None:
    ideas = understand(one_note(note)).ideas
    assert [idea.topic for idea in ideas] == topics
    assert not any(idea.clause for idea in ideas)


@pytest.mark.parametrize(
    "note", ["headcount from 2019 to 2022 in Ohio", "office hours from 9 to 12 in summer", "discount from 2% to 3% in 2027"]
)  # fmt: skip
def test_years_hours_and_what_costs_more_are_no_growth(note: str) -> None:
    assert all(idea.kind is not PointKind.GROWTH for idea in understand(one_note(note)).ideas)
