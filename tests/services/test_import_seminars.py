"""Events of calendar files: each once, and later versions change what the file changed, never what the user said."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from afterword.adapters.reader.memory import MemoryReader
from afterword.core import facts as f
from afterword.core.errors import Refused
from afterword.services.confirm_interview import leave_out
from afterword.services.import_invitation import import_invitation
from afterword.services.import_seminars import import_seminars, keep_as_seminar
from afterword.services.keep_seminar import SeminarGiven, correct_seminar, keep_seminar, set_seminar
from afterword.store import facts, models

pytestmark = pytest.mark.django_db

HOME = "America/New_York"
START = datetime(2026, 11, 19, 23, 0, tzinfo=UTC)


def event(
    *, uid="cpe-1@chapter.example", version=1, start="20261119T230000Z", place="Harold Hall", status="",
    title="Chapter evening: leases", more="",
):  # fmt: skip
    """One event, without an end; ``version`` is its SEQUENCE."""
    lines = [
        "BEGIN:VEVENT", uid and f"UID:{uid}", f"SEQUENCE:{version}", "DTSTAMP:20261101T120000Z",
        start and f"DTSTART{'' if start.startswith(';') else ':'}{start}", f"SUMMARY:{title}",
        place and f"LOCATION:{place}", status and f"STATUS:{status}", more, "END:VEVENT",
    ]  # fmt: skip
    return "".join(f"{line}\r\n" for line in lines if line)


def calendar(*events, method=""):
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n" + (
        f"METHOD:{method}\r\n" if method else ""
    )
    return f"{head}{''.join(events)}END:VCALENDAR\r\n".encode()


@pytest.fixture
def give(workspace, ids):
    """Read a calendar of these events; the value is what the file did, without the findings."""

    def read(*events, method=""):
        done = import_seminars(
            "chapter.ics", calendar(*events, method=method), zone=HOME, reader=MemoryReader(),
            owner=workspace, ids=ids,
        )  # fmt: skip
        counts = {
            name: getattr(done, name) for name in ("added", "moved", "changed", "called_off", "back_on")
        }
        return {name: count for name, count in counts.items() if count}

    return read


@pytest.fixture
def here(workspace):
    """The seminars on record."""
    return lambda: facts.load_facts(workspace).seminars


@pytest.fixture
def drop(workspace, ids, now):
    """Drop a file where invitations go; the value is its id."""

    def kept(data):
        return import_invitation(
            data, name="chapter.ics", owner=workspace, reader=MemoryReader(), ids=ids, now=now
        ).id

    return kept


@pytest.fixture
def as_seminar(workspace, ids, now):
    """“It is a seminar or conference”, said of the first event of a dropped file."""
    return lambda file: keep_as_seminar(file, 0, zone=HOME, owner=workspace, ids=ids, now=now)


def wall(hour):
    """A time on 19 November as somebody types it."""
    return datetime(2026, 11, 19, hour)  # noqa: DTZ001


def typed(owner, ids):
    keep_seminar(
        SeminarGiven("Chapter evening: leases", wall(18), None, HOME, "Room 2", "https://chapter.example/leases"),
        owner=owner, ids=ids,
    )  # fmt: skip


def test_two_events_of_one_name_and_hour_are_two_where_each_has_an_id(give, here):
    assert give(event(uid="room-a@x"), event(uid="room-b@x")) == {"added": 2}
    assert give(event(uid="room-a@x"), event(uid="room-b@x")) == {}
    assert len(here()) == 2


def test_without_an_id_the_name_and_the_hour_tell(give, here):
    assert give(event(uid="")) == {"added": 1}
    assert give(event(uid="")) == {}
    assert give(event()) == {}
    assert give(event(version=2, start="20261119T220000Z")) == {"moved": 1}
    assert len(here()) == 1


def test_a_version_that_names_no_id_takes_none_away(give, here):
    assert give(event()) == {"added": 1}
    give(event(uid="", version=2))
    assert give(event(version=3, start="20261119T220000Z")) == {"moved": 1}
    assert len(here()) == 1


def test_what_was_typed_stays_and_later_news_of_the_file_reach_it(give, here, workspace, ids):
    typed(workspace, ids)
    [before] = here()
    for _ in range(2):
        assert give(event()) == {}
    assert replace(here()[0], source=before.source) == before
    assert give(event(version=2, start="20261119T220000Z")) == {"moved": 1}
    [after] = here()
    assert (after.start.hour, after.place, after.url) == (22, before.place, before.url)


@pytest.mark.parametrize(
    ("later", "told", "hour", "place"),
    [
        ({}, {}, 22, "Room 2"),
        ({"more": "DESCRIPTION:Bring a pen."}, {}, 22, "Room 2"),
        ({"place": "Hall B"}, {"changed": 1}, 22, "Hall B"),
        ({"start": "20261120T010000Z"}, {"moved": 1}, 1, "Room 2"),
        ({"place": ""}, {}, 22, "Room 2"),
        ({"status": "CONFIRMED"}, {}, 22, "Room 2"),
    ],
)
def test_a_later_version_changes_only_what_the_file_changed(give, here, workspace, later, told, hour, place):
    """The user corrected the file's 23:00 in Harold Hall to 22:00 in Room 2; the file comes again with SEQUENCE 2."""
    give(event())
    corrected = SeminarGiven("Leases", wall(22), None, "UTC", "Room 2")
    correct_seminar(here()[0].id, corrected, owner=workspace)
    assert give(event(**{"version": 2} | later)) == told
    [after] = here()
    assert (after.title, after.start.hour, after.place) == ("Leases", hour, place)


def test_an_event_called_off_is_so_once_and_the_user_has_the_last_word(give, here, workspace):
    give(event())
    off = event(version=2, status="CANCELLED")
    assert give(off) == {"called_off": 1}
    set_seminar(here()[0].id, cancelled=False, owner=workspace)
    assert give(off) == {}
    assert not here()[0].cancelled


def test_an_event_that_takes_place_after_all_is_back_on(give, here):
    give(event())
    give(event(version=2, status="CANCELLED"))
    assert give(event()) == {}
    assert here()[0].cancelled
    assert give(event(version=3, start="20261119T220000Z")) == {"back_on": 1}
    assert (here()[0].cancelled, here()[0].start.hour) == (False, 22)


def test_what_the_user_called_off_stays_so_while_the_file_says_nothing_of_it(give, here, workspace):
    give(event())
    set_seminar(here()[0].id, cancelled=True, owner=workspace)
    assert give(event(version=2, place="Hall B")) == {"changed": 1}
    assert here()[0].cancelled


def test_an_older_cancellation_does_not_call_off_a_later_version(give, here):
    give(event(version=3))
    assert give(event(version=2, status="CANCELLED")) == {}
    assert not here()[0].cancelled


def test_a_cancellation_needs_no_time_and_means_every_event_of_a_series(give, here):
    weekly = [
        event(more=f"RECURRENCE-ID:2026111{day}T230000Z", start=f"2026111{day}T230000Z") for day in (2, 9)
    ]
    assert give(*weekly, event(uid="other@x")) == {"added": 3}
    assert give(event(version=2, start=""), method="CANCEL") == {"called_off": 2}
    assert sorted(one.cancelled for one in here()) == [False, True, True]


def test_a_cancellation_of_what_is_not_on_record_adds_nothing(give, here):
    assert give(event(start=""), method="CANCEL") == {}
    assert give(event(status="CANCELLED")) == {}
    assert here() == ()


def test_somebodys_answer_to_an_invitation_is_no_event(give, here):
    assert give(event(), method="REPLY") == {}
    assert here() == ()


def test_one_that_was_attended_stays_as_it_was(give, here, workspace):
    give(event())
    set_seminar(here()[0].id, attended=True, owner=workspace)
    before = here()
    assert give(event(version=2, start="20261120T010000Z")) == {}
    assert give(event(version=3, status="CANCELLED")) == {}
    assert here() == before


@pytest.mark.parametrize(
    ("start", "zone"),
    [
        ("20261119T230000Z", HOME),
        (";TZID=America/Chicago:20261119T170000", "America/Chicago"),
        ("20261119T180000", HOME),
    ],
)
def test_an_event_is_shown_on_clocks_of_a_place(give, here, drop, as_seminar, start, zone):
    """The same instant in UTC, in Chicago and on whichever clock; the user is in New York."""
    give(event(start=start))
    as_seminar(drop(calendar(event(start=start, uid="dropped@x"))))
    assert [(one.start, one.zone) for one in here()] == [(START, zone)] * 2


def test_a_reference_fits_its_column_however_long_the_id(give, here):
    long = "x" * 1900
    assert give(event(uid=f"{long}a"), event(uid=f"{long}b")) == {"added": 2}
    assert give(event(uid=f"{long}a", version=2, place="Hall B")) == {"changed": 1}
    column = models.Seminar._meta.get_field("source_reference")
    assert all(len(one.source.reference) <= (column.max_length or 0) for one in here())


def test_an_event_kept_from_a_dropped_file_is_the_same_as_in_the_calendar(give, here, drop, as_seminar):
    give(event())
    as_seminar(drop(calendar(event())))
    assert len(here()) == 1
    assert give(event(version=2, start="20261119T220000Z")) == {"moved": 1}


def test_it_is_kept_once_and_what_is_settled_is_refused(here, drop, as_seminar, workspace, now):
    twice, left = drop(calendar(event())), drop(calendar(event(uid="left@x")))
    as_seminar(twice)
    leave_out(left, 0, owner=workspace, now=now)
    for file in (twice, left, drop(calendar(event(uid="gone@x"), method="CANCEL"))):
        with pytest.raises(Refused):
            as_seminar(file)
    assert len(here()) == 1


def test_an_event_that_is_an_interview_on_record_is_refused(here, drop, as_seminar, workspace):
    file = drop(calendar(event()))
    models.Interview.objects.create(
        owner=workspace, id=f.InterviewId("i"), uid="cpe-1@chapter.example", sequence=1, start=START, end=START,
        zone=HOME, opportunity="o", stamp="2026-11-01T12:00:00+00:00",
    )  # fmt: skip
    models.Opportunity.objects.create(owner=workspace, id="o", company="Alder Mills", role="Controller")
    with pytest.raises(Refused):
        as_seminar(file)
    assert here() == ()
