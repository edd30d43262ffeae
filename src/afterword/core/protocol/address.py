"""An interviewer without a usable address: finding it comes before writing (rule T)."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from afterword.core.facts import LetterKind, PersonId, ReplyClass
from afterword.core.protocol.bounces import Bounce, standing_bounce
from afterword.core.protocol.ledger import Ledger, Story
from afterword.core.protocol.steps import Act, Rule, State, Step
from afterword.core.protocol.stops import why_stopped
from afterword.core.protocol.window import Window
from afterword.core.protocol.workdays import utc

_WRITE, _NOTE = Act.WRITE, LetterKind.CONNECTION_NOTE


def find_address(written: Iterable[Step], story: Story, *, ledger: Ledger) -> Iterator[Step]:
    """One step per person to whom something waits to be written, or came back, and who has no usable address.

    It stands beside the letter's own step, under rule R and without an interview, because an address is
    sought once, however many letters wait for it. ``written`` are the steps not done; the first of them that
    wanted the address tells the times, even if it has closed since.
    """
    waiting: dict[PersonId, list[Step]] = {}
    for step in written:
        if step.person is not None and _by_mail(step) and _in_doubt(step.person, ledger):
            waiting.setdefault(step.person, []).append(step)
    if not waiting and not ledger.bounces:
        return
    pending = {who for who, steps in waiting.items() if any(one.state is not State.CLOSED for one in steps)}
    for who in sorted(pending | _returned(story, ledger)):
        person = ledger.person(who)
        bounce = standing_bounce(person, ledger.bounces.get(who, ()), ledger.letters.get(who, ()))
        if (bounce is None and person.email) or person.do_not_contact:
            continue
        yield _step(who, waiting.get(who, []), bounce, story, ledger)


def _in_doubt(who: PersonId, ledger: Ledger) -> bool:
    """Whether somebody's address is missing or has ever failed."""
    return not ledger.person(who).email or who in ledger.bounces


def _by_mail(step: Step) -> bool:
    return step.act is _WRITE and step.letter is not _NOTE


def _returned(story: Story, ledger: Ledger) -> set[PersonId]:
    """Whose letter on this opportunity came back, while it still matters."""
    if not ledger.bounces:
        return set()
    if not any(one.klass is ReplyClass.BOUNCE for one in story.replies) or why_stopped(story, None, ledger):
        return set()
    return {
        bounces[-1].letter.to
        for bounces in ledger.bounces.values()
        if bounces[-1].reply.opportunity == story.opportunity.id
        and standing_bounce(
            ledger.person(bounces[-1].letter.to), bounces, ledger.letters.get(bounces[-1].letter.to, ())
        )
    }


def _step(who: PersonId, steps: list[Step], bounce: Bounce | None, story: Story, ledger: Ledger) -> Step:
    place = ledger.place(who, story)
    opens = [utc(step.opens) for step in steps if step.opens is not None]
    if bounce is not None:
        opens = [utc(bounce.reply.at)]
    window = Window(
        opens=min(opens, default=None),
        target=_first(step.target for step in steps),
        due=_first(step.due for step in steps),
    )
    shown = window.shown(place.zone)
    return Step(
        key=f"find_address:{story.opportunity.id}:{who}",
        rule=Rule.RELATIONSHIP,
        act=Act.FIND_ADDRESS,
        state=window.state(ledger.now),
        reason=_reason(who, bounce, story, ledger),
        person=who,
        opportunity=story.opportunity.id,
        opens=shown.opens,
        target=shown.target,
        due=shown.due,
    )


def _first(moments: Iterable[datetime | None]) -> datetime | None:
    return min((utc(moment) for moment in moments if moment is not None), default=None)


def _reason(who: PersonId, bounce: Bounce | None, story: Story, ledger: Ledger) -> str:
    name = ledger.name(who)
    if bounce is not None:
        on = ledger.day(bounce.reply.at, ledger.place(who, story))
        return (
            f"Your message to {name} came back on {on}; find the right address, for instance from the recruiter "
            "or coordinator, and send it again."
        )
    return (
        f"There is no e-mail address for {name}; find the address first, for instance from the recruiter or "
        "coordinator, so that the letter can leave in time."
    )
