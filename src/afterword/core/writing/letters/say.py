"""Slots filled and words finished: capitals, weekdays, articles, British or American spelling."""

import re
from datetime import timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from afterword.core.facts import Case
from afterword.core.writing.words.articles import a_or_an
from afterword.core.writing.words.lexicon import table


def filled(frame: str, slots: dict[str, str]) -> str:
    """A frame with its slots filled; a slot written with a capital begins its sentence."""

    def slot(match: "re.Match[str]") -> str:
        name = match[1]
        text = slots[name] if name in slots else _opening(slots[name.lower()])
        runs_on = re.match(r" \w", frame[match.end() :])
        return (
            text + ","
            if runs_on
            and re.search(r", (?:which|who|each|all|mostly|mainly|with|including|not|up|down) ", text)
            else text
        )

    text = re.sub(r"\{(\w+)\}", slot, _without_place(frame, slots))
    text = re.sub(r"(?<![\w&'-])([Aa]n?) (?=([\w\"'(][\w&'-]*))", lambda m: _article(m[1], m[2]), text)
    return re.sub(r"\s+", " ", text).strip()


def _without_place(frame: str, slots: dict[str, str]) -> str:
    """A frame that says where, for a result that says so itself: "{At} I {did}" -> "I {did}"."""
    if slots.get("at", "-"):
        return frame
    return re.sub(r"\{At\} I\b", "I", re.sub(r" ?\{at\}(?= I\b)", "", frame)).replace(" {at}", "")


_CONTRACTIONS = (
    (r"\bI would\b", "I'd"), (r"\bI will\b", "I'll"), (r"\bI am\b", "I'm"), (r"\bI have (?=\w+(?:ed|en|ght|pt|de|un)\b)", "I've "),
)  # fmt: skip


def contracted(frame: str) -> str:
    """A frame as one would say it: "I would" -> "I'd". Words in its slots stay as they are."""
    for long, short in _CONTRACTIONS:
        frame = re.sub(long, short, frame)
    return frame


def _article(found: str, word: str) -> str:
    right = a_or_an(word)
    return (right.capitalize() if found[0].isupper() else right) + " "


def _opening(text: str) -> str:
    """The text as a sentence begins: never with a bare figure."""
    return capitalised(re.sub(r"^(?=\d[\d,]* [a-z])", "the ", text))


def capitalised(text: str) -> str:
    """The text with its first letter a capital."""
    return text[:1].upper() + text[1:]


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def interview_day(case: Case) -> str:
    """The weekday of the interview, in its own zone."""
    return _DAYS[_local(case).weekday()]


def _local(case: Case):  # type: ignore[no-untyped-def]
    end = case.interview.end
    return end.astimezone(ZoneInfo(case.interview.zone)) if case.interview.zone else end


_RELATIVE_DAY = re.compile(r"\b(today|this morning|this afternoon|tonight|yesterday|tomorrow)\b", re.I)


def weekday_instead(text: str, case: Case) -> str:
    """Weekdays for words that mean another day when the letter is read: today, yesterday, tomorrow."""
    if not _RELATIVE_DAY.search(text):
        return text
    day = _local(case)
    names = {
        "today": day,
        "this morning": day,
        "this afternoon": day,
        "tonight": day,
        "yesterday": day - timedelta(days=1),
        "tomorrow": day + timedelta(days=1),
    }

    def on_day(match: "re.Match[str]") -> str:
        return ("" if match[1] else "on ") + (match[1] or "") + _DAYS[names[match[2].lower()].weekday()]

    return re.sub(
        r"\b(by |on |from |until |since )?(today|this morning|this afternoon|tonight|yesterday|tomorrow)\b",
        on_day,
        text,
        flags=re.I,
    )


@lru_cache(maxsize=2)
def _spellings(british: bool) -> dict[str, str]:
    pairs = [line.split("\t") for line in table("spelling.tsv")]
    return dict(pairs) if british else {uk: us for us, uk in pairs}


def spelt(text: str, *, british: bool, keep: frozenset[str]) -> str:
    """The text in one spelling; words in ``keep`` (names, the record's own) stay as they are."""
    words = _spellings(british)

    def word(match: "re.Match[str]") -> str:
        found = match[0]
        if found in keep or found.lower() not in words:
            return found
        right = words[found.lower()]
        return right.capitalize() if found[0].isupper() else right

    return re.sub(r"[A-Za-z]+", word, text)
