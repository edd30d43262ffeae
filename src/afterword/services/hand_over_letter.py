"""Handing an approved letter to the user's own mail program, and recording that it went."""

from datetime import datetime, timedelta

from afterword.core.errors import BadInput, Refused
from afterword.core.facts import FactId, InterviewId, LetterSent, OpportunityId
from afterword.core.handover.mailto import mailto
from afterword.ports.ids import Ids
from afterword.services.show_letter import approval_lost
from afterword.store import letters
from afterword.store.facts import load_person
from afterword.store.letters import KeptLetter


def approved_letter(letter: str, *, owner: str) -> KeptLetter:
    """The letter, if the user's yes to it still holds; else the approval is taken back and :class:`Refused` raised."""
    kept = letters.load_letter(owner, letter)
    if kept.state != "approved":
        raise Refused("Approve the letter first; only approved words are handed over.")
    lost = approval_lost(kept, load_person(owner, kept.letter.to), owner=owner)
    if lost:
        letters.revoke(owner, letter, why=lost)
        raise Refused(lost)
    return kept


def message_file(letter: str, *, owner: str) -> bytes:
    """The approved bytes as an .eml file."""
    return approved_letter(letter, owner=owner).message


def mail_link(letter: str, *, owner: str) -> str:
    """A ``mailto:`` link (RFC 6068) that opens the approved words in the user's mail program."""
    kept = approved_letter(letter, owner=owner)
    assert kept.approval
    return mailto(to=kept.approval.recipient, subject=kept.letter.subject, body=kept.letter.body)


def log_sent(letter: str, *, at: datetime | None = None, owner: str, ids: Ids, now: datetime) -> None:
    """Record that the user sent the letter, ``at`` some moment up to now. Nothing else counts as sent.

    Raises :class:`Refused` when it was not approved or is logged already, :class:`BadInput` for a time ahead.
    """
    moment = at or now
    if moment > now + timedelta(minutes=1):
        raise BadInput("The time it was sent lies in the future. Log it once it has gone.")
    kept = (
        approved_letter(letter, owner=owner)
        if letters.load_letter(owner, letter).state == "approved"
        else None
    )
    if kept is None:
        kept = letters.load_letter(owner, letter)
    fact = LetterSent(
        FactId(ids.new()), moment, kept.letter.kind, kept.letter.to,
        OpportunityId(kept.opportunity) if kept.opportunity else None,
        InterviewId(kept.interview) if kept.interview else None,
    )  # fmt: skip
    letters.log_letter_sent(owner, letter, fact=fact)


def not_sent_after_all(letter: str, *, owner: str, now: datetime) -> None:
    """The user logged it by mistake; the fact is retracted and the letter is a draft again."""
    letters.unlog_letter_sent(owner, letter, why="The user says it was not sent.", now=now)
