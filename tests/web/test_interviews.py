"""An interview typed in, looked at, moved, called off; nothing typed is lost, nothing changes by looking."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from address import sign_in
from afterword.core.facts import Candidate
from afterword.services.keep_interview import add_interview
from afterword.store import records
from afterword.store.facts import load_facts
from services.interviews import LUIS, PRIYA, START, given

FORM = {
    "fresh": "a" * 32, "opportunity": "", "company": "Larkfield Foods", "role": "Senior Accountant",
    "day": "2026-11-12", "start": "15:00", "end": "16:00", "minutes": "", "zone": "America/New_York",
    "round": "panel", "format": "video", "location": "", "link": "zoom.us/j/1",
    "person-0-name": "Luis Arango", "person-0-title": "Controller", "person-0-email": "luis@larkfield.example",
    "person-0-relation": "hiring_manager", "person-0-known": "",
}  # fmt: skip


@pytest.fixture
def at_home(house, client):
    """A signed-in browser of somebody in New York."""
    records.keep_profile(house.owner, Candidate(name="Dana Whitfield", zone="America/New_York"))
    return client


@pytest.fixture
def interview(house):
    """An interview with Luis and Priya on record."""
    return add_interview(given(), owner=house.owner, ids=house.ids)


def text(answer):
    return answer.content.decode()


def test_a_typed_interview_is_kept_and_shown(at_home, house):
    answer = at_home.post("/interviews/new/", FORM, follow=True)
    page = text(answer)
    assert "Panel at Larkfield Foods" in page
    assert "Thursday 12 November, 3:00 PM to 4:00 PM" in page
    assert 'href="https://zoom.us/j/1" rel="noreferrer noopener"' in page
    (kept,) = load_facts(house.owner).interviews
    assert kept.start == START


@pytest.mark.parametrize(
    ("hours", "status", "said", "unsaid"),
    [
        (
            -48,
            "planned",
            ["Who you will meet", "Questions to ask", "Will not be there"],
            ["Note what they said"],
        ),
        (
            +24,
            "planned",
            ["Who interviewed you", "Note what they said", "Was not there"],
            ["Questions to ask"],
        ),
        (
            -48,
            "cancelled",
            ["This interview was cancelled", "Who was to be there"],
            ["Questions", "Note what"],
        ),
        (
            +24,
            "missed",
            ["did not take place", "Who was to be there"],
            ["Questions", "Note what", "nothing noted"],
        ),
    ],
)
def test_the_page_offers_what_fits_the_time_and_whether_it_stands(
    at_home, interview, clock, hours, status, said, unsaid
):
    clock.set(START + timedelta(hours=hours))
    at_home.post(f"/interviews/{interview}/status/", {"status": status})
    at_home.get("/")  # takes the message of the change along
    page = text(at_home.get(f"/interviews/{interview}/"))
    assert [words for words in said if words not in page] == []
    assert [words for words in unsaid if words in page] == []


def test_the_same_page_sent_twice_keeps_one(at_home, house):
    for _ in range(2):
        at_home.post("/interviews/new/", FORM)
    assert len(load_facts(house.owner).interviews) == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"company": ""}, "Which company is it?"),
        ({"role": " "}, "Which role is it?"),
        ({"day": ""}, "This field is required."),
        ({"zone": "Mars/Olympus"}, "Select a valid choice"),
        ({"end": "14:00"}, "The end must come after the start"),
        ({"day": "2026-03-08", "start": "02:30", "end": ""}, "Clocks go forward"),
        ({"link": "javascript:alert(1)"}, "A link starts with https://"),
        ({"person-0-email": "luis@"}, "cannot be an e-mail address"),
        ({"person-0-name": ""}, "Each person needs a name"),
    ],
)
def test_what_cannot_be_is_refused_with_everything_typed_still_there(at_home, house, changes, sentence):
    answer = at_home.post("/interviews/new/", {**FORM, "location": "Room <7>", **changes})
    page = text(answer)
    assert answer.status_code == 400
    assert sentence in page
    assert 'value="Room &lt;7&gt;"' in page
    assert load_facts(house.owner).interviews == ()


def test_more_people_are_asked_for_without_losing_the_page(at_home):
    page = text(at_home.post("/interviews/new/", {**FORM, "more": "1"}))
    assert 'value="Luis Arango"' in page
    assert 'name="person-1-name"' in page


def test_without_an_end_an_hour_is_assumed_and_said(at_home, house):
    page = text(at_home.post("/interviews/new/", {**FORM, "end": ""}, follow=True))
    assert "end assumed" in page


def test_a_zone_that_is_not_told_must_be_chosen(client):
    assert "Choose the time zone" in text(client.get("/interviews/new/"))


def test_a_namesake_is_asked_about(at_home, house, interview):
    other = {**FORM, "company": "Elsewhere", "person-0-email": "l@elsewhere.example"}
    answer = at_home.post("/interviews/new/", other)
    assert answer.status_code == 400
    assert "Is this the Luis Arango you know?" in text(answer)
    at_home.post("/interviews/new/", {**other, "person-0-known": "new"})
    assert [p.name for p in load_facts(house.owner).people].count("Luis Arango") == 2


def test_the_place_is_named_where_the_clock_is_not_the_users(client, house, interview):
    records.keep_profile(house.owner, Candidate(zone="America/Los_Angeles"))
    page = text(client.get(f"/interviews/{interview}/"))
    assert "3:00 PM to 4:00 PM, New York time (12:00 PM in Los Angeles)" in page


def test_before_it_the_page_offers_questions_and_after_it_the_debrief(at_home, clock, interview):
    page = text(at_home.get(f"/interviews/{interview}/"))
    assert "Questions to ask" in page
    assert "Note what they said" not in page
    clock.set(START.replace(hour=18))
    page = text(at_home.get(f"/interviews/{interview}/"))
    assert "Note what they said" in page
    assert "Write the thank-you" in page


def test_it_can_be_moved(at_home, house, interview):
    form = {
        name: FORM[name]
        for name in ("start", "end", "minutes", "zone", "round", "format", "location", "link")
    }
    answer = at_home.post(f"/interviews/{interview}/edit/", {**form, "day": "2026-11-13"}, follow=True)
    assert "Friday 13 November" in text(answer)
    assert len(load_facts(house.owner).interviews[0].interviewers) == 2


@pytest.mark.parametrize(
    ("status", "words"),
    [("cancelled", "was cancelled"), ("missed", "did not take place"), ("planned", "stands again")],
)
def test_it_can_be_called_off_and_stand_again(at_home, interview, status, words):
    answer = at_home.post(f"/interviews/{interview}/status/", {"status": status}, follow=True)
    assert words in text(answer)
    assert at_home.post(f"/interviews/{interview}/status/", {"status": "maybe"}).status_code == 400


def test_people_can_be_added_and_taken_off(at_home, house, interview):
    row = {
        "person-0-name": "Mei Tanaka",
        "person-0-title": "",
        "person-0-email": "",
        "person-0-relation": "peer",
    }
    page = text(at_home.post(f"/interviews/{interview}/people/", row, follow=True))
    assert "Mei Tanaka" in page
    assert "no address yet" in page
    mei = next(p.id for p in load_facts(house.owner).people if p.name == "Mei Tanaka")
    page = text(at_home.post(f"/interviews/{interview}/people/remove/", {"person": mei}, follow=True))
    assert "Taken off this interview" in page
    assert len(load_facts(house.owner).interviews[0].interviewers) == 2
    assert at_home.post(f"/interviews/{interview}/people/", {"person-0-name": ""}).status_code == 400


def test_names_are_shown_as_text(at_home, house):
    odd = given(people=(LUIS.__class__("<b>Bo</b> O'Neil"),))
    page = text(at_home.get(f"/interviews/{add_interview(odd, owner=house.owner, ids=house.ids)}/"))
    assert "<b>Bo</b>" not in page
    assert "&lt;b&gt;Bo&lt;/b&gt; O&#x27;Neil" in page


def test_an_interview_of_somebody_else_is_not_found(at_home, interview, house, monkeypatch):
    sign_in(at_home, "2" * 32)
    records.open_workspace("2" * 32, now=house.clock.now())
    assert at_home.get(f"/interviews/{interview}/").status_code == 404
    assert at_home.post(f"/interviews/{interview}/status/", {"status": "cancelled"}).status_code == 404
    assert at_home.get(f"/interviews/{interview}/debrief/").status_code == 404


@pytest.mark.parametrize("path", ["status/", "people/", "people/remove/"])
def test_looking_changes_nothing(at_home, interview, path):
    assert at_home.get(f"/interviews/{interview}/{path}").status_code == 405


def test_the_page_costs_the_same_however_many_took_part(at_home, house):
    def queries(people):
        interview = add_interview(given(people=people), owner=house.owner, ids=house.ids)
        at_home.get(f"/interviews/{interview}/")
        with CaptureQueriesContext(connection) as captured:
            at_home.get(f"/interviews/{interview}/")
        return len(captured)

    many = tuple(PRIYA.__class__(f"Person {n}") for n in range(12))
    assert queries((LUIS,)) == queries(many)
