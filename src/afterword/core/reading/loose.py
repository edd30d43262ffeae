"""Taking typed values out of loosely shaped JSON, and noting what had to be passed over."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from afterword.core.findings import Finding, Severity

Closed = TypeVar("Closed", bound=StrEnum)
Record = Mapping[str, object]

#: A day without an hour stands for five in the afternoon, the end of an ordinary working day.
END_OF_DAY = time(17, 0)

EMPTY: Record = {}


class Noted:
    """Collects findings while a file is read, so that one bad field never costs the rest."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []

    def note(self, code: str, message: str, *fixes: str) -> None:
        """Something was filled in or passed over; good to know."""
        self._findings.append(Finding(code=code, message=message, fixes=fixes, severity=Severity.NOTE))

    def warn(self, code: str, message: str, *fixes: str) -> None:
        """Something in the file could not be used; the user should look."""
        self._findings.append(Finding(code=code, message=message, fixes=fixes))

    def take(self, findings: Iterable[Finding]) -> None:
        """Keep findings made elsewhere."""
        self._findings.extend(findings)

    def findings(self) -> tuple[Finding, ...]:
        """Everything noted so far, in order, each once."""
        return tuple(dict.fromkeys(self._findings))


def record(value: object) -> Record:
    """The object itself, or an empty one when it is none."""
    return value if isinstance(value, dict) else EMPTY


def items(value: object) -> tuple[object, ...]:
    """A list's members; a single value counts as a list of one; nothing as none."""
    if value is None or value == "":
        return ()
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def words(value: object) -> str:
    """A text with its white space made single; a number as written; "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())


def first_words(source: Record, *names: str) -> str:
    """The first of these fields that holds text."""
    return next((found for name in names if (found := words(source.get(name)))), "")


def texts(value: object) -> tuple[str, ...]:
    """The texts of a list, empty ones left out."""
    return tuple(text for item in items(value) if (text := words(item)))


def one_of(
    value: object,
    kinds: type[Closed],
    *,
    aliases: Mapping[str, Closed],
    other: Closed,
    noted: Noted,
    field: str,
) -> Closed:
    """A member of a closed set by its value or an alias; ``other``, with a finding, when unknown."""
    said = words(value).casefold().replace("-", "_").replace(" ", "_")
    if not said:
        return other
    if said in aliases:
        return aliases[said]
    try:
        return kinds(said)
    except ValueError:
        noted.note(
            f"{field}.unknown", f"“{words(value)}” is not a known {field}; it is read as “{other}”.", *kinds
        )
        return other


def zone_named(name: str) -> ZoneInfo | None:
    """The IANA zone of this name, or None when there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, KeyError, OSError):
        return None


def day(value: object) -> date | None:
    """A date from ISO 8601, also from a date with a time; None when it is not one."""
    try:
        return datetime.fromisoformat(words(value)).date()
    except ValueError:
        return None


def moment(value: object, *, zone: ZoneInfo) -> datetime | None:
    """An aware instant in ``zone`` from ISO 8601; a bare day is 17:00 there; None when unreadable."""
    said = words(value)
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return None
    if is_bare_day(said):
        return datetime.combine(found.date(), END_OF_DAY, tzinfo=zone)
    try:
        return found.replace(tzinfo=zone) if found.tzinfo is None else found.astimezone(zone)
    except OverflowError:
        return None


def is_bare_day(said: str) -> bool:
    """Whether an ISO 8601 text names a day and no hour."""
    return "T" not in said.upper() and ":" not in said
