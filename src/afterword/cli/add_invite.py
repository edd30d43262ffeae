"""``afterword add invite FILE…``: import invitations; nothing in them counts before you have said yes."""

from pathlib import Path
from typing import Annotated

import typer

from afterword.cli.answer import paragraph, print_json
from afterword.cli.asking import ask_yes
from afterword.cli.confirming import Told, confirmed, people_of, same_person
from afterword.cli.exits import Exit
from afterword.cli.given import file_bytes
from afterword.cli.words import Json, Now
from afterword.cli.workspace import open_workspace
from afterword.core.errors import AfterwordError, BadInput
from afterword.services.confirm_interview import call_off, confirm_interview, move_interview
from afterword.services.import_invitation import import_invitation
from afterword.services.place_people import SameName
from afterword.services.show_incoming import Offered, Sort, show_incoming
from afterword.wiring import Wiring

Files = Annotated[list[str], typer.Argument(metavar="FILE…", help=".ics files, or messages that hold one.")]
Mine = Annotated[
    list[str] | None, typer.Option("--me", metavar="ADDR", help="Your own address; may be given again.")
]
Company = Annotated[str, typer.Option("--company", help="The company, so that it is not asked.")]
Role = Annotated[str, typer.Option("--role", help="The role, so that it is not asked.")]
Zone = Annotated[str, typer.Option("--zone", help="The time zone, for a file that does not say it.")]
Yes = Annotated[bool, typer.Option("--yes", help="Take what was read as it stands; ask nothing.")]

NOTHING_TO_DO = {
    Sort.KNOWN: "is on record already, and this file holds nothing newer",
    Sort.STRANGE: "is called off, but was never on record",
    Sort.ANSWER: "is only somebody's answer",
}


def command(
    files: Files,
    me: Mine = None,
    company: Company = "",
    role: Role = "",
    zone: Zone = "",
    yes: Yes = False,
    now: Now = "",
    json: Json = False,
) -> None:
    """Import invitations, confirm what was read, and keep the interviews."""
    wiring = open_workspace(now=now)
    mine = frozenset(address.strip().casefold() for address in me or [])
    told = Told(company=company, role=role, zone=zone, yes=yes)
    answers: list[dict[str, object]] = []
    for name in files:
        try:
            answers.append(add(name, mine=mine, told=told, wiring=wiring))
        except AfterwordError as error:
            answers.append({"file": name, "error": str(error), "interviews": []})
    if json:
        print_json({"files": answers})
    else:
        for answer in answers:
            print_answer(answer)
    raise typer.Exit(Exit.BAD_INPUT if any("error" in answer for answer in answers) else Exit.FINE)


def add(name: str, *, mine: frozenset[str], told: Told, wiring: Wiring) -> dict[str, object]:
    """Import one file and settle each interview in it."""
    kept = import_invitation(
        file_bytes(name),
        name=Path(name).name,
        owner=wiring.owner,
        reader=wiring.reader,
        ids=wiring.ids,
        now=wiring.clock.now(),
        mine=mine,
    )
    shown = show_incoming(kept.id, owner=wiring.owner)
    findings = [str(finding["message"]) for finding in shown.findings]
    if not shown.offered:
        raise BadInput(" ".join([f"No interview could be read in {name}.", *findings]))
    settled = [settle(offered, file=kept.id, told=told, wiring=wiring) for offered in shown.offered]
    return {"file": name, "again": kept.again, "interviews": settled, "findings": findings}


def settle(offered: Offered, *, file: str, told: Told, wiring: Wiring) -> dict[str, object]:
    """Do with one interview what it asks for and the user confirms."""
    about = {"summary": offered.summary, "sort": offered.sort.value}
    if offered.became or offered.sort in NOTHING_TO_DO:
        return {
            **about,
            "id": offered.became or (offered.known.id if offered.known else None),
            "done": "nothing",
        }
    if offered.sort is Sort.NEW:
        return {**about, "id": keep(offered, file=file, told=told, wiring=wiring), "done": "kept"}
    question = (
        "called off. Take it off" if offered.sort is Sort.CALLED_OFF else f"moved to {offered.start}. Move it"
    )
    if not told.yes and not ask_yes(f"“{offered.summary}” was {question}?"):
        return {**about, "id": None, "done": "nothing"}
    if offered.sort is Sort.CALLED_OFF:
        done = call_off(file, offered.number, owner=wiring.owner, now=wiring.clock.now())
        return {**about, "id": done, "done": "called off"}
    return {**about, "id": move(offered, file=file, told=told, wiring=wiring), "done": "moved"}


def keep(offered: Offered, *, file: str, told: Told, wiring: Wiring) -> str:
    """Keep a new interview as confirmed; people with the name of somebody on record are asked about."""
    given, occurrence = confirmed(
        offered, told=told, home=show_incoming(file, owner=wiring.owner).candidate.zone
    )
    while True:
        try:
            return confirm_interview(
                file,
                offered.number,
                given,
                owner=wiring.owner,
                ids=wiring.ids,
                now=wiring.clock.now(),
                recurrence_id=occurrence,
            )
        except SameName as same:
            given = same_person(given, same, told=told)


def move(offered: Offered, *, file: str, told: Told, wiring: Wiring) -> str:
    """Take a later version of an invitation over."""
    given, _ = confirmed(offered, told=told, home=show_incoming(file, owner=wiring.owner).candidate.zone)
    return move_interview(
        file,
        offered.number,
        start=given.start,
        end=given.end,
        zone=given.zone,
        people=people_of(offered, told=told),
        owner=wiring.owner,
        ids=wiring.ids,
        now=wiring.clock.now(),
    )


def print_answer(answer: dict[str, object]) -> None:
    """What became of one file, in words."""
    print(answer["file"])
    if "error" in answer:
        print(paragraph(str(answer["error"]), indent="  "))
    interviews = answer["interviews"]
    assert isinstance(interviews, list)
    for one in interviews:
        sort = Sort(one["sort"])
        said = one["done"] if one["done"] != "nothing" else NOTHING_TO_DO.get(sort, "was left as it is")
        print(paragraph(f"“{one['summary']}”: {said}.", indent="  "))
