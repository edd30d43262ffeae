"""Only this machine's browser, on our address, signed in with a fresh link, gets in."""

import itertools

import pytest
from django.test import Client

from address import HOST, sign_in
from afterword import wiring
from afterword.core.facts import Candidate
from afterword.services.keep_profile import ProfileGiven, keep_first_zone, keep_own_address, keep_profile
from afterword.services.sign_in import make_login_link
from afterword.store import records
from afterword.store.memory import remembered_facts

POLICY_PARTS = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
)


@pytest.mark.parametrize("path", ["/", "/login/", "/people/", "/static/web/afterword.css", "/no-such-page/"])
@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:80", "localhost:9999", "127.0.0.1:8048.evil.example", ""]
)
def test_a_foreign_host_is_refused_before_routing(house: wiring.Wiring, path: str, host: str) -> None:
    assert Client(headers={"host": host}).get(path).status_code == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:8048", "http://127.0.0.1:9999"]
)
def test_a_foreign_origin_is_refused_whatever_the_method(client: Client, origin: str) -> None:
    for method in (client.get, client.post):
        assert method("/", headers={"host": HOST, "origin": origin}).status_code == 403


def test_another_site_may_link_to_a_page_but_not_load_it_or_post_to_it(client: Client) -> None:
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    image = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"}
    assert client.get("/", headers={"host": HOST, **link}).status_code == 200
    assert client.get("/", headers={"host": HOST, **image}).status_code == 403
    assert client.post("/week/aims/", headers={"host": HOST, **link}).status_code == 403


def test_no_combination_of_foreign_headers_passes(client: Client) -> None:
    hosts = (HOST, "evil.example", "[::1]:8048", "127.0.0.1:8048@evil.example")
    origins = (None, f"http://{HOST}", "http://evil.example", "null")
    sites = ("none", "same-origin", "same-site", "cross-site")
    methods = ("GET", "POST", "PUT", "DELETE", "PATCH", "TRACE")
    for host, origin, site, method in itertools.product(hosts, origins, sites, methods):
        headers = {"host": host, "sec-fetch-site": site} | ({"origin": origin} if origin else {})
        status = client.generic(method, "/profile/", headers=headers).status_code
        ours = host == HOST and origin in (None, f"http://{HOST}") and site in ("none", "same-origin")
        if not ours or method not in ("GET", "POST"):
            assert status == 403, (host, origin, site, method)


def test_every_answer_carries_the_policy(client: Client, stranger: Client) -> None:
    for path in ("/", "/people/", "/login/", "/static/web/afterword.css", "/no-such-page/"):
        answer = client.get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert all(part in policy for part in POLICY_PARTS), path
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_pages_are_not_stored_by_the_browser(client: Client) -> None:
    assert client.get("/").headers["Cache-Control"] == "no-store"


def test_a_stranger_sees_only_how_to_get_in(house: wiring.Wiring) -> None:
    stranger = Client(headers={"host": HOST})
    for path in ("/", "/people/", "/week/", "/profile/", "/settings/", "/opportunities/"):
        answer = stranger.get(path)
        assert answer.status_code == 302
        assert answer.headers["Location"] == "/login/"
    assert "./afterword" in stranger.get("/login/").content.decode()


def test_a_login_link_works_once_within_a_minute(house: wiring.Wiring, clock: object, now: object) -> None:
    link = make_login_link(host="127.0.0.1", port=8048, ids=house.ids, now=house.clock.now())
    key = link.partition("key=")[2]
    first, second = Client(headers={"host": HOST}), Client(headers={"host": HOST})
    assert first.get(f"/login/?key={key}").status_code == 200
    assert first.post("/login/", {"key": key}).headers["Location"] == "/"
    assert first.get("/").status_code == 200
    refused = second.post("/login/", {"key": key})
    assert refused.status_code == 403
    assert second.get("/").status_code == 302


@pytest.mark.parametrize(
    ("told", "browser", "after"),
    [
        ("", "America/New_York", "America/New_York"),
        ("", "", "UTC"),
        ("", "Mars/Olympus", "UTC"),
        ("", "Etc/UTC", "UTC"),
        ("UTC", "America/New_York", "UTC"),
        ("Europe/Paris", "America/New_York", "Europe/Paris"),
    ],
)
def test_the_first_login_takes_the_computers_zone_in_plain_sight(
    house: wiring.Wiring, told: str, browser: str, after: str
) -> None:
    if told:
        records.keep_profile(house.owner, Candidate(zone=told))
    key = make_login_link(host="127.0.0.1", port=8048, ids=house.ids, now=house.clock.now()).partition(
        "key="
    )[2]
    answer = Client(headers={"host": HOST}).post("/login/", {"key": key, "zone": browser}, follow=True)
    assert remembered_facts(house.owner)[1].candidate.zone == after
    said = "Times are shown as clocks in New York show them." in answer.content.decode()
    assert said == ((told or "UTC") != after)


def test_an_address_told_before_the_zone_leaves_the_zone_open(house: wiring.Wiring) -> None:
    keep_own_address("dana@example.org", owner=house.owner)
    assert keep_first_zone("America/New_York", owner=house.owner)
    keep_profile(ProfileGiven(name="Dana", zone="UTC"), owner=house.owner)
    assert not keep_first_zone("America/New_York", owner=house.owner)


def test_a_login_link_older_than_a_minute_is_refused(house: wiring.Wiring) -> None:
    from datetime import timedelta

    link = make_login_link(
        host="127.0.0.1", port=8048, ids=house.ids, now=house.clock.now() - timedelta(seconds=61)
    )
    assert (
        Client(headers={"host": HOST}).post("/login/", {"key": link.partition("key=")[2]}).status_code == 403
    )


def test_showing_a_login_link_uses_nothing_up(house: wiring.Wiring) -> None:
    link = make_login_link(host="127.0.0.1", port=8048, ids=house.ids, now=house.clock.now())
    key = link.partition("key=")[2]
    browser = Client(headers={"host": HOST})
    for _ in range(3):
        browser.get(f"/login/?key={key}")
    assert browser.post("/login/", {"key": key}).status_code == 302


def test_a_form_without_its_token_is_refused(house: wiring.Wiring) -> None:
    strict = sign_in(Client(enforce_csrf_checks=True, headers={"host": HOST}), house.owner)
    answer = strict.post("/week/aims/", {"applications": "1"})
    assert answer.status_code == 403
    assert "reload" in answer.content.decode()
