"""One result or strength of the candidate that answers a need, as a clause that can begin a sentence."""

from dataclasses import dataclass

from afterword.core.facts import Candidate
from afterword.core.writing.letter import SentenceSource, SourceFrom
from afterword.core.writing.letters.profile import Proof

_DONE_TO_ME = ("promoted", "awarded", "named", "elected", "selected", "chosen", "nominated", "appointed")


@dataclass(frozen=True, slots=True)
class Told:
    """A finite clause about the candidate ("at Rowan Dairy I cut the close to five days") and what it rests on."""

    clause: str
    sources: tuple[SentenceSource, ...]
    done: bool = True  # a result, not a strength

    @property
    def sentence_start(self) -> str:
        """The clause as it begins a sentence."""
        return self.clause[:1].upper() + self.clause[1:]


def told_of(proof: Proof, candidate: Candidate) -> Told:
    """A result or strength of the profile as a clause, with the entries it rests on."""
    return Told(result_clause(proof), _sources(proof, candidate), bool(proof.did))


def result_clause(proof: Proof) -> str:
    """A result or strength as a finite clause about the candidate, small at the start."""
    if not proof.did:
        return f"I have experience in {proof.strength}"
    done = f"I was {proof.did}" if proof.did.startswith(_DONE_TO_ME) else f"I {proof.did}"
    place = f"at {proof.emp}" if proof.emp else proof.as_
    return f"{place} {done}".strip()


def _sources(proof: Proof, candidate: Candidate) -> tuple[SentenceSource, ...]:
    """The profile entry, and the job it is told of when one is named."""
    jobs = [job.text or job.organisation for job in candidate.employers] if proof.emp or proof.as_ else []
    return tuple(SentenceSource(SourceFrom.PROFILE, text) for text in (proof.source, *jobs))
