"""Case files: one interview as JSON becomes the records letters and plans are made from."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.core.errors import BadInput
from afterword.core.facts import (
    Call,
    CallResult,
    Decision,
    LetterKind,
    LetterSent,
    Origin,
    Outcome,
    Override,
    Party,
    PointKind,
    Promise,
    Relation,
    Reply,
    ReplyClass,
    Touch,
)
from afterword.core.reading.casefile import CaseFile, read_case

ZONE = "America/Chicago"


def case(**parts: object) -> dict[str, object]:
    """A complete small case, with parts replaced."""
    return {
        "candidate": {"name": "Ines Vogel", "zone": ZONE},
        "opportunity": {"company": "Alder Mills", "role": "Cost Accountant"},
        "interview": {"date": "2026-11-12"},
        "interviewers": [{"id": "a", "name": "Tom Reyes", "relation": "hiring_manager"}],
        **parts,
    }


def codes(read: CaseFile) -> list[str]:
    return [finding.code for finding in read.findings]


def test_a_complete_case_has_no_findings() -> None:
    read = read_case(case())
    assert read.findings == ()
    assert read.case.opportunity.company == "Alder Mills"
    assert read.case.interviewers[0].relation is Relation.HIRING_MANAGER
    assert read.case.interview.interviewers == ("a",)
    assert read.facts.people == read.case.interviewers


@pytest.mark.parametrize(
    ("interview", "start", "end", "guessed"),
    [
        ({"date": "2026-11-12"}, "2026-11-12T16:00-06:00", "2026-11-12T17:00-06:00", True),
        ({"end": "2026-11-12"}, "2026-11-12T16:00-06:00", "2026-11-12T17:00-06:00", True),
        (
            {"start": "2026-11-12T10:00-05:00", "end": "2026-11-12T10:45-05:00"},
            "2026-11-12T10:00-05:00",
            "2026-11-12T10:45-05:00",
            False,
        ),
        ({"start": "2026-11-12T15:00:00Z"}, "2026-11-12T15:00Z", "2026-11-12T16:00Z", True),
        ({"end": "2026-11-12T15:00:00Z"}, "2026-11-12T14:00Z", "2026-11-12T15:00Z", False),
        (
            {"start": "2026-07-01T10:00", "end": "2026-07-01T11:00", "zone": "Europe/London"},
            "2026-07-01T10:00+01:00",
            "2026-07-01T11:00+01:00",
            False,
        ),
        (
            {"start": "2026-11-12T15:00Z", "end": "2026-11-12T14:00Z"},
            "2026-11-12T15:00Z",
            "2026-11-12T16:00Z",
            True,
        ),
    ],
)
def test_the_interview_ends_when_the_file_says_or_at_a_marked_guess(
    interview: dict[str, str], start: str, end: str, guessed: bool
) -> None:
    read = read_case(case(interview=interview)).case.interview
    assert (read.start, read.end) == (datetime.fromisoformat(start), datetime.fromisoformat(end))
    assert read.end_guessed is guessed
    assert read.zone == interview.get("zone", ZONE)


@pytest.mark.parametrize(
    ("candidate", "argument", "zone", "code"),
    [
        ({"zone": ZONE}, "Europe/Paris", ZONE, None),
        ({}, "Europe/Paris", "Europe/Paris", None),
        ({}, "", "UTC", "zone.missing"),
        ({"zone": "Middle Earth"}, "Europe/Paris", "Europe/Paris", "zone.unknown"),
        ({"zone": "../../etc/passwd"}, "", "UTC", "zone.unknown"),
    ],
)
def test_days_are_read_in_the_candidates_zone_then_the_callers_then_utc(
    candidate: dict[str, str], argument: str, zone: str, code: str | None
) -> None:
    read = read_case(case(candidate={"name": "Ines", **candidate}), zone=argument)
    assert read.case.candidate.zone == read.case.interview.zone == zone
    assert (code is None) == (codes(read) == [])
    assert code is None or code in codes(read)


@pytest.mark.parametrize("data", [None, [], "text", 3, {}, {"candidate": {"name": "x"}}, case(interview={})])
def test_only_what_holds_no_interview_date_at_all_is_refused(data: object) -> None:
    with pytest.raises(BadInput):
        read_case(data)


def test_unknown_relations_and_kinds_are_kept_as_other_and_culture_with_findings() -> None:
    read = read_case(
        case(
            interviewers=[{"name": "Tom", "relation": "grand vizier"}],
            debrief=[{"interviewer": "i1", "points": [{"kind": "weather", "text": "it rained"}]}],
        )
    )
    assert read.case.interviewers[0].relation is Relation.OTHER
    assert read.case.debriefs[0].points[0].kind is PointKind.CULTURE
    assert codes(read) == ["relation.unknown", "kind.unknown"]


def test_people_without_ids_are_numbered_and_nobody_is_lost_to_a_doubled_id() -> None:
    read = read_case(case(interviewers=[{"name": "A"}, {"name": "B"}, {"id": "i1", "name": "C"}, "Dee Four"]))
    assert [(p.id, p.name) for p in read.case.interviewers] == [
        ("i1", "A"),
        ("i2", "B"),
        ("i3", "C"),
        ("i4", "Dee Four"),
    ]
    assert "person.twice" in codes(read)


def test_an_interviewer_works_at_the_company_but_an_agency_recruiter_does_not() -> None:
    people = [{"name": "A", "relation": "peer"}, {"name": "B", "relation": "recruiter"}]
    read = read_case(case(interviewers=people))
    assert [p.company for p in read.case.interviewers] == ["Alder Mills", ""]


def test_points_keep_their_order_and_what_must_not_be_mentioned() -> None:
    points = [
        {"kind": "growth", "text": "two new plants"},
        {"kind": "next", "text": "CFO round", "mention": False},
        "they like quiet mornings",
        {"kind": "team", "text": "  "},
    ]
    read = read_case(case(debrief=[{"points": points, "free_text": "raw\nnotes"}]))
    debrief = read.case.debriefs[0]
    assert debrief.interviewer == "a"
    assert debrief.free_text == "raw\nnotes"
    assert [(p.kind.value, p.text, p.mention) for p in debrief.points] == [
        ("growth", "two new plants", True),
        ("next_step", "CFO round", False),
        ("culture", "they like quiet mornings", True),
    ]


@pytest.mark.parametrize(
    ("decision", "due", "text"),
    [
        ({"promised_date": "2026-11-20", "said": "by the 20th"}, date(2026, 11, 20), "by the 20th"),
        ({"promised_date": "2026-11-20"}, date(2026, 11, 20), "2026-11-20"),
        ({"promised_date": None, "said": "she will call"}, None, "she will call"),
    ],
)
def test_the_promised_date_is_the_employers_promise_at_the_interviews_end(
    decision: dict[str, str], due: date | None, text: str
) -> None:
    read = read_case(case(decision=decision))
    promise = read.case.promise
    assert promise is not None
    assert (promise.by, promise.due, promise.text) == (Party.EMPLOYER, due, text)
    assert promise.at == read.case.interview.end
    assert promise in read.facts.history


def test_a_date_that_was_only_said_is_suggested_and_not_taken() -> None:
    read = read_case(case(decision={"promised_date": None, "said": "by the 20th"}))
    assert read.case.promise is not None
    assert read.case.promise.due is None
    assert [(finding.code, finding.fixes) for finding in read.findings] == [("promise.said", ("2026-11-20",))]


@pytest.mark.parametrize("decision", [None, {}, {"promised_date": None, "said": "-"}, {"said": ""}])
def test_nothing_said_is_no_promise(decision: object) -> None:
    read = read_case(case(decision=decision))
    assert read.case.promise is None
    assert read.facts.history == ()


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("rejected", Outcome.REJECTION),
        ("rejection", Outcome.REJECTION),
        ("offer", Outcome.OFFER),
        ("next round", Outcome.NEXT_ROUND),
        ("accepted", Outcome.ACCEPTED),
        ("ghosted", Outcome.NO_ANSWER),
    ],
)
def test_a_decided_outcome_is_a_decision(said: str, outcome: Outcome) -> None:
    read = read_case(case(outcome=said, decision={"decided_on": "2026-11-19"}))
    decision = read.facts.history[-1]
    assert isinstance(decision, Decision)
    assert (decision.outcome, decision.at.date()) == (outcome, date(2026, 11, 19))
    assert read.case.outcome is outcome


@pytest.mark.parametrize("said", ["pending", "", None, "waiting"])
def test_a_pending_outcome_is_no_decision(said: str | None) -> None:
    read = read_case(case(outcome=said))
    assert read.case.outcome is Outcome.NOT_YET
    assert read.facts.history == ()


@pytest.mark.parametrize(
    ("promised", "now", "taken"),
    [
        ("2026-11-20", None, "2026-11-20"),
        ("2026-11-20", "2026-11-18", "2026-11-18"),
        (None, None, "2026-11-12"),
    ],
)
def test_an_outcome_without_a_day_is_dated_to_the_promise_never_past_now(
    promised: str | None, now: str | None, taken: str
) -> None:
    clock = datetime.fromisoformat(now + "T12:00+00:00") if now else None
    read = read_case(case(outcome="rejected", decision={"promised_date": promised}), now=clock)
    decision = read.facts.history[-1]
    assert isinstance(decision, Decision)
    assert decision.at.date().isoformat() == taken
    assert "outcome.undated" in codes(read)


def test_history_entries_become_facts() -> None:
    history = [
        {"at": "2026-11-13T09:00-06:00", "what": "letter_sent", "kind": "thank_you", "to": "a"},
        {"at": "2026-11-13T15:00:00Z", "what": "reply", "from": "Tom Reyes", "class": "ack"},
        {
            "at": "2026-11-20T10:00-06:00",
            "what": "call",
            "to": "a",
            "result": "not_yet",
            "check_back": "2026-11-27",
        },
        {
            "at": "2026-11-20T10:05-06:00",
            "what": "promise",
            "by": "employer",
            "text": "by Friday",
            "due": "2026-11-27",
        },
        {"at": "2026-11-21", "what": "touch", "person": "a", "kind": "met"},
        {"at": "2026-11-22T08:00Z", "what": "override", "person": "a", "reason": "he asked me to"},
        {"at": "2026-11-28T08:00Z", "what": "outcome", "outcome": "rejection"},
    ]
    read = read_case(case(history=history, decision={"promised_date": "2026-11-18"}))
    promised, sent, reply, call, again, touch, override, decided = read.facts.history
    assert isinstance(promised, Promise)
    assert isinstance(sent, LetterSent)
    assert (sent.kind, sent.to, sent.interview) == (LetterKind.THANK_YOU, "a", read.case.interview.id)
    assert isinstance(reply, Reply)
    assert (reply.klass, reply.sender, reply.at) == (
        ReplyClass.ACK,
        "a",
        datetime(2026, 11, 13, 15, tzinfo=UTC),
    )
    assert isinstance(call, Call)
    assert (call.result, call.check_back) == (CallResult.NOT_YET, date(2026, 11, 27))
    assert again == read.case.promise
    assert isinstance(touch, Touch)
    assert touch.at.hour == 17
    assert isinstance(override, Override)
    assert isinstance(decided, Decision)
    assert read.case.outcome is Outcome.REJECTION
    assert codes(read) == ["history.day"]


@pytest.mark.parametrize(
    "entry",
    [
        {"what": "call", "to": "a", "result": "voicemail"},
        {"at": "yesterday", "what": "call", "to": "a"},
        {"at": "2026-11-13T09:00Z", "what": "fireworks"},
        "a line of text",
    ],
)
def test_an_unreadable_entry_is_left_out_and_said_so(entry: object) -> None:
    read = read_case(case(history=[entry]))
    assert read.facts.history == ()
    assert codes(read) == ["history.unreadable"]


def test_a_reply_of_a_stranger_has_no_sender_and_a_letter_to_a_stranger_is_left_out() -> None:
    history = [
        {"at": "2026-11-13T09:00Z", "what": "reply", "from": "careers desk", "class": "ack"},
        {"at": "2026-11-13T09:00Z", "what": "letter_sent", "kind": "thank_you", "to": "nobody"},
    ]
    read = read_case(case(history=history))
    assert [getattr(fact, "sender", "?") for fact in read.facts.history] == [None]
    assert codes(read) == ["history.nobody"]


def test_a_connection_keeps_where_it_was_found() -> None:
    read = read_case(
        case(connections=[{"person": "a", "kind": "school", "text": "Ohio State", "source": "X"}])
    )
    assert read.case.connections[0].source.origin is Origin.TWITTER
    assert read.facts.connections == read.case.connections


def test_a_case_may_come_wrapped_with_its_id_and_locale() -> None:
    read = read_case({"id": "K7", "locale": "en-GB", "input": case()})
    assert read.case.candidate.locale == "en-GB"


FIELDS = ("id", "name", "zone", "at", "what", "points", "text", "kind", "person", "promised_date")
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["2026-11-12"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=3),
    max_leaves=6,
)
PARTS = (
    "candidate",
    "opportunity",
    "interviewers",
    "debrief",
    "decision",
    "outcome",
    "history",
    "connections",
)


@settings(max_examples=100)
@given(st.dictionaries(st.sampled_from(PARTS), json_values))
def test_whatever_else_is_broken_a_dated_interview_is_read(parts: dict[str, object]) -> None:
    read = read_case(case(**parts))
    assert read.case.interview.end.tzinfo is not None
    assert {person.id for person in read.case.interviewers} == set(read.case.interview.interviewers)


def test_reading_the_same_file_twice_gives_the_same_facts() -> None:
    assert read_case(case()) == read_case(case())


def test_the_example_of_the_reference_page_is_read_whole() -> None:
    page = (Path(__file__).parents[3] / "docs" / "reference" / "case-file.md").read_text("utf-8")
    example = json.loads(page.split("```json\n")[1].split("```")[0])
    read = read_case(example)
    assert read.findings == ()
    assert not read.case.interview.end_guessed
    assert [point.mention for point in read.case.debriefs[0].points] == [True, True, False]
    assert len(read.facts.history) == 2
