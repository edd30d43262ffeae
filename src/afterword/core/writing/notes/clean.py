"""Notes made plain: one form of every letter, quotation mark and dash; no emoji, no shouting marks."""

import re
import unicodedata
from functools import lru_cache

from afterword.core.writing.notes.dictated import undictated

_FOLDS = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2013": "-", "\u2014": " - ", "\u00a0": " ", "\u202f": " ", "\u2026": "...", "\u2022": "\n", "\u00b7": "\n",
        "\u2192": " -> ", "\t": "\n", "{": "(", "}": ")", "[": "(", "]": ")", "<": " ",
        "\U0001f92b": " (hush) ", "\U0001f910": " (hush) ", "\U0001f64a": " (hush) ", "\U0001f512": " (hush) ",
        "\U0001f507": " (hush) ", "\U0001f92d": " (hush) ", "|": "\n", "_": " ", "`": "'",
        "*": "\n", "^": " ", "\\": " ",
    }
)  # fmt: skip
_KEPT_MARKS = set("\n .,;:!?'\"()-&/%$€£+@#=~>")
#: Longer than any debrief; the rest is not read.
LONGEST = 6000


def clean(text: str) -> str:
    """NFC, straight quotes, plain dashes, letters digits and simple marks only; at most ``LONGEST`` characters."""
    folded = unicodedata.normalize("NFC", text[:LONGEST]).translate(_FOLDS)
    kept = "".join(
        c if c in _KEPT_MARKS or c.isalnum() or unicodedata.category(c) == "Mn" else " " for c in folded
    )
    kept = re.sub(r"([!?])[!?]+", r"\1", kept)
    kept = re.sub(r"(?<!\w)'([^'\n]{2,60})'(?!\w)", r'"\1"', kept)
    kept = re.sub(r"\b(asked|qs?|questions?) re[:.]? ", r"\1 about ", kept, flags=re.I)
    kept = re.sub(r"\.{2,}", ". ", kept)
    kept = undictated(re.sub(r"\s*->\s*", " -> ", kept))
    return re.sub(r"[ \r\f\v]+", " ", kept).strip()


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Small letters without accents, for comparing names and words."""
    special = (
        text.replace("ß", "ss")
        .replace("ø", "o")
        .replace("Ø", "O")
        .replace("ł", "l")
        .replace("Ł", "L")
        .replace("æ", "ae")
    )
    decomposed = unicodedata.normalize("NFKD", special)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
