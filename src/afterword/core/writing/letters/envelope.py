"""Subject, greeting line and close, different for every letter of a case."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from afterword.core.facts import Case, Person, Relation
from afterword.core.writing.letters.pieces import Used
from afterword.core.writing.letters.say import interview_day
from afterword.core.writing.letters.seeds import seed
from afterword.core.writing.voice import Tone, Voice


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("envelope.toml").read_text(encoding="utf-8"))


_TONES = {
    Relation.PEER: Tone.WARM, Relation.HR: Tone.WARM, Relation.COORDINATOR: Tone.WARM,
    Relation.EXECUTIVE: Tone.FORMAL, Relation.NETWORK: Tone.WARM,
}  # fmt: skip


def tone_for(person: Person, voice: Voice) -> Tone:
    """The tone asked for, else the one that suits the reader."""
    return voice.tone if voice.tone is not Tone.AUTO else _TONES.get(person.relation, Tone.PLAIN)


def greeting_line(name: str, *, tone: Tone, voice: Voice, titled: bool) -> str:
    """ "Dear Luis," """
    word = "Dear" if titled else voice.greeting or str(_table()["greetings"][tone.value])
    return f"{word} {name},"


def close_line(case: Case, person: Person, *, tone: Tone, voice: Voice, used: Used) -> str:
    """ "Kind regards,": the user's own everywhere, else another one in every letter of the case."""
    if voice.close:
        return voice.close.rstrip(",") + ","
    choices = (
        [c for c in _table()["closes"][tone.value] if c not in used.closes]
        or [c for t in ("plain", "warm", "formal") for c in _table()["closes"][t] if c not in used.closes]
        or ["Best regards"]
    )
    chosen = str(choices[seed(case.opportunity.company, person.id, person.name, "close") % len(choices)])
    used.closes.add(chosen)
    return chosen + ","


def subject_line(case: Case, person: Person, *, name: str, tone: Tone, used: Used) -> str:
    """Three to eight words that say what this is."""
    templates = [*_table()["subjects"]["any"], *(_table()["subjects"]["warm"] if tone is Tone.WARM else [])]
    lines: list[str] = [
        t.format(role=case.opportunity.role, day=interview_day(case), name=name, co=case.opportunity.company)
        for t in templates
    ]
    free = [line for line in lines if line not in used.subjects and len(line.split()) <= 8] or lines
    chosen = free[seed(case.opportunity.company, person.id, person.name, "subject") % len(free)]
    used.subjects.add(chosen)
    return chosen
