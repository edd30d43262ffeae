"""Slips of the hand that need no words listed: doubled words, spaces and stops, small letters where a capital belongs."""

import re
from collections.abc import Iterator

from afterword.core.findings import Finding, Span
from afterword.core.proof.lexicon import lexicon
from afterword.core.proof.tokens import Kind, Token, sentence_start

#: Words that may rightly stand twice.
_TWICE = frozenset({"had", "very", "really", "so", "bye", "ha", "no", "far", "many", "much", "long"})
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "no",
        "nos",
        "inc",
        "co",
        "corp",
        "ltd",
        "vs",
        "etc",
        "approx",
        "dept",
        "est",
        "ext",
        "fig",
        "vol",
        "jr",
        "sr",
        "gen",
        "gov",
        "rev",
        "hon",
        "univ",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thurs",
        "fri",
        "sat",
        "sun",
        "e.g",
        "i.e",
        "a.m",
        "p.m",
        "u.s",
        "u.k",
        "ph.d",
    ]
)
#: A question opens with one of these; after "please" a stop is as good as a question mark.
_ASKS = re.compile(
    r"(?:(?:does|did|have|has|are|is|was|were) (?:you|we|i|they|there|it|the|this|that|your)|do (?:you|we|i|they)|(?:could|can|may|should|shall) (?:i|we)"
    r"|(?:would|will|could|can) (?:it be|there be|the|that|this|you be)|would you (?:be|like|prefer|have)|(?:could|can) you tell me|do you|(?:would|will|does|could|can|is) (?:monday|tuesday|wednesday|thursday|friday|next|this|tomorrow|any)"
    r"|(?:when|where|how soon|how many|how much|what time|which|who|whom|why) (?:will|would|do|does|did|is|are|can|could|should)"
    r"|(?:what|who|where|why|how) (?:is|are|was|were|will|would|do|does|did|can|could|should) (?:the|your|our|my|you|i|we|they|it|this|that|there|a|an)(?!.*\b(?:is|was|are|depends|matters)\b))\b"
)
_SPACE_BEFORE = re.compile(r"(?<=[^\W_])[ \t]+([,;:!?]|\.(?![\w.]))(?![)(D\-/])[ \t]*(?=(\w)?)")
_NO_SPACE_AFTER = re.compile(
    r"(?<=[a-z])([,;])(?=[A-Za-z]{2,})|(?<=[a-z]{2})([.!?])(?=(?:[A-Z][a-z]+|I)\b(?![.@]))"
)
_DOUBLED_MARK = re.compile(
    r"(?<![.])\.\.(?![.])|,{2,}|;{2,}|!{2,}|\?{2,}|\?\.|(?<=\w)\.,(?=\s+[a-z])(?<![a-z]\.[a-z]\.,)|,\.(?=\s|$)|:{2,}(?!\w)"
)
#: A line of so many words that begins with one of these is a sentence, unless it ends with a word that goes on.
_WHOLE = 5
_SPEAKS = frozenset(["i", "we", "please", "it", "i'm", "i'll", "i'd", "i've", "i’m", "i’ll", "i’d", "i’ve"])
_GOES_ON = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "to",
        "and",
        "or",
        "but",
        "that",
        "by",
        "as",
        "my",
        "your",
        "our",
    ]
)
_WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_MONTHS = frozenset(
    ["january", "february", "april", "june", "july", "september", "october", "november", "december"]
)


def mark_slips(text: str, tokens: tuple[Token, ...]) -> Iterator[Finding]:
    """Every such slip in ``text``."""
    yield from _doubled(text, tokens)
    yield from _spaces(text, tokens)
    yield from _small_letters(text, tokens)
    yield from _questions(tokens)
    yield from _unended(text, tokens)


def _doubled(text: str, tokens: tuple[Token, ...]) -> Iterator[Finding]:
    for at in range(len(tokens) - 1):
        for length in (2, 1):
            first, second = tokens[at : at + length], tokens[at + length : at + 2 * length]
            if len(second) < length or not _same(first, second):
                continue
            span = Span(first[0].start, second[-1].end)
            once = text[first[0].start : first[-1].end]
            yield Finding("doubled.words", f"“{once}” stands here twice.", span, (once,))


def _same(first: tuple[Token, ...], second: tuple[Token, ...]) -> bool:
    if any(token.kind is not Kind.WORD for token in (*first, *second)):
        return False
    if [token.low for token in first] != [token.low for token in second]:
        return False
    if len(first) == 2:
        return first[0].low != first[1].low and not first[0].capital
    word, again = first[0], second[0]
    names = word.capital and again.capital
    return word.low not in _TWICE and not names and (len(word.low) > 1 or word.low in {"a", "i"})


def _spaces(text: str, tokens: tuple[Token, ...]) -> Iterator[Finding]:
    other = [(token.start, token.end) for token in tokens if token.kind in {Kind.OTHER, Kind.NUMBER}]

    def inside(at: int) -> bool:
        return any(start <= at < end for start, end in other)

    for match in _SPACE_BEFORE.finditer(text):
        fix = match.group(1) + (" " if match.group(2) else "")
        yield Finding(
            "punctuation.space_before", "No space stands before this mark.", Span(*match.span()), (fix,)
        )
    for match in _NO_SPACE_AFTER.finditer(text):
        if not inside(match.start()):
            mark = match.group()
            yield Finding(
                "punctuation.space_after", "A space is missing here.", Span(*match.span()), (f"{mark} ",)
            )
    for match in _DOUBLED_MARK.finditer(text):
        if not inside(match.start()):
            fix = {"?.": "?", ".,": ","}.get(
                match.group(), match.group()[:1] if match.group() != ",." else "."
            )
            yield Finding("punctuation.doubled", "One mark is enough.", Span(*match.span()), (fix,))


def _small_letters(text: str, tokens: tuple[Token, ...]) -> Iterator[Finding]:
    for at, token in enumerate(tokens):
        if token.kind is not Kind.WORD or not token.text[0].islower():
            continue
        if token.low in {"i", "i'm", "i'd", "i'll", "i've"} and not _listed(tokens, at):
            yield _capital("punctuation.small_i", "“I” is always a capital.", token)
        elif token.low in _WEEKDAYS or token.low in _MONTHS:
            yield _capital("punctuation.small_day", "Days and months begin with a capital.", token)
        elif _opens_small(text, tokens, at):
            yield _capital("punctuation.small_opening", "A sentence begins with a capital.", token)


def _listed(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a single letter numbers an item or belongs to an abbreviation: i) i. i.e."""
    return at + 1 < len(tokens) and tokens[at + 1].text in {")", ".", "]"} and not tokens[at + 1].spaced


def _capital(code: str, message: str, token: Token) -> Finding:
    return Finding(code, message, Span(token.start, token.end), (token.text[0].upper() + token.text[1:],))


def _opens_small(text: str, tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    if not token.text.islower() or not lexicon().known(token.low) or len(token.low) < 2 or not token.spaced:
        return False
    if at >= 2 and tokens[at - 1].text in {".", "?", "!"}:
        before = tokens[at - 2]
        whole = before.kind is Kind.WORD and before.text.islower() and len(before.text) > 2
        return whole and before.low not in _ABBREVIATIONS and lexicon().known(before.low)
    if at and tokens[at - 1].kind is not Kind.BREAK:
        return False
    line = text[token.start :].split("\n", 1)[0].rstrip()
    return (
        sentence_start(tokens, at)
        and len(line.split()) >= 5
        and line[-1:] in {".", "?", "!"}
        and not _bulleted(text, token)
    )


def _bulleted(text: str, token: Token) -> bool:
    before = text[: token.start].rstrip(" \t")
    return before.rstrip().endswith((":", ";")) or before[-1:] in {"-", "*", "•", "–", ","}


def _questions(tokens: tuple[Token, ...]) -> Iterator[Finding]:
    for at, token in enumerate(tokens):
        if token.text != "." or at < 4:
            continue
        begin = at
        while begin > 0 and not sentence_start(tokens, begin):
            begin -= 1
        words = [one.low for one in tokens[begin:at] if one.kind is Kind.WORD]
        if _supposes(words):
            continue
        if len(words) >= 4 and "please" not in words and _ASKS.match(" ".join(words)) and _closes(tokens, at):
            yield Finding("punctuation.question", "This is a question.", Span(token.start, token.end), ("?",))


def _supposes(words: list[str]) -> bool:
    """Whether the sentence only supposes something: were it not for the audit, I would be free."""
    return words[:1] in (["were"], ["should"], ["had"]) and bool({"would", "could", "will"} & set(words))


def _closes(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the stop ends its sentence, and no abbreviation."""
    return tokens[at - 1].low not in _ABBREVIATIONS and not tokens[at].spaced


def _unended(text: str, tokens: tuple[Token, ...]) -> Iterator[Finding]:
    """A line that says something of the writer, ends a paragraph and has no stop."""
    for at, token in enumerate(tokens):
        last = at + 1 == len(tokens) or tokens[at + 1].kind is Kind.BREAK
        if not last or token.kind not in {Kind.WORD, Kind.NUMBER} or token.capital or token.low in _GOES_ON:
            continue
        line = text[: token.end].rsplit("\n", 1)[-1]
        words = line.split()
        if (
            len(words) >= _WHOLE
            and words[0].lower() in _SPEAKS
            and not text[token.end :].lstrip(" ")[1:2].strip()
        ):
            yield Finding(
                "punctuation.stop", "A stop is missing.", Span(token.start, token.end), (f"{token.text}.",)
            )
