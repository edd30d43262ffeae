"""What has been heard since the last interview, and what was done about it: the ground of rule C.

*Word* is anything from the employer's side that a machine did not send. A *check* is a call that reached an
answer or a voicemail, or a status-check e-mail; a wrong moment or somebody else on the line is none.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from afterword.core.facts import (
    CLOSING,
    Call,
    CallResult,
    Decision,
    Interview,
    LetterKind,
    LetterSent,
    Outcome,
    Party,
    PersonId,
    Promise,
    Reply,
    ReplyClass,
)
from afterword.core.protocol.ledger import Story
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.workdays import first_zone, local_day, utc

#: What a machine sent is not word.
NOT_WORD = frozenset({ReplyClass.AUTO_REPLY, ReplyClass.BOUNCE})
#: Calls that leave the check still to be made.
NO_CHECK = frozenset({CallResult.WRONG_MOMENT, CallResult.SOMEONE_ELSE})
_DECIDED = frozenset({CallResult.DECIDED_YES, CallResult.DECIDED_NO})


class Cause(StrEnum):
    """What the present wait is counted from."""

    INTERVIEW = "interview"
    NOT_YET = "not_yet"  # written, or recorded as the outcome
    TOLD_NOT_YET = "told_not_yet"  # on the phone
    VOICEMAIL = "voicemail"
    WROTE = "wrote"  # a status-check e-mail
    WORD = "word"  # they answered something else: the call stops
    NEXT_ROUND = "next_round"
    OFFER = "offer"
    DECIDED = "decided"  # told on the phone, not yet recorded


class Silence(NamedTuple):
    """How things stand since the last interview that was held (or will be).

    ``at`` is the instant of the cause, in UTC; ``fact`` the reply, call, letter or decision behind it.
    ``made`` counts the checks of the whole opportunity, ``unanswered`` those since they were last heard from.
    ``put_off`` is the last call that was no check since then.
    """

    interview: Interview
    cause: Cause
    at: datetime
    fact: Reply | Call | LetterSent | Decision | None
    made: int
    unanswered: int
    put_off: Call | None

    @property
    def check_back(self) -> date | None:
        """The date they named on the phone, if the wait is counted from a call."""
        return self.fact.check_back if isinstance(self.fact, Call) else None


def checks_of(story: Story) -> tuple[Call | LetterSent, ...]:
    """Every check made on an opportunity, oldest first."""
    calls = [one for one in story.calls if one.result not in NO_CHECK]
    letters = story.sent.get(LetterKind.STATUS_CHECK, ())
    both: list[Call | LetterSent] = [*calls, *letters]
    if len(both) < 2:
        return tuple(both)
    return tuple(sorted(both, key=lambda one: (utc(one.at), one.id)))


def silence_of(story: Story, checks: tuple[Call | LetterSent, ...], *, playbook: Playbook) -> Silence:
    """Read the silence of an opportunity with at least one interview that stands."""
    interview = story.held[-1]
    since = utc(interview.start)
    silence = Silence(interview, Cause.INTERVIEW, utc(interview.end), None, len(checks), 0, None)
    delays = [one for one in story.calls if one.result in NO_CHECK]
    events: list[Reply | Call | LetterSent | Decision] = [*_word(story), *checks, *delays]
    recent = [event for event in events if utc(event.at) > since]
    if len(recent) > 1:
        recent.sort(key=lambda one: (utc(one.at), isinstance(one, Decision), one.id))
    for event in recent:
        silence = _after(silence, event, playbook)
    return silence


def _word(story: Story) -> list[Reply | Decision]:
    """What came from the employer's side, and what the user recorded of it."""
    replies = [one for one in story.replies if one.klass not in NOT_WORD]
    decisions = [one for one in story.decisions if one.outcome not in CLOSING]
    return [*replies, *decisions]


def _after(silence: Silence, event: Reply | Call | LetterSent | Decision, playbook: Playbook) -> Silence:
    """The silence once one more thing has happened."""
    if isinstance(event, Call) and event.result in NO_CHECK:
        return silence._replace(put_off=event)
    count = silence.unanswered + 1 if isinstance(event, Call | LetterSent) else 0
    return Silence(
        silence.interview, _cause(event, playbook), utc(event.at), event, silence.made, count, None
    )


def _cause(event: Reply | Call | LetterSent | Decision, playbook: Playbook) -> Cause:
    """What kind of wait an event begins."""
    if isinstance(event, LetterSent):
        return Cause.WROTE
    if isinstance(event, Call):
        if event.result in _DECIDED:
            return Cause.DECIDED
        return Cause.VOICEMAIL if event.result is CallResult.VOICEMAIL else Cause.TOLD_NOT_YET
    if isinstance(event, Decision):
        return {Outcome.OFFER: Cause.OFFER, Outcome.NEXT_ROUND: Cause.NEXT_ROUND}.get(
            event.outcome, Cause.NOT_YET
        )
    if event.klass is ReplyClass.OFFER:
        return Cause.OFFER
    if event.klass is ReplyClass.NEXT_ROUND:
        return Cause.NEXT_ROUND
    return Cause.NOT_YET if event.klass in playbook.phone_call.waits_again_after else Cause.WORD


def ruling_promise(story: Story, silence: Silence) -> Promise | None:
    """The employer's promise of a date that rules the next check, if one does.

    The latest promise rules, whatever was promised before. After word, only one made with it or since;
    after "not yet" or a written check, also an earlier one whose date is still ahead.
    """
    zone = first_zone(silence.interview.zone)
    met = local_day(silence.interview.end, zone)
    theirs = Party.EMPLOYER
    given = [
        one
        for one in story.promises
        if one.by is theirs and one.due is not None and not one.kept and one.due >= met
    ]
    if not given or silence.cause in (Cause.OFFER, Cause.DECIDED):
        return None
    latest = given[0]
    if len(given) > 1:
        latest = max(given, key=lambda one: (utc(one.at), one.due or date.min, one.id))
    if silence.cause is Cause.INTERVIEW:
        return latest
    made = utc(latest.at)
    if silence.check_back is not None:
        return latest if made > silence.at else None
    if made >= silence.at:
        return latest
    ahead = latest.due is not None and latest.due >= local_day(silence.at, zone)
    return latest if ahead and silence.cause in (Cause.NOT_YET, Cause.TOLD_NOT_YET, Cause.WROTE) else None


def away_until(story: Story, silence: Silence, who: PersonId | None) -> date | None:
    """The latest return date an out-of-office message names for the person to be called."""
    since = utc(silence.interview.start)
    dates = [
        one.returns
        for one in story.replies
        if one.klass is ReplyClass.AUTO_REPLY
        and one.returns is not None
        and utc(one.at) > since
        and (one.sender is None or one.sender == who)
    ]
    return max(dates, default=None)
