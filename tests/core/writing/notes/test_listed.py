"""A list is one phrase: its commas part no thoughts, while the commas between thoughts do."""

import pytest

from afterword.core.writing.notes.listed import listed_commas
from afterword.core.writing.notes.tokens import tokens
from afterword.core.writing.understand import understand
from core.writing.notes.cases import one_note


@pytest.mark.parametrize(
    "note",
    [
        "licences between France, the US and Japan",
        "paint, glass and labour go to one account",
        "moving Bath, Derby and Cork onto one ledger",
        "fees shared by the school, the club and the trust",
        "she runs AP, AR and payroll",
        "wants someone who knows tax, treasury and leases",
        "two depots, one quarry and three yards",
        "royalties from books, film, and games come late",
        "stock in totes, crates and drums",
        "the close, payroll and tax sit in Leeds",
        "either France, Spain or Italy",
    ],
)
def test_the_commas_of_a_list_part_nothing(note: str) -> None:
    parts = tokens(note)
    assert listed_commas(parts) == {i for i, p in enumerate(parts) if p == ","}


@pytest.mark.parametrize(
    "note",
    [
        "close takes nine days, AP and AR in Manila",
        "she runs AP, leads two clerks and a temp",
        "wants dashboards, hates slides and jargon",
        "moving to NetSuite in May, audit and budget as well",
        "grew 30%, opened Tulsa and Omaha",
        "wants a deputy, AP and AR report to them",
        "team of six, Manila and Cork",
        "the lead, the plan",
    ],
)
def test_the_commas_between_thoughts_part_them(note: str) -> None:
    assert listed_commas(tokens(note)) == frozenset()


@pytest.mark.parametrize(
    ("note", "clause"),
    [
        ("paint, glass and labour sold at one price", "the paint, glass and labour are sold at one price"),
        ("fees are split between France, the US and Japan", "fees are split between France, the US and Japan"),
        ("she covers AP, AR and payroll", "you cover AP, AR and payroll"),
        ("orders come from the shop, the web and two agents, nothing ties", "orders come from the shop, the web and two agents"),
    ],
)  # fmt: skip
def test_a_list_is_told_whole(note: str, clause: str) -> None:
    assert [i.clause for i in understand(one_note(note)).ideas] == [clause]
