"""The notes of a case understood: every idea with its form and risk, and what stays out with the reason.

Selection comes first: what may not be said never reaches a sentence. Nothing read here is obeyed; notes are data.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from afterword.core.facts import NOT_TO_RAISE, Case, Debrief, Person, PersonId, PointKind
from afterword.core.writing.idea import Idea, Notes, Risk, Understanding
from afterword.core.writing.letter import KeptOut
from afterword.core.writing.notes.clean import clean, folded
from afterword.core.writing.notes.concepts import concepts_of
from afterword.core.writing.notes.intro import without_intro
from afterword.core.writing.notes.labels import by_speaker
from afterword.core.writing.notes.layout import laid_out
from afterword.core.writing.notes.parse import ideas_in
from afterword.core.writing.notes.retold import retold
from afterword.core.writing.notes.risk import (
    INSTRUCTION,
    MARKED,
    REACHING,
    Verdict,
    doubtful,
    nothing_known,
    record_words,
    ruled,
    verdict_on,
    without_doubt_words,
)
from afterword.core.writing.notes.risk_marks import mark_in
from afterword.core.writing.notes.risk_person import without_private
from afterword.core.writing.notes.risk_reach import Piece, marks_only, pieces
from afterword.core.writing.notes.risk_work import NO_WORK, without_private_ideas
from afterword.core.writing.notes.scene import Scene, name_words, scene_of
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.split import sentences
from afterword.core.writing.notes.vetted import well_formed
from afterword.core.writing.words.lexicon import cased, everyday, forms_of, known, short_forms

_SOCIAL = Verdict("risk.social_media", "It comes from a source that is not professional.", "sentence")
_ELSEWHERE = Verdict(
    "risk.other_person", "It names somebody else you met; it stays out of this letter.", "sentence"
)
_PERSONAL = Verdict(
    "risk.personal", "It is personal; a letter stays with the work and what you share.", "sentence"
)
_UNSURE = Verdict(
    "risk.unsure", "You were not sure of it, and its subject could not be named alone.", "sentence"
)
_UNREAD = Verdict("note.unread", "It could not be read well enough to be put into a sentence.", "sentence")
_ECHO = Verdict("risk.echo", "It touches something that was kept out.", "sentence")


@dataclass(frozen=True, slots=True)
class Note:
    """One piece of a debrief as it will be read: whose, the words, the typed kind, and a reason to keep it out."""

    person: Person
    text: str
    kind: PointKind | None = None
    barred: Verdict | None = None


@lru_cache(maxsize=64)
def understand(case: Case, *, notes: Notes = Notes.BOTH) -> Understanding:
    """Every idea in the chosen part of the debriefs, in the order noted; the same case always gives the same answer."""
    ideas: list[Idea] = []
    kept: list[KeptOut] = []
    called: dict[PersonId, str] = {}
    for person in case.interviewers:
        scene = scene_of(person, case)
        unread = _barred_elsewhere(case, person, notes, scene)
        found, out = _read(list(_notes_of(case, person, notes)), scene, record_words(case), unread)
        whole, broken = well_formed(found)
        ideas += whole
        kept += out + [_kept(scene, idea.raw, _UNREAD) for idea in broken]
        if name := _asked_name(case, person):
            called[person.id] = name
    return Understanding(tuple(ideas), tuple(dict.fromkeys(kept)), tuple(called.items()))


def _notes_of(case: Case, person: Person, notes: Notes) -> Iterator[Note]:
    for debrief in case.debriefs:
        if debrief.interviewer == person.id and notes is not Notes.TEXT:
            yield from _points(debrief, person)
    if notes is not Notes.POINTS:
        for whose, said in groupby(by_speaker(case), key=lambda piece: piece[0]):
            if whose == person.id:
                yield Note(person, "".join(text for _, text in said))


def _barred_elsewhere(case: Case, person: Person, notes: Notes, scene: Scene) -> list[str]:
    """What the notes that are not read now say must stay out."""
    if notes is Notes.BOTH:
        return []
    others = _notes_of(case, person, Notes.TEXT if notes is Notes.POINTS else Notes.POINTS)
    return [
        text
        for note in others
        for text in (
            [note.text]
            if note.barred
            else [p.core for p in pieces(clean(note.text), names=scene.names) if p.barred]
        )
    ]


def _points(debrief: Debrief, person: Person) -> Iterator[Note]:
    for point in debrief.points:
        barred = _SOCIAL if point.source.origin in NOT_TO_RAISE else None if point.mention else MARKED
        if barred is None and point.kind is PointKind.PERSONAL:
            barred = _PERSONAL
        yield Note(person, point.text, point.kind, barred)


def _read(
    notes: list[Note], scene: Scene, record: str, unread: list[str]
) -> tuple[list[Idea], list[KeptOut]]:
    """Ideas and what stays out. ``unread``: barred words of notes that are not read now; they bar their echoes too."""
    found: list[Idea] = []
    out: list[KeptOut] = []
    barred = list(unread)
    last: list[Idea] = []
    for note in notes:
        typed = note.kind is not None
        mark = marks_only(clean(note.text), names=scene.names) if typed else None
        if mark and not note.barred:
            verdict = Verdict(mark.code, mark.why, "sentence")
            out += [_kept(scene, idea.raw, verdict) for idea in last]
            barred += [idea.raw for idea in last]
            found = [idea for idea in found if idea not in last]
        reading = _read_note(note, scene, record)
        last = [i for i in reading.ideas if typed or not any(_same_matter(i, f) for f in found)]
        found += last
        out += reading.out
        barred += reading.barred
    return _without_echoes(found, out, barred, scene)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one note gave: ideas, what stays out, and the words by which echoes of the latter are known."""

    ideas: list[Idea]
    out: list[KeptOut]
    barred: list[str]


def _read_note(note: Note, scene: Scene, record: str) -> _Reading:
    text = laid_out(clean(note.text))
    if note.barred:
        return _Reading([], [_kept(scene, text, note.barred)] if text else [], [text])
    if note.kind is None:
        text = without_intro(text, note.person, scene)
    text = retold(text, me=scene.me, reader=scene.names)
    ideas: list[Idea] = []
    out: list[KeptOut] = []
    barred: list[str] = []
    blank = False
    for piece in _pieces(text, scene, record):
        if piece.barred:
            out.append(_kept(scene, piece.text, piece.barred))
            barred.append(piece.core)
            continue
        for sentence, aside in _sentences(piece.text):
            verdict = verdict_on(sentence, record=record) or _of_others(sentence, scene)
            if verdict and (verdict.scope != "chunk" or aside):
                out.append(_kept(scene, sentence, verdict))
                continue
            if aside or nothing_known(sentence) or _CALL_ME.search(sentence):
                blank = blank or nothing_known(sentence)
                continue
            made, kept = _said(sentence, note, scene, record, ideas[-1] if ideas else None, piece.doubt)
            ideas += made
            out += kept
    if blank:
        ideas = [i for i in ideas if i.risk is Risk.FREE]
    ideas, private = without_private_ideas(
        ideas, typed=note.kind is not None, own=scene.own_words, record=record
    )
    out += private
    return _Reading(ideas, out, barred + [k.text for k in out if k.code not in _WITHOUT_ECHO])


#: A feeling about what was said before it; there is nothing in it to keep out.
_FEELING = re.compile(
    r"(?:and |he |she |they |really )*(?:hates?|loves?|likes?|dislikes?) (?:that|it|this)", re.I
)
#: Kept out for how it was said or felt; what it touches is free.
_WITHOUT_ECHO = {
    "risk.complaint", "risk.looks", "risk.self", "risk.unsure", "risk.confidential", "risk.hearsay",
    "risk.social_media", "risk.personal", "note.unread", NO_WORK[0],
}  # fmt: skip


def _pieces(text: str, scene: Scene, record: str) -> Iterator[Piece]:
    """The pieces of a note, barred where a mark reaches; an order to the writer is named as one."""

    def bars(part: str) -> Verdict | None:
        verdict = ruled(part, record=record)
        return verdict if verdict and verdict.code in REACHING else None

    for piece in pieces(text, names=scene.names, bars=bars):
        order = ruled(piece.text) if piece.barred else None
        yield replace(piece, barred=order) if order and order.code == INSTRUCTION else piece


def _said(
    sentence: str, note: Note, scene: Scene, record: str, before: Idea | None, doubt: bool
) -> tuple[list[Idea], list[KeptOut]]:
    """The ideas of one sentence that may be read, and what of it stays out."""
    safe, out = _safe_part(sentence, scene, record) if verdict_on(sentence, record=record) else (sentence, [])
    safe, private = without_private(
        safe, kind=note.kind, names=scene.names, own=scene.own_words, record=record
    )
    out += [_kept(scene, part, _PERSONAL) for part in private if not _FEELING.fullmatch(part)]
    made, lost = _ideas(safe, note, scene, before, doubt) if safe else ([], [])
    if safe and not made and (doubt or doubtful(safe)):
        return [], [*out, _kept(scene, safe, _UNSURE)]
    out += [_kept(scene, part, _UNREAD) for part in lost if _content(part)]
    made, slipped = _judged(made, scene, record)
    return made, out + slipped


def _sentences(text: str) -> Iterator[tuple[str, bool]]:
    """Sentences in order; what stood in brackets comes as an aside of its own."""
    for sentence in sentences(re.sub(r"\(([^()]*)\)", _bracket, text)):
        asides = re.findall(r"\u0002([^\u0003]*)\u0003", sentence)
        yield from ((aside.strip(), True) for aside in asides if aside.strip())
        main = re.sub(r"\s*\u0002[^\u0003]*\u0003\s*", " ", sentence).strip()
        if main:
            yield main, False


def _bracket(match: "re.Match[str]") -> str:
    inner = match[1].strip()
    if inner in {"?", "??"}:
        return "(?)"
    return "\u0002" + re.sub(r"[.;!?\n]", ",", inner) + "\u0003"


def _safe_part(sentence: str, scene: Scene, record: str) -> tuple[str, list[KeptOut]]:
    """A sentence without the chunks that are kept out; beside a complaint only chunks about the work remain."""
    safe: list[str] = []
    out: list[KeptOut] = []
    complaint = False
    for chunk in re.split(r",\s+|\s+and then\s+|\s+\+\s+", sentence):
        verdict = verdict_on(chunk, record=record)
        if verdict:
            out.append(_kept(scene, chunk, verdict))
            complaint = complaint or verdict.code in {"risk.complaint", "risk.looks", "risk.self"}
        else:
            safe.append(chunk)
    if complaint:
        safe = [c for c in safe if concepts_of(c)]
    if not out:
        verdict = verdict_on(sentence, record=record)
        return ("", [_kept(scene, sentence, verdict)]) if verdict else (sentence, [])
    return ", ".join(safe), out


def _ideas(
    text: str, note: Note, scene: Scene, before: Idea | None, doubt: bool
) -> tuple[list[Idea], list[str]]:
    unsure = doubtful(text)
    doubt = doubt or unsure
    bare = without_doubt_words(text) if unsure else text
    return ideas_in(
        bare,
        kind=note.kind,
        scene=scene,
        raw=text if note.kind is None else note.text,
        doubt=doubt,
        before=before,
    )


def _judged(ideas: list[Idea], scene: Scene, record: str) -> tuple[list[Idea], list[KeptOut]]:
    """Ideas looked at again in their mended words: a typo must not carry a barred word past the first look.

    Words that stood in the note itself were judged there, with what makes them harmless.
    """
    safe: list[Idea] = []
    out: list[KeptOut] = []
    for idea in ideas:
        asked = f"asked {idea.question}" if idea.question else ""
        said = " ".join([asked, idea.topic, idea.clause, idea.want, idea.gerund, idea.shared])
        verdict = verdict_on(said, record=record)
        marked = verdict is not None and mark_in(idea.raw) is not None
        if verdict and (marked or verdict.words not in idea.raw.lower()):
            out.append(_kept(scene, idea.raw, verdict))
        else:
            safe.append(idea)
    return safe, out


def _kept(scene: Scene, text: str, verdict: Verdict) -> KeptOut:
    return KeptOut(scene.person, text.strip(), verdict.code, verdict.why)


def _of_others(sentence: str, scene: Scene) -> Verdict | None:
    words = {folded(w) for w in re.findall(r"[^\W\d_][\w-]*", sentence)}
    return (
        _ELSEWHERE
        if words & {name for name in scene.others if len(name) > 3 and name not in _COMMON_NAMES}
        else None
    )


_COMMON_NAMES = word_set("names_that_are_words")
_WORDY = re.compile(r"[^\W\d_][\w'-]{3,}|\d[\d,.]*")
_EMPTY = word_set("empty_words")


def _content(text: str) -> set[str]:
    return {folded(w).rstrip("s") for w in _WORDY.findall(text) if folded(w) not in _EMPTY}


def _same_matter(one: Idea, other: Idea) -> bool:
    """Whether a free-text idea repeats one already had from the typed points."""
    mine, theirs = (
        _content(f"{one.raw if one.topic in one.raw else one.topic} {one.clause}"),
        _content(f"{other.raw} {other.topic} {other.clause}"),
    )
    return bool(mine) and len(mine & theirs) >= max(1, len(mine) // 2)


def _without_echoes(
    found: list[Idea], out: list[KeptOut], barred: list[str], scene: Scene
) -> tuple[list[Idea], list[KeptOut]]:
    """Ideas that share two words of content, or a rare name, with something kept out are kept out too."""
    contents = [_content(text) for text in barred]
    kept: list[Idea] = []
    echoes: list[KeptOut] = []
    for idea in found:
        words = _content(idea.raw if idea.raw else idea.topic)
        if any(_echoes(words, content, scene) for content in contents):
            echoes.append(KeptOut(idea.interviewer, idea.raw, _ECHO.code, _ECHO.why))
        else:
            kept.append(idea)
    return kept, out + echoes


def _echoes(words: set[str], barred: set[str], scene: Scene) -> bool:
    both = words & barred
    if barred and both == barred and len(barred) <= 2:
        return True
    if len(both) >= 2 and len(both) * 3 >= min(len(words), len(barred)):
        return True
    mine = scene.own_words | set(scene.names) | set(scene.others)
    return any(
        w.isalpha() and not known(w) and not known(w + "s") and w not in cased() and w not in mine
        for w in both
    )


_CALL_ME = re.compile(
    r"(?:^|[.,;:!?(]\s*|\b(?:he|she|who|and|but|said|says|to|just|everyone|everybody|people)\s+)"
    r"(?:goes by|go by|call (?:me|her|him|them)|calls? (?:herself|himself|her|him)|known as|likes to be called|wants to be called|prefers to be called)"
    r"\s+[\"']?(?P<name>[^\W\d_][\w'-]+)",
    re.I,
)


def _asked_name(case: Case, person: Person) -> str:
    """What the person asked to be called, when the notes say so: "goes by Bob"; a plain word is no name."""
    for debrief in case.debriefs:
        if debrief.interviewer != person.id:
            continue
        for text in (debrief.free_text, *(p.text for p in debrief.points)):
            match = _CALL_ME.search(clean(text))
            if match and _may_be_name(match["name"], person):
                return match["name"][:1].upper() + match["name"][1:]
            if double := _double_name(text, person):
                return double
    return ""


def _double_name(text: str, person: Person) -> str:
    """Both given names when the notes begin with both of three name words ("molly anne hr, …")."""
    words = person.name.split(",")[0].split()
    spoken = [folded(w.strip(".,:;-")) for w in text.split()[:3]]
    if (
        len(words) == 3
        and not any("." in word or folded(word) in word_set("particles") for word in words[:2])
        and spoken[:2] == [folded(words[0]), folded(words[1])]
        and spoken[2:] != [folded(words[2])]
    ):
        return " ".join(words[:2])
    return ""


def _may_be_name(word: str, person: Person) -> bool:
    if folded(word) in name_words(person.name):
        return True
    return not everyday(word.lower()) and not forms_of(word) and word.lower() not in short_forms()
