"""One contact with somebody: met, wrote, called, gave a card."""

from dataclasses import replace
from datetime import datetime, timedelta

from afterword.core.errors import BadInput
from afterword.core.facts import FactId, PersonId, Touch, TouchKind
from afterword.ports.ids import Ids
from afterword.store import facts, records


def log_touch(
    person: str, *, kind: str, note: str = "", at: datetime | None = None, owner: str, ids: Ids, now: datetime
) -> None:
    """Record the contact. A next-touch date that it answers is cleared; the cadence counts from here.

    Raises :class:`BadInput` for a kind that is none or a time ahead.
    """
    moment = at or now
    if moment > now + timedelta(minutes=1):
        raise BadInput("That lies in the future. Log it once it has happened.")
    try:
        how = TouchKind(kind)
    except ValueError as error:
        raise BadInput("Choose how you were in touch.") from error
    who = facts.load_person(owner, person)
    with records.writing(owner):
        records.log(owner, Touch(FactId(ids.new()), moment, PersonId(person), how, note.strip()[:1000]))
        if who.next_touch and who.next_touch <= moment.date():
            records.keep(owner, replace(who, next_touch=None))


def take_back_touch(touch: str, *, owner: str, now: datetime) -> None:
    """The user logged it by mistake."""
    records.retract(owner, touch, why="Logged by mistake.", now=now)
