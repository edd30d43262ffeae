"""Those who run the process hear of every step, get what they ask for, and are told the notice period they asked about."""

from dataclasses import replace

import pytest

from afterword.core.facts import Case, Relation
from afterword.core.writing.draft import draft_letters
from afterword.core.writing.letters.terms import shared_terms
from core.writing.letters.test_choice import body, case

RUN_IT = (Relation.HR, Relation.RECRUITER, Relation.COORDINATOR)


def for_role(made: Case, role: str) -> Case:
    return replace(made, opportunity=replace(made.opportunity, role=role))


@pytest.mark.parametrize("reader", RUN_IT)
def test_every_step_is_told_with_its_date(reader: Relation) -> None:
    told = body(
        case(
            ("next_step", "references this week, then a panel on 3 March and a decision by 9 March"),
            relation=reader,
        )
    )
    assert "panel on 3 March" in told
    assert "9 March" in told
    assert "references" in told


@pytest.mark.parametrize(
    ("note", "promised"),
    [
        ("needs my references by Thursday", "my references by Thursday"),
        ("needs two references", "two references"),
        ("wants my updated resume", "my updated resume"),
        ("needs a copy of my certificate", "a copy of my certificate"),
    ],
)
@pytest.mark.parametrize("reader", RUN_IT)
def test_what_they_need_is_promised(reader: Relation, note: str, promised: str) -> None:
    letter = draft_letters(case(("next_step", note), relation=reader)).letters[0]
    (said,) = [s for s in letter.sentences if s.move == "promise"]
    assert promised in said.text
    assert note in [source.text for source in said.sources]


def test_an_agency_is_told_that_its_call_is_awaited() -> None:
    made = case(
        ("next_step", "the client decides by 9 May"),
        ("next_step", "he will ring on Friday"),
        relation=Relation.RECRUITER,
    )
    told = body(made)
    assert "look forward to your call on Friday" in told
    assert "the client's decision by 9 May" in told


def test_the_notice_period_is_repeated_only_to_those_who_run_the_process() -> None:
    note = ("question", "asked about my notice period, two months")
    other = ("challenge", "the close takes twelve days")
    assert "my notice period is two months" in body(case(note, relation=Relation.HR))
    assert "notice" not in body(case(note, other))


@pytest.mark.parametrize("reader", [Relation.HIRING_MANAGER, Relation.HR, Relation.EXECUTIVE])
def test_terms_are_no_question_to_enjoy(reader: Relation) -> None:
    told = body(
        case(("question", "asked when I could start"), ("culture", "there is a choir"), relation=reader)
    )
    assert "start" not in told


def test_a_reader_who_began_in_the_role_is_told_so() -> None:
    made = case(
        ("connection", "she started there as an apprentice in 2004"),
        ("challenge", "the close takes twelve days"),
    )
    assert "You started at" in body(for_role(made, "Payroll Apprentice"))
    assert "You started at" not in body(for_role(made, "Controller"))


def test_the_work_of_the_role_is_looked_forward_to() -> None:
    made = case(("project", "the intern builds the weekly sales tracker"), ("culture", "there is a choir"))
    told = body(for_role(made, "Finance Intern"))
    assert "building the weekly sales tracker" in told or "the intern builds the weekly sales tracker" in told


@pytest.mark.parametrize(
    ("one", "other", "terms"),
    [
        ("wants the cost per ton on Fridays", "Cut fuel cost per ton by 8%", {"cost per ton"}),
        ("gift aid claims go by post", "Raised gift aid income", {"gift aid"}),
        ("three years of growth", "Led three years of audits", set()),
        ("the last month was hard", "Finished last month", set()),
    ],
)
def test_a_term_is_shared_when_both_name_it(one: str, other: str, terms: set[str]) -> None:
    assert shared_terms(one, other) == terms


def test_a_question_about_today_keeps_its_words() -> None:
    told = body(case(("question", "asked what I do when a partner wants money moved today")))
    assert "money moved today" in told
