"""The sentences of sentences/*.toml and the test whether one can carry an idea for a reader in a tone."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from afterword.core.facts import PointKind, Relation
from afterword.core.writing.idea import Idea, Risk, Shape
from afterword.core.writing.letters.told import holds, kind_of, slots_of
from afterword.core.writing.voice import Tone

_FILES = ("thank.toml", "refer.toml", "refer2.toml", "tie.toml", "next.toml", "process.toml", "naming.toml")
#: Conditions on the letter around a sentence; all others are conditions on the idea in it.
AROUND = frozenset(
    {
        "in_person",
        "related",
        "unrelated",
        "tail",
        "alone",
        "told",
        "needed",
        "same",
        "thing",
        "within",
        "win",
        "tasks",
        "working",
        "uncounted_names",
        "deed",
        "echoed",
    }
)
_COMMON = frozenset({"that", "with", "your", "have", "about", "would", "what", "this", "from", "which", "where", "role", "thank", "work"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conditions:
    """What an idea must be for a sentence: empty means any; ``marks`` are named tests."""

    shapes: tuple[Shape, ...] = ()
    kinds: tuple[PointKind, ...] = ()
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One sentence with slots, and the conditions under which it may be used. Empty tuples mean "any".

    ``opening`` is its first four words, by which two letters are told apart; ``words`` its own words of content, to
    keep a letter from repeating itself. ``place`` is "lead" or "second" where it suits only one of them; ``cost`` is what
    speaks against it from the start, for a sentence that says little.
    """

    move: str
    text: str
    tones: tuple[Tone, ...] = ()
    readers: tuple[Relation, ...] = ()
    first: Conditions = Conditions()
    second: Conditions = Conditions()
    place: str = ""
    cost: float = 0
    slots: frozenset[str] = frozenset()
    opening: str = ""
    words: frozenset[str] = frozenset()

    def has(self, *names: str) -> bool:
        """Whether the sentence has one of these slots, capital or not."""
        return not self.slots.isdisjoint(names)


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """All frames, in the order of the files."""
    found: list[Frame] = []
    for name in _FILES:
        table = tomllib.loads((files(__package__) / "sentences" / name).read_text(encoding="utf-8"))
        found += [_frame(move, entry) for move, entries in table.items() for entry in entries]
    return tuple(found)


def _frame(move: str, entry: dict[str, str]) -> Frame:
    text = entry["text"]
    bare = re.sub(r"\{\w+\}", "_", text)
    return Frame(
        move=move,
        text=text,
        tones=tuple(Tone(t) for t in entry.get("tone", "").split()),
        readers=tuple(Relation(r) for r in entry.get("reader", "").split()),
        first=_conditions(entry, ""),
        second=_conditions(entry, "2"),
        place=entry.get("at", ""),
        cost=float(entry.get("cost", 0)),
        slots=frozenset(s.lower() for s in re.findall(r"\{(\w+)\}", text)),
        opening=" ".join(bare.split()[:4]),
        words=frozenset(re.findall(r"[a-z]{4,}", bare.lower())) - _COMMON,
    )


def _conditions(entry: dict[str, str], which: str) -> Conditions:
    return Conditions(
        shapes=tuple(Shape(s) for s in entry.get("shape" + which, "").split()),
        kinds=tuple(PointKind(k) for k in entry.get("kind" + which, "").split()),
        marks=frozenset(entry.get("when" + which, "").split()),
    )


@lru_cache(maxsize=512)
def frames_for(move: str, tone: Tone, reader: Relation) -> tuple[Frame, ...]:
    """The frames of one move that suit a tone and a reader."""
    return tuple(
        f
        for f in frames()
        if f.move == move and (not f.tones or tone in f.tones) and (not f.readers or reader in f.readers)
    )


IDEA_SLOTS = frozenset(
    {"topic", "clause", "want", "question", "gerund", "shared", "promise", "quote", "work", "help", "steps", "ahead", "reply", "tail", "want_verb", "paper", "doing", "the_topic"}
)  # fmt: skip


def bears_idea(frame: Frame) -> bool:
    """Whether a frame tells an idea at all."""
    return bool(frame.first.shapes or frame.slots & IDEA_SLOTS)


@lru_cache(maxsize=16384)
def carries(frame: Frame, idea: Idea) -> bool:
    """Whether a frame can carry an idea: face, form, kind, and every slot filled."""
    return _fits(frame, frame.first, idea, "")


@lru_cache(maxsize=4096)
def carries_second(frame: Frame, idea: Idea) -> bool:
    """The same for the second idea of a frame that holds two."""
    return _fits(frame, frame.second, idea, "2")


def _only_quoted(idea: Idea) -> bool:
    """Whether a point is their own words alone, which are given back as such and not told as a fact."""
    return bool(idea.quote) and (idea.shape is Shape.THING or idea.clause == idea.quote)


def _fits(frame: Frame, wanted: Conditions, idea: Idea, which: str) -> bool:
    face = "face" in frame.first.marks
    if idea.face_risk != face or (_only_quoted(idea) and "quoted" not in wanted.marks):
        return False
    if not face and (wanted.shapes and idea.shape not in wanted.shapes):
        return False
    if not face and wanted.kinds and kind_of(idea) not in wanted.kinds:
        return False
    if idea.risk is Risk.TOPIC_ONLY and "topic_only" not in wanted.marks:
        return False
    if not all(holds(mark, idea) for mark in wanted.marks - AROUND):
        return False
    slots = slots_of(idea)
    return all(slots[name] for name in IDEA_SLOTS if name + which in frame.slots)
