"""``afterword debrief``: the two-minute capture, one interviewer after another, kept line by line."""

import sys
from typing import Annotated

import typer

from afterword.cli.answer import print_json
from afterword.cli.asking import ask, ask_yes
from afterword.cli.meant import interview_meant
from afterword.cli.words import Json, Now
from afterword.cli.workspace import open_workspace
from afterword.core.errors import BadInput
from afterword.core.facts import Interview, Person
from afterword.core.reading.stems import stems
from afterword.services.keep_debrief import Line, keep_free_text, keep_line
from afterword.services.keep_promise import answer_promise, promises_heard
from afterword.services.show_interview import show_debrief
from afterword.store.memory import remembered_facts
from afterword.wiring import Wiring

Which = Annotated[
    str, typer.Argument(metavar="[WORDS]", help="Which interview; the latest that has ended otherwise.")
]

HOW = """Finish the lines you have something for; Enter leaves one out. A line that begins with - is kept
and never mentioned in a letter. Each line is saved as you press Enter."""


def command(which: Which = "", now: Now = "", json: Json = False) -> None:
    """Tell what each interviewer said, in two minutes; every line is kept as you type it."""
    wiring = open_workspace(now=now)
    facts = remembered_facts(wiring.owner)[1]
    interview = interview_meant(which, facts=facts, now=wiring.clock.now())
    shown = show_debrief(interview.id, owner=wiring.owner)
    if not shown.people:
        raise BadInput("Nobody is noted as interviewer yet. Add who interviewed you first.")
    print(f"{shown.opportunity.role} at {shown.opportunity.company}. {HOW}", file=sys.stderr)
    kept = sum(capture(person, interview=interview, wiring=wiring) for person in shown.people)
    confirmed = settle_promises(interview, wiring=wiring)
    if json:
        print_json({"interview": interview.id, "points": kept, "promises": confirmed})
    else:
        print(f"{kept} points kept. `afterword today` shows what follows.")


def capture(person: Person, *, interview: Interview, wiring: Wiring) -> int:
    """The lines about one person; the value is how many points there are more."""
    print(f"\n{person.name}", file=sys.stderr)
    kept = 0
    for stem in stems():
        typed = ask(f"  {stem.stem}")
        line = Line(
            wiring.ids.new(), stem.kind, typed.removeprefix("-").strip(), mention=not typed.startswith("-")
        )
        kept += keep_line(line, owner=wiring.owner, interview=interview.id, person=person.id)
    if free := ask("  Anything else:"):
        before = show_debrief(interview.id, owner=wiring.owner).debriefs.get(person.id)
        text = "\n".join(filter(None, (before.free_text if before else "", free)))
        keep_free_text(text, owner=wiring.owner, interview=interview.id, person=person.id)
    return kept


def settle_promises(interview: Interview, *, wiring: Wiring) -> int:
    """Ask about each decision date heard; the value is how many the user confirmed."""
    shown = show_debrief(interview.id, owner=wiring.owner)
    confirmed = 0
    for heard in promises_heard(
        shown.debriefs.values(),
        interview=interview,
        owner=wiring.owner,
        known=shown.promises,
        country=shown.opportunity.country,
    ):
        day = f"{heard.day:%A} {heard.day.day} {heard.day:%B}"
        yes = ask_yes(f"\nThey decide by {day} (“{heard.words}”), is that right?")
        answer_promise(
            heard.id,
            day=heard.day,
            said=heard.said,
            yes=yes,
            owner=wiring.owner,
            interview=interview.id,
            now=wiring.clock.now(),
        )
        confirmed += yes
    return confirmed
