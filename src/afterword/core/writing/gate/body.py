"""A letter's body as the gate reads it: greeting, sentences with their places, close, signature."""

import re
from dataclasses import dataclass

from afterword.core.facts import LetterKind
from afterword.core.findings import Span

_GREETING = re.compile(r"^(dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[ ,]*", re.IGNORECASE)
_INLINE = re.compile(r"^\s*((?:dear|hi|hello) [^,:!?]{0,60}[,:])\s*", re.IGNORECASE)
_END = re.compile(r"[.!?…]+[\"'”’)]*(?=\s+[\"'“‘(]?[\w$€£#])|[.!?…]+[\"'”’)]*$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|St|Mt|No|Inc|Ltd|Co|Corp|vs|approx|dept|est|incl|Jr|Sr|e\.g|i\.e|etc|a\.m|p\.m|U\.S|U\.K|[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of the body and where they stand."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        """Where the piece stands, in characters of the body."""
        return Span(self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class Body:
    """The parts of a body; a part that is not there is None."""

    greeting: Piece | None
    sentences: tuple[Piece, ...]
    close: Piece | None
    signature: Piece | None

    @property
    def address(self) -> str:
        """The name in the greeting, without "Dear" and the comma."""
        return "" if self.greeting is None else _GREETING.sub("", self.greeting.text).strip(" ,:.!\t")

    @property
    def core(self) -> str:
        """The sentences alone, joined by spaces."""
        return " ".join(piece.text for piece in self.sentences)


def read_body(text: str, *, kind: LetterKind, signer: str = "") -> Body:
    """Take a body apart. A connection note greets and signs within its one line; letters on lines of their own."""
    if kind is LetterKind.CONNECTION_NOTE and "\n" not in text.strip():
        return _read_note(text, signer)
    lines = _lines(text)
    greeting = lines.pop(0) if lines and _is_greeting(lines[0].text) else None
    signature = lines.pop() if lines and _is_signature(lines[-1].text, signer) else None
    close = lines.pop() if signature and lines and _is_close(lines[-1].text) else None
    return Body(greeting, tuple(s for line in lines for s in sentences_of(line)), close, signature)


def sentences_of(paragraph: Piece) -> tuple[Piece, ...]:
    """The sentences of a paragraph; abbreviations and initials do not end one."""
    found, begin = [], 0
    for end in _END.finditer(paragraph.text):
        until = end.end()
        if _ABBREVIATION.search(paragraph.text[begin:until]) and until < len(paragraph.text):
            continue
        found.append(_trimmed(paragraph.text[begin:until], paragraph.start + begin))
        begin = until
    if paragraph.text[begin:].strip():
        found.append(_trimmed(paragraph.text[begin:], paragraph.start + begin))
    return tuple(found)


def _lines(text: str) -> list[Piece]:
    return [_trimmed(m.group(), m.start()) for m in re.finditer(r"[^\r\n]+", text) if m.group().strip()]


def _trimmed(text: str, start: int) -> Piece:
    return Piece(text.strip(), start + len(text) - len(text.lstrip()))


def _is_greeting(line: str) -> bool:
    return len(line) <= 80 and (_GREETING.match(line) is not None) and line.rstrip()[-1:] not in ".!?"


def _is_signature(line: str, signer: str) -> bool:
    if signer and line.strip() == signer:
        return True
    return len(line.split()) <= 6 and line.rstrip()[-1:] not in ".!?,:;"


def _is_close(line: str) -> bool:
    return len(line.split()) <= 6 and line.rstrip().endswith(",")


def _read_note(text: str, signer: str) -> Body:
    greeted = _INLINE.match(text)
    begin = greeted.end() if greeted else 0
    signed = signer and text.rstrip().endswith(signer)
    end = len(text.rstrip()) - len(signer) if signed else len(text)
    return Body(
        greeting=Piece(greeted.group(1), greeted.start(1)) if greeted else None,
        sentences=sentences_of(_trimmed(text[begin:end].rstrip(" -–—\n"), begin)),
        close=None,
        signature=Piece(signer, end) if signed else None,
    )
