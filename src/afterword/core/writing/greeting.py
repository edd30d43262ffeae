"""How a letter addresses a person and how it is signed: the record first, then care, never a guess."""

import re

from afterword.core.facts import Candidate, Person
from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.words.lexicon import table

_TITLE = re.compile(
    r"^(Dr|Prof|Professor|Rev|Reverend|Rabbi|Pastor|Father|Imam|Judge|Capt|Captain|Col|Colonel|Major|Sgt|Sir|Dame|Lord|Lady)\.?$",
    re.I,
)
#: Written before a name, never in a salutation.
_HONORIFIC = re.compile(r"^(Mr|Mrs|Ms|Miss|Mx|M|Mme|Herr|Frau|Señor|Señora|Hon|Honou?rable|The)\.?$", re.I)
#: Knights and dames are addressed by the first name: Sir Anthony.
_WITH_FIRST_NAME = re.compile(r"^(Sir|Dame)$", re.I)
_NICKNAME = re.compile(r"[\"“‘'(]([^\W\d_][\w-]+)[\"”’')](?=\s|$)")
_QUOTED = re.compile(r"\(.*?\)|(?:(?<=\s)|^)[\"“‘'][^\"“”‘’']{2,}[\"”’'](?=\s|$)")
_NO_NICKNAME = frozenset({"she", "he", "they", "the", "a", "an"})
_POST_NOMINALS = word_set("post_nominals")
_PARTICLES = word_set("particles")


def _names(kind: str) -> frozenset[str]:
    return frozenset(
        w for line in table("names.txt") if line.startswith(kind + " ") for w in line.split()[1:]
    )


def greeting_name(person: Person, *, noted: str = "") -> str:
    """The name after "Dear": the record's own, what they asked to be called, or worked out from the full name."""
    if person.greeting.strip():
        return person.greeting.strip()
    title, words = _parts(person.name)
    if noted and not title:
        return noted
    if nickname := _nickname(person.name):
        return nickname
    if not words:
        return person.name.strip()
    if title and _WITH_FIRST_NAME.match(title):
        return f"{title} {words[0]}"
    if title:
        return _titled(title, words)
    return " ".join(_given(words, person.email))


def _parts(name: str) -> tuple[str, list[str]]:
    bare = re.sub(r"\(.*?\)|[\"“”‘’'][^\"“”‘’']{2,}[\"“”‘’'](?=\s|$)", " ", name.split(",")[0])
    words = [
        w
        for w in bare.split()
        if w.lower().strip(".") not in _POST_NOMINALS
        or not (w.isupper() or w.lower().strip(".") in {"jr", "sr", "phd"})
    ]
    title = ""
    while words and (_TITLE.match(words[0]) or _HONORIFIC.match(words[0])):
        if _TITLE.match(words[0]) and not title:
            title = words[0]
        words = words[1:]
    return title, words


def _nickname(name: str) -> str:
    match = _NICKNAME.search(name)
    return match[1] if match and match[1][:1].isupper() and match[1].lower() not in _NO_NICKNAME else ""


def without_nickname(name: str) -> str:
    """A full name without what stands in quotation marks or brackets in it: "Robert Lee" of 'Robert "Bob" Lee'."""
    return " ".join(_QUOTED.sub(" ", name).split())


def _titled(title: str, words: list[str]) -> str:
    """ "Dr. García Márquez" when the surname is certain, else the title with the full name."""
    if len(words) < 2:
        return f"{title} {' '.join(words)}"
    if len(words) == 2 and not _family_first(words):
        return f"{title} {words[-1]}"
    particle = next((i for i, w in enumerate(words) if i and folded(w) in _PARTICLES), None)
    if particle is not None:
        return f"{title} {' '.join(words[particle:])}"
    if len(words) == 4 and folded(words[-2]) in _names("surname"):
        return f"{title} {' '.join(words[-2:])}"
    return f"{title} {' '.join(words)}"


def _family_first(words: list[str]) -> bool:
    return folded(words[0]) in _names("family")


def _given(words: list[str], email: str) -> list[str]:
    """The given name or names; the full name whenever it is not certain where the surname begins."""
    if len(words) < 2:
        return words
    if _family_first(words) and not (len(words) == 2 and _mail_surname(words, email) == 1):
        return words
    if len(words) == 2:
        return words[:1]
    middle = words[1]
    if re.fullmatch(r"\w\.?", middle) or folded(middle) in _PARTICLES or folded(middle) in _names("surname"):
        return words[:1] if len(words[0].strip(".")) > 1 else words
    if len(words[0].strip(".")) == 1:
        return words
    if folded(words[0]) in _names("double") and folded(middle) in _names("second"):
        return words[:2]
    start = _mail_surname(words, email)
    return words[:start] if start == 1 or (start == 2 and len(words) > 3) else words


def _mail_surname(words: list[str], email: str) -> int:
    """Where the surname begins according to the address ("msweeney@" -> Sweeney), 0 when it does not tell."""
    local = re.sub(r"[^a-z]", "", folded(email.split("@")[0]))
    for index in range(1, len(words)):
        surname = re.sub(r"[^a-z]", "", folded("".join(words[index:])))
        last = re.sub(r"[^a-z]", "", folded(words[index]))
        initial = folded(words[0])[:1]
        if len(last) > 2 and (
            local in {initial + surname, initial + last} or local == folded(words[0]) + last
        ):
            return index
    return 0


def is_titled(name: str) -> bool:
    """Whether a greeting name begins with a title, so that only "Dear" goes before it."""
    return bool(_TITLE.match(name.split(" ")[0])) and " " in name


def signature(candidate: Candidate) -> str:
    """The candidate's name without what follows it."""
    name = candidate.name.split(",")[0].strip()
    words = name.split()
    while len(words) > 2 and words[-1].isupper() and words[-1].lower().strip(".") in _POST_NOMINALS:
        words = words[:-1]
    return " ".join(words)
