"""A letter from draft to logged: nothing goes without a yes to these very words, nothing goes twice."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest

from afterword.adapters.ids import CountingIds
from afterword.core.facts import LetterKind, LetterSent, Reply, ReplyClass
from afterword.services.fill_demo import fill_demo
from afterword.services.show_today import show_today
from afterword.store import letters, records
from afterword.store.facts import load_facts, load_person

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)  # a Tuesday; the panel was on Monday


@pytest.fixture
def desk(client, house, clock):
    """A signed-in browser on the sample workspace."""
    clock.set(NOW)
    fill_demo(owner=house.owner, ids=CountingIds(), now=NOW)
    return client


def steps(house, kind):
    today = show_today(owner=house.owner, playbook=house.playbook, now=house.clock.now())
    return {
        today.people[s.person].name: s
        for s in today.plan.steps
        if s.letter is kind and s.state.value in ("open", "late")
    }


@pytest.fixture
def letter(desk, house):
    """The drafted thank-you to Imani Okafor: its address."""
    return write(desk, house, "Imani Okafor")


def write(desk, house, name, kind=LetterKind.THANK_YOU):
    answer = desk.post("/letters/for/", {"step": steps(house, kind)[name].key})
    assert answer.status_code == 302
    return answer.headers["Location"]


def text(answer):
    return answer.content.decode()


def kept(house, address):
    return letters.load_letter(house.owner, address.strip("/").split("/")[1])


def seen(desk, address):
    return desk.get(address).context["seen"]


def approve(desk, address, **more):
    return desk.post(f"{address}approve/", {"seen": seen(desk, address), **more}, follow=True)


def test_a_step_leads_to_one_letter_however_often_it_is_pressed(desk, house):
    first, second = write(desk, house, "Imani Okafor"), write(desk, house, "Imani Okafor")
    assert first == second
    assert len(letters.letters_of(house.owner)) == 3, "the panel is drafted together"


def test_looking_at_a_step_writes_nothing(desk, house):
    key = steps(house, LetterKind.THANK_YOU)["Imani Okafor"].key
    assert "Write a draft" in text(desk.get(f"/letters/for/?step={key}"))
    assert letters.letters_of(house.owner) == ()


def test_letters_of_a_panel_share_no_sentence_and_keep_each_persons_words_apart(desk, house, letter):
    bodies = {k.letter.to: k.letter.body for k in letters.letters_of(house.owner)}
    names = {load_person(house.owner, to).name: body for to, body in bodies.items()}
    assert "BlackLine" in names["Tomás Herrera Vidal"]
    assert "BlackLine" not in names["Imani Okafor"] + names["Claire Beaumont"]
    said = [line for body in bodies.values() for line in body.split("\n\n")[1:-1]]
    assert len(said) == len(set(said))


def test_the_page_shows_where_sentences_come_from_and_what_was_kept_out(desk, letter):
    page = text(desk.get(letter))
    assert "From your notes" in page
    assert "From your profile" in page
    assert "the chief financial officer is leaving in the spring" in page
    assert "Kept out of this letter" in page
    assert "leaving" not in kept_body(page)


def kept_body(page):
    return page.split('id="letter-text">')[1].split("</div>")[0]


def test_approving_freezes_the_bytes_and_hands_them_over_three_ways(desk, house, letter):
    page = text(approve(desk, letter))
    assert "Approved, not sent" in page
    assert 'href="mailto:imani.okafor@harborviewfoods.example?' in page
    message = message_from_bytes(desk.get(f"{letter}message.eml").content, policy=policy.default)
    assert message["To"] == "Imani Okafor <imani.okafor@harborviewfoods.example>"
    assert message["Message-ID"]
    assert message.get_content().replace("\r\n", "\n").strip() == kept(house, letter).letter.body
    again = desk.get(f"{letter}message.eml").content
    assert again == desk.get(f"{letter}message.eml").content


def test_nothing_is_handed_over_before_the_yes(desk, letter):
    assert "mailto:" not in text(desk.get(letter))
    assert desk.get(f"{letter}message.eml").status_code == 409
    assert "Approve the letter first" in text(desk.post(f"{letter}sent/", {}, follow=True))


def test_a_yes_to_other_words_than_those_on_the_page_is_refused(desk, house, letter):
    old = seen(desk, letter)
    desk.post(
        f"{letter}edit/", {"subject": "Thank you", "body": kept(house, letter).letter.body + "\n\nP.S. Best."}
    )
    page = text(desk.post(f"{letter}approve/", {"seen": old}, follow=True))
    assert "has changed since you read it" in page
    assert kept(house, letter).state == "draft"


def test_editing_takes_the_approval_back(desk, house, letter):
    approve(desk, letter)
    body = (
        kept(house, letter)
        .letter.body.replace("Kind regards", "Best wishes")
        .replace("Best regards", "Best wishes")
    )
    desk.post(f"{letter}edit/", {"subject": "Thank you for Monday", "body": body})
    assert kept(house, letter).state == "draft"
    assert desk.get(f"{letter}message.eml").status_code == 409


def test_a_changed_address_takes_the_approval_back(desk, house, letter):
    from dataclasses import replace

    approve(desk, letter)
    person = load_person(house.owner, kept(house, letter).letter.to)
    records.keep(house.owner, replace(person, email="i.okafor@harborviewfoods.example"))
    assert "address has changed" in text(desk.get(letter))
    assert desk.get(f"{letter}message.eml").status_code == 409


@pytest.mark.parametrize(
    ("klass", "stands"),
    [
        (ReplyClass.ACK, False),
        (ReplyClass.BOUNCE, False),
        (ReplyClass.REJECTION, False),
        (ReplyClass.AUTO_REPLY, True),
    ],
)
def test_word_from_the_other_side_takes_the_approval_back_and_an_automatic_answer_does_not(
    desk, house, clock, letter, klass, stands
):
    approve(desk, letter)
    clock.set(NOW + timedelta(hours=1))
    opportunity = kept(house, letter).opportunity
    records.log(house.owner, Reply("f" * 32, NOW + timedelta(minutes=30), opportunity, klass))
    assert (desk.get(f"{letter}message.eml").status_code == 200) is stands


def test_logging_it_as_sent_moves_the_plan_and_happens_once(desk, house, letter):
    approve(desk, letter)
    assert "Logged as sent." in text(desk.post(f"{letter}sent/", {}, follow=True))
    assert "stays as it went" in text(desk.post(f"{letter}sent/", {}, follow=True))
    facts = [
        h
        for h in load_facts(house.owner).history
        if isinstance(h, LetterSent) and h.to == kept(house, letter).letter.to
    ]
    assert len(facts) == 1
    assert "Imani Okafor" not in steps(house, LetterKind.THANK_YOU)
    assert desk.post(f"{letter}edit/", {"subject": "x", "body": "y"}).status_code == 409


def test_a_time_ahead_is_no_time_it_was_sent(desk, house, letter):
    approve(desk, letter)
    assert "in the future" in text(desk.post(f"{letter}sent/", {"at": "2026-11-25T09:00"}, follow=True))
    assert kept(house, letter).state == "approved"


def test_a_letter_logged_by_mistake_is_taken_back_with_its_fact(desk, house, letter):
    approve(desk, letter)
    desk.post(f"{letter}sent/", {})
    desk.post(f"{letter}not-sent/", {})
    assert kept(house, letter).state == "draft"
    assert "Imani Okafor" in steps(house, LetterKind.THANK_YOU)


def test_a_misspelt_name_is_asked_about_before_the_yes(desk, house, letter):
    body = kept(house, letter).letter.body.replace("Harborview Foods", "Harborveiw Foods")
    desk.post(f"{letter}edit/", {"subject": "Thank you", "body": body})
    page = text(approve(desk, letter))
    assert kept(house, letter).state == "draft"
    assert "Harborview" in page


def test_without_an_address_there_is_no_approval(desk, house):
    claire = write(desk, house, "Claire Beaumont")
    assert "no e-mail address for Claire Beaumont" in text(approve(desk, claire))


def test_a_placeholder_stops_the_letter(desk, house, letter):
    body = kept(house, letter).letter.body.replace("Imani", "[Name]", 1)
    desk.post(f"{letter}edit/", {"subject": "Thank you", "body": body})
    approve(desk, letter)
    assert kept(house, letter).state == "draft"


def test_an_empty_letter_is_not_kept_and_nothing_is_lost(desk, house, letter):
    before = kept(house, letter).letter.body
    answer = desk.post(f"{letter}edit/", {"subject": "Thank you", "body": "  "})
    assert answer.status_code == 400
    assert kept(house, letter).letter.body == before


def test_the_users_words_are_shown_as_text(desk, house, letter):
    desk.post(
        f"{letter}edit/",
        {"subject": "<script>x</script>", "body": "Dear Imani,\n\n<img src=x onerror=alert(1)>\n\nMaya"},
    )
    page = text(desk.get(letter))
    assert "<script>x" not in page
    assert "<img src=x" not in page


def test_the_feedback_request_asks_one_question(desk, house):
    address = write(desk, house, "Yuki Tanabe", LetterKind.FEEDBACK_REQUEST)
    assert kept(house, address).letter.body.count("?") == 1


def test_proofreading_while_typing_counts_as_the_browser_counts(desk, house, letter):
    typed = "Dear Imani,\n\n\U0001f600 Thank you for the the time."
    found = desk.post(f"{letter}proof/", {"body": typed}).json()["findings"]
    [doubled] = [
        f
        for f in found
        if "the the" in typed.encode("utf-16-le")[2 * f["start"] : 2 * f["end"]].decode("utf-16-le")
        or f["end"] - f["start"] >= 3
    ]
    assert (
        typed.encode("utf-16-le")[2 * doubled["start"] : 2 * doubled["end"]]
        .decode("utf-16-le")
        .startswith("the")
    )


def test_every_letter_page_costs_the_same_however_long_the_hunt(
    desk, house, letter, django_assert_max_num_queries
):
    with django_assert_max_num_queries(40):
        desk.get(letter)


def test_somebody_elses_letter_is_not_found(desk, house, letter):
    from address import sign_in

    records.open_workspace("2" * 32, now=NOW)
    sign_in(desk, "2" * 32)
    for path in ("", "message.eml"):
        assert desk.get(f"{letter}{path}").status_code == 404
    for path in ("edit/", "approve/", "sent/", "not-sent/", "redraft/", "proof/"):
        assert desk.post(f"{letter}{path}", {"body": "x"}).status_code in (302, 404, 409)
    assert letters.letters_of("2" * 32) == ()


def test_a_letter_that_may_not_go_yet_is_open_to_be_put_right_and_each_thing_is_said_once(desk, letter):
    assert '<details class="sheet"><summary>Change the words' in text(desk.get(letter))
    slip = "Dear Imanni,\n\nThe zeppelin audit in Reykjavik went well.\n\nBest,\nMaya Lindqvist"
    desk.post(f"{letter}edit/", {"subject": "Thank you for Monday", "body": slip})
    page = text(desk.get(letter))
    assert '<details class="sheet" open><summary>Change the words' in page
    assert "First put right what is marked above." in page
    assert "Nothing in your notes or profile speaks of this: zeppelin" in page
    assert "it stands as your own words" not in page
