"""Content lines as calendars and address cards share them (RFC 5545 §3.1, RFC 6350 §3.2)."""

from collections.abc import Iterable

from afterword.core.handover.address import without_controls

LONGEST_LINE = 75  # octets, without the line end


def escaped(text: str) -> str:
    """Text as a value: backslash, comma, semicolon and line breaks escaped, other controls left out."""
    lines = (without_controls(line) for line in text.replace("\\", "\\\\").splitlines())
    return "\\n".join(lines).replace(",", "\\,").replace(";", "\\;")


def content(lines: Iterable[str]) -> str:
    """Lines folded at 75 octets without parting a character, each ended by CRLF."""
    return "".join(_folded(line) for line in lines)


def _folded(line: str) -> str:
    pieces, room, size = [""], LONGEST_LINE, 0
    for character in line:
        width = len(character.encode())
        if size + width > room:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += width
    return "".join(f"{piece}\r\n" for piece in pieces)
