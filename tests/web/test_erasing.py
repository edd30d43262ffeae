"""Deleting from the pages: each asks first on a page of its own that says what goes, so it works without scripts."""

from datetime import timedelta

import pytest

from afterword.core.facts import Candidate
from afterword.services.keep_debrief import keep_free_text
from afterword.services.keep_interview import add_interview
from afterword.store import records
from afterword.store.facts import load_facts
from services.interviews import START, given


@pytest.fixture
def at(house, client, clock):
    """A signed-in browser the day after an interview with two people; of the first something is noted."""
    records.keep_profile(house.owner, Candidate(name="Dana Whitfield", zone="America/New_York"))
    kept = add_interview(given(), owner=house.owner, ids=house.ids)
    luis = load_facts(house.owner).people[0].id
    keep_free_text("close takes nine days", owner=house.owner, interview=kept, person=luis)
    clock.set(START + timedelta(days=1))
    return client, f"/opportunities/{load_facts(house.owner).opportunities[0].id}/"


def text(answer):
    return answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_page_says_what_goes_and_what_stays_and_deletes_nothing(at, house):
    client, address = at
    assert f'href="{address}erase/"' in text(client.get(f"{address}edit/"))
    for page in (client.get(f"{address}erase/"), client.post(f"{address}erase/")):
        assert "<li>1 interview</li>" in text(page)
        assert "<li>1 page of notes</li>" in text(page)
        assert "The people you met stay" in text(page)
    assert len(load_facts(house.owner).opportunities) == 1


@pytest.mark.django_db(transaction=True)
def test_after_the_yes_the_opportunity_is_gone_and_the_people_stay(at, house):
    client, address = at
    page = client.post(f"{address}erase/", {"sure": "yes"}, follow=True)
    assert "Deleted for good" in text(page)
    left = load_facts(house.owner)
    assert (left.opportunities, left.interviews) == ((), ())
    assert [one.name for one in left.people] == ["Luis Arango", "Priya Nair"]
    assert client.get(address).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_backups_are_deleted_after_a_yes(at, house):
    client, _ = at
    options = house.options
    options.backups.mkdir(parents=True, exist_ok=True)
    (options.backups / "afterword-20261112-120000Z-manual.sqlite3").touch()
    client.post("/settings/backups/delete/")
    assert len(list(options.backups.iterdir())) == 1
    assert "1 backup deleted" in text(client.post("/settings/backups/delete/", {"sure": "yes"}, follow=True))
    assert list(options.backups.iterdir()) == []
