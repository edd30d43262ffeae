"""``afterword read date TEXT``: the day a sentence promises an answer by. It never guesses."""

import sys
from typing import Annotated

import typer

from afterword.cli.answer import Thing, answer_lines, print_json
from afterword.cli.given import STDIN, free_text, moment
from afterword.cli.words import Json, Lines, Now
from afterword.core.reading.dates import DateReading, read_date

Text = Annotated[str, typer.Argument(metavar="[TEXT]", help="The sentence; - or nothing is standard input.")]


def command(text: Text = STDIN, now: Now = "", lines: Lines = False, json: Json = False) -> None:
    """Read the day a sentence promises an answer by; null when it names none."""
    if lines:
        raise typer.Exit(answer_lines(sys.stdin, lambda thing: of_line(thing, now=now)))
    reading = read_date(free_text(STDIN) if text == STDIN else text, now=moment(now))
    if json:
        print_json(as_json(reading))
    else:
        print(in_words(reading))


def of_line(thing: Thing, *, now: str) -> dict[str, object]:
    """The answer to one JSON line; its own ``now`` comes before the command's."""
    return as_json(read_date(str(thing["text"]), now=moment(str(thing.get("now") or now))))


def as_json(reading: DateReading) -> dict[str, object]:
    """The answer as design and reference name its fields; days are ISO 8601."""
    return {
        "date": reading.date.isoformat() if reading.date else None,
        "earliest": reading.earliest.isoformat() if reading.earliest else None,
        "words": reading.words,
        "reading": reading.reading,
        "ambiguous": reading.ambiguous,
    }


def in_words(reading: DateReading) -> str:
    """The answer as a sentence."""
    if reading.date is None:
        return "No day is promised in these words."
    day = f"{reading.date:%A} {reading.date.day} {reading.date:%B %Y}"
    doubt = " The words can be read in another way; please check." if reading.ambiguous else ""
    return f"By {day}, from “{reading.words}” ({reading.reading}).{doubt}"
