"""``afterword add reply [FILE]``: a word that came back; you say what it means."""

from datetime import date
from typing import Annotated

import typer

from afterword.cli.answer import print_json
from afterword.cli.asking import choose
from afterword.cli.given import free_text, moment
from afterword.cli.meant import opportunity_meant, person_meant
from afterword.cli.words import For, Json, Now
from afterword.cli.workspace import open_workspace
from afterword.core.errors import BadInput
from afterword.core.facts import ReplyClass
from afterword.services.log_reply import log_reply
from afterword.store.memory import remembered_facts

File = Annotated[str, typer.Argument(metavar="[FILE]", help="The words of the reply; - is standard input.")]
Says = Annotated[ReplyClass | None, typer.Option("--says", help="What it means; asked when not given.")]
Sender = Annotated[str, typer.Option("--from", metavar="PERSON", help="Who wrote it, if on record.")]
At = Annotated[str, typer.Option("--at", metavar="T", help="When it came, if not now.")]
Returns = Annotated[
    str, typer.Option("--returns", metavar="DAY", help="The return date of an out-of-office.")
]

MEANINGS = {
    ReplyClass.ACK: "Thanks, or received: no news",
    ReplyClass.NOT_YET: "Not decided yet",
    ReplyClass.NEXT_ROUND: "Another interview",
    ReplyClass.REJECTION: "No",
    ReplyClass.OFFER: "An offer",
    ReplyClass.AUTO_REPLY: "Out of office, or another automatic answer",
    ReplyClass.BOUNCE: "The address does not work",
    ReplyClass.OTHER: "Something else",
}


def command(
    file: File = "",
    says: Says = None,
    about: For = "",
    sender: Sender = "",
    at: At = "",
    returns: Returns = "",
    now: Now = "",
    json: Json = False,
) -> None:
    """Record a reply from the employer's side; the plan follows."""
    wiring = open_workspace(now=now)
    facts = remembered_facts(wiring.owner)[1]
    text = free_text(file) if file else ""
    meant = opportunity_meant(about, facts=facts)
    means = says or choose("What does it say?", [(words, kind) for kind, words in MEANINGS.items()])
    fact = log_reply(
        means,
        opportunity=meant.id,
        owner=wiring.owner,
        ids=wiring.ids,
        now=wiring.clock.now(),
        at=moment(at, zone=facts.candidate.zone) if at else None,
        sender=person_meant(sender, facts=facts).id if sender else "",
        returns=day(returns) if returns else None,
        text=text,
    )
    if json:
        print_json({"id": fact, "opportunity": meant.id, "class": means.value})
    else:
        print(
            f"{meant.role} at {meant.company}: {MEANINGS.get(means, means.value).lower()}. The plan follows."
        )


def day(text: str) -> date:
    """A day in ISO 8601."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"“{text}” is no day, such as 2026-12-01.") from error
