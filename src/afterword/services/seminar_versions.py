"""An event of a calendar file beside the seminar it is on record: the same one or not, newer or not, and what of it changed.

A seminar's source remembers which event of the file it is (RFC 5546: UID and RECURRENCE-ID), which version, and a
digest of each thing the file said. So a later version changes only what the file changed, and what the user
corrected stays.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Self

from afterword.core.facts import FactId, Origin, Seminar, Source

_PART = "\x1f"  # between the parts of a reference; taken out of the parts themselves
_PARTS, _SAID = 5, 5
_LONGEST_NAME = 160  # of a file; with it a reference stays below the 400 characters of its column
_LAST_SEQUENCE = 10**12 - 1
_CALLED_OFF, _STANDS = "off", "on"


class Change(StrEnum):
    """What a file does to the seminars on record."""

    ADDED = "added"
    MOVED = "moved"
    CHANGED = "changed"  # its title, place or page
    CALLED_OFF = "called_off"
    BACK_ON = "back_on"  # called off by an earlier file


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a seminar was read. ``uid`` is a digest, "" where the file names none; ``version`` grows with each version.

    ``said`` is "on" or "off", then digests of when, title, place and page; empty for one the user typed.
    """

    file: str = ""
    uid: str = ""
    recurrence: str = ""
    version: str = ""
    said: tuple[str, ...] = ()

    @classmethod
    def of(cls, seminar: Seminar) -> Self:
        """The trace in a seminar's source."""
        file, *rest = seminar.source.reference.split(_PART)
        said = tuple(rest[-1].split()) if len(rest) == _PARTS - 1 else ()
        if len(said) != _SAID:
            return cls(file)
        uid, recurrence, version, _ = rest
        return cls(file, uid, recurrence, version, said)

    def source(self) -> Source:
        """The trace as the source of a seminar."""
        file = self.file.replace(_PART, " ")[:_LONGEST_NAME]
        parts = (file, self.uid, self.recurrence, self.version, " ".join(self.said))
        return Source(Origin.FILE, _PART.join(parts))


@dataclass(frozen=True, slots=True)
class EventRead:
    """An event as a file says it; ``start`` and ``end`` are aware, and None in a cancellation that names neither."""

    title: str
    start: datetime | None
    end: datetime | None
    zone: str
    place: str
    url: str
    cancelled: bool
    trace: Trace

    def seminar(self, id_: FactId) -> Seminar | None:
        """The event as a new seminar; None for one without a time."""
        if self.start is None or self.end is None:
            return None
        return Seminar(
            id_, self.title, self.start, self.end, self.zone, self.place, self.url, cancelled=self.cancelled,
            source=self.trace.source(),
        )  # fmt: skip


def trace_of(
    file: str, *, uid: str, recurrence: str, sequence: int, stamp: datetime | None, cancelled: bool,
    says: Iterable[str],
) -> Trace:  # fmt: skip
    """The trace of an event; ``says`` is what the file says of when, title, place and page, as written."""
    stamped = f"{stamp.astimezone(UTC):%Y%m%dT%H%M%S}" if stamp else ""
    return Trace(
        file=file,
        uid=_digest(uid, length=32) if uid else "",
        recurrence=recurrence.replace(_PART, " ")[:32],
        version=f"{min(sequence, _LAST_SEQUENCE):012} {stamped}",
        said=(_CALLED_OFF if cancelled else _STANDS, *(_digest(one, length=12) for one in says)),
    )


def _digest(text: str, *, length: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:length]


class OnRecord:
    """The seminars on record, to find the one that an event is."""

    def __init__(self, seminars: Iterable[Seminar]) -> None:
        self._by_id: dict[FactId, Seminar] = {}
        self._by_uid: dict[str, dict[FactId, str]] = defaultdict(dict)  # to ids, each with its recurrence
        self._by_words: dict[tuple[str, datetime], dict[FactId, str]] = defaultdict(
            dict
        )  # to ids, each with its UID
        for one in seminars:
            self.put(one)

    def put(self, one: Seminar) -> None:
        """Add a seminar, or put it in place of the one with its id."""
        trace, before = Trace.of(one), self._by_id.get(one.id)
        if before:
            self._by_words[_words(before.title, before.start)].pop(one.id)
        self._by_id[one.id] = one
        self._by_words[_words(one.title, one.start)][one.id] = trace.uid
        if trace.uid:
            self._by_uid[trace.uid][one.id] = trace.recurrence

    def same(self, read: EventRead) -> tuple[Seminar, ...]:
        """The seminars that an event is: one, or none; calling a whole series off means each event of it.

        Title and start tell only where one of the two has no UID.
        """
        uid, recurrence = read.trace.uid, read.trace.recurrence
        series = read.cancelled and not recurrence
        its = self._by_uid.get(uid, {}) if uid else {}
        found = [one for one, its_own in its.items() if series or its_own == recurrence]
        if not found and read.start is not None:
            alike = self._by_words.get(_words(read.title, read.start), {})
            found = [one for one, its_own in alike.items() if not (uid and its_own)][:1]
        return tuple(self._by_id[one] for one in found)


def _words(title: str, start: datetime) -> tuple[str, datetime]:
    return title.casefold(), start


def brought_up_to_date(before: Seminar, read: EventRead) -> tuple[Change | None, Seminar]:
    """What a file changes of a seminar on record, and the seminar after it.

    Of two versions with the same number only a cancellation counts, since nothing tells which is later. One that
    was attended stays as it is; one that was typed learns which event it is, and otherwise only that it is called off.
    """
    kept = Trace.of(before)
    news = read.cancelled or read.trace.version > kept.version or (read.trace.uid and not kept.uid)
    if before.attended or read.trace.version < kept.version or not news:
        return None, before
    told = tuple(was != now for was, now in zip(kept.said, read.trace.said, strict=False))
    if read.cancelled:
        newly = told[0] if told else True
        said = (read.trace.said[0], *kept.said[1:]) if told else read.trace.said
        source = replace(
            read.trace, uid=read.trace.uid or kept.uid, recurrence=kept.recurrence, said=said
        ).source()
        after = replace(before, cancelled=before.cancelled or newly, source=source)
        return (Change.CALLED_OFF if after.cancelled and not before.cancelled else None), after
    after = _with_news(before, read, told) if told else before
    trace = read.trace if read.trace.uid else replace(read.trace, uid=kept.uid, recurrence=kept.recurrence)
    return _change(before, after), replace(after, source=trace.source())


def _with_news(before: Seminar, read: EventRead, told: tuple[bool, ...]) -> Seminar:
    """The seminar with what the file says otherwise than last time; what it no longer says is kept."""
    status, when, title, place, url = told
    after = replace(
        before,
        title=read.title if title else before.title,
        place=(place and read.place) or before.place,
        url=(url and read.url) or before.url,
        cancelled=before.cancelled and not status,
    )
    if when and read.start is not None and read.end is not None:
        after = replace(after, start=read.start, end=read.end, zone=read.zone)
    return after


def _change(before: Seminar, after: Seminar) -> Change | None:
    if before.cancelled and not after.cancelled:
        return Change.BACK_ON
    if (before.start, before.end) != (after.start, after.end):
        return Change.MOVED
    return Change.CHANGED if before != after else None
