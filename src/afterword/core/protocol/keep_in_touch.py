"""Rule H, the people part: whoever has a rhythm or a next date hears from you when their turn comes."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from afterword.core.facts import Person, Relation
from afterword.core.protocol.ledger import Ledger
from afterword.core.protocol.steps import Act, Dropped, Rule, Step
from afterword.core.protocol.window import Window
from afterword.core.protocol.wording import day
from afterword.core.protocol.workdays import at_local, last_polite, local_day, utc


def keep_in_touch(*, ledger: Ledger) -> Iterator[Step | Dropped]:
    """One step per person of the network, recruiters included, who has a cadence or a next date."""
    for person in ledger.people.values():
        if person.cadence_days is not None or person.next_touch is not None:
            yield from _turn(person, ledger)


def last_contact(person: Person, ledger: Ledger) -> datetime | None:
    """When the candidate and a person were last in contact, either way, in UTC."""
    groups = (ledger.touches, ledger.letters, ledger.calls, ledger.answers)
    return max((utc(group[person.id][-1].at) for group in groups if person.id in group), default=None)


def _turn(person: Person, ledger: Ledger) -> Iterator[Step | Dropped]:
    """The step of one person, opening in the morning of their day in their zone."""
    key = f"keep_in_touch:{person.id}"
    if person.do_not_contact:
        yield _dropped(key, person, f"You marked {person.name} “do not contact”, so keeping in touch rests.")
        return
    if ledger.hunt_over:
        yield _dropped(
            key,
            person,
            f"You accepted an offer, so your turn to write to {person.name} rests; thanks come first.",
        )
        return
    place, hours = ledger.place(person.id), ledger.playbook.hours
    last = last_contact(person, ledger)
    heard = local_day(last, place.zone) if last is not None else None
    turn = _day(person, heard)
    opens = at_local(turn, hours.polite_from, place.zone) if turn else None
    window = Window()
    if opens is not None:
        due = opens + timedelta(days=ledger.playbook.relationship.touch_due_days)
        wished = last_polite(opens, due, place.zone, hours.polite_from, hours.polite_until)
        window = Window(opens=opens, target=opens, due=wished)
    shown = window.shown(place.zone)
    yield Step(
        key=key,
        rule=Rule.JOB_HUNT,
        act=Act.KEEP_IN_TOUCH,
        state=window.state(ledger.now),
        reason=_reason(person, heard, turn),
        person=person.id,
        opens=shown.opens,
        target=shown.target,
        due=shown.due,
    )


def _day(person: Person, heard: date | None) -> date | None:
    """The day their turn comes: the date set for them, unless contact since has begun a new round."""
    named = person.next_touch
    if named is not None and (heard is None or heard < named):
        return named
    if person.cadence_days is None or heard is None:
        return None
    return heard + timedelta(days=person.cadence_days)


def _reason(person: Person, heard: date | None, turn: date | None) -> str:
    kind = (
        "a recruiter's eyes and ears stay open"
        if person.relation is Relation.RECRUITER
        else "contacts stay warm"
    )
    if heard is None:
        when = f"You set {day(turn)} to get in touch" if turn else "You have not been in touch yet"
        return f"{when} with {person.name}; {kind} when they hear from you."
    fact = f"You and {person.name} were last in touch on {day(heard)}"
    if turn is not None and turn == person.next_touch:
        return f"{fact}, and you set {day(turn)} for the next time; {kind} when they hear from you."
    return f"{fact}, and you keep in touch every {person.cadence_days} days; {kind} when they hear from you."


def _dropped(key: str, person: Person, reason: str) -> Dropped:
    return Dropped(key=key, rule=Rule.JOB_HUNT, reason=reason, person=person.id)
