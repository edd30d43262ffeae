"""An address is guessed only by a pattern that a colleague's address follows."""

import pytest

from afterword.core.facts import Person, PersonId
from afterword.core.reading.address_pattern import likely_address


def somebody(name, email="", id_="x"):
    return Person(PersonId(id_), name, email=email)


CLAIRE = somebody("Claire O'Beaumont-Léger, CPA", id_="claire")


@pytest.mark.parametrize(
    ("colleague", "email", "guess"),
    [
        ("Imani Okafor", "imani.okafor@harborview.example", "claire.obeaumontleger@harborview.example"),
        ("Imani Okafor", "IOkafor@Harborview.example", "cobeaumontleger@harborview.example"),
        ("Imani Okafor", "okafor.imani@harborview.example", "obeaumontleger.claire@harborview.example"),
        ("Imani Okafor", "imani@harborview.example", "claire@harborview.example"),
        ("Imani B. Okafor", "i.okafor@harborview.example", "c.obeaumontleger@harborview.example"),
        ("Tomás Herrera Vidal", "tomas_vidal@harborview.example", "claire_obeaumontleger@harborview.example"),
        ("Imani Okafor", "finance@harborview.example", None),
        ("Imani Okafor", "imani.okafor@gmail.com", None),
        ("Imani Okafor", "", None),
        ("Imani", "imani@harborview.example", None),
    ],
)
def test_the_pattern_of_a_colleague_is_followed(colleague, email, guess):
    found = likely_address(CLAIRE, [somebody(colleague, email)])
    assert (found.address if found else None) == guess
    assert found is None or found.seen_in == email


def test_the_pattern_most_of_them_follow_is_taken():
    colleagues = [
        somebody("Ana Ruiz", "ana@harborview.example", "1"),
        somebody("Imani Okafor", "iokafor@harborview.example", "2"),
        somebody("Luis Arango", "larango@harborview.example", "3"),
    ]
    assert likely_address(CLAIRE, colleagues).address == "cobeaumontleger@harborview.example"


@pytest.mark.parametrize("name", ["Claire", "李 小龍", "", "C. B."])
def test_a_name_that_cannot_be_spelt_so_gets_no_guess(name):
    assert likely_address(somebody(name), [somebody("Ana Ruiz", "ana.ruiz@a.example", "1")]) is None


def test_nobodys_own_address_is_taken_for_a_colleagues():
    own = somebody("Ana Ruiz", "ana.ruiz@a.example", "1")
    assert likely_address(own, [own]) is None
