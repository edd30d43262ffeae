"""Generated histories for the laws: four people, three opportunities, and whatever may happen between them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from afterword.core.facts import (
    Call,
    CallResult,
    Candidate,
    Decision,
    FactId,
    Facts,
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
