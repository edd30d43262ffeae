"""People whom only the description names: "Interviewers: Dana Wu, Controller", "10:00 Dana Wu". They are suggestions."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from afterword.core.reading.invitation.headings import headed
from afterword.core.reading.invitation.limits import MAX_PEOPLE
from afterword.core.reading.invitation.names import Named, is_given_name, names_in
from afterword.core.reading.invitation.schedule import scheduled
from afterword.core.reading.invitation.values import PersonRead, PersonRole

_SENTENCE = re.compile(
    r"(?:you(?:'ll|’ll| will)? (?:\w+ ){0,2}?(?:meet(?:ing)?|speak(?:ing)?|talk(?:ing)?|chat(?:ting)?|interview(?:ing)?)(?: with| to)?"
    r"|(?:meeting|interview|conversation|call|chat|min(?:ute)?s?\.?) with|(?:interviewed|conducted|led|hosted|run) by"
    r"|interviewers? (?:is|are|will be)|interviewing you (?:will be|is|are)|(?:^|(?<=\n))with)\s+(?P<rest>[^\n]{3,300})",
    re.IGNORECASE,
)
#: Names before what their owners do: "Dana Wu will join", "Dana Wu and Tom Okafor look forward to meeting you".
_ACTS = re.compile(
    r"(?P<rest>[^\n.;!?]{3,80}?)\s+(?:(?:will|'ll|’ll)\s+(?:also\s+)?(?:be\s+)?(?:join|interview|meet|lead|host|conduct|call|phone|your interviewer)"
    r"|looks? forward to (?:meeting|speaking|talking))"
)
#: Where the names of a sentence end: "Dana Wu about the role", "Dana Wu at Alder".
_TURN = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)(?<!\b[A-Z])[.;!?](?:\s|$)|\b(?:about|regarding|at|from|via|over|to discuss|for (?:the|our|a|an|your))\b"
)
_OTHERS = re.compile(
    r"(?:^|\n)\W{0,5}(?:candidate|applicant|name|recruiter|recruiting|coordinator|contact|questions|scheduled by|sent by|organi[sz]er)\b[^\n:]{0,30}:[ \t]*(?P<rest>[^\n]+)",
    re.IGNORECASE,
)
#: Whom a title names. Companies stand there too, so only common given names count.
_IN_TITLE = re.compile(r"\b(?:with|w/)\s+(?P<rest>[^\n]{3,120})", re.IGNORECASE)
#: Characters of a description in which people are looked for.
_LOOKED_AT = 8_000


@dataclass(frozen=True, slots=True)
class _Introduced:
    """A person and the words of the description that introduced them."""

    who: Named
    words: str


def with_named(
    guests: tuple[PersonRead, ...],
    description: str,
    *,
    summary: str = "",
    houses: frozenset[str] = frozenset(),
    own: tuple[str, ...] = (),
) -> tuple[PersonRead, ...]:
    """The guests, with the titles the description says, and after them those whom only it introduces.

    Where it introduces nobody and there are no guests either, those whom the title (``summary``) names: with
    guests, the title may name the user. ``houses`` are names of companies, squashed to lower-case letters;
    they are not people. ``own`` are the user's own names.
    """
    introduced = tuple(_introduced(description[:_LOOKED_AT]))
    guests = tuple(_spelt(guests, introduced))
    known = _names_of(guests) | {_without_accents(name) for name in own}
    if introduced:
        known |= {_without_accents(one.name) for one in _not_asking(description[:_LOOKED_AT])}
    emails = {guest.email for guest in guests if guest.email}
    found: dict[str, PersonRead] = {}
    for one in introduced:
        key = _without_accents(one.who.name)
        told = key in known or key in found or (one.who.email and one.who.email in emails)
        if not told and squashed(one.who.name) not in houses:
            why = f"named in the description: “{one.words}”"
            found[key] = PersonRead(
                one.who.name, one.who.email, PersonRole.NAMED, True, why, title=one.who.title
            )
    if not (guests or found):
        found = {one.name: one for one in _in_title(summary) if _without_accents(one.name) not in known}
    return (*_titled(guests, introduced), *tuple(found.values())[:MAX_PEOPLE])


def names_people(words: str) -> bool:
    """Whether some words of a title are names of people rather than of a company: "Dana Wu and Tom Okafor"."""
    return any(is_given_name(who.name.split()[0]) for who in names_in(words))


def _in_title(summary: str) -> Iterator[PersonRead]:
    for found in _IN_TITLE.finditer(summary):
        why = f"named in the title: “{_shown(found[0])}”"
        for who in names_in(_TURN.split(found["rest"])[0]):
            if is_given_name(who.name.split()[0]):
                yield PersonRead(who.name, who.email, PersonRole.NAMED, True, why, title=who.title)


def _spelt(guests: tuple[PersonRead, ...], introduced: tuple[_Introduced, ...]) -> Iterator[PersonRead]:
    """The guests, each by the name the text spells with accents where the file has it without, or only an address."""
    spelt = {_without_accents(one.who.name): one.who.name for one in introduced}
    for guest in guests:
        bare = guest.name or guest.suggested_name
        full = spelt.get(_without_accents(bare), bare)
        if guest.name and _without_accents(guest.name) == guest.name.casefold():
            yield replace(guest, name=full)
        elif not guest.name and full.casefold() != bare.casefold():
            yield replace(guest, name=full, suggested_name="")
        else:
            yield guest


def _without_accents(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one))


def _titled(guests: tuple[PersonRead, ...], introduced: tuple[_Introduced, ...]) -> Iterator[PersonRead]:
    titles = {one.who.name.casefold(): one.who.title for one in introduced if one.who.title}
    for guest in guests:
        title = titles.get((guest.name or guest.suggested_name).casefold())
        yield replace(guest, title=title) if title else guest


def squashed(name: str) -> str:
    """A name as a mail domain would spell it."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _names_of(known: Iterable[PersonRead]) -> set[str]:
    return {
        _without_accents(name) for person in known for name in (person.name, person.suggested_name) if name
    }


def _not_asking(description: str) -> Iterator[Named]:
    """Those a label calls something else: the candidate, the recruiter, whom to ask."""
    for found in _OTHERS.finditer(description):
        yield from names_in(found["rest"])


def _introduced(description: str) -> Iterator[_Introduced]:
    for line, names in (*headed(description), *scheduled(description)):
        yield from (_Introduced(who, _shown(line)) for who in names)
    for found in _SENTENCE.finditer(description):
        yield from (_Introduced(who, _shown(found[0])) for who in names_in(_TURN.split(found["rest"])[0]))
    for found in _ACTS.finditer(description):
        yield from (_Introduced(who, _shown(found[0])) for who in names_in(found["rest"]))


def _shown(words: str) -> str:
    return " ".join(words.split())[:120]
