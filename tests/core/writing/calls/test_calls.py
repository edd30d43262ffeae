"""The call card: every branch speakable, nothing forbidden, a solution for what this person described."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from afterword.core.facts import (
    Case,
    FactId,
    OpportunityId,
    Outcome,
    Party,
    PersonId,
    Promise,
    Relation,
)
from afterword.core.writing.calls import (
    BRANCHES,
    VOICEMAIL_WORDS,
    _lines,
    call_card,
    call_json,
    earliest_call,
)
from afterword.core.writing.idea import Notes
from afterword.core.writing.letter import CallCard
from core.writing.gate.letters import build
from core.writing.kinds.told import Told, told_cases

CASES = told_cases()
#: How a solution is offered: never free of charge to the end, never as criticism.
OFFERED = (
    r"how I would (?:approach|go about|start)|where I would begin|some thoughts on it|say more about it|talk it through"
    r"|add something to my answer|what I would do|what worked there|steps that helped|how I went about it"
    r"|what I learned from that|how that was done"
)
each_case = pytest.mark.parametrize("told", CASES, ids=lambda told: told.name)


@cache
def card_of(name: str, notes: Notes = Notes.BOTH) -> CallCard:
    """The card of a case of the table, made once for all tests."""
    return call_card(next(told.case for told in CASES if told.name == name), notes=notes)


def bakery(**changes: object) -> Case:
    """Noor met Marta Iglesias of Rise & Shine Bakeries on Wednesday, 7 October 2026, at 14:00 in Chicago."""
    return replace(next(told.case for told in CASES if told.name == "bakery"), **changes)  # type: ignore[arg-type]


def promised(day: str) -> Promise:
    """The employer's promise to decide by a day."""
    at = datetime(2026, 10, 7, 20, tzinfo=ZoneInfo("UTC"))
    return Promise(
        FactId("p"), at, OpportunityId("o"), Party.EMPLOYER, "they decide", date.fromisoformat(day)
    )


@each_case
def test_the_one_who_answers_for_the_decision_is_called(told: Told) -> None:
    """Hiring manager, then executive, then recruiter; the earliest day follows rule C."""
    card = card_of(told.name)
    assert (card.to, card.not_before) == (told.callee, told.earliest)


@each_case
@pytest.mark.parametrize("notes", list(Notes))
def test_nothing_forbidden_is_said(told: Told, notes: Notes) -> None:
    """Not in any branch, whichever notes are read."""
    spoken = " ".join(card_of(told.name, notes).branches.values())
    assert [words for words in told.never if re.search(words, spoken, re.IGNORECASE)] == []


@each_case
def test_the_solution_is_for_something_this_person_described(told: Told) -> None:
    """A challenge first, else a project or plan, told beside a result or strength of the profile."""
    said = card_of(told.name).branches["not_yet"]
    if told.about:
        assert any(re.search(topic, said, re.IGNORECASE) for topic in told.about), said
        assert re.search(OFFERED, said), said


@each_case
def test_every_branch_can_be_spoken_as_written(told: Told) -> None:
    """Whole sentences, no slot left, nothing doubled, no abbreviation for the eye alone."""
    card = card_of(told.name)
    assert tuple(card.branches) == BRANCHES
    for said in card.branches.values():
        assert said
        assert said[0].isupper()
        assert said[-1] in ".?"
        assert not re.search(r"[{}\[\]/]|\.\.|  |\b(\w+) \1\b", said), said
        assert max(len(s.split()) for s in re.split(r"(?<=[.?])\s+", said)) <= 40, said


@each_case
def test_a_voicemail_takes_twenty_to_thirty_seconds(told: Told) -> None:
    """35 to 80 words; the name and, when there is one, the number are said twice."""
    said = card_of(told.name).branches["voicemail"]
    candidate = told.case.candidate
    assert len(said.split()) in VOICEMAIL_WORDS
    assert said.count(candidate.name.split(",")[0]) == 2
    assert said.count(candidate.phone) == 2 or not candidate.phone


@each_case
def test_the_card_is_the_same_every_time(told: Told) -> None:
    """Byte for byte."""
    assert card_of(told.name) == call_card(told.case)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("2026-11-20", "2026-11-23"),  # promised for a Friday: the Monday after
        ("2026-11-21", "2026-11-23"),  # a Saturday
        ("2026-11-22", "2026-11-23"),  # a Sunday
        ("2026-11-24", "2026-11-25"),  # a Tuesday: the next day
        ("2026-12-31", "2027-01-01"),
    ],
)
def test_a_promised_date_sets_the_earliest_call(due: str, expected: str) -> None:
    """The weekday after it; holidays are the plan's business."""
    assert earliest_call(bakery(promise=promised(due))) == expected


@pytest.mark.parametrize(
    ("end", "zone", "expected"),
    [
        ("2026-10-07T14:00:00-05:00", "America/Chicago", "2026-10-14"),
        ("2026-10-10T12:00:00-05:00", "America/Chicago", "2026-10-19"),  # a Saturday: the Monday after a week
        ("2026-10-07T23:30:00-05:00", "America/Chicago", "2026-10-14"),  # the 8th in UTC, the 7th in Chicago
        ("2026-10-08T00:30:00+00:00", "America/Chicago", "2026-10-14"),
    ],
)
def test_without_a_promise_the_call_waits_a_week(end: str, zone: str, expected: str) -> None:
    """Counted in the interview's own zone."""
    case = bakery(promise=None)
    meeting = replace(case.interview, end=datetime.fromisoformat(end), zone=zone)
    assert earliest_call(replace(case, interview=meeting)) == expected


def test_a_day_worked_out_elsewhere_is_kept() -> None:
    """Services compute it with holidays and history."""
    assert call_card(bakery(), not_before="2026-10-20").not_before == "2026-10-20"


def test_the_named_contact_goes_before_the_hiring_manager() -> None:
    """And a person who is not to be contacted is passed over."""
    case = next(told.case for told in CASES if told.name == "port")
    named = replace(case, opportunity=replace(case.opportunity, contact=PersonId("b")))
    assert call_card(named).to == "b"
    left = tuple(replace(p, do_not_contact=p.id == "a") for p in case.interviewers)
    assert call_card(replace(case, interviewers=left)).to == "b"


def test_what_one_person_said_is_not_told_to_another() -> None:
    """Ngozi's late ticket data never reaches Alasdair."""
    case = next(told.case for told in CASES if told.name == "panel")
    assert "ticket" not in " ".join(call_card(case).branches.values())


def test_without_a_note_the_card_offers_a_result_instead_of_inventing_a_challenge() -> None:
    """And says so in a note."""
    card = call_card(next(told.case for told in CASES if told.name == "nothing"))
    assert "kept thinking" not in card.branches["not_yet"]
    assert "call.nothing_to_offer" in {w.code for w in card.warnings}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"outcome": Outcome.REJECTION}, "call.closed"),
        ({"outcome": Outcome.NOT_YET}, ""),
    ],
)
def test_a_closed_opportunity_is_told(change: dict[str, object], code: str) -> None:
    """There is nothing left to ask."""
    found = {w.code for w in call_card(bakery(**change)).warnings}
    assert found == ({code} if code else set())


def test_an_unwelcome_call_is_told() -> None:
    """The status check by e-mail is the way then."""
    case = bakery()
    unwelcome = replace(case, opportunity=replace(case.opportunity, call_unwelcome=True))
    assert "call.unwelcome" in {w.code for w in call_card(unwelcome).warnings}


def test_without_anybody_on_record_there_is_no_card() -> None:
    """One sentence says what is missing."""
    card = call_card(bakery(interviewers=(), debriefs=()))
    assert card.branches == {}
    assert [w.code for w in card.warnings] == ["call.nobody"]


def test_the_answer_has_the_shape_other_programs_rely_on() -> None:
    """to, not_before, the nine branches, kept_out, warnings."""
    answer = call_json(call_card(bakery()))
    assert list(answer) == ["to", "not_before", "branches", "kept_out", "warnings"]
    assert answer["to"] == "a"
    assert set(answer["kept_out"][0]) == {"interviewer", "text", "code", "why"}  # type: ignore[index]


def test_dates_are_said_the_candidates_way() -> None:
    """October 7 to an American, 7 October elsewhere."""
    case = bakery()
    assert "on October 7 " in call_card(case).branches["open"]
    british = replace(case, candidate=replace(case.candidate, locale="en-GB"))
    assert "on 7 October " in call_card(british).branches["open"]


def test_a_recruiter_is_asked_about_the_client() -> None:
    """They do not decide themselves."""
    asked = card_of("agency").branches["ask"]
    assert "Loch Foods" in asked
    assert "you" not in asked.replace("Could you tell me", "").lower().split()


@pytest.mark.parametrize(
    ("held", "said"), [("on site", "We met on"), ("video", "We met on"), ("phone", "We spoke on")]
)
def test_a_telephone_interview_was_no_meeting(held: str, said: str) -> None:
    """Nobody was met on the telephone."""
    case = bakery()
    card = call_card(replace(case, interview=replace(case.interview, format=held)))
    assert said in card.branches["open"]


def test_a_peer_alone_is_called_when_nobody_else_was_met() -> None:
    """Better one person than none."""
    told = {
        "candidate": {"name": "Jo Field", "phone": "555-0199"},
        "company": "Marsh",
        "role": "Clerk",
        "met": "2026-10-06T15:00:00+00:00",
        "people": [{"id": "z", "name": "Ida Moss", "relation": str(Relation.PEER)}],
    }
    assert call_card(build(told)).to == "z"


def test_no_two_branches_are_one_text_with_a_hole() -> None:
    """At least six wordings of each branch, and of each way to offer a solution."""
    table = _lines()
    assert set(BRANCHES) - {"not_yet"} <= set(table)
    for branch, ranks in table.items():
        assert sum(len(rank) for rank in ranks) >= 6, branch
    assert all(len(rank) == 6 for rank in table["solution"])


def test_calls_of_different_cases_sound_different() -> None:
    """No opening or answer is heard in more than a third of the cases."""
    for branch in ("open", "someone_else", "moving_forward", "wrong_moment"):
        lines = Counter(_without_names(told, branch) for told in CASES)
        assert max(lines.values()) <= len(CASES) / 3, lines


def _without_names(told: Told, branch: str) -> str:
    """The first words of a branch, which no name has entered yet."""
    said = card_of(told.name).branches[branch]
    return re.sub(r"[A-Z][\w'.-]+(?: [A-Z][\w'.-]+)*", "N", said)[:34]


def test_a_name_of_several_words_is_said_once() -> None:
    """ "Hello Nguyễn Thị Mai … Thank you": nobody says a full name twice in one breath."""
    case = bakery()
    full = replace(case.interviewers[0], name="Nguyễn Thị Mai", greeting="Nguyễn Thị Mai")
    card = call_card(replace(case, interviewers=(full, *case.interviewers[1:])))
    assert all(said.count("Nguyễn Thị Mai") <= 1 for said in card.branches.values())


@pytest.mark.parametrize("outcome", [Outcome.REJECTION, Outcome.ACCEPTED, Outcome.WITHDRAWN])
def test_when_all_is_decided_there_is_nothing_to_say(outcome: Outcome) -> None:
    """The reason stands in the warnings."""
    card = call_card(bakery(outcome=outcome))
    assert card.branches == {}
    assert "call.closed" in {w.code for w in card.warnings}


@each_case
@pytest.mark.parametrize("notes", list(Notes))
def test_nobody_enjoys_hearing_about_a_problem(told: Told, notes: Notes) -> None:
    """A challenge is work to help with, never a pleasure to hear of."""
    said = " ".join(card_of(told.name, notes).branches.values())
    assert not re.search(r"(?:enjoyed|liked|good|glad) (?:hearing|to hear) about", said)


@pytest.mark.parametrize(
    ("notes", "offered"),
    [
        (
            [
                ["growth", "three wind farms join next year"],
                ["challenge", "landowner payments are checked by hand"],
            ],
            "landowner payments",
        ),
        ([["question", "asked how I caught a duplicate"], ["project", "Coupa goes live in April"]], "Coupa"),
        (
            [["challenge", "invoices go out on the 25th"], ["challenge", "partners edit drafts on paper"]],
            "drafts on paper",
        ),
        ([["team", "62 timekeepers"], ["project", "wants one chart of accounts"]], "chart of accounts"),
        (
            [
                ["question", "asked how I billed faster"],
                ["project", "a refresh of 900 supplier files by May"],
            ],
            "supplier files",
        ),
        ([["culture", "hates slides"], ["growth", "wants export sales at 30%"]], "30%"),
    ],
)
def test_a_challenge_is_offered_help_with_before_news_dates_and_questions(
    notes: list[list[str]], offered: str
) -> None:
    """Two notes of one person; the solution names the second."""
    told = {
        "candidate": {"name": "Jo Field", "strengths": ["billing"]},
        "company": "Marsh",
        "role": "Clerk",
        "met": "2026-10-06T15:00:00+00:00",
        "people": [{"id": "a", "name": "Ana Ruiz", "relation": "hiring_manager", "notes": notes}],
    }
    assert offered in call_card(build(told)).branches["not_yet"]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("market stall cash in tins. asked what i'd change on a bad day", "stall cash"),
        ("asked how i billed faster. VAT refresh of 400 files by june", "VAT refresh"),
    ],
)
def test_from_the_free_box_a_thing_of_the_business_comes_before_a_question(text: str, offered: str) -> None:
    told = {
        "candidate": {"name": "Jo Field", "strengths": ["billing"]},
        "company": "Marsh",
        "role": "Clerk",
        "met": "2026-10-06T15:00:00+00:00",
        "people": [{"id": "a", "name": "Ana Ruiz", "relation": "hiring_manager", "free_text": text}],
    }
    assert offered in call_card(build(told)).branches["not_yet"]


def test_what_could_not_be_read_whole_is_offered_by_its_subject_alone() -> None:
    told = {
        "candidate": {"name": "Jo Field"},
        "company": "Marsh",
        "role": "Clerk",
        "met": "2026-10-06T15:00:00+00:00",
        "people": [
            {
                "id": "a",
                "name": "Ana Ruiz",
                "relation": "hiring_manager",
                "free_text": "each its own LLC = 140 bank recs!!",
            }
        ],
    }
    assert "bank reconciliations" in call_card(build(told)).branches["not_yet"]


@pytest.mark.parametrize(
    "note",
    [
        ["question", "asked about my notice period"],
        ["challenge", "her own tax return is late"],
        ["team", "five people"],
        ["project", "wants someone by January"],
        ["culture", "wants reviewers who write neatly by January"],
        ["culture", "hates long notices"],
    ],
)
def test_nobodys_own_matter_is_offered_help_with(note: list[str]) -> None:
    told = {
        "candidate": {"name": "Jo Field", "achievements": ["Cut the close from nine days to six"]},
        "company": "Marsh",
        "role": "Clerk",
        "met": "2026-10-06T15:00:00+00:00",
        "people": [{"id": "a", "name": "Ana Ruiz", "relation": "hiring_manager", "notes": [note]}],
    }
    said = call_card(build(told)).branches["not_yet"]
    assert "cut the close from nine days to six" in said
    assert not re.search(r"notice|tax|people|January", said)
