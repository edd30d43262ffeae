"""Rule R: questions before, promises kept, a connection note after a warm exchange or a decision."""

import pytest

from afterword.core.facts import LetterKind, Outcome, Party, Relation, ReplyClass
from afterword.core.protocol.steps import Act, State
from core.protocol.build import World, local

NOTE = "connection_note:luis"


def met_luis() -> World:
    """Luis interviewed on Thursday 12 November 2026, 15:00 to 16:00."""
    world = World()
    world.person("luis")
    world.interview("luis", end="2026-11-12 16:00")
    return world


@pytest.mark.parametrize(
    ("now", "state"),
    [("2026-11-10 14:59", State.LATER), ("2026-11-10 15:00", State.OPEN), ("2026-11-12 15:00", State.OPEN)],
)
def test_questions_are_chosen_in_the_two_days_before_the_interview(now: str, state: State) -> None:
    step = met_luis().step("ask_questions:i1:luis", now)
    assert (step.act, step.state, local(step.due)) == (Act.ASK_QUESTIONS, state, "Thu 2026-11-12 15:00")


def test_once_the_interview_has_begun_there_is_nothing_left_to_prepare() -> None:
    assert met_luis().keys("2026-11-12 15:01", "ask_questions") == []


def test_each_interviewer_has_questions_of_their_own() -> None:
    world = World()
    for who in ("ana", "ben"):
        world.person(who, Relation.PEER)
    world.interview("ana", "ben", end="2026-11-12 16:00")
    assert world.keys("2026-11-11 09:00", "ask") == ["ask_questions:i1:ana", "ask_questions:i1:ben"]


def test_an_interview_ahead_of_a_closed_opportunity_needs_no_questions_and_says_so() -> None:
    world = met_luis()
    world.outcome("2026-11-11 09:00", Outcome.WITHDRAWN)
    assert world.keys("2026-11-11 10:00", "ask") == []
    assert "you withdrew" in world.dropped("ask_questions:i1:luis", "2026-11-11 10:00").reason


@pytest.mark.parametrize(
    ("klass", "opens"),
    [
        (ReplyClass.ACK, "Sat 2026-11-14 10:00"),
        (ReplyClass.NEXT_ROUND, "Sat 2026-11-14 10:00"),
        (ReplyClass.NOT_YET, None),
        (ReplyClass.AUTO_REPLY, None),
    ],
)
def test_a_connection_note_opens_a_day_after_a_warm_reply(klass: ReplyClass, opens: str | None) -> None:
    world = met_luis()
    world.reply("2026-11-13 10:00", klass, "luis")
    now = "2026-11-13 11:00"
    assert world.keys(now, "connection") == ([NOTE] if opens else [])
    if opens:
        assert (local(world.step(NOTE, now).opens), world.step(NOTE, now).state) == (opens, State.LATER)


def test_a_decision_is_an_occasion_for_a_note_to_the_person_who_decides() -> None:
    world = met_luis()
    world.outcome("2026-11-20 10:00", Outcome.REJECTION)
    assert local(world.step(NOTE, "2026-11-20 11:00").opens) == "Sat 2026-11-21 10:00"


def test_one_note_per_person_is_enough_on_any_opportunity() -> None:
    world = met_luis()
    world.interview("luis", end="2026-11-16 11:00", its="j1", of="other")
    world.sent("2026-11-14 11:00", "luis", LetterKind.CONNECTION_NOTE)
    world.reply("2026-11-17 10:00", ReplyClass.ACK, "luis", of="other")
    assert [world.step(NOTE, "2026-11-19 10:00").state] == [State.DONE]
    assert world.keys("2026-11-19 10:00", "connection") == [NOTE]


def test_a_note_is_not_asked_for_after_the_user_withdrew() -> None:
    world = met_luis()
    world.reply("2026-11-13 10:00", ReplyClass.ACK, "luis")
    world.outcome("2026-11-14 10:00", Outcome.WITHDRAWN)
    assert world.keys("2026-11-15 10:00", "connection") == []
    assert "you withdrew" in world.dropped(NOTE, "2026-11-15 10:00").reason


def test_a_feedback_request_sent_the_same_day_moves_the_note_to_the_next_morning() -> None:
    world = met_luis()
    world.outcome("2026-11-20 10:00", Outcome.REJECTION)
    world.sent("2026-11-21 09:00", "luis", LetterKind.FEEDBACK_REQUEST)
    assert local(world.step(NOTE, "2026-11-21 11:00").opens) == "Sun 2026-11-22 08:00"


@pytest.mark.parametrize(
    ("now", "state"),
    [("2026-11-13 10:00", State.OPEN), ("2026-11-16 18:30", State.OPEN), ("2026-11-16 18:31", State.LATE)],
)
def test_what_the_candidate_promised_is_due_on_the_evening_of_its_day(now: str, state: State) -> None:
    world = met_luis()
    promise = world.promise("2026-11-12 16:00", "2026-11-16", Party.CANDIDATE)
    step = world.step(f"keep_promise:{promise.id}", now)
    assert (step.act, step.state, local(step.due)) == (Act.KEEP_PROMISE, state, "Mon 2026-11-16 18:30")


def test_a_promise_without_a_date_stays_open_and_a_kept_one_is_done() -> None:
    world = met_luis()
    loose = world.promise("2026-11-12 16:00", None, Party.CANDIDATE)
    kept = world.promise("2026-11-12 16:00", "2026-11-13", Party.CANDIDATE, kept=True)
    now = "2026-12-20 10:00"
    assert world.step(f"keep_promise:{loose.id}", now).state is State.OPEN
    assert world.step(f"keep_promise:{kept.id}", now).state is State.DONE


def test_a_promise_of_the_employer_is_not_the_candidate_s_to_keep() -> None:
    world = met_luis()
    world.promise("2026-11-12 16:00", "2026-11-16")
    assert world.keys("2026-11-13 10:00", "keep_promise") == []
