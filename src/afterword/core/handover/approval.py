"""Whether a yes the user gave still holds: the same bytes, the same recipient, and no news since.

Source: docs/spec/protocol.md, rule S. An approval is for exact bytes to one address; any edit, any word from
the other side, a changed address or a restored workspace takes it back.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from afterword.core.facts import Decision, Happening, Outcome, Reply, ReplyClass


@dataclass(frozen=True, slots=True)
class Approval:
    """What the user said yes to: the digest of the message, to which address, when, in which epoch."""

    digest: str
    recipient: str
    at: datetime
    epoch: int


def digest(message: bytes, recipient: str) -> str:
    """SHA-256 of the exact bytes and the address they go to."""
    return hashlib.sha256(recipient.encode() + b"\0" + message).hexdigest()


def why_not(
    approval: Approval, *, message: bytes, address: str, epoch: int, history: Iterable[Happening]
) -> str:
    """Why the approval no longer holds, in a sentence; "" when it does.

    ``history`` is what happened on the same opportunity; ``address`` the recipient's address as it is now.
    """
    if approval.epoch != epoch:
        return "This workspace was restored from a backup since; check your Sent folder, then approve again."
    if approval.recipient != address:
        return "The address has changed since you approved it."
    if approval.digest != digest(message, approval.recipient):
        return "The text has changed since you approved it."
    for happening in history:
        if happening.at > approval.at and _is_news(happening):
            return "There has been news since you approved it; read it again first."
    return ""


def _is_news(happening: Happening) -> bool:
    if isinstance(happening, Reply):
        return happening.klass is not ReplyClass.AUTO_REPLY
    return isinstance(happening, Decision) and happening.outcome is not Outcome.NOT_YET
