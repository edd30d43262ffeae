"""What the candidate answered, noted behind the question: "asked about my notice period, two weeks"."""

import re
from dataclasses import replace

from afterword.core.writing.idea import Idea, Shape

_SPAN = r"(?:about )?(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:calendar |working )?(?:days?|weeks?|months?|years?)"
_SAID = r"(?:(?:which |that )?(?:I )?(?:said|told (?:her|him|them|you))(?: that)?(?: it is| it's| mine is)?|mine is|it is|it's|which is|I have|answer:?)"
_ANSWER = re.compile(rf"(?:{_SAID} )?(?:only |just )?(?P<span>{_SPAN}|none|immediate(?:ly)?)(?: only)?", re.I)
_NUMBER = re.compile(
    r"(?:about )?[$£€]?\d[\d,.]*%?|one|two|three|four|five|six|seven|eight|nine|ten|yes|no", re.I
)
_NOTICE = re.compile(
    r"(?:my |the )?notice(?: period)?|how (?:long|much) (?:my )?notice\b.*|how long is my notice(?: period)?",
    re.I,
)


def answered(before: Idea, text: str) -> Idea | None:
    """The question with what the candidate answered to it as its clause, the notice period alone; None for no answer.

    Any other answer is left out: the reader knows it, and a letter does not argue it again.
    """
    if before.shape is not Shape.QUESTION:
        return None
    found = _ANSWER.fullmatch(text.strip(" ,.;:"))
    if found is None:
        said = re.match(rf"{_SAID} ", text, re.I) or _NUMBER.fullmatch(text.strip(" ,.;:"))
        return before if said else None
    span = found["span"].lower()
    if not _NOTICE.fullmatch(before.question) or not re.search(r"(?:day|week|month)s?$", span):
        return before
    return replace(before, question="my notice period", clause=f"my notice period is {span}")
