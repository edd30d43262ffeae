"""People whom only the description names: "Interviewers: Dana Wu, Controller". They are suggestions."""

import re
from collections.abc import Iterator

from afterword.core.reading.invitation.limits import MAX_PEOPLE
from afterword.core.reading.invitation.values import PersonRead, PersonRole

_PART = r"(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|de|la|van|von|der|den|di|da|dos|del|bin|al)"
_NAME = re.compile(rf"[A-ZÀ-ÖØ-Þ][\w'’.-]+(?: {_PART}){{0,3}} [A-ZÀ-ÖØ-Þ][\w'’-]+")
_EMAIL = re.compile(r"[^\s<>@:;,\"'()\[\]]{1,64}@[^\s<>@:;,\"'()\[\]]{1,255}")
_HEADING = re.compile(
    r"(?:^|\n)\W{0,5}(?:your )?(?:interviewers?|interview panel|panel(?:l?ists)?|interview team|panel members|meeting with"
    r"|you(?:'ll| will|’ll)? (?:be )?meet(?:ing)?(?: with)?)[^\n:]{0,40}:\s*(?P<rest>[^\n]*(?:\n[ \t]*[-*•·\d][^\n]*)*)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:you(?:'ll|’ll| will)? (?:be )?(?:meet(?:ing)?|speak(?:ing)?|talk(?:ing)?|chat(?:ting)?|interview(?:ing)?)"
    r"(?: with| to)?|(?:meeting|interview|conversation|call|chat) with|interviewed by|conducted by)\s+(?P<rest>[^\n]{3,300})",
    re.IGNORECASE,
)
_LONGEST = 1_000
_NOT_NAMES = frozenset(
    [
        "Microsoft",
        "Teams",
        "Google",
        "Meet",
        "Zoom",
        "Webex",
        "Skype",
        "Meeting",
        "Join",
        "Team",
        "Room",
        "Interview",
        "Panel",
        "Human",
        "Resources",
        "Talent",
        "Acquisition",
        "Hiring",
        "Manager",
        "Passcode",
        "Conference",
        "Dial",
        "Phone",
        "Video",
        "Office",
        "Street",
        "Avenue",
        "Road",
        "Suite",
        "Floor",
        "Building",
        "Accounting",
        "Finance",
        "Controller",
        "Director",
        "Senior",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Time",
        "Eastern",
        "Pacific",
        "Central",
        "Mountain",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)


def named_people(description: str, *, known: tuple[PersonRead, ...]) -> tuple[PersonRead, ...]:
    """People the description introduces as interviewers and the guest list does not hold."""
    names = {person.name.casefold() for person in known} | {
        person.suggested_name.casefold() for person in known
    }
    emails = {person.email for person in known if person.email}
    found: dict[str, PersonRead] = {}
    for words, rest in _introductions(description):
        for person in _listed(rest, words=words):
            key = person.name.casefold()
            if key in names or (person.email and person.email in emails) or key in found:
                continue
            found[key] = person
    return tuple(found.values())[:MAX_PEOPLE]


def _introductions(description: str) -> Iterator[tuple[str, str]]:
    for found in _HEADING.finditer(description):
        yield " ".join(found[0].split())[:120], found["rest"][:_LONGEST]
    for found in _SENTENCE.finditer(description):
        yield " ".join(found[0].split())[:120], re.split(r"[.;!?](?:\s|$)", found["rest"])[0]


def _listed(rest: str, *, words: str) -> Iterator[PersonRead]:
    for entry in re.split(r"\n|;|\s+(?:and|&)\s+|,\s*and\s+", rest):
        entry = entry.strip(" -*•·\t").lstrip("0123456789.) ")
        name = _NAME.match(entry)
        if name is None or set(name[0].split()) & _NOT_NAMES:
            continue
        after = entry[name.end() :]
        email = _EMAIL.search(after)
        yield PersonRead(
            name[0],
            email[0].rstrip(".").lower() if email else "",
            PersonRole.NAMED,
            True,
            f"named in the description: “{words}”",
            title=_title(after),
        )
        yield from _further(after, words=words)


def _further(after: str, *, words: str) -> Iterator[PersonRead]:
    """More names of the same line: "Dana Wu, Omar Haddad" or "Dana Wu (Controller), Omar Haddad (CFO)"."""
    for part in re.split(r",\s*(?![^()]*\))", after)[1:]:
        name = _NAME.fullmatch(re.sub(r"\s*[(<\[].*", "", part.strip()).strip(" ."))
        if name and not set(name[0].split()) & _NOT_NAMES and not _looks_like_title(name[0]):
            title = re.search(r"\(([^()]+)\)", part)
            yield PersonRead(
                name[0],
                "",
                PersonRole.NAMED,
                True,
                f"named in the description: “{words}”",
                title=title[1].strip() if title else "",
            )


def _title(after: str) -> str:
    found = re.match(r"\s*(?:\((?P<in>[^()@]+)\)|[,–—-]\s*(?P<after>[^,;<(\n@]+))", after)
    said = (found["in"] or found["after"]).strip(" .") if found else ""
    return said if _looks_like_title(said) else ""


def _looks_like_title(said: str) -> bool:
    return bool(
        re.search(
            r"\b(?:account\w*|controller|manager|director|officer|president|partner|lead\w*|head|analyst|auditor|recruiter|senior"
            r"|specialist|clerk|supervisor|treasurer|vp|c[efo]o|cpo|chro|hr|partner|associate|assistant|coordinator|engineer|finance|tax|payroll)\b",
            said,
            re.IGNORECASE,
        )
    )
