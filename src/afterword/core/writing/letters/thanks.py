"""The thank-you letters of a case: one per interviewer, specific, brief, and unlike each other."""

import re
from dataclasses import replace

from afterword.core.facts import Case, LetterKind
from afterword.core.findings import Finding, Severity
from afterword.core.writing.english import locale_of
from afterword.core.writing.greeting import greeting_name, is_titled, signature
from afterword.core.writing.idea import Understanding
from afterword.core.writing.letter import Letter, Sentence
from afterword.core.writing.letters.compose import Composer
from afterword.core.writing.letters.envelope import close_line, greeting_line, subject_line, tone_for
from afterword.core.writing.letters.letter_plan import LetterPlan
from afterword.core.writing.letters.likeness import likeness
from afterword.core.writing.letters.naming import name_of
from afterword.core.writing.letters.pieces import Piece, Used
from afterword.core.writing.letters.plan import plans
from afterword.core.writing.letters.say import spelt
from afterword.core.writing.voice import Tone, Voice, british

#: Two letters of a case stay under this likeness, so that a hand-made edit does not bring them too near each other.
_TOO_ALIKE = 0.09
_TRIES = 8
_TRIES_FOR_LENGTH = 2  # the attempt after which only likeness is a reason for another one
_START = 4  # first words by which two letters are told apart
#: Words between greeting and close under which another attempt is made, and beyond which something is left out.
_SHORTEST, _LONGEST = 44, 102
_LONG_WINDED = 22  # words per sentence
LOW_SPECIFICITY = Finding(
    code="letter.low_specificity",
    message="Nothing specific from this conversation is in the letter; answer a question above to make it personal.",
    severity=Severity.NOTE,
)


def thank_you_letters(case: Case, understood: Understanding, *, voice: Voice) -> tuple[Letter, ...]:
    """One letter per interviewer, in their order."""
    used = Used()
    letters: list[Letter] = []
    for plan in plans(case, understood):
        letters.append(_unlike(case, plan, understood, voice=voice, used=used, earlier=letters))
    return tuple(letters)


def _unlike(
    case: Case,
    plan: LetterPlan,
    understood: Understanding,
    *,
    voice: Voice,
    used: Used,
    earlier: list[Letter],
) -> Letter:
    """The first attempt that is unlike every letter already written, else the least alike."""
    tone = tone_for(plan.person, voice)
    others = [_core(letter) for letter in earlier] + [e.body for e in case.earlier]
    best: tuple[float, list[Piece], Used] | None = None
    for salt in range(_TRIES):
        trial = used.copied()
        pieces = _fitting_pieces(case, plan, tone=tone, voice=voice, used=trial, salt=salt)
        text = " ".join(p.sentence.text for p in pieces)
        alike = max((likeness(text, other) + _same_start(text, other) for other in others), default=0.0)
        worst = alike + 0.3 * (len(text.split()) < _SHORTEST) + 0.2 * (_mean_length(text) > _LONG_WINDED)
        if best is None or worst < best[0]:
            best = (worst, pieces, trial)
        if worst <= _TOO_ALIKE or (
            alike <= _TOO_ALIKE and salt >= _TRIES_FOR_LENGTH and len(text.split()) >= _SHORTEST
        ):
            break
    assert best is not None
    used.frames, used.openings, used.orders = best[2].frames, best[2].openings, best[2].orders
    used.names = best[2].names | {name_of(i) for p in best[1] for i in p.ideas}
    name = greeting_name(plan.person, noted=understood.name_noted(plan.person.id))
    return _letter(case, plan, best[1], name=name, voice=voice, used=used)


def _fitting_pieces(
    case: Case, plan: LetterPlan, *, tone: Tone, voice: Voice, used: Used, salt: int
) -> list[Piece]:
    """The composed sentences, with one thing less as often as the letter runs long."""
    while True:
        trial = used.copied()
        pieces = Composer(case, plan, tone=tone, voice=voice, used=trial, salt=salt).composed()
        shorter = _shortened(plan, pieces)
        if shorter is None or shorter == plan:
            used.frames, used.openings, used.orders = trial.frames, trial.openings, trial.orders
            return pieces
        plan = shorter


def _shortened(plan: LetterPlan, pieces: list[Piece]) -> LetterPlan | None:
    """A plan with one thing less when the letter runs long."""
    if sum(len(p.sentence.text.split()) for p in pieces) <= _LONGEST:
        return None
    told = {i for p in pieces for i in p.ideas}
    if len(plan.refer) > 2 and plan.refer[2] in told:
        return replace(plan, refer=plan.refer[:2])
    if len(plan.refer) > 1 and plan.answers != 1:
        return replace(plan, refer=plan.refer[:1], strength=None)
    return replace(plan, connect=None) if plan.connect else None


def _mean_length(text: str) -> float:
    """Words per sentence."""
    return len(text.split()) / max(1, len(re.findall(r"[.!?](?:\s|$)", text)))


def _same_start(one: str, other: str) -> float:
    """What two letters that begin with the same words are worse by."""
    return 0.5 * (one.split()[:_START] == other.split()[:_START])


def _core(letter: Letter) -> str:
    return " ".join(s.text for s in letter.sentences)


def _letter(
    case: Case, plan: LetterPlan, pieces: list[Piece], *, name: str, voice: Voice, used: Used
) -> Letter:
    tone = tone_for(plan.person, voice)
    keep = _kept_words(case)
    uk = british(locale=locale_of(case), voice=voice)
    sentences = tuple(
        Sentence(spelt(p.sentence.text, british=uk, keep=keep), p.sentence.move, p.sentence.sources)
        for p in pieces
    )
    paragraphs = _paragraphs([p.breaks for p in pieces], [s.text for s in sentences])
    greeting = greeting_line(name, tone=tone, voice=voice, titled=is_titled(name))
    close = close_line(case, plan.person, tone=tone, voice=voice, used=used)
    body = "\n\n".join([greeting, *paragraphs, f"{close}\n{signature(case.candidate)}"])
    subject = subject_line(case, plan.person, name=name, tone=tone, used=used)
    findings = () if plan.refer or plan.connect or plan.thanked_for or plan.paper else (LOW_SPECIFICITY,)
    return Letter(
        to=plan.person.id,
        kind=LetterKind.THANK_YOU,
        subject=subject,
        body=body,
        sentences=sentences,
        findings=findings,
    )


def _paragraphs(breaks: list[bool], texts: list[str]) -> list[str]:
    """Two or three paragraphs; a lone sentence in the middle joins the paragraph before it."""
    groups: list[list[str]] = []
    for starts, text in zip(breaks, texts, strict=True):
        if starts or not groups:
            groups.append([text])
        else:
            groups[-1].append(text)
    index = 1
    while index < len(groups) - 1:
        if len(groups[index]) == 1 and len(groups[index - 1]) < 3:
            groups[index - 1] += groups.pop(index)
        else:
            index += 1
    return [" ".join(group) for group in groups]


def _kept_words(case: Case) -> frozenset[str]:
    """Words of the record whose spelling is theirs: names of people, firms, schools, the role."""
    texts = [
        case.opportunity.company,
        case.opportunity.role,
        case.candidate.name,
        *(p.name for p in case.interviewers),
        *(e.organisation for e in case.candidate.employers),
    ]
    return frozenset(word.strip(",.'\"") for text in texts for word in text.split())
