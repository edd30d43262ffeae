"""When an interview is: zones told, guessed, asked; ends told, counted, guessed."""

from datetime import datetime, timedelta

import pytest

from afterword.core.reading.invitation import read_invitation
from invitations import calendar, codes, event, only, read

VTIMEZONE = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16011104T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:{dst}
TZOFFSETTO:{std}
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010311T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:{std}
TZOFFSETTO:{dst}
END:DAYLIGHT
END:VTIMEZONE"""


@pytest.mark.parametrize(
    ("said", "zone", "offset"),
    [
        ("America/Halifax", "America/Halifax", "-04:00"),
        ("Pacific Standard Time", "America/Los_Angeles", "-08:00"),
        ("GTB Standard Time", "Europe/Bucharest", "+02:00"),
        ("/freeassociation.sourceforge.net/America/New_York", "America/New_York", "-05:00"),
        ("/citadel.org/20230101_1/Europe/Paris", "Europe/Paris", "+01:00"),
        ("tzone://Microsoft/Utc", "UTC", "+00:00"),
        (
            "/mozilla.org/20050126_1/America/Argentina/Buenos_Aires",
            "America/Argentina/Buenos_Aires",
            "-03:00",
        ),
        ("W. Europe Standard Time 1", "Europe/Berlin", "+01:00"),
        ("europe/berlin", "Europe/Berlin", "+01:00"),
        ("US/Eastern", "US/Eastern", "-05:00"),
        ("GMT+0100", "Etc/GMT-1", "+01:00"),
        ("UTC-03:30", "", "-03:30"),
    ],
)
def test_a_zone_name_with_one_meaning_is_certain(said: str, zone: str, offset: str) -> None:
    interview = read(start=f"DTSTART;TZID={said}:20261112T100000")
    assert interview.zone_certain or not zone
    assert interview.zone == zone
    assert interview.start == datetime.fromisoformat(f"2026-11-12T10:00{offset}")


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ('"(UTC-05:00) Eastern Time (US & Canada)"', "America/New_York"),
        ('"(UTC-08:00) Pacific Time (US & Canada)"', "America/Los_Angeles"),
        ('"(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', "Europe/Berlin"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(GMT-05.00) Eastern Time (US & Canada)", "America/New_York"),
        ("US-Eastern", "America/New_York"),
        ('"Pacific Time (US & Canada), Tijuana"', "America/Los_Angeles"),
    ],
)
def test_a_display_name_that_can_be_taken_apart_is_read_and_asked(said: str, zone: str) -> None:
    reading = read_invitation(calendar(event(start=f"DTSTART;TZID={said}:20261112T100000")))
    interview = only(reading)
    assert (interview.zone, interview.zone_certain) == (zone, False)
    assert "zone.check" in codes(reading)


@pytest.mark.parametrize(
    ("said", "suggested"),
    [
        ("Eastern", "America/New_York"),
        ("EST", "America/New_York"),
        ("Office Clock", None),
        ('"(UTC+01:00) Somewhere New"', "Europe/Berlin"),
    ],
)
def test_a_name_with_several_meanings_or_none_is_asked_and_the_wall_time_kept(
    said: str, suggested: str | None
) -> None:
    reading = read_invitation(calendar(event(start=f"DTSTART;TZID={said}:20261112T100000")))
    interview = only(reading)
    assert (interview.zone, interview.zone_certain) == ("", False)
    assert interview.start == datetime(2026, 11, 12, 10)  # noqa: DTZ001
    assert (suggested in interview.zone_suggestions) == (suggested is not None)
    assert "zone.ask" in codes(reading)


def test_a_floating_time_is_asked_with_the_calendars_own_zone_as_a_suggestion() -> None:
    reading = read_invitation(
        calendar(event(start="DTSTART:20261112T100000"), before="X-WR-TIMEZONE:America/Denver")
    )
    interview = only(reading)
    assert (interview.zone, interview.zone_suggestions) == ("", ("America/Denver",))
    assert interview.start is not None
    assert interview.start.tzinfo is None
    assert "zone.ask" in codes(reading)


@pytest.mark.parametrize(
    ("name", "std", "dst", "wall", "instant", "zone"),
    [
        (
            "Customized Time Zone",
            "-0500",
            "-0400",
            "20260715T100000",
            "2026-07-15T10:00-04:00",
            "America/New_York",
        ),
        (
            "Customized Time Zone",
            "-0500",
            "-0400",
            "20261115T100000",
            "2026-11-15T10:00-05:00",
            "America/New_York",
        ),
        ("Eastern", "-0500", "-0400", "20260715T100000", "2026-07-15T10:00-04:00", "America/New_York"),
        ("Our Clock", "-0930", "-0930", "20260715T100000", "2026-07-15T10:00-09:30", "Pacific/Marquesas"),
        ("Our Clock", "+0417", "+0417", "20260715T100000", "2026-07-15T10:00+04:17", ""),
    ],
)
def test_a_zone_the_file_defines_itself_gives_the_instant(
    name: str, std: str, dst: str, wall: str, instant: str, zone: str
) -> None:
    interview = read(
        start=f"DTSTART;TZID={name}:{wall}", before=VTIMEZONE.format(name=name, std=std, dst=dst)
    )
    assert interview.start == datetime.fromisoformat(instant)
    assert (interview.zone, interview.zone_certain) == (zone, True)


def test_a_file_that_contradicts_its_zones_name_is_looked_at() -> None:
    zone = VTIMEZONE.format(name="Europe/Paris", std="-0800", dst="-0700")
    reading = read_invitation(calendar(event(start="DTSTART;TZID=Europe/Paris:20261112T100000"), before=zone))
    assert only(reading).start == datetime.fromisoformat("2026-11-12T10:00+01:00")
    assert not only(reading).zone_certain
    assert "zone.check" in codes(reading)


@pytest.mark.parametrize(
    ("lines", "minutes", "guessed"),
    [
        (["DTEND:20261112T154500Z"], 45, False),
        (["DURATION:PT1H30M"], 90, False),
        (["DURATION:PT0S"], 60, True),
        (["DURATION:soon"], 60, True),
        ([], 60, True),
        (["DTEND:20261112T140000Z"], 60, True),
        (["DTEND:whenever"], 60, True),
        (["DTEND;TZID=Europe/Paris:20261112T170000"], 60, False),
        (["DTEND:20261112T170000"], 60, True),
    ],
)
def test_the_end_is_told_or_counted_or_one_marked_hour(lines: list[str], minutes: int, guessed: bool) -> None:
    interview = read(*lines)
    assert interview.start is not None
    assert interview.end is not None
    assert interview.end - interview.start == timedelta(minutes=minutes)
    assert interview.end_guessed is guessed


def test_a_length_counts_elapsed_time_over_a_change_of_clocks() -> None:
    """One hour from 01:30 in New York on the night the clocks go back ends at 01:30 again."""
    interview = read("DURATION:PT1H", start="DTSTART;TZID=America/New_York:20261101T013000")
    assert interview.start is not None
    assert interview.end is not None
    assert interview.end.timestamp() - interview.start.timestamp() == 3600


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        ([], "2026-11-12"),
        (["DTEND;VALUE=DATE:20261113"], "2026-11-12"),
        (["DTEND;VALUE=DATE:20261114"], "2026-11-13"),
        (["DURATION:P2D"], "2026-11-13"),
        (["DTEND;VALUE=DATE:20261101"], "2026-11-12"),
    ],
)
def test_an_all_day_event_ends_at_five_on_its_last_day(lines: list[str], last: str) -> None:
    interview = read(*lines, start="DTSTART;VALUE=DATE:20261112")
    assert interview.all_day
    assert interview.end_guessed
    assert interview.end == datetime.fromisoformat(f"{last}T17:00")


def test_a_time_in_utc_with_a_zone_beside_it_is_shown_in_that_zone() -> None:
    interview = read(start="DTSTART;TZID=Europe/London:20260712T140000Z")
    assert interview.start == datetime.fromisoformat("2026-07-12T14:00Z")
    assert (interview.zone, interview.zone_certain) == ("Europe/London", True)
