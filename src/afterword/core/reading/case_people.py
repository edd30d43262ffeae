"""The people of a case file: the candidate, those who were met, and what is remembered of each."""

from collections.abc import Callable
from typing import TypeVar

from afterword.core.facts import (
    Candidate,
    Debrief,
    Employment,
    FactId,
    InterviewId,
    Opportunity,
    Origin,
    Person,
    PersonId,
    Point,
    PointId,
    PointKind,
    PointOfConnection,
    PointOfConnectionKind,
    Relation,
    School,
    Source,
)
from afterword.core.reading import workline
from afterword.core.reading.loose import Noted, Record, first_words, items, one_of, record, texts, words

Line = TypeVar("Line", Employment, School)

_RELATIONS = {
    "manager": Relation.HIRING_MANAGER,
    "colleague": Relation.PEER,
    "team_member": Relation.PEER,
    "human_resources": Relation.HR,
    "talent": Relation.HR,
    "agency": Relation.RECRUITER,
    "agency_recruiter": Relation.RECRUITER,
    "scheduler": Relation.COORDINATOR,
}
_POINT_KINDS = {
    "next": PointKind.NEXT_STEP,
    "next_steps": PointKind.NEXT_STEP,
    "questions": PointKind.QUESTION,
    "problem": PointKind.CHALLENGE,
    "common_ground": PointKind.CONNECTION,
}
_ORIGINS = {
    "x": Origin.TWITTER,
    "twitter_x": Origin.TWITTER,
    "cv": Origin.RESUME,
    "email": Origin.MESSAGE,
    "user": Origin.TYPED,
}


def read_candidate(source: Record, *, zone: str, noted: Noted) -> Candidate:
    """The job seeker; jobs and schools may be lines of text or objects."""
    if not words(source.get("name")):
        noted.warn("candidate.unnamed", "The case file does not name the candidate; letters need a name.")
    return Candidate(
        name=words(source.get("name")),
        headline=words(source.get("headline")),
        email=words(source.get("email")),
        phone=words(source.get("phone")),
        zone=zone,
        locale=words(source.get("locale")) or "en-US",
        link=first_words(source, "link", "url", "linkedin"),
        strengths=texts(source.get("strengths")),
        achievements=texts(source.get("achievements")),
        employers=_lines(source, ("employers", "employer", "work"), workline.employment, _job),
        schools=_lines(source, ("schools", "school", "education"), workline.school, _school),
        certificates=texts(source.get("certificates")),
        associations=texts(source.get("associations")),
    )


def read_people(
    value: object, *, opportunity: Opportunity, noted: Noted, prefix: str = "i"
) -> tuple[Person, ...]:
    """People in the order of the file; without an id of their own they are i1, i2 … (never one twice)."""
    people: dict[PersonId, Person] = {}
    for place, item in enumerate(items(value), start=1):
        source = record(item) or {"name": words(item)}
        person = _person(source, opportunity=opportunity, fallback=f"{prefix}{place}", noted=noted)
        if person.id in people:
            noted.warn(
                "person.twice", f"Two people have the id “{person.id}”; the second became {prefix}{place}."
            )
            person = _person(
                {**source, "id": ""}, opportunity=opportunity, fallback=f"{prefix}{place}", noted=noted
            )
        people[person.id] = person
    if prefix == "i" and not people:
        noted.warn("interviewers.missing", "The case file names no interviewer.")
    return tuple(people.values())


def read_debriefs(
    value: object, *, interview: InterviewId, people: tuple[Person, ...], noted: Noted
) -> tuple[Debrief, ...]:
    """What is remembered of each person; a debrief of nobody belongs to the only interviewer, if one."""
    debriefs = []
    for item in items(value):
        source = record(item)
        person = _whom(first_words(source, "interviewer", "person", "to"), people)
        if person is None:
            noted.warn(
                "debrief.nobody",
                "A debrief names nobody on the list of interviewers and was left out.",
                *(known.id for known in people),
            )
            continue
        points = tuple(
            point
            for place, told in enumerate(items(source.get("points")), start=1)
            if (point := _point(told, fallback=f"{person}-{place}", noted=noted))
        )
        free_text = source.get("free_text")
        debriefs.append(Debrief(interview, person, points, free_text if isinstance(free_text, str) else ""))
    return tuple(debriefs)


def read_connections(
    value: object, *, people: tuple[Person, ...], noted: Noted
) -> tuple[PointOfConnection, ...]:
    """Points of connection; where each was found decides whether it may be raised."""
    found = []
    for place, item in enumerate(items(value), start=1):
        source = record(item)
        person = _whom(first_words(source, "person", "to", "interviewer"), people)
        if person is None or not words(source.get("text")):
            message = "A point of connection without a person or text was left out."
            noted.warn("connection.unreadable", message)
            continue
        found.append(_connection(source, fact=FactId(f"connection-{place}"), person=person, noted=noted))
    return tuple(found)


def _connection(source: Record, *, fact: FactId, person: PersonId, noted: Noted) -> PointOfConnection:
    kind = one_of(
        source.get("kind"),
        PointOfConnectionKind,
        aliases={},
        other=PointOfConnectionKind.OTHER,
        noted=noted,
        field="connection",
    )
    origin = one_of(
        source.get("source"), Origin, aliases=_ORIGINS, other=Origin.TYPED, noted=noted, field="source"
    )
    text, years = words(source.get("text")), words(source.get("years"))
    return PointOfConnection(fact, person, kind, text, years, Source(origin))


def _person(source: Record, *, opportunity: Opportunity, fallback: str, noted: Noted) -> Person:
    name = words(source.get("name"))
    if not name:
        noted.warn("person.unnamed", f"The person {words(source.get('id')) or fallback} has no name.")
    relation = one_of(
        source.get("relation"),
        Relation,
        aliases=_RELATIONS,
        other=Relation.OTHER,
        noted=noted,
        field="relation",
    )
    company = words(source.get("company"))
    outside = relation in {Relation.RECRUITER, Relation.NETWORK}
    return Person(
        id=PersonId(words(source.get("id")) or fallback),
        name=name,
        relation=relation,
        title=words(source.get("title")),
        company=company or ("" if outside else opportunity.company),
        greeting=words(source.get("greeting")),
        email=words(source.get("email")),
        phone=words(source.get("phone")),
        zone=words(source.get("zone")),
        country=words(source.get("country")).upper(),
        notes=words(source.get("notes")),
        do_not_contact=source.get("do_not_contact") is True,
    )


def _whom(said: str, people: tuple[Person, ...]) -> PersonId | None:
    """Who is meant: by id, else by name; nobody named means the only person there is."""
    if not said:
        return people[0].id if len(people) == 1 else None
    for person in people:
        if said in {person.id, person.name}:
            return person.id
    return None


def _point(item: object, *, fallback: str, noted: Noted) -> Point | None:
    source = record(item) or {"text": words(item)}
    text = words(source.get("text"))
    if not text:
        return None
    return Point(
        id=PointId(words(source.get("id")) or fallback),
        kind=one_of(
            source.get("kind"),
            PointKind,
            aliases=_POINT_KINDS,
            other=PointKind.CULTURE,
            noted=noted,
            field="kind",
        ),
        text=text,
        mention=source.get("mention") is not False and source.get("do_not_mention") is not True,
    )


def _lines(
    source: Record, names: tuple[str, ...], typed: Callable[[str], Line], told: Callable[[Record], Line]
) -> tuple[Line, ...]:
    held = next((source[name] for name in names if source.get(name)), None)
    return tuple(
        told(record(item)) if record(item) else typed(words(item))
        for item in items(held)
        if record(item) or words(item)
    )


def _job(source: Record) -> Employment:
    return Employment(
        organisation=first_words(source, "organisation", "organization", "company", "employer", "name"),
        title=first_words(source, "title", "position", "role"),
        start=first_words(source, "start", "startDate"),
        end=first_words(source, "end", "endDate"),
        text=words(source.get("text")),
    )


def _school(source: Record) -> School:
    return School(
        name=first_words(source, "name", "school", "institution"),
        degree=first_words(source, "degree", "studyType"),
        start=first_words(source, "start", "startDate"),
        end=first_words(source, "end", "endDate"),
        text=words(source.get("text")),
    )
