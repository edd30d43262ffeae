"""``afterword draft CASE.json``: the letters for a case file. Nothing is stored and nothing is sent."""

from typing import Annotated

import typer

from afterword.cli.answer import each, paragraph, print_findings, print_json
from afterword.cli.given import cases, json_value
from afterword.cli.words import All, CaseFile, Json
from afterword.core.facts import Case, LetterKind, Outcome
from afterword.core.reading.casefile import read_case
from afterword.core.writing.draft import draft_letters
from afterword.core.writing.drafts_json import drafts_json
from afterword.core.writing.idea import Notes
from afterword.core.writing.letter import Drafts

From = Annotated[Notes, typer.Option("--from", help="Which notes to write from.")]
Kind = Annotated[
    LetterKind | None,
    typer.Option("--kind", help="Without it: a feedback request after a rejection, else a thank-you."),
]


def command(
    file: CaseFile, notes: From = Notes.BOTH, kind: Kind = None, every: All = False, json: Json = False
) -> None:
    """Write the letters for a case file, one per person; nothing is stored."""
    if every:
        answers, code = each(
            cases(file), lambda value: drafts_json(letters_of(read_case(value).case, notes=notes, kind=kind))
        )
        print_json(answers)
        raise typer.Exit(code)
    case = read_case(json_value(file)).case
    drafts = letters_of(case, notes=notes, kind=kind)
    if json:
        print_json(drafts_json(drafts))
    else:
        print_drafts(drafts, case=case)


def letters_of(case: Case, *, notes: Notes, kind: LetterKind | None) -> Drafts:
    """The letters of the kind asked for, or of the kind the case calls for."""
    rejected = case.outcome is Outcome.REJECTION
    fitting = LetterKind.FEEDBACK_REQUEST if rejected else LetterKind.THANK_YOU
    return draft_letters(case, kind=kind or fitting, notes=notes)


def print_drafts(drafts: Drafts, *, case: Case) -> None:
    """The letters as they would be read, then what was kept out, asked and noticed."""
    people = {person.id: person for person in case.interviewers}
    for letter in drafts.letters:
        person = people.get(letter.to)
        address = f" <{person.email}>" if person and person.email else ""
        print(f"To: {person.name if person else letter.to}{address}")
        if letter.subject:
            print(f"Subject: {letter.subject}")
        print()
        print(letter.body)
        print()
        print_findings(letter.findings)
        print("-" * 60)
    for kept in drafts.kept_out:
        print(paragraph(f"Kept out: “{kept.text}”. {kept.why} [{kept.code}]"))
    for ask in drafts.ask:
        print(paragraph(f"To be more specific: {ask.question}"))
    print_findings(drafts.warnings, indent="")
