"""From what an employer said to the day their decision is due, or to no date at all.

A sentence counts only when it speaks of deciding or answering; in doubt there is no date. Conventions: a
week ends on Friday, early in a week is Wednesday, early in a month its 10th, mid-month the 15th, ranges
count at their upper end, working days skip weekends (and the holidays of a known country), "next Monday"
shows both readings and takes the later.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TypeAlias

from afterword.core.reading.dates.absolute import absolute
from afterword.core.reading.dates.anchored import counted
from afterword.core.reading.dates.days import is_working_day
from afterword.core.reading.dates.lengths import lengths
from afterword.core.reading.dates.mention import Mention, Today
from afterword.core.reading.dates.months import months
from afterword.core.reading.dates.numerals import month_comes_first, numerals
from afterword.core.reading.dates.speech import is_past, speaks, speaks_elsewhere, strength
from afterword.core.reading.dates.weekdays import weekdays
from afterword.core.reading.dates.weeks import weeks

Day: TypeAlias = date

#: How much of a text is looked at; a promise is a sentence, not a book.
LONGEST = 5_000
#: A sentence with more dates than these is a list, and promises nothing.
MOST_DATES = 12
_SENTENCE = re.compile(r"[^.!?\n;]+(?:\.(?=\d|[a-z]\.)[^.!?\n;]*|(?<=\b[a-z])\.[^.!?\n;]*)*(?:[.!?;]|\n|$)")
_CLAUSE = re.compile(r",|\b(?:and|but|so|then|while|because|which|where)\b|[-–—:()]\s|\s-")
_MONTHS = re.compile(
    r"\b(ms|mr|st|mrs|dr|prof|vs|approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|weds?|thurs?|thu|fri|no)\.(?=\s)"
)


@dataclass(frozen=True, slots=True)
class DateReading:
    """The last day on which the decision was said to come; ``date`` None means the text names none.

    ``earliest`` is the other end of a range or the other reading; ``words`` are those that decided;
    ``reading`` says how they were understood; ``ambiguous`` asks the user to look.
    """

    date: Day | None = None
    earliest: Day | None = None
    words: str = ""
    reading: str = "no date found"
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A mention, how plainly its clause speaks of deciding (2), answering (1) or neither (0).

    ``later`` says that a later day than the others counts in it: they tell "you" then, or it "could be" then.
    """

    mention: Mention
    strength: int
    later: bool = False


def read_date(text: str, *, now: datetime, country: str = "", promised: bool = False) -> DateReading:
    """Read the decision date out of what was said at ``now`` (aware; its own calendar day counts).

    ``country`` (ISO 3166-1 alpha-2) settles 4/12 against 12/4 and gives the holidays; without it the clocks of
    ``now`` settle the first, to be looked at. ``promised`` says that the text was given as a decision date ("by
    20 nov"), so that deciding need not be spoken of.
    """
    country = country.upper()
    today = Today(now.date(), country, month_comes_first(country, now.utcoffset()))
    said = _plain(text[:LONGEST])
    mentions = _mentions(said, today, bare=promised)
    candidates: list[_Candidate] = []
    asked = False
    for start, end in _sentences(said):
        held = [mention for mention in mentions if start <= mention.start < end]
        if 0 < len(held) <= MOST_DATES:
            answers = asked and (
                speaks(said[start:end], "answer_to_question") or _bare(said[start:end], held)
            )
            clauses = _clauses(said, start, end, held)
            sentence = _Sentence(said, start, end, clauses, promised or answers, _strongest(candidates))
            candidates += _of_sentence(sentence, held)
        asked = said[start:end].rstrip().endswith("?") and bool(strength(said[start:end]))
    if not candidates:
        return DateReading()
    return _reading(_chosen(candidates).mention, text)


def _plain(text: str) -> str:
    """Lower case, straight quotes and hyphens, abbreviations without their stop; every position kept."""
    for odd, plain in (("’", "'"), ("‘", "'"), ("–", "-"), ("—", "-"), ("\u00a0", " "), ("\t", " ")):
        text = text.replace(odd, plain)
    lowered = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return _MONTHS.sub(lambda found: found[1] + " ", lowered)


def _sentences(said: str) -> Iterator[tuple[int, int]]:
    for found in _SENTENCE.finditer(said):
        yield found.start(), found.end()


def _mentions(said: str, today: Today, *, bare: bool) -> list[Mention]:
    """Mentions in order; where two overlap the longer stays."""
    named = (
        one
        for grammar in (absolute, numerals, weeks, weekdays, months, lengths)
        for one in grammar(said, today)
    )
    found = [one for one in named if bare or not one.bare]
    kept: list[Mention] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.bare, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    dated = (one for one in kept if one.date > date.min)
    return counted(said, today, sorted(dated, key=lambda one: one.start))


def _bare(sentence: str, mentions: list[Mention]) -> bool:
    """Whether a sentence is hardly more than the dates in it."""
    return len(sentence) - sum(one.end - one.start for one in mentions) <= 12


# ---------------------------------------------------------------- what a sentence promises


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Characters ``start`` to ``end`` of a text and its clauses; ``before`` is how plainly the text spoke so far."""

    said: str
    start: int
    end: int
    clauses: list[tuple[int, int]]
    promised: bool
    before: int

    @property
    def text(self) -> str:
        """The sentence itself."""
        return self.said[self.start : self.end]

    @property
    def speaks(self) -> bool:
        """Whether it, or a clause of it, speaks of deciding or answering."""
        return bool(strength(self.text)) or any(strength(self.said[a:b]) for a, b in self.clauses)

    @property
    def amends(self) -> bool:
        """Whether the sentence only puts the one before it right ("No, wait, Friday")."""
        return not strength(self.text) and speaks(self.text, "amending")

    def around(self, mention: Mention) -> tuple[str, str]:
        """What stands before and after a date in the sentence."""
        return self.said[self.start : mention.start], self.said[mention.end : self.end]

    def clause_of(self, mention: Mention) -> tuple[str, str]:
        """The clause in which a date stands, whole and without the date."""
        left, right = next(edge for edge in self.clauses if edge[0] <= mention.start < edge[1])
        without = self.said[left : mention.start] + "…" + self.said[mention.end : right]
        return self.said[left:right], without


def _of_sentence(sentence: _Sentence, mentions: list[Mention]) -> list[_Candidate]:
    """The mentions of one sentence that may be its decision date.

    A correction ("but it will be Tuesday", "no, make that Monday") is as good as what it corrects.
    """
    correcting = sentence.before and (speaks(sentence.text, "correction") or sentence.amends)
    if not (sentence.speaks or sentence.promised or correcting):
        return []
    found: list[_Candidate] = []
    for mention in mentions:
        candidate = _candidate(mention, sentence, so_far=max(sentence.before, _strongest(found)))
        if candidate is not None:
            found.append(candidate)
    return found


def _candidate(mention: Mention, sentence: _Sentence, *, so_far: int) -> _Candidate | None:
    """A date with the strength of its clause, or None when the clause speaks of something else."""
    clause, rest = sentence.clause_of(mention)
    head, tail = sentence.around(mention)
    bounded = speaks(head, "upper_bound")
    moved = mention if bounded else _moved(mention, head, tail)
    silence = speaks(sentence.text, "silence")
    if moved is None or (speaks(clause, "negated") and not (silence or bounded)):
        return None
    if mention.counted and speaks(clause, "reported"):
        return None
    own = strength(clause)
    later = speaks(clause, "telling") or speaks(clause, "possible")
    amends = speaks(clause, "correction") or sentence.amends
    if so_far and amends and not speaks(rest, "other"):
        return _Candidate(moved, max(so_far, own), later)
    if own:
        elsewhere = speaks_elsewhere(rest, own) and not (sentence.promised or silence)
        return None if elsewhere else _Candidate(moved, own, later)
    if _borrows(rest, sentence):
        return _Candidate(moved, min(strength(sentence.text), 1), later)
    return None


def _borrows(clause: str, sentence: _Sentence) -> bool:
    """Whether a clause without words of deciding or answering may borrow them from its sentence."""
    if speaks(clause, "other") or is_past(clause):
        return False
    alone = len(sentence.clauses) == 1
    return sentence.promised or not (alone or speaks_elsewhere(sentence.text, strength(sentence.text)))


def _clauses(said: str, start: int, end: int, mentions: list[Mention]) -> list[tuple[int, int]]:
    """Stretches of a sentence between commas and joining words that lie outside its dates."""
    edges = [start]
    for found in _CLAUSE.finditer(said, start, end):
        inside = any(one.start <= found.start() < one.end for one in mentions)
        if not inside:
            edges.append(found.end() if not found[0].isalpha() else found.start())
    return list(zip(edges, [*edges[1:], end], strict=True))


def _moved(mention: Mention, before: str, after: str) -> Mention | None:
    """The mention as the words around it move it; None when it is only a bound from below."""
    if mention.earliest is not None and speaks(before, "moved"):
        before = re.sub(r"\bfrom\s+(?:the\s+)?$", "", before)
    if speaks(before, "lower_bound") or speaks(after, "onwards"):
        return None
    lead = re.search(r"\b(before|prior to|ahead of|after|following|past)\s+(?:the\s+)?$", before)
    if lead is None:
        return mention
    if lead[1] == "before" and before[: lead.start()].endswith("on or "):
        return mention
    if lead[1] in {"before", "prior to", "ahead of"}:
        return _day_before(mention) if mention.point else mention
    return _day_after(mention)


def _day_before(mention: Mention) -> Mention:
    earlier = mention.earliest - timedelta(days=1) if mention.earliest else None
    return replace(
        mention,
        date=mention.date - timedelta(days=1),
        earliest=earlier,
        reading=f"the day before {mention.reading}",
    )


def _day_after(mention: Mention) -> Mention | None:
    """After a holiday is the next working day, to be looked at; after any other day is no date."""
    if mention.reading != "the day of that name":
        return None
    day = mention.date + timedelta(days=1)
    while not is_working_day(day, country=""):
        day += timedelta(days=1)
    return replace(mention, date=day, reading="the first working day after it", ambiguous=True)


# ---------------------------------------------------------------- which of several


def _strongest(candidates: Iterable[_Candidate]) -> int:
    return max((candidate.strength for candidate in candidates), default=0)


def _chosen(candidates: list[_Candidate]) -> _Candidate:
    """The last of those whose clause speaks most plainly of deciding; after it, the later day on which they tell you."""
    strongest = _strongest(candidates)
    place = max(index for index, one in enumerate(candidates) if one.strength == strongest)
    chosen = candidates[place]
    for one in candidates[place + 1 :]:
        if one.later and one.mention.date > chosen.mention.date:
            chosen = one
    return chosen


def _reading(mention: Mention, text: str) -> DateReading:
    words = " ".join(text[mention.start : mention.end].split()).strip(" ,.")
    earliest = mention.earliest if mention.earliest != mention.date else None
    return DateReading(mention.date, earliest, words, mention.reading, mention.ambiguous)
