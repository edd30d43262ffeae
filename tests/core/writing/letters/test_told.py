"""What a point is: a piece of work or not, growth or cost, what lies ahead, what a result can be put to use for."""

import pytest

from afterword.core.facts import PersonId, PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.letters.told import is_work, kind_of, organisation, slots_of


def idea(kind: PointKind = PointKind.CHALLENGE, **fields: object) -> Idea:
    return Idea(PersonId("p"), kind, "as noted", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("phrase", "work"),
    [
        ("the nine-day close", True),
        ("the 140 bank accounts", True),
        ("the audit of port fees in eight ports", True),
        ("4,000 invoices a month", True),
        ("the 13-week forecast", True),
        ("a third of the profit", False),
        ("the two retailers", False),
        ("200 stores by 2030", False),
        ("your six clerks", False),
        ("the Danish parent", False),
        ("the brisket truck on Fridays", False),
        ("the three entities", False),
        ("which bank I would drop first", False),
        ("", False),
    ],
)
def test_a_noun_phrase_is_work_when_its_head_is(phrase: str, work: bool) -> None:
    assert is_work(phrase) is work


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("the company tripled in three years", PointKind.GROWTH),
        ("you are opening four clinics", PointKind.GROWTH),
        ("ARR went from $60 million to $110 million", PointKind.GROWTH),
        ("the pepper price doubled this year", PointKind.CHALLENGE),
        ("agency spend doubled to $11 million", PointKind.CHALLENGE),
        ("two retailers are 70% of sales", PointKind.CHALLENGE),
        ("resin costs have doubled", PointKind.CHALLENGE),
        ("alerts tripled in spring", PointKind.CHALLENGE),
    ],
)
def test_growth_is_what_grows_and_is_welcome(clause: str, kind: PointKind) -> None:
    assert kind_of(idea(PointKind.GROWTH, shape=Shape.CLAUSE, clause=clause, topic=clause)) is kind


def test_a_fact_of_the_team_about_a_piece_of_work_is_told_as_work() -> None:
    told = idea(PointKind.TEAM, shape=Shape.CLAUSE, topic="the budget", clause="the budget takes four months")
    assert kind_of(told) is PointKind.CHALLENGE


@pytest.mark.parametrize(
    ("company", "industry", "word"),
    [
        ("Fenwick Paper", "paper", "company"),
        ("Larch Hospice", "", "organization"),
        ("City of Alder Falls", "local government", "organization"),
        ("Hilltop School", "", "school"),
        ("Linden Community College", "", "college"),
        ("Ravensworth Partners", "public accounting", "firm"),
    ],
)
def test_they_are_called_what_they_are(company: str, industry: str, word: str) -> None:
    assert organisation(company, industry) == word


@pytest.mark.parametrize(
    ("step", "ahead"),
    [
        ("a meeting with the CFO and a decision by 20 November", "the meeting with the CFO"),
        ("a decision on 1 December", "your decision on 1 December"),
        ("a reply on Monday", "your reply on Monday"),
        ("references next week, the board on 20 November", "the board on 20 November"),
        ("lunch with the team on the 24th", "lunch with the team on the 24th"),
        ("references next week", ""),
    ],
)
def test_the_letter_looks_forward_to_the_next_event(step: str, ahead: str) -> None:
    assert slots_of(idea(PointKind.NEXT_STEP, shape=Shape.STEP, topic=step))["ahead"] == ahead


@pytest.mark.parametrize(
    ("clause", "topic", "tail"),
    [
        ("BlackLine comes in this summer", "BlackLine", "when BlackLine comes in this summer"),
        (
            "you are moving to NetSuite in May",
            "the move to NetSuite",
            "while you are moving to NetSuite in May",
        ),
        ("the board wants the forecast weekly", "the 13-week forecast", "with the 13-week forecast"),
        ("there is a crossword club at lunch", "the crossword club", ""),
    ],
)
def test_a_result_can_be_put_to_use_for_what_is_coming(clause: str, topic: str, tail: str) -> None:
    assert slots_of(idea(shape=Shape.CLAUSE, clause=clause, topic=topic))["tail"] == tail


@pytest.mark.parametrize(
    ("topic", "spoken"),
    [
        ("NAV 40 days", "NAV"),
        ("the forecast 19 tabs", "the forecast"),
        ("the audit in 12 weeks", "the audit in 12 weeks"),
        ("the nine-day close", "the nine-day close"),
    ],
)
def test_a_count_that_hangs_loose_is_left_out(topic: str, spoken: str) -> None:
    assert slots_of(idea(shape=Shape.THING, topic=topic))["topic"] == spoken
