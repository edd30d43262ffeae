"""``afterword import DIR``: fill a blank workspace from an export."""

from pathlib import Path
from typing import Annotated

import typer

from afterword.cli.answer import print_json
from afterword.cli.words import Json
from afterword.cli.workspace import open_workspace
from afterword.services.import_workspace import import_workspace

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that `afterword export` wrote.")]


def command(folder: Folder, json: Json = False) -> None:
    """Fill a blank workspace from an export, all or nothing, and check that all of it arrived."""
    wiring = open_workspace()
    done = import_workspace(folder, owner=wiring.owner)
    if json:
        print_json({"rows": done.rows, "on_hold": done.held})
    else:
        print(f"{done.rows} records came in, as they were exported. Letters put on hold: {done.held}.")
