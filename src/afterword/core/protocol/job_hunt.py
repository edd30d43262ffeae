"""Rule H: the hunt goes on every week until an offer is accepted, however good the last interview felt."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from afterword.core.facts import (
    Facts,
    LetterSent,
    Person,
    PersonId,
    Relation,
    Seminar,
    Touch,
    TouchKind,
    WeeklyAims,
)
from afterword.core.protocol import wording
from afterword.core.protocol.indexing import open_ledger
from afterword.core.protocol.keep_in_touch import last_contact
from afterword.core.protocol.ledger import Ledger
from afterword.core.protocol.playbook import Playbook
from afterword.core.protocol.steps import Act, Dropped, Progress, Rule, State, Step, Week
from afterword.core.protocol.window import Window
from afterword.core.protocol.workdays import DAY, at_local, first_zone, local_day, utc

T = TypeVar("T", Touch, LetterSent)

#: What is counted, where one is meant and where several are.
_TITLES = {
    "applications": ("application sent", "applications sent"),
    "new_contacts": ("new person met", "new people met"),
    "keep_in_touch": ("person you kept in touch with", "people you kept in touch with"),
    "seminars": ("seminar in view", "seminars in view"),
    "recruiters": ("recruiter spoken to", "recruiters spoken to"),
    "cards": ("business card given out", "business cards given out"),
}


def week(facts: Facts, *, playbook: Playbook, now: datetime) -> Week:
    """How this week's hunt stands, Monday to Sunday in the candidate's zone, and the next concrete thing of each aim."""
    return week_of(open_ledger(facts, playbook=playbook, now=now), facts)


def week_of(ledger: Ledger, facts: Facts) -> Week:
    """As :func:`week`, from facts that are already indexed."""
    hunt = _hunt(ledger, facts)
    accepted = ledger.acceptance
    if ledger.hunt_over and accepted is not None:
        reason = f"You accepted the offer for {accepted.title}; the hunt has reached its end, well done."
        return Week(monday=hunt.monday, progress=(), stopped=reason)
    aims = ((one.name, int(getattr(facts.aims, one.name))) for one in fields(WeeklyAims))
    return Week(
        monday=hunt.monday,
        progress=tuple(_AIMS[aim](hunt, aim, target) for aim, target in aims if target > 0),
    )


def hunt_steps(this_week: Week, *, ledger: Ledger) -> Iterator[Step | Dropped]:
    """One step per aim of the week, due on Sunday evening, best by Friday; dropped once an offer is accepted."""
    zone, hours = first_zone(ledger.candidate.zone), ledger.playbook.hours
    if this_week.stopped:
        yield Dropped(key="job_hunt", rule=Rule.JOB_HUNT, reason=this_week.stopped)
        return
    monday = this_week.monday
    window = Window(
        opens=at_local(monday, time(0), zone),
        target=at_local(monday + 4 * DAY, hours.polite_until, zone),
        due=at_local(monday + 6 * DAY, hours.polite_until, zone),
    ).shown(zone)
    for progress in this_week.progress:
        yield Step(
            key=f"job_hunt:{progress.aim}",
            rule=Rule.JOB_HUNT,
            act=Act.HUNT,
            state=State.DONE if progress.done >= progress.target else State.OPEN,
            reason=(
                f"This week: {progress.done} of {progress.target} {_TITLES[progress.aim][progress.target > 1]}; "
                f"the hunt goes on until you accept an offer, so next: {progress.next_thing}"
            ),
            person=progress.person,
            opens=window.opens,
            target=window.target,
            due=window.due,
        )


# ---------------------------------------------------------------- counting the week


@dataclass(frozen=True, slots=True)
class _Hunt:
    """What the aims are counted from; ``start`` and ``end`` bound the week in UTC."""

    ledger: Ledger
    facts: Facts
    zone: ZoneInfo
    monday: date
    start: datetime
    end: datetime

    def this_week(self, when: date) -> bool:
        """Whether a day lies in the week."""
        return self.monday <= when < self.monday + 7 * DAY

    def happened(self, moment: datetime) -> bool:
        """Whether an instant lies in the week."""
        return self.start <= utc(moment) < self.end

    def in_week(self, items: Sequence[T]) -> list[T]:
        """Those of a row in order of time that happened in the week, latest first."""
        if utc(items[-1].at) < self.start:
            return []
        return [one for one in reversed(items) if self.happened(one.at)]


def _hunt(ledger: Ledger, facts: Facts) -> _Hunt:
    """The week that holds ``now``, Monday to Sunday in the candidate's zone."""
    zone = first_zone(ledger.candidate.zone)
    today = ledger.now.day(zone)
    monday = today - timedelta(days=today.weekday())
    start, end = at_local(monday, time(0), zone), at_local(monday + 7 * DAY, time(0), zone)
    return _Hunt(ledger=ledger, facts=facts, zone=zone, monday=monday, start=start, end=end)


def _applications(hunt: _Hunt, aim: str, target: int) -> Progress:
    applied = [one for one in hunt.facts.opportunities if one.applied_on and hunt.this_week(one.applied_on)]
    leads = [
        story
        for story in hunt.ledger.stories
        if story.opportunity.applied_on is None and story.ending is None and not story.interviews
    ]
    thing = f"Apply for {leads[0].title}." if leads else "Choose one posting that fits your résumé and apply."
    return Progress(aim=aim, target=target, done=len(applied), next_thing=thing)


def _new_contacts(hunt: _Hunt, aim: str, target: int) -> Progress:
    met = [
        who
        for who, touches in hunt.ledger.touches.items()
        if touches[0].kind is TouchKind.MET and hunt.happened(touches[0].at)
    ]
    return Progress(
        aim=aim,
        target=target,
        done=len(met),
        next_thing="Ask somebody you know to introduce you to one person in your field.",
    )


def _keep_in_touch(hunt: _Hunt, aim: str, target: int) -> Progress:
    done = {who for who in _contacted(hunt) if hunt.ledger.person(who).relation is Relation.NETWORK}
    numbers = hunt.ledger.playbook.job_hunt
    person, thing = _quietest(hunt, Relation.NETWORK, numbers.network_quiet_days, done)
    thing = thing or "Write to somebody you worked or studied with."
    return Progress(aim=aim, target=target, done=len(done), next_thing=thing, person=person)


def _recruiters(hunt: _Hunt, aim: str, target: int) -> Progress:
    done = {who for who in _contacted(hunt) if hunt.ledger.person(who).relation is Relation.RECRUITER}
    numbers = hunt.ledger.playbook.job_hunt
    person, thing = _quietest(hunt, Relation.RECRUITER, numbers.recruiter_quiet_days, done)
    thing = thing or "Find one recruiter who works in your field and introduce yourself."
    return Progress(aim=aim, target=target, done=len(done), next_thing=thing, person=person)


def _cards(hunt: _Hunt, aim: str, target: int) -> Progress:
    given = [
        one
        for touches in hunt.ledger.touches.values()
        for one in hunt.in_week(touches)
        if one.kind is TouchKind.GAVE_CARD
    ]
    coming = _in_view(hunt)
    thing = (
        f"Take cards to “{coming[0].title}”."
        if coming
        else "Carry a few cards and give one to the next person you talk shop with."
    )
    return Progress(aim=aim, target=target, done=len(given), next_thing=thing)


def _seminars(hunt: _Hunt, aim: str, target: int) -> Progress:
    coming = _in_view(hunt)
    been = [one for one in hunt.facts.seminars if one.attended and hunt.happened(one.start)]
    thing = "Look for one seminar or conference of your profession and put it in view."
    if coming:
        on = wording.day(local_day(coming[0].start, first_zone(coming[0].zone, hunt.ledger.candidate.zone)))
        thing = f"“{coming[0].title}” is on {on}."
    return Progress(aim=aim, target=target, done=len({one.id for one in (*coming, *been)}), next_thing=thing)


def _in_view(hunt: _Hunt) -> list[Seminar]:
    """Gatherings that have not ended and begin within the playbook's view, soonest first."""
    now, view = hunt.ledger.now, timedelta(days=hunt.ledger.playbook.job_hunt.seminar_view_days)
    coming = [
        one
        for one in hunt.facts.seminars
        if not one.cancelled and now.before(utc(one.end)) and not now.before(utc(one.start) - view)
    ]
    return sorted(coming, key=lambda one: (utc(one.start), one.id))


def _contacted(hunt: _Hunt) -> set[PersonId]:
    """Whom the candidate met, wrote to or called this week."""
    ledger = hunt.ledger
    touched = {who for who, ones in ledger.touches.items() if hunt.in_week(ones)}
    return touched | {who for who, ones in ledger.letters.items() if hunt.in_week(ones)}


def _quietest(
    hunt: _Hunt, relation: Relation, quiet: int, done: set[PersonId]
) -> tuple[PersonId | None, str]:
    """Who of a kind has waited longest to hear from the candidate, and that in a sentence."""
    waiting: list[tuple[datetime, str, Person]] = []
    for person in hunt.ledger.people.values():
        if person.relation is relation and not person.do_not_contact and person.id not in done:
            last = last_contact(person, hunt.ledger)
            if last is None:
                return person.id, f"{person.name} has not heard from you yet; write or call."
            waiting.append((last, person.id, person))
    if not waiting:
        return None, ""
    last, _, person = min(waiting)
    days = hunt.ledger.now.days_since(last)
    since = f"for {days} days" if days >= quiet else f"since {wording.day(local_day(last, hunt.zone))}"
    return person.id, f"{person.name} has not heard from you {since}; write or call."


_AIMS: dict[str, Callable[[_Hunt, str, int], Progress]] = {
    "applications": _applications,
    "new_contacts": _new_contacts,
    "keep_in_touch": _keep_in_touch,
    "seminars": _seminars,
    "recruiters": _recruiters,
    "cards": _cards,
}
