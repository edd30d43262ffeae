"""Clauses of the free box: whose verb it is, what is left when a clause cannot be told whole, and what is never told."""

import pytest

from afterword.core.writing.notes.chunk import headless
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


@pytest.mark.parametrize(
    ("note", "clause"),
    [
        ("the rebate file is manual, auditors want it documented", "the auditors want the rebate file documented"),
        ("receipts arrive by post, cannot be matched", "receipts cannot be matched"),
        ("the grant report is due in May, must be filed by 30 April", "the grant report must be filed by 30 April"),
        ("two mergers in a year, each kept its own price lists", "each of the two mergers kept its own price lists"),
        ("six clinics, each its own bank account", "each of the six clinics has its own bank account"),
        ("five depots, each orders on its own", "each of the five depots orders on its own"),
    ],
)  # fmt: skip
def test_a_thought_goes_on_about_the_one_before(note: str, clause: str) -> None:
    assert told(note)[1:] == [clause]


@pytest.mark.parametrize(
    ("note", "clause"),
    [
        ("nine ships each with its own budget", "nine ships each have their own budget"),
        ("30 film sets each its own LLC 30 bank recs", "30 film sets each have their own LLC"),
        ("was a cheese maker before accounting", "you were a cheese maker before accounting"),
        ("is a trustee of the food bank", "you are a trustee of the food bank"),
        ("has five direct reports in Leeds", "you have five direct reports in Leeds"),
        ("has run the close for six years", "you have run the close for six years"),
    ],
)
def test_what_each_has_and_what_only_somebody_can_be(note: str, clause: str) -> None:
    assert told(note) == [clause]


@pytest.mark.parametrize(
    "note", ["was on hold all year", "is from 1998", "has no owner", "is a counter", "was a matter of weeks"]
)
def test_what_is_said_of_a_thing_is_not_said_of_the_reader(note: str) -> None:
    assert not any(clause.startswith("you ") for clause in told(note))


@pytest.mark.parametrize(
    ("note", "gerund"),
    [
        ("let me sit in on the pricing call", "letting me sit in on the pricing call"),
        ("she let me try the new dashboard", "letting me try the new dashboard"),
        ("let me key an order", "letting me key an order"),
    ],
)
def test_what_the_user_was_let_do_is_a_kindness(note: str, gerund: str) -> None:
    assert [idea.gerund for idea in understand(one_note(note)).ideas] == [gerund]


@pytest.mark.parametrize(
    ("note", "clauses"),
    [
        ("has been here six years began as a porter", ["you have been with Fenwick Paper for six years", "you began as a porter"]),
        ("the depot in Crewe eighty lorries became ninety last year", ["", "eighty lorries became ninety last year"]),
        ("they borrow a lot in March", ["you borrow a lot in March"]),
        ("his first job also at a bottling plant", ["your first job was also at a bottling plant"]),
        ("did a course on hedging in May", ["you did a course on hedging in May"]),
    ],
)  # fmt: skip
def test_thoughts_without_a_stop_or_a_verb_of_the_tables_are_told(note: str, clauses: list[str]) -> None:
    assert told(note) == clauses


@pytest.mark.parametrize(
    "note", ["runs finance at the Swansea site", "owns stock in Hull", "handles claims in Cork"]
)
def test_a_clause_never_begins_with_its_verb(note: str) -> None:
    assert all(clause.startswith("you ") for clause in told(note))


@pytest.mark.parametrize(
    ("clause", "lacks"),
    [
        ("cannot be matched by hand", True),
        ("is rebuilt every month", True),
        ("claims sit in a mailbox", False),
        ("you run finance in Swansea", False),
        ("lumber prices swing", False),
    ],
)
def test_a_clause_without_its_subject_is_known(clause: str, lacks: bool) -> None:
    assert headless(clause.split()) is lacks


def test_what_is_done_is_named_by_what_it_is_done_for() -> None:
    assert named("checking them for the grant audit") == ["the grant audit"]


@pytest.mark.parametrize(
    ("note", "clause"),
    [
        (
            "never signs a lease without reading the annexes",
            "you never sign a lease without reading the annexes",
        ),
        (
            "will not buy payroll software without a trial",
            "you will not buy payroll software without a trial",
        ),
        ("every invoice gets queried", "every invoice gets queried"),
        ("tolls are worked out in a macro only Piotr can run", "tolls are worked out in a macro"),
        ("she would rather fix a process than hire", "you would rather fix a process than hire"),
    ],
)
def test_habits_refusals_and_what_is_said_of_every_one(note: str, clause: str) -> None:
    assert told(note) == [clause]


def test_what_never_happens_to_a_thing_is_told_of_the_thing() -> None:
    assert told("stock file in Access, rarely matches the count")[1:] == [
        "the stock file rarely matches the count"
    ]
    assert named("never ties to the ledger") == []


def test_whom_somebody_never_hires_is_not_told() -> None:
    assert named("never hires mothers") == []


@pytest.mark.parametrize(
    ("note", "clause"),
    [
        ("customers in Norway pay in three currencies", "customers in Norway pay in three currencies"),
        ("every site manager has a company card", "every site manager has a company card"),
        ("a fifth of suppliers have no contract", "a fifth of suppliers have no contract"),
    ],
)
def test_a_place_behind_the_subject_or_a_compound_leaves_the_verb(note: str, clause: str) -> None:
    assert told(note) == [clause]
