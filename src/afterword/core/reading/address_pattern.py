"""A likely address for somebody, by the pattern of a colleague's. It is a guess, to be shown and never used silently."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from afterword.core.facts import Person
from afterword.core.reading.invitation.people import on_domain

#: How firms build the part before the @ from a first and a last name, the more telling ones first.
PATTERNS: tuple[Callable[[str, str], str], ...] = (
    lambda first, last: f"{first}.{last}",
    lambda first, last: f"{first}_{last}",
    lambda first, last: f"{first}-{last}",
    lambda first, last: f"{last}.{first}",
    lambda first, last: f"{first[0]}.{last}",
    lambda first, last: f"{first}.{last[0]}",
    lambda first, last: f"{first}{last}",
    lambda first, last: f"{last}{first}",
    lambda first, last: f"{first[0]}{last}",
    lambda first, last: f"{first}{last[0]}",
    lambda first, last: f"{last}{first[0]}",
    lambda first, _last: first,
    lambda _first, last: last,
)


@dataclass(frozen=True, slots=True)
class LikelyAddress:
    """A guess, and the colleague in whose address the pattern was seen."""

    address: str
    seen_in: str


def likely_address(person: Person, colleagues: Iterable[Person]) -> LikelyAddress | None:
    """The address ``person`` would have by the pattern most of ``colleagues`` follow; None where none tells.

    Addresses of mail services for anybody tell nothing, and neither do names in another script than Latin.
    """
    own = _names(person.name)
    seen = [(how, one) for one in colleagues if one.id != person.id for how in _patterns(one)]
    if own is None or not seen:
        return None
    votes = Counter((how, _domain(one)) for how, one in seen)
    (how, domain), _ = max(votes.items(), key=lambda vote: (vote[1], -vote[0][0], vote[0][1]))
    colleague = next(one for at, one in seen if (at, _domain(one)) == (how, domain))
    return LikelyAddress(f"{PATTERNS[how](*own)}@{domain}", colleague.email)


def _patterns(person: Person) -> list[int]:
    """The places in PATTERNS that give somebody's address from their name."""
    names, (local, _, domain) = _names(person.name), person.email.casefold().partition("@")
    if (
        names is None
        or not domain
        or on_domain(person.email, "free_mail")
        or on_domain(person.email, "systems")
    ):
        return []
    return [place for place, build in enumerate(PATTERNS) if build(*names) == local]


def _domain(person: Person) -> str:
    return person.email.casefold().partition("@")[2].strip()


def _names(name: str) -> tuple[str, str] | None:
    """First and last name as addresses spell them: no accents, no titles after a comma, nothing but letters."""
    words = [_plain(word) for word in name.split(",")[0].split() if not word.endswith(".")]
    if len(words) < 2 or not all(words):
        return None
    return words[0], words[-1]


def _plain(word: str) -> str:
    """Latin letters without their marks, in lower case; "" when other letters are among them."""
    spelt = unicodedata.normalize("NFKD", word.casefold().replace("ø", "o").replace("ł", "l"))
    kept = "".join(sign for sign in spelt if not unicodedata.combining(sign) and sign not in "'’-")
    return kept if kept.isascii() and kept.isalpha() else ""
