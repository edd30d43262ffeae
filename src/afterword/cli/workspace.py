"""Opening the workspace for a command that reads or changes what is stored."""

import sys

from afterword.core.findings import Finding
from afterword.options import Options, pass_on, read_options
from afterword.store.setup import OpenedStore, open_store
from afterword.wiring import Wiring, wire


def open_workspace(*, now: str = "") -> Wiring:
    """The wiring of this user's workspace, opened; ``now`` (ISO 8601) stands in for the clock.

    Warnings go to standard error. Raises what opening the store raises.
    """
    wiring = wire(settled(read_options(now=now or None)))
    warn(open_store(now=wiring.clock.now()))
    return wiring


def settled(options: Options) -> Options:
    """The options, handed on to everything in this process and its children that reads them."""
    pass_on(options)
    return options


def warn(opened: OpenedStore) -> None:
    """Say what was done on opening and what to look at."""
    if opened.backup:
        print(
            f"afterword: your data was brought up to date; a copy from before is {opened.backup}",
            file=sys.stderr,
        )
    for finding in opened.warnings:
        print(sentence(finding), file=sys.stderr)


def sentence(finding: Finding) -> str:
    """A finding as one line for standard error."""
    return f"afterword: {finding.message}"
