"""Drafting: the letter a step of the plan asks for, written once and then kept."""

from datetime import datetime

from afterword.core.errors import BadInput, NotFound
from afterword.core.facts import Case, InterviewId, LetterKind, OpportunityId
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.steps import Act, State, Step
from afterword.core.writing.draft import draft_letters
from afterword.core.writing.letter import Drafts, KeptOut, Letter
from afterword.ports.ids import Ids
from afterword.services.keep_voice import voice_of
from afterword.services.letter_case import case_for
from afterword.services.show_today import show_today
from afterword.store import letters
from afterword.store.letters import KeptLetter


def step_named(key: str, *, owner: str, playbook: Playbook, now: datetime) -> Step:
    """The step of the plan with this key. Raises :class:`NotFound` when the plan holds none."""
    for step in show_today(owner=owner, playbook=playbook, now=now).plan.steps:
        if step.key == key:
            return step
    raise NotFound("This step is no longer in the plan: something has changed since the page was opened.")


def letter_of(step: Step, *, owner: str) -> KeptLetter | None:
    """The letter already drafted for a step, if there is one."""
    if not step.letter or not step.person:
        return None
    return letters.find_letter(
        owner, opportunity=step.opportunity or "", interview=_interview(step), person=step.person, kind=step.letter,
        check_number=step.check,
    )  # fmt: skip


def draft_letter(step: Step, *, owner: str, playbook: Playbook, ids: Ids, now: datetime) -> KeptLetter:
    """The letter for a step: the one already kept, or a new draft. A panel is drafted in one go, so that notes differ."""
    if step.act is not Act.WRITE or not step.letter or not step.person:
        raise BadInput("This step is not a letter.")
    there = letter_of(step, owner=owner)
    if there:
        return there
    case, drafts = _draft(step, owner=owner, playbook=playbook, now=now)
    for letter in drafts.letters:
        if letter.to == step.person or step.letter is LetterKind.THANK_YOU:
            _keep(letter, step, case, drafts, owner=owner, ids=ids, now=now)
    kept = letter_of(step, owner=owner)
    if kept is None:
        raise BadInput("No letter could be written from what is known; add a point to the debrief first.")
    return kept


def redraft_letter(letter: str, *, owner: str, playbook: Playbook, now: datetime) -> None:
    """Write the draft anew from the notes as they stand now; the user's edits to it are given up."""
    kept = letters.load_letter(owner, letter)
    today = show_today(owner=owner, playbook=playbook, now=now)
    step = next((s for s in today.plan.steps if letter_of(s, owner=owner) == kept), None)
    late = step is not None and step.state is State.LATE
    case = case_for(
        owner, interviews=today.facts.interviews, opportunity=OpportunityId(kept.opportunity),
        interview=InterviewId(kept.interview) if kept.interview else None, person=kept.letter.to,
    )  # fmt: skip
    drafts = draft_letters(case, kind=kept.letter.kind, late=late, voice=voice_of(owner))
    for fresh in drafts.letters:
        if fresh.to == kept.letter.to:
            letters.rewrite_letter(
                owner, letter, fresh, edited=False, kept_out=_kept_out(drafts, fresh), now=now
            )


def _interview(step: Step) -> str:
    """Thank-you letters belong to an interview; all others to the opportunity."""
    return step.interview or "" if step.letter is LetterKind.THANK_YOU else ""


def _draft(step: Step, *, owner: str, playbook: Playbook, now: datetime) -> tuple[Case, Drafts]:
    assert step.letter
    today = show_today(owner=owner, playbook=playbook, now=now)
    case = case_for(
        owner, interviews=today.facts.interviews, opportunity=step.opportunity or OpportunityId(""),
        interview=step.interview, person=step.person,
    )  # fmt: skip
    return case, draft_letters(case, kind=step.letter, late=step.state is State.LATE, voice=voice_of(owner))


def _keep(
    letter: Letter, step: Step, case: Case, drafts: Drafts, *, owner: str, ids: Ids, now: datetime
) -> None:
    letters.add_letter(
        owner, letter, id_=ids.new(), opportunity=case.opportunity.id, interview=_interview(step),
        check_number=step.check, kept_out=_kept_out(drafts, letter), now=now,
    )  # fmt: skip


def _kept_out(drafts: Drafts, letter: Letter) -> tuple[KeptOut, ...]:
    return tuple(k for k in drafts.kept_out if k.interviewer == letter.to)
