"""The playbook: numbers with their sentences, read strictly; another playbook changes the plan without code."""

from datetime import time, timedelta
from importlib import resources

import pytest

from afterword.core.errors import BadInput
from afterword.core.protocol import default_playbook, plan, read_playbook
from core.protocol.build import World, at, local

TEXT = resources.files("afterword.core.protocol").joinpath("playbook.toml").read_text(encoding="utf-8")


def test_the_default_playbook_holds_the_numbers_of_the_protocol() -> None:
    playbook = default_playbook()
    assert playbook.thank_you.opens_hours == timedelta(hours=1)
    assert playbook.thank_you.target_hours == timedelta(hours=24)
    assert playbook.thank_you.due_hours == timedelta(hours=48)
    assert playbook.thank_you.closes_hours == timedelta(days=5)
    assert playbook.phone_call.wait_hours == timedelta(days=7)
    assert (playbook.phone_call.checks, playbook.phone_call.voicemail_working_days) == (2, 3)
    assert (playbook.hours.polite_from, playbook.hours.polite_until) == (time(8), time(18, 30))
    assert (playbook.feedback.due_hours, playbook.feedback.closes_hours) == (
        timedelta(days=2),
        timedelta(days=7),
    )


def test_every_number_says_why_and_who_says_so() -> None:
    sayings = default_playbook().sayings
    assert {"thank_you.due_hours", "phone_call.checks", "limits.messages_per_day"} <= {
        one.key for one in sayings
    }
    for saying in sayings:
        assert saying.says.endswith("."), saying.key
        assert saying.source in ("Robert Half advice", "later practice"), saying.key


def test_another_playbook_changes_the_plan_without_code() -> None:
    text = TEXT.replace('due_hours = { value = 48, says = "Thank', 'due_hours = { value = 36, says = "Thank')
    world = World()
    world.person("luis")
    world.interview("luis", end="2026-11-12 16:00")
    found = plan(world.facts, playbook=read_playbook(text), now=at("2026-11-12 18:00"))
    step = next(one for one in found.steps if one.key == "thank_you:i1:luis")
    assert local(step.due) == "Sat 2026-11-14 04:00"
    assert "within 36 hours" in step.reason


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("checks = { value = 2", "checks = { value = \"two\"", "phone_call.checks"),
        ("checks = { value = 2", "checks = { value = -1", "phone_call.checks"),
        ("checks = { value = 2", "checks = { value = true", "phone_call.checks"),
        ("checks = { value = 2", "tests = { value = 2", "phone_call.tests"),
        ("polite_from = { value = \"08:00\"", "polite_from = { value = \"eight\"", "hours.polite_from"),
        ("\"tuesday\", ", "\"someday\", ", "phone_call.best_days"),
        ("\"09:30-11:30\"", "\"09:30\"", "phone_call.best_slots"),
        ("[limits]", "[borders]", "borders"),
        ("messages_per_day = { value = 1, says", "messages_per_day = { value = 1, sings", "limits.messages_per_day"),
        ("[feedback]", "[feedback", "TOML"),
    ],
)  # fmt: skip
def test_a_playbook_that_does_not_fit_is_refused_by_the_name_of_its_key(
    old: str, new: str, named: str
) -> None:
    assert old in TEXT
    with pytest.raises(BadInput, match=named.replace(".", r"\.")):
        read_playbook(TEXT.replace(old, new, 1))


def test_a_missing_section_or_key_is_named() -> None:
    start, end = TEXT.index("[limits]"), TEXT.index("# ---- hours")
    with pytest.raises(BadInput, match="limits"):
        read_playbook(TEXT[:start] + TEXT[end:])
    with pytest.raises(BadInput, match=r"limits\.messages_per_day"):
        read_playbook(TEXT[: start + len("[limits]")] + "\n" + TEXT[end:])
