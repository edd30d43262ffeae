"""Bytes into text: by byte order mark, then UTF-16 by its look, then UTF-8, mended where it must be, then Windows-1252."""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


#: A line broken inside a letter of several bytes, as by senders that count bytes (RFC 5545, 3.1).
_FOLD_IN_LETTER = re.compile(rb"(?<=[\x80-\xff])\r?\n[ \t](?=[\x80-\xbf])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text without NUL characters, the encoding it was read in, and whether anything was lost."""

    text: str
    encoding: str
    damaged: bool


def decode(data: bytes) -> Decoded:
    """Read bytes as text; never fails. ``damaged`` means characters were replaced or NULs dropped."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if encoding := _sixteen_bits(data):
        return _decoded(data, encoding)
    try:
        return _clean(data.decode("utf-8"), "utf-8", damaged=False)
    except UnicodeDecodeError:
        return _mended(data)


def _sixteen_bits(data: bytes) -> str:
    """UTF-16 without a mark shows as a NUL beside each of the first Latin letters."""
    head = data[:64]
    if len(head) < 8 or head.count(0) < len(head) // 3:
        return ""
    return "utf-16-be" if head[0] == 0 else "utf-16-le"


def _mended(data: bytes) -> Decoded:
    """UTF-8 with lines folded inside a letter, or with single letters in Windows-1252; else all Windows-1252."""
    joined = _FOLD_IN_LETTER.sub(b"", data).decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= letter <= "\udcff" for letter in joined)
    if stray >= sum(letter > "\x7f" for letter in joined) - stray:
        return _decoded(data, "cp1252")
    text = re.sub(
        "[\udc80-\udcff]", lambda found: bytes([ord(found[0]) - 0xDC00]).decode("cp1252", "replace"), joined
    )
    return _clean(text, "utf-8", damaged="\ufffd" in text)


def _decoded(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return _clean(text, encoding, damaged="\ufffd" in text)


def _clean(text: str, encoding: str, *, damaged: bool) -> Decoded:
    return Decoded(text.replace("\0", ""), encoding, damaged or "\0" in text)
