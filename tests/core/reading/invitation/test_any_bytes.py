"""Whatever the bytes, reading an invitation ends with a reading."""

from hypothesis import given
from hypothesis import strategies as st

from afterword.core.reading.invitation import read_invitation, to_json
from afterword.core.reading.invitation.limits import MAX_OCCURRENCES

LINES = st.sampled_from(
    [
        "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "BEGIN:STANDARD",
        "END:STANDARD", "BEGIN:VALARM", "END:VALARM", "TZID:Here", "TZOFFSETTO:+0530", "TZOFFSETTO:-9999", "DTSTART:20261112T150000Z",
        "DTSTART;TZID=Here:20261112T150000", "DTSTART;VALUE=DATE:20261112", "DTSTART:00010101T000000", "DTSTART:99991231T235959Z",
        "DTEND:20261112", "DURATION:P9999999D", "DURATION:-PT1H", "RRULE:FREQ=YEARLY;BYMONTH=2", "RRULE:FREQ=DAILY;UNTIL=0", "SUMMARY:x",
        "RECURRENCE-ID:20261112T150000Z", "RDATE;VALUE=PERIOD:20261112T150000Z/PT1H", "EXDATE:nothing", "SEQUENCE:-1", "SEQUENCE:²",
        "ATTENDEE;CN=\"a", "ORGANIZER:", "METHOD:CANCEL", "METHOD:REPLY", "UID:1", " folded", "", "no line", "X-WR-TIMEZONE:Mars/Base",
        "DESCRIPTION:Interviewers: A B, C D", "DTSTAMP:20261112", "DTSTART;TZID=(UTC+25:00) X:20261112T150000", "BEGIN:", "END", "\0",
    ]
)  # fmt: skip


@given(st.lists(LINES, max_size=40))
def test_any_order_of_lines_is_read(lines: list[str]) -> None:
    reading = read_invitation("\r\n".join(lines).encode())
    assert len(reading.interviews) <= lines.count("BEGIN:VEVENT")
    assert all(len(one.occurrences) <= MAX_OCCURRENCES for one in reading.interviews)
    assert all(one.end is None or one.start is not None for one in reading.interviews)
    to_json(reading)


@given(st.binary(max_size=400))
def test_any_bytes_are_read(data: bytes) -> None:
    for wrapped in (
        data,
        b"BEGIN:VEVENT\r\nDTSTART:20261112T150000Z\r\n" + data,
        b"From: a\nTo: b@c.d\nContent-Type: text/calendar\n\n" + data,
    ):
        to_json(read_invitation(wrapped))
