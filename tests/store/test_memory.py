"""Facts kept in memory are the facts on disk, whoever wrote them, and nothing a transaction took back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from django.db.models import F

from afterword.core import facts as f
from afterword.store import facts, memory, models, records
from afterword.store.memory import remembered_facts

NOW = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
LUIS = f.Person(f.PersonId("p1"), "Luis Arango", f.Relation.HIRING_MANAGER)
ANA = f.Person(f.PersonId("p2"), "Ana Ruiz")
ROLE = f.Opportunity(f.OpportunityId("o1"), "Fenwick", "Accountant", contact=LUIS.id)
MEETING = f.Interview(
    f.InterviewId("i1"), ROLE.id, NOW, NOW + timedelta(hours=1), "America/New_York", (LUIS.id, ANA.id)
)
PROMISED = f.Promise(f.FactId("h1"), NOW, ROLE.id, f.Party.EMPLOYER, "decide", date(2026, 11, 20))
CALLED = f.Call(f.FactId("h2"), NOW + timedelta(days=9), ROLE.id, LUIS.id, f.CallResult.VOICEMAIL)
SCHOOL = f.PointOfConnection(f.FactId("c1"), ANA.id, f.PointOfConnectionKind.SCHOOL, "Hollis College")
FORUM = f.Seminar(f.FactId("s1"), "Audit forum", NOW, NOW + timedelta(hours=2), "UTC")


@pytest.fixture
def kept(transactional_db: None, owner: str) -> Iterator[str]:
    """A workspace with one of each kind of record, already remembered; the value is its owner."""
    memory.forget_facts()
    records.open_workspace(owner, now=NOW)
    for record in (LUIS, ANA, ROLE, SCHOOL, FORUM):
        records.keep(owner, record)
    records.keep_interview(owner, MEETING)
    records.log(owner, PROMISED)
    remembered_facts(owner)
    yield owner
    memory.forget_facts()


@pytest.mark.parametrize(
    ("write", "part"),
    [
        (lambda its: records.keep(its, replace(ANA, phone="555 0100")), "people"),
        (lambda its: records.keep(its, f.Person(f.PersonId("p0"), "Bo Li")), "people"),
        (lambda its: records.forget(its, f.Person, ANA.id), "people"),
        (lambda its: records.keep(its, replace(ROLE, role="Controller")), "opportunities"),
        (lambda its: records.keep_interview(its, replace(MEETING, interviewers=(ANA.id,))), "interviews"),
        (lambda its: records.set_interview(its, MEETING.id, status="cancelled"), "interviews"),
        (lambda its: records.log(its, CALLED), "history"),
        (lambda its: records.retract(its, PROMISED.id, why="a slip", now=NOW), "history"),
        (lambda its: records.keep_promise_kept(its, PROMISED.id), "history"),
        (lambda its: records.keep(its, replace(SCHOOL, years="2009-2013")), "connections"),
        (lambda its: records.keep(its, replace(FORUM, attended=True)), "seminars"),
        (lambda its: records.keep_profile(its, f.Candidate(name="Odile Marsh")), "candidate"),
        (lambda its: records.keep_aims(its, f.WeeklyAims(applications=9)), "aims"),
    ],
    ids=[
        "a person changes", "a person comes", "a person goes", "a role changes", "who interviews changes",
        "an interview is cancelled", "a call is logged", "a promise is taken back", "a promise is kept",
        "a school changes", "a seminar was attended", "the profile changes", "the aims change",
    ],
)  # fmt: skip
def test_after_each_kind_of_write_what_is_remembered_is_what_was_written(
    kept: str, write: Callable[[str], None], part: str
) -> None:
    """Only the part that was written changes; the other parts stay the same objects."""
    _, before = remembered_facts(kept)
    write(kept)
    _, after = remembered_facts(kept)
    assert after == facts.load_facts(kept)
    assert getattr(after, part) != getattr(before, part)
    for other in ("people", "opportunities", "interviews", "history", "connections", "seminars"):
        assert other == part or getattr(after, other) is getattr(before, other)


def test_a_row_that_was_not_written_stays_the_same_object(kept: str) -> None:
    _, before = remembered_facts(kept)
    records.keep(kept, replace(ANA, phone="555 0100"))
    _, after = remembered_facts(kept)
    assert next(one for one in after.people if one.id == LUIS.id) is before.people[0]


def test_many_writes_between_two_looks_are_all_seen(kept: str) -> None:
    """More than are noted down, so that the part is read whole."""
    for number in range(300):
        touch = f.Touch(f.FactId(f"t{number}"), NOW, ANA.id, f.TouchKind.WROTE)
        records.log(kept, touch)
    records.keep(kept, replace(ROLE, role="Controller"))
    assert len(remembered_facts(kept)[1].history) == 301
    assert remembered_facts(kept)[1] == facts.load_facts(kept)


@pytest.mark.parametrize("counter", ["people_revision", "revision"])
def test_what_another_process_wrote_is_seen_and_the_rest_known_again(kept: str, counter: str) -> None:
    """Its rows and its counter arrive without a note, one after a write of our own that left one."""
    _, before = remembered_facts(kept)
    records.keep(kept, replace(ROLE, role="Controller"))
    models.Person.objects.filter(owner=kept, id=ANA.id).update(phone="555 0100")
    models.Workspace.objects.filter(owner=kept).update(**{counter: F(counter) + 1})
    _, after = remembered_facts(kept)
    assert after == facts.load_facts(kept)
    assert after.people[0] is before.people[0]
    assert after.people[1].phone == "555 0100"


def test_rows_that_were_rolled_back_are_forgotten_even_when_their_number_comes_again(kept: str) -> None:
    """A call is logged, seen and taken back; the next write moves the counter to the same number."""
    _, before = remembered_facts(kept)
    with transaction.atomic():
        records.log(kept, CALLED)
        assert CALLED in remembered_facts(kept)[1].history
        transaction.set_rollback(True)
    assert remembered_facts(kept)[1] is before
    records.log(kept, replace(CALLED, id=f.FactId("h3")))
    assert [one.id for one in remembered_facts(kept)[1].history] == [PROMISED.id, "h3"]


def test_an_older_database_in_place_of_the_present_one_is_read_anew(kept: str) -> None:
    """Its counters are behind those that were seen."""
    models.Happening.objects.filter(owner=kept).delete()
    models.Workspace.objects.filter(owner=kept).update(revision=0, history_revision=0)
    assert remembered_facts(kept)[1].history == ()


def test_no_owner_sees_the_facts_of_another(kept: str) -> None:
    records.open_workspace("somebody", now=NOW)
    records.keep("somebody", ROLE)
    assert remembered_facts("somebody")[1].people == ()
    records.log("somebody", CALLED)
    assert remembered_facts("somebody")[1].history == (CALLED,)
    assert remembered_facts(kept)[1].history == (PROMISED,)


def test_only_the_owners_seen_last_are_kept() -> None:
    values: memory.PerOwner[int] = memory.PerOwner()
    for number in range(16):
        values.put(f"o{number}", number)
    assert values.get("o0") == 0
    values.put("o16", 16)
    assert values.get("o1") is None
    assert values.get("o0") == 0
