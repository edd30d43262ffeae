"""Lists inside a note: the commas of "Ireland, the US and Singapore" part no thoughts.

A comma belongs to a list when "and" or "or" closes it and what stands on either side is alike: names, bare nouns,
nouns with an article, counts. Where they differ ("nine days, AP and AR in Manila") the comma ends a thought.
"""

from afterword.core.writing.notes.finite import finite_place
from afterword.core.writing.notes.person import FINITE
from afterword.core.writing.notes.phrases import DETERMINERS, PREPOSITIONS, is_number
from afterword.core.writing.notes.runon import REPORTS
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import is_word, lowered
from afterword.core.writing.words.lexicon import CasedSort, Tag, cased, verb_as
from afterword.core.writing.words.tagger import Pos, can_be, tagged

_CLOSERS = {"and", "or", "&", "nor"}
_NOT_LISTED = word_set("pronouns") | word_set("relatives") | REPORTS | {
    "then", "so", "not", "also", "no", "nobody", "everyone", "everybody", "i", "we", "you", "he", "she", "they", "it",
    "that", "this", "there", "but", "because", "which", "who", "plus", "mostly", "mainly", "maybe", "very", "too",
}  # fmt: skip
_NOMINAL = {Pos.NOUN, Pos.NOUNS, Pos.NAME, Pos.ING, Pos.NUMBER}
_WITHIN = _NOMINAL | {Pos.ADJECTIVE, Pos.PARTICIPLE, Pos.DETERMINER, Pos.POSSESSIVE, Pos.GENITIVE, Pos.MORE}
_LOOSE_ARTICLES = {"a", "an"}
#: Behind these a list is under way, whatever its members look like.
_GATHERING = {"between", "among", "either", "both", "including"}
_CHANNELS = {"online", "wholesale", "abroad", "overseas", "retail"}
_LONGEST_ITEM = 4
_SUBJECTS = {"he", "she", "they", "we", "i", "you", "who"}


def listed_commas(parts: list[str]) -> frozenset[int]:
    """Where commas stand inside lists, as indexes into the tokens."""
    found: set[int] = set()
    start, place = 0, 0
    while place < len(parts):
        if parts[place] != ",":
            place += 1
            continue
        if commas := _list_at(parts, start, place):
            found |= set(commas)
            place = commas[-1] + 1
        else:
            place += 1
            start = place
    return frozenset(found)


def listed_places(parts: list[str]) -> frozenset[int]:
    """Where the members of lists begin, behind their commas and the "and" that closes them."""
    commas = listed_commas(parts)
    closers = {
        next((i for i in range(comma, len(parts)) if parts[i].lower() in _CLOSERS), comma) for comma in commas
    }
    return frozenset(place + 1 for place in commas | closers)


def _list_at(parts: list[str], start: int, comma: int) -> list[int]:
    """The commas of the list whose first comma this is, [] when it begins none. ``start``: where its thought begins."""
    read = _members(parts, comma)
    if read is None:
        return []
    commas, members, last = read
    first = _first_member(parts, start, comma)
    closing = _closing_member(parts, last)
    if not first or not closing:
        return []
    opened = comma - len(first)
    before = parts[opened - 1].lower() if opened > start else ""
    if before in _SUBJECTS or (before in _CLOSERS and parts[opened - 2].lower() not in _GATHERING):
        return []
    gathered = bool(_GATHERING & set(lowered(parts[max(start, opened - 3) : opened])))
    if not gathered and not _alike(first, members, closing):
        return []
    after = last + 1 + len(closing)
    if _has_verb(parts[start:opened]) and not gathered and _verb_at(parts, last + 1, after):
        return []
    return commas


def _members(parts: list[str], comma: int) -> tuple[list[int], list[list[str]], int] | None:
    """The commas, the members between them, and the place of the closing "and"; None when no list closes."""
    commas, members = [comma], list[list[str]]()
    place = comma + 1
    while place < len(parts):
        member = _until_joint(parts, place)
        end = place + len(member)
        if end >= len(parts):
            return None
        if not member:
            closes = parts[end].lower() in _CLOSERS and bool(members)
            return (commas, members, end) if closes else None
        if not _is_member(member):
            return None
        members.append(member)
        if parts[end].lower() in _CLOSERS:
            return commas, members, end
        if parts[end] != ",":
            return None
        commas.append(end)
        place = end + 1
    return None


def _until_joint(parts: list[str], place: int) -> list[str]:
    end = place
    while end < len(parts) and parts[end] != "," and parts[end].lower() not in _CLOSERS:
        end += 1
    return parts[place:end]


def _is_member(member: list[str]) -> bool:
    """Whether tokens are one thing of a list: a short noun phrase, nothing verbal about it."""
    small = lowered(member)
    if len(member) > _LONGEST_ITEM or small[0] in _NOT_LISTED or set(small) & (FINITE | {"to"}):
        return False
    if any(not is_word(p) for p in member) or _verb_first(member) or finite_place(tuple(member)) is not None:
        return False
    if "of" in small[1:-1]:
        return _is_member(member[: small.index("of")])
    return all(_can_stand(p) for p in member) and _nominal(member[-1])


def _can_stand(part: str) -> bool:
    small = part.lower()
    known = not (part[:1].isupper() or small in DETERMINERS or is_number(part)) and can_be(small)
    return not known or bool(known & _WITHIN)


def _nominal(part: str) -> bool:
    can = can_be(part.lower())
    return (
        part[:1].isupper()
        or part.isdigit()
        or part.lower() in _CHANNELS
        or not can
        or bool(can & {Pos.NOUN, Pos.NOUNS, Pos.NAME})
        or Pos.ING in can
    )


def _verb_first(phrase: list[str]) -> bool:
    """ "opens a site", "hates slides": a verb with its object, though its form could be a plural."""
    small = lowered(phrase)
    if small[0] in REPORTS or (verb_as(small[0], Tag.PAST) and len(phrase) > 1 and not _described(small[0])):
        return True
    if verb_as(small[0], Tag.S) is None or len(phrase) < 2:
        return False
    return small[1] in DETERMINERS | PREPOSITIONS | _SUBJECTS or is_number(small[1])


def _described(word: str) -> bool:
    verb = verb_as(word, Tag.PARTICIPLE)
    return verb is not None and verb.past == verb.participle


def _first_member(parts: list[str], start: int, comma: int) -> list[str]:
    """The noun phrase that ends at the first comma, [] when none does."""
    tags = tagged(tuple(parts[start:comma]))
    begin = comma
    while begin > start and comma - begin < _LONGEST_ITEM:
        part = parts[begin - 1]
        tag = Pos.NAME if part[:1].isupper() else tags[begin - 1 - start]
        verbal = tag in {Pos.PAST, Pos.PRESENT, Pos.PRESENT_S, Pos.BASE} and begin < comma
        if (
            not is_word(part)
            or tag not in _WITHIN | {Pos.PAST, Pos.PRESENT, Pos.PRESENT_S, Pos.BASE}
            or verbal
        ):
            break
        if part.lower() in FINITE | _NOT_LISTED | PREPOSITIONS or not _can_stand(part):
            break
        begin -= 1
        if part.lower() in DETERMINERS or is_number(part):
            break
    member = parts[begin:comma] or _behind_preposition(parts[start:comma])
    if (place := finite_place(tuple(member))) is not None:
        member = member[place + 1 :]
    return member if member and (_is_member(member) or begin == comma) else []


def _behind_preposition(before: list[str]) -> list[str]:
    """ "in totes, crates and pallets": what stands right behind a preposition is a thing, whatever it looks like."""
    last = before[-1:]
    return last if len(before) > 1 and before[-2].lower() in PREPOSITIONS and last[0].isalpha() else []


def _closing_member(parts: list[str], joint: int) -> list[str]:
    """What closes the list behind its "and", up to the next joint; [] when a new thought begins there."""
    end = joint + 1
    while end < len(parts) and end - joint <= _LONGEST_ITEM and _goes_on(parts, joint + 1, end):
        end += 1
    member = parts[joint + 1 : end]
    if not member or lowered(member)[0] in _NOT_LISTED or _verb_first(parts[joint + 1 : joint + 3]):
        return []
    sound = _nominal(member[-1]) or is_number(member[-1]) or member[-1].lower() in _CHANNELS
    return member if sound else []


def _goes_on(parts: list[str], begin: int, end: int) -> bool:
    small = parts[end].lower()
    if not is_word(parts[end]) or small in FINITE | PREPOSITIONS | _CLOSERS | _NOT_LISTED:
        return False
    if end > begin and (verb_as(small, Tag.PAST, Tag.S, Tag.ING) or not _can_stand(parts[end])):
        return False
    return end == begin or finite_place(tuple(parts[begin : end + 1])) is None


def _has_verb(before: list[str]) -> bool:
    return any(
        p.lower() in FINITE | _SUBJECTS | REPORTS or verb_as(p, Tag.S, Tag.PAST, Tag.BASE) for p in before
    )


def _verb_at(parts: list[str], joint: int, end: int) -> bool:
    """Whether a verb follows the closing member, so that it begins a clause of its own."""
    rest = parts[joint:]
    if end < len(parts) and parts[end].lower() in FINITE:
        return True
    place = finite_place(tuple(rest[: end - joint + 3]))
    return place is not None and place <= end - joint


def _alike(first: list[str], members: list[list[str]], closing: list[str]) -> bool:
    """Whether the things listed look alike: all names, all bare, all counted, or all with an article."""
    sorts = [_sort(first), *(_sort(m) for m in members)]
    if len(set(sorts)) == 1:
        return sorts[0] != "name" or _sort(closing) in {"name", "pointed", "counted"}
    shared = sorts[0] == "pointed" and first[0].lower() not in _LOOSE_ARTICLES
    return shared and set(sorts[1:]) == {"bare"} and _sort(closing) == "bare"


def _sort(member: list[str]) -> str:
    last = member[-1]
    named = (
        cased().get(last.lower(), ("", None))[1] in {CasedSort.PLACES, CasedSort.PRODUCTS}
        and last != last.lower()
    )
    if named or (last[:1].isupper() and not last.isupper()) or last in {"US", "UK", "EU", "USA", "UAE"}:
        return "name"
    if member[0].lower() in _LOOSE_ARTICLES:
        return "counted"
    if member[0].lower() in DETERMINERS and not is_number(member[0]):
        return "pointed"
    return "counted" if is_number(member[0]) else "bare"
