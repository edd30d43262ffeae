"""Notes in any layout brought to one: a thought a line, no shouting, no list marks."""

import re

from afterword.core.facts import PointKind

_LETTERED = re.compile(r"(?:(?<=\s)|^)\(?([1-9]|[a-h])[).]\s*(?=[^\W\d_])")
_KINDS = "|".join(kind.value.replace("_", " ") for kind in PointKind)
_TAG = re.compile(rf"\s*#\s?({_KINDS}|next|ask|asked)\b:?\s*", re.I)
_OTHER_TAG = re.compile(r"\s*#(?=[^\W\d_])")
_BULLET = re.compile(r"(?m)^\s*(?:[-+>•*=]+|->)\s+")
_SLASH = re.compile(r"\s+/+\s+|\s*//+\s*")
_ARROW = re.compile(r"(?<!\d)\s+->\s+(?!\d)")
#: Marks between thoughts, when one stands twice or more in a line: " - ", ">>", "~", "&&".
_SEPARATOR = re.compile(r"[ \t]+(>{1,3}|~+|&&|\+{2,}|;;|-)[ \t]+")
_EQUALS = re.compile(r"(?<=[a-z])\s+=\s+(?=\w)")
_WORD = re.compile(r"[^\W\d_]+")
#: A run of words this long in capitals is shouted, not abbreviated.
_SHOUTED = 3


def laid_out(text: str) -> str:
    """A clean note with a line for every listed thought and no sentence in capitals."""
    text = "\n".join(_quiet(line) for line in text.split("\n"))
    text = _without_numbers(text)
    text = _TAG.sub(lambda m: f"\n{m[1]}: ", text)
    text = _OTHER_TAG.sub("\n", text)
    text = _BULLET.sub("", text)
    text = _at_slashes(text)
    text = "\n".join(_at_separators(line) for line in text.split("\n"))
    text = _ARROW.sub("\n", text) if len(_ARROW.findall(text)) > 1 else text
    return "\n".join(_at_equals(line) for line in text.split("\n")).strip()


def _quiet(line: str) -> str:
    """A line in small letters when most of it is shouted; a word of its own in capitals stays."""
    words = [w for w in _WORD.findall(line) if len(w) > 1]
    shouted = [w for w in words if w.isupper()]
    if len(shouted) >= _SHOUTED and len(shouted) * 5 >= len(words) * 3:
        return line.lower()
    return re.sub(r"\b[A-Z]{2,}(?:[ ,]+[A-Z]{2,}){3,}\b", lambda m: m[0].lower(), line)


def _without_numbers(text: str) -> str:
    """ "1) … 2) …", "(a) … (b) …", "1. …": a new line at each, when the marks count up."""
    marks = list(_LETTERED.finditer(text))
    expected = {"1": "123456789", "a": "abcdefgh"}.get(marks[0][1].lower() if marks else "", "")
    if len(marks) < 2 or [m[1].lower() for m in marks] != list(expected[: len(marks)]):
        return text
    return _LETTERED.sub("\n", text)


def _at_separators(line: str) -> str:
    return _SEPARATOR.sub("\n", line) if len(_SEPARATOR.findall(line)) > 1 else line


def _at_slashes(text: str) -> str:
    """A spaced slash parts two thoughts, unless it stands between two single words."""
    lines = []
    for line in text.split("\n"):
        parts = _SLASH.split(line)
        single = len(parts) == 2 and any(len(p.split()) < 2 for p in parts)
        lines.append(line if single else "\n".join(p for p in parts if p.strip()))
    return "\n".join(lines)


def _at_equals(line: str) -> str:
    """ "140 projects each in an LLC = 140 reconciliations": two thoughts; "next = CFO" is a label."""
    match = _EQUALS.search(line)
    if match is None or len(re.split(r"[.;,!?)]\s", line[: match.start()])[-1].split()) < 4:
        return line
    return line[: match.start()] + "\n" + line[match.end() :]
