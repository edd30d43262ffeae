"""Rule C: when a call opens, what moves it, what stops it."""

import pytest

from afterword.core.facts import CallResult, InterviewStatus, LetterKind, Outcome, Relation, ReplyClass
from afterword.core.protocol.steps import Act, State
from core.protocol.build import World, local

CALL = "phone_call:o:1"
SECOND = "phone_call:o:2"


def met_luis(end: str = "2026-11-12 16:00", zone: str = "America/New_York", **more: str) -> World:
    """Luis, the hiring manager, interviewed on Thursday 12 November 2026 until 16:00."""
    world = World(zone)
    world.person("luis", **more)
    world.interview("luis", end=end)
    return world


@pytest.mark.parametrize(
    ("end", "zone", "opens"),
    [
        ("2026-11-12 16:00", "America/New_York", "Thu 2026-11-19 16:00"),
        # a date alone means 17:00, still in working hours a week later
        ("2026-11-12 17:00", "America/New_York", "Thu 2026-11-19 17:00"),
        # Friday evening: a week later is Friday evening, so Monday at nine
        ("2026-11-13 19:30", "America/New_York", "Mon 2026-11-23 09:00"),
        # a week later is Thanksgiving, Thursday 26 November
        ("2026-11-19 11:00", "America/New_York", "Fri 2026-11-27 09:00"),
        # the old name of the same zone knows the same holiday
        ("2026-11-19 11:00", "US/Eastern", "Fri 2026-11-27 09:00"),
        # no Thanksgiving in Toronto
        ("2026-11-19 11:00", "America/Toronto", "Thu 2026-11-26 11:00"),
        # Christmas in London: 25 is a holiday, 26 a Saturday, its substitute the Monday
        ("2026-12-18 11:00", "Europe/London", "Tue 2026-12-29 09:00"),
        # Germany keeps the 25th and 26th only
        ("2026-12-18 11:00", "Europe/Berlin", "Mon 2026-12-28 09:00"),
        # Israel rests on Friday and Saturday
        ("2026-11-13 11:00", "Asia/Jerusalem", "Sun 2026-11-22 09:00"),
        # 168 real hours across the end of summer time: an hour earlier on the wall
        ("2026-10-28 11:00", "America/New_York", "Wed 2026-11-04 10:00"),
        # and across its beginning: an hour later
        ("2027-03-10 11:00", "America/New_York", "Wed 2027-03-17 12:00"),
    ],
)
def test_no_word_within_a_week_opens_the_call_in_working_hours(end: str, zone: str, opens: str) -> None:
    assert local(met_luis(end, zone).step(CALL, end).opens) == opens


@pytest.mark.parametrize(
    ("promised", "zone", "opens"),
    [
        ("2026-11-20", "America/New_York", "Mon 2026-11-23 09:00"),  # a Friday
        ("2026-11-21", "America/New_York", "Mon 2026-11-23 09:00"),  # a Saturday
        ("2026-11-17", "America/New_York", "Wed 2026-11-18 09:00"),  # sooner than a week
        ("2026-11-25", "America/New_York", "Fri 2026-11-27 09:00"),  # the eve of Thanksgiving
        ("2026-12-31", "Europe/London", "Mon 2027-01-04 09:00"),  # the eve of New Year, a Friday
    ],
)
def test_a_promised_date_opens_the_call_on_the_working_day_after_it(
    promised: str, zone: str, opens: str
) -> None:
    world = met_luis(zone=zone)
    world.promise("2026-11-12 15:55", promised)
    assert local(world.step(CALL, "2026-11-12 17:00").opens) == opens


def test_a_promised_date_moved_twice_rules_by_what_was_said_last() -> None:
    world = met_luis()
    world.promise("2026-11-12 15:55", "2026-11-20")
    world.promise("2026-11-19 10:00", "2026-12-04")
    world.promise("2026-11-23 10:00", "2026-12-01")
    assert local(world.step(CALL, "2026-11-24 09:00").opens) == "Wed 2026-12-02 09:00"


def test_a_promise_from_before_the_last_round_is_past() -> None:
    world = met_luis()
    world.promise("2026-11-12 15:55", "2026-11-18")
    world.interview("luis", end="2026-11-24 11:00", its="i2")
    assert local(world.step(CALL, "2026-11-24 12:00").opens) == "Tue 2026-12-01 11:00"


def test_the_call_opens_in_the_hours_of_somebody_in_another_zone() -> None:
    """16:00 in New York is 22:00 in Berlin, so the next working morning there."""
    world = met_luis(zone="America/New_York")
    world = World()
    world.person("luis", zone="Europe/Berlin")
    world.interview("luis", end="2026-11-12 16:00")
    step = world.step(CALL, "2026-11-12 17:00")
    assert local(step.opens) == "Fri 2026-11-20 09:00"
    assert local(step.opens, "America/New_York") == "Fri 2026-11-20 03:00"


def test_the_country_told_for_a_person_beats_that_of_the_zone() -> None:
    world = met_luis("2026-11-19 11:00", country="CA")
    assert local(world.step(CALL, "2026-11-19 12:00").opens) == "Thu 2026-11-26 11:00"


@pytest.mark.parametrize(
    ("end", "target"),
    [
        ("2026-11-10 11:00", "Tue 2026-11-17 11:00"),  # already a good moment
        ("2026-11-10 13:00", "Tue 2026-11-17 15:30"),  # after noon: late afternoon
        ("2026-11-12 16:00", "Thu 2026-11-19 16:00"),
        ("2026-11-13 11:00", "Tue 2026-11-24 09:30"),  # Friday: Tuesday is better
    ],
)
def test_the_target_prefers_the_middle_of_the_week_and_of_the_half_day(end: str, target: str) -> None:
    assert local(met_luis(end).step(CALL, end).target) == target


# ---------------------------------------------------------------- word


@pytest.mark.parametrize(
    "klass", [ReplyClass.ACK, ReplyClass.OTHER, ReplyClass.UNSURE, ReplyClass.NEXT_ROUND]
)
@pytest.mark.parametrize("sender", ["luis", "rita", None])
def test_word_from_the_person_a_recruiter_or_a_colleague_stops_the_call(
    klass: ReplyClass, sender: str | None
) -> None:
    world = met_luis()
    world.person("rita", Relation.RECRUITER)
    world.reply("2026-11-17 10:00", klass, sender)
    now = "2026-11-24 10:00"
    assert world.keys(now, "phone_call") == []
    assert "Tuesday 17 November" in world.dropped(CALL, now).reason


@pytest.mark.parametrize("klass", [ReplyClass.AUTO_REPLY, ReplyClass.BOUNCE])
def test_what_a_machine_sent_is_no_word(klass: ReplyClass) -> None:
    world = met_luis()
    world.reply("2026-11-17 10:00", klass, "luis")
    assert world.step(CALL, "2026-11-20 10:00").state is State.OPEN


@pytest.mark.parametrize(
    ("returns", "opens"),
    [
        ("2026-11-16", "Thu 2026-11-19 16:00"),  # back before the call was due: nothing moves
        ("2026-11-20", "Mon 2026-11-23 09:00"),  # back on Friday: the working day after
        ("2026-11-25", "Fri 2026-11-27 09:00"),  # back on the eve of Thanksgiving
    ],
)
def test_an_out_of_office_moves_the_call_past_the_return_and_stops_nothing(returns: str, opens: str) -> None:
    world = met_luis()
    world.reply("2026-11-17 10:00", ReplyClass.AUTO_REPLY, "luis", returns=returns)
    assert local(world.step(CALL, "2026-11-18 10:00").opens) == opens


def test_an_out_of_office_of_somebody_else_moves_nothing() -> None:
    world = met_luis()
    world.person("rita", Relation.RECRUITER)
    world.reply("2026-11-17 10:00", ReplyClass.AUTO_REPLY, "rita", returns="2026-12-10")
    assert local(world.step(CALL, "2026-11-18 10:00").opens) == "Thu 2026-11-19 16:00"


def test_a_promise_made_with_the_word_brings_the_call_back() -> None:
    world = met_luis()
    world.reply("2026-11-17 10:00", ReplyClass.ACK, "luis")
    world.promise("2026-11-17 10:00", "2026-11-24")
    assert local(world.step(CALL, "2026-11-18 10:00").opens) == "Wed 2026-11-25 09:00"


def test_a_written_not_yet_waits_another_week() -> None:
    world = met_luis()
    world.reply("2026-11-17 10:00", ReplyClass.NOT_YET, "luis")
    assert local(world.step(CALL, "2026-11-18 10:00").opens) == "Tue 2026-11-24 10:00"


def test_a_next_round_waits_for_the_next_interview() -> None:
    world = met_luis()
    world.outcome("2026-11-17 10:00", Outcome.NEXT_ROUND)
    assert world.keys("2026-12-01 10:00", "phone_call") == []
    assert "next interview" in world.dropped(CALL, "2026-12-01 10:00").reason
    world.interview("luis", end="2026-12-03 11:00", its="i2")
    assert local(world.step(CALL, "2026-12-03 12:00").opens) == "Thu 2026-12-10 11:00"


# ---------------------------------------------------------------- what a call brings


@pytest.mark.parametrize(
    ("result", "back", "opens", "check"),
    [
        (CallResult.NOT_YET, None, "Mon 2026-11-30 10:00", 2),
        (CallResult.NOT_YET, "2026-12-02", "Wed 2026-12-02 09:00", 2),
        (CallResult.NOT_YET, "2026-11-26", "Fri 2026-11-27 09:00", 2),  # they named Thanksgiving
        (CallResult.VOICEMAIL, None, "Fri 2026-11-27 09:00", 2),  # Tue, Wed, (Thanksgiving), Fri
        (CallResult.WRONG_MOMENT, None, "Tue 2026-11-24 09:00", 1),
        (CallResult.SOMEONE_ELSE, None, "Tue 2026-11-24 09:00", 1),
        (CallResult.WRONG_MOMENT, "2026-11-25", "Wed 2026-11-25 09:00", 1),
    ],
)
def test_the_result_of_a_call_moves_the_next_one(
    result: CallResult, back: str | None, opens: str, check: int
) -> None:
    """The call is made on Monday 23 November at ten."""
    world = met_luis()
    world.call("2026-11-23 10:00", "luis", result, back)
    step = world.step(f"phone_call:o:{check}", "2026-11-23 11:00")
    assert (local(step.opens), step.state, step.check) == (opens, State.LATER, check)


@pytest.mark.parametrize("result", [CallResult.DECIDED_YES, CallResult.DECIDED_NO])
def test_a_decision_told_on_the_phone_asks_the_user_to_record_it(result: CallResult) -> None:
    world = met_luis()
    call = world.call("2026-11-23 10:00", "luis", result)
    now = "2026-11-23 11:00"
    step = world.step(f"record_outcome:o:{call.id}", now)
    assert (step.act, step.state) == (Act.CONFIRM, State.OPEN)
    assert world.dropped(SECOND, now)
    world.outcome("2026-11-23 10:00", Outcome.OFFER)
    assert world.keys(now, "record_outcome") == []


def test_after_two_checks_the_thread_is_locked_and_closing_is_offered() -> None:
    world = met_luis()
    world.call("2026-11-23 10:00", "luis", CallResult.VOICEMAIL)
    world.call("2026-11-27 10:00", "luis", CallResult.NOT_YET)
    now = "2026-12-07 10:00"
    states = [(step.key, step.state) for step in world.plan(now).steps if step.key.startswith("phone_call")]
    assert states == [(CALL, State.DONE), (SECOND, State.DONE)]
    assert "twice" in world.dropped("phone_call:o:3", now).reason
    close = world.step("close_silence:o", now)
    assert (close.act, local(close.opens), close.state) == (Act.CONFIRM, "Fri 2026-12-04 10:00", State.OPEN)


def test_news_after_two_checks_begins_a_new_count() -> None:
    world = met_luis()
    world.call("2026-11-23 10:00", "luis", CallResult.VOICEMAIL)
    world.call("2026-11-27 10:00", "luis", CallResult.NOT_YET)
    world.reply("2026-11-30 10:00", ReplyClass.NOT_YET, "luis")
    step = world.step("phone_call:o:3", "2026-12-01 10:00")
    assert (step.check, local(step.opens)) == (1, "Mon 2026-12-07 10:00")


def test_an_override_allows_one_check_more() -> None:
    world = met_luis()
    world.call("2026-11-23 10:00", "luis", CallResult.VOICEMAIL)
    world.call("2026-11-27 10:00", "luis", CallResult.NOT_YET)
    world.override("2026-11-30 10:00", "luis")
    assert world.step("phone_call:o:3", "2026-12-01 10:00").state is State.LATER
    world.call("2026-12-04 10:00", "luis", CallResult.NOT_YET)
    assert world.dropped("phone_call:o:4", "2026-12-20 10:00")


def test_a_status_check_by_mail_counts_as_a_check() -> None:
    world = met_luis()
    world.sent("2026-11-20 10:00", "luis", LetterKind.STATUS_CHECK)
    now = "2026-11-23 10:00"
    assert world.step(CALL, now).state is State.DONE
    assert local(world.step(SECOND, now).opens) == "Fri 2026-11-27 10:00"


def test_where_a_call_is_unwelcome_the_check_is_a_letter() -> None:
    world = World()
    world.person("luis")
    world.opportunity("o", call_unwelcome=True)
    world.interview("luis", end="2026-11-12 18:00")
    step = world.step(CALL, "2026-11-20 10:00")
    assert (step.act, step.letter) == (Act.WRITE, LetterKind.STATUS_CHECK)
    assert local(step.opens) == "Thu 2026-11-19 18:00"


# ---------------------------------------------------------------- whom


@pytest.mark.parametrize(
    ("present", "called"),
    [
        ({"zoe": Relation.PEER, "max": Relation.HIRING_MANAGER, "ida": Relation.EXECUTIVE}, "max"),
        ({"zoe": Relation.PEER, "ida": Relation.EXECUTIVE, "rob": Relation.RECRUITER}, "ida"),
        ({"zoe": Relation.PEER, "rob": Relation.RECRUITER}, "rob"),
        ({"zoe": Relation.PEER, "amy": Relation.HR}, "amy"),
    ],
)
def test_who_is_called(present: dict[str, Relation], called: str) -> None:
    world = World()
    for who, relation in present.items():
        world.person(who, relation)
    world.interview(*present, end="2026-11-12 16:00")
    assert world.step(CALL, "2026-11-20 10:00").person == called


def test_the_named_contact_is_called_unless_marked_do_not_contact() -> None:
    for blocked, called in ((False, "rita"), (True, "luis")):
        world = World()
        world.person("luis")
        world.person("rita", Relation.RECRUITER, do_not_contact=blocked)
        world.opportunity("o", contact="rita")
        world.interview("luis", end="2026-11-12 16:00")
        assert world.step(CALL, "2026-11-20 10:00").person == called


def test_a_cancelled_second_round_leaves_the_wait_of_the_first() -> None:
    world = met_luis()
    world.interview("luis", end="2026-11-24 11:00", its="i2", status=InterviewStatus.CANCELLED)
    assert local(world.step(CALL, "2026-11-18 10:00").opens) == "Thu 2026-11-19 16:00"


def test_a_closed_opportunity_has_no_call_and_says_why() -> None:
    world = met_luis()
    world.outcome("2026-11-17 10:00", Outcome.WITHDRAWN)
    assert world.keys("2026-11-24 10:00", "phone_call") == []
    assert "you withdrew" in world.dropped(CALL, "2026-11-24 10:00").reason


def test_the_reason_speaks_of_what_has_passed_once_it_has() -> None:
    world = met_luis()
    assert world.step(CALL, "2026-11-13 10:00").reason.startswith("If no word comes within a week")
    assert world.step(CALL, "2026-11-20 10:00").reason == (
        "No word has come within a week of your interview on Thursday 12 November; "
        "call Luis and ask whether a decision has been made."
    )


def test_of_two_hiring_managers_the_one_met_last_is_called() -> None:
    world = met_luis()
    world.person("zoe")
    world.interview("zoe", end="2026-11-17 11:00", its="i2")
    assert world.step(CALL, "2026-11-25 10:00").person == "zoe"


def test_of_two_with_one_relation_the_one_added_first_is_called() -> None:
    """Ids grow with time; names say nothing about who knows the decision."""
    world = World()
    world.person("p1", Relation.EXECUTIVE, name="Zoe Quist")
    world.person("p2", Relation.EXECUTIVE, name="Abe Moor")
    world.interview("p2", "p1", end="2026-11-12 16:00")
    assert world.step(CALL, "2026-11-20 10:00").person == "p1"
