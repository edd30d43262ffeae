"""``afterword add interview``: asks for one interview and keeps it."""

from datetime import date, time

from afterword.cli.answer import print_json
from afterword.cli.asking import ask, ask_for
from afterword.cli.confirming import Told, same_person
from afterword.cli.words import Json, Now
from afterword.cli.workspace import open_workspace
from afterword.core.errors import BadInput
from afterword.core.facts import Relation
from afterword.core.reading.walltime import end_of, known_zone, wall_time
from afterword.services.keep_interview import InterviewGiven, add_interview
from afterword.services.place_people import Met, SameName
from afterword.store.memory import remembered_facts

RELATIONS = {
    "m": Relation.HIRING_MANAGER,
    "p": Relation.PEER,
    "h": Relation.HR,
    "r": Relation.RECRUITER,
    "e": Relation.EXECUTIVE,
    "o": Relation.OTHER,
}


def command(now: Now = "", json: Json = False) -> None:
    """Ask for one interview (when, where, with whom) and keep it."""
    wiring = open_workspace(now=now)
    zone = remembered_facts(wiring.owner)[1].candidate.zone
    given = asked(zone=zone)
    while True:
        try:
            kept = add_interview(given, owner=wiring.owner, ids=wiring.ids)
            break
        except SameName as same:
            given = same_person(given, same, told=Told())
    if json:
        print_json({"id": kept})
    else:
        print(
            f"Kept: {given.role} at {given.company}, {given.start:%a %d %b %H:%M}, {len(given.people)} interviewers."
        )


def asked(*, zone: str) -> InterviewGiven:
    """The answers; ``zone`` is the candidate's own."""
    company = ask_for("Which company?", something)
    role = ask_for("Which role?", something)
    day = ask_for("Which day (2026-11-12)?", date.fromisoformat)
    where = ask_for("Which time zone were the hours said in?", lambda said: known_zone(said).key, usual=zone)
    start = ask_for("It starts at (14:00)?", lambda said: wall_time(day, time.fromisoformat(said), where))
    end, guessed = ask_for(
        "It ends at (15:00; Enter if you do not know)?",
        lambda said: end_of(start, end=time.fromisoformat(said) if said else None, minutes=None),
    )
    return InterviewGiven(
        start=start,
        end=end,
        zone=where,
        company=company,
        role=role,
        people=tuple(people()),
        end_guessed=guessed,
        round=ask("Which round (first, panel, final …; Enter to leave out)?"),
    )


def people() -> list[Met]:
    """Who takes part, until an empty name."""
    met: list[Met] = []
    while name := ask(f"{'Another' if met else 'An'} interviewer's name (Enter when done)?"):
        title = ask(f"  {name}'s title (Enter to leave out)?")
        email = ask(f"  {name}'s address (Enter if you do not know)?")
        letter = ask("  Manager, peer, HR, recruiter, executive or other (m/p/h/r/e/o)?", usual="o")
        met.append(
            Met(name, title=title, email=email, relation=RELATIONS.get(letter[:1].lower(), Relation.OTHER))
        )
    return met


def something(said: str) -> str:
    """An answer that is not empty."""
    if not said:
        raise BadInput("The letters name it, so it is needed.")
    return said
