"""What was understood of an invitation, with what is sure, what is guessed and what must be asked."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from afterword.core.findings import Finding


class PersonRole(StrEnum):
    """What an invitation says a person is to the meeting."""

    ORGANIZER = "organizer"
    ATTENDEE = "attendee"
    OPTIONAL = "optional"
    GROUP = "group"
    ROOM = "room"
    NAMED = "named"  # named in the description only


@dataclass(frozen=True, slots=True)
class PersonRead:
    """Somebody an invitation names. ``name`` is empty where the file has only an address.

    ``suggested_name`` is read out of the address and must be confirmed; ``why`` tells in words why the
    person was or was not taken for an interviewer.
    """

    name: str
    email: str
    role: PersonRole
    likely_interviewer: bool
    why: str
    title: str = ""
    suggested_name: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """Something read between the lines: the text, and the words of the file that decided."""

    text: str
    words: str


@dataclass(frozen=True, slots=True)
class InterviewRead:
    """One event of an invitation. Times are aware when the zone is known, else wall time as written.

    ``zone`` is an IANA name or "" (ask), ``zone_said`` what the file calls it, ``zone_suggestions`` what
    it may mean. ``status`` and ``method`` are the file's words in capitals (RFC 5545, 5546). All-day
    events start at 00:00 and end at 17:00 of their last day. ``occurrences`` are the starts of a
    recurring event, soonest first.
    """

    uid: str = ""
    recurrence_id: str = ""
    method: str = ""
    sequence: int = 0
    dtstamp: datetime | None = None
    status: str = ""
    summary: str = ""
    start: datetime | None = None
    end: datetime | None = None
    end_guessed: bool = False
    all_day: bool = False
    zone: str = ""
    zone_certain: bool = False
    zone_said: str = ""
    zone_suggestions: tuple[str, ...] = ()
    link: str = ""
    location: str = ""
    description: str = ""
    people: tuple[PersonRead, ...] = ()
    recurring: bool = False
    occurrences: tuple[datetime, ...] = ()
    company: Guess | None = None
    role: Guess | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What makes two events the same one (RFC 5546): UID and RECURRENCE-ID."""
        return (self.uid, self.recurrence_id)


@dataclass(frozen=True, slots=True)
class InvitationReading:
    """All a file gave: interviews, what to look at, and the text that could not be read."""

    interviews: tuple[InterviewRead, ...] = ()
    findings: tuple[Finding, ...] = ()
    unreadable: tuple[str, ...] = ()


def instant(time: datetime) -> str:
    """An occurrence's name: its instant in UTC, so that two zones' spellings agree; wall time when the zone is unknown."""
    offset = time.utcoffset()
    wall = time.replace(tzinfo=None) - (offset or timedelta())
    return f"{wall:%Y%m%dT%H%M%S}" + ("" if offset is None else "Z")
