"""The connection note of rule R: one line on a professional network, at most 200 characters unless told otherwise."""

from afterword.core.facts import Case, LetterKind, PersonId
from afterword.core.writing.idea import Idea, Understanding
from afterword.core.writing.kinds.page import Page, page_for, settled
from afterword.core.writing.letter import Letter
from afterword.core.writing.voice import Voice

#: What accounts that do not pay may send.
FREE_LIMIT = 200


def write_connection_note(
    case: Case, understanding: Understanding, *, to: PersonId, voice: Voice, limit: int = FREE_LIMIT
) -> Letter:
    """The fullest note that fits into ``limit`` characters."""
    page = page_for(case, understanding, to=to, voice=voice, kind=LetterKind.CONNECTION_NOTE)
    return settled(page, lambda page, idea: _compose(page, idea, limit))


def _compose(page: Page, idea: Idea | None, limit: int) -> Letter:
    """The richest frame that fits; of equally rich ones, the one whose turn it is."""
    told = [page.filled(frame, "note", idea) for frame in page.fitting("note", idea)]
    fit = [s for s in told if len(s.text) <= limit] or [min(told, key=lambda s: len(s.text))]
    richest = max(len(s.sources) for s in fit)
    best = [s for s in fit if len(s.sources) == richest]
    said = best[page.turn_of("note") % len(best)]
    return Letter(page.person.id, page.kind, "", said.text, (said,))
