"""``afterword plan CASE.json``: the plan derived from a case file, with reasons."""

import typer

from afterword.cli.answer import each, print_findings, print_json
from afterword.cli.given import cases, json_value, moment
from afterword.cli.show_plan import print_plan
from afterword.cli.words import All, CaseFile, Json, Now
from afterword.core.protocol import plan
from afterword.core.protocol.plan_json import plan_json
from afterword.core.protocol.playbook import default_playbook
from afterword.core.protocol.steps import Plan
from afterword.core.reading.casefile import CaseFile as Read
from afterword.core.reading.casefile import read_case


def command(file: CaseFile, now: Now = "", every: All = False, json: Json = False) -> None:
    """Show the plan derived from a case file: what is due, by when and why, and what was dropped."""
    if every:
        answers, code = each(cases(file), lambda value: plan_json(plan_of(value, now=now)[1]))
        print_json(answers)
        raise typer.Exit(code)
    read, derived = plan_of(json_value(file), now=now)
    if json:
        print_json(plan_json(derived))
        return
    print_plan(derived, facts=read.facts)
    print_findings(read.findings, indent="")


def plan_of(value: object, *, now: str) -> tuple[Read, Plan]:
    """What a case file says and the plan at ``now``; a bare time is taken in the candidate's zone."""
    zone = read_case(value).case.candidate.zone
    at = moment(now, zone=zone)
    read = read_case(value, now=at)
    return read, plan(read.facts, playbook=default_playbook(), now=at)
