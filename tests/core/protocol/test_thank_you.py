"""Rule T: one letter per person per interview, in the times of the interview's own end."""

import pytest

from afterword.core.facts import InterviewStatus, LetterKind, Outcome, Relation, ReplyClass
from afterword.core.protocol.steps import Act, Rule, State
from core.protocol.build import World, local

LUIS = "thank_you:i1:luis"


def met_luis(**more: str) -> World:
    """Luis interviewed on Thursday 12 November 2026, 15:00 to 16:00 New York."""
    world = World()
    world.person("luis")
    world.interview("luis", end="2026-11-12 16:00", **more)
    return world


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2026-11-12 15:30", State.LATER),
        ("2026-11-12 16:59", State.LATER),
        ("2026-11-12 17:00", State.OPEN),
        ("2026-11-14 16:00", State.OPEN),
        ("2026-11-14 16:01", State.LATE),
        ("2026-11-17 16:00", State.LATE),
        ("2026-11-17 16:01", State.CLOSED),
    ],
)
def test_a_thank_you_opens_after_an_hour_is_late_after_two_days_and_closed_after_five(
    now: str, state: State
) -> None:
    assert met_luis().step(LUIS, now).state is state


@pytest.mark.parametrize(
    ("end", "zone", "opens", "target", "due"),
    [
        # an ordinary afternoon
        ("2026-11-12 16:00", "America/New_York", "Thu 2026-11-12 17:00", "Fri 2026-11-13 16:00", "Sat 2026-11-14 16:00"),
        # Friday evening: the target keeps polite hours, the limit does not
        ("2026-11-13 19:30", "America/New_York", "Fri 2026-11-13 20:30", "Sat 2026-11-14 18:30", "Sun 2026-11-15 19:30"),
        # before breakfast: the evening before is the last polite moment within 24 hours
        ("2026-11-12 07:00", "America/New_York", "Thu 2026-11-12 08:00", "Thu 2026-11-12 18:30", "Sat 2026-11-14 07:00"),
        # clocks go back on Sunday 1 November: 48 real hours end an hour earlier on the wall
        ("2026-10-31 16:00", "America/New_York", "Sat 2026-10-31 17:00", "Sun 2026-11-01 15:00", "Mon 2026-11-02 15:00"),
        # clocks go forward on Sunday 14 March 2027: 48 real hours end an hour later on the wall
        ("2027-03-13 16:00", "America/New_York", "Sat 2027-03-13 17:00", "Sun 2027-03-14 17:00", "Mon 2027-03-15 17:00"),
        # Europe goes back a week earlier, on Sunday 25 October
        ("2026-10-24 12:00", "Europe/Berlin", "Sat 2026-10-24 13:00", "Sun 2026-10-25 11:00", "Mon 2026-10-26 11:00"),
        # the southern spring: Sydney goes forward on Sunday 4 October
        ("2026-10-03 12:00", "Australia/Sydney", "Sat 2026-10-03 13:00", "Sun 2026-10-04 13:00", "Mon 2026-10-05 13:00"),
    ],
)  # fmt: skip
def test_the_times_are_real_hours_from_the_end(
    end: str, zone: str, opens: str, target: str, due: str
) -> None:
    world = World(zone)
    world.person("luis")
    world.interview("luis", end=end)
    step = world.step(LUIS, end)
    assert (local(step.opens), local(step.target), local(step.due)) == (opens, target, due)


def test_times_are_shown_in_the_zone_of_an_interviewer_elsewhere_and_polite_there() -> None:
    """The interview ends at 16:00 in New York, which is 21:00 in London."""
    world = World()
    world.person("luis", zone="Europe/London")
    world.interview("luis", end="2026-11-12 16:00")
    step = world.step(LUIS, "2026-11-12 18:00")
    assert local(step.opens) == "Thu 2026-11-12 22:00"
    assert local(step.target) == "Fri 2026-11-13 18:30"
    assert local(step.due) == "Sat 2026-11-14 21:00"


def test_an_all_day_interview_counts_from_five_in_the_afternoon() -> None:
    world = World()
    world.person("luis")
    world.interview("luis", start="2026-11-12 00:00", end="2026-11-12 17:00", all_day=True)
    assert local(world.step(LUIS, "2026-11-12 20:00").due) == "Sat 2026-11-14 17:00"


def test_each_of_a_panel_of_five_gets_a_letter_of_their_own() -> None:
    world = World()
    panel = ["ana", "ben", "cleo", "dan", "eve"]
    for who in panel:
        world.person(who, Relation.PEER)
    world.interview(*panel, end="2026-11-12 16:00")
    world.sent("2026-11-13 09:00", "cleo", its="i1")
    steps = [step for step in world.plan("2026-11-13 10:00").steps if step.rule is Rule.THANK_YOU]
    assert [(step.person, step.state) for step in sorted(steps, key=lambda step: step.key)] == [
        ("ana", State.OPEN), ("ben", State.OPEN), ("cleo", State.DONE), ("dan", State.OPEN), ("eve", State.OPEN),
    ]  # fmt: skip


def test_two_rounds_with_the_same_person_are_two_letters() -> None:
    world = met_luis()
    world.interview("luis", end="2026-11-19 11:00", its="i2")
    world.sent("2026-11-13 09:00", "luis", its="i1")
    now = "2026-11-19 15:00"
    assert world.keys(now, "thank_you") == ["thank_you:i1:luis", "thank_you:i2:luis"]
    assert world.step("thank_you:i1:luis", now).state is State.DONE
    assert world.step("thank_you:i2:luis", now).state is State.OPEN


@pytest.mark.parametrize(
    ("status", "words"),
    [(InterviewStatus.CANCELLED, "was cancelled"), (InterviewStatus.MISSED, "did not take place")],
)
def test_an_interview_that_did_not_happen_has_no_thank_you_and_says_so(
    status: InterviewStatus, words: str
) -> None:
    world = World()
    world.person("luis")
    world.interview("luis", end="2026-11-12 16:00", status=status)
    assert world.keys("2026-11-13 10:00") == []
    assert words in world.dropped(LUIS, "2026-11-13 10:00").reason


def test_too_late_is_closed_and_listed_as_folded_into_the_status_check() -> None:
    world = met_luis()
    now = "2026-11-20 10:00"
    assert world.step(LUIS, now).state is State.CLOSED
    assert "status check" in world.dropped(LUIS, now).reason


def test_a_late_letter_is_worded_as_late_without_an_excuse() -> None:
    assert "without an excuse" in met_luis().step(LUIS, "2026-11-15 10:00").reason


def test_the_reason_names_the_person_the_day_and_the_rule() -> None:
    assert met_luis().step(LUIS, "2026-11-13 10:00").reason == (
        "You met Luis on Thursday 12 November; thank each person within 48 hours of the interview's end."
    )


def test_a_letter_that_names_no_interview_counts_for_the_interview_held_by_then() -> None:
    world = met_luis()
    world.sent("2026-11-12 15:45", "luis", of=None)
    assert world.step(LUIS, "2026-11-13 10:00").state is State.DONE


@pytest.mark.parametrize("outcome", [Outcome.REJECTION, Outcome.WITHDRAWN, Outcome.NO_ANSWER])
def test_once_the_opportunity_is_closed_no_thank_you_follows(outcome: Outcome) -> None:
    world = met_luis()
    world.outcome("2026-11-13 09:00", outcome)
    assert world.keys("2026-11-13 10:00", "thank_you") == []
    assert "is closed since Friday 13 November" in world.dropped(LUIS, "2026-11-13 10:00").reason


def test_somebody_marked_do_not_contact_gets_no_letter() -> None:
    world = World()
    world.person("luis", do_not_contact=True)
    world.interview("luis", end="2026-11-12 16:00")
    assert world.keys("2026-11-13 10:00", "thank_you") == []
    assert "do not contact" in world.dropped(LUIS, "2026-11-13 10:00").reason


# ---------------------------------------------------------------- addresses


def test_without_an_address_finding_it_comes_first_and_the_letter_still_stands() -> None:
    world = World()
    world.person("luis", email="")
    world.interview("luis", end="2026-11-12 16:00")
    steps = [
        step
        for step in world.plan("2026-11-12 18:00").steps
        if step.person == "luis" and step.state is State.OPEN
    ]
    assert [step.act for step in steps] == [Act.FIND_ADDRESS, Act.WRITE]
    assert "e-mail address" in steps[0].reason
    assert steps[0].due == steps[1].due


def test_an_address_is_sought_once_however_many_letters_wait_for_it() -> None:
    world = World()
    world.person("luis", email="")
    world.interview("luis", end="2026-11-12 16:00")
    world.interview("luis", end="2026-11-13 16:00", its="i2")
    assert world.keys("2026-11-13 18:00", "find_address") == ["find_address:o:luis"]


def test_a_bounce_asks_for_the_address_again_and_does_not_unsend_the_letter() -> None:
    world = met_luis()
    world.sent("2026-11-13 09:00", "luis", its="i1")
    world.reply("2026-11-13 09:02", ReplyClass.BOUNCE, text="no such user luis@fenwick.example")
    now = "2026-11-13 10:00"
    assert world.step("find_address:o:luis", now).state is State.OPEN
    assert "came back" in world.step("find_address:o:luis", now).reason
    assert world.step(LUIS, now).state is State.DONE


def test_a_new_address_or_a_second_sending_settles_a_bounce() -> None:
    changed = World()
    changed.person("luis", email="l.arango@fenwick.example")
    changed.interview("luis", end="2026-11-12 16:00")
    again = met_luis()
    for world in (changed, again):
        world.sent("2026-11-13 09:00", "luis", its="i1")
        world.reply("2026-11-13 09:02", ReplyClass.BOUNCE, text="no such user luis@fenwick.example")
    again.sent("2026-11-13 09:30", "luis", its="i1")
    for world in (changed, again):
        assert world.keys("2026-11-13 10:00", "find_address") == []


# ---------------------------------------------------------------- one message per person per day


def test_a_second_message_on_one_day_waits_for_the_next_morning() -> None:
    """Two rounds with Luis end on one day; the first thank-you leaves that evening."""
    world = met_luis()
    world.interview("luis", end="2026-11-12 17:30", its="i2")
    world.sent("2026-11-12 18:00", "luis", its="i1")
    step = world.step("thank_you:i2:luis", "2026-11-12 19:00")
    assert (local(step.opens), step.state) == ("Fri 2026-11-13 08:00", State.LATER)


def test_an_override_lets_the_second_message_leave_the_same_day() -> None:
    world = met_luis()
    world.interview("luis", end="2026-11-12 17:30", its="i2")
    world.sent("2026-11-12 18:00", "luis", its="i1")
    world.override("2026-11-12 18:45", "luis")
    assert world.step("thank_you:i2:luis", "2026-11-12 19:00").state is State.OPEN


def test_another_kind_of_letter_does_not_count_as_thanks() -> None:
    world = met_luis()
    world.sent("2026-11-13 09:00", "luis", LetterKind.CONNECTION_NOTE)
    assert world.step(LUIS, "2026-11-14 10:00").state is State.OPEN
