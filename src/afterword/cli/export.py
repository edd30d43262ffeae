"""``afterword export DIR``: everything you have, in open formats."""

from pathlib import Path
from typing import Annotated

import typer

from afterword.cli.answer import print_json
from afterword.cli.words import Json
from afterword.cli.workspace import open_workspace
from afterword.services.export_workspace import export_workspace

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")]


def command(folder: Folder, json: Json = False) -> None:
    """Write everything you have as JSON, calendar, letter and card files that other programs read."""
    wiring = open_workspace()
    done = export_workspace(folder, owner=wiring.owner, now=wiring.clock.now())
    if json:
        print_json({"folder": str(done.folder), "files": done.files, "rows": done.rows})
    else:
        print(f"{done.folder}\n{done.files} files, {done.rows} records.")
