"""People whom only the description names: "Interviewers: Dana Wu, Controller", "10:00 Dana Wu". They are suggestions."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from afterword.core.reading.invitation.limits import MAX_PEOPLE
from afterword.core.reading.invitation.names import Named, is_title, names_in
from afterword.core.reading.invitation.schedule import scheduled
from afterword.core.reading.invitation.values import PersonRead, PersonRole

_HEADING = re.compile(
    r"(?:^|\n|[.;] )\W{0,5}(?:your |the |meet your )?(?P<label>interviewers?|interview(?:er)? panel|panel(?:l?ists)?|interview(?:ing)? team|panel members|hiring managers?"
    r"|(?:meeting|interview|interviewing|speaking|call|conversation|chat)(?:ing)? with|attendees|participants|who|with|you(?:'ll| will|’ll)? (?:be )?(?:meet|speak|talk)(?:ing)?(?: with)?)"
    r"(?:\(s\)| names?)?(?:[^\n:.]{0,40}:|\s[–—-](?=\s)|(?=[ \t]*\n))[ \t]*(?P<rest>[^\n]*)(?=(?P<more>(?:\n(?=\n))?(?:\n[^\n]+)*))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:you(?:'ll|’ll| will)? (?:\w+ ){0,2}?(?:meet(?:ing)?|speak(?:ing)?|talk(?:ing)?|chat(?:ting)?|interview(?:ing)?)(?: with| to)?"
    r"|(?:meeting|interview|conversation|call|chat|min(?:ute)?s?\.?) with|(?:interviewed|conducted|led|hosted|run) by"
    r"|interviewers? (?:is|are|will be))\s+(?P<rest>[^\n]{3,300})",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"(?P<rest>[^\n.;!?]{3,80}?)\s+(?:will|'ll|’ll)\s+(?:also\s+)?(?:be\s+)?(?:join|interview|meet|lead|host|conduct|your interviewer)"
)
#: Where the names of a sentence end: "Dana Wu about the role", "Dana Wu at Alder".
_TURN = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)(?<!\b[A-Z])[.;!?](?:\s|$)|\b(?:about|regarding|at|from|via|over|to discuss|for (?:the|our|a|an|your))\b"
)
_OTHERS = re.compile(
    r"(?:^|\n)\W{0,5}(?:candidate|applicant|name|recruiter|recruiting|coordinator|contact|questions|scheduled by|sent by|organi[sz]er)\b[^\n:]{0,30}:[ \t]*(?P<rest>[^\n]+)",
    re.IGNORECASE,
)
_TITLE_LINE = re.compile(
    r"(?:^|\n)\W{0,5}(?:interviewer )?(?:job )?title\s*:\s*(?P<title>[^\n]{2,80})", re.IGNORECASE
)
#: Characters of a description in which people are looked for.
_LOOKED_AT = 8_000
_BULLET = re.compile(r"^\s*(?:[-*•·–]|\d{1,2}[.)])?\s*")
_TURNED = re.compile(r"\s*(?P<last>[A-ZÀ-ÖØ-Þ][\w'’-]+), (?P<first>[A-ZÀ-ÖØ-Þ][\w'’-]+(?: [A-Z]\.?)?)\s*")
_LABELLED = re.compile(r"^\s*[\w /()-]{2,40}:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class _Introduced:
    """A person and the words of the description that introduced them."""

    who: Named
    words: str


def with_named(
    guests: tuple[PersonRead, ...],
    description: str,
    *,
    houses: frozenset[str] = frozenset(),
    own: tuple[str, ...] = (),
) -> tuple[PersonRead, ...]:
    """The guests, with the titles the description says, and after them those whom only it introduces.

    ``houses`` are names of companies, squashed to lower-case letters; they are not people. ``own`` are the
    user's own names.
    """
    introduced = tuple(_introduced(description[:_LOOKED_AT]))
    known = _names_of(guests) | {name.casefold() for name in own}
    if introduced:
        known |= {one.name.casefold() for one in _not_asking(description[:_LOOKED_AT])}
    emails = {guest.email for guest in guests if guest.email}
    found: dict[str, PersonRead] = {}
    for one in introduced:
        key = one.who.name.casefold()
        told = key in known or key in found or (one.who.email and one.who.email in emails)
        if not told and squashed(one.who.name) not in houses:
            why = f"named in the description: “{one.words}”"
            found[key] = PersonRead(
                one.who.name, one.who.email, PersonRole.NAMED, True, why, title=one.who.title
            )
    return (*_titled(guests, introduced), *tuple(found.values())[:MAX_PEOPLE])


def _titled(guests: tuple[PersonRead, ...], introduced: tuple[_Introduced, ...]) -> Iterator[PersonRead]:
    titles = {one.who.name.casefold(): one.who.title for one in introduced if one.who.title}
    for guest in guests:
        title = titles.get((guest.name or guest.suggested_name).casefold())
        yield replace(guest, title=title) if title else guest


def squashed(name: str) -> str:
    """A name as a mail domain would spell it."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _names_of(known: Iterable[PersonRead]) -> set[str]:
    return {name.casefold() for person in known for name in (person.name, person.suggested_name) if name}


def _not_asking(description: str) -> Iterator[Named]:
    """Those a label calls something else: the candidate, the recruiter, whom to ask."""
    for found in _OTHERS.finditer(description):
        yield from names_in(found["rest"])


def _introduced(description: str) -> Iterator[_Introduced]:
    for found in _HEADING.finditer(description):
        words = _shown(found[0].split("\n\n")[0])
        yield from (_Introduced(who, words) for who in _of_heading(found, description))
    for line, names in scheduled(description):
        yield from (_Introduced(who, _shown(line)) for who in names)
    for found in _SENTENCE.finditer(description):
        yield from (_Introduced(who, _shown(found[0])) for who in names_in(_TURN.split(found["rest"])[0]))
    for found in _WILL.finditer(description):
        yield from (_Introduced(who, _shown(found[0])) for who in names_in(found["rest"]))


def _shown(words: str) -> str:
    return " ".join(words.split())[:120]


def _of_heading(found: re.Match[str], description: str) -> Iterator[Named]:
    """The names on the heading's line, and on the lines below it as long as each begins with a name."""
    first = list(names_in(_spread(found["rest"])))
    if len(first) == 1 and not first[0].title:
        title = _TITLE_LINE.match(description, found.end("rest"))
        first = [replace(first[0], title=title["title"].strip())] if title else first
    yield from first
    if found["rest"].strip() and found["more"].startswith("\n\n"):
        return
    for line in found["more"].strip("\n").split("\n"):
        entry = _BULLET.sub("", line, count=1)
        names = list(names_in(_spread(entry)))
        begins = bool(names) and entry.startswith((names[0].name, names[0].name.split()[0]))
        if _LABELLED.match(line) or not (begins or is_title(entry)):
            return
        yield from names


def _spread(line: str) -> str:
    """Names behind an ampersand or a slash stand apart like those behind a comma; "Wu, Dana; Lang, Petra" is turned."""
    turned = [_TURNED.fullmatch(part) for part in line.split(";")]
    if all(turned):
        return ", ".join(f"{one['first']} {one['last']}" for one in turned if one)
    return re.sub(r"\s*[&/]\s*(?=[A-ZÀ-ÖØ-Þ][\w'’-]+ )", ", ", line)
