"""Subjects of finance work (concepts.toml): which ones a text touches, how near two are, and what can be said of one.

A letter may speak of a subject in the bank's words only when the reader's own notes touch it.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"[\w&/']+")
_LONGEST = 4  # words of the longest key
_SHARED, _KIN = 3, 1


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject: ``work`` are -ing phrases, to be used where one of the ``clear`` keys stands; ``kin`` near subjects.

    A ``broad`` subject is too wide to tie two things together by itself.
    """

    name: str
    keys: tuple[str, ...]
    clear: tuple[str, ...]
    work: tuple[str, ...]
    kin: frozenset[str]
    broad: bool


@lru_cache(maxsize=1)
def subjects() -> dict[str, Subject]:
    """Every subject by its name."""
    table = tomllib.loads(files(__package__).joinpath("concepts.toml").read_text(encoding="utf-8"))
    return {
        name: Subject(
            name=name,
            keys=_listed(entry["keys"]),
            clear=_listed(entry["clear"]) if "clear" in entry else (),
            work=tuple(entry.get("work", ())),
            kin=frozenset(_listed(entry["kin"])),
            broad=bool(entry.get("broad", False)),
        )
        for name, entry in table.items()
    }


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


@lru_cache(maxsize=1)
def _by_key() -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for subject in subjects().values():
        for key in subject.keys:
            names = found.setdefault(tuple(_words(key)), [])
            if subject.name not in names:
                names.append(subject.name)
    return {key: tuple(names) for key, names in found.items()}


def _words(text: str) -> list[str]:
    return [_singular(w) for w in _WORD.findall(text.lower().replace("-", " ").replace("’", "'"))]


def _singular(word: str) -> str:
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )


@lru_cache(maxsize=4096)
def touched(text: str) -> tuple[tuple[str, int], ...]:
    """The subjects a text touches, each with the words of the longest key found, in the order found.

    The longest key wins its words: "online returns" is no tax return.
    """
    words, keys = _words(text), _by_key()
    found: dict[str, int] = {}
    at = 0
    while at < len(words):
        size = next(
            (n for n in range(min(_LONGEST, len(words) - at), 0, -1) if tuple(words[at : at + n]) in keys), 0
        )
        for name in keys.get(tuple(words[at : at + size]), ()) if size else ():
            found[name] = max(size, found.get(name, 0))
        at += size or 1
    return tuple(found.items())


def keys_in(text: str) -> tuple[tuple[str, ...], ...]:
    """The keys found in a text, in the words of the text, lower case, in the order found."""
    said = _WORD.findall(text.lower().replace("-", " ").replace("’", "'"))
    words, keys = _words(text), _by_key()
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(words):
        size = next(
            (n for n in range(min(_LONGEST, len(words) - at), 0, -1) if tuple(words[at : at + n]) in keys), 0
        )
        found += [tuple(said[at : at + size])] if size else []
        at += size or 1
    return tuple(found)


def concepts_of(text: str) -> tuple[str, ...]:
    """The names of the subjects a text touches, sorted."""
    return tuple(sorted({name for name, _ in touched(text)}))


def main_subject(*texts: str) -> Subject | None:
    """The subject that is meant most clearly by the first text that means one: no broad one, the longest key first."""
    for text in texts:
        clear = [(size, name) for name, size in touched(text) if not subjects()[name].broad]
        if clear:
            longest = max(size for size, _ in clear)
            return subjects()[next(name for size, name in clear if size == longest)]
    return None


def nearness(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How near two sets of subjects are: 0 when they have nothing to do with each other, 3 for each subject shared."""
    score = 0
    for name in set(one) & set(other):
        score += _KIN if _broad(name) else _SHARED
    if not score:
        score = _KIN * any(_are_kin(a, b) for a in one for b in other)
    return score


def related(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether something known of one set of subjects is an answer to a need in the other."""
    shared = {name for name in set(one) & set(other) if not _broad(name)}
    return bool(shared)


def akin(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two sets of subjects are the same or neighbours."""
    return related(one, other) or any(_are_kin(a, b) for a in one for b in other)


def _are_kin(one: str, other: str) -> bool:
    table = subjects()
    if one not in table or other not in table or _broad(one) or _broad(other):
        return False
    return other in table[one].kin or one in table[other].kin


def _broad(name: str) -> bool:
    return name in subjects() and subjects()[name].broad


def work_in(phrase: str) -> str:
    """The work a phrase speaks of beyond doubt, as an -ing phrase; "" when no clear key stands in it."""
    words = f" {' '.join(_words(phrase))} "
    for subject in subjects().values():
        if subject.work and any(f" {' '.join(_words(key))} " in words for key in subject.clear):
            return subject.work[0]
    return ""


def said_of(concepts: tuple[str, ...]) -> tuple[str, ...]:
    """Everything the bank may say of these subjects; what a gate can take as known once the notes touch them."""
    return tuple(text for name in concepts if name in subjects() for text in subjects()[name].work)
