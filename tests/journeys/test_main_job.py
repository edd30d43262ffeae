"""The whole of it in a real browser: from the invitation file to the feedback request, over five weeks."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

INVITATION = Path(__file__).parents[1] / "golden" / "journey" / "panel.ics"
GRAVE = ("serious", "critical")

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

Open = Callable[[str], None]


@pytest.fixture
def open_at(app, page: Page) -> Open:  # type: ignore[no-untyped-def]
    """Starts the app at a moment and signs the browser in."""

    def begin(moment: str) -> None:
        page.goto(app.at(moment))
        page.wait_for_url(f"{app.url}/")

    return begin


def check_accessible(page: Page) -> None:
    """Nothing serious in axe, and nothing wider than the screen."""
    found = Axe().run(page).response["violations"]
    grave = [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found if v["impact"] in GRAVE]
    assert not grave, f"{page.url}: {grave}"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (
        f"{page.url} is too wide"
    )


def press(page: Page, words: str) -> None:
    """Press a button or follow a link whose name begins like this, whatever stands between the words."""
    page.wait_for_load_state("networkidle")  # a fragment that arrives moves what stands under it
    name = re.compile(".*".join(re.escape(word) for word in words.split()))
    page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).first.click()
    page.wait_for_load_state()


def write_profile(page: Page) -> None:
    page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + "/profile/")
    page.get_by_label("Your name").fill("Robin Castellano, CPA")
    page.get_by_label("E-mail").fill("robin.castellano@mail.example")
    page.get_by_label("Phone").fill("+1 518 555 0130")
    page.get_by_label("Your time zone").select_option("America/New_York")
    page.get_by_label("Strengths").fill("month-end close\nreconciliations")
    page.get_by_label("Achievements").fill(
        "Cut the month-end close from nine days to six with a shared checklist"
    )
    page.get_by_label("Employers").fill("Hollis Mills (staff accountant, 2020-2026)")
    check_accessible(page)
    press(page, "Save")
    expect(page.get_by_text("Saved.")).to_be_visible()


def drop_invitation(page: Page) -> None:
    press(page, "Add")
    check_accessible(page)
    page.get_by_label("Invitation files").set_input_files(INVITATION)
    expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
    check_accessible(page)
    page.get_by_label("Company").first.fill("Thornbury Dairy")
    page.get_by_label("Role", exact=True).first.fill("Senior Accountant")
    expect(page.get_by_text("Robin Castellano")).to_have_count(0)
    for name in ("Adaeze Obi", "Jonas Lindqvist"):
        expect(page.get_by_label(name).first).to_be_checked()
    press(page, "Keep this interview")
    expect(page.get_by_role("link", name="Adaeze Obi").first).to_be_visible()
    check_accessible(page)


def debrief(page: Page, notes: dict[str, str], *, close_the_tab: bool = False) -> None:
    """Thumb a line under each stem; with ``close_the_tab`` the page is left right after typing."""
    check_accessible(page)
    for stem, words in notes.items():
        page.locator("summary", has_text=stem).click()
        line = page.locator("details", has_text=stem).locator("textarea").last
        with page.expect_response(
            lambda r: (r.request.method == "POST" and "point" in r.url) or "debrief" in r.url
        ):
            line.press_sequentially(words)
    if close_the_tab:
        page.wait_for_timeout(1500)
        page.goto(page.url)
        for words in notes.values():
            expect(
                page.locator("textarea").filter(has_text=words).or_(page.get_by_text(words)).first
            ).to_be_attached()


def send_letter(page: Page, name: str) -> None:
    """Write, read, approve, hand over, log."""
    press(page, f"Write it Thank {name}")
    expect(page.get_by_text("Draft", exact=True)).to_be_visible()
    check_accessible(page)
    assert page.locator(".sentence").count() >= 3
    press(page, "Approve these words")
    expect(page.get_by_text("Approved, not sent")).to_be_visible()
    link = page.get_by_role("link", name="Open in my mail program").get_attribute("href") or ""
    assert link.startswith("mailto:")
    check_accessible(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download .eml").click()
    assert b"Message-ID: <" in Path(download.value.path()).read_bytes()
    press(page, "I sent it")
    expect(page.get_by_text("Logged as sent.")).to_be_visible()


def a_week_of_silence(page: Page, open_at: Open) -> None:
    """The call opens with its card; on the day they name, the second check."""
    open_at("2026-11-19T16:30:00-05:00")
    press(page, "Open the call card Call")
    expect(page.get_by_text("What they say")).to_be_visible()
    check_accessible(page)
    page.get_by_label("They named a day to check back").fill("2026-12-01")
    press(page, "Not yet")
    expect(page.get_by_text("Recorded. The plan has moved on.")).to_be_visible()
    check_accessible(page)

    # The day they named: the second check, a voicemail.
    open_at("2026-12-01T11:00:00-05:00")
    press(page, "Open the call card Call")
    press(page, "Left a voicemail")
    expect(page.get_by_text("Recorded.")).to_be_visible()


def a_no_and_one_kind_question(app, page: Page, open_at: Open) -> None:  # type: ignore[no-untyped-def]
    """The rejection is recorded, and one request for feedback goes out."""
    open_at("2026-12-08T10:00:00-05:00")
    page.goto(f"{app.url}/opportunities/")
    check_accessible(page)
    page.get_by_role("link", name="Thornbury Dairy").first.click()
    page.get_by_text("How it stands").first.click()
    page.get_by_label("How does it stand?").select_option("rejection")
    press(page, "Record how it stands")
    page.goto(f"{app.url}/")
    expect(page.get_by_role("heading", name="for one piece of feedback")).to_be_visible()
    press(page, "Write it Ask feedback")
    assert (page.locator("#letter-text").inner_text()).count("?") == 1
    press(page, "Approve these words")
    press(page, "I sent it")
    expect(page.get_by_text("Logged as sent.")).to_be_visible()
    page.goto(f"{app.url}/")
    expect(page.get_by_role("heading", name="for one piece of feedback")).to_have_count(0)


def test_from_the_invitation_to_the_feedback_request(app, page: Page, open_at: Open) -> None:  # type: ignore[no-untyped-def]
    """Interview on Thursday 12 November 2026, 15:00 to 16:00 in New York, with two people."""
    open_at("2026-11-12T17:30:00-05:00")
    expect(page.get_by_role("heading", name="Start with your last interview")).to_be_visible()
    check_accessible(page)
    write_profile(page)
    drop_invitation(page)

    press(page, "Note what they said Adaeze Obi")
    debrief(
        page,
        {
            "They are growing by": "a second creamery in Vermont",
            "The hard part is": "the close takes eleven days",
        },
        close_the_tab=True,
    )
    press(page, "Next: Jonas")
    debrief(page, {"They asked": "how I keep reconciliations current"})
    press(page, "Done")

    page.goto(f"{app.url}/")
    expect(page.get_by_role("heading", name="Thank Adaeze Obi")).to_be_visible()
    check_accessible(page)
    send_letter(page, "Adaeze Obi")
    expect(page.locator("#letter-text")).to_contain_text("close")
    page.goto(f"{app.url}/")
    send_letter(page, "Jonas Lindqvist")
    expect(page.locator("#letter-text")).not_to_contain_text("eleven days")
    page.goto(f"{app.url}/")
    expect(page.get_by_role("heading", name="Thank Adaeze Obi")).to_have_count(0)

    a_week_of_silence(page, open_at)
    a_no_and_one_kind_question(app, page, open_at)


def test_every_screen_is_accessible_and_fits(app, page: Page, open_at: Open) -> None:  # type: ignore[no-untyped-def]
    """The screens of a fresh workspace, empty states included."""
    open_at("2026-11-12T17:30:00-05:00")
    for path in (
        "/", "/add/", "/interviews/new/", "/opportunities/", "/opportunities/new/", "/people/", "/people/new/", "/week/",
        "/week/events/", "/profile/", "/profile/card/", "/profile/card/sheet/", "/settings/", "/no-such-page/",
    ):  # fmt: skip
        page.goto(f"{app.url}{path}")
        check_accessible(page)
