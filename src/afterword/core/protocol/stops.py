"""Rule S: what stops a step, what spaces messages out, and the limits an act must pass when it is logged."""

from datetime import datetime

from afterword.core.facts import Facts, InterviewId, LetterKind, OpportunityId, Outcome, PersonId
from afterword.core.protocol.bounces import bounces_of
from afterword.core.protocol.indexing import open_ledger
from afterword.core.protocol.ledger import Ledger, Story
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.silence import checks_of, silence_of
from afterword.core.protocol.steps import Act, State, Step
from afterword.core.protocol.workdays import DAY, at_local, into_hours, local_day, utc

#: Letters that closing an opportunity brings; the others are over with it.
AFTER_CLOSING = {
    LetterKind.FEEDBACK_REQUEST: frozenset({Outcome.REJECTION}),
    LetterKind.WITHDRAWAL: frozenset({Outcome.WITHDRAWN}),
    LetterKind.HELPER_THANKS: frozenset(Outcome),
    LetterKind.CONNECTION_NOTE: frozenset(Outcome),
}

_NAMES = {
    LetterKind.THANK_YOU: "thank-you",
    LetterKind.STATUS_CHECK: "status check",
    LetterKind.FEEDBACK_REQUEST: "request for feedback",
    LetterKind.CONNECTION_NOTE: "connection note",
    LetterKind.WITHDRAWAL: "withdrawal note",
    LetterKind.HELPER_THANKS: "thanks for helping",
}


def why_stopped(story: Story, who: PersonId | None, ledger: Ledger) -> str:
    """Why nothing more is asked of the user here, as a clause without its end; "" = the way is free."""
    if who is not None and ledger.person(who).do_not_contact:
        return f"You marked {ledger.name(who)} “do not contact”"
    if story.ending is not None:
        on = ledger.day(story.ending.at, ledger.place(who, story))
        return f"{story.title} is closed since {on} ({story.ending.words})"
    if ledger.acceptance is not None and ledger.ended_by_acceptance(story):
        return f"You accepted the offer for {ledger.acceptance.title}, which ends everything else"
    return ""


# ---------------------------------------------------------------- one message per person per day

#: Two instants further apart than this fall on different days everywhere.
_TWO_DAYS = 2 * DAY
_SETTLED = frozenset({State.DONE, State.CLOSED})
_MESSAGES = frozenset({Act.WRITE, Act.CALL})


def spaced(step: Step, ledger: Ledger, story: Story | None) -> Step:
    """The step, opened on the morning after the last message to the same person where that lies ahead.

    A message before the day the step opens on changes nothing, nor one followed by a typed override.
    """
    if step.state in _SETTLED or step.act not in _MESSAGES:
        return step
    if step.person is None or step.opens is None or not ledger.playbook.limits.messages_per_day:
        return step
    message = ledger.last_message(step.person)
    if message is None or utc(step.opens) - message > _TWO_DAYS:
        return step
    place, hours = ledger.place(step.person, story), ledger.playbook.hours
    last = local_day(message, place.zone)
    if last < local_day(step.opens, place.zone) or _overridden(story, step.person, message):
        return step
    morning = at_local(last + DAY, hours.polite_from, place.zone)
    if step.act is Act.CALL:
        morning = into_hours(morning, place.zone, place.country, hours.working_from, hours.working_until)
    if not ledger.now.before(morning):
        return step
    zone = step.opens.tzinfo
    target = _no_sooner(step.target, morning)
    return step._replace(
        opens=morning.astimezone(zone),
        target=target and target.astimezone(zone),
        state=State.LATER,
    )


def _no_sooner(moment: datetime | None, morning: datetime) -> datetime | None:
    return moment if moment is None or utc(moment) >= morning else morning


def _overridden(story: Story | None, who: PersonId, last: datetime | None) -> bool:
    """Whether the user typed a reason to go past the limits with this person since the last message."""
    if story is None:
        return False
    return any(one.person == who and (last is None or utc(one.at) >= last) for one in story.overrides)


# ---------------------------------------------------------------- the limits at the moment of the act


def limit_reached(
    facts: Facts,
    *,
    person: PersonId,
    opportunity: OpportunityId | None,
    kind: LetterKind | None,
    playbook: Playbook,
    now: datetime,
    interview: InterviewId | None = None,
) -> str:
    """Why this act towards this person is past a limit, in one sentence; "" = it is free.

    ``kind`` None is a call. An override recorded after the last message to the person lifts every limit but
    the user's own "do not contact".
    """
    ledger = open_ledger(facts, playbook=playbook, now=now)
    name = ledger.name(person)
    if ledger.person(person).do_not_contact:
        return f"You marked {name} “do not contact”; take the mark off first."
    story = next((one for one in ledger.stories if one.opportunity.id == opportunity), None)
    if story is not None and _overridden(story, person, ledger.last_message(person)):
        return ""
    reasons = (
        _closed(story, person, kind, ledger),
        _twice(story, person, kind, interview, ledger),
        _checked_enough(story, kind, ledger),
        _today(story, person, ledger),
    )
    return next((reason for reason in reasons if reason), "")


def _closed(story: Story | None, person: PersonId, kind: LetterKind | None, ledger: Ledger) -> str:
    """Closed opportunities take only the letters that closing brings."""
    if story is None:
        return ""
    ending = story.ending
    if ending is None:
        bringing = kind in (LetterKind.WITHDRAWAL, LetterKind.HELPER_THANKS, LetterKind.CONNECTION_NOTE)
        why = "" if bringing else why_stopped(story, person, ledger)
    else:
        allowed = kind is not None and ending.outcome in AFTER_CLOSING.get(kind, frozenset())
        why = "" if allowed else why_stopped(story, person, ledger)
    return f"{why}, so nothing more goes to {ledger.name(person)} about it." if why else ""


def _twice(
    story: Story | None,
    person: PersonId,
    kind: LetterKind | None,
    interview: InterviewId | None,
    ledger: Ledger,
) -> str:
    """One row per interview, person and kind; a letter that bounced does not count as sent."""
    if story is None or kind is None or kind is LetterKind.STATUS_CHECK:
        return ""
    returned = {bounce.letter for bounce in bounces_of(story.letters, story.replies)}
    sent = [one for one in story.letters if one.kind is kind and one not in returned]
    if kind is not LetterKind.FEEDBACK_REQUEST:
        sent = [one for one in sent if one.to == person]
    if kind is LetterKind.THANK_YOU:
        if interview is not None:
            sent = [one for one in sent if one.interview in (interview, None)]
        else:
            met = sum(
                person in one.interviewers and not ledger.now.before(utc(one.start)) for one in story.held
            )
            sent = sent if len(sent) >= met else []
    if not sent:
        return ""
    on = ledger.day(sent[-1].at, ledger.place(sent[-1].to, story))
    return f"A {_NAMES[kind]} went to {ledger.name(sent[-1].to)} on {on}; the protocol sends it once."


def _checked_enough(story: Story | None, kind: LetterKind | None, ledger: Ledger) -> str:
    """After two checks without an answer the thread is locked."""
    if story is None or kind not in (None, LetterKind.STATUS_CHECK):
        return ""
    checks = checks_of(story)
    count = silence_of(story, checks, playbook=ledger.playbook).unanswered if story.held else len(checks)
    if count < ledger.playbook.phone_call.checks:
        return ""
    return (
        f"You have checked {times(count)} about {story.title} without news; "
        "the protocol stops there until something is heard."
    )


def _today(story: Story | None, person: PersonId, ledger: Ledger) -> str:
    """One message per person per day, counted in their zone."""
    place = ledger.place(person, story)
    today = ledger.now.day(place.zone)
    moments = [one.at for one in ledger.letters.get(person, ())]
    moments += [one.at for one in ledger.calls.get(person, ())]
    count = sum(local_day(one, place.zone) == today for one in moments)
    if count < ledger.playbook.limits.messages_per_day:
        return ""
    return f"{ledger.name(person)} has already heard from you today; one message per person per day is the limit."


def times(count: int) -> str:
    """A small count as an adverb: once, twice, 3 times."""
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")
