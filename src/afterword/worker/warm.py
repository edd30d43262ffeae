"""The first look at Today, taken in the background as soon as the pages are there, so that the user's first is quick."""

from contextlib import suppress

from django.db import connections
from django.template.loader import get_template
from django.urls import get_resolver

from afterword import wiring
from afterword.services.show_today import show_today


def warm_today() -> None:
    """Load the screens, read the facts, derive the plan, compile the templates.

    Whatever goes wrong is left for the page to meet again and tell; nobody listens to a thread of its own.
    """
    with suppress(Exception):
        get_template("login/link.html")
        assert get_resolver().url_patterns
        house = wiring.wired()
        show_today(owner=house.owner, playbook=house.playbook, now=house.clock.now())
    with suppress(Exception):
        get_template("today/today.html")
    connections.close_all()
