"""A letter as a message file: read back by another parser, it says the same."""

import email
from datetime import UTC, datetime, timedelta, timezone
from email import policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.core.errors import BadInput
from afterword.core.handover.eml import letter_message

GIVEN = {
    "from_name": "Dana Whitfield, CPA",
    "from_email": "dana@example.org",
    "to_name": "Luis García Márquez",
    "to_email": "l.garcia@northgate.example",
    "subject": "Thank you – month-end close",
    "body": "Dear Luis,\n\nThank you for your time on Thursday.\n\nBest regards,\nDana Whitfield",
    "message_id": "<0192f0c1@afterword.invalid>",
    "date": datetime(2026, 11, 12, 17, 5, tzinfo=timezone(timedelta(hours=-5))),
}

words = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), max_size=120)


def read(raw: bytes) -> email.message.EmailMessage:
    return email.message_from_bytes(raw, policy=policy.default)


def test_a_message_reads_back_as_it_was_given():
    message = read(letter_message(**GIVEN))
    (sender,), (recipient,) = message["From"].addresses, message["To"].addresses
    assert (sender.display_name, sender.addr_spec) == ("Dana Whitfield, CPA", "dana@example.org")
    assert (recipient.display_name, recipient.addr_spec) == (
        "Luis García Márquez",
        "l.garcia@northgate.example",
    )
    assert message["Subject"] == "Thank you – month-end close"
    assert message["Message-ID"] == "<0192f0c1@afterword.invalid>"
    assert message["Date"].datetime == GIVEN["date"]
    assert message.get_content().splitlines() == GIVEN["body"].splitlines()
    assert "X-Unsent" not in message


def test_the_same_letter_gives_the_same_bytes_with_network_line_ends():
    raw = letter_message(**GIVEN)
    assert raw == letter_message(**GIVEN)
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert raw.isascii()


def test_a_draft_opens_for_editing():
    assert read(letter_message(**GIVEN, unsent=True))["X-Unsent"] == "1"


def test_without_an_address_there_is_no_recipient_header():
    message = read(letter_message(**{**GIVEN, "to_email": ""}))
    assert message["To"] is None


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "Thank you\r\nBcc: everyone@example.net"},
        {"subject": "Thank you\nX: y"},
        {"to_name": "Luis\r\nBcc: x@example.net"},
        {"from_name": "Dana\u2028Bcc: x@example.net"},
        {"to_email": "luis@northgate.example\r\nBcc: x@example.net"},
        {"to_email": "luis@northgate.example, other@example.net"},
        {"to_email": "luis"},
        {"to_email": "luis@localhost"},
        {"to_email": "Luis <luis@northgate.example>"},
        {"to_email": "lu is@northgate.example"},
        {"to_email": "\"a b\"@northgate.example"},
        {"message_id": "no-at-sign"},
        {"message_id": "<a@b>\r\nX: y"},
    ],
)  # fmt: skip
def test_what_could_add_a_header_or_a_recipient_is_refused(change):
    with pytest.raises(BadInput):
        letter_message(**{**GIVEN, **change})


def test_an_international_domain_is_written_in_ascii():
    message = read(letter_message(**{**GIVEN, "to_email": "petra@müller-söhne.example"}))
    assert message["To"].addresses[0].addr_spec == "petra@xn--mller-shne-gcb0f.example".replace(
        "xn--mller-shne-gcb0f", "müller-söhne".encode("idna").decode()
    )


def test_marks_that_turn_the_reading_direction_do_not_reach_the_letter():
    raw = letter_message(**{**GIVEN, "to_name": "Luis \u202egnp.exe", "body": "Hello\u2066 there"})
    assert read(raw).get_content().strip() == "Hello there"
    assert read(raw)["To"].addresses[0].display_name == "Luis gnp.exe"


@given(
    subject=words,
    body=st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=400),
)
def test_any_words_survive_the_way_there_and_back(subject, body):
    message = read(letter_message(**{**GIVEN, "subject": subject, "body": body}))
    assert message.get_content().strip() == body.strip()
    assert {key.lower() for key in message} >= {"from", "to", "subject", "date", "message-id"}


def test_the_date_keeps_its_own_offset():
    raw = letter_message(**{**GIVEN, "date": datetime(2026, 11, 1, 6, 30, tzinfo=UTC)})
    assert b"Date: Sun, 01 Nov 2026 06:30:00 +0000\r\n" in raw
