"""Chunks that only add to the one before, put back behind their comma."""

from collections.abc import Sequence

from afterword.core.writing.notes.phrases import PREPOSITIONS, is_number
from afterword.core.writing.notes.tokens import lowered
from afterword.core.writing.words.lexicon import Tag, verb_as

_KEPT_ATTACHMENTS = {
    "all",
    "each",
    "mostly",
    "mainly",
    "partly",
    "which",
    "including",
    "with",
    "not",
    "up",
    "down",
}


def _attaches(piece: Sequence[str]) -> bool:
    small = lowered(list(piece))
    if not small or small[0] in {"because", "since", "as", "like"}:
        return False
    if (
        small[0] in {"growing", "rising", "going", "heading"}
        and small[1:2] == ["to"]
        and is_number(small[2] if len(small) > 2 else "")
    ):
        return True
    if small[:2] == ["each", "with"] or small[0] in {"once", "twice", "not", "up", "down"}:
        return True
    if small[0] in {"all", "mostly", "mainly", "partly", "even"}:
        return len(small) > 1 and (small[1] in PREPOSITIONS or verb_as(small[1], Tag.PARTICIPLE) is not None)
    participle = (
        verb_as(small[0], Tag.PARTICIPLE) is not None
        and len(small) > 1
        and small[1] in {"for", "by", "in", "on", "at"}
        and verb_as(small[0], Tag.PAST) is not None
    )
    return (
        small[0] in PREPOSITIONS - {"about", "like", "because", "after"}
        or small[0] in {"which", "including"}
        or (
            participle
            and small[0] in {"planned", "scheduled", "based", "done", "built", "kept", "run", "owned", "used"}
        )
    )


def with_attachments(pieces: list[list[str]]) -> list[list[str]]:
    """Chunks that only add to the one before are put back behind their comma."""
    found: list[list[str]] = []
    for piece in pieces:
        if found and piece and _attaches(piece) and len(found[-1]) + len(piece) < 22:
            found[-1] = [*found[-1], ",", *piece] if lowered(piece)[0] in _KEPT_ATTACHMENTS else found[-1]
        elif piece:
            found.append(piece)
    return found
