"""Finite clauses: where the verb is, what its subject is, and the clause turned to the second person."""

from dataclasses import dataclass

from afterword.core.writing.notes.person import FINITE, second_person_verb, shifted
from afterword.core.writing.notes.phrases import (
    ADVERBS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    head_index,
    is_number,
    loose_end,
    plausible_noun_phrase,
    plural_noun,
    with_article,
)  # fmt: skip
from afterword.core.writing.notes.scene import Scene
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import is_word, lowered
from afterword.core.writing.words.lexicon import Tag, Verb, forms_of, verb_as

#: Verbs whose past form after a noun is the verb of a clause, not a modifier ("auditors changed").
_STAND_ALONE = word_set("stand_alone_verbs")
_USUAL = word_set("usual_verbs")
_FOLLOWS_VERB = DETERMINERS | PREPOSITIONS | ADVERBS | {"it", "them", "weekly", "monthly", "daily", "quarterly", "yearly", "well", "slowly", "fast", "late", "early", "people", "everyone", "better", "again"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite clause found in tokens: everything before the verb, the verb, everything after."""

    subject: tuple[str, ...]
    adverbs: tuple[str, ...]
    verb: str
    rest: tuple[str, ...]

    @property
    def base(self) -> str:
        """The base form of the verb, or the word itself for an auxiliary."""
        found = verb_as(self.verb, Tag.S, Tag.PAST, Tag.BASE)
        return found.base if found else self.verb.lower()


def find_clause(parts: list[str]) -> Clause | None:
    """The clause in a chunk with an explicit subject, or None."""
    index = _strong_verb(parts)
    if index is None:
        index = _weak_verb(parts)
    if index is None:
        return None
    start = index
    while start > 1 and parts[start - 1].lower() in ADVERBS:
        start -= 1
    return Clause(tuple(parts[:start]), tuple(parts[start:index]), parts[index], tuple(parts[index + 1 :]))


def _strong_verb(parts: list[str]) -> int | None:
    in_relative = False
    for index, part in enumerate(parts):
        small = part.lower()
        if index == 0:
            continue
        if small in RELATIVES:
            in_relative = True
            continue
        if small in FINITE or _clearly_finite(parts, index):
            if not in_relative:
                return index
            in_relative = False
    return None


def _clearly_finite(parts: list[str], index: int) -> bool:
    before = parts[index - 1].lower()
    if before in DETERMINERS | PREPOSITIONS and before not in {"all", "both", "this", "that", "each", "one"}:
        return False
    after = parts[index + 1].lower() if index + 1 < len(parts) else ""
    return any(_finite_reading(verb, tag, after) for verb, tag in forms_of(parts[index]))


def _finite_reading(verb: Verb, tag: Tag, after: str) -> bool:
    if tag is Tag.S:
        return not verb.nounlike
    if tag is not Tag.PAST or verb.past == verb.base:
        return False
    return (
        verb.past != verb.participle
        or verb.base in _STAND_ALONE
        or (bool(after) and after not in PREPOSITIONS | {"last", "next"})
    )


def _weak_verb(parts: list[str]) -> int | None:
    for index in range(1, len(parts)):
        before, part = parts[index - 1].lower(), parts[index]
        after = parts[index + 1].lower() if index + 1 < len(parts) else ""
        if before in PREPOSITIONS | DETERMINERS or part.lower() in RELATIVES:
            if part.lower() in RELATIVES:
                return None
            continue
        if _weak_reading(parts, index, before, after):
            return index
    return None


def _weak_reading(parts: list[str], index: int, before: str, after: str) -> bool:
    noun = parts[index - 2] if before in ADVERBS and index > 1 else parts[index - 1]
    pronoun = noun.lower() in {"they", "we", "you", "i", "people", "everyone"}
    follows = after in _FOLLOWS_VERB or is_number(after) or (after[:1].isupper())
    for verb, tag in forms_of(parts[index]):
        if tag is Tag.S and not plural_noun(noun) and (follows or before in ADVERBS) and verb.base in _USUAL:
            return True
        if tag in {Tag.BASE, Tag.PAST} and (
            pronoun
            or (
                plural_noun(noun)
                and (not verb.nounlike or before in ADVERBS or (follows and verb.base in _USUAL))
            )
        ):
            return True
    return False


def agrees_with_you(rest: list[str]) -> list[str]:
    """Verbs joined by "and" or a comma to a verb of "you", in the form "you" takes."""
    found: list[str] = []
    for index, part in enumerate(rest):
        before = rest[index - 1].lower() if index else ""
        before_that = rest[index - 2].lower() if index > 1 else ""
        joined_on = before in {"and", "but", "then", ","} or (
            before in ADVERBS and before_that in {"and", "but", ","}
        )
        found.append(second_person_verb(part) if joined_on and part == part.lower() else part)
    return found


def spoken_clause(clause: Clause, scene: Scene, *, subject: list[str]) -> list[str] | None:
    """The whole clause for ``subject`` (already shifted), or None when any part stays unsure."""
    rest = shifted(list(clause.rest), scene, own=subject == ["you"])
    adverbs = [
        a
        for a in clause.adverbs
        if a.lower() not in {"also", "actually", "basically", "really", "just", "personally"}
    ]
    if rest is None or (rest and loose_end(rest)) or _third_person(rest):
        return None
    if subject == ["you"]:
        return ["you", *adverbs, second_person_verb(clause.verb), *agrees_with_you(rest)]
    return [*subject, *adverbs, clause.verb.lower() if clause.verb.isupper() else clause.verb, *rest]


def _third_person(parts: list[str]) -> bool:
    return any(p in {"he", "she", "him", "her", "his", "hers", "it"} for p in lowered(parts))


def noun_subject(clause: Clause, scene: Scene) -> list[str] | None:
    """The subject as a noun phrase with its article, or None when it is none."""
    raw = [p for p in clause.subject if is_word(p) or p in {'"', "(", ")"}]
    subject = shifted(raw, scene)
    if not subject or len(subject) > 9 or not plausible_noun_phrase(subject):
        return None
    if lowered(subject)[-1] in {"it", "this", "that", "which", "who"} or subject[
        head_index(subject)
    ].lower() in {"it", "he", "she"}:
        return None
    return with_article(subject)
