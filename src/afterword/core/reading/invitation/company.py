"""The company an invitation is about, with the words that decided. The user confirms it."""

import re
from collections.abc import Iterable, Iterator

from afterword.core.reading.invitation.named import names_people
from afterword.core.reading.invitation.names import company_words
from afterword.core.reading.invitation.people import YOUR_OWN, on_domain
from afterword.core.reading.invitation.roles import names_a_role
from afterword.core.reading.invitation.values import Guess, PersonRead

_WORD = r"[A-ZÀ-ÖØ-Þ0-9&][\w&'’./+-]*"
_PHRASE = rf"{_WORD}(?: (?:{_WORD}|of|and|the|for|de))*"
_AT = re.compile(rf"(?:\bat|@|\bwith|\bfrom|\bjoin(?:ing)?)\s+(?P<name>{_PHRASE})")
_HOUSE = re.compile(rf"(?:\bat|@|\bjoin(?:ing)?)\s+(?P<name>{_WORD}(?: {_WORD}){{0,3}})")
_PIECE = re.compile(r"\s*(?:[|–—:()\[\]]|//?|\s-\s|<>|\bx\b)\s*")
_CHATTER = re.compile(
    r"\b(?:interviews?|invitation|invite|meeting|call|chat|conversation|discussion|screen(?:ing)?|phone|video|zoom|teams|google meet"
    r"|on-?site|virtual|remote|first|1st|second|2nd|third|3rd|final|round|stage|step|panel|technical|hr|intro(?:ductory|duction)?"
    r"|updated|confirmed|confirmation|cancell?ed|re|fwd|fw|aw|with|for|and|the|your|candidate|follow[- ]up|catch[- ]up|part|hiring manager|recruiter|team|minutes?|min|position|role|opportunity)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\d|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\w*\b", re.IGNORECASE
)
_LEGAL = re.compile(
    r",?\s+(?:inc|llc|llp|ltd|limited|plc|corp|corporation|co|company|gmbh|ag|group|holdings)\.?$",
    re.IGNORECASE,
)


def guess_company(summary: str, description: str, people: Iterable[PersonRead]) -> Guess | None:
    """The company: the words that spell a guest's mail domain, else those the title gives, else the domain."""
    domains = tuple(dict.fromkeys(_domain_names(people)))
    text = f"{summary}\n{description[:4000]}"
    named = _in_title(summary, people)
    for label, domain in domains:
        if spelt := _spelling(label, text):
            fuller = named if named and _holds(named.text, spelt) else None
            return fuller or Guess(spelt, f"{spelt} ({domain})")
    if named:
        return named
    if domains:
        label, domain = domains[0]
        return Guess(_spaced(label), domain)
    found = _AT.search(description[:4000])
    name = found["name"].strip(" .,") if found else ""
    return Guess(name, _said(found[0])) if found and _is_company(name, people) else None


def houses(text: str, people: Iterable[PersonRead]) -> frozenset[str]:
    """Names of companies as domains spell them: of the guests' domains, and what the text says somebody is "at"."""
    said = {re.sub(r"[^a-z0-9]", "", found["name"].casefold()) for found in _HOUSE.finditer(text[:4000])}
    return frozenset({re.sub(r"[^a-z0-9]", "", label) for label, _ in _domain_names(people)} | said)


def _domain_names(people: Iterable[PersonRead]) -> Iterator[tuple[str, str]]:
    for person in people:
        if not person.email or person.why == YOUR_OWN:
            continue
        if on_domain(person.email, "free_mail") or on_domain(person.email, "systems"):
            continue
        parts = person.email.partition("@")[2].split(".")
        second = (
            len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in {"co", "com", "org", "ac", "net", "gov"}
        )
        place = -3 if second else -2
        if len(parts) >= -place and parts[place] not in {"mail", "email"}:
            yield parts[place], ".".join(parts[place:])


def _spelling(label: str, text: str) -> str:
    """The words of the text that, run together, are the domain's name ("Fenwick Paper" for fenwickpaper)."""
    wanted = re.sub(r"[^a-z0-9]", "", label)
    words = list(re.finditer(r"[\w&'’.-]+", text))
    for ampersand in ("", "and"):
        for start in range(len(words)):
            end = _run_together(words, start, wanted, ampersand)
            if end is None:
                continue
            spelt = text[words[start].start() : words[end].end()].strip(".'’-")
            if "\n" not in spelt and "." not in spelt and spelt[:1].isupper():
                return _with_legal_form(spelt, text[words[end].end() :])
    return ""


def _spaced(label: str) -> str:
    """A domain's name with its words apart where that is plain: "Fenwick Paper" for fenwickpaper and fenwick-paper."""
    ending = max((one for one in company_words() if label.endswith(one)), key=len, default="")
    before = label.removesuffix(ending).rstrip("-")
    apart = f"{before} {ending}" if len(ending) > 3 and len(before) > 3 else label
    return apart.replace("-", " ").title()


def _run_together(words: list[re.Match[str]], start: int, wanted: str, ampersand: str) -> int | None:
    """The last word of the run from ``start`` that spells ``wanted``, or None."""
    squashed = ""
    for end in range(start, min(start + 6, len(words))):
        squashed += re.sub(r"[^a-z0-9]", "", words[end][0].casefold().replace("&", ampersand))
        if squashed == wanted:
            return end
        if not wanted.startswith(squashed):
            return None
    return None


def _holds(longer: str, words: str) -> bool:
    return f" {words.casefold()} " in f" {longer.casefold()} "


def _with_legal_form(spelt: str, after: str) -> str:
    found = re.match(r",?\s+(?:Inc|LLC|LLP|Ltd|Limited|plc|Corp|GmbH|AG)\b\.?", after)
    return spelt + found[0].rstrip(".") if found else spelt


def _in_title(summary: str, people: Iterable[PersonRead]) -> Guess | None:
    people = tuple(people)
    for found in _AT.finditer(summary):
        name = re.split(r" for (?:the )?", found["name"])[0].strip(" .,")
        if _is_company(name, people):
            return Guess(name, _said(found[0]))
    pieces = [piece for piece in _PIECE.split(summary) if piece.strip()]
    sure = re.search(r"interview|screen", summary, re.IGNORECASE)
    likely = re.search(r"call|chat|conversation|round|on-?site", summary, re.IGNORECASE)
    if len(pieces) < 2 or not (sure or (likely and not any(_domain_names(people)))):
        return None
    for piece in pieces:
        rest = " ".join(_CHATTER.sub(" ", piece).split()).strip(" -–—:|()")
        if rest == " ".join(piece.split()) and re.fullmatch(_PHRASE, rest) and _is_company(rest, people):
            return Guess(rest, _said(summary))
    return None


def _is_company(name: str, people: Iterable[PersonRead]) -> bool:
    bare = _LEGAL.sub("", name)
    if _CLOCK.match(bare):
        return False
    if (
        len(bare) < 2
        or len(bare) > 60
        or names_people(bare)
        or names_a_role(bare)
        or not _CHATTER.sub(" ", bare).strip()
    ):
        return False
    persons = (one for one in people if one.likely_interviewer or one.why == YOUR_OWN)
    parts = {part.casefold() for one in persons for part in (one.name or one.suggested_name).split()}
    return not {word.casefold() for word in bare.split()} & parts


def _said(words: str) -> str:
    return " ".join(words.split())[:160]
