"""What comes next: the act first, its time behind it with the preposition it needs; answers are no questions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.core.writing.idea import Shape
from afterword.core.writing.notes.answers import answered
from afterword.core.writing.notes.when import ordinal, parted
from afterword.core.writing.understand import understand
from core.writing.notes.cases import one_note

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@pytest.mark.parametrize(
    ("note", "step"),
    [
        ("second round on Tuesday with the treasurer", "the second round with the treasurer on Tuesday"),
        ("offer by Easter", "an offer by Easter"),
        ("answer 9 march", "a reply on 9 March"),
        ("they answer by the 9th", "a reply by the 9th"),
        ("lunch with the treasurer next, reply 9 march", "lunch with the treasurer and a reply on 9 March"),
        ("1 hr test on accruals next", "a 1-hour test on accruals"),
        ("the trustees meet on 3 March, answer the day after", "the trustees' meeting on 3 March and a reply the day after"),
        ("the client decides by 9 May", "the client's decision by 9 May"),
        ("they let everyone know by Friday 20 November", "a reply by Friday, 20 November"),
        ("he will ring on Thursday morning", "your call on Thursday morning"),
        ("offer letters go out on the 16th", "offer letters on the 16th"),
        ("panel feedback Monday 23", "panel feedback on Monday the 23rd"),
        ("a test in Excel next Monday, 40 minutes, then a call with the owner", "a test in Excel next Monday and a call with the owner"),
        ("background check, then an offer, Monday 16", "a background check and an offer on Monday the 16th"),
        ("meeting with the CFO in the week of 9 June", "a meeting with the CFO in the week of 9 June"),
        ("a second visit on Tuesday, December 1", "a second visit on Tuesday, December 1"),
        ("the hiring manager interview is likely in early March", "the hiring manager interview, probably in early March"),
        ("the background check takes ten days", "the background check"),
        ("needs two references", "two references"),
        ("needs my list of references and will call on Friday", "my list of references and your call on Friday"),
        ("wants my notice period in writing, three months", "my notice period in writing"),
    ],
)  # fmt: skip
def test_a_step_is_named_with_its_time_behind_it(note: str, step: str) -> None:
    (idea,) = understand(one_note(note, kind="next_step")).ideas
    assert (idea.shape, idea.topic) == (Shape.STEP, step)


@pytest.mark.parametrize(
    "note",
    [
        "the audit committee meets in March",
        "they offer training on Fridays",
        "the board wants one page",
        "she answers every mail on fridays",
        "promised me an answer by friday",
        "the next call with the auditors is in May",
    ],
)
def test_what_the_firm_does_is_no_step(note: str) -> None:
    assert all(i.shape is not Shape.STEP for i in understand(one_note(note)).ideas)


@pytest.mark.parametrize(
    ("note", "clause"),
    [
        ("asked about my notice period, three months", "my notice period is three months"),
        ("asked about notice, I said 4 weeks", "my notice period is four weeks"),
        ("asked how many people I lead, seven", ""),
        ("asked about my team, I said it was small", ""),
    ],
)
def test_an_answer_is_not_told_as_a_question(note: str, clause: str) -> None:
    (idea,) = understand(one_note(note, kind="question")).ideas
    assert (idea.shape, idea.clause) == (Shape.QUESTION, clause)


def test_only_a_question_is_answered() -> None:
    (fact,) = understand(one_note("the close takes nine days", kind="challenge")).ideas
    assert answered(fact, "two weeks") is None


@settings(max_examples=60)
@given(
    st.sampled_from(DAYS), st.integers(1, 28), st.sampled_from(("decision", "panel interview", "site visit"))
)
def test_a_time_stands_alone_and_what_happens_keeps_its_words(day: str, number: int, what: str) -> None:
    for told in (
        f"{what} {day} {number}",
        f"{what} on {day} the {ordinal(number)}",
        f"on {day} {number} {what}",
    ):
        assert parted(told) == (what, f"on {day} the {ordinal(number)}")


@given(st.integers(1, 99))
def test_ordinals_end_as_they_are_spoken(number: int) -> None:
    last = ordinal(number)[-2:]
    assert (last == "th") == (number % 10 not in {1, 2, 3} or number // 10 == 1)
