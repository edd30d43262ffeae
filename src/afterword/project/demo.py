"""``afterword demo``: a filled sample workspace in a temporary place; nothing of yours is read or changed."""

import tempfile
from pathlib import Path

from afterword.cli.workspace import settled
from afterword.options import read_options
from afterword.project.serve import Port, Quiet
from afterword.store.setup import make_ready


def command(port: Port = None, no_browser: Quiet = False) -> None:
    """Serve a sample workspace with believable data; it is gone when you stop it."""
    with tempfile.TemporaryDirectory(prefix="afterword-demo-") as folder:
        browser = "no" if no_browser else None
        options = settled(read_options(home=Path(folder), port=port, browser=browser, demo="yes"))
        make_ready()
        from afterword.project.serving import fill_with_sample, serve_workspace

        fill_with_sample(options)
        print("This is a sample workspace. It is gone when you stop it, and nothing of yours is touched.")
        serve_workspace(options)
