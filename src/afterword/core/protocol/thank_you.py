"""Rule T: a thank-you letter to each person, for each interview that took place."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from afterword.core.facts import (
    Interview,
    InterviewId,
    InterviewStatus,
    LetterKind,
    LetterSent,
    PersonId,
)
from afterword.core.protocol.ledger import Ledger, Place, Story
from afterword.core.protocol.steps import Act, Dropped, Rule, State, Step
from afterword.core.protocol.stops import why_stopped
from afterword.core.protocol.workdays import last_polite, local_day, utc

# Thousands of letters are asked about; a name of the module is found much sooner than a member of an enumeration.
_RULE, _WRITE, _KIND = Rule.THANK_YOU, Act.WRITE, LetterKind.THANK_YOU
_PLANNED, _DONE = InterviewStatus.PLANNED, State.DONE
_LATER, _LATE, _CLOSED = State.LATER, State.LATE, State.CLOSED


def thank_you(story: Story, *, ledger: Ledger) -> Iterator[Step | Dropped]:
    """One letter per interviewer per interview, due 48 h after its end (docs/spec/protocol.md, rule T).

    Times are counted from the interview's own end in real hours and shown in the recipient's zone.
    """
    thanks = _thanks(story)
    numbers, hours = ledger.playbook.thank_you, ledger.playbook.hours
    spans = (numbers.opens_hours, numbers.target_hours, numbers.due_hours, numbers.closes_hours)
    polite = (hours.polite_from, hours.polite_until)
    for interview in story.interviews:
        times: dict[ZoneInfo, _Times] = {}
        for who in dict.fromkeys(interview.interviewers):
            if interview.status is not _PLANNED:
                yield _not_held(interview, who, story, ledger)
                continue
            place = ledger.place(who, story, interview.zone)
            letter = thanks.get((interview.id, who)) or _unnamed(thanks.get((None, who)), interview, place)
            if letter is not None:
                state, reason = _DONE, _done(letter, ledger, place)
            elif why := why_stopped(story, who, ledger):
                yield _dropped(interview, who, f"{why}, so no thank-you to {ledger.name(who)} follows.")
                continue
            else:
                state = _state(interview, ledger)
                reason = _reason(interview, who, ledger, place, state)
            if place.zone not in times:
                times[place.zone] = _times_after(utc(interview.end), place.zone, spans, polite)
            yield Step(
                _key(interview, who),
                _RULE,
                _WRITE,
                state,
                reason,
                who,
                interview.id,
                interview.opportunity,
                _KIND,
                *times[place.zone],
            )
            if state is _CLOSED:
                yield _dropped(interview, who, reason)


def _thanks(story: Story) -> dict[tuple[InterviewId | None, PersonId], LetterSent]:
    """The thank-yous logged, by interview and person: the first of each, and the last that names no interview."""
    thanks: dict[tuple[InterviewId | None, PersonId], LetterSent] = {}
    for letter in story.sent.get(_KIND, ()):
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
    numbers, end, now = ledger.playbook.thank_you, utc(interview.end), ledger.now
    if now.before(end + numbers.opens_hours):
        return _LATER
    if not now.after(end + numbers.due_hours):
        return State.OPEN
    return _CLOSED if now.after(end + numbers.closes_hours) else _LATE


#: Opens, target, due, closes, shown in the recipient's zone.
_Times = tuple[datetime, datetime, datetime, datetime]


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


def _key(interview: Interview, who: PersonId) -> str:
    return f"thank_you:{interview.id}:{who}"


def _reason(interview: Interview, who: PersonId, ledger: Ledger, place: Place, state: State) -> str:
    """Why this letter is asked for, as it stands."""
    name, met = ledger.name(who), ledger.day(interview.end, place)
    hours = _hours(ledger.playbook.thank_you.due_hours)
    if state is _LATER and ledger.now.before(utc(interview.end)):
        return f"You meet {name} on {met}; thank each person within {hours} of the interview's end."
    if state is _LATE:
        return (
            f"You met {name} on {met} and the {hours} for a thank-you have passed; "
            "a late note without an excuse is still better than none."
        )
    if state is _CLOSED:
        days = _days(ledger.playbook.thank_you.closes_hours)
        return (
            f"You met {name} on {met}, more than {days} ago: too late for a thank-you of its own, "
            "so the thanks go into the status check."
        )
    return f"You met {name} on {met}; thank each person within {hours} of the interview's end."


@cache
def _hours(span: timedelta) -> str:
    return f"{span.total_seconds() / 3600:g} hours"


@cache
def _days(span: timedelta) -> str:
    days = span.total_seconds() / 86400
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
    return Dropped(_key(interview, who), _RULE, reason, who, interview.id, interview.opportunity)
