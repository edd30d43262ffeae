"""One result or strength of the candidate that answers a need, in words that can stand in a sentence."""

import re
from dataclasses import dataclass

from afterword.core.facts import Candidate
from afterword.core.writing.idea import Idea
from afterword.core.writing.letter import SentenceSource, SourceFrom
from afterword.core.writing.notes.concepts import concepts_of
from afterword.core.writing.words.lexicon import Tag, verb_as

_DONE_TO_ME = frozenset(
    [
        "promoted",
        "awarded",
        "named",
        "elected",
        "selected",
        "chosen",
        "recognised",
        "recognized",
        "nominated",
        "appointed",
        "certified",
        "licensed",
        "invited",
    ]
)
_OPENING_ADVERBS = re.compile(
    r"^(?:also |successfully |personally |single-handedly |recently |once )+", re.IGNORECASE
)
_ME = re.compile(r"^(?:I |I've |I have )", re.IGNORECASE)
_THIRD = re.compile(r"\b(?:my|our|their|his|her|he|she|they|we)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proof:
    """A finite clause about the candidate ("at Rowan Dairy I cut the close to five days") and what it rests on."""

    clause: str
    sources: tuple[SentenceSource, ...]

    @property
    def sentence_start(self) -> str:
        """The clause as it begins a sentence."""
        return self.clause[0].upper() + self.clause[1:]


def proof_for(candidate: Candidate, idea: Idea | None) -> Proof | None:
    """The achievement, else the strength, that touches the idea's subject most; the first one when none does."""
    subjects = _subjects(idea)
    results = [(text, clause) for text in candidate.achievements if (clause := did(text))]
    result = _closest([text for text, _ in results], subjects)
    strength = _closest(list(candidate.strengths), subjects)
    if result is not None and (
        _touch(result, subjects) or strength is None or not _touch(strength, subjects)
    ):
        return _result(candidate, result, dict(results)[result])
    if strength is None:
        return None
    return Proof(
        f"one of my strengths is {_inside(strength)}", (SentenceSource(SourceFrom.PROFILE, strength),)
    )


def answered(candidate: Candidate, idea: Idea) -> int:
    """How much the profile has to say to an idea: subjects shared with its closest result or strength."""
    subjects = _subjects(idea)
    return max(
        (_touch(text, subjects) for text in (*candidate.achievements, *candidate.strengths)), default=0
    )


def _subjects(idea: Idea | None) -> frozenset[str]:
    return frozenset(idea.concepts) | frozenset(concepts_of(idea.topic)) if idea else frozenset()


def did(achievement: str) -> str:
    """ "Helped take the close …" as "I helped take the close …"; "" when it does not begin with what was done."""
    text = _OPENING_ADVERBS.sub("", _ME.sub("", " ".join(achievement.split()))).rstrip(" .;!")
    first, _, rest = text.partition(" ")
    verb = first.lower()
    if not rest or not verb.isalpha() or _THIRD.search(text):
        return ""
    if verb in _DONE_TO_ME:
        return f"I was {verb} {rest}"
    return f"I {verb} {rest}" if verb_as(verb, Tag.PAST) else ""


def _result(candidate: Candidate, text: str, clause: str) -> Proof:
    """Names the employer only when there is just one the result can belong to."""
    source = SentenceSource(SourceFrom.PROFILE, text)
    if len(candidate.employers) != 1:
        return Proof(clause, (source,))
    job = candidate.employers[0]
    worked = SentenceSource(SourceFrom.PROFILE, job.text or job.organisation)
    if job.organisation and job.organisation not in text:
        return Proof(f"at {job.organisation} {clause}", (source, worked))
    if not job.organisation and job.title:
        title = _inside(job.title)
        article = "an" if title[:1].lower() in "aeiou" else "a"
        return Proof(f"as {article} {title} {clause}", (source, worked))
    return Proof(clause, (source,))


def _closest(texts: list[str], subjects: frozenset[str]) -> str | None:
    return max(texts, key=lambda text: _touch(text, subjects), default=None)


def _touch(text: str, subjects: frozenset[str]) -> int:
    return len(subjects & set(concepts_of(text)))


def _inside(text: str) -> str:
    """A phrase as it stands inside a sentence: its first word small unless it carries capitals of its own."""
    first, space, rest = text.strip().rstrip(".").partition(" ")
    plain = first[:1].isupper() and first[1:] == first[1:].lower() and len(first) > 1
    known = plain and verb_as(first.lower(), Tag.BASE, Tag.ING, Tag.PAST) is not None
    return f"{first.lower() if known or (plain and space and not rest[:1].isupper()) else first}{space}{rest}"
