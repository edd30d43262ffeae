"""From a file to an interview on record: kept whole, asked about, never twice, later versions by a yes."""

from datetime import UTC, datetime, timedelta

import pytest

from afterword.adapters.reader.memory import MemoryReader
from afterword.core.errors import BadInput, NotFound, Refused
from afterword.core.facts import Candidate, InterviewStatus, Origin
from afterword.services import confirm_interview as confirming
from afterword.services.confirm_interview import call_off, confirm_interview, leave_out, move_interview
from afterword.services.import_invitation import import_invitation
from afterword.services.show_incoming import Sort, files_waiting, offered_in, show_incoming
from afterword.store import records
from afterword.store.facts import load_facts, load_interview
from services.interviews import END, LUIS, PRIYA, START, given
from services.invitations import event, invitation


@pytest.fixture
def house(workspace, ids, now):
    """What every act takes along; the workspace knows the user's own address."""
    records.keep_profile(workspace, Candidate(name="Dana Whitfield", email="dana@example.org"))
    return {"owner": workspace, "ids": ids, "now": now}


def take_in(house, data, name="invite.ics"):
    return import_invitation(data, name=name, reader=MemoryReader(), **house)


def confirmed(house, data=None, **changes):
    """An invitation taken in and confirmed; the interview's id."""
    file = take_in(house, data or invitation())
    return confirm_interview(file.id, 0, given(**changes), **house)


def one(house, file, number=0):
    return offered_in(file.id, number, owner=house["owner"])


def test_nothing_counts_before_the_yes(house):
    file = take_in(house, invitation())
    assert load_facts(house["owner"]).interviews == ()
    assert [f.id for f in files_waiting(house["owner"])] == [file.id]


def test_what_was_read_is_offered_with_its_reasons(house):
    offered = one(house, take_in(house, invitation()))
    assert (offered.sort, offered.zone, offered.start) == (Sort.NEW, "America/New_York", START)
    likely = {person.name: person.likely for person in offered.people}
    assert likely["Luis Arango"] is True
    assert likely["Room 4"] is False
    assert all(person.why for person in offered.people)


def test_the_same_file_again_is_the_same_row(house):
    first = take_in(house, invitation())
    again = take_in(house, invitation(), name="copy of invite.ics")
    assert (again.id, again.again) == (first.id, True)


def test_the_yes_keeps_the_interview_with_its_source(house):
    interview = confirmed(house)
    kept = load_interview(house["owner"], interview)
    assert (kept.source.origin, kept.source.reference, len(kept.interviewers)) == (
        Origin.FILE,
        "invite.ics",
        2,
    )
    assert files_waiting(house["owner"]) == ()


def test_the_same_yes_twice_keeps_one_interview(house):
    file = take_in(house, invitation())
    first = confirm_interview(file.id, 0, given(), **house)
    assert confirm_interview(file.id, 0, given(), **house) == first
    assert len(load_facts(house["owner"]).interviews) == 1


def test_a_double_click_keeps_one_interview(house, monkeypatch):
    file = take_in(house, invitation())
    prepare = confirming.prepare_interview
    first = []

    def slow(given, **at):
        """Another yes is through by the time this one has been checked."""
        monkeypatch.setattr(confirming, "prepare_interview", prepare)
        prepared = prepare(given, **at)
        first.append(confirm_interview(file.id, 0, given, **house))
        return prepared

    monkeypatch.setattr(confirming, "prepare_interview", slow)
    assert [confirm_interview(file.id, 0, given(), **house)] == first
    kept = load_facts(house["owner"])
    assert (len(kept.interviews), len(kept.people), len(kept.opportunities)) == (1, 2, 1)


def test_the_same_invitation_in_another_file_is_recognised(house):
    interview = confirmed(house)
    again = take_in(house, invitation(event(more="X-EXTRA:1\n")))
    offered = one(house, again)
    assert (offered.sort, offered.known.id) == (Sort.KNOWN, interview)


def test_a_person_with_a_known_address_is_recognised(house):
    confirmed(house, people=(LUIS,))
    other = take_in(house, invitation(event(uid="two@larkfield.example")))
    luis = next(p for p in one(house, other).people if p.email == "luis@larkfield.example")
    assert luis.on_record.name == "Luis Arango"


def test_a_later_version_asks_and_moves_on_a_yes(house):
    interview = confirmed(house, people=(LUIS,))
    newer = take_in(house, invitation(event(sequence=1, day="20261113")))
    assert one(house, newer).sort is Sort.MOVED
    assert load_interview(house["owner"], interview).start == START
    day = timedelta(days=1)
    move_interview(
        newer.id, 0, start=START + day, end=END + day, zone="America/New_York", people=(PRIYA,), **house
    )
    moved = load_interview(house["owner"], interview)
    assert (moved.start, len(moved.interviewers)) == (START + day, 2)


def test_an_earlier_version_arriving_late_changes_nothing(house):
    confirmed(house, invitation(event(sequence=3, day="20261113")))
    older = take_in(house, invitation(event(sequence=2)))
    assert one(house, older).sort is Sort.KNOWN
    with pytest.raises(Refused):
        move_interview(older.id, 0, start=START, end=END, zone="UTC", people=(), **house)


def test_a_cancellation_asks_and_withdraws_on_a_yes(house):
    interview = confirmed(house)
    file = take_in(house, invitation(event(sequence=1), method="CANCEL"))
    assert one(house, file).sort is Sort.CALLED_OFF
    assert load_interview(house["owner"], interview).status is InterviewStatus.PLANNED
    call_off(file.id, 0, owner=house["owner"], now=house["now"])
    assert load_interview(house["owner"], interview).status is InterviewStatus.CANCELLED


def test_cancelling_a_series_finds_the_occurrence_on_record(house):
    weekly = event(more="RRULE:FREQ=WEEKLY;COUNT=3\n")
    file = take_in(house, invitation(weekly))
    interview = confirm_interview(file.id, 0, given(), recurrence_id="20261112T200000Z", **house)
    file = take_in(house, invitation(event(sequence=1, more="RRULE:FREQ=WEEKLY;COUNT=3\n"), method="CANCEL"))
    offered = one(house, file)
    assert (offered.sort, offered.known.id) == (Sort.CALLED_OFF, interview)


def test_a_cancellation_of_something_unknown_is_only_told(house):
    file = take_in(house, invitation(method="CANCEL"))
    assert one(house, file).sort is Sort.STRANGE
    with pytest.raises(Refused):
        call_off(file.id, 0, owner=house["owner"], now=house["now"])
    with pytest.raises(Refused):
        confirm_interview(file.id, 0, given(), **house)


@pytest.mark.parametrize("method", ["REPLY", "COUNTER"])
def test_somebodys_answer_changes_nothing(house, method):
    confirmed(house)
    file = take_in(house, invitation(event(sequence=5, day="20261120"), method=method))
    assert one(house, file).sort is Sort.ANSWER
    with pytest.raises(Refused):
        confirm_interview(file.id, 0, given(), **house)


def test_several_events_are_settled_one_by_one(house):
    file = take_in(house, invitation(event(), event(uid="two@x.example", day="20261113")))
    confirm_interview(file.id, 0, given(), **house)
    leave_out(file.id, 1, owner=house["owner"], now=house["now"])
    shown = show_incoming(file.id, owner=house["owner"])
    assert [bool(o.became) for o in shown.offered] == [True, True]
    assert shown.offered[1].became == "left"
    assert files_waiting(house["owner"]) == ()


def test_what_was_left_out_can_still_be_added(house):
    file = take_in(house, invitation())
    leave_out(file.id, 0, owner=house["owner"], now=house["now"])
    assert confirm_interview(file.id, 0, given(), **house)


def test_a_file_that_is_no_calendar_is_kept_with_what_was_found(house):
    file = take_in(house, b"hello, no calendar here", name="notes.txt")
    shown = show_incoming(file.id, owner=house["owner"])
    assert shown.offered == ()
    assert shown.findings


@pytest.mark.parametrize("data", [b"", b"  \r\n", b"x" * (10 * 1024 * 1024 + 1)])
def test_a_blank_or_huge_file_is_refused(house, data):
    with pytest.raises(BadInput):
        take_in(house, data)


def test_another_owner_sees_no_file(house):
    file = take_in(house, invitation())
    with pytest.raises(NotFound):
        show_incoming(file.id, owner="2" * 32)
    with pytest.raises(NotFound):
        leave_out(file.id, 0, owner="2" * 32, now=datetime(2026, 11, 12, tzinfo=UTC))
    with pytest.raises(NotFound):
        offered_in(file.id, 7, owner=house["owner"])
