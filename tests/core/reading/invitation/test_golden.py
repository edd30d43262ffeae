"""Real-shaped invitations of the usual senders, and what must be understood of each."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from afterword.core.reading.invitation import read_invitation, to_json
from invitations import codes, only

GOLDEN = Path(__file__).parents[3] / "golden"
MINE = frozenset({"ines.vogel@mail.example"})


@pytest.mark.parametrize(
    ("name", "start", "end", "zone", "certain"),
    [
        ("ics/google_panel.ics", "2026-11-12T13:30-06:00", "2026-11-12T14:15-06:00", "America/Chicago", True),
        ("eml/invite_twice.eml", "2026-11-12T13:30-06:00", "2026-11-12T14:15-06:00", "America/Chicago", True),
        ("ics/outlook_customized_pacific.ics", "2026-11-12T10:00-08:00", "2026-11-12T10:45-08:00", "America/Los_Angeles", True),
        ("ics/outlook_customized_india.ics", "2026-11-12T10:00+05:30", "2026-11-12T10:45+05:30", "Asia/Kolkata", True),
        ("ics/exchange_display_zone.ics", "2026-11-12T15:00-05:00", "2026-11-12T16:00-05:00", "America/New_York", False),
        ("ics/zoom_no_reply.ics", "2026-11-12T15:00Z", "2026-11-12T15:30Z", "Europe/London", True),
        ("ics/outlook_utf16.ics", "2026-11-12T09:30+01:00", "2026-11-12T10:30+01:00", "Europe/Berlin", True),
        ("ics/windows_1252.ics", "2026-11-12T15:00Z", "2026-11-12T16:00Z", "UTC", True),
        ("ics/apple_all_day.ics", "2026-11-16T00:00", "2026-11-17T17:00", "", False),
    ],
)  # fmt: skip
def test_start_end_and_zone(name: str, start: str, end: str, zone: str, certain: bool) -> None:
    interview = only(read_invitation((GOLDEN / name).read_bytes(), mine=MINE))
    assert (interview.start, interview.end) == (datetime.fromisoformat(start), datetime.fromisoformat(end))
    assert (interview.zone, interview.zone_certain) == (zone, certain)


@pytest.mark.parametrize(
    ("name", "likely", "unlikely"),
    [
        (
            "ics/google_panel.ics",
            ["priya@aldermills.example", "tom.reyes@aldermills.example"],
            {
                "ines.vogel@mail.example": "your own address",
                "c_188x@resource.calendar.google.com": "a room or resource",
            },
        ),
        (
            "ics/outlook_customized_pacific.ics",
            ["okafor@harbor.example"],
            {"ines.vogel@mail.example": "your own address"},
        ),
        ("ics/zoom_no_reply.ics", [""], {"no-reply@zoom.us": "an address nobody reads"}),
    ],
)
def test_who_is_likely_to_have_interviewed(name: str, likely: list[str], unlikely: dict[str, str]) -> None:
    people = only(read_invitation((GOLDEN / name).read_bytes(), mine=MINE)).people
    assert [person.email for person in people if person.likely_interviewer] == likely
    assert {person.email: person.why for person in people if not person.likely_interviewer} == unlikely


@pytest.mark.parametrize(
    ("name", "link", "company", "role"),
    [
        ("ics/google_panel.ics", "https://meet.google.com/abc-defg-hij", "Alder Mills", "Cost Accountant"),
        ("ics/exchange_display_zone.ics", "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x/0", "Northwind Grain", "Staff Accountant"),
        ("ics/zoom_no_reply.ics", "https://us02web.zoom.us/j/84412345678?pwd=abc", None, "Payroll Administrator"),
        ("ics/windows_1252.ics", "", "Café Brezo", None),
    ],
)  # fmt: skip
def test_link_company_and_role(name: str, link: str, company: str | None, role: str | None) -> None:
    interview = only(read_invitation((GOLDEN / name).read_bytes()))
    assert interview.link == link
    assert (interview.company.text if interview.company else None) == company
    assert (interview.role.text if interview.role else None) == role


def test_html_is_stripped_and_scripts_are_gone() -> None:
    interview = only(read_invitation((GOLDEN / "ics/google_panel.ics").read_bytes()))
    assert (
        interview.description
        == "Hi Ines, looking forward to it!\n\nPrepare: https://aldermills.example/cases case notes"
    )


def test_two_senders_use_one_zone_name_for_different_zones() -> None:
    """Whichever file comes first, "Customized Time Zone" means what each file says."""
    pacific, india = (
        (GOLDEN / f"ics/outlook_customized_{zone}.ics").read_bytes() for zone in ("pacific", "india")
    )
    for order in ((pacific, india), (india, pacific)):
        starts = {only(read_invitation(data)).start.isoformat() for data in order}  # type: ignore[union-attr]
        assert starts == {"2026-11-12T10:00:00-08:00", "2026-11-12T10:00:00+05:30"}


def test_the_same_invitation_twice_in_a_mail_is_one_interview() -> None:
    reading = read_invitation((GOLDEN / "eml/invite_twice.eml").read_bytes())
    assert only(reading).uid == "4k2r9q7v1alder@google.com"
    assert "ines.vogel@mail.example" not in {p.email for p in only(reading).people if p.likely_interviewer}


def test_a_mail_without_an_invitation_says_so() -> None:
    reading = read_invitation((GOLDEN / "eml/no_invitation.eml").read_bytes())
    assert reading.interviews == ()
    assert codes(reading) == {"mail.no_invitation"}


def test_what_can_be_read_of_a_broken_file_is_kept_and_the_rest_is_named() -> None:
    reading = read_invitation((GOLDEN / "ics/broken_in_the_middle.ics").read_bytes())
    assert [interview.uid for interview in reading.interviews] == ["good-1", "half-1", "cut-1"]
    messages = " ".join(finding.message for finding in reading.findings)
    for named in ("VTIMEZONE", "Broken Zone", "DTSTART", "next Tuesday", "DTEND", "no colon in this line"):
        assert named in messages
    assert "Bring: a smile" in reading.interviews[0].description
    assert any("bad-1" in text for text in reading.unreadable)
    assert {
        "zone.unreadable",
        "event.unreadable",
        "event.property",
        "event.line",
        "event.truncated",
    } <= codes(reading)


def test_a_series_shows_its_occurrences_without_the_excepted_and_the_moved() -> None:
    """Weekly at 10:00 New York from 28 October, across the end of summer time; 4 November is excepted, the 11th moved."""
    reading = read_invitation((GOLDEN / "ics/series_and_exception.ics").read_bytes())
    series, moved = reading.interviews
    assert [start.isoformat() for start in series.occurrences] == [
        "2026-10-28T10:00:00-04:00",
        "2026-11-18T10:00:00-05:00",
    ]
    assert moved.recurrence_id == "20261111T150000Z"
    assert "recurrence.which" in codes(reading)


def answered(answer: dict[str, Any]) -> dict[str, Any]:
    (interview,) = answer["interviews"]
    return dict(interview)


def test_the_answer_has_the_promised_keys_and_times_with_offsets() -> None:
    answer = to_json(read_invitation((GOLDEN / "ics/google_panel.ics").read_bytes(), mine=MINE))
    interview = answered(answer)
    promised = (
        "uid method sequence status summary start end end_guessed zone zone_certain link location people"
    )
    assert set(promised.split()) <= set(interview)
    assert interview["start"] == "2026-11-12T13:30:00-06:00"
    assert {"name", "email", "role", "likely_interviewer", "why"} <= set(interview["people"][0])
    assert answer["findings"] == []


def test_an_all_day_event_answers_with_days() -> None:
    interview = answered(to_json(read_invitation((GOLDEN / "ics/apple_all_day.ics").read_bytes())))
    assert (interview["start"], interview["end"], interview["all_day"]) == ("2026-11-16", "2026-11-17", True)


@pytest.mark.parametrize(
    ("name", "likely", "company", "role", "link"),
    [
        (
            "greenhouse_schedule.ics",
            [("Priya Nandakumar", "Controller"), ("Tom Reyes", "Payroll Manager")],
            "Alder Mills",
            "Senior Accountant",
            "https://aldermills.zoom.us/j/98100200300?pwd=abc",
        ),
        (
            "workday_panel.ics",
            [("Priya Nandakumar", "Controller"), ("Tom Reyes", "Payroll Manager")],
            "Aldermills",
            "General Ledger Accountant",
            "",
        ),
        (
            "ashby_pronouns.ics",
            [("Priya Nandakumar", "Controller"), ("Tom Reyes", "")],
            "Alder Mills",
            None,
            "https://meet.google.com/abc-defg-hij",
        ),
    ],
)
def test_applicant_systems_name_the_interviewers_in_the_description(
    name: str, likely: list[tuple[str, str]], company: str, role: str | None, link: str
) -> None:
    interview = only(read_invitation((GOLDEN / "ics" / name).read_bytes(), mine=MINE))
    assert [(one.name, one.title) for one in interview.people if one.likely_interviewer] == likely
    assert (interview.company and interview.company.text) == company
    assert (interview.role and interview.role.text) == role
    assert interview.link == link


def test_a_zone_named_only_in_the_text_is_offered_beside_utc() -> None:
    interview = only(read_invitation((GOLDEN / "ics/ashby_pronouns.ics").read_bytes(), mine=MINE))
    assert (interview.zone, interview.zone_suggestions[0]) == ("UTC", "America/Chicago")
