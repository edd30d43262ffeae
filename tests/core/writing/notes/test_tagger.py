"""The tagger tells verbs from nouns where the same word can be either."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.core.writing.notes.finite import finite_place
from afterword.core.writing.notes.topics import stands
from afterword.core.writing.words.tagger import Pos, can_be, tagged

_FINITE = {Pos.PRESENT, Pos.PRESENT_S, Pos.PAST, Pos.MODAL}


@pytest.mark.parametrize(
    ("phrase", "verb"),
    [
        ("drivers text photos", "text"),
        ("the bank sweeps cash nightly", "sweeps"),
        ("department heads pad their requests", "pad"),
        ("fixed assets live in a spreadsheet", "live"),
        ("each office buys its own paper", "buys"),
        ("the team sails at lunch", "sails"),
        ("salespeople promise discounts", "promise"),
        ("deposits from 340 stores are reconciled by hand", "are"),
        ("the nine-day close for three entities", ""),
        ("sales tax returns in 44 states", ""),
        ("customer deposits held in trust", ""),
        ("the rollout of Coupa this spring", ""),
        ("angry vendors", ""),
        ("the plan to hire two clerks", ""),
    ],
)
def test_the_finite_verb_of_a_note_is_found(phrase: str, verb: str) -> None:
    words = tuple(phrase.split())
    found = [w for w, tag in zip(words, tagged(words), strict=True) if tag in _FINITE]
    assert found == ([verb] if verb else [])


def test_a_known_word_is_never_what_it_cannot_be() -> None:
    assert Pos.PRESENT not in can_be("salespeople")
    assert tagged(("salespeople", "promise", "discounts"))[0] is Pos.NOUNS


def test_nothing_has_no_parts_of_speech() -> None:
    assert tagged(()) == ()


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "a",
                "vendors",
                "text",
                "mail",
                "paper",
                "checks",
                "of",
                "in",
                "and",
                "4",
                "SAP",
                "by",
                "who",
                "runs",
            ]
        ),
        max_size=9,
    )
)
def test_a_topic_that_stands_has_no_finite_verb_of_its_own(words: list[str]) -> None:
    if stands(words):
        assert finite_place(tuple(words)) is None
        assert words[-1] not in {"of", "in", "and", "by", "the", "a"}
