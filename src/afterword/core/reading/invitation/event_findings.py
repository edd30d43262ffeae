"""What there is to say about one event that was read: what failed, what was guessed, what must be asked."""

from collections.abc import Iterator

from afterword.core.findings import Finding, Severity
from afterword.core.reading.invitation.lines import Properties
from afterword.core.reading.invitation.newest import ANSWERS
from afterword.core.reading.invitation.times import Times
from afterword.core.reading.invitation.values import InterviewRead


def findings_of(
    interview: InterviewRead, *, label: str, complete: bool, held: Properties, times: Times, alone: bool
) -> tuple[Finding, ...]:
    """Every finding about an event; ``label`` names it in the middle of a sentence.

    ``complete`` tells that the file holds its end, ``alone`` that its only guest may be the user.
    """
    found = [*_of_lines(label=label, complete=complete, held=held, times=times)]
    found += _of_times(interview, label=label, times=times)
    if alone:
        found.append(
            _note("people.me", f"The only guest of {label} may be you; tell which address is yours.")
        )
    if interview.method in ANSWERS:
        message = f"{_capital(label)} is an answer to an invitation ({interview.method}); it changes nothing."
        found.append(_note("method.answer", message))
    return tuple(found)


def unreadable(label: str, times: Times) -> Finding:
    """That nothing of an event could be used, with the first reason."""
    why = times.faults[0][1] if times.faults else "nothing in it makes sense"
    return Finding("event.unreadable", f"{_capital(label)} could not be read: {why} (DTSTART).")


def _of_lines(*, label: str, complete: bool, held: Properties, times: Times) -> Iterator[Finding]:
    for name, fault in times.faults:
        yield Finding("event.property", f"In {label}, {name} could not be used: {fault}.")
    if not complete:
        message = f"{_capital(label)} has no end in the file; what is there was kept."
        yield Finding("event.truncated", message)
    if held.broken:
        named = ", ".join(line.strip()[:40] for line in held.broken[:3])
        yield Finding("event.line", f"In {label}, these lines could not be read: {named}.")
    if held.mended:
        message = f"In {label}, lines that belong to no property were added to the text before them."
        yield _note("event.mended", message)


def _of_times(interview: InterviewRead, *, label: str, times: Times) -> Iterator[Finding]:
    start = times.start
    if start and start.fault and not times.all_day:
        code = "zone.check" if interview.zone else "zone.ask"
        yield Finding(code, f"{start.fault} Which time zone is {label} in?", fixes=start.suggestions)
    if times.all_day:
        message = f"{_capital(label)} names days only; tell its hours and time zone."
        yield Finding("time.all_day", message)
    elif times.end_guessed and start:
        yield _note("time.end_guessed", f"{_capital(label)} has no end; one hour is assumed.")


def _note(code: str, message: str) -> Finding:
    return Finding(code, message, severity=Severity.NOTE)


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]
