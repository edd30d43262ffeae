"""From the free box only what names work is used; a typed point has been said to belong in the letter."""

import pytest

from afterword.core.writing.idea import Risk
from afterword.core.writing.notes.risk_work import NO_WORK
from afterword.core.writing.understand import understand
from core.writing.notes.cases import one_note


@pytest.mark.parametrize(
    ("jotted", "used"),
    [
        ("they run four ledgers in Xero", True),
        ("the 31 strip malls are in Ohio", True),
        ("they are moving to Plex in May", True),
        ("the bakery ships to nine states", True),
        ("they bake together on Fridays", True),
        ("asked what I would change first", True),
        ("showed me the cold store", True),
        ("engineers sign timesheets the day after", True),
        ("drivers phone figures in the night before", True),
        ("ZATCA invoices since spring", True),
        ("pancakes on Thursdays", True),
        ("likes a plan on one wall", True),
        ("she collects old maps", True),
        ("she started as a chemist", True),
        ("told me what the last one earned", False),
        ("likes a smoke at ten", False),
        ("her sofa is green", False),
        ("a bright red Jag outside", False),
        ("a boat race on the wall", False),
        ("the soup was orange", False),
        ("a purple scarf and a parrot", False),
    ],
)
def test_a_jotting_is_used_when_it_names_work(jotted: str, used: bool) -> None:
    read = understand(one_note(jotted))
    assert any(idea.risk is not Risk.BLOCKED for idea in read.ideas) is used


def test_what_names_no_work_is_listed_with_what_to_do() -> None:
    read = understand(one_note("the month end takes six days. a purple scarf hung there"))
    assert [k.text for k in read.kept_out if (k.code, k.why) == NO_WORK] == ["a purple scarf hung there"]
