"""A calendar file: read back by another library, each entry says the same."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.core import facts as f
from afterword.core.handover.ics import Entry, calendar, interview_entry, seminar_entry, step_entry

STAMP = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")
INTERVIEW = f.Interview(
    id=f.InterviewId("i" * 32),
    opportunity=f.OpportunityId("o" * 32),
    start=datetime(2026, 11, 12, 15, 0, tzinfo=NEW_YORK),
    end=datetime(2026, 11, 12, 16, 0, tzinfo=NEW_YORK),
    zone="America/New_York",
    round="final",
    location="12 Pine St, Floor 3; ring twice",
    link="https://meet.example/x",
)
OPPORTUNITY = f.Opportunity(f.OpportunityId("o" * 32), "Northgate", "Senior Accountant")
LUIS = f.Person(f.PersonId("p" * 32), "Luis Ortega")


def only_event(text: str) -> icalendar.Event:
    icalendar.use_zoneinfo()
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return event


def test_an_interview_keeps_its_instants_and_its_words():
    event = only_event(calendar([interview_entry(INTERVIEW, OPPORTUNITY, [LUIS])], stamp=STAMP))
    assert event.decoded("dtstart") == INTERVIEW.start
    assert event.decoded("dtend") == INTERVIEW.end
    assert str(event["summary"]) == "Interview: Senior Accountant, Northgate"
    assert str(event["location"]) == "12 Pine St, Floor 3; ring twice"
    assert str(event["description"]) == "With Luis Ortega\nfinal"
    assert str(event["x-afterword-zone"]) == "America/New_York"
    assert str(event["status"]) == "CONFIRMED"


@pytest.mark.parametrize(
    ("end", "after"),
    [
        (datetime(2026, 11, 12, 17, 0, tzinfo=NEW_YORK), date(2026, 11, 13)),
        (datetime(2026, 11, 13, 0, 0, tzinfo=NEW_YORK), date(2026, 11, 13)),
        (datetime(2026, 11, 13, 17, 0, tzinfo=NEW_YORK), date(2026, 11, 14)),
    ],
)
def test_whole_days_end_on_the_day_after_the_last(end, after):
    entry = Entry(
        "a@b", datetime(2026, 11, 12, 0, 0, tzinfo=NEW_YORK), end, "Panel", "America/New_York", all_day=True
    )
    event = only_event(calendar([entry], stamp=STAMP))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 11, 12), after)


def test_what_was_cancelled_says_so():
    gone = f.Seminar(
        f.FactId("s" * 32), "Tax day", INTERVIEW.start, INTERVIEW.end, "America/New_York", cancelled=True
    )
    assert str(only_event(calendar([seminar_entry(gone)], stamp=STAMP))["status"]) == "CANCELLED"


def test_a_step_leaves_the_time_free():
    step = step_entry(key="thank_you-1", at=STAMP, zone="UTC", summary="Thank Luis", reason="You met Luis.")
    event = only_event(calendar([step], stamp=STAMP))
    assert str(event["transp"]) == "TRANSPARENT"
    assert str(event["uid"]) == "thank_you-1@afterword.invalid"


@given(
    summary=st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=200),
    lines=st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp"))), max_size=4),
)
def test_any_words_survive_and_no_line_is_longer_than_75_octets(summary, lines):
    entry = Entry(
        "a@b", STAMP, STAMP, summary, description="\n".join(lines), url="https://x.example/\r\nEND:VEVENT"
    )
    text = calendar([entry], stamp=STAMP)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    event = only_event(text)
    assert str(event["summary"]) == summary
    assert str(event.get("description", "")).split("\n") == ("\n".join(lines).splitlines() or [""])
