"""A saved mail: who, when, which words; and which address failed."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from afterword.core.reading.message import read_mail

REPLY = b"""From: =?utf-8?q?J=C3=B6rg_Lindqvist?= <Joerg@Thornbury.example>
To: robin@mail.example
Subject: =?utf-8?b?UmU6IFRoYW5rIHlvdQ==?=
Date: Tue, 17 Nov 2026 09:30:00 -0500
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/html; charset=utf-8

<p>Not <b>decided</b> yet.</p>
--b
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

We have not decided yet, J=F6rg
--b--
"""
BOUNCE = b"""From: Mail Delivery Subsystem <mailer-daemon@mail.example>
Subject: Undeliverable
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Your message could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; Adaeze@Thornbury.example
Action: failed
Status: 5.1.1
--b--
"""


def test_name_address_time_subject_and_plain_words_are_read():
    mail = read_mail(REPLY)
    assert (mail.name, mail.address) == ("Jörg Lindqvist", "joerg@thornbury.example")
    assert mail.at == datetime(2026, 11, 17, 14, 30, tzinfo=UTC)
    assert (mail.subject, mail.text) == ("Re: Thank you", "We have not decided yet, Jörg")
    assert mail.failed == ()


def test_html_is_read_where_there_are_no_plain_words():
    assert read_mail(REPLY.replace(b"text/plain", b"application/pdf")).text == "Not decided yet."


def test_a_bounce_names_the_address_that_failed():
    mail = read_mail(BOUNCE)
    assert mail.failed == ("adaeze@thornbury.example",)
    assert mail.at is None
    assert read_mail(b"From: a\nX-Failed-Recipients: B@c.example\n\nx").failed == ("b@c.example",)


@given(st.binary(max_size=400), st.sampled_from([b"", REPLY[:220], BOUNCE[:330]]))
def test_no_bytes_are_too_broken(more, start):
    mail = read_mail(start + more)
    assert isinstance(mail.text, str)


def test_a_subject_with_broken_encoding_is_kept_as_it_stands():
    assert read_mail(b"From: a@b.example\nSubject: =?utf-8?b?a?=\n\nhi").subject == "=?utf-8?b?a?="


def test_a_broken_line_of_a_report_costs_only_itself():
    broken = BOUNCE.replace(
        b"Reporting-MTA: dns; mail.example", b"X-Odd: \x0b\x00:\nReporting-MTA: dns; mail.example"
    )
    assert broken != BOUNCE
    assert read_mail(broken).failed == read_mail(BOUNCE).failed != ()
