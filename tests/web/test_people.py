"""People, touches and what is shared."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from address import sign_in
from afterword.core.facts import (
    Interview,
    InterviewId,
    InterviewStatus,
    Opportunity,
    OpportunityId,
    Person,
    PersonId,
    Relation,
    Touch,
    TouchKind,
)  # fmt: skip
from afterword.store import records
from afterword.store.facts import load_facts

NOW = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
FORM = {"name": "Åse Bakken-Røed", "relation": "network", "email": "ase@orland.example", "cadence_days": "30"}


def text(answer):
    return answer.content.decode()


@pytest.fixture
def ase(client, house):
    """Somebody in the network."""
    return client.post("/people/new/", FORM).headers["Location"]


def test_a_person_is_kept_exactly_as_typed(client, house, ase):
    [person] = load_facts(house.owner).people
    assert (person.name, person.relation, person.cadence_days) == ("Åse Bakken-Røed", Relation.NETWORK, 30)
    assert "Åse Bakken-Røed" in text(client.get(ase))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "This field is required"),
        ({"email": "ase at orland"}, "is not an e-mail address"),
        ({"cadence_days": "0"}, "greater than or equal to 1"),
        ({"relation": "friend"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_kept_is_said_beside_the_field_and_nothing_typed_is_lost(
    client, house, changes, sentence
):
    answer = client.post("/people/new/", FORM | {"title": "Head of Audit"} | changes)
    assert answer.status_code == 400
    assert sentence in text(answer)
    assert 'value="Head of Audit"' in text(answer)
    assert load_facts(house.owner).people == ()


def test_the_guess_stands_beside_the_field_and_not_in_it(client, house):
    for who, name, email in (("a", "Ana Ruiz", "ana.ruiz@fenwick.example"), ("b", "Bo Li", "")):
        records.keep(house.owner, Person(PersonId(who * 32), name, email=email, company="Fenwick"))
    page = text(client.get(f"/people/{'b' * 32}/edit/"))
    assert "Perhaps bo.li@fenwick.example, going by ana.ruiz@fenwick.example." in page
    assert 'value="bo.li@fenwick.example"' not in page


def test_an_address_is_guessed_from_a_colleagues_and_kept_only_when_saved(client, house, ase):
    for name, email in (("Imani Okafor", "imani.okafor@fjord.example"), ("Claire Beaumont", "")):
        client.post(
            "/people/new/", {"name": name, "relation": "peer", "email": email, "company": "Fjord Lines"}
        )
    claire = next(p for p in load_facts(house.owner).people if p.name == "Claire Beaumont")
    page = text(client.get(f"/people/{claire.id}/"))
    assert "Perhaps claire.beaumont@fjord.example, going by imani.okafor@fjord.example" in page
    link = f"/people/{claire.id}/edit/?email=claire.beaumont%40fjord.example"
    assert link in page
    assert 'value="claire.beaumont@fjord.example"' in text(client.get(link))
    assert next(p for p in load_facts(house.owner).people if p.id == claire.id).email == ""
    assert "Perhaps" not in text(client.get(ase))


def test_a_touch_is_logged_answers_the_next_date_and_can_be_taken_back(client, house, ase):
    client.post(f"{ase}edit/", FORM | {"next_touch": "2026-11-10"})
    assert "a word is due" in text(client.get("/people/"))
    client.post(f"{ase}touch/", {"kind": "called", "note": "the audit season"})
    [touch] = [h for h in load_facts(house.owner).history if isinstance(h, Touch)]
    assert (touch.kind.value, touch.note, touch.at) == ("called", "the audit season", NOW)
    assert load_facts(house.owner).people[0].next_touch is None
    assert "a word is due" not in text(client.get("/people/"))
    client.post(f"{ase}touch/{touch.id}/back/")
    assert [h for h in load_facts(house.owner).history if isinstance(h, Touch)] == []


def test_a_touch_in_the_future_is_not_logged(client, house, ase):
    answer = client.post(f"{ase}touch/", {"kind": "met", "at": "2026-12-24T10:00"})
    assert answer.status_code == 400
    assert "future" in text(answer)


@pytest.mark.parametrize(
    ("origin", "marked"), [("linkedin", False), ("typed", False), ("facebook", True), ("twitter", True)]
)
def test_what_comes_from_facebook_or_twitter_is_kept_and_marked_do_not_raise(
    client, house, ase, origin, marked
):
    client.post(f"{ase}connect/", {"kind": "school", "text": "Hill State University", "origin": origin})
    assert ("do not raise" in text(client.get(ase))) is marked
    assert len(load_facts(house.owner).connections) == 1


def test_what_is_shared_is_ticked_from_the_candidates_own_record(client, house, ase):
    client.post(
        "/profile/",
        {
            "name": "Jo Mills",
            "zone": "UTC",
            "locale": "en-US",
            "schools": "Hill State University, BS (2014-2018)",
            "certificates": "CPA",
        },
    )
    page = text(client.get(ase))
    assert "<button>Hill State University</button>" in page
    client.post(f"{ase}connect/", {"kind": "certificate", "text": "CPA", "origin": "typed", "years": ""})
    assert "<button>CPA</button>" not in text(client.get(ase))
    [shared] = load_facts(house.owner).connections
    client.post(f"{ase}connect/{shared.id}/drop/")
    assert load_facts(house.owner).connections == ()


def test_names_are_shown_as_text(client, house):
    address = client.post(
        "/people/new/", FORM | {"name": "<b>Bo</b>", "notes": "<script>alert(1)</script>"}
    ).headers["Location"]
    page = text(client.get(address)) + text(client.get("/people/"))
    assert "<b>Bo</b>" not in page
    assert "<script>alert" not in page


def test_the_list_is_searched_filtered_and_paged_without_more_queries(client, house):
    def fill(count, start=0):
        for i in range(start, start + count):
            records.keep(
                house.owner,
                Person(
                    PersonId(f"{i:032x}"), f"Person {i:03}", Relation.RECRUITER if i % 2 else Relation.NETWORK
                ),
            )

    fill(5)
    with CaptureQueriesContext(connection) as few:
        client.get("/people/")
    fill(120, start=5)
    with CaptureQueriesContext(connection) as many:
        page = text(client.get("/people/"))
    assert len(many) <= len(few)
    assert page.count('class="strong" href="/people/') == 50
    assert "Page 1 of 3" in page
    assert "Person 124" in text(client.get("/people/?page=3&circle=all"))
    assert "Person 001" in text(client.get("/people/?circle=recruiters"))
    assert "Person 002" not in text(client.get("/people/?circle=recruiters"))
    assert text(client.get("/people/?q=Person 07")).count('class="strong" href="/people/') == 10
    assert "Nobody matches" in text(client.get("/people/?q=zzz"))
    assert client.get("/people/?page=999&circle=nonsense").status_code == 200


def test_a_rhythm_makes_the_next_date_from_the_last_contact(client, house, ase):
    person = load_facts(house.owner).people[0]
    records.log(house.owner, Touch("e" * 32, NOW - timedelta(days=31), person.id, TouchKind.MET))
    assert "a word is due" in text(client.get("/people/"))
    assert date(2026, 11, 11) == client.get(ase).context["page"].listed.next


def test_somebody_elses_person_is_not_found(client, house, ase):
    records.open_workspace("2" * 32, now=NOW)
    sign_in(client, "2" * 32)
    assert client.get(ase).status_code == 404
    assert client.post(f"{ase}edit/", FORM).status_code == 404
    assert client.post(f"{ase}touch/", {"kind": "met"}).status_code == 404
    assert "Åse" not in text(client.get("/people/"))


CARDS = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Lena Fischer\r\nEMAIL:lena@millrace.example\r\nORG:Millrace\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nN:Brackett;Owen;;;\r\nFN:Owen Brackett\r\nEND:VCARD\r\n"


def test_a_vcard_file_adds_those_not_on_record_and_changes_nobody(client, house):
    client.post(
        "/people/new/", {"name": "L. Fischer", "relation": "recruiter", "email": "LENA@millrace.example"}
    )
    for said in ("1 added", "0 added"):
        answer = client.post(
            "/people/file/", {"files": SimpleUploadedFile("book.vcf", CARDS.encode())}, follow=True
        )
        assert said in text(answer)
    assert sorted(p.name for p in load_facts(house.owner).people) == ["L. Fischer", "Owen Brackett"]


def test_cards_with_a_number_only_are_as_many_people_as_numbers(client, house):
    book = "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\r\nTEL:{number}\r\nEND:VCARD\r\n"
        for number in ("+1 212 555 0101", "+1 212 555 0102")
    )
    for said in ("2 added", "0 added"):
        page = client.post(
            "/people/file/", {"files": SimpleUploadedFile("book.vcf", book.encode())}, follow=True
        )
        assert said in text(page)
    assert len(load_facts(house.owner).people) == 2


def test_a_file_that_is_no_vcard_is_named(client, house):
    page = text(
        client.post("/people/file/", {"files": SimpleUploadedFile("notes.txt", b"hello")}, follow=True)
    )
    assert "notes.txt" in page
    assert load_facts(house.owner).people == ()


@pytest.mark.parametrize(
    ("lines", "name", "relation"),
    [
        ("FN:Nadia Farouk\r\nTITLE:Finance recruiter", "Nadia Farouk", Relation.RECRUITER),
        ("FN:Owen Brackett\r\nTITLE:Audit manager", "Owen Brackett", Relation.NETWORK),
        ("EMAIL:o.b@dorn.example", "o.b@dorn.example", Relation.NETWORK),
        ("TEL:+1 518 555 0100", "+1 518 555 0100", Relation.NETWORK),
    ],
)
def test_recruiters_of_a_file_are_recruiters_and_nobody_is_nameless(client, house, lines, name, relation):
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\n{lines}\r\nEND:VCARD\r\n"
    client.post("/people/file/", {"files": SimpleUploadedFile("one.vcf", card.encode())})
    assert [(p.name, p.relation) for p in load_facts(house.owner).people] == [(name, relation)]


@pytest.mark.django_db(transaction=True)
def test_a_person_is_deleted_for_good_after_a_yes(client, house, ase):
    client.post(f"{ase}touch/", {"kind": "met"})
    assert f'href="{ase}erase/"' in text(client.get(f"{ase}edit/"))
    for page in (client.get(f"{ase}erase/"), client.post(f"{ase}erase/")):
        assert "1 thing that happened" in text(page)
    assert len(load_facts(house.owner).people) == 1
    assert "Deleted for good" in text(client.post(f"{ase}erase/", {"sure": "yes"}, follow=True))
    assert load_facts(house.owner).people == ()
    assert load_facts(house.owner).history == ()


@pytest.mark.django_db(transaction=True)
def test_everything_is_deleted_only_when_the_word_is_typed(client, house, ase):
    client.post("/settings/erase/", {"word": "yes"})
    assert load_facts(house.owner).people != ()
    client.post("/settings/erase/", {"word": "Delete everything"})
    assert load_facts(house.owner).people == ()


ANA = Person(PersonId("a" * 32), "Ana Ruiz", Relation.OTHER, company="Fenwick")
ROLE = Opportunity(OpportunityId("0" * 32), "Fenwick", "Accountant")


def interview(start, status=InterviewStatus.PLANNED):
    return Interview(
        InterviewId("1" * 32), ROLE.id, start, start + timedelta(hours=1), "UTC", (ANA.id,), status=status
    )


@pytest.mark.parametrize(
    ("meeting", "last"),
    [
        (interview(NOW - timedelta(days=3)), "last contact Monday 9 November"),
        (interview(NOW + timedelta(days=3)), ""),
        (interview(NOW - timedelta(days=3), InterviewStatus.CANCELLED), ""),
    ],
    ids=["over", "ahead", "called off"],
)
def test_only_an_interview_that_took_place_is_a_contact(client, house, meeting, last):
    for record in (ANA, ROLE):
        records.keep(house.owner, record)
    records.keep_interview(house.owner, meeting)
    page = text(client.get("/people/"))
    assert ("last contact" in page) == bool(last)
    assert last in page


def test_somebody_who_interviewed_is_an_interviewer_also_when_nobody_said_what_they_are(client, house):
    for record in (ANA, ROLE, Person(PersonId("b" * 32), "Bo Li", Relation.OTHER)):
        records.keep(house.owner, record)
    records.keep_interview(house.owner, interview(NOW - timedelta(days=3)))
    shown = {circle: text(client.get(f"/people/?circle={circle}")) for circle in ("interviewers", "network")}
    assert "Ana Ruiz" in shown["interviewers"]
    assert "Ana Ruiz" not in shown["network"]
    assert "Bo Li" in shown["network"]
