"""When the next status check opens, and the clause that says why then (rule C)."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from afterword.core.facts import Call, CallResult, PersonId, Promise
from afterword.core.protocol.ledger import Ledger, Place, Story
from afterword.core.protocol.silence import Cause, Silence, away_until, ruling_promise
from afterword.core.protocol.window import Window
from afterword.core.protocol.wording import day, ordinal
from afterword.core.protocol.workdays import at_local, best_slot, into_hours, local_day, working_days_after

#: How a call ended, as the second half of "You called …".
RESULTS = {
    CallResult.NOT_YET: "nothing was decided yet",
    CallResult.VOICEMAIL: "left a voicemail",
    CallResult.DECIDED_YES: "they had decided for you",
    CallResult.DECIDED_NO: "they had decided against it",
    CallResult.WRONG_MOMENT: "it was the wrong moment",
    CallResult.SOMEONE_ELSE: "somebody else answered",
}


class Opening(NamedTuple):
    """The earliest instant of the next check (UTC), and why then: as it lies ahead, and once it has passed."""

    at: datetime
    ahead: str
    passed: str


def next_opening(
    story: Story, silence: Silence, who: PersonId | None, ledger: Ledger, place: Place
) -> Opening:
    """The cause's own opening, moved past a wrong moment and past the return of somebody who is away."""
    opening = _cause_opening(story, silence, ledger, place)
    for other in (
        _after_call(silence.put_off, ledger, place),
        _after_return(story, silence, who, ledger, place),
    ):
        if other is not None and other.at > opening.at:
            opening = other
    return opening


def call_window(opens: datetime, ledger: Ledger, place: Place, *, writes: bool) -> Window:
    """The opening inside the recipient's hours on a working day, with the preferred slot as target; in UTC."""
    numbers, hours = ledger.playbook.phone_call, ledger.playbook.hours
    start, end = hours.working_from, hours.working_until
    if writes:
        start, end = hours.polite_from, hours.polite_until
    opens = into_hours(opens, place.zone, place.country, start, end)
    last = working_days_after(local_day(opens, place.zone), numbers.due_working_days, place.country)
    due = at_local(last, end, place.zone)
    if writes:
        return Window(opens=opens, target=opens, due=due)
    target = best_slot(opens, due, place.zone, place.country, numbers.best_days, numbers.best_slots)
    return Window(opens=opens, target=target, due=due)


# ---------------------------------------------------------------- what the wait is counted from


def _cause_opening(story: Story, silence: Silence, ledger: Ledger, place: Place) -> Opening:
    """The date they promised or named, else so long after the interview or the last check."""
    numbers, on = ledger.playbook.phone_call, ledger.day(silence.at, place)
    promise = ruling_promise(story, silence)
    if promise is not None:
        return _promised(promise, ledger, place)
    if silence.check_back is not None:
        why = f"On {on} they asked you to check back on {day(silence.check_back)}; as agreed,"
        return Opening(at_local(silence.check_back, _start(ledger), place.zone), why, why)
    if silence.cause is Cause.VOICEMAIL:
        count = numbers.voicemail_working_days
        first = working_days_after(local_day(silence.at, place.zone), count, place.country)
        why = f"You left a voicemail on {on}; on the {ordinal(count)} working day after,"
        return Opening(at_local(first, _start(ledger), place.zone), why, why)
    if silence.cause is Cause.INTERVIEW:
        span = f"{_span(numbers.wait_hours)} of your interview on {on}"
        return Opening(
            silence.at + numbers.wait_hours,
            f"If no word comes within {span},",
            f"No word has come within {span};",
        )
    said = "You sent a status check" if silence.cause is Cause.WROTE else "They said “not yet”"
    span = _span(numbers.again_hours)
    return Opening(
        silence.at + numbers.again_hours,
        f"{said} on {on}; if no word comes within {span},",
        f"{said} on {on} and no word has come within {span};",
    )


def _promised(promise: Promise, ledger: Ledger, place: Place) -> Opening:
    """The first working day after a promised date."""
    assert promise.due is not None
    count = ledger.playbook.phone_call.promise_working_days
    first = working_days_after(promise.due, count, place.country)
    after = "by the working day after" if count == 1 else f"by the {ordinal(count)} working day after"
    return Opening(
        at_local(first, _start(ledger), place.zone),
        f"They promised word by {day(promise.due)}; if none has come {after},",
        f"They promised word by {day(promise.due)} and none has come {after};",
    )


# ---------------------------------------------------------------- what moves it


def _after_call(call: Call | None, ledger: Ledger, place: Place) -> Opening | None:
    """After a wrong moment or somebody else on the line: the day they named, else the next working day."""
    if call is None:
        return None
    fact = f"You called on {ledger.day(call.at, place)} and {RESULTS[call.result]}"
    count = ledger.playbook.phone_call.moment_working_days
    first = call.check_back or working_days_after(local_day(call.at, place.zone), count, place.country)
    why = f"{fact}; on {day(first)} at the earliest,"
    return Opening(at_local(first, _start(ledger), place.zone), why, why)


def _after_return(
    story: Story, silence: Silence, who: PersonId | None, ledger: Ledger, place: Place
) -> Opening | None:
    """After the return date of an out-of-office message."""
    returns = away_until(story, silence, who)
    if returns is None:
        return None
    count = ledger.playbook.phone_call.return_working_days
    first = working_days_after(returns, count, place.country)
    why = f"An automatic reply says {ledger.name(who)} is away until {day(returns)}; once they are back,"
    return Opening(at_local(first, _start(ledger), place.zone), why, why)


def _start(ledger: Ledger) -> time:
    return ledger.playbook.hours.working_from


def _span(span: timedelta) -> str:
    return {7: "a week", 1: "a day", 14: "two weeks"}.get(span.days, f"{span.days} days")
