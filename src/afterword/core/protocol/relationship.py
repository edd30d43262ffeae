"""Rule R: questions before the interview, what you promised, and a connection note after a warm exchange."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from afterword.core.facts import (
    Interview,
    InterviewStatus,
    LetterKind,
    Outcome,
    Party,
    Person,
    PersonId,
    Promise,
    Relation,
    ReplyClass,
)
from afterword.core.protocol.callee import callee
from afterword.core.protocol.ledger import Ledger, Story
from afterword.core.protocol.steps import Act, Dropped, Rule, State, Step
from afterword.core.protocol.stops import why_stopped
from afterword.core.protocol.window import Window
from afterword.core.protocol.wording import day
from afterword.core.protocol.workdays import at_local, utc

# Asked about thousands of times: a name of the module is found sooner than a member of an enumeration.
_RULE, _NOTE, _CLOSED = Rule.RELATIONSHIP, LetterKind.CONNECTION_NOTE, State.CLOSED
_PLANNED, _MINE, _OFFER = InterviewStatus.PLANNED, Party.CANDIDATE, Outcome.OFFER

#: Replies that are a warm exchange.
_WARM = frozenset({ReplyClass.ACK, ReplyClass.NEXT_ROUND, ReplyClass.OFFER})
#: Endings after which a connection note is natural.
_DECIDED = frozenset({Outcome.REJECTION, Outcome.ACCEPTED})


def relationship(story: Story, *, ledger: Ledger) -> Iterator[Step | Dropped]:
    """Questions to choose before each interview, promises of the candidate's to keep, connection notes."""
    for interview in story.interviews:
        if interview.status is _PLANNED and not ledger.now.after(utc(interview.start)):
            yield from _questions(interview, story, ledger)
    for promise in story.promises:
        if promise.by is _MINE:
            yield _promise(promise, story, ledger)
    yield from _notes(story, ledger)


# ---------------------------------------------------------------- before the interview


def _questions(interview: Interview, story: Story, ledger: Ledger) -> Iterator[Step | Dropped]:
    """One step per interviewer of an interview that has not begun."""
    start = utc(interview.start)
    for who in dict.fromkeys(interview.interviewers):
        key, name = f"ask_questions:{interview.id}:{who}", ledger.name(who)
        why = _called_off(story, start, ledger)
        if why:
            yield Dropped(
                key=key,
                rule=Rule.RELATIONSHIP,
                reason=f"{why}, so there is nothing to prepare for {name}.",
                person=who,
                interview=interview.id,
                opportunity=story.opportunity.id,
            )
            continue
        place = ledger.place(None, story, interview.zone)
        opens = start - ledger.playbook.relationship.questions_open_hours
        window = Window(opens=opens, target=None, due=start, closes=start)
        shown = window.shown(place.zone)
        yield Step(
            key=key,
            rule=Rule.RELATIONSHIP,
            act=Act.ASK_QUESTIONS,
            state=window.state(ledger.now),
            reason=(
                f"You meet {name} on {ledger.day(interview.start, place)}; choose beforehand what to ask each person, "
                "and leave room for the answers."
            ),
            person=who,
            interview=interview.id,
            opportunity=story.opportunity.id,
            opens=shown.opens,
            due=shown.due,
            closes=shown.closes,
        )


def _called_off(story: Story, start: datetime, ledger: Ledger) -> str:
    """Why an interview ahead needs no questions any more."""
    if story.ending is not None and story.ending.at > start:
        return ""
    return why_stopped(story, None, ledger)


# ---------------------------------------------------------------- what the candidate promised


def _promise(promise: Promise, story: Story, ledger: Ledger) -> Step | Dropped:
    """A promise of the candidate's is due at the end of the polite hours of its day, in their own zone."""
    key = f"keep_promise:{promise.id}"
    why = "" if promise.kept else why_stopped(story, None, ledger)
    if why:
        return Dropped(
            key=key,
            rule=Rule.RELATIONSHIP,
            reason=f"{why}, so your promise “{promise.text}” need not be kept any more.",
            opportunity=story.opportunity.id,
        )
    place = ledger.place(None, story)
    due = at_local(promise.due, ledger.playbook.hours.polite_until, place.zone) if promise.due else None
    window = Window(utc(promise.at), None, due)
    shown = window.shown(place.zone)
    by = f" by {day(promise.due)}" if promise.due else ""
    reason = (
        f"On {ledger.day(promise.at, place)} you promised “{promise.text}”{by}; "
        "a kept promise is what people remember."
    )
    return Step(
        key,
        _RULE,
        Act.KEEP_PROMISE,
        State.DONE if promise.kept else window.state(ledger.now),
        reason,
        opportunity=story.opportunity.id,
        opens=shown.opens,
        target=shown.due,
        due=shown.due,
    )


# ---------------------------------------------------------------- after a warm exchange or a decision


class _Occasion(NamedTuple):
    """Why a connection note to one person is natural, and since when (UTC)."""

    who: PersonId
    at: datetime
    why: str


def _notes(story: Story, ledger: Ledger) -> Iterator[Step | Dropped]:
    """One connection note per person, ever; its first occasion counts."""
    seen: set[PersonId] = set()
    occasions = list(_occasions(story, ledger))
    if len(occasions) > 1:
        occasions.sort(key=lambda one: (one.at, one.who))
    for occasion in occasions:
        if occasion.who not in seen:
            seen.add(occasion.who)
            yield from _note(occasion, story, ledger)


def _occasions(story: Story, ledger: Ledger) -> Iterator[_Occasion]:
    """Warm replies from people on record, decisions, and the notes that were sent for whatever reason."""
    for letter in story.sent.get(_NOTE, ()):
        on = ledger.day(letter.at, ledger.place(letter.to, story))
        yield _Occasion(letter.to, utc(letter.at), f"You sent a note on {on}")
    for reply in story.replies:
        if reply.klass in _WARM and reply.sender is not None:
            place = ledger.place(reply.sender, story)
            why = f"{ledger.name(reply.sender)} wrote kindly on {ledger.day(reply.at, place)}"
            yield _Occasion(reply.sender, utc(reply.at), why)
    decided = _decided(story) if story.held else []
    who = callee(story, ledger) if decided else None
    if who is not None:
        place = ledger.place(who, story)
        for moment in decided:
            yield _Occasion(who, moment, f"The decision on {story.title} came on {ledger.day(moment, place)}")


def _decided(story: Story) -> list[datetime]:
    """When decisions came after which a note is natural, in UTC."""
    moments = [utc(one.at) for one in story.decisions if one.outcome is _OFFER]
    if story.ending is not None and story.ending.outcome in _DECIDED:
        moments.append(story.ending.at)
    return moments


def _no_note(person: Person, story: Story, ledger: Ledger) -> str:
    """Why nobody should be asked to connect here; a rejection or an acceptance is an occasion, no obstacle."""
    ending = story.ending
    if ending is not None and ending.outcome in _DECIDED and not person.do_not_contact:
        return ""
    return why_stopped(story, person.id, ledger)


def _note(occasion: _Occasion, story: Story, ledger: Ledger) -> Iterator[Step | Dropped]:
    """The note to one person: a day after its occasion, never the same hour."""
    person, numbers = ledger.person(occasion.who), ledger.playbook.relationship
    key = f"connection_note:{person.id}"
    sent = any(one.kind is _NOTE for one in ledger.letters.get(person.id, ()))
    why = "" if sent else _no_note(person, story, ledger)
    if why:
        yield _no_longer(key, person, story, f"{why}, so no connection note to {person.name} follows.")
        return
    if not sent and person.relation in (Relation.NETWORK, Relation.RECRUITER):
        return
    opens = occasion.at + numbers.note_wait_hours
    due, closes = occasion.at + numbers.note_due_hours, occasion.at + numbers.note_closes_hours
    window = Window(opens, opens, due, closes)
    shown = window.shown(ledger.place(person.id, story).zone)
    state = State.DONE if sent else window.state(ledger.now)
    advice = (
        f"the time for a connection note to {person.name} has passed"
        if state is _CLOSED
        else f"after a warm exchange or a decision, a short LinkedIn note keeps {person.name} in reach"
    )
    reason = f"{occasion.why}; {advice}."
    yield Step(key, _RULE, Act.WRITE, state, reason, person.id, None, story.opportunity.id, _NOTE, *shown)
    if state is _CLOSED:
        yield _no_longer(key, person, story, f"{occasion.why}; {advice}.")


def _no_longer(key: str, person: Person, story: Story, reason: str) -> Dropped:
    return Dropped(
        key=key,
        rule=Rule.RELATIONSHIP,
        reason=reason,
        person=person.id,
        opportunity=story.opportunity.id,
    )
