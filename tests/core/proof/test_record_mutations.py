"""Letters spoiled in one place each against their record: every one must be found, and no unspoiled one doubted."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from afterword.core.findings import Finding, Severity
from afterword.core.proof.check import proofread
from afterword.core.proof.distance import plain
from core.proof.letters_on_record import OnRecord, letters, misspellings

LETTERS = tuple(letters())
FAMILIES = ("name", "company", "date", "placeholder", "term")


def of_the_record(found: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in found if finding.code.split(".")[0] in FAMILIES]


def spoiled() -> Iterator[tuple[OnRecord, str, str]]:
    """The letter, the same spoiled, and what was done."""
    for one in LETTERS:
        yield from ((one, text, f"name {what}") for text, what in names_spoiled(one))
        yield from ((one, text, f"company {what}") for text, what in companies_spoiled(one))
        yield from ((one, text, f"day {what}") for text, what in days_spoiled(one))
        yield from ((one, text, f"blank {what}") for text, what in blanks_left(one))


def names_spoiled(one: OnRecord) -> Iterator[tuple[str, str]]:
    assert one.record.to is not None
    last, other = one.record.to.parts[-1], one.record.people[0]
    greeting, body = one.letter.split("\n", 1)
    for wrong in misspellings(last):
        yield f"{greeting.replace(last, wrong)}\n{body}", wrong
    for wrong in misspellings(other.parts[-1]):
        if len(other.parts[-1]) > 5:
            yield one.letter.replace(f" {other.parts[-1]} asked", f" {wrong} asked"), wrong
    for wrong in (last.lower(), plain(last), last[:3] + last[3:].upper()):
        if wrong not in (last, last.upper()):
            yield f"{greeting.replace(last, wrong)}\n{body}", wrong
    for wrong in misspellings("Marchetti"):
        yield one.letter.replace("Adaeze Marchetti", f"Adaeze {wrong}"), wrong
    for wrong in (other.parts[-1], other.parts[0], "Montgomery", "Brathwaite"):
        yield f"{greeting.replace(last, wrong)}\n{body}", wrong
    for title in {"Mr", "Ms", "Mrs", "Dr"} - {one.record.to.honorific}:
        yield f"Dear {title}. {last},\n{body}", title


def companies_spoiled(one: OnRecord) -> Iterator[tuple[str, str]]:
    company = one.record.company
    first = company.split()[0]
    for wrong in misspellings(first):
        yield one.letter.replace(f"role at {first}", f"role at {wrong}"), wrong
    for wrong in (one.record.other_companies[0], "Barrowdale Mills"):
        yield one.letter.replace(f"role at {company}", f"role at {wrong}"), wrong
    for wrong in {first.lower(), first.capitalize(), first[0].lower() + first[1:]} - {first}:
        yield one.letter.replace(f"same for {first}", f"same for {wrong}"), wrong
    for wrong in misspellings(one.record.own_employers[0].split()[0]):
        yield one.letter.replace(one.record.own_employers[0].split()[0], wrong), wrong


def days_spoiled(one: OnRecord) -> Iterator[tuple[str, str]]:
    right = f"{one.day:%A}, {one.day:%B} {one.day.day}"
    for days in range(1, 7):
        wrong = one.day + timedelta(days=days)
        yield one.letter.replace(right, f"{wrong:%A}, {one.day:%B} {one.day.day}"), f"weekday {days}"
        yield one.letter.replace(right, f"{one.day:%A}, {wrong:%B} {wrong.day}"), f"date {days}"
        yield one.letter.replace(right, f"{wrong:%A}"), f"only the weekday {days}"


def blanks_left(one: OnRecord) -> Iterator[tuple[str, str]]:
    _, body = one.letter.split("\n", 1)
    for blank in (
        "Dear [Name],",
        "Dear {name},",
        "Dear ,",
        "Dear Ms. ,",
        "Dear <first name>,",
        "Dear {{interviewer}},",
    ):
        yield f"{blank}\n{body}", blank
    for blank in ("[Company]", "{company}", "XXXX", "____", "[insert company name]"):
        yield one.letter.replace(f"same for {one.record.company}", f"same for {blank}"), blank


SPOILED = tuple(spoiled())


def test_there_are_more_than_five_hundred_ways() -> None:
    assert len(SPOILED) >= 500
    assert all(text != one.letter for one, text, _ in SPOILED)


@pytest.mark.parametrize("one", LETTERS, ids=[one.record.company for one in LETTERS])
def test_a_letter_that_agrees_with_its_record_has_no_finding(one: OnRecord) -> None:
    assert proofread(one.letter, record=one.record) == ()


@pytest.mark.parametrize("family", ["name", "company", "day", "blank"])
def test_every_spoiled_letter_is_found(family: str) -> None:
    missed = [
        (what, text[:90])
        for one, text, what in SPOILED
        if what.startswith(family) and not of_the_record(proofread(text, record=one.record))
    ]
    assert missed == []


def test_what_is_certain_stops_the_letter() -> None:
    for one, text, what in SPOILED:
        if what.startswith("blank"):
            found = of_the_record(proofread(text, record=one.record))
            assert Severity.STOP in {finding.severity for finding in found}, what
