"""How people are addressed: the record first, then care, never a guess."""

import pytest

from afterword.core.facts import Candidate, Person, PersonId
from afterword.core.writing.greeting import greeting_name, is_titled, signature


@pytest.mark.parametrize(
    ("name", "email", "greeting"),
    [
        ("Luis Arango", "", "Luis"),
        ("Molly Anne Sweeney", "", "Molly Anne"),
        ("Fatima El Amrani", "", "Fatima"),
        ("Claudia Van den Berg", "", "Claudia"),
        ("Mateo Quispe Flores", "mquispe@x.example", "Mateo"),
        ("Sarah Michelle Boyd", "sboyd@x.example", "Sarah Michelle Boyd"),
        ("Priya K. Raman", "", "Priya"),
        ("J. Robert Hale", "", "J. Robert Hale"),
        ("Dr. Ana Lucía García Márquez, CPA", "", "Dr. García Márquez"),
        ("Dr. Samuel Adeyemi", "", "Dr. Adeyemi"),
        ("Dr. Maria Sofia Lindgren", "", "Dr. Maria Sofia Lindgren"),
        ("Mrs. Evelyn Carrow", "", "Evelyn"),
        ("Sir Anthony Pell-Hughes", "", "Sir Anthony"),
        ("Dame Morwenna Trelawny", "", "Dame Morwenna"),
        ("Lady Stanhope", "", "Lady Stanhope"),
        ("Reverend Marcus Toussaint", "", "Reverend Toussaint"),
        ("Hon. Cecily Marchbanks", "", "Cecily"),
        ("Jürgen Weiß", "", "Jürgen"),
        ("Åse Bakken-Røed", "", "Åse"),
        ("Cheng-Han Lo", "", "Cheng-Han"),
        ("Park Ji-woo", "", "Park Ji-woo"),
        ("Nguyen Thi Mai Anh", "", "Nguyen Thi Mai Anh"),
        ("Nagy Eszter", "", "Nagy Eszter"),
        ("Robert 'Bob' Sanchez", "", "Bob"),
        ("Leonard Shaw Jr.", "", "Leonard"),
        ("Prince", "", "Prince"),
    ],
)  # fmt: skip
def test_greeting_from_the_name(name: str, email: str, greeting: str) -> None:
    assert greeting_name(Person(PersonId("p"), name, email=email)) == greeting


def test_the_record_wins_over_the_name() -> None:
    assert greeting_name(Person(PersonId("p"), "Dr. Ana Ruiz", greeting="Ana")) == "Ana"


def test_what_they_asked_to_be_called_wins_over_the_name() -> None:
    assert greeting_name(Person(PersonId("p"), "Henry Deveraux"), noted="Hank") == "Hank"


@pytest.mark.parametrize(
    ("name", "signed"),
    [
        ("Marguerite Dlamini, CPA", "Marguerite Dlamini"),
        ("Zsófia Takács-Murray", "Zsófia Takács-Murray"),
        ("Nguyen Thi Mai Anh", "Nguyen Thi Mai Anh"),
        ("Ana Ruiz CPA", "Ana Ruiz"),
        ("", ""),
    ],
)
def test_the_letter_is_signed_without_post_nominals(name: str, signed: str) -> None:
    assert signature(Candidate(name=name)) == signed


@pytest.mark.parametrize(
    ("name", "titled"),
    [
        ("Dr. Adeyemi", True),
        ("Professor Moncrieff", True),
        ("Sir Anthony", True),
        ("Luis", False),
        ("Lady", False),
    ],
)
def test_only_dear_goes_before_a_title(name: str, titled: bool) -> None:
    assert is_titled(name) is titled
