"""The reader's own words, when a note gives them as such: kept exactly, beside the idea they hold or alone."""

import re
from dataclasses import replace

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.face import face_threatening
from afterword.core.writing.notes.scene import Scene
from afterword.core.writing.notes.spelling import recognised
from afterword.core.writing.notes.tokens import tokens

_QUOTED = re.compile(r'\s*"([^"]{8,120})"[\s.!]*')
_OF_SELF = re.compile(r"^(?:I|we) (?=(want|need|like|love|hate|look|hope)\b)", re.I)
#: Words that need no marks to be known for a quotation ("her motto: cash is a habit").
_ANNOUNCED = re.compile(
    r"^(?:(?:his|her|their|the|exact|own|very) )*(?:words|quote|motto|mantra|saying|favou?rite line)\s*(?::|=| -|was|is)\s*(?P<said>[^\"]{8,90})$",
    re.I,
)
#: What the user thought of it, behind the closing mark.
_PRAISED = re.compile(r"(?<=\")[\s,.!-]*(?:i )?(?:love[ds]? (?:that|it|this)|liked? (?:that|it)|so true|nice|great(?: line)?|good line|ha(?:ha)?|lol|twice|again)[\s.!]*$", re.I)  # fmt: skip
_FEWEST, _MOST = 2, 11
#: A saying about things in general blames nobody ("a model nobody believes is a spreadsheet").
_MAXIM = re.compile(r"(?:an?|every|no|never|always|if|when)\b", re.I)
_OF_SPEAKER = re.compile(r"(?:I|we|you)\b", re.I)
_OF_OTHERS = re.compile(r"\b(?:he|she|him|his|her|they|their)\b", re.I)


def as_quoted(text: str) -> str:
    """A text whose words are announced as a quotation, in quotation marks, without praise behind them; else unchanged."""
    text = _PRAISED.sub("", text)
    match = _ANNOUNCED.match(text)
    return f'"{match["said"].strip(" .!")}"' if match else text


def unquoted(text: str) -> str:
    """A note that is one quotation, without its marks; "I want …" said by the reader is what they want.

    A mark that is opened and never closed says nothing and goes.
    """
    if text.count('"') == 1:
        text = text.replace('"', "")
    match = _QUOTED.fullmatch(text)
    if match is None:
        return text
    verb = _OF_SELF.match(match[1])
    return f"{verb[1]}s{match[1][verb.end() + len(verb[1]) :]}" if verb else match[1]


def with_quote(ideas: list[Idea], text: str, *, kind: PointKind | None, scene: Scene, raw: str) -> list[Idea]:
    """The one idea of a quotation carries its words; a quotation that holds no idea, several, or an order, stands alone."""
    match = _QUOTED.fullmatch(text)
    words = match[1].strip(" .!") if match else ""
    if not words or not _FEWEST <= len(words.split()) <= _MOST:
        return ideas
    ordered = bool(ideas) and ideas[0].shape is Shape.YOU and not _OF_SPEAKER.match(words)
    if len(ideas) == 1 and ideas[0].shape is not Shape.THING and not ordered and not ideas[0].face_risk:
        return [replace(ideas[0], quote=words)]
    if not _repeatable(words):
        return ideas
    alone = Idea(
        interviewer=scene.person,
        kind=kind or PointKind.CULTURE,
        raw=raw,
        shape=Shape.THING,
        quote=words,
        sure=3,
    )
    return [alone]


def _repeatable(words: str) -> bool:
    """Whether words can be given back as they stand: every one is known, nobody is blamed, nobody else is meant."""
    plain = [w.lower().removesuffix("'s") for w in tokens(words) if w.isalpha() and w == w.lower()]
    harmless = _MAXIM.match(words) is not None or not face_threatening(words, None)
    return harmless and all(recognised(w) for w in plain if len(w) > 1) and not _OF_OTHERS.search(words)
