"""The last look at a sentence before it stands in a letter: a slip of the parser never reaches the reader."""

import re

_SLIPS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\b(?:he|she|his|her|him|hers)\b",
        r"\b(?:about|regarding|of|on|for|with|into) (?:asked|wants?|took|takes|started|is|are|was|were|has|said|told|liked|loves|showed|went)\b",
        r"\b(?:about|regarding|of|with|hearing) (?:they|we|it|I) (?:also )?(?:is|was|were|has|had|wants?|said|went|asked|likes?|started|keeps?|does)\b",
        r"\b(?!that\b|had\b)(\w+) \1\b",
        r"[,;:] *[.,;]| ,|\.\.|\( *\)|\b(?:a|an|the|of|to|and|or|with|for|at)[.,;]",
        r"\byou (?:is|was|has|does|am|wants|be)\b|\bI (?:is|are|has)\b",
        r"\b(?:a|an) (?:the|a|an|my|your|their)\b|\bthe (?:the|a|an|my|your|(?-i:it)|you|they|we|(?-i:I))\b",
        r"[\[\]{}<>]|\b(?:TODO|XXX|lol|haha|tbh|wtf|omg|idk|ppl|sth)\b",
        r"\b(?:um|uh|erm)\b|\bkeeps? you (?:up|awake)\b",
    )
)


def sound(text: str) -> bool:
    """Whether a sentence shows none of the slips a splice leaves behind."""
    return (
        not any(slip.search(text) for slip in _SLIPS)
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
    )
