"""An opportunity: its story, the forms that record what happened, and taking back what was wrong."""

import re
from datetime import timedelta

import pytest

from afterword.core.facts import Candidate, FactId, LetterKind, LetterSent, Outcome, Override, Reply
from afterword.services.keep_interview import add_interview
from afterword.store import records
from afterword.store.facts import load_facts, load_history
from services.interviews import START, given

FACT = "c" * 32


@pytest.fixture
def at(house, client, clock):
    """A signed-in browser on Tuesday 17 November, 15:00 New York, and the opportunity's address."""
    records.keep_profile(house.owner, Candidate(name="Dana Whitfield", zone="America/New_York"))
    add_interview(given(), owner=house.owner, ids=house.ids)
    clock.set(START + timedelta(days=5))
    return client, f"/opportunities/{load_facts(house.owner).opportunities[0].id}/"


def text(answer):
    return answer.content.decode()


def history(house, what):
    return load_history(house.owner, what=what)


def test_a_reply_is_recorded_in_plain_words_and_shown_in_the_story(at, house):
    client, address = at
    luis = load_facts(house.owner).people[0].id
    form = {
        "fact": FACT,
        "klass": "not_yet",
        "sender": luis,
        "day": "2026-11-16",
        "clock": "09:30",
        "text": "Next week.",
    }
    page = text(client.post(f"{address}reply/", form, follow=True))
    assert "Luis Arango said: not decided yet" in page
    assert "Monday 16 November, 9:30 AM" in page
    (reply,) = history(house, "reply")
    assert (reply.sender, reply.text, reply.at.isoformat()) == (
        luis,
        "Next week.",
        "2026-11-16T14:30:00+00:00",
    )


def test_the_same_form_sent_twice_records_once(at, house):
    client, address = at
    for _ in range(2):
        client.post(f"{address}reply/", {"fact": FACT, "klass": "ack", "sender": "system"})
        client.post(f"{address}outcome/", {"fact": "d" * 32, "outcome": "offer"})
    assert (len(history(house, "reply")), len(history(house, "decision"))) == (1, 1)


@pytest.mark.parametrize(
    ("who", "kept"), [("system", "The applicant system."), ("colleague", "A colleague of theirs.")]
)
def test_who_is_not_on_record_is_named_in_the_reply(at, house, who, kept):
    client, address = at
    client.post(f"{address}reply/", {"fact": FACT, "klass": "ack", "sender": who})
    assert [(r.sender, r.text) for r in history(house, "reply")] == [(None, kept)]


def test_an_automatic_answer_keeps_the_return_date(at, house):
    client, address = at
    form = {"fact": FACT, "klass": "auto_reply", "sender": "colleague", "returns": "2026-11-23"}
    page = text(client.post(f"{address}reply/", form, follow=True))
    assert "Back on Monday 23 November." in page


@pytest.mark.parametrize(
    ("path", "form", "sentence"),
    [
        ("reply/", {"klass": "", "sender": "system", "text": "I typed <this>"}, "This field is required."),
        ("reply/", {"klass": "ack", "sender": "f" * 32, "text": "I typed <this>"}, "Select a valid choice"),
        (
            "reply/",
            {"klass": "ack", "sender": "system", "day": "2027-01-01", "text": "I typed <this>"},
            "still to come",
        ),
        ("outcome/", {"outcome": "", "note": "I typed <this>"}, "This field is required."),
        ("promise/", {"by": "candidate", "text": "", "due": "2026-11-20"}, "What did you promise?"),
    ],
)
def test_what_cannot_be_is_refused_beside_the_field_and_nothing_is_lost(at, house, path, form, sentence):
    client, address = at
    answer = client.post(f"{address}{path}", {"fact": FACT, **form})
    page = text(answer)
    assert answer.status_code == 400
    assert sentence in page
    assert ("I typed &lt;this&gt;" in page) == ("I typed <this>" in form.values())
    assert load_history(house.owner) == ()


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.REJECTION, "they decided against it"),
        (Outcome.WITHDRAWN, "you withdrew"),
        (Outcome.ACCEPTED, "you accepted their offer"),
        (Outcome.NO_ANSWER, "without an answer"),
    ],
)
def test_a_closing_outcome_closes_it_and_moves_it_to_the_closed(at, outcome, words):
    client, address = at
    page = text(client.post(f"{address}outcome/", {"fact": FACT, "outcome": outcome.value}, follow=True))
    assert re.search(rf"Closed Tuesday 17 November: [^<]*{words}", page)
    assert "Larkfield Foods" in text(client.get("/opportunities/?show=closed"))
    assert "No open opportunities" in text(client.get("/opportunities/"))


def test_what_was_recorded_wrongly_is_taken_back_with_a_reason(at, house):
    client, address = at
    client.post(f"{address}outcome/", {"fact": FACT, "outcome": "rejection"})
    page = text(client.post(f"{address}take-back/", {"fact": FACT, "why": "wrong company"}, follow=True))
    assert "Taken back." in page
    assert history(house, "decision") == ()
    assert client.post(f"{address}take-back/", {"fact": FACT}).status_code == 409


def test_a_promise_of_ones_own_is_listed_until_it_is_kept(at, house):
    client, address = at
    form = {"fact": FACT, "by": "candidate", "text": "send my references", "due": "2026-11-19"}
    page = text(client.post(f"{address}promise/", form, follow=True))
    assert "I kept it" in page
    assert "By Thursday 19 November." in page
    assert page.count(f'name="promise" value="{FACT}"') == 2, "on the step and in the list"
    page = text(client.post(f"{address}promise/kept/", {"promise": FACT}, follow=True))
    assert "I kept it" not in page
    assert history(house, "promise")[0].kept


def test_feedback_is_filed_once_it_was_asked_for_and_shown_before_the_next_interview(at, house, clock):
    client, address = at
    assert "They gave feedback" not in text(client.get(address))
    facts = load_facts(house.owner)
    sent = LetterSent(
        FactId("e" * 32), START, LetterKind.FEEDBACK_REQUEST, facts.people[0].id, facts.opportunities[0].id
    )
    records.log(house.owner, sent)
    assert "They gave feedback" in text(client.get(address))
    client.post(f"{address}feedback/", {"fact": FACT, "text": "More on consolidation, please."})
    week = timedelta(days=14)
    coming = add_interview(
        given(company="Elsewhere", start=START + week, end=START + week + timedelta(hours=1)),
        owner=house.owner,
        ids=house.ids,
    )
    assert "More on consolidation, please." in text(client.get(f"/interviews/{coming}/"))


def test_the_story_names_every_kind_of_happening_and_shows_words_as_text(at, house, now):
    client, address = at
    facts = load_facts(house.owner)
    about, luis = facts.opportunities[0].id, facts.people[0].id
    records.log(house.owner, LetterSent(FactId("1" * 32), START, LetterKind.THANK_YOU, luis, about))
    records.log(house.owner, Override(FactId("2" * 32), START, about, luis, "<b>They</b> asked me to call"))
    page = text(client.get(address))
    assert "You thanked Luis Arango" in page
    assert "You went past a limit with Luis Arango" in page
    assert "&lt;b&gt;They&lt;/b&gt; asked me to call" in page
    assert "Interview with Luis Arango and Priya Nair" in page


def test_an_opportunity_is_added_and_corrected(client, house):
    form = {"fresh": "a" * 32, "company": "Rowan Dairy", "role": "Controller", "applied_on": "2026-11-10"}
    for _ in range(2):
        page = text(client.post("/opportunities/new/", form, follow=True))
    assert "Rowan Dairy" in page
    (kept,) = load_facts(house.owner).opportunities
    answer = client.post(f"/opportunities/{kept.id}/edit/", {**form, "role": "", "industry": "Food"})
    assert answer.status_code == 400
    assert 'value="Food"' in text(answer)
    client.post(f"/opportunities/{kept.id}/edit/", {**form, "role": "CFO", "call_unwelcome": "on"})
    (kept,) = load_facts(house.owner).opportunities
    assert (kept.role, kept.call_unwelcome) == ("CFO", True)


def test_who_decides_is_chosen_among_its_people(at, house):
    client, address = at
    priya = next(p.id for p in load_facts(house.owner).people if p.name == "Priya Nair")
    form = {"company": "Larkfield Foods", "role": "Senior Accountant", "contact": priya}
    client.post(f"{address}edit/", form)
    assert load_facts(house.owner).opportunities[0].contact == priya


def test_no_two_fields_of_the_page_share_an_id(at):
    client, address = at
    ids = re.findall(r'\sid="([^"]+)"', text(client.get(address)))
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("page", ["0", "-3", "9" * 9, "abc", "7"])
def test_an_odd_page_number_is_no_error(at, page):
    client, _ = at
    assert client.get(f"/opportunities/?page={page}").status_code == 200


@pytest.mark.parametrize("act", ["reply", "outcome", "promise", "promise/kept", "take-back", "feedback"])
def test_looking_changes_nothing_and_a_strange_opportunity_is_not_found(at, act):
    client, address = at
    assert client.get(f"{address}{act}/").status_code == 405
    form = {
        "klass": "ack",
        "sender": "system",
        "outcome": "offer",
        "by": "employer",
        "text": "x",
        "promise": "x",
    }
    assert client.post(f"/opportunities/{'f' * 32}/{act}/", form).status_code in (404, 409)


def test_a_reply_reads_back_as_it_was_recorded(at, house):
    client, address = at
    client.post(
        f"{address}reply/", {"fact": FACT, "klass": "next_round", "sender": "recruiter", "text": "Great news"}
    )
    (reply,) = history(house, "reply")
    assert isinstance(reply, Reply)
    assert reply.text == "The recruiter: Great news"
