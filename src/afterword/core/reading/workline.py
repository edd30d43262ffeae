"""One line of a working life, as people type it: "Rowan Dairy (staff accountant, 2021-2026)"."""

import re
from dataclasses import dataclass

from afterword.core.facts import Employment, School

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_POINT = rf"(?:{_MONTH}\s+)?(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?!\d))?"
_OPEN_END = r"present|now|today|current(?:ly)?|ongoing|to date"
_SPAN = re.compile(
    rf"(?:(?P<since>since|from)\s+)?(?P<start>{_POINT})"
    rf"(?:\s*(?:[-–—]|to|until|till|through)\s*(?P<end>{_POINT}|\d\d(?!\d)|{_OPEN_END})?)?\s*",
    re.IGNORECASE,
)
_TITLE_AT = re.compile(r"(?P<title>[^,(]+?)\s+(?:at|with|@)\s+(?P<organisation>.+)", re.IGNORECASE)
_BRACKETS = re.compile(r"(?P<before>[^(]*)\((?P<inside>[^()]*)\)\s*(?P<after>.*)")
_DASH = re.compile(r"\s+[-–—]\s+")
_OWN_BOSS = re.compile(r"^(?:freelance|self[- ]employed|independent|contract(?:or)?\b|sole\b)", re.IGNORECASE)
_DEGREE = re.compile(
    r"[ABMD]\.?(?:[A-Z]\.?){1,3}[a-z]*\b|(?i:[BM](?:Com|Sc|Acc|Ed|Eng|Bus|Phil|Acy|Admin|Tax)\b|LL[BM]\b|Ph\.?D|HN[CD]\b"
    r"|(?:associate|bachelor|master|doctor|diploma|certificate|degree|licen[cs]e|licenciatura|major|minor)\w*)"
)


@dataclass(frozen=True, slots=True)
class _Years:
    """A stretch of time cut out of a line, and the line without it."""

    start: str
    end: str
    rest: str


def employment(text: str) -> Employment:
    """Organisation, title and years of one job; work on one's own account has no organisation.

    ``text`` keeps the line as typed. What cannot be told apart stays in ``organisation``.
    """
    line = " ".join(text.split())
    years = _years(line)
    organisation, title = _organisation_and_title(years.rest)
    if _OWN_BOSS.match(organisation) and not title:
        organisation, title = "", organisation
    return Employment(organisation=organisation, title=title, start=years.start, end=years.end, text=line)


def school(text: str) -> School:
    """Name, degree and years of one school; a comma opens the degree only before a degree's word."""
    line = " ".join(text.split())
    years = _years(line)
    name, degree = _name_and_degree(years.rest)
    return School(name=name, degree=degree, start=years.start, end=years.end, text=line)


def _years(line: str) -> _Years:
    spans = [found for found in _SPAN.finditer(line) if _stands_alone(line, found)]
    if not spans:
        return _Years("", "", line)
    span = spans[-1]
    start, end = _month(span["start"]), _end(span["end"] or "", span["start"])
    if span["end"] is None and span["since"] is None and not re.search(r"[-–—]\s*$", span[0]):
        end = start
    return _Years(start, end, _tidy(line[: span.start()] + line[span.end() :]))


def _stands_alone(line: str, span: re.Match[str]) -> bool:
    before = line[: span.start()].rstrip()
    after = line[span.end() :].lstrip()
    return (not before or before[-1] in ",(;:–—-|") and (not after or after[0] in ",);|–—-")


def _month(point: str) -> str:
    year = re.search(r"(?:19|20)\d\d(?:-\d\d)?", point)
    name = point[:3].casefold()
    if year is None:
        return ""
    return f"{year[0]}-{_MONTHS.index(name) + 1:02}" if name in _MONTHS else year[0]


def _end(end: str, start: str) -> str:
    if re.fullmatch(r"\d\d", end):
        century = re.search(r"(?:19|20)(?=\d\d)", start)
        return f"{century[0] if century else '20'}{end}"
    return _month(end)


def _tidy(line: str) -> str:
    line = re.sub(r"[,;\s]+\)", ")", re.sub(r"\(\s*[,;]?\s*", "(", line))
    return re.sub(r"\s+", " ", line.replace("()", "")).strip(" ,;–—-|")


def _organisation_and_title(line: str) -> tuple[str, str]:
    if brackets := _BRACKETS.fullmatch(line):
        return brackets["before"].strip(" ,"), brackets["inside"].strip(" ,")
    if at := _TITLE_AT.fullmatch(line):
        return at["organisation"].strip(" ,"), at["title"].strip()
    for parts in (_DASH.split(line, maxsplit=1), re.split(r",\s*", line, maxsplit=1)):
        if len(parts) == 2 and not re.match(r"(?:inc|ltd|llc|llp|co|corp|plc)\b", parts[1], re.IGNORECASE):
            return parts[0].strip(), parts[1].strip()
    return line, ""


def _name_and_degree(line: str) -> tuple[str, str]:
    if brackets := _BRACKETS.fullmatch(line):
        return brackets["before"].strip(" ,"), brackets["inside"].strip(" ,")
    parts = line.split(", ")
    for place in range(1, len(parts)):
        if _DEGREE.match(parts[place]):
            return ", ".join(parts[:place]), ", ".join(parts[place:])
    if len(parts) > 1 and _DEGREE.match(parts[0]):
        return ", ".join(parts[1:]), parts[0]
    return line, ""
