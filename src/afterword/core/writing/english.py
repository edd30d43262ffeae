"""Which English a case is written in: the candidate's locale, unless everything in the case is plainly British.

A profile that never said otherwise is American; pounds, HMRC or a company's Ltd, and the user's own spelling say more.
"""

import re
from functools import lru_cache

from afterword.core.facts import Case
from afterword.core.writing.words.lexicon import table

_DEFAULT = frozenset({"en-us", "en", ""})
_SURE = re.compile(
    r"£|\b(?:HMRC|PAYE|Ltd|plc|PLC|LLP \(UK\)|Companies House|pence|P45|P60|ACCA|ACA|ICAEW|AAT|FCCA|CIMA)\b"
)
_LIKELY = re.compile(
    r"\b(?:VAT|pension auto-enrolment|stocktake|fortnight|whilst|chaps?|bank holiday|debtors|creditors|purchase ledger)\b",
    re.I,
)
_ENOUGH = 2


@lru_cache(maxsize=64)
def locale_of(case: Case) -> str:
    """The locale to write in: "en-GB" when the profile only has the default and the case itself is British."""
    told = case.candidate.locale
    if told.replace("_", "-").lower() not in _DEFAULT:
        return told
    return "en-GB" if _weight(case) >= _ENOUGH else told


def _weight(case: Case) -> int:
    """What speaks for British English: a sure sign counts two, a likely one or a spelling counts one, each only once."""
    candidate = case.candidate
    texts = [
        case.opportunity.company, candidate.headline, candidate.name, *candidate.achievements, *candidate.strengths,
        *(d.free_text for d in case.debriefs), *(p.text for d in case.debriefs for p in d.points),
    ]  # fmt: skip
    said = " ".join(texts)
    words = {w.lower() for w in re.findall(r"[A-Za-z]+", said)}
    likely = {m.lower() for m in _LIKELY.findall(said)}
    zone = {candidate.zone, case.interview.zone} & {"Europe/London", "Europe/Belfast", "GB"}
    country = case.opportunity.country == "GB"
    return (
        2 * bool(_SURE.search(said)) + len(words & _spellings()) + len(likely) + 2 * bool(zone) + 2 * country
    )


@lru_cache(maxsize=1)
def _spellings() -> frozenset[str]:
    """Words only spelt so in British English."""
    return frozenset(line.split("\t")[1] for line in table("spelling.tsv"))
