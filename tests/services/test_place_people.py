"""Whom the user names is found or added: never twice, never merged by guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.adapters.ids import CountingIds
from afterword.core.facts import Person, PersonId, Relation
from afterword.services.place_people import NEW, BadPerson, Met, SameName, place_people, valid_address

MARIA = Person(
    PersonId("m" * 32), "Maria Chen", title="Controller", company="Rowan Dairy", email="maria@rowan.example"
)
BLANK = Person(PersonId("b" * 32), "Ada Obi")


def placed(*named, people=(MARIA, BLANK), company="Larkfield Foods"):
    return place_people(named, people=people, company=company, ids=CountingIds())


def test_the_same_address_is_the_same_person_whatever_the_case():
    assert placed(Met("M. Chen", email="Maria@Rowan.example")).ids == (MARIA.id,)


def test_nothing_on_record_is_overwritten():
    result = placed(Met("M. Chen", title="CFO", email="maria@rowan.example"))
    assert result.keep == ()


def test_a_known_person_gains_what_was_missing():
    result = placed(Met("Ada Obi", title="CFO", email="ada@larkfield.example", known=BLANK.id))
    (kept,) = result.keep
    assert (kept.id, kept.title, kept.email, kept.company) == (
        BLANK.id, "CFO", "ada@larkfield.example", "Larkfield Foods",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["Maria Chen", "maria chen", " Maria  Chen "])
def test_the_same_name_alone_is_asked_about(name):
    with pytest.raises(SameName) as asked:
        placed(Met(name, email="maria.chen@larkfield.example"))
    assert asked.value.candidates == (MARIA,)


def test_the_users_word_that_it_is_somebody_else_makes_a_new_person():
    result = placed(Met("Maria Chen", known=NEW))
    assert len(result.keep) == 1
    assert result.ids != (MARIA.id,)


def test_somebody_named_twice_takes_part_once():
    twice = Met("Luis Arango", email="luis@larkfield.example")
    assert len(placed(twice, twice).ids) == 1


def test_a_recruiter_does_not_work_for_the_employer():
    (kept,) = placed(Met("Rae Holt", relation=Relation.RECRUITER)).keep
    assert kept.company == ""


@pytest.mark.parametrize(
    "name", ["José Ángel García-Márquez", "王小明", "Jean-Luc van der Berg, CPA", "O'Neil"]
)
def test_a_name_is_kept_exactly(name):
    assert placed(Met(name)).keep[0].name == name


@pytest.mark.parametrize(
    "met",
    [Met(""), Met("  ", email="a@b.example"), Met("Ada", email="ada@"), Met("Ada", email="a b@c.example")],
)
def test_a_person_without_a_name_or_with_a_broken_address_is_refused(met):
    with pytest.raises(BadPerson):
        placed(met)


@pytest.mark.parametrize(
    ("address", "fine"),
    [
        ("ada@larkfield.example", True), ("a.b+c@x-y.co.uk", True), ("ümlaut@bücher.example", True),
        ("ada@localhost", False), ("ada", False), ("a@b@c.example", False), ("Ada <ada@b.example>", False),
        ("ada@b.example\nBcc: x@y.example", False), ("a@b.example,c@d.example", False), ("", False),
    ],
)  # fmt: skip
def test_an_address_is_checked_lightly(address, fine):
    assert valid_address(address) is fine


@given(st.text(max_size=40))
def test_no_address_with_a_line_break_passes(text):
    assert not valid_address(f"{text}\r\n@b.example")
