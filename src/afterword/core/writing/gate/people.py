"""Names: the reader's, the company's and the writer's, as the record has them, and nobody called "he" to his face."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from afterword.core.facts import Person, PersonId
from afterword.core.findings import Finding, Severity, Span
from afterword.core.writing.gate.evidence import Evidence, unsigned
from afterword.core.writing.gate.reading import Reading
from afterword.core.writing.gate.stems import bare, fold, grounded, words
from afterword.core.writing.greeting import greeting_name, without_nickname
from afterword.core.writing.words.lexicon import known

_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Miss|Mx|Sir|Madam|Herr|Frau|Monsieur|Madame)\b\.?")
_TITLES = frozenset(
    {"dr", "prof", "professor", "doctor", "rev", "reverend", "hon", "mr", "mrs", "ms", "mx", "miss"}
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", re.UNICODE)
_NAME = re.compile(
    r"\b[A-ZÀ-Þ][\w'’.-]*(?: (?:&|and|of|[A-ZÀ-Þ][\w'’.-]*)(?= [A-ZÀ-Þ])| [A-ZÀ-Þ][\w'’.-]*)*", re.UNICODE
)
_COLLEAGUE = re.compile(
    r"\byour (?:new |former |own )?(?:\w+ )?(?:manager|controller|director|cfo|ceo|boss|colleague|assistant|predecessor|"
    r"successor|auditor|partner|treasurer|supervisor|lead)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:thank|meet|meeting|met|joined by|hello to|thanks to|regards to|work(?:ing)? (?:with|for)|introduced me to)"
    r" ([A-ZÀ-Þ][a-zß-ÿ]+)"
)
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b", re.IGNORECASE)


def greetings(person: Person, *, noted: str = "") -> tuple[str, ...]:
    """The forms a letter may greet this person by, the recorded one first.

    Without one: the first given name, further given names, the full name, and a recorded title with the rest.
    """
    name = unsigned(fold(person.name))
    plain = without_nickname(name)
    called = fold(greeting_name(person, noted=noted))
    forms = [called, *_forms_of(name), *_forms_of(plain)]
    if plain != name:
        forms += [f"{called} {last}" for last in plain.split()[-1:] if last != called]
    return tuple(dict.fromkeys(form for form in forms if form))


def _forms_of(name: str) -> list[str]:
    tokens = name.split()
    titles = [token for token in tokens if token.lower().strip(".") in _TITLES]
    plain = [token for token in tokens if token not in titles]
    forms = [f"{' '.join(titles)} {' '.join(plain[at:])}" for at in range(1, len(plain)) if titles]
    forms += [" ".join(plain[: at + 1]) for at in range(len(plain))]
    forms += [" ".join(plain[at:]) for at in (1,) if len(plain) == 2 and not plain[0].isascii()]
    return [*forms, " ".join(tokens)]


def check_greeting(reading: Reading) -> Iterator[Finding]:
    """The greeting names the reader as the record does; another person's name there stops the letter."""
    piece, person = reading.body.greeting, reading.evidence.person
    forms = () if person is None else greetings(person, noted=reading.evidence.called)
    if person is None or not forms:
        return
    if piece is None:
        yield Finding(
            "name.no_greeting", f"The letter does not greet {forms[0]}.", fixes=(f"Dear {forms[0]},",)
        )
        return
    address = fold(reading.body.address)
    if address in forms or not address:
        return
    if _honorific_only(address, person):
        yield Finding("name.honorific", "Mr and Ms are guesses; greet by name.", piece.span, forms[:2])
    elif bare(address) in {bare(form) for form in forms} or _near(address, forms):
        yield Finding("name.misspelt", f"The name is {forms[0]}.", piece.span, forms[:1], Severity.STOP)
    elif address.lower() in {"hiring manager", "hiring team", "sir or madam", "team", "all", "there"}:
        yield Finding("name.not_greeted", f"You know the name: {forms[0]}.", piece.span, forms[:1])
    else:
        yield Finding(
            "name.wrong_person", f"This letter goes to {person.name}.", piece.span, forms[:1], Severity.STOP
        )


def _honorific_only(address: str, person: Person) -> bool:
    found = _HONORIFIC.match(address)
    rest = address[found.end() :].strip() if found else ""
    return bool(rest) and rest in unsigned(fold(person.name))


def _near(address: str, forms: tuple[str, ...]) -> bool:
    return any(DamerauLevenshtein.normalized_similarity(bare(address), bare(form)) >= 0.75 for form in forms)


def check_honorifics(reading: Reading) -> Iterator[Finding]:
    """A Mr or Ms nobody recorded, anywhere below the greeting."""
    recorded = " ".join(f"{p.name} {p.greeting} {p.title}" for p in reading.evidence.case.interviewers)
    for piece in reading.sentences:
        for found in _HONORIFIC.finditer(piece.text):
            if found.group(1) not in recorded and f"{found.group()} " in piece.text:
                span = Span(piece.start + found.start(), piece.start + found.end())
                yield Finding("name.honorific", "Mr and Ms are guesses; use the name alone.", span)


def check_misspelt(reading: Reading) -> Iterator[Finding]:
    """A word that is nearly a recorded name, or that name without its accents."""
    recorded = _recorded(reading.evidence)
    right = {word for word, _ in recorded}
    for piece in reading.sentences:
        for found in _WORD.finditer(piece.text):
            word = fold(found.group())
            if word in right or not word[0].isupper():
                continue
            fix = _meant(word, recorded, reading.evidence)
            if fix:
                span = Span(piece.start + found.start(), piece.start + found.end())
                yield Finding("name.misspelt", f"The name is written {fix}.", span, (fix,), Severity.STOP)


def _recorded(evidence: Evidence) -> list[tuple[str, str]]:
    """Each word of a recorded name, with the kind of name it belongs to."""
    people = [
        (fold(w), "person") for p in evidence.case.interviewers for w in _WORD.findall(unsigned(p.name))
    ]
    company = [(fold(w), "company") for w in _WORD.findall(evidence.case.opportunity.company)]
    return [(word, kind) for word, kind in (*people, *company) if len(word) >= 3]


def _meant(word: str, recorded: list[tuple[str, str]], evidence: Evidence) -> str:
    """The recorded name a word was meant to be, or ""."""
    for name, _ in recorded:
        cased = name[0].isupper() and not name.isupper() and not word.isupper()
        if cased and bare(name) == bare(word) and name != word:
            return name
    if known(word.lower()) or grounded(word.lower(), evidence.known):
        return ""
    for name, _ in recorded:
        distance = DamerauLevenshtein.distance(bare(name), bare(word))
        if name[0].isupper() and len(name) >= 4 and 0 < distance <= (1 if len(name) < 8 else 2):
            return name
    return ""


def check_company(reading: Reading) -> Iterator[Finding]:
    """Another company where this one belongs ends a candidacy; leaving the name out is only noted."""
    evidence = reading.evidence
    company = fold(evidence.case.opportunity.company)
    if not company:
        return
    if company not in fold(reading.text) and company not in fold(reading.subject):
        yield Finding("name.company_missing", f"{company} is not named.", severity=Severity.NOTE)
    for piece in reading.sentences:
        for start, name in _wrong_companies(piece.text, evidence):
            span = Span(piece.start + start, piece.start + start + len(name))
            message = f"This letter is about {company}."
            yield Finding("name.wrong_company", message, span, (company,), Severity.STOP)


def _wrong_companies(sentence: str, evidence: Evidence) -> Iterator[tuple[int, str]]:
    """Where a sentence puts this role, or the writer's future, at another company."""
    ours = bare(evidence.case.opportunity.company)
    for found in _NAME.finditer(sentence):
        name, before = found.group().rstrip(".,'’"), bare(sentence[: found.start()]).rstrip()
        if ours in bare(name) or bare(name) in ours:
            continue
        role = bare(evidence.case.opportunity.role)
        here = bool(role) and before.endswith(
            tuple(f"{role}{end}" for end in (" role at", " position at", " at", " job at"))
        )
        if here or any(bare(name) == bare(other) for other in _other_companies(evidence)):
            yield found.start(), name


def _other_companies(evidence: Evidence) -> tuple[str, ...]:
    """Companies of earlier letters that are neither this one nor a place the candidate worked at."""
    ours = {bare(evidence.case.opportunity.company)} | {
        bare(j.organisation) for j in evidence.case.candidate.employers
    }
    earlier = (letter.company for letter in evidence.case.earlier)
    return tuple(name for name in dict.fromkeys(earlier) if name and bare(name) not in ours)


def check_signature(reading: Reading) -> Iterator[Finding]:
    """The letter is signed with the candidate's own name, accents kept."""
    name = unsigned(fold(reading.evidence.case.candidate.name))
    if not name:
        return
    signed = reading.body.signature
    if signed is None:
        yield Finding("name.unsigned", "The letter is not signed.", fixes=(name,))
    elif fold(signed.text) not in _signatures(name, fold(reading.evidence.case.candidate.name)):
        yield Finding("name.signature", f"Sign with your name: {name}.", signed.span, (name,))


def _signatures(name: str, recorded: str) -> frozenset[str]:
    """How one may sign: as recorded, without post-nominals, without or with the nickname alone, by the first name."""
    plain = without_nickname(name)
    nickname = greeting_name(Person(PersonId(""), name))
    last = plain.split()[-1:]
    return frozenset({name, recorded, plain, name.split()[0], nickname, " ".join([nickname, *last])})


def check_third_person(reading: Reading) -> Iterator[Finding]:
    """ "She told me" in a letter to her: the note was copied, not written to the reader."""
    others = {
        w for p in reading.evidence.case.interviewers if p != reading.evidence.person for w in words(p.name)
    }
    named = False
    for piece in reading.sentences:
        named = (
            named or bool(others & set(words(piece.text))) or _names_somebody(piece.text, reading.evidence)
        )
        for found in _PRONOUN.finditer(piece.text):
            if not named:
                span = Span(piece.start + found.start(), piece.start + found.end())
                yield Finding(
                    "person.third", "You are writing to this person: say “you”.", span, ("you", "your")
                )


def _names_somebody(sentence: str, evidence: Evidence) -> bool:
    """Somebody else is spoken of: "please thank Maria", "your controller"."""
    if _COLLEAGUE.search(sentence):
        return True
    mine = set(words(evidence.person.name)) if evidence.person else set()
    record = {word.lower() for word in mine} | evidence.record
    return any(found.group(1).lower() not in record for found in _SOMEBODY.finditer(sentence))
