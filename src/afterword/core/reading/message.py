"""A saved mail as values: who wrote it, when, and its words; for a bounce, which addresses failed."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from afterword.core.reading.decode import decode
from afterword.core.reading.invitation.limits import MAX_BYTES, MAX_MAIL_PARTS
from afterword.core.reading.invitation.plain import plain_text

#: RFC 3464 names the address that failed; some servers name it in a header of their own.
_FAILED = re.compile(
    r"^(?:final-recipient|original-recipient)\s*:\s*[^;\n]*;\s*<?([^\s<>]+@[^\s<>]+)",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class MailRead:
    """What a mail says. ``at`` is None where its date cannot be read; ``failed`` are addresses in lower case."""

    name: str
    address: str
    at: datetime | None
    subject: str
    text: str
    failed: tuple[str, ...] = ()


def read_mail(data: bytes) -> MailRead:
    """The mail in ``data`` (RFC 5322), however broken; attachments are not opened. Never raises."""
    message = message_from_bytes(data[:MAX_BYTES], policy=policy.compat32)
    parts = [part for _, part in zip(range(MAX_MAIL_PARTS), message.walk(), strict=False)]
    name, address = parseaddr(_header(message, "From"))
    return MailRead(
        name=name,
        address=address.casefold(),
        at=_moment(_header(message, "Date")),
        subject=_header(message, "Subject"),
        text=_words(parts),
        failed=_failed(message, parts),
    )


def _words(parts: list[Message]) -> str:
    """The plain text of the mail; of its HTML where there is no other."""
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == wanted and part.get_content_disposition() != "attachment":
                text = _text(part)
                if text.strip():
                    return plain_text(text) if wanted == "text/html" else text.replace("\r\n", "\n").strip()
    return ""


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    try:
        return payload.decode(part.get_content_charset("") or "utf-8")
    except (LookupError, UnicodeDecodeError, ValueError):
        return decode(payload).text


def _failed(message: Message, parts: list[Message]) -> tuple[str, ...]:
    named = re.findall(r"[^\s,<>]+@[^\s,<>]+", _header(message, "X-Failed-Recipients"))
    for part in parts:
        if part.get_content_type() == "message/delivery-status":
            inner = part.get_payload()
            blocks = inner if isinstance(inner, list) else [inner]
            named += [found for block in blocks for found in _FAILED.findall(_fields(block))]
    return tuple(dict.fromkeys(address.casefold() for address in named))


def _fields(block: object) -> str:
    """The header lines of one block of a delivery report; a broken one costs only itself."""
    if not isinstance(block, Message):
        return str(block)
    lines = [f"{name}: {' '.join(str(value).split())}" for name, value in block.items()]
    return "\n".join([*lines, str(block.get_payload())])


def _moment(text: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _header(message: Message, name: str) -> str:
    try:
        said = str(make_header(decode_header(str(message.get(name, ""))[:4000])))
    except (HeaderParseError, ValueError, LookupError):
        said = str(message.get(name, ""))
    return " ".join(said.split())[:500]
