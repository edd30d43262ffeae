"""One VEVENT as an interview: every property read for itself, every fault named."""

from dataclasses import dataclass, replace
from datetime import datetime

from afterword.core.findings import Finding, Severity
from afterword.core.reading.contentline import Property
from afterword.core.reading.invitation.blocks import Block
from afterword.core.reading.invitation.company import guess_company, houses
from afterword.core.reading.invitation.limits import MAX_LINE, MAX_TEXT
from afterword.core.reading.invitation.lines import Properties, properties
from afterword.core.reading.invitation.links import conference_link
from afterword.core.reading.invitation.named import named_people, with_titles
from afterword.core.reading.invitation.people import alone_with_unknown, read_people, suggested_name
from afterword.core.reading.invitation.plain import plain_text
from afterword.core.reading.invitation.roles import guess_role
from afterword.core.reading.invitation.times import Clock, Times, read_times
from afterword.core.reading.invitation.values import InterviewRead, PersonRead, instant
from afterword.core.reading.invitation.zones import said_in


@dataclass(frozen=True, slots=True)
class EventRead:
    """One event: the interview (None when nothing of it can be used), findings, unreadable text, its rules."""

    interview: InterviewRead | None
    findings: tuple[Finding, ...]
    unreadable: tuple[str, ...]
    properties: Properties


def read_event(block: Block, *, number: int, method: str, clock: Clock, mine: frozenset[str]) -> EventRead:
    """Read one event; ``number`` (from 1) names it in findings when it has no title."""
    held = properties(block)
    summary = plain_text(held.text("SUMMARY")[:MAX_LINE]).replace("\n", " ")
    label = f"event {number}" + (f" “{summary[:60]}”" if summary else "")
    description = plain_text((held.text("DESCRIPTION") or held.text("X-ALT-DESC"))[: 3 * MAX_TEXT])[:MAX_TEXT]
    hints = (*clock.hints, *said_in(f"{summary}\n{description}"))
    times = read_times(held, clock=replace(clock, hints=hints))
    people = read_people(held, mine=mine)
    if times.start is None and not (summary or people):
        finding = Finding(
            "event.unreadable", f"{_capital(label)} could not be read: {_first_fault(times)} (DTSTART)."
        )
        return EventRead(None, (finding,), (block.text[:MAX_TEXT],), held)
    everyone = _everyone(people, summary, description, mine=mine)
    start = times.start
    interview = InterviewRead(
        uid=held.text("UID")[:MAX_LINE],
        recurrence_id=_recurrence_id(held, clock),
        method=method,
        sequence=_whole(held.first("SEQUENCE")),
        dtstamp=_stamp(held, clock),
        status="CANCELLED" if method == "CANCEL" else held.text("STATUS").upper()[:20],
        summary=summary,
        start=start.time if start else None,
        end=times.end,
        end_guessed=times.end_guessed,
        all_day=times.all_day,
        zone=start.zone if start else "",
        zone_certain=start.certain if start else False,
        zone_said=start.said if start else "",
        zone_suggestions=start.suggestions if start else (),
        link=conference_link(held),
        location=plain_text(held.text("LOCATION")[:MAX_LINE]),
        description=description,
        people=everyone,
        recurring=bool(held.first("RRULE") or held.first("RDATE")),
        company=guess_company(summary, description, everyone),
        role=guess_role(summary, description),
    )
    findings = tuple(_findings(interview, label=label, block=block, held=held, times=times, mine=mine))
    return EventRead(interview, findings, held.broken, held)


def _everyone(
    people: tuple[PersonRead, ...], summary: str, description: str, *, mine: frozenset[str]
) -> tuple[PersonRead, ...]:
    """The guests, with titles, and whom only the description names."""
    companies = houses(f"{summary}\n{description}", people)
    own = tuple(name for address in mine if (name := suggested_name(address)))
    named = named_people(description, known=people, houses=companies, own=own)
    return (*with_titles(people, description), *named)


def _findings(
    interview: InterviewRead,
    *,
    label: str,
    block: Block,
    held: Properties,
    times: Times,
    mine: frozenset[str],
) -> list[Finding]:
    found = [
        Finding("event.property", f"In {label}, {name} could not be used: {fault}.")
        for name, fault in times.faults
    ]
    if not block.complete:
        found.append(
            Finding("event.truncated", f"{_capital(label)} has no end in the file; what is there was kept.")
        )
    if held.broken:
        named = ", ".join(line.strip()[:40] for line in held.broken[:3])
        found.append(Finding("event.line", f"In {label}, these lines could not be read: {named}."))
    if held.mended:
        found.append(
            _note(
                "event.mended",
                f"In {label}, lines that belong to no property were added to the text before them.",
            )
        )
    found.extend(_time_findings(interview, label=label, times=times))
    if alone_with_unknown(interview.people, mine=mine):
        found.append(
            _note("people.me", f"The only guest of {label} may be you; tell which address is yours.")
        )
    if interview.method in {"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"}:
        found.append(
            _note(
                "method.answer",
                f"{_capital(label)} is an answer to an invitation ({interview.method}); it changes nothing.",
            )
        )
    return found


def _time_findings(interview: InterviewRead, *, label: str, times: Times) -> list[Finding]:
    found = []
    start = times.start
    if start and start.fault and not times.all_day:
        code = "zone.ask" if not interview.zone else "zone.check"
        found.append(Finding(code, f"{start.fault} Which time zone is {label} in?", fixes=start.suggestions))
    if times.all_day:
        found.append(
            Finding("time.all_day", f"{_capital(label)} names days only; tell its hours and time zone.")
        )
    elif times.end_guessed and start:
        found.append(_note("time.end_guessed", f"{_capital(label)} has no end; one hour is assumed."))
    return found


def _note(code: str, message: str) -> Finding:
    return Finding(code, message, severity=Severity.NOTE)


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def _first_fault(times: Times) -> str:
    return times.faults[0][1] if times.faults else "nothing in it makes sense"


def _whole(held: Property | None) -> int:
    said = held.raw.strip() if held else ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 12 else 0


def _stamp(held: Properties, clock: Clock) -> datetime | None:
    said = held.first("DTSTAMP") or held.first("LAST-MODIFIED")
    read = clock.read(said) if said else None
    return read.time if read and read.time.tzinfo else None


def _recurrence_id(held: Properties, clock: Clock) -> str:
    """Which occurrence is meant, as an instant where it can be told, so that two zones' spellings agree."""
    said = held.first("RECURRENCE-ID")
    if said is None:
        return ""
    read = clock.read(said)
    if read is None or read.time.tzinfo is None:
        return said.raw.strip()[:60]
    return instant(read.time)
