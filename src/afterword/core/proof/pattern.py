"""The small language the genre's rules are written in: a row of words, some of them marked.

    hiring|accounting [ manger ] => manager

An element stands for one token, elements are separated by spaces, ``[ ]`` marks what is to be replaced:

``word``  ``a|b``  ``@set``  the token, lower case; words of a named set; ``-x|y`` after it takes words away
``<NL>``  ``<NL!B>``  ``<N>-x|@set``  a word that can be any of the letters, none of those after ``!``; the letters are
          those of :mod:`lexicon`, and ``C`` capitalised, ``#`` number, ``X`` any word, ``V`` any verb form,
          ``U`` a word the lists do not know
``a|<C>|b``  a class or one of some words
``*3``    up to three words, as few as possible · ``word?`` that may be missing
``^``  ``$``  a sentence opens, ends here; ``$|x`` it ends or goes on with x · ``!a|b``  ``=a|b`` (also with ``<>``) the next token is not, is one of
          these; before the first element they speak of the token before · ``"x"`` the token ``x`` as it is spelt

Fixes stand after ``=>``, separated by `` // ``. ``$2`` is the second element's text, ``$2:G`` its -ing form.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from afterword.core.proof.lexicon import Lexicon
from afterword.core.proof.tokens import Kind, Token, sentence_end, sentence_start

Sets = Mapping[str, frozenset[str]]
Test = Callable[[Token], bool]

_CLASS = re.compile(r"<([A-Z#]+)(?:!([A-Z#]+))?>(?:-(.+))?$")
_ENDS_OR = re.compile(r"(?<= )\$\|(\S+)")
_WITH_FORM = re.compile(r"\$(\d+)(?::([A-Z]))?")


@dataclass(frozen=True, slots=True)
class Element:
    """One element: ``at_most`` tokens (0 for a look at a neighbour), of which ``at_least`` must be there."""

    test: Test
    words: frozenset[str] = frozenset()
    at_least: int = 1
    at_most: int = 1
    look: str = ""  # "", "ahead", "behind", "start", "end"


@dataclass(frozen=True, slots=True)
class Found:
    """Where a pattern fits: the marked tokens (end excluded) and the token range of each element."""

    first: int
    last: int
    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled row of elements; the marks are positions between elements."""

    elements: tuple[Element, ...]
    opens: int
    closes: int
    fixes: tuple[str, ...]
    source: str

    def anchors(self) -> Iterator[tuple[frozenset[str], int]]:
        """Sets of words one of which must be there, each with how many tokens after the first one they stand."""
        offset = 0
        for element in self.elements:
            if element.words and element.at_least == 1:
                yield element.words, offset
            if element.at_least != element.at_most:
                return
            offset += element.at_most

    def match(self, tokens: tuple[Token, ...], at: int) -> Found | None:
        """The first way the pattern fits with its first token ``at``."""
        for parts in self._ways(tokens, at, 0):
            first = parts[self.opens][0]
            last = parts[self.closes - 1][1]
            consuming = tuple(p for p, e in zip(parts, self.elements, strict=True) if not e.look)
            return Found(first, last, consuming)
        return None

    def _ways(self, tokens: tuple[Token, ...], at: int, number: int) -> Iterator[tuple[tuple[int, int], ...]]:
        if number == len(self.elements):
            yield ()
            return
        element = self.elements[number]
        if element.look:
            if _looks(element, tokens, at):
                for rest in self._ways(tokens, at, number + 1):
                    yield ((at, at), *rest)
            return
        length = 0
        while True:
            if length >= element.at_least:
                for rest in self._ways(tokens, at + length, number + 1):
                    yield ((at, at + length), *rest)
            if (
                length == element.at_most
                or at + length >= len(tokens)
                or not element.test(tokens[at + length])
            ):
                return
            length += 1


def _looks(element: Element, tokens: tuple[Token, ...], at: int) -> bool:
    if element.look == "start":
        return sentence_start(tokens, at)
    if element.look == "end":
        return sentence_end(tokens, at)
    place = at if element.look == "ahead" else at - 1
    wanted = element.at_least == 1
    if not 0 <= place < len(tokens):
        return not wanted
    return element.test(tokens[place]) == wanted


def each_way(source: str) -> tuple[str, ...]:
    """``source`` itself, or twice where one of its elements is ``$|x``: the sentence ends there, or goes on with x."""
    match = _ENDS_OR.search(source.partition("=>")[0])
    if match is None:
        return (source,)
    return tuple(source[: match.start()] + way + source[match.end() :] for way in ("$", match.group(1)))


def compile_pattern(source: str, *, sets: Sets, lexicon: Lexicon) -> Pattern:
    """``source`` ("elements => fixes") ready to match; ValueError names what cannot be read."""
    left, arrow, right = source.partition("=>")
    opens = closes = -1
    elements: list[Element] = []
    for word in left.split():
        if word == "[":
            opens = len(elements)
        elif word == "]":
            closes = len(elements)
        else:
            begun = any(not element.look for element in elements)
            elements.append(_element(word, begun=begun, sets=sets, lexicon=lexicon))
    if not arrow or opens < 0 or closes <= opens:
        raise ValueError(f"no marked words or no fix in {source!r}")
    fixes = tuple(fix.strip() for fix in right.split(" // "))
    return Pattern(tuple(elements), opens, closes, fixes, source)


def _element(word: str, *, begun: bool, sets: Sets, lexicon: Lexicon) -> Element:
    if word in {"^", "$"}:
        return Element(_any_word, at_least=0, at_most=0, look="start" if word == "^" else "end")
    if word[0] in "!=" and len(word) > 1:
        test, _ = _test(word[1:], sets=sets, lexicon=lexicon)
        return Element(test, at_least=int(word[0] == "="), at_most=0, look="ahead" if begun else "behind")
    if word[0] == "*" and word[1:].isdigit():
        return Element(_any_word, at_least=0, at_most=int(word[1:]))
    optional = word.endswith("?") and len(word) > 1
    test, words = _test(word.removesuffix("?") if optional else word, sets=sets, lexicon=lexicon)
    return Element(test, words, at_least=0 if optional else 1)


def _any_word(token: Token) -> bool:
    return token.kind in {Kind.WORD, Kind.NUMBER}


def _test(word: str, *, sets: Sets, lexicon: Lexicon) -> tuple[Test, frozenset[str]]:
    if match := _CLASS.match(word):
        wanted, unwanted, less = match.groups()
        return _class_test(wanted, unwanted or "", _words(less or "", sets), lexicon), frozenset()
    if word.startswith('"') and word.endswith('"') and len(word) > 2:
        exact = frozenset(word.strip('"').split("|"))
        return (lambda token: token.text in exact), frozenset(part.lower() for part in exact)
    if "<" in word:
        return _any_of(word.split("|"), sets=sets, lexicon=lexicon), frozenset()
    words = _words(word, sets)
    return (lambda token: token.low in words), words


def _any_of(parts: list[str], *, sets: Sets, lexicon: Lexicon) -> Test:
    tests = [_test(part, sets=sets, lexicon=lexicon)[0] for part in parts]
    return lambda token: any(test(token) for test in tests)


def _words(listed: str, sets: Sets) -> frozenset[str]:
    """``a|@set-b`` as the words it stands for (a hyphen inside a word is written ``_-``)."""
    kept, _, less = listed.partition("-@") if "-@" in listed else _split_minus(listed)
    found: set[str] = set()
    for part in kept.split("|"):
        found |= sets[part[1:]] if part.startswith("@") else {part} - {""}
    if less:
        found -= _words(f"@{less}" if "-@" in listed else less, sets)
    return frozenset(found)


def _split_minus(listed: str) -> tuple[str, str, str]:
    head, sep, tail = listed.partition("-") if listed.startswith("@") else (listed, "", "")
    return head, sep, tail


def _class_test(wanted: str, unwanted: str, less: frozenset[str], lexicon: Lexicon) -> Test:
    yes, no = _letters(wanted), _letters(unwanted)

    def test(token: Token) -> bool:
        if token.low in less:
            return False
        have = _have(token, lexicon)
        return bool(have & yes) and not have & no

    return test


def _letters(letters: str) -> frozenset[str]:
    return frozenset(letters.replace("V", "BSDPG"))


def _have(token: Token, lexicon: Lexicon) -> frozenset[str]:
    if token.kind is Kind.NUMBER:
        return frozenset("#")
    if token.kind is not Kind.WORD:
        return frozenset()
    have = lexicon.can_be(token.low)
    extra = "X" if have or lexicon.known(token.low) else "XU"
    return have | frozenset(extra + "C" if token.capital else extra)


def fixes_for(
    pattern: Pattern, found: Found, tokens: tuple[Token, ...], text: str, lexicon: Lexicon
) -> tuple[str, ...]:
    """The fixes of ``pattern`` filled from ``text``; a form the lists do not know drops its fix."""

    def filled(match: re.Match[str]) -> str:
        first, last = found.parts[int(match.group(1)) - 1]
        if first == last:
            return ""
        raw = text[tokens[first].start : tokens[last - 1].end]
        if not match.group(2):
            return raw
        return lexicon.form(raw.lower(), match.group(2)) or "\0"

    fixes = (" ".join(_WITH_FORM.sub(filled, fix).split()) for fix in pattern.fixes)
    return tuple(_cased(fix, tokens, found) for fix in fixes if "\0" not in fix)


def _cased(fix: str, tokens: tuple[Token, ...], found: Found) -> str:
    """``fix`` with the capitals the marked words had."""
    token = tokens[found.first]
    if len(token.text) > 3 and token.text.isupper():
        return fix.upper()
    if token.capital and not fix.startswith(token.text) and sentence_start(tokens, found.first):
        fix = fix.replace(f" {token.text}", f" {token.low}")
    return fix[:1].upper() + fix[1:] if token.capital and token.low != "i" else fix
