"""What the record says of one letter: who is who, which company, which role, when the interview was."""

import re
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from afterword.core.facts import Case, Person, PersonId
from afterword.core.proof.tokens import straight

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", re.UNICODE)
_HONORIFIC = re.compile(r"(?i)^(mr|mrs|ms|mx|miss|dr|prof|professor)\b\.?\s*")
#: What may follow a name and is no part of it.
_AFTER_NAME = re.compile(
    r",.*$|\(.*?\)|\b(?:cpa|cfa|cia|cma|acca|ea|cgma|cfe|cisa|mba|phd|jr|sr|ii|iii|iv)\b\.?", re.IGNORECASE
)
#: A word with a capital inside is spelt so on purpose: BlackLine.
_INNER_CAPITAL = re.compile(r"\b[A-Z][a-z]+[A-Z][A-Za-z]*\b|\b[a-z]+[A-Z][A-Za-z]*\b")


@dataclass(frozen=True, slots=True)
class Named:
    """One person of the record. ``honorific`` is "Dr", "Ms" … or "" where the record names none."""

    name: str
    honorific: str = ""
    role: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The words of the name as they are spelt."""
        return words_in(_AFTER_NAME.sub(" ", self.name))


@dataclass(frozen=True, slots=True)
class Record:
    """The facts a letter is held against. Everything empty means there is nothing to hold it against.

    ``to`` is the person written to; ``people`` everyone else the letter may name; ``elsewhere`` people of other
    applications; ``company`` this employer, ``own_employers`` the candidate's, ``other_companies`` those of other
    applications; ``names`` further names that are right, whatever they name; ``terms`` words with an inner capital;
    ``dates`` the days (in the interview's zone) on which the interviews were.
    """

    to: Named | None = None
    people: tuple[Named, ...] = ()
    elsewhere: tuple[Named, ...] = ()
    candidate: Named | None = None
    company: str = ""
    own_employers: tuple[str, ...] = ()
    other_companies: tuple[str, ...] = ()
    role: str = ""
    dates: tuple[date, ...] = ()
    names: tuple[str, ...] = ()
    terms: frozenset[str] = frozenset()

    @property
    def everyone(self) -> tuple[Named, ...]:
        """Every person the letter may name, the one written to first."""
        first = (self.to,) if self.to else ()
        return (*first, *self.people, *((self.candidate,) if self.candidate else ()))

    @property
    def words(self) -> frozenset[str]:
        """Every word of every name, in lower case: none of them is a spelling error."""
        names = [person.name for person in (*self.everyone, *self.elsewhere)]
        firms = [self.company, *self.own_employers, *self.other_companies]
        found = {word for name in (*names, *firms, *self.names) for word in words_in(name)}
        return frozenset(word.lower() for word in found | self.terms)


#: Nothing is known.
NOTHING = Record()


def words_in(name: str) -> tuple[str, ...]:
    """The words of a name, apostrophes straight, hyphens kept."""
    return tuple(straight(word) for word in _WORD.findall(name))


def named(person: Person) -> Named:
    """A person as a letter knows them; the honorific is read from the greeting, else from the name."""
    found = _HONORIFIC.match(person.greeting) or _HONORIFIC.match(person.name)
    honorific = found.group(1).capitalize() if found else ""
    return Named(
        _HONORIFIC.sub("", person.name), {"Professor": "Prof"}.get(honorific, honorific), person.title
    )


def record_of(case: Case, to: PersonId) -> Record:
    """The record of ``case`` for a letter to the interviewer ``to`` (nobody is written to if there is no such person)."""
    written_to = [person for person in case.interviewers if person.id == to]
    opportunity, candidate, interview = case.opportunity, case.candidate, case.interview
    said = [point.text for debrief in case.debriefs for point in debrief.points]
    said += [debrief.free_text for debrief in case.debriefs]
    own = [
        *candidate.achievements,
        *candidate.strengths,
        candidate.headline,
        *(job.text for job in candidate.employers),
    ]
    zone = ZoneInfo(interview.zone) if interview.zone else interview.end.tzinfo
    days = {moment.astimezone(zone).date() for moment in (interview.start, interview.end)}
    return Record(
        to=named(written_to[0]) if written_to else None,
        people=tuple(named(person) for person in case.interviewers if person.id != to),
        candidate=Named(candidate.name) if candidate.name else None,
        company=opportunity.company,
        own_employers=tuple(job.organisation for job in candidate.employers),
        other_companies=tuple(
            dict.fromkeys(
                letter.company
                for letter in case.earlier
                if letter.company and letter.company != opportunity.company
            )
        ),
        role=opportunity.role,
        dates=tuple(sorted(days)),
        names=tuple(school.name for school in candidate.schools),
        terms=frozenset(word for text in (*said, *own) for word in _INNER_CAPITAL.findall(text)),
    )


def record_of_names(names: tuple[str, ...]) -> Record:
    """A record that knows only that these names are right."""
    return Record(names=names)
