"""Which page of a long list was asked for."""

from django.http import HttpRequest

_LONGEST = 6  # digits; beyond any list, and short enough to count with


def page_number(request: HttpRequest) -> int:
    """The ``page`` of the address, from 1; the first for whatever is no number of a page."""
    asked = request.GET.get("page", "")
    return max(1, int(asked)) if asked.isdecimal() and len(asked) <= _LONGEST else 1
