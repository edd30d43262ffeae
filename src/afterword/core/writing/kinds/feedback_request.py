"""The feedback request of rule F: thanks, one good thing, one easy question, free to decline, door open."""

import re
from collections.abc import Iterator

from afterword.core.facts import Case, LetterKind, PersonId, PointKind
from afterword.core.writing.gate.numbers import numbers
from afterword.core.writing.idea import Idea, Understanding
from afterword.core.writing.kinds.page import Material, Page, page_for, settled
from afterword.core.writing.letter import Letter
from afterword.core.writing.letters.told import is_work
from afterword.core.writing.voice import Voice

_REASON_GIVEN = re.compile(
    r"\b(?:because|more experience|needed (?:more|someone)|wanted (?:more|someone)|lack|not enough|too (?:junior|senior)|"
    r"over-?qualified|under-?qualified)\b",
    re.IGNORECASE,
)

_OF_THE_WORK = frozenset({PointKind.CHALLENGE, PointKind.PROJECT, PointKind.GROWTH, PointKind.CULTURE})
_SURE = 3
#: Words of a topic that can share a sentence with another.
_SHORT_TOPIC = 6


def write_feedback_request(case: Case, understanding: Understanding, *, to: PersonId, voice: Voice) -> Letter:
    """One request; when the reason was already given it asks for one step instead of for the reason."""
    page = page_for(case, understanding, to=to, voice=voice, kind=LetterKind.FEEDBACK_REQUEST)
    return settled(page, _compose, _pairs(page))


def _compose(page: Page, made_of: Material) -> Letter:
    ask = page.sentence("ask", part="step" if _reason_given(page) else "ask")
    return page.letter(
        subject=page.frame("subject"),
        paragraphs=(
            (page.sentence("thank"), page.sentence("good", made_of)),
            (ask, page.sentence("free")),
            (page.sentence("door"),),
        ),
    )


def _pairs(page: Page) -> Iterator[Material]:
    """The two most telling topics together, when both are short and neither is a question."""
    short = [idea for idea in page.ideas() if _short(idea)]
    if len(short) >= 2 and not set(short[0].topic.lower().split()[-1:]) & set(short[1].topic.lower().split()):
        yield Material(short[0], also=short[1])


def _short(idea: Idea) -> bool:
    """A topic of the work, surely read, that can share a sentence with another."""
    plain = is_work(idea.topic) and " and " not in idea.topic and not idea.topic.startswith("what ")
    counted = any(number.span.start <= len("your ") for number in numbers(idea.topic.replace("-", "_")))
    return (
        plain
        and not idea.question
        and not counted
        and idea.kind in _OF_THE_WORK
        and idea.sure >= _SURE
        and len(idea.topic.split()) <= _SHORT_TOPIC
    )


def _reason_given(page: Page) -> bool:
    notes = (d for d in page.case.debriefs if d.interviewer == page.person.id)
    return any(
        _REASON_GIVEN.search(text) for d in notes for text in (d.free_text, *(p.text for p in d.points))
    )
