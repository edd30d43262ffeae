"""The debrief, kept as it is typed: points, the free box, what is not to be mentioned."""

from dataclasses import dataclass

from afterword.core.errors import BadInput, NotFound
from afterword.core.facts import Point, PointId, PointKind
from afterword.core.reading.stems import note_from
from afterword.services.page_id import is_id
from afterword.store import facts, records

LONGEST_POINT = 2_000
LONGEST_FREE_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the capture: the id its page gave it, its kind, what was typed after the opening."""

    id: str
    kind: PointKind
    typed: str
    mention: bool = True


def keep_line(line: Line, *, owner: str, interview: str, person: str) -> bool:
    """Save one line as it stands, again and again under its id; a blank line is no point.

    Returns whether this made a new point. Personal points are never for mentioning. Raises
    :class:`NotFound` when the person took no part, :class:`BadInput` for a line too long or without an id.
    """
    _check(owner, interview, person)
    if not is_id(line.id):
        raise BadInput("This line came without its number. Reload the page; what was saved is there.")
    note = note_from(line.kind, line.typed)
    if len(note) > LONGEST_POINT:
        raise BadInput(f"One point holds up to {LONGEST_POINT:,} characters; the free box below takes more.")
    before = _points(owner, interview)
    if line.id in before and before[line.id] != person:
        raise BadInput("This line belongs to another person's debrief.")
    if not note:
        records.drop_point(owner, line.id)
        return False
    point = Point(PointId(line.id), line.kind, note, line.mention and line.kind is not PointKind.PERSONAL)
    records.keep_point(owner, interview, person, point)
    return line.id not in before


def drop_line(line: str, *, owner: str, interview: str, person: str) -> None:
    """Take one point of this person's debrief away; twice is fine."""
    if _points(owner, interview).get(line) == person:
        records.drop_point(owner, line)


def keep_free_text(text: str, *, owner: str, interview: str, person: str) -> None:
    """Save the free box as it stands. Raises :class:`BadInput` when it is too long to be notes."""
    _check(owner, interview, person)
    if len(text) > LONGEST_FREE_TEXT:
        raise BadInput(f"The notes on one person hold up to {LONGEST_FREE_TEXT:,} characters.")
    records.keep_free_text(owner, interview, person, text.replace("\r\n", "\n"))


def _check(owner: str, interview: str, person: str) -> None:
    if person not in facts.load_interview(owner, interview).interviewers:
        raise NotFound("This person took no part in the interview.")


def _points(owner: str, interview: str) -> dict[str, str]:
    """Point id -> the person it is about, for one interview."""
    return {
        point.id: debrief.interviewer
        for debrief in facts.load_debriefs(owner, interview)
        for point in debrief.points
    }
