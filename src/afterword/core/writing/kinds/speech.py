"""Names and dates as they are said: the greeting of a person, a day in the month."""

import re
from datetime import date

from afterword.core.facts import Person
from afterword.core.writing.gate.evidence import unsigned

_TITLES = frozenset({"dr", "prof", "professor", "doctor", "rev", "reverend", "judge", "dame", "sir", "rabbi"})
_PARTICLES = frozenset({"de", "da", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "el", "al", "bin", "ibn", "ten", "ter", "dos", "das"})  # fmt: skip
_SECOND_GIVEN = frozenset(
    [
        "ann",
        "anne",
        "ann-marie",
        "marie",
        "mary",
        "jo",
        "lee",
        "lou",
        "lynn",
        "jean",
        "jane",
        "beth",
        "sue",
        "rose",
        "may",
        "grace",
        "kate",
        "lucía",
        "luz",
        "maría",
        "josé",
        "juan",
        "luis",
        "carlos",
        "paul",
        "pierre",
        "pio",
        "belle",
        "mae",
        "claire",
        "louise",
        "sophie",
    ]
)
_FAMILY_FIRST = frozenset(
    [
        "nguyen",
        "nguyễn",
        "tran",
        "trần",
        "le",
        "lê",
        "pham",
        "phạm",
        "huynh",
        "huỳnh",
        "hoang",
        "hoàng",
        "phan",
        "vu",
        "vũ",
        "vo",
        "võ",
        "dang",
        "đặng",
        "bui",
        "bùi",
        "do",
        "đỗ",
        "ho",
        "hồ",
        "ngo",
        "ngô",
        "duong",
        "dương",
        "ly",
        "lý",
        "wang",
        "li",
        "zhang",
        "liu",
        "chen",
        "yang",
        "huang",
        "zhao",
        "wu",
        "zhou",
        "xu",
        "sun",
        "ma",
        "zhu",
        "hu",
        "guo",
        "lin",
        "luo",
        "zheng",
        "liang",
        "xie",
        "tang",
        "deng",
        "feng",
        "kim",
        "park",
        "lee",
        "choi",
        "jung",
        "jeong",
        "kang",
        "cho",
        "yoon",
        "jang",
        "lim",
        "han",
        "oh",
        "seo",
        "shin",
        "kwon",
        "hwang",
        "ahn",
        "song",
        "yoo",
        "hong",
        "nagy",
        "kovács",
        "tóth",
        "szabó",
        "horváth",
        "varga",
        "kiss",
        "molnár",
        "németh",
        "farkas",
        "sato",
        "suzuki",
        "takahashi",
        "tanaka",
        "watanabe",
        "ito",
        "yamamoto",
        "nakamura",
        "kobayashi",
        "kato",
    ]
)


def greeting_name(person: Person, *, noted: str = "") -> str:
    """How to greet a person: as they asked, as recorded, by recorded title, else by given name.

    A name that may put the family first is greeted whole, because nothing tells which part is the given one.
    """
    if noted or person.greeting:
        return noted or person.greeting
    tokens = re.sub(r"\(.*?\)|\".*?\"|“.*?”", " ", unsigned(person.name)).split()
    titles = [t for t in tokens if t.lower().strip(".") in _TITLES]
    plain = [t for t in tokens if t not in titles]
    if not plain:
        return person.name
    if titles:
        return f"{' '.join(titles)} {' '.join(_family(plain))}"
    if len(plain) > 1 and plain[0].lower() in _FAMILY_FIRST:
        return " ".join(plain)
    return " ".join(_given(plain))


def _given(plain: list[str]) -> list[str]:
    """The first given name, with a second one that belongs to it ("Molly Anne", "Ana Lucía")."""
    double = len(plain) > 2 and plain[1].lower() in _SECOND_GIVEN
    return plain[:2] if double else plain[:1]


def _family(plain: list[str]) -> list[str]:
    """The family name: from the first particle on, both parts of a double one, else the last word."""
    for at, token in enumerate(plain[1:], 1):
        if token.lower() in _PARTICLES:
            return plain[at:]
    given = len(_given(plain))
    return (
        plain[given:]
        if len(plain) - given == 2 and not plain[0].isascii()
        else plain[-2:]
        if len(plain) == 4
        else plain[-1:]
    )


def spoken_date(day: date, locale: str) -> str:
    """ "November 12" where American is spoken, else "12 November"."""
    month = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ][day.month - 1]
    american = locale.replace("_", "-").lower() in {"en-us", "en", ""}
    return f"{month} {day.day}" if american else f"{day.day} {month}"
