"""How an opportunity stands, as the user records it; and taking back what was recorded wrongly."""

from datetime import datetime, timedelta

from afterword.core.errors import BadInput, Refused
from afterword.core.facts import Decision, FactId, LetterSent, OpportunityId, Outcome
from afterword.ports.ids import Ids
from afterword.services.page_id import page_id
from afterword.store import facts, records


def record_outcome(
    outcome: Outcome,
    *,
    opportunity: str,
    owner: str,
    ids: Ids,
    now: datetime,
    at: datetime | None = None,
    note: str = "",
    fact: str = "",
) -> FactId:
    """Record an outcome; ``fact`` is an id the page made, so that sending it twice records it once.

    Raises :class:`BadInput` for a time to come, and :class:`NotFound`.
    """
    facts.load_opportunity(owner, opportunity)
    when = at or now
    if when > now + timedelta(minutes=5):
        raise BadInput("That time is still to come.")
    decision = Decision(
        FactId(page_id(fact, ids)), when, OpportunityId(opportunity), outcome, note.strip()[:2_000]
    )
    records.log(owner, decision)
    return decision.id


def take_back(happening: str, *, why: str, owner: str, opportunity: str, now: datetime) -> None:
    """Take back something recorded for this opportunity; the record stays, with the reason.

    A letter logged as sent is taken back on its own page, where its state is. Raises :class:`Refused`.
    """
    there = {one.id: one for one in facts.load_history(owner, opportunity=opportunity)}
    found = there.get(FactId(happening))
    if found is None:
        raise Refused("That was taken back already, or belongs to another opportunity.")
    if isinstance(found, LetterSent):
        raise Refused("A letter that was logged as sent is taken back on the letter's own page.")
    records.retract(owner, happening, why=why.strip() or "You said it was not right.", now=now)
