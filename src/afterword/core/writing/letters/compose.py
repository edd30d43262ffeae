"""One letter composed: an order of moves, a frame for each, sentences with their sources."""

from dataclasses import dataclass, field

from afterword.core.facts import Case, Relation
from afterword.core.writing.idea import Idea, Risk, Shape
from afterword.core.writing.letter import Sentence, SentenceSource, SourceFrom
from afterword.core.writing.letters.frames import Frame, carries, frames_for
from afterword.core.writing.letters.plan import LetterPlan, seed
from afterword.core.writing.letters.say import capitalised, filled, interview_day, weekday_instead
from afterword.core.writing.voice import Tone

#: Orders of the moves by which point the proof answers; "/" begins a paragraph, moves without matter fall away.
ORDERS = {
    0: (
        "thank refer tie / second connect next",
        "thank reftie / second connect next",
        "thank refer tie second / connect next",
        "thank / refer tie / second connect next",
        "thank reftie second / connect next",
        "thank second / reftie connect / next",
        "thank second / refer tie / connect next",
    ),
    1: (
        "thank refer / second tie / connect next",
        "thank refer second tie / connect next",
        "thank second tie / refer connect next",
        "thank refer connect / second tie / next",
        "thank / second tie refer / connect next",
    ),
    -1: (
        "thank refer second / tie connect next",
        "thank refer / second connect / tie next",
        "thank refer / tie second connect next",
        "thank second / refer connect / tie next",
        "thank refer second / connect tie / next",
    ),
}


@dataclass(slots=True)
class Used:
    """What letters of the same case have taken already: frames, openings, closes, subjects, orders."""

    frames: set[str] = field(default_factory=set)
    openings: set[str] = field(default_factory=set)
    closes: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    orders: set[str] = field(default_factory=set)

    def copied(self) -> "Used":
        """An independent copy, for an attempt that may be thrown away."""
        return Used(
            set(self.frames), set(self.openings), set(self.closes), set(self.subjects), set(self.orders)
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence on its way: the frame it came from, the idea in it, and whether it begins a paragraph."""

    sentence: Sentence
    frame: Frame
    idea: Idea | None
    breaks: bool


class Composer:
    """Chooses the frames of one letter, so that it repeats neither itself nor a letter to a colleague."""

    def __init__(self, case: Case, plan: LetterPlan, *, tone: Tone, used: Used, salt: int) -> None:
        self.case, self.plan, self.tone, self.used, self.salt = case, plan, tone, used, salt
        self.pieces: list[Piece] = []

    def composed(self) -> list[Piece]:
        """The sentences of the letter in order."""
        breaks = False
        for move in self._order().split():
            if move == "/":
                breaks = bool(self.pieces)
            elif self._say(move, breaks=breaks):
                breaks = False
        return self.pieces

    def _order(self) -> str:
        orders = ORDERS[self.plan.answers]
        free = [a for a in orders if a not in self.used.orders] or list(orders)
        chosen = free[self._seed("order") % len(free)]
        self.used.orders.add(chosen)
        return chosen

    def _seed(self, what: str) -> int:
        person = self.plan.person
        return seed(
            self.case.opportunity.company,
            self.case.candidate.name,
            person.id,
            person.name,
            what,
            str(self.salt),
        )

    def _say(self, move: str, *, breaks: bool) -> bool:
        """Add the sentence of one move; False when there is nothing to say or no frame that can say it."""
        if move == "reftie":
            return self._add("reftie", self._idea("refer"), breaks=breaks) or self._both(breaks=breaks)
        if move == "tie" and self._proof_told():
            return False
        idea = self._idea(move)
        if move in {"refer", "second", "connect"}:
            return idea is not None and self._add(
                "connect" if move == "connect" else "refer", idea, breaks=breaks
            )
        if idea is not None and self._add(move, idea, breaks=breaks):
            return True
        return self._add(move, None, breaks=breaks)

    def _both(self, *, breaks: bool) -> bool:
        """A point and its proof as two sentences, where no single sentence holds both."""
        said = self._say("refer", breaks=breaks)
        return self._say("tie", breaks=breaks and not said) or said

    def _proof_told(self) -> bool:
        return self.plan.proof is None or any(p.frame.move == "reftie" for p in self.pieces)

    def _idea(self, move: str) -> Idea | None:
        told = [p.idea for p in self.pieces if p.idea is not None]
        left = [i for i in self.plan.refer if i not in told]
        lead = self.plan.refer[0] if self.plan.refer else None
        if move == "thank":
            return lead if lead and self._thanked(lead) else None
        if move == "refer":
            return left[0] if left else None
        if move == "second":
            later = [i for i in left if i is not lead]
            return later[0] if later else None
        if move == "connect":
            return self.plan.connect
        return self.plan.step if move == "next" and self.plan.person.relation is not Relation.PEER else None

    def _thanked(self, lead: Idea) -> bool:
        """Whether the opening thanks carry the lead: always what they gave, now and then what they told."""
        if lead.risk is not Risk.FREE or lead.face_risk:
            return False
        return lead.shape in {Shape.GIVEN, Shape.STEP} or (
            self.plan.answers != 0 and self._seed("thanked") % 3 == 0
        )

    def _add(self, move: str, idea: Idea | None, *, breaks: bool) -> bool:
        frame = self._frame(move, idea)
        if frame is None:
            return False
        carried = idea if frame.shapes or "face" in frame.marks else None
        text = self._text(frame, carried)
        self.pieces.append(
            Piece(Sentence(text, frame.move, self._sources(frame, carried)), frame, carried, breaks)
        )
        self.used.frames.add(frame.id)
        self.used.openings.add(frame.opening)
        return True

    def _frame(self, move: str, idea: Idea | None) -> Frame | None:
        fitting = [f for f in frames_for(move) if self._suits(f) and self._carries(f, move, idea)]
        return min(fitting, key=self._cost) if fitting else None

    def _suits(self, frame: Frame) -> bool:
        if frame.id in self.used.frames or (frame.tones and self.tone not in frame.tones):
            return False
        if frame.readers and self.plan.person.relation not in frame.readers:
            return False
        return not ("in_person" in frame.marks and "phone" in self.case.interview.format.lower())

    def _carries(self, frame: Frame, move: str, idea: Idea | None) -> bool:
        if move in {"tie", "reftie"} and not self._proves(frame):
            return False
        if move == "reftie":
            return self.plan.answers == 0 and idea is not None and carries(frame, idea)
        if move == "tie":
            return True
        if idea is None:
            return not frame.shapes and "face" not in frame.marks
        return carries(frame, idea)

    def _proves(self, frame: Frame) -> bool:
        proof = self.plan.proof
        if proof is None:
            return False
        has = (
            {"strength"}
            if proof.strength
            else {"did", "as"}
            if proof.as_
            else {"did", "emp"}
            if proof.emp
            else {"did"}
        )
        if set(frame.slots) != has:
            return False
        return frame.move == "reftie" or frame.related is None or frame.related == self._answers_last()

    def _answers_last(self) -> bool:
        """Whether the proof answers the point told in the sentence before."""
        last = self.pieces[-1].idea if self.pieces else None
        proof = self.plan.proof
        return last is not None and proof is not None and bool(set(last.concepts) & set(proof.concepts))

    def _cost(self, frame: Frame) -> float:
        """What speaks against a frame here: words and openings already used, then a number of its own."""
        said = {word for p in self.pieces for word in p.frame.words}
        own_openings = {p.frame.opening.split()[0] for p in self.pieces}
        cost = 5.0 * len(frame.words & said) + 4 * (frame.opening.split()[0] in own_openings)
        cost += 7 * (frame.opening in {p.frame.opening for p in self.pieces}) + 6 * (
            frame.opening in self.used.openings
        )
        return cost + (self._seed(frame.id) % 1000) / 100

    def _text(self, frame: Frame, idea: Idea | None) -> str:
        slots = {
            "day": interview_day(self.case),
            "role": self.case.opportunity.role,
            "co": self.case.opportunity.company,
        }
        if idea is not None:
            slots |= {
                name: getattr(idea, name)
                for name in ("topic", "focus", "clause", "want", "question", "gerund", "shared")
            }
            slots |= {
                "want_verb": idea.want.removeprefix("to "),
                "is": "are" if idea.plural else "is",
                "sounds": "sound" if idea.plural else "sounds",
            }
        proof = self.plan.proof
        if proof is not None:
            slots |= {
                "emp": proof.emp,
                "did": proof.did,
                "strength": proof.strength,
                "as": proof.as_,
                "are": "are" if proof.plural else "is",
            }
        told = {name: weekday_instead(text, self.case) for name, text in slots.items()}
        return capitalised(filled(frame.text, told))

    def _sources(self, frame: Frame, idea: Idea | None) -> tuple[SentenceSource, ...]:
        found: list[SentenceSource] = []
        if idea is not None:
            found.append(SentenceSource(SourceFrom.POINT, idea.raw))
        if frame.slots and self.plan.proof:
            found.append(SentenceSource(SourceFrom.PROFILE, self.plan.proof.source))
        if frame.has("day"):
            found.append(SentenceSource(SourceFrom.INTERVIEW, self.case.interview.end.date().isoformat()))
        if frame.has("role") or frame.move == "next":
            found.append(SentenceSource(SourceFrom.OPPORTUNITY, self.case.opportunity.role))
        if frame.has("co"):
            found.append(SentenceSource(SourceFrom.OPPORTUNITY, self.case.opportunity.company))
        return tuple(found)
