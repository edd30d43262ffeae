"""Rule T: a thank-you letter to each person, for each interview that took place."""

from collections.abc import Iterator

from afterword.core.facts import Interview, InterviewStatus, LetterKind, LetterSent, PersonId
from afterword.core.protocol.ledger import Ledger, Place, Story
from afterword.core.protocol.steps import Act, Dropped, Rule, State, Step
from afterword.core.protocol.stops import why_stopped
from afterword.core.protocol.window import Window
from afterword.core.protocol.workdays import last_polite, local_day, utc


def thank_you(story: Story, *, ledger: Ledger) -> Iterator[Step | Dropped]:
    """One letter per interviewer per interview, due 48 h after its end (docs/spec/protocol.md, rule T).

    Times are counted from the interview's own end in real hours and shown in the recipient's zone.
    """
    sent = [letter for letter in story.letters if letter.kind is LetterKind.THANK_YOU]
    for interview in story.interviews:
        windows: dict[Place, Window] = {}
        for who in dict.fromkeys(interview.interviewers):
            if interview.status is not InterviewStatus.PLANNED:
                yield _not_held(interview, who, story, ledger)
                continue
            place = ledger.place(who, story, interview.zone)
            window = windows.get(place)
            if window is None:
                window = windows[place] = _window(interview, place, ledger)
            yield from _letter(interview, who, story, ledger, place, window, sent)


def thanked(sent: list[LetterSent], interview: Interview, who: PersonId, place: Place) -> LetterSent | None:
    """The thank-you logged for this person and interview.

    One logged without naming the interview counts for each they had held by that day.
    """
    for letter in sent:
        if letter.to != who:
            continue
        if letter.interview == interview.id:
            return letter
        if letter.interview is None and (
            local_day(letter.at, place.zone) >= local_day(interview.start, place.zone)
        ):
            return letter
    return None


def _window(interview: Interview, place: Place, ledger: Ledger) -> Window:
    """The window of one letter: the target is moved into polite hours, the limit is not."""
    numbers, hours, end = ledger.playbook.thank_you, ledger.playbook.hours, utc(interview.end)
    opens, wished = end + numbers.opens_hours, end + numbers.target_hours
    return Window(
        opens=opens,
        target=last_polite(opens, wished, place.zone, hours.polite_from, hours.polite_until),
        due=end + numbers.due_hours,
        closes=end + numbers.closes_hours,
    )


def _letter(
    interview: Interview,
    who: PersonId,
    story: Story,
    ledger: Ledger,
    place: Place,
    window: Window,
    sent: list[LetterSent],
) -> Iterator[Step | Dropped]:
    """The step of one letter, or why there is none."""
    letter = thanked(sent, interview, who, place)
    if letter is None:
        why = why_stopped(story, who, ledger)
        if why:
            yield _dropped(interview, who, story, f"{why}, so no thank-you to {ledger.name(who)} follows.")
            return
    state = State.DONE if letter else window.state(ledger.now)
    reason = _done(letter, ledger, place) if letter else _reason(interview, who, ledger, place, state)
    shown = window.shown(place.zone)
    yield Step(
        key=_key(interview, who),
        rule=Rule.THANK_YOU,
        act=Act.WRITE,
        state=state,
        reason=reason,
        person=who,
        interview=interview.id,
        opportunity=story.opportunity.id,
        letter=LetterKind.THANK_YOU,
        opens=shown.opens,
        target=shown.target,
        due=shown.due,
        closes=shown.closes,
    )
    if state is State.CLOSED:
        yield _dropped(interview, who, story, reason)


def _key(interview: Interview, who: PersonId) -> str:
    return f"thank_you:{interview.id}:{who}"


def _reason(interview: Interview, who: PersonId, ledger: Ledger, place: Place, state: State) -> str:
    """Why this letter is asked for, as it stands."""
    name, met = ledger.name(who), ledger.day(interview.end, place)
    hours = _hours(ledger.playbook.thank_you.due_hours.total_seconds())
    if state is State.LATER and ledger.now < utc(interview.end):
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
    return _dropped(interview, who, story, f"{fact}, so there is no thank-you to {ledger.name(who)}.")


def _dropped(interview: Interview, who: PersonId, story: Story, reason: str) -> Dropped:
    return Dropped(
        key=_key(interview, who),
        rule=Rule.THANK_YOU,
        reason=reason,
        person=who,
        interview=interview.id,
        opportunity=story.opportunity.id,
    )
