"""One e-mail address, checked before it goes into a header or a link."""

import re
import unicodedata

from afterword.core.errors import BadInput

LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


def one_address(text: str) -> str:
    """The address as it goes on the wire (RFC 5321 dot-string, international domains in ASCII).

    Raises :class:`BadInput` for anything but exactly one plain address.
    """
    local, at, domain = text.strip().rpartition("@")
    wire = _domain(domain)
    if not at or not LOCAL.fullmatch(local) or len(local) > 64 or not wire:
        raise BadInput(f"“{one_line(text)}” is not one e-mail address.")
    return f"{local}@{wire}"


def header_words(text: str, *, what: str) -> str:
    """Text that may stand in a header. Raises :class:`BadInput` naming ``what`` when it holds a line break."""
    if any(character in text for character in "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029\0"):
        raise BadInput(f"The {what} must be on one line.")
    return without_controls(text).strip()


def without_controls(text: str) -> str:
    """The text without control characters (a tab becomes a space) and without marks that turn reading round."""
    return "".join(
        character
        for character in text.replace("\t", " ")
        if unicodedata.category(character) != "Cc"
        and character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def one_line(text: str) -> str:
    """The text shortened for a sentence about it."""
    return " ".join(without_controls(text.replace("\n", " ").replace("\r", " ")).split())[:80]


def _domain(text: str) -> str:
    """The domain in ASCII, or "" when it is none; one label alone ("localhost") is none."""
    try:
        wire = text.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    labels = wire.split(".")
    good = len(labels) > 1 and len(wire) <= 253 and all(LABEL.fullmatch(label) for label in labels)
    return wire if good else ""
