"""Whose a piece of free text is: the box it was typed into, unless a line names another person met ("tadhg: …")."""

import re
from collections.abc import Iterator

from afterword.core.facts import Case, PersonId
from afterword.core.writing.notes.clean import clean, folded
from afterword.core.writing.notes.scene import name_words


def by_speaker(case: Case) -> Iterator[tuple[PersonId, str]]:
    """(person, text) pieces of every free text box, in order."""
    people = {word: p.id for p in reversed(case.interviewers) for word in name_words(p.name)}
    silent = _without_notes(case)
    for debrief in case.debriefs:
        whose = debrief.interviewer
        if len(silent) and debrief.free_text.strip():
            yield from _shared(clean(debrief.free_text), whose, people, silent)
            continue
        for piece in _pieces(clean(debrief.free_text)):
            label = re.match(r"\s*([^\W\d_][\w'-]*)(?: [^\W\d_][\w'-]*){0,2}\s*:\s", piece + " ")
            named = people.get(folded(label[1])) if label else None
            whose = named or whose
            yield whose, piece


def _without_notes(case: Case) -> frozenset[PersonId]:
    """The people met of whom nothing was noted anywhere: their part may stand in somebody else's box."""
    noted = {d.interviewer for d in case.debriefs if d.free_text.strip() or d.points}
    return frozenset(p.id for p in case.interviewers if p.id not in noted)


def _shared(
    text: str, whose: PersonId, people: dict[str, PersonId], silent: frozenset[PersonId]
) -> Iterator[tuple[PersonId, str]]:
    """One box for several people: a sentence that begins with a name is theirs, and so are the next ones."""
    owner = whose
    for piece in re.split(r"(?<=[.!?;\n])\s*(?=\S)", text):
        word = re.match(r"\s*(?:and |then |also )?([^\W\d_][\w'-]*)", piece)
        named = people.get(folded(word[1])) if word else None
        if named == whose or named in silent:
            owner = named or owner
        yield owner, piece + " "


def _pieces(text: str) -> list[str]:
    """The text cut before every "Name:" label that begins a line or a sentence; brackets keep together."""
    return [
        p
        for p in re.split(
            r"(?:(?<=^)|(?<=\n)|(?<=[.!?;]\s))(?=[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*){0,2}\s*:\s)", text
        )
        if p.strip()
    ]
