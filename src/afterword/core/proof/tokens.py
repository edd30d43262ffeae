"""A text as tokens with character offsets: words, numbers, punctuation, and the breaks between sentences' lines.

Curly apostrophes are read as straight ones; the offsets are always those of the text as it was given.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

#: A line at least this long and not ended by a stop was probably wrapped: its sentence goes on below.
WRAPPED = 50

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_TOKEN = re.compile(
    r"(?P<other>https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<number>[$€£]?\d[\d,.:/]*\d%?|[$€£]?\d%?)(?![\w])"
    r"|(?P<word>[^\W_]+(?:['’‘ʼ`´-][^\W_]+)*['’]?)"
    r"|(?P<break>\n)"
    r"|(?P<mark>\.\.\.|\.\.|[^\w\s])"
)


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    BREAK = "break"  # a line end that ends whatever stands before it
    OTHER = "other"  # addresses of mail and web


@dataclass(frozen=True, slots=True)
class Token:
    """One token. ``low`` is its lower-case form with straight apostrophes; ``spaced`` means space stands before it."""

    text: str
    low: str
    start: int
    end: int
    kind: Kind
    spaced: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def straight(text: str) -> str:
    """``text`` with every apostrophe straight; the length never changes."""
    return text.translate(_APOSTROPHES)


def tokens_of(text: str) -> tuple[Token, ...]:
    """Every token of ``text`` in order; line ends inside a wrapped sentence are left out."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = Kind(str(match.lastgroup))
        start, end = match.span()
        if kind is Kind.BREAK and _goes_on(text, start):
            continue
        raw = match.group()
        if kind is Kind.WORD and raw[-1] in "'’" and not _owns(raw):
            raw, end = raw[:-1], end - 1
            found.append(_token(text, raw, start, end, kind))
            found.append(_token(text, text[end], end, end + 1, Kind.MARK))
            continue
        found.append(_token(text, raw, start, end, kind))
    return tuple(found)


def _token(text: str, raw: str, start: int, end: int, kind: Kind) -> Token:
    spaced = start == 0 or text[start - 1].isspace()
    return Token(raw, straight(raw).lower(), start, end, kind, spaced)


def _owns(raw: str) -> bool:
    """Whether a final apostrophe belongs to the word: clients', Jones'."""
    return raw[-2:-1] in {"s", "S", "x", "z"}


def _goes_on(text: str, at: int) -> bool:
    """Whether the line that ends ``at`` was wrapped inside a sentence."""
    begin = text.rfind("\n", 0, at) + 1
    line = text[begin:at].rstrip()
    after = text[at + 1 : at + 2]
    return at - begin >= WRAPPED and line[-1:].isalnum() and (after.isalpha() and after.islower())


def sentence_start(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the token ``at`` opens a sentence or a line."""
    before = at - 1
    while before >= 0 and tokens[before].text in {'"', "“", "”", "'", "(", "‘"}:
        before -= 1
    if before < 0:
        return True
    token = tokens[before]
    return token.kind is Kind.BREAK or token.text in {".", "!", "?", "..", "...", "…", ":", "•", "*"}


def sentence_end(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether nothing of the sentence stands at ``at`` any more (``at`` may lie past the last token)."""
    if at >= len(tokens):
        return True
    return tokens[at].kind is Kind.BREAK or tokens[at].text in {".", "!", "?", "..", "...", "…", ";"}
