"""Leaving a step out: the user's decision, recorded with a reason, so that the plan stays honest."""

from datetime import datetime

from afterword.core.errors import BadInput
from afterword.core.facts import FactId, Skipped
from afterword.ports.ids import Ids
from afterword.store import records


def skip_step(step: str, *, reason: str, owner: str, ids: Ids, now: datetime) -> None:
    """Record that the user will not take the step with this key. Raises :class:`BadInput` without a key."""
    if not step.strip():
        raise BadInput("No step was named.")
    records.log(owner, Skipped(FactId(ids.new()), now, step.strip(), reason.strip() or "You left it out."))
