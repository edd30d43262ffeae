"""Confirming in the terminal what a file said of an interview: when, where, for which role, with whom."""

from dataclasses import dataclass, replace
from datetime import datetime, time

from afterword.cli.asking import ask, ask_for, ask_yes, choose
from afterword.core.errors import BadInput
from afterword.core.reading.walltime import end_of, known_zone, wall_time
from afterword.services.keep_interview import InterviewGiven
from afterword.services.place_people import NEW, Met, SameName
from afterword.services.show_incoming import Offered


@dataclass(frozen=True, slots=True)
class Told:
    """What the command line already answers; ``yes`` takes everything else as it was read."""

    company: str = ""
    role: str = ""
    zone: str = ""
    yes: bool = False


def confirmed(offered: Offered, *, told: Told, home: str) -> tuple[InterviewGiven, str]:
    """The interview as confirmed, and which occurrence of a recurring event it is ("" of any other).

    ``home`` is the candidate's zone. Raises BadInput when ``told.yes`` leaves something open.
    """
    zone = zone_of(offered, told=told, home=home)
    start, occurrence = start_of(offered, told=told, zone=zone)
    end, guessed = ending_of(offered, start=start, told=told, zone=zone)
    known = offered.known_opportunity
    given = InterviewGiven(
        start=start,
        end=end,
        zone=zone,
        opportunity=known.id if known else "",
        company=named(
            "company", told.company or offered.company, asked=not (told.company or known), told=told
        ),
        role=named("role", told.role or offered.role, asked=not (told.role or known), told=told),
        people=() if known else people_of(offered, told=told),
        end_guessed=guessed,
        location=offered.location,
        link=offered.link,
    )
    return given, occurrence


def zone_of(offered: Offered, *, told: Told, home: str) -> str:
    """The zone the hours are said in: the file's when it is certain, else the user's word.

    UTC is how programs write an instant and nobody's place; it is read on the user's own clock.
    """
    if offered.zone == "UTC":
        return known_zone(told.zone or home).key
    if offered.zone and offered.zone_certain:
        return offered.zone
    if told.zone:
        return known_zone(told.zone).key
    if told.yes:
        raise BadInput(
            f"The file does not say for certain in which zone “{offered.summary}” is; give --zone."
        )
    usual = next(iter((offered.zone, *offered.zone_suggestions)), "") or home
    return ask_for(
        f"In which time zone is “{offered.summary}”?", lambda said: known_zone(said).key, usual=usual
    )


def start_of(offered: Offered, *, told: Told, zone: str) -> tuple[datetime, str]:
    """When it starts, and the occurrence picked."""
    start, occurrence = offered.start, ""
    if offered.recurring and offered.occurrences:
        if told.yes:
            raise BadInput(f"“{offered.summary}” repeats; run this without --yes and say which one it was.")
        start = choose(
            f"“{offered.summary}” repeats. Which one was it?",
            [(f"{at:%a %d %b %Y %H:%M}", at) for at in offered.occurrences],
        )
        occurrence = start.isoformat()
    if start is None:
        raise BadInput(
            f"The file does not say when “{offered.summary}” starts; use `afterword add interview`."
        )
    if offered.all_day:
        if told.yes:
            raise BadInput(f"The file names only the day of “{offered.summary}”; run this without --yes.")
        day = start.date()
        return ask_for(
            "It starts at (14:00)?", lambda said: wall_time(day, time.fromisoformat(said), zone)
        ), occurrence
    return in_zone(start, zone), occurrence


def ending_of(offered: Offered, *, start: datetime, told: Told, zone: str) -> tuple[datetime, bool]:
    """When it ends, and whether that is a guess."""
    if offered.end is None or offered.all_day or offered.start is None:
        if told.yes:
            return end_of(start, end=None, minutes=None)
        return ask_for(
            "It ends at (15:00; Enter if you do not know)?",
            lambda said: end_of(start, end=time.fromisoformat(said) if said else None, minutes=None),
        )
    length = in_zone(offered.end, zone) - in_zone(offered.start, zone)
    return (start + length), offered.end_guessed


def in_zone(at: datetime, zone: str) -> datetime:
    """An instant, or a time on the wall, in a zone."""
    there = known_zone(zone)
    return at.astimezone(there) if at.tzinfo else wall_time(at.date(), at.time(), zone)


def named(what: str, guess: str, *, asked: bool, told: Told) -> str:
    """The company or role: a guess counts only after a yes."""
    if not asked:
        return guess
    if told.yes:
        if not guess:
            raise BadInput(f"The file does not name the {what}; give --{what}.")
        return guess
    return ask(f"Which {what}?", usual=guess)


def people_of(offered: Offered, *, told: Told) -> tuple[Met, ...]:
    """Those who interviewed: the likely ones, each after a yes, and anybody the user adds."""
    met = [
        Met(
            one.name or one.email,
            title=one.title,
            email=one.email,
            known=one.on_record.id if one.on_record else "",
        )
        for one in offered.people
        if (
            one.likely
            if told.yes
            else ask_yes(f"Did {one.name or one.email} interview you?", usual=one.likely)
        )
    ]
    if not told.yes:
        while name := ask("Somebody else's name (Enter when done)?"):
            met.append(Met(name, email=ask(f"  {name}'s address (Enter if you do not know)?")))
    return tuple(met)


def same_person(given: InterviewGiven, same: SameName, *, told: Told) -> InterviewGiven:
    """The same interview with one person told apart from, or found to be, somebody on record."""
    if told.yes:
        raise same
    offers = [
        (f"{known.name}, {known.title or known.company}".rstrip(", "), str(known.id))
        for known in same.candidates
    ]
    known = choose(str(same), [*offers, ("Somebody else of the same name", NEW)])
    people = tuple(replace(one, known=known) if one == same.met else one for one in given.people)
    return replace(given, people=people)
