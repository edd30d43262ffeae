"""Proofreading while typing: marks appear, fixes are pressed, the caret stays where the user put it."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

WRITE = re.compile("Write it.*Thank Imani Okafor")

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


def test_a_slip_is_marked_explained_and_put_right(app, page: Page) -> None:  # type: ignore[no-untyped-def]
    page.goto(app.at("2026-11-24T15:00:00+00:00", "demo"))
    page.wait_for_url(f"{app.url}/")
    page.get_by_role("button", name=WRITE).click()
    page.get_by_text("Change the words").click()
    field = page.get_by_label("Letter", exact=True)
    expect(page.get_by_text("Nothing to look at.")).to_be_visible()
    before = field.input_value()

    field.fill(before.replace("Dear Imani", "Dear Imanni"))
    field.evaluate("area => area.setSelectionRange(7, 7)")
    expect(page.get_by_text("1 thing to look at.")).to_be_visible()
    expect(page.locator(".proofed-back mark.stop")).to_have_text("Imanni")
    assert field.evaluate("area => [area.selectionStart, area.selectionEnd]") == [7, 7]
    assert not [
        v["id"] for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")
    ]

    page.locator(".proof-list").get_by_role("button", name="Imani", exact=True).click()
    expect(page.get_by_text("Nothing to look at.")).to_be_visible()
    assert field.input_value() == before

    field.fill(f"{before}\n\nThank you for the the time.")
    page.get_by_role("button", name="Ignore once").click()
    expect(page.get_by_text("Nothing to look at.")).to_be_visible()


def test_the_essential_path_works_without_scripts(app, browser, size: str) -> None:  # type: ignore[no-untyped-def]
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto(app.at("2026-11-24T15:00:00+00:00", "demo"))
    page.get_by_role("button", name="Open my workspace").click()
    page.get_by_role("button", name=WRITE).click()
    page.get_by_role("link", name="Proofread it now").click()
    page.get_by_role("link", name="Back to the letter").click()
    page.get_by_role("button", name="Approve these words").click()
    assert (page.get_by_role("link", name="Open in my mail program").get_attribute("href") or "").startswith(
        "mailto:"
    )
    page.get_by_role("button", name="I sent it").click()
    expect(page.get_by_text("Logged as sent.")).to_be_visible()
    page.goto(f"{app.url}/")
    page.get_by_role("link", name="Call Gordon Pike").first.click()
    page.get_by_role("button", name="Not yet").click()
    expect(page.get_by_text("Recorded.")).to_be_visible()
    context.close()
