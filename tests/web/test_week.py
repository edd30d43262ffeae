"""The week's hunt and the events in view."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from afterword.core.facts import Candidate
from afterword.store import records
from afterword.store.facts import load_facts

AIMS = {
    "applications": "7",
    "new_contacts": "1",
    "keep_in_touch": "2",
    "seminars": "0",
    "recruiters": "1",
    "cards": "3",
}
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:cpe-1\r\nDTSTAMP:20261101T120000Z\r\n"
    "DTSTART:20261119T230000Z\r\nDTEND:20261120T010000Z\r\nSUMMARY:Chapter evening: leases (2 CPE)\r\n"
    "LOCATION:Harold Hall\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def text(answer):
    return answer.content.decode()


def test_an_application_counts_for_the_week(client, house):
    assert "0 of 5" in text(client.get("/week/"))
    client.post("/week/applied/", {"company": "Copperline", "role": "Supervisor"})
    assert "1 of 5" in text(client.get("/week/"))
    [opportunity] = load_facts(house.owner).opportunities
    assert str(opportunity.applied_on) == "2026-11-12"


def test_an_application_without_a_company_is_not_counted_and_nothing_is_lost(client, house):
    answer = client.post("/week/applied/", {"company": "", "role": "Supervisor"})
    assert answer.status_code == 400
    assert 'value="Supervisor"' in text(answer)
    assert load_facts(house.owner).opportunities == ()


def test_aims_are_set(client, house):
    client.post("/week/aims/", AIMS)
    assert load_facts(house.owner).aims.applications == 7
    assert "0 of 7" in text(client.get("/week/"))


@pytest.mark.parametrize("bad", ["", "-1", "100", "many", "²", "9" * 5000])
def test_an_aim_that_is_no_number_changes_nothing(client, house, bad):
    client.post("/week/aims/", AIMS | {"cards": bad})
    assert load_facts(house.owner).aims.applications == 5


def test_an_event_is_typed_in_in_its_own_zone(client, house):
    client.post(
        "/week/events/new/", {"title": "Tax update", "start": "2026-11-20T18:00", "zone": "America/New_York"}
    )
    [seminar] = load_facts(house.owner).seminars
    assert seminar.start.isoformat() == "2026-11-20T23:00:00+00:00"
    assert (seminar.end - seminar.start).total_seconds() == 3600
    assert "Friday 20 November, 6:00 PM to 7:00 PM (New York)" in text(client.get("/week/events/"))


def test_an_event_that_ends_before_it_starts_is_not_kept(client, house):
    answer = client.post(
        "/week/events/new/",
        {"title": "T", "start": "2026-11-20T18:00", "end": "2026-11-20T17:00", "zone": "UTC"},
    )
    assert answer.status_code == 400
    assert "ends before it starts" in text(answer)


def test_a_calendar_file_adds_its_events_once(client, house):
    for _ in range(2):
        client.post("/week/events/file/", {"files": SimpleUploadedFile("chapter.ics", CALENDAR.encode())})
    [seminar] = load_facts(house.owner).seminars
    assert (seminar.title, seminar.place) == ("Chapter evening: leases (2 CPE)", "Harold Hall")


def test_a_conference_of_whole_days_counts_from_nine_to_five_in_the_users_zone(client, house):
    records.keep_profile(house.owner, Candidate(name="Dana", zone="America/New_York"))
    days = CALENDAR.replace("DTSTART:20261119T230000Z", "DTSTART;VALUE=DATE:20261118").replace(
        "DTEND:20261120T010000Z", "DTEND;VALUE=DATE:20261121"
    )
    page = client.post(
        "/week/events/file/", {"files": SimpleUploadedFile("c.ics", days.encode())}, follow=True
    )
    assert "1 new event." in text(page)
    assert "names days only" not in text(page)
    [seminar] = load_facts(house.owner).seminars
    assert seminar.start.isoformat() == "2026-11-18T14:00:00+00:00"
    assert seminar.end.isoformat() == "2026-11-20T22:00:00+00:00"


def test_a_file_that_is_no_calendar_is_named(client, house):
    answer = client.post(
        "/week/events/file/", {"files": SimpleUploadedFile("notes.txt", b"hello")}, follow=True
    )
    assert "notes.txt" in text(answer)
    assert load_facts(house.owner).seminars == ()


FLOATING = CALENDAR.replace("T230000Z", "T180000").replace("20261120T010000Z", "20261119T200000")


def test_an_event_without_a_zone_is_taken_in_the_users_zone_and_says_so(client, house):
    records.keep_profile(house.owner, Candidate(name="Dana", zone="America/New_York"))
    page = client.post(
        "/week/events/file/", {"files": SimpleUploadedFile("c.ics", FLOATING.encode())}, follow=True
    )
    assert "it was taken in that of New York. Correct it if that is wrong." in text(page)
    [seminar] = load_facts(house.owner).seminars
    assert seminar.start.isoformat() == "2026-11-19T23:00:00+00:00"


def test_what_a_file_did_is_counted_and_the_same_file_again_is_nothing_new(client, house):
    endless = CALENDAR.replace("DTEND:20261120T010000Z\r\n", "")
    told = []
    for calendar in (
        endless,
        endless,
        endless.replace("DTSTAMP:20261101", "DTSTAMP:20261102").replace("Hall", "Room"),
    ):
        upload = {"files": SimpleUploadedFile("c.ics", calendar.encode())}
        page = text(client.post("/week/events/file/", upload, follow=True))
        told.append(
            ("c.ics: 1 new event.", "c.ics: nothing new.", "c.ics: 1 with something else new.")[len(told)]
            in page
        )
        assert ("one hour is assumed" in page) == (len(told) != 2)
    assert told == [True, True, True]


def give(client, calendar):
    client.post("/week/events/file/", {"files": SimpleUploadedFile("chapter.ics", calendar.encode())})


def test_a_newer_file_moves_the_event_and_an_old_one_does_not_move_it_back(client, house):
    moved = CALENDAR.replace("20261119T230000Z", "20261119T220000Z").replace(
        "DTSTAMP:20261101", "DTSTAMP:20261102"
    )
    for calendar in (CALENDAR, moved, CALENDAR):
        give(client, calendar)
    [seminar] = load_facts(house.owner).seminars
    assert seminar.start.isoformat() == "2026-11-19T22:00:00+00:00"


def test_a_file_that_cancels_an_event_calls_it_off_and_adds_none(client, house):
    cancelled = CALENDAR.replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY")
    give(client, cancelled)
    assert load_facts(house.owner).seminars == ()
    give(client, CALENDAR)
    give(client, cancelled)
    [seminar] = load_facts(house.owner).seminars
    assert seminar.cancelled


def test_what_the_user_corrected_stays_when_the_same_file_comes_again(client, house):
    give(client, CALENDAR)
    [seminar] = load_facts(house.owner).seminars
    page = text(client.get(f"/week/events/{seminar.id}/edit/"))
    assert 'value="2026-11-19T23:00"' in page
    changed = {
        "title": "Leases",
        "start": "2026-11-19T22:30",
        "end": "2026-11-20T00:30",
        "zone": "UTC",
        "place": "Room 2",
    }
    assert client.post(f"/week/events/{seminar.id}/edit/", changed).status_code == 302
    give(client, CALENDAR)
    [seminar] = load_facts(house.owner).seminars
    assert (seminar.title, seminar.start.isoformat(), seminar.place) == (
        "Leases",
        "2026-11-19T22:30:00+00:00",
        "Room 2",
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": " "}, "This field is required"),
        ({"end": "2026-11-19T20:00"}, "ends before it starts"),
        ({"start": "2026-03-08T02:30", "end": "", "zone": "America/New_York"}, "Clocks go forward"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_and_nothing_changes(client, house, wrong, said):
    give(client, CALENDAR)
    [seminar] = load_facts(house.owner).seminars
    values = {
        "title": "Leases",
        "start": "2026-11-19T22:30",
        "end": "2026-11-20T00:30",
        "zone": "UTC",
    } | wrong
    answer = client.post(f"/week/events/{seminar.id}/edit/", values)
    assert answer.status_code == 400
    assert said in text(answer)
    assert load_facts(house.owner).seminars == (seminar,)


def test_an_event_called_off_by_mistake_takes_place_again(client, house):
    give(client, CALENDAR)
    [seminar] = load_facts(house.owner).seminars
    for what, cancelled in (("cancelled", True), ("takes_place", False)):
        client.post(f"/week/events/{seminar.id}/", {"what": what})
        assert load_facts(house.owner).seminars[0].cancelled is cancelled


def test_an_event_is_called_off_attended_and_removed(client, house):
    client.post("/week/events/new/", {"title": "Tax update", "start": "2026-11-10T18:00", "zone": "UTC"})
    [seminar] = load_facts(house.owner).seminars
    client.post(f"/week/events/{seminar.id}/", {"what": "attended"})
    assert load_facts(house.owner).seminars[0].attended
    assert client.post(f"/week/events/{seminar.id}/", {"what": "eaten"}).status_code == 400
    client.post(f"/week/events/{seminar.id}/", {"what": "forget"})
    assert load_facts(house.owner).seminars == ()
