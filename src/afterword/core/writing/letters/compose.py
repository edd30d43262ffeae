"""One letter composed: an order of moves, a frame for each, sentences with their sources."""

import re
from collections.abc import Iterator

from afterword.core.facts import Case, Relation
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.letter import Sentence, SentenceSource, SourceFrom
from afterword.core.writing.letters.frames import Frame, bears_idea, carries, carries_second, frames_for
from afterword.core.writing.letters.letter_plan import LetterPlan
from afterword.core.writing.letters.orders import orders_for
from afterword.core.writing.letters.pieces import Matter, Piece, Used
from afterword.core.writing.letters.profile import Proof
from afterword.core.writing.letters.proving import leads_a_firm
from afterword.core.writing.letters.say import capitalised, contracted, filled, interview_day, weekday_instead
from afterword.core.writing.letters.seeds import seed
from afterword.core.writing.letters.sound import sound
from afterword.core.writing.letters.told import organisation, slots_of
from afterword.core.writing.letters.worth import fits
from afterword.core.writing.notes.concepts import related
from afterword.core.writing.voice import Tone, Voice

_LONGEST_SENTENCE = 34  # words
_ENOUGH_TO_CLOSE = 40  # words before a result may share its sentence with the close
_ROOM_FOR_A_THIRD = 52  # words under which a third point has room
_TOO_SHORT = 45  # words of the sentences under which a letter is no letter
_TRIED = 8  # the cheapest frames looked at before a move is given up


class Composer:
    """Chooses the frames of one letter, so that it repeats neither itself nor a letter to a colleague."""

    def __init__(
        self, case: Case, plan: LetterPlan, *, tone: Tone, voice: Voice, used: Used, salt: int
    ) -> None:
        self.case, self.plan, self.tone = case, plan, tone
        self.voice, self.used, self.salt = voice, used, salt
        self.pieces: list[Piece] = []
        self.lengthening = False

    def composed(self) -> list[Piece]:
        """The sentences of the letter in order."""
        breaks = False
        for move in self._order().split():
            if move == "/":
                breaks = bool(self.pieces)
            else:
                before = len(self.pieces)
                self._say(move, breaks=breaks)
                breaks = breaks and len(self.pieces) == before
        if self._words() < _TOO_SHORT:
            self._lengthen()
        return self.pieces

    def _lengthen(self) -> None:
        """What courtesy still asks for in a letter with little to tell: a result or strength, then a plain word more."""
        last = self.pieces.pop() if len(self.pieces) > 1 else None
        self.lengthening = True
        for spare in [p for p in (self.plan.beside, *self.plan.spare) if p and not self._shown(p)]:
            if self._words() + (len(last.sentence.text.split()) if last else 0) < _TOO_SHORT:
                proof, beside = (spare, None) if spare.did else (None, spare)
                self._add("tie", Matter(proof=proof, beside=beside), last is not None and last.breaks)
        if self._words() + (len(last.sentence.text.split()) if last else 0) < _TOO_SHORT:
            self._add("more", Matter(), not self.plan.refer)
        self.pieces += [last] if last else []

    def _order(self) -> str:
        orders = orders_for(self.plan.answers)
        free = [a for a in orders if a not in self.used.orders] or list(orders)
        chosen = free[self._seed("order") % len(free)]
        self.used.orders.add(chosen)
        lead = self.plan.refer[0] if self.plan.refer else None
        if lead and lead.shape in {Shape.GIVEN, Shape.STEP}:
            return chosen.replace("thank", "open", 1)
        return chosen

    def _seed(self, what: str) -> int:
        person = self.plan.person
        return seed(
            self.case.opportunity.company, self.case.candidate.name, person.id, person.name, what, str(self.salt)
        )  # fmt: skip

    # ------------------------------------------------ moves

    def _say(self, move: str, *, breaks: bool) -> bool:
        """Add the sentence, or the sentences, of one move; False when there is nothing to say."""
        way = getattr(self, f"_{move}", None)
        return way(breaks) if way else False

    def _either(self, breaks: bool, *moves: str) -> bool:
        """Several moves one after the other where no single sentence holds them; the first one told takes the break."""
        told = False
        for move in moves:
            told = self._say(move, breaks=breaks and not told) or told
        return told

    def _thank(self, breaks: bool) -> bool:
        return self._add("thank", Matter(), breaks)

    def _open(self, breaks: bool) -> bool:
        lead = next(iter(self.plan.refer), None)
        return (lead is not None and self._add("open", Matter(lead), breaks)) or self._either(
            breaks, "thank", "lead"
        )

    def _lead(self, breaks: bool) -> bool:
        idea = self._left(0)
        return idea is not None and self._add("refer", Matter(idea, place="lead"), breaks)

    def _second(self, breaks: bool) -> bool:
        for idea in self._all_left():
            place = "second" if self._told() else "lead"
            if self._add("refer", Matter(idea, place=place), breaks):
                return True
        return False

    def _leadtie(self, breaks: bool) -> bool:
        return self._with_proof(self._left(0), breaks) or self._either(breaks, "lead", "tie")

    def _secondtie(self, breaks: bool) -> bool:
        return self._with_proof(self._left(1), breaks) or self._either(breaks, "second", "tie")

    def _with_proof(self, idea: Idea | None, breaks: bool) -> bool:
        proof = self.plan.proof
        if idea is None or proof is None or self.plan.beside:
            return False
        return self._add("reftie", Matter(idea, proof=proof), breaks)

    def _leads(self, breaks: bool) -> bool:
        one, two = self._left(0), self._left(1)
        both = (
            one is not None and two is not None and self._add("leads", Matter(one, two, place="lead"), breaks)
        )
        return both or self._either(breaks, "lead", "second")

    def _tie(self, breaks: bool) -> bool:
        proof, beside = self.plan.proof, self.plan.beside
        told = False
        if beside and not self._shown(beside):
            both = proof and not self._shown(proof) and self._answers_last()
            told = bool(both) and self._add("tie", Matter(proof=proof, beside=beside), breaks)
            told = told or self._add("tie", Matter(beside=beside), breaks)
        elif proof and not self._shown(proof):
            told = self._add("tie", Matter(second=self._coming(), proof=proof), breaks)
        if self.plan.extra and not self._shown(self.plan.extra):
            told = self._add("tie", Matter(beside=self.plan.extra), breaks and not told) or told
        return told

    def _shown(self, proof: Proof) -> bool:
        return any(proof in p.proofs for p in self.pieces)

    def _tienext(self, breaks: bool) -> bool:
        proof = self.plan.proof
        if proof and self._words() > _ENOUGH_TO_CLOSE and not self.plan.step and not self._shown(proof):
            return self._add("tienext", Matter(proof=proof), breaks)
        return self._either(breaks, "tie", "next")

    def _connect(self, breaks: bool) -> bool:
        if self.plan.connect is None and self.plan.promise is None and self._words() < _ROOM_FOR_A_THIRD:
            return self._third(breaks)
        return self.plan.connect is not None and self._add("connect", Matter(self.plan.connect), breaks)

    def _third(self, breaks: bool) -> bool:
        """One more point where the letter is still short."""
        idea = next((i for i in self.plan.refer if i not in self._told()), None)
        return (
            bool(self._told())
            and idea is not None
            and self._add("refer", Matter(idea, place="second"), breaks)
        )

    def _words(self) -> int:
        return sum(len(p.sentence.text.split()) for p in self.pieces)

    def _promise(self, breaks: bool) -> bool:
        return self.plan.promise is not None and self._add("promise", Matter(self.plan.promise), breaks)

    def _fits_here(self, frame: Frame, matter: Matter) -> bool:
        """A step that was told already is answered, never told again."""
        return not (frame.has("ahead") and matter.idea in self._told())

    def _next(self, breaks: bool) -> bool:
        breaks = not (self._result_for_executive(breaks) and breaks) and breaks
        lead = next(iter(self.plan.refer), None)
        step = self.plan.step or (lead if lead and lead.shape is Shape.STEP else None)
        if (
            step
            and self.plan.person.relation is not Relation.PEER
            and self._add("next", Matter(step), breaks)
        ):
            return True
        if (
            self.plan.beside
            and self.plan.proof
            and not self._shown(self.plan.proof)
            and self._add("tienext", Matter(proof=self.plan.proof), breaks)
        ):
            return True
        return self._add("next", Matter(), breaks)

    def _result_for_executive(self, breaks: bool) -> bool:
        """To an executive the result is the point: it is told before the close if nothing told it earlier."""
        proof = self.plan.proof
        if proof is None or not leads_a_firm(self.plan.person) or self._shown(proof):
            return False
        return self._add("tie", Matter(proof=proof), breaks)

    # ------------------------------------------------ what is left to tell

    def _told(self) -> list[Idea]:
        return [i for p in self.pieces for i in p.ideas]

    def _all_left(self) -> Iterator[Idea]:
        told = self._told()
        enough = sum(1 for i in told if i in self.plan.refer) > 1
        return iter(() if enough else [i for i in self.plan.refer if i not in told])

    def _left(self, place: int) -> Idea | None:
        """The point at a place of the plan, if it is still to be told."""
        idea = self.plan.refer[place] if place < len(self.plan.refer) else None
        return idea if idea is not None and idea not in self._told() else None

    def _coming(self) -> Idea | None:
        """A point not told yet that the result can be put to use for: near the result or the point it answers."""
        proof, told = self.plan.proof, self._told()
        near = (*(proof.concepts if proof else ()), *(c for i in told for c in i.concepts))
        return next(
            (
                i
                for i in self.plan.refer
                if i not in told and slots_of(i)["tail"] and related(i.concepts, near)
            ),
            None,
        )

    # ------------------------------------------------ frames

    def _add(self, move: str, matter: Matter, breaks: bool) -> bool:
        if move == "refer" and self._answer(matter, breaks):
            return True
        fitting = [f for f in frames_for(move) if self._suits(f, matter)]
        tried = sorted(fitting, key=self._cost)[:_TRIED]
        told = ((frame, self._text(frame, matter)) for frame in tried)
        good = next(((f, t) for f, t in told if self._stands(t)), None)
        if good is None and move == "thank":
            any_one = min(tried or [f for f in frames_for(move) if not f.readers], key=self._cost)
            good = any_one, self._text(any_one, matter)
        if good:
            self._keep(good[0], matter, good[1], breaks)
        return good is not None

    def _stands(self, text: str) -> bool:
        """Whether a sentence is sound, not too long, and names the day of the interview once."""
        day = interview_day(self.case)
        return sound(text) and len(text.split()) <= _LONGEST_SENTENCE and text.count(day) < 2

    def _answer(self, matter: Matter, breaks: bool) -> bool:
        """A question told together with the strength that answers it."""
        strength, idea = self.plan.strength, matter.idea
        if (
            not strength
            or idea is None
            or idea.shape is not Shape.QUESTION
            or not related(idea.concepts, strength.concepts)
        ):
            return False
        return self._add("answer", Matter(idea, beside=strength, place=matter.place), breaks)

    def _keep(self, frame: Frame, matter: Matter, text: str, breaks: bool) -> None:
        ideas = tuple(i for i, bears in ((matter.idea, bears_idea(frame)),
                                         (matter.second, bool(frame.second.shapes or frame.slots & _SECOND))) if i and bears)  # fmt: skip
        shown = tuple(
            p for p, slot in ((matter.proof, "did"), (matter.beside, "strength")) if p and frame.has(slot)
        )
        self.pieces.append(
            Piece(Sentence(text, frame.move, self._sources(frame, ideas, shown)), frame, ideas, shown, breaks)
        )
        self.used.frames.add(frame.text)
        self.used.openings.add(frame.opening)

    def _suits(self, frame: Frame, matter: Matter) -> bool:
        if (frame.tones and self.tone not in frame.tones) or frame.text in self.used.frames:
            return False
        if frame.readers and self.plan.person.relation not in frame.readers:
            return False
        if frame.place and matter.place and frame.place != matter.place:
            return False
        if frame.words & set(self.voice.avoided) or (
            _adds(frame) and any(_adds(p.frame) for p in self.pieces)
        ):
            return False
        return (
            self._fits_here(frame, matter)
            and self._around(frame)
            and self._proves(frame, matter)
            and self._bears(frame, matter)
        )

    def _around(self, frame: Frame) -> bool:
        marks = frame.first.marks
        if "in_person" in marks and "phone" in self.case.interview.format.lower():
            return False
        if "told" in marks and len(self._told()) < 2:
            return False
        if "alone" in marks and not (self.plan.extra or self.lengthening):
            return False
        return not ("related" in marks and not self._answers_last()) and not (
            "unrelated" in marks and self._answers_last()
        )

    @staticmethod
    def _proves(frame: Frame, matter: Matter) -> bool:
        proof, beside = matter.proof, matter.beside
        if frame.has("did") != (proof is not None) or frame.has("strength") != (beside is not None):
            return False
        if "plural_strength" in frame.first.marks and not (beside and beside.plural):
            return False
        if proof is None:
            return True
        if (frame.has("emp") or "placed" in frame.first.marks) and not proof.emp:
            return False
        return "{at} I" not in frame.text or bool(proof.emp or proof.as_ or proof.placed)

    @staticmethod
    def _bears(frame: Frame, matter: Matter) -> bool:
        if frame.slots & _SECOND and (matter.second is None or not carries_second(frame, matter.second)):
            return False
        if matter.idea is None:
            return not bears_idea(frame) and "face" not in frame.first.marks
        return carries(frame, matter.idea) and bears_idea(frame)

    def _answers_last(self) -> bool:
        """Whether the proof answers a point told in the sentence before."""
        proof, last = self.plan.beside or self.plan.proof, self.pieces[-1].ideas if self.pieces else ()
        return proof is not None and any(fits(i, proof) for i in last)

    def _cost(self, frame: Frame) -> float:
        """What speaks against a frame here: words and openings already used, then a number of its own."""
        said = {word for p in self.pieces for word in p.frame.words}
        begun = [p.frame.opening.split()[:2] for p in self.pieces]
        start = frame.opening.split()[:2]
        cost = (0.3 if frame.move in {"next", "tienext"} else 2.0) * len(frame.words & said)
        cost += 12 * (frame.opening in self.used.openings) + 7 * (start in begun)
        cost += 5 * (start[:1] == begun[-1][:1] if begun else False) + 2 * (
            sum(b[:1] == start[:1] for b in begun) > 1
        )
        cost -= 4 * frame.has("tail2") + (frame.place != "" and frame.move == "refer")
        cost -= 8 * frame.has("quote")
        cost -= 3 * bool(frame.words & set(self.voice.favourites))
        return cost + (self._seed(frame.text) % 1000) / 100

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
        told = {name: weekday_instead(text, self.case) for name, text in slots.items()}
        frame_text = contracted(frame.text) if self._contracts() else frame.text
        return capitalised(filled(frame_text, told))

    def _contracts(self) -> bool:
        return self.tone is Tone.WARM if self.voice.contractions is None else self.voice.contractions

    def _sources(
        self, frame: Frame, ideas: tuple[Idea, ...], shown: tuple[Proof, ...]
    ) -> tuple[SentenceSource, ...]:
        found = [SentenceSource(SourceFrom.POINT, idea.raw) for idea in ideas]
        found += [SentenceSource(SourceFrom.PROFILE, proof.source) for proof in shown]
        if frame.has("day"):
            found.append(SentenceSource(SourceFrom.INTERVIEW, self.case.interview.end.date().isoformat()))
        if frame.has("role") or frame.move in {"next", "tienext", "promise", "more"}:
            found.append(SentenceSource(SourceFrom.OPPORTUNITY, self.case.opportunity.role))
        if frame.has("co"):
            found.append(SentenceSource(SourceFrom.OPPORTUNITY, self.case.opportunity.company))
        return tuple(found)


def _adds(frame: Frame) -> bool:
    """Whether a sentence says "also" in some way; once in a letter is enough."""
    return bool(re.search(r"\b(?:also|too|as well|just as glad)\b", frame.text))


_SECOND = frozenset({"topic2", "clause2", "want2", "question2", "tail2"})


def _proof_slots(proof: Proof) -> dict[str, str]:
    at = f"at {proof.emp}" if proof.emp else proof.as_ or ("" if proof.placed else "in my work so far")
    return {"emp": proof.emp, "did": proof.did, "at": at}
