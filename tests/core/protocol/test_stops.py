"""Rule S: the limits an act must pass when it is approved or logged, and steps the user skips."""

import pytest

from afterword.core.facts import CallResult, LetterKind, OpportunityId, Outcome, PersonId, ReplyClass
from afterword.core.protocol import default_playbook
from afterword.core.protocol.steps import State
from afterword.core.protocol.stops import limit_reached
from core.protocol.build import World, at


def met_luis(**more: bool) -> World:
    """Luis interviewed on Thursday 12 November 2026 until 16:00."""
    world = World()
    world.person("luis", **more)
    world.interview("luis", end="2026-11-12 16:00")
    return world


def reason(world: World, kind: LetterKind | None, now: str, who: str = "luis", of: str | None = "o") -> str:
    return limit_reached(
        world.facts,
        person=PersonId(who),
        opportunity=OpportunityId(of) if of else None,
        kind=kind,
        playbook=default_playbook(),
        now=at(now),
    )


def test_the_first_letter_and_the_first_call_are_free() -> None:
    assert reason(met_luis(), LetterKind.THANK_YOU, "2026-11-12 18:00") == ""
    assert reason(met_luis(), None, "2026-11-20 10:00") == ""


@pytest.mark.parametrize(
    ("now", "free"),
    [("2026-11-13 23:59", False), ("2026-11-14 00:00", True)],
)
def test_one_message_per_person_per_day_in_their_zone(now: str, free: bool) -> None:
    world = met_luis()
    world.sent("2026-11-13 09:00", "luis", its="i1")
    assert (reason(world, LetterKind.CONNECTION_NOTE, now) == "") is free


def test_a_call_is_a_message_of_its_day_too() -> None:
    world = met_luis()
    world.call("2026-11-20 09:00", "luis", CallResult.VOICEMAIL)
    assert "one message per person per day" in reason(world, LetterKind.STATUS_CHECK, "2026-11-20 15:00")


def test_the_same_letter_is_not_sent_twice() -> None:
    world = met_luis()
    world.sent("2026-11-13 09:00", "luis", its="i1")
    assert "once" in reason(world, LetterKind.THANK_YOU, "2026-11-14 10:00")


def test_a_second_interview_with_the_same_person_is_a_second_thank_you() -> None:
    world = met_luis()
    world.sent("2026-11-13 09:00", "luis", its="i1")
    world.interview("luis", end="2026-11-19 11:00", its="i2")
    assert "once" in reason(world, LetterKind.THANK_YOU, "2026-11-18 10:00")
    assert reason(world, LetterKind.THANK_YOU, "2026-11-19 15:00") == ""


def test_a_letter_that_came_back_may_be_sent_again() -> None:
    world = met_luis()
    world.sent("2026-11-13 09:00", "luis", its="i1")
    world.reply("2026-11-13 09:02", ReplyClass.BOUNCE, "luis")
    assert reason(world, LetterKind.THANK_YOU, "2026-11-14 09:00") == ""


@pytest.mark.parametrize("kind", [None, LetterKind.STATUS_CHECK])
def test_after_two_checks_the_thread_is_locked_until_there_is_news(kind: LetterKind | None) -> None:
    world = met_luis()
    world.call("2026-11-20 10:00", "luis", CallResult.VOICEMAIL)
    assert reason(world, kind, "2026-11-25 10:00") == ""
    world.sent("2026-11-25 10:00", "luis", LetterKind.STATUS_CHECK)
    assert "twice" in reason(world, kind, "2026-12-10 10:00")
    world.reply("2026-12-11 10:00", ReplyClass.NOT_YET, "luis")
    assert reason(world, kind, "2026-12-18 10:00") == ""


@pytest.mark.parametrize("result", [CallResult.WRONG_MOMENT, CallResult.SOMEONE_ELSE])
def test_calls_that_reached_nobody_do_not_count_as_checks(result: CallResult) -> None:
    world = met_luis()
    for day in (20, 23, 24):
        world.call(f"2026-11-{day} 10:00", "luis", result)
    assert reason(world, None, "2026-11-25 10:00") == ""


@pytest.mark.parametrize(
    ("outcome", "kind", "free"),
    [
        (Outcome.REJECTION, LetterKind.THANK_YOU, False),
        (Outcome.REJECTION, None, False),
        (Outcome.REJECTION, LetterKind.FEEDBACK_REQUEST, True),
        (Outcome.REJECTION, LetterKind.CONNECTION_NOTE, True),
        (Outcome.WITHDRAWN, LetterKind.FEEDBACK_REQUEST, False),
        (Outcome.WITHDRAWN, LetterKind.WITHDRAWAL, True),
        (Outcome.ACCEPTED, LetterKind.HELPER_THANKS, True),
        (Outcome.ACCEPTED, LetterKind.STATUS_CHECK, False),
        (Outcome.OFFER, None, True),
    ],
)
def test_a_closed_opportunity_takes_only_what_closing_brings(
    outcome: Outcome, kind: LetterKind | None, free: bool
) -> None:
    world = met_luis()
    world.outcome("2026-11-16 10:00", outcome)
    assert (reason(world, kind, "2026-11-17 10:00") == "") is free


def test_an_offer_accepted_elsewhere_leaves_only_the_withdrawal_note() -> None:
    world = met_luis()
    world.opportunity("q")
    world.outcome("2026-11-16 10:00", Outcome.ACCEPTED, of="q")
    assert "accepted" in reason(world, None, "2026-11-20 10:00")
    assert reason(world, LetterKind.WITHDRAWAL, "2026-11-17 10:00") == ""


def test_an_override_after_the_last_message_lifts_a_limit_once() -> None:
    world = met_luis()
    world.sent("2026-11-13 09:00", "luis", its="i1")
    world.override("2026-11-13 12:00", "luis")
    assert reason(world, LetterKind.CONNECTION_NOTE, "2026-11-13 13:00") == ""
    world.sent("2026-11-13 13:00", "luis", LetterKind.CONNECTION_NOTE)
    assert reason(world, LetterKind.STATUS_CHECK, "2026-11-13 14:00") != ""


def test_no_override_lifts_the_user_s_own_do_not_contact() -> None:
    world = met_luis(do_not_contact=True)
    world.override("2026-11-13 12:00", "luis")
    assert "do not contact" in reason(world, LetterKind.THANK_YOU, "2026-11-13 13:00")


def test_outside_any_opportunity_the_daily_limit_holds() -> None:
    world = met_luis()
    world.sent("2026-11-13 09:00", "luis", its="i1")
    assert reason(world, LetterKind.HELPER_THANKS, "2026-11-13 12:00", of=None) != ""
    assert reason(world, LetterKind.HELPER_THANKS, "2026-11-14 12:00", of=None) == ""


def test_a_step_the_user_skips_is_listed_as_dropped_with_their_reason() -> None:
    world = met_luis()
    world.skip("2026-11-13 09:00", "thank_you:i1:luis")
    now = "2026-11-13 10:00"
    assert world.keys(now, "thank_you") == []
    assert (
        world.dropped("thank_you:i1:luis", now).reason == "You chose to skip this step: I would rather not."
    )


def test_what_is_done_cannot_be_skipped() -> None:
    world = met_luis()
    world.sent("2026-11-13 09:00", "luis", its="i1")
    world.skip("2026-11-13 09:30", "thank_you:i1:luis")
    assert world.step("thank_you:i1:luis", "2026-11-13 10:00").state is State.DONE


def test_skipping_a_letter_spares_the_search_for_its_address() -> None:
    world = World()
    world.person("luis", email="")
    world.interview("luis", end="2026-11-12 16:00")
    world.skip("2026-11-13 09:00", "thank_you:i1:luis")
    assert world.keys("2026-11-13 10:00", "find_address") == []
