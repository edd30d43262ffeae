"""A plan derived with an earlier one at hand is the plan derived from nothing, and says how long it stands."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.core.facts import (
    CallResult,
    Candidate,
    FactId,
    Facts,
    LetterKind,
    Outcome,
    Relation,
    ReplyClass,
)
from afterword.core.protocol import Derived, default_playbook, derive, plan
from afterword.core.protocol.indexing import open_ledger
from afterword.core.protocol.ledger import Ledger
from afterword.core.protocol.plan_json import plan_json
from afterword.core.protocol.reindexing import reopen
from afterword.core.protocol.steps import Dropped, Plan, Step
from core.protocol.build import World, at
from core.protocol.histories import (
    INTERVIEWS,
    OPPORTUNITIES,
    PEOPLE,
    ZONES,
    happening,
    interviews,
    moments,
    opportunity,
    person,
    workspaces,
)

LAW = settings(max_examples=100, deadline=None)
NOW = at("2026-11-12 12:00")
LEDGER = [one.name for one in fields(Ledger) if one.name not in ("now", "places")]
INSTANT = timedelta(microseconds=1)


@st.composite
def changed(draw: st.DrawFn, facts: Facts, number: int) -> Facts:
    """The facts with one of them added, taken away or put in place of another."""
    part = draw(st.sampled_from(["happened", "retracted", "person", "opportunity", "interview", "zone"]))
    if part == "happened":
        return replace(facts, history=(*facts.history, replace(draw(happening), id=FactId(f"g{number}"))))
    if part == "retracted" and facts.history:
        gone = draw(st.sampled_from(facts.history))
        return replace(facts, history=tuple(one for one in facts.history if one is not gone))
    if part == "person":
        now_known = replace(draw(person), id=draw(st.sampled_from(PEOPLE)))
        return replace(facts, people=_put(facts.people, now_known))
    if part == "opportunity":
        edited = replace(draw(opportunity), id=draw(st.sampled_from(OPPORTUNITIES)))
        return replace(facts, opportunities=_put(facts.opportunities, edited))
    if part == "interview":
        moved = draw(st.sampled_from(INTERVIEWS).flatmap(interviews))
        return replace(facts, interviews=_put(facts.interviews, moved))
    return replace(facts, candidate=Candidate(name="Odile Marsh", zone=draw(st.sampled_from(ZONES))))


def _put(records, record):  # type: ignore[no-untyped-def]
    """A record in place of the one with its id, or added."""
    return (*(one for one in records if one.id != record.id), record)


@st.composite
def later(draw: st.DrawFn, now: datetime, known: Derived) -> datetime:
    """Another moment: at the end of what stands, just before it, or anywhere, the past included."""
    return draw(
        st.sampled_from([known.held.until, known.held.until - INSTANT])
        | st.timedeltas(timedelta(days=-2), timedelta(days=9)).map(lambda span: now + span)
        | moments
    )


def derived(facts: Facts, now: datetime, earlier: Derived | None = None) -> Derived:
    return derive(facts, playbook=default_playbook(), now=now, earlier=earlier)


def fresh(facts: Facts, now: datetime) -> Plan:
    return plan(facts, playbook=default_playbook(), now=now)


@given(workspaces(), moments, st.data())
@LAW
def test_a_plan_derived_again_is_the_plan_derived_anew(
    facts: Facts, now: datetime, data: st.DataObject
) -> None:
    """Up to eight turns: a fact changes, or the clock moves, in any order."""
    known = derived(facts, now)
    for turn in range(data.draw(st.integers(1, 8))):
        if data.draw(st.booleans()):
            facts = data.draw(changed(facts, turn))
        else:
            now = data.draw(later(now, known))
        known = derived(facts, now, known)
        assert plan_json(known.plan) == plan_json(fresh(facts, now))


@given(workspaces(), st.data())
@LAW
def test_an_index_brought_up_to_date_is_the_index_made_anew(facts: Facts, data: st.DataObject) -> None:
    """Up to eight facts change, one after the other."""
    ledger = open_ledger(facts, playbook=default_playbook(), now=NOW)
    for turn in range(data.draw(st.integers(1, 8))):
        after = data.draw(changed(facts, turn))
        ledger = reopen(ledger, facts, after, now=NOW)
        facts = after
        anew = open_ledger(facts, playbook=default_playbook(), now=NOW)
        for part in LEDGER:
            assert getattr(ledger, part) == getattr(anew, part), part


@given(workspaces(), moments, st.floats(0, 1))
@LAW
def test_nothing_in_a_plan_changes_before_the_moment_it_names(
    facts: Facts, now: datetime, share: float
) -> None:
    known = derived(facts, now)
    assert known.held.until > now
    last = known.held.until - INSTANT
    for moment in (now + share * (last - now), last):
        assert plan_json(fresh(facts, moment)) == plan_json(known.plan)


# ---------------------------------------------------------------- what an answer rests on


def five_opportunities() -> World:
    """Luis on A, B and D (where no calls are welcome) a week ago; a kind word of Bo's on B.

    On C Cy, whose address is missing, and Dee, who decides; on E Fay, who was written to this morning.
    """
    w = World()
    for who in ("luis", "dee", "eve", "fay"):
        w.person(who)
    w.person("bo", Relation.HR)
    w.person("cy", Relation.PEER, email="")
    w.opportunity("c", contact="dee")
    w.opportunity("d", call_unwelcome=True)
    for its, who, end in (
        ("a", "luis", "2026-11-10 16:00"), ("b", "luis", "2026-11-10 17:00"), ("c", "cy", "2026-11-18 17:00"),
        ("d", "luis", "2026-11-10 18:00"), ("e", "fay", "2026-11-10 12:00"),
    ):  # fmt: skip
        w.interview(who, its=f"i{its}", of=its, end=end)
    w.sent("2026-11-10 18:00", "luis", of="a", its="ia")
    w.sent("2026-11-10 18:00", "eve", LetterKind.CONNECTION_NOTE, of="c")
    w.sent("2026-11-19 09:00", "fay", LetterKind.CONNECTION_NOTE, of="e")
    w.reply("2026-11-09 10:00", ReplyClass.ACK, "bo", of="b")
    return w


def rename(who: str) -> Callable[[World], object]:
    """Somebody's name is put right."""

    def act(w: World) -> None:
        people = tuple(replace(one, name="Renamed") if one.id == who else one for one in w.facts.people)
        w.facts = replace(w.facts, people=people)

    return act


NOON = "2026-11-19 12:00"


@pytest.mark.parametrize(
    ("happens", "where"),
    [
        (lambda w: w.sent("2026-11-19 11:00", "luis", LetterKind.CONNECTION_NOTE, of="a"), "phone_call:b:1"),
        (lambda w: w.call("2026-11-19 11:00", "luis", CallResult.NOT_YET, of="a"), "phone_call:b:1"),
        (lambda w: w.reply("2026-11-11 09:00", ReplyClass.BOUNCE, of="a"), "find_address:d:luis"),
        (lambda w: w.outcome("2026-11-12 09:00", Outcome.ACCEPTED, of="a"), "phone_call:b:1"),
        (lambda w: w.skip("2026-11-19 09:00", "thank_you:ic:cy"), "find_address:c:cy"),
        (lambda w: w.override("2026-11-19 10:00", "fay", of="e"), "phone_call:e:1"),
        (rename("luis"), "phone_call:b:1"),
        (rename("bo"), "connection_note:bo"),
        (rename("eve"), "connection_note:eve"),
        (rename("dee"), "phone_call:c:1"),
    ],
    ids=["a letter", "a call", "a bounce", "an acceptance", "a skip", "an override", "an interviewer's name", "a sender's name",
         "a recipient's name", "a contact's name"],
)  # fmt: skip
def test_what_happens_is_seen_wherever_it_matters(happens: Callable[[World], object], where: str) -> None:
    """A thing about somebody or on opportunity A, and the entry it changes, mostly on another opportunity."""
    w = five_opportunities()
    now = at(NOON)
    known = derived(w.facts, now)
    happens(w)
    again = derived(w.facts, now, known)
    assert plan_json(again.plan) == plan_json(fresh(w.facts, now))
    assert entries(again.plan, where) != entries(known.plan, where)


def entries(found: Plan, key: str) -> list[Step | Dropped]:
    """What a plan says under a key."""
    return [one for one in (*found.steps, *found.dropped) if one.key == key]
