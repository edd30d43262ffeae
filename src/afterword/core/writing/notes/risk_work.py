"""Whether what was jotted in the free box is about the work at all.

No list of private matters is complete. So an idea from the free box passes only when it names work: a word of the
trade or of running a business, a word of the record or of the user's profile, a count of things, a subject of finance
work. Quotations, questions, wishes, next steps, promises and what the two share are judged by their own rules. Whoever types a
point has already said that it belongs in a letter.
"""

import re

from afterword.core.writing.idea import Idea, Risk, Shape
from afterword.core.writing.letter import KeptOut
from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.concepts import concepts_of
from afterword.core.writing.notes.risk_person import a_career, a_custom, business_words, only_a_pastime

PERSONAL = ("risk.personal", "It is personal; a letter stays with the work and what you share.")
NO_WORK = (
    "risk.no_work",
    "It names nothing of the work; if it belongs in the letter, keep it as a point of its own.",
)
#: Shapes that say something of the conversation itself, whatever their words.
_OF_THE_CONVERSATION = frozenset({Shape.QUESTION, Shape.STEP, Shape.SHARED, Shape.PROMISE, Shape.WANT})
_WORD = re.compile(r"[^\W\d_][\w'&]*")
_COUNTED = re.compile(
    r"\b\d[\d,.]*[km]? (?:[a-z]+ ){0,2}"
    r"(?!(?:days|weeks|months|years|hours|mins|minutes|times|quid|bucks|kids|boys|girls|cats|dogs|pounds|dollars)\b)"
    r"[a-z]{3,}s\b"
)
#: A note of several thoughts: the words of one say nothing of another.
_JOINED = re.compile(r"[,;/\n]| and | but | so | - ", re.IGNORECASE)
#: Letters a word of the record or the profile needs before it counts as one.
_LONG = 4


def without_private_ideas(
    ideas: list[Idea], *, typed: bool, own: frozenset[str], record: str
) -> tuple[list[Idea], list[KeptOut]]:
    """The ideas a letter may use, and those that stay out as private pastimes or, from the free box, as no work."""
    used: list[Idea] = []
    out: list[KeptOut] = []
    for idea in ideas:
        if only_a_pastime(idea):
            out.append(KeptOut(idea.interviewer, idea.raw, *PERSONAL))
        elif not typed and idea.risk is not Risk.BLOCKED and not names_work(idea, own=own, record=record):
            out.append(KeptOut(idea.interviewer, idea.raw, *NO_WORK))
        else:
            used.append(idea)
    return used, out


def names_work(idea: Idea, *, own: frozenset[str] = frozenset(), record: str = "") -> bool:
    """Whether an idea speaks of work. ``own``: folded words of the profile; ``record``: words of the record."""
    if idea.shape in _OF_THE_CONVERSATION or idea.quote:
        return True
    raw = "" if _JOINED.search(idea.raw) else idea.raw
    said = " ".join((idea.topic, idea.clause, idea.gerund, idea.quote, raw)).lower()
    if _COUNTED.search(said) or (idea.shape is not Shape.YOU and (idea.concepts or concepts_of(said))):
        return True
    if idea.shape is Shape.YOU and a_career(idea.raw.lower()):
        return True
    if idea.shape is Shape.CLAUSE and idea.raw.lower().startswith("they ") and a_custom(said):
        return True
    words = {folded(word).removesuffix("'s") for word in _WORD.findall(said)}
    forms = words | {word.removesuffix("s") for word in words}
    if forms & business_words():
        return True
    named = {folded(word) for word in _WORD.findall(record)} | own
    return any(word in named for word in words if len(word) >= _LONG)
