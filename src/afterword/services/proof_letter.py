"""Proofreading a letter against its record: the people, the company, the role and the days it may name."""

from dataclasses import replace

from afterword.core.facts import InterviewId, OpportunityId
from afterword.core.proof.record import Record, record_of
from afterword.core.writing.voice import british
from afterword.ports.proof import ProofEngine
from afterword.services.keep_voice import own_words, voice_of
from afterword.services.letter_case import case_for
from afterword.services.proof_text import ProofResult, proof_text
from afterword.store import letters
from afterword.store.memory import remembered_facts


def proof_letter(
    letter: str, *, text: str | None = None, owner: str, engine: ProofEngine | None
) -> tuple[str, ProofResult]:
    """The text that was read and what was found: the letter as it is kept, or ``text`` as it is being typed."""
    kept = letters.load_letter(owner, letter)
    body = kept.letter.body if text is None else text
    record, locale = _record(kept, owner=owner)
    dialect = "en-GB" if british(locale=locale, voice=voice_of(owner)) else "en-US"
    return body, proof_text(body, engine=engine, record=record, own_words=own_words(owner), dialect=dialect)


def _record(kept: letters.KeptLetter, *, owner: str) -> tuple[Record, str]:
    """What the letter may name; every other company of the hunt is one it should not."""
    _, facts = remembered_facts(owner)
    case = case_for(
        owner, interviews=facts.interviews, opportunity=OpportunityId(kept.opportunity),
        interview=InterviewId(kept.interview) if kept.interview else None, person=kept.letter.to,
    )  # fmt: skip
    own = {case.opportunity.company, *(job.organisation for job in case.candidate.employers)}
    others = dict.fromkeys(o.company for o in facts.opportunities if o.company not in own)
    record = record_of(case, kept.letter.to)
    return replace(record, other_companies=tuple(others)), case.candidate.locale
