"""How far a mark reaches: which pieces of a note stay out because of it, and which may be read on.

A mark bars its own sentence, brackets and dashes included. A sentence that holds little beside a mark speaks of its
neighbour: the one before ("…. keep that quiet"), the one after ("off the record. …"), the list under it ("keep
quiet:"). In a long run of thoughts only those next to the mark are barred. Doubt reaches in the same way, but leaves
the topic.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from afterword.core.writing.notes.risk import Verdict, doubtful
from afterword.core.writing.notes.risk_marks import (
    CONFIDENTIAL,
    FEW,
    Direction,
    Mark,
    content_of,
    mark_in,
    speaks_of_neighbour,
)
from afterword.core.writing.notes.risk_plain import CLOSE, OPEN, plain
from afterword.core.writing.notes.split import JOINERS, guarded, unguarded
from afterword.core.writing.words.lexicon import Tag, verb_as

#: Runs of fewer thoughts than this are barred whole.
LONG_RUN = 6
#: Dictated runs, which have hardly a comma, are long from this many thoughts and words on.
_DICTATED = (3, 20)
_SPOKEN_JOIN = re.compile(r",?\s+(?:but|and|so|then|also|plus)\s+")
_ASKED = "\u0004"
_WEAK = re.compile(rf"(\s+-+\s+|,\s+|\s*(?={OPEN})|(?<={CLOSE})\s*|{JOINERS.pattern})", re.I)
_PREFIXED = re.compile(r"^[^,:\u0002-]{2,40}(?::|\s-+\s)\s*\w")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a note to be read: barred with its reason, or free; ``doubt``: only its topic may be named.

    ``core``: of a barred piece, the thoughts next to the mark, by which its echoes are known.
    """

    text: str
    barred: Verdict | None = None
    doubt: bool = False
    core: str = ""


@dataclass(slots=True)
class _Sentence:
    """One sentence, brackets kept; ``first`` on its line, ``alone`` on it; ``ends`` a paragraph."""

    text: str
    first: bool
    alone: bool
    ends: bool
    mark: Mark | None
    content: tuple[str, ...]
    barred: Verdict | None = None
    doubt: bool = False
    core: str = ""
    parts: list[tuple[str, str, bool]] = field(default_factory=list)

    @property
    def only_marks(self) -> bool:
        return self.mark is not None and speaks_of_neighbour(self.text, self.mark) and not self.own_fact

    @property
    def own_fact(self) -> bool:
        """Whether the mark comes with its own fact: "OTR: Leeds closing", "Leeds closing (keep quiet)"."""
        if self.mark is None or not self.content:
            return False
        if _told_before(self.text, self.mark):
            return True
        thoughts = (text for _, text in _run(self.text) if mark_in(text) is None)
        return bool(_PREFIXED.match(self.text)) or any(len(content_of(t)) >= FEW for t in thoughts)


_FINITE = re.compile(
    r"\d|\b(?:is|are|was|were|has|have|had|will|shes|hes|theyre|theyve|moving|going|closing|leaving|buying|selling|opening)\b"
)


def _told_before(text: str, mark: Mark) -> bool:
    """Whether a sentence states its fact before the mark: "bad debt is 2% dont write that"."""
    spelt = plain(text)
    head = spelt[: max(0, spelt.find(mark.words))]
    told = bool(_FINITE.search(head)) or head.endswith((" he ", " she ", " they "))
    return bool(content_of(head)) and told and not _BACK_CUE.match(head)


def pieces(
    text: str, *, names: tuple[str, ...] = (), bars: Callable[[str], Verdict | None] = lambda _: None
) -> list[Piece]:
    """The pieces of a clean note in order; brackets of free pieces are kept as they were typed.

    ``bars`` judges a bracket or a part behind a dash by other rules: what it bars takes its sentence along.
    """
    found = list(_sentences(text, names))
    for index, sentence in enumerate(found):
        _bar_own(sentence, names, bars)
        if sentence.mark is not None:
            _bar_neighbours(found, index)
        elif _only_doubt(sentence, names):
            for neighbour in _before(found, index):
                neighbour.doubt = True
            sentence.parts, sentence.text = [], ""
    return [piece for sentence in found if sentence.text for piece in _pieces(sentence)]


def marks_only(text: str, *, names: tuple[str, ...] = ()) -> Mark | None:
    """The mark of a note that says nothing else ("keep that quiet"): it speaks of the note before."""
    mark = mark_in(text, names=names)
    return mark if mark and not mark.content and mark.code == CONFIDENTIAL else None


def _sentences(text: str, names: tuple[str, ...]) -> Iterator[_Sentence]:
    inner = re.sub(r"\(([^()\n]*(?:\n[^()\n]*)?)(?:\)|(?=\n|$))", _bracket, guarded(text))
    lines = inner.split("\n")
    for number, line in enumerate(lines):
        parts = [p.strip() for p in re.split(r"(?<=[.!?])\s+|\s*;\s*", line)]
        parts = [unguarded(p) for p in parts if any(c.isalnum() for c in p)]
        for index, part in enumerate(parts):
            last = index == len(parts) - 1
            ends = last and (number + 1 == len(lines) or not lines[number + 1].strip())
            yield _Sentence(
                part, not index, len(parts) == 1, ends,
                mark_in(part, names=names), content_of(part, names=names),
            )  # fmt: skip


def _bracket(match: "re.Match[str]") -> str:
    inner = match[1].strip()
    if not any(c.isalnum() for c in inner):
        return "(?)" if "?" in inner else " "
    return OPEN + re.sub(r"[.;!\n]+", ",", inner.rstrip(".;!")).replace("?", _ASKED) + CLOSE


def _bar_own(sentence: _Sentence, names: tuple[str, ...], bars: Callable[[str], Verdict | None]) -> None:
    """Bar the sentence, or in a long run that no mark leads the part around it; note a doubt in brackets."""
    run = _run(sentence.text)
    marks = [_mark_at(run, n, names) for n in range(len(run))]
    verdicts = [
        Verdict(mark.code, mark.why, "sentence") if mark else bars(text) if _aside(text) else None
        for mark, (_, text) in zip(marks, run, strict=True)
    ]
    hits = [n for n, verdict in enumerate(verdicts) if verdict]
    if sentence.mark is None and not hits:
        sentence.doubt = sentence.doubt or any(
            _aside(text) and doubtful(_shown(text).strip("( )")) for _, text in run
        )
        return
    mark = sentence.mark
    sentence.barred = Verdict(mark.code, mark.why, "sentence") if mark else verdicts[hits[0]]
    near = {n for hit in hits for n in (hit - 1, hit, hit + 1)} if len(run) > FEW else set(range(len(run)))
    sentence.core = " ".join(text for n, (_, text) in enumerate(run) if n in near)
    if _listed(run, hits):
        out = {n for hit in hits for n in (hit - 1, hit)}
        sentence.parts = [(gap, text, n in out) for n, (gap, text) in enumerate(run)]
        return
    long = len(run) >= LONG_RUN or (len(run) >= _DICTATED[0] and len(sentence.text.split()) >= _DICTATED[1])
    if hits and hits[0] > 0 and long:
        out = {n for hit in hits for n in range(_reach_back(run, hit, names), hit + 2)}
        sentence.parts = [(gap, text, n in out) for n, (gap, text) in enumerate(run)]


def _mark_at(run: list[tuple[str, str]], n: int, names: tuple[str, ...]) -> Mark | None:
    """The mark of a thought, unless the bracket behind it says that all know ("listing in May (in the press)")."""
    mark = mark_in(run[n][1], names=names)
    after = run[n + 1][1] if n + 1 < len(run) and _aside(run[n + 1][1]) else ""
    return mark if mark and not (after and mark_in(f"{run[n][1]} {after}", names=names) is None) else None


def _run(text: str) -> list[tuple[str, str]]:
    """The thoughts of a sentence, each with the join that stands before it; a bracket is a thought of its own."""
    split = _WEAK.split(text)
    run = [("", split[0]), *zip(split[1::2], split[2::2], strict=True)]
    return [(gap, part) for gap, part in run if any(c.isalnum() for c in part)]


def _listed(run: list[tuple[str, str]], hits: list[int]) -> bool:
    """Whether the only mark is a bracket behind a statement that closes a list of mere things before it."""
    if len(hits) != 1 or hits[0] < 2 or hits[0] != len(run) - 1 or not _aside(run[hits[0]][1]):
        return False
    told = run[hits[0] - 1][1]
    if len(content_of(told)) < FEW or not _states(told):
        return False
    return not any(_states(text) for _, text in run[: hits[0] - 1])


def _states(text: str) -> bool:
    """Whether a thought holds a verb that is no noun as well."""
    found = (
        verb_as(word, Tag.S, Tag.PAST, Tag.ING, Tag.BASE) for word in re.findall(r"[a-z]+", text.lower())
    )
    return any(verb is not None and not verb.nounlike for verb in found)


def _aside(text: str) -> bool:
    return text.startswith(OPEN)


def _reach_back(run: list[tuple[str, str]], hit: int, names: tuple[str, ...]) -> int:
    """The first thought a mark in a run takes along: two before it, more while they are short.

    In speech, where each thought has its own subject, one before it is enough.
    """
    spoken = all(_SPOKEN_JOIN.fullmatch(gap) for gap, _ in run[hit - 1 : hit + 1])
    start = max(0, hit - (1 if spoken else 2))
    while start and len(content_of(run[start][1], names=names)) < FEW:
        start -= 1
    return start


_BACK_CUE = re.compile(r"\b(that|it|thats|its|those|last bit|above|previous)\b", re.I)
_HERE_CUE = re.compile(r"\b(this|these|next|following)\b", re.I)


def _bar_neighbours(found: list[_Sentence], index: int) -> None:
    sentence = found[index]
    mark = sentence.mark
    if mark is None:
        return
    verdict = Verdict(mark.code, mark.why, "sentence")
    if sentence.only_marks:
        ahead, back = _directions(found, index, mark)
        neighbours = (list(_before(found, index)) if back else []) + (_after(found, index) if ahead else [])
    elif _leads(sentence):
        neighbours = list(_before(found, index))
    else:
        neighbours = []
    for neighbour in neighbours:
        if neighbour.barred is None:
            neighbour.barred = verdict
            neighbour.parts = []


def _leads(sentence: _Sentence) -> bool:
    """Whether a sentence begins with an order of silence or such a bracket, about what came before it."""
    if sentence.text.startswith(OPEN):
        mark = mark_in(sentence.text[: sentence.text.find(CLOSE) + 1])
        return mark is not None and len(mark.content) <= 1
    head, comma, _ = sentence.text.partition(", ")
    mark = mark_in(head) if comma else None
    return mark is not None and len(mark.content) <= 1 and mark.direction is Direction.BACK


def _directions(found: list[_Sentence], index: int, mark: Mark) -> tuple[bool, bool]:
    """(ahead, back) for a sentence that is only a mark."""
    sentence = found[index]
    if sentence.text.rstrip().endswith(":"):
        return True, False
    if not any(_says(s) for s in found[:index]):
        return True, False
    if mark.direction is Direction.AHEAD:
        return True, False
    if _BACK_CUE.search(sentence.text):
        return False, True
    ahead = mark.direction is Direction.EITHER or bool(_HERE_CUE.search(sentence.text))
    return ahead, True


def _says(sentence: _Sentence) -> bool:
    return bool(sentence.content) or (sentence.mark is None and any(c.isdigit() for c in sentence.text))


def _before(found: list[_Sentence], index: int) -> Iterator[_Sentence]:
    """The sentence before that says something; one more while it says next to nothing."""
    for neighbour in reversed(found[:index]):
        if neighbour.only_marks:
            continue
        yield neighbour
        if len(neighbour.content) >= FEW or neighbour.barred:
            return


def _after(found: list[_Sentence], index: int) -> list[_Sentence]:
    """The sentence after; under a heading ("keep quiet:" at the end of its line) all to the end of the paragraph."""
    following = found[index + 1 :]
    if found[index].text.rstrip().endswith(":"):
        end = next((n for n, s in enumerate(following) if s.ends), len(following) - 1)
        return following[: end + 1]
    for count, neighbour in enumerate(following, 1):
        if _says(neighbour):
            return following[:count]
    return []


def _only_doubt(sentence: _Sentence, names: tuple[str, ...]) -> bool:
    return doubtful(sentence.text) and len(sentence.content) <= 1


def _pieces(sentence: _Sentence) -> Iterator[Piece]:
    if sentence.barred is None:
        yield Piece(_shown(sentence.text), None, sentence.doubt)
        return
    if not sentence.parts:
        yield Piece(_shown(sentence.text), sentence.barred, core=_shown(sentence.core or sentence.text))
        return
    for out, group in groupby(sentence.parts, key=lambda part: part[2]):
        text = "".join(gap + text for gap, text, _ in group)
        yield Piece(_shown(text), sentence.barred if out else None, core=_shown(text) if out else "")


def _shown(text: str) -> str:
    """The words as typed, brackets back in place, loose joins off the ends."""
    typed = re.sub(rf"\s*{OPEN}", " (", text).replace(CLOSE, ")").replace(_ASKED, "?")
    bare = re.sub(r"^[\s,;-]+|[\s,;-]+$", "", typed)
    return re.sub(r"^(?:and|but|so|then|also|plus) ", "", bare)
