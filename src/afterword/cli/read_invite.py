"""``afterword read invite FILE…``: what calendar invitations say. Nothing is stored."""

from datetime import datetime
from typing import Annotated

import typer

from afterword.cli.answer import print_findings, print_json, print_line
from afterword.cli.exits import Exit
from afterword.cli.given import file_bytes
from afterword.cli.words import Json
from afterword.core.errors import BadInput
from afterword.core.reading.invitation.answer import to_json
from afterword.core.reading.invitation.values import InterviewRead, InvitationReading
from afterword.wiring import wired

Files = Annotated[list[str], typer.Argument(metavar="FILE…", help=".ics files, or messages that hold one.")]
Mine = Annotated[
    list[str] | None, typer.Option("--me", metavar="ADDR", help="Your own address; may be given again.")
]


def command(files: Files, me: Mine = None, json: Json = False) -> None:
    """Read calendar invitations and say what was understood, and what was not."""
    mine = frozenset(address.strip().casefold() for address in me or [])
    code = Exit.FINE
    for name in files:
        try:
            reading = wired().reader.read_invitation(file_bytes(name), mine=mine)
        except BadInput as error:
            if len(files) == 1:
                raise
            code = Exit.BAD_INPUT
            show_failure(name, str(error), json=json)
            continue
        code = code if reading.interviews else Exit.BAD_INPUT
        show(name, reading, json=json, alone=len(files) == 1)
    raise typer.Exit(code)


def show_failure(name: str, problem: str, *, json: bool) -> None:
    """One of several files could not be read at all."""
    if json:
        print_line({"file": name, "error": problem})
    else:
        print(f"{name}: {problem}\n")


def show(name: str, reading: InvitationReading, *, json: bool, alone: bool) -> None:
    """What one file says, as JSON (a line of its own when there are several files) or in words."""
    if json and alone:
        print_json(to_json(reading))
    elif json:
        print_line({"file": name, **to_json(reading)})
    else:
        print_reading(name, reading)


def print_reading(name: str, reading: InvitationReading) -> None:
    """What one file says, in words."""
    print(name)
    for interview in reading.interviews:
        print_interview(interview)
    if not reading.interviews:
        print("  No interview could be read.")
    print_findings(reading.findings)
    print()


def print_interview(interview: InterviewRead) -> None:
    """One interview: when, where, who, and what is only a guess."""
    print(f"  {interview.summary or 'Without a title'}{f' ({interview.status})' if interview.status else ''}")
    guessed = ", end guessed" if interview.end_guessed else ""
    zone = interview.zone or "zone unknown"
    sure = "" if interview.zone_certain else ", please confirm the zone"
    print(f"    when    {said(interview.start)} to {said(interview.end)} ({zone}{guessed}{sure})")
    for label, text in (("where", interview.location), ("link", interview.link)):
        if text:
            print(f"    {label:<7} {text}")
    for label, guess in (("company", interview.company), ("role", interview.role)):
        if guess:
            print(f"    {label:<7} {guess.text} (a guess, from “{guess.words}”)")
    for person in interview.people:
        mark = "x" if person.likely_interviewer else " "
        who = person.name or person.suggested_name or person.email
        address = f" <{person.email}>" if person.email and person.email != who else ""
        print(f"    [{mark}] {who}{address}: {person.why}")


def said(at: datetime | None) -> str:
    """A moment as the invitation gives it."""
    return "unknown" if at is None else f"{at:%a} {at.day} {at:%b %Y %H:%M}"
