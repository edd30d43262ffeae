"""Names with particles are one name; the candidate's own name is me; a firm's name lends its capital to nothing else."""

import pytest

from afterword.core.writing.greeting import greeting_name
from afterword.core.writing.understand import understand
from core.writing.notes.cases import one_note


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Gráinne Ní Dhuibhir", "Gráinne"),
        ("Eoin Ó Laoire", "Eoin"),
        ("Joost van den Heuvel", "Joost"),
        ("Layla al-Khatib", "Layla"),
        ("Inés de la Torre", "Inés"),
        ("Tariq bin Saleh", "Tariq"),
        ("Niall Mac Suibhne", "Niall"),
        ("Marie-Claire du Pont", "Marie-Claire"),
        ("Mary Ann van Dyke", "Mary Ann"),
    ],
)
def test_a_greeting_is_never_a_name_and_its_particle(name: str, greeted: str) -> None:
    assert greeting_name(one_note("x", name=name).interviewers[0]) == greeted


@pytest.mark.parametrize(
    ("name", "note", "clause"),
    [
        ("Gráinne Ní Dhuibhir", "grainne ni dhuibhir. close is 8 days", "the close is eight days"),
        ("Eoin Ó Laoire", "eoin o laoire runs payroll for 900 drivers", "you run payroll for 900 drivers"),
        ("Joost van den Heuvel", "joost van den heuvel: close takes 9 days", "the close takes nine days"),
        ("Inés de la Torre", "ines de la torre said the ledger moves in May", "the ledger moves in May"),
    ],
)
def test_a_full_name_in_a_note_is_the_reader(name: str, note: str, clause: str) -> None:
    assert [i.clause for i in understand(one_note(note, name=name)).ideas] == [clause]


def test_knowing_something_because_of_the_candidate_is_no_reason_to_tell() -> None:
    """The candidate of these cases is Robin Ashe, formerly of Rowan Dairy."""
    for reason in ("bc of me", "because of robin", "b/c of me"):
        ideas = understand(one_note(f"she knows rowan dairy {reason}")).ideas
        assert [i.clause for i in ideas] == ["you know Rowan Dairy"]


def test_the_last_word_of_a_firm_is_an_ordinary_word_elsewhere() -> None:
    """Fenwick Paper, Rowan Dairy."""
    said = [
        i.clause
        for i in understand(one_note("they sell paper cups and dairy cartons to fenwick stores")).ideas
    ]
    assert said == ["you sell paper cups and dairy cartons to Fenwick stores"]
