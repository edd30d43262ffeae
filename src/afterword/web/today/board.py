"""The plan arranged for reading: cards in groups, each with one thing to press."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.urls import reverse

from afterword.core.facts import LetterKind, Skipped
from afterword.core.protocol.steps import Act, Dropped, Rule, State, Step
from afterword.services.show_today import Today, after_its_address
from afterword.web.words import relative, zone_of

SOON = timedelta(days=14)
SHOWN = 40  # cards in a group; the rest are counted


@dataclass(frozen=True, slots=True)
class Card:
    """One step as the page shows it; ``elsewhere`` where its times are those of other clocks than the user's."""

    step: Step
    title: str
    why: str
    context: str
    verb: str
    url: str
    when: str
    tone: str
    elsewhere: bool

    @property
    def writes(self) -> bool:
        """Whether pressing the button writes a draft (a change, so it is posted)."""
        return self.step.act is Act.WRITE and self.step.state in (State.OPEN, State.LATE)

    @property
    def promise(self) -> str:
        """The promise to keep, where that is what the step is about."""
        return self.step.key.partition(":")[2] if self.step.act is Act.KEEP_PROMISE else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under one heading; ``more`` counts those not shown, ``compact`` shows them as lines."""

    title: str
    cards: tuple[Card, ...]
    more: int
    compact: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What the plan does not offer, and why; ``step`` names it where the user left it out and may put it back."""

    reason: str
    step: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """The whole page."""

    groups: tuple[Group, ...]
    dropped: tuple[LeftOut, ...]
    dropped_more: int
    first_time: bool


def board(today: Today, *, now: datetime) -> Board:
    """The page for a plan."""
    by_state: dict[State, list[Step]] = {state: [] for state in State}
    for step in today.plan.steps:
        by_state[step.state].append(step)
    later = [s for s in by_state[State.LATER] if s.opens and s.opens - now <= SOON]
    due = [*by_state[State.LATE], *by_state[State.OPEN]]
    hunt = [s for s in due if s.rule is Rule.JOB_HUNT]
    late = [s for s in by_state[State.LATE] if s.rule is not Rule.JOB_HUNT]
    open_ = [s for s in by_state[State.OPEN] if s.rule is not Rule.JOB_HUNT]
    groups = [
        _group("Late, but still right to do", late, today, now),
        _group("Now", open_, today, now),
        _group("Keep the hunt going", hunt, today, now, compact=True),
        _group("Coming up", later, today, now, compact=True),
    ]
    return Board(
        groups=tuple(group for group in groups if group.cards),
        dropped=left_out(today.plan.dropped[:SHOWN], today),
        dropped_more=max(0, len(today.plan.dropped) - SHOWN),
        first_time=not today.facts.interviews and not today.facts.opportunities,
    )


def left_out(dropped: Iterable[Dropped], today: Today) -> tuple[LeftOut, ...]:
    """What was dropped, with the steps the user left out told apart from those the rules close."""
    found = tuple(dropped)
    if not found:
        return ()
    own = {one.step for one in today.facts.history if isinstance(one, Skipped)}
    return tuple(LeftOut(one.reason, one.key if one.key in own else "") for one in found)


def _group(title: str, steps: Iterable[Step], today: Today, now: datetime, *, compact: bool = False) -> Group:
    ordered = sorted(steps, key=lambda s: (s.due or s.opens or s.target or now, after_its_address(s), s.key))
    cards = tuple(card(s, today, now) for s in ordered[:SHOWN])
    return Group(title, cards, max(0, len(ordered) - SHOWN), compact)


def card(step: Step, today: Today, now: datetime) -> Card:
    """One step as a card."""
    person = today.people.get(step.person) if step.person else None
    opportunity = today.opportunities.get(step.opportunity) if step.opportunity else None
    verb, url = _act(step)
    title = _title(step, person.name if person else "")
    return Card(
        step=step,
        title=title,
        why=_why(step, title),
        context=f"{opportunity.role} · {opportunity.company}"
        if opportunity
        else (person.company if person else ""),
        verb=verb,
        url=url,
        when=_when(step, now),
        tone=_tone(step, now),
        elsewhere=_elsewhere(step.due, today.facts.candidate.zone),
    )


def _elsewhere(moment: datetime | None, home: str) -> bool:
    return moment is not None and moment.utcoffset() != moment.astimezone(zone_of(home)).utcoffset()


_LETTERS = {
    LetterKind.THANK_YOU: "Thank {}",
    LetterKind.STATUS_CHECK: "Ask {} by e-mail how it stands",
    LetterKind.FEEDBACK_REQUEST: "Ask {} for one piece of feedback",
    LetterKind.CONNECTION_NOTE: "Connect with {} on LinkedIn",
    LetterKind.WITHDRAWAL: "Tell {} that you withdraw",
    LetterKind.HELPER_THANKS: "Thank {} for helping",
}

_ACTS = {
    Act.CALL: "Call {}",
    Act.FIND_ADDRESS: "Find the e-mail address of {}",
    Act.ASK_QUESTIONS: "Choose questions for {}",
    Act.KEEP_IN_TOUCH: "Keep in touch with {}",
}


#: What a step to confirm asks, by the first part of its key.
_CONFIRMS = {
    "answer_offer": "Answer the offer",
    "record_outcome": "Record what they decided",
    "close_silence": "No word has come: close it?",
}


def _title(step: Step, name: str) -> str:
    if step.act is Act.WRITE and step.letter:
        return _LETTERS[step.letter].format(name or "them")
    if step.act in _ACTS:
        return _ACTS[step.act].format(name or "them")
    if step.act is Act.CONFIRM:
        return _CONFIRMS.get(step.key.partition(":")[0], "Say how it stands")
    if step.act is Act.KEEP_PROMISE:
        return "Keep your promise"
    return step.reason.split(";")[0].rstrip(".")


def _why(step: Step, title: str) -> str:
    """The step's reason, less what the title says of it already."""
    told = step.reason.removeprefix(title).lstrip("; ")
    return told[:1].upper() + told[1:]


def _act(step: Step) -> tuple[str, str]:
    """What the button says and where it leads."""
    if step.act is Act.WRITE:
        return "Write it", reverse("letter-for") + "?" + urlencode({"step": step.key})
    if step.act is Act.CALL and step.opportunity:
        return "Open the call card", reverse("call", args=[step.opportunity])
    if step.act is Act.FIND_ADDRESS and step.person:
        return "Add the address", reverse("person-edit", args=[step.person]) + "#id_email"
    if step.act is Act.KEEP_IN_TOUCH and step.person:
        return "Open", reverse("person", args=[step.person])
    if step.act is Act.ASK_QUESTIONS and step.interview:
        return "Choose questions", reverse("questions", args=[step.interview])
    if step.opportunity:
        page = reverse("opportunity", args=[step.opportunity])
        return ("Say how it stands", f"{page}#outcome") if step.act is Act.CONFIRM else ("Open", page)
    return "Open", reverse("week")


def _when(step: Step, now: datetime) -> str:
    if step.state is State.LATER and step.opens:
        return f"opens {relative(step.opens, now)}"
    if step.due and step.due < now:
        return f"was due {relative(step.due, now)}"
    if step.due:
        return f"due {relative(step.due, now)}"
    return ""


def _tone(step: Step, now: datetime) -> str:
    if step.state is State.OPEN and step.due and step.due - now < timedelta(hours=24):
        return "soon"
    return step.state.value
