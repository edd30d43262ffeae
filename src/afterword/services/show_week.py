"""This week's hunt: the aims, what is behind, and the next concrete thing (rule H)."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from afterword.core.errors import BadInput
from afterword.core.facts import Opportunity, OpportunityId, Seminar, WeeklyAims
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.steps import Week
from afterword.ports.ids import Ids
from afterword.services.show_today import show_today
from afterword.store import records
from afterword.store.memory import remembered_facts

MOST = 99  # no aim is larger


@dataclass(frozen=True, slots=True)
class WeekPage:
    """The week, its aims, and the events ahead."""

    week: Week
    aims: WeeklyAims
    seminars: tuple[Seminar, ...]


def show_week(*, owner: str, playbook: Playbook, now: datetime) -> WeekPage:
    """The hunt of this week."""
    today = show_today(owner=owner, playbook=playbook, now=now)
    ahead = [s for s in today.facts.seminars if s.end >= now and not s.cancelled]
    return WeekPage(today.plan.week, today.facts.aims, tuple(sorted(ahead, key=lambda s: s.start)))


def show_seminars(*, owner: str, now: datetime) -> tuple[tuple[Seminar, ...], tuple[Seminar, ...]]:
    """Events ahead, soonest first, and events past, newest first."""
    _, facts = remembered_facts(owner)
    ahead = sorted((s for s in facts.seminars if s.end >= now), key=lambda s: s.start)
    past = sorted((s for s in facts.seminars if s.end < now), key=lambda s: s.start, reverse=True)
    return tuple(ahead), tuple(past)


def keep_aims(given: dict[str, str], *, owner: str) -> None:
    """Set the week's aims. Raises :class:`BadInput` for a number outside 0 to 99."""
    numbers: dict[str, int] = {}
    for field in fields(WeeklyAims):
        text = given.get(field.name, "").strip()
        if not text.isdecimal() or len(text) > len(str(MOST)):
            raise BadInput(f"Give a number from 0 to {MOST} for each aim.")
        numbers[field.name] = int(text)
    records.keep_aims(owner, WeeklyAims(**numbers))


def log_application(*, company: str, role: str, on: date, owner: str, ids: Ids) -> OpportunityId:
    """An application sent: the opportunity is kept with its date and counts for the week."""
    if not company.strip() or not role.strip():
        raise BadInput("Which company and which role did you apply for?")
    kept = Opportunity(OpportunityId(ids.new()), company.strip(), role.strip(), applied_on=on)
    records.keep(owner, kept)
    return kept.id
