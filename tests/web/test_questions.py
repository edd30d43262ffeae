"""Questions before an interview, and answers that become points."""

from datetime import UTC, datetime

import pytest

from afterword.adapters.ids import CountingIds
from afterword.services.fill_demo import fill_demo
from afterword.store.facts import load_debriefs, load_facts

NOW = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)


@pytest.fixture
def sheet(client, house, clock):
    """Browser, interview and interviewer of the conversation to come."""
    clock.set(NOW)
    fill_demo(owner=house.owner, ids=CountingIds(), now=NOW)
    interview = max(load_facts(house.owner).interviews, key=lambda i: i.start)
    return client, interview.id, interview.interviewers[0]


def test_suggestions_are_chosen_answered_and_become_points(sheet, house):
    client, interview, person = sheet
    page = client.get(f"/interviews/{interview}/questions/")
    suggested = page.context["sheet"].people[0].suggested
    assert len(suggested) >= 3
    client.post(
        f"/interviews/{interview}/questions/choose/",
        {"person": person, "question": [suggested[0][0]], "own": "What is parked for later?"},
    )
    kept = client.get(f"/interviews/{interview}/questions/").context["sheet"].people[0].kept
    assert [q.text for q in kept] == [suggested[0][0], "What is parked for later?"]
    client.post(f"/interviews/{interview}/questions/answer/", {f"answer-{kept[1].id}": "the lease subledger"})
    [debrief] = load_debriefs(house.owner, interview)
    assert [p.text for p in debrief.points] == ["the lease subledger"]
    client.post(f"/interviews/{interview}/questions/answer/", {f"answer-{kept[1].id}": ""})
    [debrief] = load_debriefs(house.owner, interview)
    assert debrief.points == ()


def test_a_question_not_offered_is_not_kept_by_ticking_it(sheet):
    client, interview, person = sheet
    client.post(
        f"/interviews/{interview}/questions/choose/", {"person": person, "question": ["What do you earn?"]}
    )
    assert client.get(f"/interviews/{interview}/questions/").context["sheet"].people[0].kept == ()


def test_a_question_is_taken_off(sheet):
    client, interview, person = sheet
    client.post(
        f"/interviews/{interview}/questions/choose/",
        {"person": person, "own": "Who owns the chart of accounts?"},
    )
    [kept] = client.get(f"/interviews/{interview}/questions/").context["sheet"].people[0].kept
    client.post(f"/interviews/{interview}/questions/{kept.id}/drop/")
    assert client.get(f"/interviews/{interview}/questions/").context["sheet"].people[0].kept == ()
