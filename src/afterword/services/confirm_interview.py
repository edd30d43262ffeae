"""The user's yes to what a file said: an interview kept, moved, called off, or left out."""

from dataclasses import replace
from datetime import datetime

from afterword.core.errors import Refused
from afterword.core.facts import Interview, InterviewId, InterviewStatus, Origin, Source
from afterword.ports.ids import Ids
from afterword.services.keep_interview import (
    InterviewGiven,
    Invited,
    keep_prepared,
    prepare_interview,
    web_link,
)
from afterword.services.place_people import Met, place_people
from afterword.services.show_incoming import LEFT, Offered, Sort, offered_in
from afterword.store import facts, incoming, records
from afterword.store.memory import remembered_facts


def confirm_interview(
    incoming_id: str,
    number: int,
    given: InterviewGiven,
    *,
    owner: str,
    ids: Ids,
    now: datetime,
    recurrence_id: str = "",
) -> InterviewId:
    """Keep one interview of a file with its people and opportunity; the same yes twice keeps it once.

    ``recurrence_id`` names the occurrence picked of a recurring event. Raises :class:`BadInput` and its
    kin, :class:`Refused` when the event only answers or calls off.
    """
    offered = offered_in(incoming_id, number, owner=owner)
    if offered.became and offered.became != LEFT:
        return InterviewId(offered.became)
    if offered.sort not in (Sort.NEW, Sort.KNOWN, Sort.MOVED):
        raise Refused("This part of the file is no interview to add.")
    occurrence = offered.recurrence_id or recurrence_id
    received = incoming.find_received(owner, incoming_id)
    given = replace(given, source=Source(Origin.FILE, received.name, True))
    invited = Invited(offered.uid, occurrence, offered.sequence, offered.stamp)
    prepared = prepare_interview(given, owner=owner, ids=ids)
    with records.writing(owner):
        there = _became(incoming_id, number, invited, owner)  # a double click may have come in between
        if not there:
            keep_prepared(prepared, owner=owner, invited=invited)
        interview = InterviewId(there or prepared.interview.id)
        incoming.settle(owner, incoming_id, number=number, became=interview, now=now)
    return interview


def move_interview(
    incoming_id: str, number: int, *, start: datetime, end: datetime, zone: str, people: tuple[Met, ...], owner: str,
    ids: Ids, now: datetime, details: InterviewGiven | None = None,
) -> InterviewId:  # fmt: skip
    """Take over a later version of an invitation: its time, place and link, and people it adds.

    ``details`` are round, format, place and link as the user confirms them; without, the file's are taken.
    Nobody is taken off; who really took part is the user's to say. Raises :class:`Refused` when the file
    holds nothing newer.
    """
    offered, known = _on_record(incoming_id, number, owner, Sort.MOVED)
    company = facts.load_opportunity(owner, known.opportunity).company
    placed = place_people(
        people, people=remembered_facts(owner)[1].people, company=company, ids=ids, source=known.source
    )
    moved = replace(
        known,
        start=start,
        end=end,
        zone=zone,
        end_guessed=details.end_guessed if details else offered.end_guessed,
        all_day=False,
        location=details.location.strip() if details else offered.location or known.location,
        link=web_link(details.link if details else offered.link or known.link),
        round=details.round.strip() if details else known.round,
        format=details.format if details else known.format,
        status=InterviewStatus.PLANNED,
        interviewers=tuple(dict.fromkeys((*known.interviewers, *placed.ids))),
    )
    version: dict[str, object] = {"sequence": offered.sequence, "stamp": offered.stamp}
    with records.writing(owner):
        for person in placed.keep:
            records.keep(owner, person)
        records.keep_interview(owner, moved, invitation=version)
        incoming.settle(owner, incoming_id, number=number, became=known.id, now=now)
    return known.id


def call_off(incoming_id: str, number: int, *, owner: str, now: datetime) -> InterviewId:
    """The file cancels an interview on record, and the user says it is so."""
    offered, known = _on_record(incoming_id, number, owner, Sort.CALLED_OFF)
    with records.writing(owner):
        records.set_interview(
            owner,
            known.id,
            status=InterviewStatus.CANCELLED.value,
            sequence=offered.sequence,
            stamp=offered.stamp,
        )
        incoming.settle(owner, incoming_id, number=number, became=known.id, now=now)
    return known.id


def leave_out(incoming_id: str, number: int, *, owner: str, now: datetime) -> None:
    """The user does not want this one; the file stays, and it can still be added later."""
    offered = offered_in(incoming_id, number, owner=owner)
    if not offered.became:
        incoming.settle(owner, incoming_id, number=number, became=LEFT, now=now)


def leave_out_rest(incoming_id: str, *, owner: str, now: datetime) -> None:
    """Everything of the file that waits is left out; it can still be added later."""
    incoming.settle_rest(owner, incoming_id, became=LEFT, now=now)


def _became(incoming_id: str, number: int, invited: Invited, owner: str) -> str:
    """The interview this event is already, or ""."""
    settled = incoming.find_received(owner, incoming_id).settled.get(str(number), LEFT)
    row = records.invited(owner, invited.uid, invited.recurrence_id)
    return settled if settled != LEFT else row.id if row else ""


def _on_record(incoming_id: str, number: int, owner: str, sort: Sort) -> tuple[Offered, Interview]:
    offered = offered_in(incoming_id, number, owner=owner)
    if offered.known is None or offered.sort is not sort:
        raise Refused("This was taken over already, or the file holds nothing newer than what is on record.")
    return offered, offered.known
