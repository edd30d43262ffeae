"""The plan as JSON: stable names for scripts and other programs (times ISO 8601 with offset)."""

from datetime import datetime
from typing import Any

from afterword.core.protocol.steps import Dropped, Plan, Step, Week


def plan_json(plan: Plan) -> dict[str, Any]:
    """``{"steps": […], "dropped": […], "week": {…}}``, ready for ``json.dumps``."""
    return {
        "steps": [_step(one) for one in plan.steps],
        "dropped": [_dropped(one) for one in plan.dropped],
        "week": _week(plan.week),
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "rule": step.rule.value,
        "person": step.person,
        "interview": step.interview,
        "opens": _moment(step.opens),
        "target": _moment(step.target),
        "due": _moment(step.due),
        "state": step.state.value,
        "reason": step.reason,
        "key": step.key,
        "act": step.act.value,
        "letter": step.letter.value if step.letter else None,
        "opportunity": step.opportunity,
        "closes": _moment(step.closes),
        "check": step.check,
    }


def _dropped(one: Dropped) -> dict[str, Any]:
    return {
        "rule": one.rule.value,
        "person": one.person,
        "reason": one.reason,
        "key": one.key,
        "interview": one.interview,
        "opportunity": one.opportunity,
    }


def _week(week: Week) -> dict[str, Any]:
    return {
        "monday": week.monday.isoformat(),
        "progress": [
            {
                "aim": one.aim,
                "target": one.target,
                "done": one.done,
                "next_thing": one.next_thing,
                "person": one.person,
            }
            for one in week.progress
        ],
        "stopped": week.stopped,
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None
