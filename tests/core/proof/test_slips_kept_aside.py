"""Sentences with one slip each, written apart from the rules: how many are found and mended may only rise."""

from pathlib import Path

from afterword.core.proof.check import proofread

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parents[2] / "golden" / "proof" / "slips.tsv").read_text("utf-8").splitlines()
]
#: Percent seen without an engine; with LingoTweaker a few more (``bench/proof.py``).
FOUND, MENDED = 89, 89


def mended(wrong: str, right: str) -> bool:
    """Whether one of the first three fixes of a finding makes ``right`` of ``wrong``."""
    return any(
        wrong[: finding.span.start] + fix + wrong[finding.span.end :] == right
        for finding in proofread(wrong)
        if finding.span
        for fix in finding.fixes[:3]
    )


def test_most_are_found_and_mended_without_an_engine() -> None:
    found = sum(bool(proofread(wrong)) for _, wrong, _ in ROWS)
    right = sum(mended(wrong, right) for _, wrong, right in ROWS)
    assert 100 * found >= FOUND * len(ROWS)
    assert 100 * right >= MENDED * len(ROWS)


def test_none_of_the_mended_sentences_is_flagged() -> None:
    assert [right for _, _, right in ROWS if proofread(right)] == []
