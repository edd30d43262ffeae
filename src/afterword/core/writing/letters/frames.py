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
    """One sentence with slots, and the conditions under which it may be used. Empty tuples mean "any"."""

    id: str
    move: str
    text: str
    tones: tuple[Tone, ...] = ()
    readers: tuple[Relation, ...] = ()
    shapes: tuple[Shape, ...] = ()
    kinds: tuple[PointKind, ...] = ()
    slots: tuple[str, ...] = ()
    face: bool = False
    related: bool | None = None
    in_person: bool = False
    place: bool = False
    singular: bool = False
    needs_detail: bool = False

    @property
    def opening(self) -> str:
        """The first two words, by which two letters are told apart."""
        return " ".join(re.sub(r"\{\w+\}", "_", self.text).split()[:2])

    @property
    def words(self) -> frozenset[str]:
        """The frame's own words of content, to keep a letter from repeating itself."""
        return frozenset(
            w
            for w in re.findall(r"[a-z]{4,}", re.sub(r"\{\w+\}", " ", self.text).lower())
            if w not in _COMMON
        )


_COMMON = {
    "that",
    "with",
    "your",
    "have",
    "about",
    "would",
    "what",
    "this",
    "from",
    "which",
    "where",
    "role",
    "thank",
    "work",
}


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
    return Frame(
        id=str(entry["id"]),
        move=str(entry["move"]),
        text=str(entry["text"]),
        tones=tuple(Tone(t) for t in words("tones")),
        readers=tuple(Relation(r) for r in words("readers")),
        shapes=tuple(Shape(s) for s in words("shapes")),
        kinds=tuple(PointKind(k) for k in words("kinds")),
        slots=tuple(words("slots")),
        face=bool(entry.get("face", False)),
        related=bool(related) if related is not None else None,
        in_person=bool(entry.get("in_person", False)),
        place=bool(entry.get("place", False)),
        singular=bool(entry.get("singular", False)),
        needs_detail=bool(entry.get("needs_detail", False)),
    )


def frames_for(move: str) -> tuple[Frame, ...]:
    """The frames of one move."""
    return tuple(f for f in frames() if f.move == move)


def carries(frame: Frame, idea: Idea) -> bool:
    """Whether a frame can carry an idea: form, kind, face, and every slot filled."""
    if idea.face_risk != frame.face and (idea.face_risk or frame.face) and not _face_free(frame, idea):
        return False
    if not frame.face and (idea.shape not in frame.shapes or (frame.kinds and idea.kind not in frame.kinds)):
        return False
    if (
        (frame.singular and idea.plural)
        or (frame.place and not _is_place(idea))
        or (frame.needs_detail and idea.topic == idea.focus)
    ):
        return False
    if idea.risk is Risk.TOPIC_ONLY and frame.id not in {
        "thing.enjoyed",
        "thing.stayed",
        "thing.interest",
        "thing.culture",
        "thing.picture",
    }:
        return False
    return all(
        getattr(idea, slot)
        for slot in ("clause", "want", "question", "gerund", "shared")
        if "{" + slot + "}" in frame.text
    )


def _face_free(frame: Frame, idea: Idea) -> bool:
    return idea.shape is Shape.QUESTION and not frame.face


def _is_place(idea: Idea) -> bool:
    return (
        " from " in f" {idea.shared} "
        and idea.topic[:1].isupper()
        and len(idea.topic.split()) < 3
        and idea.shared.startswith("you are from")
    )
