"""One result or strength of the candidate that answers a need, as a clause that can begin a sentence."""

from dataclasses import dataclass

from afterword.core.facts import Candidate
from afterword.core.writing.idea import Idea
from afterword.core.writing.letter import SentenceSource, SourceFrom
from afterword.core.writing.letters.profile import Proof, proofs
from afterword.core.writing.notes.concepts import concepts_of

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


def proof_for(candidate: Candidate, idea: Idea | None) -> Told | None:
    """The result that touches the idea's subject most, else the strength; the first result when none does."""
    subjects = _subjects(idea)
    known = proofs(candidate)
    best = max(
        known,
        key=lambda p: (bool(p.did) and _touch(p, subjects) > 0, _touch(p, subjects), bool(p.did)),
        default=None,
    )
    return None if best is None else Told(result_clause(best), _sources(best, candidate), bool(best.did))


def answered(candidate: Candidate, idea: Idea) -> int:
    """How much the profile has to say to an idea: subjects shared with its closest result or strength."""
    subjects = _subjects(idea)
    return max((_touch(proof, subjects) for proof in proofs(candidate)), default=0)


def _subjects(idea: Idea | None) -> frozenset[str]:
    return frozenset(idea.concepts) | frozenset(concepts_of(idea.topic)) if idea else frozenset()


def _touch(proof: Proof, subjects: frozenset[str]) -> int:
    return len(subjects & set(proof.concepts))


def result_clause(proof: Proof) -> str:
    """A result or strength as a finite clause about the candidate, small at the start."""
    if not proof.did:
        return f"one of my strengths is {proof.strength}"
    done = f"I was {proof.did}" if proof.did.startswith(_DONE_TO_ME) else f"I {proof.did}"
    place = f"at {proof.emp}" if proof.emp else proof.as_
    return f"{place} {done}".strip()


def _sources(proof: Proof, candidate: Candidate) -> tuple[SentenceSource, ...]:
    """The profile entry, and the job it is told of when one is named."""
    jobs = [job.text or job.organisation for job in candidate.employers] if proof.emp or proof.as_ else []
    return tuple(SentenceSource(SourceFrom.PROFILE, text) for text in (proof.source, *jobs))
