"""The two-minute capture: saved as it is typed, also without JavaScript, also twice."""

import re
from datetime import date

import pytest

from afterword.core.facts import Candidate
from afterword.services.keep_interview import add_interview
from afterword.store import records
from afterword.store.facts import load_debriefs, load_history, load_interview
from services.interviews import START, given

ONE = "a" * 32


@pytest.fixture
def met(house, client, clock):
    """A signed-in browser after the interview, the debrief's address, and the two people's ids."""
    records.keep_profile(house.owner, Candidate(name="Dana Whitfield", zone="America/New_York"))
    interview = add_interview(given(), owner=house.owner, ids=house.ids)
    clock.set(START.replace(hour=18))
    return client, f"/interviews/{interview}/debrief/", load_interview(house.owner, interview).interviewers


def notes(house, address):
    interview = address.split("/")[2]
    return [[p.text for p in d.points] + [d.free_text] for d in load_debriefs(house.owner, interview)]


def typed(kind, words, point=ONE, **more):
    return {f"kind-{point}": kind, f"text-{point}": words, **more}


def test_the_page_is_for_one_person_with_a_big_opening_per_kind(met):
    client, address, (_, priya) = met
    page = client.get(address).content.decode()
    assert "What did Luis Arango say?" in page
    assert page.count('<details class="stem"') == 10
    assert "They are growing by…" in page
    assert f'value="{priya}"' in page
    assert "What did Priya Nair say?" in client.get(f"{address}?person={priya}").content.decode()


def test_a_line_is_saved_as_it_stands_and_says_so(met, house):
    client, address, (luis, _) = met
    answer = client.post(
        f"{address}{luis}/{ONE}/", typed("growth", "two plants"), headers={"HX-Request": "true"}
    )
    assert answer.content.decode().startswith("Saved 6:00 PM")
    assert notes(house, address)[0] == ["growing by two plants", ""]


def test_a_new_point_brings_one_blank_line_and_the_same_again_brings_none(met):
    client, address, (luis, _) = met
    first = client.post(f"{address}{luis}/{ONE}/", typed("growth", "two plants")).content.decode()
    again = client.post(f"{address}{luis}/{ONE}/", typed("growth", "two plants")).content.decode()
    assert 'hx-swap-oob="beforeend:#lines-growth"' in first
    assert "lines-growth" not in again


def test_what_was_typed_is_there_after_the_tab_was_closed(met):
    client, address, (luis, _) = met
    client.post(f"{address}{luis}/{ONE}/", typed("growth", "two plants"))
    client.post(f"{address}{luis}/free/", {"free": "He smiled a lot\nand knew my firm"})
    page = client.get(f"{address}?person={luis}").content.decode()
    assert ">two plants</textarea>" in page
    assert "He smiled a lot\nand knew my firm</textarea>" in page


def test_without_javascript_one_button_keeps_the_whole_page(met, house):
    client, address, (luis, priya) = met
    sent = {
        **typed("challenge", "close takes nine days"), **typed("next_step", "", point="b" * 32),
        f"hush-{ONE}": "1", "free": "warm", "then": priya,
    }  # fmt: skip
    answer = client.post(f"{address}?person={luis}", sent)
    assert answer.url == f"{address}?person={priya}"
    assert notes(house, address) == [["close takes nine days", "warm"], [""]]
    page = client.get(f"{address}?person={luis}").content.decode()
    assert re.search(rf'name="hush-{ONE}" value="1" checked', page)
    client.post(f"{address}?person={luis}", sent)
    assert notes(house, address)[0] == ["close takes nine days", "warm"]


def test_removing_a_line_without_javascript_keeps_the_others(met, house):
    client, address, (luis, _) = met
    two = {**typed("team", "is five"), **typed("team", "sits in Albany", point="b" * 32), "free": "x"}
    client.post(f"{address}?person={luis}", {**two, "remove": ONE})
    assert notes(house, address)[0] == ["the team sits in Albany", "x"]


def test_removing_a_line_answers_with_nothing_and_twice_is_fine(met, house):
    client, address, (luis, _) = met
    client.post(f"{address}{luis}/{ONE}/", typed("team", "is five"))
    for _ in range(2):
        answer = client.post(f"{address}{luis}/{ONE}/remove/")
        assert (answer.status_code, answer.content) == (200, b"")
    assert notes(house, address)[0] == [""]


def ask_date(client, address, luis):
    """The question a next step with a date brings: the page's fields for it, by the name of the question."""
    line = typed("next_step", "decision by 20 November")
    page = client.post(f"{address}{luis}/{ONE}/", line).content.decode()
    assert "They decide by Friday 20 November. Is that right?" in page
    heard = re.search(r'value="yes-([0-9a-f]{32})"', page)[1]
    return heard, {f"day-{heard}": "2026-11-20", f"said-{heard}": "decision by 20 November"}


def test_a_date_in_the_notes_is_asked_about_and_becomes_a_promise_on_yes(met, house):
    client, address, (luis, _) = met
    heard, form = ask_date(client, address, luis)
    assert load_history(house.owner, what="promise") == ()
    page = client.post(
        f"{address}?person={luis}", {**form, "answer": f"yes-{heard}"}, follow=True
    ).content.decode()
    assert [p.due for p in load_history(house.owner, what="promise")] == [date(2026, 11, 20)]
    assert "Is that right?" not in page
    assert "On record: they decide by Friday 20 November" in page


@pytest.mark.parametrize(
    ("answer", "instead", "due"), [("no", "", []), ("change", "2026-11-24", [date(2026, 11, 24)])]
)
def test_a_date_can_be_turned_down_or_put_right(met, house, answer, instead, due):
    client, address, (luis, _) = met
    heard, form = ask_date(client, address, luis)
    form |= {"answer": f"{answer}-{heard}", f"instead-{heard}": instead}
    page = client.post(f"{address}?person={luis}", form, follow=True).content.decode()
    assert [p.due for p in load_history(house.owner, what="promise")] == due
    assert "Is that right?" not in page


def test_answering_keeps_what_was_typed_beside_it_and_takes_no_notes_away(met, house):
    client, address, (luis, _) = met
    client.post(f"{address}{luis}/free/", {"free": "warm"})
    heard, form = ask_date(client, address, luis)
    more = typed("team", "is five", point="b" * 32)
    client.post(f"{address}?person={luis}", {**form, **more, "answer": f"yes-{heard}"})
    assert notes(house, address)[0] == ["decision by 20 November", "the team is five", "warm"]


@pytest.mark.parametrize("answer", ["", "yes", "maybe-{}", "yes-" + "f" * 32, "change-{}"])
def test_an_answer_that_is_none_is_refused(met, answer):
    client, address, (luis, _) = met
    heard, form = ask_date(client, address, luis)
    assert (
        client.post(f"{address}?person={luis}", {**form, "answer": answer.format(heard)}).status_code == 400
    )


def test_a_promise_of_ones_own_is_noted_once(met, house):
    client, address, (luis, _) = met
    form = {"promise": "d" * 32, "promised": "send my references", "promised-by": "2026-11-16", "then": ""}
    for _ in range(2):
        page = client.post(f"{address}?person={luis}", form, follow=True).content.decode()
    (kept,) = load_history(house.owner, what="promise")
    assert (kept.by.value, kept.text, kept.due) == ("candidate", "send my references", date(2026, 11, 16))
    assert "You promised: send my references, by Monday 16 November." in page


def test_a_promise_of_ones_own_is_saved_while_it_is_typed(met, house):
    client, address, (luis, _) = met
    page = client.get(address).content.decode()
    fresh = re.search(r'name="promise" value="([0-9a-f]{32})"', page)[1]
    assert f'hx-post="{address}{luis}/promise/"' in page
    for text in ("to send my ref", "to send my references"):
        said = client.post(
            f"{address}{luis}/promise/", {"promise": fresh, "promised": text, "promised-by": ""}
        )
        assert "Saved" in said.content.decode()
    form = {"promise": fresh, "promised": "to send my references", "promised-by": "", "then": "done"}
    client.post(f"{address}?person={luis}", form)
    assert [one.text for one in load_history(house.owner, what="promise")] == ["to send my references"]


@pytest.mark.parametrize("back", ["", "opportunity"])
def test_a_date_left_unanswered_is_asked_again_on_the_interview_and_its_opportunity(met, house, back):
    client, address, (luis, _) = met
    heard, form = ask_date(client, address, luis)
    interview = address.removesuffix("debrief/")
    pages = [interview, f"/opportunities/{load_interview(house.owner, interview.split('/')[2]).opportunity}/"]
    for page in pages:
        assert "They decide by Friday 20 November. Is that right?" in client.get(page).content.decode()
    answer = {**form, "answer": f"yes-{heard}", "back": back}
    assert client.post(f"{interview}promise/", answer).url == pages[bool(back)]
    assert [p.due for p in load_history(house.owner, what="promise")] == [date(2026, 11, 20)]
    for page in pages:
        assert "Is that right?" not in client.get(page).content.decode()


def test_a_line_too_long_is_refused_with_a_sentence_for_the_page(met):
    client, address, (luis, _) = met
    answer = client.post(
        f"{address}{luis}/{ONE}/", typed("team", "x" * 2_001), headers={"HX-Request": "true"}
    )
    assert answer.status_code == 400
    assert "up to 2,000 characters" in answer.content.decode()


def test_somebody_elses_debrief_is_not_found(met):
    client, address, _ = met
    stranger = "e" * 32
    assert client.post(f"{address}{stranger}/{ONE}/", typed("team", "x")).status_code == 404
    assert client.post(f"{address}{stranger}/free/", {"free": "x"}).status_code == 404


def test_words_are_shown_as_text(met):
    client, address, (luis, _) = met
    client.post(f"{address}{luis}/{ONE}/", typed("team", "</textarea><script>alert(1)</script>"))
    page = client.get(f"{address}?person={luis}").content.decode()
    assert "<script>alert" not in page
    assert "&lt;/textarea&gt;&lt;script&gt;" in page


def test_without_anybody_named_the_page_says_what_to_do(house, client):
    interview = add_interview(given(people=()), owner=house.owner, ids=house.ids)
    assert "Who interviewed you?" in client.get(f"/interviews/{interview}/debrief/").content.decode()
    assert client.post(f"/interviews/{interview}/debrief/", {"free": "x"}).status_code == 404
