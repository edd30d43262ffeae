"""Which of an engine's flags are shown: the policy as data, applied to raw flags."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from afterword.core.findings import Finding, Span
from afterword.core.proof.dialects import british
from afterword.core.proof.flags import FlagKind, RawFlag
from afterword.core.proof.ranking import ranked
from afterword.core.proof.spelling import Words, misspelt
from afterword.core.proof.tokens import Kind, Token

#: How an engine marks a fix inside its message.
_SUGGESTED = re.compile(r"<suggestion>(.*?)</suggestion>")
#: The dialect of one who has not said which: American and British spellings are both right.
EITHER = "en"


@dataclass(frozen=True, slots=True)
class Policy:
    """Names of categories and rules; ``off`` keeps the sentence each rule misfired on."""

    categories_off: frozenset[str]
    rules_on: frozenset[str]
    off: dict[str, str]
    begins_off: tuple[str, ...] = ()

    def shows(self, flag: RawFlag) -> bool:
        """Whether a grammar flag of this rule is shown."""
        if flag.rule in self.off or any(flag.rule.startswith(begin) for begin in self.begins_off):
            return False
        return flag.rule in self.rules_on or flag.category not in self.categories_off


@cache
def policy() -> Policy:
    """The policy, read once from policy.toml."""
    table = tomllib.loads((files(__package__) / "policy.toml").read_text("utf-8"))
    return Policy(
        categories_off=frozenset(table["categories"]["off"]),
        rules_on=frozenset(table["rules"]["on"]),
        off=dict(table["off"]),
        begins_off=tuple(name.removesuffix("*") for name in table["off"] if name.endswith("*")),
    )


def judged(
    flags: Iterable[RawFlag], text: str, tokens: tuple[Token, ...], words: Words, *, dialect: str
) -> Iterator[Finding]:
    """The flags that are worth the reader's time, as findings with at most three fixes, best first.

    ``dialect`` "en" lets British spellings pass an American engine.
    """
    for flag in flags:
        if not 0 <= flag.start < flag.end <= len(text):
            continue
        if (
            flag.kind is FlagKind.SPELLING
            and dialect == EITHER
            and british(text[flag.start : flag.end].lower(), flag.fixes)
        ):
            continue
        if flag.kind is FlagKind.SPELLING:
            yield from _spelling(flag, text, tokens, words)
        elif policy().shows(flag) and not words.names_only(flag.start, flag.end):
            yield _grammar(flag, text)


def _spelling(flag: RawFlag, text: str, tokens: tuple[Token, ...], words: Words) -> Iterator[Finding]:
    at = next(
        (n for n, token in enumerate(tokens) if token.start < flag.end and token.end > flag.start), None
    )
    if at is None:
        return
    word = text[flag.start : flag.end]
    before, after = _neighbour(tokens, at - 1), _neighbour(tokens, at + 1)
    fixes = ranked(word, flag.fixes, before=before, after=after) if word.isalpha() else flag.fixes[:3]
    if misspelt(word, at, fixes, tokens, words):
        message = f"“{word}” looks misspelt." if fixes else f"“{word}” is not a word we know."
        yield Finding("spelling", message, Span(flag.start, flag.end), fixes)


def _neighbour(tokens: tuple[Token, ...], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) and tokens[at].kind is Kind.WORD else ""


def _grammar(flag: RawFlag, text: str) -> Finding:
    """The flag as a finding; a fix that takes words out takes the space before them too."""
    start, end, fixes = flag.start, flag.end, flag.fixes[:3]
    if "" in fixes:
        shift = 1 if start and text[start - 1] == " " else 0
        fixes = tuple((text[start - shift : start] + fix) if fix else "" for fix in fixes)
        start -= shift
    message = _SUGGESTED.sub(r"“\1”", flag.message)
    return Finding(f"grammar.{_slug(flag.rule)}", message, Span(start, end), fixes)


def _slug(rule: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", rule.lower()).strip("_")
