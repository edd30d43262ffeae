"""Rule C: no word within a week, or by the working day after a promised date, opens a call."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from afterword.core.facts import Call, CallResult, LetterKind, LetterSent, PersonId, Reply
from afterword.core.protocol.callee import callee
from afterword.core.protocol.ledger import Ledger, Place, Story
from afterword.core.protocol.silence import Cause, Silence, away_until, checks_of, ruling_promise, silence_of
from afterword.core.protocol.steps import Act, Dropped, Rule, State, Step
from afterword.core.protocol.stops import times, why_stopped
from afterword.core.protocol.window import Window
from afterword.core.protocol.wording import day, sentence
from afterword.core.protocol.workdays import (
    at_local,
    best_slot,
    into_hours,
    local_day,
    utc,
    working_days_after,
)

_STOPPED = {
    Cause.WORD: "that is word, so no call is due; when they promise a date, record it and the call comes back",
    Cause.NEXT_ROUND: "a next round is announced, so the call waits for the next interview",
    Cause.OFFER: "they made an offer, so there is nothing to call about",
    Cause.DECIDED: "they told you the decision on the phone, so no further check is due",
}


def phone_call(story: Story, *, ledger: Ledger) -> Iterator[Step | Dropped]:
    """The checks made, and the next one with its opening, or why there is none (rule C).

    Opens in the recipient's working hours on a working day; shown in their zone.
    """
    checks = checks_of(story)
    yield from _made(checks, story, ledger)
    if not story.held:
        return
    who = callee(story, ledger)
    why = why_stopped(story, who, ledger)
    if why:
        reason = sentence(f"{why}, so no call about the decision follows")
        yield _dropped(story, len(checks), who, reason)
        return
    silence = silence_of(story, checks, playbook=ledger.playbook)
    if silence.cause is Cause.DECIDED:
        yield _record_outcome(story, silence, ledger)
        yield _dropped(story, len(checks), who, _stopped_by(story, silence, ledger))
    elif silence.cause in _STOPPED and ruling_promise(story, silence) is None:
        yield _dropped(story, len(checks), who, _stopped_by(story, silence, ledger))
    elif silence.count >= ledger.playbook.phone_call.checks + _lifts(story, silence):
        yield from _enough(story, silence, who, ledger)
    else:
        yield _next(story, silence, who, ledger)


def _lifts(story: Story, silence: Silence) -> int:
    """How many checks beyond the limit the user's overrides since the last check allow."""
    return sum(utc(one.at) >= silence.at for one in story.overrides)


# ---------------------------------------------------------------- what was done


def _made(checks: tuple[Call | LetterSent, ...], story: Story, ledger: Ledger) -> Iterator[Step]:
    """One done step per check on record."""
    for number, check in enumerate(checks, start=1):
        place = ledger.place(check.to, story)
        by_call = isinstance(check, Call)
        yield Step(
            key=f"phone_call:{story.opportunity.id}:{number}",
            rule=Rule.PHONE_CALL,
            act=Act.CALL if by_call else Act.WRITE,
            state=State.DONE,
            reason=f"{_told(check, ledger, place)}; that is check number {number} for {story.title}.",
            person=check.to,
            opportunity=story.opportunity.id,
            letter=None if by_call else LetterKind.STATUS_CHECK,
            check=number,
        )


_RESULTS = {
    CallResult.NOT_YET: "nothing was decided yet",
    CallResult.VOICEMAIL: "left a voicemail",
    CallResult.DECIDED_YES: "they had decided for you",
    CallResult.DECIDED_NO: "they had decided against it",
    CallResult.WRONG_MOMENT: "it was the wrong moment",
    CallResult.SOMEONE_ELSE: "somebody else answered",
}


def _told(check: Call | LetterSent, ledger: Ledger, place: Place) -> str:
    """A check as the first clause of a sentence."""
    on, name = ledger.day(check.at, place), ledger.name(check.to)
    if isinstance(check, LetterSent):
        return f"You sent {name} a status check on {on}"
    return f"You called {name} on {on} and {_RESULTS[check.result]}"


# ---------------------------------------------------------------- what comes next


@dataclass(frozen=True, slots=True)
class _Opening:
    """The earliest instant of the next check (UTC) and the clause that says why then."""

    at: datetime
    why: str


def _next(story: Story, silence: Silence, who: PersonId | None, ledger: Ledger) -> Step:
    """The check that waits: a call, or a status-check e-mail where calls are unwelcome."""
    place = ledger.place(who, story, silence.interview.zone)
    opening = _put_off(_opening(story, silence, who, ledger, place), story, silence, who, ledger, place)
    writes = story.opportunity.call_unwelcome
    window = _window(opening.at, ledger, place, writes=writes)
    shown = window.shown(place.zone)
    act = (
        f"write {ledger.name(who)} a short status check, because a call is unwelcome there"
        if writes
        else f"call {ledger.name(who)} and ask whether a decision has been made"
    )
    return Step(
        key=_key(story, silence.made),
        rule=Rule.PHONE_CALL,
        act=Act.WRITE if writes else Act.CALL,
        state=window.state(ledger.now),
        reason=sentence(f"{opening.why}, {act}"),
        person=who,
        interview=None,
        opportunity=story.opportunity.id,
        letter=LetterKind.STATUS_CHECK if writes else None,
        opens=shown.opens,
        target=shown.target,
        due=shown.due,
        check=silence.count + 1,
    )


def _key(story: Story, made: int) -> str:
    return f"phone_call:{story.opportunity.id}:{made + 1}"


def _opening(story: Story, silence: Silence, who: PersonId | None, ledger: Ledger, place: Place) -> _Opening:
    """The date they promised or named, else so long after the interview or the last check."""
    numbers, hours = ledger.playbook.phone_call, ledger.playbook.hours
    promise = ruling_promise(story, silence)
    if promise is not None and promise.due is not None:
        first = working_days_after(promise.due, numbers.promise_working_days, place.country)
        why = f"They promised word by {day(promise.due)}; if none has come by the working day after"
        return _Opening(at_local(first, hours.working_from, place.zone), why)
    on = ledger.day(silence.at, place)
    if silence.check_back is not None:
        why = f"On {on} they asked you to check back on {day(silence.check_back)}; if no word comes before"
        return _Opening(at_local(silence.check_back, hours.working_from, place.zone), why)
    if silence.cause is Cause.VOICEMAIL:
        first = working_days_after(
            local_day(silence.at, place.zone), numbers.voicemail_working_days, place.country
        )
        why = f"You left a voicemail on {on}; on the third working day after"
        return _Opening(
            at_local(first, hours.working_from, place.zone), _counted(why, numbers.voicemail_working_days)
        )
    if silence.cause is Cause.INTERVIEW:
        why = f"If no word comes within {_span(numbers.wait_hours.days)} of your interview on {on}"
        return _Opening(silence.at + numbers.wait_hours, why)
    said = "You sent a status check" if silence.cause is Cause.WROTE else "They said “not yet”"
    why = f"{said} on {on} and named no date; if no word comes within {_span(numbers.again_hours.days)}"
    return _Opening(silence.at + numbers.again_hours, why)


def _counted(why: str, count: int) -> str:
    """The clause with the playbook's own count in place of "third"."""
    words = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}
    return why.replace("third", words.get(count, f"{count}th"))


def _span(days: int) -> str:
    return {7: "a week", 1: "a day", 14: "two weeks"}.get(days, f"{days} days")


def _put_off(
    opening: _Opening, story: Story, silence: Silence, who: PersonId | None, ledger: Ledger, place: Place
) -> _Opening:
    """The opening moved past a wrong moment and past the return of somebody who is away."""
    numbers, start = ledger.playbook.phone_call, ledger.playbook.hours.working_from
    call = silence.put_off
    if call is not None:
        first = call.check_back or working_days_after(
            local_day(call.at, place.zone), numbers.moment_working_days, place.country
        )
        moment = at_local(first, start, place.zone)
        if moment > opening.at:
            why = f"You called on {ledger.day(call.at, place)} and {_RESULTS[call.result]}; try again:"
            opening = _Opening(moment, why.removesuffix(":") + " on a better day and")
    returns = away_until(story, silence, who)
    if returns is not None:
        first = working_days_after(returns, numbers.return_working_days, place.country)
        moment = at_local(first, start, place.zone)
        if moment > opening.at:
            why = f"{ledger.name(who)} is away until {day(returns)}; on the working day after the return"
            opening = _Opening(moment, why)
    return opening


def _window(opens: datetime, ledger: Ledger, place: Place, *, writes: bool) -> Window:
    """The opening inside the recipient's hours, with the preferred slot as target."""
    numbers, hours = ledger.playbook.phone_call, ledger.playbook.hours
    start, end = (
        (hours.polite_from, hours.polite_until) if writes else (hours.working_from, hours.working_until)
    )
    opens = into_hours(opens, place.zone, place.country, start, end)
    last = working_days_after(local_day(opens, place.zone), numbers.due_working_days, place.country)
    due = at_local(last, end, place.zone)
    target = (
        opens
        if writes
        else best_slot(opens, due, place.zone, place.country, numbers.best_days, numbers.best_slots)
    )
    return Window(opens=opens, target=target, due=due)


# ---------------------------------------------------------------- where it stops


def _stopped_by(story: Story, silence: Silence, ledger: Ledger) -> str:
    """Why the call stops, naming what was heard and when."""
    place = ledger.place(None, story, silence.interview.zone)
    on = ledger.day(silence.at, place)
    return f"{_heard(story, silence, ledger)} on {on}: {_STOPPED[silence.cause]}."


def _heard(story: Story, silence: Silence, ledger: Ledger) -> str:
    fact = silence.fact
    if isinstance(fact, Reply):
        company = story.opportunity.company or "the employer"
        return f"{ledger.name(fact.sender) if fact.sender else f'Somebody at {company}'} wrote"
    if isinstance(fact, Call):
        return f"You called {ledger.name(fact.to)}"
    return f"You recorded how it stands with {story.title}"


def _record_outcome(story: Story, silence: Silence, ledger: Ledger) -> Step:
    """The decision was told on the phone; only the user can record it."""
    call = silence.fact
    assert isinstance(call, Call)
    place = ledger.place(call.to, story, silence.interview.zone)
    verdict = "for you" if call.result is CallResult.DECIDED_YES else "against it"
    return Step(
        key=f"record_outcome:{story.opportunity.id}:{call.id}",
        rule=Rule.PHONE_CALL,
        act=Act.CONFIRM,
        state=Window(opens=silence.at).state(ledger.now),
        reason=(
            f"On {ledger.day(call.at, place)} {ledger.name(call.to)} told you they had decided {verdict}; "
            "record the outcome so that the plan can go on."
        ),
        person=call.to,
        opportunity=story.opportunity.id,
        opens=silence.at.astimezone(place.zone),
    )


def _enough(story: Story, silence: Silence, who: PersonId | None, ledger: Ledger) -> Iterator[Step | Dropped]:
    """The limit: no further check, and after a while the question whether to close the opportunity."""
    place = ledger.place(who, story, silence.interview.zone)
    on = ledger.day(silence.at, place)
    count = times(silence.count)
    yield _dropped(
        story,
        silence.made,
        who,
        f"You have checked {count} without news, last on {on}; at most {ledger.playbook.phone_call.checks} "
        "checks, then stop until something is heard.",
    )
    opens = silence.at + ledger.playbook.phone_call.silence_hours
    yield Step(
        key=f"close_silence:{story.opportunity.id}",
        rule=Rule.OFFER,
        act=Act.CONFIRM,
        state=Window(opens=opens).state(ledger.now),
        reason=(
            f"You checked {count} on {story.title}, last on {on}, and heard nothing that decides it; "
            "close it as “no answer” when you are ready, so that your energy goes where it is welcome."
        ),
        person=who,
        opportunity=story.opportunity.id,
        opens=opens.astimezone(place.zone),
    )


def _dropped(story: Story, made: int, who: PersonId | None, reason: str) -> Dropped:
    return Dropped(
        key=_key(story, made),
        rule=Rule.PHONE_CALL,
        reason=reason,
        person=who,
        opportunity=story.opportunity.id,
    )
