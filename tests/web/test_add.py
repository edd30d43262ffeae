"""Dropping an invitation, confirming what was read, and losing nothing on the way."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from address import HOST
from afterword.core.facts import Candidate
from afterword.store import records
from afterword.store.facts import load_facts
from services.invitations import event, invitation

FLOATING = event(zone="")


@pytest.fixture
def at_home(house, client):
    """A signed-in browser of somebody in New York."""
    records.keep_profile(
        house.owner, Candidate(name="Dana Whitfield", email="dana@example.org", zone="America/New_York")
    )
    return client


def drop(client, *files):
    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post("/add/", {"files": uploads}, follow=True)


def page_of(client, data, name="invite.ics"):
    answer = drop(client, (name, data))
    return answer.redirect_chain[-1][0] if answer.redirect_chain else "", answer.content.decode()


def fields(html):
    """What a browser would send back from the first form with a company in it."""
    form = html[html.index("/save/") :]
    form = form[: form.index("</form>")]
    sent = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, kind = re.search(r'name="([^"]+)"', tag), re.search(r'type="([^"]+)"', tag)
        if name and (kind is None or kind[1] not in ("checkbox", "radio") or "checked" in tag):
            value = re.search(r'value="([^"]*)"', tag)
            sent[name[1]] = value[1] if value else "on" if kind and kind[1] == "checkbox" else ""
    for name, inner in re.findall(r'<select name="([^"]+)"(.*?)</select>', form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', inner) or re.search(r'value="([^"]*)"', inner)
        sent[name] = chosen[1]
    return sent


def save(client, url, html, **changes):
    return client.post(f"{url}0/save/", {**fields(html), **changes}, follow=True)


def facts(house):
    return load_facts(house.owner)


def test_a_file_is_read_and_shown_before_anything_counts(at_home, house):
    url, html = page_of(at_home, invitation())
    assert url.startswith("/add/")
    assert "Is this right?" in html
    assert "Senior Accountant" in re.search(r'<p class="intro">“(.*?)”', html)[1]
    assert "Luis Arango" in html
    assert 'value="Senior Accountant"' in html
    assert facts(house).interviews == ()


@pytest.mark.parametrize(
    ("day", "asked"), [("20261102", "Who really interviewed you?"), ("20270112", "Who will interview you?")]
)
def test_it_asks_who_took_part_or_who_will(at_home, day, asked):
    _, html = page_of(at_home, invitation(event(day=day)))
    assert asked in html


def test_one_button_keeps_interview_people_and_opportunity(at_home, house):
    url, html = page_of(at_home, invitation())
    answer = save(at_home, url, html)
    assert "The interview is on record." in answer.content.decode()
    kept = facts(house)
    assert (len(kept.interviews), len(kept.opportunities)) == (1, 1)
    assert {p.name for p in kept.people} == {"Luis Arango", "Mei Tanaka", "Priya Nair"}


def test_rooms_and_the_user_are_not_offered_and_those_only_named_are_marked(at_home):
    _, html = page_of(at_home, invitation())
    ticks = dict(re.findall(r'name="p(\d+)-(take)"[^>]*checked', html))
    assert len(ticks) == 3
    assert "Mei Tanaka" in html
    assert "only named in the text" in html
    assert "Room 4" not in html
    assert "dana@example.org" not in html


def test_somebody_only_named_counts_once_ticked(at_home, house):
    url, html = page_of(at_home, invitation())
    place = re.search(r'name="p(\d+)-name" value="Mei Tanaka"', html)[1]
    save(at_home, url, html, **{f"p{place}-take": "on"})
    assert "Mei Tanaka" in {p.name for p in facts(house).people}


def test_a_name_read_out_of_an_address_is_marked_as_a_guess(at_home):
    nameless = invitation().replace(b"CN=Luis Arango:mailto:luis@", b"RSVP=TRUE:mailto:luis.arango@")
    _, html = page_of(at_home, nameless)
    assert html.count("name guessed from the address") == 1
    assert 'value="Luis Arango"' in html


def test_an_unknown_zone_must_be_chosen(at_home, house):
    url, html = page_of(at_home, invitation(FLOATING))
    assert "Which clock is that?" in html
    refused = save(at_home, url, html)
    assert refused.status_code == 400
    assert "Please choose the time zone." in refused.content.decode()
    assert facts(house).interviews == ()
    save(at_home, url, html, zone="America/Chicago")
    (kept,) = facts(house).interviews
    assert (kept.zone, kept.start.isoformat()) == ("America/Chicago", "2026-11-12T21:00:00+00:00")


def test_nothing_typed_is_lost_on_a_refusal(at_home):
    url, html = page_of(at_home, invitation())
    sent = {"company": "", "extra-0-name": "Ada Obi", "extra-0-email": "ada@", "round": "final"}
    answer = save(at_home, url, html, **sent).content.decode()
    assert "Which company is it?" in answer
    assert 'value="Ada Obi"' in answer
    assert 'value="final"' in answer


def test_a_broken_address_is_refused_beside_the_person(at_home, house):
    url, html = page_of(at_home, invitation())
    answer = save(at_home, url, html, **{"extra-0-name": "Ada Obi", "extra-0-email": "ada@"})
    assert answer.status_code == 400
    assert "cannot be an e-mail address" in answer.content.decode()
    assert facts(house).people == ()


def test_another_person_can_be_added_without_losing_the_page(at_home):
    url, html = page_of(at_home, invitation())
    answer = save(at_home, url, html, **{"extra-0-name": "Ada Obi", "more": "1"}).content.decode()
    assert 'value="Ada Obi"' in answer
    assert 'name="extra-1-name"' in answer


def test_a_repeating_event_asks_which_day(at_home, house):
    weekly = event(more="RRULE:FREQ=WEEKLY;COUNT=3\n")
    url, html = page_of(at_home, invitation(weekly))
    assert "Which day was it?" in html
    sent = fields(html)
    refused = at_home.post(f"{url}0/save/", {**sent, "occurrence": ""})
    assert refused.status_code == 400
    at_home.post(f"{url}0/save/", {**sent, "occurrence": "2026-11-19T15:00:00-05:00"})
    assert [i.start.isoformat() for i in facts(house).interviews] == ["2026-11-19T20:00:00+00:00"]


def test_a_moved_invitation_shows_old_and_new_and_asks(at_home, house):
    url, html = page_of(at_home, invitation())
    save(at_home, url, html)
    url, html = page_of(at_home, invitation(event(sequence=1, day="20261113")))
    assert "Has it moved?" in html
    assert "Thursday 12 November" in html
    assert 'value="2026-11-13"' in html
    form = fields(html.replace("/move/", "/save/"))
    at_home.post(f"{url}0/move/", form)
    assert [i.start.isoformat() for i in facts(house).interviews] == ["2026-11-13T20:00:00+00:00"]


def test_a_cancellation_names_the_interview_and_asks(at_home, house):
    url, html = page_of(at_home, invitation())
    save(at_home, url, html)
    url, html = page_of(at_home, invitation(event(sequence=1), method="CANCEL"))
    assert "Is this interview called off?" in html
    at_home.post(f"{url}0/withdraw/")
    assert facts(house).interviews[0].status.value == "cancelled"


def test_a_saved_mail_with_the_invitation_in_it_is_read_once(at_home, house):
    mail = (Path(__file__).parents[1] / "golden" / "eml" / "invite_twice.eml").read_bytes()
    url, html = page_of(at_home, mail, name="mail.eml")
    assert "Is this right?" in html
    assert 'value="2026-11-12"' in html
    save(at_home, url, html, company="Alder Mills", role="Controller")
    (kept,) = facts(house).interviews
    assert (kept.start.isoformat(), kept.zone) == ("2026-11-12T19:30:00+00:00", "America/Chicago")


def test_the_same_file_again_leads_to_the_same_page(at_home):
    first, _ = page_of(at_home, invitation())
    second, html = page_of(at_home, invitation(), name="copy.ics")
    assert first == second
    assert "You gave this file before" in html


def test_several_files_are_listed(at_home):
    two = invitation(event(uid="two@x.example"))
    answer = drop(at_home, ("one.ics", invitation()), ("two.ics", two)).content.decode()
    assert "one.ics" in answer
    assert "two.ics" in answer
    assert answer.count("Look at it") == 2
    assert answer.count("Interview: Senior Accountant") == 2


def test_today_says_that_files_wait_and_nothing_in_them_counts(at_home):
    drop(at_home, ("one.ics", invitation()), ("two.ics", invitation(event(uid="two@x.example"))))
    assert (
        "2 files you gave wait for your yes; nothing in them counts before."
        in at_home.get("/").content.decode()
    )
    url, html = page_of(at_home, invitation())
    save(at_home, url, html)
    assert "1 file you gave waits for your yes" in at_home.get("/").content.decode()
    two, _ = page_of(at_home, invitation(event(uid="two@x.example")))
    at_home.post(f"{two}0/leave/")
    assert "for your yes" not in at_home.get("/").content.decode()


def test_no_file_and_an_unreadable_file_get_a_sentence(at_home):
    assert "No file came along" in at_home.post("/add/").content.decode()
    assert "is blank" in drop(at_home, ("a.ics", b" ")).content.decode()
    _, html = page_of(at_home, b"\x00\x01garbage", name="photo.ics")
    assert "no interview in it that we can read" in html


def test_what_a_file_says_is_shown_as_text_only(at_home):
    nasty = event(
        summary="<script>alert(1)</script> Interview", more="LOCATION:<img src=x onerror=alert(1)>\n"
    )
    _, html = page_of(at_home, invitation(nasty))
    assert "<script>alert" not in html
    assert "<img src=x" not in html


def test_a_name_already_known_is_asked_about(at_home, house):
    url, html = page_of(at_home, invitation())
    save(at_home, url, html)
    namesake = invitation(event(uid="two@x.example")).replace(b"luis@larkfield", b"l.arango@elsewhere")
    url, html = page_of(at_home, namesake)
    assert "Is this the Luis Arango you know?" in html
    refused = save(at_home, url, html)
    assert refused.status_code == 400
    place = re.search(r'name="p(\d+)-name" value="Luis Arango"', html)[1]
    mei = re.search(r'name="p(\d+)-name" value="Mei Tanaka"', html)[1]
    known = next(p.id for p in facts(house).people if p.name == "Mei Tanaka")
    save(at_home, url, html, **{f"p{place}-known": "new", f"p{mei}-known": known})
    assert [p.name for p in facts(house).people].count("Luis Arango") == 2


def test_who_the_user_is_is_not_asked_once_the_profile_tells(at_home, house):
    alone = event().replace("ATTENDEE;CN=Luis Arango:mailto:luis@larkfield.example\n", "")
    records.keep_profile(house.owner, Candidate(name="Dana Whitfield", zone="America/New_York"))
    url, html = page_of(at_home, invitation(alone))
    assert "is this you?" in html
    records.keep_profile(
        house.owner, Candidate(name="Dana Whitfield", email="dana@example.org", zone="America/New_York")
    )
    assert "is this you?" not in at_home.get(url).content.decode()


def test_a_guest_from_outside_is_asked_about_and_one_press_tells_who_the_user_is(client, house):
    records.keep_profile(house.owner, Candidate(zone="America/New_York"))
    url, html = page_of(client, invitation())
    assert "is this you?" in html
    assert client.post(f"{url}me/", {"me": "eve@example.org"}).status_code == 404
    assert facts(house).candidate.email == ""
    answer = client.post(f"{url}me/", {"me": "dana@example.org"}, follow=True).content.decode()
    assert "is this you?" not in answer
    known = facts(house).candidate
    assert (known.email, known.name, known.zone) == ("dana@example.org", "Dana Whitfield", "America/New_York")
    assert client.post(f"{url}me/", {"me": "luis@larkfield.example"}).status_code == 409


def test_whoever_may_be_the_user_is_not_ticked(client, house):
    url, html = page_of(client, invitation())
    save(client, url, html, e0_zone="America/New_York", zone="America/New_York")
    assert {p.name for p in facts(house).people} == {"Luis Arango", "Mei Tanaka", "Priya Nair"}


@pytest.mark.parametrize(
    ("summary", "more", "how"),
    [
        ("Interview: Controller", "", ""),
        ("Phone screen: Controller", "", "phone"),
        ("Interview: Controller", "LOCATION:Phone\n", "phone"),
        ("Interview with Saxophone Works", "", ""),
        ("Phone or video: Controller", "LOCATION:https://zoom.us/j/123456789\n", "video"),
    ],
)
def test_how_they_meet_is_filled_in_where_the_file_tells(at_home, summary, more, how):
    _, html = page_of(at_home, invitation(event(summary=summary, more=more)))
    assert fields(html)["format"] == how


def test_an_event_that_is_no_interview_goes_to_the_events_in_view(at_home, house):
    url, html = page_of(at_home, invitation(event(summary="Chapter evening: leases")))
    assert f'formaction="{url}0/seminar/"' in html
    answer = at_home.post(f"{url}0/seminar/", follow=True).content.decode()
    assert "In view among your events." in answer
    [seminar] = facts(house).seminars
    assert (seminar.title, seminar.start.isoformat()) == (
        "Chapter evening: leases",
        "2026-11-12T20:00:00+00:00",
    )
    assert facts(house).interviews == ()
    assert "Waiting for your yes" not in at_home.get("/add/").content.decode()


def test_a_whole_day_that_is_no_interview_is_in_view_from_nine_to_five(at_home, house):
    days = event().replace("DTSTART;TZID=America/New_York:20261112T150000", "DTSTART;VALUE=DATE:20261118")
    days = days.replace("DTEND;TZID=America/New_York:20261112T160000", "DTEND;VALUE=DATE:20261120")
    url, _ = page_of(at_home, invitation(days))
    at_home.post(f"{url}0/seminar/")
    [seminar] = facts(house).seminars
    assert (seminar.start.isoformat(), seminar.end.isoformat()) == (
        "2026-11-18T14:00:00+00:00",
        "2026-11-19T22:00:00+00:00",
    )


def test_an_event_can_be_left_out(at_home):
    url, html = page_of(at_home, invitation())
    assert "You left this one out" not in html
    answer = at_home.post(f"{url}0/leave/", follow=True).content.decode()
    assert "Left out." in answer
    assert "You left this one out" in answer
    assert "Waiting for your yes" not in at_home.get("/add/").content.decode()


@pytest.mark.parametrize("act", ["save", "move", "withdraw", "leave", "seminar"])
def test_looking_changes_nothing_and_a_foreign_file_is_not_found(at_home, act):
    url, _ = page_of(at_home, invitation())
    assert at_home.get(f"{url}0/{act}/").status_code == 405
    assert at_home.post(f"/add/{'f' * 32}/0/{act}/").status_code == 404
    assert at_home.post(f"{url}9/{act}/").status_code == 404


def test_a_form_without_its_token_is_refused(house, client):
    strict = Client(enforce_csrf_checks=True, headers={"host": HOST})
    strict.cookies = client.cookies
    assert strict.post("/add/").status_code == 403


def test_a_whole_calendar_is_shown_in_pages_with_interviews_first_and_can_be_searched(at_home):
    days = [
        event(uid=f"{n}@x.example", summary=f"Dentist {n}", day=f"202611{n % 28 + 1:02}") for n in range(30)
    ]
    interview = event(uid="one@x.example", summary="Interview: Controller", day="20261102")
    url, html = page_of(at_home, invitation(*days, interview))
    assert html.count("<summary>Dentist") == 9
    assert html.index("<summary>Interview: Controller") < html.index("<summary>Dentist")
    assert at_home.get(f"{url}?page=2").content.decode().count("<summary>Dentist") == 10
    found = at_home.get(f"{url}?about=dentist+29").content.decode()
    assert re.findall(r"<summary>(Dentist \d+)", found) == ["Dentist 29"]
    answer = at_home.post(f"{url}leave/", follow=True).content.decode()
    assert "The rest is left out." in answer
    assert "Waiting for your yes" not in answer


@pytest.mark.parametrize("query", ["?about=dentist", "?page=2"])
def test_a_page_without_the_one_event_of_a_file_is_still_a_page(at_home, query):
    url, _ = page_of(at_home, invitation())
    answer = at_home.get(url + query)
    assert answer.status_code == 200
    assert "No event of the file is on this page." in answer.content.decode()


def test_a_page_of_events_costs_the_same_however_many_the_file_holds(at_home):
    def queries(count):
        events = [event(uid=f"{count}-{n}@x.example") for n in range(count)]
        url, _ = page_of(at_home, invitation(*events))
        with CaptureQueriesContext(connection) as captured:
            at_home.get(url)
        return len(captured)

    assert queries(25) == queries(60)


def test_a_file_of_no_use_is_removed_and_one_on_record_is_not(at_home):
    url, html = page_of(at_home, b"BEGIN:VCARD\r\nFN:Ann\r\nEND:VCARD\r\n", "card.ics")
    assert f'action="{url}forget/"' in html
    assert "The file is gone from here" in at_home.post(f"{url}forget/", follow=True).content.decode()
    assert at_home.get(url).status_code == 404

    url, html = page_of(at_home, invitation())
    assert f'action="{url}forget/"' in html
    save(at_home, url, html)
    assert "forget/" not in at_home.get(url).content.decode()
    assert at_home.post(f"{url}forget/").status_code == 409
    assert at_home.get(url).status_code == 200
