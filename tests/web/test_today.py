"""Today: whom do I owe a word, and what was left out."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afterword.adapters.ids import CountingIds
from afterword.core.facts import Candidate, Decision, FactId, Outcome
from afterword.services.fill_demo import fill_demo
from afterword.services.keep_interview import add_interview
from afterword.services.place_people import Met
from afterword.store import records
from afterword.store.facts import load_interview
from services.interviews import given

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def text(answer):
    return answer.content.decode()


@pytest.fixture
def desk(client, house, clock):
    """A signed-in browser on the sample workspace."""
    clock.set(NOW)
    fill_demo(owner=house.owner, ids=CountingIds(), now=NOW)
    return client


def test_an_empty_workspace_teaches_by_doing(client):
    page = text(client.get("/"))
    assert "Start with your last interview" in page
    assert 'type="file"' in page


def test_the_words_owed_come_first_with_reason_and_time(desk):
    page = text(desk.get("/"))
    assert page.index("Thank Imani Okafor") < page.index("Keep the hunt going")
    assert "You met Imani Okafor on Monday 23 November" in page
    assert ">Wednesday 25 November, 3:00 PM</time>." in page
    assert "Call Gordon Pike" in page
    assert "Ask Yuki Tanabe for one piece of feedback" in page
    assert "Find the e-mail address of Claire Beaumont" in page


def test_the_reason_does_not_say_again_what_the_title_says(desk):
    page = text(desk.get("/"))
    assert ">This week: 1 of 5 applications sent</a>" in page
    assert "The hunt goes on until you accept an offer, so next: Choose one posting" in page
    assert "applications sent;" not in page


def test_what_only_the_user_can_decide_leads_to_where_it_is_recorded(desk):
    opportunity = next(
        c.step.opportunity
        for g in desk.get("/").context["board"].groups
        for c in g.cards
        if c.title == "Call Gordon Pike"
    )
    desk.post(f"/opportunities/{opportunity}/outcome/", {"fact": "f" * 32, "outcome": "offer"})
    page = text(desk.get("/"))
    assert '<h3 class="grow">Answer the offer</h3>' in page
    assert "made you an offer on Tuesday 24 November; answer it" in page
    assert f'href="/opportunities/{opportunity}/#outcome">Say how it stands' in page


def test_a_step_left_out_is_listed_with_the_users_reason(desk, house):
    desk.post("/today/skip/", {"step": "nonsense"})
    card = next(
        c for g in desk.get("/").context["board"].groups for c in g.cards if c.title == "Thank Imani Okafor"
    )
    desk.post("/today/skip/", {"step": card.step.key, "reason": "I thanked her on the phone"})
    page = text(desk.get("/"))
    assert "I thanked her on the phone" in page
    assert '<h3 class="grow">Thank Imani Okafor</h3>' not in page


def test_a_step_left_out_can_be_put_back_and_one_the_rules_close_cannot(desk):
    def board():
        return desk.get("/").context["board"]

    card = next(c for g in board().groups for c in g.cards if c.title == "Thank Imani Okafor")
    closed = {one.reason for one in board().dropped}
    desk.post("/today/skip/", {"step": card.step.key, "reason": "Thanked on the phone"})
    assert [one.step for one in board().dropped if one.reason not in closed] == [card.step.key]
    assert all(not one.step for one in board().dropped if one.reason in closed)
    page = text(desk.get(f"/opportunities/{card.step.opportunity}/"))
    assert f'name="step" value="{card.step.key}"><button>Put it back' in page
    desk.post("/today/back/", {"step": card.step.key})
    assert any(c.title == "Thank Imani Okafor" for g in board().groups for c in g.cards)
    assert {one.reason for one in board().dropped} == closed
    assert desk.post("/today/back/", {"step": card.step.key}).status_code == 409


def test_a_step_without_a_name_is_not_left_out(desk):
    assert desk.post("/today/skip/", {"step": " "}).status_code == 400


def test_queries_do_not_grow_with_interviews(client, house):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            client.get("/")
        return len(seen)

    add_interview(given(), owner=house.owner, ids=house.ids)
    few = queries()
    for number in range(15):
        add_interview(given(company=f"Company {number}"), owner=house.owner, ids=house.ids)
    assert queries() <= few


def test_a_late_backup_is_said(desk, clock, monkeypatch):
    from afterword.web.today import views

    assert "more than two days old" not in text(desk.get("/"))
    old = type("Backup", (), {"at": NOW - timedelta(hours=49)})()
    monkeypatch.setattr(views, "newest", lambda **_: old)
    assert "more than two days old" in text(desk.get("/"))


def test_a_step_is_late_the_minute_after_it_was_due(desk, clock):
    due = datetime(2026, 11, 25, 21, 0, tzinfo=UTC)
    for moment, late in (
        (due - timedelta(minutes=2), False),
        (due - timedelta(minutes=1), False),
        (due + timedelta(minutes=1), True),
    ):
        clock.set(moment)
        assert ("Late, but still right to do" in text(desk.get("/"))) is late, moment


@pytest.mark.parametrize(
    ("home", "said"), [("America/New_York", False), ("America/Toronto", False), ("Europe/London", True)]
)
def test_times_are_called_theirs_where_their_clocks_differ(client, house, clock, home, said):
    """An interview in New York."""
    records.keep_profile(house.owner, Candidate(name="Dana Whitfield", zone=home))
    add_interview(given(), owner=house.owner, ids=house.ids)
    clock.set(datetime(2026, 11, 13, 12, 0, tzinfo=UTC))
    page = text(client.get("/"))
    assert "Thank Luis Arango" in page
    assert ("their time" in page) is said


def test_an_address_is_looked_for_before_the_letter_that_needs_it(client, house, clock):
    """Both are due at the same time, after a no."""
    kept = add_interview(given(people=(Met("Grace Okonkwo"),)), owner=house.owner, ids=house.ids)
    clock.set(datetime(2026, 11, 20, 15, 0, tzinfo=UTC))
    opportunity = load_interview(house.owner, kept).opportunity
    no = Decision(FactId("d"), clock.now(), opportunity, Outcome.REJECTION)
    records.log(house.owner, no)
    for page in ("/", f"/opportunities/{opportunity}/"):
        said = text(client.get(page))
        assert said.index("Find the e-mail address of Grace") < said.index("Ask Grace Okonkwo for one piece")
