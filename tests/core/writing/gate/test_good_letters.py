"""Letters a practised hand wrote pass the gate without a warning."""

import pytest

from afterword.core.findings import Severity
from afterword.core.writing.gate.check import check_letter
from core.writing.gate.letters import Written, good_letters

LETTERS = good_letters()


@pytest.mark.parametrize("written", LETTERS, ids=lambda written: written.name)
def test_a_good_letter_passes(written: Written) -> None:
    """No warning, no stop; notes are allowed."""
    got = check_letter(
        written.case,
        to=written.to,
        kind=written.kind,
        subject=written.subject,
        body=written.body,
        others=written.others,
    )
    assert [(f.code, f.message) for f in got.findings if f.severity is not Severity.NOTE] == []


def test_there_are_enough_good_letters_of_every_kind() -> None:
    """A gate that lets three letters pass proves little."""
    assert len(LETTERS) >= 25
    assert {str(written.kind) for written in LETTERS} == {
        "thank_you",
        "status_check",
        "feedback_request",
        "connection_note",
        "withdrawal",
        "helper_thanks",
    }
