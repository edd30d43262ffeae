"""``afterword today``: whom do I owe a word, by when, and why."""

from afterword.cli.answer import print_json
from afterword.cli.show_plan import print_plan
from afterword.cli.words import Json, Now
from afterword.cli.workspace import open_workspace
from afterword.core.protocol.plan_json import plan_json
from afterword.services.show_today import show_today


def command(now: Now = "", json: Json = False) -> None:
    """Show the plan of your workspace: what is due, by when and why."""
    wiring = open_workspace(now=now)
    today = show_today(owner=wiring.owner, playbook=wiring.playbook, now=wiring.clock.now())
    if json:
        print_json(plan_json(today.plan))
    else:
        print_plan(today.plan, facts=today.facts)
