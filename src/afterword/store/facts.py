"""Rows to records: everything the core derives from, read in a handful of queries."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import fields
from operator import attrgetter
from typing import Any, NamedTuple

from afterword.core import facts as f
from afterword.core.errors import NotFound
from afterword.store import models
from afterword.store.history import read_history
from afterword.store.seen import Row, Seen, records_of

#: What was seen of each part of the facts.
SeenParts = dict[str, Seen]


class Revision(NamedTuple):
    """Counters of changes: of anything else, of people, of the history."""

    other: int
    people: int
    history: int


def load_facts(owner: str, seen: SeenParts | None = None) -> f.Facts:
    """Everything the plan of ``owner`` is derived from (nine queries, whatever the number of rows).

    ``seen`` is what an earlier reading left: rows that are in it are the same records again.
    """
    candidate, aims = load_profile(owner)
    parts = {part: read_part(owner, part, seen=seen) for part in _PARTS}
    return f.Facts(candidate=candidate, aims=aims, **parts)


def load_profile(owner: str) -> tuple[f.Candidate, f.WeeklyAims]:
    """The candidate and the aims of the week."""
    workspace = models.Workspace.objects.filter(owner=owner).first()
    profile = workspace.profile if workspace else {}
    aims = workspace.aims if workspace else {}
    known = {x.name: int(aims[x.name]) for x in fields(f.WeeklyAims) if x.name in aims}
    return candidate_from(profile), f.WeeklyAims(**known)


def told_zone(owner: str) -> bool:
    """Whether the user or their computer has said which time zone is theirs; until then it counts as UTC."""
    return models.Workspace.objects.filter(owner=owner, profile__has_key="zone").exists()


def read_part(
    owner: str, part: str, ids: Collection[str] | None = None, *, seen: SeenParts | None = None
) -> tuple[Any, ...]:
    """One field of the facts, or those of its records that have one of the ids, in the order of :data:`ORDER`.

    ``seen``, for whole parts only, is what an earlier reading left.
    """
    if ids is not None:
        return tuple(_PARTS[part](owner, Seen(), id__in=list(ids)))
    return tuple(_PARTS[part](owner, Seen() if seen is None else seen.setdefault(part, Seen())))


#: The columns of a workspace that count changes, in the order of Revision; the later two count one part each.
COUNTERS = ("revision", "people_revision", "history_revision")
COUNTED = {"people_revision": "people", "history_revision": "history"}


def revision(owner: str) -> Revision:
    """Numbers that grow with every change of what the plan is derived from."""
    found = models.Workspace.objects.filter(owner=owner).values_list(*COUNTERS).first()
    return Revision(*found) if found else Revision(0, 0, 0)


def load_case(owner: str, interview: str) -> f.Case:
    """One interview as the writer sees it. Raises :class:`NotFound`."""
    found = next(iter(_interviews(owner, Seen(), id=interview)), None)
    if found is None:
        raise NotFound("There is no such interview.")
    workspace = models.Workspace.objects.get(owner=owner)
    history = list(read_history(owner, Seen(), opportunity=found.opportunity))
    promises = [h for h in history if isinstance(h, f.Promise) and h.by is f.Party.EMPLOYER and h.due]
    decisions = [h for h in history if isinstance(h, f.Decision)]
    people = {p.id: p for p in _people(owner, Seen(), id__in=list(found.interviewers))}
    return f.Case(
        candidate=candidate_from(workspace.profile),
        opportunity=load_opportunity(owner, found.opportunity),
        interview=found,
        interviewers=tuple(people[i] for i in found.interviewers if i in people),
        debriefs=tuple(load_debriefs(owner, interview)),
        promise=max(promises, key=lambda p: p.at, default=None),
        outcome=max(decisions, key=lambda d: d.at).outcome if decisions else f.Outcome.NOT_YET,
        connections=tuple(_connections(owner, Seen(), person__in=list(found.interviewers))),
        earlier=tuple(_earlier(owner, found)),
    )


def load_debriefs(owner: str, interview: str) -> Iterator[f.Debrief]:
    """The debrief of each interviewer of one interview."""
    notes = dict(
        models.DebriefNote.objects.filter(owner=owner, interview=interview).values_list("person", "text")
    )
    points: dict[str, list[f.Point]] = defaultdict(list)
    rows = models.Point.objects.filter(owner=owner, interview=interview).order_by("position", "id")
    for row in rows:
        points[row.person].append(
            f.Point(f.PointId(row.id), f.PointKind(row.kind), row.text, row.mention, source_of(row))
        )
    taking_part = models.Interviewer.objects.filter(owner=owner, interview=interview).order_by("position")
    for person in taking_part.values_list("person", flat=True):
        yield f.Debrief(
            f.InterviewId(interview), f.PersonId(person), tuple(points[person]), notes.get(person, "")
        )


def load_person(owner: str, person: str) -> f.Person:
    """One person. Raises :class:`NotFound`."""
    found = next(iter(_people(owner, Seen(), id=person)), None)
    if found is None:
        raise NotFound("There is no such person.")
    return found


def load_opportunity(owner: str, opportunity: str) -> f.Opportunity:
    """One opportunity. Raises :class:`NotFound`."""
    found = next(iter(_opportunities(owner, Seen(), id=opportunity)), None)
    if found is None:
        raise NotFound("There is no such opportunity.")
    return found


def load_interview(owner: str, interview: str) -> f.Interview:
    """One interview. Raises :class:`NotFound`."""
    found = next(iter(_interviews(owner, Seen(), id=interview)), None)
    if found is None:
        raise NotFound("There is no such interview.")
    return found


def load_history(owner: str, **where: object) -> tuple[f.Happening, ...]:
    """What has happened (not what was retracted), oldest first, narrowed by columns of the table."""
    return tuple(read_history(owner, Seen(), **where))


def candidate_from(profile: dict[str, Any]) -> f.Candidate:
    """The candidate from the stored profile; absent names keep their defaults."""
    known: dict[str, Any] = {x.name: profile[x.name] for x in fields(f.Candidate) if x.name in profile}
    for name, kind in (("employers", f.Employment), ("schools", f.School)):
        if name in known:
            known[name] = tuple(kind(**entry) for entry in known[name])
    for name in ("strengths", "achievements", "certificates", "associations"):
        if name in known:
            known[name] = tuple(known[name])
    return f.Candidate(**known)


def source_of(row: models.Sourced) -> f.Source:
    """Where a row came from."""
    return f.Source(f.Origin(row.source_origin), row.source_reference, row.source_confirmed)


def _source(origin: str, reference: str, confirmed: bool) -> f.Source:
    if origin == "typed" and not reference and confirmed:
        return _TYPED
    return f.Source(f.Origin(origin), reference, confirmed)


# Columns are read in the order of the fields, so rows are spread into the records unnamed.
_PERSON: Callable[..., f.Person] = f.Person
_OPPORTUNITY: Callable[..., f.Opportunity] = f.Opportunity
_INTERVIEW: Callable[..., f.Interview] = f.Interview
_SEMINAR: Callable[..., f.Seminar] = f.Seminar

_TYPED = f.Source()
_SOURCE = ("source_origin", "source_reference", "source_confirmed")
_RELATIONS = {relation.value: relation for relation in f.Relation}


def _people(owner: str, seen: Seen, **where: object) -> Iterator[f.Person]:
    columns = (
        "id", "name", "relation", "title", "company", "greeting", "email", "phone", "zone", "country", "notes",
        "cadence_days", "next_touch", "do_not_contact", *_SOURCE,
    )  # fmt: skip
    rows = models.Person.objects.filter(owner=owner, **where).order_by("id")
    return records_of(rows, columns, _person, seen=seen)


def _person(*row: Any) -> f.Person:
    return _PERSON(row[0], row[1], _RELATIONS[row[2]], *row[3:14], _source(*row[14:17]))


def _opportunities(owner: str, seen: Seen, **where: object) -> Iterator[f.Opportunity]:
    columns = (
        "id", "company", "role", "industry", "contact", "recruiter", "applied_on", "call_unwelcome", "country",
        *_SOURCE,
    )  # fmt: skip
    rows = models.Opportunity.objects.filter(owner=owner, **where).order_by("id")
    return records_of(rows, columns, _opportunity, seen=seen)


def _opportunity(*row: Any) -> f.Opportunity:
    return _OPPORTUNITY(*row[:4], row[4] or None, row[5] or None, *row[6:9], _source(*row[9:12]))


def _interviews(owner: str, seen: Seen, **where: object) -> Iterator[f.Interview]:
    taking_part: dict[str, list[f.PersonId]] = defaultdict(list)
    links = models.Interviewer.objects.filter(owner=owner)
    if where:
        wanted = models.Interview.objects.filter(owner=owner, **where)
        links = links.filter(interview__in=wanted.values("id"))
    for interview, person in links.order_by("position").values_list("interview", "person"):
        taking_part[interview].append(f.PersonId(person))
    columns = (
        "id", "opportunity", "start", "end", "zone", "round", "format", "status", "end_guessed", "all_day",
        "location", "link", *_SOURCE,
    )  # fmt: skip
    rows = models.Interview.objects.filter(owner=owner, **where).order_by("id")

    def who(row: Row) -> Row:
        return (tuple(taking_part.get(row[0], ())),)

    return records_of(rows, columns, _interview, seen=seen, beside=who)


def _interview(*row: Any) -> f.Interview:
    """The columns, and the interviewers behind them."""
    return _INTERVIEW(
        *row[:5], row[15], row[5], row[6], f.InterviewStatus(row[7]), *row[8:12], _source(*row[12:15])
    )


def _connections(owner: str, seen: Seen, **where: object) -> Iterator[f.PointOfConnection]:
    columns = ("id", "person", "kind", "text", "years", *_SOURCE)
    rows = models.PointOfConnection.objects.filter(owner=owner, **where).order_by("id")
    return records_of(rows, columns, _connection, seen=seen)


def _connection(*row: Any) -> f.PointOfConnection:
    return f.PointOfConnection(
        row[0], row[1], f.PointOfConnectionKind(row[2]), row[3], row[4], _source(*row[5:8])
    )


def _seminars(owner: str, seen: Seen, **where: object) -> Iterator[f.Seminar]:
    columns = ("id", "title", "start", "end", "zone", "place", "url", "attended", "cancelled", *_SOURCE)
    rows = models.Seminar.objects.filter(owner=owner, **where).order_by("start", "id")
    return records_of(rows, columns, _seminar, seen=seen)


def _seminar(*row: Any) -> f.Seminar:
    return _SEMINAR(*row[:9], _source(*row[9:12]))


_PARTS: dict[str, Callable[..., Iterator[Any]]] = {
    "people": _people,
    "opportunities": _opportunities,
    "interviews": _interviews,
    "history": read_history,
    "connections": _connections,
    "seminars": _seminars,
}

#: What the records of each part are sorted by.
ORDER: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(_PARTS, attrgetter("id")),
    "history": attrgetter("at", "id"),
    "seminars": attrgetter("start", "id"),
}


def _earlier(owner: str, interview: f.Interview) -> Iterator[f.EarlierLetter]:
    """Letters already sent to the same people, or for the same opportunity, before this interview's own."""
    rows = models.Letter.objects.filter(owner=owner, state="sent").exclude(interview=interview.id)
    wanted = rows.filter(person__in=list(interview.interviewers)) | rows.filter(
        opportunity=interview.opportunity
    )
    for person, kind, body in wanted.order_by("sent_at").values_list("person", "kind", "body"):
        yield f.EarlierLetter(f.PersonId(person), f.LetterKind(kind), body)
