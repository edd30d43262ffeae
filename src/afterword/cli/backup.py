"""``afterword backup``: a verified copy of the workspace, now."""

from afterword.cli.answer import print_json
from afterword.cli.words import Json
from afterword.options import read_options
from afterword.services.back_up import back_up
from afterword.wiring import wire


def command(json: Json = False) -> None:
    """Make a verified copy of your workspace now and say where it is."""
    options = read_options()
    made = back_up(database=options.database, folder=options.backups, now=wire(options).clock.now())
    if json:
        print_json(
            {"file": str(made.path), "at": made.at.isoformat(), "reason": made.reason, "size": made.size}
        )
    else:
        print(f"{made.path}\nVerified; {made.size / 1_000_000:.1f} MB.")
