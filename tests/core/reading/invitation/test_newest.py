"""Several messages about one event: which one stands."""

import pytest

from afterword.core.reading.invitation import InvitationReading, newest, read_invitation
from invitations import calendar, codes, event, only

FIRST, SECOND = "DTSTART:20261112T150000Z", "DTSTART:20261113T090000Z"


def message(
    method: str, sequence: int, stamp: int, start: str = FIRST, *more: str, uid: str = "u1"
) -> InvitationReading:
    """One message: METHOD, SEQUENCE, and the minute of its DTSTAMP."""
    lines = (f"SEQUENCE:{sequence}", f"DTSTAMP:20261101T09{stamp:02}00Z", *more)
    return read_invitation(calendar(event(*lines, start=start, uid=uid), method=method))


@pytest.mark.parametrize(
    ("messages", "start", "status"),
    [
        ([("REQUEST", 0, 0, FIRST), ("REQUEST", 1, 5, SECOND)], SECOND, ""),
        ([("REQUEST", 1, 5, SECOND), ("REQUEST", 0, 0, FIRST)], SECOND, ""),
        ([("REQUEST", 2, 0, FIRST), ("REQUEST", 1, 9, SECOND)], FIRST, ""),
        ([("REQUEST", 1, 5, SECOND), ("REQUEST", 1, 0, FIRST)], SECOND, ""),
        ([("REQUEST", 0, 0, FIRST), ("CANCEL", 1, 5, FIRST)], FIRST, "CANCELLED"),
        ([("CANCEL", 1, 5, FIRST), ("REQUEST", 0, 0, FIRST)], FIRST, "CANCELLED"),
        ([("CANCEL", 1, 5, FIRST), ("REQUEST", 2, 9, SECOND)], SECOND, ""),
        ([("REQUEST", 0, 0, FIRST), ("REPLY", 0, 9, FIRST)], FIRST, ""),
        ([("REQUEST", 0, 0, FIRST), ("COUNTER", 0, 9, SECOND)], FIRST, ""),
    ],
)  # fmt: skip
def test_the_later_message_stands_whatever_the_order(
    messages: list[tuple[str, int, int, str]], start: str, status: str
) -> None:
    interview = only(newest(message(*one) for one in messages))
    assert interview.start is not None
    assert f"DTSTART:{interview.start:%Y%m%dT%H%M%SZ}" == start
    assert interview.status == status


def test_an_answer_leaves_a_note_naming_who_answered() -> None:
    reply = message("REPLY", 0, 9, FIRST, "ATTENDEE;CN=Dana Wu;PARTSTAT=DECLINED:mailto:dana@a.example")
    reading = newest([message("REQUEST", 0, 0), reply])
    assert "method.answer" in codes(reading)
    assert any("Dana Wu answered" in finding.message for finding in reading.findings)


def test_an_answer_alone_is_shown_as_what_it_is() -> None:
    assert only(newest([message("REPLY", 0, 9)])).method == "REPLY"


def test_different_events_stand_side_by_side() -> None:
    assert len(newest([message("REQUEST", 0, 0, uid="a"), message("REQUEST", 0, 0, uid="b")]).interviews) == 2


def test_events_without_a_uid_never_replace_each_other() -> None:
    nameless = event().replace("UID:u1\n", "")
    assert len(read_invitation(calendar(nameless, nameless)).interviews) == 2


def test_one_occurrence_is_cancelled_alone_and_a_series_with_its_parts() -> None:
    part = "RECURRENCE-ID:20261119T150000Z"
    series = message("REQUEST", 0, 0, FIRST, "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = message("REQUEST", 1, 1, SECOND, part)
    alone = newest([series, message("CANCEL", 1, 5, FIRST, part)])
    assert [one.status for one in alone.interviews] == ["", "CANCELLED"]
    together = newest([series, moved, message("CANCEL", 2, 9, FIRST)])
    assert [one.status for one in together.interviews] == ["CANCELLED", "CANCELLED"]


def test_reading_again_what_stands_changes_nothing() -> None:
    once = newest([message("REQUEST", 0, 0), message("CANCEL", 1, 5)])
    assert newest([once]) == once
    assert newest([once, once]) == once
