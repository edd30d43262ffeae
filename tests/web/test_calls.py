"""The call card speaks of the right thing, and its outcome moves the plan."""

from datetime import UTC, date, datetime

import pytest

from afterword.adapters.ids import CountingIds
from afterword.core.facts import Call, CallResult, Decision, Outcome
from afterword.core.protocol.steps import Act
from afterword.services.fill_demo import fill_demo
from afterword.services.show_today import show_today
from afterword.store.facts import load_facts

NOW = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)


@pytest.fixture
def desk(client, house, clock):
    """A signed-in browser on the sample workspace."""
    clock.set(NOW)
    fill_demo(owner=house.owner, ids=CountingIds(), now=NOW)
    return client


@pytest.fixture
def northgate(desk, house):
    """The opportunity whose promised date has passed."""
    return next(o.id for o in load_facts(house.owner).opportunities if o.company == "Northgate Logistics")


def text(answer):
    return answer.content.decode()


def calls(house):
    return [h for h in load_facts(house.owner).history if isinstance(h, Call)]


def person(desk, opportunity):
    return desk.get(f"/calls/{opportunity}/").context["desk"].person.id


def test_the_card_holds_every_branch_and_the_number_to_dial(desk, northgate):
    page = text(desk.get(f"/calls/{northgate}/"))
    assert 'href="tel:+13125550119"' in page
    for words in (
        "No decision yet",
        "go on with you",
        "somebody else",
        "Somebody else answers",
        "wrong moment",
        "Voicemail",
    ):
        assert words in page
    assert "fuel accruals" in page


@pytest.mark.parametrize(
    ("ending", "result"),
    [
        ("not_yet", CallResult.NOT_YET),
        ("voicemail", CallResult.VOICEMAIL),
        ("someone_else", CallResult.SOMEONE_ELSE),
        ("wrong_moment", CallResult.WRONG_MOMENT),
    ],
)
def test_how_it_ended_is_recorded_on_the_spot(desk, house, northgate, ending, result):
    answer = desk.post(
        f"/calls/{northgate}/log/",
        {"ending": ending, "person": person(desk, northgate), "note": "busy week"},
        follow=True,
    )
    assert "Recorded." in text(answer)
    [call] = calls(house)
    assert (call.result, call.note) == (result, "busy week")


def test_not_yet_with_a_day_moves_the_next_check_to_that_day(desk, house, northgate):
    desk.post(
        f"/calls/{northgate}/log/",
        {"ending": "not_yet", "check_back": "2026-12-03", "person": person(desk, northgate)},
    )
    today = show_today(owner=house.owner, playbook=house.playbook, now=NOW)
    [step] = [
        s
        for s in today.plan.steps
        if s.opportunity == northgate and s.act is Act.CALL and s.state.value == "later"
    ]
    assert step.opens.date() == date(2026, 12, 3)


def test_a_no_records_the_outcome_with_the_call(desk, house, northgate):
    desk.post(f"/calls/{northgate}/log/", {"ending": "rejection", "person": person(desk, northgate)})
    assert [
        h.outcome
        for h in load_facts(house.owner).history
        if isinstance(h, Decision) and h.opportunity == northgate
    ] == [Outcome.REJECTION]
    assert calls(house)[0].result is CallResult.DECIDED_NO


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"ending": "shouted"},
        {"ending": "not_yet", "check_back": "2026-11-01"},
        {"ending": "not_yet", "check_back": "soon"},
    ],
)
def test_a_call_that_makes_no_sense_is_not_recorded(desk, house, northgate, given):
    answer = desk.post(f"/calls/{northgate}/log/", {"person": person(desk, northgate), **given}, follow=True)
    assert answer.status_code == 200
    assert calls(house) == []


def test_an_opportunity_without_an_interview_has_no_card_and_says_why(desk, house):
    copperline = next(
        o.id for o in load_facts(house.owner).opportunities if o.company == "Copperline Brewing"
    )
    answer = desk.get(f"/calls/{copperline}/")
    assert answer.status_code == 400
    assert "Add the interview first" in text(answer)
