"""Laws of every check: it never breaks, its places are characters of the text, its fixes are few, its answer is the same twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.core.proof.check import proofread
from afterword.core.proof.flags import FlagKind, RawFlag
from afterword.core.proof.record import Named, Record
from afterword.core.proof.shield import shielded

RECORD = Record(to=Named("Chidinma Okonkwo", "Ms"), company="BlackLine", candidate=Named("Ann Lee"))
PIECES = st.sampled_from(
    ["Dear Ms. Okonkow,\n\n", "Thank you you ", "for you time", " 🙂👩‍👩‍👧 ", "“Blackline”", "I’m ", "שלום עולם ", "مرحبا ", "\r\n", "..", " ,and ",
     "e\u0301", "ﬁnance ", "\u200f", "i ", "the the ", "[Name]", "Kind regards,\n", "\x00", "\ud7ff", "hearing form you. ", "𝒜𝓃𝓃 "]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=25).map("".join))


@given(text=TEXTS)
@settings(max_examples=100, deadline=None)
def test_places_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    found = proofread(text, record=RECORD)
    end = 0
    for finding in found:
        assert finding.span is not None
        assert end <= finding.span.start <= finding.span.end <= len(text)
        end = finding.span.end
        assert len(finding.fixes) <= 3
    assert proofread(text, record=RECORD) == found


@given(text=TEXTS, places=st.lists(st.tuples(st.integers(-5, 320), st.integers(-5, 320)), max_size=5))
@settings(max_examples=60, deadline=None)
def test_flags_of_a_broken_engine_never_break_us(text: str, places: list[tuple[int, int]]) -> None:
    flags = [
        RawFlag(start, end, "X", "?", ("fix", ""), kind)
        for start, end in places
        for kind in (FlagKind.SPELLING, FlagKind.GRAMMAR)
    ]
    for finding in proofread(text, flags=flags):
        assert finding.span is not None
        assert 0 <= finding.span.start <= finding.span.end <= len(text)


@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_the_shield_gives_places_back_as_they_were(text: str) -> None:
    shield = shielded(text, record=RECORD, own_words=frozenset())
    whole = shield.back([RawFlag(0, len(shield.text), "ALL", "?")]) if shield.text else ()
    assert [(flag.start, flag.end) for flag in whole] in ([], [(0, len(text))])


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "🙂",
        "Dear",
        "Dear Ms. Okonkwo,",
        "." * 500,
        "a " * 500,
        "שלום " * 200,
        "‮Thank you for your time.‬",
    ],
)
def test_short_strange_and_empty_texts_are_read(text: str) -> None:
    proofread(text, record=RECORD)


def test_offsets_count_characters_not_bytes_or_halves() -> None:
    text = "🙂🙂 Zoë’s team — I look forward to hearing form you. 🎉"
    (finding,) = proofread(text)
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "form"


def test_fifty_thousand_characters_are_read_whole() -> None:
    clean = "I enjoyed the tour of the plant and the talk about the close. "
    text = clean * (50_000 // len(clean)) + "I look forward to hearing form you."
    (finding,) = proofread(text)
    assert finding.span is not None
    assert finding.span.start > 49_000
