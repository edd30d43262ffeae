"""A letter as a message file (.eml, RFC 5322) that mail programs open ready to send."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from afterword.core.errors import BadInput
from afterword.core.handover.address import header_words, one_address, without_controls

LONGEST_PLAIN_LINE = 78


def letter_message(
    *,
    from_name: str,
    from_email: str,
    to_name: str,
    to_email: str,
    subject: str,
    body: str,
    message_id: str,
    date: datetime,
    unsent: bool = False,
) -> bytes:
    """The exact bytes of one letter to one person: UTF-8, CRLF line ends, one plain text part.

    ``message_id`` is given with or without its angle brackets; ``date`` is aware. An empty address leaves
    its header out. ``unsent`` adds ``X-Unsent: 1``, which makes mail programs open the file for editing.
    The same arguments give the same bytes. Raises :class:`BadInput` for line breaks in headers and for what
    is not one address.
    """
    message = EmailMessage(policy=SMTP)
    if from_email:
        message["From"] = _mailbox(from_name, from_email, what="sender's name")
    if to_email:
        message["To"] = _mailbox(to_name, to_email, what="recipient's name")
    message["Subject"] = header_words(subject, what="subject")
    message["Date"] = format_datetime(date)
    message["Message-ID"] = _message_id(message_id)
    if unsent:
        message["X-Unsent"] = "1"
    text = "\n".join(without_controls(line) for line in body.splitlines()).strip("\n") + "\n"
    message.set_content(text, charset="utf-8", cte=_encoding(text))
    return bytes(message)


def _mailbox(name: str, email: str, *, what: str) -> Address:
    return Address(display_name=header_words(name, what=what), addr_spec=one_address(email))


def _message_id(text: str) -> str:
    inner = header_words(text, what="Message-ID").removeprefix("<").removesuffix(">")
    left, at, right = inner.rpartition("@")
    if not at or not left or not right or not inner.isascii() or any(c in inner for c in " <>"):
        raise BadInput("The Message-ID must look like <left@right>.")
    return f"<{inner}>"


def _encoding(text: str) -> str:
    plain = text.isascii() and all(len(line) <= LONGEST_PLAIN_LINE for line in text.splitlines())
    return "7bit" if plain else "quoted-printable"
