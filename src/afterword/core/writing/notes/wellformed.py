"""A last look at the words of an idea: whether each can be read as good English where a letter will put it."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from afterword.core.writing.notes.finite import PLURAL_MODIFIERS
from afterword.core.writing.notes.grammar import Grammar
from afterword.core.writing.notes.relative import relative_place
from afterword.core.writing.notes.tokens import tokens
from afterword.core.writing.words.lexicon import CasedSort, cased, forms_of, trade_words, verbs
from afterword.core.writing.words.tagger import Pos, can_be, tagged

_OPEN = {
    Pos.NOUN: "N", Pos.NOUNS: "S", Pos.BASE: "V", Pos.PRESENT_S: "Z", Pos.PAST: "D", Pos.PARTICIPLE: "X",
    Pos.ING: "G", Pos.MORE: "J", Pos.ADVERB: "R",
}  # fmt: skip
NOUNS, ACTS = {"N", "S", "NC"}, {"V", "Z", "VT", "ZT"}
_PRESENT = {Pos.BASE, Pos.PRESENT, Pos.PRESENT_S}
_ROMAN = re.compile(r"[IVX]+")
_QUOTED = re.compile(r'"[^"]*"')
_OWNERS = re.compile(r"s' ")
_MONEY = re.compile(r"[$€£]\d[\d.,]*[a-zA-Z]*")
_FOUR = re.compile(r"\d{4}")
_FIGURE = re.compile(r"\d[\d.,/:-]*(?:[kKmMbB]|[ap]m)?")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


@lru_cache(maxsize=1)
def _grammar() -> Grammar:
    return Grammar(files(__package__).joinpath("grammar.txt").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("wellformed.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def _odd(rule: str) -> tuple["re.Pattern[str]", ...]:
    """What no grammar sees: words that could stand so, but hardly ever do."""
    more = _table()["odd_topic"] if rule == "topic" else {}
    return tuple(re.compile(pattern, re.I) for pattern in (_table()["odd"] | more).values())


@lru_cache(maxsize=8)
def _listed(name: str) -> dict[str, frozenset[str]]:
    """The classes of the words of one table: closed, also, only, counted or none."""
    found: dict[str, set[str]] = {}
    for kind, words in _table()[name].items():
        for word in words.split():
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@lru_cache(maxsize=3)
def _forms(table: str) -> frozenset[str]:
    """All forms of the verbs of one list: "objects" say nothing without an object, "givers" may have two."""
    found: set[str] = set()
    for base in _table()[table]["verbs"].split():
        verb = verbs().get(base)
        found |= (
            {verb.base, verb.s, verb.past, verb.participle, verb.ing}
            if verb
            else {base, base + "s", base + "ed", base + "ing"}
        )
    return frozenset(found)


@lru_cache(maxsize=8192)
def classes_of(word: str) -> frozenset[str]:
    """What a word can be in the grammar; empty when it may stand in no letter."""
    small = word.lower()
    if small in _listed("none") or not any(letter.isalnum() for letter in word):
        return frozenset()
    more = _listed("also").get(small, frozenset())
    if word in {"US", "IT"}:
        return frozenset({"NAME"})
    if small in _listed("closed"):
        named = word[0].isupper() and small in _PERIOD_NAMES
        return _marked(small, _listed("closed")[small] | more | (_names(word) if named else frozenset()))
    if (figure := _figure(word)) is not None:
        return figure
    if word[0].isupper() and cased().get(small, ("", None))[1] is CasedSort.PLACES:
        return frozenset({"NAME"})
    if word.endswith("'s") and len(word) > 2:
        return frozenset({"GEN"})
    found = _marked(small, more | (_listed("only").get(small) or _open(small)) | _names(word))
    return found - {"NC"} if "NAME" in found else found


_PERIOD_NAMES = frozenset({"march", "may"})


def _figure(word: str) -> frozenset[str] | None:
    if _MONEY.fullmatch(word):
        return frozenset({"MONEY", "NUM"})
    if word.endswith("%") and word[:1].isdigit():
        return frozenset({"PCT", "HYPHEN"})
    if _ORDINAL.fullmatch(word):
        return frozenset({"ORDINAL", "ORD"})
    if "/" in word and word[0].isdigit():
        return frozenset({"FRACTION"})
    if _FOUR.fullmatch(word):
        return frozenset({"NUM", "HYPHEN"})
    if _FIGURE.fullmatch(word):
        return frozenset({"NUM", "HYPHEN"} if word[-1] == "m" else {"NUM"})
    if word[0].isdigit():
        return frozenset({"HYPHEN", "S", "N"} if word[-1] == "s" else {"HYPHEN", "N"})
    return None


def _open(small: str) -> frozenset[str]:
    can = can_be(small)
    if can:
        found = {_OPEN[pos] for pos in can if pos in _OPEN}
        if "G" in found:
            found = found - {"N"} | {"GN"}
        if "X" in found and small not in _NOT_BEFORE:
            found.add("XM")
        return frozenset(found - {"N"} if "S" in found else found)
    if small.startswith(("per-", "non-", "pre-", "multi-")):
        return frozenset({"HYPHEN"})
    if "-" in small:
        return frozenset({"HYPHEN", "N"}) | _open(small.rsplit("-", 1)[-1])
    plural = {"S"} if small.endswith("s") and not small.endswith("ss") else {"N"}
    ending = {"G", "GN"} if small.endswith("ing") else {"X", "D", "XM"} if small.endswith("ed") else set()
    return frozenset(plural | ending)


def _names(word: str) -> frozenset[str]:
    if not any(letter.isupper() for letter in word):
        return frozenset()
    return frozenset({"NAME", "ROMAN"} if _ROMAN.fullmatch(word) else {"NAME"})


#: Participles that stand before no noun.
_NOT_BEFORE = {
    "come",
    "become",
    "gone",
    "been",
    "had",
    "got",
    "let",
    "put",
    "said",
    "told",
    "met",
    "begun",
    "run",
}
_NEEDING = {"V": "VT", "Z": "ZT", "D": "DT", "G": "GT"}


def _marked(small: str, classes: frozenset[str]) -> frozenset[str]:
    """The classes, with verbs that need an object set apart, and plural modifiers and words of the trade marked."""
    more = {"PLM"} if small in PLURAL_MODIFIERS else set()
    if small in _forms("givers"):
        more.add("GIVE")
    if small in _forms("sayers"):
        more.add("SAY")
    if "J" in classes and small in trade_words():
        more.add("TRADE")
    if small.endswith("est") or small in {"worst", "best"}:
        more.add("MOST")
    if "N" in classes and small in _listed("counted"):
        classes = classes - {"N"} | {"NC"}
    if small in _forms("objects"):
        classes = frozenset(_NEEDING.get(name, name) for name in classes)
    return classes | more


@lru_cache(maxsize=4096)
def reads_as(rule: str, text: str) -> bool:
    """Whether the text can be read by a rule of grammar.txt: topic, said, wish, asked, thanks, promised."""
    words = tuple(tokens(_OWNERS.sub("s's ", _QUOTED.sub("Quote", text))))
    if not words or _repeats(words) or any(odd.search(text) for odd in _odd(rule)):
        return False
    classes = [_in_place(words, index) for index in range(len(words))]
    return _read(rule, words, classes) or _read(rule, words, _with_gap(words, classes))


def _read(rule: str, words: tuple[str, ...], classes: list[frozenset[str]]) -> bool:
    return bool(classes) and _grammar().reads(rule, zip((w.lower() for w in words), classes, strict=True))


def _with_gap(words: tuple[str, ...], classes: list[frozenset[str]]) -> list[frozenset[str]]:
    """The classes with the words marked where a describing clause without "that" may begin, [] when there are none."""
    starts = {
        index
        for index in range(1, len(words))
        if classes[index] & {"I", "YOU", "THE"} and classes[index - 1] & NOUNS
    }
    place = relative_place(words)
    if place is not None and "GN" not in classes[place - 1]:
        starts.add(place)
    return [kinds | {"GAP"} if i in starts else kinds for i, kinds in enumerate(classes)] if starts else []


#: Behind these and a noun, a word in -s is its verb: "a supplier shouts".
_ONE = {"a", "an", "each", "every", "one"}


def _in_place(words: tuple[str, ...], index: int) -> frozenset[str]:
    """What a word can be where it stands: a noun no table of verbs holds is a verb only when the tagger says so."""
    found = classes_of(words[index])
    if found & NOUNS and found & ACTS:
        opened = index == 1 and classes_of(words[0]) >= {"S", "Z"}
        of_one = index > 1 and words[index - 2].lower() in _ONE and "Z" in found
        if (opened or not (of_one or _a_verb(words[index].lower()))) and tagged(words)[index] not in _PRESENT:
            found -= ACTS
    return found


def _a_verb(small: str) -> bool:
    return bool(forms_of(small)) or bool(_listed("also").get(small, frozenset()) & ACTS)


def _repeats(words: tuple[str, ...]) -> bool:
    """The same two words twice in a row."""
    small = [word.lower() for word in words]
    return any(small[i : i + 2] == small[i + 2 : i + 4] for i in range(len(small) - 3)) or any(
        small[i] == small[i + 1] for i in range(len(small) - 1) if small[i].isalpha()
    )
