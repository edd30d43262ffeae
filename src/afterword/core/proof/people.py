"""Names of people in a letter against the record: misspelt, wrong case, wrong person, wrong honorific, nobody known."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from afterword.core.findings import Finding, Severity, Span
from afterword.core.proof.distance import letters_apart, plain
from afterword.core.proof.lexicon import lexicon
from afterword.core.proof.record import Named, Record, words_in
from afterword.core.proof.spelling import bare, glossary
from afterword.core.proof.tokens import Kind, Token, straight
from afterword.core.proof.zones import TITLES, greeting_span, name_places

#: A name of so many letters may be two letters off and still be meant; shorter ones only one.
TWO_OFF = 6
_GROUPS = frozenset(
    [
        "team",
        "all",
        "everyone",
        "everybody",
        "both",
        "manager",
        "managers",
        "committee",
        "sir",
        "sirs",
        "madam",
        "recruiter",
        "recruiters",
        "folks",
        "friends",
        "there",
        "panel",
        "members",
        "member",
        "hiring",
        "department",
        "colleagues",
        "and",
        "interview",
        "interviewer",
        "interviewers",
        "group",
        "staff",
        "again",
        "ladies",
        "gentlemen",
        "hr",
        "the",
        "to",
        "whom",
        "it",
        "may",
        "concern",
        "selection",
        "search",
        "office",
        "talent",
        "people",
        "my",
        "dear",
        "human",
        "resources",
        "acquisition",
    ]
)
_CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_HONORIFICS = frozenset({"mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A text with what was worked out of it once: tokens, where names stand, which words are right as they are."""

    text: str
    tokens: tuple[Token, ...]
    places: frozenset[int]
    right: frozenset[str]
    record: Record


def setting_of(text: str, tokens: tuple[Token, ...], record: Record) -> Setting:
    """The setting of one check."""
    firms = (record.company, *record.own_employers, *record.other_companies, *record.names, record.role)
    right = {word for name in firms for word in words_in(name)} | record.terms
    right |= {part for person in (*record.everyone, *record.elsewhere) for part in _spellings(person)}
    return Setting(text, tokens, name_places(text, tokens), frozenset(right), record)


def _spellings(person: Named) -> Iterator[str]:
    """Each word of a name, and the halves of a double one."""
    for part in person.parts:
        yield part
        yield from part.split("-")


def name_findings(setting: Setting) -> Iterator[Finding]:
    """Everything that is wrong with a person's name in the letter."""
    greeted = frozenset(_greeted(setting))
    wrong = {number for number, _ in _not_the_one(setting, greeted)}
    for at, token in enumerate(setting.tokens):
        if token.kind is Kind.WORD and at not in wrong:
            finding = _spelt(setting, at)
            if finding is not None:
                yield finding
    yield from (finding for _, finding in _not_the_one(setting, greeted))
    yield from _honorifics(setting)


# ---------------------------------------------------------------- spelling


def _spelt(setting: Setting, at: int) -> Finding | None:
    """What is wrong with the spelling of the token ``at``, taken as a name of the record."""
    token = setting.tokens[at]
    word = straight(token.text)
    base = bare(word) if word.endswith(("'s", "'")) else word
    if base in setting.right or word in setting.right or len(base) < 2:
        return None
    span = Span(token.start, token.start + len(base))
    for person in setting.record.everyone:
        for part in dict.fromkeys(_spellings(person)):
            code = _fault(base, part, setting, at, person)
            if code == "name.misspelt" and _somebody_else(base, setting):
                continue
            if code:
                return _finding(code, _sentence(code, part, setting, person), span, part)
    for name in setting.record.names:
        for part in words_in(name):
            if code := _fault(base, part, setting, at, None):
                return _finding(code, f"The record spells it {part}.", span, part)
    return None


def _sentence(code: str, part: str, setting: Setting, person: Named) -> str:
    if person == setting.record.candidate:
        return f"Your name is spelt {part} on record."
    return f"It is written {part}." if code == "name.case" else f"The name is {part} ({person.name})."


def _fault(base: str, part: str, setting: Setting, at: int, person: Named | None) -> str:
    """The code of what turned ``part`` into ``base``; "" when ``base`` is another word."""
    if len(part) < 3:
        return ""
    in_context = _in_context(setting, at, person, part)
    ordinary = lexicon().known(base.lower()) or base.lower() in glossary()
    if plain(base) == plain(part):
        return "name.accent"
    if plain(base).lower() == plain(part).lower():
        return "" if (ordinary and not in_context) or _shouted(setting, at) else "name.case"
    if ordinary and not (in_context and base[:1].isupper()):
        return ""
    if not base[:1].isupper() and not in_context and len(part) < TWO_OFF:
        return ""
    return "name.misspelt" if _near(base, part) and base.lower() not in _CALENDAR else ""


def _near(base: str, part: str) -> bool:
    one, other = plain(base).lower(), plain(part).lower()
    if len(one) < 3 or one in _GROUPS or one in TITLES:
        return False
    return letters_apart(one, other) <= (2 if min(len(other), len(one)) >= TWO_OFF else 1)


def _in_context(setting: Setting, at: int, person: Named | None, part: str) -> bool:
    """Whether ``at`` stands where a name stands, or beside another part of this person's name."""
    beside = {straight(setting.tokens[n].text) for n in (at - 1, at + 1) if 0 <= n < len(setting.tokens)}
    if person is not None and beside & (set(person.parts) - {part}):
        return True
    return at in _greeted_or_titled(setting, at)


def _greeted_or_titled(setting: Setting, at: int) -> frozenset[int]:
    """``at`` when it stands in the greeting or right after a title, not merely in the signature."""
    greeting = greeting_span(setting.text)
    token = setting.tokens[at]
    if greeting is not None and greeting[0] <= token.start < greeting[1]:
        return frozenset({at})
    before = at - 2 if at and setting.tokens[at - 1].text == "." else at - 1
    return frozenset({at}) if before >= 0 and setting.tokens[before].low in TITLES else frozenset()


def _shouted(setting: Setting, at: int) -> bool:
    """Whether the whole line is in capitals."""
    token = setting.tokens[at]
    begin = setting.text.rfind("\n", 0, token.start) + 1
    end = setting.text.find("\n", token.end)
    line = setting.text[begin : end if end >= 0 else len(setting.text)]
    return line.isupper() and len(line.split()) > 1


def _somebody_else(base: str, setting: Setting) -> bool:
    """Whether ``base`` is the right name of somebody of another application."""
    return any(base in person.parts for person in setting.record.elsewhere)


# ---------------------------------------------------------------- the person greeted


def _greeted(setting: Setting) -> Iterator[int]:
    """The tokens of the greeting that name somebody."""
    span = greeting_span(setting.text)
    if span is None:
        return
    firm = {word.lower() for word in words_in(setting.record.company)}
    for at, token in enumerate(setting.tokens):
        if not span[0] <= token.start < span[1] or token.kind is not Kind.WORD:
            continue
        low = bare(token.low)
        if low in _GROUPS or low in TITLES or low in firm:
            continue
        if token.capital or not lexicon().known(low):
            yield at


def _not_the_one(setting: Setting, greeted: frozenset[int]) -> Iterator[tuple[int, Finding]]:
    """Greeted names that are nobody's, or another panel member's."""
    record = setting.record
    if record.to is None or not greeted:
        return
    numbers = sorted(greeted)
    if any(_is(setting.tokens[at].text, record.to, setting, at) for at in numbers):
        others = [
            at
            for at in numbers
            if not any(_is(setting.tokens[at].text, p, setting, at) for p in record.everyone)
        ]
        if " and " in _greeting(setting) or "&" in _greeting(setting):
            yield from ((at, _nobody(setting, at)) for at in others)
        return
    for at in numbers:
        other = next((p for p in record.people if _is(setting.tokens[at].text, p, setting, at)), None)
        yield at, (_other_person(setting, at, other) if other else _nobody(setting, at))


def _greeting(setting: Setting) -> str:
    span = greeting_span(setting.text)
    return setting.text[span[0] : span[1]] if span else ""


def _is(text: str, person: Named, setting: Setting, at: int) -> bool:
    """Whether ``text`` is a part of the person's name, rightly spelt or nearly, or a short form of it."""
    word = straight(text)
    parts = tuple(dict.fromkeys(_spellings(person)))
    if word in parts or any(_fault(word, part, setting, at, person) for part in parts):
        return True
    return any(_short_form(plain(word).lower(), plain(part).lower()) for part in parts)


def _short_form(word: str, name: str) -> bool:
    if word in _short_names().get(name, ()):
        return True
    return len(word) >= 3 and name.startswith(word) and len(name) - len(word) >= 3


@cache
def _short_names() -> dict[str, tuple[str, ...]]:
    lines = (files(__package__) / "data" / "short_names.txt").read_text("utf-8").splitlines()
    return {name: tuple(shorts) for name, *shorts in (line.split() for line in lines if line)}


def _other_person(setting: Setting, at: int, other: Named) -> Finding:
    assert setting.record.to is not None
    token, to = setting.tokens[at], setting.record.to
    message = f"This letter goes to {to.name}, but greets {other.name}."
    return _finding(
        "name.wrong_person", message, Span(token.start, token.end), _as_greeted(setting, at, other, to)
    )


def _nobody(setting: Setting, at: int) -> Finding:
    assert setting.record.to is not None
    token, to = setting.tokens[at], setting.record.to
    message = f"Nobody on record is called {token.text}; this letter goes to {to.name}."
    return _finding(
        "name.not_on_record", message, Span(token.start, token.end), _as_greeted(setting, at, None, to)
    )


def _as_greeted(setting: Setting, at: int, other: Named | None, to: Named) -> str:
    """The part of the addressee's name that belongs where ``at`` stands: the last name after a title."""
    if not to.parts:
        return to.name
    last = bool(_greeted_or_titled(setting, at)) and any(
        token.low in _HONORIFICS for token in setting.tokens[max(0, at - 2) : at]
    )
    if other is not None and len(other.parts) > 1 and setting.tokens[at].text == other.parts[-1]:
        last = True
    return to.parts[-1] if last else to.parts[0]


# ---------------------------------------------------------------- honorifics


def _honorifics(setting: Setting) -> Iterator[Finding]:
    """A title other than the one on record before a name."""
    tokens = setting.tokens
    for at, token in enumerate(tokens):
        if token.low not in _HONORIFICS or token.kind is not Kind.WORD:
            continue
        after = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text == "." else at + 1
        if after >= len(tokens):
            continue
        name = bare(straight(tokens[after].text))
        owners = [person for person in setting.record.everyone if name in tuple(_spellings(person))]
        wanted = {person.honorific for person in owners}
        if len(wanted) == 1 and (right := wanted.pop()) and right.lower() != _short_title(token.low):
            message = f"On record it is {right}. {name}."
            yield _finding("name.honorific", message, Span(token.start, token.end), right)


def _short_title(low: str) -> str:
    return "prof" if low == "professor" else low


def _finding(code: str, message: str, span: Span, fix: str) -> Finding:
    severity = Severity.WARNING if code == "name.accent" else Severity.STOP
    return Finding(code, message, span, (fix,), severity)
