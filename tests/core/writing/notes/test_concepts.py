"""The bank of subjects: what a text is about, what is near it, and that its own sentences stand."""

import pytest

from afterword.core.writing.gate.phrases import phrases
from afterword.core.writing.letters.sound import sound
from afterword.core.writing.notes.concepts import (
    Subject,
    akin,
    concepts_of,
    main_subject,
    related,
    subjects,
    work_in,
)

EVERY = list(subjects().values())


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("the nine-day close for three entities", {"close", "consolidation"}),
        ("vendor statements never match", {"statements"}),
        ("online returns are a third of orders", {"customer_returns"}),
        ("we file tax returns in 14 states", {"tax_returns", "state_tax"}),
        ("a three-way match that fails at receiving", {"matching"}),
        ("the Month End pack has 40 pages", {"reports"}),
        ("the team plays darts", {"team"}),
        ("the window boxes", set()),
    ],
)
def test_a_text_touches_the_subjects_its_words_name(text: str, about: set[str]) -> None:
    assert set(concepts_of(text)) == about


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("two analysts who run the 13-week cash forecast", "cash_forecast"),
        ("the team and the budget", "budget"),
        ("people", None),
    ],
)
def test_the_main_subject_is_the_clearest_one(text: str, subject: str | None) -> None:
    found = main_subject(text)
    assert (found.name if found else None) == subject


def test_a_shared_subject_relates_and_a_broad_one_alone_does_not() -> None:
    assert related(("close",), ("close", "team"))
    assert not related(("team",), ("team",))
    assert not related(("close",), ("hedging",))


def test_neighbours_are_akin_in_both_directions() -> None:
    assert akin(("collections",), ("cash_application",))
    assert akin(("cash_application",), ("collections",))
    assert not akin(("grants",), ("hedging",))


@pytest.mark.parametrize(
    ("phrase", "work"),
    [
        ("the nine-day close", "shortening the close"),
        ("the three inboxes", "getting invoices in, coded and paid without chasing"),
        ("the cost report", ""),
        ("the state returns", ""),
        ("a call with operations", ""),
        ("the scorecard", ""),
    ],
)
def test_the_bank_speaks_only_of_what_is_beyond_doubt(phrase: str, work: str) -> None:
    assert work_in(phrase) == work


@pytest.mark.parametrize("subject", EVERY, ids=lambda s: s.name)
def test_every_subject_names_known_kin_and_clear_keys_of_its_own(subject: Subject) -> None:
    assert subject.kin <= set(subjects())
    assert bool(subject.work) is bool(subject.clear)
    assert all(subject.name in concepts_of(key) for key in subject.clear)


@pytest.mark.parametrize("subject", [s for s in EVERY if s.work], ids=lambda s: s.name)
def test_what_the_bank_says_is_sound_and_no_cliche(subject: Subject) -> None:
    for text in subject.work:
        assert text.split()[0].endswith("ing")
        assert len(text.split()) <= 13
        assert sound(f"I would enjoy it: {text}.")
        assert not any(p.pattern.search(text) for p in phrases())
