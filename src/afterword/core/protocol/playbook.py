"""The playbook: the numbers of every rule, each with the sentence it comes from, read from TOML.

Hours are real hours (48 hours are 48 hours across a clock change); working days are those of the
recipient's country. A second playbook is a second file of the same shape.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import time, timedelta
from functools import cache
from importlib import resources
from typing import Any

from afterword.core.errors import BadInput

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class ThankYou:
    """Rule T, counted from the interview's end."""

    opens_hours: timedelta
    target_hours: timedelta
    due_hours: timedelta
    closes_hours: timedelta


@dataclass(frozen=True, slots=True)
class Relationship:
    """Rule R: questions before, connection notes after, contacts whose turn has come."""

    questions_open_hours: timedelta
    note_wait_hours: timedelta
    note_due_hours: timedelta
    note_closes_hours: timedelta
    note_characters: int
    touch_due_days: int


@dataclass(frozen=True, slots=True)
class JobHunt:
    """Rule H: how long a silence is long, how far ahead a seminar is in view."""

    recruiter_quiet_days: int
    network_quiet_days: int
    seminar_view_days: int


@dataclass(frozen=True, slots=True)
class PhoneCall:
    """Rule C, counted from the last interview's end, a promised date, or the last check."""

    wait_hours: timedelta
    promise_working_days: int
    again_hours: timedelta
    voicemail_working_days: int
    moment_working_days: int
    return_working_days: int
    checks: int
    due_working_days: int
    best_days: tuple[int, ...]  # 0 is Monday
    best_slots: tuple[tuple[time, time], ...]
    waits_again_after: tuple[str, ...]  # values of facts.ReplyClass
    silence_hours: timedelta


@dataclass(frozen=True, slots=True)
class Feedback:
    """Rule F, counted from the rejection."""

    target_hours: timedelta
    due_hours: timedelta
    closes_hours: timedelta


@dataclass(frozen=True, slots=True)
class Offer:
    """Rule O, counted from the acceptance or the withdrawal."""

    withdrawal_target_hours: timedelta
    withdrawal_due_hours: timedelta
    withdrawal_closes_hours: timedelta
    helper_target_hours: timedelta
    helper_due_hours: timedelta
    helper_closes_hours: timedelta


@dataclass(frozen=True, slots=True)
class Limits:
    """Rule S."""

    messages_per_day: int


@dataclass(frozen=True, slots=True)
class Hours:
    """Local times of day in the recipient's zone, for letters (polite) and calls (working)."""

    polite_from: time
    polite_until: time
    working_from: time
    working_until: time


@dataclass(frozen=True, slots=True)
class Saying:
    """One number of the playbook with the sentence it rests on, for screens and the reference page."""

    key: str  # "thank_you.due_hours"
    value: str
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Playbook:
    """All the numbers of the protocol, and what is said for each."""

    name: str
    thank_you: ThankYou
    relationship: Relationship
    job_hunt: JobHunt
    phone_call: PhoneCall
    feedback: Feedback
    offer: Offer
    limits: Limits
    hours: Hours
    sayings: tuple[Saying, ...]


_SECTIONS: dict[str, type] = {
    "thank_you": ThankYou,
    "relationship": Relationship,
    "job_hunt": JobHunt,
    "phone_call": PhoneCall,
    "feedback": Feedback,
    "offer": Offer,
    "limits": Limits,
    "hours": Hours,
}


@cache
def default_playbook() -> Playbook:
    """The playbook that comes with Afterword."""
    text = resources.files(__package__).joinpath("playbook.toml").read_text(encoding="utf-8")
    return read_playbook(text)


def read_playbook(text: str) -> Playbook:
    """Read a playbook from TOML; raises BadInput naming the key that is missing or does not fit."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"The playbook is not valid TOML: {error}.") from error
    name = raw.pop("name", "")
    for unknown in raw.keys() - _SECTIONS.keys():
        raise BadInput(f"The playbook has a section “{unknown}” that no rule knows.")
    sections = {key: _section(raw.get(key), key, kind) for key, kind in _SECTIONS.items()}
    return Playbook(name=str(name), sayings=tuple(_sayings(raw)), **sections)


def _section(raw: object, section: str, kind: type) -> Any:
    """One section as its dataclass; every field must be there and none besides."""
    if not isinstance(raw, dict):
        raise BadInput(f"The playbook lacks the section “{section}”.")
    names = [one.name for one in fields(kind)]
    for unknown in raw.keys() - set(names):
        raise BadInput(f"The playbook has a key “{section}.{unknown}” that no rule knows.")
    return kind(**{name: _value(raw.get(name), f"{section}.{name}") for name in names})


def _value(entry: object, key: str) -> object:
    """The value of one key in the unit its name tells."""
    if not isinstance(entry, dict) or not {"value", "says", "source"} <= entry.keys():
        raise BadInput(f"The playbook key “{key}” needs a value, what it says, and its source.")
    try:
        return _converted(entry["value"], key.rpartition(".")[2])
    except (TypeError, ValueError, AttributeError) as error:
        raise BadInput(f"The playbook key “{key}” cannot be {entry['value']!r}.") from error


def _converted(value: Any, name: str) -> object:
    """Hours as timedelta, times of day as time, days as weekday numbers, counts as int."""
    if name.endswith("_hours"):
        return timedelta(hours=_count(value))
    if name.endswith(("_from", "_until")):
        return time.fromisoformat(value)
    if name == "best_days":
        return tuple(WEEKDAYS.index(day) for day in _listed(value))
    if name == "best_slots":
        return tuple(_slot(words) for words in _listed(value))
    if name == "waits_again_after":
        return tuple(str(word) for word in _listed(value))
    return _count(value)


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _slot(words: str) -> tuple[time, time]:
    start, _, end = words.partition("-")
    return time.fromisoformat(start), time.fromisoformat(end)


def _sayings(raw: dict[str, Any]) -> Iterator[Saying]:
    """Every key with its sentence, in the order of the file."""
    for section, entries in raw.items():
        for name, entry in entries.items():
            value = entry["value"]
            shown = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            yield Saying(
                key=f"{section}.{name}", value=shown, says=str(entry["says"]), source=str(entry["source"])
            )
