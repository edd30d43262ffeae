"""Working days by country, and moments moved into somebody's hours."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.core.protocol.workdays import (
    at_local,
    best_slot,
    country_of,
    first_zone,
    into_hours,
    is_working_day,
    last_polite,
    local_day,
    working_day,
    working_days_after,
)
from core.protocol.build import at, local

NINE, HALF_PAST_FIVE = time(9), time(17, 30)
MOMENTS = st.datetimes(datetime(2005, 1, 1), datetime(2034, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
ZONES = ("America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe", "Asia/Jerusalem", "UTC")


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("America/New_York", "US"),
        ("US/Eastern", "US"),
        ("EST", "US"),
        ("America/Toronto", "CA"),
        ("Canada/Pacific", "CA"),
        ("Europe/Kiev", "UA"),
        ("Asia/Calcutta", "IN"),
        ("GB", "GB"),
        ("UTC", ""),
        ("Etc/GMT+5", ""),
        ("Nowhere/Else", ""),
    ],
)
def test_a_zone_tells_the_country(zone: str, country: str) -> None:
    assert country_of(zone) == country


def test_every_zone_of_a_place_has_a_country() -> None:
    places = {
        zone
        for zone in available_timezones()
        if "/" in zone and not zone.startswith(("Etc/", "posix/", "right/"))
    }
    assert {zone for zone in places if not country_of(zone)} == set()


@pytest.mark.parametrize(
    ("names", "zone"),
    [
        (("", "Europe/Berlin", "UTC"), "Europe/Berlin"),
        (("Eastern Standard Time", "US/Eastern"), "US/Eastern"),
        (("../etc/passwd", "nonsense"), "UTC"),
        (("", ""), "UTC"),
    ],
)
def test_the_first_name_that_is_a_zone_is_taken(names: tuple[str, ...], zone: str) -> None:
    assert first_zone(*names).key == zone


@pytest.mark.parametrize(
    ("day", "country", "working"),
    [
        ("2026-11-26", "US", False),  # Thanksgiving
        ("2026-11-26", "CA", True),
        ("2026-07-03", "US", False),  # Independence Day observed on the Friday
        ("2026-12-28", "GB", False),  # Boxing Day's substitute
        ("2026-05-14", "DE", False),  # Ascension
        ("2026-11-15", "IL", True),  # a Sunday
        ("2026-11-13", "IL", False),  # a Friday
        ("2026-11-13", "AE", True),
        ("2026-11-14", "", False),  # a Saturday in a country not known
        ("2026-12-25", "", True),  # no country, no holidays
        ("2026-12-25", "XX", True),
    ],
)
def test_working_days_follow_the_country(day: str, country: str, working: bool) -> None:
    assert is_working_day(date.fromisoformat(day), country) is working


@pytest.mark.parametrize(
    ("day", "count", "after"),
    [("2026-11-20", 1, "2026-11-23"), ("2026-11-21", 1, "2026-11-23"), ("2026-11-24", 3, "2026-11-30")],
)
def test_working_days_after_skip_weekends_and_holidays(day: str, count: int, after: str) -> None:
    assert working_days_after(date.fromisoformat(day), count, "US") == date.fromisoformat(after)


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.sampled_from(["US", "GB", "IL", "DE", ""]))
@settings(max_examples=60)
def test_a_working_day_is_never_before_its_day_and_is_one(day: date, country: str) -> None:
    found = working_day(day, country)
    assert found >= day
    assert is_working_day(found, country)


@pytest.mark.parametrize(
    ("moment", "moved"),
    [
        ("2026-11-19 08:59", "Thu 2026-11-19 09:00"),
        ("2026-11-19 12:00", "Thu 2026-11-19 12:00"),
        ("2026-11-19 17:30", "Thu 2026-11-19 17:30"),
        ("2026-11-19 17:31", "Fri 2026-11-20 09:00"),
        ("2026-11-20 18:00", "Mon 2026-11-23 09:00"),
        ("2026-11-21 12:00", "Mon 2026-11-23 09:00"),
        ("2026-11-25 18:00", "Fri 2026-11-27 09:00"),
    ],
)
def test_a_moment_is_moved_forward_into_working_hours(moment: str, moved: str) -> None:
    zone = ZoneInfo("America/New_York")
    assert local(into_hours(at(moment), zone, "US", NINE, HALF_PAST_FIVE), zone.key) == moved


@given(
    MOMENTS,
    st.sampled_from(ZONES),
)
@settings(max_examples=80)
def test_moved_moments_lie_in_hours_on_a_working_day_and_never_earlier(moment: datetime, zone: str) -> None:
    country = country_of(zone)
    moved = into_hours(moment, ZoneInfo(zone), country, NINE, HALF_PAST_FIVE)
    shown = moved.astimezone(ZoneInfo(zone))
    assert moved >= moment
    assert NINE <= shown.time() <= HALF_PAST_FIVE
    assert is_working_day(shown.date(), country)
    assert into_hours(moved, ZoneInfo(zone), country, NINE, HALF_PAST_FIVE) == moved


@given(
    MOMENTS,
    st.sampled_from(ZONES),
)
@settings(max_examples=80)
def test_the_last_polite_moment_within_a_day_is_polite_and_not_later(wished: datetime, zone: str) -> None:
    found = last_polite(wished - timedelta(hours=23), wished, ZoneInfo(zone), time(8), time(18, 30))
    assert wished - timedelta(hours=23) <= found <= wished
    assert time(8) <= found.astimezone(ZoneInfo(zone)).time() <= time(18, 30)


def test_where_no_polite_moment_is_left_the_limit_beats_politeness() -> None:
    earliest, wished = at("2026-11-12 19:00"), at("2026-11-12 23:00")
    assert last_polite(earliest, wished, ZoneInfo("America/New_York"), time(8), time(18, 30)) == wished


def test_a_time_the_clocks_skip_is_read_as_the_later_one() -> None:
    """02:30 on 8 March 2026 does not exist in New York."""
    zone = ZoneInfo("America/New_York")
    assert local(at_local(date(2026, 3, 8), time(2, 30), zone), zone.key) == "Sun 2026-03-08 03:30"


def test_without_a_preferred_slot_before_the_due_time_the_opening_stands() -> None:
    opens, due = at("2026-11-20 16:00"), at("2026-11-23 17:30")
    zone = ZoneInfo("America/New_York")
    assert best_slot(opens, due, zone, "US", (1, 2, 3), ((time(9, 30), time(11, 30)),)) == opens


def test_the_day_of_an_instant_is_that_of_the_zone() -> None:
    moment = at("2026-11-12 23:30", "America/New_York")
    assert local_day(moment, ZoneInfo("America/New_York")) == date(2026, 11, 12)
    assert local_day(moment, ZoneInfo("Europe/London")) == date(2026, 11, 13)
