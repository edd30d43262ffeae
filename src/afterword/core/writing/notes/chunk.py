"""One chunk of a note on its way to becoming an idea, and the idea made from it with its marks set."""

import re
from dataclasses import dataclass, replace

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Risk, Shape
from afterword.core.writing.notes.clause import find_clause
from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.concepts import concepts_of
from afterword.core.writing.notes.face import face_threatening, kept_at, without_figures
from afterword.core.writing.notes.kinds import kind_of
from afterword.core.writing.notes.nounphrase import sound, unadorned
from afterword.core.writing.notes.person import FINITE
from afterword.core.writing.notes.phrases import (
    head_index,
    is_gerund,
    is_number,
    is_plural,
    plausible_noun_phrase,
    plural_noun,
    strange_short,
    text_of,
    unknown_words,
    with_article,
)
from afterword.core.writing.notes.scene import Scene
from afterword.core.writing.notes.scraps import said_twice, slashed
from afterword.core.writing.notes.spelling import looks_misspelt, recognised
from afterword.core.writing.notes.tokens import tokens
from afterword.core.writing.notes.topics import stands, telling
from afterword.core.writing.words.lexicon import Tag, verb_as
from afterword.core.writing.words.tagger import Pos, can_be


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens of one chunk, mended; ``kind`` is the typed kind or None; ``doubt`` allows only naming the topic."""

    parts: tuple[str, ...]
    scene: Scene
    raw: str
    kind: PointKind | None = None
    doubt: bool = False
    risk_code: str = ""

    def with_parts(self, parts: list[str]) -> "Chunk":
        """The same chunk with other tokens."""
        return replace(self, parts=tuple(parts))

    @property
    def small(self) -> list[str]:
        """The tokens in small letters."""
        return [p.lower() for p in self.parts]


def idea(
    chunk: Chunk, *, shape: Shape, kind: PointKind, topic: list[str], focus: list[str] | None = None, clause: list[str] | None = None,
    want: str = "", question: str = "", gerund: str = "", shared: str = "", promise: str = "", quote: str = "", sure: int = 2, plain: bool = False, failing: bool = False,
) -> Idea | None:  # fmt: skip
    """An idea with its marks: figures, face risk, concepts, certainty; None when the topic cannot stand.

    Words that threaten the reader's face take the clause away and the figure out of the topic. ``plain`` says the
    topic is no noun phrase to be checked (a question, a gerund phrase).
    """
    if _unsayable(chunk, topic, clause or [], want):
        return None
    spoken = " ".join([text_of(topic), text_of(clause or []), want, question, gerund, shared, promise, quote])
    whole = spoken if clause else f"{spoken} {text_of(list(chunk.parts))}"
    brought_up = shape is Shape.WANT and _BROUGHT_UP.match(want)
    face = (
        shape not in {Shape.QUESTION, Shape.PROMISE}
        and not brought_up
        and (failing or _still_lacking(chunk, clause or []) or face_threatening(whole, chunk.kind or kind))
    )
    if face:
        topic, clause, want, focus = without_figures(kept_at(topic, focus)), None, "", None
    if not plain:
        topic = [word for word in topic if word.lower() != "yet"]
    if not plain or face:
        topic = _named(chunk, shape, topic)
    if not topic or (face and len(topic) == 1 and _verb_alone(topic[0], chunk)):
        return None
    if chunk.kind is None and shape not in _KIND_IN_SHAPE and kind is not PointKind.CONNECTION:
        kind = kind_of(spoken, default=kind)
    if kind is PointKind.GROWTH and shape is Shape.YOU and chunk.kind is None:
        kind = PointKind.CULTURE
    if _unreadable(tokens(spoken), chunk.scene, typed=chunk.kind is not None):
        return None
    strange = unknown_words(tokens(spoken), chunk.scene.own_words)
    made = Idea(
        interviewer=chunk.scene.person, kind=chunk.kind or kind, raw=chunk.raw, shape=shape,
        topic=text_of(topic), focus=text_of(focus or _focus(topic)), plural=is_plural(topic),
        clause=text_of(clause) if clause else "", want=want, question=question, gerund="" if face else gerund, shared=shared, promise=promise, quote=quote,
        has_figure=any(is_number(p) for p in tokens(spoken)), face_risk=face,
        concepts=concepts_of(spoken), sure=max(0, sure - min(2, strange)),
    )  # fmt: skip
    if made.kind is PointKind.CHALLENGE and chunk.kind is None and shape is Shape.THING and not made.concepts:
        made = replace(made, kind=PointKind.CULTURE)
    return _doubted(made, chunk) if chunk.doubt else made


#: "mistakes reported, not hidden": how somebody wants trouble handled is no trouble of theirs.
_BROUGHT_UP = re.compile(
    r"(?:\w+ )?(?:mistakes|errors|problems|variances|differences|exceptions|questions|adjustments) "
    r"(?:reported|raised|explained|flagged|shared|admitted|escalated|discussed|documented|owned|told|asked|written|spotted|shown)\b"
)


def _still_lacking(chunk: Chunk, clause: list[str]) -> bool:
    """ "there is no data analytics yet": told back to the reader it is a reproach, so its subject is enough."""
    begun = [word.lower() for word in clause[:3]]
    lacking = begun[:1] == ["there"] and begun[2:] == ["no"]
    return lacking and ("yet" in chunk.small or chunk.kind is PointKind.CHALLENGE)


def _named(chunk: Chunk, shape: Shape, topic: list[str]) -> list[str]:
    """The topic when it is one whole noun phrase that says what it is about, [] when it is not."""
    topic = _without_half(topic)
    if not (plausible_noun_phrase(topic) and stands(topic)):
        return []
    if shape is not Shape.THING:
        return topic
    if chunk.kind is None:
        topic = unadorned(topic)
        if not sound(topic):
            return []
    return topic if telling(topic) or any(is_number(p) for p in topic) else []


def _without_half(topic: list[str]) -> list[str]:
    """ "the license between Ireland": between needs two; one alone goes."""
    small = [p.lower() for p in topic]
    behind = small[small.index("between") + 1 :] if "between" in small[1:] else []
    if not behind or "and" in behind or is_number(behind[0]) or plural_noun(behind[-1]):
        return topic
    return topic[: small.index("between")]


def _doubted(made: Idea, chunk: Chunk) -> Idea | None:
    """What is left of an idea that is not certain: its bare subject, when it has one."""
    if made.shape in {Shape.LIKED, Shape.QUESTION, Shape.PROMISE}:
        return None
    named = bool(made.concepts) or bool(re.search(r"[A-Z]", made.topic))
    return _topic_only(made, chunk) if named and plausible_noun_phrase(tokens(made.topic)) else None


def _unsayable(chunk: Chunk, topic: list[str], clause: list[str], want: str) -> bool:
    """A correction glued on, a label with a stroke, this very meeting, or tax returns read as coming back."""
    first = topic[0].lower() if topic else ""
    met = _THIS_MEETING.fullmatch(text_of(topic))
    return (
        (bool(clause) and (said_twice(clause) or headless(clause)))
        or slashed(tokens(want))
        or (first == "returning" and first not in chunk.raw.lower())
        or (met is not None and any(name.startswith(met["whom"].lower()) for name in chunk.scene.names))
    )


def headless(clause: list[str]) -> bool:
    """ "runs finance at the Swansea site": a clause that begins with its verb says of nobody what it says."""
    first = clause[0].lower()
    if first in _SUBJECTS:
        return False
    return first in FINITE or (find_clause(clause) is None and len(clause) > _SHORT_CLAUSE)


#: Below this a clause may end in a verb that looks like a noun ("lumber prices swing").
_SHORT_CLAUSE = 3
_SUBJECTS = {"you", "the", "a", "an", "your", "their", "there", "each", "every", "no", "they", "we", "it"}


def _verb_alone(word: str, chunk: Chunk) -> bool:
    """ "buying", or the "buys" of "buys spares without an order": what is left is the verb the note began with."""
    begins = len(chunk.parts) > 1 and chunk.small[0] == word.lower() and verb_as(word, Tag.S) is not None
    clause = find_clause(list(chunk.parts)) if begins else None
    begins = begins and (clause is None or len(clause.subject) > 1)
    return is_gerund(word) or (
        begins and bool(can_be(chunk.small[1]) & {Pos.NOUN, Pos.NOUNS}) and chunk.small[1] not in FINITE
    )


#: Shorter words are short forms, looked at on their own.
_SHORTEST = 4


def _unreadable(words: list[str], scene: Scene, *, typed: bool) -> bool:
    """Whether a short form nobody can write out, or a typo nobody can mend, stands among the words."""
    if strange_short(words, scene.own_words | frozenset(scene.proper)):
        return True
    return any(_misspelt(word, scene, typed=typed) for word in words)


def _misspelt(part: str, scene: Scene, *, typed: bool) -> bool:
    """Whether a word is a typo that could not be mended: what holds it is not said."""
    if len(part) < _SHORTEST or part != part.lower() or not part.isalpha() or recognised(part):
        return False
    mine = folded(part) in scene.own_words or folded(part) in scene.proper or folded(part) in scene.names
    return not mine and (looks_misspelt(part) or not typed)


_THIS_MEETING = re.compile(
    r"(?:the |a |an |our )?(?:\S+ )?(?:meeting|call|chat|interview|conversation|round) with (?P<whom>\w+)",
    re.I,
)
_KIND_IN_SHAPE = {Shape.QUESTION, Shape.SHARED, Shape.LIKED, Shape.STEP, Shape.PROMISE}


def _topic_only(made: Idea, chunk: Chunk) -> Idea:
    return replace(
        made, shape=Shape.THING, clause="", want="", question="", gerund="", shared="", promise="", quote="", risk=Risk.TOPIC_ONLY,
        topic=text_of(without_figures(tokens(made.topic))), code="risk.unsure", why="You were not sure of it, so only the subject may be named.",
        sure=min(made.sure, 1),
    )  # fmt: skip


def _focus(topic: list[str]) -> list[str]:
    """The head of a noun phrase with what stands before it, figures left out."""
    bare = topic[: head_index(topic) + 1]
    plain = [p for p in bare if not is_number(p)]
    if plain and plain[0].lower() == "the" and len(plain) == 1:
        return topic
    return with_article(plain) if plain and plausible_noun_phrase(plain) else topic


def trimmed(parts: list[str]) -> list[str]:
    """Tokens without brackets, loose marks and fillers at either end."""
    text = re.sub(r"\s*\([^)]*\)\s*", " ", " ".join(parts))
    found = [
        p for p in text.split() if p not in {"(", ")", ":", "=", "!", "?", ".", "-", "/", "'"} or p == '"'
    ]
    while found and found[0].lower() in _FILLERS and [p.lower() for p in found[:2]] not in _COUNTED_TOO:
        found = found[1:]
    while found and found[-1].lower() in {
        "though",
        "lol",
        "haha",
        "etc",
        "and",
        "but",
        "so",
        "because",
        "btw",
        "fyi",
        "apparently",
        "ok",
        "please",
        "pls",
        "!",
    }:
        found = found[:-1]
    return found


_COUNTED_TOO = (["too", "many"], ["too", "much"], ["too", "few"])
_FILLERS = {
    "and",
    "but",
    "so",
    "then",
    "oh",
    "ok",
    "okay",
    "btw",
    "fyi",
    "um",
    "uh",
    "er",
    "erm",
    "well",
    "yeah",
    "also",
    "plus",
    "basically",
    "actually",
    "anyway",
    "lol",
    "haha",
    "like",
    "again",
    "too",
    ",",
    "or",
}
