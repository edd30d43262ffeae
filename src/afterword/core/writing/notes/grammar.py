"""A small recogniser: whether words, each of which may be several parts of speech, can be read by a grammar.

The grammar is text: one rule a line, ``name = items | items``; an item is a rule, a class of words in capitals or a
word in quotes, with ``?``, ``*`` or ``+`` behind it; brackets group, and ``&CLASS`` looks at a word without taking it.

Classes and words are the bits of one number, so are the places where a part may end: all readings are followed at
once, each rule is tried once at a place, and none is tried whose first word does not fit.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

#: Where a part may end: bit n says "before word n".
Ends = int
_Try = Callable[["Reading", int], Ends]
_ITEM = re.compile(r"&?'[^']+'|&?[A-Za-z_]+|[()|?*+]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One phrase under test: what each word can be, as bits, and what was tried at each place."""

    masks: tuple[int, ...]
    tried: list[dict[str, Ends]]


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a rule: how to try it, and whether it may be empty (``first`` names the rule when it is one)."""

    ends: _Try
    leads: Callable[[], int]
    empty: Callable[[], bool]


class Grammar:
    """Rules of a grammar, ready to be asked whether words can be read by one of them."""

    def __init__(self, text: str) -> None:
        self._bits: dict[str, int] = {}
        self._parts: dict[str, _Part] = {}
        self._first: dict[str, int] = {}
        self._empty: dict[str, bool] = {}
        for line in text.splitlines():
            name, sign, body = line.partition(" = ")
            if sign and not line.startswith("#"):
                self._parts[name.strip()] = _Source(self, _ITEM.findall(body)).choice()
        self._settle()

    def reads(self, rule: str, words: Iterable[tuple[str, frozenset[str]]]) -> bool:
        """Whether the words, each in small letters with its classes, can be read by the rule; KeyError for an unknown rule."""
        masks = tuple(self._mask(word, classes) for word, classes in words)
        reading = Reading((*masks, 0), [{} for _ in range(len(masks) + 1)])
        return bool(self.ends(rule, reading, 0) >> len(masks) & 1)

    def _mask(self, word: str, classes: frozenset[str]) -> int:
        mask = self._bits.get(f"'{word}'", 0)
        for name in classes:
            mask |= self._bits.get(name, 0)
        return mask

    def ends(self, rule: str, reading: Reading, start: int) -> Ends:
        """Where the rule may end when it starts at a word; a rule that leads to itself at one place ends nowhere."""
        tried = reading.tried[start]
        found = tried.get(rule)
        if found is None:
            tried[rule] = 0
            if self._empty[rule] or reading.masks[start] & self._first[rule]:
                found = self._parts[rule].ends(reading, start)
            tried[rule] = found = found or 0
        return found

    def bit(self, item: str) -> int:
        """The bit of a class or of a quoted word."""
        return self._bits.setdefault(item, 1 << len(self._bits))

    def first(self, rule: str) -> int:
        """What a rule may begin with, as far as it is settled."""
        return self._first.get(rule, 0)

    def may_be_empty(self, rule: str) -> bool:
        """Whether a rule can be read without a word, as far as it is settled."""
        return self._empty.get(rule, False)

    def _settle(self) -> None:
        """First words and emptiness of every rule, taken again until nothing is added."""
        before: list[tuple[int, bool]] = []
        while True:
            for name, part in self._parts.items():
                self._empty[name], self._first[name] = part.empty(), part.leads()
            now = [(self._first[name], self._empty[name]) for name in self._parts]
            if now == before:
                return
            before = now


class _Source:
    """The items of one rule, read from left to right."""

    def __init__(self, grammar: Grammar, items: list[str]) -> None:
        self._grammar = grammar
        self._items = items
        self._at = 0

    def _next(self) -> str:
        return self._items[self._at] if self._at < len(self._items) else ""

    def choice(self) -> _Part:
        parts = [self._sequence()]
        while self._next() == "|":
            self._at += 1
            parts.append(self._sequence())
        return _any_of(tuple(parts)) if len(parts) > 1 else parts[0]

    def _sequence(self) -> _Part:
        parts: list[_Part] = []
        while self._next() and self._next() not in "|)":
            parts.append(self._item())
        return _all_of(tuple(parts)) if len(parts) != 1 else parts[0]

    def _item(self) -> _Part:
        item = self._next()
        self._at += 1
        if item == "(":
            part = self.choice()
            self._at += 1
        else:
            part = self._leaf(item)
        while self._next() and self._next() in "?*+":
            part = {"?": _maybe, "*": _repeated, "+": _once_or_more}[self._next()](part)
            self._at += 1
        return part

    def _leaf(self, item: str) -> _Part:
        if item.startswith("&"):
            return _looked(self._grammar.bit(item.removeprefix("&")))
        if item.startswith("'") or item.isupper():
            return _taken(self._grammar.bit(item))
        return _ruled(self._grammar, item)


def _taken(bit: int) -> _Part:
    return _Part(
        lambda reading, at: 1 << at + 1 if reading.masks[at] & bit else 0, lambda: bit, lambda: False
    )


def _looked(bit: int) -> _Part:
    return _Part(lambda reading, at: 1 << at if reading.masks[at] & bit else 0, lambda: bit, lambda: True)


def _ruled(grammar: Grammar, name: str) -> _Part:
    return _Part(
        lambda reading, at: grammar.ends(name, reading, at),
        lambda: grammar.first(name),
        lambda: grammar.may_be_empty(name),
    )


#: A mask that every word fits, for parts that may be empty.
_ANY = -1


def _fits(part: _Part) -> int:
    """What the first word must be for a part to be worth a try; known once the grammar is settled."""
    return _ANY if part.empty() else part.leads()


def _any_of(parts: tuple[_Part, ...]) -> _Part:
    guarded: list[tuple[int, _Try]] = []

    def ends(reading: Reading, at: int) -> Ends:
        if not guarded:
            guarded.extend((_fits(part), part.ends) for part in parts)
        mask = reading.masks[at] or _NOTHING
        found = 0
        for fits, attempt in guarded:
            if fits & mask:
                found |= attempt(reading, at)
        return found

    def leads() -> int:
        found = 0
        for part in parts:
            found |= part.leads()
        return found

    return _Part(ends, leads, lambda: any(part.empty() for part in parts))


#: Behind the last word stands a word of no class; only parts that may be empty fit it.
_NOTHING = 1 << 4096


def _all_of(parts: tuple[_Part, ...]) -> _Part:
    guarded: list[tuple[int, _Try]] = []

    def ends(reading: Reading, at: int) -> Ends:
        if not guarded:
            guarded.extend((_fits(part), part.ends) for part in parts)
        found = 1 << at
        for fits, attempt in guarded:
            found = _from_each(fits, attempt, reading, found)
            if not found:
                return 0
        return found

    def leads() -> int:
        found = 0
        for part in parts:
            found |= part.leads()
            if not part.empty():
                break
        return found

    return _Part(ends, leads, lambda: all(part.empty() for part in parts))


def _from_each(fits: int, attempt: _Try, reading: Reading, starts: Ends) -> Ends:
    found = 0
    masks = reading.masks
    while starts:
        at = starts.bit_length() - 1
        if fits & (masks[at] or _NOTHING):
            found |= attempt(reading, at)
        starts ^= 1 << at
    return found


def _maybe(part: _Part) -> _Part:
    attempt = part.ends
    return _Part(lambda reading, at: 1 << at | attempt(reading, at), part.leads, lambda: True)


def _repeated(part: _Part) -> _Part:
    guarded: list[int] = []

    def ends(reading: Reading, at: int) -> Ends:
        if not guarded:
            guarded.append(_fits(part))
        found = fresh = 1 << at
        while fresh:
            fresh = _from_each(guarded[0], part.ends, reading, fresh) & ~found
            found |= fresh
        return found

    return _Part(ends, part.leads, lambda: True)


def _once_or_more(part: _Part) -> _Part:
    attempt, more = part.ends, _repeated(part).ends
    return _Part(
        lambda reading, at: _from_each(_ANY, more, reading, attempt(reading, at)), part.leads, part.empty
    )
