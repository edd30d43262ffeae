"""The moment a plan is for, as the rules may ask about it: an answer and until when it stays the same."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from afterword.core.protocol.workdays import DAY, at_local, local_day, utc

_LAST = datetime.max.replace(tzinfo=UTC)


class Held(NamedTuple):
    """From which moment up to which an answer holds, in UTC."""

    since: datetime
    until: datetime


class Present:
    """The present instant, which answers questions and notes how long its answers hold.

    Every rule learns of the time by asking here, so ``until`` (UTC) is the first moment at which a rule that
    asked the same questions could hear something else. Nothing keeps the instant itself within a rule's reach:
    a rule that looked at it could not be shown again later.
    """

    __slots__ = ("_at", "_year_ends", "until", "year")

    def __init__(self, at: datetime) -> None:
        """``at`` must be aware."""
        if at.tzinfo is None:
            raise ValueError("“now” needs a time zone")
        self._at = utc(at)
        self.year = self._at.year
        self._year_ends = datetime(self.year + 1, 1, 1, tzinfo=UTC) if self.year < _LAST.year else _LAST
        self.until = self._year_ends

    def begin(self) -> None:
        """Forget what was asked so far; how a day is said changes with the year, so no answer outlasts it."""
        self.until = self._year_ends

    def held(self) -> Held:
        """The time in which the answers given since :meth:`begin` hold."""
        return Held(self._at, self.until)

    def lies_in(self, held: Held) -> bool:
        """Whether answers given earlier still hold; this is no question of a rule."""
        return held.since <= self._at < held.until

    def before(self, moment: datetime) -> bool:
        """Whether an instant (in UTC) still lies ahead."""
        if self._at < moment:
            if moment < self.until:
                self.until = moment
            return True
        return False

    def after(self, moment: datetime) -> bool:
        """Whether an instant (in UTC) has passed; at the instant itself it has not."""
        if self._at > moment:
            return True
        ends = moment if self._at < moment else moment + datetime.resolution
        if ends < self.until:
            self.until = ends
        return False

    def day(self, zone: ZoneInfo) -> date:
        """The present day in a zone."""
        today = local_day(self._at, zone)
        if today < date.max:
            self.before(at_local(today + DAY, time(0), zone))
        return today

    def days_since(self, moment: datetime) -> int:
        """Whole days of 24 hours since an instant (in UTC)."""
        days = (self._at - moment).days
        self.before(moment + timedelta(days=days + 1))
        return days
