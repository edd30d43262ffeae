"""What a letter to one person may rest on, and what it must not say.

Four kinds of text: this person's usable notes, the candidate's profile, the record of interview and
opportunity, and what is forbidden (kept out, or noted for somebody else).
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from afterword.core.facts import NOT_TO_RAISE, Candidate, Case, Person, PersonId
from afterword.core.writing.gate.days import day_met, month, weekday
from afterword.core.writing.gate.numbers import values
from afterword.core.writing.gate.stems import Weight, claims, stem, stems, weight
from afterword.core.writing.idea import Idea, Notes
from afterword.core.writing.letter import KeptOut, SentenceSource, SourceFrom
from afterword.core.writing.notes.concepts import said_of
from afterword.core.writing.understand import understand

_FRAGMENT = re.compile(r"[.;!?\n,]+\s*|\s+[-–—]\s+")
_POST_NOMINALS = re.compile(r",.*$")


#: Reasons that keep a note out of our own sentences; the user may have a better reason to say it.
_MILD = frozenset({"risk.personal", "risk.self", "risk.complaint", "risk.face"})
#: Reasons that rest on another note, which is forbidden by itself, or forbid nothing.
_OF_ANOTHER = frozenset({"risk.echo", "risk.other_person", "note.unread", "risk.no_work"})


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Words that must not appear: whose they are and why they stay out."""

    text: str
    why: str
    person: PersonId | None = None  # noted for this other person; None when kept out for everybody
    strict: bool = True  # whether it stops a letter, or only asks for a second look


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything the checks look things up in. ``notes`` are this person's; ``person`` None means not on record."""

    case: Case
    person: Person | None
    notes: tuple[str, ...]
    restated: tuple[str, ...]  # the notes as understood; () when nothing that may be said was noted
    called: str  # what they asked to be called, according to the notes
    profile: tuple[str, ...]
    interview: tuple[str, ...]
    opportunity: tuple[str, ...]
    forbidden: tuple[Forbidden, ...]
    known: frozenset[str] = field(default=frozenset())  # stems of all allowed texts
    noted: frozenset[str] = field(default=frozenset())  # stems of this person's notes
    own: frozenset[str] = field(default=frozenset())  # stems of the profile
    record: frozenset[str] = field(default=frozenset())  # stems of interview and opportunity
    figures: frozenset[Decimal] = field(default=frozenset())  # numbers of all allowed texts

    @property
    def allowed(self) -> tuple[str, ...]:
        """Every text this letter may rest on, typed or restated."""
        return (*self.notes, *self.restated, *self.profile, *self.interview, *self.opportunity)

    @property
    def sources(self) -> tuple[SentenceSource, ...]:
        """Every allowed text as a source a sentence can rest on, the most telling first."""
        return tuple(
            SentenceSource(origin, text)
            for origin, texts in (
                (SourceFrom.POINT, self.notes),
                (SourceFrom.PROFILE, self.profile),
                (SourceFrom.INTERVIEW, self.interview),
                (SourceFrom.OPPORTUNITY, self.opportunity),
            )
            for text in texts
        )


@lru_cache(maxsize=64)
def gather(case: Case, *, to: PersonId, kept_out: tuple[KeptOut, ...]) -> Evidence:
    """Collect what a letter to this person may and must not say."""
    understood = understand(case, notes=Notes.BOTH)
    person = next((p for p in case.interviewers if p.id == to), None)
    forbidden = (*_blocked(case, (*kept_out, *understood.kept_out)), *_foreign(case, to))
    blocked = tuple(f.text for f in forbidden if f.person is None)
    restated = tuple(text for idea in understood.of(to) for text in _restated(idea) if text)
    subjects = tuple(text for idea in understood.of(to) for text in said_of(idea.concepts))
    notes, profile = _notes(case, to, blocked), profile_texts(case.candidate)
    interview, opportunity = _interview_texts(case), _opportunity_texts(case)
    every = (*notes, *profile, *interview, *opportunity)
    return Evidence(
        case, person, notes, restated, understood.name_noted(to), profile, interview, opportunity, forbidden,
        known=_all_stems((*every, *restated, *subjects)), noted=_all_stems((*notes, *restated)), own=_all_stems(profile),
        record=_all_stems((*interview, *opportunity)),
        figures=frozenset(value for text in (*every, *restated) for value in values(text)) | _dates(case),
    )  # fmt: skip


def _restated(idea: Idea) -> tuple[str, ...]:
    """A note with its typos mended and its short forms spelt out, as a letter would say it."""
    return (idea.topic, idea.clause, idea.want, idea.question, idea.gerund, idea.shared)


def unsigned(name: str) -> str:
    """A name without its post-nominals ("Marguerite Dlamini, CPA" signs as Marguerite Dlamini)."""
    return _POST_NOMINALS.sub("", name).strip()


def profile_texts(candidate: Candidate) -> tuple[str, ...]:
    """Everything the candidate says of themselves, one text per entry."""
    jobs = (
        job.text or " ".join((job.title, job.organisation, job.start, job.end)) for job in candidate.employers
    )
    schools = (school.text or f"{school.name} {school.degree}" for school in candidate.schools)
    found = (
        candidate.name, candidate.headline, candidate.phone, candidate.email, candidate.link,
        *candidate.strengths, *candidate.achievements, *jobs, *schools,
        *candidate.certificates, *candidate.associations,
    )  # fmt: skip
    return tuple(text.strip() for text in found if text.strip())


def _notes(case: Case, to: PersonId, blocked: tuple[str, ...]) -> tuple[str, ...]:
    """This person's points, and the fragments of the free box, that touch nothing kept out."""
    texts: list[str] = []
    for debrief in (d for d in case.debriefs if d.interviewer == to):
        usable = [p.text for p in debrief.points if p.mention and p.source.origin not in NOT_TO_RAISE]
        texts += [text for text in usable if text not in blocked]
        texts += [part for part in _FRAGMENT.split(debrief.free_text) if part and not _touches(part, blocked)]
    shared = (c for c in case.connections if c.person == to and c.source.origin not in NOT_TO_RAISE)
    texts += [f"{c.text} {c.years}".strip() for c in shared]
    return tuple(texts)


def _touches(fragment: str, blocked: tuple[str, ...]) -> bool:
    """Whether a fragment says some of what is blocked: a rare word, two everyday ones, or a number."""
    mine = {stem(word): weight(word) for word in claims(fragment)}
    for text in blocked:
        shared = mine.keys() & {stem(word) for word in claims(text)}
        rare = any(mine[word] is Weight.RARE for word in shared)
        if fragment in text or rare or len(shared) >= 2 or values(fragment) & values(text):
            return True
    return False


def _interview_texts(case: Case) -> tuple[str, ...]:
    meeting, met = case.interview, day_met(case)
    people = (f"{p.name}, {p.title}" if p.title else p.name for p in case.interviewers)
    day = f"{weekday(met)} {month(met)} {met.day} {met.year}"
    found = (day, meeting.round, meeting.format, meeting.location, *people, _promise_text(case))
    return tuple(text for text in found if text)


def _promise_text(case: Case) -> str:
    promise = case.promise
    if promise is None:
        return ""
    due = "" if promise.due is None else f"{weekday(promise.due)} {month(promise.due)} {promise.due.day}"
    return f"{promise.text} {due}".strip()


def _opportunity_texts(case: Case) -> tuple[str, ...]:
    chosen = case.opportunity
    return tuple(text for text in (f"{chosen.role} at {chosen.company}", chosen.industry) if text)


def _dates(case: Case) -> frozenset[Decimal]:
    moment = day_met(case)
    found = {moment.day, moment.month, moment.year}
    if case.promise is not None and case.promise.due is not None:
        found |= {case.promise.due.day, case.promise.due.month, case.promise.due.year}
    return frozenset(Decimal(number).normalize() for number in found)


def _blocked(case: Case, kept_out: tuple[KeptOut, ...]) -> tuple[Forbidden, ...]:
    found = [
        Forbidden(kept.text, kept.why, strict=kept.code not in _MILD)
        for kept in kept_out
        if kept.code not in _OF_ANOTHER
    ]
    for debrief in case.debriefs:
        found += [
            Forbidden(p.text, "You marked it “do not mention”.") for p in debrief.points if not p.mention
        ]
        found += [
            Forbidden(p.text, "It comes from a private network.")
            for p in debrief.points
            if p.source.origin in NOT_TO_RAISE
        ]
    found += [
        Forbidden(c.text, "It comes from a private network.")
        for c in case.connections
        if c.source.origin in NOT_TO_RAISE
    ]
    return tuple(found)


def _foreign(case: Case, to: PersonId) -> tuple[Forbidden, ...]:
    names = {p.id: p.name for p in case.interviewers}
    found = []
    for debrief in (d for d in case.debriefs if d.interviewer != to):
        why = f"It was noted for {names.get(debrief.interviewer, 'somebody else')}."
        texts = [p.text for p in debrief.points] + [
            part for part in _FRAGMENT.split(debrief.free_text) if part
        ]
        found += [Forbidden(text, why, debrief.interviewer) for text in texts]
    return tuple(found)


def _all_stems(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for text in texts for word in stems(text)) | frozenset(
        stem(word) for text in texts for word in _initials(text)
    )


def _initials(text: str) -> tuple[str, ...]:
    """The abbreviation a title makes ("Chief Financial Officer" lets a letter say CFO)."""
    capitals = [word for word in re.findall(r"[^\W\d_]+", text) if word[0].isupper()]
    return ("".join(word[0] for word in capitals).lower(),) if 2 <= len(capitals) <= 4 else ()
