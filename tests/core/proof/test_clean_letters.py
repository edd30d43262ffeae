"""Letters without a fault, of many people and kinds: silence is demanded, for every false alarm costs trust."""

from pathlib import Path

import pytest

from afterword.core.proof.check import proofread

GOLDEN = Path(__file__).parents[2] / "golden"
FILES = sorted((GOLDEN / "clean").glob("*.txt"))
LETTERS = [
    (f"{file.stem} {number}", letter.strip())
    for file in FILES
    for number, letter in enumerate(file.read_text("utf-8").split("\n===\n"), 1)
]


def test_the_letters_are_many() -> None:
    assert sum(len(letter.split()) for _, letter in LETTERS) >= 6_000


@pytest.mark.parametrize("letter", [letter for _, letter in LETTERS], ids=[name for name, _ in LETTERS])
def test_our_own_checks_are_silent_on_a_clean_letter(letter: str) -> None:
    assert proofread(letter) == ()


@pytest.mark.parametrize("letter", [letter for _, letter in LETTERS], ids=[name for name, _ in LETTERS])
def test_curly_marks_and_line_breaks_of_windows_change_nothing(letter: str) -> None:
    assert proofread(letter.replace("'", "’").replace("\n", "\r\n")) == ()
