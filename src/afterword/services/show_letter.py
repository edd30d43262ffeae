"""A letter on the desk: its words, where each sentence comes from, what the gate says, whether a yes still holds."""

from dataclasses import dataclass
from datetime import datetime

from afterword.core.facts import Case, InterviewId, LetterKind, Opportunity, OpportunityId, Person, PersonId
from afterword.core.findings import Finding, Severity
from afterword.core.handover.approval import why_not
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.stops import limit_reached
from afterword.core.writing.draft import draft_letters
from afterword.core.writing.gate.check import check_letter
from afterword.core.writing.letter import Sentence
from afterword.services.letter_case import case_for
from afterword.store import letters
from afterword.store.facts import load_history, load_person
from afterword.store.letters import KeptLetter
from afterword.store.memory import remembered_facts


@dataclass(frozen=True, slots=True)
class LetterOnDesk:
    """Everything the letter screen shows. ``stands`` is "" while the approval holds, else why it does not."""

    kept: KeptLetter
    person: Person
    opportunity: Opportunity
    case: Case
    sentences: tuple[Sentence, ...]
    findings: tuple[Finding, ...]
    stands: str
    limit: str
    ask: tuple[str, ...]
    panel: tuple[tuple[str, str, str], ...]  # the other letters of this interview: id, name, state

    @property
    def blocked(self) -> tuple[Finding, ...]:
        """Findings that must be gone before the letter may be approved."""
        return tuple(f for f in self.findings if f.severity is Severity.STOP)


def show_letter(letter: str, *, owner: str, playbook: Playbook, now: datetime) -> LetterOnDesk:
    """One letter with the gate's findings on the words as they stand. Raises ``LetterGone``."""
    kept = letters.load_letter(owner, letter)
    _, facts = remembered_facts(owner)
    case = case_for(
        owner, interviews=facts.interviews, opportunity=OpportunityId(kept.opportunity),
        interview=InterviewId(kept.interview) if kept.interview else None, person=kept.letter.to,
    )  # fmt: skip
    checked = check_letter(
        case, to=kept.letter.to, kind=kept.letter.kind, subject=kept.letter.subject, body=kept.letter.body,
        kept_out=kept.kept_out, others=others_of(owner, kept), sentences=kept.letter.sentences,
    )  # fmt: skip
    person = load_person(owner, kept.letter.to)
    names = {p.id: p.name for p in facts.people}
    return LetterOnDesk(
        kept=kept,
        person=person,
        opportunity=case.opportunity,
        case=case,
        sentences=checked.sentences,
        findings=_said_once(checked.findings),
        stands=approval_lost(kept, person, owner=owner),
        limit=""
        if kept.state == "sent"
        else limit_reached(
            facts,
            person=person.id,
            opportunity=case.opportunity.id,
            kind=kept.letter.kind,
            playbook=playbook,
            now=now,
        ),
        ask=_ask(case, kept),
        panel=tuple((k.id, names.get(k.letter.to, ""), k.state) for k in _siblings(owner, kept)),
    )


def _said_once(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Without the note that a sentence is the user's own where its unknown words are named already."""
    named = {one.span for one in findings if one.code == "grounding.content"}
    return tuple(one for one in findings if one.code != "sentence.unsourced" or one.span not in named)


def approval_lost(kept: KeptLetter, person: Person, *, owner: str) -> str:
    """Why an approved letter's approval no longer holds; "" when it does, or when there is none."""
    if not kept.approval or kept.state != "approved":
        return ""
    return why_not(
        kept.approval,
        message=kept.message,
        address=address_of(kept, person),
        epoch=letters.epoch(owner),
        history=load_history(owner, opportunity=kept.opportunity),
    )


def address_of(kept: KeptLetter, person: Person) -> str:
    """The address a letter goes to; a LinkedIn note goes by name."""
    return person.name if kept.letter.kind is LetterKind.CONNECTION_NOTE else person.email


def others_of(owner: str, kept: KeptLetter) -> tuple[tuple[PersonId, str], ...]:
    """The other letters of the same kind for the same interview, to be told apart from."""
    return tuple((row.letter.to, row.letter.body) for row in _siblings(owner, kept))


def _siblings(owner: str, kept: KeptLetter) -> tuple[KeptLetter, ...]:
    if not kept.interview:
        return ()
    rows = letters.letters_of(owner, interview=kept.interview, kind=kept.letter.kind.value)
    return tuple(row for row in rows if row.id != kept.id)


def _ask(case: Case, kept: KeptLetter) -> tuple[str, ...]:
    """Short questions that would let this letter be specific, while it can still be changed."""
    if kept.state == "sent" or kept.letter.kind is not LetterKind.THANK_YOU:
        return ()
    return tuple(a.question for a in draft_letters(case).ask if a.interviewer == kept.letter.to)
