"""What the user's own changes say of how they like to sound.

Each habit is seen in at least two letters, and in most of the recent ones, before it is followed; it is shown
with its count, and the user can switch it off. Nothing but letters the user logged as sent is looked at.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from afterword.core.writing.voice import Voice

RECENT = 8  # letters looked at
ENOUGH = 2  # letters a habit must be seen in
_CONTRACTION = re.compile(
    r"\b(?:I|you|we|they|it|that|there)['’](?:m|d|ll|ve|re|s)\b|\b\w+n['’]t\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z]{4,}")


class HabitKind(StrEnum):
    """What a habit is about."""

    GREETING = "greeting"
    CLOSE = "close"
    CONTRACTIONS = "contractions"
    FAVOURITE = "favourite"
    AVOIDED = "avoided"


@dataclass(frozen=True, slots=True)
class Habit:
    """One habit: ``value`` in words ("Hi", "yes", "delighted"), seen in ``seen`` of ``of`` recent letters."""

    kind: HabitKind
    value: str
    seen: int
    of: int

    @property
    def key(self) -> str:
        """By which the user switches it off."""
        return f"{self.kind.value}:{self.value}"


@dataclass(frozen=True, slots=True)
class Sent:
    """The body Afterword drafted and the body the user sent; ``names`` are words that are no habit."""

    drafted: str
    body: str
    names: frozenset[str] = frozenset()


def habits(letters: Sequence[Sent]) -> tuple[Habit, ...]:
    """The habits in the most recent letters (``letters`` oldest first), by kind and value."""
    recent = [letter for letter in letters if letter.body.strip()][-RECENT:]
    found = [
        *_lines(HabitKind.GREETING, [_changed(_greeting(s.drafted), _greeting(s.body)) for s in recent]),
        *_lines(HabitKind.CLOSE, [_changed(_close(s.drafted), _close(s.body)) for s in recent]),
        *_lines(HabitKind.CONTRACTIONS, [_contracting(s) for s in recent]),
        *_words(HabitKind.FAVOURITE, [_only_in(s.body, s.drafted, s.names) for s in recent]),
        *_words(HabitKind.AVOIDED, [_only_in(s.drafted, s.body, s.names) for s in recent]),
    ]
    return tuple(sorted(found, key=lambda h: h.key))


def with_habits(voice: Voice, learnt: Iterable[Habit]) -> Voice:
    """The voice with what was learnt wherever the user has set nothing."""
    learnt = tuple(learnt)
    values = {kind: tuple(h.value for h in learnt if h.kind is kind) for kind in HabitKind}
    contractions = values[HabitKind.CONTRACTIONS]
    return replace(
        voice,
        greeting=voice.greeting or next(iter(values[HabitKind.GREETING]), ""),
        close=voice.close or next(iter(values[HabitKind.CLOSE]), ""),
        contractions=voice.contractions
        if voice.contractions is not None or not contractions
        else contractions[0] == "yes",
        favourites=tuple(dict.fromkeys((*voice.favourites, *values[HabitKind.FAVOURITE]))),
        avoided=tuple(dict.fromkeys((*voice.avoided, *values[HabitKind.AVOIDED]))),
    )


def _lines(kind: HabitKind, seen: Sequence[str]) -> Iterable[Habit]:
    """A choice made in at least two letters and in most of those where one was made."""
    made = Counter(value for value in seen if value)
    for value, count in made.most_common(1):
        if count >= ENOUGH and count * 2 > sum(made.values()):
            yield Habit(kind, value, count, len(seen))


def _words(kind: HabitKind, seen: Sequence[frozenset[str]]) -> Iterable[Habit]:
    counts = Counter(word for words in seen for word in sorted(words))
    for word, count in sorted(counts.items()):
        if count >= ENOUGH and count * 2 > len(seen):
            yield Habit(kind, word, count, len(seen))


def _changed(before: str, after: str) -> str:
    return after if after and after != before else ""


def _greeting(body: str) -> str:
    """The first word of the first line: "Dear", "Hi"; "Good morning" keeps both."""
    first = next((line for line in body.splitlines() if line.strip()), "")
    match = re.match(r"\s*(Good (?:morning|afternoon|evening|day)|[A-Z][a-z]{1,7})\b", first)
    return match.group(1) if match else ""


def _close(body: str) -> str:
    """The line above the name, without its comma."""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    return lines[-2].rstrip(",") if len(lines) > 3 and len(lines[-2].split()) <= 5 else ""


def _contracting(sent: Sent) -> str:
    before, after = bool(_CONTRACTION.search(sent.drafted)), bool(_CONTRACTION.search(sent.body))
    return {(False, True): "yes", (True, False): "no"}.get((before, after), "")


def _only_in(one: str, other: str, names: frozenset[str]) -> frozenset[str]:
    """Lower-case words of one text that the other lacks; words with a capital are names and no habit."""
    words = frozenset(word for word in re.findall(r"[\w'’-]+", one) if _WORD.fullmatch(word))
    return words - frozenset(_WORD.findall(other.lower())) - names
