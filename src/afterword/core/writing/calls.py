"""The call card of rule C: one screen of things to say, whatever the answer is.

No word within a week of the interview, or by the working day after a promised date, opens the call. The card asks
whether a decision has been made; to "not yet" it answers with thanks, interest, and a solution to offer for a
challenge this person described. It is brief, polite and professional, and it says nothing that was kept out.
"""

import re
import tomllib
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from afterword.core.facts import Case, Outcome, Person, PersonId, PointKind, Relation
from afterword.core.findings import Finding, Severity
from afterword.core.writing.english import locale_of
from afterword.core.writing.gate.check import check_spoken
from afterword.core.writing.gate.days import day_met, spoken_date
from afterword.core.writing.greeting import greeting_name, signature
from afterword.core.writing.idea import Notes, Understanding
from afterword.core.writing.kinds.choice import nameable, names_enough
from afterword.core.writing.kinds.profile import result_clause
from afterword.core.writing.kinds.write import decider
from afterword.core.writing.letter import CallCard, KeptOut
from afterword.core.writing.letters.naming import is_of_work, name_of
from afterword.core.writing.letters.profile import Proof, proofs
from afterword.core.writing.letters.worth import alike
from afterword.core.writing.offers import Offer, from_unread, offerable, offers
from afterword.core.writing.understand import understand

#: The branches of a card, in the order of a call.
BRANCHES = (
    "open", "ask", "not_yet", "moving_forward", "someone_else", "gatekeeper", "wrong_moment", "voicemail", "close",
)  # fmt: skip
#: What a voicemail may hold: 20 to 30 seconds.
VOICEMAIL_WORDS = range(35, 81)
_CLOSED = (Outcome.REJECTION, Outcome.ACCEPTED, Outcome.WITHDRAWN)
_SLOT = re.compile(r"\{(\w+)\}")
_BY_PHONE = re.compile(r"\b(?:tele)?phone\b|\bcall\b", re.IGNORECASE)
_WAIT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Speaker:
    """What the lines of one card are filled from."""

    case: Case
    person: Person
    kept_out: tuple[KeptOut, ...]
    slots: Mapping[str, str]
    turn: int

    def say(self, branch: str, **more: str) -> str:
        """A line of the first rank that can be filled and is sound; the plainest one when none is.

        Within a rank the case decides whose turn it is, so that no two calls sound alike and one always the same.
        """
        values = {**self.slots, **more}
        last = ""
        for rank in _lines()[branch]:
            lines = [line for line in rank if all(values.get(slot) for slot in _SLOT.findall(line))]
            first = zlib.crc32(f"{self.turn}|{branch}".encode()) % max(1, len(lines))
            for line in lines[first:] + lines[:first]:
                last = self._greeted_once(line.format(**values))
                if self.sound(last) and (branch != "voicemail" or len(last.split()) in VOICEMAIL_WORDS):
                    return last
        return last

    def _greeted_once(self, text: str) -> str:
        """A name of several words is said once, and not again at the end."""
        greet = self.slots["greet"]
        if " " not in greet or text.count(greet) < 2:
            return text
        head, _, tail = text.partition(greet)
        return head + greet + re.sub(rf",? ?{re.escape(greet)}(?=[.,])", "", tail)

    def sound(self, text: str) -> bool:
        """Whether the gate finds nothing to say against speaking this."""
        findings = check_spoken(self.case, to=self.person.id, text=text, kept_out=self.kept_out)
        return not any(f.severity is not Severity.NOTE for f in findings)


def call_card(case: Case, *, notes: Notes = Notes.BOTH, not_before: str = "") -> CallCard:
    """The card for the person who answers for the decision. ``not_before`` is an ISO date; "" works it out."""
    understanding = understand(case, notes=notes)
    who = decider(case)
    if who is None:
        warning = Finding(
            "call.nobody", "Nobody is on record to call; add the hiring manager or the recruiter."
        )
        return CallCard(
            to=PersonId(""), not_before=not_before or earliest_call(case), branches={}, warnings=(warning,)
        )
    person = next(p for p in case.interviewers if p.id == who)
    if case.outcome in _CLOSED:
        branches: dict[str, str] = {}
    else:
        slots = _slots(case, person, understanding)
        speaker = _Speaker(case, person, understanding.kept_out, slots, _turn(case, person))
        branches = _branches(speaker, understanding)
    return CallCard(
        to=who,
        not_before=not_before or earliest_call(case),
        branches=branches,
        kept_out=understanding.kept_out,
        warnings=tuple(_warnings(case, person, understanding)),
    )


def call_json(card: CallCard) -> dict[str, object]:
    """The card as the command line prints it."""
    return {
        "to": card.to,
        "not_before": card.not_before,
        "branches": dict(card.branches),
        "kept_out": [
            {"interviewer": k.interviewer, "text": k.text, "code": k.code, "why": k.why}
            for k in card.kept_out
        ],
        "warnings": [{"code": w.code, "message": w.message} for w in card.warnings],
    }


def earliest_call(case: Case) -> str:
    """The first weekday after the promised date; without one, a week after the interview, moved to a weekday."""
    promise = case.promise
    if promise is not None and promise.due is not None:
        return _weekday(promise.due + timedelta(days=1)).isoformat()
    return _weekday(day_met(case) + _WAIT).isoformat()


def _weekday(day: date) -> date:
    return day + timedelta(days=(7 - day.weekday()) if day.weekday() >= 5 else 0)


@cache
def _lines() -> dict[str, list[list[str]]]:
    text = (files("afterword.core.writing") / "call_lines.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _turn(case: Case, person: Person) -> int:
    """A number of this case and person alone."""
    named = f"{case.candidate.name}|{case.opportunity.company}|{case.opportunity.role}|{person.name}"
    return zlib.crc32(named.encode())


def _slots(case: Case, person: Person, understanding: Understanding) -> dict[str, str]:
    promise, locale = case.promise, locale_of(case)
    by_phone = _BY_PHONE.search(case.interview.format) is not None
    return {
        "greet": greeting_name(person, noted=understanding.name_noted(person.id)).strip() or "there",
        "full": person.name.split(",")[0].strip() or "the hiring manager",
        "me": signature(case.candidate) or "the candidate",
        "phone": case.candidate.phone,
        "role": case.opportunity.role.strip() or "open",
        "company": case.opportunity.company.strip() or "your company",
        "met": spoken_date(day_met(case), locale),
        "due": spoken_date(promise.due, locale) if promise and promise.due else "",
        "client": case.opportunity.company.strip() if person.relation is Relation.RECRUITER else "",
        "met_by": "spoke" if by_phone else "met",
        "met_whom": "spoke with" if by_phone else "met",
    }


def _branches(speaker: _Speaker, understanding: Understanding) -> dict[str, str]:
    """Every branch as it is spoken; the note behind it is the first whose solution is sound."""
    offered = _offered(speaker, understanding)
    named = offered.slots if offered else {}
    said = {branch: speaker.say(branch, **named) for branch in BRANCHES if branch != "not_yet"}
    return {branch: said.get(branch) or _not_yet(speaker, offered, understanding) for branch in BRANCHES}


def _offered(speaker: _Speaker, understanding: Understanding) -> Offer | None:
    """What a solution is offered for: their work before their questions, and their news last of all."""
    who = speaker.person
    unread = tuple(
        k.text for k in understanding.kept_out if k.interviewer == who.id and k.code == "note.unread"
    )
    read = offers(speaker.case, who, understanding.of(who.id))
    work = [o for o in read if not o.idea.question and not o.is_news]
    asked = [o for o in read if o.idea.question]
    possible = (*work, *from_unread(speaker.case, who, unread), *asked, *(o for o in read if o.is_news))
    return next((o for o in possible if speaker.sound(_spoken_of(o))), None)


def _spoken_of(offer: Offer) -> str:
    """A sentence that names what is offered, as the gate reads it."""
    if offer.idea.question:
        return f"You asked about {offer.idea.question}."
    clause = offer.slots.get("clause")
    told = f" You told me that {clause}." if clause else ""
    return f"I have kept thinking about {offer.idea.topic}.{told}"


def _not_yet(speaker: _Speaker, offered: Offer | None, understanding: Understanding) -> str:
    """Thanks and interest, the solution, a line of rapport when they have something in common, when to check back."""
    candidate = speaker.case.candidate
    proof = offered.proof if offered else next((p for p in proofs(candidate) if p.did), None)
    solution = speaker.say("solution", **_proved(proof), **(offered.slots if offered else {}))
    besides = speaker.say("besides", besides=_besides(speaker, offered, understanding)) if offered else ""
    shared = next((i.shared for i in understanding.of(speaker.person.id) if i.shared), "")
    rapport = speaker.say("rapport", shared=shared)
    parts = (speaker.say("thanks"), solution, besides, rapport, speaker.say("check_back"))
    return " ".join(part for part in parts if part)


def _besides(speaker: _Speaker, offered: Offer, understanding: Understanding) -> str:
    """A second piece of work this person described, by its name alone; "" when there is none."""
    ideas = understanding.of(speaker.person.id)
    read = [o.idea for o in offers(speaker.case, speaker.person, ideas)]
    others = (*read, *(i for i in ideas if i not in read and is_of_work(i) and offerable(i)))
    for idea in others:
        new = (
            idea.kind is not PointKind.GROWTH
            and names_enough(idea)
            and idea.raw != offered.idea.raw
            and not alike(idea, offered.idea)
        )
        if new and name_of(idea) and speaker.sound(f"I have thought about {name_of(idea)}."):
            return name_of(idea)
    return ""


def _proved(proof: Proof | None) -> dict[str, str]:
    """The slots of a result ("At Rowan Dairy I cut the close to five days") or of a strength."""
    if proof is None:
        return {}
    if proof.strength:
        return {"skill": proof.strength}
    told = result_clause(proof)
    return {"did": told[:1].upper() + told[1:], "did_inside": told}


def _warnings(case: Case, person: Person, understanding: Understanding) -> Iterator[Finding]:
    if case.outcome in _CLOSED:
        yield Finding("call.closed", "This opportunity is closed; there is nothing left to call about.")
    if case.opportunity.call_unwelcome:
        yield Finding(
            "call.unwelcome", "You noted that calls are unwelcome here; send a status check instead."
        )
    if not case.candidate.phone:
        yield Finding(
            "call.no_number", "Your profile has no telephone number, so the voicemail cannot give one."
        )
    if not any(offerable(i) for i in nameable(understanding.of(person.id))):
        yield Finding(
            "call.nothing_to_offer",
            f"No challenge of {person.name}'s department is noted, so the card offers no solution for one.",
            severity=Severity.NOTE,
        )
