"""Notes cut into sentences, and sentences into chunks that may each hold one idea."""

import re

_ABBREVIATIONS = re.compile(
    r"\b(dr|mr|mrs|ms|prof|st|vs|approx|inc|ltd|corp|e\.g|i\.e|no|jr|sr|etc|dept|est)\.(?=\s)", re.I
)
_DOT = "\u0001"
_JOINERS = re.compile(
    r",?\s+(?:and|but|so|then|also|plus)\s+(?:(?:then|also|so|again|that)\s+)*"
    r"(?=(?:he|she|they|we)\s+(?:\w+)|(?:he|she|they)'s\b|(?:hes|shes|theyre)\b|"
    r"(?:asked|wants|wanted|said|says|told|showed|loves|hates|likes|liked|loved|values|offered|mentioned|asks)\b)",
    re.I,
)


def sentences(text: str) -> list[str]:
    """The sentences of a clean text: cut at stops, lines, semicolons, spaced dashes, and where dictation joins two."""
    text = _ABBREVIATIONS.sub(lambda m: m[1] + _DOT, text)
    text = re.sub(r"\b([A-Z])\.(?=\s?[A-Z]\b)", r"\1", text)
    text = re.sub(r"(?<=[a-z]{3})[.](?=[A-Z][a-z])", ". ", text)
    found: list[str] = []
    for part in re.split(r"\n+|(?<=[.!?])\s+|\s*;\s*|\s+-+\s+|(?<=\w\w)-\s+", text):
        found.extend(_unjoined(part))
    bare = (part.replace(_DOT, ".").strip(" .!-/'") for part in found)
    return [part for part in bare if any(c.isalnum() for c in part)]


def _unjoined(part: str) -> list[str]:
    return _JOINERS.split(part)


def chunks(parts: list[str]) -> list[list[str]]:
    """A sentence's tokens cut at commas outside brackets and quotation marks."""
    found: list[list[str]] = [[]]
    depth, quoted = 0, False
    for part in parts:
        depth += (part == "(") - (part == ")")
        quoted ^= part == '"'
        if part in {",", ";"} and depth <= 0 and not quoted:
            found.append([])
        else:
            found[-1].append(part)
    return [chunk for chunk in found if chunk]
