"""Calendar arithmetic for spoken dates: weeks that end on Friday, working days, and named holidays."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

#: A date without a year is looked for this far ahead; further off it is taken for one that has passed.
HORIZON = timedelta(days=200)
MONDAY, WEDNESDAY, FRIDAY, SATURDAY, SUNDAY = 0, 2, 4, 5, 6


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day of the calendar, or None where there is none such (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_ahead(month: int, day: int, *, today: date) -> date | None:
    """The day in this year or the next, if it lies within reach ahead."""
    for year in (today.year, today.year + 1):
        found = calendar_day(year, month, day)
        if found and today <= found <= today + HORIZON:
            return found
    return None


def month_end(year: int, month: int) -> date:
    """The last day of a month; ``month`` may run past 12 into the next year."""
    year, month = year + month // 12, month % 12 + 1
    return date(year, month, 1) - timedelta(days=1)


def coming(weekday: int, *, after: date) -> date:
    """The first such weekday later than ``after``."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)


def in_week_of(day: date, weekday: int) -> date:
    """The weekday in the Monday-to-Sunday week of ``day``."""
    return day + timedelta(days=weekday - day.weekday())


def after_months(day: date, months: int) -> date:
    """The same day so many months later, or the month's last day where there is none."""
    end = month_end(day.year, day.month + months)
    return end.replace(day=min(day.day, end.day))


def after_working_days(day: date, count: int, *, country: str) -> date:
    """The working day ``count`` working days after ``day``; with a known country its holidays do not count."""
    while count > 0:
        day += timedelta(days=1)
        if is_working_day(day, country=country):
            count -= 1
    return day


def before_working_days(day: date, count: int, *, country: str) -> date:
    """The working day ``count`` working days before ``day``."""
    while count > 0:
        day -= timedelta(days=1)
        if is_working_day(day, country=country):
            count -= 1
    return day


def is_working_day(day: date, *, country: str) -> bool:
    """Monday to Friday and no public holiday of ``country`` ("" = weekends only)."""
    return day.weekday() < SATURDAY and not (country and day in _holidays(country, day.year))


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    import holidays

    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the Gregorian computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _nth(weekday: int, nth: int, month: int) -> Callable[[int, str], date]:
    return lambda year, country: (
        coming(weekday, after=date(year, month, 1) - timedelta(days=1)) + timedelta(weeks=nth - 1)
    )


def _last_monday(month: int) -> Callable[[int, str], date]:
    return lambda year, country: in_week_of(month_end(year, month), MONDAY)


def _thanksgiving(year: int, country: str) -> date:
    return _nth(MONDAY, 2, 10)(year, country) if country == "CA" else _nth(3, 4, 11)(year, country)


def _fixed(month: int, day: int) -> Callable[[int, str], date]:
    return lambda year, country: date(year, month, day)


#: Named days by the words people use (lower case, straight apostrophes), each a rule of year and country.
NAMED: dict[str, Callable[[int, str], date]] = {
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "xmas": _fixed(12, 25),
    "the holidays": _fixed(12, 25),
    "the holiday break": _fixed(12, 25),
    "the christmas break": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "new years eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "new year's": _fixed(1, 1),
    "new years": _fixed(1, 1),
    "the new year": _fixed(1, 1),
    "new year": _fixed(1, 1),
    "martin luther king day": _nth(MONDAY, 3, 1),
    "mlk day": _nth(MONDAY, 3, 1),
    "presidents' day": _nth(MONDAY, 3, 2),
    "presidents day": _nth(MONDAY, 3, 2),
    "valentine's day": _fixed(2, 14),
    "good friday": lambda year, country: easter(year) - timedelta(days=2),
    "mothering sunday": lambda year, country: easter(year) - timedelta(days=21),
    "palm sunday": lambda year, country: easter(year) - timedelta(days=7),
    "shrove tuesday": lambda year, country: easter(year) - timedelta(days=47),
    "ash wednesday": lambda year, country: easter(year) - timedelta(days=46),
    "maundy thursday": lambda year, country: easter(year) - timedelta(days=3),
    "easter sunday": lambda year, country: easter(year),
    "easter weekend": lambda year, country: easter(year),
    "easter monday": lambda year, country: easter(year) + timedelta(days=1),
    "easter": lambda year, country: easter(year),
    "memorial day": _last_monday(5),
    "juneteenth": _fixed(6, 19),
    "independence day": _fixed(7, 4),
    "the fourth of july": _fixed(7, 4),
    "labor day": _nth(MONDAY, 1, 9),
    "labour day": _nth(MONDAY, 1, 9),
    "columbus day": _nth(MONDAY, 2, 10),
    "halloween": _fixed(10, 31),
    "veterans day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "thanksgiving day": _thanksgiving,
    "thanksgiving": _thanksgiving,
    "may day": _fixed(5, 1),
    "mother's day": _nth(SUNDAY, 2, 5),
    "father's day": _nth(SUNDAY, 3, 6),
    "canada day": _fixed(7, 1),
    "bastille day": _fixed(7, 14),
    "australia day": _fixed(1, 26),
    "groundhog day": _fixed(2, 2),
    "indigenous peoples' day": _nth(MONDAY, 2, 10),
    "all saints' day": _fixed(11, 1),
    "all saints day": _fixed(11, 1),
    "bonfire night": _fixed(11, 5),
    "black friday": lambda year, country: _nth(3, 4, 11)(year, country) + timedelta(days=1),
    "cyber monday": lambda year, country: _nth(3, 4, 11)(year, country) + timedelta(days=4),
    "ascension day": lambda year, country: easter(year) + timedelta(days=39),
    "pentecost": lambda year, country: easter(year) + timedelta(days=49),
    "whit monday": lambda year, country: easter(year) + timedelta(days=50),
    "the july 4th holiday": _fixed(7, 4),
    "the 4th of july": _fixed(7, 4),
    "st patrick's day": _fixed(3, 17),
    "valentines day": _fixed(2, 14),
    "year-end": _fixed(12, 31),
    "year end": _fixed(12, 31),
}


def named_day(name: str, *, today: date, country: str) -> date:
    """The next day of this name, today included."""
    rule = NAMED[name]
    this_year = rule(today.year, country)
    return this_year if this_year >= today else rule(today.year + 1, country)
