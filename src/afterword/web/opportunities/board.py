"""The story of an opportunity in words: interviews and everything recorded, oldest first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from afterword.core import facts as f
from afterword.services.show_opportunity import OpportunityShown
from afterword.web.interviews.when import when_words
from afterword.web.words import clock, day, zone_of

_LETTERS = {
    f.LetterKind.THANK_YOU: "You thanked {}",
    f.LetterKind.STATUS_CHECK: "You asked {} by e-mail how it stands",
    f.LetterKind.FEEDBACK_REQUEST: "You asked {} for feedback",
    f.LetterKind.CONNECTION_NOTE: "You asked {} to connect on LinkedIn",
    f.LetterKind.WITHDRAWAL: "You told {} that you withdraw",
    f.LetterKind.HELPER_THANKS: "You thanked {} for helping",
}
_REPLIES = {
    f.ReplyClass.ACK: "{} thanked you or confirmed",
    f.ReplyClass.NOT_YET: "{} said: not decided yet",
    f.ReplyClass.NEXT_ROUND: "{} wants to meet again",
    f.ReplyClass.REJECTION: "{} said they decided against it",
    f.ReplyClass.OFFER: "{} made an offer",
    f.ReplyClass.AUTO_REPLY: "An automatic answer came from {}",
    f.ReplyClass.BOUNCE: "The mail to {} could not be delivered",
    f.ReplyClass.OTHER: "{} wrote",
    f.ReplyClass.UNSURE: "{} answered; what it means is open",
}
_CALLS = {
    f.CallResult.NOT_YET: "You called {}: not decided yet",
    f.CallResult.VOICEMAIL: "You left {} a voicemail",
    f.CallResult.SOMEONE_ELSE: "You called {}; somebody else answered",
    f.CallResult.WRONG_MOMENT: "You called {} at a wrong moment",
    f.CallResult.DECIDED_YES: "You called {}: they have decided, for you",
    f.CallResult.DECIDED_NO: "You called {}: they have decided on somebody else",
}
_OUTCOMES = {
    f.Outcome.NOT_YET: "Open again",
    f.Outcome.NEXT_ROUND: "They want to meet again",
    f.Outcome.OFFER: "They made an offer",
    f.Outcome.REJECTION: "They decided against it",
    f.Outcome.WITHDRAWN: "You withdrew",
    f.Outcome.ACCEPTED: "You accepted the offer",
    f.Outcome.NO_ANSWER: "Closed: no answer came",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the story. ``fact`` names what can be taken back here, "" when it is corrected elsewhere."""

    at: datetime
    when: str
    title: str
    detail: str = ""
    url: str = ""
    fact: str = ""


def timeline(view: OpportunityShown) -> tuple[Entry, ...]:
    """The story, newest last; times in the user's zone, interviews in their own."""
    told = [_interview(one, view) for one in view.interviews]
    told += [_TELL[type(one)](one, view) for one in view.history if type(one) in _TELL]
    return tuple(sorted(told, key=lambda entry: entry.at))


def _interview(interview: f.Interview, view: OpportunityShown) -> Entry:
    names = _list([_name(view, one) for one in interview.interviewers])
    title = f"{interview.round.capitalize()} interview" if interview.round else "Interview"
    state = {f.InterviewStatus.CANCELLED: " (cancelled)", f.InterviewStatus.MISSED: " (did not take place)"}
    return Entry(
        at=interview.start,
        when=when_words(interview, home=view.candidate.zone),
        title=f"{title}{' with ' + names if names else ''}{state.get(interview.status, '')}",
        url=reverse("interview", args=[interview.id]),
    )


def _letter(happening: f.LetterSent, view: OpportunityShown) -> Entry:
    key = (happening.interview or "", happening.to, happening.kind.value)
    letter = view.letters.get(key, "")
    return _entry(
        happening,
        view,
        _LETTERS[happening.kind].format(_name(view, happening.to)),
        url=reverse("letter", args=[letter]) if letter else "",
        fact="" if letter else happening.id,
    )


def _reply(happening: f.Reply, view: OpportunityShown) -> Entry:
    who = _name(view, happening.sender) if happening.sender else "Somebody there"
    back = f"Back on {day(happening.returns)}. " if happening.returns else ""
    return _entry(
        happening, view, _REPLIES[happening.klass].format(who), detail=f"{back}{happening.text}".strip()
    )


def _call(happening: f.Call, view: OpportunityShown) -> Entry:
    back = f"Ask again on {day(happening.check_back)}. " if happening.check_back else ""
    return _entry(
        happening,
        view,
        _CALLS[happening.result].format(_name(view, happening.to)),
        detail=f"{back}{happening.note}".strip(),
    )


def _decision(happening: f.Decision, view: OpportunityShown) -> Entry:
    return _entry(happening, view, _OUTCOMES[happening.outcome], detail=happening.note)


def _promise(happening: f.Promise, view: OpportunityShown) -> Entry:
    who = "They promised" if happening.by is f.Party.EMPLOYER else "You promised"
    due = f"By {day(happening.due)}." if happening.due else ""
    kept = " (kept)" if happening.kept else ""
    return _entry(happening, view, f"{who}: {happening.text or 'a decision'}{kept}", detail=due)


def _override(happening: f.Override, view: OpportunityShown) -> Entry:
    return _entry(
        happening,
        view,
        f"You went past a limit with {_name(view, happening.person)}",
        detail=happening.reason,
    )


_TELL: dict[type, Callable[[Any, OpportunityShown], Entry]] = {
    f.LetterSent: _letter,
    f.Reply: _reply,
    f.Call: _call,
    f.Decision: _decision,
    f.Promise: _promise,
    f.Override: _override,
}


def _entry(
    happening: Any,
    view: OpportunityShown,
    title: str,
    *,
    detail: str = "",
    url: str = "",
    fact: str | None = None,
) -> Entry:
    at = happening.at.astimezone(zone_of(view.candidate.zone))
    return Entry(
        at=happening.at,
        when=f"{day(at)}, {clock(at)}",
        title=title,
        detail=detail,
        url=url,
        fact=happening.id if fact is None else fact,
    )


def _name(view: OpportunityShown, person: str) -> str:
    found = view.people.get(f.PersonId(person))
    return found.name if found else "somebody"


def _list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""
