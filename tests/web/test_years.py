"""A year nobody means, typed or read from a file, is asked about and breaks no page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from afterword.core.facts import Candidate
from afterword.services.keep_interview import add_interview
from afterword.store import records
from afterword.store.facts import load_facts
from services.interviews import given
from services.invitations import event, invitation

ODD = "Is the year right?"


@pytest.fixture
def at_home(client, house):
    """A signed-in browser of somebody in New York, with one interview."""
    records.keep_profile(house.owner, Candidate(name="Dana Whitfield", zone="America/New_York"))
    add_interview(given(), owner=house.owner, ids=house.ids)
    return client


@pytest.mark.parametrize("year", ["0001", "0026", "9999"])
def test_a_year_nobody_means_is_refused_wherever_a_day_is_typed(at_home, house, year):
    kept = load_facts(house.owner)
    interview, person = kept.interviews[0], kept.people[0]
    day = f"{year}-11-12"
    typed = [
        ("/week/applied/", {"company": "Copperline", "role": "Supervisor", "on": day}),
        ("/week/events/new/", {"title": "Tax update", "start": f"{day}T18:00", "zone": "UTC"}),
        (
            f"/interviews/{interview.id}/edit/",
            {"day": day, "start": "15:00", "end": "16:00", "zone": "America/New_York"},
        ),
        (f"/people/{person.id}/edit/", {"name": person.name, "relation": "peer", "next_touch": day}),
        (f"/people/{person.id}/touch/", {"kind": "met", "at": f"{day}T10:00"}),
        (
            f"/opportunities/{interview.opportunity}/promise/",
            {"by": "employer", "text": "a decision", "due": day},
        ),
        (f"/opportunities/{interview.opportunity}/outcome/", {"outcome": "rejection", "day": day}),
    ]
    for address, sent in typed:
        answer = at_home.post(address, sent)
        assert (address, answer.status_code) == (address, 400)
        assert ODD in answer.content.decode()
    called = at_home.post(
        f"/calls/{interview.opportunity}/log/",
        {"ending": "not_yet", "person": person.id, "check_back": day},
        follow=True,
    )
    assert ODD in called.content.decode()
    assert load_facts(house.owner) == kept


@pytest.mark.parametrize(
    "start", ["00010101T000000Z", "00010101T000000", "99991231T235959Z", "99991231T235959"]
)
def test_an_event_in_such_a_year_is_left_out_and_said(at_home, house, start):
    file = invitation(
        event()
        .replace(";TZID=America/New_York:20261112T150000", f":{start}")
        .replace("DTEND;TZID=America/New_York:20261112T160000\n", "")
    )
    page = at_home.post("/week/events/file/", {"files": SimpleUploadedFile("c.ics", file)}, follow=True)
    assert load_facts(house.owner).seminars == ()
    assert "nothing new" in page.content.decode()
    for address in ("/", "/week/", "/week/events/"):
        assert at_home.get(address).status_code == 200
    dropped = at_home.post("/add/", {"files": SimpleUploadedFile("i.ics", file)}, follow=True)
    assert dropped.status_code == 200
