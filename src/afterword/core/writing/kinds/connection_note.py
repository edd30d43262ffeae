"""The connection note of rule R: one line on a professional network, at most 200 characters unless told otherwise."""

from collections.abc import Iterator

from afterword.core.facts import Case, LetterKind, PersonId
from afterword.core.writing.idea import Understanding
from afterword.core.writing.kinds.page import Material, Page, page_for, settled
from afterword.core.writing.letter import Letter
from afterword.core.writing.voice import Voice

#: What accounts that do not pay may send.
FREE_LIMIT = 200


def write_connection_note(
    case: Case, understanding: Understanding, *, to: PersonId, voice: Voice, limit: int = FREE_LIMIT
) -> Letter:
    """The fullest note that fits into ``limit`` characters."""
    page = page_for(case, understanding, to=to, voice=voice, kind=LetterKind.CONNECTION_NOTE)
    return settled(page, lambda page, made_of: _compose(page, made_of, limit), _with_shared(page))


def _with_shared(page: Page) -> Iterator[Material]:
    """What was talked about, each beside the first thing the two have in common."""
    shared = next((one for one in page.understanding.of(page.person.id) if one.shared), None)
    for idea in page.ideas():
        if idea != shared:
            yield Material(idea, beside=shared)


def _compose(page: Page, made_of: Material, limit: int) -> Letter:
    """The fullest frame that fits; of equally full ones, the one whose turn it is."""
    told = [(frame, page.filled(frame, "note", made_of)) for frame in page.fitting("note", made_of)]
    fit = [one for one in told if len(one[1].text) <= limit] or [min(told, key=lambda one: len(one[1].text))]
    fullest = max(_fullness(frame) for frame, _ in fit)
    best = [said for frame, said in fit if _fullness(frame) == fullest]
    said = best[page.turn_of("note") % len(best)]
    return Letter(page.person.id, page.kind, "", said.text, (said,))


def _fullness(frame: str) -> int:
    """How much a frame says: what was talked about before what is shared, the whole topic before its focus."""
    weights = {"topic": 4, "question": 4, "gerund": 4, "focus": 3, "shared": 3, "company": 1}
    return sum(weight for slot, weight in weights.items() if f"{{{slot}}}" in frame)
