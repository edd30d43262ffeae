"""Which letters of these kinds a case brings, and to whom."""

from collections.abc import Sequence

from afterword.core.facts import Case, LetterKind, PersonId, Relation
from afterword.core.reading.title import asked_after, recruiter_asked_after
from afterword.core.writing.idea import Understanding
from afterword.core.writing.kinds.connection_note import FREE_LIMIT, write_connection_note
from afterword.core.writing.kinds.feedback_request import write_feedback_request
from afterword.core.writing.kinds.helper_thanks import write_helper_thanks
from afterword.core.writing.kinds.status_check import write_status_check
from afterword.core.writing.kinds.withdrawal import write_withdrawal
from afterword.core.writing.letter import Letter
from afterword.core.writing.voice import Voice

#: Who knows the decision, best first (rule C).
DECIDERS = (Relation.HIRING_MANAGER, Relation.EXECUTIVE, Relation.RECRUITER)
#: Whom to ask for feedback, best first (rule F).
ADVISERS = (Relation.HIRING_MANAGER, Relation.RECRUITER, Relation.HR, Relation.EXECUTIVE)

_WRITERS = {
    LetterKind.STATUS_CHECK: write_status_check,
    LetterKind.FEEDBACK_REQUEST: write_feedback_request,
    LetterKind.WITHDRAWAL: write_withdrawal,
    LetterKind.HELPER_THANKS: write_helper_thanks,
}


def write_kind(
    case: Case,
    understanding: Understanding,
    *,
    kind: LetterKind,
    voice: Voice,
    to: PersonId | None = None,
    limit: int = FREE_LIMIT,
) -> tuple[Letter, ...]:
    """The letters of one kind, each gated. ``to`` asks for one person's only; ``limit`` is for connection notes."""
    people = (to,) if to is not None else recipients(case, kind)
    if kind is LetterKind.CONNECTION_NOTE:
        return tuple(
            write_connection_note(case, understanding, to=p, voice=voice, limit=limit) for p in people
        )
    writer = _WRITERS[kind]
    return tuple(writer(case, understanding, to=person, voice=voice) for person in people)


def recipients(case: Case, kind: LetterKind) -> tuple[PersonId, ...]:
    """Who gets a letter of this kind: everybody for notes and thanks, else the one who answers for the decision."""
    if kind in (LetterKind.CONNECTION_NOTE, LetterKind.HELPER_THANKS):
        return tuple(p.id for p in case.interviewers if not p.do_not_contact)
    chosen = decider(case, ADVISERS if kind is LetterKind.FEEDBACK_REQUEST else DECIDERS)
    return () if chosen is None else (chosen,)


def decider(case: Case, order: Sequence[Relation] = DECIDERS) -> PersonId | None:
    """Who answers for the decision, by the rule the plan calls by (protocol.callee), among those the case names."""
    met = {p.id: p for p in case.interviewers}
    named, recruiter = case.opportunity.contact, case.opportunity.recruiter
    if named in met and not met[named].do_not_contact:
        return named
    ranks = [(asked_after(one, order), who) for who, one in met.items() if who != recruiter]
    if recruiter in met:
        ranks.append(
            (min(asked_after(met[recruiter], order), recruiter_asked_after(met[recruiter], order)), recruiter)
        )
    if not ranks:
        return None
    (avoid, *_), best = min(ranks)
    return named if avoid and named in met else best
