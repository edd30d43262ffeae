"""Letters for a case: the one door other rooms use."""

from afterword.core.facts import Case, LetterKind, PersonId
from afterword.core.findings import Finding
from afterword.core.writing.gate.check import examined
from afterword.core.writing.idea import Notes, Understanding
from afterword.core.writing.kinds.write import write_kind
from afterword.core.writing.letter import Ask, Drafts
from afterword.core.writing.letters.asking import questions_to_user
from afterword.core.writing.letters.thanks import thank_you_letters
from afterword.core.writing.understand import understand
from afterword.core.writing.voice import Voice


def draft_letters(
    case: Case,
    *,
    kind: LetterKind = LetterKind.THANK_YOU,
    notes: Notes = Notes.BOTH,
    late: bool = False,
    voice: Voice | None = None,
) -> Drafts:
    """Drafts of one kind for a case, what stayed out and why, and what to ask the user.

    ``late`` (48 h to 5 days after the interview) keeps the thanks and drops nothing; it is never an excuse or an
    apology. The same arguments give the same bytes on every machine.
    """
    voice = voice or Voice()
    understood = understand(case, notes=notes)
    if kind is LetterKind.THANK_YOU:
        letters = thank_you_letters(case, understood, voice=voice)
        return Drafts(
            letters=examined(case, letters, kept_out=understood.kept_out),
            kept_out=understood.kept_out,
            ask=_asks(case, understood),
            warnings=_warnings(case),
        )
    letters = write_kind(case, understood, kind=kind, voice=voice)
    return Drafts(letters=letters, kept_out=understood.kept_out, warnings=_warnings(case))


def _asks(case: Case, understood: Understanding) -> tuple[Ask, ...]:
    asked = [(p.id, q) for p in case.interviewers for q in questions_to_user(p, understood.of(p.id))]
    return tuple(Ask(PersonId(who), question) for who, question in asked)


def _warnings(case: Case) -> tuple[Finding, ...]:
    found = []
    if not case.candidate.name.strip():
        found.append(Finding("profile.no_name", "The letter is not signed: your profile has no name."))
    if not case.interviewers:
        found.append(
            Finding("interview.nobody", "Nobody is recorded as interviewer, so there is nobody to write to.")
        )
    return tuple(found)
