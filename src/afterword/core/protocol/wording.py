"""How days, names and lists are said in the reasons of the plan: plain English, the same on any machine."""

from datetime import date
from functools import lru_cache

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def day(when: date) -> str:
    """A day as a tired person reads it: "Thursday 12 November"."""
    return f"{_WEEKDAYS[when.weekday()]} {when.day} {_MONTHS[when.month - 1]}"


def sentence(text: str) -> str:
    """The text as one sentence: a capital first, a full stop last."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".?!" else ".")


def ordinal(count: int) -> str:
    """A small count as a place in a row: third."""
    words = ("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    return words[count] if count < len(words) else f"{count}th"
