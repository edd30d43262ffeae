"""``afterword add reply [FILE]``: a word that came back, typed or as the saved mail; you say what it means."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

import typer

from afterword.cli.answer import print_json
from afterword.cli.asking import choose
from afterword.cli.given import file_bytes, moment
from afterword.cli.meant import opportunity_meant, person_meant
from afterword.cli.words import For, Json, Now
from afterword.cli.workspace import open_workspace
from afterword.core.errors import BadInput
from afterword.core.facts import Person, ReplyClass
from afterword.core.reading.decode import decode
from afterword.core.reading.invitation.mail import looks_like_mail
from afterword.core.reading.message import read_mail
from afterword.services.log_reply import log_reply
from afterword.store.memory import remembered_facts

File = Annotated[
    str,
    typer.Argument(
        metavar="[FILE]", help="The words of the reply, or the saved mail (.eml); - is standard input."
    ),
]
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
    now_at = wiring.clock.now()
    came = came_in(file, people=facts.people, now=now_at) if file else Came("")
    meant = opportunity_meant(about, facts=facts)
    means = says or choose(
        f"{came.about}What does it say?", [(words, kind) for kind, words in MEANINGS.items()]
    )
    fact = log_reply(
        means,
        opportunity=meant.id,
        owner=wiring.owner,
        ids=wiring.ids,
        now=now_at,
        at=moment(at, zone=facts.candidate.zone) if at else came.at,
        sender=person_meant(sender, facts=facts).id if sender else came.sender,
        returns=day(returns) if returns else None,
        text=came.text,
    )
    if json:
        print_json({"id": fact, "opportunity": meant.id, "class": means.value})
    else:
        print(
            f"{meant.role} at {meant.company}: {MEANINGS.get(means, means.value).lower()}. The plan follows."
        )


@dataclass(frozen=True, slots=True)
class Came:
    """What a file tells of a reply: its words, and from a mail whose it is, when it came and what it is about."""

    text: str
    sender: str = ""
    at: datetime | None = None
    about: str = ""


def came_in(file: str, *, people: Iterable[Person], now: datetime) -> Came:
    """Read the words of a reply; of a mail also its sender, if on record by address, and its time, never to come."""
    data = file_bytes(file)
    if not looks_like_mail(data):
        return Came(decode(data).text)
    mail = read_mail(data)
    known = {one.email.strip().casefold(): one.id for one in people if one.email.strip()}
    named = (*mail.failed, mail.address)
    return Came(
        text=mail.text,
        sender=next((known[one] for one in named if one in known), ""),
        at=min(mail.at, now) if mail.at else None,
        about=f"“{mail.subject}” from {mail.name or mail.address or 'somebody'}. ",
    )


def day(text: str) -> date:
    """A day in ISO 8601."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"“{text}” is no day, such as 2026-12-01.") from error
