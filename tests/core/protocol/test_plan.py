"""The plan as a whole: its order, its JSON, and how long it takes to start."""

import json
import subprocess
import sys
from datetime import datetime

import pytest

from afterword.core.facts import Outcome, Relation
from afterword.core.protocol import default_playbook, plan
from afterword.core.protocol.plan_json import plan_json
from afterword.core.protocol.steps import State
from core.protocol.build import World

NOW = "2026-11-14 17:00"


def busy() -> World:
    """Two interviews, one thanked, one late; one interview ahead; one opportunity declined."""
    world = World()
    for who in ("luis", "ana", "eva"):
        world.person(who)
    world.person("ben", Relation.PEER, email="")
    world.interview("luis", "ben", end="2026-11-12 16:00")
    world.interview("ana", end="2026-11-16 11:00", its="q1", of="q")
    world.interview("eva", end="2026-11-02 11:00", its="r1", of="r")
    world.outcome("2026-11-13 09:00", Outcome.REJECTION, of="r")
    return world


def test_steps_come_late_first_then_open_by_due_then_later_then_done() -> None:
    world = busy()
    world.sent("2026-11-13 10:00", "luis", its="i1")
    states = [step.state for step in world.plan(NOW).steps]
    order = [State.LATE, State.OPEN, State.LATER, State.DONE, State.CLOSED]
    assert states == sorted(states, key=order.index)
    first = [step.key for step in world.plan(NOW).steps][:3]
    assert first == ["find_address:o:ben", "thank_you:i1:ben", "feedback:r"]


def test_the_json_has_the_stable_names_and_times_with_offset() -> None:
    answer = plan_json(busy().plan(NOW))
    assert json.loads(json.dumps(answer)) == answer
    thanks = next(step for step in answer["steps"] if step["key"] == "thank_you:i1:luis")
    assert {
        name: thanks[name] for name in ("rule", "person", "interview", "opens", "target", "due", "state")
    } == {
        "rule": "thank_you",
        "person": "luis",
        "interview": "i1",
        "opens": "2026-11-12T17:00:00-05:00",
        "target": "2026-11-13T16:00:00-05:00",
        "due": "2026-11-14T16:00:00-05:00",
        "state": "late",
    }
    assert thanks["reason"]
    assert {"act", "letter", "opportunity", "closes"} <= thanks.keys()
    declined = next(one for one in answer["dropped"] if one["key"] == "phone_call:r:1")
    assert (declined["rule"], declined["person"]) == ("phone_call", "eva")
    assert answer["week"]["monday"] == "2026-11-09"
    assert {one["aim"] for one in answer["week"]["progress"]} >= {"applications", "recruiters"}


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        plan(World().facts, playbook=default_playbook(), now=datetime(2026, 11, 14))  # noqa: DTZ001


def test_people_and_zones_nobody_knows_do_not_break_the_plan() -> None:
    world = World()
    world.person("luis", zone="Middle-earth/Shire")
    world.interview("luis", "nobody", end="2026-11-12 16:00")
    keys = world.keys("2026-11-13 10:00", "thank_you")
    assert keys == ["thank_you:i1:luis", "thank_you:i1:nobody"]


def test_importing_the_protocol_loads_neither_holidays_nor_a_framework() -> None:
    code = "import sys, afterword.core.protocol as p; p.default_playbook(); print({'holidays', 'django'} & sys.modules.keys())"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": "src"}
    )
    assert done.stdout.strip() == "set()"


def test_the_holidays_of_one_country_load_without_those_of_the_world() -> None:
    code = (
        "import sys, datetime; from afterword.core.protocol.workdays import is_working_day as w;"
        "print(w(datetime.date(2026, 11, 26), 'US'), 'holidays.countries' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": "src"}
    )
    assert done.stdout.split() == ["False", "False"]
