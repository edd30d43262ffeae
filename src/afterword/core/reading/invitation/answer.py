"""What was understood of an invitation, as the JSON that `read invite` answers with."""

from datetime import datetime

from afterword.core.findings import Finding
from afterword.core.reading.invitation.values import Guess, InterviewRead, InvitationReading, PersonRead


def to_json(reading: InvitationReading) -> dict[str, object]:
    """JSON values: times are ISO 8601 with an offset where the zone is known, bare days for all-day events."""
    return {
        "interviews": [_interview(interview) for interview in reading.interviews],
        "findings": [_finding(finding) for finding in reading.findings],
        "unreadable": list(reading.unreadable),
    }


def _interview(interview: InterviewRead) -> dict[str, object]:
    days = interview.all_day
    return {
        "uid": interview.uid,
        "recurrence_id": interview.recurrence_id,
        "method": interview.method,
        "sequence": interview.sequence,
        "dtstamp": _time(interview.dtstamp),
        "status": interview.status,
        "summary": interview.summary,
        "start": _time(interview.start, day=days),
        "end": _time(interview.end, day=days),
        "end_guessed": interview.end_guessed,
        "all_day": interview.all_day,
        "zone": interview.zone,
        "zone_certain": interview.zone_certain,
        "zone_said": interview.zone_said,
        "zone_suggestions": list(interview.zone_suggestions),
        "link": interview.link,
        "location": interview.location,
        "description": interview.description,
        "people": [_person(person) for person in interview.people],
        "recurring": interview.recurring,
        "occurrences": [_time(start, day=days) for start in interview.occurrences],
        "company": _guess(interview.company),
        "role": _guess(interview.role),
    }


def _person(person: PersonRead) -> dict[str, object]:
    return {
        "name": person.name,
        "email": person.email,
        "role": person.role.value,
        "likely_interviewer": person.likely_interviewer,
        "why": person.why,
        "title": person.title,
        "suggested_name": person.suggested_name,
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "message": finding.message,
        "fixes": list(finding.fixes),
        "severity": finding.severity.value,
    }


def _guess(guess: Guess | None) -> dict[str, str] | None:
    return None if guess is None else {"text": guess.text, "words": guess.words}


def _time(time: datetime | None, *, day: bool = False) -> str | None:
    if time is None:
        return None
    return time.date().isoformat() if day else time.isoformat()
