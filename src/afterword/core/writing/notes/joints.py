"""Compounds with their hyphens, fixed names with their capitals, small whole numbers in words."""

import re

from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import joined, tokens
from afterword.core.writing.words.lexicon import Tag, verb_as
from afterword.core.writing.words.numerals import words_between

_SMALL = words_between(0, 9)


def hyphened(parts: list[str]) -> list[str]:
    """Put the hyphens into compounds that thumbs leave apart: month-end, go-live; New York gets its capitals."""
    text = joined(parts)
    text = re.sub(r"\b(month|year|quarter) end\b", r"\1-end", text)
    text = (
        re.sub(r"\b(go) live (date|in|on|this|next)\b", r"go-live \2", text)
        if re.search(r"\b(the|our|a|its|UKG) go live\b", text)
        else text
    )
    text = re.sub(r"\bnew york\b", "New York", text, flags=re.I)
    text = re.sub(
        r"\bnew (jersey|hampshire|mexico|zealand)\b", lambda m: "New " + m[1].capitalize(), text, flags=re.I
    )
    text = re.sub(
        r"\b(north|south) (carolina|dakota|africa|korea)\b",
        lambda m: f"{m[1].capitalize()} {m[2].capitalize()}",
        text,
        flags=re.I,
    )
    text = re.sub(
        rf"\b({_COUNT}) (year|month|week|day|page|way|hour|minute|step|person(?= (?:team|department|office|shop|firm|finance|operation|crew))) (?!per\b|a\b|every\b|by\b|early\b|apart\b|only\b|left\b|long\b|out\b|across\b|during\b|over\b|who\b|that\b|will\b|can\b|does\b|wants\b|old\b|ago\b|in\b|on\b|to\b|for\b|and\b|or\b|later\b|from\b|is\b|was\b|of\b|at\b|each\b|with\b|before\b|after\b|when\b|because\b)(?=[A-Za-z])",
        r"\1-\2 ",
        text,
    )
    text = re.sub(r"(?<![,\d]) (up|down) from (?=\d)", _behind_verb, text)
    text = re.sub(
        r"\b(with|from|to|by|for|of|and|meet|via) (CFO|CEO|COO|CTO|CIO|board|hiring manager|owner|founder|CPA exam|CIA exam|CFA exam|CMA exam)\b",
        r"\1 the \2",
        text,
    )
    text = re.sub(
        r"\b([2-9])-(day|week|month|year|person|page|way|step|hour)\b",
        lambda m: f"{_SMALL[int(m[1])]}-{m[2]}",
        text,
    )
    text = re.sub(r"\b(in|at|to|from|of|with) same (?=[a-z])", r"\1 the same ", text)
    text = re.sub(r"\bseries ([a-e])\b", lambda m: f"Series {m[1].upper()}", text, flags=re.I)
    for small, proper in _PHRASES.items():
        text = re.sub(rf"\b{small}\b", proper, text, flags=re.I)
    return tokens(text)


def _behind_verb(match: "re.Match[str]") -> str:
    """ "served 40,000 families, up from 22,000": a comma when something was told before, none behind "are"."""
    words = match.string[: match.start()].lower().split()
    told = any(verb_as(w, Tag.S, Tag.PAST) for w in words[1:])
    return (
        f", {match[1]} from "
        if told and words[-1] not in {"is", "are", "was", "were", "came", "went"}
        else match[0]
    )


_COUNT = r"\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|2|3|4|5|6|7|8|9"
_PHRASES = {
    "tiktok shop": "TikTok Shop",
    "pillar two": "Pillar Two", "pillar one": "Pillar One", "power query": "Power Query", "power bi": "Power BI", "schedule p": "Schedule P", "schedule f": "Schedule F", "schedule d": "Schedule D", "schedule e": "Schedule E", "schedule c": "Schedule C", "schedule b": "Schedule B", "schedule h": "Schedule H",
    "business central": "Business Central", "gift aid": "Gift Aid", "google sheets": "Google Sheets", "san diego": "San Diego", "san francisco": "San Francisco",
    "los angeles": "Los Angeles", "las vegas": "Las Vegas", "san jose": "San Jose", "santa fe": "Santa Fe", "palo alto": "Palo Alto", "baton rouge": "Baton Rouge", "eau claire": "Eau Claire",
    "sioux falls": "Sioux Falls", "des moines": "Des Moines", "grand rapids": "Grand Rapids", "green bay": "Green Bay", "ann arbor": "Ann Arbor", "fort worth": "Fort Worth", "big 4": "the Big Four", "big four": "the Big Four", "the the Big Four": "the Big Four", "great plains": "Great Plains",
    "milton keynes": "Milton Keynes", "isle of man": "Isle of Man", "tel aviv": "Tel Aviv", "sao paulo": "São Paulo", "buenos aires": "Buenos Aires", "cape town": "Cape Town", "abu dhabi": "Abu Dhabi", "new orleans": "New Orleans", "hong kong": "Hong Kong", "st louis": "St. Louis", "el paso": "El Paso",
    "san antonio": "San Antonio", "salt lake city": "Salt Lake City", "kansas city": "Kansas City", "ohio state": "Ohio State", "penn state": "Penn State",
    "notre dame": "Notre Dame", "making tax digital": "Making Tax Digital", "with own": "with its own", "ask anything": "ask anything", "real time": "real time",
}  # fmt: skip


_UNIT_WORDS = word_set("unit_words")


def in_words(parts: list[str]) -> list[str]:
    """Whole numbers below ten in words, except in dates and amounts."""
    found = list(parts)
    for index, part in enumerate(parts):
        after = parts[index + 1] if index + 1 < len(parts) else ""
        before = parts[index - 1] if index else ""
        if part in {*"123456789"} and after not in _UNIT_WORDS and before not in _UNIT_WORDS and before.lower() not in {"form", "schedule", "level", "tier", "phase", "tm", "q", "big", "dynamics", "section", "article", "the", "chapter", "part", "ifrs", "ias", "frs", "asc", "gasb", "fas", "bay", "dock", "plant", "building", "gate", "route", "lot"}:  # fmt: skip
            found[index] = _SMALL[int(part)]
    return found
