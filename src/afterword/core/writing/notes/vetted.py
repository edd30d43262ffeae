"""A last look at every idea: what a letter could not repeat in good English is taken from it, or the idea is left out."""

import re
from dataclasses import replace

from afterword.core.writing.idea import Idea, Risk, Shape
from afterword.core.writing.notes.concepts import concepts_of
from afterword.core.writing.notes.phrases import is_plural
from afterword.core.writing.notes.tokens import joined, lowered, tokens
from afterword.core.writing.notes.wellformed import ACTS, NOUNS, classes_of, reads_as
from afterword.core.writing.words.lexicon import Tag, verb_as

#: The field of an idea and the rule of grammar.txt that must read it.
RULES = {
    "clause": "said",
    "want": "wish",
    "question": "asked",
    "gerund": "thanks",
    "shared": "said",
    "promise": "promised",
}
#: Ideas that are nothing without the words that failed; of the others the topic remains.
_WHOLE = {Shape.QUESTION, Shape.PROMISE, Shape.LIKED}
#: Classes of the words that name nothing by themselves.
_SMALL = {"THE", "A", "EVERY", "THIS", "THESE", "SOME", "ALL", "NUM", "ORD", "P", "OF", "TO", "AND", "PERIODS"}  # fmt: skip
#: What a phrase that is cut short may end with.
_LAST = NOUNS | {"NAME", "NUM", "GN", "DAY", "ORDINAL", "PERIOD", "PERIODS"}
#: What begins a condition: a clause that loses it says something else.
_CONDITION = {"if", "unless", "only", "until", "till", "except", "without", "but", "not", "never", "when", "or", "of"}  # fmt: skip
#: A clause shorter than this says nothing when its end is cut off.
_SHORTEST = 5


def well_formed(ideas: list[Idea]) -> tuple[list[Idea], list[Idea]]:
    """The ideas as far as they are good English, in order, and those of which nothing is left."""
    looked = [(idea, vetted(idea)) for idea in ideas]
    return [left for _, left in looked if left], [idea for idea, left in looked if not left]


def vetted(idea: Idea) -> Idea | None:
    """The idea without what is no good English: its clause falls back to its topic, its topic to how it begins.

    None when nothing is left that a letter could repeat. A blocked idea has no words to look at and stays.
    """
    if idea.risk is Risk.BLOCKED:
        return idea
    idea = _mended(replace(idea, question=_without_noise(idea.question), topic=_without_noise(idea.topic)))
    broken = any(not reads_as(rule, text) for name, rule in RULES.items() if (text := getattr(idea, name)))
    if broken and idea.shape in _WHOLE:
        return None
    topic = idea.topic
    if broken and reads_as("topic", idea.clause) and "YOU" not in classes_of(tokens(idea.clause)[0]):
        topic = idea.clause
    elif topic and not reads_as("topic", topic):
        topic = _shorter(idea, told=not broken)
    if (broken and not _named(topic)) or (idea.topic and not topic):
        return None
    kept = idea if topic == idea.topic else replace(idea, topic=topic, plural=is_plural(tokens(topic)))
    return _bare(kept) if broken else kept


def _without_noise(text: str) -> str:
    """ "how I check my own work oh": without the noises a dictated phrase ends in."""
    parts = tokens(text)
    while parts and parts[-1].isalpha() and not classes_of(parts[-1]):
        parts = parts[:-1]
    return text if len(parts) == len(tokens(text)) else joined(parts)


def _mended(idea: Idea) -> Idea:
    """A clause that something hangs on loose, without it: "the close takes 10 days wants five" takes 10 days."""
    if idea.shape not in {Shape.CLAUSE, Shape.YOU} or idea.want or not idea.clause:
        return idea
    if reads_as("said", idea.clause):
        return idea
    parts = tokens(idea.clause)
    least = max(_SHORTEST, (len(parts) + 1) // 2)
    for end in range(len(parts) - 1, least - 1, -1):
        text = joined(parts[:end]).rstrip(" ,")
        if _ends_well(parts, end) and reads_as("said", text) and not _CONDITION & set(lowered(parts[end:])):
            return replace(idea, clause=text)
    return idea


def _shorter(idea: Idea, *, told: bool) -> str:
    """The longest beginning of a topic that can be read and still names a matter, else its focus, else its end; or "".

    ``told``: no form of the idea broke. With a clause or the like, or as a next step, a plain word is name enough.
    """
    parts = tokens(idea.topic)
    enough = idea.shape is Shape.STEP or (told and any(getattr(idea, name) for name in RULES))
    found = [joined(parts[:end]) for end in range(len(parts) - 1, 0, -1) if _ends_well(parts, end)]
    if "GN" not in classes_of(parts[0]):
        found.append(idea.focus)
    if classes_of(parts[0]) & ACTS:
        found.append(joined(parts[1:]))
    found.append(_doing(idea.clause or idea.shared) if told else "")
    return next((t for t in found if reads_as("topic", t) and (_content(t) if enough else _named(t))), "")


def _ends_well(parts: list[str], end: int) -> bool:
    """Whether words may be cut here: behind a noun, not before "of", and not inside "the stock | count"."""
    last, after = classes_of(parts[end - 1]), classes_of(parts[end])
    within = after & NOUNS and not last & {"S", ","}
    return bool(last & _LAST) and parts[end] != "of" and not within


def _doing(clause: str) -> str:
    """ "you bake together on Fridays": "baking together on Fridays"; "" for a clause about anybody else."""
    told = re.fullmatch(r"you (?:would rather )?(\S+)( .+?)??(?: than .*)?", clause)
    verb = verb_as(told[1], Tag.BASE, Tag.PAST) if told else None
    return f"{verb.ing}{told[2] or ''}" if told and verb and told[1] not in {"are", "were"} else ""


def _named(topic: str) -> bool:
    """Whether a topic that is left alone still says what was talked of: two words of content, or a matter of finance."""
    parts = tokens(topic)
    if not parts or "GN" in classes_of(parts[0]):
        return False
    return _content(topic) > 1 or (bool(_content(topic)) and bool(concepts_of(topic)))


def _content(topic: str) -> int:
    """How many words of a topic name something."""
    return sum(part[0].isalpha() and not classes_of(part) & _SMALL for part in tokens(topic))


def _bare(idea: Idea) -> Idea:
    """The idea named and no more told: where one form broke, the others came from the same reading."""
    return replace(
        idea, shape=Shape.THING, clause="", want="", question="", gerund="", shared="", promise="", sure=min(idea.sure, 1)
    )  # fmt: skip
