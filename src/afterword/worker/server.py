"""Serving the web app on this machine: one process that answers, a few threads, and never twice on one workspace."""

import json
import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path

from afterword.core.errors import OutsideFailed
from afterword.options import Options, pass_on

THREADS = 4
START_WITHIN = 60.0  # seconds
LOOK_EVERY = 0.05


class PortTaken(OutsideFailed):
    """Another program answers on our port."""


def already_serving(options: Options) -> bool:
    """Whether an Afterword on this very workspace answers on this port already."""
    try:
        note = json.loads(_note(options.home).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return note.get("port") == options.port and _alive(int(note.get("pid", 0))) and not _free(options)


def serve(options: Options, *, ready: Callable[[], None], beside: Callable[[], None]) -> None:
    """Answer on 127.0.0.1 until stopped; ``ready`` is called once the first page can be asked for.

    ``beside`` is done once in the process that answers, while it begins to; nobody waits for it.

    Raises :class:`PortTaken` when another program has the port.
    """
    if not _free(options):
        raise PortTaken(
            f"Port {options.port} on {options.host} is used by another program. "
            f"Stop it, or start Afterword on another port: AFTERWORD_PORT={options.port + 1} ./afterword"
        )
    from granian import Granian
    from granian.constants import Interfaces

    pass_on(options)
    server = Granian(
        "afterword.project.wsgi:application", address=options.host, port=options.port, interface=Interfaces.WSGI,
        workers=1, blocking_threads=THREADS, log_enabled=False, log_access=False, process_name=None,
    )  # fmt: skip
    server.on_startup(lambda: _after_the_fork(lambda: _in_background(_when_answering, options, ready)))
    note = _note(options.home)
    note.write_text(json.dumps({"pid": os.getpid(), "port": options.port}), encoding="utf-8")
    try:
        server.serve(target_loader=partial(load_pages, served_by=os.getpid(), beside=beside))
    finally:
        note.unlink(missing_ok=True)


def load_pages(
    target: str, *, served_by: int, beside: Callable[[], None] | None = None
) -> Callable[..., object]:
    """``target`` (module:name), loaded in the process that answers; it ends when ``served_by``, its starter, is gone.

    ``beside`` is begun once it is loaded.
    """
    _in_background(end_without, served_by)
    module, _, name = target.partition(":")
    pages: Callable[..., object] = getattr(import_module(module), name)
    if beside:
        _in_background(beside)
    return pages


def end_without(parent: int, *, look_every: float = 1.0, patience: float = 5.0) -> None:
    """Wait while this process is a child of ``parent``, then end it: kindly, and after ``patience`` seconds at once.

    A parent that is killed cannot stop its children; without this the port would stay taken and the workspace
    served by nobody's program.
    """
    rest = threading.Event()
    while os.getppid() == parent:
        rest.wait(look_every)
    os.kill(os.getpid(), signal.SIGTERM)
    rest.wait(patience)
    os._exit(0)


def _after_the_fork(act: Callable[[], None]) -> None:
    """Do it once the worker was forked: a thread that runs meanwhile would leave its locks held in the worker."""
    waiting = [act]

    def once() -> None:
        while waiting:
            waiting.pop()()

    if multiprocessing.get_start_method() == "fork":
        os.register_at_fork(after_in_parent=once)
    else:
        once()


def _in_background(act: Callable[..., None], *given: object) -> None:
    threading.Thread(target=act, args=given, daemon=True).start()


def _when_answering(options: Options, ready: Callable[[], None]) -> None:
    """Wait until a connection is taken; the server tells of its start before its worker listens."""
    for _ in range(int(START_WITHIN / LOOK_EVERY)):
        try:
            socket.create_connection((options.host, options.port), timeout=1).close()
        except OSError:
            time.sleep(LOOK_EVERY)
        else:
            ready()
            return


def _note(home: Path) -> Path:
    return home / "serving.json"


def _free(options: Options) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((options.host, options.port))
        except OSError:
            return False
    return True


def _alive(pid: int) -> bool:
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
