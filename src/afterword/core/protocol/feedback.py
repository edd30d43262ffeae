"""Rule F: a rejection opens one kind request for feedback."""

from collections.abc import Iterator

from afterword.core.facts import LetterKind, LetterSent, Outcome, Relation
from afterword.core.protocol.callee import callee
from afterword.core.protocol.ledger import Ledger, Story
from afterword.core.protocol.steps import Act, Dropped, Rule, State, Step
from afterword.core.protocol.window import Window
from afterword.core.protocol.workdays import last_polite

#: Whom to ask, best first.
_ASKED = (Relation.HIRING_MANAGER, Relation.RECRUITER, Relation.HR, Relation.EXECUTIVE)


def feedback(story: Story, *, ledger: Ledger) -> Iterator[Step | Dropped]:
    """One request per rejected opportunity, to the hiring manager or recruiter, within two days."""
    sent = story.sent.get(LetterKind.FEEDBACK_REQUEST)
    if sent:
        yield _asked(sent[0], story, ledger)
        return
    ending = story.ending
    if ending is None or ending.outcome is not Outcome.REJECTION:
        return
    who = callee(story, ledger, order=_ASKED)
    if who is None:
        yield _dropped(story, f"{story.title} was declined, but nobody is on record to ask for feedback.")
        return
    person = ledger.person(who)
    if person.do_not_contact:
        yield _dropped(story, f"You marked {person.name} “do not contact”, so no feedback is asked for.")
        return
    yield from _request(story, ledger)


def _request(story: Story, ledger: Ledger) -> Iterator[Step | Dropped]:
    ending, who = story.ending, callee(story, ledger, order=_ASKED)
    assert ending is not None
    place, numbers, hours = ledger.place(who, story), ledger.playbook.feedback, ledger.playbook.hours
    wished = ending.at + numbers.target_hours
    window = Window(
        opens=ending.at,
        target=last_polite(ending.at, wished, place.zone, hours.polite_from, hours.polite_until),
        due=ending.at + numbers.due_hours,
        closes=ending.at + numbers.closes_hours,
    )
    state, shown, on = window.state(ledger.now), window.shown(place.zone), ledger.day(ending.at, place)
    reason = (
        f"{story.title} was declined on {on}, more than {numbers.closes_hours.days} days ago; "
        "it is too late to ask for feedback kindly."
        if state is State.CLOSED
        else f"{story.title} was declined on {on}; ask {ledger.name(who)} once, kindly, for feedback within "
        f"{numbers.due_hours.total_seconds() / 3600:g} hours."
    )
    yield Step(
        key=_key(story),
        rule=Rule.FEEDBACK,
        act=Act.WRITE,
        state=state,
        reason=reason,
        person=who,
        opportunity=story.opportunity.id,
        letter=LetterKind.FEEDBACK_REQUEST,
        opens=shown.opens,
        target=shown.target,
        due=shown.due,
        closes=shown.closes,
    )
    if state is State.CLOSED:
        yield _dropped(story, reason)


def _asked(sent: LetterSent, story: Story, ledger: Ledger) -> Step:
    on = ledger.day(sent.at, ledger.place(sent.to, story))
    return Step(
        key=_key(story),
        rule=Rule.FEEDBACK,
        act=Act.WRITE,
        state=State.DONE,
        reason=f"You asked {ledger.name(sent.to)} for feedback on {on}; once is enough.",
        person=sent.to,
        opportunity=story.opportunity.id,
        letter=LetterKind.FEEDBACK_REQUEST,
    )


def _key(story: Story) -> str:
    return f"feedback:{story.opportunity.id}"


def _dropped(story: Story, reason: str) -> Dropped:
    return Dropped(key=_key(story), rule=Rule.FEEDBACK, reason=reason, opportunity=story.opportunity.id)
