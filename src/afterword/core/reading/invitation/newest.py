"""Which of several messages about one event stands (RFC 5546): the latest, unless it is only an answer."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from afterword.core.findings import Finding, Severity
from afterword.core.reading.invitation.values import InterviewRead, InvitationReading, instant

#: Methods by which somebody answers or proposes; they never change the event itself.
ANSWERS = frozenset({"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"})
_EARLIEST = datetime(1, 1, 1, tzinfo=UTC)


def newest(readings: Iterable[InvitationReading]) -> InvitationReading:
    """One reading of many messages: per UID and RECURRENCE-ID the highest SEQUENCE, then the latest DTSTAMP.

    A cancellation keeps what the invitation said and sets the status; cancelling a series cancels its
    parts. Answers leave a note only, unless nothing but the answer is there.
    """
    readings = tuple(readings)
    standing: dict[tuple[object, ...], InterviewRead] = {}
    answers: list[InterviewRead] = []
    for place, interview in enumerate(one for reading in readings for one in reading.interviews):
        if interview.method in ANSWERS:
            answers.append(interview)
            continue
        key: tuple[object, ...] = interview.key if interview.uid else ("", place)
        before = standing.get(key)
        standing[key] = interview if before is None else _later(before, interview)
    interviews = tuple(_without_moved(_with_series(one, standing), standing) for one in standing.values())
    findings = tuple(dict.fromkeys(finding for reading in readings for finding in reading.findings))
    notes = tuple(_note(answer) for answer in answers if answer.key in standing)
    lone = tuple(answer for answer in answers if answer.key not in standing)
    unreadable = tuple(dict.fromkeys(text for reading in readings for text in reading.unreadable))
    return InvitationReading((*interviews, *lone), (*findings, *notes), unreadable)


def supersedes(later: InterviewRead, earlier: InterviewRead) -> bool:
    """Whether a message replaces an earlier one about the same event; an equal one does not."""
    return _rank(later) > _rank(earlier)


def _rank(interview: InterviewRead) -> tuple[int, datetime]:
    return interview.sequence, interview.dtstamp or _EARLIEST


def _later(one: InterviewRead, other: InterviewRead) -> InterviewRead:
    new, old = (other, one) if supersedes(other, one) else (one, other)
    if new.method == "CANCEL" and old.method != "CANCEL":
        kept = (
            old if new.start is None else replace(old, start=new.start, end=new.end if new.end else old.end)
        )
        return replace(kept, method="CANCEL", status="CANCELLED", sequence=new.sequence, dtstamp=new.dtstamp)
    return _filled(new, old) if _rank(new) == _rank(old) else new


def _filled(one: InterviewRead, other: InterviewRead) -> InterviewRead:
    """Two copies of one message: what the first lacks is taken from the second."""
    return replace(
        one,
        people=one.people or other.people,
        description=one.description or other.description,
        link=one.link or other.link,
        location=one.location or other.location,
        summary=one.summary or other.summary,
    )


def _with_series(
    interview: InterviewRead, standing: dict[tuple[object, ...], InterviewRead]
) -> InterviewRead:
    series = standing.get((interview.uid, "")) if interview.uid and interview.recurrence_id else None
    if series is not None and series.method == "CANCEL" and supersedes(series, interview):
        return replace(interview, method="CANCEL", status="CANCELLED")
    return interview


def _without_moved(
    interview: InterviewRead, standing: dict[tuple[object, ...], InterviewRead]
) -> InterviewRead:
    """A series without the occurrences that stand as events of their own."""
    kept = tuple(start for start in interview.occurrences if (interview.uid, instant(start)) not in standing)
    return replace(interview, occurrences=kept) if interview.uid else interview


def _note(answer: InterviewRead) -> Finding:
    who = next((person.name or person.email for person in answer.people), "Somebody")
    verb = "proposes another time for" if answer.method == "COUNTER" else "answered"
    return Finding("method.answer", f"{who} {verb} “{answer.summary or answer.uid}”.", severity=Severity.NOTE)
