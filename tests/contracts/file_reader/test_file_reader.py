"""What every FileReader promises, whether it reads in a process of its own or in this one."""

import random
from pathlib import Path

import pytest

from afterword.adapters.reader.child import ChildReader
from afterword.adapters.reader.memory import MemoryReader
from afterword.core.errors import BadInput
from afterword.core.reading.invitation import read_invitation
from afterword.core.reading.invitation.limits import MAX_EVENTS
from afterword.core.reading.resume import read_resume
from afterword.core.reading.vcard import read_vcard
from afterword.ports.reading import UNREADABLE, FileReader
from invitations import calendar, codes, event

GOLDEN = Path(__file__).parents[2] / "golden"
FILES = sorted([*GOLDEN.glob("ics/*.ics"), *GOLDEN.glob("eml/*.eml")])
RESUME = b'{"basics": {"name": "Ines Vogel"}, "work": [{"name": "Alder", "position": "Clerk", "startDate": "2019-03"}]}'


@pytest.fixture(params=[ChildReader, MemoryReader], ids=["child", "memory"], scope="module")
def reader(request: pytest.FixtureRequest) -> FileReader:
    made: FileReader = request.param()
    return made


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_invitation_is_read_as_the_core_reads_it(reader: FileReader, path: Path) -> None:
    mine = frozenset({"ines.vogel@mail.example"})
    assert reader.read_invitation(path.read_bytes(), mine=mine) == read_invitation(
        path.read_bytes(), mine=mine
    )


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("vcf/*.vcf")), ids=lambda path: path.name)
def test_a_vcard_is_read_as_the_core_reads_it(reader: FileReader, path: Path) -> None:
    assert reader.read_vcard(path.read_bytes()) == read_vcard(path.read_bytes())
    assert reader.read_vcard(path.read_bytes()).cards


def test_a_resume_is_read_as_the_core_reads_it(reader: FileReader) -> None:
    assert reader.read_resume(RESUME) == read_resume(RESUME)


def test_a_broken_resume_is_refused_with_its_line(reader: FileReader) -> None:
    with pytest.raises(BadInput, match="line 2"):
        reader.read_resume(b'{"basics":\n oops}')


HOSTILE = {
    "empty": b"",
    "nothing but NULs": b"\0" * 50_000,
    "three megabytes": b"A" * 3_000_000,
    "random bytes": random.Random(7).randbytes(50_000),
    "ten thousand events": calendar(*(event(uid=str(n)) for n in range(10_000))),
    "a recurrence bomb": calendar(*(event("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30") for _ in range(3000))),
    "seconds without end": calendar(event("RRULE:FREQ=SECONDLY", "RRULE:FREQ=MINUTELY;COUNT=1")),
    "unended events": b"BEGIN:VEVENT\n" * 100_000,
    "endless parameters": b"BEGIN:VEVENT\nSUMMARY" + b";A=B" * 300_000 + b":x\n",
    "a zone of rules": calendar(
        *(event(start="DTSTART;TZID=x:20261112T150000", uid=str(n)) for n in range(2000)),
        before="BEGIN:VTIMEZONE\nTZID:x\n"
        + "BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nEND:STANDARD\n" * 9000
        + "END:VTIMEZONE",
    ),
    "nested tags": calendar(event("DESCRIPTION:" + "<p><!--" * 200_000)),
    "tags that never close": calendar(event("DESCRIPTION:" + "<a href=" * 100_000)),
    "bullets of nothing": calendar(event("DESCRIPTION:" + "'\\n\\n- | " * 100_000)),
    "hyphens": calendar(event("DESCRIPTION:" + "A-" * 800_000)),
    "many guests": calendar(event(*(f"ATTENDEE;CN=a:mailto:a{n}@b.example" for n in range(40_000)))),
    "a mail of boundaries": b"From: a@b.c\nTo: d@e.f\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n" * 300_000,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_file_stays_within_the_limits(reader: FileReader, name: str) -> None:
    reading = reader.read_invitation(HOSTILE[name])
    assert UNREADABLE not in codes(reading)
    assert len(reading.interviews) <= MAX_EVENTS
    assert all(len(interview.people) <= 400 for interview in reading.interviews)


def test_a_file_cut_off_anywhere_is_read_as_far_as_it_goes() -> None:
    """Every 100th byte of every golden file; in this process, the child reads by the same code."""
    for path in FILES:
        data = path.read_bytes()
        for end in range(0, len(data), 100):
            assert len(MemoryReader().read_invitation(data[:end]).interviews) <= 4
