"""The best fix for a misspelt word stands first."""

import pytest

from afterword.core.proof.ranking import ranked


@pytest.mark.parametrize(
    ("word", "before", "fix"),
    [
        ("Wensday", "on", "Wednesday"),
        ("Tusday", "next", "Tuesday"),
        ("Janury", "in", "January"),
        ("webiste", "your", "website"),
    ],
)
def test_the_first_fix_is_the_word_that_was_meant(word: str, before: str, fix: str) -> None:
    assert ranked(word, ("Website", "World"), before=before, after="")[0] == fix


def test_a_day_is_not_put_where_no_day_is_called_for() -> None:
    assert ranked("webiste", (), before="the", after="")[0] == "website"
