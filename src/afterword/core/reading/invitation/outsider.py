"""Which guest of an invitation may be the user, where no address of theirs is among the guests. It is asked, never taken."""

from collections import Counter
from collections.abc import Iterable

from afterword.core.reading.invitation.people import is_nobody, on_domain
from afterword.core.reading.invitation.values import PersonRole

_GUESTS = frozenset({PersonRole.ATTENDEE, PersonRole.OPTIONAL})


def perhaps_the_user(people: Iterable[tuple[str, PersonRole]]) -> str:
    """The address, of (address, role) pairs, of the one guest from outside the house that invites; "" when none stands out.

    An organizer with an address of a free mail host, alone with people of one house, wrote the event down themselves.
    """
    known = [(email, role) for email, role in people if email and not is_nobody(email)]
    guests = [email for email, role in known if role in _GUESTS]
    organizer = next((email for email, role in known if role is PersonRole.ORGANIZER), "")
    if organizer and _is_private(organizer) and len({_is_private(one) for one in guests}) == 1:
        return "" if _is_private(guests[0]) else organizer
    house = _house(organizer, guests)
    outside = [email for email in guests if not house or not _on(email, house)]
    private = [email for email in outside if _is_private(email)]
    for found in (outside, private):
        if len(found) == 1 and (len(guests) > 1 or organizer or house):
            return found[0]
    return outside[0] if len(guests) == 1 and outside else ""


def _house(organizer: str, guests: list[str]) -> str:
    """The domain that invites: the organizer's, else the one most guests share."""
    if organizer and not _is_private(organizer) and not on_domain(organizer, "systems"):
        return organizer.partition("@")[2]
    domains = Counter(email.partition("@")[2] for email in guests if not _is_private(email))
    domain, number = max(domains.items(), key=lambda one: (one[1], one[0]), default=("", 0))
    return domain if number > 1 or len(guests) > 1 else ""


def _is_private(email: str) -> bool:
    return on_domain(email, "free_mail")


def _on(email: str, house: str) -> bool:
    domain = email.partition("@")[2]
    return domain == house or domain.endswith("." + house) or house.endswith("." + domain)
