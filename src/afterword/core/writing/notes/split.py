"""Notes cut into sentences, and sentences into chunks that may each hold one idea."""

import re

_ABBREVIATIONS = re.compile(
    r"\b(dr|mr|mrs|ms|prof|st|vs|approx|inc|ltd|corp|e\.g|i\.e|jr|sr)\.(?=\s)|\b(no)\.(?=\s\d)", re.I
)
_DOT = "\u0001"
JOINERS = re.compile(
    r"\s+and\s+that\s+(?=\w+ \w+ \w+)|,?\s+and\s+(?=(?:nobody|no one|everyone|the \w+ (?:is|are|takes|has))\b)|"
    r",?\s+(?:and|but|so|then|also|plus)\s+(?:(?:then|also|so|again|that)\s+)*"
    r"(?=(?:he|she|they|we)\s+(?:\w+)|(?:he|she|they)'s\b|(?:hes|shes|theyre)\b|"
    r"(?:asked|wants|wanted|said|says|told|showed|loves|hates|likes|liked|loved|values|offered|mentioned|asks)\b)",
    re.I,
)


def guarded(text: str) -> str:
    """The text with the dots of abbreviations hidden, so that only real stops are left; undone by ``unguarded``."""
    text = _ABBREVIATIONS.sub(lambda m: (m[1] or m[2]) + _DOT, text)
    return re.sub(r"(?<=[a-z]{3})[.](?=[A-Z][a-z])", ". ", text)


def unguarded(text: str) -> str:
    """The dots of abbreviations back in place."""
    return text.replace(_DOT, ".")


def sentences(text: str) -> list[str]:
    """The sentences of a clean text: cut at stops, lines, semicolons, spaced dashes, and where dictation joins two."""
    text = re.sub(r"\b([A-Z])\.(?=\s?[A-Z]\b)", r"\1", guarded(text))
    found: list[str] = []
    for part in re.split(r"\n+|(?<=[.!?])\s+|\s*;\s*|\s+-+\s+|(?<=\w\w)-\s+", text):
        found.extend(_unjoined(part))
    bare = (unguarded(part).strip(" .!-/'") for part in found)
    return [part for part in bare if any(c.isalnum() for c in part)]


_NEW_SUBJECT = re.compile(
    r"\s+(?=(?:he|she|they) (?:said|asked|told|wants|uses|mentioned|showed|offered|says|has|is|likes|loves|also)\b)",
    re.I,
)
_HANGS_ON = (
    "that",
    "what",
    "how",
    "who",
    "if",
    "because",
    "when",
    "while",
    "where",
    "which",
    "why",
    "as",
    "and",
    "but",
    "so",
    "thing",
    "said",
    "says",
    "like",
    "than",
    "since",
)
_SPEECH = re.compile(
    r"(?:(?<=\s)|^)(?:um+|uh+|er+m?|(?<!do )(?<!did )(?<!if )you know|i mean|kind of|sort of|kinda|sorta|i guess)(?=[\s,.]|$),?",
    re.I,
)
_LONG = 12


def _unjoined(part: str) -> list[str]:
    """Cut where speech joins two thoughts: "and she wants …", and in long runs also before a bare "she said"."""
    found: list[str] = []
    spoken = _SPEECH.sub(" ", part)
    if len(spoken.split()) <= _LONG:
        return [spoken]
    for piece in JOINERS.split(spoken):
        found.extend(_at_new_subjects(piece) if len(piece.split()) > _LONG else [piece])
    return found


def _at_new_subjects(piece: str) -> list[str]:
    cuts = [
        m
        for m in _NEW_SUBJECT.finditer(piece)
        if m.start() and not piece[: m.start()].lower().endswith(_HANGS_ON)
    ]
    starts = [0, *(m.end() for m in cuts)]
    ends = [*(m.start() for m in cuts), len(piece)]
    return [piece[a:b] for a, b in zip(starts, ends, strict=True)]


_LABELLED = {"same", "question", "questions", "q", "asked", "next", "we", "fellow", "she", "he", "they"}


def chunks(parts: list[str], *, within: frozenset[int] = frozenset()) -> list[list[str]]:
    """A sentence's tokens cut at commas outside brackets and quotation marks; ``within``: commas that part nothing."""
    found: list[list[str]] = [[]]
    depth, quoted = 0, False
    for index, part in enumerate(parts):
        depth += (part == "(") - (part == ")")
        quoted ^= part == '"'
        label = part == ":" and found[-1] and found[-1][0].lower() not in _LABELLED
        if (part in {",", ";"} or label) and depth <= 0 and not quoted and index not in within:
            found.append([])
        else:
            found[-1].append(part)
    return [chunk for chunk in found if chunk]
