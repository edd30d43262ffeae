"""Rule T: a thank-you letter to each person, for each interview that took place."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from afterword.core.facts import (
    Interview,
    InterviewId,
    InterviewStatus,
    LetterKind,
    LetterSent,
    OpportunityId,
    PersonId,
)
from afterword.core.protocol.ledger import Ledger, Place, Story
from afterword.core.protocol.steps import Act, Dropped, Rule, State, Step
from afterword.core.protocol.stops import why_stopped
from afterword.core.protocol.workdays import last_polite, local_day, utc


def thank_you(story: Story, *, ledger: Ledger) -> Iterator[Step | Dropped]:
    """One letter per interviewer per interview, due 48 h after its end (docs/spec/protocol.md, rule T).

    Times are counted from the interview's own end in real hours and shown in the recipient's zone.
    """
    thanks = _thanks(story)
    for interview in story.interviews:
        times: dict[ZoneInfo, _Times] = {}
        for who in dict.fromkeys(interview.interviewers):
            if interview.status is not InterviewStatus.PLANNED:
                yield _not_held(interview, who, story, ledger)
                continue
            place = ledger.place(who, story, interview.zone)
            letter = thanks.get((interview.id, who)) or _unnamed(thanks.get((None, who)), interview, place)
            if letter is not None:
                state, reason = State.DONE, _done(letter, ledger, place)
            elif why := why_stopped(story, who, ledger):
                yield _dropped(interview, who, f"{why}, so no thank-you to {ledger.name(who)} follows.")
                continue
            else:
                state = _state(interview, ledger)
                reason = _reason(interview, who, ledger, place, state)
            if place.zone not in times:
                times[place.zone] = _times(interview, place.zone, ledger)
            yield _step(interview.id, interview.opportunity, who, state, reason, times[place.zone])
            if state is State.CLOSED:
                yield _dropped(interview, who, reason)


def _thanks(story: Story) -> dict[tuple[InterviewId | None, PersonId], LetterSent]:
    """The thank-yous logged, by interview and person: the first of each, and the last that names no interview."""
    thanks: dict[tuple[InterviewId | None, PersonId], LetterSent] = {}
    for letter in story.letters:
        if letter.kind is LetterKind.THANK_YOU:
            key = (letter.interview, letter.to)
            if letter.interview is None or key not in thanks:
                thanks[key] = letter
    return thanks


def _unnamed(letter: LetterSent | None, interview: Interview, place: Place) -> LetterSent | None:
    """A thank-you that names no interview counts for each the person had held by that day."""
    if letter is None or local_day(letter.at, place.zone) < local_day(interview.start, place.zone):
        return None
    return letter


def _state(interview: Interview, ledger: Ledger) -> State:
    """Where a letter not yet written stands, by the real hours since the interview's end."""
    numbers, end = ledger.playbook.thank_you, utc(interview.end)
    if ledger.now.before(end + numbers.opens_hours):
        return State.LATER
    if not ledger.now.after(end + numbers.due_hours):
        return State.OPEN
    return State.CLOSED if ledger.now.after(end + numbers.closes_hours) else State.LATE


#: Opens, target, due, closes, shown in the recipient's zone.
_Times = tuple[datetime, datetime, datetime, datetime]


def _times(interview: Interview, zone: ZoneInfo, ledger: Ledger) -> _Times:
    """The times of a letter about an interview to somebody in a zone."""
    numbers, hours = ledger.playbook.thank_you, ledger.playbook.hours
    spans = (numbers.opens_hours, numbers.target_hours, numbers.due_hours, numbers.closes_hours)
    return _times_after(utc(interview.end), zone, spans, (hours.polite_from, hours.polite_until))


@lru_cache(maxsize=1 << 14)
def _times_after(
    end: datetime,
    zone: ZoneInfo,
    spans: tuple[timedelta, timedelta, timedelta, timedelta],
    polite: tuple[time, time],
) -> _Times:
    """The times after an end in UTC: the target is moved into polite hours, the limit is not."""
    opens, target, due, closes = spans
    wished = last_polite(end + opens, end + target, zone, *polite)
    return (
        (end + opens).astimezone(zone),
        wished.astimezone(zone),
        (end + due).astimezone(zone),
        (end + closes).astimezone(zone),
    )


@lru_cache(maxsize=1 << 15)
def _step(
    interview: InterviewId,
    opportunity: OpportunityId,
    who: PersonId,
    state: State,
    reason: str,
    times: _Times,
) -> Step:
    """The step of one letter. Remembered, because at each new look most letters stand as they did at the last."""
    opens, target, due, closes = times
    return Step(
        key=_key(interview, who),
        rule=Rule.THANK_YOU,
        act=Act.WRITE,
        state=state,
        reason=reason,
        person=who,
        interview=interview,
        opportunity=opportunity,
        letter=LetterKind.THANK_YOU,
        opens=opens,
        target=target,
        due=due,
        closes=closes,
    )


def _key(interview: InterviewId, who: PersonId) -> str:
    return f"thank_you:{interview}:{who}"


def _reason(interview: Interview, who: PersonId, ledger: Ledger, place: Place, state: State) -> str:
    """Why this letter is asked for, as it stands."""
    name, met = ledger.name(who), ledger.day(interview.end, place)
    hours = _hours(ledger.playbook.thank_you.due_hours.total_seconds())
    if state is State.LATER and ledger.now.before(utc(interview.end)):
        return f"You meet {name} on {met}; thank each person within {hours} of the interview's end."
    if state is State.LATE:
        return (
            f"You met {name} on {met} and the {hours} for a thank-you have passed; "
            "a late note without an excuse is still better than none."
        )
    if state is State.CLOSED:
        days = _days(ledger.playbook.thank_you.closes_hours.total_seconds())
        return (
            f"You met {name} on {met}, more than {days} ago: too late for a thank-you of its own, "
            "so the thanks go into the status check."
        )
    return f"You met {name} on {met}; thank each person within {hours} of the interview's end."


def _hours(seconds: float) -> str:
    return f"{seconds / 3600:g} hours"


def _days(seconds: float) -> str:
    days = seconds / 86400
    return "five days" if days == 5 else f"{days:g} days"


def _done(letter: LetterSent, ledger: Ledger, place: Place) -> str:
    return f"You thanked {ledger.name(letter.to)} on {ledger.day(letter.at, place)}; one thank-you each is enough."


def _not_held(interview: Interview, who: PersonId, story: Story, ledger: Ledger) -> Dropped:
    on = ledger.day(interview.start, ledger.place(who, story, interview.zone))
    fact = (
        f"The interview of {on} was cancelled"
        if interview.status is InterviewStatus.CANCELLED
        else f"The interview of {on} did not take place"
    )
    return _dropped(interview, who, f"{fact}, so there is no thank-you to {ledger.name(who)}.")


def _dropped(interview: Interview, who: PersonId, reason: str) -> Dropped:
    return Dropped(
        key=_key(interview.id, who),
        rule=Rule.THANK_YOU,
        reason=reason,
        person=who,
        interview=interview.id,
        opportunity=interview.opportunity,
    )
