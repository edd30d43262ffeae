"""The first look at Today, taken in the background as soon as the pages are there, so that the user's first is quick."""

from contextlib import suppress

from django.db import DatabaseError, connections
from django.template.loader import get_template
from django.urls import get_resolver

from afterword import wiring
from afterword.core.errors import AfterwordError
from afterword.services.show_today import show_today


def warm_today() -> None:
    """Load the screens, read the facts, derive the plan, compile the templates. What goes wrong is told by the page."""
    house = wiring.wired()
    try:
        get_template("login/link.html")
        assert get_resolver().url_patterns
        with suppress(AfterwordError, DatabaseError):
            show_today(owner=house.owner, playbook=house.playbook, now=house.clock.now())
        get_template("today/today.html")
    finally:
        connections.close_all()
