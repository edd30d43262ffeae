"""Decision dates: what employers say, the day it means, and everything that is no decision date."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.core.reading.dates import read_date
from afterword.core.reading.dates.days import NAMED, after_working_days, easter, named_day

TABLE = Path(__file__).with_name("sentences.tsv")


def rows() -> list[tuple[str, str, str, str]]:
    found = []
    for line in TABLE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            said_on, text, meant, earliest = (*line.split("\t"), "", "")[:4]
            found.append((said_on, text, meant, earliest))
    return found


def noon(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00+00:00")


@pytest.mark.parametrize(("said_on", "text", "meant", "earliest"), rows())
def test_a_sentence_means_this_day(said_on: str, text: str, meant: str, earliest: str) -> None:
    reading = read_date(text, now=noon(said_on))
    assert (reading.date.isoformat() if reading.date else "") == meant
    assert (reading.earliest.isoformat() if reading.earliest else "") == earliest


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("by 20 sep", "2026-09-20"),
        ("by the 20th", "2026-09-20"),
        ("wed 23", "2026-09-23"),
        ("2 wks", "2026-09-28"),
        ("hear by 25", "2026-09-25"),
        ("cfo next, decision by 2 oct", "2026-10-02"),
        ("committee 22, answer by 24", "2026-09-24"),
        ("end of next wk / 25th", "2026-09-25"),
        ("Friday", "2026-09-18"),
        ("eow", "2026-09-18"),
        ("she will ring me", ""),
        ("-", ""),
        ("", ""),
        ("no idea", ""),
    ],
)
def test_a_note_of_a_promise_needs_no_word_about_deciding(text: str, meant: str) -> None:
    reading = read_date(text, now=noon("2026-09-14"), promised=True)
    assert (reading.date.isoformat() if reading.date else "") == meant


def test_a_bare_number_is_a_day_only_in_a_note_of_a_promise() -> None:
    assert read_date("You will hear by 25.", now=noon("2026-09-14")).date is None


@pytest.mark.parametrize(
    ("country", "meant", "earliest", "ambiguous"),
    [
        ("US", date(2026, 11, 10), None, False),
        ("GB", date(2026, 10, 11), None, False),
        ("", date(2026, 11, 10), date(2026, 10, 11), True),
    ],
)
def test_day_and_month_in_numbers_follow_the_country_or_are_asked(
    country: str, meant: date, earliest: date | None, ambiguous: bool
) -> None:
    """11/10 on 14 September 2026: 10 November in America, 11 October in Britain."""
    reading = read_date("We decide by 11/10.", now=noon("2026-09-14"), country=country)
    assert (reading.date, reading.earliest, reading.ambiguous) == (meant, earliest, ambiguous)


@pytest.mark.parametrize(
    ("said", "meant", "ambiguous"),
    [
        ("2026-09-14T12:00-05:00", date(2026, 11, 10), True),
        ("2026-09-14T12:00+02:00", date(2026, 10, 11), True),
        ("2026-09-14T12:00+00:00", date(2026, 11, 10), True),
    ],
)
def test_without_a_country_the_clocks_say_which_number_is_the_month(
    said: str, meant: date, ambiguous: bool
) -> None:
    """11/10 where clocks are five hours behind (America), two ahead (Europe), and at UTC (anywhere: the later)."""
    reading = read_date("We decide by 11/10.", now=datetime.fromisoformat(said))
    assert (reading.date, reading.ambiguous) == (meant, ambiguous)


def test_a_weekday_beside_it_says_which_number_is_the_month() -> None:
    """11/10/2026 is a Tuesday in November and a Sunday in October."""
    reading = read_date("We decide by Tuesday 11/10.", now=datetime.fromisoformat("2026-09-14T12:00+02:00"))
    assert (reading.date, reading.ambiguous) == (date(2026, 11, 10), False)


@pytest.mark.parametrize(
    ("country", "meant"), [("", date(2026, 11, 30)), ("GB", date(2026, 11, 30)), ("US", date(2026, 12, 1))]
)
def test_business_days_skip_the_holidays_of_a_known_country(country: str, meant: date) -> None:
    """Three business days after Wednesday 25 November 2026; Thanksgiving is the 26th."""
    assert (
        read_date("You hear within 3 business days.", now=noon("2026-11-25"), country=country).date == meant
    )


def test_next_weekday_shows_both_readings_and_takes_the_later() -> None:
    reading = read_date("We'll tell you next Friday.", now=noon("2026-09-14"))
    assert (reading.earliest, reading.date, reading.ambiguous) == (date(2026, 9, 18), date(2026, 9, 25), True)


def test_a_weekday_said_on_that_weekday_is_to_be_looked_at() -> None:
    reading = read_date("You'll hear by Monday.", now=noon("2026-09-14"))
    assert (reading.earliest, reading.date, reading.ambiguous) == (date(2026, 9, 14), date(2026, 9, 21), True)


def test_the_day_counts_where_the_words_were_said() -> None:
    """23:30 in New York is already tomorrow in London."""
    new_york = datetime(2026, 9, 14, 23, 30, tzinfo=timezone(timedelta(hours=-4)))
    assert read_date("You'll hear tomorrow.", now=new_york).date == date(2026, 9, 15)
    assert read_date("You'll hear tomorrow.", now=new_york.astimezone(UTC)).date == date(2026, 9, 16)


def test_the_words_that_decided_are_the_users_own() -> None:
    reading = read_date("Well — you’ll hear by the End of Next Week.", now=noon("2026-09-14"))
    assert reading.words == "by the End of Next Week"
    assert "Friday" in reading.reading


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
    ],
)
def test_easter_falls_where_almanacs_say(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("name", "country", "day"),
    [
        ("thanksgiving", "US", date(2026, 11, 26)),
        ("thanksgiving", "CA", date(2026, 10, 12)),
        ("labor day", "", date(2027, 9, 6)),
        ("memorial day", "", date(2027, 5, 31)),
        ("christmas", "", date(2026, 12, 25)),
        ("new year", "", date(2027, 1, 1)),
    ],
)
def test_named_days_are_the_next_of_their_name(name: str, country: str, day: date) -> None:
    assert named_day(name, today=date(2026, 9, 14), country=country) == day


@given(st.sampled_from(sorted(NAMED)), st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_a_named_day_lies_ahead_and_within_thirteen_months(name: str, today: date) -> None:
    assert today <= named_day(name, today=today, country="") <= today + timedelta(days=396)


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(1, 30))
def test_working_days_end_on_a_working_day_no_sooner_than_counted(start: date, count: int) -> None:
    day = after_working_days(start, count, country="")
    assert day.weekday() < 5
    assert day - start >= timedelta(days=count)


FRAGMENTS = ("we decide", "by", "next", "friday", "the 31st", "12/13", "2026-02-30", "end of", "q9", "0 weeks", "before",
             "christmas", "week of the 30th", "may", "99 months", "\n", ".", ",", "’", "İ", "第", "999999999 days")  # fmt: skip


@given(
    st.lists(st.sampled_from(FRAGMENTS), max_size=12),
    st.dates(date(2020, 1, 1), date(2090, 1, 1)),
)
def test_any_string_of_words_gives_a_day_from_today_on_or_none(words: list[str], said: date) -> None:
    reading = read_date(" ".join(words), now=noon(said.isoformat()))
    assert reading.date is None or reading.date >= said
    assert reading.earliest is None or (reading.date is not None and reading.earliest <= reading.date)


@pytest.mark.parametrize("words", ["we decide not friday or ", "1/1 ", "not until ", "two weeks or "])
def test_a_list_of_dates_promises_nothing(words: str) -> None:
    assert read_date(words * 100, now=noon("2026-11-23")).date is None


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert read_date(text, now=noon("2026-09-14")) == read_date(text, now=noon("2026-09-14"))
