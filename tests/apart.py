"""Runs pieces of Afterword in processes of their own, each on a data folder of the test's."""

import os
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

#: What every program below starts with.
PRELUDE = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from afterword.core import facts as f
from afterword.core.errors import AfterwordError
NOW = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
def opened(now=NOW):
    from afterword.store.setup import open_store
    return open_store(now=now)
def person(number, name="Ana Ruiz", **given):
    return f.Person(f.PersonId(f"{number:032x}"), name, **given)
"""
ENDING = """
except AfterwordError as error:
    print(f"{type(error).__name__}: {error}")
    sys.exit(9)
"""


def program(code: str) -> list[str]:
    """The command of a program; an anticipated failure is printed and ends it with code 9."""
    body = textwrap.indent(textwrap.dedent(code), "    ")
    return [sys.executable, "-c", f"{PRELUDE}\ntry:\n{body}\n{ENDING}"]


def environment(home: Path, **more: str) -> Mapping[str, str]:
    """The environment of a process whose workspace is in ``home``."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("AFTERWORD_", "DJANGO_"))
    }
    return {**kept, "AFTERWORD_HOME": str(home), "PYTHONUNBUFFERED": "1", **more}


def run(home: Path, code: str, **how: Any) -> subprocess.CompletedProcess[str]:
    """Run a program to its end."""
    return subprocess.run(
        program(code), env=environment(home), capture_output=True, text=True, timeout=60, check=False, **how
    )


def start(home: Path, code: str, **how: Any) -> subprocess.Popen[str]:
    """Start a program whose lines the test reads."""
    return subprocess.Popen(program(code), env=environment(home), stdout=subprocess.PIPE, text=True, **how)


def said(done: subprocess.CompletedProcess[str]) -> str:
    """What a program that ended well printed."""
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def failed(done: subprocess.CompletedProcess[str]) -> str:
    """The anticipated failure a program ended with."""
    assert done.returncode == 9, done.stdout + done.stderr
    return done.stdout.strip()
