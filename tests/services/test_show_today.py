"""Today shows what the facts say now, and works out anew only what has changed."""

from datetime import datetime, timedelta

from django.db import transaction

from afterword.core.facts import (
    Call,
    CallResult,
    FactId,
    Interview,
    InterviewId,
    Opportunity,
    OpportunityId,
    Person,
    PersonId,
)
from afterword.core.protocol import default_playbook, plan
from afterword.services.show_today import Today, show_today
from afterword.store import records

LUIS, ROLE = PersonId("p1"), OpportunityId("o1")


def today(owner: str, now: datetime) -> Today:
    return show_today(owner=owner, playbook=default_playbook(), now=now)


def met_luis(owner: str, now: datetime) -> None:
    """An interview with Luis that ended nine days ago."""
    records.keep(owner, Person(LUIS, "Luis Arango"))
    records.keep(owner, Opportunity(ROLE, "Fenwick", "Accountant"))
    ended = now - timedelta(days=9)
    records.keep_interview(
        owner, Interview(InterviewId("i1"), ROLE, ended - timedelta(hours=1), ended, "UTC", (LUIS,))
    )


def test_a_call_that_is_logged_shows_at_once_and_is_gone_when_taken_back(
    transactional_db: None, owner: str, now: datetime
) -> None:
    """The plan before, with the call, and after the transaction was rolled back."""
    records.open_workspace(owner, now=now)
    met_luis(owner, now)
    before = today(owner, now).plan
    with transaction.atomic():
        records.log(owner, Call(FactId("h1"), now, ROLE, LUIS, CallResult.VOICEMAIL))
        called = today(owner, now).plan
        transaction.set_rollback(True)
    assert "phone_call:o1:2" in {step.key for step in called.steps}
    assert today(owner, now).plan == before


def test_a_later_moment_shows_the_plan_of_that_moment(workspace: str, now: datetime) -> None:
    """Every hour of four days, during which the thank-you's last day passes and the call opens."""
    met_luis(workspace, now + timedelta(days=6))
    for hour in range(96):
        shown = today(workspace, now + timedelta(hours=hour))
        assert shown.plan == plan(shown.facts, playbook=default_playbook(), now=now + timedelta(hours=hour))


def test_the_plan_is_the_same_object_while_nothing_changes(
    transactional_db: None, owner: str, now: datetime
) -> None:
    records.open_workspace(owner, now=now)
    met_luis(owner, now)
    shown = today(owner, now)
    assert today(owner, now + timedelta(seconds=20)) is shown
