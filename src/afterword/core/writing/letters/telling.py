"""One sentence told: the frames that can carry a matter, the one that suits this letter best, and its sources."""

import re
from collections.abc import Callable
from functools import lru_cache

from afterword.core.facts import Case, Relation
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.letter import Sentence, SentenceSource, SourceFrom
from afterword.core.writing.letters.frames import Frame, bears_idea, carries, carries_second, frames_for
from afterword.core.writing.letters.letter_plan import LetterPlan
from afterword.core.writing.letters.naming import names, suits_names
from afterword.core.writing.letters.pieces import Matter, Piece, Used
from afterword.core.writing.letters.profile import Proof
from afterword.core.writing.letters.say import capitalised, contracted, filled, interview_day, weekday_instead
from afterword.core.writing.letters.seeds import seed
from afterword.core.writing.letters.sound import sound
from afterword.core.writing.letters.told import organisation, slots_of
from afterword.core.writing.letters.worth import asks_for, said_alike, same_work
from afterword.core.writing.voice import Tone, Voice

_LONGEST_SENTENCE = 34  # words
_SHORT_QUESTION = 6  # words up to which a question may be given back as "that"
_TRIED = 8  # the cheapest frames looked at before a move is given up
_RARE = {Relation.RECRUITER}  # readers with sentences of their own
_FACTS = {Shape.CLAUSE, Shape.YOU, Shape.THING}
#: Words in which today means any day: what was asked, what was said.
_AS_SAID = frozenset({"question", "question2", "quote"})
_SECOND = frozenset({"topic2", "clause2", "want2", "question2", "tail2"})


class Telling:
    """The sentences of one letter so far; it repeats neither itself nor a letter to a colleague."""

    def __init__(
        self, case: Case, plan: LetterPlan, *, tone: Tone, voice: Voice, used: Used, salt: int
    ) -> None:
        self.case, self.plan, self.tone = case, plan, tone
        self.voice, self.used, self.salt = voice, used, salt
        self.pieces: list[Piece] = []
        self.lengthening = False

    def seed(self, what: str) -> int:
        """A number of this letter's own."""
        person = self.plan.person
        return seed(
            self.case.opportunity.company, self.case.candidate.name, person.id, person.name, what, str(self.salt)
        )  # fmt: skip

    def told(self) -> list[Idea]:
        """The ideas told so far."""
        return [i for p in self.pieces for i in p.ideas]

    def shown(self, proof: Proof) -> bool:
        """Whether a result or strength stands in the letter already."""
        return any(proof in p.proofs for p in self.pieces)

    def words(self) -> int:
        """Words of the sentences so far."""
        return sum(len(p.sentence.text.split()) for p in self.pieces)

    def add(self, move: str, matter: Matter, breaks: bool) -> bool:
        """Tell a matter in the sentence that suits best; False when none can carry it."""
        possible = frames_for(move, self.tone, self.plan.person.relation)
        fitting = [f for f in possible if self._suits(f, matter)]
        tried = sorted(fitting, key=self._costs())[:_TRIED]
        told = ((frame, self._text(frame, matter)) for frame in tried)
        good = next(((f, t) for f, t in told if self._stands(t)), None)
        if good is None and move == "thank":
            any_one = min(tried or [f for f in possible if not f.readers], key=self._costs())
            good = any_one, self._text(any_one, matter)
        if good:
            self._keep(good[0], matter, good[1], breaks)
        return good is not None

    def _stands(self, text: str) -> bool:
        """Whether a sentence is sound, not too long, and names the day of the interview once."""
        day = interview_day(self.case)
        longest = max(len(part.split()) for part in re.split(r"(?<=\.)\s", text))
        return sound(text) and longest <= _LONGEST_SENTENCE and text.count(day) < 2

    def _keep(self, frame: Frame, matter: Matter, text: str, breaks: bool) -> None:
        second = bool(frame.second.shapes or frame.slots & _SECOND)
        ideas = tuple(
            i for i, bears in ((matter.idea, bears_idea(frame)), (matter.second, second)) if i and bears
        )
        ideas += matter.named
        shown = tuple(
            p
            for p, told in ((matter.proof, frame.has("did")), (matter.beside, matter.beside is not None))
            if p and told
        )
        self.pieces.append(
            Piece(Sentence(text, frame.move, self._sources(frame, ideas, shown)), frame, ideas, shown, breaks)
        )
        self.used.frames.add(frame.text)
        self.used.openings.add(frame.opening)

    # ------------------------------------------------ which frames suit

    def _suits(self, frame: Frame, matter: Matter) -> bool:
        if frame.text in self.used.frames:
            return False
        if frame.place and matter.place and frame.place != matter.place:
            return False
        if frame.words & set(self.voice.avoided) or (
            _adds(frame) and any(_adds(p.frame) for p in self.pieces)
        ):
            return False
        return (
            self._proves(frame, matter)
            and self._around(frame, matter)
            and not (frame.has("ahead") and matter.idea in self.told())
            and self._bears(frame, matter)
            and self._answering(frame, matter)
        )

    def _around(self, frame: Frame, matter: Matter) -> bool:
        marks = frame.first.marks
        if "in_person" in marks and "phone" in self.case.interview.format.lower():
            return False
        if "told" in marks and len(self.told()) < 2:
            return False
        if matter.named and not suits_names(marks, matter.named):
            return False
        if "needed" in marks and not self.lengthening:
            return False
        return not ("alone" in marks and not (self.plan.extra or self.lengthening))

    def _answering(self, frame: Frame, matter: Matter) -> bool:
        """Whether a claim of likeness holds: of the point in the sentence, else of the one just told."""
        proof = matter.beside or matter.proof
        marks = frame.first.marks
        if proof is None:
            return True
        near = (
            [matter.idea]
            if matter.idea and frame.move != "tie"
            else list(self.pieces[-1].ideas if self.pieces else ())
        )
        if "related" in marks and not any(same_work(i, proof) for i in near):
            return False
        if "unrelated" in marks and any(same_work(i, proof) for i in near):
            return False
        alike = max((sum(1 + w.isdigit() for w in said_alike(i, proof)) for i in near), default=0)
        within = any(i.shape in _FACTS and echoes(i.topic, proof.strength) for i in near)
        if "within" in marks and not within:
            return False
        if within and frame.has("strength"):
            return False
        again = proof.did and frame.move == "reftie" and any(_names(i.topic, proof.did) for i in near)
        if (again and frame.has("topic", "the_topic")) or ("echoed" in marks and not again):
            return False
        if frame.has("strength") and any(_names(proof.strength, i.question) for i in near):
            return False
        if "win" in marks and re.search(
            r"\b(?:errors?|corrections?|mistakes?|late|loss(?:es)?)\b", proof.did
        ):
            return False
        alike *= all(len(i.question.split()) <= _SHORT_QUESTION for i in near)
        return "same" not in marks or alike > 1 or any(asks_for(i, proof) for i in near)

    @staticmethod
    def _proves(frame: Frame, matter: Matter) -> bool:
        proof, beside = matter.proof, matter.beside
        strength = frame.has("strength") or "within" in frame.first.marks
        if frame.has("did") != (proof is not None) or strength != (beside is not None):
            return False
        deed = bool(beside and re.match(r"\w+ing\b", beside.strength))
        if (deed and "thing" in frame.first.marks) or (not deed and "deed" in frame.first.marks):
            return False
        if proof is None:
            return True
        return bool(proof.emp) or not frame.has("emp")

    @staticmethod
    def _bears(frame: Frame, matter: Matter) -> bool:
        if frame.slots & _SECOND and (matter.second is None or not carries_second(frame, matter.second)):
            return False
        if matter.idea is None:
            return not bears_idea(frame) and "face" not in frame.first.marks
        return carries(frame, matter.idea) and bears_idea(frame)

    def _costs(self) -> Callable[[Frame], float]:
        """What speaks against a frame after the sentences so far."""
        said = frozenset(word for p in self.pieces for word in p.frame.words)
        begun = [p.frame.opening.split()[:2] for p in self.pieces]
        return lambda frame: self._cost(frame, said, begun)

    def _cost(self, frame: Frame, said: frozenset[str], begun: list[list[str]]) -> float:
        """What speaks against a frame here: words and openings already used, then a number of its own."""
        start = frame.opening.split()[:2]
        closing = 0.3 if frame.move in {"next", "tienext"} else 1.0
        cost = frame.cost + 2 * closing * len(frame.words & said) + 12 * (frame.opening in self.used.openings)
        cost += 7 * closing * (start in begun) + 2 * closing * (sum(b[:1] == start[:1] for b in begun) > 1)
        cost += 5 * closing * (start[:1] == begun[-1][:1] if begun else False)
        if self._has_little():
            cost -= 0.3 * len(frame.text.split())
        cost += 14 * any(p.frame.text.split()[-3:] == frame.text.split()[-3:] for p in self.pieces)
        cost += 4 * frame.has("co") * sum(p.frame.has("co") for p in self.pieces)
        cost -= 5 * bool(frame.readers and self.plan.person.relation in _RARE)
        cost -= 3 * bool(frame.words & set(self.voice.favourites))
        return cost + (self.seed(frame.text) % 1000) / 100

    def _has_little(self) -> bool:
        """Whether the plan holds so little that sentences may be long."""
        plan = self.plan
        return len(plan.refer) + bool(plan.connect) + bool(plan.promise) + bool(plan.proof) < 2

    # ------------------------------------------------ words

    def _text(self, frame: Frame, matter: Matter) -> str:
        job = self.case.opportunity
        slots = {
            "day": interview_day(self.case), "role": job.role, "co": job.company,
            "org": organisation(job.company, job.industry),
        }  # fmt: skip
        if matter.idea is not None:
            slots |= slots_of(matter.idea)
        if matter.second is not None:
            slots |= {name + "2": text for name, text in slots_of(matter.second).items()}
        if matter.proof is not None:
            slots |= _proof_slots(matter.proof)
        if matter.beside is not None:
            slots |= {"strength": matter.beside.strength, "are": "are" if matter.beside.plural else "is"}
        if matter.named:
            slots["names"] = names(matter.named)
        told = {n: t if n in _AS_SAID else weekday_instead(t, self.case) for n, t in slots.items()}
        frame_text = contracted(frame.text) if self._contracts() else frame.text
        return capitalised(filled(frame_text, told))

    def _contracts(self) -> bool:
        return self.tone is Tone.WARM if self.voice.contractions is None else self.voice.contractions

    def _sources(
        self, frame: Frame, ideas: tuple[Idea, ...], shown: tuple[Proof, ...]
    ) -> tuple[SentenceSource, ...]:
        found = [SentenceSource(SourceFrom.POINT, idea.raw) for idea in ideas]
        found += [
            SentenceSource(SourceFrom.PROFILE, text)
            for proof in shown
            for text in (proof.source, *proof.more)
        ]
        if frame.has("day"):
            found.append(SentenceSource(SourceFrom.INTERVIEW, self.case.interview.end.date().isoformat()))
        if frame.has("role") or frame.move in {"next", "tienext", "promise", "more"}:
            found.append(SentenceSource(SourceFrom.OPPORTUNITY, self.case.opportunity.role))
        if frame.has("co"):
            found.append(SentenceSource(SourceFrom.OPPORTUNITY, self.case.opportunity.company))
        return tuple(found)


def echoes(topic: str, strength: str) -> bool:
    """Whether a strength only repeats the words of a topic, or the topic those of the strength."""
    one, other = (
        {w.rstrip("s") for w in re.findall(r"[a-z]{3,}", text.lower())} - {"the", "your", "and"}
        for text in (topic, strength)
    )
    return bool(one and other) and (one <= other or other <= one)


def _names(topic: str, did: str) -> bool:
    """Whether a result names the topic itself, so that the sentence would say it twice."""
    words = set(re.findall(r"[a-z]{3,}", topic.lower())) - {"the", "your", "and"}
    return bool(words) and words <= set(re.findall(r"[a-z]{3,}", did.lower()))


@lru_cache(maxsize=2048)
def _adds(frame: Frame) -> bool:
    """Whether a sentence says "also" in some way; once in a letter is enough."""
    return bool(re.search(r"\b(?:also|too|as well|just as glad)\b", frame.text))


def _proof_slots(proof: Proof) -> dict[str, str]:
    capacity = "" if re.search(r"\bas an? ", proof.did) else proof.as_
    at = f"at {proof.emp}" if proof.emp else capacity
    return {"emp": proof.emp, "did": proof.did, "at": at}
