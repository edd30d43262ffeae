"""A letter as a link: what a mail program decodes from it is what was written."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.core.errors import BadInput
from afterword.core.handover.mailto import LONGEST_SAFE, mailto, too_long

plain = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=200)


def taken_apart(link: str) -> tuple[str, dict[str, str]]:
    """Address and fields as RFC 6068 reads them; "+" stands for itself."""
    scheme, _, rest = link.partition(":")
    assert scheme == "mailto"
    address, _, query = rest.partition("?")
    return unquote(address), dict(part.partition("=")[::2] for part in query.split("&") if part)


@pytest.mark.parametrize(
    ("given", "link"),
    [
        (("ana@example.org", "Thank you", "Hi"), "mailto:ana@example.org?subject=Thank%20you&body=Hi"),
        (("ana@example.org", "", ""), "mailto:ana@example.org"),
        (
            ("a+b@example.org", "50 % & more?", ""),
            "mailto:a%2Bb@example.org?subject=50%20%25%20%26%20more%3F",
        ),
        (("ana@example.org", "", "One\n\nTwo"), "mailto:ana@example.org?body=One%0D%0A%0D%0ATwo"),
        (("ana@example.org", "Grüße", ""), "mailto:ana@example.org?subject=Gr%C3%BC%C3%9Fe"),
    ],
)
def test_links_a_person_can_check(given, link):
    email, subject, body = given
    assert mailto(to=email, subject=subject, body=body) == link


@given(subject=plain, lines=st.lists(plain, max_size=6))
def test_subject_and_body_come_back(subject, lines):
    address, fields = taken_apart(mailto(to="ana@example.org", subject=subject, body="\n".join(lines)))
    assert address == "ana@example.org"
    assert unquote(fields.get("subject", "")) == subject.strip()
    assert unquote(fields.get("body", "")).split("\r\n") == ("\n".join(lines).splitlines() or [""])


@pytest.mark.parametrize(
    "email", ["", "ana", "ana@example.org,b@example.org", "ana@example.org?bcc=b@example.org"]
)
def test_only_one_plain_address_makes_a_link(email):
    with pytest.raises(BadInput):
        mailto(to=email, subject="", body="")


def test_a_link_that_would_be_cut_is_told_apart():
    short = mailto(to="ana@example.org", subject="Hi", body="x" * 100)
    long = mailto(to="ana@example.org", subject="Hi", body="x" * LONGEST_SAFE)
    assert (too_long(short), too_long(long)) == (False, True)
