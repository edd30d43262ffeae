"""An export holds everything in open formats, and filling a blank workspace from it gives equal rows."""

import email
import hashlib
import json
import shutil
from datetime import UTC, date, datetime, timedelta
from email import policy

import icalendar
import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterword.core import facts as f
from afterword.core.errors import BadInput, Refused
from afterword.core.handover.eml import letter_message
from afterword.services.export_workspace import export_workspace
from afterword.services.import_workspace import import_workspace
from afterword.store import models, records, rows
from afterword.store.manifest import as_json

pytestmark = pytest.mark.django_db

OTHER = "0" * 31 + "2"
NOON = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
LUIS = f.Person(
    f.PersonId("1" * 32), "Luis Ortega", f.Relation.HIRING_MANAGER, email="luis@northgate.example"
)
ROLE = f.Opportunity(f.OpportunityId("2" * 32), "Northgate", "Senior Accountant", contact=LUIS.id)
TALK = f.Interview(
    f.InterviewId("3" * 32), ROLE.id, NOON, NOON + timedelta(hours=1), "America/New_York", (LUIS.id,), "final"
)
MESSAGE = letter_message(
    from_name="Dana Whitfield", from_email="dana@example.org", to_name=LUIS.name, to_email=LUIS.email,
    subject="Thank you", body="Dear Luis,\n\nThank you.", message_id="<1@afterword.invalid>", date=NOON,
)  # fmt: skip


@pytest.fixture
def filled(workspace):
    """A workspace with something in every kind of table."""
    owner = workspace
    records.keep_profile(
        owner, f.Candidate(name="Dana Whitfield", email="dana@example.org", strengths=("close",))
    )
    records.keep_aims(owner, f.WeeklyAims(applications=7))
    records.keep_preference(owner, "voice", {"warm": True})
    records.keep(owner, LUIS)
    records.keep(owner, ROLE)
    records.keep_interview(owner, TALK, invitation={"uid": "abc@example", "sequence": 2})
    records.keep_free_text(owner, TALK.id, LUIS.id, "They close in nine days.\n“Too long”, he said.")
    records.keep_point(
        owner, TALK.id, LUIS.id, f.Point(f.PointId("4" * 32), f.PointKind.CHALLENGE, "Nine days")
    )
    records.log(
        owner, f.Promise(f.FactId("5" * 32), NOON, ROLE.id, f.Party.EMPLOYER, "We decide", date(2026, 11, 20))
    )
    records.keep(
        owner, f.PointOfConnection(f.FactId("6" * 32), LUIS.id, f.PointOfConnectionKind.SCHOOL, "Baruch")
    )
    records.keep(owner, f.Seminar(f.FactId("7" * 32), "Tax day", NOON, NOON + timedelta(hours=8), "UTC"))
    models.Question.objects.create(
        owner=owner, id="8" * 32, interview=TALK.id, person=LUIS.id, text="How long?"
    )
    models.Incoming.objects.create(
        owner=owner, id="9" * 32, name="invite.ics", digest="d", content=b"\0\xff", received_at=NOON
    )
    letter(owner, "draft", number=0)
    letter(owner, "sent", number=1, message=MESSAGE, sent_at=NOON, approved_hash="a" * 64)
    return owner


def letter(owner, state, *, number, **more):
    models.Letter.objects.create(
        owner=owner, id=f"{number:031x}a", opportunity=ROLE.id, interview=TALK.id, person=LUIS.id, kind="thank_you",
        check_number=number, state=state, subject="Thank you", body="Dear Luis,\n\nThank you.", updated_at=NOON, **more
    )  # fmt: skip


def blank(owner=OTHER):
    records.open_workspace(owner, now=NOON)
    return owner


def test_everything_comes_back_equal_by_manifest(filled, tmp_path):
    exported = export_workspace(tmp_path / "out", owner=filled, now=NOON)
    imported = import_workspace(tmp_path / "out", owner=blank())
    assert (imported.rows, imported.held) == (exported.rows, 0)
    assert rows.sums_of(rows.rows_of(OTHER)) == rows.sums_of(rows.rows_of(filled))
    assert exported.rows == 14


def test_an_export_of_the_import_is_the_same_data_again(filled, tmp_path):
    export_workspace(tmp_path / "one", owner=filled, now=NOON)
    import_workspace(tmp_path / "one", owner=blank())
    export_workspace(tmp_path / "two", owner=OTHER, now=NOON)
    for path in sorted((tmp_path / "one").rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()


def test_the_files_are_those_other_programs_read(filled, tmp_path):
    folder = export_workspace(tmp_path / "out", owner=filled, now=NOON).folder
    events = icalendar.Calendar.from_ical((folder / "interviews.ics").read_bytes()).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == [
        "Interview: Senior Accountant, Northgate",
        "Tax day",
    ]
    (card,) = vobject.readComponents((folder / "people.vcf").read_text())
    assert card.email.value == "luis@northgate.example"
    names = sorted(path.name for path in (folder / "letters").iterdir())
    assert names == [
        "2026-11-12-thank_you-luis-ortega-00000000000a.eml",
        "2026-11-12-thank_you-luis-ortega-00000000001a.eml",
    ]
    draft, sent = ((folder / "letters" / name).read_bytes() for name in names)
    assert sent == MESSAGE
    read = email.message_from_bytes(draft, policy=policy.default)
    assert (read["X-Unsent"], read["To"].addresses[0].addr_spec) == ("1", "luis@northgate.example")


def test_an_export_is_for_its_owner_alone(filled, tmp_path):
    folder = export_workspace(tmp_path / "out", owner=filled, now=NOON).folder
    assert {oct(path.stat().st_mode & 0o777) for path in folder.rglob("*")} == {"0o600", "0o700"}


def test_a_folder_that_holds_something_is_refused_and_an_empty_one_filled(filled, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    with pytest.raises(Refused, match="not empty"):
        export_workspace(tmp_path / "full", owner=filled, now=NOON)
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    assert export_workspace(tmp_path / "empty", owner=filled, now=NOON).files == 6


def test_an_approved_letter_waits_after_an_import_and_the_epoch_moves_on(filled, tmp_path):
    letter(filled, "approved", number=2, message=MESSAGE, approved_hash="a" * 64)
    export_workspace(tmp_path / "out", owner=filled, now=NOON)
    assert import_workspace(tmp_path / "out", owner=blank()).held == 1
    states = (
        models.Letter.objects.filter(owner=OTHER).order_by("check_number").values_list("state", flat=True)
    )
    assert list(states) == ["draft", "sent", "held"]
    assert models.Workspace.objects.get(owner=OTHER).epoch == 2


def test_only_a_blank_workspace_is_filled(filled, tmp_path):
    export_workspace(tmp_path / "out", owner=filled, now=NOON)
    before = rows.rows_of(filled)
    with pytest.raises(Refused, match="blank one only"):
        import_workspace(tmp_path / "out", owner=filled)
    assert rows.rows_of(filled) == before


def rewrite(folder, change, *, seal=True):
    """Change data.json, and its digest in the manifest too if the change is to pass for genuine."""
    data = json.loads((folder / "data.json").read_text())
    change(data)
    raw = json.dumps(data).encode()
    (folder / "data.json").write_bytes(raw)
    if seal:
        manifest = json.loads((folder / "manifest.json").read_text())
        manifest["files"]["data.json"]["sha256"] = hashlib.sha256(raw).hexdigest()
        (folder / "manifest.json").write_text(json.dumps(manifest))


def set_in(table, column, value):
    def change(data):
        data["tables"][table][0][column] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        set_in("people", "name", "Somebody else"),
        set_in("people", "relation", "cousin"),
        set_in("people", "name", 7),
        set_in("people", "cadence_days", "often"),
        set_in("people", "shoe_size", 42),
        set_in("interviews", "start", "2026-11-12 12:00"),
        set_in("interviews", "start", "yesterday"),
        set_in("incoming", "content", "***"),
        set_in("letters", "sent_at", 12),
        lambda data: data["tables"]["people"].clear(),
        lambda data: data["tables"]["people"].append(data["tables"]["people"][0]),
        lambda data: data["tables"].update(pets=[]),
        lambda data: data["tables"].update(people="none"),
        lambda data: data.update(tables=None),
        lambda data: data.update(version=2),
        lambda data: data.update(format="something"),
        lambda data: data.clear(),
    ],
)
def test_data_that_is_not_what_was_exported_changes_nothing(filled, tmp_path, change):
    folder = export_workspace(tmp_path / "out", owner=filled, now=NOON).folder
    rewrite(folder, change)
    before = rows.rows_of(blank())
    with pytest.raises(BadInput, match=r"othing was imported|no export"):
        import_workspace(folder, owner=OTHER)
    assert rows.rows_of(OTHER) == before


def test_a_changed_file_is_noticed_by_its_digest(filled, tmp_path):
    folder = export_workspace(tmp_path / "out", owner=filled, now=NOON).folder
    rewrite(folder, set_in("people", "notes", "x"), seal=False)
    with pytest.raises(BadInput, match="changed since"):
        import_workspace(folder, owner=blank())


@pytest.mark.parametrize("name", ["manifest.json", "data.json"])
def test_a_folder_without_its_files_is_no_export(filled, tmp_path, name):
    folder = export_workspace(tmp_path / "out", owner=filled, now=NOON).folder
    (folder / name).unlink()
    with pytest.raises(BadInput, match=name):
        import_workspace(folder, owner=blank())


def test_an_export_of_an_older_version_fills_what_it_lacks_with_what_is_usual(filled, tmp_path):
    folder = export_workspace(tmp_path / "out", owner=filled, now=NOON).folder
    manifest = json.loads((folder / "manifest.json").read_text())

    def older(data):
        for row in data["tables"]["people"]:
            del row["do_not_contact"]
        del data["tables"]["questions"]
        manifest["tables"] = as_json(rows.sums_of(data["tables"]))

    rewrite(folder, older)
    sealed = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps({**sealed, "tables": manifest["tables"]}))
    import_workspace(folder, owner=blank())
    assert models.Person.objects.get(owner=OTHER).do_not_contact is False


words = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), max_size=40)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def filled_tables(draw):
    """Rows for a few tables, as an export holds them."""
    numbers = draw(st.lists(st.integers(0, 2**64), unique=True, max_size=5))
    people = [
        f.Person(
            f.PersonId(f"{number:032x}"), draw(words), draw(st.sampled_from(f.Relation)), notes=draw(words),
            cadence_days=draw(st.none() | st.integers(0, 400)), next_touch=draw(st.none() | st.dates()),
            do_not_contact=draw(st.booleans()),
        )
        for number in numbers
    ]  # fmt: skip
    touches = [
        f.Touch(
            f.FactId(person.id), draw(moments), person.id, draw(st.sampled_from(f.TouchKind)), draw(words)
        )
        for person in people
    ]
    files = draw(st.lists(st.binary(max_size=60), unique=True, max_size=3))
    return people, touches, files


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=filled_tables())
def test_any_rows_come_back_equal_by_manifest(workspace, tmp_path, drawn):
    people, touches, files = drawn
    for owner in (workspace, OTHER):
        for table in rows.TABLES.values():
            table.objects.filter(owner=owner).delete()
        records.open_workspace(owner, now=NOON)
    for person, touch in zip(people, touches, strict=True):
        records.keep(workspace, person)
        records.log(workspace, touch)
    for number, content in enumerate(files):
        models.Incoming.objects.create(
            owner=workspace, id=f"{number:032x}", digest=f"{number}", content=content, received_at=NOON,
            reading={"deep": [{"x": None, "y": 1.5, "é": True}]},
        )  # fmt: skip
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
    export_workspace(tmp_path / "out", owner=workspace, now=NOON)
    import_workspace(tmp_path / "out", owner=OTHER)
    assert rows.sums_of(rows.rows_of(OTHER)) == rows.sums_of(rows.rows_of(workspace))
