"""The feedback request of rule F: thanks, one good thing, one easy question, free to decline, door open."""

import re

from afterword.core.facts import Case, LetterKind, PersonId
from afterword.core.writing.idea import Idea, Understanding
from afterword.core.writing.kinds.page import Page, page_for, settled
from afterword.core.writing.letter import Letter
from afterword.core.writing.voice import Voice

_REASON_GIVEN = re.compile(
    r"\b(?:because|more experience|needed (?:more|someone)|wanted (?:more|someone)|lack|not enough|too (?:junior|senior)|"
    r"over-?qualified|under-?qualified)\b",
    re.IGNORECASE,
)


def write_feedback_request(case: Case, understanding: Understanding, *, to: PersonId, voice: Voice) -> Letter:
    """One request; when the reason was already given it asks for one step instead of for the reason."""
    page = page_for(case, understanding, to=to, voice=voice, kind=LetterKind.FEEDBACK_REQUEST)
    return settled(page, _compose)


def _compose(page: Page, idea: Idea | None) -> Letter:
    ask = page.sentence("ask", part="step" if _reason_given(page) else "ask")
    return page.letter(
        subject=page.frame("subject"),
        paragraphs=(
            (page.sentence("thank"), page.sentence("good", idea)),
            (ask, page.sentence("free")),
            (page.sentence("door"),),
        ),
    )


def _reason_given(page: Page) -> bool:
    notes = (d for d in page.case.debriefs if d.interviewer == page.person.id)
    return any(
        _REASON_GIVEN.search(text) for d in notes for text in (d.free_text, *(p.text for p in d.points))
    )
