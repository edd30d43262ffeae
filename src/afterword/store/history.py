"""Rows of the history to records: one table, whose columns mean for each kind of happening what stands here."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from afterword.core import facts as f
from afterword.store import models
from afterword.store.seen import Seen, records_of


def read_history(owner: str, seen: Seen, **where: object) -> Iterator[f.Happening]:
    """What has happened (not what was retracted), oldest first, narrowed by columns of the table."""
    columns = ("what", "id", "at", "opportunity", "interview", "person", "kind", "due", "text", "flag")
    rows = models.Happening.objects.filter(owner=owner, retracted_at=None, **where).order_by("at", "id")
    return records_of(rows, columns, _happening, seen=seen)


def _happening(what: str, *rest: Any) -> f.Happening:
    return _READ[what](*rest)


def _letter_sent(
    id_: f.FactId, at: datetime, opportunity: str, interview: str, person: str, kind: str, *_: object
) -> f.Happening:
    return f.LetterSent(
        id_,
        at,
        f.LetterKind(kind),
        f.PersonId(person),
        _maybe_opportunity(opportunity),
        _maybe_interview(interview),
    )


def _reply(
    id_: f.FactId, at: datetime, opportunity: f.OpportunityId, _i: str, person: str, kind: str, due: date | None,
    text: str, _flag: bool,
) -> f.Happening:  # fmt: skip
    return f.Reply(
        id_, at, opportunity, f.ReplyClass(kind), f.PersonId(person) if person else None, due, text
    )


def _call(
    id_: f.FactId, at: datetime, opportunity: f.OpportunityId, _i: str, person: str, kind: str, due: date | None,
    text: str, _flag: bool,
) -> f.Happening:  # fmt: skip
    return f.Call(id_, at, opportunity, f.PersonId(person), f.CallResult(kind), due, text)


def _decision(
    id_: f.FactId, at: datetime, opportunity: f.OpportunityId, _i: str, _p: str, kind: str, _due: date | None,
    text: str, _flag: bool,
) -> f.Happening:  # fmt: skip
    return f.Decision(id_, at, opportunity, f.Outcome(kind), text)


def _promise(
    id_: f.FactId, at: datetime, opportunity: f.OpportunityId, _i: str, _p: str, kind: str, due: date | None,
    text: str, flag: bool,
) -> f.Happening:  # fmt: skip
    return f.Promise(id_, at, opportunity, f.Party(kind), text, due, flag)


def _touch(
    id_: f.FactId,
    at: datetime,
    _o: str,
    _i: str,
    person: str,
    kind: str,
    _due: date | None,
    text: str,
    _flag: bool,
) -> f.Happening:
    return f.Touch(id_, at, f.PersonId(person), f.TouchKind(kind), text)


def _override(
    id_: f.FactId, at: datetime, opportunity: f.OpportunityId, _i: str, person: str, _kind: str, _due: date | None,
    text: str, _flag: bool,
) -> f.Happening:  # fmt: skip
    return f.Override(id_, at, opportunity, f.PersonId(person), text)


def _skipped(
    id_: f.FactId,
    at: datetime,
    _o: str,
    _i: str,
    _p: str,
    _kind: str,
    _due: date | None,
    text: str,
    _flag: bool,
) -> f.Happening:
    step, _, reason = text.partition("\n")
    return f.Skipped(id_, at, step, reason)


_READ: dict[str, Callable[..., f.Happening]] = {
    "letter_sent": _letter_sent,
    "reply": _reply,
    "call": _call,
    "decision": _decision,
    "promise": _promise,
    "touch": _touch,
    "override": _override,
    "skipped": _skipped,
}


def _maybe_opportunity(text: str) -> f.OpportunityId | None:
    return f.OpportunityId(text) if text else None


def _maybe_interview(text: str) -> f.InterviewId | None:
    return f.InterviewId(text) if text else None
