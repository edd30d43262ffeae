"""Days and wall clocks into instants, clock changes included."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from afterword.core.errors import BadInput
from afterword.core.reading.walltime import NoSuchTime, UnknownZone, end_of, wall_time


@pytest.mark.parametrize(
    ("day", "clock", "zone", "instant"),
    [
        (date(2026, 11, 12), time(15), "America/New_York", "2026-11-12T15:00:00-05:00"),
        (date(2026, 7, 1), time(15), "America/New_York", "2026-07-01T15:00:00-04:00"),
        (date(2026, 11, 12), time(9, 30), "Asia/Kolkata", "2026-11-12T09:30:00+05:30"),
        (date(2026, 11, 1), time(1, 30), "America/New_York", "2026-11-01T01:30:00-04:00"),
    ],
)
def test_a_wall_clock_names_one_instant(day, clock, zone, instant):
    assert wall_time(day, clock, zone).isoformat() == instant


def test_a_time_that_the_clocks_skip_is_refused():
    with pytest.raises(NoSuchTime, match="2026-03-08"):
        wall_time(date(2026, 3, 8), time(2, 30), "America/New_York")


@pytest.mark.parametrize("name", ["", "Eastern", "../etc/passwd", "America/Nowhere"])
def test_a_name_that_is_no_zone_is_refused(name):
    with pytest.raises(UnknownZone):
        wall_time(date(2026, 11, 12), time(15), name)


START = wall_time(date(2026, 11, 12), time(15), "America/New_York")


@pytest.mark.parametrize(
    ("end", "minutes", "finish", "guessed"),
    [
        (time(15, 45), None, "15:45", False),
        (None, 30, "15:30", False),
        (time(15, 45), 30, "15:45", False),
        (None, None, "16:00", True),
    ],
)
def test_an_end_is_told_or_guessed_as_an_hour(end, minutes, finish, guessed):
    moment, was_guessed = end_of(START, end=end, minutes=minutes)
    assert (f"{moment:%H:%M}", was_guessed) == (finish, guessed)


def test_a_length_is_real_time_over_a_clock_change():
    start = wall_time(date(2026, 11, 1), time(1, 30), "America/New_York")
    assert end_of(start, end=None, minutes=60)[0].isoformat() == "2026-11-01T01:30:00-05:00"


def test_an_end_before_the_start_is_refused():
    with pytest.raises(BadInput, match="after the start"):
        end_of(START, end=time(14), minutes=None)


def test_an_instant_keeps_its_zone():
    assert START.tzinfo == ZoneInfo("America/New_York")
