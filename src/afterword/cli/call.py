"""``afterword call CASE.json``: the card for a status call."""

import typer

from afterword.cli.answer import each, paragraph, print_findings, print_json
from afterword.cli.given import cases, json_value
from afterword.cli.words import All, CaseFile, Json
from afterword.core.facts import Case
from afterword.core.reading.casefile import read_case
from afterword.core.writing.calls import call_card, call_json
from afterword.core.writing.letter import CallCard

#: When each branch is said, in the order of a call.
BRANCHES = {
    "open": "They answer",
    "ask": "Ask",
    "not_yet": "Not decided yet",
    "moving_forward": "They want to go on with you",
    "someone_else": "They chose somebody else",
    "gatekeeper": "Somebody else answers",
    "wrong_moment": "It is a bad moment",
    "voicemail": "Voicemail",
    "close": "Say goodbye",
}


def command(file: CaseFile, every: All = False, json: Json = False) -> None:
    """Show the card for a status call: what to say, whatever they answer."""
    if every:
        answers, code = each(cases(file), lambda value: call_json(call_card(read_case(value).case)))
        print_json(answers)
        raise typer.Exit(code)
    case = read_case(json_value(file)).case
    card = call_card(case)
    if json:
        print_json(call_json(card))
    else:
        print_card(card, case=case)


def print_card(card: CallCard, *, case: Case) -> None:
    """The card in the order of a call."""
    person = next((person for person in case.interviewers if person.id == card.to), None)
    print(
        f"Call {person.name if person else card.to}{f', {person.phone}' if person and person.phone else ''}"
    )
    if card.not_before:
        print(f"Not before {card.not_before}")
    for branch, when in BRANCHES.items():
        if text := card.branches.get(branch):
            print(f"\n{when}:")
            print(paragraph(text, indent="  "))
    if card.kept_out or card.warnings:
        print()
    for kept in card.kept_out:
        print(paragraph(f"Kept out: “{kept.text}”. {kept.why} [{kept.code}]"))
    print_findings(card.warnings, indent="")
