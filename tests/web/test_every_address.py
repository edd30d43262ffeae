"""Every address there is: looking changes nothing, strangers stay out, and nobody reaches another owner's rows."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from address import HOST, sign_in
from afterword.adapters.ids import CountingIds
from afterword.services.fill_demo import fill_demo
from afterword.store import letters, models, records

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
STRANGER = "2" * 32


def routes(patterns=None, before="") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each route with the names of its parts."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, route)
        elif isinstance(entry, URLPattern) and not route.startswith("^"):
            yield route, tuple(entry.pattern.converters)


ROUTES = sorted(set(routes()))


@pytest.fixture
def desk(client, house, clock):
    """A signed-in browser on the sample workspace with the panel's letters drafted."""
    clock.set(NOW)
    fill_demo(owner=house.owner, ids=CountingIds(), now=NOW)
    key = next(
        c.step.key
        for g in client.get("/").context["board"].groups
        for c in g.cards
        if c.title == "Thank Imani Okafor"
    )
    client.post("/letters/for/", {"step": key})
    return client


def known(owner: str) -> dict[str, str]:
    """An id of the owner's for each name a route may use."""
    interview = models.Interview.objects.filter(owner=owner).first()
    person = models.Interviewer.objects.filter(owner=owner, interview=interview.id).first().person
    return {
        "interview": interview.id,
        "opportunity": interview.opportunity,
        "person": person,
        "letter": letters.letters_of(owner)[0].id,
        "seminar": models.Seminar.objects.filter(owner=owner).first().id,
        "connection": models.PointOfConnection.objects.filter(owner=owner).first().id,
        "touch": models.Happening.objects.filter(owner=owner, what="touch").first().id,
        "point": models.Point.objects.filter(owner=owner).first().id,
    }


def filled(route: str, names: tuple[str, ...], values: dict[str, str]) -> str:
    for name in names:
        for converter in ("str", "int"):
            route = route.replace(
                f"<{converter}:{name}>", values.get(name, "1" if converter == "int" else "0" * 32)
            )
    return "/" + route


def everything():
    """Every row of every table."""
    return {table: list(table.objects.order_by("pk").values()) for table in tables()}


def test_there_are_routes_to_try():
    assert len(ROUTES) > 40


def test_looking_at_any_page_twice_changes_nothing(desk, house):
    values = known(house.owner)
    before = everything()
    for route, names in ROUTES:
        for _ in range(2):
            assert desk.get(filled(route, names, values)).status_code < 500, route
    assert everything() == before


def test_a_stranger_is_sent_to_the_door_from_every_address(desk, house):
    from django.test import Client

    values = known(house.owner)
    before = everything()
    for route, names in ROUTES:
        if route.startswith(("login/", "static")):
            continue
        for method in ("get", "post"):
            answer = getattr(Client(headers={"host": HOST}), method)(filled(route, names, values))
            assert answer.status_code == 302, route
            assert answer.headers["Location"] == "/login/", route
    assert everything() == before


def test_another_owner_reaches_no_row_by_any_address_or_method(desk, house):
    values = known(house.owner)
    records.open_workspace(STRANGER, now=NOW)
    sign_in(desk, STRANGER)
    mine = {
        table: list(table.objects.filter(owner=house.owner).order_by("pk").values()) for table in tables()
    }
    form = dict(values.items()) | {
        "text": "x",
        "body": "x",
        "reason": "x",
        "ending": "not_yet",
        "kind": "met",
        "word": "x",
    }
    for route, names in ROUTES:
        if "erase" in route or "backups" in route:
            continue
        address = filled(route, names, values)
        assert "Okafor" not in desk.get(address).content.decode(), route
        assert desk.post(address, form).status_code < 500, route
    for table, rows in mine.items():
        assert list(table.objects.filter(owner=house.owner).order_by("pk").values()) == rows, table.__name__


def tables():
    return [
        table
        for name, table in vars(models).items()
        if isinstance(table, type)
        and issubclass(table, models.models.Model)
        and not table._meta.abstract
        and hasattr(table, "owner")
    ]
