"""Dictation: marks that were spoken become marks, sums that were spoken become figures.

Phones write "comma", "period" and "new line" out when they are said into a note. Most of these words are also words of
the trade ("trial period", "comma-separated file", "a quote from the vendor"), so each is read as a mark only where
nothing makes it a noun, and "period" and "dash" only in a note that shows other signs of having been spoken.
"""

import re

from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.words.numerals import TENS, UNITS

_NOUN_BEFORE = r"(?<!\ba )(?<!\bthe )(?<!\ban )(?<!\bthat )(?<!\bone )(?<!\bbig )(?<!\bno )(?<!\beach )(?<!\bevery )(?<!\bmissing )(?<!\bper )"
#: Spoken marks that are hardly ever anything else.
_CERTAIN: tuple[tuple["re.Pattern[str]", str], ...] = tuple(
    (re.compile(rf"[\s,.]*{_NOUN_BEFORE}\b(?:{words})\b[,.]?", re.I), mark)
    for words, mark in (
        (r"question mark(?! (?:over|on|about|around|hangs))", "?"),
        (r"exclamation (?:mark|point)", "."),
        (r"(?<!to )full stop", "."),
        (r"new ?line|new paragraph|next (?:line|paragraph)(?! (?:item|manager|of))|bullet point", "\n"),
        (r"semi ?-?colon", ";"),
        (r"comma(?!(?: |-)?(?:separated|delimited|file|files|splice|export|format))", ","),
    )
)
_QUOTED = re.compile(r"\b(?:open )?quote[,:]? (?P<words>[^\n]{2,120}?),? (?:unquote|end (?:of )?quote|close quote)\b", re.I)  # fmt: skip
_BRACKETED = re.compile(r"\bopen (?P<mark>bracket|parenthesis|paren)s? (?P<words>[^\n]{2,120}?) close (?P=mark)s?\b", re.I)  # fmt: skip
_FILLED = re.compile(r"\b(?:um+|uh+|erm+|hmm+)\b", re.I)
#: What a period is the period of; the second list leaves a stop possible where the line ends.
_PERIOD_OF = word_set("period_of")
_MAYBE_PERIOD_OF = word_set("period_perhaps_of")
_PERIOD = re.compile(
    r"(?P<before>[\w%$'-]+),? period\b[,.]?(?! (?:end|close|ends|costs?|cut-?off|start|over|of|locks?|is\b|was\b|are\b|runs?|in which|when|after|before|between|from|to)\b)",
    re.I,
)
_DASH = re.compile(rf"{_NOUN_BEFORE} dash (?=\w)(?!of |for |to |cam)", re.I)
_HYPHEN = re.compile(r"(?<=\w) hyphen (?=\w)", re.I)
_COLON = re.compile(r"(?<!the)(?<!\ba)(?<!his)(?<!her)(?<!my) colon\b(?! (?:cancer|screening|surgery))", re.I)
_LABEL = re.compile(r"^\s*(?:dictation|dictated|voice (?:note|memo)|transcript(?:ion)?)\s*[:,.-]\s*", re.I)
_TAKEN_BACK = re.compile(r"[^.\n?!;,]*\b(?:scratch that|strike that|no wait|correction)[\s,:.-]+(?=\w)", re.I)
_SIGNS = (
    (re.compile(r"(?<=\d) percent sign\b", re.I), "%"),
    (re.compile(r"\b(P|R|M|T|F ?P) (?:and|&) (L|D|A|E)\b"), lambda m: f"{m[1].replace(' ', '')}&{m[2]}"),
)  # fmt: skip


def undictated(text: str) -> str:
    """A text with its spoken marks as marks and its spoken sums in figures; a text that was typed comes back the same."""
    text = _LABEL.sub("", text)
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    text = _QUOTED.sub(lambda m: f'"{m["words"].strip()}"', text)
    marked = _BRACKETED.sub(lambda m: f"({m['words'].strip()})", text)
    for pattern, mark in _CERTAIN:
        marked = pattern.sub(mark + ("" if mark == "\n" else " "), marked)
    spoken = marked != text or any(p.search(text) for p in (_FILLED, _DASH)) or _ends_in_period(marked)
    if spoken:
        marked = _with_periods(marked)
        marked = _HYPHEN.sub("-", _DASH.sub(" - ", _COLON.sub(":", marked)))
        marked = _TAKEN_BACK.sub("", marked)
        marked = re.sub(r" +([,.?;])", r"\1", re.sub(r"(?:^|(?<=\n))[\s,;.]+", "", marked))
        marked = re.sub(r" {2,}", " ", marked)
    return in_figures(marked)


def _ends_in_period(text: str) -> bool:
    """Whether a note closes with the word as a mark, or holds it as one twice."""
    found = [m for m in _PERIOD.finditer(text) if not _noun(m)]
    return len(found) > 1 or (bool(found) and not text[found[-1].end() :].strip() and len(text.split()) > 4)


def _with_periods(text: str) -> str:
    """Every "period" that no word makes a noun becomes a stop."""
    return _PERIOD.sub(lambda m: m[0] if _noun(m) else m["before"] + ".", text)


_POINTED = {
    "the",
    "a",
    "an",
    "each",
    "every",
    "per",
    "in",
    "of",
    "my",
    "our",
    "their",
    "whole",
    "long",
    "short",
}


_EACH = {"every", "each", "a", "per", "this", "last", "next", "the"}
_NEXT_THOUGHT = re.compile(
    r"\s*(?:\n|$|(?:oh|so|and|um+|uh+|then|also|he|she|they|we|asked|wants|next|okay|ok|anyway)\b)", re.I
)


def _noun(match: "re.Match[str]") -> bool:
    before = match["before"].lower()
    if before in _PERIOD_OF or before not in _MAYBE_PERIOD_OF:
        return before in _PERIOD_OF
    closes = _NEXT_THOUGHT.match(match.string[match.end() :]) is not None
    front = match.string[: match.start()].lower().split()[-1:]
    if before in {"day", "week", "month", "year"} and front != [] and front[0] in _EACH:
        return False
    return not closes or bool(_POINTED & set(front))


_LARGE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_NUMBER_WORD = "|".join([*UNITS, *TENS, *_LARGE])
_SUM = re.compile(
    rf"(?P<said>\b(?:{_NUMBER_WORD})\b(?:(?: and |[ -])(?:{_NUMBER_WORD})\b)+)(?P<of> (?:dollars?|pounds?|euros?)\b)?",
    re.I,
)
_CURRENCY = {"dollar": "$", "pound": "£", "euro": "€"}


def in_figures(text: str) -> str:
    """ "four hundred and twenty vendors" with 420, "nine hundred thousand dollars" with $900,000; "two and three" stays."""
    return _SUM.sub(_figure, _NTH.sub(_nth, text))


_NTHS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"]  # fmt: skip
_ORDINALS = {word: number for number, word in enumerate(_NTHS, start=1)} | {
    "thirtieth": 30,
    "thirty first": 31,
}
_ORDINALS |= {f"twenty {word}": 20 + number for word, number in list(_ORDINALS.items())[:9]}
_NTH = re.compile(
    r"\b(?P<before>(?:mon|tues|wednes|thurs|fri|satur|sun)day the|(?:january|february|march|april|june|july|august|september|october|november|december)(?: the)?"
    rf"|(?:on|by) the) (?P<nth>{'|'.join(word.replace(' ', '[ -]') for word in reversed(list(_ORDINALS)))})\b"
    r"(?! (?:round|interview|stage|quarter|week|month|day|floor|time|year|half|working|business|of))",
    re.I,
)


def _nth(match: "re.Match[str]") -> str:
    """ "Tuesday the ninth" with 9th."""
    number = _ORDINALS[match["nth"].lower().replace("-", " ")]
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{match['before']} {number}{ending}"


def _figure(match: "re.Match[str]") -> str:
    words = re.split(r"[ -]", match["said"].lower())
    value = _value(words)
    if value is None:
        return match[0]
    if match["of"]:
        return f"{_CURRENCY[match['of'].strip().lower().removesuffix('s')]}{value:,}"
    if value >= 1_000_000 and value % 100_000 == 0:
        return f"{value / 1_000_000:g} million"
    return str(value) if 1900 <= value < 2100 and len(words) < 4 and "thousand" not in words else f"{value:,}"


def _value(words: list[str]) -> int | None:
    """The number that words say, None when they are more than one number ("two three", "nine to five")."""
    if len(words) in {2, 3} and words[0] in {"twenty", "nineteen"} and not {"and", *_LARGE} & set(words):
        year = _year(words)
        if year is not None:
            return year
    total, group, last = 0, 0, 1_000_000_000
    for index, word in enumerate(words):
        if word == "and":
            if words[index - 1] not in _LARGE:
                return None
            continue
        if word in _LARGE:
            if word == "hundred" and 0 < group < 20:
                group, last = group * 100, 100
            elif group and word != "hundred":
                total, group, last = total + group * _LARGE[word], 0, 1_000_000_000
            else:
                return None
            continue
        number = UNITS.get(word, TENS.get(word, 0))
        if number >= last or (number >= 10 and last <= 90):
            return None
        group, last = group + number, (10 if number >= 20 else 1)
    return total + group


def _year(words: list[str]) -> int | None:
    """ "twenty nineteen", "twenty twenty six", "nineteen ninety eight"."""
    rest = sum(UNITS.get(w, TENS.get(w, 0)) for w in words[1:])
    if words[1] not in TENS and UNITS.get(words[1], 0) < 10:
        return None
    if len(words) == 3 and (words[1] not in TENS or not 0 < UNITS.get(words[2], 0) < 10):
        return None
    return (2000 if words[0] == "twenty" else 1900) + rest
