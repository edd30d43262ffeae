"""A word that came back: who answered, what it says, when."""

from datetime import date, datetime, timedelta

from afterword.core.errors import BadInput
from afterword.core.facts import FactId, LetterSent, OpportunityId, PersonId, Reply, ReplyClass
from afterword.ports.ids import Ids
from afterword.services.page_id import page_id
from afterword.store import facts, records

LONGEST = 20_000


def log_reply(
    klass: ReplyClass,
    *,
    opportunity: str,
    owner: str,
    ids: Ids,
    now: datetime,
    at: datetime | None = None,
    sender: str = "",
    returns: date | None = None,
    text: str = "",
    fact: str = "",
) -> FactId:
    """Record a reply. ``sender`` is a person's id, "" for a colleague or the applicant system.

    A bounce names the address that failed, so that the plan can tell when it has been put right: the one on
    record of ``sender``, or of whom the last letter went to. ``fact`` is an id the page made, so that sending it twice records it once. Raises :class:`BadInput`
    for a time to come, and :class:`NotFound`.
    """
    facts.load_opportunity(owner, opportunity)
    if sender:
        facts.load_person(owner, sender)
    when = at or now
    if klass is ReplyClass.BOUNCE:
        text = _with_address(text, owner=owner, opportunity=opportunity, sender=sender, at=when)
    if when > now + timedelta(minutes=5):
        raise BadInput("That time is still to come.")
    if len(text) > LONGEST:
        raise BadInput(f"The words of a reply hold up to {LONGEST:,} characters.")
    if klass is ReplyClass.AUTO_REPLY and returns and returns < when.date():
        raise BadInput("The return date lies before the message.")
    reply = Reply(
        id=FactId(page_id(fact, ids)),
        at=when,
        opportunity=OpportunityId(opportunity),
        klass=klass,
        sender=PersonId(sender) if sender else None,
        returns=returns if klass is ReplyClass.AUTO_REPLY else None,
        text=text.strip(),
    )
    records.log(owner, reply)
    return reply.id


def _with_address(text: str, *, owner: str, opportunity: str, sender: str, at: datetime) -> str:
    """The words of a bounce, with the failed address where they do not hold it."""
    letters = [
        one
        for one in facts.load_history(owner, opportunity=opportunity, what="letter_sent")
        if one.at <= at and isinstance(one, LetterSent)
    ]
    who = sender or (letters[-1].to if letters else "")
    address = facts.load_person(owner, who).email.strip() if who else ""
    if not address or address.casefold() in text.casefold():
        return text
    return f"{text.strip()}\n\nThe address that failed: {address}".strip()
