"""Small calendar files for tests, built from lines."""

from afterword.core.reading.invitation import InterviewRead, InvitationReading, read_invitation


def calendar(*events: str, method: str = "REQUEST", before: str = "") -> bytes:
    """A calendar file of these events; ``before`` holds whatever stands in front of them."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"METHOD:{method}", *([before] if before else []), *events]
    return "\n".join([*lines, "END:VCALENDAR", ""]).replace("\n", "\r\n").encode()


def event(
    *lines: str, start: str = "DTSTART:20261112T150000Z", uid: str = "u1", summary: str = "Interview"
) -> str:
    """One event with a start, a UID and a title; further lines as they are."""
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{summary}", start, *lines, "END:VEVENT"])


def only(reading: InvitationReading) -> InterviewRead:
    """The single interview of a reading."""
    assert len(reading.interviews) == 1
    return reading.interviews[0]


def read(
    *lines: str, start: str = "DTSTART:20261112T150000Z", summary: str = "Interview", before: str = ""
) -> InterviewRead:
    """One event read from a file of its own."""
    return only(read_invitation(calendar(event(*lines, start=start, summary=summary), before=before)))


def codes(reading: InvitationReading) -> set[str]:
    """The codes of all findings."""
    return {finding.code for finding in reading.findings}
