"""``afterword restore FILE``: put a backup in place of the workspace, all or nothing."""

from pathlib import Path
from typing import Annotated

import typer

from afterword.cli.answer import print_json
from afterword.cli.words import Json
from afterword.options import read_options
from afterword.services.restore_workspace import restore_workspace
from afterword.wiring import wire

Backup = Annotated[Path, typer.Argument(metavar="FILE", help="A backup that Afterword made.")]


def command(file: Backup, json: Json = False) -> None:
    """Put a backup in place of your workspace; what was there is kept, and nothing unsent leaves by itself."""
    options = read_options()
    done = restore_workspace(
        file, database=options.database, folder=options.backups, now=wire(options).clock.now()
    )
    if json:
        print_json(
            {
                "restored": str(file),
                "made": done.label.at.isoformat(),
                "on_hold": done.held,
                "before": str(done.before) if done.before else None,
            }
        )
        return
    print(f"Restored the workspace of {done.label.at:%Y-%m-%d %H:%M} UTC.")
    if done.before:
        print(f"What was there before is kept: {done.before}")
    if done.held:
        print(
            f"{done.held} approved {'letter waits' if done.held == 1 else 'letters wait'} for your yes again."
        )
