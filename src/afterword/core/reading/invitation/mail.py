"""Finding the calendar parts of a mail: the text/calendar part and files that hold the same again."""

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from email.utils import getaddresses

from afterword.core.reading.invitation.limits import MAX_BYTES, MAX_MAIL_DEPTH, MAX_MAIL_PARTS

_CALENDAR_TYPES = frozenset({"text/calendar", "application/ics", "text/x-vcalendar", "application/calendar"})


@dataclass(frozen=True, slots=True)
class MailParts:
    """The calendar data of a mail, the method its header names, and whom it was addressed to."""

    calendars: tuple[tuple[bytes, str], ...]
    recipients: frozenset[str]
    subject: str


def looks_like_mail(data: bytes) -> bool:
    """Whether bytes begin with mail headers and not with a calendar."""
    head = data[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:15].upper().startswith(b"BEGIN:VCALENDAR"):
        return False
    names = re.findall(
        rb"(?im)^(from|to|subject|date|message-id|mime-version|content-type|received|return-path):", head
    )
    return len({name.lower() for name in names}) >= 2


def calendar_parts(data: bytes) -> MailParts:
    """The calendar parts of a mail, decoded from their transfer encoding; other attachments are not opened."""
    message = message_from_bytes(data, policy=policy.compat32)
    found: list[tuple[bytes, str]] = []
    size = 0
    for part in _leaves(message):
        held = _calendar(part)
        if held is not None and size + len(held[0]) <= MAX_BYTES:
            size += len(held[0])
            found.append(held)
    return MailParts(tuple(found), _recipients(message), _header(message, "Subject"))


def _leaves(message: Message) -> list[Message]:
    leaves: list[Message] = []
    waiting: list[tuple[Message, int]] = [(message, 0)]
    seen = 0
    while waiting and seen < MAX_MAIL_PARTS:
        part, depth = waiting.pop(0)
        seen += 1
        payload = part.get_payload()
        if isinstance(payload, list):
            if depth < MAX_MAIL_DEPTH:
                waiting.extend((inner, depth + 1) for inner in payload if isinstance(inner, Message))
        else:
            leaves.append(part)
    return leaves


def _calendar(part: Message) -> tuple[bytes, str] | None:
    kind = part.get_content_type()
    try:
        name = str(part.get_filename() or "").lower()
    except (ValueError, LookupError, TypeError):
        name = ""
    if kind not in _CALENDAR_TYPES and not name.endswith((".ics", ".vcs", ".ical")):
        return None
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return None
    method = part.get_param("method")
    charset = part.get_content_charset("") or ""
    return _recoded(payload, charset), method.upper() if isinstance(method, str) else ""


def _recoded(payload: bytes, charset: str) -> bytes:
    """UTF-8 from the charset the part names, unless its bytes already tell (mark, UTF-8) or it names none."""
    if not charset or charset in {"utf-8", "us-ascii", "utf8"}:
        return payload
    try:
        payload.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return payload.decode(charset, "replace").encode("utf-8")
        except (LookupError, ValueError):
            return payload
    return payload


def _recipients(message: Message) -> frozenset[str]:
    """Whom the mail reached: the delivery address, else the only To address."""
    for name in ("Delivered-To", "X-Original-To", "To"):
        said = [str(value)[:2000] for value in message.get_all(name, [])[:20]]
        found = {address.strip().lower() for _, address in getaddresses(said) if "@" in address}
        if len(found) == 1:
            return frozenset(found)
    return frozenset()


def _header(message: Message, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())[:500]
    except (ValueError, LookupError):
        return ""
