"""Finite clauses: where the verb is, what its subject is, and the clause turned to the second person."""

from dataclasses import dataclass

from afterword.core.writing.notes.finite import SINCE, finite_place, may_be_verb
from afterword.core.writing.notes.listed import listed_places
from afterword.core.writing.notes.objects import as_object
from afterword.core.writing.notes.person import FINITE, second_person_verb, shifted, verb_for_you
from afterword.core.writing.notes.phrases import (
    ADVERBS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    head_index,
    is_number,
    joint_article,
    loose_end,
    plausible_noun_phrase,
    plural_noun,
)  # fmt: skip
from afterword.core.writing.notes.scene import Scene
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import is_word, lowered
from afterword.core.writing.notes.wholeness import whole
from afterword.core.writing.words.lexicon import Tag, Verb, forms_of, verb_as
from afterword.core.writing.words.tagger import Pos, can_be

#: Verbs whose past form after a noun is the verb of a clause, not a modifier ("auditors changed").
STAND_ALONE = word_set("stand_alone_verbs")
_KNOWN_PARTIES = word_set("known_parties")
_NOTHING = word_set("want_nothing")
_USUAL = word_set("usual_verbs")
_FOLLOWS_VERB = DETERMINERS | PREPOSITIONS | ADVERBS | {"it", "them", "everything", "nothing", "something", "weekly", "monthly", "daily", "quarterly", "yearly", "well", "slowly", "fast", "late", "early", "people", "everyone", "better", "again"}  # fmt: skip


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
    index = _verb_of_pronoun(parts)
    if index is None:
        found = finite_place(tuple(parts))
        index = _strong_verb(parts)
        if index is None or _joint_before(parts, index):
            weak = _weak_verb(parts[: _joint_before(parts, index) or len(parts)] if index else parts)
            index = weak if weak is not None and (found is not None or may_be_verb(parts, weak)) else index
        index = _agreed(parts, index, found)
    if index is None:
        return None
    start = index
    while start > 1 and parts[start - 1].lower() in ADVERBS | {"each"}:
        start -= 1
    return Clause(tuple(parts[:start]), tuple(parts[start:index]), parts[index], tuple(parts[index + 1 :]))


def _agreed(parts: list[str], listed: int | None, tagged: int | None) -> int | None:
    """One verb out of the one the word lists found and the one the tagger found.

    The first of them is the main verb, unless it may be a participle ("documents scanned last year are lost").
    """
    if listed is None or tagged is None or listed == tagged:
        return tagged if listed is None else listed
    first, second = sorted((listed, tagged))
    participle = verb_as(parts[first], Tag.PARTICIPLE) is not None
    return (
        second
        if participle and parts[second].lower() in FINITE and not _joint_before(parts, second)
        else first
    )


def _joint_before(parts: list[str], index: int | None) -> int:
    """Where "so", "because", "but" or "while" stands before a verb, 0 when none does."""
    small = lowered(parts[: index or 0])
    return next((i for i, p in enumerate(small) if i > 1 and p in {"so", "because", "but", "while"}), 0)


def _verb_of_pronoun(parts: list[str]) -> int | None:
    """The verb right after a pronoun subject, however noun-like it looks ("she bakes", "they still key")."""
    if parts[0].lower() not in _PRONOUN_SUBJECTS:
        return None
    for index in range(1, len(parts)):
        small = parts[index].lower()
        if small in FINITE or verb_as(small, Tag.S, Tag.PAST, Tag.BASE):
            return index
        if small not in ADVERBS:
            return index if index == 1 and _verb_unlisted(parts[0].lower(), small) else None
    return None


def _verb_unlisted(subject: str, word: str) -> bool:
    """ "she preps", "they pulp": no table of verbs holds it, but right behind a pronoun it is nothing else."""
    if subject in {"he", "she"}:
        return word.endswith("s")
    return subject in {"they", "we"} and Pos.BASE in can_be(word)


_PRONOUN_SUBJECTS = {"he", "she", "they", "we", "i", "you", "who"}


def _strong_verb(parts: list[str]) -> int | None:
    in_relative = False
    for index, part in enumerate(parts):
        small = part.lower()
        if index == 0:
            continue
        if small in RELATIVES:
            in_relative = True
            continue
        if (small in FINITE and part != "May") or _clearly_finite(parts, index):
            if not in_relative:
                return index
            in_relative = False
    return None


def _clearly_finite(parts: list[str], index: int) -> bool:
    before = parts[index - 1].lower()
    if before in DETERMINERS | PREPOSITIONS and before not in {"all", "both", "this", "that", "each", "one"}:
        return False
    if is_number(before):
        return False
    if parts[index].lower() in {
        "get",
        "go",
        "come",
        "take",
        "need",
        "make",
        "keep",
        "arrive",
    } and plural_noun(parts[index - 1]):
        return True
    after = parts[index + 1].lower() if index + 1 < len(parts) else ""
    return any(_finite_reading(verb, tag, after) for verb, tag in forms_of(parts[index]))


def _finite_reading(verb: Verb, tag: Tag, after: str) -> bool:
    if tag is Tag.S:
        return not verb.nounlike
    if tag is not Tag.PAST or verb.past == verb.base or verb.base in {"plan", "schedule", "expect"}:
        return False
    return (
        verb.past != verb.participle
        or verb.base in STAND_ALONE
        or (bool(after) and after not in PREPOSITIONS | {"last", "next"})
    )


def _weak_verb(parts: list[str]) -> int | None:
    for index in range(1, len(parts)):
        before, part = parts[index - 1].lower(), parts[index]
        after = parts[index + 1].lower() if index + 1 < len(parts) else ""
        if (
            before in PREPOSITIONS | DETERMINERS and before not in {"all", "both", "each"}
        ) or part.lower() in RELATIVES:
            if part.lower() in RELATIVES:
                return None
            continue
        if _weak_reading(parts, index, before, after):
            return index
    return None


def _weak_reading(parts: list[str], index: int, before: str, after: str) -> bool:
    noun = parts[index - 2] if before in ADVERBS | {"all", "both", "each"} and index > 1 else parts[index - 1]
    pronoun = noun.lower() in {"they", "we", "you", "i", "people", "everyone"}
    follows = after in _FOLLOWS_VERB - {"up", "down"} or is_number(after) or after[:1].isupper()
    return any(
        _weak_form(verb, tag, noun, before, after, follows=follows, pronoun=pronoun)
        for verb, tag in forms_of(parts[index])
    )


def _weak_form(
    verb: Verb, tag: Tag, noun: str, before: str, after: str, *, follows: bool, pronoun: bool
) -> bool:
    if tag is Tag.S:
        return not plural_noun(noun) and (follows or before in ADVERBS) and verb.base in _USUAL
    if tag is Tag.PAST and verb.past == verb.participle and verb.base not in STAND_ALONE:
        return False
    if tag not in {Tag.BASE, Tag.PAST} or not (pronoun or plural_noun(noun)):
        return False
    marked = before in ADVERBS | {"all", "both", "each"} or after in {"every", "the", "their", "a", "each"}
    return pronoun or not verb.nounlike or marked or (follows and verb.base in _USUAL)


def agrees_with_you(rest: list[str]) -> list[str]:
    """Verbs joined by "and" or a comma to a verb of "you", in the form "you" takes."""
    found: list[str] = []
    listed = listed_places(rest)
    for index, part in enumerate(rest):
        before = rest[index - 1].lower() if index else ""
        before_that = rest[index - 2].lower() if index > 1 else ""
        joined_on = before in {"and", "but", "then", ","} or (
            before in ADVERBS and before_that in {"and", "but", ","}
        )
        found.append(
            second_person_verb(part) if joined_on and index not in listed and part == part.lower() else part
        )
    return found


def spoken_clause(clause: Clause, scene: Scene, *, subject: list[str]) -> list[str] | None:
    """The whole clause for ``subject`` (already shifted), or None when any part stays unsure."""
    rest = shifted(
        whole(list(clause.rest), verb=clause.verb),
        scene,
        own=subject == ["you"],
        behind=tuple(clause.subject),
        verb=clause.verb,
    )
    adverbs = [
        a
        for a in clause.adverbs
        if a.lower() not in {"also", "actually", "basically", "really", "just", "personally"}
    ]
    if rest is None or (rest and loose_end(rest)) or _third_person(rest) or _says_nothing(clause, rest):
        return None
    if clause.base in {"want", "need"} and rest and plausible_noun_phrase(rest):
        rest = as_object(rest)
    if subject == ["you"]:
        return ["you", *adverbs, *_since(verb_for_you(clause.verb), rest), *agrees_with_you(rest)]
    verb = clause.verb.lower() if clause.verb.isupper() else clause.verb
    small = lowered(rest)
    at = small.index("since") + 1 if "since" in small[:-1] else 0
    lasting = _LASTING.get(verb) if at and SINCE.match(small[at]) else None
    return [*subject, *adverbs, *(lasting or [verb]), *rest]


#: "is on Xero since last year": what began then and lasts has been so.
_LASTING = {"is": ["has", "been"], "are": ["have", "been"]}


def _says_nothing(clause: Clause, rest: list[str]) -> bool:
    """ "each have one", "wants 50", "get two": the thing counted stands elsewhere."""
    if len(rest) == 1 and clause.base in {"want", "need"} and rest[0].lower() in _NOTHING:
        return True
    bare = len(rest) == 1 and (
        is_number(rest[0]) or rest[0].lower() in {"one", "some", "none", "both", "more", "less"}
    )
    return (
        bare
        and not rest[0].endswith("%")
        and clause.base not in {"be", "is", "are", "was", "were", "start", "open", "close"}
    )


def _third_person(parts: list[str]) -> bool:
    if lowered(parts)[-2:] == ["like", "it"]:
        parts = parts[:-1]
    return any(p in {"he", "she", "him", "her", "his", "hers", "it"} for p in lowered(parts))


def _since(verb: str, rest: list[str]) -> list[str]:
    """ "hired three people since June" -> "have hired three people since June"."""
    past = verb_as(verb, Tag.PAST)
    return ["have", past.participle] if past and "since" in lowered(rest) and past.base != "be" else [verb]


def _two_phrases(subject: list[str]) -> bool:
    """Whether a second noun phrase starts inside ("a plan the public …"): the verb then belongs to a relative clause."""
    small = lowered(subject)
    return any(
        small[i + 1 : i + 2] and small[i + 1] not in {"month", "week", "year", "day", "quarter", "term"} and small[i] in {"the", "a", "an", "my", "your", "our", "their", "its"} and small[i - 1] not in PREPOSITIONS | {"and", "or", "all", "both", "half"}
        for i in range(1, len(small))
    )  # fmt: skip


_PARTS = {"fifth", "tenth", "half", "most", "part", "some", "quarter", "third", "all", "each", "one"}


def part_of(subject: list[str]) -> list[str]:
    """What a share is of: "60% of clients" -> clients, "$400m of bonds" -> bonds; [] when the phrase names no share."""
    small = lowered(subject)
    at = small.index("of") if "of" in small[1:4] else 0
    share = at and (small[at - 1] in _PARTS or (is_number(small[at - 1]) and not small[at - 1].isalpha()))
    return subject[at + 1 :] if share and (small[0] == "a" or at == 1) else []


def _half_stays(clause: Clause) -> bool:
    """ "half the clients are farms", "half the team is in Leeds"; that half of those employed go or are new is not told."""
    employed = bool(_EMPLOYED & set(lowered(list(clause.subject))))
    placed = lowered(list(clause.rest[:1])) in (["in"], ["at"], ["on"])
    return clause.verb.lower() in FINITE and (placed or not employed)


_EMPLOYED = {
    "team",
    "staff",
    "floor",
    "crew",
    "department",
    "people",
    "workforce",
    "office",
    "shift",
    "clerks",
    "desk",
}
_POINTING = {"it", "this", "that", "which", "who"}


def noun_subject(clause: Clause, scene: Scene) -> list[str] | None:
    """The subject as a noun phrase with its article, or None when it is none."""
    raw = [p for p in clause.subject if is_word(p) or p in {'"', "(", ")", ","}]
    if raw[-1:] == [","]:
        raw = raw[:-1]
    subject = shifted(raw, scene)
    if not subject or len(subject) > 9 or _two_phrases(subject):
        return None
    if lowered(subject[:2]) == ["half", "the"] and not _half_stays(clause):
        return None
    if part := part_of(subject):
        return [*subject[: -len(part)], *part] if plausible_noun_phrase(part) else None
    if not plausible_noun_phrase(subject):
        return None
    if lowered(subject)[-1] in _POINTING or subject[head_index(subject)].lower() in {"it", "he", "she"}:
        return None
    if len(subject) == 1 and subject[0].lower() in _KNOWN_PARTIES:
        return ["the", subject[0]]
    return subject if is_number(subject[0]) else joint_article(subject)
