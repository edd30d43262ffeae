"""The genre's own rules: slips that are real words, in the phrases of hiring and finance letters.

Each file of ``rules/`` holds a family, or a numbered part of one. A rule names what it looks for (:mod:`pattern`), the sentence said to the
writer, pairs of sentences it must flag with their corrections, and sentences it must leave alone.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from afterword.core.findings import Finding, Span
from afterword.core.proof.lexicon import Lexicon, lexicon
from afterword.core.proof.pattern import Pattern, compile_pattern, each_way, fixes_for
from afterword.core.proof.ranking import change
from afterword.core.proof.tokens import Token

#: A single word this long was probably mistyped: of several fixes the nearest comes first.
SPELT_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Rule:
    """``bad``: sentence and its correction; ``good``: sentences that must pass."""

    id: str
    family: str
    say: str
    patterns: tuple[Pattern, ...]
    bad: tuple[tuple[str, str], ...]
    good: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Genre:
    """All rules, with the patterns found by a word that must be there, and those to be tried everywhere."""

    rules: tuple[Rule, ...]
    by_word: dict[str, tuple[tuple[Rule, Pattern, int], ...]]
    anywhere: tuple[tuple[Rule, Pattern], ...]


def _read(name: str) -> dict[str, object]:
    return tomllib.loads((files(__package__) / "rules" / name).read_text("utf-8"))


def _sets() -> dict[str, frozenset[str]]:
    sets: dict[str, frozenset[str]] = {}
    for name, words in _read("sets.toml").items():
        found: set[str] = set()
        for word in str(words).split():
            found |= sets[word[1:]] if word.startswith("@") else {word}
        sets[name] = frozenset(found)
    return sets


def _rules(words: Lexicon) -> Iterator[Rule]:
    sets = _sets()
    folder = files(__package__) / "rules"
    for name in sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml")):
        if name == "sets.toml":
            continue
        for row in _listed(_read(name).get("rule", [])):
            yield Rule(
                id=str(row["id"]),
                family=name.removesuffix(".toml").rstrip("0123456789"),
                say=str(row["say"]),
                patterns=tuple(
                    compile_pattern(source, sets=sets, lexicon=words)
                    for written in _strings(row["find"])
                    for source in each_way(written)
                ),
                bad=tuple((str(pair[0]), str(pair[1])) for pair in _pairs(row["bad"])),
                good=tuple(_strings(row.get("good", []))),
            )


def _listed(value: object) -> list[dict[str, object]]:
    assert isinstance(value, list)
    return value


def _strings(value: object) -> list[str]:
    return [value] if isinstance(value, str) else [str(item) for item in _items(value)]


def _pairs(value: object) -> list[list[object]]:
    return [_items(item) for item in _items(value)]


def _items(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def _often(anchor: tuple[frozenset[str], int]) -> int:
    """How often one of the words is met in print: the rarer they are, the seldomer a pattern is tried."""
    return sum(1 << lexicon().band(word) for word in anchor[0])


@cache
def genre() -> Genre:
    """The rules, read and compiled once."""
    rules = tuple(_rules(lexicon()))
    by_word: dict[str, list[tuple[Rule, Pattern, int]]] = {}
    anywhere: list[tuple[Rule, Pattern]] = []
    for rule in rules:
        for pattern in rule.patterns:
            anchor = min(pattern.anchors(), key=_often, default=None)
            if anchor is None:
                anywhere.append((rule, pattern))
                continue
            for word in anchor[0]:
                by_word.setdefault(word, []).append((rule, pattern, anchor[1]))
    return Genre(rules, {word: tuple(found) for word, found in by_word.items()}, tuple(anywhere))


def slips(text: str, tokens: tuple[Token, ...]) -> Iterator[Finding]:
    """Every place of ``text`` where a rule of the genre fits, with its fixes."""
    rules = genre()
    for at, token in enumerate(tokens):
        for rule, pattern, offset in rules.by_word.get(token.low, ()):
            if at >= offset:
                yield from _found(rule, pattern, text, tokens, at - offset)
        for rule, pattern in rules.anywhere:
            yield from _found(rule, pattern, text, tokens, at)


def _found(rule: Rule, pattern: Pattern, text: str, tokens: tuple[Token, ...], at: int) -> Iterator[Finding]:
    found = pattern.match(tokens, at)
    if found is None or found.first == found.last:
        return
    span = Span(tokens[found.first].start, tokens[found.last - 1].end)
    stands = text[span.start : span.end]
    fixes = [fix for fix in fixes_for(pattern, found, tokens, text, lexicon()) if fix != stands]
    if len(stands) >= SPELT_ALIKE and stands.isalpha():
        fixes.sort(key=lambda fix: change(stands.lower(), fix.lower()))
    if fixes:
        yield Finding(code=f"{rule.family}.{rule.id}", message=rule.say, span=span, fixes=tuple(fixes[:3]))
