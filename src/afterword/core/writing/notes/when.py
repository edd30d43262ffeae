"""When something is to happen, as notes say it and as a sentence says it: "fri 20" -> "on Friday the 20th"."""

import re

from afterword.core.writing.words.numerals import words_between

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)(?![a-z])"
)
_NTH = r"(?:\d{1,2}(?:st|nd|rd|th)?(?!\d)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_DATE = rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} (?:the )?{_NTH})(?:,? 20\d\d)?"
_FEAST = r"(?:(?:the )?holidays?|Thanksgiving|Christmas|New Year(?:'s)?|Easter|the new year|(?:the )?(?:year|month|quarter)[- ]end|the end of (?:the |this |next )?\w+)"
_MANY = r"(?:about )?(?:a|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?: or (?:two|three|\d))?"
_WEEK = rf"(?:the )?(?:week (?:of|commencing|beginning)(?: the)? (?:{_DATE}|\d{{1,2}}(?:st|nd|rd|th)?)|(?:first|second|third|last) week (?:of|in) (?:{_MONTH}|the month|the year))"
_SPAN = (
    rf"(?:{_WEEK}|(?:early|mid|late)(?: in|-)? ?{_MONTH}|(?:the )?(?:next|this|following|same) (?:week|month|day|{_DAY})"
    rf"|(?:within|in|after) {_MANY} (?:working |business )?(?:days?|weeks?|months?|hours?)|{_DAY} week|(?:the )?(?:{_DAY}|week) after next|tomorrow|the day after)"
)
_CLOCK = words_between(1, 12)
_HOUR = rf"(?:(?:\d{{1,2}}(?::\d\d)?|{'|'.join(_CLOCK)}) ?(?:[apAP]\.?[mM]\.?|o'clock)|noon|midday)"
_ON = r"(?:by|on|before|after|until|around|from|in|during|at|for)"
_WEEKDAY = rf"(?:{_DAY}(?: (?:morning|afternoon|evening))?(?:,? (?:on )?(?:{_DATE}|(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?![\d:]| ?[ap]\.?m)))?)"
_SOME = rf"(?:{_SPAN}|{_WEEKDAY}|{_DATE}|{_FEAST}|the \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)|(?<!\d ){_MONTH}(?: 20\d\d)?)"
_WHEN = re.compile(
    rf"(?:^|(?<=\s)(?<!\bof ))(?:(?P<on>{_ON}) )?(?P<what>{_SOME})(?:,? (?P<tail>(?:before|after) {_FEAST}))?(?:,? (?:at )?(?P<hour>{_HOUR}))?(?=$|[\s,;.)])"
)
_LATER = re.compile(
    r"(?:within|in|after|next|this|tomorrow|the day after|the same|the following|the next)\b", re.I
)


def parted(text: str) -> tuple[str, str]:
    """What is to happen and when: ("second interview with the controller", "on Thursday"); "" where no time is told."""
    whens: list[str] = []

    def cut(match: "re.Match[str]") -> str:
        if len(whens) > 1 or (match["on"] == "for" and not re.match(_DAY, match["what"])):
            return match[0]
        whens.append(_told(match))
        return ""

    text = re.sub(rf"({_DAY}) ([ap])m\b", lambda m: f"{m[1]} {_HALVES[m[2]]}", text)
    rest = re.sub(r"\s+", " ", _WHEN.sub(cut, text)).strip(" ,;:=-")
    return rest, " ".join(whens)


def _told(match: "re.Match[str]") -> str:
    what, on = match["what"], match["on"] or ""
    if on == "for":
        on = "on"
    said = f"{_placed(what, on)}"
    if match["tail"]:
        said += ", " + re.sub(r"\b(before|after) (?=holiday)", r"\1 the ", match["tail"])
    return f"{said} at {_hour(match['hour'])}" if match["hour"] else said


def _placed(what: str, on: str) -> str:
    """A time with the preposition it needs."""
    what = _dated(what)
    kept = on if on in _KEPT else ""
    if re.match(r"(?:the )?(?:week|(?:first|second|third|last) week)\b", what):
        what = what if what.startswith("the ") else f"the {what}"
        return f"{kept or 'in'} {what}"
    if re.match(r"(?:early|mid|late)\b", what):
        return f"{kept or 'in'} " + re.sub(r"^(early|mid|late) in ", r"\1 ", what)
    if _LATER.match(what):
        return f"{kept} {what}".strip() if not re.match(r"(?:within|in|after)\b", what) else what
    bare = "on" if re.match(rf"{_DAY}|{_DATE}|the \d", what) else "in" if re.match(_MONTH, what) else "around"
    return f"{on or bare} " + re.sub(r"^holidays?$", "the holidays", what)


def _dated(what: str) -> str:
    """A weekday with its date, a bare number as an ordinal: "Friday the 20th", "Friday, 20 November"."""
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)", what):
        return f"the {what}"
    if re.match(r"(?:the )?week\b", what):
        return re.sub(r"(?<= )(?:the )?(\d{1,2})$", lambda m: f"the {ordinal(int(m[1]))}", what)
    found = re.fullmatch(
        rf"({_DAY}(?: (?:morning|afternoon|evening))?),? (?:on )?(?!morning|afternoon|evening|week|after)(.+)",
        what,
    )
    if found is None:
        return what
    number = re.fullmatch(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)?", found[2])
    return f"{found[1]} the {ordinal(int(number[1]))}" if number else f"{found[1]}, {found[2]}"


_HALVES = {"a": "morning", "p": "afternoon"}
_KEPT = {"by", "before", "after", "until", "around", "from", "during"}


def _hour(text: str) -> str:
    """ "4pm", "four PM" -> "4 pm"."""
    told = re.sub(r"^[a-z]+(?= ?[apAP])", lambda m: str(_CLOCK.index(m[0]) + 1), text)
    return re.sub(r"\s*([ap])\.?m\.?$", lambda m: f" {m[1].lower()}m", told, flags=re.I)


def ordinal(number: int) -> str:
    """ "20th", "23rd", "1st"."""
    last = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 14 else last}"
