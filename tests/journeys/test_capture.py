"""The capture under the conditions it is made for: a thumb, a tab that closes, a browser without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Browser, Page, expect

from journeys.conftest import SIZES, App

pytestmark = [pytest.mark.browser, pytest.mark.slow]

INVITATION = Path(__file__).parents[1] / "golden" / "ics" / "google_panel.ics"
EVENING = "2026-11-12T18:00:00-05:00"


@pytest.fixture
def size() -> str:
    """A phone."""
    return "phone"


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """A browser that runs no scripts."""
    context = browser.new_context(viewport=SIZES["phone"], java_script_enabled=False)
    yield context.new_page()
    context.close()


def interview(page: Page, app: App) -> None:
    """Type in an interview that is over, and open its debrief."""
    page.goto(f"{app.url}/interviews/new/")
    page.get_by_label("Company").fill("Thornbury Dairy")
    page.get_by_label("Role", exact=True).fill("Senior Accountant")
    page.get_by_label("Day").fill("2026-11-12")
    page.get_by_label("Time zone").select_option("America/New_York")
    page.get_by_label("Starts").fill("15:00")
    page.get_by_label("Ends").fill("16:00")
    page.get_by_label("Name", exact=True).fill("Adaeze Obi")
    page.get_by_role("button", name="Keep this interview").click()
    page.get_by_role("link", name="Note what they said").first.click()
    expect(page.get_by_role("heading", name="What did Adaeze Obi say?")).to_be_visible()


def sign_in(page: Page, link: str) -> None:
    """Follow the one-time link; without scripts its button is pressed."""
    page.goto(link)
    button = page.get_by_role("button", name="Open my workspace")
    if button.is_visible():
        button.click()
    expect(page.get_by_role("heading", name="Whom do I owe a word?")).to_be_visible()


def line(page: Page, stem: str, number: int = 0):  # type: ignore[no-untyped-def]
    """One line under an opening."""
    return page.locator("details", has_text=stem).locator("textarea").nth(number)


def test_without_scripts_an_invitation_becomes_a_debriefed_interview(app: App, bare: Page) -> None:
    sign_in(bare, app.at(EVENING))
    bare.goto(f"{app.url}/add/")
    bare.get_by_label("Invitation files").set_input_files(INVITATION)
    bare.get_by_role("button", name="Read the files").click()
    bare.get_by_label("Company").first.fill("Thornbury Dairy")
    bare.get_by_label("Role", exact=True).first.fill("Senior Accountant")
    bare.get_by_role("button", name="Keep this interview").click()
    bare.get_by_role("link", name="Note what they said").first.click()
    bare.locator("summary", has_text="They are growing by").click()
    line(bare, "They are growing by").fill("two plants")
    bare.get_by_label("Anything else").fill("He knew my old firm.\nThey decide by 20 November.")
    bare.get_by_role("button", name="Save", exact=True).last.click()
    expect(line(bare, "They are growing by")).to_have_value("two plants")
    bare.get_by_role("button", name="Yes, 20 November").click()
    expect(bare.get_by_text("On record: they decide by Friday 20 November")).to_be_visible()
    expect(bare.get_by_label("Anything else")).to_have_value(
        "He knew my old firm.\nThey decide by 20 November."
    )


def test_what_was_typed_in_the_last_moment_survives_the_tab(app: App, page: Page) -> None:
    sign_in(page, app.at(EVENING))
    interview(page, app)
    address = page.url
    page.locator("summary", has_text="The hard part is").click()
    line(page, "The hard part is").press_sequentially("the close takes eleven days")
    other = page.context.new_page()
    page.close(run_before_unload=True)
    other.goto(f"{app.url}/opportunities/")
    expect(other.get_by_role("heading", name="Thornbury Dairy")).to_be_visible()
    other.goto(address)
    expect(line(other, "The hard part is")).to_have_value("the close takes eleven days")


def test_a_new_line_follows_each_point_and_a_point_can_be_taken_away(app: App, page: Page) -> None:
    sign_in(page, app.at(EVENING))
    interview(page, app)
    page.locator("summary", has_text="They asked").click()
    for number, words in enumerate(("how I handle audits", "why I am leaving")):
        line(page, "They asked", number).press_sequentially(words)
        expect(line(page, "They asked", number + 1)).to_be_attached()
        expect(page.get_by_role("status")).to_contain_text("Saved")
    page.get_by_role("button", name="Remove").first.click()
    expect(line(page, "They asked", 2)).to_have_count(0)
    page.goto(page.url)
    expect(line(page, "They asked")).to_have_value("why I am leaving")


def test_a_save_that_fails_is_said_where_saved_would_be(app: App, page: Page) -> None:
    sign_in(page, app.at(EVENING))
    interview(page, app)
    page.locator("summary", has_text="The team").click()
    app.stop()
    line(page, "The team").press_sequentially("is five people")
    expect(page.get_by_text("Not saved yet. Is Afterword still running?")).to_be_visible()
