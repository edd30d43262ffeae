"""Every kind of screen of the sample workspace: axe finds nothing serious, in both colour schemes, nothing is too wide."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from journeys.conftest import SIZES, App

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

GRAVE = ("serious", "critical")
FILES = (".vcf", ".eml", ".svg")
FEWEST_KINDS = 25


@pytest.fixture(params=[("phone", "dark"), ("desk", "light")], ids="-".join)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A tab of a size, in a colour scheme."""
    size, scheme = request.param
    context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def kind(address: str) -> str:
    """What an address shows, whichever record it shows it of."""
    return re.sub(r"[0-9a-f]{32}", "…", address.split("?")[0].split("#")[0])


def problems(page: Page) -> list[str]:
    """What axe finds with everything unfolded, and a page that is wider than the screen."""
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    violations = Axe().run(page).response["violations"]
    found = [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in violations if v["impact"] in GRAVE]
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return [*found, *(["too wide"] if wide else [])]


def test_one_screen_of_every_kind_is_sound(app: App, page: Page) -> None:
    """Follow every link, one address of each kind; a letter that is offered is written on the way."""
    page.goto(app.at("2026-11-24T15:00:00+00:00", "demo"))
    waiting, seen, wrong = ["/"], set[str](), dict[str, list[str]]()
    while waiting:
        address = waiting.pop(0)
        if kind(address) in seen or address.endswith(FILES):
            continue
        seen.add(kind(address))
        answer = page.goto(f"{app.url}{address}")
        assert answer
        if answer.status >= 400:
            wrong[address] = [str(answer.status)]
            continue
        if found := problems(page):
            wrong[address] = found
        waiting += [
            link.get_attribute("href") or "" for link in page.locator("main a[href^='/'], nav a").all()
        ]
        if kind(address) == "/letters/for/":
            page.locator("main form button").first.click()
            waiting.append(page.url.removeprefix(app.url))
    assert wrong == {}
    assert len(seen) >= FEWEST_KINDS, sorted(seen)
