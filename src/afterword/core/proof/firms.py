"""Company names of a letter against the record: misspelt, wrong case, another employer's, and words like BlackLine."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from afterword.core.findings import Finding, Severity, Span
from afterword.core.proof.distance import letters_apart, plain
from afterword.core.proof.lexicon import lexicon
from afterword.core.proof.people import TWO_OFF, Setting
from afterword.core.proof.record import words_in
from afterword.core.proof.spelling import bare, glossary
from afterword.core.proof.tokens import Kind, Token, straight

#: Words of a company's name that say nothing of which company it is.
_COMMON = frozenset(
    [
        "inc",
        "llc",
        "llp",
        "ltd",
        "plc",
        "corp",
        "co",
        "company",
        "corporation",
        "limited",
        "group",
        "holdings",
        "the",
        "and",
        "of",
        "gmbh",
        "sa",
        "ag",
        "nv",
        "bv",
        "lp",
    ]
)
_ROLE_AT = re.compile(
    r"\b(?:the|this|your|an?|open)\s+(?:[\w&/-]+\s+){0,5}?(?:role|position|opening|vacancy|job)\s+(?:with|at)\s+(?P<firm>[A-Z])"
    r"|\b(?:join|joining)\s+(?:the\s+(?:\w+\s+)?team\s+(?:at|of)\s+)?(?P<joined>[A-Z])"
)
_MINE = re.compile(
    r"(?i)\b(?:my|previous|prior|former|last|current|present|first|old|earlier|left|held|similar)\b"
)
_PHRASE = re.compile(r"[A-Z][\w'’.&-]*(?:\s+(?:&|of|and|the)?\s*[A-Z][\w'’&-]*)*")


def company_findings(setting: Setting) -> Iterator[Finding]:
    """Everything that is wrong with a company's name in the letter."""
    tokens = setting.tokens
    for name in (setting.record.company, *setting.record.own_employers):
        yield from _misspelt(name, tokens, setting)
    yield from _left_in(setting)
    yield from _wrong_at_role(setting)


# ---------------------------------------------------------------- spelling and case


def _misspelt(name: str, tokens: tuple[Token, ...], setting: Setting) -> Iterator[Finding]:
    words = tuple(word for word in words_in(name) if word.lower() not in _COMMON)
    if not words:
        return
    covered: set[int] = set()
    for at in range(len(tokens) - len(words) + 1):
        window = tokens[at : at + len(words)]
        fault = _window_fault(words, window, setting)
        if fault:
            covered.update(range(at, at + len(words)))
        if fault and not covered & set(range(at - len(words) + 1, at)):
            yield _company(f"company.{fault}", name, window[0].start, _end(window[-1]), " ".join(words))
    joined = "".join(words).lower()
    for at, token in enumerate(tokens):
        if at in covered or token.kind is not Kind.WORD:
            continue
        split = _split_name(joined, tokens, at)
        if split and len(words) == 1:
            yield _company("company.case", name, token.start, _end(tokens[split]), words[0])
        elif (word := _single_fault(words, token, setting, tokens, at)) is not None:
            yield _company("company.misspelt", name, token.start, _end(token), word)


def _end(token: Token) -> int:
    return token.start + len(bare(straight(token.text)))


def _window_fault(words: tuple[str, ...], window: tuple[Token, ...], setting: Setting) -> str:
    """ "misspelt" or "case" where the window is the name with a slip in it; "" where it is the name, or something else."""
    texts = [bare(straight(token.text)) for token in window]
    if tuple(texts) == words or any(token.kind is not Kind.WORD for token in window):
        return ""
    if len(words) == 1:
        return _one_word_case(words[0], texts[0])
    same = [plain(text).lower() == plain(word).lower() for text, word in zip(texts, words, strict=True)]
    if all(same):
        shouted = all(text.isupper() for text in texts)
        plainly_words = all(text.islower() and lexicon().known(text) for text in texts)
        return "" if shouted or plainly_words or _goes_on_as_noun(window, setting) else "case"
    if not any(same) or not window[0].capital:
        return ""
    near = all(
        fits or (_near(text, word) and text[:1].isupper() and text not in setting.right)
        for fits, text, word in zip(same, texts, words, strict=True)
    )
    return "misspelt" if near else ""


def _one_word_case(word: str, text: str) -> str:
    if text == word or plain(text).lower() != plain(word).lower() or text.isupper():
        return ""
    ordinary = lexicon().known(text.lower()) and text.islower()
    return "" if ordinary else "case"


def _goes_on_as_noun(window: tuple[Token, ...], setting: Setting) -> bool:
    """Fenwick paper *mill*: only the first word is meant as the name."""
    if not window[-1].text.islower():
        return False
    after = next((token for token in setting.tokens if token.start >= window[-1].end), None)
    return after is not None and bool(lexicon().can_be(after.low) & {"N", "L"})


def _near(text: str, word: str) -> bool:
    one, other = plain(text).lower(), plain(word).lower()
    return len(other) >= 4 and letters_apart(one, other) <= (2 if len(other) >= TWO_OFF else 1)


def _split_name(joined: str, tokens: tuple[Token, ...], at: int) -> int:
    """The token at which a one-word name written as two ends; 0 where there is none."""
    if at + 1 >= len(tokens) or not tokens[at].capital:
        return 0
    text = tokens[at].low + bare(tokens[at + 1].low)
    return at + 1 if text == joined else 0


def _single_fault(
    words: tuple[str, ...], token: Token, setting: Setting, tokens: tuple[Token, ...], at: int
) -> str | None:
    """The word of the name that ``token`` misspells, standing alone."""
    text = bare(straight(token.text))
    low = text.lower()
    if (
        text in setting.right
        or not token.capital
        or lexicon().known(low)
        or low in glossary()
        or at in setting.places
    ):
        return None
    if any(
        low == part.lower() or letters_apart(low, part.lower()) <= 1
        for p in setting.record.everyone
        for part in p.parts
    ):
        return None
    telling = (word for word in words if not lexicon().known(word.lower()) or len(words) == 1)
    return next((word for word in telling if low != word.lower() and _near(text, word)), None)


# ---------------------------------------------------------------- another employer


def _left_in(setting: Setting) -> Iterator[Finding]:
    """Names of companies of other applications."""
    for name in setting.record.other_companies:
        core = " ".join(word for word in words_in(name) if word.lower() not in _COMMON) or name
        for match in re.finditer(rf"\b{re.escape(core)}\b", straight(setting.text)):
            message = f"{name} belongs to another application; this letter is about {setting.record.company}."
            yield Finding(
                "company.other", message, Span(*match.span()), (setting.record.company,), Severity.STOP
            )


def _wrong_at_role(setting: Setting) -> Iterator[Finding]:
    """ "the Controller role at …", "join …", naming a company that is not the one on record."""
    company = setting.record.company
    right = {word.lower() for word in words_in(company)} - _COMMON
    if not right:
        return
    initials = "".join(word[0] for word in words_in(company)).lower()
    people = {part for person in setting.record.everyone for part in person.parts}
    for match in _ROLE_AT.finditer(setting.text):
        begin = match.start("firm") if match.group("firm") else match.start("joined")
        phrase = _PHRASE.match(setting.text, begin)
        if phrase is None or _MINE.search(setting.text[max(0, match.start() - 25) : begin]):
            continue
        words = words_in(phrase.group())
        lows = {bare(word.lower()) for word in words}
        if not words or lows & right or set(words) & people or initials in lows or _ordinary(lows):
            continue
        if any(_near(word, other) for word in words for other in words_in(company)):
            continue
        end = begin + len(phrase.group().rstrip(".'’"))
        message = f"The company on record is {company}."
        yield Finding("company.other", message, Span(begin, end), (company,), Severity.STOP)


def _ordinary(lows: set[str]) -> bool:
    """Whether the phrase is only common words: a department, a weekday, a city's first word."""
    return all(lexicon().band(low) >= 22 for low in lows)


# ---------------------------------------------------------------- words spelt with an inner capital


@cache
def _products() -> dict[str, str]:
    words = (files(__package__) / "data" / "products.txt").read_text("utf-8").split()
    return {word.lower(): word for word in words}


def term_findings(setting: Setting) -> Iterator[Finding]:
    """BlackLine written Blackline: words of the record, and well-known systems."""
    known = _products() | {term.lower(): term for term in setting.record.terms}
    for token in setting.tokens:
        if token.kind is not Kind.WORD:
            continue
        text = bare(straight(token.text))
        right = known.get(text.lower())
        if right and text != right and text not in setting.right and not (text.isupper() and len(text) > 3):
            message = f"It is written {right}."
            yield Finding("term.case", message, Span(token.start, token.start + len(text)), (right,))


def _company(code: str, name: str, start: int, end: int, fix: str) -> Finding:
    return Finding(code, f"The company is called {name}.", Span(start, end), (fix,), Severity.STOP)
