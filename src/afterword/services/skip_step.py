"""Leaving a step out and putting it back: the user's decision, with a reason, so that the plan stays honest."""

from datetime import datetime

from afterword.core.errors import BadInput, Refused
from afterword.core.facts import FactId, Skipped
from afterword.ports.ids import Ids
from afterword.store import records
from afterword.store.facts import load_history


def skip_step(step: str, *, reason: str, owner: str, ids: Ids, now: datetime) -> None:
    """Record that the user will not take the step with this key. Raises :class:`BadInput` without a key."""
    if not step.strip():
        raise BadInput("No step was named.")
    records.log(owner, Skipped(FactId(ids.new()), now, step.strip(), reason.strip() or "You left it out."))


def put_back(step: str, *, owner: str, now: datetime) -> None:
    """Take it back that a step was left out; the plan offers it again while it may. Raises :class:`Refused`."""
    skips = [
        one for one in load_history(owner, what="skipped") if isinstance(one, Skipped) and one.step == step
    ]
    if not skips:
        raise Refused("That step was not left out by you, or it is back already.")
    with records.writing(owner):
        for one in skips:
            records.retract(owner, one.id, why="You put it back.", now=now)
