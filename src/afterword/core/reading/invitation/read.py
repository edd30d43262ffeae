"""Reading an invitation: a calendar file, or a mail with one inside. Nothing in it is fetched or run."""

from dataclasses import dataclass, replace
from datetime import datetime

from afterword.core.findings import Finding, Severity
from afterword.core.reading.contentline import read_line
from afterword.core.reading.decode import decode
from afterword.core.reading.invitation import recurrence
from afterword.core.reading.invitation.blocks import CalendarText, cut
from afterword.core.reading.invitation.event import EventRead, read_event
from afterword.core.reading.invitation.limits import (
    MAX_BYTES,
    MAX_EVENTS,
    MAX_MAIL_BYTES,
    MAX_OCCURRENCES,
    MAX_TEXT,
)
from afterword.core.reading.invitation.lines import Properties
from afterword.core.reading.invitation.mail import calendar_parts, looks_like_mail
from afterword.core.reading.invitation.newest import newest
from afterword.core.reading.invitation.observances import Observances, observances
from afterword.core.reading.invitation.times import Clock
from afterword.core.reading.invitation.values import InterviewRead, InvitationReading

#: Recurring events of one file whose occurrences are worked out.
_FOLLOWED_SERIES = 50


@dataclass(slots=True)
class _Budget:
    """What may still be spent on one file."""

    events: int = MAX_EVENTS
    occurrences: int = MAX_OCCURRENCES
    series: int = _FOLLOWED_SERIES


def read_invitation(data: bytes, *, mine: frozenset[str] = frozenset()) -> InvitationReading:
    """Read the bytes of an .ics or .eml file; ``mine`` are the user's own mail addresses.

    Never fails: what cannot be read comes back as findings and unreadable text beside what can.
    """
    if looks_like_mail(data):
        return _read_mail(data, mine=mine)
    if len(data) > MAX_BYTES:
        return _refused(
            "file.too_large", f"The file is larger than {MAX_BYTES // 1_000_000} MB; no invitation is."
        )
    return newest([_read_calendar(data, method="", mine=mine, budget=_Budget())])


def _refused(code: str, message: str) -> InvitationReading:
    return InvitationReading(findings=(Finding(code, message),))


def _read_mail(data: bytes, *, mine: frozenset[str]) -> InvitationReading:
    if len(data) > MAX_MAIL_BYTES:
        return _refused("file.too_large", f"The mail is larger than {MAX_MAIL_BYTES // 1_000_000} MB.")
    parts = calendar_parts(data)
    if not parts.calendars:
        return _refused("mail.no_invitation", "The mail holds no calendar invitation.")
    budget = _Budget()
    whose = mine or parts.recipients
    return newest(
        _read_calendar(part, method=method, mine=whose, budget=budget) for part, method in parts.calendars
    )


def _read_calendar(data: bytes, *, method: str, mine: frozenset[str], budget: _Budget) -> InvitationReading:
    decoded = decode(data)
    calendars = cut(decoded.text)
    findings: list[Finding] = []
    if decoded.damaged:
        findings.append(Finding("file.damaged", "Some characters of the file could not be read."))
    events = sum(len(calendar.events) for calendar in calendars)
    if not events:
        findings.append(Finding("file.no_events", "The file holds no calendar event."))
        return InvitationReading(findings=tuple(findings), unreadable=_shown(decoded.text))
    if events > budget.events:
        findings.append(
            Finding("file.too_many", f"The file holds {events} events; the first {budget.events} were read.")
        )
    read: list[EventRead] = []
    for calendar in calendars:
        read.extend(_read_events(calendar, method=method, mine=mine, budget=budget, findings=findings))
    interviews = tuple(one.interview for one in read if one.interview)
    findings.extend(finding for one in read for finding in one.findings)
    unreadable = tuple(text for one in read for text in one.unreadable)
    return InvitationReading(interviews, tuple(findings), unreadable)


def _shown(text: str) -> tuple[str, ...]:
    return (text[:MAX_TEXT],) if text.strip() else ()


def _read_events(
    calendar: CalendarText, *, method: str, mine: frozenset[str], budget: _Budget, findings: list[Finding]
) -> list[EventRead]:
    own = _own(calendar)
    said = own.text("METHOD").upper()[:20] or method
    clock = _clock(calendar, own, findings)
    read: list[EventRead] = []
    for number, block in enumerate(calendar.events[: budget.events], start=1):
        one = read_event(block, number=number, method=said, clock=clock, mine=mine)
        if one.interview and one.interview.recurring:
            one = replace(
                one, interview=_with_occurrences(one.interview, one.properties, clock, budget, findings)
            )
        read.append(one)
    budget.events -= len(read)
    return read


def _own(calendar: CalendarText) -> Properties:
    return Properties(tuple(held for line in calendar.lines[:200] if (held := read_line(line))))


def _clock(calendar: CalendarText, own: Properties, findings: list[Finding]) -> Clock:
    """The file's own zones; two definitions of one name keep the first that can be read."""
    defined: dict[str, Observances] = {}
    for block in calendar.zones[:100]:
        rules = observances(block)
        if rules is None:
            name = next(
                (line.strip()[:60] for line in block.lines if line.upper().startswith("TZID")), "unnamed"
            )
            findings.append(
                Finding("zone.unreadable", f"A time zone of the file (VTIMEZONE, {name}) could not be read.")
            )
        else:
            defined.setdefault(rules.name, rules)
    hints = (own.text("X-WR-TIMEZONE"), *(defined if len(defined) == 1 else ()))
    return Clock(defined, tuple(hint for hint in hints if hint))


def _with_occurrences(
    interview: InterviewRead, held: Properties, clock: Clock, budget: _Budget, findings: list[Finding]
) -> InterviewRead:
    first = interview.start
    if first is None or interview.recurrence_id:
        return interview
    label = f"“{interview.summary[:60]}”" if interview.summary else "A repeated event"
    rules = [recurrence.read_rule(rule.raw) for rule in held.all("RRULE")]
    if None in rules or len(rules) > 1 or held.all("EXRULE"):
        findings.append(
            Finding(
                "recurrence.unread",
                f"{label} repeats by a rule that is not followed (RRULE); its first start is shown.",
            )
        )
        return interview
    if budget.series <= 0:
        return interview
    budget.series -= 1
    dates = _starts(first, next(iter(rules), None), held, clock)[: min(MAX_OCCURRENCES, budget.occurrences)]
    budget.occurrences -= len(dates)
    findings.append(
        Finding(
            "recurrence.which",
            f"{label} repeats; tell which occurrence was your interview.",
            severity=Severity.NOTE,
        )
    )
    return replace(interview, occurrences=dates)


def _starts(
    first: datetime, rule: recurrence.Rule | None, held: Properties, clock: Clock
) -> tuple[datetime, ...]:
    found = {first} if rule is None else set(recurrence.starts(first, rule))
    found |= _listed("RDATE", held, clock, like=first)
    return tuple(sorted(found - _listed("EXDATE", held, clock, like=first)))


def _listed(name: str, held: Properties, clock: Clock, *, like: datetime) -> set[datetime]:
    """The starts a property lists, as far as they can be compared with the first one."""
    found = set()
    for held_dates in held.all(name):
        for said in held_dates.raw.split(",")[:MAX_OCCURRENCES]:
            read = clock.read(replace(held_dates, raw=said.split("/")[0].strip()))
            if read and (read.time.tzinfo is None) == (like.tzinfo is None):
                found.add(read.time if like.tzinfo is None else read.time.astimezone(like.tzinfo))
    return found
