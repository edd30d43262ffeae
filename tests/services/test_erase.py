"""What is deleted is gone from the database, its log and the files given; older backups are listed."""

import json
import shutil

import pytest

from apart import run, said

#: A workspace in which the words CANARY… stand for everything about one person and one opportunity.
LIVED = """
opened()
from afterword.store import models, records
owner, luis, ana = "0" * 31 + "1", person(1, "CANARYLUIS Ortega", email="canaryluis@northgate.example"), person(2)
records.keep(owner, luis)
records.keep(owner, ana)
for number, company in ((3, "CANARYGATE"), (4, "Southfield")):
    role = f.Opportunity(f.OpportunityId(f"{number:032x}"), company, "Accountant", contact=luis.id, recruiter=ana.id)
    records.keep(owner, role)
    talk = f.Interview(f.InterviewId(role.id), role.id, NOW, NOW, "UTC", (luis.id, ana.id))
    records.keep_interview(owner, talk, invitation={"uid": f"{company}@uid"})
    for one in (luis, ana):
        words = f"{company} {one.name} said much " * 50
        records.keep_free_text(owner, talk.id, one.id, words)
        records.keep_point(owner, talk.id, one.id, f.Point(f.PointId(f"{number}{one.id[1:]}"), f.PointKind.TEAM, words))
        records.log(owner, f.Call(f.FactId(f"{number}{one.id[1:]}"), NOW, role.id, one.id, f.CallResult.NOT_YET, note=words))
        models.Letter.objects.create(owner=owner, id=f"{number}{one.id[1:]}", opportunity=role.id, interview=talk.id,
            person=one.id, kind="thank_you", body=words, message=words.encode(), updated_at=NOW)
        models.Question.objects.create(owner=owner, id=f"{number}{one.id[1:]}", interview=talk.id, person=one.id, answer=words)
    models.Incoming.objects.create(owner=owner, id=role.id, name="i.ics", digest=company, received_at=NOW,
        content=f"UID:{company}@uid".encode(), reading={"read": {}, "settled": {}})
models.Incoming.objects.create(owner=owner, id="f" * 32, name="panel.ics", digest="p", received_at=NOW,
    content=b"encoded otherwise", reading={"read": {"people": ["CanaryLuis@northgate.example"]}, "settled": {}})
records.keep(owner, f.PointOfConnection(f.FactId("c" * 32), luis.id, f.PointOfConnectionKind.SCHOOL, "CANARYLUIS school"))
records.log(owner, f.Touch(f.FactId("d" * 32), NOW, luis.id, f.TouchKind.MET, "CANARYLUIS"))
from afterword.services.back_up import back_up
from afterword.options import read_options
back_up(database=read_options().database, folder=read_options().backups, now=NOW)
"""
ACT = """
opened()
import json
from afterword.options import read_options
from afterword.services import erase
backups = read_options().backups
done = erase.{act}owner="0" * 31 + "1", backups=backups)
print(json.dumps([done.rows, done.log_emptied, [b.path.name for b in done.backups], done.mentions]))
"""
HOLDING = ("afterword.sqlite3", "afterword.sqlite3-wal", "afterword.sqlite3-shm", "afterword.sqlite3-journal")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    home = tmp_path_factory.mktemp("made") / "home"
    said(run(home, LIVED))
    return home


@pytest.fixture
def home(tmp_path, made_once):
    return shutil.copytree(made_once, tmp_path / "home")


def erased(home, act):
    return json.loads(said(run(home, ACT.format(act=act))))


def bytes_of(home, names=HOLDING):
    return b"".join((home / name).read_bytes() for name in names if (home / name).exists()).lower()


def test_the_words_are_there_before(home):
    assert b"canaryluis" in bytes_of(home)
    assert b"canarygate" in bytes_of(home)


def test_a_person_is_gone_from_every_file_but_the_backups_which_are_listed(home):
    rows, emptied, backups, mentions = erased(home, 'erase_person(f"{1:032x}", ')
    assert (emptied, mentions) == (True, {})
    assert backups == ["afterword-20261112-120000Z-manual.sqlite3"]
    assert rows == 1 + 2 * 6 + 2 + 1
    assert b"canaryluis" not in bytes_of(home)
    assert b"ana ruiz said much" in bytes_of(home)


def test_an_opportunity_is_gone_with_all_that_was_said_there(home):
    erased(home, 'erase_opportunity(f"{3:032x}", ')
    left = bytes_of(home)
    assert b"canarygate" not in left
    assert b"southfield canaryluis ortega said" in left
    assert b"southfield@uid" in left


def test_everything_is_gone_and_the_workspace_still_opens(home):
    erased(home, "erase_everything(")
    left = bytes_of(home)
    assert not any(word in left for word in (b"canary", b"southfield", b"ana ruiz"))
    answer = said(run(home, """
        opened()
        from afterword.store import facts
        loaded = facts.load_facts("0" * 31 + "1")
        print(len(loaded.people), len(loaded.history))
    """))  # fmt: skip
    assert answer == "0 0"


def test_what_others_said_about_the_person_is_counted_for_the_user_to_see(home):
    said(run(home, """
        opened()
        from afterword.store import records
        records.keep_free_text("0" * 31 + "1", f"{3:032x}", f"{2:032x}", "Ask Canaryluis Ortega about it")
    """))  # fmt: skip
    assert erased(home, 'erase_person(f"{1:032x}", ')[3] == {"debrief_notes": 1}


def test_backups_go_when_the_user_says_so(home):
    answer = said(run(home, """
        opened()
        from afterword.options import read_options
        from afterword.services.erase import erase_backups
        print(erase_backups(backups=read_options().backups))
    """))  # fmt: skip
    assert answer == "1"
    assert list((home / "backups").iterdir()) == []


def test_who_is_not_there_cannot_be_erased(home):
    done = run(home, ACT.format(act='erase_person("nobody", '))
    assert done.returncode == 9
    assert done.stdout.startswith("NotFound: ")
