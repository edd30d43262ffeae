"""What a file said, beside what is on record: new interviews, moved ones, called-off ones, mere answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from afterword.core.errors import NotFound
from afterword.core.facts import Candidate, Interview, InterviewStatus, Opportunity, Person
from afterword.core.reading.invitation import ANSWERS, PersonRole
from afterword.core.reading.invitation.outsider import perhaps_the_user
from afterword.core.reading.invitation.people import YOUR_OWN
from afterword.services.standing import open_opportunities
from afterword.store import facts, incoming, records, trail
from afterword.store.memory import remembered_facts

LEFT = incoming.LEFT
PAGE = 10


class Sort(StrEnum):
    """What one event of a file asks of the user."""

    NEW = "new"  # confirm it
    MOVED = "moved"  # a later version of an interview on record: say yes to the change
    KNOWN = "known"  # on record already, nothing newer here
    CALLED_OFF = "called_off"  # cancels an interview on record: say yes
    STRANGE = "strange"  # cancels something that is not on record
    ANSWER = "answer"  # somebody's answer; changes nothing


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """Somebody a file names; ``on_record`` is the person with this address, ``alike`` have the same name.

    ``guessed`` means that the file has no name and the one here was read out of the address; ``perhaps_me`` that
    this may be the user, of whom no address is among those named.
    """

    name: str
    email: str
    title: str
    role: str
    likely: bool
    why: str
    guessed: bool = False
    on_record: Person | None = None
    alike: tuple[Person, ...] = ()
    perhaps_me: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """One event of a file. Times are aware where ``zone`` is known, else wall time as the file has it.

    ``became`` is the id of the interview it became, "left", or "" while it waits. ``occurrences`` are
    (start, end) of a recurring event. ``company`` and ``role`` are guesses, with the words that decided.
    """

    number: int
    sort: Sort
    became: str
    summary: str
    start: datetime | None
    end: datetime | None
    all_day: bool
    last_day: date | None
    end_guessed: bool
    zone: str
    zone_certain: bool
    zone_said: str
    zone_suggestions: tuple[str, ...]
    link: str
    location: str
    description: str
    people: tuple[PersonNamed, ...]
    recurring: bool
    occurrences: tuple[datetime, ...]
    company: str
    company_words: str
    role: str
    role_words: str
    uid: str
    recurrence_id: str
    sequence: int
    stamp: str
    known: Interview | None
    known_opportunity: Opportunity | None


@dataclass(frozen=True, slots=True)
class IncomingShown:
    """A file with its events, what to look at, and the text that could not be read.

    ``count`` events are in it, ``waiting`` of them unsettled; ``on_record`` tells that something of it is an
    interview now, ``more`` of a further page.
    """

    id: str
    name: str
    offered: tuple[Offered, ...]
    count: int
    waiting: int
    on_record: bool
    more: bool
    findings: tuple[Mapping[str, Any], ...]
    unreadable: tuple[str, ...]
    candidate: Candidate
    opportunities: tuple[Opportunity, ...]


def show_incoming(incoming_id: str, *, owner: str, about: str = "", page: int = 0) -> IncomingShown:
    """A file as its screen shows it. Raises :class:`NotFound`.

    Without ``page`` every event, in the file's order. A page (from 1) holds :data:`PAGE` of those whose
    words hold ``about``, in the order that finds the interviews in a whole exported calendar.
    """
    received = incoming.find_received(owner, incoming_id)
    events = received.reading.get("interviews", ())
    numbers = _found(events, received.settled, about) if page else list(range(len(events)))
    start = (page - 1) * PAGE if page else 0
    chosen = numbers[start : start + PAGE] if page else numbers
    _, known = remembered_facts(owner)
    return IncomingShown(
        id=received.id,
        name=received.name,
        offered=tuple(
            _offered(one, events[one], received.settled.get(str(one), ""), owner=owner, people=known.people)
            for one in chosen
        ),
        count=len(events),
        waiting=len(events) - len(received.settled),
        on_record=any(became != LEFT for became in received.settled.values()),
        more=len(numbers) > start + len(chosen),
        findings=tuple(received.reading.get("findings", ())),
        unreadable=tuple(received.reading.get("unreadable", ())),
        candidate=known.candidate,
        opportunities=tuple(open_opportunities(known)),
    )


def offered_in(incoming_id: str, number: int, *, owner: str) -> Offered:
    """One event of a file. Raises :class:`NotFound`."""
    received = incoming.find_received(owner, incoming_id)
    events = received.reading.get("interviews", ())
    if not 0 <= number < len(events):
        raise NotFound("There is no such interview in this file.")
    became = received.settled.get(str(number), "")
    people = remembered_facts(owner)[1].people
    return _offered(number, events[number], became, owner=owner, people=people)


def named_in(incoming_id: str, email: str, *, owner: str) -> PersonNamed:
    """Whom a file names by this address. Raises :class:`NotFound`."""
    wanted = email.strip().casefold()
    events = incoming.find_received(owner, incoming_id).reading.get("interviews", ())
    people = remembered_facts(owner)[1].people
    for one in (one for event in events for one in event["people"]):
        if wanted and one["email"].casefold() == wanted:
            return _person(one, people, "")
    raise NotFound("The file names nobody with this address.")


def _found(events: Sequence[Mapping[str, Any]], settled: Mapping[str, str], about: str) -> list[int]:
    """Numbers of the events that speak of ``about``: unsettled first, then likely interviews, then the latest."""
    words = about.casefold().split()
    numbers = [n for n, event in enumerate(events) if all(word in _words(event) for word in words)]
    numbers.sort(key=lambda n: events[n]["start"] or "", reverse=True)
    return sorted(numbers, key=lambda n: (str(n) in settled, -_likely(events[n])))


def _words(event: Mapping[str, Any]) -> str:
    people = " ".join(f"{one['name']} {one['email']}" for one in event["people"])
    return f"{event['summary']} {event['start']} {event['location']} {people}".casefold()


def _likely(event: Mapping[str, Any]) -> int:
    """How much an event looks like an interview."""
    return (
        2 * ("interview" in event["summary"].casefold())
        + bool(event.get("role"))
        + any(one["likely_interviewer"] for one in event["people"])
    )


def files_waiting(owner: str) -> tuple[incoming.Received, ...]:
    """Files with something still to confirm, newest first."""
    return incoming.waiting(owner)


def count_waiting(owner: str) -> int:
    """How many files have something still to confirm."""
    return incoming.count_waiting(owner)


def _offered(
    number: int, event: Mapping[str, Any], became: str, *, owner: str, people: tuple[Person, ...]
) -> Offered:
    row = records.invited(owner, event["uid"], event["recurrence_id"])
    cancelled = event["status"] == "CANCELLED"
    name = row.id if row else trail.one_of_series(owner, event["uid"]) if cancelled else ""
    known = facts.load_interview(owner, name) if name else None
    me = _perhaps_me(event["people"], remembered_facts(owner)[1].candidate.email)
    guess = {name: event.get(name) or {"text": "", "words": ""} for name in ("company", "role")}
    all_day = bool(event["all_day"])
    return Offered(
        number=number,
        sort=_sort(event, known, (row.sequence, row.stamp) if row else (0, "")),
        became=became,
        summary=event["summary"],
        start=_moment(event["start"]),
        end=None if all_day else _moment(event["end"]),
        all_day=all_day,
        last_day=date.fromisoformat(event["end"][:10]) if all_day and event["end"] else None,
        end_guessed=event["end_guessed"],
        zone=event["zone"],
        zone_certain=event["zone_certain"],
        zone_said=event["zone_said"],
        zone_suggestions=tuple(event["zone_suggestions"]),
        link=event["link"],
        location=event["location"],
        description=event["description"],
        people=tuple(_person(one, people, me) for one in event["people"]),
        recurring=event["recurring"],
        occurrences=tuple(moment for one in event["occurrences"] if (moment := _moment(one))),
        company=guess["company"]["text"],
        company_words=guess["company"]["words"],
        role=guess["role"]["text"],
        role_words=guess["role"]["words"],
        uid=event["uid"],
        recurrence_id=event["recurrence_id"],
        sequence=event["sequence"],
        stamp=event["dtstamp"] or "",
        known=known,
        known_opportunity=facts.load_opportunity(owner, known.opportunity) if known else None,
    )


def _sort(event: Mapping[str, Any], known: Interview | None, version: tuple[int, str]) -> Sort:
    """What the event asks, by iTIP (RFC 5546): a higher SEQUENCE, then a later DTSTAMP, replaces ``version``."""
    if event["method"] in ANSWERS:
        return Sort.ANSWER
    cancelled = event["status"] == "CANCELLED"
    if known is None:
        return Sort.STRANGE if cancelled else Sort.NEW
    if (event["sequence"], event["dtstamp"] or "") <= version:
        return Sort.KNOWN
    if cancelled:
        return Sort.KNOWN if known.status is InterviewStatus.CANCELLED else Sort.CALLED_OFF
    return Sort.MOVED


def _perhaps_me(named: Sequence[Mapping[str, Any]], mine: str) -> str:
    """The address that may be the user's, where none is known to be theirs."""
    if any(one["why"] == YOUR_OWN or (mine and one["email"].casefold() == mine.casefold()) for one in named):
        return ""
    return perhaps_the_user((one["email"], PersonRole(one["role"])) for one in named)


def _person(one: Mapping[str, Any], people: tuple[Person, ...], me: str) -> PersonNamed:
    email, name = one["email"].casefold(), " ".join((one["name"] or one["suggested_name"]).split()).casefold()
    by_address = next((p for p in people if email and p.email.casefold() == email), None)
    alike = (
        ()
        if by_address or not name
        else tuple(p for p in people if " ".join(p.name.split()).casefold() == name)
    )
    perhaps_me = bool(me) and one["email"] == me and by_address is None
    return PersonNamed(
        name=one["name"] or (by_address.name if by_address else one["suggested_name"]),
        email=one["email"],
        title=one["title"],
        role=one["role"],
        likely=one["likely_interviewer"] and not perhaps_me,
        why=one["why"],
        guessed=bool(not one["name"] and not by_address and one["suggested_name"]),
        on_record=by_address,
        perhaps_me=perhaps_me,
        alike=alike,
    )


def _moment(text: str | None) -> datetime | None:
    """A time of the reading; a bare day of an all-day event is its midnight."""
    return datetime.fromisoformat(text) if text else None
