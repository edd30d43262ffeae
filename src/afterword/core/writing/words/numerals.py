"""The English words for whole numbers, for all who read or write them."""

_BELOW_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_FULL_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

#: "zero" to "nineteen" and "twenty" to "ninety", with their values, in order.
UNITS = {word: value for value, word in enumerate(_BELOW_TWENTY)}
TENS = {word: 10 * value for value, word in enumerate(_FULL_TENS, 2)}


def words_between(first: int, last: int) -> tuple[str, ...]:
    """The words for the numbers from ``first`` to ``last``, at most nineteen, both included."""
    return _BELOW_TWENTY[first : last + 1]
