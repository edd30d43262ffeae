"""The user's yes to the exact bytes of one letter to one address."""

from collections.abc import Sequence
from datetime import datetime

from afterword.core.errors import BadInput, Refused
from afterword.core.facts import FactId, LetterKind, Override
from afterword.core.findings import Finding
from afterword.core.handover.approval import Approval, digest
from afterword.core.handover.eml import letter_message
from afterword.core.protocol.playbook import Playbook
from afterword.ports.ids import Ids
from afterword.services.proof_letter import proof_letter
from afterword.services.show_letter import LetterOnDesk, address_of, show_letter
from afterword.store import letters, records


class CertainFindings(Refused):
    """A name, the company or a placeholder looks wrong; the user has to say that it is right as it stands."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"Please look again: {' '.join(finding.message for finding in findings)}")
        self.findings = tuple(findings)


def approve_letter(
    letter: str, *, seen: str, reason: str = "", sure: bool = False, owner: str, playbook: Playbook, ids: Ids,
    now: datetime,
) -> None:  # fmt: skip
    """Freeze message, Message-ID, date and recipient.

    ``seen`` is the digest of the words the user was looking at, so that a yes is never given to other words.
    ``reason`` is what the user typed to go past a limit of rule S; ``sure`` that they looked at names the
    proofreader holds to be wrong. Raises :class:`CertainFindings` until then, and :class:`Refused` while the gate
    stops it, a limit holds without a reason, or there is no address.
    """
    desk = show_letter(letter, owner=owner, playbook=playbook, now=now)
    if seen != words_digest(desk.kept.letter.subject, desk.kept.letter.body):
        raise Refused("The letter has changed since you read it. Read it again, then approve it.")
    if desk.blocked:
        raise Refused(f"It cannot go out like this: {desk.blocked[0].message}")
    certain = proof_letter(letter, owner=owner, engine=None)[1].certain
    if certain and not sure:
        raise CertainFindings(certain)
    _check_limit(desk, reason=reason, owner=owner, ids=ids, now=now)
    address = address_of(desk.kept, desk.person)
    if not address:
        raise Refused(
            f"There is no e-mail address for {desk.person.name} yet. Add it, then approve the letter."
        )
    message_id, message = _message(desk, address, ids=ids, now=now)
    approval = Approval(digest(message, address), address, now, letters.epoch(owner))
    letters.approve(owner, letter, approval=approval, message=message, message_id=message_id)


def words_digest(subject: str, body: str) -> str:
    """A digest of the words on the page."""
    return digest(body.encode(), subject)


def _check_limit(desk: LetterOnDesk, *, reason: str, owner: str, ids: Ids, now: datetime) -> None:
    if not desk.limit:
        return
    if not reason.strip():
        raise Refused(f"{desk.limit} To go on all the same, type your reason.")
    records.log(
        owner, Override(FactId(ids.new()), now, desk.opportunity.id, desk.person.id, reason.strip()[:400])
    )


def _message(desk: LetterOnDesk, address: str, *, ids: Ids, now: datetime) -> tuple[str, bytes]:
    """The bytes that will leave: an RFC 5322 message, or the plain words of a LinkedIn note."""
    letter = desk.kept.letter
    if letter.kind is LetterKind.CONNECTION_NOTE:
        return "", letter.body.encode()
    candidate = desk.case.candidate
    if not candidate.email:
        raise BadInput("Your own e-mail address is missing: add it to your profile first.")
    message_id = f"<{ids.new()}@{candidate.email.rpartition('@')[2]}>"
    message = letter_message(
        from_name=candidate.name, from_email=candidate.email, to_name=desk.person.name, to_email=address,
        subject=letter.subject, body=letter.body, message_id=message_id, date=now,
    )  # fmt: skip
    return message_id, message
