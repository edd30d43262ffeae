"""Questions before an interview: chosen by who the person is, what the role is, and what the two have in common."""

from datetime import UTC, datetime

import pytest

from afterword.core.facts import (
    FactId,
    Interview,
    InterviewId,
    Opportunity,
    OpportunityId,
    Origin,
    Person,
    PersonId,
    PointKind,
    PointOfConnection,
    PointOfConnectionKind,
    Relation,
    Source,
)
from afterword.core.writing.questions import Question, entries, field_of, questions_for

AT = datetime(2026, 11, 12, 15, tzinfo=UTC)


def ask(
    relation: Relation,
    role: str = "Staff Accountant",
    held: str = "",
    connections: tuple[PointOfConnection, ...] = (),
    count: int = 6,
) -> tuple[Question, ...]:
    """The questions for Mina Castell of Bell Street Foods."""
    return questions_for(
        Person(PersonId("m"), "Mina Castell", relation),
        interview=Interview(InterviewId("i"), OpportunityId("o"), AT, AT, "UTC", round=held),
        opportunity=Opportunity(OpportunityId("o"), "Bell Street Foods", role),
        connections=connections,
        count=count,
    )


def shared(kind: PointOfConnectionKind, text: str, origin: Origin = Origin.LINKEDIN) -> PointOfConnection:
    """Something the candidate and Mina have in common."""
    return PointOfConnection(FactId("f"), PersonId("m"), kind, text, source=Source(origin))


@pytest.mark.parametrize(
    "relation", [Relation.HIRING_MANAGER, Relation.PEER, Relation.EXECUTIVE, Relation.HR]
)
def test_everybody_on_the_inside_is_asked_how_long_and_what_they_enjoy(relation: Relation) -> None:
    """The two questions the protocol names."""
    texts = [question.text for question in ask(relation)]
    assert "How long have you been with Bell Street Foods, and what has kept you there?" in texts
    assert "What do you enjoy most about your current role?" in texts


@pytest.mark.parametrize("relation", list(Relation))
def test_every_relation_gets_at_least_one_question(relation: Relation) -> None:
    """A coordinator gets the practical ones."""
    assert ask(relation)


@pytest.mark.parametrize(
    ("relation", "role", "expected"),
    [
        (Relation.HIRING_MANAGER, "Staff Accountant", "How does month end feel here, and which day is the longest?"),
        (Relation.PEER, "Payroll Specialist", "What do employees call payroll about most?"),
        (Relation.HIRING_MANAGER, "Senior Tax Analyst", "How early does tax hear of what the business plans?"),
        (Relation.EXECUTIVE, "Treasury Manager", "How far ahead can you see cash today, and how far would you like to?"),
        (Relation.PEER, "FP&A Analyst", "Which report would nobody miss?"),
        (Relation.HIRING_MANAGER, "AP Clerk", "What keeps an invoice from being paid on time here?"),
        (Relation.EXECUTIVE, "Chief Financial Officer", "Which decision would you want the new Chief Financial Officer to question?"),
        (Relation.RECRUITER, "Controller", "What does the client care about that is not in the description?"),
        (Relation.HR, "Controller", "What are the next steps, and by when do you hope to decide?"),
    ],
)  # fmt: skip
def test_the_question_fits_the_person_and_the_trade(relation: Relation, role: str, expected: str) -> None:
    """In the words of the role's own field."""
    assert expected in [question.text for question in ask(relation, role, count=8)]


@pytest.mark.parametrize(
    ("role", "field"),
    [
        ("Controller", "close"),
        ("Internal Auditor", "audit"),
        ("Accounts Payable Clerk", "payables"),
        ("Credit Manager", "receivables"),
        ("CFO", "leadership"),
        ("Cost Accountant", "cost"),
        ("Gardener", ""),
    ],
)
def test_a_role_tells_its_field(role: str, field: str) -> None:
    """By the words of its name."""
    assert field_of(role) == field


def test_what_they_share_comes_first() -> None:
    """A school both went to, from a professional source."""
    first = ask(Relation.PEER, connections=(shared(PointOfConnectionKind.SCHOOL, "Ohio State"),))[0]
    assert first.text.startswith("I believe we both studied at Ohio State.")
    assert first.becomes is PointKind.CONNECTION


@pytest.mark.parametrize("origin", [Origin.FACEBOOK, Origin.TWITTER])
def test_a_private_network_is_never_raised(origin: Origin) -> None:
    """Kept, but not asked about."""
    known = (shared(PointOfConnectionKind.SCHOOL, "Ohio State", origin),)
    assert ask(Relation.PEER, connections=known) == ask(Relation.PEER)


def test_a_first_talk_is_not_asked_final_questions() -> None:
    """How to bring bad news is for the final round; why the role is open for the first."""
    bad_news = "How do you like to be told bad news about the numbers?"
    assert bad_news not in [q.text for q in ask(Relation.EXECUTIVE, held="First round", count=20)]
    assert bad_news in [q.text for q in ask(Relation.EXECUTIVE, held="final", count=20)]
    assert "Why is the role open?" not in [q.text for q in ask(Relation.HR, held="final", count=20)]


@pytest.mark.parametrize("relation", list(Relation))
@pytest.mark.parametrize("count", [0, 1, 6, 50])
def test_the_count_is_a_limit_and_no_question_comes_twice(relation: Relation, count: int) -> None:
    """Fewer when the table has no more."""
    asked = ask(relation, count=count)
    assert len(asked) <= count
    assert len({question.text for question in asked}) == len(asked)


def test_every_entry_is_a_question_with_a_reason() -> None:
    """One or two sentences, no placeholder left, a reason that is a sentence."""
    for entry in entries():
        text = entry.text.format(company="Bell", role="Clerk")
        assert text.endswith("?")
        assert "{" not in text
        assert entry.why.endswith(".")
        assert len(text.split()) <= 24
