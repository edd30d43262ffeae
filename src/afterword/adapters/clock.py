"""The one place that asks the time."""

from datetime import UTC, datetime

from afterword.core.errors import BadInput


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands still, for tests and for trying a plan at another moment."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """The moment given."""
        return self._moment

    def set(self, moment: datetime) -> None:
        """Move the hands."""
        self._moment = moment


def read_moment(text: str) -> datetime:
    """The instant an ISO 8601 text with an offset names; raises :class:`BadInput` otherwise."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"“{text}” is no ISO 8601 time, such as 2026-11-23T09:00:00-05:00.") from error
    if moment.tzinfo is None:
        raise BadInput(f"“{text}” lacks its offset from UTC, such as -05:00.")
    return moment


def clock_for(fixed: str) -> SystemClock | FixedClock:
    """The machine's clock, or one that stands at ``fixed`` when that is not empty."""
    return FixedClock(read_moment(fixed)) if fixed else SystemClock()
