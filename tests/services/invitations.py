"""Small invitations to build tests on, as the bytes a calendar program writes."""

EVENT = """BEGIN:VEVENT
UID:{uid}
SEQUENCE:{sequence}
DTSTAMP:{stamp}
SUMMARY:{summary}
DTSTART{zone}:{start}
DTEND{zone}:{end}
ORGANIZER;CN=Priya Nair:mailto:priya@larkfield.example
ATTENDEE;CN=Luis Arango:mailto:luis@larkfield.example
ATTENDEE;CN=Dana Whitfield:mailto:dana@example.org
ATTENDEE;CN=Room 4;CUTYPE=ROOM:mailto:room4@larkfield.example
DESCRIPTION:You will meet Luis Arango\\, Controller\\, and Mei Tanaka\\, Plant Controller.
{more}END:VEVENT
"""


def event(
    *,
    uid: str = "one@larkfield.example",
    sequence: int = 0,
    stamp: str = "20261105T120000Z",
    summary: str = "Interview: Senior Accountant",
    day: str = "20261112",
    zone: str = ";TZID=America/New_York",
    more: str = "",
) -> str:
    """One event, 15:00 to 16:00; ``more`` are further lines."""
    return EVENT.format(
        uid=uid, sequence=sequence, stamp=stamp, summary=summary, zone=zone, start=f"{day}T150000",
        end=f"{day}T160000", more=more,
    )  # fmt: skip


def invitation(*events: str, method: str = "REQUEST") -> bytes:
    """A calendar file with these events."""
    body = "".join(events or (event(),))
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\nMETHOD:{method}\n{body}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()
