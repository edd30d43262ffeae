"""The list has the most pressing first and costs the same however long it is."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from afterword.core.facts import FactId, LetterKind, LetterSent, Outcome, ReplyClass
from afterword.core.protocol.playbook import default_playbook
from afterword.services.keep_interview import add_interview
from afterword.services.keep_opportunity import OpportunityGiven, keep_opportunity
from afterword.services.log_reply import log_reply
from afterword.services.record_outcome import record_outcome
from afterword.services.show_interview import feedback_answers, show_interview
from afterword.services.show_opportunity import PAGE, Which, list_opportunities, show_opportunity
from afterword.store import records
from afterword.store.facts import load_facts
from afterword.store.memory import forget_facts
from services.interviews import END, given

FRIDAY = END + timedelta(hours=20)


def listed(owner, which=Which.OPEN, page=1, now=FRIDAY):
    return list_opportunities(which, owner=owner, playbook=default_playbook(), now=now, page=page)


def add(owner, ids, *names):
    for name in names:
        keep_opportunity(OpportunityGiven(company=name, role="Controller"), owner=owner, ids=ids)


def test_what_presses_most_comes_first(workspace, ids):
    add(workspace, ids, "Alpha", "Beta")
    add_interview(given(company="Zeta"), owner=workspace, ids=ids)
    assert [row.opportunity.company for row in listed(workspace).rows] == ["Zeta", "Alpha", "Beta"]
    assert listed(workspace).rows[0].next is not None


def test_closed_ones_are_listed_apart(workspace, ids, now):
    add(workspace, ids, "Alpha", "Beta")
    alpha = load_facts(workspace).opportunities[0]
    record_outcome(Outcome.WITHDRAWN, opportunity=alpha.id, owner=workspace, ids=ids, now=now)
    assert [row.opportunity.id for row in listed(workspace, Which.CLOSED).rows] == [alpha.id]
    assert listed(workspace).counts == {Which.OPEN: 1, Which.CLOSED: 1}


def test_a_long_list_comes_in_pages(workspace, ids):
    add(workspace, ids, *(f"Company {n:03}" for n in range(PAGE + 3)))
    first, second = listed(workspace), listed(workspace, page=2)
    assert (len(first.rows), first.more, len(second.rows), second.more) == (PAGE, True, 3, False)


def queries(owner, act):
    forget_facts()
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def test_the_number_of_queries_does_not_grow_with_rows(workspace, ids):
    add_interview(given(), owner=workspace, ids=ids)
    before = queries(workspace, lambda: listed(workspace))
    for n in range(30):
        add_interview(given(company=f"Company {n}"), owner=workspace, ids=ids)
    assert queries(workspace, lambda: listed(workspace, now=FRIDAY + timedelta(hours=1))) == before


def test_an_opportunity_shows_its_steps_and_its_story(workspace, ids, now):
    add_interview(given(), owner=workspace, ids=ids)
    about = load_facts(workspace).opportunities[0].id
    record_outcome(Outcome.NEXT_ROUND, opportunity=about, owner=workspace, ids=ids, now=now)
    shown = show_opportunity(about, owner=workspace, playbook=default_playbook(), now=FRIDAY)
    assert {step.person for step in shown.steps} >= set(shown.taking_part)
    assert (len(shown.interviews), len(shown.history), shown.ending) == (1, 1, None)


def test_an_interview_shows_who_is_still_owed_a_word(workspace, ids):
    interview = add_interview(given(), owner=workspace, ids=ids)
    shown = show_interview(interview, owner=workspace, playbook=default_playbook(), now=FRIDAY)
    assert [(p.person.name, p.noted, bool(p.step)) for p in shown.people] == [
        ("Luis Arango", False, True),
        ("Priya Nair", False, True),
    ]
    assert shown.over


def test_feedback_is_an_answer_in_words_after_the_request_went(workspace, ids, now):
    add_interview(given(), owner=workspace, ids=ids)
    facts = load_facts(workspace)
    about = facts.opportunities[0].id
    day = timedelta(days=1)
    at = {"opportunity": about, "owner": workspace, "ids": ids, "now": now + 9 * day}
    log_reply(ReplyClass.OTHER, **at, at=now, text="Thanks for coming.")
    records.log(
        workspace,
        LetterSent(FactId("e" * 32), now + day, LetterKind.FEEDBACK_REQUEST, facts.people[0].id, about),
    )
    log_reply(ReplyClass.AUTO_REPLY, **at, at=now + 2 * day, text="I am away.")
    log_reply(ReplyClass.OTHER, **at, at=now + 3 * day, text="More on consolidation, please.")
    assert [reply.text for reply in feedback_answers(workspace)] == ["More on consolidation, please."]
