"""The times of a step: opens, target, due, closes; kept in UTC, shown in the recipient's zone."""

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from afterword.core.protocol.present import Present
from afterword.core.protocol.steps import State

_LATER, _OPEN, _LATE, _CLOSED = State.LATER, State.OPEN, State.LATE, State.CLOSED


class Window(NamedTuple):
    """When a step may, should and must be done. None means the rule sets no such time.

    A tuple, because the plan of a full workspace makes thousands of them.
    """

    opens: datetime | None = None
    target: datetime | None = None
    due: datetime | None = None
    closes: datetime | None = None

    def state(self, now: Present) -> State:
        """Where a step that is not done stands (times in UTC): at its very due instant it is still open."""
        opens, _, due, closes = self
        if opens is not None and now.before(opens):
            return _LATER
        if closes is not None and now.after(closes):
            return _CLOSED
        if due is not None and now.after(due):
            return _LATE
        return _OPEN

    def shown(self, zone: ZoneInfo) -> "Window":
        """The same instants with the offset of a zone."""
        return Window(*[moment and moment.astimezone(zone) for moment in self])
