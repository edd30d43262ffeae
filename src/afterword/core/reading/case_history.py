"""What has happened since the interview, as a case file's ``history`` tells it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from afterword.core.facts import (
    Call,
    CallResult,
    Decision,
    EarlierLetter,
    FactId,
    Happening,
    Interview,
    LetterKind,
    LetterSent,
    OpportunityId,
    Outcome,
    Override,
    Party,
    Person,
    PersonId,
    Promise,
    Reply,
    ReplyClass,
    Skipped,
    Touch,
    TouchKind,
)
from afterword.core.reading.loose import (
    Noted,
    Record,
    day,
    first_words,
    is_bare_day,
    items,
    moment,
    one_of,
    record,
    words,
)

History = tuple[Happening, ...]

OUTCOMES = {
    "pending": Outcome.NOT_YET,
    "waiting": Outcome.NOT_YET,
    "open": Outcome.NOT_YET,
    "none": Outcome.NOT_YET,
    "rejected": Outcome.REJECTION,
    "declined": Outcome.REJECTION,
    "offered": Outcome.OFFER,
    "next": Outcome.NEXT_ROUND,
    "advanced": Outcome.NEXT_ROUND,
    "withdrew": Outcome.WITHDRAWN,
    "withdrawal": Outcome.WITHDRAWN,
    "hired": Outcome.ACCEPTED,
    "ghosted": Outcome.NO_ANSWER,
    "silence": Outcome.NO_ANSWER,
}
LETTERS = {
    "thank_you_email": LetterKind.THANK_YOU,
    "thanks": LetterKind.THANK_YOU,
    "status_email": LetterKind.STATUS_CHECK,
    "check": LetterKind.STATUS_CHECK,
    "feedback": LetterKind.FEEDBACK_REQUEST,
    "linkedin_note": LetterKind.CONNECTION_NOTE,
    "linkedin": LetterKind.CONNECTION_NOTE,
}


@dataclass(frozen=True, slots=True)
class Told:
    """The case so far: what a history entry may refer to, and the zone of times without an offset."""

    opportunity: OpportunityId
    interview: Interview
    people: tuple[Person, ...]
    zone: ZoneInfo

    def person(self, said: str) -> PersonId | None:
        """Who is meant, by id or name; None for somebody not on record."""
        return next((known.id for known in self.people if said in {known.id, known.name}), None)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of the history with what every kind of entry has: an id and a time."""

    id: FactId
    at: datetime
    source: Record
    told: Told
    noted: Noted

    def somebody(self, *names: str) -> PersonId | None:
        """Whom the entry means by the first of these fields; nobody named means the only person there is."""
        said = first_words(self.source, *names)
        if not said and len(self.told.people) == 1:
            return self.told.people[0].id
        found = self.told.person(said)
        if found is None:
            self.noted.warn(
                "history.nobody",
                f"The history speaks of “{said}”, who is not on the list of people.",
                *(person.id for person in self.told.people),
            )
        return found


def read_history(value: object, *, told: Told, noted: Noted) -> History:
    """The readable entries in the order of the file; each unreadable one gives a finding."""
    read = []
    for place, item in enumerate(items(value), start=1):
        source = record(item)
        at = moment(source.get("at"), zone=told.zone)
        what = words(source.get("what"))
        reader = _READERS.get(what)
        if at is None or reader is None:
            untimed = f"no readable time (“{words(source.get('at'))}”)"
            fault = untimed if at is None else f"an unknown “what”: “{what}”"
            message = f"Entry {place} of the history was left out: it has {fault}."
            noted.warn("history.unreadable", message, *_READERS)
            continue
        if is_bare_day(words(source.get("at"))):
            noted.note("history.day", f"Entry {place} of the history names a day only; 17:00 is taken.")
        entry = _Entry(FactId(words(source.get("id")) or f"h{place}"), at, source, told, noted)
        if fact := reader(entry):
            read.append(fact)
    return tuple(read)


def read_earlier(value: object, *, told: Told, noted: Noted) -> tuple[EarlierLetter, ...]:
    """Letters already sent, with their text, so that the next one does not repeat them."""
    letters = []
    for item in items(value):
        source = record(item)
        person, body = told.person(first_words(source, "to")), source.get("body")
        if person and isinstance(body, str):
            letters.append(EarlierLetter(person, _letter(source, noted), body, words(source.get("company"))))
    return tuple(letters)


def ruling_promise(history: History, stated: Promise | None) -> Promise | None:
    """The latest dated promise of the employer; else what was said at the interview."""
    promises = [
        fact for fact in history if isinstance(fact, Promise) and fact.by is Party.EMPLOYER and fact.due
    ]
    if stated and stated.due:
        promises.insert(0, stated)
    return max(promises, key=lambda fact: fact.at, default=stated)


def _letter(source: Record, noted: Noted) -> LetterKind:
    return one_of(
        source.get("kind"),
        LetterKind,
        aliases=LETTERS,
        other=LetterKind.THANK_YOU,
        noted=noted,
        field="letter",
    )


def _letter_sent(entry: _Entry) -> LetterSent | None:
    to = entry.somebody("to", "person")
    if to is None:
        return None
    kind = _letter(entry.source, entry.noted)
    return LetterSent(entry.id, entry.at, kind, to, entry.told.opportunity, entry.told.interview.id)


def _reply(entry: _Entry) -> Reply:
    klass = one_of(
        entry.source.get("class"),
        ReplyClass,
        aliases={},
        other=ReplyClass.UNSURE,
        noted=entry.noted,
        field="class",
    )
    sender = entry.told.person(first_words(entry.source, "from"))
    text = words(entry.source.get("text"))
    returns = day(entry.source.get("returns"))
    return Reply(entry.id, entry.at, entry.told.opportunity, klass, sender, returns, text)


def _call(entry: _Entry) -> Call | None:
    to = entry.somebody("to", "person")
    if to is None:
        return None
    result = one_of(
        entry.source.get("result"),
        CallResult,
        aliases={},
        other=CallResult.NOT_YET,
        noted=entry.noted,
        field="result",
    )
    back = day(entry.source.get("check_back"))
    return Call(entry.id, entry.at, entry.told.opportunity, to, result, back, words(entry.source.get("note")))


def _outcome(entry: _Entry) -> Decision:
    outcome = one_of(
        entry.source.get("outcome"),
        Outcome,
        aliases=OUTCOMES,
        other=Outcome.NOT_YET,
        noted=entry.noted,
        field="outcome",
    )
    return Decision(entry.id, entry.at, entry.told.opportunity, outcome, words(entry.source.get("note")))


def _promise(entry: _Entry) -> Promise:
    by = one_of(
        entry.source.get("by"), Party, aliases={}, other=Party.EMPLOYER, noted=entry.noted, field="promise"
    )
    text, due = words(entry.source.get("text")), day(entry.source.get("due"))
    kept = entry.source.get("kept") is True
    return Promise(entry.id, entry.at, entry.told.opportunity, by, text, due, kept)


def _touch(entry: _Entry) -> Touch | None:
    person = entry.somebody("person", "to", "with")
    if person is None:
        return None
    kind = one_of(
        entry.source.get("kind"),
        TouchKind,
        aliases={},
        other=TouchKind.WROTE,
        noted=entry.noted,
        field="touch",
    )
    return Touch(entry.id, entry.at, person, kind, words(entry.source.get("note")))


def _override(entry: _Entry) -> Override | None:
    person, reason = entry.somebody("person", "to"), words(entry.source.get("reason"))
    return Override(entry.id, entry.at, entry.told.opportunity, person, reason) if person else None


def _skipped(entry: _Entry) -> Skipped:
    return Skipped(entry.id, entry.at, words(entry.source.get("step")), words(entry.source.get("reason")))


_READERS: dict[str, Callable[[_Entry], Happening | None]] = {
    "letter_sent": _letter_sent,
    "reply": _reply,
    "call": _call,
    "outcome": _outcome,
    "promise": _promise,
    "touch": _touch,
    "override": _override,
    "skipped": _skipped,
}
