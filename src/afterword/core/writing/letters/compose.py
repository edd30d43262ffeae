"""One letter composed: an order of moves, and what each of them has left to tell."""

import re
from collections.abc import Iterator

from afterword.core.facts import Case, Relation
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.letters.letter_plan import LetterPlan
from afterword.core.writing.letters.naming import name_of
from afterword.core.writing.letters.orders import orders_for
from afterword.core.writing.letters.pieces import Matter, Piece, Used
from afterword.core.writing.letters.process import RUNS_IT
from afterword.core.writing.letters.profile import Proof, together
from afterword.core.writing.letters.proving import leads_a_firm
from afterword.core.writing.letters.telling import Telling
from afterword.core.writing.letters.told import is_work, slots_of
from afterword.core.writing.letters.worth import NO_BOAST, alike, fits, quotable
from afterword.core.writing.notes.concepts import related
from afterword.core.writing.voice import Tone, Voice

_ENOUGH_TO_CLOSE = 40  # words before a result may share its sentence with the close
_ROOM_FOR_A_THIRD = 62  # words under which a third point has room
_ROOM_FOR_NAMES = 82  # words under which points without a sentence are named
_NAMES = 2  # at a time
_LITTLE = frozenset({"with", "from", "that", "your", "their", "this", "every", "into"})
_SHORTER = 38  # the same for those who run the process
_TOO_SHORT = 45  # words of the sentences under which a letter is no letter


class Composer:
    """Tells the plan of one letter, move by move."""

    def __init__(
        self, case: Case, plan: LetterPlan, *, tone: Tone, voice: Voice, used: Used, salt: int
    ) -> None:
        self.plan, self.used = plan, used
        self.telling = Telling(case, plan, tone=tone, voice=voice, used=used, salt=salt)

    def composed(self) -> list[Piece]:
        """The sentences of the letter in order."""
        breaks = False
        for move in self._order().split():
            if move == "/":
                breaks = bool(self.telling.pieces)
            else:
                before = len(self.telling.pieces)
                self._say(move, breaks=breaks)
                breaks = breaks and len(self.telling.pieces) == before
        self._name_more()
        if self.telling.words() < self._enough():
            self._lengthen()
        return self.telling.pieces

    def _name_more(self) -> None:
        """Name what has no sentence of its own: in the thanks, in one sentence more, or in the close."""
        asked = self._for_the_close()
        if asked and not self._asked_in_close(asked):
            self._before_the_close(self._refer(asked, "second", False))
        ways = (self._named_in_thanks, self._named_apart, self._named_in_close)
        first = self.telling.seed("named") % len(ways)
        for way in (*ways[first:], *ways[:first]):
            left = self._unnamed()
            if left and self.telling.words() < _ROOM_FOR_NAMES:
                way(tuple(left[:_NAMES]))

    def _unnamed(self) -> list[Idea]:
        """The points that can be named and of which the letter says nothing yet, each matter once."""
        text = " ".join(p.sentence.text for p in self.telling.pieces).lower()
        left: list[Idea] = []
        for idea in self.plan.also:
            words = [w for w in re.findall(r"[a-z]{4,}", name_of(idea).lower()) if w not in _LITTLE]
            said = idea in self._told() or (bool(words) and all(w.rstrip("s") in text for w in words))
            if name_of(idea) in self.used.names:
                continue
            if not said and not any(alike(idea, other) for other in (*self._told(), *left)):
                left.append(idea)
        return left

    def _for_the_close(self) -> Idea | None:
        """A question nothing answers yet, told where the letter looks ahead to the next conversation."""
        if self.plan.step or self.plan.person.relation in RUNS_IT:
            return None
        asked = [i for i in self.plan.refer[1:] if i.shape is Shape.QUESTION and i not in self._told()]
        return next((i for i in asked if self._beside(i) is None), None)

    def _asked_in_close(self, asked: Idea) -> bool:
        *others, last = self.telling.pieces
        bare = others and last.frame.move == "next" and not last.ideas
        told = bool(bare) and self.telling.add("nextabout", Matter(asked), last.breaks)
        if told:
            self.telling.pieces.remove(last)
        return told

    def _before_the_close(self, told: bool) -> None:
        """Put what was just told before the close."""
        if told and len(self.telling.pieces) > 1:
            self.telling.pieces.insert(self._behind_the_points(), self.telling.pieces.pop())

    def _named_in_thanks(self, named: tuple[Idea, ...]) -> None:
        first = self.telling.pieces[:1]
        if (
            first
            and first[0].frame.move == "thank"
            and self.telling.add("thankfor", Matter(named=named), False)
        ):
            self.telling.pieces[0] = self.telling.pieces.pop()

    def _named_in_close(self, named: tuple[Idea, ...]) -> None:
        *others, last = self.telling.pieces
        bare = others and last.frame.move == "next" and not last.ideas
        if bare and self.telling.add("nextabout", Matter(named=named), last.breaks):
            self.telling.pieces.remove(last)

    def _named_apart(self, named: tuple[Idea, ...]) -> None:
        if len(self.telling.pieces) > 1:
            self._before_the_close(self.telling.add("also", Matter(named=named), False))

    def _behind_the_points(self) -> int:
        """The place after the last sentence of the first paragraph, before the close."""
        pieces = self.telling.pieces[:-1]
        breaks = [n for n, p in enumerate(pieces) if p.breaks and n]
        return breaks[0] if breaks else max(1, len(pieces) - 1)

    def _enough(self) -> int:
        """Words that make a letter: steps with their dates need nothing more around them."""
        return _SHORTER if self.plan.person.relation in RUNS_IT and self.plan.refer else _TOO_SHORT

    def _lengthen(self) -> None:
        """What courtesy still asks for in a letter with little to tell: a point, a result or strengths, a plain word."""
        told = self.telling
        last = told.pieces.pop() if len(told.pieces) > 1 else None
        told.lengthening = True
        closing = len(last.sentence.text.split()) if last else 0
        for way in (self._any_point, self._any_proof, self._plain_word):
            if told.words() + closing < self._enough():
                way(last is not None and last.breaks and not told.pieces[1:])
        told.pieces += [last] if last else []

    def _any_point(self, breaks: bool) -> bool:
        return any(
            self.telling.add("refer", Matter(i, place=self._place()), breaks)
            for i in self.plan.refer
            if i not in self._told()
        )

    def _any_proof(self, breaks: bool) -> bool:
        """A result no letter tells; strengths only where there is nothing else to write."""
        spare = [p for p in self.plan.spare if not self.telling.shown(p)]
        result = next((p for p in spare if p.did), None)
        modest = self.plan.person.relation in NO_BOAST
        if result is None and (modest or self._told() or self.plan.extra):
            return False
        matter = Matter(proof=result) if result else Matter(beside=together([p for p in spare if p.strength]))
        return bool(spare) and self.telling.add("tie", matter, breaks)

    def _plain_word(self, breaks: bool) -> bool:
        return self.telling.add("more", Matter(), breaks or not self.plan.refer)

    def _order(self) -> str:
        orders = orders_for(self.plan.answers, self.plan.person.relation)
        tells = self.plan.thanked_for is not None or self._opens_with_steps()
        if tells or self._asked_first():
            orders = tuple(o for o in orders if not o.startswith("open "))
        free = [a for a in orders if a not in self.used.orders] or list(orders)
        chosen = free[self.telling.seed("order") % len(free)]
        self.used.orders.add(chosen)
        if tells:
            return chosen.replace("thank", "open", 1)
        return chosen

    def _asked_first(self) -> bool:
        """Whether the lead is a question which the result answers: the two are told together, after the thanks."""
        return self.plan.answers == 0 and self.plan.refer[0].shape is Shape.QUESTION

    def _opens_with_steps(self) -> bool:
        """Whether thanks are for the steps; an agency is thanked for what it does first."""
        lead = self.plan.refer[0].shape if self.plan.refer else None
        return lead is Shape.STEP and self.plan.person.relation is not Relation.RECRUITER

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
        return self.telling.add("thank", Matter(), breaks)

    def _open(self, breaks: bool) -> bool:
        """Thanks that tell something already: what was given, else the lead."""
        given = self.plan.thanked_for
        if given is not None:
            return self.telling.add("open", Matter(given), breaks) or self._thank(breaks)
        lead = next(iter(self.plan.refer), None)
        return (lead is not None and self.telling.add("open", Matter(lead), breaks)) or self._either(
            breaks, "thank", "lead"
        )

    def _lead(self, breaks: bool) -> bool:
        idea = self._left(0)
        bare = idea is not None and (idea.shape is Shape.QUESTION or not is_work(idea.topic))
        if idea is not None and bare and self.plan.answers == 0:
            return self._with_proof(idea, breaks) or self._refer(idea, "lead", breaks)
        return idea is not None and self._refer(idea, "lead", breaks)

    def _second(self, breaks: bool) -> bool:
        return any(self._refer(idea, self._place(), breaks) for idea in self._all_left())

    def _place(self) -> str:
        """Whether the next point is the first of the letter's points or another one."""
        return "second" if any(i in self.plan.refer for i in self._told()) else "lead"

    def _refer(self, idea: Idea, place: str, breaks: bool) -> bool:
        """One point; a question together with the strength that answers it, a wish or fact with the one beside it."""
        beside = self._beside(idea)
        told = beside is not None and self.telling.add(
            "answer", Matter(idea, beside=beside, place=place), breaks
        )
        return told or self.telling.add("refer", Matter(idea, place=place), breaks)

    def _beside(self, idea: Idea) -> Proof | None:
        """The strength that answers a point and has not been told."""
        strength, beside = self.plan.strength, self.plan.beside
        if strength and idea.shape is Shape.QUESTION and fits(idea, strength):
            return strength
        return beside if beside and self._is_answered(idea) and not self.telling.shown(beside) else None

    def _is_answered(self, idea: Idea) -> bool:
        at = self.plan.answers
        return 0 <= at < len(self.plan.refer) and self.plan.refer[at] == idea

    def _leadtie(self, breaks: bool) -> bool:
        return self._with_proof(self._left(0), breaks) or self._either(breaks, "lead", "tie")

    def _secondtie(self, breaks: bool) -> bool:
        return self._with_proof(self._left(1), breaks) or self._either(breaks, "second", "tie")

    def _with_proof(self, idea: Idea | None, breaks: bool) -> bool:
        proof = self.plan.proof
        if idea is None or proof is None or self.plan.beside or self.telling.shown(proof):
            return False
        place = self._place()
        return self.telling.add("reftie", Matter(idea, proof=proof, place=place), breaks)

    def _leads(self, breaks: bool) -> bool:
        """The first two points in one sentence."""
        one, two = self._left(0), self._left(1)
        both = one is not None and two is not None
        return (both and self.telling.add("leads", Matter(one, two, place="lead"), breaks)) or self._either(
            breaks, "lead", "second"
        )

    def _leadstie(self, breaks: bool) -> bool:
        """The first two points and the result that answers them, in one breath."""
        one, two, proof = self._left(0), self._left(1), self.plan.proof
        if one and two and proof and not self.plan.beside:
            matter = Matter(one, two, proof=proof, place="lead")
            if self.telling.add("leadstie", matter, breaks):
                return True
        apart = ("leadtie", "second") if self.plan.answers < 1 else ("lead", "secondtie")
        return self._either(breaks, *apart)

    def _tie(self, breaks: bool) -> bool:
        proof, beside, add, told = self.plan.proof, self.plan.beside, self.telling.add, False
        proof = None if proof is None or self.telling.shown(proof) else proof
        modest = self.plan.person.relation in NO_BOAST | {Relation.RECRUITER}
        if beside and not modest and not self.telling.shown(beside):
            told = bool(proof) and add("tie", Matter(proof=proof, beside=beside), breaks)
            told = told or add("tie", Matter(beside=beside), breaks)
        if proof and not told:
            told = add("tie", Matter(second=self._coming(), proof=proof), breaks)
        bare = not (self.plan.paper or self.plan.step)
        if self.plan.extra and bare and not self.telling.shown(self.plan.extra):
            told = add("tie", Matter(beside=self.plan.extra), breaks and not told) or told
        return told

    def _tienext(self, breaks: bool) -> bool:
        proof = self.plan.proof
        room = self.telling.words() > _ENOUGH_TO_CLOSE and not self.plan.step
        if proof and room and not self.telling.shown(proof):
            return self.telling.add("tienext", Matter(proof=proof), breaks)
        return self._either(breaks, "tie", "next")

    def _connect(self, breaks: bool) -> bool:
        if self.plan.connect is not None:
            return self.telling.add("connect", Matter(self.plan.connect), breaks)
        if self.plan.person.relation in RUNS_IT:
            return False
        return self.plan.promise is None and self.telling.words() < _ROOM_FOR_A_THIRD and self._third(breaks)

    def _third(self, breaks: bool) -> bool:
        """One more point where the letter is still short; their own words have room in any letter."""
        later = self._for_the_close()
        left = [i for i in self.plan.refer if i not in self._told() and i is not later]
        short = self.telling.words() < _ROOM_FOR_A_THIRD
        return self._place() == "second" and any(
            self._refer(i, "second", breaks) for i in left if short or quotable(i)
        )

    def _promise(self, breaks: bool) -> bool:
        if self.plan.promise is not None:
            return self.telling.add("promise", Matter(self.plan.promise), breaks)
        return self.plan.paper is not None and self.telling.add("promise", Matter(self.plan.paper), breaks)

    def _notice(self, breaks: bool) -> bool:
        return self.plan.notice is not None and self.telling.add("notice", Matter(self.plan.notice), breaks)

    def _next(self, breaks: bool) -> bool:
        add = self.telling.add
        breaks = not (self._result_for_executive(breaks) and breaks) and breaks
        lead = next(iter(self.plan.refer), None)
        step = self.plan.step or (lead if lead and lead.shape is Shape.STEP else None)
        if step and self.plan.person.relation is not Relation.PEER and add("next", Matter(step), breaks):
            return True
        proof = self.plan.proof
        if self.plan.beside and proof and not self.telling.shown(proof):
            return add("tienext", Matter(proof=proof), breaks) or add("next", Matter(), breaks)
        return add("next", Matter(), breaks)

    def _result_for_executive(self, breaks: bool) -> bool:
        """To an executive the result is the point: it is told before the close if nothing told it earlier."""
        proof = self.plan.proof
        if proof is None or not leads_a_firm(self.plan.person) or self.telling.shown(proof):
            return False
        return self.telling.add("tie", Matter(proof=proof), breaks)

    # ------------------------------------------------ what is left to tell

    def _told(self) -> list[Idea]:
        return self.telling.told()

    def _all_left(self) -> Iterator[Idea]:
        told = self._told()
        enough = sum(1 for i in told if i in self.plan.refer) > 1
        later = self._for_the_close()
        return iter(() if enough else [i for i in self.plan.refer if i not in told and i is not later])

    def _left(self, place: int) -> Idea | None:
        """The point at a place of the plan, if it is still to be told."""
        idea = self.plan.refer[place] if place < len(self.plan.refer) else None
        return idea if idea is not None and idea not in self._told() else None

    def _coming(self) -> Idea | None:
        """A point not told yet that the result can be put to use for: near the result or the point it answers."""
        proof: Proof | None = self.plan.proof
        told = self._told()
        near = (*(proof.concepts if proof else ()), *(c for i in told for c in i.concepts))
        return next(
            (
                i
                for i in self.plan.refer
                if i not in told and slots_of(i)["tail"] and related(i.concepts, near)
            ),
            None,
        )
