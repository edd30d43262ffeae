"""One letter of these kinds in the making: who reads it, what it may name, which wording is its turn.

The wordings are in frames.toml. A frame is used only when all its slots can be filled; which of the fitting
frames is taken follows from the names on the letter, so that the same case always reads the same.
"""

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from afterword.core.facts import Case, LetterKind, Person, PersonId, PointKind
from afterword.core.findings import Severity
from afterword.core.writing.english import locale_of
from afterword.core.writing.gate.check import Checked, check_letter
from afterword.core.writing.gate.days import day_met, spoken_date
from afterword.core.writing.gate.stems import words
from afterword.core.writing.greeting import greeting_name, signature
from afterword.core.writing.idea import Idea, Understanding
from afterword.core.writing.kinds.choice import ranked, told_as
from afterword.core.writing.kinds.frames import frames, slots_of
from afterword.core.writing.kinds.profile import Told
from afterword.core.writing.letter import Letter, Sentence, SentenceSource, SourceFrom
from afterword.core.writing.letters.say import spelt
from afterword.core.writing.voice import Voice, british

_SHORTER = (("I am ", "I'm "), ("I would ", "I'd "), ("I will ", "I'll "), ("I have ", "I've "))
#: Which record the words of a slot come from; the other slots bring their note or profile entry.
_ORIGIN = {
    "role": SourceFrom.OPPORTUNITY, "company": SourceFrom.OPPORTUNITY,
    "met": SourceFrom.INTERVIEW, "due": SourceFrom.INTERVIEW,
}  # fmt: skip
_SERIOUS = {"grounding", "claim", "leak", "proof", "topic", "person", "tone", "size"}
_TRIES = 6
_OF_A_NOTE = {"topic", "work", "heard", "focus", "gerund", "question", "shared"}


@dataclass(frozen=True, slots=True)
class Material:
    """What one sentence is made of: a note, a result of the candidate, and something the two people share."""

    idea: Idea | None = None
    proof: Told | None = None
    beside: Idea | None = None
    also: Idea | None = None  # a second topic, named in the same breath

    @property
    def slots(self) -> dict[str, str]:
        """The slots this fills. A question is only named as one, something shared only as shared."""
        found = {"proof": self.proof.sentence_start} if self.proof else {}
        if self.proof and self.proof.done:
            found["did"] = self.proof.sentence_start
        if self.beside is not None:
            found["shared"] = self.beside.shared
        idea = self.idea
        if idea is None:
            return found
        if idea.question:
            return found | {"question": idea.question}
        if idea.kind is PointKind.CONNECTION and idea.shared:
            return {"shared": idea.shared} | found
        topic = f"{idea.topic} and {self.also.topic}" if self.also else idea.topic
        named = {
            "topic": topic,
            "focus": idea.focus or idea.topic,
            "gerund": idea.gerund,
            **told_as(idea, topic),
        }
        return {"shared": idea.shared} | found | named

    def sources(self, slot: str) -> tuple[SentenceSource, ...]:
        """The note or profile entries behind a slot."""
        if slot in {"proof", "did"}:
            return self.proof.sources if self.proof else ()
        idea = self.beside if slot == "shared" and self.beside else self.idea
        told = (idea, self.also if slot in {"topic", "work", "heard"} else None) if slot in _OF_A_NOTE else ()
        return tuple(SentenceSource(SourceFrom.POINT, one.raw) for one in told if one)


#: Nothing but the record.
PLAIN = Material()


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
        noted = self.understanding.name_noted(self.person.id)
        return greeting_name(self.person, noted=noted).strip() or "hiring team"

    @property
    def signature(self) -> str:
        """The candidate's name without post-nominals."""
        return signature(self.case.candidate)

    @property
    def slots(self) -> dict[str, str]:
        """The slots every letter can fill from the record."""
        promise, locale = self.case.promise, locale_of(self.case)
        return {
            "name": self.name,
            "hello": "Dear" if " " in self.name else "Hi",
            "signature": self.signature,
            "role": self.case.opportunity.role.strip() or "open",
            "company": self.case.opportunity.company.strip() or "your company",
            "met": spoken_date(day_met(self.case), locale),
            "due": spoken_date(promise.due, locale) if promise and promise.due else "",
        }

    def ideas(self) -> tuple[Idea, ...]:
        """What was noted for this reader and may be named: typed points before the free box, the most telling first."""
        return ranked(self.understanding.of(self.person.id), case=self.case, reader=self.person)

    def fitting(self, move: str, made_of: Material) -> list[str]:
        """The frames of a move whose slots can all be filled; those that name a note, a proof or a date first."""
        values = self.slots | made_of.slots
        whole = self._liked([f for f in frames(self.kind, move) if _is_filled(f, values)])
        return (
            _naming(whole, _OF_A_NOTE) or _naming(whole, {"proof", "did"}) or _naming(whole, {"due"}) or whole
        )

    def sentence(self, move: str, made_of: Material = PLAIN, *, part: str = "") -> Sentence:
        """The frame of this move whose turn it is, filled. ``part`` names the table when it is not the move's own."""
        fitting = self.fitting(part or move, made_of)
        return self.filled(fitting[self.turn_of(move) % len(fitting)], move, made_of)

    def filled(self, frame: str, move: str, made_of: Material) -> Sentence:
        """A frame with its slots filled, and the sources of those slots."""
        values = self.slots | made_of.slots
        sources = (source for slot in slots_of(frame) for source in self._rests_on(slot, made_of))
        return Sentence(self._voiced(frame).format(**values).strip(), move, tuple(dict.fromkeys(sources)))

    def frame(self, move: str) -> str:
        """The frame of a move that needs nothing but the record, such as the subject."""
        fitting = self.fitting(move, PLAIN)
        return fitting[self.turn_of(move) % len(fitting)]

    def _rests_on(self, slot: str, made_of: Material) -> tuple[SentenceSource, ...]:
        promise = self.case.promise
        if slot == "due" and promise and promise.text:
            return (SentenceSource(SourceFrom.INTERVIEW, promise.text),)
        if slot in _ORIGIN:
            return (SentenceSource(_ORIGIN[slot], self.slots[slot]),)
        return made_of.sources(slot)

    def _liked(self, fitting: list[str]) -> list[str]:
        """Frames without a word the user avoids, as long as there are any."""
        avoided = {word.lower() for word in self.voice.avoided}
        return [f for f in fitting if not avoided & {word.lower() for word in words(f)}] or fitting

    def _voiced(self, frame: str) -> str:
        """The frame in the user's spelling and with their contractions; slots are left alone."""
        if self.voice.contractions:
            for long, short in _SHORTER:
                frame = frame.replace(long, short)
        uk = british(locale=locale_of(self.case), voice=self.voice)
        return spelt(frame, british=uk, keep=frozenset(slots_of(frame)))

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


def _is_filled(frame: str, values: dict[str, str]) -> bool:
    return all(values.get(slot) for slot in slots_of(frame) if slot != "signature")


def _naming(fitting: list[str], slots: set[str]) -> list[str]:
    return [frame for frame in fitting if set(slots_of(frame)) & slots]


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


def settled(
    page: Page, compose: Callable[[Page, Material], Letter], materials: Iterable[Material] = ()
) -> Letter:
    """The first letter the gate finds sound: of the materials given, then of each note alone, at last of none."""
    alone = (Material(idea) for idea in page.ideas()[:_TRIES])
    for made_of in (*materials, *alone):
        letter, got = _examined(compose(page, made_of), page)
        if sound(got):
            return letter
    return _examined(compose(page, PLAIN), page)[0]


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
