"""Headings that introduce people in a description: "Interviewers: Dana Wu, Controller", also with a list below."""

import re
from collections.abc import Iterator
from dataclasses import replace

from afterword.core.reading.invitation.names import Named, is_title, names_in

_MEET = r"(?:be )?(?:meet|speak|talk)(?:ing)?(?: with| to)?"
_LABEL = (
    r"(?:your |the |meet your )?(?:interviewers?|interview(?:er)? panel|panel(?:l?ists)?|panel interview|interview(?:ing)? team"
    r"|panel members|hiring managers?|(?:co-)?hosts?|(?:round|session|stage|slot) \d{1,2}|attendees|participants|who|with"
    r"|(?:meeting|interview|interviewing|speaking|call|conversation|chat)(?:ing)? with"
    rf"|(?:who )?you(?:'ll| will|’ll)? {_MEET}|who will you {_MEET})(?:\(s\)| names?)?"
)
#: A label with a colon, a dash or a question mark behind it, or alone on its line.
_HEADING = re.compile(
    rf"(?:^|\n|[.;] )\W{{0,5}}{_LABEL}(?:[^\n:.?]{{0,40}}[:?]|\s[–—-](?=\s)|(?=[ \t]*\n))[ \t]*(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
_TITLE_LINE = re.compile(
    r"\W{0,5}(?:interviewer )?(?:job )?title\s*:\s*(?P<title>[^\n]{2,80})", re.IGNORECASE
)
_BULLET = re.compile(r"^\s*(?:[-*•·–]|\d{1,2}[.)])?\s*")
_LABELLED = re.compile(r"^\s*[\w /()-]{2,40}:(?:\s|$)")
_UPPER = "A-ZÀ-ÖØ-Þ"
_TURNED = re.compile(rf"\s*(?P<last>[{_UPPER}][\w'’-]+), (?P<first>[{_UPPER}][\w'’-]+(?: [A-Z]\.?)?)\s*")
#: Lines below a heading that may still belong to it.
_BELOW = 30


def headed(description: str) -> Iterator[tuple[str, list[Named]]]:
    """Each heading with the words shown for it and whom it introduces, on its own line and below it."""
    for found in _HEADING.finditer(description):
        below = description[found.end() :].split("\n", _BELOW + 1)[1 : _BELOW + 1]
        names = list(names_in(_spread(found["rest"])))
        names += _listed(below, alone=not found["rest"].strip(), last=names[-1] if len(names) == 1 else None)
        yield found[0], _each_once(names)


def _listed(lines: list[str], *, alone: bool, last: Named | None) -> Iterator[Named]:
    """The names that begin the lines, and the titles on lines of their own, until a line is neither.

    An empty line ends the list, unless the heading is ``alone`` on its line. ``last`` is the only name of
    that line, whose title may follow.
    """
    for line in lines:
        entry = _BULLET.sub("", line, count=1)
        if not entry.strip() and alone:
            continue
        titled = _TITLE_LINE.match(line)
        names = list(names_in(_spread(entry)))
        if titled or (not names and is_title(entry) and not _LABELLED.match(line)):
            if last and not last.title:
                yield replace(last, title=(titled["title"] if titled else entry).strip())
            continue
        if _LABELLED.match(line) or not (names and entry.startswith(names[0].name.split()[0])):
            return
        last = names[-1]
        yield from names


def _each_once(names: list[Named]) -> list[Named]:
    """Every name once, as it was said last: with the title that followed it."""
    return list({one.name: one for one in names}.values())


def _spread(line: str) -> str:
    """Names behind "&", "+" or "/" stand apart like those behind a comma; "Wu, Dana; Lang, Petra" is turned."""
    turned = [_TURNED.fullmatch(part) for part in line.split(";")]
    if all(turned):
        return ", ".join(f"{one['first']} {one['last']}" for one in turned if one)
    return re.sub(rf"\s*[&/+]\s*(?=[{_UPPER}][\w'’-]+ )", ", ", line)
