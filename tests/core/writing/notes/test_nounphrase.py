"""Phrases of the free box: what is one whole noun phrase, what is two, and that no text at all stops the reading."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.core.writing.notes.nounphrase import sound
from afterword.core.writing.notes.relative import relative_place
from afterword.core.writing.understand import understand
from core.writing.notes.cases import one_note


@pytest.mark.parametrize(
    "phrase",
    [
        "the three-way match",
        "12 cost centres across four sites",
        "the move from Sage to NetSuite in May",
        "the IFRS 9 models",
        "a list of accruals the site managers own",
        "the plan to hire two clerks",
        "Form 1099 filings",
        "the audits next week",
        "the till receipts",
        "the 12 stores in Ohio",
        "the claims denials",
    ],
)
def test_a_whole_phrase_is_sound(phrase: str) -> None:
    assert sound(phrase.split())


@pytest.mark.parametrize(
    "phrase",
    [
        "union rates six locals",
        "ticket numbers drop",
        "the supplier forms too many",
        "change requests verbal",
        "the payouts all net of fees",
        "study support ACCA",
        "Lisbon three days",
        "the Fridays",
        "the reconciliation until June then",
        "the qwvzt ledger",
        "the crane inspections next audit",
        "the agency calls members",
        "the 30 shops bank cash",
        "the stock down every month",
    ],
)
def test_two_phrases_run_together_are_not(phrase: str) -> None:
    assert not sound(phrase.split())


@pytest.mark.parametrize(
    ("words", "described_by"),
    [
        ("one number everyone believes", "everyone believes"),
        ("the only page the board reads", "the board reads"),
        ("a fund report trustees can read", "trustees can read"),
        ("a break I found in June", "I found in June"),
        ("the warehouse people hate month-end", None),
        ("drivers text photos", None),
        ("tours a week", None),
    ],
)
def test_a_clause_without_that_is_known_by_its_missing_object(words: str, described_by: str | None) -> None:
    parts = tuple(words.split())
    place = relative_place(parts)
    assert (" ".join(parts[place:]) if place is not None else None) == described_by


_JOTTED = st.lists(
    st.sampled_from(
        [
            "wants",
            "asked",
            "he",
            "she",
            "they",
            "the",
            "a",
            "2",
            "3rd",
            "15th-20th",
            "40%",
            "q3",
            "wd4",
            ">",
            "->",
            "x4",
            "²",
            "③",
            "close",
            "recs",
            "vendors",
            "in",
            "by",
            "and",
            "so",
            "then",
            "not",
            "no",
            '"',
            "(",
            ")",
            ":",
            ";",
            ",",
            ".",
            "?",
            "!",
            "is",
            "are",
            "built",
            "owns",
            "7:30",
            "10",
            "am",
            "1/2",
            ".8%",
            "people",
            "believe",
            "paid",
        ]
    ),
    max_size=24,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.one_of(_JOTTED, st.text(max_size=80)))
def test_no_text_stops_the_reading_and_every_topic_is_whole(text: str) -> None:
    for idea in understand(one_note(text)).ideas:
        assert idea.topic or idea.quote
        assert idea.topic == idea.topic.strip()
        assert idea.topic.count('"') % 2 == 0
