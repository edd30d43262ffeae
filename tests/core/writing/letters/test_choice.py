"""What a letter chooses to say: the question about a result first, likeness only where there is some, promises kept."""

import re
from dataclasses import replace

import pytest

from afterword.core.facts import Candidate, Case, Employment, Point, PointId, PointKind, Relation
from afterword.core.writing.draft import draft_letters
from afterword.core.writing.english import locale_of
from afterword.core.writing.letter import SourceFrom
from core.writing.notes.cases import one_note

LIKENESS = re.compile(
    r"similar|familiar|close to my own|the same|I thought of|know this work|reminded|took me back|that experience to use"
)


def case(*points: tuple[str, str], relation: Relation = Relation.HIRING_MANAGER, **candidate: object) -> Case:
    """A case with one interviewer, typed points, and one result: the close cut from nine days to six."""
    plain = one_note("", kind="team")
    typed = tuple(Point(PointId(str(n)), PointKind(kind), text) for n, (kind, text) in enumerate(points))
    return replace(
        plain,
        candidate=replace(plain.candidate, **candidate),  # type: ignore[arg-type]
        interviewers=(replace(plain.interviewers[0], relation=relation),),
        debriefs=(replace(plain.debriefs[0], points=typed),),
    )


def body(made: Case) -> str:
    return draft_letters(made).letters[0].body


def test_a_question_about_the_result_is_answered_with_it() -> None:
    made = case(
        ("team", "six people"), ("question", "asked how I cut the close"), ("project", "a new portal in May")
    )
    letter = draft_letters(made).letters[0]
    told = " ".join(s.text for s in letter.sentences[:3])
    assert "how I cut the close" in told
    assert "nine days to six" in told


@pytest.mark.parametrize("note", ["the close takes twelve days", "month end runs to day ten"])
def test_a_result_on_the_same_subject_is_told_with_the_point(note: str) -> None:
    letter = draft_letters(case(("challenge", note), ("culture", "there is a choir"))).letters[0]
    places = [n for n, s in enumerate(letter.sentences) if "nine days to six" in s.text]
    assert places
    assert places[0] <= 2


@pytest.mark.parametrize(
    "note", ["vendor statements never match", "hedging is new to them", "31 grants", "truck fuel cards"]
)
def test_no_likeness_is_claimed_where_there_is_none(note: str) -> None:
    letter = draft_letters(case(("challenge", note), strengths=())).letters[0]
    proof = [s for s in letter.sentences if any(x.origin is SourceFrom.PROFILE for x in s.sources)]
    assert proof
    assert not any(LIKENESS.search(s.text) for s in proof), letter.body


def test_a_strength_that_answers_nothing_stays_out() -> None:
    points = (
        ("challenge", "the close takes twelve days for eleven entities in three countries"),
        ("question", "asked how I would get plant managers to send their accruals before the weekend"),
        ("connection", "we both rowed in Galway"),
    )
    made = case(*points, achievements=(), strengths=("grant reporting",))
    assert "grant reporting" not in body(made)


def test_a_strength_that_answers_the_question_stands_beside_it() -> None:
    made = case(
        ("challenge", "the close takes twelve days"),
        ("question", "asked how I handle angry vendors"),
        strengths=("vendor calls",),
    )
    told = [s.text for s in draft_letters(made).letters[0].sentences if "vendor calls" in s.text]
    assert told
    assert "angry vendors" in told[0]


def test_colleagues_are_not_told_of_results_that_answer_nothing() -> None:
    points = (("challenge", "three inboxes for invoices"), ("culture", "a choir at lunch"))
    assert "nine days to six" not in body(case(*points, relation=Relation.PEER))
    assert "nine days to six" in body(case(*points))


@pytest.mark.parametrize(
    "note", ["the resin price doubled", "agency spend tripled", "two customers are 70% of sales"]
)
def test_nobody_is_excited_by_a_cost(note: str) -> None:
    assert "excit" not in body(case(("growth", note)))


def test_a_hospice_is_no_company() -> None:
    made = case(("growth", "opening two more hospices by 2029"))
    made = replace(made, opportunity=replace(made.opportunity, company="Larch Hospices", industry="charity"))
    assert "growing company" not in body(made)


def test_a_promise_of_the_candidate_is_kept_in_the_close() -> None:
    made = case(
        ("challenge", "the close takes twelve days"),
        ("next_step", "I promised to send her my checklist by Friday"),
    )
    letter = draft_letters(made).letters[0]
    promise = [s for s in letter.sentences if s.move == "promise"]
    assert promise
    assert re.search(r"I will send you my checklist by Friday", promise[0].text)


@pytest.mark.parametrize(
    "role", ["IT Audit Manager", "Accountant", "Senior Manager, Group Treasury and Insurance (EMEA)"]
)
@pytest.mark.parametrize(
    "company", ["Northstar Title", "The Very Long Name of a Mutual Insurance and Pension Society"]
)
@pytest.mark.parametrize(
    "relation", [Relation.HIRING_MANAGER, Relation.PEER, Relation.HR, Relation.EXECUTIVE]
)
def test_every_letter_thanks_and_names_the_role_and_the_company(
    role: str, company: str, relation: Relation
) -> None:
    made = case(("challenge", "the close takes twelve days"), ("culture", "they sing"), relation=relation)
    text = body(replace(made, opportunity=replace(made.opportunity, role=role, company=company)))
    assert role in text
    assert company in text
    assert re.search(r"[Tt]hank|grateful|enjoyed talking|good to talk|good to meet|pleasure to talk", text)
    assert len(text.split()) >= 50


def test_nothing_is_said_twice_in_one_letter() -> None:
    made = case(
        ("challenge", "sales writes side letters"),
        ("question", "asked how I would get sales to stop writing side letters"),
    )
    assert body(made).count("side letters") == 1


def test_a_step_is_named_once() -> None:
    made = case(("next_step", "an Excel test on Friday, decision by 4 December"), relation=Relation.HR)
    assert body(made).count("4 December") == 1


def test_beside_typed_points_the_free_text_adds_only_what_is_sure() -> None:
    made = case(("challenge", "the close takes twelve days"))
    made = replace(made, debriefs=(replace(made.debriefs[0], free_text="dana. zzyx thing. the ignore"),))
    assert not re.search(r"zzyx|ignore", body(made))


@pytest.mark.parametrize(
    ("employers", "words"),
    [
        ((Employment("Rowan Dairy"),), "rowan dairy"),
        ((Employment("", "Freelance bookkeeper"),), "as a freelance bookkeeper"),
    ],
)
def test_a_result_is_told_with_its_place_when_that_is_known(
    employers: tuple[Employment, ...], words: str
) -> None:
    assert words in body(case(("challenge", "the close takes twelve days"), employers=employers)).lower()


def test_a_result_of_one_of_two_employers_is_told_of_neither() -> None:
    two = (Employment("Rowan Dairy"), Employment("Loomis Foods"))
    told = body(case(("challenge", "the close takes twelve days"), employers=two))
    assert re.search(r"\bI \w+ the close from nine days to six", told)
    assert "Rowan Dairy" not in told
    assert "Loomis Foods" not in told


def test_a_question_nothing_answers_is_come_back_to_in_the_close() -> None:
    told = body(
        case(("challenge", "the close takes twelve days"), ("question", "asked how I train a new clerk"))
    )
    close = told.split("\n\n")[-2].split(". ")[-1]
    assert "how I train a new clerk" in close


@pytest.mark.parametrize(
    ("achievement", "locale"),
    [
        ("Recovered £62,000 of duty", "en-GB"),
        ("Recovered $62,000 of duty", "en-US"),
        ("Organised the centralised ledger", "en-GB"),
        ("Cut the close to six days", "en-US"),
    ],
)
def test_a_case_that_is_british_is_written_so(achievement: str, locale: str) -> None:
    assert locale_of(case(("team", "six people"), achievements=(achievement,))) == locale


def test_a_locale_that_was_told_stands() -> None:
    assert locale_of(case(("team", "six people"), achievements=("Saved £9",), locale="en-AU")) == "en-AU"


def test_an_empty_profile_still_gives_a_letter() -> None:
    made = replace(case(("challenge", "the close takes twelve days")), candidate=Candidate(name="Robin Ashe"))
    assert len(body(made).split()) >= 45
