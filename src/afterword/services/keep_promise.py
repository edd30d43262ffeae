"""Promises: what either side said it would do, by when. A date read out of notes counts only after a yes."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count, takewhile

from afterword.core.errors import BadInput, Refused
from afterword.core.facts import (
    Debrief,
    FactId,
    Happening,
    Interview,
    InterviewId,
    OpportunityId,
    Party,
    PointKind,
    Promise,
)
from afterword.core.reading.dates import read_date
from afterword.core.reading.walltime import known_zone
from afterword.ports.ids import Ids
from afterword.services.page_id import page_id
from afterword.store import facts, records, trail


@dataclass(frozen=True, slots=True)
class PromiseHeard:
    """A decision date read in the notes, with the words that gave it; ``id`` names the question about it.

    ``earliest`` differs from ``day`` where the words leave room; ``ambiguous`` asks for a closer look.
    """

    id: str
    interview: InterviewId
    day: date
    words: str
    said: str
    earliest: date | None = None
    ambiguous: bool = False


def promises_heard(
    debriefs: Iterable[Debrief],
    *,
    interview: Interview,
    owner: str,
    known: Iterable[Happening],
    country: str = "",
) -> tuple[PromiseHeard, ...]:
    """Decision dates in the notes of an interview that the user has neither confirmed nor turned down.

    ``known`` is what happened on the opportunity: a date of which a promise is on record is not asked about.
    Relative words ("next Friday") count from the end of the interview, where it took place.
    """
    said_at = interview.end.astimezone(known_zone(interview.zone))
    on_record = {one.due for one in known if isinstance(one, Promise) and one.by is Party.EMPLOYER}
    found: dict[str, PromiseHeard] = {}
    for text, promised in _texts(tuple(debriefs)):
        reading = read_date(text, now=said_at, country=country, promised=promised)
        if reading.date is None or reading.date in on_record:
            continue
        name = _question(interview, reading.date)
        if name not in found and not trail.recorded(owner, name):
            found[name] = PromiseHeard(
                name,
                interview.id,
                reading.date,
                reading.words,
                text,
                reading.earliest,
                reading.ambiguous,
            )
    return tuple(found.values())


def answer_promise(
    heard: str,
    *,
    day: date,
    said: str,
    yes: bool,
    owner: str,
    interview: str,
    now: datetime,
    instead: date | None = None,
) -> None:
    """Record the user's answer to "They decide by … — is that right?"; the same answer twice counts once.

    ``instead`` is the right date when ``day`` was not. A no is kept too, so that it is not asked again.
    """
    about = facts.load_interview(owner, interview)
    if heard != _question(about, day):
        raise BadInput("That question has changed since. Reload the page and answer it again.")
    if trail.recorded(owner, heard):
        return
    at = min(now, about.end)
    due = instead if yes and instead else day
    _check_due(due, about.start)
    promise = Promise(FactId(heard), at, about.opportunity, Party.EMPLOYER, said.strip(), due)
    with records.writing(owner):
        if yes:
            _replace_earlier(owner, promise, now)
        records.log(owner, promise)
        if not yes:
            records.retract(owner, heard, why="You said that this is no promised date.", now=now)


def log_promise(
    text: str,
    *,
    by: Party,
    due: date | None,
    opportunity: str,
    owner: str,
    ids: Ids,
    now: datetime,
    fact: str = "",
) -> None:
    """Record what one side promised. The candidate's own needs words; a date makes it a step of the plan.

    Raises :class:`BadInput` and :class:`NotFound`.
    """
    facts.load_opportunity(owner, opportunity)
    text = text.strip()
    if by is Party.CANDIDATE and not text:
        raise BadInput("What did you promise?")
    if by is Party.EMPLOYER and not (text or due):
        raise BadInput("What did they promise, or by when?")
    records.log(
        owner,
        Promise(FactId(page_id(fact, ids)), now, OpportunityId(opportunity), by, text or "a decision", due),
    )


def keep_own_promise(
    text: str,
    *,
    due: date | None,
    page: str,
    opportunity: str,
    owner: str,
    ids: Ids,
    now: datetime,
) -> None:
    """Keep what the user promised as it stands now on the page ``page``, however often that page is saved.

    Other words or another date take the place of what the page said before, which stays in the history as
    taken back; no words at all take the promise back. Raises :class:`NotFound`.
    """
    facts.load_opportunity(owner, opportunity)
    text, first = text.strip(), page_id(page, ids)
    with records.writing(owner):
        said = list(takewhile(lambda one: trail.recorded(owner, one), _wordings(first)))
        history = facts.load_history(owner, opportunity=opportunity, what="promise")
        standing = next((one for one in history if one.id in said and isinstance(one, Promise)), None)
        if standing and (standing.kept or (standing.text, standing.due) == (text, due)):
            return
        if standing:
            records.retract(owner, standing.id, why="You put it in other words.", now=now)
        if text:
            name = next(one for one in _wordings(first) if one not in said)
            about = OpportunityId(opportunity)
            records.log(owner, Promise(FactId(name), now, about, Party.CANDIDATE, text, due))


def _wordings(first: str) -> Iterator[str]:
    """Names for one promise as it is put first, second, third …; the same whenever they are asked for."""
    yield first
    for number in count(2):
        yield hashlib.blake2b(f"wording:{first}:{number}".encode(), digest_size=16).hexdigest()


def keep_promise(promise: str, *, owner: str, opportunity: str) -> None:
    """The promise was kept. Raises :class:`Refused` when it is not a promise of this opportunity."""
    there = facts.load_history(owner, opportunity=opportunity, what="promise")
    if promise not in {one.id for one in there}:
        raise Refused("There is no such promise here.")
    records.keep_promise_kept(owner, promise)


def _texts(debriefs: tuple[Debrief, ...]) -> Iterator[tuple[str, bool]]:
    """What may hold a decision date, and whether it was typed where only next steps are."""
    for debrief in debriefs:
        for point in debrief.points:
            if point.kind is PointKind.NEXT_STEP:
                yield point.text, True
    for debrief in debriefs:
        if debrief.free_text.strip():
            yield debrief.free_text, False


def _question(interview: Interview, day: date) -> str:
    """A name for "is this the date they promised in this interview?", the same whenever it is asked."""
    text = f"promise:{interview.id}:{day.isoformat()}"
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _replace_earlier(owner: str, promise: Promise, now: datetime) -> None:
    """One interview leaves one decision date: the one confirmed last."""
    for other in facts.load_history(owner, opportunity=promise.opportunity, what="promise"):
        if isinstance(other, Promise) and other.by is Party.EMPLOYER and other.at == promise.at:
            records.retract(owner, other.id, why="You confirmed another date for the same promise.", now=now)


def _check_due(due: date, said: datetime) -> None:
    if due < said.date():
        raise BadInput("A promised date cannot lie before the interview.")
