"""Address cards: read back by another library, they say the same."""

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from afterword.core import facts as f
from afterword.core.handover.vcard import (
    Name,
    Version,
    business_card,
    name_parts,
    people_cards,
    person_card,
    short_card,
)

DANA = f.Candidate(
    name="Dana Whitfield, CPA",
    headline="Senior Accountant",
    email="dana@example.org",
    phone="+1 212 555 0147",
    link="https://dana.example",
)
LUIS = f.Person(
    f.PersonId("0192f0c1" + "0" * 24),
    "Luis Ortega",
    title="Controller; Treasury",
    company="Northgate, Inc.",
    email="luis@northgate.example",
    phone="+1 212 555 0100",
    notes="Met on the 12th.\nLikes chess.",
)
words = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), min_size=1, max_size=120)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Dana Whitfield, CPA", Name("Whitfield", "Dana", "CPA")),
        ("Dana", Name("", "Dana")),
        ("Mary Ann Lee", Name("Lee", "Mary Ann")),
        ("", Name("", "")),
    ],
)
def test_a_name_in_parts(name, parts):
    assert name_parts(name) == parts


@pytest.mark.parametrize("version", list(Version))
def test_a_person_reads_back(version):
    card = vobject.readOne(person_card(LUIS, version=version))
    assert card.version.value == version
    assert card.fn.value == "Luis Ortega"
    assert (card.n.value.family, card.n.value.given) == ("Ortega", "Luis")
    assert card.org.value == ["Northgate, Inc."]
    assert card.title.value == "Controller; Treasury"
    assert card.email.value == "luis@northgate.example"
    assert card.tel.value == "+1 212 555 0100"
    assert card.note.value == "Met on the 12th.\nLikes chess."
    assert card.uid.value == "urn:uuid:0192f0c1-0000-0000-0000-000000000000"


def test_a_business_card_holds_what_the_candidate_told_and_nothing_empty():
    card = vobject.readOne(business_card(DANA))
    assert (card.fn.value, card.title.value, card.url.value) == (DANA.name, DANA.headline, DANA.link)
    assert "NOTE" not in business_card(DANA)


def test_the_card_for_a_code_is_short_and_still_a_card():
    text = short_card(DANA)
    card = vobject.readOne(text)
    assert (card.fn.value, card.tel.value, card.email.value) == (DANA.name, DANA.phone, DANA.email)
    assert len(text) < len(business_card(DANA))


def test_everybody_gets_a_card_in_one_file():
    cards = list(vobject.readComponents(people_cards([LUIS, f.Person(f.PersonId("x"), "Ana Ruiz")])))
    assert [card.fn.value for card in cards] == ["Luis Ortega", "Ana Ruiz"]


@given(name=words, note=words)
def test_any_words_survive_and_no_line_is_longer_than_75_octets(name, note):
    text = person_card(f.Person(f.PersonId("x"), name, notes=note))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    card = vobject.readOne(text)
    assert card.fn.value == name
    assert card.note.value == note
