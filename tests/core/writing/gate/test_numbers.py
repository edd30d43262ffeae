"""Numbers as values: however written, the same one."""

from decimal import Decimal

import pytest

from afterword.core.writing.gate.numbers import numbers, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nine days", ["9"]),
        ("the nine-day close", ["9"]),
        ("9 days", ["9"]),
        ("$6M to $1.5M", ["6000000", "1500000"]),
        ("$6 million to $1.5 million", ["6000000", "1500000"]),
        ("six million", ["6000000"]),
        ("92k", ["92000"]),
        ("1,100 invoices", ["1100"]),
        ("Two hundred stores", ["200"]),
        ("200 stores by 2030", ["200", "2030"]),
        ("twenty-one plants", ["21"]),
        ("a dozen plants", ["12"]),
        ("31% of orders", ["31"]),
        ("4.5 percent", ["4.5"]),
        ("Q3", ["3"]),
        ("€180,000", ["180000"]),
        ("often, someone, tent", []),
        ("3rd round", ["3"]),
        ("555-0131", ["555", "131"]),
        ("1.", ["1"]),
        ("", []),
    ],
)
def test_a_number_is_read_as_its_value(text: str, expected: list[str]) -> None:
    """In the order they stand."""
    assert [str(number.value.quantize(Decimal(1)) if number.value == number.value.to_integral() else number.value)
            for number in numbers(text)] == expected  # fmt: skip


def test_ordinals_and_multiples_vouch_for_numbers() -> None:
    """ "doubled" in the notes lets a letter say two, "twelfth" twelve."""
    assert Decimal(2) in values("sales doubled")
    assert Decimal(12) in values("the twelfth store")


def test_a_span_covers_the_number_as_written() -> None:
    """With its currency and scale."""
    (number,) = numbers("We saved $6 million there.")
    assert "We saved $6 million there."[number.span.start : number.span.end] == "$6 million"
