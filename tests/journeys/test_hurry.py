"""Somebody in a hurry: what is pressed twice happens once, and nothing is lost on the way."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

INVITATION = Path(__file__).parents[1] / "golden" / "journey" / "panel.ics"

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


def test_choosing_a_file_and_pressing_the_button_too_reads_it_once(app, page: Page) -> None:  # type: ignore[no-untyped-def]
    page.goto(app.at("2026-11-12T17:30:00-05:00"))
    page.goto(f"{app.url}/add/")
    sent: list[str] = []
    page.on("request", lambda r: sent.append(r.url) if r.method == "POST" else None)
    page.get_by_label("Invitation files").evaluate(
        "field => field.addEventListener('change', () => setTimeout(() => field.form.querySelector('button').click(), 20))"
    )
    page.get_by_label("Invitation files").set_input_files(INVITATION)
    expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
    assert sent == [f"{app.url}/add/"]
    page.get_by_label("Role", exact=True).first.fill("Senior Accountant")
    page.get_by_label("Company").first.fill("Thornbury Dairy")
    page.locator("form[action$='/save/']").evaluate("f => { f.requestSubmit(); f.requestSubmit(); }")
    expect(page.get_by_role("link", name="Adaeze Obi").first).to_be_visible()
    assert len(sent) == 2
    page.goto(f"{app.url}/opportunities/")
    expect(page.get_by_role("link", name="Thornbury Dairy")).to_have_count(1)
    page.go_back()
    expect(page.get_by_role("link", name="Adaeze Obi").first).to_be_visible()
