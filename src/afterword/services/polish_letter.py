"""Asking the user's own language model to smooth a letter; its answer passes the gate or is dropped."""

from dataclasses import dataclass, replace
from datetime import datetime

from afterword.core.errors import Refused
from afterword.core.protocol.playbook import Playbook
from afterword.core.writing.gate.check import check_letter
from afterword.core.writing.polish import INSTRUCTION, Change, changes, faults, material, read_answer
from afterword.ports.language_model import LanguageModel, Prompt
from afterword.services.show_letter import LetterOnDesk, others_of, show_letter

TRIES = 2  # the second is told what was wrong with the first


@dataclass(frozen=True, slots=True)
class Polished:
    """What the model made of it: the new body and what changed, or why its answers were dropped."""

    desk: LetterOnDesk
    body: str
    changes: tuple[Change, ...]
    dropped: tuple[str, ...]


def polish_letter(
    letter: str, *, model: LanguageModel | None, owner: str, playbook: Playbook, now: datetime
) -> Polished:
    """A proposal; nothing is kept until the user takes it. Raises :class:`Refused` without a model, ModelFailed."""
    if model is None:
        raise Refused("No language model is set up. The letter is complete without one.")
    desk = show_letter(letter, owner=owner, playbook=playbook, now=now)
    if desk.blocked:
        raise Refused(
            "First put right what is marked beside the letter; only a clean letter is shown to a model."
        )
    kept = desk.kept
    sound = replace(kept.letter, sentences=desk.sentences)
    told = ""
    why: tuple[str, ...] = ()
    for _ in range(TRIES):
        answer = read_answer(model.answer(Prompt(INSTRUCTION + told, material(sound, kept.kept_out))))
        checked = check_letter(
            desk.case, to=kept.letter.to, kind=kept.letter.kind, subject=kept.letter.subject, body=answer,
            kept_out=kept.kept_out, others=others_of(owner, kept), sentences=desk.sentences,
        )  # fmt: skip
        before = {f.code for f in desk.findings}
        why = faults(kept.letter.body, answer, [f for f in checked.findings if f.code not in before])
        if not why:
            return Polished(desk, answer, changes(kept.letter.body, answer), ())
        told = " Your last answer could not be used: " + " ".join(why)
    return Polished(desk, kept.letter.body, (), why)
