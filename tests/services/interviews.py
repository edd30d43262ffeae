"""An interview to build tests on: Thursday 12 November 2026, 15:00 to 16:00 New York, at Larkfield Foods."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from afterword.core.facts import Relation
from afterword.services.keep_interview import InterviewGiven
from afterword.services.place_people import Met

NEW_YORK = ZoneInfo("America/New_York")
START = datetime(2026, 11, 12, 15, 0, tzinfo=NEW_YORK)
END = datetime(2026, 11, 12, 16, 0, tzinfo=NEW_YORK)
LUIS = Met(
    "Luis Arango", title="Controller", email="luis@larkfield.example", relation=Relation.HIRING_MANAGER
)
PRIYA = Met("Priya Nair", email="priya@larkfield.example")


def given(**changes: Any) -> InterviewGiven:
    """The interview as the user confirms it."""
    usual = InterviewGiven(
        start=START,
        end=END,
        zone="America/New_York",
        company="Larkfield Foods",
        role="Senior Accountant",
        people=(LUIS, PRIYA),
    )
    return replace(usual, **changes)
