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
from afterword.core.writing.notes.risk_person import (
    a_career,
    a_custom,
    a_pastime,
    business_words,
    only_a_pastime,
)

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
    r"[a-z]{3,}s\b|\b[a-z]{4,}s \d[\d,.]*[km]?\b"
)
#: What an idea about the firm does not begin with.
_OF_SOMEBODY = re.compile(
    r"(?:i|i'd|my|he|she|his|her|the dog|someone|somebody|your|\d+|two|three|four|five|six|the (?:two|three|four|five|six|\d+))\b"
)
#: What several of a kind do, or everybody: "witnesses write testimony", "everyone gets a buddy".
_DONE = re.compile(
    r"(?:(?:[\w'-]+ ){0,2}(?!has|is|was|does|goes|this|loves|likes|chews)[\w-]+[^s\W]s|everyone|everybody|vetting|nobody|no one) "
    r"(?!is\b|are\b|was\b|were\b|has\b|have\b|had\b|will\b|looks?\b|smells?\b|wants?\b)\w+ \w"
)
_OF_ME = re.compile(r"\b(?:me|myself|mine)\b(?! too)")
_SHOWN = re.compile(r"(?:(?:he|she|they|also|then|and) )*(?:showed|gave|lent|walked|took|sent|drew|handed)\b")
_TASTE = re.compile(
    r"you (?:would rather|would like|like|love|dislike|prefer|want|hate|need|do not like)\b"
    r"(?!.*\b(?:better|best|grads?|graduates?|m[ae]n|wom[ae]n|girls?|boys?|guys?|ladies|lady|drinks?|smokes?|pints?|someone|somebody)\b)"
)
_WHEN = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Christmas|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri)days?(?! off)|quarter|(?:at|over) lunch|in the office|20\d\d)\b"
)
#: The abbreviation of a system, a rule or a return.
_SHORT_NAME = re.compile(
    r"\b(?!C[EFOT]O\b|HR\b|MBA\b|BMW\b|ADHD\b|IVF\b|HIV\b|PTSD\b|MRI\b|NHS\b|DUI\b)(?:\d+[A-Z]+|[A-Z]{3,})\b"
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


def _told_by_them(idea: Idea, said: str) -> bool:
    """Whether an idea is of the kind people tell at work: a career, a harmless pastime, a custom, a taste, what happens when."""
    small = idea.raw.lower()
    if a_career(small) or a_pastime(small) or (idea.shape is Shape.GIVEN and _SHOWN.match(small)):
        return True
    if idea.shape is Shape.YOU:
        return bool(_TASTE.match(idea.clause))
    if _OF_SOMEBODY.match(small) or _OF_SOMEBODY.match(idea.topic) or _OF_ME.search(small):
        return False
    if idea.shape is Shape.CLAUSE and (a_custom(said) or _DONE.match(idea.clause)):
        return True
    return bool(_WHEN.search(idea.topic or said) or _SHORT_NAME.search(idea.topic))


def names_work(idea: Idea, *, own: frozenset[str] = frozenset(), record: str = "") -> bool:
    """Whether an idea speaks of work. ``own``: folded words of the profile; ``record``: words of the record."""
    if idea.shape in _OF_THE_CONVERSATION or idea.quote:
        return True
    raw = "" if _JOINED.search(idea.raw) else idea.raw
    said = " ".join((idea.topic, idea.clause, idea.gerund, idea.quote, raw)).lower()
    if _COUNTED.search(said) or (idea.shape is not Shape.YOU and (idea.concepts or concepts_of(said))):
        return True
    if _told_by_them(idea, said):
        return True
    words = {folded(word).removesuffix("'s") for word in _WORD.findall(said)}
    forms = words | {word.removesuffix("s") for word in words}
    if forms & business_words():
        return True
    named = {folded(word) for word in _WORD.findall(record)} | own
    return any(word in named for word in words if len(word) >= _LONG)
