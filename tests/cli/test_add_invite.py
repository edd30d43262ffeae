"""``afterword add invite``: what a file said becomes an interview only after a yes."""

from pathlib import Path

import pytest

from cli.test_workspace import Shell, shell, states

__all__ = ["shell"]

INVITE = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Calendar//EN
METHOD:{method}
BEGIN:VEVENT
UID:round-one@haldentools.example
DTSTAMP:20261101T120000Z
SEQUENCE:{sequence}
STATUS:{status}
DTSTART{zone}:20261112T{start}
DTEND{zone}:20261112T{end}
SUMMARY:Interview: Accounting Manager
ORGANIZER;CN=Marta Lindqvist:mailto:marta@haldentools.example
ATTENDEE;CN=Marta Lindqvist;PARTSTAT=ACCEPTED:mailto:marta@haldentools.example
ATTENDEE;CN=Nadia Okafor;PARTSTAT=NEEDS-ACTION:mailto:nadia@mail.example
ATTENDEE;CUTYPE=ROOM;CN=Blue Room:mailto:blue@haldentools.example
END:VEVENT
END:VCALENDAR
"""
USUAL = {
    "method": "REQUEST",
    "sequence": "0",
    "status": "CONFIRMED",
    "zone": ";TZID=America/New_York",
    "start": "140000",
    "end": "153000",
}


@pytest.fixture
def invite(tmp_path: Path):
    def write(**changes: str) -> Path:
        path = tmp_path / "invite.ics"
        path.write_text(INVITE.format(**{**USUAL, **changes}).replace("\n", "\r\n"))
        return path

    return write


def done(answer) -> list[str]:
    return [one["done"] for one in answer.value["files"][0]["interviews"]]


NAMED = ("--me", "nadia@mail.example", "--company", "Halden Tools", "--role", "Accounting Manager")


def test_a_yes_keeps_the_interview_with_the_person_who_held_it(shell: Shell, invite) -> None:
    answer = shell("add", "invite", invite(), *NAMED, "--yes", "--json")
    assert answer.code == 0, answer.err + answer.out
    assert done(answer) == ["kept"]
    today = shell("today")
    assert "Thank Marta Lindqvist, by Sat 14 Nov 2026 15:30 EST" in today.out
    assert "Nadia" not in today.out
    assert "Blue Room" not in today.out


def test_what_was_read_is_asked_about_and_can_be_put_right(shell: Shell, invite) -> None:
    answers = [
        "Halden Tools Inc.",
        "Controller",
        "n",
        "y",
        "n",
        "Devon Price",
        "devon@haldentools.example",
        "",
    ]
    asked = shell("add", "invite", invite(), "--me", "nadia@mail.example", stdin=answers)
    assert asked.code == 0, asked.err
    assert "Which company?" in asked.err
    assert "Did Marta Lindqvist interview you?" in asked.err
    assert "Controller at Halden Tools Inc." in shell("add", "outcome", "not_yet").out


def test_the_same_file_again_changes_nothing_and_a_later_version_moves_it(shell: Shell, invite) -> None:
    shell("add", "invite", invite(), *NAMED, "--yes")
    again = shell("add", "invite", invite(), *NAMED, "--yes", "--json")
    assert done(again) == ["nothing"]
    moved = shell(
        "add", "invite", invite(sequence="1", start="100000", end="110000"), *NAMED, "--yes", "--json"
    )
    assert done(moved) == ["moved"]
    assert "by Sat 14 Nov 2026 11:00 EST" in shell("today").out


def test_a_cancelled_interview_is_called_off_and_owes_no_thanks(shell: Shell, invite) -> None:
    shell("add", "invite", invite(), *NAMED, "--yes")
    gone = invite(method="CANCEL", status="CANCELLED", sequence="1")
    assert done(shell("add", "invite", gone, *NAMED, "--yes", "--json")) == ["called off"]
    assert "open" not in states(shell("today", "--json"), "thank_you")


def test_an_unknown_zone_is_never_assumed(shell: Shell, invite) -> None:
    floating = invite(zone="")
    refused = shell("add", "invite", floating, *NAMED, "--yes")
    assert refused.code == 3
    assert "give --zone" in refused.out
    told = shell("add", "invite", floating, *NAMED, "--yes", "--zone", "America/Chicago", "--json")
    assert done(told) == ["kept"]
    assert "by Sat 14 Nov 2026 15:30 CST" in shell("today").out


def test_a_time_in_utc_is_read_on_the_clock_that_was_told(shell: Shell, invite) -> None:
    """20:30 UTC is 15:30 in New York; polite hours there count, not those of UTC."""
    instant = invite(zone="", start="193000Z", end="203000Z")
    kept = shell("add", "invite", instant, *NAMED, "--yes", "--zone", "America/New_York", "--json")
    assert done(kept) == ["kept"]
    assert "by Sat 14 Nov 2026 15:30 EST" in shell("today").out


def test_one_bad_file_of_several_costs_the_others_nothing(shell: Shell, invite, tmp_path: Path) -> None:
    bad = tmp_path / "bad.ics"
    bad.write_text("this is no calendar")
    answer = shell("add", "invite", bad, tmp_path / "missing.ics", invite(), *NAMED, "--yes", "--json")
    assert answer.code == 3
    assert ["error" in file for file in answer.value["files"]] == [True, True, False]
    assert states(shell("today", "--json"), "thank_you") == ["open"]
