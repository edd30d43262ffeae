"""``afterword proof``: findings in a text, held against a case where one is given."""

import json as json_module
import sys
from typing import Annotated

import typer

from afterword.cli.answer import Thing, answer_lines, paragraph, print_json
from afterword.cli.exits import Exit
from afterword.cli.given import STDIN, free_text, json_value
from afterword.cli.words import Json, Lines
from afterword.core.errors import BadInput
from afterword.core.facts import Case, PersonId
from afterword.core.findings import Finding
from afterword.core.proof.policy import EITHER
from afterword.core.proof.record import NOTHING, Record, record_of
from afterword.core.reading.casefile import read_case
from afterword.ports.proof import ProofEngine
from afterword.services.proof_text import as_json, proof_lines, proof_text
from afterword.wiring import wired

File = Annotated[str, typer.Argument(metavar="[FILE]", help="The text; - or nothing is standard input.")]
CaseName = Annotated[
    str, typer.Option("--case", metavar="CASE.json", help="Hold names and facts against this case.")
]
To = Annotated[
    str, typer.Option("--to", metavar="ID", help="Whom the text is for: an interviewer of the case.")
]

#: So many characters before and after the words are shown with them.
AROUND = 34


def command(
    file: File = STDIN, case: CaseName = "", to: To = "", lines: Lines = False, json: Json = False
) -> None:
    """Proofread a text; exit code 1 when something was found."""
    engine = wired().engine
    if lines:
        raise typer.Exit(answer_lines(sys.stdin, lambda thing: of_line(thing, engine=engine)))
    told = read_case(json_value(case)).case if case else None
    text = free_text(file)
    found = proof_text(
        text,
        engine=engine,
        record=record_for(told, to=to),
        dialect=dialect_of(told),
    ).findings
    if json:
        print_json({"findings": as_json(found)})
    else:
        print_found(found, text=text)
    raise typer.Exit(Exit.FINDINGS if found else Exit.FINE)


def record_for(case: Case | None, *, to: str) -> Record:
    """What the text is held against. Raises BadInput for a person the case does not have."""
    if case is None:
        if to:
            raise BadInput("--to names a person of a case; give the case with --case.")
        return NOTHING
    people = {str(person.id): person for person in case.interviewers}
    if to and to not in people:
        raise BadInput(f"The case has no interviewer “{to}”; it has {', '.join(people) or 'none'}.")
    return record_of(case, PersonId(to))


def dialect_of(case: Case | None) -> str:
    """The candidate's English; either spelling where no case tells it."""
    return case.candidate.locale if case else EITHER


def of_line(thing: Thing, *, engine: ProofEngine | None) -> dict[str, object]:
    """The answer to one JSON line, without its id."""
    (line,) = proof_lines([json_module.dumps(thing)], engine=engine)
    answer: dict[str, object] = json_module.loads(line)
    if "error" in answer:
        raise BadInput(str(answer["error"]))
    return {name: value for name, value in answer.items() if name != "id"}


def print_found(findings: tuple[Finding, ...], *, text: str) -> None:
    """Each finding with its line, a caret under the words it is about, and what to write instead."""
    for finding in findings:
        fixes = f" Write: {' | '.join(finding.fixes)}" if finding.fixes else ""
        place = ""
        if finding.span:
            place = f"line {text.count(chr(10), 0, finding.span.start) + 1}: "
        print(paragraph(f"{place}{finding.message}{fixes}  [{finding.code}]"))
        if finding.span:
            print_caret(text, finding.span.start, finding.span.end)
    if not findings:
        print("Nothing found.")


def print_caret(text: str, start: int, end: int) -> None:
    """The part of the line around ``start`` to ``end``, and carets under it."""
    begin = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    stop = text.find("\n", start)
    last = min(stop if stop >= 0 else len(text), max(end, start) + AROUND)
    shown = "".join(letter if letter.isprintable() else " " for letter in text[begin:last])
    print(f"    {shown}")
    print(f"    {' ' * (start - begin)}{'^' * max(1, min(end, last) - start)}")
