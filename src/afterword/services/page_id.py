"""Ids that a page was given before it is sent, so that sending it twice records once."""

from afterword.ports.ids import Ids

_DIGITS = frozenset("0123456789abcdef")


def is_id(text: str) -> bool:
    """Whether this is an id of ours: 32 hexadecimal digits."""
    return len(text) == 32 and set(text) <= _DIGITS


def page_id(text: str, ids: Ids) -> str:
    """The id the page came back with, or a new one when it brought none of ours."""
    return text if is_id(text) else ids.new()
