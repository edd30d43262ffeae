"""A letter as a ``mailto:`` link (RFC 6068) that opens the user's own mail program."""

from urllib.parse import quote

from afterword.core.handover.address import header_words, one_address, without_controls

#: Longer links are cut by some mail programs and systems; offer the .eml file instead.
LONGEST_SAFE = 2000


def mailto(*, to: str, subject: str, body: str) -> str:
    """The link. Every character outside the unreserved ones is percent-encoded; lines part with CRLF.

    Raises :class:`BadInput` for what is not one address and for a subject of several lines.
    """
    local, _, domain = one_address(to).rpartition("@")
    lines = "\r\n".join(without_controls(line) for line in body.splitlines())
    parts = (("subject", header_words(subject, what="subject")), ("body", lines))
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in parts if value)
    return f"mailto:{quote(local, safe='')}@{domain}" + (f"?{query}" if query else "")


def too_long(link: str) -> bool:
    """Whether some mail programs would cut this link."""
    return len(link) > LONGEST_SAFE
