"""Words doubted by their neighbours alone, and words that cannot stand where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.core.findings import Finding
from afterword.core.proof.check import proofread
from afterword.core.proof.misfits import misfit_words
from afterword.core.proof.pattern import each_way
from afterword.core.proof.rivals import rival_words
from afterword.core.proof.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("I have five yeas of practice.", "yeas", "years"),
        ("I would be a good fir for the group.", "fir", "for"),
        ("We keep the petty cache in a drawer.", "cache", "cash"),
        ("The cereal numbers were wrong.", "cereal", "serial"),
    ],
)
def test_a_rival_is_meant_where_print_knows_it_beside_both_neighbours(
    text: str, word: str, meant: str
) -> None:
    (finding,) = rival_words(tokens_of(text))
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == word
    assert finding.fixes[0] == meant


@pytest.mark.parametrize(
    "text",
    [
        "The browser has a cache of pages.",
        "Cereal was on offer.",
        "Mr. Fir was kind.",
    ],
)
def test_a_rival_is_left_alone_where_it_is_met_or_is_a_name(text: str) -> None:
    assert list(rival_words(tokens_of(text))) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The resent audit was clean.", "recent"),
        ("Thank you for the warn welcome.", "warm"),
        ("I would began in March.", "begin"),
        ("We altar the forecast each month.", "alter"),
    ],
)
def test_a_word_that_cannot_stand_there_is_told_with_one_that_can(text: str, meant: str) -> None:
    (finding,) = misfit_words(tokens_of(text))
    assert meant in finding.fixes


@pytest.mark.parametrize(
    "text",
    ["Please give my regards to Ana.", "The lack of time shows.", "We both agree.", "I can hardly wait."],
)
def test_a_word_that_can_stand_there_is_left_alone(text: str) -> None:
    assert list(misfit_words(tokens_of(text))) == []


@given(st.text(alphabet="abeht iw.,\n’", max_size=60))
def test_no_text_breaks_them_and_every_finding_is_inside_it(text: str) -> None:
    found: list[Finding] = [*rival_words(tokens_of(text)), *misfit_words(tokens_of(text))]
    assert all(one.span is not None and 0 <= one.span.start < one.span.end <= len(text) for one in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I look forward to your reply", True),
        ("I look forward to your reply.", False),
        ("I look forward to the", False),
        ("Senior accountant at Hartwell Foods", False),
    ],
)
def test_a_sentence_of_the_writer_ends_with_a_stop(text: str, found: bool) -> None:
    assert ("punctuation.stop" in {finding.code for finding in proofread(text)}) is found


def test_an_end_or_a_word_is_written_as_two_patterns() -> None:
    assert each_way("a [ b ] $|c => d") == ("a [ b ] $ => d", "a [ b ] c => d")
    assert each_way("a [ b ] $ => d") == ("a [ b ] $ => d",)


@pytest.mark.parametrize("text", ["", "🙂" * 50, "שלום עולם", "I look forward " * 3300, "\n" * 5000, "’’’’"])
def test_odd_texts_are_read_to_the_end(text: str) -> None:
    assert all(one.span is None or one.span.end <= len(text) for one in proofread(text))


@pytest.mark.parametrize(
    "text",
    [
        "With lumber prices moving, the forecast is weekly.",
        "You gave me a hard hat for the tour.",
        "The shrink in produce goes up each August.",
        "You want a finance lead who visits the wards.",
        "I put my experience in fund balances to use.",
        "I costed each loaf by batch.",
        "The game is sold once and patched forever.",
        "The book has 41 departments sending theirs in 41 ways.",
        "You want thirty, if each pays back in two years.",
        "Bordereaux from sixty brokers come in sixty formats.",
        "You want the job cost by tail number.",
        "The firm grew from one tank to twelve.",
        "I would ring the desk first.",
        "All seven have one root, and that root is a supplier file.",
    ],
)
def test_a_plain_word_of_some_trade_is_left_alone(text: str) -> None:
    assert proofread(text) == ()
