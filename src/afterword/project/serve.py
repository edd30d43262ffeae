"""``afterword serve``: the pages on this machine, with the tick beside them.

The command lives in the outermost room because it joins two faces, the pages and the worker. The options
are settled before anything that reads Django's settings is imported.
"""

from typing import Annotated

import typer

from afterword.cli.workspace import settled
from afterword.options import read_options
from afterword.store.setup import make_ready

Port = Annotated[int | None, typer.Option("--port", help="Port on 127.0.0.1 (8048).")]
Quiet = Annotated[bool, typer.Option("--no-browser", help="Print the link and open nothing.")]


def command(port: Port = None, no_browser: Quiet = False) -> None:
    """Serve the pages on 127.0.0.1 and open the browser with a link that works once."""
    options = settled(read_options(port=port, browser="no" if no_browser else None))
    make_ready()
    from afterword.project.serving import serve_workspace

    serve_workspace(options)
