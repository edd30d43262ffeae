"""Facts the reader would not like to see in writing: the topic stays, the failing and its figure go (face.toml)."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from afterword.core.facts import PointKind
from afterword.core.writing.notes.phrases import (
    DETERMINERS,
    PREPOSITIONS,
    head_index,
    is_number,
    with_article,
)
from afterword.core.writing.notes.sets import word_set

_HIGH_SHARE = re.compile(r"\b\d[\d.]*(?:%| ?per ?cent\b| ?pct\b)")
_OF_GROWTH = frozenset({PointKind.GROWTH, PointKind.CONNECTION, PointKind.NEXT_STEP})
_LOOSE = frozenset({"and", "or", "but", "with", "the", "a", "an", "still", "so", "because", ",", "is", "are", "that", "which"})  # fmt: skip
#: Where things lie that nobody deals with.
_PLACES = frozenset({"mailbox", "inbox", "tray", "drawer", "drawers", "pile", "piles", "box", "boxes", "cupboard", "shoebox", "queue", "shelf", "folder"})  # fmt: skip
_TIMES = frozenset({"last", "this", "every", "each"})
_BEHIND = frozenset({"behind", "off", "down", "up", "short", "late"})


@dataclass(frozen=True, slots=True)
class _Lists:
    neutral: "re.Pattern[str]"
    failing: "re.Pattern[str]"
    failing_of_growth: "re.Pattern[str]"
    neutral_share: "re.Pattern[str]"
    failing_nouns: frozenset[str]
    blunt: frozenset[str]
    bare: frozenset[str]


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    table = tomllib.loads(files(__package__).joinpath("face.toml").read_text(encoding="utf-8"))
    words = {name: frozenset(text.split()) for name, text in table.pop("words").items()}
    found = {name: re.compile("|".join(entry), re.I) for name, entry in table.items()}
    return _Lists(
        neutral=found["neutral"],
        failing=found["failing"],
        failing_of_growth=found["failing_of_growth"],
        neutral_share=found["neutral_share"],
        failing_nouns=words["failing_nouns"],
        blunt=words["blunt"],
        bare=words["bare"],
    )


@lru_cache(maxsize=4096)
def face_threatening(text: str, kind: PointKind | None) -> bool:
    """Whether a text names a failing of theirs, or a share that reads as one."""
    lists = _lists()
    bare = lists.neutral.sub(" ", text)
    if kind in _OF_GROWTH:
        return bool(lists.failing_of_growth.search(bare))
    if lists.failing.search(bare):
        return True
    if kind in {PointKind.CULTURE, PointKind.TEAM}:
        return False
    return bool(_HIGH_SHARE.search(text)) and not lists.neutral_share.search(bare)


def kept_at(topic: list[str], subject: list[str] | None) -> list[str]:
    """The thing itself where a topic names only the place it lies in: "notices" and not "a mailbox in Memphis"."""
    if not topic or not subject or topic[head_index(topic)].lower() not in _PLACES:
        return topic
    return subject


def without_figures(topic: list[str]) -> list[str]:
    """A topic without its numbers, blunt words, and what names the failing; may come back empty.

    A noun that is a failing itself gives way to what it is of: "a hole in the accruals" is named as the accruals,
    "forecast errors" as the forecast.
    """
    given, topic = topic, _named_instead(topic)
    head = head_index(topic)
    front = [p for i, p in enumerate(topic[: head + 1]) if _may_stay(topic, i, p)]
    tail = topic[head + 1 :]
    if any(is_number(p) for p in tail) or (tail and tail[0].lower() in _BEHIND):
        tail = _before_number(tail)
    kept = _before_failing(front, tail)
    while kept and kept[-1].lower() in _LOOSE | PREPOSITIONS:
        kept = kept[:-1]
    named = [p for p in kept if p.lower() not in DETERMINERS]
    bare = _lists().bare | _lists().failing_nouns | word_set("people_words")
    if not named or (len(named) == 1 and named[0].lower() in bare):
        return []
    same = len(given) == len(topic) and kept[0] == topic[0]
    return kept if same or kept[0].lower() in DETERMINERS else with_article(kept)


def _may_stay(topic: list[str], index: int, part: str) -> bool:
    """Whether a word before the head stays: no figure but a year or a name's, no blunt adjective."""
    if is_number(part):
        return bool(re.fullmatch(r"\d{4}", part)) or bool(index and topic[index - 1].isupper())
    if re.fullmatch(r"[\d.,]+-\w+", part):
        return False
    after = topic[index + 1 : index + 2]
    return part.lower() not in _lists().blunt or after in (["debt"], ["debts"], ["fees"], ["charges"])


def _named_instead(topic: list[str]) -> list[str]:
    """What a failing noun at the head is of, or the noun before it."""
    if not topic:
        return topic
    head = head_index(topic)
    if topic[head].lower() not in _lists().failing_nouns or _lists().neutral.search(" ".join(topic)):
        return topic
    after = topic[head + 1 :]
    if after and after[0].lower() in {"of", "in", "on", "with", "from"} and not any(map(is_number, after)):
        return with_article(after[1:]) if len(after) > 1 else []
    front = topic[:head]
    return front if any(p.lower() not in DETERMINERS and not is_number(p) for p in front) else []


#: What work is called, though one word of it is a failing by itself.
_NAMES_OF_WORK = re.compile(r"\bunapplied (?=cash|credits?|payments?|receipts?)", re.I)


#: How a thing is done; where that is the failing it goes with it.
_BY_HAND = re.compile(r" (?:by (?:hand|fax)|manually|from memory)\b.*$", re.I)


def _before_failing(front: list[str], tail: list[str]) -> list[str]:
    """The topic up to the word where a failing or a time begins."""
    text = _BY_HAND.sub("", " ".join([*front, *tail]))
    words = text.split()
    named = _NAMES_OF_WORK.sub(lambda m: "_" * len(m[0]), text)
    found = _lists().failing.search(_lists().neutral.sub(lambda m: "_" * len(m[0]), named))
    kept = text[: found.start()].split() if found else words
    time = next((i for i, p in enumerate(kept) if i and p.lower() in _TIMES), len(kept))
    return kept[:time]


def _before_number(tail: list[str]) -> list[str]:
    """The part of a tail before the prepositional phrase that holds the first number."""
    first = next((i for i, p in enumerate(tail) if is_number(p)), len(tail))
    cut = max((i for i in range(first) if tail[i].lower() in PREPOSITIONS), default=0)
    kept = tail[:cut]
    return kept if len(kept) > 1 else []
