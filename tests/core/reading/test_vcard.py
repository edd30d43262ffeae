"""vCards as phones and address books write them."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from afterword.core.reading.vcard import MAX_CARDS, CardRead, read_vcard

GOLDEN = Path(__file__).parents[2] / "golden" / "vcf"


def test_a_2_1_card_with_quoted_printable_names_and_bare_parameters() -> None:
    reading = read_vcard((GOLDEN / "phone_2_1.vcf").read_bytes())
    assert reading.findings == ()
    assert reading.cards == (
        CardRead(
            name="Jörg Müller",
            emails=("joerg@muehle.example",),
            phones=("+49 170 5550101", "+49 30 5550100"),
            company="Mühle AG",
            department="Rechnungswesen",
            title="Leiter",
        ),
    )


def test_a_3_0_file_with_groups_folds_a_company_and_an_empty_name() -> None:
    reading = read_vcard((GOLDEN / "contacts_3_0.vcf").read_bytes())
    dana, ann = reading.cards
    assert (dana.name, dana.company, dana.department) == ("Dana Wu, CPA", "Alder Mills; East", "Finance")
    assert dana.emails == ("dana.wu@aldermills.example",)
    assert dana.notes == "Met at the chapter lunch, likes gardening\nkids at Kent State"
    assert "X-UNKNOWN: kept" in dana.other
    assert ann.name == "Ann Marie Roe"
    assert [finding.code for finding in reading.findings] == ["vcard.not_a_person", "vcard.empty"]


def test_a_4_0_file_with_tel_addresses_and_an_organisation() -> None:
    reading = read_vcard((GOLDEN / "modern_4_0.vcf").read_bytes())
    (omar,) = reading.cards
    assert (omar.name, omar.phones, omar.zone) == ("Omar Haddad", ("+1-555-0101",), "America/Chicago")
    assert omar.links == ("https://www.linkedin.com/in/omar-haddad",)


def test_a_broken_card_costs_only_itself() -> None:
    data = b"BEGIN:VCARD\nFN:A B\nthis is no line\nBEGIN:VCARD\nFN:C D\nEND:VCARD\nBEGIN:VCARD\nFN:E F\n"
    reading = read_vcard(data)
    assert [card.name for card in reading.cards] == ["A B", "C D", "E F"]
    assert [finding.code for finding in reading.findings] == ["vcard.line"]


def test_a_card_with_only_an_address_is_kept_and_told() -> None:
    reading = read_vcard(b"BEGIN:VCARD\nFN:x@y.example\nEMAIL:x@y.example\nEND:VCARD\n")
    assert (reading.cards[0].name, reading.cards[0].emails) == ("", ("x@y.example",))
    assert [finding.code for finding in reading.findings] == ["vcard.unnamed"]


def test_bounds_are_kept_and_told() -> None:
    many = b"BEGIN:VCARD\nFN:A\nEND:VCARD\n" * (MAX_CARDS + 1)
    reading = read_vcard(many)
    assert len(reading.cards) == MAX_CARDS
    assert [finding.code for finding in reading.findings] == ["vcard.too_many"]
    assert [finding.code for finding in read_vcard(b"x" * 10_000_001).findings] == ["vcard.too_large"]
    assert [finding.code for finding in read_vcard(b"hello").findings] == ["vcard.none"]


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    assert len(read_vcard(b"BEGIN:VCARD\r\n" + data + b"\r\nEND:VCARD").cards) <= 2 + data.upper().count(
        b"BEGIN"
    )
