"""Case files: one interview written as JSON, read into the records letters, calls and plans come from.

The format is told in docs/reference/case-file.md. Only an interview without any readable date, or
something that is no object at all, is refused; everything else is read as far as it goes, with findings.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from afterword.core.errors import BadInput
from afterword.core.facts import (
    Case,
    Decision,
    FactId,
    Facts,
    Interview,
    InterviewId,
    InterviewStatus,
    Opportunity,
    OpportunityId,
    Outcome,
    Party,
    Person,
    PersonId,
    Promise,
)
from afterword.core.findings import Finding
from afterword.core.reading import case_history
from afterword.core.reading.case_history import OUTCOMES, Told
from afterword.core.reading.case_people import (
    read_candidate,
    read_connections,
    read_debriefs,
    read_people,
)
from afterword.core.reading.dates import read_date
from afterword.core.reading.loose import (
    Noted,
    Record,
    day,
    first_words,
    is_bare_day,
    moment,
    one_of,
    record,
    words,
    zone_named,
)
from afterword.core.reading.walltime import USUAL_LENGTH

_STATUSES = {
    "": InterviewStatus.PLANNED,
    "done": InterviewStatus.PLANNED,
    "held": InterviewStatus.PLANNED,
    "confirmed": InterviewStatus.PLANNED,
    "canceled": InterviewStatus.CANCELLED,
    "no_show": InterviewStatus.MISSED,
}


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What a case file says: the case for the writer, the facts for the plan, and what to look at."""

    case: Case
    facts: Facts
    findings: tuple[Finding, ...]


def read_case(data: object, *, zone: str = "", now: datetime | None = None) -> CaseFile:
    """Read one case file's JSON value; ``zone`` (IANA) stands in when the candidate names none.

    A decided outcome whose day is not told is dated to the promised day, at the latest ``now``, else to
    the interview's end. Raises BadInput when the value is no object or the interview has no readable date.
    """
    source, noted = _unwrapped(data), Noted()
    where = _zone(source, zone, noted)
    candidate = read_candidate(record(source.get("candidate")), zone=where.key, noted=noted)
    opportunity = _opportunity(record(source.get("opportunity")), noted)
    people = read_people(source.get("interviewers"), opportunity=opportunity, noted=noted)
    interview = _interview(
        record(source.get("interview")), opportunity=opportunity.id, people=people, zone=where, noted=noted
    )
    others = read_people(source.get("people"), opportunity=opportunity, noted=noted, prefix="n")
    told = Told(opportunity.id, interview, (*people, *others), where)
    history = case_history.read_history(source.get("history"), told=told, noted=noted)
    outcome = _outcome(source, history, noted)
    promise = _promise(record(source.get("decision")), told=told, noted=noted)
    history = _with_decision(
        source, history, outcome=outcome, promise=promise, told=told, now=now, noted=noted
    )
    connections = read_connections(source.get("connections"), people=people, noted=noted)
    case = Case(
        candidate=candidate,
        opportunity=opportunity,
        interview=interview,
        interviewers=people,
        debriefs=read_debriefs(source.get("debrief"), interview=interview.id, people=people, noted=noted),
        promise=case_history.ruling_promise(history, promise),
        outcome=outcome,
        connections=connections,
        earlier=case_history.read_earlier(source.get("earlier"), told=told, noted=noted),
    )
    facts = Facts(
        candidate=candidate,
        people=told.people,
        opportunities=(opportunity,),
        interviews=(interview,),
        history=history if promise is None else (promise, *history),
        connections=connections,
    )
    return CaseFile(case=case, facts=facts, findings=noted.findings())


def _unwrapped(data: object) -> Record:
    """The case itself, also when it comes with its id and locale around it."""
    source = record(data)
    if "input" in source and "interview" not in source:
        inner = record(source["input"])
        candidate = {"locale": source.get("locale"), **record(inner.get("candidate"))}
        source = {**inner, "candidate": candidate}
    if not source:
        raise BadInput(
            "A case file is a JSON object with candidate, opportunity, interview and interviewers."
        )
    return source


def _zone(source: Record, fallback: str, noted: Noted) -> ZoneInfo:
    """The candidate's zone; then the caller's; then the interview's; then UTC, said so."""
    told = words(record(source.get("candidate")).get("zone"))
    interview = words(record(source.get("interview")).get("zone"))
    for name in (told, fallback, interview):
        if found := zone_named(name):
            return found
        if name:
            noted.warn("zone.unknown", f"“{name}” is not a time zone's name.", "America/New_York")
    noted.note("zone.missing", "The case file names no time zone; days and hours are read as UTC.")
    return ZoneInfo("UTC")


def _opportunity(source: Record, noted: Noted) -> Opportunity:
    company, role = words(source.get("company")), words(source.get("role"))
    if not company:
        noted.warn("company.missing", "The case file does not name the company.")
    if not role:
        noted.warn("role.missing", "The case file does not name the role.")
    contact, recruiter = words(source.get("contact")), words(source.get("recruiter"))
    return Opportunity(
        id=OpportunityId(words(source.get("id")) or "opportunity"),
        company=company,
        role=role,
        industry=words(source.get("industry")),
        contact=PersonId(contact) if contact else None,
        recruiter=PersonId(recruiter) if recruiter else None,
        applied_on=day(source.get("applied_on")),
        call_unwelcome=source.get("call_unwelcome") is True,
        country=words(source.get("country")).upper(),
    )


def _interview(
    source: Record, *, opportunity: OpportunityId, people: tuple[Person, ...], zone: ZoneInfo, noted: Noted
) -> Interview:
    own = words(source.get("zone"))
    said_in = zone_named(own)
    if own and said_in is None:
        noted.warn("zone.unknown", f"“{own}” is not a time zone's name.", zone.key)
    start, end, guessed = _times(source, said_in=said_in or zone, home=zone, noted=noted)
    return Interview(
        id=InterviewId(words(source.get("id")) or "interview"),
        opportunity=opportunity,
        start=start,
        end=end,
        zone=(said_in or zone).key,
        interviewers=tuple(person.id for person in people),
        round=words(source.get("round")),
        format=words(source.get("format")),
        status=one_of(
            source.get("status"),
            InterviewStatus,
            aliases=_STATUSES,
            other=InterviewStatus.PLANNED,
            noted=noted,
            field="status",
        ),
        end_guessed=guessed,
        location=words(source.get("location")),
        link=words(source.get("link")),
    )


def _times(
    source: Record, *, said_in: ZoneInfo, home: ZoneInfo, noted: Noted
) -> tuple[datetime, datetime, bool]:
    """Start, end and whether the end is guessed; a bare day ends at 17:00 where the candidate lives."""
    start = _hour(source.get("start"), said_in=said_in, noted=noted)
    end = _hour(source.get("end"), said_in=said_in, noted=noted)
    if start and end and end > start:
        return start, end, False
    if start:
        if end:
            noted.warn("end.before_start", "The interview ends before it starts; one hour is assumed.")
        return start, start + USUAL_LENGTH, True
    if end:
        return end - USUAL_LENGTH, end, False
    for name in ("date", "end", "start"):
        bare = day(source.get(name))
        if bare and (closing := moment(bare.isoformat(), zone=home)):
            return closing - USUAL_LENGTH, closing, True
    raise BadInput(
        "The case file does not say when the interview was; give interview.date, or start and end."
    )


def _hour(value: object, *, said_in: ZoneInfo, noted: Noted) -> datetime | None:
    said = words(value)
    if not said or is_bare_day(said):
        return None
    found = moment(said, zone=said_in)
    if found is None:
        noted.warn("time.unreadable", f"“{said}” is not a time; write it like 2026-11-12T15:00-05:00.")
    return found


def _outcome(source: Record, history: case_history.History, noted: Noted) -> Outcome:
    """The last outcome that happened, else what the file states."""
    decided = [fact for fact in history if isinstance(fact, Decision)]
    if decided:
        return max(decided, key=lambda fact: fact.at).outcome
    return one_of(
        source.get("outcome"), Outcome, aliases=OUTCOMES, other=Outcome.NOT_YET, noted=noted, field="outcome"
    )


def _promise(source: Record, *, told: Told, noted: Noted) -> Promise | None:
    """What the employer said about deciding, heard at the interview's end; None when nothing was said."""
    said, promised = words(source.get("said")), words(source.get("promised_date"))
    due = day(promised)
    if promised and due is None:
        noted.warn("promise.date", f"“{promised}” is not a date; write it like 2026-11-20.")
    if due is None and not any(letter.isalnum() for letter in said):
        return None
    if due is None and (meant := read_date(said, now=told.interview.end, promised=True)).date:
        noted.note(
            "promise.said",
            f"“{said}” may mean {meant.date} ({meant.words}: {meant.reading}); confirm it as decision.promised_date.",
            meant.date.isoformat(),
        )
    return Promise(
        id=FactId("promise"),
        at=told.interview.end,
        opportunity=told.opportunity,
        by=Party.EMPLOYER,
        text=said or promised,
        due=due,
    )


def _with_decision(
    source: Record,
    history: case_history.History,
    *,
    outcome: Outcome,
    promise: Promise | None,
    told: Told,
    now: datetime | None,
    noted: Noted,
) -> case_history.History:
    """The history with the stated outcome in it, unless it is open or already there."""
    if outcome is Outcome.NOT_YET or any(isinstance(fact, Decision) for fact in history):
        return history
    decision = record(source.get("decision"))
    said = first_words(decision, "decided_on", "at", "date")
    at = moment(said, zone=told.zone)
    if at is None:
        at = told.interview.end
        if promise and promise.due:
            at = max(at, moment(promise.due.isoformat(), zone=told.zone) or at)
        if now is not None:
            at = min(at, now)
        noted.note(
            "outcome.undated",
            f"The file does not say when the outcome came; {at:%Y-%m-%d} is taken. Give decision.decided_on.",
        )
    return (
        *history,
        Decision(
            id=FactId("decision"),
            at=at,
            opportunity=told.opportunity,
            outcome=outcome,
            note=words(decision.get("said")),
        ),
    )
