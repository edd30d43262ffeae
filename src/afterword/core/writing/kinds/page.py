"""One letter of these kinds in the making: who reads it, what it may name, which wording is its turn.

The wordings are in frames.toml. A frame is used only when all its slots can be filled; which of the fitting
frames is taken follows from the names on the letter, so that the same case always reads the same.
"""

import re
import tomllib
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import cast

from afterword.core.facts import Case, LetterKind, Person, PersonId, PointKind
from afterword.core.findings import Severity
from afterword.core.writing.gate.check import Checked, check_letter
from afterword.core.writing.gate.stems import content
from afterword.core.writing.greeting import greeting_name, signature
from afterword.core.writing.idea import Idea, Understanding
from afterword.core.writing.kinds.profile import Told
from afterword.core.writing.kinds.speech import spoken_date
from afterword.core.writing.letter import Letter, Sentence, SentenceSource, SourceFrom
from afterword.core.writing.voice import Voice

_SLOT = re.compile(r"\{(\w+)\}")
_SHORTER = (("I am ", "I'm "), ("I would ", "I'd "), ("I will ", "I'll "), ("I have ", "I've "))
#: Where a slot's words come from; slots of a note bring the note itself.
_ORIGIN = {
    "role": SourceFrom.OPPORTUNITY, "company": SourceFrom.OPPORTUNITY,
    "met": SourceFrom.INTERVIEW, "due": SourceFrom.INTERVIEW,
    "topic": SourceFrom.POINT, "focus": SourceFrom.POINT, "gerund": SourceFrom.POINT,
    "question": SourceFrom.POINT, "shared": SourceFrom.POINT,
}  # fmt: skip
_SERIOUS = {"grounding", "claim", "leak", "proof", "topic", "person", "tone", "size"}
_TRIES = 6
_OF_A_NOTE = {"topic", "focus", "gerund", "question", "shared"}
#: Kinds of point that say nothing good to come back to in these letters.
_LEFT_OUT = frozenset({PointKind.NEXT_STEP, PointKind.PERSONAL})


@dataclass(frozen=True, slots=True)
class Page:
    """What a writer of one of these kinds works with. ``turn`` rotates the wordings."""

    case: Case
    person: Person
    understanding: Understanding
    voice: Voice
    kind: LetterKind
    turn: int

    @property
    def name(self) -> str:
        """How the letter greets its reader."""
        return greeting_name(self.person, noted=self.understanding.name_noted(self.person.id))

    @property
    def signature(self) -> str:
        """The candidate's name without post-nominals."""
        return signature(self.case.candidate)

    @property
    def slots(self) -> dict[str, str]:
        """The slots every letter can fill from the record."""
        promise, locale = self.case.promise, self.case.candidate.locale
        return {
            "name": self.name,
            "signature": self.signature,
            "role": self.case.opportunity.role,
            "company": self.case.opportunity.company,
            "met": spoken_date(self.case.interview.end, locale),
            "due": spoken_date(promise.due, locale) if promise and promise.due else "",
        }

    def ideas(self) -> tuple[Idea, ...]:
        """What was noted for this reader and may be named, the most telling first."""
        usable = [i for i in self.understanding.of(self.person.id) if nameable(i) and i.kind not in _LEFT_OUT]
        usable = [i for i in usable if not _OF_THE_DECISION.search(i.raw)]
        return tuple(sorted(usable, key=_rank))

    def fitting(self, move: str, idea: Idea | None = None, proof: Told | None = None) -> list[str]:
        """The frames of a move whose slots can all be filled; those that name the idea or proof when there is one."""
        values = self._values(idea, proof)
        whole = [f for f in frames(self.kind, move) if all(values.get(slot) for slot in _SLOT.findall(f))]
        return _naming(whole, _OF_A_NOTE) or _naming(whole, {"proof"}) or _naming(whole, {"due"}) or whole

    def sentence(
        self, move: str, idea: Idea | None = None, *, proof: Told | None = None, part: str = ""
    ) -> Sentence:
        """The frame of this move whose turn it is, filled. ``part`` names the table when it is not the move's own."""
        fitting = self.fitting(part or move, idea, proof)
        return self.filled(fitting[self.turn_of(move) % len(fitting)], move, idea, proof)

    def filled(self, frame: str, move: str, idea: Idea | None = None, proof: Told | None = None) -> Sentence:
        """A frame with its slots filled, and the sources of those slots."""
        values = self._values(idea, proof)
        return Sentence(
            self._voiced(frame).format(**values), move, _sources(frame, values, idea, proof, self.case)
        )

    def frame(self, move: str) -> str:
        """The frame of a move that needs nothing but the record, such as the subject."""
        fitting = self.fitting(move)
        return fitting[self.turn_of(move) % len(fitting)]

    def _values(self, idea: Idea | None, proof: Told | None) -> dict[str, str]:
        return self.slots | _idea_slots(idea) | ({"proof": proof.sentence_start} if proof else {})

    def _voiced(self, frame: str) -> str:
        if self.voice.contractions:
            for long, short in _SHORTER:
                frame = frame.replace(long, short)
        return frame

    def turn_of(self, move: str) -> int:
        """Which wording of a move is this letter's; moves turn independently, neighbours in a panel never meet."""
        return self.turn + zlib.crc32(f"{self.case.opportunity.company}|{self.kind}|{move}".encode())

    def letter(self, *, subject: str, paragraphs: tuple[tuple[Sentence, ...], ...]) -> Letter:
        """The letter with its greeting, paragraphs, close and name, unchecked."""
        word = self.voice.greeting or "Dear"
        close = (self.voice.close or "Kind regards").rstrip(",")
        blocks = [" ".join(s.text for s in paragraph) for paragraph in paragraphs if paragraph]
        body = "\n\n".join((f"{word} {self.name},", *blocks, f"{close},\n{self.signature}"))
        said = tuple(s for paragraph in paragraphs for s in paragraph)
        return Letter(self.person.id, self.kind, subject.format(**self.slots), body, said)


_OF_THE_DECISION = re.compile(
    r"\b(?:reject|declin|chosen|chose\b|internal (?:candidate|hire|person)|not selected|unsuccessful|went with|"
    r"someone else|other candidate|feedback)",
    re.IGNORECASE,
)
_ORDER = (
    PointKind.CHALLENGE, PointKind.PROJECT, PointKind.GROWTH, PointKind.QUESTION, PointKind.TEAM,
    PointKind.CULTURE, PointKind.CONNECTION,
)  # fmt: skip


def nameable(idea: Idea) -> bool:
    """Whether an idea's topic names something, rather than "nobody"."""
    return bool(content(idea.topic))


def _rank(idea: Idea) -> tuple[int, int]:
    return (-idea.sure, _ORDER.index(idea.kind) if idea.kind in _ORDER else len(_ORDER))


def _idea_slots(idea: Idea | None) -> dict[str, str]:
    """The slots one note fills. A question is only ever named as one."""
    if idea is None:
        return {}
    if idea.question:
        return {"question": idea.question}
    return {
        "topic": idea.topic, "focus": idea.focus or idea.topic, "gerund": idea.gerund, "shared": idea.shared,
    }  # fmt: skip


def _naming(fitting: list[str], slots: set[str]) -> list[str]:
    return [frame for frame in fitting if set(_SLOT.findall(frame)) & slots]


def _sources(
    frame: str, values: Mapping[str, str], idea: Idea | None, proof: Told | None, case: Case
) -> tuple[SentenceSource, ...]:
    found: list[SentenceSource] = []
    for slot in _SLOT.findall(frame):
        origin = _ORIGIN.get(slot)
        if slot == "proof" and proof:
            found += proof.sources
        elif origin is SourceFrom.POINT and idea:
            found.append(SentenceSource(origin, idea.raw))
        elif slot == "due" and case.promise:
            found.append(SentenceSource(SourceFrom.INTERVIEW, case.promise.text or values[slot]))
        elif origin is not None:
            found.append(SentenceSource(origin, values[slot]))
    return tuple(dict.fromkeys(found))


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    text = (files("afterword.core.writing.kinds") / "frames.toml").read_text(encoding="utf-8")
    return cast(dict[str, dict[str, list[str]]], tomllib.loads(text))


def frames(kind: LetterKind, move: str) -> tuple[str, ...]:
    """The wordings of one move of one kind of letter."""
    return tuple(_table()[kind][move])


def moves(kind: LetterKind) -> tuple[str, ...]:
    """The moves frames.toml knows for a kind."""
    return tuple(_table()[kind])


def place_of(case: Case, person: Person, kind: LetterKind) -> int:
    """Which wording is this letter's turn: from the names on it, its place in the panel, and what was sent before."""
    place = next((at for at, one in enumerate(case.interviewers) if one.id == person.id), 0)
    sent = sum(1 for letter in case.earlier if letter.to == person.id and letter.kind is kind)
    return zlib.crc32(case.opportunity.role.encode()) + place + sent


def page_for(
    case: Case, understanding: Understanding, *, to: PersonId, voice: Voice, kind: LetterKind
) -> Page:
    """The page of one letter to an interviewer of the case."""
    person = next(p for p in case.interviewers if p.id == to)
    return Page(case, person, understanding, voice, kind, place_of(case, person, kind))


def settled(page: Page, compose: Callable[[Page, Idea | None], Letter]) -> Letter:
    """The first letter the gate finds sound: with the most telling note, then the next, at last with none."""
    for idea in (*page.ideas()[:_TRIES], None):
        letter, got = _examined(compose(page, idea), page)
        if sound(got) or idea is None:
            return letter
    raise AssertionError("the last try is always returned")


def _examined(letter: Letter, page: Page) -> tuple[Letter, Checked]:
    got = check_letter(
        page.case,
        to=letter.to,
        kind=letter.kind,
        subject=letter.subject,
        body=letter.body,
        kept_out=page.understanding.kept_out,
        sentences=letter.sentences,
    )
    return replace(letter, sentences=got.sentences, findings=got.findings), got


def sound(checked: Checked) -> bool:
    """Whether nothing in the letter leaks, is invented, or does not hold together."""
    return not any(
        f.severity is Severity.STOP or (f.severity is Severity.WARNING and f.code.split(".")[0] in _SERIOUS)
        for f in checked.findings
    )
