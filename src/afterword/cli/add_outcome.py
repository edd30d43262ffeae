"""``afterword add outcome``: how an opportunity stands now."""

from typing import Annotated

import typer

from afterword.cli.answer import print_json
from afterword.cli.given import moment
from afterword.cli.meant import opportunity_meant
from afterword.cli.words import For, Json, Now
from afterword.cli.workspace import open_workspace
from afterword.core.facts import Outcome
from afterword.services.record_outcome import record_outcome
from afterword.store.memory import remembered_facts

What = Annotated[Outcome, typer.Argument(help="What was decided.")]
At = Annotated[str, typer.Option("--at", metavar="T", help="When it came, if not now.")]
Note = Annotated[str, typer.Option("--note", help="In your words.")]


def command(
    outcome: What, about: For = "", at: At = "", note: Note = "", now: Now = "", json: Json = False
) -> None:
    """Record how an opportunity stands; the plan follows."""
    wiring = open_workspace(now=now)
    facts = remembered_facts(wiring.owner)[1]
    meant = opportunity_meant(about, facts=facts)
    fact = record_outcome(
        outcome,
        opportunity=meant.id,
        owner=wiring.owner,
        ids=wiring.ids,
        now=wiring.clock.now(),
        at=moment(at, zone=facts.candidate.zone) if at else None,
        note=note,
    )
    if json:
        print_json({"id": fact, "opportunity": meant.id, "outcome": outcome.value})
    else:
        print(f"{meant.role} at {meant.company}: {outcome.value.replace('_', ' ')}. The plan follows.")
