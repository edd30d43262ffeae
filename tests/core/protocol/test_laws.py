"""The seven laws of the protocol, over generated histories (docs/spec/protocol.md ends with them)."""

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.core.facts import (
    Call,
    CallResult,
    Candidate,
    Decision,
    FactId,
    Facts,
    Happening,
    Interview,
    InterviewId,
    InterviewStatus,
    LetterKind,
    LetterSent,
    Opportunity,
    OpportunityId,
    Outcome,
    Override,
    Party,
    Person,
    PersonId,
    Promise,
    Relation,
    Reply,
    ReplyClass,
    Skipped,
    Touch,
    TouchKind,
)
from afterword.core.protocol import default_playbook, plan
from afterword.core.protocol.plan_json import plan_json
from afterword.core.protocol.steps import Act, Dropped, Plan, Rule, State, Step

START = datetime(2026, 10, 19, 13, 0, tzinfo=UTC)  # the weeks that follow hold both autumn clock changes
PEOPLE = [PersonId(f"p{number}") for number in range(4)]
OPPORTUNITIES = [OpportunityId(f"o{number}") for number in range(3)]
INTERVIEWS = [InterviewId(f"i{number}") for number in range(4)]
ZONES = ["", "America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Sydney", "No/Where"]

moments = st.integers(0, 24 * 50 * 2).map(lambda halves: START + timedelta(minutes=30 * halves))
days = st.none() | st.integers(0, 60).map(lambda days: date(2026, 10, 19) + timedelta(days=days))
who, where, when = st.sampled_from(PEOPLE), st.sampled_from(OPPORTUNITIES), moments
no_id = st.just(FactId("?"))
person = st.builds(
    Person, id=st.just(PersonId("?")), name=st.sampled_from(["Luis Arango", "Ana", "Bo Li"]),
    relation=st.sampled_from(Relation), email=st.sampled_from(["", "x@work.example"]), zone=st.sampled_from(ZONES),
    country=st.sampled_from(["", "US", "IL"]), cadence_days=st.none() | st.integers(1, 40), next_touch=days,
    do_not_contact=st.sampled_from([False, False, False, True]),
)  # fmt: skip
opportunity = st.builds(
    Opportunity, id=st.just(OpportunityId("?")), company=st.just("Fenwick"), role=st.just("Accountant"),
    contact=st.none() | who, recruiter=st.none() | who, applied_on=days, call_unwelcome=st.booleans(),
)  # fmt: skip
happening = st.one_of(
    st.builds(
        LetterSent, no_id, when, st.sampled_from(LetterKind), who, st.none() | where,
        st.none() | st.sampled_from(INTERVIEWS),
    ),
    st.builds(Reply, no_id, when, where, st.sampled_from(ReplyClass), st.none() | who, days),
    st.builds(Call, no_id, when, where, who, st.sampled_from(CallResult), days),
    st.builds(Decision, no_id, when, where, st.sampled_from(Outcome)),
    st.builds(Promise, no_id, when, where, st.sampled_from(Party), st.just("send word"), days, st.booleans()),
    st.builds(Touch, no_id, when, who, st.sampled_from(TouchKind)),
    st.builds(Override, no_id, when, where, who, st.just("they asked")),
    st.builds(Skipped, no_id, when, st.sampled_from(["thank_you:i0:p0", "phone_call:o0:1"]), st.just("no")),
)  # fmt: skip


@st.composite
def interviews(draw: st.DrawFn, its: InterviewId) -> Interview:
    """One to three people, up to three hours, in any of the zones."""
    zone = draw(st.sampled_from(ZONES))
    start = draw(moments)
    end = start + timedelta(minutes=draw(st.sampled_from([30, 60, 180])))
    shown = ZoneInfo(zone) if zone not in ("", "No/Where") else UTC
    return Interview(
        id=its,
        opportunity=draw(where),
        start=start.astimezone(shown),
        end=end.astimezone(shown),
        zone=zone,
        interviewers=tuple(draw(st.lists(who, min_size=1, max_size=3, unique=True))),
        status=draw(st.sampled_from([InterviewStatus.PLANNED] * 4 + [InterviewStatus.CANCELLED])),
    )


@st.composite
def workspaces(draw: st.DrawFn) -> Facts:
    """Four people, three opportunities, up to four interviews, up to ten happenings."""
    history = draw(st.lists(happening, max_size=10))
    return Facts(
        candidate=Candidate(name="Odile Marsh", zone=draw(st.sampled_from(ZONES))),
        people=tuple(replace(draw(person), id=its) for its in PEOPLE),
        opportunities=tuple(replace(draw(opportunity), id=its) for its in OPPORTUNITIES),
        interviews=tuple(draw(interviews(its)) for its in INTERVIEWS[: draw(st.integers(0, 4))]),
        history=tuple(replace(one, id=FactId(f"f{number:02d}")) for number, one in enumerate(history)),
    )


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
