"""Where names stand in a letter: the greeting, after a title, the signature. Nothing unknown there is a misspelling."""

import re
from functools import cache
from importlib.resources import files

from afterword.core.proof.ranking import change
from afterword.core.proof.tokens import Kind, Token, straight

_GREETING = re.compile(
    r"(?i)(dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening|day))\b[ \t]*([^\n]{0,120})"
)
_GREETED = re.compile(r"[^,:;!?\n]*?(?=[,:;!?\n]|$| [-–—] )")
_SENTENCE_STOP = re.compile(r"[.!?][ \t]+[A-Z]")
_TITLE_STOPS = re.compile(r"(?i)\b(mr|mrs|ms|mx|dr|prof|st|jr|sr)\.")
_CLOSING = re.compile(r"[ \t]*([A-Za-z][A-Za-z' ]{1,40}),?[ \t]*$")
#: A signature is looked for in so many last lines.
SIGNATURE_LINES = 9
#: A word of the closing line so far (see :func:`ranking.change`) from every usual one is no slip.
UNLIKE = 2.0

TITLES = frozenset(["mr", "mrs", "ms", "mx", "dr", "prof", "professor", "miss", "sir", "madam", "dame", "rev", "reverend", "judge", "captain",
                    "mr.", "ms.", "dr."])  # fmt: skip


@cache
def closings() -> frozenset[str]:
    """The phrases letters are closed with, in lower case."""
    lines = (files(__package__) / "data" / "closings.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line)


def greeting_span(text: str) -> tuple[int, int] | None:
    """Where the words after "Dear" or "Hi" stand, up to their comma or the line's end; None without a greeting."""
    for match in re.finditer(r"(?m)^[ \t>]*", text):
        found = _GREETING.match(text, match.end())
        if found is None:
            continue
        begin = found.start(2)
        named = _GREETED.match(_TITLE_STOPS.sub(lambda m: m.group()[:-1] + " ", text), begin)
        end = named.end() if named else found.end(2)
        stop = _SENTENCE_STOP.search(_TITLE_STOPS.sub(lambda m: m.group()[:-1] + " ", text), begin, end)
        return (begin, stop.start() if stop else end)
    return None


def signature_start(text: str) -> int | None:
    """Where the lines after the closing phrase begin; without one, where a last line that is only a name begins."""
    closed = closing_span(text)
    if closed is not None:
        return closed[1]
    lines = _lines(text)
    if len(lines) > 1 and _only_a_name(lines[-1][1]):
        return lines[-1][0]
    return None


def closing_span(text: str) -> tuple[int, int] | None:
    """Where the line stands that closes the letter ("Kind regards,"); any short line with a comma may."""
    lines = _lines(text)
    for begin, line in lines[-SIGNATURE_LINES:]:
        phrase = _CLOSING.match(line)
        known = phrase is not None and straight(phrase.group(1)).lower().strip() in closings()
        short = line.rstrip().endswith(",") and len(line.split()) <= 4 and (begin, line) != lines[0]
        if phrase and (known or short):
            return begin, begin + len(line)
    return None


def _only_a_name(line: str) -> bool:
    words = line.split(",")[0].split()
    return (
        1 <= len(words) <= 4
        and all(word[:1].isupper() or len(word) <= 3 for word in words)
        and line[-1:] not in ".!?"
    )


def _lines(text: str) -> list[tuple[int, str]]:
    """Every line that is not blank, with where it begins."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, line.rstrip("\r")))
        at += len(line) + 1
    return found


def name_places(text: str, tokens: tuple[Token, ...]) -> frozenset[int]:
    """The numbers of the tokens that stand where a name stands."""
    greeted, closed, signed = greeting_span(text), closing_span(text), signature_start(text)
    found: set[int] = set()
    for at, token in enumerate(tokens):
        if token.kind is not Kind.WORD:
            continue
        if closed is not None and closed[0] <= token.start < closed[1] and _of_another_language(token):
            found.add(at)
        if not token.capital:
            continue
        in_greeting = greeted is not None and greeted[0] <= token.start < greeted[1]
        if in_greeting or (signed is not None and token.start >= signed) or _after_title(tokens, at):
            found.add(at)
    return frozenset(found)


def _of_another_language(token: Token) -> bool:
    """Whether a word of the closing line is like none that closes letters in English ("Con stima,")."""
    words = {word for phrase in closings() for word in phrase.split()}
    return all(change(token.low, word) > UNLIKE for word in words)


def _after_title(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a title stands before the row of capitalised words that ends at ``at``."""
    at -= 1
    for _ in range(3):
        if at >= 0 and tokens[at].text == ".":
            at -= 1
        if at < 0 or tokens[at].kind is not Kind.WORD or not tokens[at].capital:
            return False
        if tokens[at].low in TITLES:
            return True
        at -= 1
    return False
