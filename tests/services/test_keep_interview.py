"""An interview is kept with its people and its opportunity, whole or not at all, and once."""

from datetime import timedelta

import pytest

from afterword.core.errors import BadInput, NotFound
from afterword.core.facts import InterviewStatus, Outcome
from afterword.core.reading.walltime import UnknownZone
from afterword.services.keep_interview import (
    add_interview,
    add_interviewer,
    change_interview,
    mark_interview,
    remove_interviewer,
    web_link,
)
from afterword.services.place_people import Met, SameName
from afterword.services.record_outcome import record_outcome
from afterword.store.facts import load_facts, load_interview
from services.interviews import END, LUIS, PRIYA, START, given


def test_one_act_keeps_interview_people_and_opportunity(workspace, ids):
    interview = add_interview(given(), owner=workspace, ids=ids)
    facts = load_facts(workspace)
    assert [(o.company, o.role) for o in facts.opportunities] == [("Larkfield Foods", "Senior Accountant")]
    assert sorted(p.name for p in facts.people) == ["Luis Arango", "Priya Nair"]
    assert facts.interviews[0].id == interview
    assert (facts.interviews[0].start, facts.interviews[0].end) == (START, END)


def test_a_page_sent_twice_keeps_one_interview(workspace, ids):
    fresh = ids.new()
    first = add_interview(given(), owner=workspace, ids=ids, interview=fresh)
    assert add_interview(given(), owner=workspace, ids=ids, interview=fresh) == first
    assert (len(load_facts(workspace).interviews), len(load_facts(workspace).people)) == (1, 2)


def test_the_second_round_joins_the_open_opportunity_and_its_people(workspace, ids):
    add_interview(given(), owner=workspace, ids=ids)
    week = timedelta(days=7)
    add_interview(
        given(start=START + week, end=END + week, company="LARKFIELD foods"), owner=workspace, ids=ids
    )
    facts = load_facts(workspace)
    assert (len(facts.opportunities), len(facts.people), len(facts.interviews)) == (1, 2, 2)


def test_a_closed_opportunity_is_not_joined(workspace, ids, now):
    add_interview(given(), owner=workspace, ids=ids)
    old = load_facts(workspace).opportunities[0]
    record_outcome(Outcome.REJECTION, opportunity=old.id, owner=workspace, ids=ids, now=now)
    add_interview(given(), owner=workspace, ids=ids)
    assert len(load_facts(workspace).opportunities) == 2


def test_nothing_is_kept_when_one_person_must_be_asked_about(workspace, ids):
    add_interview(given(people=(LUIS,)), owner=workspace, ids=ids)
    namesake = Met("Luis Arango", email="l.arango@elsewhere.example")
    with pytest.raises(SameName):
        add_interview(given(company="Elsewhere", people=(PRIYA, namesake)), owner=workspace, ids=ids)
    facts = load_facts(workspace)
    assert (len(facts.opportunities), len(facts.people), len(facts.interviews)) == (1, 1, 1)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"zone": "Eastern"}, UnknownZone),
        ({"end": START}, BadInput),
        ({"end": START + timedelta(days=8)}, BadInput),
        ({"company": " "}, BadInput),
        ({"role": ""}, BadInput),
        ({"opportunity": "f" * 32}, NotFound),
    ],
)
def test_what_cannot_be_is_refused(workspace, ids, changes, kind):
    with pytest.raises(kind):
        add_interview(given(**changes), owner=workspace, ids=ids)
    assert load_facts(workspace).interviews == ()


def test_moving_it_keeps_who_took_part(workspace, ids):
    interview = add_interview(given(), owner=workspace, ids=ids)
    later = timedelta(days=1)
    change_interview(
        given(start=START + later, end=END + later, round="final"), owner=workspace, interview=interview
    )
    moved = load_interview(workspace, interview)
    assert (moved.start, moved.round, len(moved.interviewers)) == (START + later, "final", 2)


def test_people_can_join_and_leave(workspace, ids):
    interview = add_interview(given(people=(LUIS,)), owner=workspace, ids=ids)
    add_interviewer(PRIYA, owner=workspace, ids=ids, interview=interview)
    both = load_interview(workspace, interview).interviewers
    remove_interviewer(both[0], owner=workspace, interview=interview)
    assert load_interview(workspace, interview).interviewers == both[1:]
    assert len(load_facts(workspace).people) == 2


@pytest.mark.parametrize("status", list(InterviewStatus))
def test_its_standing_is_the_users_to_say(workspace, ids, status):
    interview = add_interview(given(), owner=workspace, ids=ids)
    mark_interview(status, owner=workspace, interview=interview)
    assert load_interview(workspace, interview).status is status


def test_another_owner_reaches_nothing(workspace, ids):
    interview = add_interview(given(), owner=workspace, ids=ids)
    with pytest.raises(NotFound):
        mark_interview(InterviewStatus.CANCELLED, owner="2" * 32, interview=interview)
    with pytest.raises(NotFound):
        change_interview(given(), owner="2" * 32, interview=interview)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://zoom.us/j/1", "https://zoom.us/j/1"), ("HTTP://meet.example/a", "HTTP://meet.example/a"),
        ("javascript:alert(1)", ""), ("data:text/html,x", ""), ("https://a.example/ b", ""), ("", ""),
    ],
)  # fmt: skip
def test_only_web_links_become_links(text, link):
    assert web_link(text) == link
