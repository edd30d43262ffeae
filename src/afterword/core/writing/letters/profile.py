"""What the candidate can put beside a need: results told as "At {employer} I …", and strengths."""

import re
from dataclasses import dataclass

from afterword.core.facts import Candidate
from afterword.core.writing.notes.concepts import concepts_of
from afterword.core.writing.notes.phrases import is_plural
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import tokens
from afterword.core.writing.words.lexicon import Tag, cased, known, verb_as

_OWN_FIRM = re.compile(
    r"^(freelance|self[- ]employed|independent|contract(or)?|consult(ant|ing)$|own (practice|business)|temp(orary)?\b|various)",
    re.I,
)
_ADJECTIVES = word_set("trait_adjectives")


@dataclass(frozen=True, slots=True)
class Proof:
    """One result or strength of the profile. ``did`` follows "I", ``strength`` is a noun phrase; one of them is set.

    ``more`` holds further sources where one sentence tells two strengths. ``emp`` is where, ``as_`` in what capacity ("as a freelance bookkeeper"); neither is
    set where ``did`` says it itself.
    """

    source: str
    did: str = ""
    emp: str = ""
    as_: str = ""
    strength: str = ""
    plural: bool = False
    concepts: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


def proofs(candidate: Candidate) -> tuple[Proof, ...]:
    """Everything in the profile that can be told safely, results first."""
    emp, as_ = _employer(candidate)
    found = [
        Proof(
            source=a,
            did=did,
            emp="" if _names_place(did) else emp,
            as_="" if _names_place(did) else as_,
            concepts=concepts_of(a),
        )
        for a in candidate.achievements
        if (did := did_of(a))
    ]
    found += [p for s in candidate.strengths if (p := _strength(s))]
    return tuple(found)


def together(strengths: list[Proof]) -> Proof | None:
    """The first two strengths as one: "treaty accounts and bordereaux checks"; the only one as it is."""
    if len(strengths) < 2:
        return strengths[0] if strengths else None
    one, two = strengths[:2]
    return Proof(
        source=one.source,
        strength=f"{one.strength} and {two.strength}",
        plural=True,
        concepts=(*one.concepts, *two.concepts),
        more=(two.source,),
    )


def _employer(candidate: Candidate) -> tuple[str, str]:
    """The one employer a result can be told of, or "as a freelance bookkeeper"; neither when there are several."""
    if len(candidate.employers) != 1:
        return "", ""
    name = (candidate.employers[0].organisation or candidate.employers[0].title).strip()
    if _OWN_FIRM.match(name):
        article = "an" if name[:1].lower() in "aeiou" else "a"
        return "", f"as {article} {name[:1].lower()}{name[1:]}" if " " in name else ""
    return name, ""


def _names_place(did: str) -> bool:
    return bool(re.search(r"\b(at|for) [A-Z]", did))


def did_of(achievement: str) -> str:
    """An achievement as what follows "I": "Cut the forecast …" -> "cut the forecast …"; "" when it has no verb."""
    text = re.sub(r"\s+", " ", achievement).strip(" .;,-")
    text = re.sub(r"^(?:I|i)\s+(?=\w)", "", text)
    words = text.split(" ")
    if len(words) < 3 or len(words) > 22 or re.search(r"[;:!?()\n]|\.\s", text):
        return ""
    first = words[0].lower()
    if first in {"successfully", "personally", "single-handedly"}:
        words = words[1:]
        first = words[0].lower()
    if verb_as(first, Tag.PAST):
        return " ".join([first, *words[1:]])
    verb = verb_as(first, Tag.BASE)
    if verb and not verb.nounlike:
        return " ".join([verb.past, *words[1:]])
    if first.endswith("ed") and len(first) > 4:
        return " ".join([first, *words[1:]])
    return ""


def _strength(strength: str) -> Proof | None:
    text = re.sub(r"\s+", " ", strength).strip(" .;,")
    words = text.split(" ")
    if (
        not text
        or len(words) > 7
        or (words[0].lower() in _ADJECTIVES and len(words) < 3)
        or words[0].lower()
        in {"calm", "fluent", "able", "good", "excellent", "proficient", "skilled", "experienced", "strong"}
    ):
        return None
    if re.search(r"[;:!?()\n]", text):
        return None
    spoken = (
        text
        if (len(words[0]) > 1 and any(c.isupper() or c.isdigit() for c in words[0][1:])) or _name(words[0])
        else text[:1].lower() + text[1:]
    )
    return Proof(
        source=strength, strength=spoken, plural=is_plural(tokens(spoken)), concepts=concepts_of(text)
    )


def _name(word: str) -> bool:
    """Whether a capital belongs to the word: a product, or a word English does not know in small letters."""
    return cased().get(word.lower(), ("",))[0] == word or not known(word.lower())
