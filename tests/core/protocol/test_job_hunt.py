"""Rule H: the week's aims, people whose turn has come, and when the hunt ends."""

from dataclasses import replace
from datetime import date

import pytest

from afterword.core.facts import LetterKind, Outcome, Relation, TouchKind, WeeklyAims
from afterword.core.protocol import default_playbook
from afterword.core.protocol.job_hunt import week
from afterword.core.protocol.steps import Act, Progress, State, Week
from core.protocol.build import World, at, local

NOW = "2026-11-18 10:00"  # a Wednesday; the week is Monday 16 to Sunday 22 November


def this_week(world: World, now: str = NOW) -> Week:
    return week(world.facts, playbook=default_playbook(), now=at(now, world.zone))


def aim(world: World, name: str, now: str = NOW) -> Progress:
    return next(one for one in this_week(world, now).progress if one.aim == name)


def test_the_hunt_has_its_aims_even_before_anything_has_happened() -> None:
    assert [one.aim for one in this_week(World()).progress] == [
        "applications", "new_contacts", "keep_in_touch", "seminars", "recruiters", "cards",
    ]  # fmt: skip
    assert all(one.next_thing.endswith(".") for one in this_week(World()).progress)


def test_an_aim_of_none_is_not_asked_for() -> None:
    world = World()
    world.facts = replace(world.facts, aims=WeeklyAims(applications=3, cards=0))
    aims = {one.aim: one.target for one in this_week(world).progress}
    assert aims["applications"] == 3
    assert "cards" not in aims


@pytest.mark.parametrize(
    ("applied", "done"),
    [("2026-11-15", 0), ("2026-11-16", 1), ("2026-11-22", 1), ("2026-11-23", 0)],
)
def test_applications_count_from_monday_to_sunday(applied: str, done: int) -> None:
    world = World()
    world.opportunity("o", applied_on=date.fromisoformat(applied))
    assert aim(world, "applications").done == done


@pytest.mark.parametrize(
    ("zone", "monday"),
    [("America/New_York", date(2026, 11, 9)), ("Australia/Sydney", date(2026, 11, 16))],
)
def test_the_week_turns_at_the_candidate_s_own_midnight(zone: str, monday: date) -> None:
    """Sunday 15 November, 20:00 in New York, is already Monday noon in Sydney."""
    now = at("2026-11-15 20:00", "America/New_York")
    assert week(World(zone).facts, playbook=default_playbook(), now=now).monday == monday


def test_contacts_of_the_week_are_counted_by_what_they_were() -> None:
    world = World()
    world.person("ned", Relation.NETWORK)
    world.person("nora", Relation.NETWORK)
    world.person("rita", Relation.RECRUITER)
    world.touch("2026-11-16 09:00", "nora", TouchKind.MET)  # new this week
    world.touch("2026-10-01 09:00", "ned", TouchKind.MET)
    world.touch("2026-11-17 09:00", "ned", TouchKind.WROTE)
    world.touch("2026-11-17 10:00", "rita", TouchKind.CALLED)
    world.touch("2026-11-17 11:00", "nora", TouchKind.GAVE_CARD)
    done = {one.aim: one.done for one in this_week(world).progress}
    assert (done["new_contacts"], done["keep_in_touch"], done["recruiters"], done["cards"]) == (1, 2, 1, 1)


def test_the_next_concrete_thing_names_who_has_waited_longest() -> None:
    world = World()
    world.person("rita", Relation.RECRUITER)
    world.person("rolf", Relation.RECRUITER)
    world.touch("2026-10-20 09:00", "rita")
    world.touch("2026-11-10 09:00", "rolf")
    found = aim(world, "recruiters")
    assert (found.person, found.next_thing) == (
        "rita",
        "Rita has not heard from you for 29 days; write or call.",
    )


def test_a_lead_not_yet_applied_for_is_the_next_application() -> None:
    world = World()
    world.opportunity("o", company="Fenwick Paper", role="Controller")
    assert aim(world, "applications").next_thing == "Apply for Controller at Fenwick Paper."


@pytest.mark.parametrize(
    ("start", "more", "done"),
    [
        ("2026-11-26 18:00", {}, 1),
        ("2026-11-26 18:00", {"cancelled": True}, 0),
        ("2027-03-01 18:00", {}, 0),  # too far ahead to be in view
        ("2026-11-10 18:00", {}, 0),  # over
        ("2026-11-16 18:00", {"attended": True}, 1),  # been there this week
    ],
)
def test_a_seminar_is_in_view_until_it_is_over(start: str, more: dict[str, bool], done: int) -> None:
    world = World()
    world.seminar("Closing faster", start, **more)
    assert aim(world, "seminars").done == done


def test_the_coming_seminar_is_named_with_its_day() -> None:
    world = World()
    world.seminar("Closing faster", "2026-11-26 18:00")
    assert aim(world, "seminars").next_thing == "“Closing faster” is on Thursday 26 November."


def test_an_aim_that_is_met_is_done_and_due_by_sunday_evening() -> None:
    world = World()
    world.person("rita", Relation.RECRUITER)
    world.touch("2026-11-17 10:00", "rita", TouchKind.CALLED)
    step = world.step("job_hunt:recruiters", NOW)
    assert (step.act, step.state, local(step.due)) == (Act.HUNT, State.DONE, "Sun 2026-11-22 18:30")
    assert world.step("job_hunt:applications", NOW).state is State.OPEN


@pytest.mark.parametrize("outcome", [Outcome.OFFER, Outcome.NEXT_ROUND, Outcome.REJECTION])
def test_nothing_short_of_an_accepted_offer_ends_the_hunt(outcome: Outcome) -> None:
    world = World()
    world.opportunity("o")
    world.outcome("2026-11-17 10:00", outcome)
    assert this_week(world).stopped == ""


def test_an_accepted_offer_ends_the_hunt_until_a_later_application() -> None:
    world = World()
    world.opportunity("o", applied_on=date(2026, 10, 1))
    world.outcome("2026-11-17 10:00", Outcome.ACCEPTED)
    assert "accepted" in this_week(world).stopped
    assert world.dropped("job_hunt", NOW)
    world.opportunity("new", applied_on=date(2028, 2, 1))
    assert this_week(world).stopped == ""


# ---------------------------------------------------------------- keep in touch


@pytest.mark.parametrize(
    ("cadence", "next_touch", "touched", "opens"),
    [
        (21, None, "2026-11-02 15:00", "Mon 2026-11-23 08:00"),
        (None, "2026-11-30", None, "Mon 2026-11-30 08:00"),
        (21, "2026-11-30", "2026-11-02 15:00", "Mon 2026-11-30 08:00"),  # the date set for them rules
        (21, "2026-11-02", "2026-11-02 15:00", "Mon 2026-11-23 08:00"),  # and is past once they were touched
        (21, None, None, ""),  # never in touch: open at once
    ],
)
def test_a_contact_s_turn_comes_by_their_date_or_their_rhythm(
    cadence: int | None, next_touch: str | None, touched: str | None, opens: str
) -> None:
    world = World()
    day = date.fromisoformat(next_touch) if next_touch else None
    world.person("rita", Relation.RECRUITER, cadence_days=cadence, next_touch=day)
    if touched:
        world.touch(touched, "rita")
    assert local(world.step("keep_in_touch:rita", NOW).opens) == opens


def test_letters_and_replies_are_contact_too() -> None:
    world = World()
    world.person("rita", Relation.RECRUITER, cadence_days=21)
    world.touch("2026-10-01 15:00", "rita")
    world.sent("2026-11-02 15:00", "rita", LetterKind.HELPER_THANKS, of=None)
    assert local(world.step("keep_in_touch:rita", NOW).opens) == "Mon 2026-11-23 08:00"


def test_somebody_without_a_rhythm_or_a_date_is_left_in_peace() -> None:
    world = World()
    world.person("rita", Relation.RECRUITER)
    assert world.keys(NOW, "keep_in_touch") == []


@pytest.mark.parametrize("accepted", [True, False])
def test_keeping_in_touch_rests_after_an_acceptance_or_a_do_not_contact(accepted: bool) -> None:
    world = World()
    world.person("ned", Relation.NETWORK, cadence_days=30, do_not_contact=not accepted)
    world.opportunity("o")
    if accepted:
        world.outcome("2026-11-17 10:00", Outcome.ACCEPTED)
    assert world.keys(NOW, "keep_in_touch") == []
    assert world.dropped("keep_in_touch:ned", NOW).reason
