"""The seven laws of the protocol, over generated histories (docs/spec/protocol.md ends with them)."""

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.core.facts import (
    Decision,
    FactId,
    Facts,
    Happening,
    InterviewStatus,
    LetterKind,
    LetterSent,
    OpportunityId,
    Outcome,
    Reply,
    ReplyClass,
)
from afterword.core.protocol import default_playbook, plan
from afterword.core.protocol.plan_json import plan_json
from afterword.core.protocol.steps import Act, Dropped, Plan, Rule, State, Step
from core.protocol.histories import OPPORTUNITIES, happening, moments, workspaces


def planned(facts: Facts, now: datetime) -> Plan:
    return plan(facts, playbook=default_playbook(), now=now)


def named(facts: Facts, added: Happening) -> Facts:
    """The facts with one more happening, under an id of its own."""
    return replace(facts, history=(*facts.history, replace(added, id=FactId("g"))))


LAW = settings(max_examples=80, deadline=None)


@given(workspaces(), moments, st.randoms(use_true_random=False))
@LAW
def test_law_1_the_plan_is_a_function_of_facts_playbook_and_now(
    facts: Facts, now: datetime, dice: random.Random
) -> None:
    def shuffled(items):  # type: ignore[no-untyped-def]
        return tuple(dice.sample(items, len(items)))

    again = Facts(
        candidate=facts.candidate,
        people=shuffled(facts.people),
        opportunities=shuffled(facts.opportunities),
        interviews=tuple(
            replace(one, interviewers=shuffled(one.interviewers)) for one in shuffled(facts.interviews)
        ),
        history=shuffled(facts.history),
    )
    elsewhere = now.astimezone(ZoneInfo("Pacific/Chatham"))
    assert plan_json(planned(again, elsewhere)) == plan_json(planned(facts, now))


@given(workspaces(), moments)
@LAW
def test_law_2_no_step_before_its_cause_and_none_once_its_opportunity_is_closed(
    facts: Facts, now: datetime
) -> None:
    ends = {one.id: one.end for one in facts.interviews}
    found = planned(facts, now)
    closed = _closed_at(facts)
    for step in found.steps:
        if step.rule is Rule.THANK_YOU and step.interview is not None and step.opens is not None:
            assert step.opens >= ends[step.interview]
        if step.rule is Rule.FEEDBACK and step.opens is not None and step.opportunity is not None:
            assert step.opens >= min(_said_no(facts, step.opportunity))
        if step.opportunity in closed and now >= closed[step.opportunity] and step.state is not State.DONE:
            assert step.act in (Act.WRITE, Act.FIND_ADDRESS)
            assert step.letter in (
                None, LetterKind.FEEDBACK_REQUEST, LetterKind.WITHDRAWAL, LetterKind.HELPER_THANKS,
                LetterKind.CONNECTION_NOTE,
            )  # fmt: skip


def _said_no(facts: Facts, its: OpportunityId) -> list[datetime]:
    """When an opportunity was declined, by a decision on record or by a reply."""
    told = [one for one in facts.history if isinstance(one, Reply) and one.klass is ReplyClass.REJECTION]
    recorded = [
        one for one in facts.history if isinstance(one, Decision) and one.outcome is Outcome.REJECTION
    ]
    return [one.at for one in (*told, *recorded) if one.opportunity == its]


def _closed_at(facts: Facts) -> dict[OpportunityId, datetime]:
    """Opportunities whose only news is one closing decision of the user's, and when that was."""
    closing = (Outcome.REJECTION, Outcome.WITHDRAWN, Outcome.ACCEPTED, Outcome.NO_ANSWER)
    told = (ReplyClass.REJECTION, ReplyClass.OFFER, ReplyClass.NEXT_ROUND)
    news = Counter(one.opportunity for one in facts.history if isinstance(one, Decision))
    news.update(one.opportunity for one in facts.history if isinstance(one, Reply) and one.klass in told)
    news.update(
        its
        for one in facts.history
        if isinstance(one, LetterSent) and one.kind is LetterKind.WITHDRAWAL
        for its in OPPORTUNITIES
    )
    return {
        one.opportunity: one.at
        for one in facts.history
        if isinstance(one, Decision) and one.outcome in closing and news[one.opportunity] == 1
    }


@given(workspaces(), moments)
@LAW
def test_law_3_thank_yous_are_due_real_hours_after_the_end_in_any_zone(facts: Facts, now: datetime) -> None:
    ends = {one.id: one.end.astimezone(UTC) for one in facts.interviews}
    for step in planned(facts, now).steps:
        if step.rule is Rule.THANK_YOU and step.interview is not None:
            assert step.due is not None
            assert step.due.astimezone(UTC) - ends[step.interview] == timedelta(hours=48)


@given(workspaces(), moments, happening)
@LAW
def test_law_4_a_new_fact_never_unsends_and_never_doubles_a_step(
    facts: Facts, now: datetime, added: Happening
) -> None:
    before, after = planned(facts, now), planned(named(facts, added), now)
    assert _done(before) <= _done(after)
    keys = Counter(step.key for step in after.steps)
    assert not [key for key, count in keys.items() if count > 1]
    triples = Counter((step.interview, step.person, step.rule) for step in after.steps if step.interview)
    assert not [triple for triple, count in triples.items() if count > 1]


def _done(found: Plan) -> set[str]:
    """What is done for good; the week's aims begin anew each week, and an offer may be reopened."""
    once = (Act.WRITE, Act.CALL, Act.KEEP_PROMISE)
    return {step.key for step in found.steps if step.state is State.DONE and step.act in once}


@given(workspaces(), moments)
@LAW
def test_law_4_logging_a_waiting_letter_makes_it_done_and_opens_no_other(facts: Facts, now: datetime) -> None:
    found = planned(facts, now)
    waiting = [
        step for step in found.steps if step.letter is LetterKind.THANK_YOU and step.state is State.OPEN
    ]
    for step in waiting:
        assert step.person is not None
        sent = LetterSent(
            FactId("g"), now, LetterKind.THANK_YOU, step.person, step.opportunity, step.interview
        )
        after = planned(replace(facts, history=(*facts.history, sent)), now)
        assert next(one.state for one in after.steps if one.key == step.key) is State.DONE
        assert {one.key for one in after.steps} <= {one.key for one in found.steps}


@given(workspaces(), moments)
@LAW
def test_law_5_every_reason_is_one_sentence_that_names_a_fact(facts: Facts, now: datetime) -> None:
    found = planned(facts, now)
    every: list[Step | Dropped] = [*found.steps, *found.dropped]
    for one in every:
        assert one.reason.endswith(".")
        assert ". " not in one.reason, one.reason
        assert one.reason[0].isupper() or one.reason[0] == "“", one.reason
        assert any(character.isdigit() for character in one.reason) or _names(one.reason), one.reason


def _names(reason: str) -> bool:
    """Whether a reason that holds no date names a person, an opportunity or what the user did."""
    return any(word in reason for word in ("Luis Arango", "Ana", "Bo Li", "Fenwick", "You "))


@given(workspaces(), moments)
@LAW
def test_law_6_every_letter_the_rules_ask_for_is_a_step_or_is_listed_as_dropped(
    facts: Facts, now: datetime
) -> None:
    found = planned(facts, now)
    listed = {one.key for one in found.steps} | {one.key for one in found.dropped}
    for interview in facts.interviews:
        for one in interview.interviewers:
            assert f"thank_you:{interview.id}:{one}" in listed
    for one in {
        interview.opportunity for interview in facts.interviews if interview.status is InterviewStatus.PLANNED
    }:
        assert any(key.startswith(f"phone_call:{one}:") for key in listed)
    for step in found.steps:
        if step.state is State.CLOSED and step.act is Act.WRITE:
            assert step.key in {one.key for one in found.dropped}


@given(workspaces(), moments, st.integers(0, 60 * 24))
@LAW
def test_law_7_time_alone_invents_no_step(facts: Facts, now: datetime, hours: int) -> None:
    before, after = planned(facts, now), planned(facts, now + timedelta(hours=hours))
    known = {one.key for one in before.steps} | {one.key for one in before.dropped}
    assert {one.key for one in after.steps} | {one.key for one in after.dropped} <= known
    assert _done(before) == _done(after)
    order = [State.LATER, State.OPEN, State.LATE, State.CLOSED]
    states = {one.key: one.state for one in before.steps if one.rule is not Rule.JOB_HUNT}
    for step in after.steps:
        if step.key in states and step.state in order:
            assert order.index(states[step.key]) <= order.index(step.state)
