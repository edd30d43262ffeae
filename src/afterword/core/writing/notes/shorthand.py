"""Figures and marks of thumbed notes written out: "4k", "40pct", "w/o", "->", "3x a week", "on the 10th"."""

import re
from collections.abc import Callable

from afterword.core.writing.notes.thumbed import written_out
from afterword.core.writing.notes.when import ordinal
from afterword.core.writing.words.lexicon import everyday, known

_DAY = r"mon(?:day)?|tues?(?:day)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?"
_FULL = {"mo": "Monday", "tu": "Tuesday", "we": "Wednesday", "th": "Thursday", "fr": "Friday"}
_MON = r"jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
_ORDINAL = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "6th": "sixth"}
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
_TIMES = {"1": "once", "2": "twice", "3": "three times", "4": "four times", "5": "five times"}
_GROWN = {"2": "doubled", "3": "tripled", "4": "quadrupled"}
_TO_VERBS = r"want|wants|wanted|asked me|me|need|needs|needed|going|how|like|likes|plan|plans|trying|tries|hope|hopes|able|ready|happy|keen|have|has|had|what|where|when|used"
_UNITS = r"yrs?|wks?|hrs?|mins?|mths?|mos|days?|weeks?|months?|years?|ppl|people|qtrs?|pgs?|pages?"


def _thousands(match: "re.Match[str]") -> str:
    """ "4k" is 4,000 and "3.5k" 3,500; a unit that already says thousands stays."""
    amount = float(match[2]) * 1000
    return f"{match[1]}{int(amount):,}" if amount == int(amount) else match[0]


def _placed(match: "re.Match[str]") -> str:
    """ "automate 1st" is "automate first"; "June 1st" is a date."""
    dated = re.search(rf"{_MONTH}\s+$", match.string[: match.start()], re.I)
    return match[0] if dated else _ORDINAL[match[1] + match[2].lower()]


def _minutes(match: "re.Match[str]") -> str:
    return f"{match[1]}-minute {match[2]}"


def _days(match: "re.Match[str]") -> str:
    return f"between the {match[1]} and the {match[2]}"


def _multiplied(match: "re.Match[str]") -> str:
    """ "tested x3" is three times; "new stores x4" counts the stores, and the count goes."""
    plural = match.string[: match.start()].rstrip().endswith("s")
    return "" if plural and match[1] else _TIMES[match[1] or match[2]]


_TITLES = {
    "prof": "Professor",
    "professor": "Professor",
    "dr": "Dr",
    "mr": "Mr",
    "mrs": "Mrs",
    "ms": "Ms",
    "coach": "Coach",
}


def _titled(match: "re.Match[str]") -> str:
    """ "prof lund" is Professor Lund; "coach teams" stays."""
    title, name = _TITLES[match[1].lower()], match[2]
    return match[0] if not name.islower() or everyday(name) or known(name) else f"{title} {name.capitalize()}"


_RULES: tuple[tuple[str, str | Callable[["re.Match[str]"], str]], ...] = (
    (r"(?<![\w.,])\.(?=\d)", "0."),
    (r"\b(prof|professor|dr|mr|mrs|ms|coach)\.? ([a-z][a-z'-]+)\b", _titled),
    (r"(?<![->\s])\s*>\s*(?=[$€£]?\d)", " over "),
    (rf"\b(goes out|go out|due|paid|filed|closes|close|out) (?=\d{{1,2}}(?:st|nd|rd|th)\b(?! (?:of )?(?:{_MON})))", r"\1 on the "),
    (r"\b(usage|driver|risk|rule|rules|cloud|value|activity|project|paper|zero|trip|time|web|home|broad|evidence|cash|formula) based (?=[a-z])", r"\1-based "),
    (r"\bhome (made|grown) (?=[a-z])", r"home-\1 "),
    (r"\b([a-z]+\d+|netsuite|workday|sage|kyriba|dynamics|epic) go live\b", r"\1 go-live"),
    (r"\b(?:on |between )?(?:the )?(\d{1,2}(?:st|nd|rd|th))\s*(?:-|to|/|and|\s)\s*(?:the )?(\d{1,2}(?:st|nd|rd|th))\b", _days),
    (rf"\b(by|on|until|til|till|before|after|from|since) (?=\d{{1,2}}(?:st|nd|rd|th)\b(?! (?:of )?(?:{_MON})))", r"\1 the "),
    (r"\bwd ?-?(\d{1,2})\b", r"working day \1"),
    (r"\b(by|on|at|to|from|is|now|in|around|about|until) d\+?(\d{1,2})\b", r"\1 day \2"),
    (rf"\b({_MON}) ?- ?({_MON})\b", r"\1 to \2"),
    (r"\b(\d{1,2}(?::\d\d)?) ([ap])\.?m\b\.?", r"\1\2m"),
    (r"(\d) ?mi\b(?!\.)", r"\1 miles"),
    (r"(\d) ?([kmgt])b\b", lambda m: f"{m[1]} {m[2].upper()}B"),
    (r"\b(every|each|last|past|next|over|for|within|after|about) ([2-9]|\d\d) (yr|mth|wk|hr|qtr)\b", r"\1 \2 \3s"),
    (r"(?<![\d.])1 (?:hr|hour)s?\b", "1 hour"),
    (r"\btake home (?=test|task|exercise|case)", "take-home "),
    (r"(?<=\d)\s*%|(?<=\d)\s*(?:pct|percent|per cent)\b|(?<=\d)\s+pc\b", "%"),
    (r"(\d)(yoy|ish)\b", r"\1 \2"),
    (r"(?<![\w.])([$€£]?)(\d{1,3}(?:\.\d)?)k\b(?![.\w])", _thousands),
    (r"(\d)\s*(bn|mn|mio|mil)\b", lambda m: m[1] + {"bn": " billion"}.get(m[2].lower(), " million")),
    (r"(?<![$€£\d.])(\d[\d.,]*)m\b(?! ?(?:high|wide|long|tall|deep))", r"\1 million"),
    (rf"(\d)({_UNITS})\b", r"\1 \2"),
    (r"\b(\d+) ?mins? (ones?|calls?|meetings?|slots?|chats?|updates?|reviews?|stand-?ups?|demos?|tests?|video|interview)\b", _minutes),
    (rf"\b({_DAY})\s*-\s*({_DAY})\b", lambda m: f"{_FULL[m[1][:2].lower()]} to {_FULL[m[2][:2].lower()]}"),
    (r"\bw/c\b", "the week of"),
    (r"\b(tomorrow|tmrw|tmr) (\d{1,2})(?=$|[.,;])", r"\1 at \2"),
    (r"\b(hear|hears|reply|decision|decides?|decided|answer|know|back|news|tells? me|offers?) by (?:the )?(\d{1,2})(?=$|[.,;])", lambda m: f"{m[1]} by the {ordinal(int(m[2]))}"),
    (r"\b(by|before|until|till|at|from) end (?:of )?(?=20\d\d\b|fy ?\d\d\b|q[1-4]\b|(?:the )?(?:year|month|quarter)\b|january\b|february\b|march\b|april\b|may\b|june\b|july\b|august\b|september\b|october\b|november\b|december\b|jan\b|feb\b|mar\b|apr\b|jun\b|jul\b|aug\b|sept?\b|oct\b|nov\b|dec\b)", r"\1 the end of "),
    (r"\bend of (year|month|quarter)\b", r"the end of the \1"),
    (r"\b(?:a |the )the end of the\b", "the end of the"),
    (r"\bschedule ([a-h]|k)\b(?! ?-)", lambda m: f"Schedule {m[1].upper()}"),
    (r"\bp o(s?)\b(?! box)", r"PO\1"),
    (r"\bmin/max(?: levels?)?\b", "min-max levels"),
    (r"\bw/(?:o|out)\b", "without"),
    (r"\bw/\s*", "with "),
    (r"\bb/c\b", "because"),
    (r"\b(\d[\d.,]*)\s*->\s*(\d)", r"from \1 to \2"),
    (r"\s*->\s*", " to "),
    (r"\s*=\s*", " = "),
    (r"(?<![\w.])([$€£]?\d[\d.,]*)\+(?=\s)", r"more than \1"),
    (r"(?<=\w)\s*\+\s*(?=\w)|(?<=\s)&(?=\s)", " and "),
    (r"~\s*(?=\d)", "about "),
    (r"(?<=\s)@(?=\s)", "at"),
    (r"[@#~>+]", " "),
    (r"(?<=\w)/mo\b", " a month"),
    (r"(?<=\w)/hr\b", " an hour"),
    (r"(?<=\w)/(month|week|day|year|yr|wk|mth|qtr|quarter|term)\b", r" a \1"),
    (r"\b([1-5])\s?x (?=(?:a|per|each|every) )", lambda m: _TIMES[m[1]] + " "),
    (r"(?<=[a-z] )([2-4])x (?=(?:in|since|over|this|last) )", lambda m: _GROWN[m[1]] + " "),
    (r"(?<=[a-z] )(?:x ?([2-5])|([2-5]) ?x)(?=$|[.,;])", _multiplied),
    (r"\b(?:twice) (?:per) ", "twice a "),
    (r"(?<![\d$€£#.,-])([1-9])(\d{3}) (?=[a-z]+s\b|staff\b|people\b)(?!(?<=19\d\d )|(?<=20\d\d ))", r"\1,\2 "),
    (r"\b(moving|going|switching|migrating|off|from)( [\w&-]+){1,3} 2 (?=[A-Za-z])(?!(?:million|billion|thousand|days|weeks|months|years|people)\b)", lambda m: m[0][:-2] + "to "),
    (rf"\b({_TO_VERBS}) 2 (?=[a-z])(?!(?:of|more|days?|weeks?|months?|years?|people|new)\b)(?![a-z]+s\b)", r"\1 to "),
    (r"\b(looking|waiting|ready|paid|responsible|ask(?:ed)?) 4 (?=[a-z])", r"\1 for "),
    (r"\b([1-6])(st|nd|rd|th) (?=interview|round|stage|meeting|quarter|year|week|month|thing|question|call|page|draft|time|chat|mtg|intv?w?|visit|person|gen|generation|line|shift|floor|site|store|one|try|attempt|party|half|tier|class|day|close|audit|version|look|warehouse|plant)\b", lambda m: _ORDINAL[m[1] + m[2].lower()] + " "),
    (r"(?<!the )(?:(?<=\s)|^)([1-6])(st|nd|rd|th)\b(?=$|[.,;?!])", _placed),
    (r"\b(in|about|at|for|takes?|only) like (?=\d|a |ten|two|three|four|five|six)", r"\1 "),
    (r"\b1x (?:a|per) ", "once a "),
    (r"\bdue (?:the )?(\d{1,2})(st|nd|rd|th)\b", r"due on the \1\2"),
    (r"(?<=\d(?:st|nd|rd|th) of )month\b", "the month"),
    (r"(?<=[a-z\d]) (\d{1,2}(?::\d\d)? ?[ap]m)\b", r" at \1"),
    (r"\b(at|by|before|after|until|till|from|to|and|the|a|an|our|their|about|around) at (?=\d)", r"\1 "),
    (r"(?<=[a-z]) \d{1,2}/\d{1,2}(?:/\d{2,4})?(?=$|[ .,;])", ""),
    (r"\b(ohio|miami|indiana|boston|penn|iowa|kansas|texas|utah|drake|emory|duke|rice|brown) u\b(?! of)", r"\1 University"),
    (r"\bcam (?=rec|reconciliation|charge|estimate|pool|billing)", "CAM "),
    (r"\bk-?1(s?)\b", r"K-1\1"),
    (r"\bw-?2(s?)\b", r"W-2\1"),
    (r"\b(mid) (month|year|week|quarter|season)\b", r"\1-\2"),
    (rf"\b({_DAY}) (?=\d{{1,2}}(?::\d\d)? ?[ap]m\b)", lambda m: _FULL[m[1][:2].lower()] + " "),
    (r"\bdbs (?=check|clearance|form)", "DBS "),
    (r"\brev rec\b", "revenue recognition"),
    (r"\bag loans?\b", lambda m: "agricultural" + m[0][2:]),
    (r"\b(each|every) ([\w-]+(?: [\w-]+)?) (has|wants|keeps|uses|runs|does) own ", r"\1 \2 \3 its own "),
    (r"\b(the|their|his|her|our) (owner|manager|founder|controller|director|boss|company|client|customer|auditor|board|ceo|cfo|partner)s (desk|laptop|head|office|name|spreadsheet|inbox|computer|shoulders|plate|phone|book|notebook|drawer)\b", r"\1 \2's \3"),
    (r"\b(one|every|each|another|any) (person|man|woman|manager|client|customer|site|store|branch|guy|lady)s (?=[a-z]+ ?(?:$|[.,;]|[a-z]))(?!(?:is|are|was|were|in|on|at|of|by|for|and|or)\b)", r"\1 \2's "),
    (r"\b(team (?:of )?\d+ in [A-Za-z]+(?: [a-z]+)?),? (?:and )?(\d+) in (?=[a-z])", r"\1 and \2 in "),
    (r"\bteam (\d+)\b(?! ?(?:st|nd|rd|th|months?|weeks?|years?|days?|hours?))", r"team of \1"),
    (r"\bfy ?(\d\d)\b", lambda m: "FY" + m[1]),
    (r"\bq([1-4])\b", lambda m: "Q" + m[1]),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.I), to) for pattern, to in _RULES)


def spelled(text: str) -> str:
    """A clean fragment with its figures and marks in words a sentence can hold."""
    text = written_out(text)
    for pattern, to in _COMPILED:
        text = pattern.sub(to, text)
    return text
