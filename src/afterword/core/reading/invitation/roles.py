"""The role an invitation is about, with the words that decided. The user confirms it.

A role is a run of words that ends in what people are called at work ("accountant", "controller"); the
words before it are capitalised or belong to such names ("senior", "payable").
"""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from afterword.core.reading.invitation.values import Guess

_WORDS = {
    kind: frozenset(words)
    for kind, words in tomllib.loads(
        files("afterword.core.reading.invitation").joinpath("role_words.toml").read_text("utf-8")
    ).items()
}
_HEADS, _MODIFIERS, _CHATTER = _WORDS["heads"], _WORDS["modifiers"], _WORDS["chatter"]
_TOKEN = re.compile(r"[^\W_][\w&'’/+]*|\S")
_JOINTS = frozenset({"of", "and", "&", "to", "for"})
_NOT_ROLES = frozenset(
    {"hiring manager", "recruiter", "manager", "team lead", "lead", "head", "people", "associate", "senior"}
)
_SAID = re.compile(
    r"\b(?:for (?:the|our|a|an)|position(?: of)?:?|role(?: of)?:?|job(?: title)?:|opening:?|vacancy:?|opportunity:?|as (?:a|an|our))\s+",
    re.IGNORECASE,
)
#: Before the title of somebody who is met: "with the Controller", "with Dana Wu, Controller".
_WITH = re.compile(
    r"\bwith (?:the |our |a |(?:[A-ZÀ-ÖØ-Þ][\w'’.-]+ ){1,3}[A-ZÀ-ÖØ-Þ][\w'’-]+, )?$", re.IGNORECASE
)
_LOOKED_AT = 4_000


def guess_role(summary: str, description: str) -> Guess | None:
    """The role the title names, else the one the description introduces ("for the Cost Accountant role")."""
    for start, role in _runs(summary):
        if not _WITH.search(summary[:start]):
            return Guess(role, " ".join(summary.split())[:160])
    text = description[:_LOOKED_AT]
    for found in _SAID.finditer(text):
        line = text[found.end() : found.end() + 80].split("\n")[0]
        for start, role in _runs(line):
            if start == 0:
                return Guess(role, " ".join(f"{found[0]}{line}".split())[:160])
    before = re.search(r"([^\n.:]{3,60}?)\s+(?:role|position|opening|vacancy)\b", text)
    runs = list(_runs(before[1])) if before else []
    return Guess(runs[-1][1], " ".join(before[0].split())) if before and runs else None


def names_a_role(text: str) -> bool:
    """Whether some words of a text are a role's name."""
    return next(_runs(text), None) is not None


def is_role_word(word: str) -> bool:
    """Whether one word, alone, belongs to what people are called at work ("controller", "payable", "AP")."""
    return _is_head(word) or word.casefold().strip(".") in _MODIFIERS


def _runs(text: str) -> Iterator[tuple[int, str]]:
    """Every run of words that makes a role's name, with where it starts."""
    tokens = list(_TOKEN.finditer(text))
    place = 0
    while place < len(tokens):
        end = place
        while end < len(tokens) and end - place < 9 and _belongs(tokens, end, first=end == place, text=text):
            end += 1
        heads = [at for at in range(place, end) if _is_head(tokens[at][0])]
        if heads:
            last = _with_numeral(tokens, heads[-1], text)
            if end > last + 2 and tokens[last + 1][0] == "of":
                last = end - 1
            role = text[tokens[place].start() : tokens[last].end()]
            if " ".join(role.casefold().split()) not in _NOT_ROLES:
                yield tokens[place].start(), " ".join(role.split())
        place = max(end, place + 1)


def _belongs(tokens: list[re.Match[str]], at: int, *, first: bool, text: str) -> bool:
    word = tokens[at][0]
    if not first:
        between = text[tokens[at - 1].end() : tokens[at].start()]
        if between not in {" ", ""} or "\n" in between:
            return False
    if word == "-":
        return not first and at + 1 < len(tokens) and tokens[at + 1].start() == tokens[at].end()
    folded = word.casefold()
    if folded == "for" and not (at > 0 and _is_head(tokens[at - 1][0])):
        return False
    if folded in _JOINTS:
        return (
            not first and at + 1 < len(tokens) and _carries(tokens[at + 1][0]) and _carries(tokens[at - 1][0])
        )
    return _carries(word) and folded not in _CHATTER


def _carries(word: str) -> bool:
    folded = word.casefold()
    return folded in _MODIFIERS or _is_head(word) or (word[:1].isupper() and word[:1].isalpha())


def _is_head(word: str) -> bool:
    folded = word.casefold()
    return folded in _HEADS or (folded.endswith("s") and folded[:-1] in _HEADS)


def _with_numeral(tokens: list[re.Match[str]], at: int, text: str) -> int:
    """A grade after the name belongs to it: "Accountant II"."""
    after = at + 1
    if (
        after < len(tokens)
        and re.fullmatch(r"I{1,3}|IV|V", tokens[after][0])
        and text[tokens[at].end()] == " "
    ):
        return after
    return at
