"""Growth told by two figures and no verb: "90m to 140m in 2 yrs", "season tickets from 6,000 to 14,000"."""

import re

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.face import face_threatening
from afterword.core.writing.notes.phrases import (
    is_plural,
    plausible_noun_phrase,
    text_of,
    with_article,
)
from afterword.core.writing.words.lexicon import verb_as
from afterword.core.writing.words.numerals import words_between
from afterword.core.writing.words.tagger import Pos, can_be

_SMALL = {word: number for number, word in enumerate(words_between(2, 12), start=2)}
_SIZE = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_AMOUNT = rf"[$€£]?\d+(?:[.,]\d+)*%?(?: (?:thousand|million|billion))?|{'|'.join(_SMALL)}"
_GROWN = re.compile(
    rf"^(?:(?P<what>[A-Za-z][\w&'-]*(?: [\w&'-]+){{0,4}}?) )?(?P<up>(?:up )?(?:from )?)"
    rf"(?P<n>{_AMOUNT}) (?:to|into) (?P<m>{_AMOUNT})(?P<unit>(?: [a-z]+s| a \w+)*)(?P<when> (?:in|since|over|within|by|this|last|under|during) .+)?$",
    re.I,
)
#: A range of these is how long something takes, never growth.
_YEAR = re.compile(r"(?:19|20)\d\d")
#: What runs between two hours, and what is worse when it grows.
_NO_GROWTH = frozenset(
    {
        "hours",
        "hour",
        "shift",
        "shifts",
        "opening",
        "times",
        "open",
        "discount",
        "discounts",
        "fee",
        "fees",
        "rent",
        "rates",
    }
)
_TIMES = re.compile(r" (?:days|weeks|hours|minutes|months|years)\b")


def grown(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that tells growth by a lower figure and a higher one; money alone is the company's.

    A bare range ("orders 400 to 1,100 a week") tells no growth; its matter is what stands before it.
    """
    match = _GROWN.match(text_of(list(chunk.parts)))
    if match is None or not _value(match["n"]) < _value(match["m"]):
        return None
    what = (match["what"] or "").split()
    if (
        _YEAR.fullmatch(match["n"])
        or _YEAR.fullmatch(match["m"])
        or (what and what[-1].lower() in _NO_GROWTH)
    ):
        return None
    if what and not (
        plausible_noun_phrase(what)
        and (len(what) > 1 or Pos.NOUNS in can_be(what[0].lower()) or not verb_as(what[0]))
    ):
        return None
    if not (match["up"] or match["when"]) or _TIMES.match(match["unit"]):
        return _named(chunk, what)
    if not what and not re.search(r"[$€£%]|million|billion", f"{match['n']} {match['m']}"):
        return None
    return _told(chunk, what, match)


def _named(chunk: Chunk, what: list[str]) -> Idea | None:
    if not what:
        return None
    return idea(chunk, shape=Shape.THING, kind=PointKind.CHALLENGE, topic=with_article(what), sure=1)


def _told(chunk: Chunk, what: list[str], match: "re.Match[str]") -> Idea | None:
    move = [*_figures(match), *(match["when"] or "").split()]
    subject = with_article(what) if what else ["the", "company"]
    if face_threatening(text_of([*subject, *move]), chunk.kind):
        return _named(chunk, what)
    topic = ["the", "growth", "in", *subject] if what else ["the", "company's", "growth"]
    has = "have" if is_plural(what) else "has"
    when = (match["when"] or " since").strip()
    verb = [has, "gone"] if when.startswith("since") else ["went"]
    if when.startswith(("by ", "before ", "next ")):
        verb = ["are" if is_plural(what) else "is", "to", "go"]
    return idea(
        chunk, shape=Shape.CLAUSE, kind=PointKind.GROWTH, topic=topic if what else [*topic, *move], focus=topic,
        clause=[*subject, *verb, *move], sure=3,
    )  # fmt: skip


def _figures(match: "re.Match[str]") -> list[str]:
    """ "from 6,000 to 14,000"; a unit told once belongs to both."""
    return ["from", *match["n"].split(), "to", *match["m"].split(), *match["unit"].split()]


def _value(amount: str) -> float:
    """The size of an amount, 0 when it is none."""
    number, _, size = amount.lower().partition(" ")
    bare = re.sub(r"[$€£%,]", "", number)
    figure = _SMALL.get(bare) or (float(bare) if re.fullmatch(r"\d+(?:\.\d+)?", bare) else 0)
    return figure * _SIZE.get(size, 1)
