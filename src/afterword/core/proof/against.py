"""A letter held against the record: people, companies, words of their own spelling, dates, blanks of a template."""

from collections.abc import Iterator

from afterword.core.findings import Finding
from afterword.core.proof.dates import date_findings
from afterword.core.proof.firms import company_findings, term_findings
from afterword.core.proof.people import name_findings, setting_of
from afterword.core.proof.placeholders import placeholders
from afterword.core.proof.record import Record
from afterword.core.proof.tokens import Token


def against_record(text: str, tokens: tuple[Token, ...], record: Record) -> Iterator[Finding]:
    """Everything in ``text`` that the record contradicts."""
    setting = setting_of(text, tokens, record)
    yield from placeholders(text)
    yield from name_findings(setting)
    yield from company_findings(setting)
    yield from term_findings(setting)
    yield from date_findings(text, record.dates)
