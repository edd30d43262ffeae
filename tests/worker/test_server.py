"""The process that answers does not outlive the one that started it."""

import signal
import subprocess
import sys

import pytest

STARTER = """
import os, sys, time
from afterword.worker.server import load_pages
parent = os.getpid()
if os.fork() == 0:
    load_pages("os:getcwd", served_by=parent)
    print("serving", flush=True)
    {while_serving}
time.sleep(60)
"""
DEAF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); "


@pytest.mark.parametrize("while_serving", ["time.sleep(60)", DEAF + "time.sleep(60)"])
def test_it_ends_when_its_starter_is_killed_even_while_it_does_not_listen(while_serving):
    with subprocess.Popen(
        [sys.executable, "-c", STARTER.format(while_serving=while_serving)], stdout=subprocess.PIPE
    ) as starter:
        assert starter.stdout
        assert starter.stdout.readline() == b"serving\n"
        starter.send_signal(signal.SIGKILL)
        assert starter.communicate(timeout=20) == (
            b"",
            None,
        )  # the pipe closes when the last process has ended
