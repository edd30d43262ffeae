"""The starts of a recurring event, counted day by day over a bounded stretch, so that no rule costs more.

The stretch is two years and 500 starts at most, whatever the rule says; rules finer than a day are not followed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from afterword.core.reading.invitation.limits import MAX_HORIZON, MAX_OCCURRENCES

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"([+-]?\d{0,2})(MO|TU|WE|TH|FR|SA|SU)")
_FOLLOWED = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"}
    | {"BYHOUR", "BYMINUTE", "BYSECOND"}
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One RRULE that can be followed: frequency and its filters."""

    frequency: str
    interval: int
    count: int
    until: str
    weekdays: tuple[tuple[int, int], ...]  # (nth or 0, weekday)
    month_days: tuple[int, ...]
    months: tuple[int, ...]
    positions: tuple[int, ...]
    week_start: int


def read_rule(raw: str) -> Rule | None:
    """An RRULE value; None when it is finer than a day or uses parts that are not followed."""
    said = {
        key.strip(): value.strip()
        for part in raw.upper().split(";")
        if "=" in part
        for key, value in [part.split("=", 1)]
    }
    if said.get("FREQ") not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"} or set(said) - _FOLLOWED:
        return None
    days = [_BY_DAY.fullmatch(day) for day in said.get("BYDAY", "").split(",") if day]
    try:
        return Rule(
            frequency=said["FREQ"],
            interval=max(1, int(said.get("INTERVAL", "1"))),
            count=min(MAX_OCCURRENCES, int(said.get("COUNT", str(MAX_OCCURRENCES)))),
            until=said.get("UNTIL", ""),
            weekdays=tuple((int(day[1].lstrip("+") or 0), _DAYS.index(day[2])) for day in days if day),
            month_days=_numbers(said.get("BYMONTHDAY", "")),
            months=_numbers(said.get("BYMONTH", "")),
            positions=_numbers(said.get("BYSETPOS", "")),
            week_start=_DAYS.index(said.get("WKST", "MO")),
        )
    except ValueError:
        return None


def starts(first: datetime, rule: Rule) -> Iterator[datetime]:
    """The starts from ``first`` on, at its wall time, in order; the first start always counts."""
    last = _last_day(first, rule)
    yield first
    given = 1
    for period in _periods(first.date(), rule, last):
        chosen = [day for day in period if _fits(day, rule, first.date())]
        if rule.positions:
            chosen = _at_positions(chosen, rule.positions)
        for day in chosen:
            if given >= rule.count or day > last:
                return
            if day > first.date():
                given += 1
                yield first.replace(year=day.year, month=day.month, day=day.day)


def _numbers(said: str) -> tuple[int, ...]:
    return tuple(int(number) for number in said.split(",") if number)


def _last_day(first: datetime, rule: Rule) -> date:
    horizon = min(first.date(), date.max - MAX_HORIZON) + MAX_HORIZON
    try:
        until = datetime.strptime(rule.until[:8], "%Y%m%d").date()  # noqa: DTZ007
    except ValueError:
        return horizon
    exact = re.fullmatch(r"\d{8}T(\d\d)(\d\d)(\d\d)(Z?)", rule.until)
    if exact and _reckoned(first, utc=bool(exact[4])) > f"{exact[1]}{exact[2]}{exact[3]}":
        until -= timedelta(days=1)
    return min(until, horizon)


def _reckoned(first: datetime, *, utc: bool) -> str:
    """The event's hour as UNTIL counts it: in UTC when UNTIL is, without moving to another day."""
    offset = first.utcoffset() if utc else None
    if utc and offset is None:
        return "000000"
    moved = first.replace(tzinfo=None) - (offset or timedelta()) if offset else first
    if moved.date() != first.date():
        return "000000" if moved.date() < first.date() else "240000"
    return f"{moved:%H%M%S}"


def _periods(first: date, rule: Rule, last: date) -> Iterator[list[date]]:
    """The days of every ``interval``-th day, week, month or year from the first on."""
    index = _PERIOD[rule.frequency](first, rule)
    period: list[date] = []
    current = 0
    day = _period_start(first, rule)
    stop = last + timedelta(days=366) if rule.positions and last < date.max - timedelta(days=366) else last
    while day <= stop:
        number = _PERIOD[rule.frequency](day, rule) - index
        if number != current:
            yield period
            period, current = [], number
        if number % rule.interval == 0:
            period.append(day)
        day += timedelta(days=1)
    yield period


def _period_start(first: date, rule: Rule) -> date:
    if rule.frequency == "WEEKLY":
        return first - timedelta(days=(first.weekday() - rule.week_start) % 7)
    if rule.frequency == "MONTHLY":
        return first.replace(day=1)
    return first.replace(month=1, day=1) if rule.frequency == "YEARLY" else first


_PERIOD: dict[str, Callable[[date, Rule], int]] = {
    "DAILY": lambda day, rule: day.toordinal(),
    "WEEKLY": lambda day, rule: (day.toordinal() - 1 - rule.week_start) // 7,
    "MONTHLY": lambda day, rule: day.year * 12 + day.month,
    "YEARLY": lambda day, rule: day.year,
}


def _fits(day: date, rule: Rule, first: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    length = _month_length(day)
    if rule.month_days and not {day.day, day.day - length - 1} & set(rule.month_days):
        return False
    if rule.weekdays:
        return any(day.weekday() == weekday and _is_nth(day, nth, rule) for nth, weekday in rule.weekdays)
    return bool(rule.month_days) or _like_the_first(day, rule, first)


def _like_the_first(day: date, rule: Rule, first: date) -> bool:
    """Without a day in the rule, the first event's own weekday or day of the month decides."""
    if rule.frequency == "WEEKLY":
        return day.weekday() == first.weekday()
    if rule.frequency == "MONTHLY":
        return day.day == first.day
    if rule.frequency == "YEARLY":
        return day.day == first.day and (bool(rule.months) or day.month == first.month)
    return True


def _is_nth(day: date, nth: int, rule: Rule) -> bool:
    if nth == 0 or rule.frequency in {"DAILY", "WEEKLY"}:
        return True
    if rule.frequency == "YEARLY" and not rule.months:
        begin, end = date(day.year, 1, 1), date(day.year, 12, 31)
        return nth in {(day - begin).days // 7 + 1, -((end - day).days // 7) - 1}
    return nth in {(day.day - 1) // 7 + 1, -((_month_length(day) - day.day) // 7) - 1}


def _month_length(day: date) -> int:
    return 31 if day.month == 12 else (date(day.year, day.month + 1, 1) - timedelta(days=1)).day


def _at_positions(days: list[date], positions: tuple[int, ...]) -> list[date]:
    wanted = {(place - 1 if place > 0 else len(days) + place) for place in positions if place}
    return [day for place, day in enumerate(days) if place in wanted]
