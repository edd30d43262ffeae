"""Serving a workspace: opened, answered for on one port, with a link that works once and the tick beside it."""

import webbrowser

from afterword.cli.workspace import warn
from afterword.options import Options
from afterword.services.fill_demo import fill_demo
from afterword.services.sign_in import make_login_link
from afterword.store.setup import open_store
from afterword.wiring import Wiring, wire
from afterword.worker.jobs import local_jobs
from afterword.worker.server import PortTaken, already_serving, serve
from afterword.worker.tick import Tick
from afterword.worker.warm import warm_today


def serve_workspace(options: Options) -> None:
    """Open the workspace and serve it until stopped; when it is served already, only hand out a new link."""
    wiring = wire(options)
    warn(open_store(now=wiring.clock.now()))
    if already_serving(options):
        hand_out_link(wiring, note="Afterword is running already.")
        return
    tick = Tick(local_jobs(database=options.database, backups=options.backups), clock=wiring.clock)

    def ready() -> None:
        hand_out_link(wiring, note="Afterword is running. Stop it with Ctrl-C.")
        tick.start()

    try:
        serve(options, ready=ready, beside=warm_today)
    except PortTaken:
        if not already_serving(options):
            raise
        hand_out_link(wiring, note="Afterword was started twice at once; the other one serves.")
    finally:
        tick.stop()


def fill_with_sample(options: Options) -> None:
    """Open a blank workspace and fill it with the sample, dated around now."""
    wiring = wire(options)
    open_store(now=wiring.clock.now())
    fill_demo(owner=wiring.owner, ids=wiring.ids, now=wiring.clock.now())


def hand_out_link(wiring: Wiring, *, note: str) -> None:
    """Print a new login link, and open it where there is a browser with windows."""
    options = wiring.options
    link = make_login_link(host=options.host, port=options.port, ids=wiring.ids, now=wiring.clock.now())
    print(f"{note}\n{link}\nThe link works once, within a minute.", flush=True)
    if options.browser:
        open_browser(link)


def open_browser(link: str) -> bool:
    """Open a browser that has windows of its own; one that would take the terminal over is left alone."""
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return False
    if type(found) is webbrowser.GenericBrowser:
        return False
    return found.open(link)
