"""The status call: the card to speak from, and its outcome recorded on the spot."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from afterword.core.errors import BadInput, Refused
from afterword.core.facts import Call, CallResult, Case, Decision, FactId, Outcome, Person
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.steps import Act, State, Step
from afterword.core.protocol.stops import limit_reached
from afterword.core.writing.calls import call_card
from afterword.core.writing.letter import CallCard
from afterword.ports.ids import Ids
from afterword.services.letter_case import case_for
from afterword.services.show_today import show_today
from afterword.store import records
from afterword.store.facts import load_opportunity, load_person


@dataclass(frozen=True, slots=True)
class CallOnDesk:
    """Everything the call screen shows; ``step`` is the plan's own, None when no call is due."""

    card: CallCard
    case: Case
    person: Person
    step: Step | None
    limit: str


def show_call(opportunity: str, *, owner: str, playbook: Playbook, now: datetime) -> CallOnDesk:
    """The call card of an opportunity, for the person the plan names."""
    today = show_today(owner=owner, playbook=playbook, now=now)
    live = (State.LATER, State.OPEN, State.LATE)
    step = next(
        (
            s
            for s in today.plan.steps
            if s.opportunity == opportunity and s.act is Act.CALL and s.state in live
        ),
        None,
    )
    person = step.person if step else None
    case = case_for(
        owner, interviews=today.facts.interviews, opportunity=load_opportunity(owner, opportunity).id,
        interview=None, person=person,
    )  # fmt: skip
    if person:
        case = replace(case, opportunity=replace(case.opportunity, contact=person))
    card = call_card(case, not_before=step.opens.date().isoformat() if step and step.opens else "")
    if not card.to:
        raise BadInput(card.warnings[0].message)
    limit = limit_reached(
        today.facts, person=card.to, opportunity=case.opportunity.id, kind=None, playbook=playbook, now=now
    )
    return CallOnDesk(card=card, case=case, person=load_person(owner, card.to), step=step, limit=limit)


def log_call(
    opportunity: str, *, person: str, result: str, check_back: date | None = None, note: str = "",
    outcome: str = "", owner: str, ids: Ids, now: datetime,
) -> None:  # fmt: skip
    """Record how the call went; ``outcome`` is the news it brought, if they had decided.

    Raises :class:`BadInput` for a result that is none, or a date to check back that has passed.
    """
    case = load_opportunity(owner, opportunity)
    who = load_person(owner, person)
    try:
        how = CallResult(result)
        news = Outcome(outcome) if outcome else None
    except ValueError as error:
        raise BadInput("Choose how the call ended.") from error
    if check_back and check_back < now.date():
        raise BadInput("The day to check back has passed already. Choose a later one.")
    if news and how not in (CallResult.DECIDED_YES, CallResult.DECIDED_NO):
        raise Refused("Only a call that brought a decision records an outcome.")
    with records.writing(owner):
        records.log(owner, Call(FactId(ids.new()), now, case.id, who.id, how, check_back, note.strip()))
        if news:
            records.log(owner, Decision(FactId(ids.new()), now, case.id, news, "Told on the phone."))
