"""Words and marks of a text as a list, and back. Commas, brackets and quotation marks stand alone."""

import re

_TOKEN = re.compile(
    r"""\d{1,2}:\d\d(?:[ap]m)?\b|\d+(?:st|nd|rd|th)\b|[$€£]?\d[\d.,]*\d(?:[%kKmMbB]+\b|%)?|[$€£]?\d(?:[%kKmMbB]\b|%)?   # amounts, counts, shares
      |\w[\w'&./+-]*\w|\w                                                  # words, with inner marks
      |[,;:()"!?]|[^\s\w]""",
    re.VERBOSE,
)
_WORD = re.compile(r"\w")


def tokens(text: str) -> list[str]:
    """Split a clean text into words and marks."""
    found: list[str] = []
    for raw in text.split():
        found.extend(_split(raw))
    return found


def _split(raw: str) -> list[str]:
    if re.fullmatch(r"\d{1,2}:\d\d(?:[ap]m)?|[$€£]?\d[\w.,%/-]*[\w%]|[\w][\w'&./+-]*\w|\w|\d+%", raw):
        return [raw]
    parts = _TOKEN.findall(raw)
    return parts or [raw]


def is_word(token: str) -> bool:
    """Whether a token holds a letter or digit."""
    return bool(_WORD.search(token))


def joined(parts: list[str]) -> str:
    """The text of a token list: no space before a closing mark or after an opening one."""
    text = ""
    opening = False
    quoted = False
    for part in parts:
        closes = part in {",", ";", ":", ")", "!", "?", "."} or (part == '"' and quoted)
        text += part if not text or opening or closes else " " + part
        opening = part == "(" or (part == '"' and not quoted)
        if part == '"':
            quoted = not quoted
    return text


def lowered(parts: list[str]) -> list[str]:
    """All tokens in small letters."""
    return [part.lower() for part in parts]
