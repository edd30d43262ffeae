"""Teams told by their number: "5 in team", "12 in the dept", "two on her team including her"."""

import re

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.phrases import is_number, text_of

_TEAM = re.compile(
    r"^(?:only |just |about |there are )?(?P<n>\S+)(?: people| of us| of them)? (?:in|on) (?:(?:the|her|his|their|your|our|whole) )*(?P<group>team|department|group|unit)"
    r"(?: (?P<place>in [A-Z]\w+))?(?:,? (?:including|incl|with|counting|plus) .+| total| now)?$"
)
_HER_TEAM = re.compile(
    r"^(?:(?:the|her|his|their|your) )?(?:tiny |small )?(?P<group>team|department) (?:is|are|has|:|=) (?P<n>\S+)(?: people| of us)?(?:,? (?:including|incl|with|counting|plus) .+| total| now)?$"
)


def counted_team(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that gives the size of the team, or None."""
    text = text_of(list(chunk.parts))
    match = _TEAM.match(text) or _HER_TEAM.match(text)
    if (
        match is None
        or not is_number(match["n"])
        or not match["n"][:1].isalnum()
        or match["n"].endswith("%")
        or match["n"].lower() in {"one", "1", "half"}
    ):
        return None
    place = (match.groupdict().get("place") or "").split()
    topic = ["the", match["group"], "of", match["n"], *place]
    return idea(chunk, shape=Shape.THING, kind=PointKind.TEAM, topic=topic, sure=2)
