"""Who answers for a decision: the plan and the call card name the same person, by relation or by title."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.core.facts import (
    Candidate,
    Case,
    Facts,
    Interview,
    InterviewId,
    Opportunity,
    OpportunityId,
    Person,
    PersonId,
    Relation,
)
from afterword.core.protocol import default_playbook, plan
from afterword.core.protocol.steps import Act
from afterword.core.reading.title import likely_relation
from afterword.core.writing.kinds.write import decider

END = datetime(2026, 11, 12, 21, 0, tzinfo=UTC)
TITLES = ("", "Finance Director", "Chief Financial Officer", "FP&A Analyst", "People Partner", "HR Director")


def panel(*people: Person, contact: str = "", recruiter: str = "") -> Case:
    """One interview with these people, over at 16:00 in New York on 12 November 2026."""
    role = Opportunity(
        OpportunityId("o"),
        "Halden Tools",
        "Accountant",
        contact=PersonId(contact) if contact else None,
        recruiter=PersonId(recruiter) if recruiter else None,
    )
    talk = Interview(
        InterviewId("i"),
        role.id,
        END - timedelta(hours=1),
        END,
        "America/New_York",
        tuple(p.id for p in people),
    )
    return Case(Candidate(name="Dana", zone="America/New_York"), role, talk, people)


def called(case: Case) -> PersonId | None:
    """Whom the plan calls ten days later."""
    facts = Facts(case.candidate, case.interviewers, (case.opportunity,), (case.interview,))
    steps = plan(facts, playbook=default_playbook(), now=END + timedelta(days=10)).steps
    return next((step.person for step in steps if step.act is Act.CALL), None)


def person(id_: str, relation: Relation = Relation.OTHER, title: str = "", *, avoid: bool = False) -> Person:
    """Somebody whose name sorts against their id, so that neither can stand in for the other."""
    return Person(PersonId(id_), f"{'zyxw'[int(id_) % 4]}ara", relation, title, do_not_contact=avoid)


@pytest.mark.parametrize(
    ("title", "relation"),
    [
        ("Finance Director", "hiring_manager"),
        ("Group Financial Controller", "hiring_manager"),
        ("Head of Audit", "hiring_manager"),
        ("Chief Executive", "executive"),
        ("CFO", "executive"),
        ("Vice President, Finance", "executive"),
        ("SVP Finance", "executive"),
        ("HR Director", "hr"),
        ("Talent Acquisition Lead", "hr"),
        ("People Partner", "hr"),
        ("Recruiting Coordinator", "coordinator"),
        ("Executive Assistant to the CFO", "coordinator"),
        ("FP&A Analyst", "other"),
        ("Staff Accountant", "other"),
        ("", "other"),
    ],
)
def test_a_title_suggests_what_somebody_is(title, relation):
    assert likely_relation(person("1", title=title)) == relation
    assert likely_relation(person("1", Relation.PEER, title)) is Relation.PEER


@pytest.mark.parametrize(
    ("people", "asked"),
    [
        ([person("1", title="FP&A Analyst"), person("2", title="Finance Director")], "2"),
        ([person("1", title="Finance Director"), person("2", Relation.HIRING_MANAGER)], "2"),
        ([person("1", Relation.EXECUTIVE), person("2", title="Finance Director")], "2"),
        ([person("1", Relation.PEER), person("2", Relation.HR)], "2"),
        ([person("1", Relation.COORDINATOR), person("2")], "2"),
        ([person("1"), person("2")], "1"),
        ([person("1", Relation.HIRING_MANAGER, avoid=True), person("2", Relation.PEER)], "2"),
    ],
)
def test_the_one_most_likely_to_know_is_asked(people, asked):
    assert called(panel(*people)) == decider(panel(*people)) == asked


@given(st.data())
def test_the_plan_and_the_card_name_the_same_person(data):
    """Panels of one to four, in any order, with or without a named contact and a recruiter among them."""
    ids = data.draw(st.permutations(["1", "2", "3", "4"]))[: data.draw(st.integers(1, 4))]
    people = [
        person(
            one,
            data.draw(st.sampled_from(list(Relation))),
            data.draw(st.sampled_from(TITLES)),
            avoid=data.draw(st.booleans()),
        )
        for one in ids
    ]
    case = panel(
        *people,
        contact=data.draw(st.sampled_from(["", *ids])),
        recruiter=data.draw(st.sampled_from(["", *ids])),
    )
    who = called(case)
    assert who is None or who == decider(case)
