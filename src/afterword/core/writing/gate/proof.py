"""Slips a hand-edited or machine-made letter shows: placeholders, doubled words, articles, spacing."""

import re
from collections.abc import Iterator

from afterword.core.findings import Finding, Severity, Span
from afterword.core.writing.gate.body import Piece
from afterword.core.writing.gate.reading import Reading
from afterword.core.writing.gate.stems import fold

_PLACEHOLDER = re.compile(
    r"\[[^\]\n]{0,60}\]|\{[^}\n]{0,60}\}|<[A-Za-z][^>\n]{0,40}>|\b(?:TODO|XXX+|TBD|FIXME|LOREM IPSUM)\b|_{3,}|%s|\$\{|\b(?:None|null|undefined|NaN)\b(?=[ ,.]|$)"
    r"|\b(?:Your Name|Company Name|Insert \w+|Interviewer Name|Hiring Manager's Name)\b"
)
_EMPTY_GREETING = re.compile(r"^\s*(?:Dear|Hi|Hello)\s*[,:]\s*$", re.IGNORECASE | re.MULTILINE)
_DOUBLED = re.compile(r"\b([^\W\d_]+)(\s+)\1\b", re.IGNORECASE)
_MAY_DOUBLE = frozenset({"that", "had", "is", "no", "bye"})
_ARTICLE = re.compile(r"\b(an?)\s+([\"'“‘]?)([\w$€£][\w'’&.-]*)", re.IGNORECASE)
_SPACING = re.compile(
    r"[^\S\n]+[,.;:!?](?!\.)(?=\s|$)|(?<!\.)\.\.(?!\.)|[,;:]\s*\.|,,|(?<=[a-z])[,;](?=[A-Za-z])|(?<=[a-z][a-z])\.(?=[A-Z][a-z])"
)
_SPOKEN_VOWEL = re.compile(
    r"^(?:[aeiou]|hour|honest|honou?r|heir|8|11(?!\d{2}(?:\D|$))|18(?!\d{2}(?:\D|$))|1[18],|8\d)",
    re.IGNORECASE,
)
_SPOKEN_CONSONANT = re.compile(
    r"^(?:uni(?!n|m)|use|usu|uti|eu|one|once|ut(?:ah|il)|ufo|ewe|ukulele|uk\b|us\b|u\.s)", re.IGNORECASE
)
_LETTERS_VOWEL = frozenset("AEFHILMNORSX")


def check_placeholders(reading: Reading) -> Iterator[Finding]:
    """A form letter's empty slot, in body or subject, stops the letter."""
    for pattern in (_PLACEHOLDER, _EMPTY_GREETING):
        for found in pattern.finditer(reading.text):
            span = Span(found.start(), found.end())
            yield Finding(
                "proof.placeholder", f"Fill in “{found.group().strip()}”.", span, severity=Severity.STOP
            )
    found_in_subject = _PLACEHOLDER.search(reading.subject)
    if found_in_subject:
        message = f"Fill in “{found_in_subject.group()}” in the subject."
        yield Finding("proof.placeholder", message, severity=Severity.STOP)


def check_doubled(reading: Reading) -> Iterator[Finding]:
    """The same word twice in a row."""
    for found in _DOUBLED.finditer(reading.text):
        if found.group(1).lower() not in _MAY_DOUBLE and "\n" not in found.group(2):
            span = Span(found.start(), found.end())
            yield Finding("proof.doubled", f"“{found.group(1)}” stands twice.", span, (found.group(1),))


def check_articles(reading: Reading) -> Iterator[Finding]:
    """A or an, by the sound of what follows: an hour, a university, an 8-day close, a UCLA class, an SQL query."""
    for piece in reading.sentences:
        for found in _ARTICLE.finditer(piece.text):
            article, word = found.group(1), found.group(3)
            if article == "A" and found.start() and piece.text[found.start() - 1] != " ":
                continue
            right = "an" if spoken_with_vowel(word) else "a"
            if article.lower() != right:
                fix = right.capitalize() if article[0].isupper() else right
                span = _within(piece, found.start(1), found.end(1))
                yield Finding("proof.article", f"Say “{right} {word}”.", span, (fix,))


def spoken_with_vowel(word: str) -> bool:
    """Whether a word begins with a vowel as spoken; abbreviations in capitals are read letter by letter."""
    plain = word.lstrip("$€£")
    letters = re.match(r"[A-Z][A-Z&]+", plain)
    if letters and len(letters.group()) <= 5 and not re.match(r"[A-Z]+[a-z]{2}", plain):
        return letters.group()[0] in _LETTERS_VOWEL and not _read_as_word(letters.group())
    if _SPOKEN_CONSONANT.match(plain):
        return False
    return _SPOKEN_VOWEL.match(plain) is not None


def _read_as_word(letters: str) -> bool:
    return letters in {
        "NASA",
        "SAP",
        "FIFO",
        "LIFO",
        "FINRA",
        "FASB",
        "SOX",
        "SEFA",
        "NAV",
        "RAID",
        "FICA",
        "FUTA",
        "SaaS",
        "HIPAA",
        "MACRS",
        "REIT",
        "ROE",
    }


def check_spacing(reading: Reading) -> Iterator[Finding]:
    """Spaces before commas, missing ones after, doubled stops; quotation marks that do not close."""
    for found in _SPACING.finditer(reading.text):
        yield Finding("proof.spacing", "Look at the punctuation here.", Span(found.start(), found.end()))
    for piece in reading.sentences:
        plain = fold(piece.text)
        if plain.count('"') % 2 or plain.count("(") != plain.count(")"):
            yield Finding("proof.quotes", "A quotation mark or bracket does not close.", piece.span)


def _within(piece: Piece, start: int, end: int) -> Span:
    return Span(piece.start + start, piece.start + end)
