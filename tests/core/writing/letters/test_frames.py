"""The sentences as data: whole, in every tone, free of clichés, and none the fallback of every letter."""

import re
from collections import Counter

import pytest

from afterword.core.facts import Relation
from afterword.core.writing.draft import draft_letters
from afterword.core.writing.gate.phrases import phrases
from afterword.core.writing.letters.frames import AROUND, IDEA_SLOTS, Frame, frames, frames_for
from afterword.core.writing.letters.orders import RELATED_LEAD, RELATED_SECOND, UNRELATED
from afterword.core.writing.letters.told import TESTS
from afterword.core.writing.voice import Tone
from core.writing.notes.cases import told_cases

EVERY = [pytest.param(f, id=f.text[:60]) for f in frames()]
AROUND_SLOTS = {
    "names",
    "day",
    "role",
    "co",
    "org",
    "at",
    "emp",
    "did",
    "strength",
    "are",
    "is",
    "it",
    "sounds",
}
CONDITIONS = set(TESTS) | AROUND | {"face", "task", "subject", "apart", "topic_only", "quoted"}


@pytest.mark.parametrize("frame", EVERY)
def test_a_sentence_has_known_slots_and_conditions(frame: Frame) -> None:
    assert {s.removesuffix("2") for s in frame.slots} <= IDEA_SLOTS | AROUND_SLOTS
    assert (frame.first.marks | frame.second.marks) <= CONDITIONS


@pytest.mark.parametrize("frame", EVERY)
def test_a_sentence_is_whole_and_no_cliche(frame: Frame) -> None:
    filled = re.sub(r"\{\w+\}", "Rowan", frame.text)
    assert filled.endswith((".", '".'))
    assert filled.count('"') % 2 == 0
    assert not any(p.pattern.search(filled) for p in phrases()), filled


def test_no_sentence_stands_twice_under_one_move() -> None:
    told = Counter((f.move, f.text, f.first) for f in frames())
    assert not [text for text, count in told.items() if count > 1]


@pytest.mark.parametrize("move", ["thank", "next"])
@pytest.mark.parametrize("tone", [Tone.PLAIN, Tone.WARM, Tone.FORMAL])
@pytest.mark.parametrize("reader", [Relation.HIRING_MANAGER, Relation.PEER, Relation.HR, Relation.RECRUITER])
def test_every_tone_has_ten_ways_to_begin_and_to_end(move: str, tone: Tone, reader: Relation) -> None:
    assert len([f for f in frames_for(move, tone, reader) if not f.first.shapes]) >= 10


@pytest.mark.parametrize("orders", [RELATED_LEAD, RELATED_SECOND, UNRELATED])
def test_there_are_six_arrangements_and_one_begins_with_the_point(orders: tuple[str, ...]) -> None:
    assert len(set(orders)) >= 6
    assert any(o.startswith("open ") for o in orders)


def test_no_sentence_stands_in_an_eighth_of_the_letters() -> None:
    patterns = [(f, re.compile(_pattern(f))) for f in frames() if f.move in {"refer", "next", "open"}]
    letters = [letter for told in told_cases() for letter in draft_letters(told.case).letters]
    seen: Counter[str] = Counter()
    for letter in letters:
        for sentence in letter.sentences:
            hits = [f.text for f, p in patterns if f.move == sentence.move and p.fullmatch(sentence.text)]
            seen.update(hits[:1])
    often = {text: count for text, count in seen.items() if count > 0.125 * len(letters)}
    assert not often, often
    stayed = sum("stayed with me" in letter.body for letter in letters)
    assert stayed <= 0.08 * len(letters)


def _pattern(frame: Frame) -> str:
    text = re.sub(r"\\\{\w+\\\}", ".+", re.escape(frame.text))
    for long, short in (("I\\ would", "I'd"), ("I\\ will", "I'll"), ("I\\ am", "I'm")):
        text = text.replace(long, f"(?:{long}|{short})")
    return text
