"""Typos are mended when one word is clearly meant; words of a craft are never touched; what cannot be mended is not said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.core.writing.notes.spelling import looks_misspelt, mended, recognised
from afterword.core.writing.understand import understand
from afterword.core.writing.words.lexicon import trade_words
from core.writing.notes.cases import one_note


@pytest.mark.parametrize(
    "word",
    [
        "moulder",
        "gaffer",
        "bursar",
        "ullage",
        "demurrage",
        "weir",
        "kiln",
        "tanner",
        "cooper",
        "farrier",
        "glazier",
        "drayage",
        "draught",
        "cabotage",
        "verger",
        "carder",
        "hedger",
        "agistment",
        "stumpage",
        "laytime",
        "palletised",
        "fettler",
        "maltster",
        "gaylords",
        "rekeying",
        "unreconciled",
        "novation",
    ],
)
def test_a_word_of_a_craft_is_no_typo(word: str) -> None:
    assert recognised(word)


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        ("acruals", "accruals"),
        ("invioces", "invoices"),
        ("depreciaton", "depreciation"),
        ("forcasts", "forecasts"),
        ("tableu", "Tableau"),
        ("custmer", "customer"),
        ("tmsheets", "timesheets"),
        ("adjstmnts", "adjustments"),
        ("royaltys", "royalties"),
        ("personel", "personnel"),
        ("spredsheet", "spreadsheet"),
    ],
)
def test_a_slip_is_mended_towards_the_word_meant(typo: str, meant: str) -> None:
    assert not recognised(typo)
    assert mended(typo) == meant


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        ("acruals", "accruals"),
        ("implmenting", "implementing"),
        ("custmer", ""),
        ("buisness", ""),
        ("rentel", ""),
    ],
)
def test_a_typed_point_is_mended_only_towards_the_trade(typo: str, meant: str) -> None:
    assert mended(typo, typed=True) == meant


def test_what_somebody_works_as_is_left_alone() -> None:
    assert mended("bolser", before="as a") == ""


@pytest.mark.parametrize("word", ["garentee"])
def test_a_typo_nobody_can_mend_is_not_said(word: str) -> None:
    assert looks_misspelt(word)
    assert understand(one_note(f"the {word} invoices are posted by hand every month")).ideas == ()


def test_a_name_unlike_any_word_is_said_where_it_was_typed() -> None:
    assert [
        i.clause
        for i in understand(one_note("a system called blurbit prices the jobs", kind="project")).ideas
    ] == ["a system called blurbit prices the jobs"]


@given(st.sampled_from(sorted(w for w in trade_words() if len(w) > 6 and w.isalpha())), st.data())
def test_a_doubled_letter_in_a_word_of_the_trade_is_taken_back(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(2, len(word) - 2))
    doubled = word[:at] + word[at] + word[at:]
    assert recognised(doubled) or mended(doubled, typed=True).rstrip("s") == word.rstrip("s")
