"""Letters from draft to logged as sent: rows to values, and every change of state as one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from afterword.core.errors import NotFound, Refused
from afterword.core.facts import LetterKind, LetterSent, PersonId
from afterword.core.handover.approval import Approval
from afterword.core.writing.letter import KeptOut, Letter, Sentence, SentenceSource, SourceFrom
from afterword.store import models, records


class LetterGone(NotFound):
    """There is no such letter."""


class AlreadySent(Refused):
    """The letter was logged as sent; it is never changed or sent again."""


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """A letter as the workspace keeps it; ``state`` is draft, approved, sent or held."""

    id: str
    letter: Letter
    opportunity: str
    interview: str
    check_number: int
    state: str
    drafted: str
    edited: bool
    kept_out: tuple[KeptOut, ...]
    approval: Approval | None
    message: bytes
    message_id: str
    sent_at: datetime | None
    held_why: str


def find_letter(
    owner: str, *, opportunity: str, interview: str, person: str, kind: LetterKind, check_number: int
) -> KeptLetter | None:
    """The one letter of this kind to this person for this cause, if it has been drafted."""
    row = models.Letter.objects.filter(
        owner=owner, opportunity=opportunity, interview=interview, person=person, kind=kind.value,
        check_number=check_number,
    ).first()  # fmt: skip
    return _kept(row) if row else None


def load_letter(owner: str, letter: str) -> KeptLetter:
    """One letter. Raises :class:`LetterGone`."""
    row = models.Letter.objects.filter(owner=owner, id=letter).first()
    if row is None:
        raise LetterGone("There is no such letter.")
    return _kept(row)


def letters_of(owner: str, **where: object) -> tuple[KeptLetter, ...]:
    """Letters narrowed by columns, oldest first."""
    return tuple(_kept(row) for row in models.Letter.objects.filter(owner=owner, **where).order_by("id"))


def epoch(owner: str) -> int:
    """The workspace's epoch: it moves on when a backup is restored."""
    return models.Workspace.objects.values_list("epoch", flat=True).get(owner=owner)


def add_letter(
    owner: str, letter: Letter, *, id_: str, opportunity: str, interview: str, check_number: int,
    kept_out: tuple[KeptOut, ...], now: datetime,
) -> KeptLetter:  # fmt: skip
    """Keep a new draft; when the same letter was drafted meanwhile, that one is given back unchanged."""
    try:
        with records.writing(owner):
            row = models.Letter.objects.create(
                owner=owner, id=id_, opportunity=opportunity, interview=interview, person=letter.to,
                kind=letter.kind.value, check_number=check_number, updated_at=now, drafted=letter.body,
                **_words(letter, kept_out),
            )  # fmt: skip
    except IntegrityError:
        there = find_letter(
            owner, opportunity=opportunity, interview=interview, person=letter.to, kind=letter.kind,
            check_number=check_number,
        )  # fmt: skip
        if there is None:
            raise
        return there
    return _kept(row)


def rewrite_letter(
    owner: str, id_: str, letter: Letter, *, edited: bool, kept_out: tuple[KeptOut, ...], now: datetime
) -> None:
    """Put new words in; whatever approval there was is gone. Raises :class:`AlreadySent`."""
    drafted = {} if edited else {"drafted": letter.body}
    _change(
        owner,
        id_,
        {**_words(letter, kept_out), **_NO_APPROVAL, **drafted, "edited": edited, "updated_at": now},
    )


def approve(owner: str, id_: str, *, approval: Approval, message: bytes, message_id: str) -> None:
    """Freeze the exact bytes under the user's yes. Raises :class:`AlreadySent`."""
    values = {
        "state": "approved", "approved_hash": approval.digest, "approved_at": approval.at,
        "recipient": approval.recipient, "epoch": approval.epoch, "message": message, "message_id": message_id,
        "held_why": "",
    }  # fmt: skip
    _change(owner, id_, values)


def revoke(owner: str, id_: str, *, why: str) -> None:
    """Take the approval back; the words stay. Raises :class:`AlreadySent`."""
    _change(owner, id_, {**_NO_APPROVAL, "held_why": why})


def log_letter_sent(owner: str, id_: str, *, fact: LetterSent) -> None:
    """Record that the user sent it: the letter's state and the fact, in one transaction, once.

    Raises :class:`AlreadySent` when it was logged before, :class:`Refused` when it was not approved.
    """
    with records.writing(owner, records.Changes.HISTORY, only=[fact.id]):
        approved = models.Letter.objects.filter(owner=owner, id=id_, state="approved")
        if not approved.update(state="sent", sent_at=fact.at):
            _refuse_change(owner, id_)
            raise Refused("Approve the letter first; only approved words are logged as sent.")
        columns = records.happening_columns(fact)
        models.Happening.objects.create(owner=owner, id=fact.id, **columns)


def unlog_letter_sent(owner: str, id_: str, *, why: str, now: datetime) -> None:
    """The user logged it by mistake: the fact is retracted and the letter is a draft again."""
    with records.writing(owner, records.Changes.HISTORY):
        row = models.Letter.objects.filter(owner=owner, id=id_, state="sent").first()
        if row is None or row.sent_at is None:
            raise Refused("This letter was not logged as sent.")
        models.Happening.objects.filter(
            owner=owner,
            what="letter_sent",
            person=row.person,
            kind=row.kind,
            at=row.sent_at,
            retracted_at=None,
        ).update(retracted_at=now, retracted_why=why)
        models.Letter.objects.filter(owner=owner, id=id_).update(**_NO_APPROVAL, sent_at=None)


_NO_APPROVAL: dict[str, Any] = {
    "state": "draft", "approved_hash": "", "approved_at": None, "recipient": "", "message": b"", "message_id": "",
}  # fmt: skip


def _change(owner: str, id_: str, values: Mapping[str, Any]) -> None:
    with records.writing(owner):
        rows = models.Letter.objects.filter(owner=owner, id=id_).exclude(state="sent")
        if not rows.update(**values):
            _refuse_change(owner, id_)


def _refuse_change(owner: str, id_: str) -> None:
    state = models.Letter.objects.filter(owner=owner, id=id_).values_list("state", flat=True).first()
    if state is None:
        raise LetterGone("There is no such letter.")
    if state == "sent":
        raise AlreadySent("This letter was logged as sent; it stays as it went.")


def _words(letter: Letter, kept_out: tuple[KeptOut, ...]) -> dict[str, Any]:
    return {
        "subject": letter.subject,
        "body": letter.body,
        "sentences": [sentence_json(sentence) for sentence in letter.sentences],
        "kept_out": [
            {"interviewer": k.interviewer, "text": k.text, "code": k.code, "why": k.why} for k in kept_out
        ],
    }


def sentence_json(sentence: Sentence) -> dict[str, Any]:
    """A sentence with its sources, as it is stored and exported."""
    return {
        "text": sentence.text,
        "move": sentence.move,
        "sources": [{"from": source.origin.value, "text": source.text} for source in sentence.sources],
    }


def _sentence(data: Mapping[str, Any]) -> Sentence:
    sources = tuple(SentenceSource(SourceFrom(s["from"]), s["text"]) for s in data["sources"])
    return Sentence(data["text"], data["move"], sources)


def _kept(row: models.Letter) -> KeptLetter:
    letter = Letter(
        to=PersonId(row.person), kind=LetterKind(row.kind), subject=row.subject, body=row.body,
        sentences=tuple(_sentence(s) for s in row.sentences),
    )  # fmt: skip
    approval = (
        Approval(row.approved_hash, row.recipient, row.approved_at, row.epoch)
        if row.approved_hash and row.approved_at
        else None
    )
    return KeptLetter(
        id=row.id, letter=letter, opportunity=row.opportunity, interview=row.interview,
        check_number=row.check_number, state=row.state, drafted=row.drafted, edited=row.edited,
        kept_out=tuple(KeptOut(PersonId(k["interviewer"]), k["text"], k["code"], k["why"]) for k in row.kept_out),
        approval=approval, message=bytes(row.message), message_id=row.message_id, sent_at=row.sent_at,
        held_why=row.held_why,
    )  # fmt: skip


def with_body(kept: KeptLetter, *, subject: str, body: str, sentences: tuple[Sentence, ...]) -> Letter:
    """The letter with the user's own words."""
    return replace(kept.letter, subject=subject, body=body, sentences=sentences)
