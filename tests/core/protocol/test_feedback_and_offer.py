"""Rules F and O: asking once for feedback, answering an offer, closing the others politely."""

import pytest

from afterword.core.facts import InterviewStatus, LetterKind, Outcome, Relation, ReplyClass, TouchKind
from afterword.core.protocol.steps import Act, State
from core.protocol.build import World, local

FEEDBACK = "feedback:o"


def met_luis() -> World:
    """Luis, the hiring manager, interviewed on Thursday 12 November 2026 until 16:00."""
    world = World()
    world.person("luis")
    world.interview("luis", end="2026-11-12 16:00")
    return world


# ---------------------------------------------------------------- F


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2026-11-20 14:00", State.OPEN),
        ("2026-11-22 14:00", State.OPEN),
        ("2026-11-22 14:01", State.LATE),
        ("2026-11-27 14:00", State.LATE),
        ("2026-11-27 14:01", State.CLOSED),
    ],
)
def test_a_rejection_opens_one_request_due_in_two_days_and_over_in_a_week(now: str, state: State) -> None:
    world = met_luis()
    world.outcome("2026-11-20 14:00", Outcome.REJECTION)
    step = world.step(FEEDBACK, now)
    assert (step.state, step.letter, step.person) == (state, LetterKind.FEEDBACK_REQUEST, "luis")
    assert (local(step.target), local(step.due)) == ("Sat 2026-11-21 14:00", "Sun 2026-11-22 14:00")


def test_too_late_to_ask_is_listed_as_dropped() -> None:
    world = met_luis()
    world.outcome("2026-11-20 14:00", Outcome.REJECTION)
    assert "too late" in world.dropped(FEEDBACK, "2026-12-20 10:00").reason


def test_a_reply_that_says_no_is_a_rejection_too() -> None:
    world = met_luis()
    world.reply("2026-11-20 14:00", ReplyClass.REJECTION)
    assert world.step(FEEDBACK, "2026-11-20 15:00").state is State.OPEN
    assert world.keys("2026-11-24 15:00", "phone_call") == []


def test_recording_the_outcome_after_the_reply_does_not_move_the_request() -> None:
    world = met_luis()
    world.reply("2026-11-20 14:00", ReplyClass.REJECTION, "luis")
    world.outcome("2026-11-21 09:00", Outcome.REJECTION)
    assert local(world.step(FEEDBACK, "2026-11-21 10:00").due) == "Sun 2026-11-22 14:00"


@pytest.mark.parametrize(
    ("present", "asked"),
    [
        ({"zoe": Relation.PEER, "max": Relation.HIRING_MANAGER}, "max"),
        ({"zoe": Relation.PEER, "rob": Relation.RECRUITER, "ida": Relation.EXECUTIVE}, "rob"),
        ({"zoe": Relation.PEER, "hal": Relation.HR}, "hal"),
    ],
)
def test_the_hiring_manager_or_the_recruiter_is_asked(present: dict[str, Relation], asked: str) -> None:
    world = World()
    for who, relation in present.items():
        world.person(who, relation)
    world.interview(*present, end="2026-11-12 16:00")
    world.outcome("2026-11-20 14:00", Outcome.REJECTION)
    assert world.step(FEEDBACK, "2026-11-20 15:00").person == asked


def test_feedback_is_asked_for_once() -> None:
    world = met_luis()
    world.outcome("2026-11-20 14:00", Outcome.REJECTION)
    world.sent("2026-11-21 10:00", "luis", LetterKind.FEEDBACK_REQUEST)
    assert world.step(FEEDBACK, "2026-11-24 10:00").state is State.DONE


def test_with_nobody_on_record_the_request_is_dropped_and_says_so() -> None:
    world = World()
    world.opportunity("o")
    world.outcome("2026-11-20 14:00", Outcome.REJECTION)
    assert "nobody" in world.dropped(FEEDBACK, "2026-11-20 15:00").reason


# ---------------------------------------------------------------- O


def two_waiting() -> World:
    """Luis at o and Ana at q, both interviewed; Rita the recruiter and Ned of the network were in touch."""
    world = met_luis()
    world.person("ana")
    world.person("rita", Relation.RECRUITER)
    world.person("ned", Relation.NETWORK)
    world.person("nora", Relation.NETWORK)
    world.interview("ana", end="2026-11-17 11:00", its="q1", of="q")
    world.touch("2026-11-01 10:00", "rita", TouchKind.CALLED)
    world.touch("2026-11-02 10:00", "ned", TouchKind.WROTE)
    return world


def test_an_offer_waits_for_an_answer_while_the_other_opportunity_goes_on() -> None:
    world = two_waiting()
    world.outcome("2026-11-18 10:00", Outcome.OFFER)
    now = "2026-11-18 12:00"
    answer = world.step("answer_offer:o", now)
    assert (answer.act, answer.state) == (Act.CONFIRM, State.OPEN)
    assert world.step("thank_you:q1:ana", now).state is State.OPEN
    assert world.step("phone_call:q:1", now).state is State.LATER
    assert world.step("job_hunt:applications", now).state is State.OPEN
    assert "offer" in world.dropped("phone_call:o:1", now).reason


def test_accepting_closes_the_others_politely_and_thanks_who_helped() -> None:
    world = two_waiting()
    world.outcome("2026-11-18 10:00", Outcome.OFFER)
    world.outcome("2026-11-20 09:00", Outcome.ACCEPTED)
    now = "2026-11-20 10:00"
    assert world.keys(now) == [
        "answer_offer:o",
        "connection_note:luis",
        "helper_thanks:luis",
        "helper_thanks:ned",
        "helper_thanks:rita",
        "withdrawal:q",
    ]
    note = world.step("withdrawal:q", now)
    assert (note.person, note.letter, note.state) == ("ana", LetterKind.WITHDRAWAL, State.OPEN)
    assert (local(note.target), local(note.due)) == ("Sat 2026-11-21 09:00", "Sun 2026-11-22 09:00")
    assert world.step("answer_offer:o", now).state is State.DONE
    dropped = {one.key for one in world.plan(now).dropped}
    assert {
        "phone_call:q:1",
        "thank_you:q1:ana",
        "phone_call:o:1",
        "thank_you:i1:luis",
        "job_hunt",
    } <= dropped


def test_an_opportunity_that_is_already_closed_gets_no_withdrawal_note() -> None:
    world = two_waiting()
    world.outcome("2026-11-19 09:00", Outcome.REJECTION, of="q")
    world.outcome("2026-11-20 09:00", Outcome.ACCEPTED)
    assert world.keys("2026-11-20 10:00", "withdrawal") == []


def test_a_withdrawal_note_that_went_is_done_and_closes_the_opportunity() -> None:
    world = two_waiting()
    world.sent("2026-11-18 10:00", "ana", LetterKind.WITHDRAWAL, of="q")
    assert world.step("withdrawal:q", "2026-11-18 11:00").state is State.DONE
    assert world.keys("2026-11-30 11:00", "phone_call:q") == []


def test_withdrawing_asks_for_one_polite_note_and_nothing_else() -> None:
    world = met_luis()
    world.outcome("2026-11-13 10:00", Outcome.WITHDRAWN)
    assert world.keys("2026-11-13 11:00") == ["withdrawal:o"]


def test_with_nobody_to_tell_the_note_is_dropped() -> None:
    world = two_waiting()
    world.opportunity("lead")
    world.outcome("2026-11-20 09:00", Outcome.ACCEPTED)
    assert "nobody to tell" in world.dropped("withdrawal:lead", "2026-11-20 10:00").reason


def test_an_application_made_after_an_acceptance_is_a_new_hunt() -> None:
    from datetime import date

    world = met_luis()
    world.outcome("2026-11-20 09:00", Outcome.ACCEPTED)
    world.person("eva")
    world.opportunity("later", applied_on=date(2028, 1, 10))
    world.interview("eva", end="2028-01-20 11:00", its="l1", of="later")
    assert world.step("thank_you:l1:eva", "2028-01-20 14:00").state is State.OPEN
    assert world.keys("2028-01-20 14:00", "withdrawal") == []


def test_a_closed_opportunity_opens_again_when_the_user_records_news() -> None:
    world = met_luis()
    world.outcome("2026-11-16 10:00", Outcome.REJECTION)
    world.outcome("2026-11-18 10:00", Outcome.NEXT_ROUND)
    world.interview("luis", end="2026-11-25 11:00", its="i2")
    now = "2026-11-25 14:00"
    assert world.step("thank_you:i2:luis", now).state is State.OPEN
    assert world.keys(now, "feedback") == []


# ---------------------------------------------------------------- many at once


def test_thirty_opportunities_at_once_keep_apart() -> None:
    """One interview a day from 1 to 30 October, ending at 16:00; every third declined, every fifth cancelled."""
    world = World()
    for number in range(1, 31):
        who, its = f"p{number:02d}", f"o{number:02d}"
        world.person(who)
        status = InterviewStatus.CANCELLED if number % 5 == 0 else InterviewStatus.PLANNED
        world.interview(who, end=f"2026-10-{number:02d} 16:00", its=f"i{number:02d}", of=its, status=status)
        if number % 3 == 0:
            world.outcome("2026-10-31 09:00", Outcome.REJECTION, of=its)
    steps = world.plan("2026-10-31 10:00").steps
    open_or_late = sorted(
        step.key for step in steps if step.state in (State.OPEN, State.LATE) and step.opportunity
    )
    feedback = [f"feedback:o{number:02d}" for number in range(3, 31, 3) if number % 5]
    standing = [number for number in range(1, 31) if number % 3 and number % 5]
    calls = [f"phone_call:o{number:02d}:1" for number in standing if number <= 23]
    thanks = [f"thank_you:i{number:02d}:p{number:02d}" for number in standing if number >= 26]
    cancelled = [f"feedback:o{number:02d}" for number in (15, 30)]
    assert open_or_late == sorted([*calls, *feedback, *thanks])
    assert {one.key for one in world.plan("2026-10-31 10:00").dropped} >= set(cancelled)
