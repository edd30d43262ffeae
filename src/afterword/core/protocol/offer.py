"""Rule O: an offer to answer; accepting one closes the others politely and thanks those who helped."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from afterword.core.facts import LetterKind, LetterSent, Outcome, PersonId, Relation, ReplyClass
from afterword.core.protocol.callee import callee
from afterword.core.protocol.ledger import Acceptance, Ledger, Story
from afterword.core.protocol.steps import Act, Dropped, Rule, State, Step
from afterword.core.protocol.stops import why_stopped
from afterword.core.protocol.window import Window
from afterword.core.protocol.wording import sentence
from afterword.core.protocol.workdays import last_polite, utc

_HELPERS = frozenset({Relation.RECRUITER, Relation.NETWORK})


def offer(story: Story, *, ledger: Ledger) -> Iterator[Step | Dropped]:
    """The offer to answer, and the note that tells this employer you are no longer available."""
    yield from _answer(story, ledger)
    yield from _withdrawal(story, ledger)


# ---------------------------------------------------------------- an offer stands


def _answer(story: Story, ledger: Ledger) -> Iterator[Step | Dropped]:
    """An offer stays open until the user records what they decided; the hunt goes on until they accept."""
    offered = _offered(story)
    if offered is None:
        return
    who, key = callee(story, ledger), f"answer_offer:{story.opportunity.id}"
    place = ledger.place(who, story)
    on, ending = ledger.day(offered, place), story.ending
    if ending is None and ledger.ended_by_acceptance(story):
        yield Dropped(
            key=key,
            rule=Rule.OFFER,
            reason=sentence(
                f"{why_stopped(story, None, ledger)}, so the offer of {on} is declined with a note"
            ),
            person=who,
            opportunity=story.opportunity.id,
        )
        return
    yield Step(
        key=key,
        rule=Rule.OFFER,
        act=Act.CONFIRM,
        state=State.DONE if ending is not None else Window(opens=offered).state(ledger.now),
        reason=(
            f"{story.title} made you an offer on {on}; "
            + (
                f"it is settled: {ending.words}."
                if ending
                else "answer it, and keep looking until you have accepted."
            )
        ),
        person=who,
        opportunity=story.opportunity.id,
        opens=offered.astimezone(place.zone),
    )


def _offered(story: Story) -> datetime | None:
    """When the first offer came, in UTC."""
    moments = [utc(one.at) for one in story.decisions if one.outcome is Outcome.OFFER]
    moments += [utc(one.at) for one in story.replies if one.klass is ReplyClass.OFFER]
    return min(moments, default=None)


# ---------------------------------------------------------------- the others are told


def _withdrawal(story: Story, ledger: Ledger) -> Iterator[Step | Dropped]:
    """One note per opportunity the user left, whether by withdrawing or by accepting another offer."""
    sent = story.sent.get(LetterKind.WITHDRAWAL)
    if sent:
        yield _told(sent[0], story, ledger)
        return
    left = _left(story, ledger)
    if left is None:
        return
    at, why = left
    who = callee(story, ledger)
    if who is None or ledger.person(who).do_not_contact:
        yield Dropped(
            key=_key(story),
            rule=Rule.OFFER,
            reason=f"{why}, but there is nobody to tell: close {story.title} as withdrawn.",
            opportunity=story.opportunity.id,
        )
        return
    numbers = ledger.playbook.offer
    spans = (
        numbers.withdrawal_target_hours,
        numbers.withdrawal_due_hours,
        numbers.withdrawal_closes_hours,
    )
    window = _window(at, spans, who, story, ledger)
    reason = (
        f"{why}; tell {ledger.name(who)} politely that you withdraw from {story.title}, so that nobody waits."
    )
    yield from _write(_Note(_key(story), who, LetterKind.WITHDRAWAL, window, reason), story, ledger)


def _left(story: Story, ledger: Ledger) -> tuple[datetime, str] | None:
    """When and why the user left an opportunity, if they did."""
    accepted = ledger.acceptance
    if story.ending is not None:
        if story.ending.outcome is not Outcome.WITHDRAWN:
            return None
        on = ledger.day(story.ending.at, ledger.place(None, story))
        return story.ending.at, f"You withdrew on {on}"
    if accepted is None or not ledger.ended_by_acceptance(story):
        return None
    on = ledger.day(accepted.at, ledger.place(None))
    return accepted.at, f"You accepted the offer for {accepted.title} on {on}"


def _told(sent: LetterSent, story: Story, ledger: Ledger) -> Step:
    on = ledger.day(sent.at, ledger.place(sent.to, story))
    return Step(
        key=_key(story),
        rule=Rule.OFFER,
        act=Act.WRITE,
        state=State.DONE,
        reason=f"You told {ledger.name(sent.to)} on {on} that you withdraw from {story.title}.",
        person=sent.to,
        opportunity=story.opportunity.id,
        letter=LetterKind.WITHDRAWAL,
    )


def _key(story: Story) -> str:
    return f"withdrawal:{story.opportunity.id}"


# ---------------------------------------------------------------- those who helped


def helper_thanks(*, ledger: Ledger) -> Iterator[Step | Dropped]:
    """Once an offer is accepted: thanks to the people who helped and to those who said yes."""
    thanked = set()
    for who, letters in sorted(ledger.letters.items()):
        sent = next((one for one in letters if one.kind is LetterKind.HELPER_THANKS), None)
        if sent is not None:
            thanked.add(who)
            yield _thanked(sent, ledger)
    accepted = ledger.acceptance
    if accepted is None:
        return
    story = next(one for one in ledger.stories if one.opportunity.id == accepted.opportunity.id)
    for who in _helpers(accepted, story, ledger):
        key = f"helper_thanks:{who}"
        if who in thanked:
            continue
        if ledger.person(who).do_not_contact:
            reason = f"You marked {ledger.name(who)} “do not contact”, so no thanks are written."
            yield Dropped(key=key, rule=Rule.OFFER, reason=reason, person=who)
            continue
        numbers = ledger.playbook.offer
        spans = (numbers.helper_target_hours, numbers.helper_due_hours, numbers.helper_closes_hours)
        window = _window(accepted.at, spans, who, story, ledger)
        on = ledger.day(accepted.at, ledger.place(None))
        reason = f"You accepted the offer for {accepted.title} on {on}; thank {ledger.name(who)}, who helped you there."
        note = _Note(key, who, LetterKind.HELPER_THANKS, window, reason)
        yield from _write(note, story, ledger)


def _thanked(sent: LetterSent, ledger: Ledger) -> Step:
    on = ledger.day(sent.at, ledger.place(sent.to))
    return Step(
        key=f"helper_thanks:{sent.to}",
        rule=Rule.OFFER,
        act=Act.WRITE,
        state=State.DONE,
        reason=f"You thanked {ledger.name(sent.to)} for their help on {on}.",
        person=sent.to,
        opportunity=sent.opportunity,
        letter=LetterKind.HELPER_THANKS,
    )


def _helpers(accepted: Acceptance, story: Story, ledger: Ledger) -> list[PersonId]:
    """Recruiters and network people in touch before the acceptance, then the interviewers, by id."""
    touched = {
        who
        for who, touches in ledger.touches.items()
        if ledger.person(who).relation in _HELPERS and utc(touches[0].at) <= accepted.at
    }
    interviewers = {who for interview in story.held for who in interview.interviewers}
    named = {story.opportunity.recruiter} if story.opportunity.recruiter else set()
    return sorted(touched | interviewers | named)


# ---------------------------------------------------------------- the step of a note


@dataclass(frozen=True, slots=True)
class _Note:
    """One letter this rule asks for; ``window`` in UTC."""

    key: str
    who: PersonId
    kind: LetterKind
    window: Window
    reason: str


def _window(
    at: datetime, spans: tuple[timedelta, timedelta, timedelta], who: PersonId, story: Story, ledger: Ledger
) -> Window:
    """Open from ``at`` (UTC); target, due and close so long after, the target in the recipient's polite hours."""
    target, due, closes = spans
    place, hours = ledger.place(who, story), ledger.playbook.hours
    wished = last_polite(at, at + target, place.zone, hours.polite_from, hours.polite_until)
    return Window(opens=at, target=wished, due=at + due, closes=at + closes)


def _write(note: _Note, story: Story, ledger: Ledger) -> Iterator[Step | Dropped]:
    """The step of a note, and its entry among the dropped once it is too late."""
    state = note.window.state(ledger.now)
    shown = note.window.shown(ledger.place(note.who, story).zone)
    late = "; the time for it has passed." if state is State.CLOSED else "."
    reason = note.reason.removesuffix(".") + late
    yield Step(
        key=note.key,
        rule=Rule.OFFER,
        act=Act.WRITE,
        state=state,
        reason=reason,
        person=note.who,
        opportunity=story.opportunity.id,
        letter=note.kind,
        opens=shown.opens,
        target=shown.target,
        due=shown.due,
        closes=shown.closes,
    )
    if state is State.CLOSED:
        yield Dropped(
            key=note.key,
            rule=Rule.OFFER,
            reason=reason,
            person=note.who,
            opportunity=story.opportunity.id,
        )
