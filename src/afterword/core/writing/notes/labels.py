"""Whose a piece of free text is: the box it was typed into, unless a line names another person met ("tadhg: …")."""

import re
from collections.abc import Iterator

from afterword.core.facts import Case, PersonId
from afterword.core.writing.notes.clean import clean, folded
from afterword.core.writing.notes.scene import name_words


def by_speaker(case: Case) -> Iterator[tuple[PersonId, str]]:
    """(person, text) pieces of every free text box, in order."""
    people = {word: p.id for p in reversed(case.interviewers) for word in name_words(p.name)}
    for debrief in case.debriefs:
        whose = debrief.interviewer
        for piece in _pieces(clean(debrief.free_text)):
            label = re.match(r"\s*([^\W\d_][\w'-]*)(?: [^\W\d_][\w'-]*){0,2}\s*:\s", piece + " ")
            named = people.get(folded(label[1])) if label else None
            whose = named or whose
            yield whose, piece


def _pieces(text: str) -> list[str]:
    """The text cut before every "Name:" label that begins a line or a sentence; brackets keep together."""
    return [
        p
        for p in re.split(
            r"(?:(?<=^)|(?<=\n)|(?<=[.!?;]\s))(?=[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*){0,2}\s*:\s)", text
        )
        if p.strip()
    ]
