"""From what an employer said to the day their decision is due, or to no date at all.

A sentence counts only when it speaks of deciding or answering; in doubt there is no date. Conventions: a
week ends on Friday, early in a week is Wednesday, early in a month its 10th, mid-month the 15th, ranges
count at their upper end, working days skip weekends (and the holidays of a known country), "next Monday"
shows both readings and takes the later.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from afterword.core.reading.dates.absolute import absolute
from afterword.core.reading.dates.days import is_working_day
from afterword.core.reading.dates.mention import Mention, Today
from afterword.core.reading.dates.spans import spans
from afterword.core.reading.dates.weekdays import weekdays
from afterword.core.reading.dates.weeks import weeks

Day: TypeAlias = date

#: How much of a text is looked at; a promise is a sentence, not a book.
LONGEST = 5_000
_SENTENCE = re.compile(r"[^.!?\n;]+(?:\.(?=\d|[a-z]\.)[^.!?\n;]*|(?<=\b[a-z])\.[^.!?\n;]*)*(?:[.!?;]|\n|$)")
_CLAUSE = re.compile(r",|\b(?:and|but|so|then|while|because|which|where)\b|[-–—:()]\s|\s-")
_MONTHS = re.compile(
    r"\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|weds?|thurs?|thu|fri|approx|no)\.(?=\s)"
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
    """A mention in its clause, and how strongly the clause speaks of deciding (2), answering (1) or neither (0)."""

    mention: Mention
    strength: int


def read_date(text: str, *, now: datetime, country: str = "", promised: bool = False) -> DateReading:
    """Read the decision date out of what was said at ``now`` (aware; its own calendar day counts).

    ``country`` (ISO 3166-1 alpha-2) settles 4/12 against 12/4 and gives the holidays. ``promised`` says that
    the text was given as a decision date ("by 20 nov"), so that deciding need not be spoken of.
    """
    today = Today(now.date(), country.upper())
    said = _plain(text[:LONGEST])
    mentions = _mentions(said, today, bare=promised)
    candidates: list[_Candidate] = []
    asked = False
    for start, end in _sentences(said):
        held = [mention for mention in mentions if start <= mention.start < end]
        if held:
            answers = asked and _speaks(said[start:end], "answer_to_question")
            before = _strongest(candidates)
            candidates += _of_sentence(said, start, end, held, promised=promised or answers, before=before)
        asked = said[start:end].rstrip().endswith("?") and bool(_strength(said[start:end]))
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
    named = (one for grammar in (absolute, weeks, weekdays, spans) for one in grammar(said, today))
    found = [one for one in named if bare or not one.bare]
    kept: list[Mention] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.bare, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


# ---------------------------------------------------------------- what a sentence promises


def _of_sentence(
    said: str, start: int, end: int, mentions: list[Mention], *, promised: bool, before: int
) -> list[_Candidate]:
    """The mentions of one sentence that may be its decision date; ``before`` is how plainly the text spoke so far.

    A correction ("but it will be Tuesday", "no, make that Monday") is as good as what it corrects.
    """
    sentence = said[start:end]
    strength = _strength(sentence)
    if not (strength or promised or (before and _speaks(sentence, "correction"))):
        return []
    found: list[_Candidate] = []
    clauses = _clauses(said, start, end, mentions)
    for mention in mentions:
        clause = next(said[left:right] for left, right in clauses if left <= mention.start < right)
        moved = _moved(mention, said[start : mention.start])
        if moved is None:
            continue
        silence = _speaks(sentence, "silence")
        if _speaks(clause, "negated") and not silence:
            continue
        own = _strength(clause)
        so_far = max(before, _strongest(found))
        if so_far and _speaks(clause, "correction") and not _speaks(clause, "other"):
            found.append(_Candidate(moved, max(so_far, own)))
            continue
        alone = len(clauses) == 1
        if not own and not _attaches(clause, sentence, alone=alone, promised=promised):
            continue
        if own and _elsewhere(clause, own) and not (promised or silence):
            continue
        found.append(_Candidate(moved, own or min(strength, 1)))
    return found


def _clauses(said: str, start: int, end: int, mentions: list[Mention]) -> list[tuple[int, int]]:
    """Stretches of a sentence between commas and joining words that lie outside its dates."""
    edges = [start]
    for found in _CLAUSE.finditer(said, start, end):
        inside = any(one.start <= found.start() < one.end for one in mentions)
        if not inside:
            edges.append(found.end() if not found[0].isalpha() else found.start())
    return list(zip(edges, [*edges[1:], end], strict=True))


def _strength(text: str) -> int:
    if _speaks(text, "deciding"):
        return 2
    return 1 if _speaks(text, "answering") or _speaks(text, "allowing") else 0


def _attaches(clause: str, sentence: str, *, alone: bool, promised: bool) -> bool:
    """Whether a clause without such words borrows them from its sentence."""
    if _speaks(clause, "other") or _is_past(clause):
        return False
    return promised or not (alone or _elsewhere(sentence, _strength(sentence)))


def _elsewhere(clause: str, strength: int) -> bool:
    """Whether a clause that speaks of answering speaks of the candidate's answer, or of what has happened."""
    if _is_past(clause):
        return True
    return (strength < 2 and _speaks(clause, "other")) or _asks(clause)


def _asks(clause: str) -> bool:
    return bool(
        re.search(
            r"\b(?:your|let us|let me|to us|get back to (?:us|me))\b.*\b(?:decision|answer|reply|response|know)|\bto (?:us|me)\b|\?\s*$|\bif you\b|\byou (?:decide|choose|need to|have to|must|can decide)\b|\blet (?:us|me) know\b",
            clause,
        )
    )


def _is_past(clause: str) -> bool:
    return _speaks(clause, "past") and not _speaks(clause, "coming")


def _moved(mention: Mention, before: str) -> Mention | None:
    """The mention as its preposition moves it; None when it is only a bound from below."""
    if _speaks(before, "lower_bound"):
        return None
    lead = re.search(r"\b(before|after|following|past)\s+(?:the\s+)?$", before)
    if lead is None:
        return mention
    if lead[1] == "before" and before[: lead.start()].endswith("on or "):
        return mention
    if lead[1] == "before":
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
    """The last of those whose clause speaks most plainly of deciding."""
    strongest = _strongest(candidates)
    return [candidate for candidate in candidates if candidate.strength == strongest][-1]


def _reading(mention: Mention, text: str) -> DateReading:
    words = " ".join(text[mention.start : mention.end].split()).strip(" ,.")
    earliest = mention.earliest if mention.earliest != mention.date else None
    return DateReading(mention.date, earliest, words, mention.reading, mention.ambiguous)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    text = files("afterword.core.reading.dates").joinpath("words.toml").read_text("utf-8")
    return {
        kind: re.compile("|".join(f"(?:{one})" for one in several))
        for kind, several in tomllib.loads(text).items()
    }


def _speaks(text: str, kind: str) -> bool:
    return _patterns()[kind].search(text) is not None
