"""A résumé in JSON Resume form (jsonresume.org), read into the candidate's profile."""

import json
import re
from dataclasses import dataclass

from afterword.core.errors import BadInput
from afterword.core.facts import Candidate, Employment, School
from afterword.core.findings import Finding
from afterword.core.reading.decode import decode
from afterword.core.reading.loose import Noted, Record, first_words, items, record, texts, words

MAX_BYTES = 1_000_000
MAX_ENTRIES = 200
MAX_WORDS = 1_000
_DATE = re.compile(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?(?:-\d\d)?")


@dataclass(frozen=True, slots=True)
class ResumeReading:
    """The profile a résumé gives, and what to look at."""

    candidate: Candidate
    findings: tuple[Finding, ...] = ()


def read_resume(data: bytes) -> ResumeReading:
    """Read a JSON Resume file. Raises BadInput when it is too large, no JSON (naming the line) or no résumé."""
    if len(data) > MAX_BYTES:
        raise BadInput("The résumé file is larger than 1 MB.")
    source = record(_parsed(decode(data).text))
    noted = Noted()
    basics = record(source.get("basics"))
    if not basics and not source.get("work") and not source.get("education"):
        raise BadInput(
            "This is no JSON Resume: it has neither basics, work nor education (see jsonresume.org/schema)."
        )
    if not words(basics.get("name")):
        noted.warn("resume.unnamed", "The résumé does not say your name (basics.name).")
    work = [record(item) for item in items(source.get("work"))[:MAX_ENTRIES]]
    candidate = Candidate(
        name=_short(basics.get("name")),
        headline=_short(basics.get("label")),
        email=_short(basics.get("email")),
        phone=_short(basics.get("phone")),
        link=_link(basics),
        strengths=_strengths(source),
        achievements=_achievements(work),
        employers=tuple(job for item in work if (job := _job(item, noted))),
        schools=_schools(source, noted),
        certificates=_named(source, "certificates", "name"),
    )
    return ResumeReading(candidate, noted.findings())


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInput(
            f"The résumé is not valid JSON: {error.msg} in line {error.lineno}, column {error.colno}."
        ) from error
    except (RecursionError, ValueError) as error:
        raise BadInput(
            "The résumé is not valid JSON: it is nested too deeply or holds an endless number."
        ) from error


def _short(value: object) -> str:
    return words(value)[:MAX_WORDS]


def _link(basics: Record) -> str:
    """The LinkedIn page if it is named, else the person's own."""
    for item in items(basics.get("profiles")):
        profile = record(item)
        if words(profile.get("network")).casefold() == "linkedin" and _short(profile.get("url")):
            return _short(profile.get("url"))
    return _short(basics.get("url")) or _short(basics.get("website"))


def _strengths(source: Record) -> tuple[str, ...]:
    found: list[str] = []
    for item in items(source.get("skills"))[:MAX_ENTRIES]:
        skill = record(item)
        name = _short(skill.get("name")) or (_short(item) if not skill else "")
        found.extend([name] if name else texts(skill.get("keywords")))
    return tuple(dict.fromkeys(found))[:MAX_ENTRIES]


def _achievements(work: list[Record]) -> tuple[str, ...]:
    found = (text[:MAX_WORDS] for item in work for text in texts(item.get("highlights")))
    return tuple(dict.fromkeys(found))[:MAX_ENTRIES]


def _job(source: Record, noted: Noted) -> Employment | None:
    organisation, title = first_words(source, "name", "company"), first_words(source, "position", "title")
    if not (organisation or title):
        noted.warn("resume.job", "A job without employer and position was left out (work).")
        return None
    start, end = _date(source, "startDate", noted), _date(source, "endDate", noted)
    return Employment(
        organisation[:MAX_WORDS], title[:MAX_WORDS], start, end, _line(organisation, title, start, end)
    )


def _schools(source: Record, noted: Noted) -> tuple[School, ...]:
    found = []
    for item in items(source.get("education"))[:MAX_ENTRIES]:
        school = record(item)
        name = _short(school.get("institution"))
        if not name:
            noted.warn("resume.school", "A school without a name was left out (education).")
            continue
        degree = " ".join(
            part for part in (_short(school.get("studyType")), _short(school.get("area"))) if part
        )
        start, end = _date(school, "startDate", noted), _date(school, "endDate", noted)
        found.append(School(name, degree, start, end, _line(name, degree, start, end)))
    return tuple(found)


def _named(source: Record, field: str, name: str) -> tuple[str, ...]:
    entries = items(source.get(field))[:MAX_ENTRIES]
    return tuple(said for item in entries if (said := _short(record(item).get(name)) or _short(item)))


def _date(source: Record, field: str, noted: Noted) -> str:
    """YYYY or YYYY-MM; a present job's end and anything unreadable are ""."""
    said = words(source.get(field))
    found = _DATE.fullmatch(said[:10])
    if found:
        return f"{found[1]}-{found[2]}" if found[2] else found[1]
    if said and said.casefold() not in {"present", "now", "current"}:
        noted.note("resume.date", f"“{said[:40]}” is not a date like 2024-03 ({field}); it was left empty.")
    return ""


def _line(name: str, what: str, start: str, end: str) -> str:
    years = "–".join(part for part in (start[:4], end[:4]) if part)
    inside = ", ".join(part for part in (what, years) if part)
    return f"{name} ({inside})" if inside and name else name or inside
