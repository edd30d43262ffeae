"""The capture arranged for a thumb: tabs of people, openings with their lines, the dates to confirm."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from afterword.core.facts import (
    Candidate,
    Interview,
    Opportunity,
    Party,
    Person,
    PersonId,
    Point,
    PointKind,
    Promise,
)
from afterword.core.reading.stems import Stem, stem_for, stems, typed_from
from afterword.ports.ids import Ids
from afterword.services.keep_debrief import Line
from afterword.services.keep_promise import PromiseHeard, promises_heard
from afterword.services.show_interview import DebriefShown
from afterword.web.interviews.when import when_words
from afterword.web.words import clock, zone_of

_KINDS = {kind.value: kind for kind in PointKind}


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line of the page; ``kept`` tells whether it is a point already."""

    id: str
    kind: PointKind
    typed: str = ""
    hush: bool = False
    kept: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class StemShown:
    """One opening with the lines under it: those kept, and a blank one."""

    stem: Stem
    lines: tuple[LineShown, ...]
    count: int

    @property
    def open(self) -> bool:
        """Whether the opening is unfolded from the start."""
        return self.count > 0


@dataclass(frozen=True, slots=True)
class Tab:
    """One interviewer to choose, with a tick once something is noted."""

    person: Person
    noted: bool
    current: bool


@dataclass(frozen=True, slots=True)
class CaptureBoard:
    """The whole page for one person; ``person`` is None where nobody is named yet."""

    interview: Interview
    opportunity: Opportunity
    when: str
    person: Person | None
    tabs: tuple[Tab, ...]
    stems: tuple[StemShown, ...]
    free_text: str
    heard: tuple[PromiseHeard, ...]
    promised: tuple[Promise, ...]
    own_promises: tuple[Promise, ...]
    promise_id: str
    previous: Person | None
    next: Person | None
    saved_at: str


def capture_board(view: DebriefShown, *, person: str, owner: str, ids: Ids, now: datetime) -> CaptureBoard:
    """The page for ``person``, or for the first interviewer without notes."""
    noted = {one: bool(debrief.points or debrief.free_text.strip()) for one, debrief in view.debriefs.items()}
    chosen = _chosen(view, person, noted)
    debrief = view.debriefs.get(chosen.id) if chosen else None
    place = view.people.index(chosen) if chosen else 0
    return CaptureBoard(
        interview=view.interview,
        opportunity=view.opportunity,
        when=when_words(view.interview, home=view.candidate.zone),
        person=chosen,
        tabs=tuple(Tab(one, noted.get(one.id, False), one == chosen) for one in view.people),
        stems=tuple(_stem(stem, debrief.points if debrief else (), ids) for stem in stems()),
        free_text=debrief.free_text if debrief else "",
        heard=promises_heard(
            view.debriefs.values(),
            interview=view.interview,
            owner=owner,
            known=view.promises,
            country=view.opportunity.country,
        ),
        promised=tuple(one for one in view.promises if one.by is Party.EMPLOYER and one.due),
        own_promises=tuple(one for one in view.promises if one.by is Party.CANDIDATE and not one.kept),
        promise_id=ids.new(),
        previous=view.people[place - 1] if chosen and place > 0 else None,
        next=view.people[place + 1] if chosen and place + 1 < len(view.people) else None,
        saved_at=clock(now.astimezone(_own_zone(view))),
    )


def _own_zone(view: DebriefShown) -> ZoneInfo:
    """The user's zone; until it is told, the one the interview was in."""
    told = view.candidate.zone
    return zone_of(view.interview.zone if told == Candidate().zone else told)


def _chosen(view: DebriefShown, person: str, noted: Mapping[PersonId, bool]) -> Person | None:
    named = [one for one in view.people if one.id == person]
    blank = [one for one in view.people if not noted.get(one.id)]
    return next(iter([*named, *blank, *view.people]), None)


def _stem(stem: Stem, points: tuple[Point, ...], ids: Ids) -> StemShown:
    kept = tuple(
        LineShown(one.id, one.kind, typed_from(one.kind, one.text), not one.mention, True, stem.hint)
        for one in points
        if one.kind is stem.kind
    )
    return StemShown(stem, (*kept, spare(stem.kind, ids)), len(kept))


def spare(kind: PointKind, ids: Ids) -> LineShown:
    """A blank line that already has the id its point will have."""
    return LineShown(ids.new(), kind, hint=stem_for(kind).hint)


def read_line(posted: Mapping[str, str], point: str) -> Line:
    """One posted line; an unknown kind counts as culture, the widest one."""
    return Line(
        id=point,
        kind=_KINDS.get(posted.get(f"kind-{point}", ""), PointKind.CULTURE),
        typed=posted.get(f"text-{point}", ""),
        mention=f"hush-{point}" not in posted,
    )


def read_lines(posted: Mapping[str, str]) -> Iterator[Line]:
    """Every line of a page sent as a whole."""
    for name in posted:
        if name.startswith("text-"):
            yield read_line(posted, name.removeprefix("text-"))
