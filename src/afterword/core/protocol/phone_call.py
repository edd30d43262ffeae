"""Rule C: no word within a week, or by the working day after a promised date, opens a call."""

from collections.abc import Iterator

from afterword.core.facts import Call, CallResult, LetterKind, LetterSent, PersonId, Reply
from afterword.core.protocol.callee import callee
from afterword.core.protocol.ledger import Ledger, Place, Story
from afterword.core.protocol.opening import RESULTS, call_window, next_opening
from afterword.core.protocol.silence import Cause, Silence, checks_of, ruling_promise, silence_of
from afterword.core.protocol.steps import Act, Dropped, Rule, State, Step
from afterword.core.protocol.stops import times, why_stopped
from afterword.core.protocol.window import Window
from afterword.core.protocol.wording import sentence
from afterword.core.protocol.workdays import (
    utc,
)

_RULE, _CALL, _WRITE, _DONE, _LETTER = (
    Rule.PHONE_CALL,
    Act.CALL,
    Act.WRITE,
    State.DONE,
    LetterKind.STATUS_CHECK,
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
    elif silence.unanswered >= ledger.playbook.phone_call.checks + _lifts(story, silence):
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
            f"phone_call:{story.opportunity.id}:{number}",
            _RULE,
            _CALL if by_call else _WRITE,
            _DONE,
            f"{_told(check, ledger, place)}; that is check number {number} for {story.title}.",
            check.to,
            opportunity=story.opportunity.id,
            letter=None if by_call else _LETTER,
            check=number,
        )


def _told(check: Call | LetterSent, ledger: Ledger, place: Place) -> str:
    """A check as the first clause of a sentence."""
    on, name = ledger.day(check.at, place), ledger.name(check.to)
    if isinstance(check, LetterSent):
        return f"You sent {name} a status check on {on}"
    return f"You called {name} on {on} and {RESULTS[check.result]}"


# ---------------------------------------------------------------- what comes next


def _next(story: Story, silence: Silence, who: PersonId | None, ledger: Ledger) -> Step:
    """The check that waits: a call, or a status-check e-mail where calls are unwelcome."""
    place = ledger.place(who, story, silence.interview.zone)
    opening = next_opening(story, silence, who, ledger, place)
    writes = story.opportunity.call_unwelcome
    window = call_window(opening.at, ledger, place, writes=writes)
    state, shown = window.state(ledger.now), window.shown(place.zone)
    why = opening.ahead if state is State.LATER else opening.passed
    act = (
        f"write {ledger.name(who)} a short status check, because a call is unwelcome there"
        if writes
        else f"call {ledger.name(who)} and ask whether a decision has been made"
    )
    return Step(
        _key(story, silence.made),
        _RULE,
        _WRITE if writes else _CALL,
        state,
        sentence(f"{why} {act}"),
        who,
        opportunity=story.opportunity.id,
        letter=_LETTER if writes else None,
        opens=shown.opens,
        target=shown.target,
        due=shown.due,
        check=silence.unanswered + 1,
    )


def _key(story: Story, made: int) -> str:
    return f"phone_call:{story.opportunity.id}:{made + 1}"


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
    count = times(silence.unanswered)
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
