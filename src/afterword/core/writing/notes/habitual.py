"""What somebody always, never or still does, and what they will not do, told with the verb first."""

from afterword.core.writing.idea import Idea
from afterword.core.writing.notes.chunk import Chunk
from afterword.core.writing.notes.clause import Clause
from afterword.core.writing.notes.concepts import concepts_of
from afterword.core.writing.notes.continued import HOW_OFTEN, OF_THINGS
from afterword.core.writing.notes.reader import about_reader
from afterword.core.writing.notes.tokens import lowered
from afterword.core.writing.words.lexicon import Tag, trade_words, verb_as
from afterword.core.writing.words.tagger import Pos, can_be

_REFUSAL = 3


def habit(chunk: Chunk, parts: list[str]) -> Idea | None:
    """ "never signs a contract unread", "will not buy software without a trial": the reader does so, or will not."""
    first, second = parts[0].lower(), parts[1].lower()
    if not (concepts_of(" ".join(parts[2:])) or trade_words() & set(lowered(parts[2:]))):
        return None
    refuses = first in {"will", "would"} and second in {"not", "never", "only"}
    if refuses and len(parts) > _REFUSAL and Pos.BASE in can_be(parts[2].lower()):
        return about_reader(chunk, Clause(("you",), (), first, tuple(parts[1:])))
    verb = verb_as(second, Tag.S)
    if first not in HOW_OFTEN or verb is None or verb.base in OF_THINGS or len(parts) < _REFUSAL:
        return None
    return about_reader(chunk, Clause(("you",), (first,), second, tuple(parts[2:])))
