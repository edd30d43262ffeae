"""A text as the engine is to see it: names it cannot know are plain names there, so that it neither errs nor dawdles."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from afterword.core.proof.check import known_words
from afterword.core.proof.flags import FlagKind, RawFlag
from afterword.core.proof.lexicon import lexicon
from afterword.core.proof.record import Record
from afterword.core.proof.spelling import glossary
from afterword.core.proof.tokens import Kind, Token, straight, tokens_of

#: Names every engine knows; which one is taken keeps "a" and "an" right.
_PLAIN, _PLAIN_VOWEL = "Smith", "Adams"


@dataclass(frozen=True, slots=True)
class Shield:
    """``text`` is what the engine reads; ``swaps`` are (start there, end there, start here, end here) in order."""

    text: str
    swaps: tuple[tuple[int, int, int, int], ...]

    def back(self, flags: Iterable[RawFlag]) -> tuple[RawFlag, ...]:
        """The flags at their places in the text as written; spelling flags on a shielded name are dropped.

        So are flags with a fix that names the plain name, for it would be written into the letter.
        """
        starts = [swap[0] for swap in self.swaps]
        return tuple(
            replace(
                flag,
                start=self._place(flag.start, starts, end=False),
                end=self._place(flag.end, starts, end=True),
            )
            for flag in flags
            if not self._about_a_name(flag)
        )

    def _about_a_name(self, flag: RawFlag) -> bool:
        touched = [swap for swap in self.swaps if swap[0] < flag.end and flag.start < swap[1]]
        return bool(touched) and (
            flag.kind is FlagKind.SPELLING or any(_PLAIN in f or _PLAIN_VOWEL in f for f in flag.fixes)
        )

    def _place(self, at: int, starts: list[int], *, end: bool) -> int:
        number = bisect_right(starts, at - 1 if end else at) - 1
        if number < 0:
            return at
        _, last, begin_here, end_here = self.swaps[number]
        if at < last:
            return end_here if end else begin_here
        return at - last + end_here


def shielded(text: str, *, record: Record, own_words: frozenset[str]) -> Shield:
    """``text`` with the words known to be names, and curly apostrophes, made plain for the engine."""
    tokens = tokens_of(text)
    words = known_words(text, tokens, record=record, own_words=own_words)
    source = straight(text)
    pieces: list[str] = []
    swaps: list[tuple[int, int, int, int]] = []
    done = there = 0
    for at, token in enumerate(tokens):
        if not _to_swap(token, at in words.places, words.safe):
            continue
        end = token.end - 2 if token.low.endswith("'s") else token.end
        name = _PLAIN_VOWEL if token.text[0] in "AEIOU" else _PLAIN
        pieces += [source[done : token.start], name]
        there += token.start - done
        swaps.append((there, there + len(name), token.start, end))
        there += len(name)
        done = end
    return Shield("".join([*pieces, source[done:]]), tuple(swaps))


def _to_swap(token: Token, stands_as_name: bool, safe: frozenset[str]) -> bool:
    if token.kind is not Kind.WORD or not token.capital or not token.text[1:2].islower():
        return False
    low = token.low.removesuffix("'s")
    if lexicon().known(low):
        return False
    return stands_as_name or low in safe or low in glossary()
