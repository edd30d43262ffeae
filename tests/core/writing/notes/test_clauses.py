"""Clauses of the free box: whose verb it is, what is left when a clause cannot be told whole, and what is never told."""

import pytest

from afterword.core.writing.understand import understand
from core.writing.notes.cases import one_note


def told(note: str) -> list[str]:
    return [idea.clause for idea in understand(one_note(note)).ideas]


def named(note: str) -> list[str]:
    return [idea.topic for idea in understand(one_note(note)).ideas]


@pytest.mark.parametrize(
    ("note", "clause"),
    [
        ("25% of members are schools", "25% of members are schools"),
        ("most of the paper sits in Leith", "most of the paper sits in Leith"),
        ("a third of tenants pay by cheque", "a third of tenants pay by cheque"),
        ("some of the leases expire in June", "some of the leases expire in June"),
        ("$90m of notes mature in 2029", "$90m of notes mature in 2029"),
        ("14 SPVs hold their own cash", "14 SPVs hold their own cash"),
        ("refunds take 3 weeks because a store manager signs each one", "refunds take three weeks because a store manager signs each one"),
    ],
)  # fmt: skip
def test_a_share_a_short_form_or_a_reason_is_told_in_its_clause(note: str, clause: str) -> None:
    assert told(note) == [clause]


@pytest.mark.parametrize(
    ("note", "topic"),
    [
        ("tenants phone about late statements", "statements"),
        ("chefs order without purchase orders", "purchase orders"),
        ("managers sign timesheets late", "timesheets"),
        ("samples die when the cold store fails", "samples"),
        ("she does not believe in long budgets", "long budgets"),
        ("no one reads the lease register", "the lease register"),
        ("never opens the budget file", "the budget file"),
    ],
)
def test_a_clause_that_cannot_be_told_is_named_by_what_it_is_about(note: str, topic: str) -> None:
    assert named(note) == [topic]


@pytest.mark.parametrize(
    "note", ["I botched the lockbox question", "my cousin audits payroll", "not keen on remote audits"]
)
def test_what_is_left_of_the_users_own_or_of_a_dislike_is_nothing(note: str) -> None:
    assert named(note) == []
