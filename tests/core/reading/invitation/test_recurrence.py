"""Recurring events: the same starts an independent implementation gives, within bounds no rule can pass."""

from datetime import UTC, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from afterword.core.reading.invitation import read_invitation
from afterword.core.reading.invitation.limits import MAX_HORIZON, MAX_OCCURRENCES
from afterword.core.reading.invitation.recurrence import read_rule, starts
from invitations import calendar, codes, event, only

FIRST = datetime(2026, 11, 12, 15, tzinfo=UTC)  # a Thursday


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;COUNT=3", ["11-12", "11-13", "11-14"]),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=3", ["11-12", "11-26", "12-10"]),
        ("FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261120T235959Z", ["11-12", "11-17", "11-19"]),
        ("FREQ=MONTHLY;BYDAY=2TH;COUNT=3", ["11-12", "12-10", "01-14"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", ["11-12", "11-27", "12-25"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", ["11-12", "11-30"]),
        ("FREQ=YEARLY;COUNT=2", ["11-12", "11-12"]),
        ("FREQ=DAILY;UNTIL=20261113", ["11-12", "11-13"]),
        ("FREQ=DAILY;UNTIL=20261113T140000Z", ["11-12"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", ["11-12", "11-30"]),
    ],
)
def test_starts_of_common_rules(rule: str, days: list[str]) -> None:
    read = read_rule(rule)
    assert read is not None
    assert [f"{start:%m-%d}" for start in starts(FIRST, read)] == days


DAYS = st.lists(
    st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=3, unique=True
)
RULES = st.one_of(
    st.builds("FREQ=DAILY;INTERVAL={}".format, st.integers(1, 9)),
    st.builds(lambda n, days: f"FREQ=WEEKLY;INTERVAL={n};BYDAY={','.join(days)}", st.integers(1, 5), DAYS),
    st.builds(lambda n, day: f"FREQ=MONTHLY;INTERVAL={n};BYMONTHDAY={day}", st.integers(1, 4), st.sampled_from([1, 15, 31, -1])),
    st.builds(lambda nth, days: f"FREQ=MONTHLY;BYDAY={nth}{days[0]}", st.sampled_from([1, 2, 5, -1]), DAYS),
    st.builds(lambda month, nth, days: f"FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{days[0]}", st.integers(1, 12), st.sampled_from([1, -1]), DAYS),
)  # fmt: skip


@given(RULES, st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)))  # noqa: DTZ001
def test_starts_agree_with_dateutil(rule: str, first: datetime) -> None:
    """Beyond the first start, which always counts here, both give the same days for two years."""
    first = first.replace(microsecond=0)
    read = read_rule(rule)
    assert read is not None
    until = datetime.combine(first.date() + MAX_HORIZON, first.time())
    expected = [
        start for start in rrulestr(rule, dtstart=first).between(first, until, inc=True) if start != first
    ]
    assert list(starts(first, read))[1:] == expected[: MAX_OCCURRENCES - 1]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=1",
        "FREQ=HOURLY;INTERVAL=5",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=FORTNIGHTLY",
        "COUNT=3",
        "FREQ=DAILY;INTERVAL=many",
        "",
    ],
)
def test_rules_that_are_not_followed_show_the_first_start_and_say_so(rule: str) -> None:
    reading = read_invitation(calendar(event(f"RRULE:{rule or 'X'}")))
    assert only(reading).start == FIRST
    assert only(reading).occurrences == ()
    assert "recurrence.unread" in codes(reading)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;COUNT=999999999",
        "FREQ=DAILY;UNTIL=99991231T235959Z",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2;COUNT=1",
        "FREQ=DAILY;INTERVAL=99999999999999",
    ],
)
def test_no_rule_gives_more_than_the_bounds(rule: str) -> None:
    interview = only(read_invitation(calendar(event(f"RRULE:{rule}"))))
    assert 1 <= len(interview.occurrences) <= MAX_OCCURRENCES
    assert max(interview.occurrences) - FIRST <= MAX_HORIZON


def test_wall_time_is_kept_over_the_change_of_clocks() -> None:
    data = calendar(event("RRULE:FREQ=WEEKLY;COUNT=2", start="DTSTART;TZID=Europe/London:20261019T090000"))
    first, second = only(read_invitation(data)).occurrences
    assert (first.hour, second.hour) == (9, 9)
    assert second.timestamp() - first.timestamp() == timedelta(days=7, hours=1).total_seconds()


def test_listed_dates_count_too() -> None:
    data = calendar(event("RDATE:20261120T150000Z,20261121T150000Z", "EXDATE:20261112T150000Z"))
    assert [f"{start:%d}" for start in only(read_invitation(data)).occurrences] == ["20", "21"]
