"""The sentence frames of frames.toml and the test whether one can carry an idea for a reader in a tone."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from afterword.core.facts import PointKind, Relation
from afterword.core.writing.idea import Idea, Risk, Shape
from afterword.core.writing.voice import Tone


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence with slots, and the conditions under which it may be used. Empty tuples mean "any".

    ``opening`` is its first two words, by which two letters are told apart; ``words`` its own words of content, to
    keep a letter from repeating itself.
    """

    id: str
    move: str
    text: str
    tones: tuple[Tone, ...] = ()
    readers: tuple[Relation, ...] = ()
    shapes: tuple[Shape, ...] = ()
    kinds: tuple[PointKind, ...] = ()
    slots: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()
    related: bool | None = None
    opening: str = ""
    words: frozenset[str] = frozenset()

    def has(self, slot: str) -> bool:
        """Whether the sentence has a slot of this name, capital or not."""
        return "{" + slot + "}" in self.text or "{" + slot.capitalize() + "}" in self.text


_COMMON = frozenset({"that", "with", "your", "have", "about", "would", "what", "this", "from", "which", "where", "role", "thank", "work"})  # fmt: skip
_MARKS = ("face", "rich", "singular", "in_person", "place", "verb", "wh", "gerund_topic", "manner")


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """All frames, in the order of the file."""
    table = tomllib.loads(files(__package__).joinpath("frames.toml").read_text(encoding="utf-8"))
    return tuple(_frame(entry) for entry in table["frame"])


def _frame(entry: dict[str, object]) -> Frame:
    def words(key: str) -> list[str]:
        found = entry.get(key, [])
        assert isinstance(found, list)
        return [str(w) for w in found]

    related = entry.get("related")
    text = str(entry["text"])
    bare = re.sub(r"\{\w+\}", "_", text)
    return Frame(
        id=str(entry["id"]),
        move=str(entry["move"]),
        text=text,
        opening=" ".join(bare.split()[:2]),
        words=frozenset(re.findall(r"[a-z]{4,}", bare.lower())) - _COMMON,
        tones=tuple(Tone(t) for t in words("tones")),
        readers=tuple(Relation(r) for r in words("readers")),
        shapes=tuple(Shape(s) for s in words("shapes")),
        kinds=tuple(PointKind(k) for k in words("kinds")),
        slots=tuple(words("slots")),
        marks=frozenset(mark for mark in _MARKS if entry.get(mark)),
        related=bool(related) if related is not None else None,
    )


def frames_for(move: str) -> tuple[Frame, ...]:
    """The frames of one move."""
    return tuple(f for f in frames() if f.move == move)


_TOPIC_ONLY = {"thing.enjoyed", "thing.stayed", "thing.interest", "thing.culture"}


def carries(frame: Frame, idea: Idea) -> bool:
    """Whether a frame can carry an idea: face, form, kind, and every slot filled."""
    if idea.face_risk != ("face" in frame.marks):
        return False
    if not idea.face_risk and (
        idea.shape not in frame.shapes or (frame.kinds and idea.kind not in frame.kinds)
    ):
        return False
    if idea.risk is Risk.TOPIC_ONLY and frame.id not in _TOPIC_ONLY:
        return False
    return _marks_hold(frame, idea) and all(getattr(idea, s) for s in _IDEA_SLOTS if frame.has(s))


_IDEA_SLOTS = ("topic", "clause", "want", "question", "gerund", "shared")


def _marks_hold(frame: Frame, idea: Idea) -> bool:
    holds = {
        "rich": len(idea.topic.split()) > 2 and idea.topic[:1] != '"',
        "singular": not idea.plural,
        "place": _is_place(idea),
        "verb": idea.want.startswith("to ")
        and not idea.want.startswith(("to be ", "to learn ", "to hear ", "to know ")),
        "manner": not idea.want.startswith(
            ("to be ", "to learn ", "to hear ", "to know ", "to understand ", "to grow ", "to get ")
        ),
        "wh": idea.question.startswith(("how ", "what ", "which ", "whether ", "where ", "when ", "why ")),
        "gerund_topic": idea.topic.split(" ")[0].endswith("ing"),
    }
    return all(holds.get(mark, True) for mark in frame.marks)


def _is_place(idea: Idea) -> bool:
    return (
        idea.shared.startswith("you are from ") and idea.topic[:1].isupper() and len(idea.topic.split()) < 3
    )
