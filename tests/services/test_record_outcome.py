"""Replies and outcomes are recorded once, moved nowhere in time, and can be taken back with the reason kept."""

from datetime import UTC, date, datetime, timedelta

import pytest

from afterword.core.errors import BadInput, NotFound, Refused
from afterword.core.facts import FactId, LetterKind, LetterSent, Outcome, ReplyClass
from afterword.services.keep_interview import add_interview
from afterword.services.log_reply import log_reply
from afterword.services.record_outcome import record_outcome, take_back
from afterword.store import records
from afterword.store.facts import load_facts, load_history
from services.interviews import given

TUESDAY = datetime(2026, 11, 17, 15, 0, tzinfo=UTC)


@pytest.fixture
def about(workspace, ids):
    """Keyword arguments of an act on an opportunity on record, on Tuesday 17 November."""
    add_interview(given(), owner=workspace, ids=ids)
    opportunity = load_facts(workspace).opportunities[0].id
    return {"opportunity": opportunity, "owner": workspace, "ids": ids, "now": TUESDAY}


def test_the_same_page_sent_twice_records_once(about):
    for _ in range(2):
        log_reply(ReplyClass.NOT_YET, **about, fact="c" * 32)
        record_outcome(Outcome.OFFER, **about, fact="d" * 32)
    assert len(load_history(about["owner"])) == 2


def test_a_reply_keeps_who_when_and_what(about):
    sender = load_facts(about["owner"]).people[0].id
    earlier = TUESDAY - timedelta(days=1)
    log_reply(ReplyClass.ACK, **about, at=earlier, sender=sender, text=" Thank you. ")
    (reply,) = load_history(about["owner"], what="reply")
    assert (reply.klass, reply.sender, reply.at, reply.text) == (
        ReplyClass.ACK,
        sender,
        earlier,
        "Thank you.",
    )


def test_a_bounce_names_the_address_that_failed_whatever_its_words(about):
    owner, (luis, priya) = about["owner"], load_facts(about["owner"]).people[:2]
    sent = LetterSent(
        FactId("e" * 32), TUESDAY - timedelta(days=3), LetterKind.THANK_YOU, luis.id, about["opportunity"]
    )
    records.log(owner, sent)
    for number, sender, words in (
        (1, luis.id, ""), (2, "", "mailer-daemon@mail.example says no"), (3, luis.id, f"<{luis.email.upper()}> failed"),
    ):  # fmt: skip
        log_reply(ReplyClass.BOUNCE, **about, sender=sender, text=words, fact=f"{number:032x}")
    texts = [reply.text for reply in load_history(owner, what="reply")]
    assert texts == [
        f"The address that failed: {luis.email}",
        f"mailer-daemon@mail.example says no\n\nThe address that failed: {luis.email}",
        f"<{luis.email.upper()}> failed",
    ]
    assert priya.email not in "".join(texts)


def test_a_return_date_belongs_to_an_automatic_answer_only(about):
    back = date(2026, 11, 23)
    log_reply(ReplyClass.AUTO_REPLY, **about, returns=back)
    log_reply(ReplyClass.NOT_YET, **about, returns=back)
    assert {r.klass: r.returns for r in load_history(about["owner"], what="reply")} == {
        ReplyClass.AUTO_REPLY: back,
        ReplyClass.NOT_YET: None,
    }


def test_nothing_is_recorded_ahead_of_time(about):
    tomorrow = TUESDAY + timedelta(days=1)
    with pytest.raises(BadInput):
        log_reply(ReplyClass.ACK, **about, at=tomorrow)
    with pytest.raises(BadInput):
        record_outcome(Outcome.OFFER, **about, at=tomorrow)
    with pytest.raises(BadInput):
        log_reply(ReplyClass.AUTO_REPLY, **about, returns=date(2026, 11, 1))
    assert load_history(about["owner"]) == ()


def test_an_unknown_opportunity_or_sender_is_not_found(about):
    with pytest.raises(NotFound):
        log_reply(ReplyClass.ACK, **{**about, "opportunity": "f" * 32})
    with pytest.raises(NotFound):
        log_reply(ReplyClass.ACK, **about, sender="f" * 32)
    with pytest.raises(NotFound):
        record_outcome(Outcome.OFFER, **{**about, "owner": "2" * 32})


def test_what_is_taken_back_no_longer_counts(about):
    fact = record_outcome(Outcome.REJECTION, **about)
    where = {"owner": about["owner"], "opportunity": about["opportunity"], "now": TUESDAY}
    take_back(fact, why="wrong company", **where)
    assert load_history(about["owner"]) == ()
    with pytest.raises(Refused):
        take_back(fact, why="again", **where)


def test_a_letter_logged_as_sent_is_taken_back_with_its_letter(about):
    facts = load_facts(about["owner"])
    sent = LetterSent(
        FactId("e" * 32), TUESDAY, LetterKind.THANK_YOU, facts.people[0].id, facts.opportunities[0].id
    )
    records.log(about["owner"], sent)
    with pytest.raises(Refused):
        take_back(sent.id, why="", owner=about["owner"], opportunity=about["opportunity"], now=TUESDAY)
