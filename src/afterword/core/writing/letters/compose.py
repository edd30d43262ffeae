"""One letter composed: an arrangement of moves, a frame for each, sentences with their sources."""

from dataclasses import dataclass, field

from afterword.core.facts import Case, Relation
from afterword.core.writing.idea import Idea, Risk, Shape
from afterword.core.writing.letter import Sentence, SentenceSource, SourceFrom
from afterword.core.writing.letters.frames import Frame, carries, frames_for
from afterword.core.writing.letters.plan import LetterPlan, seed
from afterword.core.writing.letters.say import capitalised, filled, interview_day, weekday_instead
from afterword.core.writing.voice import Tone

#: Orders of the moves; "/" begins a new paragraph. Moves without matter fall away.
ARRANGEMENTS = (
    "thank refer tie / second connect next",
    "thank refer / tie second / connect next",
    "thank refer second tie / connect next",
    "thank tie / refer second / next connect",
    "thank refer tie second / next connect",
    "thank second / refer tie / connect next",
    "thank / refer tie / second connect next",
)


@dataclass(slots=True)
class Used:
    """Frames, openings, subjects and closes already taken by letters of the same case."""

    frames: set[str] = field(default_factory=set)
    openings: set[str] = field(default_factory=set)
    closes: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    orders: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence on its way: its move, the frame it came from, and whether it begins a paragraph."""

    sentence: Sentence
    frame: Frame
    breaks: bool


class Composer:
    """Chooses frames for one letter, so that it neither repeats itself nor a letter to a colleague."""

    def __init__(self, case: Case, plan: LetterPlan, *, tone: Tone, used: Used, salt: int) -> None:
        self.case, self.plan, self.tone, self.used, self.salt = case, plan, tone, used, salt
        self.pieces: list[Piece] = []
        self.slots = {
            "day": interview_day(case), "role": case.opportunity.role, "co": case.opportunity.company,
        }  # fmt: skip

    def composed(self) -> list[Piece]:
        """The sentences of the letter in order."""
        order = self._order()
        self.used.orders.add(order)
        breaks = False
        for move in order.split():
            if move == "/":
                breaks = True
            elif self._say(move, breaks):
                breaks = False
        return self.pieces

    def _order(self) -> str:
        free = [a for a in ARRANGEMENTS if a not in self.used.orders] or list(ARRANGEMENTS)
        return free[self._seed("order") % len(free)]

    def _seed(self, what: str) -> int:
        return seed(
            self.case.opportunity.company,
            self.case.candidate.name,
            self.plan.person.id,
            self.plan.person.name,
            what,
            str(self.salt),
        )

    def _say(self, move: str, breaks: bool) -> bool:
        idea = self._idea(move)
        if move in {"refer", "second", "connect"} and idea is None:
            return False
        if move == "tie" and self.plan.proof is None:
            return False
        frame = self._frame("refer" if move == "second" else move, idea)
        if frame is None and move == "thank" and idea is not None:
            idea, frame = None, self._frame("thank", None)
        if frame is None:
            return False
        if move == "thank" and idea is not None:
            self._spent = idea
        text = self._text(frame, idea)
        self.pieces.append(Piece(Sentence(text, frame.move, self._sources(frame, idea)), frame, breaks))
        self.used.frames.add(frame.id)
        self.used.openings.add(frame.opening)
        return True

    _spent: Idea | None = None

    def _idea(self, move: str) -> Idea | None:
        refer = [i for i in self.plan.refer if i is not self._spent]
        if move == "thank":
            lead = self.plan.refer[0] if self.plan.refer else None
            return (
                lead if lead and lead.risk is Risk.FREE and lead.shape in {Shape.GIVEN, Shape.STEP} else None
            )
        if move == "refer":
            return refer[0] if refer else None
        if move == "second":
            return refer[1] if len(refer) > 1 else None
        if move == "connect":
            return self.plan.connect
        if move == "next":
            return self.plan.step if self.plan.person.relation is not Relation.PEER else None
        return None

    def _frame(self, move: str, idea: Idea | None) -> Frame | None:
        fitting = [f for f in frames_for(move) if self._fits(f, move, idea)]
        if not fitting and move in {"tie", "connect"} and self.pieces:
            return None
        if not fitting and idea is not None and move == "next":
            fitting = [f for f in frames_for(move) if self._fits(f, move, None)]
        if not fitting:
            return None
        said = frozenset[str]().union(*(p.frame.words for p in self.pieces)) if self.pieces else frozenset()
        openings = [p.frame.opening for p in self.pieces]
        return min(
            fitting,
            key=lambda f: (
                5 * len(f.words & said)
                + 8 * (f.opening in openings)
                + 6 * (f.opening in self.used.openings)
                + (self._seed(f.id) % 1000) / 100
            ),
        )

    def _fits(self, frame: Frame, move: str, idea: Idea | None) -> bool:
        if frame.id in self.used.frames or (frame.tones and self.tone not in frame.tones):
            return False
        if frame.readers and self.plan.person.relation not in frame.readers:
            return False
        if frame.in_person and "phone" in self.case.interview.format.lower():
            return False
        if move == "tie":
            return self._ties(frame)
        if idea is not None:
            return carries(frame, idea) or (move == "next" and not frame.shapes)
        return not frame.shapes and not frame.face

    def _ties(self, frame: Frame) -> bool:
        proof = self.plan.proof
        assert proof is not None
        if frame.related is not None and frame.related != (
            self.plan.related and any(p.sentence.move == "refer" for p in self.pieces)
        ):
            return False
        if "as" in frame.slots:
            return bool(proof.did and proof.as_)
        needs = set(frame.slots)
        has = {"did"} if proof.did else {"strength"}
        if proof.did and proof.emp:
            has.add("emp")
        return needs == has and not (proof.as_ and proof.did)

    def _text(self, frame: Frame, idea: Idea | None) -> str:
        slots = dict(self.slots)
        if idea is not None:
            slots |= {
                "topic": idea.topic,
                "focus": idea.focus,
                "clause": idea.clause,
                "want": idea.want,
                "question": idea.question,
                "gerund": idea.gerund,
                "shared": idea.shared,
            }
            slots |= {
                "is": "are" if idea.plural else "is",
                "sounds": "sound" if idea.plural else "sounds",
                "come": "come" if idea.plural else "comes",
            }
        proof = self.plan.proof
        if frame.move == "tie" and proof:
            slots |= {
                "emp": proof.emp,
                "did": proof.did,
                "strength": proof.strength,
                "are": "are" if proof.plural else "is",
                "As": capitalised(proof.as_),
            }
        slots = {key: weekday_instead(text, self.case) for key, text in slots.items()}
        return filled(frame.text, slots)

    def _sources(self, frame: Frame, idea: Idea | None) -> tuple[SentenceSource, ...]:
        found: list[SentenceSource] = []
        if idea is not None and any(
            "{" + s + "}" in frame.text
            for s in ("topic", "Topic", "clause", "want", "question", "gerund", "shared")
        ):
            found.append(SentenceSource(SourceFrom.POINT, idea.raw))
        if frame.move == "tie" and self.plan.proof:
            found.append(SentenceSource(SourceFrom.PROFILE, self.plan.proof.source))
        if "{day}" in frame.text:
            found.append(SentenceSource(SourceFrom.INTERVIEW, self.case.interview.end.date().isoformat()))
        if "{role}" in frame.text:
            found.append(SentenceSource(SourceFrom.OPPORTUNITY, self.case.opportunity.role))
        if "{co}" in frame.text:
            found.append(SentenceSource(SourceFrom.OPPORTUNITY, self.case.opportunity.company))
        return tuple(found)
