"""People's names in running text, with the title and the address that stand beside them."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from afterword.core.reading.invitation.roles import is_role_word

_PARTICLE = r"(?:de|la|van|von|der|den|di|da|dos|del|bin|al|le|ter|ten|zu)"
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
#: Two to five words, the first and the last capitalised.
_NAME = re.compile(rf"(?<![\w@/.'’-]){_WORD}(?: (?:{_WORD}|{_PARTICLE})){{0,3}} {_WORD}(?![\w@])")
_EMAIL = re.compile(r"[^\s<>@:;,\"'()\[\]]{1,64}@[^\s<>@:;,\"'()\[\]]{1,255}")
_AFTER = re.compile(r"\s*(?:[(\[](?P<in>[^()\[\]@]+)[)\]]|(?:[,|–—:]|\s-|-\s)\s*(?P<after>[^,;|<(\[\n@–—]+))")
_PRONOUNS = re.compile(r"^\s*[(\[][a-z]+/[a-z/]+[)\]]", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:and|who|which|will|is|for|to)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:our|the|my|your)\s+(?P<title>[^,.;:\n]{2,60}?),?\s*$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name as written, with the title and the e-mail address said with it ("" where there is none)."""

    name: str
    title: str = ""
    email: str = ""


def names_in(text: str) -> Iterator[Named]:
    """Every name in a line or sentence, in order; words of roles, systems and agendas are no names."""
    matches = [found for found in _NAME.finditer(text) if _bare(found[0]) and not _explains(found, text)]
    for place, found in enumerate(matches):
        until = matches[place + 1].start() if place + 1 < len(matches) else len(text)
        after = text[found.end() : until]
        email = _EMAIL.search(after)
        yield Named(
            _bare(found[0]),
            _title(after, found[0], text[: found.start()]),
            email[0].rstrip(".").lower() if email else "",
        )


def _explains(found: re.Match[str], text: str) -> bool:
    """Whether words stand alone in the brackets behind a name: "Dana Wu (Group Reporting)"."""
    before = text[: found.start()]
    opened = before.endswith("(") and text[found.end() : found.end() + 1] == ")"
    return opened and any(
        one.end() == len(before[:-1].rstrip()) and _bare(one[0]) for one in _NAME.finditer(before)
    )


def is_given_name(word: str) -> bool:
    """Whether a word is a common given name; without it, two capitalised words may as well be a company."""
    return _folded(word) in _given_names()


def company_words() -> frozenset[str]:
    """Words companies end in, in lower case."""
    return _listed("companies")


@cache
def _given_names() -> frozenset[str]:
    text = files("afterword.core.reading.invitation").joinpath("given_names.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if line[:1] != "#" for word in line.split())


def is_title(said: str) -> bool:
    """Whether some words are what somebody is called at work, and little else."""
    words = re.findall(r"[^\W\d_][\w&'’.-]*", said)
    return 0 < len(words) <= 8 and any(is_role_word(word) for word in words)


def _bare(words: str) -> str:
    """The name without honorifics and titles around it; "" when nothing of two words is left."""
    parts = words.split()
    while parts and (_folded(parts[0]) in _listed("honorifics") or _no_name(parts[0])):
        del parts[0]
    while parts and is_role_word(parts[-1]) and len(parts) > 2:
        del parts[-1]
    if len(parts) < 2 or any(_no_name(part) for part in parts):
        return ""
    return " ".join(parts).rstrip(".")


def _no_name(word: str) -> bool:
    return _folded(word) in _listed("words") | _listed("companies") or is_role_word(word)


def _folded(word: str) -> str:
    return word.casefold().strip(".'’").removesuffix("'s").removesuffix("’s")


@cache
def _listed(kind: str) -> frozenset[str]:
    text = files("afterword.core.reading.invitation").joinpath("not_names.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)[kind])


def _title(after: str, words: str, before: str) -> str:
    """The title in brackets or behind a comma or dash, before the name, or in front of it."""
    if found := _AFTER.match(_PRONOUNS.sub("", after)):
        said = (found["in"] or found["after"]).strip(" .,")
        said = re.split(r"\s+[-–—]\s|\s*https?:", said)[0]
        said = re.sub(r"\s+(?:and|&)$|^(?:our|the|my|your|a|an)\s+", "", said)
        if is_title(said) and not _CLAUSE.match(said):
            return said
    if (found := _BEFORE.search(before)) and is_title(found["title"]):
        return found["title"].strip()
    leading = words[: words.find(_bare(words))].strip()
    return leading if is_title(leading) else ""
